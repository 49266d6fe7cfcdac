//! Numbers that stand in a text although its reader takes them for no quantity: "three are in talks", 128号.

use rust_decimal::Decimal;

use super::Draft;
use super::sense::{Dim, Measure};
use crate::lang::Lang;

/// The words for 2 to 12, 两 before 二.
const WORDS_ZH: [&str; 12] = ["两", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const WORDS_EN: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A draft, to be searched for what was not read in it.
pub(crate) struct Unread<'d> {
    draft: &'d Draft<'d>,
    /// The group of each section.
    groups: &'d [usize],
}

impl<'d> Unread<'d> {
    /// Of a draft whose sections belong to these groups.
    pub(crate) fn new(draft: &'d Draft<'d>, groups: &'d [usize]) -> Self {
        Unread { draft, groups }
    }

    /// Whether the number of a measure stands unread in a group of sections: in its digits, or as a small number
    /// in words.
    pub(crate) fn has(&self, group: usize, measure: &Measure) -> bool {
        let passages = self.draft.passages.iter();
        let in_group = passages.filter(|read| self.groups.get(read.passage.section) == Some(&group));
        let words = words(measure, self.draft.lang);
        let mut found = false;
        for read in in_group {
            let text = &read.passage.text;
            let is_unread = |at: usize| !read.mentions.iter().any(|mention| mention.span.contains(&at));
            found |= numbers(text).any(|(at, number)| number == measure.number && is_unread(at));
            found |= is_half_year(measure) && (text.contains('半') || text.contains("and a half"));
            found |= words.iter().any(|word| is_word_in(text, word, self.draft.lang, is_unread));
        }
        found
    }
}

/// Whether a number of months is so many years and a half.
fn is_half_year(measure: &Measure) -> bool {
    measure.unit == "个月" && measure.number % Decimal::from(12) == Decimal::from(6)
}

/// The words that a small count is written in.
fn words(measure: &Measure, lang: Lang) -> &'static [&'static str] {
    let countable = matches!(measure.dim, Dim::Count | Dim::Months | Dim::Days | Dim::Times);
    let small = (2..=12_u32).find(|small| countable && Decimal::from(*small) == measure.number);
    let Some(small) = small else { return &[] };
    let at = small as usize - 2;
    match lang {
        Lang::En => &WORDS_EN[at..=at],
        Lang::Zh if small == 2 => &WORDS_ZH[..2],
        Lang::Zh => &WORDS_ZH[at + 1..=at + 1],
    }
}

fn is_word_in(text: &str, word: &str, lang: Lang, is_unread: impl Fn(usize) -> bool) -> bool {
    let is_letter = |c: Option<char>| lang == Lang::En && c.is_some_and(char::is_alphabetic);
    text.char_indices().any(|(at, _)| {
        let here = text.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
        here && !is_letter(text[..at].chars().next_back())
            && !is_letter(text[at + word.len()..].chars().next())
            && is_unread(at)
    })
}

/// The numbers in digits of a text, and where each begins.
fn numbers(text: &str) -> impl Iterator<Item = (usize, Decimal)> {
    let is_digit = |c: u8| c.is_ascii_digit();
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(move |&at| {
        let goes_on = at > 0
            && (is_digit(bytes[at - 1])
                || b".,".contains(&bytes[at - 1]) && at > 1 && is_digit(bytes[at - 2]));
        is_digit(bytes[at]) && !goes_on
    });
    starts.filter_map(move |start| {
        let is_part = |at: &usize| {
            let inside = b".,".contains(&bytes[*at]) && bytes.get(at + 1).copied().is_some_and(is_digit);
            is_digit(bytes[*at]) || inside
        };
        let length = (start..bytes.len()).take_while(is_part).count();
        let number = text[start..start + length].replace(',', "").parse::<Decimal>().ok()?;
        Some((start, number.normalize()))
    })
}
