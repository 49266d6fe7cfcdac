//! Reading TOML so that every mistake of a file is reported, each where it stands.
//!
//! serde's derive is not used for reading: a derived `Deserialize` stops at the first wrong value, and
//! `deny_unknown_fields` at the first unknown key, so that an editor with five mistakes would need five runs
//! to learn of them. Here a value is [`Decode`], and a table is a [`Table`], which asks its [`Fields`] for every
//! key that it knows and only then gives up if something essential is missing; the keys that nobody has asked
//! for are reported when it is done:
//!
//! ```ignore
//! fn read(fields: &mut Fields<'_>) -> Option<Self> {
//!     let (stage, date) = (fields.required("stage"), fields.optional("date"));
//!     Some(StageReached { stage: stage?, date })
//! }
//! ```

mod fields;
mod hint;
mod syntax;
mod types;
mod value;

use std::cell::RefCell;
use std::ops::Range;

use toml::de::DeTable;

pub(super) use fields::Fields;
pub(super) use types::{Percent, explain_period, is_unprintable, rule};
pub(super) use value::{Value, id_help};

use super::trouble::Trouble;
use crate::diagnostic::{Code, Diagnostic, Location, SourceId, Sources, Span, char_start};
use crate::lang::Text;

/// How many lines of a file may have syntax errors before the rest is passed over.
const MOST_SYNTAX_ERRORS: usize = 20;

/// A type that can be written as a value in TOML.
pub(super) trait Decode: Sized {
    /// Reads the value. `None` means that it is wrong, and that this has been reported.
    fn decode(value: Value<'_>) -> Option<Self>;

    /// What the value should be, for messages: `a period`.
    fn what() -> Text;

    /// How the value is written, for messages: `"2022-H1"`.
    fn example() -> String;
}

/// A type that can be written as a table in TOML.
pub(super) trait Table: Sized {
    /// Reads the table. `None` means that something essential is wrong, and that this has been reported.
    fn read(fields: &mut Fields<'_>) -> Option<Self>;
}

/// Reads a file with `read`, which is given the fields of its root.
pub(super) fn decode<T>(
    sources: &Sources,
    source: SourceId,
    trouble: &mut Trouble,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    let (text, path) = (sources.text(source), sources.path(source));
    let (root, errors) = DeTable::parse_recoverable(text);
    let document = Document::new(source, path, text).with_damage(&errors);
    let mut fields = Fields::new(&document, root.get_ref(), Location::Path(path.to_owned()));
    let read = read(&mut fields);
    fields.finish();
    let mut found = document.trouble.into_inner();
    if !found.diagnostics.is_empty() {
        found.unread.add_patchy(path);
    }
    trouble.extend(found);
    read
}

/// A TOML file that is being read.
pub(super) struct Document<'a> {
    source: SourceId,
    path: &'a str,
    text: &'a str,
    trouble: RefCell<Trouble>,
    /// The lines that have syntax errors, in their order.
    damaged: Vec<Range<usize>>,
}

impl<'a> Document<'a> {
    fn new(source: SourceId, path: &'a str, text: &'a str) -> Self {
        Document { source, path, text, trouble: RefCell::default(), damaged: Vec::new() }
    }

    /// Reports the syntax errors: one a line, for the later ones of a line follow from the first; and not
    /// without end, for a file that is no TOML at all has one on every line.
    fn with_damage(mut self, errors: &[toml::de::Error]) -> Self {
        let mut errors: Vec<_> =
            errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
        errors.sort_by_key(|(range, _)| range.start);
        for (range, message) in errors {
            if self.is_damaged(range.start) {
                continue;
            }
            let line = self.line_at(range.start);
            match self.damaged.len() {
                0..MOST_SYNTAX_ERRORS => self.push_syntax_error(message, range, &line),
                MOST_SYNTAX_ERRORS => self.push_too_many(range),
                _ => {}
            }
            self.damaged.push(line);
        }
        if !self.damaged.is_empty() {
            self.mark_incomplete();
        }
        self
    }

    fn push_syntax_error(&mut self, message: &str, range: Range<usize>, line: &Range<usize>) {
        let (message, help) = syntax::explain(message, self.text, &range, line);
        let error = Diagnostic::new(Code::Syntax, self.span(range), message, help);
        self.trouble.get_mut().push(error);
    }

    fn push_too_many(&mut self, range: Range<usize>) {
        let message =
            Text::new("此后还有更多语法错误，不再列出", "more syntax errors follow, and are not listed");
        let help = Text::new("先改正前面的错误，再检查一次", "mend those above and check again");
        let error = Diagnostic::new(Code::Syntax, self.span(range), message, help);
        self.trouble.get_mut().push(error);
    }

    /// The line of a byte. Its end belongs to it, so that it contains an error at the very end.
    fn line_at(&self, byte: usize) -> Range<usize> {
        let (before, after) = self.text.split_at(char_start(self.text, byte));
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        start..before.len() + after.find('\n').unwrap_or(after.len()) + 1
    }

    fn is_damaged(&self, byte: usize) -> bool {
        let until = self.damaged.partition_point(|line| line.start <= byte);
        until.checked_sub(1).is_some_and(|last| self.damaged[last].contains(&byte))
    }

    /// Adds a finding, unless it merely follows from a syntax error: on a line that could not be read, or
    /// about a key that seems missing and may stand on such a line.
    fn report(&self, diagnostic: Diagnostic) {
        let follows = match (&diagnostic.at, diagnostic.code) {
            (_, Code::MissingKey) => !self.damaged.is_empty(),
            (Location::Span(span), _) => self.is_damaged(span.start),
            (Location::Path(_), _) => false,
        };
        if !follows {
            self.trouble.borrow_mut().push(diagnostic);
        }
    }

    /// Notes that names of the file may be missing from what is read.
    fn mark_incomplete(&self) {
        self.trouble.borrow_mut().unread.add_file(self.path);
    }

    fn lose(&self, name: &str) {
        self.trouble.borrow_mut().unread.add_name(name);
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }
}
