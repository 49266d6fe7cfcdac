//! Addresses, codes, clocks and labelled numbers, which are no figures.

use super::amount::is_counted;
use super::head::Head;
use super::look::{self, is_digit, is_han};
use super::names::{LABELS, SOFT_LABELS};
use super::numeral;
use super::reader::{Finding, Scene};
use super::words::MEASURE_WORDS;
use crate::figure::Tail;

/// How much of an address is looked at.
const LONGEST: usize = 200;

/// Skips an address of the web or of mail.
pub(super) fn address(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`');
    let before = scene.text[..at].bytes().rev().take(LONGEST).take_while(|b| is_part(char::from(*b))).count();
    let start = at - before;
    let after = scene.text[at..].bytes().take(LONGEST).take_while(|b| is_part(char::from(*b))).count();
    let end = at + after;
    let token = &scene.text[start..end];
    let is_address = token.contains("://") || token.contains('@') || token.starts_with("www.");
    is_address.then_some(Finding::Nothing { until: end })
}

/// Skips codes and what is written like one: 9:30, 3比1, 2.1.3, 010-8888, GB/T 37668—2019, COVID-19, A380.
pub(super) fn code(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = at + code_length(rest).max(digits);
    let code = &scene.text[at..end];
    let is_version = code.matches('.').count() > 1;
    let is_zero_led = digits > 1 && rest.starts_with('0');
    let is_chain = code.split(['-', '/', '·', '—', '–']).count() > 2;
    let is_code = is_version || is_zero_led || is_chain || is_long(scene, at, digits);
    if is_code || is_clock(&rest[digits..]) || is_sum(scene, at, at + digits) || is_labelled(scene, at) {
        return Some(Finding::Nothing { until: end });
    }
    let until = after_country_code(scene, at).or_else(|| after_ratio(scene, at + digits));
    until.map(|until| Finding::Nothing { until })
}

/// Whether digits go on as a time of day or a ratio: 9:30, 3:1.
fn is_clock(rest: &str) -> bool {
    let after = rest.strip_prefix([':', '：']).unwrap_or_default();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 || digits > 0 && rest.starts_with(':')
}

/// Where a ratio ends whose sign stands at a place: 3比1.
fn after_ratio(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let rest = scene.text[at..].strip_prefix(['比', '∶']).filter(|rest| rest.starts_with(is_digit))?;
    Some(scene.text.len() - rest.len() + code_length(rest))
}

/// Whether digits are a term of something like 1+N or 7×24.
fn is_sum(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let signs = ['+', '×', '·', '*'];
    let before = scene.text[..start].strip_suffix(signs);
    let after = scene.text[end..].strip_prefix(signs);
    before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
        || after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
}

/// Where a telephone number ends that begins with a plus sign and is at a place: +86 571 88881234.
fn after_country_code(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let rest = &scene.text[at..];
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    let length = rest.len() - number.len();
    let digits = rest[..length].bytes().filter(u8::is_ascii_digit).count();
    (scene.text[..at].ends_with('+') && digits >= 8).then_some(at + length)
}

/// The length of digits that points, dashes and slashes join.
pub(super) fn code_length(text: &str) -> usize {
    let joints = ['.', '-', ':', '：', '/', '·', '—', '–'];
    let mut length = 0;
    loop {
        length += text[length..].chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
        let joint = text[length..].chars().next().filter(|c| joints.contains(c)).map_or(0, char::len_utf8);
        if joint == 0 || !text[length + joint..].starts_with(is_digit) {
            return length;
        }
        length += joint;
    }
}

/// Seven digits in a row without a unit are a telephone number or the like.
fn is_long(scene: &Scene<'_>, at: usize, digits: usize) -> bool {
    digits >= 7 && Tail::scan(&scene.text[at + digits..], None).is_ok_and(|tail| tail.unit.is_none())
}

/// Whether letters or a word before the number make it a label: A380, COVID-19, ISO 9001, Phase 2, 表1.
fn is_labelled(scene: &Scene<'_>, at: usize) -> bool {
    let before = &scene.text[..at];
    if before.ends_with(['表', '图', '注', '件']) {
        let rest = scene.text[at..].trim_start_matches(is_digit);
        return !has_unit(scene, at) && !rest.starts_with(MEASURE_WORDS);
    }
    if before.ends_with(is_han) || before.ends_with(['，', '。', '；', '、', '：']) {
        return false;
    }
    let (letters, is_apart) = match before.trim_end_matches(['-', '/', '_']) {
        tight if tight.ends_with(look::is_letter) && tight.len() < before.len() => (tight, false),
        _ if before.ends_with(look::is_letter) => (before, false),
        _ => (before.trim_end_matches('.').trim_end().trim_end_matches('.'), true),
    };
    let word = look::last_word(letters);
    if word.is_empty() || is_apart && !before.ends_with([' ', '\u{a0}', '.', '-']) {
        return false;
    }
    if Head::before(scene, at).has_currency() {
        return false;
    }
    let is_one_of = |labels: &[&str]| labels.iter().any(|label| label.eq_ignore_ascii_case(word));
    let counts = has_unit(scene, at) || is_counted(scene.text[at..].trim_start_matches(is_digit));
    if is_one_of(LABELS) || is_one_of(SOFT_LABELS) && !counts {
        return true;
    }
    let token = &letters[letters.trim_end_matches(|c: char| look::is_letter(c) || c == '/').len()..];
    let is_acronym = token.len() > 1 && token.bytes().all(|b| b.is_ascii_uppercase() || b == b'/');
    match is_apart {
        true => is_acronym && !counts,
        false => !has_unit(scene, at) && !is_year(scene, at),
    }
}

fn is_year(scene: &Scene<'_>, at: usize) -> bool {
    let rest = &scene.text[at..];
    look::digits(rest).is_some_and(|(year, length)| length == 4 && (1900..2100).contains(&year))
        && scene.text[..at].ends_with('-')
}

fn has_unit(scene: &Scene<'_>, at: usize) -> bool {
    let end = numeral::at(scene.text, at).map_or(at, |numeral| numeral.end);
    Tail::scan(&scene.text[end..], None).is_ok_and(|tail| tail.unit.is_some())
}
