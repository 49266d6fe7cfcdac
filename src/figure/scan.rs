//! Moving forward over a text, recognising words and numbers.

use rust_decimal::Decimal;

use super::decimal;

/// A number with more digits than a decimal holds.
#[derive(Debug)]
pub(super) struct TooLong;

/// A place in a text. It moves only over what it recognises.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Cursor { text, at: 0 }
    }

    /// Bytes passed so far.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What lies ahead.
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes white space, of which there may be none.
    pub(super) fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Passes the longest of the words that stand here, the first of equals, and says what it means.
    pub(super) fn word<T>(&mut self, words: impl IntoIterator<Item = (&'static str, T)>) -> Option<T> {
        let rest = self.rest();
        let fitting = words.into_iter().filter_map(|(word, meaning)| Some((matched(rest, word)?, meaning)));
        let (length, meaning) = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        self.at += length;
        Some(meaning)
    }

    /// The same for a word that may be set off by white space or by one hyphen: `5 billion`, `5-billion-yuan`.
    pub(super) fn next_word<T>(&mut self, words: impl IntoIterator<Item = (&'static str, T)>) -> Option<T> {
        self.set_off(|ahead| ahead.word(words))
    }

    /// The same for a word out of many.
    pub(super) fn next_known<T: Copy>(&mut self, words: &Vocabulary<T>) -> Option<T> {
        self.set_off(|ahead| ahead.word(words.beginning_like(ahead.rest())))
    }

    fn set_off<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        match ahead.rest().strip_prefix('-') {
            Some(_) => ahead.at += 1,
            None => ahead.space(),
        }
        let meaning = read(&mut ahead)?;
        *self = ahead;
        Some(meaning)
    }

    /// Passes one word, white space before it included.
    pub(super) fn skip(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        ahead.space();
        let Some(length) = matched(ahead.rest(), word) else { return false };
        self.at = ahead.at + length;
        true
    }

    /// Passes a run of one to four digits, not more: the number and how many digits it has.
    pub(super) fn short_integer(&mut self) -> Option<(i16, usize)> {
        let (mut number, mut digits, mut length) = (0_i16, 0, 0);
        for c in self.rest().chars() {
            let Some(digit) = digit(c) else { break };
            number = number.checked_mul(10)?.checked_add(digit.into())?;
            digits += 1;
            length += c.len_utf8();
        }
        if !(1..=4).contains(&digits) {
            return None;
        }
        self.at += length;
        Some((number, digits))
    }

    /// Passes an unsigned number: digits, grouped by commas or not, and a fraction.
    pub(super) fn number(&mut self) -> Result<Option<Decimal>, TooLong> {
        let mut ahead = *self;
        let mut mantissa = Some(0);
        let mut run = ahead.digits(&mut mantissa);
        if run == 0 {
            return Ok(None);
        }
        while run <= 3 && ahead.is_at_group() {
            ahead.at += 1;
            run = ahead.digits(&mut mantissa);
        }
        let mut scale = 0;
        if let Some(point) = ahead.point() {
            ahead.at += point;
            scale = ahead.digits(&mut mantissa);
        }
        *self = ahead;
        let number = mantissa
            .zip(i32::try_from(scale).ok())
            .and_then(|(mantissa, scale)| decimal::exact(mantissa, scale));
        number.map(Some).ok_or(TooLong)
    }

    fn digits(&mut self, mantissa: &mut Option<i128>) -> usize {
        let mut count = 0;
        for c in self.rest().chars() {
            let Some(digit) = digit(c) else { break };
            *mantissa = mantissa.and_then(|number| number.checked_mul(10)?.checked_add(digit.into()));
            self.at += c.len_utf8();
            count += 1;
        }
        count
    }

    /// Whether a comma and exactly three digits lie ahead.
    fn is_at_group(&self) -> bool {
        let Some(group) = self.rest().strip_prefix(',') else { return false };
        group.chars().take_while(|c| digit(*c).is_some()).take(4).count() == 3
    }

    /// The length of a decimal point with a digit after it.
    fn point(&self) -> Option<usize> {
        let mut ahead = self.rest().chars();
        let point = ahead.next().filter(|c| fold(*c) == '.')?;
        ahead.next().and_then(digit).map(|_| point.len_utf8())
    }
}

