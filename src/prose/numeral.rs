//! Numbers in digits, in Chinese numerals and in English words.

use rust_decimal::Decimal;

use super::english::{Word, word};
use super::look::{self, is_digit};
use crate::figure::scan_number;

/// A number as far as it is digits or number words; 万 and million are left to what follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) number: Decimal,
    pub(super) form: Form,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a number is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Digits,
    Chinese,
    English,
}

/// The number that stands at a place.
pub(super) fn at(text: &str, start: usize) -> Option<Numeral> {
    let rest = text.get(start..)?;
    let (number, form, length) = match rest.chars().next()? {
        c if is_digit(c) => scan_number(rest).map(|(number, length)| (number, Form::Digits, length))?,
        c if is_numeral(c) => chinese(rest).map(|(number, length)| (number, Form::Chinese, length))?,
        c if look::is_letter(c) => {
            let (number, length) = english(rest)?;
            (Decimal::from(number), Form::English, length)
        }
        _ => return None,
    };
    Some(Numeral { number, form, start, end: start + length })
}

/// A Chinese digit or one of 十, 百, 千.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || power(c).is_some()
}

/// The value of a Chinese digit.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// A Chinese numeral below ten thousand, perhaps with decimals: 二十, 一百零五, 三百五, 一点四.
///
/// Digits in a row, as in 二〇二二 and 两三, are no numeral; nor are 百 and 千 without a digit before them.
fn chinese(text: &str) -> Option<(Decimal, usize)> {
    let mut numeral = Chinese { last: 10_000, ..Chinese::default() };
    let mut length = 0;
    for c in text.chars() {
        if !numeral.take(c)? {
            break;
        }
        length += c.len_utf8();
    }
    let whole = numeral.finish()?;
    let (number, decimals) = decimals(whole, &text[length..]);
    Some((number, length + decimals))
}

#[derive(Default)]
struct Chinese {
    value: u32,
    digit: Option<u32>,
    /// The last power of ten, below which the next must lie.
    last: u32,
    zero: bool,
}

impl Chinese {
    /// Takes a character in; false if it is none of a numeral, `None` if it spoils it.
    fn take(&mut self, c: char) -> Option<bool> {
        if let Some(digit) = digit(c) {
            if self.digit.is_some() || (digit == 0 && self.value == 0) {
                return None;
            }
            if digit == 0 {
                self.zero = true;
            } else {
                self.digit = Some(digit);
            }
            return Some(true);
        }
        let Some(power) = power(c) else { return Some(false) };
        let count = match self.digit.take() {
            Some(count) => count,
            None if power == 10 && self.value == 0 => 1,
            None => return None,
        };
        if power >= self.last {
            return None;
        }
        self.value += count * power;
        (self.last, self.zero) = (power, false);
        Some(true)
    }

    /// The value; 一百二 is 120 and 一百零二 is 102.
    fn finish(self) -> Option<u32> {
        let ones = self.digit.unwrap_or(0);
        let is_short = self.last < 10_000 && self.last > 10 && !self.zero;
        let value = self.value + if is_short { ones * self.last / 10 } else { ones };
        (value > 0).then_some(value)
    }
}

/// Adds the digits after 点, and says how many bytes they take.
fn decimals(whole: u32, rest: &str) -> (Decimal, usize) {
    let after = rest.strip_prefix('点').unwrap_or_default();
    let digits = after.chars().map_while(digit).take(9);
    let (number, places) = digits
        .fold((i64::from(whole), 0), |(number, places), digit| (number * 10 + i64::from(digit), places + 1));
    // Every digit, like 点 itself, is three bytes long.
    (Decimal::new(number, places), if places == 0 { 0 } else { 3 + 3 * places as usize })
}

/// An English number in words, below a million: thirty-two, one hundred and five, two thousand.
fn english(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length) = below_thousand(text)?;
    if let Some(thousand) = next(&text[length..], Word::Thousand) {
        value *= 1000;
        length += thousand;
        if let Some((rest, more)) = joined(&text[length..]) {
            value += rest;
            length += more;
        }
    }
    Some((value, length))
}

fn below_thousand(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length) = below_hundred(text)?;
    if let Some(hundred) = next(&text[length..], Word::Hundred) {
        value *= 100;
        length += hundred;
        if let Some((rest, more)) = joined(&text[length..]).filter(|(rest, _)| *rest < 100) {
            value += rest;
            length += more;
        }
    }
    Some((value, length))
}

fn below_hundred(text: &str) -> Option<(u32, usize)> {
    let (value, length) = plain(text)?;
    if value < 20 {
        return Some((value, length));
    }
    let ones = after_joint(&text[length..]).and_then(|joint| {
        plain(&text[length + joint..]).filter(|(ones, _)| *ones < 10).map(|(ones, more)| (ones, joint + more))
    });
    let (ones, more) = ones.unwrap_or_default();
    Some((value + ones, length + more))
}

fn plain(text: &str) -> Option<(u32, usize)> {
    let first = look::first_word(text);
    match word(first) {
        Some(Word::Number(value)) => Some((value, first.len())),
        _ => None,
    }
}

/// What goes on after "hundred" or "thousand", with "and" or without.
fn joined(text: &str) -> Option<(u32, usize)> {
    let mut at = after_joint(text)?;
    if look::starts_with(&text[at..], "and") {
        at += 3 + after_joint(&text[at + 3..])?;
    }
    below_thousand(&text[at..]).map(|(value, length)| (value, at + length))
}

/// The length of the next word, with what joins it, if it is the one expected.
fn next(text: &str, expected: Word) -> Option<usize> {
    let at = after_joint(text)?;
    let found = look::first_word(&text[at..]);
    (word(found) == Some(expected)).then_some(at + found.len())
}

/// The length of the one white space or hyphen between number words.
fn after_joint(text: &str) -> Option<usize> {
    text.chars().next().filter(|c| c.is_whitespace() || *c == '-').map(char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        at(text, 0).map(|numeral| (numeral.number.normalize().to_string(), &text[numeral.end..]))
    }

    #[test]
    fn chinese_numerals_are_read() {
        for (text, value, rest) in [
            ("一百二十一个", "121", "个"),
            ("十个", "10", "个"),
            ("二十余家", "20", "余家"),
            ("一百零五家", "105", "家"),
            ("三百五", "350", ""),
            ("两千零六十亩", "2060", "亩"),
            ("九千九百九十九", "9999", ""),
            ("三万", "3", "万"),
            ("一点四倍", "1.4", "倍"),
            ("三点要求", "3", "点要求"),
            ("十二点〇五", "12.05", ""),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest)), "{text}");
        }
        for text in ["两三个", "二〇二二年", "百家", "千方百计", "零距离", "一二三产业", "十百", "二十百"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn english_numbers_are_read() {
        for (text, value, rest) in [
            ("thirty-two projects", "32", " projects"),
            ("one hundred and twenty-one", "121", ""),
            ("one hundred twenty one,", "121", ","),
            ("Two thousand five hundred", "2500", ""),
            ("nine hundred ninety-nine thousand nine hundred and ninety-nine", "999999", ""),
            ("three million", "3", " million"),
            ("twenty and more", "20", " and more"),
            ("ten thousand and five", "10005", ""),
            ("five hundred thousand", "500000", ""),
            ("eleven", "11", ""),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest)), "{text}");
        }
        for text in ["hundred", "tent", "oneness", "million", "and two"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
