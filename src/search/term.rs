//! Terms: what a text is found by.
//!
//! - **Han characters**: every two that stand together (招商, 商引, 引资), so that a word is found wherever segmentation
//!   would cut it. The last of a run is a term of its own; so the terms that begin with a character lead to every text
//!   that has it.
//! - **Words** of other scripts, whole and in lower case; the reader works out stems.
//! - **Numbers** as written (`16.28`; `1,936` loses its comma). A number that is followed by a Han character or `%`
//!   takes it along (`162.8亿`, `340%`), because a bare number is in too many texts.
//! - **Names** of pages, whole: `=` and their letters, so that a name leads first to what bears it.

/// A text as terms see it: full-width forms as half-width, lower case, no thousands separators.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            ',' if is_separator(&text[..at], &text[at + 1..]) => {}
            '\u{3000}' => folded.push(' '),
            'a'..='z' | '0'..='9' | ' ' => folded.push(c),
            _ if is_han(c) => folded.push(c),
            _ => folded.extend(half_width(c).to_lowercase()),
        }
    }
    folded
}

/// Whether a comma parts thousands: a digit before it, exactly three after it.
fn is_separator(before: &str, after: &str) -> bool {
    let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    digits == 3 && before.ends_with(|c: char| c.is_ascii_digit())
}

fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character is Han.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Hands every term of a folded text to `visit`, as often as it stands there.
pub fn visit<'t>(folded: &'t str, mut visit: impl FnMut(&'t str)) {
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let length = if is_han(c) {
            han_run(rest, &mut visit)
        } else if is_word(c) {
            word(rest, &mut visit)
        } else {
            c.len_utf8()
        };
        rest = &rest[length..];
    }
}

/// The terms of the Han characters that `text` begins with; returns how many bytes they take.
fn han_run<'t>(text: &'t str, visit: &mut impl FnMut(&'t str)) -> usize {
    let mut last = 0..0;
    for (at, c) in text.char_indices().take_while(|(_, c)| is_han(*c)) {
        let here = at..at + c.len_utf8();
        if !last.is_empty() {
            visit(&text[last.start..here.end]);
        }
        last = here;
    }
    visit(&text[last.clone()]);
    last.end
}

/// The word or number that `text` begins with; returns how many bytes it takes.
fn word<'t>(text: &'t str, visit: &mut impl FnMut(&'t str)) -> usize {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let inside =
        |(at, c): (usize, char)| is_word(c) || (c == '.' && at > 0 && is_digit(at - 1) && is_digit(at + 1));
    let end = text.char_indices().find(|&found| !inside(found)).map_or(text.len(), |(at, _)| at);
    let is_number = text[..end].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let unit = text[end..].chars().next().filter(|&c| is_number && (is_han(c) || c == '%'));
    let term = &text[..end + unit.map_or(0, char::len_utf8)];
    // What is left of a possessive is in too many texts.
    if term != "s" {
        visit(term);
    }
    end
}

/// The term of a whole name: its letters and digits without what stands between them.
pub fn name(folded: &str) -> String {
    std::iter::once('=').chain(folded.chars().filter(|&c| is_han(c) || is_word(c))).collect()
}

/// The beginning of a term by which its shard is chosen: one Han character, or up to three others. Whatever a reader
/// may want to see beside a term stands in one shard with it: its inflections, or all words with one character.
fn key(term: &str) -> impl Iterator<Item = char> {
    let term = term.strip_prefix('=').unwrap_or(term);
    let count = if term.starts_with(is_han) { 1 } else { 3 };
    term.chars()
        .take(count)
        .take_while(|c| *c != '%')
        .enumerate()
        .take_while(|(at, c)| *at == 0 || !is_han(*c))
        .map(|(_, c)| c)
}

/// The shard of a term among `shards`, which is a power of two (FNV-1a over the code points of its beginning).
pub fn shard_of(term: &str, shards: usize) -> usize {
    let hash = key(term).fold(0x811C_9DC5_u32, |hash, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193));
    hash as usize & (shards - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        visit(&fold(text), |term| found.push(term.to_owned()));
        found
    }

    #[test]
    fn shards_keep_together_what_is_looked_up_together() {
        for (one, other) in [
            ("招商", "招"),
            ("signed", "signs"),
            ("162.8亿", "162.8"),
            ("17个", "17"),
            ("340%", "340"),
            ("=怀化市", "怀化"),
        ] {
            assert_eq!(shard_of(one, 64), shard_of(other, 64), "{one} {other}");
        }
    }

    #[test]
    fn commas_part_thousands_only_between_digits() {
        assert_eq!(terms("1,936 and 12,34"), ["1936", "and", "12", "34"]);
        assert_eq!(terms("签约12，345亿元"), ["签约", "约", "12", "345亿", "亿元", "元"]);
    }
}
