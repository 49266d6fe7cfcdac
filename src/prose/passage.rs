//! A narrative as plain running text, piece by piece, with the way back to its source.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use crate::lang::Lang;
use crate::markdown::{self, Directive, Piece};

/// Stands in a passage for what is no text: a directive, code, raw HTML.
pub const OBJECT: char = '\u{FFFC}';

/// A paragraph, heading, list item or table cell as plain text.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Passage {
    /// 0 before the first heading, then one more for every `##`.
    pub section: usize,
    /// The id that an editor gave that heading: `{#practice}`.
    pub id: Option<String>,
    /// What it is.
    pub kind: PassageKind,
    /// The text without markup. A directive is one U+FFFC; so is code, and raw HTML.
    pub text: String,
    /// The directives and their places in the text.
    pub directives: Vec<(usize, Directive)>,
    /// Which bytes of the text come from which bytes of the source, in order.
    places: Vec<(Range<usize>, Range<usize>)>,
}

/// What a passage is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum PassageKind {
    /// A paragraph, or a directive in the place of one.
    #[default]
    Paragraph,
    /// A heading of any level.
    Heading,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A paragraph of a footnote, in the section where it is written.
    Footnote,
}

impl Passage {
    /// The bytes of the source that a range of the text comes from, from its first piece to its last.
    ///
    /// What was written otherwise than it reads (`&amp;`, a directive) is taken in as a whole.
    pub fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.offset(range.start, false);
        start..self.offset(range.end, true).max(start)
    }

    fn offset(&self, at: usize, is_end: bool) -> usize {
        let holds = |text: &Range<usize>| if is_end { text.end >= at } else { text.end > at };
        let first = self.places.partition_point(|(text, _)| !holds(text));
        match self.places.get(first) {
            Some((text, source)) if text.len() == source.len() => {
                source.start + at.saturating_sub(text.start).min(text.len())
            }
            Some((_, source)) if is_end => source.end,
            Some((_, source)) => source.start,
            None => self.places.last().map_or(0, |(_, source)| source.end),
        }
    }

    fn push(&mut self, text: &str, source: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.places.push((start..self.text.len(), source));
    }
}

/// The passages of a Markdown narrative, in order; code blocks are none.
///
/// A directive in a paragraph of its own is a passage of one U+FFFC.
pub fn passages(narrative: &str, lang: Lang) -> Vec<Passage> {
    let mut collector = Collector { source: narrative, ..Collector::default() };
    markdown::walk(narrative, lang, |piece, range| collector.take(piece, range));
    collector.flush();
    collector.passages
}

/// The passages of a plain text: what empty lines divide, all in section 0.
pub fn plain(text: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        match (&mut open, line.trim().is_empty()) {
            (_, true) => passages.extend(open.take()),
            (Some(open), false) => open.end = range.end,
            (None, false) => open = Some(range),
        }
    }
    passages.extend(open);
    passages
        .into_iter()
        .map(|range| {
            let mut passage = Passage::default();
            passage.push(&text[range.clone()], range);
            passage
        })
        .collect()
}

/// Gathers passages from the pieces of a narrative.
#[derive(Default)]
struct Collector<'a> {
    source: &'a str,
    passages: Vec<Passage>,
    open: Passage,
    section: usize,
    id: Option<String>,
    /// The blocks that hold text now, the innermost last.
    kinds: Vec<PassageKind>,
    in_code: bool,
}

impl Collector<'_> {
    fn take(&mut self, piece: Piece<'_>, range: Range<usize>) {
        match piece {
            Piece::Event(Event::Start(tag)) => self.start(&tag),
            Piece::Event(Event::End(tag)) => self.end(tag),
            Piece::Event(Event::Text(text)) if !self.in_code => {
                self.open.push(&text, self.place(&text, range));
            }
            Piece::Event(Event::SoftBreak | Event::HardBreak) => self.open.push(" ", range),
            Piece::Event(Event::Code(_)) | Piece::Refused(_) => self.push_object(range),
            Piece::Inline(directive) | Piece::Block(directive) => {
                self.open.directives.push((self.open.text.len(), directive.clone()));
                self.push_object(range);
                if matches!(piece, Piece::Block(_)) {
                    self.flush();
                }
            }
            _ => {}
        }
    }

    /// Where a text stands in the source: the parser says where its markup does.
    fn place(&self, text: &str, range: Range<usize>) -> Range<usize> {
        if range.len() == text.len() {
            return range;
        }
        match self.source[range.clone()].find(text) {
            Some(at) => range.start + at..range.start + at + text.len(),
            None => range,
        }
    }

    fn push_object(&mut self, range: Range<usize>) {
        self.open.push(OBJECT.encode_utf8(&mut [0; 3]), range);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let Some(kind) = kind(tag) else {
            self.in_code |= matches!(tag, Tag::CodeBlock(_));
            return;
        };
        self.flush();
        let is_within = matches!(kind, PassageKind::Paragraph) && !self.kinds.is_empty();
        let outer = self.kinds.last().copied().filter(|_| is_within);
        self.kinds.push(outer.unwrap_or(kind));
        if let Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, id, .. } = tag {
            self.section += 1;
            self.id = id.as_ref().map(ToString::to_string);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition => {
                self.flush();
                self.kinds.pop();
            }
            _ => {}
        }
    }

    /// Closes the passage that is open, unless it is empty.
    fn flush(&mut self) {
        let mut passage = std::mem::take(&mut self.open);
        if passage.text.trim().is_empty() {
            return;
        }
        passage.section = self.section;
        passage.id.clone_from(&self.id);
        passage.kind = self.kinds.last().copied().unwrap_or_default();
        self.passages.push(passage);
    }
}

fn kind(tag: &Tag<'_>) -> Option<PassageKind> {
    Some(match tag {
        Tag::Paragraph => PassageKind::Paragraph,
        Tag::Heading { .. } => PassageKind::Heading,
        Tag::Item => PassageKind::Item,
        Tag::TableCell => PassageKind::Cell,
        Tag::FootnoteDefinition(_) => PassageKind::Footnote,
        _ => return None,
    })
}
