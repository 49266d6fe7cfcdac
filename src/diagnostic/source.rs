//! The files that diagnostics point into.

use std::ops::Range;
use std::sync::Arc;

/// A file of a [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// The texts that were read, by path inside the content folder (with `/` on every system).
#[derive(Clone, Default, Debug)]
pub struct Sources {
    files: Vec<(String, Arc<str>)>,
}

impl Span {
    /// The range in a file.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Span { source, start: range.start, end: range.end }
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl Sources {
    /// Takes a file in.
    ///
    /// # Panics
    /// Beyond 2³² files, which no disk of a site holds.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> SourceId {
        let id = u32::try_from(self.files.len()).expect("fewer than 2^32 files");
        self.files.push((path.into(), text.into()));
        SourceId(id)
    }

    /// The path of a file inside the content folder.
    pub fn path(&self, id: SourceId) -> &str {
        &self.files[id.0 as usize].0
    }

    /// The text of a file.
    pub fn text(&self, id: SourceId) -> &Arc<str> {
        &self.files[id.0 as usize].1
    }

    /// The line that a byte stands in, without its end.
    pub fn line(&self, id: SourceId, byte: usize) -> &str {
        let text = self.text(id);
        let byte = (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[byte..].find('\n').map_or(text.len(), |newline| byte + newline);
        &text[start..end]
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub fn line_column(&self, id: SourceId, byte: usize) -> (usize, usize) {
        let (line, before) = self.line_until(id, byte);
        (line, before.chars().count() + 1)
    }

    /// Line and column of a byte, both from 1, the column in UTF-16 code units as other programs count them.
    pub fn line_column_utf16(&self, id: SourceId, byte: usize) -> (usize, usize) {
        let (line, before) = self.line_until(id, byte);
        (line, before.encode_utf16().count() + 1)
    }

    /// The number of the line that a byte stands in, and the part of the line before it.
    fn line_until(&self, id: SourceId, byte: usize) -> (usize, &str) {
        let text = self.text(id);
        let before = &text[..char_start(text, byte)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.bytes().filter(|&b| b == b'\n').count() + 1, &before[line_start..])
    }
}

/// The start of the character that a byte belongs to; the end of the text for a byte beyond it.
pub(crate) fn char_start(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
