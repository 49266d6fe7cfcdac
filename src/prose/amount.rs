//! Amounts, ranges and thresholds.

use rust_decimal::Decimal;

use super::head::{Currency, Head, qualifier};
use super::look::{self, is_digit};
use super::measure::{Measured, Named, THINGS};
use super::numeral::{self, Form, Numeral};
use super::reader::{Finding, Scene};
use super::words;
use super::{Foreign, What};
use crate::figure::{Amount, CURRENCIES, Magnitude, Qualifier, Quantity, Tail, Unit, UnitKind};

/// Reads a range, an amount or a threshold at a number.
pub(super) fn amount(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let numeral = numeral::at(scene.text, at)?;
    let head = Head::before(scene, at);
    let measured = Measured::after(scene.text, numeral, head.currency);
    if let Some(range) = range(scene, numeral, &head, measured) {
        return Some(range);
    }
    let said = is_figure(scene, numeral, &head, &measured).then(|| said(scene, &head, measured)).flatten();
    said.or(Some(Finding::Nothing { until: measured.end }))
}

/// Reads an amount that has no number of its own: a hundred projects, a million yuan, half a million yuan.
pub(super) fn a_round_number(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let article = scene.floor + look::ends(scene.before(at), [("a", ()), ("A", ())].into_iter())?.0;
    let half = look::ends(scene.before(article), [("half", ()), ("Half", ())].into_iter());
    let start = half.map_or(article, |(start, ())| scene.floor + start);
    let rest = &scene.text[at..];
    let (number, end) = match look::first_word(rest) {
        word if word.eq_ignore_ascii_case("hundred") => (100, at + word.len()),
        word if word.eq_ignore_ascii_case("thousand") => (1000, at + word.len()),
        _ => (1, at),
    };
    let number = if half.is_some() { Decimal::new(number * 5, 1).normalize() } else { Decimal::from(number) };
    let numeral = Numeral { number, form: Form::English, start, end };
    let head = Head::before(scene, start);
    said(scene, &head, Measured::after(scene.text, numeral, head.currency))
}

/// Turns what was measured into a finding; 两年半 is none, for only half of it was measured.
fn said(scene: &Scene<'_>, head: &Head, mut measured: Measured) -> Option<Finding> {
    let rest = &scene.text[measured.end..];
    if rest.starts_with('半') && scene.text[..measured.end].ends_with(['年', '月', '倍', '个', '天']) {
        return None;
    }
    if head.is_negative() {
        measured.number = -measured.number;
    }
    let threshold = look::starts_after_space(rest, words::THRESHOLDS);
    let suffix = look::starts(rest, words::SUFFIXES);
    let end =
        measured.end + threshold.map(|(length, _)| length).or(suffix.map(|(length, _)| length)).unwrap_or(0);
    let after = measured.qualifier.or(suffix.map(|(_, qualifier)| qualifier));
    let (start, qualifier) = qualified(head, measured.unit, after);
    let what = match (measured.unit, threshold) {
        (Named::Foreign(unit), _) => {
            let qualifier = threshold.map_or(qualifier, |(_, or_more)| limit(or_more));
            What::Foreign(Foreign { qualifier, value: measured.value()?, to: None, unit })
        }
        (_, Some((_, or_more))) => What::Threshold { quantity: quantity(head, &measured)?, or_more },
        _ => What::Amount(Amount { qualifier, quantity: quantity(head, &measured)? }),
    };
    Some(Finding::said(what, start..end, head.sign == Some('+')))
}

/// The qualifier before an amount, or else that after it, and where the amount begins: 近三年 are the last three
/// years, and not nearly three.
fn qualified(head: &Head, unit: Named, after: Option<Qualifier>) -> (usize, Qualifier) {
    match head.qualifier {
        Qualifier::Exact => (head.start, after.unwrap_or_default()),
        Qualifier::Nearly if is_duration(unit) && head.is_near => (head.unqualified, Qualifier::Exact),
        qualifier => (head.start, qualifier),
    }
}

fn quantity(head: &Head, measured: &Measured) -> Option<Quantity> {
    let unit = head.known_currency().map_or(THINGS, Unit::plain);
    let mut quantity = measured.quantity(Magnitude::ONE, unit)?;
    quantity.unit.per = quantity.unit.per.or(head.per);
    Some(quantity)
}

/// The qualifier that 以上 and 以下 amount to.
pub(super) fn limit(or_more: bool) -> Qualifier {
    if or_more { Qualifier::AtLeast } else { Qualifier::AtMost }
}

