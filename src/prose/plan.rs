//! Five-year plans and the years printed beside them.

use super::english::{Word, word};
use super::look;
use super::numeral;
use super::reader::{Finding, Scene};
use super::{PlanPeriod, What};
use crate::figure::{Period, plan_years, scan_period};

const OPENING: [char; 6] = ['“', '"', '「', '『', '‘', '＂'];
const CLOSING: [char; 6] = ['”', '"', '」', '』', '’', '＂'];

/// What may follow a plan's name.
const PERIODS_ZH: &[(&str, ())] = &[
    ("时期", ()),
    ("期间", ()),
    ("规划", ()),
    ("计划", ()),
    ("规划时期", ()),
    ("规划期间", ()),
    ("规划期", ()),
];

/// Reads “十三五”时期（2016—2020年） where the quotation mark or, for a plan from the eleventh on, the first
/// numeral stands, and 第十三个五年规划.
pub(super) fn chinese(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let (number, mut end) = in_full(rest).or_else(|| short(rest))?;
    end += look::starts(&rest[end..], PERIODS_ZH).map_or(0, |(length, ())| length);
    let printed = years(&rest[end..]);
    if let Some((_, length)) = printed {
        end += length;
        end += look::starts(&rest[end..], PERIODS_ZH).map_or(0, |(length, ())| length);
    }
    let quote = usize::from(scene.before(at).ends_with('"') && rest[..end].contains('"'));
    Some(said(number, printed, at - quote..at + end))
}

/// 十三五, with quotation marks or without.
fn short(rest: &str) -> Option<(u8, usize)> {
    let is_quoted = rest.starts_with(OPENING);
    let name = rest.strip_prefix(OPENING).unwrap_or(rest);
    let numerals: Vec<u32> = name.chars().take(4).map_while(value).collect();
    let number = match numerals[..] {
        [10, ones, 5] if (1..=9).contains(&ones) => 10 + ones,
        [10, 5] if is_quoted => 10,
        [number, 5] if is_quoted && (1..=9).contains(&number) => number,
        _ => return None,
    };
    let mut end = rest.len() - name.len() + 3 * numerals.len();
    match rest[end..].chars().next().filter(|c| CLOSING.contains(c)) {
        Some(close) => end += close.len_utf8(),
        None if is_quoted && look::starts(&rest[end..], PERIODS_ZH).is_none() => return None,
        None => {}
    }
    u8::try_from(number).ok().map(|number| (number, end))
}

fn value(c: char) -> Option<u32> {
    if c == '十' { Some(10) } else { numeral::digit(c) }
}

/// 第十三个五年规划.
fn in_full(rest: &str) -> Option<(u8, usize)> {
    let name = rest.strip_prefix('第')?;
    let numeral = numeral::at(name, 0)?;
    let number = u8::try_from(numeral.number).ok()?;
    let end = ["个五年规划", "个五年计划"].iter().find(|word| name[numeral.end..].starts_with(*word))?.len();
    plan_years(number).map(|_| (number, '第'.len_utf8() + numeral.end + end))
}

/// Reads "the 13th Five-Year Plan period (2016–2020)" where its ordinal stands.
pub(super) fn english(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let rest = &scene.text[at..];
    let (number, ordinal) = ordinal(rest)?;
    let mut end = ordinal + rest[ordinal..].chars().next().filter(|c| c.is_whitespace())?.len_utf8();
    let names = [("Five Year Plan", ()), ("Five Year Plans", ()), ("FYP", ()), ("5 Year Plan", ())];
    end += look::starts(&rest[end..], &names)?.0;
    end += rest[end..].chars().next().filter(|c| CLOSING.contains(c)).map_or(0, char::len_utf8);
    end += period_word(&rest[end..]);
    let printed = years(&rest[end..]);
    if let Some((_, length)) = printed {
        end += length;
        end += period_word(&rest[end..]);
    }
    let number = u8::try_from(number).ok().filter(|number| plan_years(*number).is_some())?;
    let mut start = at;
    if let Some(quote) = scene.before(start).chars().next_back().filter(|c| OPENING.contains(c)) {
        start -= quote.len_utf8();
    }
    if let Some((the, ())) = look::ends(scene.before(start), [("the", ())].into_iter()) {
        start = scene.floor + the;
    }
    Some(said(number, printed, start..at + end))
}

fn period_word(rest: &str) -> usize {
    if look::starts_with(rest, " period") { " period".len() } else { 0 }
}

/// 13th, thirteenth: the number and the length.
fn ordinal(rest: &str) -> Option<(u32, usize)> {
    if let Some((number, length)) = look::digits(rest) {
        let ending = look::first_word(&rest[length..]);
        let fits = matches!(ending, "st" | "nd" | "rd" | "th");
        return fits.then_some((number, length + ending.len()));
    }
    let first = look::first_word(rest);
    match word(first) {
        Some(Word::Ordinal(number)) => Some((number, first.len())),
        _ => None,
    }
}

/// The years in brackets that `text` begins with, and the length of the brackets.
fn years(text: &str) -> Option<((i16, i16), usize)> {
    let start = text.len() - text.trim_start().len();
    let inside = text[start..].strip_prefix(['(', '（'])?;
    let (period, length) = scan_period(inside)?;
    let rest = &inside[length..];
    let after = rest.strip_prefix([')', '）'])?;
    let years = match period {
        Period::Years(first, last) => (first, last),
        Period::Plan(number) => plan_years(number)?,
        _ => return None,
    };
    Some((years, text.len() - after.len()))
}

fn said(number: u8, printed: Option<((i16, i16), usize)>, span: std::ops::Range<usize>) -> Finding {
    let printed = printed.map(|(years, _)| years);
    Finding::said(What::PlanPeriod(PlanPeriod { number, printed }), span, false)
}
