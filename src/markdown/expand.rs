//! Puts directives back in the places that their placeholders kept.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::directive::Directive;
use super::piece::{Piece, Placed};
use super::report::{Problem, Report};
use super::rewrite::Rewritten;
use super::scan::Found;
use crate::diagnostic::Code;
use crate::lang::Text;

/// Turns placeholders into directives and says where everything stands in the narrative.
///
/// A directive is known by its place, so text that merely looks like a placeholder stays text. Directives that
/// are met in no text stand where none can, such as in a link's address.
pub(super) struct Directives<'a, I> {
    events: I,
    source: &'a str,
    masked: &'a Rewritten<'a>,
    found: &'a [Found],
    report: &'a Report<'a>,
    /// The first directive that was not met yet.
    next: usize,
    /// What is left of a text, in the masked narrative.
    rest: Range<usize>,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Directives<'a, I> {
    /// Expands the events of `masked`, which was made of `source` by masking what was `found`.
    pub(super) fn new(
        events: I,
        source: &'a str,
        masked: &'a Rewritten<'a>,
        found: &'a [Found],
        report: &'a Report<'a>,
    ) -> Self {
        Directives { events, source, masked, found, report, next: 0, rest: 0..0 }
    }

    /// The place of the next directive's placeholder.
    fn placeholder(&self) -> Option<&'a Range<usize>> {
        self.masked.edits.get(self.next).map(|edit| &edit.now)
    }

    /// Whether the next placeholder touches a range.
    fn meets(&self, range: &Range<usize>) -> bool {
        self.placeholder().is_some_and(|at| at.start < range.end && range.start < at.end)
    }

    /// Cuts the next piece off the text that is left.
    fn cut(&mut self) -> Placed<'a> {
        let masked: &'a str = &self.masked.text;
        let rest = self.rest.clone();
        let end = self.placeholder().map_or(rest.end, |at| at.start.min(rest.end));
        if end > rest.start {
            self.rest.start = end;
            let text = Event::Text(masked[rest.start..end].into());
            return (Piece::Event(text), self.masked.before(&(rest.start..end)));
        }
        let found = &self.found[self.next];
        self.next += 1;
        self.rest.start = self.masked.edits[self.next - 1].now.end;
        let piece = match &found.outcome {
            Ok(directive) if directive.kind.is_block() => {
                self.report.add(Code::BadDirective, found.span.clone(), not_alone());
                self.refused(&found.span)
            }
            Ok(directive) => Piece::Inline(directive),
            Err(_) => self.refused(&found.span),
        };
        (piece, found.span.clone())
    }

    fn refused(&self, range: &Range<usize>) -> Piece<'a> {
        Piece::Refused(&self.source[range.clone()])
    }

    /// The block directive that is all there is in the paragraph at `range`.
    fn alone_in(&self, range: &Range<usize>) -> Option<&'a Directive> {
        let at = self.placeholder().filter(|at| at.start == range.start)?;
        let is_alone = self.masked.text[at.end..range.end].trim_ascii().is_empty();
        let directive = self.found[self.next].outcome.as_ref().ok()?;
        (is_alone && directive.kind.is_block()).then_some(directive)
    }

    /// Reports the directives before `offset`, which no text has met.
    fn pass(&mut self, offset: usize) {
        while self.placeholder().is_some_and(|at| at.end <= offset) {
            let found = &self.found[self.next];
            // What is malformed was reported when it was found.
            if found.outcome.is_ok() {
                self.report.add(Code::BadDirective, found.span.clone(), out_of_place());
            }
            self.next += 1;
        }
    }
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Iterator for Directives<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        if !self.rest.is_empty() {
            return Some(self.cut());
        }
        let Some((event, range)) = self.events.next() else {
            self.pass(usize::MAX);
            return None;
        };
        if self.next == self.found.len() {
            return Some((Piece::Event(event), self.masked.before(&range)));
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                self.pass(range.start);
                if let Some(directive) = self.alone_in(&range) {
                    self.next += 1;
                    self.events.find(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)));
                    return Some((Piece::Block(directive), directive.span.clone()));
                }
            }
            Event::Text(_) => {
                self.pass(range.start);
                if self.meets(&range) {
                    self.rest = range;
                    return Some(self.cut());
                }
            }
            Event::Code(_) if self.meets(&range) => {
                let range = self.masked.before(&range);
                return Some((self.refused(&range), range));
            }
            _ => {}
        }
        Some((Piece::Event(event), self.masked.before(&range)))
    }
}

fn not_alone() -> Problem {
    Problem {
        message: Text::new(
            "该指令须独立成段，不能写在文字、列表、表格或标题之中",
            "this directive needs a paragraph of its own, not a place in text, a list, a table or a heading",
        ),
        help: Text::new("在指令前后各空一行", "leave an empty line before and after it"),
    }
}

fn out_of_place() -> Problem {
    Problem {
        message: Text::new("指令不能写在这里", "a directive cannot stand here"),
        help: Text::new(
            "指令只能写在文字中，不能写在链接地址、标题属性或脚注名中",
            "directives stand in text, not in a link's address, a heading's attributes or a footnote's name",
        ),
    }
}