fn is_duration(unit: Named) -> bool {
    match unit {
        Named::Unit(unit) => matches!(unit.kind, UnitKind::Day | UnitKind::Month | UnitKind::Year),
        Named::Foreign(name) => matches!(name, "周" | "小时" | "分钟"),
        Named::Nothing => false,
    }
}

/// Whether a number is a figure at all: 一个项目 and "three of them" are not, nor is a bare 4.0.
fn is_figure(scene: &Scene<'_>, numeral: Numeral, head: &Head, measured: &Measured) -> bool {
    let is_counted = match measured.unit {
        Named::Unit(unit) => unit.is_count(),
        _ => measured.unit == Named::Nothing,
    };
    let is_vague = scene.text[..numeral.start].ends_with(['几', '数', '好']);
    if numeral.form == Form::Chinese && numeral.number >= Decimal::TEN && is_vague {
        return false;
    }
    if measured.magnitude.is_some() || head.has_currency() {
        return true;
    }
    let rest = &scene.text[numeral.end..];
    match numeral.form {
        Form::Digits => {
            let alone = scene.text.len() == numeral.end - numeral.start;
            measured.unit != Named::Nothing || numeral.number.scale() == 0 || alone
        }
        _ if numeral.number == Decimal::ONE => !is_counted && !is_duration(measured.unit),
        Form::Chinese => {
            let is_long = numeral.end - numeral.start >= 9;
            measured.unit != Named::Nothing || is_long
        }
        Form::English => !is_counted || numeral.number > Decimal::TEN || is_many(rest),
    }
}

/// Whether a plural follows within three words: six Korean engineers, but not "the two differ in".
fn is_many(rest: &str) -> bool {
    let mut rest = rest;
    for _ in 0..3 {
        rest = match rest.strip_prefix(char::is_whitespace) {
            Some(rest) => rest,
            None => return false,
        };
        let next = rest.split(|c: char| !c.is_ascii_alphabetic() && c != '-').next().unwrap_or_default();
        if next.is_empty() || NO_NOUNS.contains(&next) {
            return false;
        }
        if is_plural(next) {
            return true;
        }
        rest = &rest[next.len()..];
    }
    false
}

fn is_plural(word: &str) -> bool {
    let lower = word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    lower || ["people", "children", "men", "women", "staff", "mu"].contains(&word)
}

/// Words that end the search for a plural.
const NO_NOUNS: &[&str] = &[
    "of", "in", "and", "to", "are", "were", "must", "which", "with", "for", "at", "on", "by", "have", "had",
    "that", "or", "but", "also", "the", "a", "an", "from", "will", "would", "should", "can", "may", "be",
    "been", "then", "than", "into", "as", "was", "has", "does", "plus", "across", "always", "fell", "rose",
    "differ", "cannot", "could", "do", "did", "not", "stands", "shows", "makes", "means", "gives", "needs",
    "comes", "goes", "remains", "overlaps",
];

/// Whether a word is a plural in small letters, which makes a number before it a count and no year.
pub(super) fn is_counted(rest: &str) -> bool {
    rest.strip_prefix(char::is_whitespace).is_some_and(|rest| {
        let word = look::first_word(rest);
        word.starts_with(|c: char| c.is_ascii_lowercase()) && is_plural(word) && !NO_NOUNS.contains(&word)
    })
}

/// Reads two numbers of one unit with a dash between them: 10—20亿元, 63% to 68%, five or six years.
fn range(scene: &Scene<'_>, numeral: Numeral, head: &Head, first: Measured) -> Option<Finding> {
    let text = scene.text;
    let before = scene.before(head.start).trim_end();
    let rest = &text[first.end..];
    let dash = look::dash(rest).or_else(|| match numeral.form {
        Form::English => joint(rest, "or"),
        _ => None,
    });
    let between = || look::ends_with(before, "between").and_then(|_| joint(rest, "and"));
    let dash = first.end + dash.or_else(between)?;
    let second_at = dash + currency_length(&text[dash..], head.currency);
    let next = numeral::at(text, second_at).filter(|next| next.form == numeral.form)?;
    let second = Measured::after(text, next, head.currency);
    let is_change = ["从", "由", "from"].iter().any(|word| look::ends_with(before, word).is_some());
    let has_unit = first.unit != Named::Nothing;
    if is_change && has_unit || second.unit == Named::Nothing && (has_unit || is_code(numeral, next)) {
        return None;
    }
    pair(scene, head, first, second)
}

/// The length of a word with the white space around it.
fn joint(text: &str, word: &str) -> Option<usize> {
    let rest = text.trim_start();
    let after = rest.strip_prefix(word)?.strip_prefix(char::is_whitespace)?.trim_start();
    Some(text.len() - after.len())
}

