//! Mistakes of narratives that can be mended without knowing what was meant: `gongbao check --fix`.
//!
//! A fix never changes what readers are told: a typed number becomes the directive that prints the same quantity,
//! and punctuation takes the form of its language. Whatever is open to doubt is left to the rules to report.

mod bind;
mod punctuation;

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::analysis::Index;
use crate::content::{Bulletin, Content, Narrative};
use crate::diagnostic::{SourceId, Span};
use crate::lang::{Lang, Text};
use crate::markdown::{self, Piece};
use crate::prose::{Passage, passages};

/// A change to a narrative that is safe to make.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What takes its place.
    pub replacement: String,
    /// Why.
    pub reason: Text,
}

/// A narrative whose passages are looked at.
struct Page<'a> {
    lang: Lang,
    source: SourceId,
    text: &'a str,
    passages: Vec<Passage>,
    /// The links and pictures.
    links: Vec<Range<usize>>,
}

/// Every fix of the content's narratives, in the order of files and places; no two overlap.
pub fn fixes(content: &Content) -> Vec<Fix> {
    let index = Index::new(content);
    let mut fixes = Vec::new();
    for bulletin in &content.bulletins {
        for page in pages(&bulletin.narratives) {
            let is_wanted = |fix: &Fix| !is_silenced(fix, bulletin, content);
            let bound = in_order(bind::fixes(&page, bulletin, &index).into_iter().filter(is_wanted));
            fixes.extend(marks(&page, &bound).into_iter().filter(is_wanted));
            fixes.extend(bound);
        }
    }
    for standing in &content.pages {
        fixes.extend(pages(&standing.narratives).flat_map(|page| punctuation::fixes(&page)));
    }
    let path = |fix: &Fix| content.sources.path(fix.span.source);
    fixes.sort_by(|a, b| path(a).cmp(path(b)));
    fixes
        .chunk_by(|one, next| one.span.source == next.span.source)
        .flat_map(|of| in_order(of.to_vec()))
        .collect()
}

/// The fixes of a file by their places; of two that overlap, the first.
fn in_order(fixes: impl IntoIterator<Item = Fix>) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = fixes.into_iter().collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    fixes.dedup_by(|next, one| next.span.start < one.span.end);
    fixes
}

/// The fixes of marks, each judged by what will stand beside it: a figure that is typed yet, or its directive.
fn marks(page: &Page<'_>, bound: &[Fix]) -> Vec<Fix> {
    let Some(text) = apply(page.text, page.text, bound).filter(|_| !bound.is_empty()) else {
        return punctuation::fixes(page);
    };
    let mut fixes = punctuation::fixes(&Page::read(page.lang, page.source, &text));
    for fix in &mut fixes {
        fix.span.start = unbound(fix.span.start, bound);
        fix.span.end = unbound(fix.span.end, bound);
    }
    fixes
}

/// Where a place stood before figures were bound.
fn unbound(place: usize, bound: &[Fix]) -> usize {
    let (mut read, mut written) = (0, 0);
    for fix in bound {
        let start = written + (fix.span.start - read);
        if place < start + fix.replacement.len() {
            break;
        }
        (read, written) = (fix.span.end, start + fix.replacement.len());
    }
    read + (place - written)
}

/// A file's text with the fixes of that file made, which [`fixes`] has put in order.
///
/// `text` is what was read, or the file itself: a byte-order mark and the ends of its lines stay as they are.
/// `None` if it no longer is what the fixes were found in.
pub fn apply<'f>(text: &str, read: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> Option<String> {
    let mut fixed = String::with_capacity(text.len());
    let mut done = 0;
    for fix in fixes {
        let (start, end) = (place(text, fix.span.start), place(text, fix.span.end));
        if text.get(start..end)? != read.get(fix.span.range())? {
            return None;
        }
        fixed.push_str(text.get(done..start)?);
        fixed.push_str(&fix.replacement);
        done = end;
    }
    fixed.push_str(text.get(done..)?);
    Some(fixed)
}

/// Where a byte of a text stands in the file that the text was read from: content is read without a byte-order
/// mark, and with `\n` for `\r\n`.
fn place(file: &str, byte: usize) -> usize {
    let bytes = file.as_bytes();
    let mut at = if file.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    for _ in 0..byte {
        at += if bytes.get(at..at + 2) == Some(b"\r\n") { 2 } else { 1 };
    }
    at
}

fn pages(narratives: &crate::lang::Both<Option<Narrative>>) -> impl Iterator<Item = Page<'_>> {
    Lang::BOTH.into_iter().filter_map(|lang| {
        let narrative = narratives.get(lang).as_ref()?;
        Some(Page::read(lang, narrative.source, &narrative.text))
    })
}

/// Whether the bulletin's editor has judged something on that line to be right as it is.
fn is_silenced(fix: &Fix, bulletin: &Bulletin, content: &Content) -> bool {
    let (path, line) =
        (content.sources.path(fix.span.source), content.sources.line(fix.span.source, fix.span.start));
    let file = path.rsplit('/').next().unwrap_or_default();
    bulletin.silences.iter().any(|silence| {
        silence.file.as_ref().is_none_or(|named| named == file) && line.contains(silence.text.value.as_str())
    })
}

impl<'a> Page<'a> {
    fn read(lang: Lang, source: SourceId, text: &'a str) -> Self {
        let mut links = Vec::new();
        markdown::walk(text, lang, |piece, range| {
            if let Piece::Event(Event::Start(Tag::Link { .. } | Tag::Image { .. })) = piece {
                links.push(range);
            }
        });
        Page { lang, source, text, passages: passages(text, lang), links }
    }

    /// The place of a part of a passage in the file, if it was written there just as it reads.
    fn written(&self, passage: &Passage, part: &Range<usize>) -> Option<Range<usize>> {
        let range = passage.source(part);
        (self.text.get(range.clone())? == passage.text.get(part.clone())?).then_some(range)
    }

    fn is_in_link(&self, range: &Range<usize>) -> bool {
        self.links.iter().any(|link| link.start < range.end && range.start < link.end)
    }

    fn fix(&self, range: Range<usize>, replacement: String, reason: Text) -> Fix {
        Fix { span: Span::new(self.source, range), replacement, reason }
    }
}
