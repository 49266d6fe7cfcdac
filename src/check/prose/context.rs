//! The sentence that a word stands in, for what it excuses or asks for.

use std::ops::Range;

use super::lexicon::is_han;
use crate::lang::Lang;
use crate::prose;

/// The sentence around a place of a text, in small letters.
pub(super) fn sentence(text: &str, lang: Lang, at: &Range<usize>) -> String {
    let sentences = prose::sentences(text, lang);
    let around = sentences.into_iter().find(|sentence| sentence.start <= at.start && at.start < sentence.end);
    around.and_then(|range| text.get(range)).unwrap_or(text).to_lowercase()
}

/// Whether one of some words begins somewhere in a sentence in small letters; Chinese ones may begin anywhere.
pub(super) fn has_any<S: AsRef<str>>(sentence: &str, words: &[S]) -> bool {
    words.iter().map(AsRef::as_ref).any(|word| {
        sentence.match_indices(word).any(|(at, _)| {
            let before = sentence[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() && !is_han(c)) || word.starts_with(is_han)
        })
    })
}

/// Whether a sentence is about the words themselves, which stand in quotation marks: corrected “New Deal” to ….
pub(super) fn is_quoted(text: &str, at: &Range<usize>, sentence: &str) -> bool {
    let before = text[..at.start].chars().next_back();
    before.is_some_and(|c| "\"“‘'《".contains(c))
        && has_any(
            sentence,
            &["correct", "translat", "mistranslat", "render", "word", "phrase", "译", "提法", "说法"],
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_within_their_sentence() {
        let text = "A dock was built. The port grew.";
        let around = sentence(text, Lang::En, &(2..6));
        assert_eq!(around, "a dock was built.");
        assert!(has_any(&around, &["buil"]) && !has_any(&around, &["port", "uilt"]));
        assert!(has_any("严禁税收返还", &["返还"]));
    }
}
