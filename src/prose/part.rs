//! Fractions, percentages in words, and multiples in words.

use rust_decimal::Decimal;

use super::amount::limit;
use super::english::{Word, word};
use super::head::Head;
use super::look;
use super::numeral::{self, Form};
use super::reader::{Finding, Scene};
use super::words;
use super::{Relation, What};
use crate::figure::{Amount, Qualifier, Quantity, Unit, UnitKind};

/// Reads 三分之二, 百分之六十七, 六成七 and 一半.
pub(super) fn chinese(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    parts_of(scene, at).or_else(|| tenths(scene, at)).or_else(|| one_half(scene, at))
}

fn parts_of(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let rounds = [("百", 100), ("千", 1000), ("万", 10_000)];
    let (denominator, taken) = match rounds.iter().find(|(word, _)| rest.starts_with(word)) {
        Some((word, value)) => (*value, word.len()),
        None => {
            let numeral = numeral::at(scene.text, at)?;
            (u32::try_from(numeral.number).ok()?, numeral.end - at)
        }
    };
    let parts = at + taken + rest[taken..].strip_prefix("分之").map(|_| "分之".len())?;
    let hundred = scene.text[parts..].starts_with('百') && denominator == 100;
    let (numerator, end) = if hundred {
        (Decimal::ONE_HUNDRED, parts + '百'.len_utf8())
    } else {
        let numerator = numeral::at(scene.text, parts)?;
        (numerator.number, numerator.end)
    };
    if denominator == 100 {
        return Some(percent(scene, at, numerator, end));
    }
    let numerator = u32::try_from(numerator).ok().filter(|_| numerator.scale() == 0)?;
    fraction(scene, at, numerator, denominator, end)
}

/// 六成 and 六成七: tenths and hundredths.
fn tenths(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let numeral = numeral::at(scene.text, at).filter(|numeral| numeral.number <= Decimal::TEN)?;
    let rest = scene.text[numeral.end..].strip_prefix('成')?;
    let hundredths = rest.chars().next().and_then(numeral::digit).filter(|_| numeral.form == Form::Chinese);
    let end = numeral.end + '成'.len_utf8();
    let goes_on = rest.starts_with(|c: char| "员立为功果本效品熟交型都分就长绩年".contains(c));
    if goes_on {
        return None;
    }
    let hundredths = hundredths.filter(|digit| *digit > 0);
    let end = end + if hundredths.is_some() { 3 } else { 0 };
    let number = numeral.number * Decimal::TEN + Decimal::from(hundredths.unwrap_or(0));
    Some(percent(scene, at, number, end))
}

fn one_half(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    if !scene.text[at..].starts_with("一半") {
        return None;
    }
    if scene.text[..at].ends_with('另') {
        return Some(Finding::Nothing { until: at + "一半".len() });
    }
    fraction(scene, at, 1, 2, at + "一半".len())
}

/// Reads 过半 and 半数.
pub(super) fn half_in_chinese(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    if rest.starts_with("过半") && !rest.starts_with("过半年") {
        let end = at + "过半".len() + if rest.starts_with("过半数") { 3 } else { 0 };
        let what = What::Fraction { qualifier: Qualifier::Over, numerator: 1, denominator: 2 };
        return Some(Finding::said(what, at..end, false));
    }
    if rest.starts_with("半数") { fraction(scene, at, 1, 2, at + "半数".len()) } else { None }
}

/// Reads 翻一番 (twice as much), 翻了两番 (four times as much) and 翻番.
pub(super) fn doubling(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let after = at + '翻'.len_utf8();
    let after = after + if scene.text[after..].starts_with('了') { 3 } else { 0 };
    let numeral = numeral::at(scene.text, after).filter(|numeral| numeral.number.scale() == 0);
    let (count, end) = numeral
        .map_or((1, after), |numeral| (u32::try_from(numeral.number).unwrap_or(u32::MAX), numeral.end));
    let end = end + scene.text[end..].strip_prefix('番').map(|_| '番'.len_utf8())?;
    let times = 2_u32.checked_pow(count).filter(|_| count <= 6)?;
    Some(times_as_much(scene, at, times, end))
}

/// Reads "doubled", "threefold" and "twice as".
pub(super) fn multiple(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let found = look::first_word(&scene.text[at..]);
    let end = at + found.len();
    let rest = scene.text[end..].trim_start();
    match word(found)? {
        Word::Times(times) => Some(times_as_much(scene, at, times, end)),
        Word::Twice if look::starts(rest, words::AS_MUCH).is_some() => Some(times_as_much(scene, at, 2, end)),
        _ => None,
    }
}

fn times_as_much(scene: &Scene<'_>, at: usize, times: u32, end: usize) -> Finding {
    let head = Head::before(scene, at);
    let quantity = Quantity::plain(Decimal::from(times), Unit::plain(UnitKind::Times));
    let what = What::Amount(Amount { qualifier: head.qualifier, quantity });
    Finding::Said { what, span: head.start..end, relation: Some(Relation::IsTimes) }
}

