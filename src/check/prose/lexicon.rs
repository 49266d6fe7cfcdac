//! Looking for many words in one pass, and for names that differ from known ones by a slip.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use crate::diagnostic::distance;

/// Words and what they mean, all looked for at once.
pub(super) struct Lexicon<T> {
    /// None if there are more words than an automaton can hold.
    automaton: Option<AhoCorasick>,
    meanings: Vec<T>,
}

impl<T: Clone> Lexicon<T> {
    /// Takes words in; of two that are the same, the first counts.
    pub(super) fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, T)>) -> Self {
        let (mut words, mut meanings) = (Vec::new(), Vec::new());
        for (word, meaning) in entries {
            let word = word.as_ref();
            if word.trim().is_empty() {
                continue;
            }
            if word.contains('\'') {
                words.push(fold(&word.replace('\'', "’")));
                meanings.push(meaning.clone());
            }
            words.push(fold(word));
            meanings.push(meaning);
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        Lexicon { automaton, meanings }
    }

    /// The words of the lexicon in a text, in order and without overlaps, the longest at each place.
    ///
    /// Letters count whatever their case; a hyphen, a tab or a line break is a space; Latin words are whole words.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, &T)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = fold(text);
        automaton
            .find_iter(&folded)
            .filter(|found| is_whole(text, &found.range()))
            .filter_map(|found| Some((found.range(), self.meanings.get(found.pattern().as_usize())?)))
            .collect()
    }

    /// Whether any of its words stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }
}

/// The bytes of a text with small letters and plain spaces; every byte stays at its place.
fn fold(text: &str) -> Vec<u8> {
    let fold = |byte: u8| match byte {
        b'\n' | b'\r' | b'\t' | b'-' => b' ',
        _ => byte.to_ascii_lowercase(),
    };
    text.bytes().map(fold).collect()
}

/// Whether a range neither begins nor ends inside a Latin word.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let (Some(before), Some(found), Some(after)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return false;
    };
    let cut = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(is_word_character) && inner.is_some_and(is_word_character)
    };
    !cut(before.chars().next_back(), found.chars().next())
        && !cut(after.chars().next(), found.chars().next_back())
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// A Chinese character, punctuation not included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '〇' | '\u{20000}'..='\u{3FFFF}')
}

/// A Latin word of a text.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// It, as written.
    pub(super) text: &'t str,
}

impl Word<'_> {
    /// The word in small letters, apostrophes left out.
    pub(super) fn key(&self) -> String {
        key(self.text)
    }

    /// Whether it begins with a capital and goes on in small letters.
    pub(super) fn is_name(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && !letters.any(char::is_uppercase)
    }
}

/// A name in small letters without what is no letter, so that Xi’an and Xian are one.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The Latin words of a text; an apostrophe inside a word belongs to it, a possessive ’s does not.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_letter = |c: char| c.is_alphabetic() && !is_han(c);
    let mut words = Vec::new();
    let mut rest = 0;
    while let Some(found) = text[rest..].find(is_letter) {
        let start = rest + found;
        let run =
            |from: usize| text[from..].find(|c| !is_letter(c)).map_or(text.len(), |length| from + length);
        let mut end = run(start);
        for apostrophe in ["'", "’"] {
            let Some(after) = text[end..].strip_prefix(apostrophe) else { continue };
            let next = text.len() - after.len();
            if run(next) > next + 1 {
                end = run(next);
            }
        }
        words.push(Word { range: start..end, text: &text[start..end] });
        rest = end;
    }
    words
}

/// Names in small letters, to be found from one that differs from them by a slip.
///
/// A slip leaves the first two letters or the last two as they are, so that few names have to be compared.
pub(super) struct NearNames<T> {
    names: Vec<(Vec<char>, T)>,
    by_edge: FxHashMap<(bool, char, char), Vec<usize>>,
}

impl<T> NearNames<T> {
    /// Takes names in.
    pub(super) fn new(names: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut near = NearNames { names: Vec::new(), by_edge: FxHashMap::default() };
        for (name, meaning) in names {
            let letters: Vec<char> = name.chars().collect();
            for edge in edges(&letters) {
                near.by_edge.entry(edge).or_default().push(near.names.len());
            }
            near.names.push((letters, meaning));
        }
        near
    }

    /// What is called almost so, but not quite: one letter more, less or other, two swapped, or in a long name the
    /// same letters in another order.
    pub(super) fn find(&self, name: &str) -> impl Iterator<Item = &T> {
        let letters: Vec<char> = name.chars().collect();
        let mut candidates: Vec<usize> = edges(&letters)
            .into_iter()
            .filter_map(|edge| self.by_edge.get(&edge))
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into_iter().filter_map(move |index| {
            let (known, meaning) = self.names.get(index)?;
            is_slip(&letters, known).then_some(meaning)
        })
    }
}

fn edges(letters: &[char]) -> Vec<(bool, char, char)> {
    match letters {
        [first, second, .., before, last] => vec![(false, *first, *second), (true, *before, *last)],
        _ => Vec::new(),
    }
}

fn is_slip(a: &[char], b: &[char]) -> bool {
    if a == b {
        return false;
    }
    let sorted = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        letters
    };
    distance(a, b, 1).is_some() || (a.len() >= 7 && a.len() == b.len() && sorted(a) == sorted(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_whatever_their_case() {
        let lexicon = Lexicon::new([("special class", 1), ("dock", 2), ("调度", 3), ("Xi'an", 4)]);
        let found = |text| {
            lexicon.find(text).into_iter().map(|(range, what)| (&text[range], *what)).collect::<Vec<_>>()
        };
        assert_eq!(found("A Special\nclass, no docker."), [("Special\nclass", 1)]);
        assert_eq!(found("dock的调度会, Xi’an"), [("dock", 2), ("调度", 3), ("Xi’an", 4)]);
    }

    #[test]
    fn words_keep_their_apostrophes() {
        let words: Vec<&str> =
            words("Xi'an’s 2号 Zhi’an don't 茌平Chiping").iter().map(|word| word.text).collect();
        assert_eq!(words, ["Xi'an", "s", "Zhi’an", "don", "t", "Chiping"]);
    }

    #[test]
    fn slips_are_near() {
        let near = NearNames::new([
            ("zhoushan".to_owned(), 1),
            ("huaihua".to_owned(), 2),
            ("lichunqiu".to_owned(), 3),
        ]);
        let found = |name| near.find(name).copied().collect::<Vec<_>>();
        assert_eq!(found("zhousan"), [1]);
        assert_eq!(found("huahuai"), [2]);
        assert_eq!(found("liqiuchun"), [3]);
        assert_eq!(found("zhoushan"), [0; 0]);
        assert_eq!(found("ab"), [0; 0]);
    }
}
