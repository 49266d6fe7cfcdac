//! Dates and periods in Chinese and in digits, with their year or without.

use super::look::{self, is_digit, is_han};
use super::numeral;
use super::reader::{Finding, Scene};
use super::{PartialPeriod, What};
use crate::figure::{Period, scan_period};
use crate::prose::amount::is_counted;

/// Reads what begins with a year of four digits: 2022年1—6月, 2016–2020, 2022-07-07, a bare 2022 in English.
pub(super) fn year(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    if !rest.starts_with(is_digit) || rest.chars().take_while(|c| is_digit(*c)).count() != 4 {
        return None;
    }
    if let Some((period, length)) = notation(rest) {
        return Some(Finding::said(What::Period(period), at..at + length, false));
    }
    let (period, length) = scan_period(rest)?;
    let end = at + length;
    if !rest[..length].contains(is_han) && !stands_as_year(scene, at, end) {
        let is_count = is_counted(&scene.text[end..]) && !follows_time_word(scene, at);
        return if is_count { None } else { Some(Finding::Nothing { until: end }) };
    }
    let (period, end) = with_part(scene.text, period, end);
    Some(Finding::said(What::Period(period), at..end, false))
}

/// Reads 二〇二二年.
pub(super) fn year_in_numerals(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let digits: Vec<u32> = scene.text[at..].chars().take(5).map_while(numeral::digit).collect();
    let end = at + 4 * 3;
    if digits.len() != 4 || !scene.text[end..].starts_with('年') {
        return None;
    }
    let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
    let year = i16::try_from(year).ok().filter(|year| *year >= 1000)?;
    let (period, end) = with_part(scene.text, Period::Year(year), end + '年'.len_utf8());
    Some(Finding::said(What::Period(period), at..end, false))
}

/// A year and the part of it that follows: 2021年前10个月.
fn with_part(text: &str, period: Period, end: usize) -> (Period, usize) {
    let Period::Year(year) = period else { return (period, end) };
    let part = part_of_year(text, end).and_then(|(part, end)| Some((part.in_year(year)?, end)));
    part.filter(|_| text[..end].ends_with('年')).unwrap_or((period, end))
}

/// The notation of content files with at least a month: 2022-07-07, 2022-H1.
fn notation(rest: &str) -> Option<(Period, usize)> {
    let length = rest.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'H' | b'Q')).count();
    let period = Period::parse(&rest[..length]).ok()?;
    (length > 4).then_some((period, length))
}

/// Whether bare digits that could be a year are one: not in the name of a conference, nor in "2000 sets".
fn stands_as_year(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let before = &scene.text[..at];
    let after = &scene.text[end..];
    if follows_time_word(scene, at) && !after.starts_with(is_han) {
        return true;
    }
    if before.ends_with(['[', '〔', '［', '-', '/', '.'])
        || before.ends_with(is_han)
        || after.starts_with(is_han)
    {
        return false;
    }
    let word = look::last_word(before);
    let is_start = before[..before.trim_end().len() - word.len()]
        .trim_end()
        .chars()
        .next_back()
        .is_none_or(|c| ".!?。！？".contains(c));
    let is_name = before.ends_with(char::is_whitespace)
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && !is_start;
    !is_name && !is_counted(after)
}

const TIME_WORDS: &[&str] = &[
    "in", "of", "since", "from", "to", "until", "till", "by", "through", "during", "after", "before",
    "early", "late", "mid", "between", "and", "for", "year", "spring", "summer", "autumn", "winter", "end",
    "over", "than", "with", "pre", "post",
];

fn follows_time_word(scene: &Scene<'_>, at: usize) -> bool {
    let word = look::last_word(scene.text[..at].trim_end_matches('-'));
    TIME_WORDS.iter().any(|time| time.eq_ignore_ascii_case(word))
}

/// Reads a part of a year at a digit, a numeral, 上, 下, 前, 头 or 第: 上半年, 1—8月, 7月7日, 前两个月.
pub(super) fn part(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    if scene.text[..at].ends_with(['第', '每', '个']) {
        return None;
    }
    let (period, end) = part_of_year(scene.text, at)?;
    Some(Finding::said(What::PartialPeriod(period), at..end, false))
}