/// Many words, sorted by their initials, so that a text is compared only with those that it may begin with.
#[derive(Debug)]
pub(super) struct Vocabulary<T>(Vec<(char, &'static str, T)>);

impl<T: Copy> Vocabulary<T> {
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let words = words.into_iter();
        let mut words: Vec<_> =
            words.filter_map(|(word, meaning)| Some((initial(word)?, word, meaning))).collect();
        // Equals stay in order, of which the first is meant.
        words.sort_by_key(|(initial, ..)| *initial);
        Vocabulary(words)
    }

    fn beginning_like(&self, text: &str) -> impl Iterator<Item = (&'static str, T)> {
        let wanted = initial(text);
        let start = self.0.partition_point(|(initial, ..)| Some(*initial) < wanted);
        let alike = self.0[start..].iter().take_while(move |(initial, ..)| Some(*initial) == wanted);
        alike.map(|&(_, word, meaning)| (word, meaning))
    }
}

/// The first character of a text, the same in either case and width.
fn initial(text: &str) -> Option<char> {
    text.chars().next().map(|first| fold(first).to_ascii_lowercase())
}

/// The length of `word` at the start of `text`, whatever its case and width; a space in it stands for any white
/// space or a hyphen. A word of letters ends where the letters end.
fn matched(text: &str, word: &str) -> Option<usize> {
    if differ_at_once(text.as_bytes(), word.as_bytes()) {
        return None;
    }
    let mut ahead = text.chars();
    for expected in word.chars() {
        let found = ahead.next()?;
        let fits = match expected {
            ' ' => found.is_whitespace() || found == '-',
            _ => fold(found).eq_ignore_ascii_case(&fold(expected)),
        };
        if !fits {
            return None;
        }
    }
    let rest = ahead.as_str();
    let ends_in_letter = word.ends_with(|c: char| c.is_ascii_alphabetic());
    let goes_on = ends_in_letter && rest.starts_with(|c: char| c.is_ascii_alphabetic());
    (!goes_on && !word.is_empty()).then_some(text.len() - rest.len())
}

/// Whether the first character alone tells that a text does not start with a word; most words of a list end here.
fn differ_at_once(text: &[u8], word: &[u8]) -> bool {
    match (text.first(), word.first()) {
        // Full-width forms, which have twins in ASCII, begin with 0xEF.
        (Some(0xEF), _) | (_, Some(0xEF | b' ')) => false,
        // Chinese characters are three bytes long.
        (Some(0xE0..0xEF), Some(0xE0..0xEF)) => text.get(..3) != word.get(..3),
        (Some(one), Some(other)) => !one.eq_ignore_ascii_case(other),
        _ => true,
    }
}

/// The ASCII twin of a full-width character.
fn fold(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn digit(c: char) -> Option<u8> {
    fold(c).to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> (Option<String>, usize) {
        let mut cursor = Cursor::new(text);
        let number = cursor.number().unwrap();
        (number.map(|number| number.to_string()), cursor.at())
    }

    #[test]
    fn numbers_are_passed_as_far_as_they_go() {
        for (text, expected, length) in [
            ("1,234,567.80元", "1234567.80", 12),
            ("121，458", "121", 3),
            ("121, 458", "121", 3),
            ("1,2345", "1", 1),
            ("1234,567", "1234", 4),
            ("5.", "5", 1),
            ("１５．５", "15.5", 12),
            ("007", "7", 3),
        ] {
            assert_eq!(number(text), (Some(expected.to_owned()), length), "{text}");
        }
        assert_eq!(number(".5"), (None, 0));
        assert!(Cursor::new(&"9".repeat(60)).number().is_err());
        assert!(Cursor::new(&format!("0.{}1", "0".repeat(40))).number().is_err());
    }

    #[test]
    fn words_end_where_their_letters_end() {
        let words = [("mu", 1), ("million", 2), ("million mu", 3), ("千", 4), ("%", 5)];
        for (text, meaning) in [
            ("mu", Some(1)),
            ("mud", None),
            ("million\u{a0}MU,", Some(3)),
            ("millions", None),
            ("千瓦", Some(4)),
            ("％", Some(5)),
        ] {
            assert_eq!(Cursor::new(text).word(words), meaning, "{text}");
        }
        assert_eq!(Cursor::new("-million-mu").next_word(words), Some(3));
    }
}