/// Reads 2/3; 24/7 and 7/7/2022 are none.
pub(super) fn slashed(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let (numerator, length) = look::digits(rest)?;
    let after = rest[length..].strip_prefix('/')?;
    let (denominator, more) = look::digits(after)?;
    let end = length + 1 + more;
    let is_longer = rest[end..].starts_with('/') || rest[end..].starts_with(look::is_digit);
    let is_date = scene.text[..at].ends_with('/');
    if is_longer || is_date || numerator == 0 || numerator >= denominator || denominator > 100 {
        return Some(Finding::Nothing { until: at + end });
    }
    fraction(scene, at, numerator, denominator, at + end)
}

/// Reads "two-thirds", "one fifteenth", "three quarters"; not "the first three quarters".
pub(super) fn english(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let numeral = numeral::at(scene.text, at).filter(|numeral| numeral.number <= Decimal::TEN)?;
    let numerator = u32::try_from(numeral.number).ok()?;
    let rest = scene.text[numeral.end..].strip_prefix([' ', '-', '\u{a0}', '\n'])?;
    let part = look::first_word(rest);
    let denominator = denominator(part)?;
    let many = part.ends_with('s') || part == "halves";
    if many != (numerator > 1) || numerator >= denominator {
        return None;
    }
    let before = look::last_word(scene.before(at));
    if matches!(before, "the" | "first" | "last" | "past" | "these") {
        return None;
    }
    fraction(scene, at, numerator, denominator, scene.text.len() - rest.len() + part.len())
}

fn denominator(part: &str) -> Option<u32> {
    let singular = part.strip_suffix('s').unwrap_or(part);
    match (part, word(singular)) {
        ("half" | "halves", _) => Some(2),
        _ if singular == "quarter" => Some(4),
        (_, Some(Word::Ordinal(number))) if number > 2 => Some(number),
        _ => None,
    }
}

/// Reads "a third of", "half of", "halfway", where at stands the part.
pub(super) fn a_part(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let part = look::first_word(&scene.text[at..]);
    let end = at + part.len();
    let rest = scene.text[end..].trim_start();
    let goes_on = |words: &[&str]| words.iter().any(|word| look::starts_with(rest, word));
    match word(part)? {
        Word::Halfway => fraction(scene, at, 1, 2, end),
        Word::Half if goes_on(&["of", "the", "their", "its", "that", "as"]) => {
            let before = look::last_word(scene.before(at));
            let is_other = matches!(before, "other" | "first" | "second" | "latter" | "last" | "better");
            if is_other { None } else { fraction(scene, at, 1, 2, end) }
        }
        Word::Ordinal(number) if number > 2 && goes_on(&["of"]) => one_of(scene, at, number, end),
        Word::Quarter if goes_on(&["of"]) => one_of(scene, at, 4, end),
        _ => None,
    }
}

/// "A third", where at stands the third.
fn one_of(scene: &Scene<'_>, at: usize, denominator: u32, end: usize) -> Option<Finding> {
    let (start, ()) = look::ends(scene.before(at), [("a", ())].into_iter())?;
    fraction(scene, scene.floor + start, 1, denominator, end)
}

fn percent(scene: &Scene<'_>, at: usize, number: Decimal, end: usize) -> Finding {
    let head = Head::before(scene, at);
    let quantity = Quantity::plain(number, Unit::plain(UnitKind::Percent));
    let (what, end) = match look::starts_after_space(&scene.text[end..], words::THRESHOLDS) {
        Some((length, or_more)) => (What::Threshold { quantity, or_more }, end + length),
        None => {
            let (end, about) = around(scene, end);
            let qualifier = if head.qualifier == Qualifier::Exact { about } else { head.qualifier };
            (What::Amount(Amount { qualifier, quantity }), end)
        }
    };
    Finding::said(what, head.start..end, false)
}

fn fraction(scene: &Scene<'_>, at: usize, numerator: u32, denominator: u32, end: usize) -> Option<Finding> {
    if denominator == 0 {
        return None;
    }
    let head = Head::before(scene, at);
    let threshold = look::starts_after_space(&scene.text[end..], words::THRESHOLDS);
    let (after, about) = around(scene, end);
    let (end, qualifier) = match threshold {
        Some((length, or_more)) => (end + length, limit(or_more)),
        None if head.qualifier == Qualifier::Exact => (after, about),
        None => (after, head.qualifier),
    };
    Some(Finding::said(What::Fraction { qualifier, numerator, denominator }, head.start..end, false))
}

/// Passes 左右 and 多.
fn around(scene: &Scene<'_>, end: usize) -> (usize, Qualifier) {
    let words = [
        ("左右", Qualifier::About),
        ("上下", Qualifier::About),
        ("多", Qualifier::Over),
        ("强", Qualifier::Over),
    ];
    look::starts(&scene.text[end..], &words)
        .map_or((end, Qualifier::Exact), |(length, qualifier)| (end + length, qualifier))
}
