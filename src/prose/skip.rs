//! Numbers that are no figures: names, ordinals, list marks.

use rust_decimal::Decimal;

use super::code::code_length;
use super::head::Head;
use super::look::{self, is_digit, is_han};
use super::names::{AFTER_DIGITS, NAMES, NOT_AFTER_DIGITS};
use super::numeral::{self, Form};
use super::reader::{Finding, Scene};
use super::words;
use crate::figure::{Qualifier, Tail};

/// Skips names that begin with a number, and 五个一.
pub(super) fn name(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    if let Some((length, ())) = look::starts(rest, NAMES) {
        return Some(Finding::Nothing { until: at + length });
    }
    let numeral = numeral::at(scene.text, at)?;
    let after = &scene.text[numeral.end..];
    let ones =
        after.strip_prefix("个一").is_some_and(|rest| !rest.starts_with(['批', '般', '百', '千', '万']));
    ones.then_some(Finding::Nothing { until: numeral.end + "个一".len() })
}

/// Skips English number words in a name: Five Wei, Three Gorges.
pub(super) fn english_name(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let numeral = numeral::at(scene.text, at)?;
    let is_capital = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
    let next = scene.text[numeral.end..].trim_start();
    let is_name = is_capital(&scene.text[at..]) && is_capital(next) && !next.starts_with("RMB");
    is_name.then_some(Finding::Nothing { until: numeral.end })
}

/// Skips list marks at the start of a line or glued to the sentence before: 1. 2、 (3)
pub(super) fn list_mark(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let (_, length) = look::small(&scene.text[at..])?;
    let before = scene.text[..at].trim_end_matches([' ', '\u{3000}']);
    let opens = before.is_empty() || before.ends_with(['\n', '。', '；', '.', ';', '：']);
    let rest = &scene.text[at + length..];
    let mark =
        rest.chars().next().filter(|c| matches!(c, '、' | '．' | ')' | '）') || rest.starts_with(". "))?;
    opens.then_some(Finding::Nothing { until: at + length + mark.len_utf8() })
}

/// Skips what stands alone in brackets, as notes and list marks do: [1], （3）, 〔2017〕.
pub(super) fn bracketed(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let length = scene.text[at..].chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
    let end = at + length;
    let opens = scene.text[..at].ends_with(['[', '〔', '［', '(', '（', '【', '^']);
    let closes = scene.text[end..].starts_with([']', '〕', '］', ')', '）', '】']);
    let is_year = length == 4 && scene.text[..at].ends_with(['(', '（']);
    (opens && closes && !is_year).then_some(Finding::Nothing { until: end })
}

/// 基数小于50时 tells no time.
const HOURS: Decimal = Decimal::from_parts(24, 0, 0, false, 0);

/// Skips numbers that what follows makes a name, an ordinal or a time of day: 500强, 47号, 9时, 13th, 5G.
pub(super) fn by_what_follows(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let numeral = numeral::at(scene.text, at)?;
    let rest = &scene.text[numeral.end..];
    let is_hour = || numeral.number <= HOURS && Head::before(scene, at).qualifier == Qualifier::Exact;
    if look::starts(rest, NOT_AFTER_DIGITS).is_some() || rest.starts_with('时') && !is_hour() {
        return None;
    }
    if let Some((length, ())) = look::starts(rest, AFTER_DIGITS) {
        let until = numeral.end + length;
        let branch = scene.text[until..].strip_prefix('-').map_or(0, |rest| 1 + code_length(rest));
        return Some(Finding::Nothing { until: until + branch });
    }
    let is_rank = scene.text[..at].ends_with('前') && rest.starts_with(['名', '位']);
    let is_glued = rest.starts_with(look::is_letter)
        && Tail::scan(rest, None).is_ok_and(|tail| tail.unit.is_none() && tail.magnitude.is_none())
        && look::starts(rest, words::FOREIGN).is_none();
    let is_name = numeral.form == Form::Digits && is_glued;
    (is_rank || is_name).then_some(Finding::Nothing { until: numeral.end })
}

/// Skips an ordinal: 第四届, 第3轮, 第二、三产业.
pub(super) fn ordinal(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let start = at + '第'.len_utf8();
    let is_number = |c: char| is_digit(c) || numeral::is_numeral(c);
    let mut until = start;
    loop {
        let rest = &scene.text[until..];
        until += rest.len() - rest.trim_start_matches(is_number).len();
        let rest = &scene.text[until..];
        let joint = rest.chars().next().filter(|c| matches!(c, '、' | '—' | '–' | '-' | '至' | '到'));
        match joint.map(char::len_utf8) {
            Some(joint) if rest[joint..].starts_with(is_number) => until += joint,
            _ => break,
        }
    }
    let rest = &scene.text[until..];
    let unit = rest.chars().next().filter(|c| is_han(*c)).map_or(0, char::len_utf8);
    (until > start).then_some(Finding::Nothing { until: until + unit })
}
