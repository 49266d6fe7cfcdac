//! What an editor can get wrong, as data: where, what, and how to mend it, in both languages.
//!
//! Diagnostics are collected, never first-error-wins. Printing them is done elsewhere from the same data.

mod code;
mod explain;
pub mod json;
mod nearest;
pub mod sarif;
mod source;
pub mod text;

pub use code::{Code, Severity};
pub use explain::explain;
pub(crate) use nearest::distance;
pub use nearest::{did_you_mean, nearest};
pub(crate) use source::char_start;
pub use source::{SourceId, Sources, Span};

use crate::lang::Text;

/// One thing that is wrong or doubtful.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Which rule found it.
    pub code: Code,
    /// How grave it is here; [`Code::severity`] unless the site sets it otherwise.
    pub severity: Severity,
    /// Where it is.
    pub at: Location,
    /// What is wrong, in one sentence without a full stop.
    pub message: Text,
    /// What to do about it.
    pub help: Text,
    /// Further places that belong to it, such as the first of two duplicates.
    pub related: Vec<(Span, Text)>,
}

/// Where a diagnostic points.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Location {
    /// A range of a file's text.
    Span(Span),
    /// A file or folder as a whole, by its path inside the content folder.
    Path(String),
}

/// The diagnostics of one run.
#[derive(Clone, Default, Debug)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostic {
    /// A finding of `code` at its usual severity.
    pub fn new(code: Code, at: impl Into<Location>, message: Text, help: Text) -> Self {
        Diagnostic { code, severity: code.severity(), at: at.into(), message, help, related: Vec::new() }
    }

    /// The same finding with a further place.
    #[must_use]
    pub fn with_related(mut self, span: Span, text: Text) -> Self {
        self.related.push((span, text));
        self
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl From<Span> for Location {
    fn from(span: Span) -> Self {
        Location::Span(span)
    }
}

impl Location {
    /// The path inside the content folder.
    pub fn path<'a>(&'a self, sources: &'a Sources) -> &'a str {
        match self {
            Location::Span(span) => sources.path(span.source),
            Location::Path(path) => path,
        }
    }
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds the findings of a rule that may find nothing.
    pub fn push_all(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(found);
    }

    /// Adds all findings of another collection.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Keeps the findings that `keep` wants.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|found| found.severity == severity).count()
    }

    /// Whether any finding forbids publishing.
    pub fn has_veto(&self) -> bool {
        self.count(Severity::Veto) > 0
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All findings, each once, in the order of files and places, then of codes.
    pub fn sorted(mut self, sources: &Sources) -> Vec<Diagnostic> {
        fn key<'a>(found: &'a Diagnostic, sources: &'a Sources) -> (&'a str, usize, usize, Code) {
            let (start, end) = match &found.at {
                Location::Span(span) => (span.start, span.end),
                Location::Path(_) => (0, 0),
            };
            (found.at.path(sources), start, end, found.code)
        }
        self.list.sort_by(|a, b| key(a, sources).cmp(&key(b, sources)));
        let mut once: Vec<Diagnostic> = Vec::with_capacity(self.list.len());
        for found in self.list {
            let mut same_place = once.iter().rev().take_while(|before| before.at == found.at);
            if !same_place.any(|before| *before == found) {
                once.push(found);
            }
        }
        once
    }

    /// The findings as they came.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }
}
