//! Dates and periods in English, with their year or without.

use super::english::{Word, word};
use super::look;
use super::numeral;
use super::reader::{Finding, Scene};
use super::{PartialPeriod, What};
use crate::figure::scan_period;

/// Reads what begins with a day: 7 July, 14th October 2020, 1–7 July.
pub(super) fn day(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let text = scene.text;
    let (first, end) = day_number(text, at)?;
    let (first_month, last, end) = match look::dash(&text[end..]) {
        Some(dash) => {
            let (last, end) = day_number(text, end + dash)?;
            (None, last, end)
        }
        None => (None::<i8>, first, end),
    };
    let (month, end) = month_after(text, end)?;
    let from = (first_month.unwrap_or(month), first);
    let (to, end) = match second_day(text, end) {
        Some(second) if last == first => second,
        _ => ((month, last), end),
    };
    Some(dated(scene, at, PartialPeriod::Days { from, to }, end))
}

/// The end of a range of days: to 9 August.
fn second_day(text: &str, end: usize) -> Option<((i8, i8), usize)> {
    let (day, end) = day_number(text, end + look::dash(&text[end..])?)?;
    let (month, end) = month_after(text, end)?;
    Some(((month, day), end))
}

/// Reads what begins with a month: July, July 7, January–August, September 1 to October 8.
pub(super) fn month(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let text = scene.text;
    let (first, end) = month_at(text, at)?;
    if !is_month(scene, at, end) {
        return None;
    }
    if let Some((from, end)) = american_day(scene, at, first, end) {
        let to = look::dash(&text[end..]).and_then(|dash| second_american_day(text, end + dash, first));
        let (to, end) = to.unwrap_or((from, end));
        return Some(dated(scene, at, PartialPeriod::Days { from, to }, end));
    }
    let to = look::dash(&text[end..]).and_then(|dash| month_at(text, end + dash));
    let (to, end) = to.unwrap_or((first, end));
    Some(dated(scene, at, PartialPeriod::Months { from: first, to }, end))
}

/// Reads H1, Q2 2022.
pub(super) fn lettered(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let (number, length) = look::small(&rest[1..])?;
    let end = at + 1 + length;
    if scene.text[end..].starts_with(|c: char| c.is_alphanumeric() && !look::is_han(c)) {
        return None;
    }
    let period = match (rest.chars().next()?, number) {
        ('H', 1 | 2) => PartialPeriod::Months { from: number * 6 - 5, to: number * 6 },
        ('Q', 1..=4) => PartialPeriod::Months { from: number * 3 - 2, to: number * 3 },
        _ => return None,
    };
    Some(dated(scene, at, period, end))
}

/// Reads the first half, the second quarter, the first ten months, the first three quarters.
pub(super) fn ordinal(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let first = look::first_word(&scene.text[at..]);
    let Some(Word::Ordinal(number @ 1..=4)) = word(first) else { return None };
    let number = i8::try_from(number).ok()?;
    let next = at + first.len() + 1;
    let rest = scene.text.get(next..).filter(|_| scene.text[..next].ends_with([' ', '-', '\n']))?;
    let (period, end) = match look::first_word(rest) {
        "half" | "Half" if number <= 2 => half(scene.text, number, next)?,
        "quarter" | "Quarter" => {
            (PartialPeriod::Months { from: number * 3 - 2, to: number * 3 }, next + "quarter".len())
        }
        _ if number == 1 => first_months(scene.text, next)?,
        _ => return None,
    };
    let start =
        look::ends(scene.before(at), [("the", ())].into_iter()).map_or(at, |(the, ())| scene.floor + the);
    Some(dated(scene, start, period, end))
}

/// The first half, unless it is that of something else than a year.
fn half(text: &str, number: i8, at: usize) -> Option<(PartialPeriod, usize)> {
    let end = at + "half".len();
    let end = end + if look::starts_with(&text[end..], " year") { " year".len() } else { 0 };
    let is_other = look::starts_with(&text[end..], " of") && {
        let mut words = text[end..].split_ascii_whitespace().skip(1);
        let next = words.next().unwrap_or_default();
        let next = if matches!(next, "the" | "this" | "last" | "that") { words.next() } else { Some(next) };
        !next.is_some_and(|next| next.starts_with("year") || next.starts_with(|c: char| c.is_ascii_digit()))
    };
    let period = PartialPeriod::Months { from: number * 6 - 5, to: number * 6 };
    (!is_other).then_some((period, end))
}

fn first_months(text: &str, at: usize) -> Option<(PartialPeriod, usize)> {
    let numeral = numeral::at(text, at)?;
    let count = i8::try_from(numeral.number).ok().filter(|_| numeral.number.scale() == 0)?;
    let rest = &text[numeral.end..];
    let (length, months) = look::starts(rest, &[(" months", 1), (" quarters", 3)])?;
    let fits = (1..=12 / months).contains(&count);
    fits.then_some((PartialPeriod::Months { from: 1, to: count * months }, numeral.end + length))
}

