//! Looking around a place in a text.

/// What ends ranges of numbers: 10—20亿元, 63%～68%, 10 to 20.
const DASHES: [char; 9] = ['—', '–', '-', '－', '−', '~', '～', '至', '到'];

/// The length of the longest of `words` that `text` starts with, and its meaning; whatever the case of its letters.
/// A word of letters ends where the letters end.
pub(super) fn starts<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<(usize, T)> {
    let fitting = words.iter().filter(|(word, _)| starts_with(text, word));
    fitting.max_by_key(|(word, _)| word.len()).map(|&(word, meaning)| (word.len(), meaning))
}

/// The same after white space, which counts towards the length.
pub(super) fn starts_after_space<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<(usize, T)> {
    let space = text.len() - text.trim_start().len();
    starts(&text[space..], words).map(|(length, meaning)| (space + length, meaning))
}

/// Whether `text` starts with `word`; a space in it stands for any one white space or a hyphen.
pub(super) fn starts_with(text: &str, word: &str) -> bool {
    if let (Some(first), Some(expected)) = (text.as_bytes().first(), word.as_bytes().first())
        && *expected != b' '
        && !first.eq_ignore_ascii_case(expected)
    {
        return false;
    }
    let mut ahead = text.chars();
    let fits = word.chars().all(|expected| {
        ahead.next().is_some_and(|found| match expected {
            ' ' => found.is_whitespace() || found == '-',
            _ => found.eq_ignore_ascii_case(&expected),
        })
    });
    fits && !(word.ends_with(is_letter) && ahead.as_str().starts_with(is_letter))
}

/// Where the longest of `words` begins that `text` ends with, white space after it aside, and its meaning.
/// A word of letters begins where letters begin.
pub(super) fn ends<'w, T>(text: &str, words: impl Iterator<Item = (&'w str, T)>) -> Option<(usize, T)> {
    let text = text.trim_end();
    let fitting = words.filter_map(|(word, meaning)| ends_with(text, word).map(|start| (start, meaning)));
    fitting.reduce(|best, next| if next.0 < best.0 { next } else { best })
}

/// Where `word` begins if `text` ends with it.
pub(super) fn ends_with(text: &str, word: &str) -> Option<usize> {
    if !text.as_bytes().last()?.eq_ignore_ascii_case(word.as_bytes().last()?) {
        return None;
    }
    let start = text.len().checked_sub(word.len())?;
    let is_there = text.get(start..)?.eq_ignore_ascii_case(word);
    let goes_on = word.starts_with(is_letter) && text[..start].ends_with(is_letter);
    (is_there && !goes_on).then_some(start)
}

/// The word of letters that `text` ends with, white space after it aside.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    &text[text.trim_end_matches(is_letter).len()..]
}

/// The word of letters that `text` starts with.
pub(super) fn first_word(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(is_letter).len()]
}

/// The length of a dash, 至, 到 or "to" with the white space around it, if a range may go on there.
pub(super) fn dash(text: &str) -> Option<usize> {
    let rest = text.trim_start();
    let after = match rest.chars().next()? {
        c if DASHES.contains(&c) => rest[c.len_utf8()..].trim_start(),
        _ if starts_with(rest, "to") => rest[2..].strip_prefix(char::is_whitespace)?.trim_start(),
        _ => return None,
    };
    Some(text.len() - after.len())
}

/// The last clause of a text: what follows its last comma, stop or line break.
pub(super) fn clause(text: &str) -> &str {
    let start = text.rfind(['，', '。', '；', '：', '！', '？', ',', ';', '\n']).unwrap_or(0);
    &text[start..]
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// A digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// A Chinese character, punctuation not included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '〇' | '\u{20000}'..='\u{3FFFF}')
}

/// The value of a run of one or two digits, and its length.
pub(super) fn small(text: &str) -> Option<(i8, usize)> {
    let (number, length) = digits(text)?;
    i8::try_from(number).ok().filter(|_| length <= 2).map(|number| (number, length))
}

/// The value of a run of ASCII digits, and its length.
pub(super) fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    text[..length].parse().ok().map(|number| (number, length))
}