/// Reads two Chinese digits in a row: 两三个, 七八家.
pub(super) fn neighbours(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let mut digits = scene.text[at..].chars().map_while(numeral::digit);
    let (low, high) = (digits.next()?, digits.next()?);
    if digits.next().is_some() || low == 0 || low >= high {
        return None;
    }
    let numeral = |number: u32, start: usize| Numeral {
        number: Decimal::from(number),
        form: Form::Chinese,
        start,
        end: start + 3,
    };
    let second = Measured::after(scene.text, numeral(high, at + 3), None);
    if second.unit == Named::Nothing {
        return None;
    }
    let first = Measured { number: Decimal::from(low), magnitude: second.magnitude, ..second };
    pair(scene, &Head::before(scene, at), first, second)
}

/// Puts the ends of a range together; the first takes magnitude and unit of the second where it has none.
fn pair(scene: &Scene<'_>, head: &Head, first: Measured, second: Measured) -> Option<Finding> {
    if first.unit != Named::Nothing && first.unit != second.unit {
        return None;
    }
    let to = quantity(head, &second)?;
    let is_bare = first.magnitude.is_none() && (first.unit == Named::Nothing || head.has_currency());
    let usual = if is_bare { to.magnitude } else { Magnitude::ONE };
    let from = Quantity { unit: to.unit, ..first.quantity(usual, to.unit)? };
    if from.value()? >= to.value()? {
        return None;
    }
    let threshold = look::starts_after_space(&scene.text[second.end..], words::THRESHOLDS);
    let end = second.end + threshold.map_or(0, |(length, _)| length);
    let (start, qualifier) = qualified(head, second.unit, second.qualifier);
    let qualifier = threshold.map_or(qualifier, |(_, or_more)| limit(or_more));
    let what = match second.unit {
        Named::Foreign(unit) => {
            What::Foreign(Foreign { qualifier, value: from.value()?, to: to.value(), unit })
        }
        _ => What::Range { qualifier, from, to },
    };
    Some(Finding::said(what, start..end, false))
}

/// Two long numbers without a unit are a telephone number rather than a range.
fn is_code(first: Numeral, second: Numeral) -> bool {
    let is_long = |numeral: Numeral| numeral.form == Form::Digits && numeral.end - numeral.start >= 4;
    is_long(first) && is_long(second)
}

fn currency_length(text: &str, currency: Option<Currency>) -> usize {
    let Some(Currency::Known(kind)) = currency else { return 0 };
    let same = CURRENCIES.iter().filter(|(word, other)| *other == kind && look::starts_with(text, word));
    same.map(|(word, _)| word.len()).max().map_or(0, |length| {
        let rest = &text[length..];
        length + rest.len() - rest.trim_start().len()
    })
}

/// Reads a round sum of money without a number: 亿元以上, 超百亿元, 亿元项目; and 近百家.
pub(super) fn round_sum(scene: &Scene<'_>, at: usize) -> Option<Finding> {
    let (length, power) = look::starts(&scene.text[at..], words::ROUND)?;
    let before = scene.before(at);
    if before.ends_with(['几', '数', '余', '多', '好']) || before.ends_with(is_digit) {
        return Some(Finding::Nothing { until: at + length });
    }
    let tail = Tail::scan(&scene.text[at + length..], None).ok()?;
    let unit = tail.unit.filter(|unit| unit.is_money() || unit.is_count())?;
    let quantity = Quantity { number: Decimal::ONE, magnitude: Magnitude(power), unit };
    let end = at + length + tail.length;
    let amount = |qualifier| What::Amount(Amount { qualifier, quantity });
    if let Some((start, qualifier)) = round_qualifier(before) {
        return Some(Finding::said(amount(qualifier), scene.floor + start..end, false));
    }
    let rest = &scene.text[end..];
    if let Some((more, or_more)) = look::starts(rest, words::THRESHOLDS) {
        return Some(Finding::said(What::Threshold { quantity, or_more }, at..end + more, false));
    }
    if unit.is_money() && look::starts(rest, words::ROUND_THRESHOLDS).is_some() {
        return Some(Finding::said(What::Threshold { quantity, or_more: true }, at..end, false));
    }
    tail.qualifier.map(|qualifier| Finding::said(amount(qualifier), at..end, false))
}

/// The qualifier of a round sum, and where it begins; 签约 ends with none.
fn round_qualifier(before: &str) -> Option<(usize, Qualifier)> {
    let (start, found) = look::ends(before, words::ROUND_QUALIFIERS.iter().copied())?;
    let stands = qualifier(before).is_some() || !before[start..].starts_with(['约', '超', '近']);
    stands.then_some((start, found))
}