fn part_of_year(text: &str, at: usize) -> Option<(PartialPeriod, usize)> {
    let rest = &text[at..];
    let half = |from| (PartialPeriod::Months { from, to: from + 5 }, at + "上半年".len());
    match rest.chars().next()? {
        '上' => rest.starts_with("上半年").then(|| half(1)),
        '下' => rest.starts_with("下半年").then(|| half(7)),
        c @ ('前' | '头') => first_months(text, at + c.len_utf8()),
        c @ '第' => quarters(text, at + c.len_utf8()),
        _ => quarters(text, at).or_else(|| months(text, at)),
    }
}

/// 前两个月, 前8个月, 前三季度.
fn first_months(text: &str, at: usize) -> Option<(PartialPeriod, usize)> {
    let (count, end) = small(text, at)?;
    let length = match look::starts(&text[end..], &[("个月", 1), ("月", 1), ("季度", 3), ("个季度", 3)])?
    {
        (length, months) if (1..=12 / months).contains(&count) => (length, count * months),
        _ => return None,
    };
    Some((PartialPeriod::Months { from: 1, to: length.1 }, end + length.0))
}

/// 一季度, 1—3季度.
fn quarters(text: &str, at: usize) -> Option<(PartialPeriod, usize)> {
    let (first, mut end) = small(text, at)?;
    let mut last = first;
    if let Some(dash) = look::dash(&text[end..]) {
        (last, end) = small(text, end + dash)?;
    }
    let end = end + text[end..].strip_prefix("季度").map(|_| "季度".len())?;
    let fits = 1 <= first && first <= last && last <= 4;
    fits.then(|| (PartialPeriod::Months { from: first * 3 - 2, to: last * 3 }, end))
}

/// 8月, 1—8月, 1月至8月, 7月7日, 7月1—7日, 7月1日至8月2日.
fn months(text: &str, at: usize) -> Option<(PartialPeriod, usize)> {
    let (first, end) = small(text, at)?;
    let Some(end) = skip(text, end, "月") else {
        let (last, end) = small(text, end + look::dash(&text[end..])?)?;
        let end = skip(text, end, "月")?;
        return whole_months(text, first, last, end);
    };
    if let Some(days) = days(text, first, end) {
        return Some(days);
    }
    let range = look::dash(&text[end..]).and_then(|dash| {
        let (last, end) = small(text, end + dash)?;
        whole_months(text, first, last, skip(text, end, "月")?)
    });
    range.or_else(|| whole_months(text, first, first, end))
}

fn whole_months(text: &str, from: i8, to: i8, end: usize) -> Option<(PartialPeriod, usize)> {
    let end = skip(text, end, "份").unwrap_or(end);
    let fits = (1..=12).contains(&from) && (1..=12).contains(&to);
    fits.then_some((PartialPeriod::Months { from, to }, end))
}

/// The days that follow a month.
fn days(text: &str, month: i8, at: usize) -> Option<(PartialPeriod, usize)> {
    let (first, end) = small(text, at)?;
    let from = (month, first);
    let (to, end) = match skip_day(text, end) {
        Some(end) => range_end(text, month, end).unwrap_or((from, end)),
        None => {
            let (last, end) = small(text, end + look::dash(&text[end..])?)?;
            ((month, last), skip_day(text, end)?)
        }
    };
    let exists = |(month, day): (i8, i8)| (1..=12).contains(&month) && (1..=31).contains(&day);
    (exists(from) && exists(to)).then_some((PartialPeriod::Days { from, to }, end))
}

/// The second day of a range: —8月2日, 至7日.
fn range_end(text: &str, month: i8, end: usize) -> Option<((i8, i8), usize)> {
    let at = end + look::dash(&text[end..])?;
    let (number, end) = small(text, at)?;
    match skip(text, end, "月") {
        Some(end) => {
            let (day, end) = small(text, end)?;
            Some(((number, day), skip_day(text, end)?))
        }
        None => Some(((month, number), skip_day(text, end)?)),
    }
}

fn skip_day(text: &str, at: usize) -> Option<usize> {
    skip(text, at, "日").or_else(|| skip(text, at, "号"))
}

fn skip(text: &str, at: usize, word: &str) -> Option<usize> {
    text[at..].starts_with(word).then_some(at + word.len())
}

/// A small number in digits or in Chinese numerals, and where it ends.
fn small(text: &str, at: usize) -> Option<(i8, usize)> {
    if let Some((number, length)) = look::small(&text[at..]) {
        return Some((number, at + length));
    }
    let numeral = numeral::at(text, at).filter(|numeral| numeral.form == numeral::Form::Chinese)?;
    i8::try_from(numeral.number)
        .ok()
        .filter(|_| numeral.number.scale() == 0)
        .map(|number| (number, numeral.end))
}
