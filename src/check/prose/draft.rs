//! A text that has been read once, for all rules.

use std::ops::Range;

use crate::diagnostic::{SourceId, Span};
use crate::lang::Lang;
use crate::prose::{self, Mention, Passage};

/// A text in one language, read.
pub(crate) struct Draft<'a> {
    /// The language that it is in.
    pub(crate) lang: Lang,
    /// The file.
    pub(crate) source: SourceId,
    /// The file's text.
    pub(crate) text: &'a str,
    /// Its passages, in order.
    pub(crate) passages: Vec<Read>,
}

/// A passage and what it mentions.
pub(crate) struct Read {
    /// The passage.
    pub(crate) passage: Passage,
    /// Its quantities and times, in order; spans are bytes of the passage's text.
    pub(crate) mentions: Vec<Mention>,
    /// Its sentences, in order, as bytes of the passage's text.
    pub(crate) sentences: Vec<Range<usize>>,
}

impl<'a> Draft<'a> {
    /// Reads a narrative.
    pub(crate) fn of_markdown(lang: Lang, source: SourceId, text: &'a str) -> Self {
        Draft::of(lang, source, text, prose::passages(text, lang))
    }

    /// Reads plain text.
    pub(crate) fn of_plain(lang: Lang, source: SourceId, text: &'a str) -> Self {
        Draft::of(lang, source, text, prose::plain(text))
    }

    fn of(lang: Lang, source: SourceId, text: &'a str, passages: Vec<Passage>) -> Self {
        let read = |passage: Passage| Read {
            mentions: prose::read(&passage.text, lang),
            sentences: prose::sentences(&passage.text, lang),
            passage,
        };
        Draft { lang, source, text, passages: passages.into_iter().map(read).collect() }
    }

    /// Where in the file a range of a passage's text stands.
    pub(crate) fn span(&self, passage: &Passage, range: &Range<usize>) -> Span {
        Span::new(self.source, passage.source(range))
    }
}
