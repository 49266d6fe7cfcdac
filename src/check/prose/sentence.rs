//! A sentence of a draft, as rules that look at one sentence want it.

use std::ops::Range;

use super::sense::{Measure, Sense};
use super::{Case, Draft, Read};
use crate::diagnostic::Span;
use crate::lang::Lang;
use crate::prose::Mention;

/// A sentence and what it mentions.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'s> {
    pub(crate) draft: &'s Draft<'s>,
    pub(crate) read: &'s Read,
    /// Where it begins and ends in the passage's text.
    start: usize,
    end: usize,
    /// What it mentions, in order.
    pub(crate) mentions: &'s [Mention],
}

impl<'a> Case<'a> {
    /// Every sentence of every draft.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        self.drafts().flat_map(|draft| {
            let of_passage = |read| of_passage(draft, read);
            draft.passages.iter().flat_map(of_passage)
        })
    }
}

fn of_passage<'s>(draft: &'s Draft<'s>, read: &'s Read) -> impl Iterator<Item = Sentence<'s>> {
    read.sentences.iter().map(move |range| {
        let from = read.mentions.partition_point(|mention| mention.span.start < range.start);
        let to = read.mentions.partition_point(|mention| mention.span.start < range.end);
        let mentions = read.mentions.get(from..to).unwrap_or_default();
        Sentence { draft, read, start: range.start, end: range.end, mentions }
    })
}

impl<'s> Sentence<'s> {
    /// The language.
    pub(crate) fn lang(&self) -> Lang {
        self.draft.lang
    }

    /// The sentence itself.
    pub(crate) fn text(&self) -> &'s str {
        self.slice(self.start..self.end)
    }

    /// What of the sentence stands before a mention.
    pub(crate) fn before(&self, mention: &Mention) -> &'s str {
        self.slice(self.start..mention.span.start)
    }

    /// What of the sentence stands after a mention.
    pub(crate) fn after(&self, mention: &Mention) -> &'s str {
        self.slice(mention.span.end..self.end)
    }

    /// What stands between two mentions.
    pub(crate) fn between(&self, first: &Mention, second: &Mention) -> &'s str {
        self.slice(first.span.end..second.span.start)
    }

    /// The words of a mention.
    pub(crate) fn said(&self, mention: &Mention) -> &'s str {
        self.slice(mention.span.clone())
    }

    /// A range of the passage's text; empty where it is none.
    pub(crate) fn slice(&self, range: Range<usize>) -> &'s str {
        self.read.passage.text.get(range).unwrap_or_default()
    }

    /// Where the sentence begins in the passage's text.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// Where a mention stands in the file.
    pub(crate) fn span(&self, mention: &Mention) -> Span {
        self.draft.span(&self.read.passage, &mention.span)
    }

    /// The measures among the mentions.
    pub(crate) fn measures(&self) -> Vec<(&'s Mention, Measure)> {
        let measure = |mention: &'s Mention| {
            let sense = Sense::of(&mention.what, mention.relation)?;
            Some((mention, *sense.measure()?))
        };
        self.mentions.iter().filter_map(measure).collect()
    }
}

/// Whether a text begins with one of `words`, white space aside and whatever the case; a word of letters ends there.
pub(crate) fn begins(text: &str, words: &[&str]) -> bool {
    let text = text.trim_start();
    words.iter().any(|word| {
        let is_there = text.get(..word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
        is_there && !(ends_in_letter(word) && text[word.len()..].starts_with(is_latin))
    })
}

/// Whether a text ends with one of `words`, likewise.
pub(crate) fn ends(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end();
    words.iter().any(|word| {
        let Some(start) = text.len().checked_sub(word.len()) else { return false };
        let is_there = text.get(start..).is_some_and(|found| found.eq_ignore_ascii_case(word));
        is_there && !(word.starts_with(is_latin) && text[..start].ends_with(is_latin))
    })
}

/// Whether one of `words` stands in a text, whatever the case.
pub(crate) fn holds(text: &str, words: &[&str]) -> bool {
    text.char_indices().any(|(at, _)| {
        let preceded = text[..at].ends_with(is_latin);
        words.iter().any(|word| {
            let is_there =
                text.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word));
            let is_part = preceded && word.starts_with(is_latin)
                || ends_in_letter(word)
                    && text.get(at + word.len()..).is_some_and(|rest| rest.starts_with(is_latin));
            is_there && !is_part
        })
    })
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn ends_in_letter(word: &str) -> bool {
    word.ends_with(is_latin)
}