/// A day of the month in digits, 7 or 7th, and where it ends.
fn day_number(text: &str, at: usize) -> Option<(i8, usize)> {
    let (day, length) = look::small(&text[at..]).filter(|(day, _)| (1..=31).contains(day))?;
    let end = at + length;
    let ending = look::first_word(&text[end..]);
    let is_ordinal = matches!(ending, "st" | "nd" | "rd" | "th");
    Some((day, end + if is_ordinal { ending.len() } else { 0 }))
}

fn month_at(text: &str, at: usize) -> Option<(i8, usize)> {
    let name = look::first_word(text.get(at..)?);
    let Some(Word::Month(month)) = word(name) else { return None };
    Some((month, at + name.len()))
}

/// The month after a day, with "of" between or without.
fn month_after(text: &str, at: usize) -> Option<(i8, usize)> {
    let rest = &text[at..];
    let space = rest.len() - rest.trim_start().len();
    let of = if look::starts_with(&rest[space..], "of ") { "of ".len() } else { 0 };
    month_at(text, at + space + of).filter(|_| space > 0)
}

/// The day after a month: July 7, October 14th; not the count in "in August 24 enterprises".
fn american_day(scene: &Scene<'_>, start: usize, month: i8, end: usize) -> Option<((i8, i8), usize)> {
    let text = scene.text;
    let end = end + if text[end..].starts_with('.') { 1 } else { 0 };
    let space = text[end..].chars().next().filter(|c| c.is_whitespace())?.len_utf8();
    let (day, after) = day_number(text, end + space)?;
    let goes_on = text[after..].starts_with(|c: char| c.is_ascii_digit() || c == '%')
        || text[after..].starts_with([',', '.', ':', '-']) && text[after + 1..].starts_with(look::is_digit);
    let is_count = super::amount::is_counted(&text[after..])
        && !matches!(look::last_word(&text[..start]), "On" | "on" | "by" | "until");
    (!goes_on && !is_count).then_some(((month, day), after))
}

fn second_american_day(text: &str, at: usize, month: i8) -> Option<((i8, i8), usize)> {
    match month_at(text, at) {
        Some((month, end)) => {
            let space = text[end..].chars().next().filter(|c| c.is_whitespace())?.len_utf8();
            let (day, end) = day_number(text, end + space)?;
            Some(((month, day), end))
        }
        None => {
            let (day, end) = day_number(text, at)?;
            let is_plain = !text[end..].starts_with([' ', '%']) || text[end..].starts_with(" 2");
            is_plain.then_some(((month, day), end))
        }
    }
}

/// Whether a word is the month and not the verb that is spelt like it.
fn is_month(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let rest = &scene.text[end..];
    let next = rest.trim_start();
    match &scene.text[at..end] {
        "May" => {
            let before = look::last_word(&scene.text[..at]).to_ascii_lowercase();
            let leads = MONTH_LEADS.contains(&before.as_str()) || scene.text[..at].ends_with(['–', '—']);
            leads || next.starts_with(look::is_digit) || rest.starts_with(['–', '—'])
        }
        "March" => {
            !["forward", "on", "toward", "towards", "into"].iter().any(|word| look::starts_with(next, word))
        }
        _ => true,
    }
}

const MONTH_LEADS: &[&str] = &[
    "in", "of", "by", "since", "from", "to", "until", "till", "through", "during", "last", "this", "early",
    "late", "mid", "end", "and", "between", "before", "after",
];

/// The finding for a period, with the year that follows it if one does.
fn dated(scene: &Scene<'_>, start: usize, part: PartialPeriod, end: usize) -> Finding {
    let whole = scan_period(&scene.text[start..]).filter(|(_, length)| start + length > end);
    if let Some((period, length)) = whole {
        return Finding::said(What::Period(period), start..start + length, false);
    }
    let year = year_after(&scene.text[end..]);
    match year.and_then(|(year, length)| Some((part.in_year(year)?, length))) {
        Some((period, length)) => Finding::said(What::Period(period), start..end + length, false),
        None => Finding::said(What::PartialPeriod(part), start..end, false),
    }
}

/// A year that follows: 2022, ", 2022", "of 2022".
fn year_after(text: &str) -> Option<(i16, usize)> {
    let rest = text.strip_prefix(',').unwrap_or(text);
    let rest = rest.strip_prefix([' ', '\u{a0}', '\n'])?;
    let rest = rest.strip_prefix("of ").unwrap_or(rest);
    let (year, length) = look::digits(rest).filter(|(_, length)| *length == 4)?;
    let year = i16::try_from(year).ok().filter(|year| (1900..2100).contains(year))?;
    Some((year, text.len() - rest.len() + length))
}
