//! Footnotes: numbered in the order in which the text refers to them, and set at its end.

use std::fmt::Write;
use std::ops::Range;

use indexmap::IndexMap;
use pulldown_cmark::Event;

use super::piece::{Piece, Placed};
use super::report::{Problem, Report};
use crate::diagnostic::Code;
use crate::lang::{Lang, Text};

/// The footnotes of a page.
pub(super) struct Footnotes<'a> {
    lang: Lang,
    prefix: &'a str,
    /// By label, in the order in which they were met.
    notes: IndexMap<String, Note>,
    /// How many are numbered.
    numbered: usize,
}

#[derive(Default)]
struct Note {
    number: Option<usize>,
    references: usize,
    definition: Option<(String, Range<usize>)>,
}

impl<'a> Footnotes<'a> {
    /// No footnotes yet, on a page in `lang` whose ids begin with `prefix`.
    pub(super) fn new(lang: Lang, prefix: &'a str) -> Self {
        Footnotes { lang, prefix, notes: IndexMap::new(), numbered: 0 }
    }

    /// Writes a reference to the note `label`.
    pub(super) fn refer(&mut self, label: &str, out: &mut String) {
        let note = self.notes.entry(label.to_lowercase()).or_default();
        let number = *note.number.get_or_insert_with(|| {
            self.numbered += 1;
            self.numbered
        });
        note.references += 1;
        let (prefix, id) = (self.prefix, reference_id(number, note.references));
        let label = match self.lang {
            Lang::Zh => format!("脚注{number}"),
            Lang::En => format!("Footnote {number}"),
        };
        out.push_str("<sup class=\"footnote-ref\">");
        append(
            out,
            format_args!(
                "<a href=\"#{prefix}fn:{number}\" id=\"{prefix}{id}\" role=\"doc-noteref\" \
                 aria-label=\"{label}\">{number}</a></sup>"
            ),
        );
    }

    /// Takes in the finished text of the note `label`.
    pub(super) fn define(&mut self, label: &str, html: String, range: Range<usize>, report: &Report<'_>) {
        let note = self.notes.entry(label.to_lowercase()).or_default();
        if note.definition.is_some() {
            report.add(Code::Duplicate, range, defined_twice(label));
        } else {
            note.definition = Some((html, range));
        }
    }

    /// Writes all notes that the text refers to, and reports those that it does not.
    pub(super) fn finish(mut self, out: &mut String, report: &Report<'_>) {
        self.notes.sort_by_key(|_, note| note.number.unwrap_or(usize::MAX));
        let label = match self.lang {
            Lang::Zh => "脚注",
            Lang::En => "Footnotes",
        };
        if self.numbered > 0 {
            append(
                out,
                format_args!(
                    "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{label}\">\n<ol>\n"
                ),
            );
        }
        for (label, note) in &self.notes {
            match (&note.definition, note.number) {
                (definition, Some(number)) => {
                    let html = definition.as_ref().map_or("", |(html, _)| html.as_str());
                    self.write(out, html, number, note.references);
                }
                (Some((_, range)), None) => report.add(Code::UnknownName, range.clone(), unused(label)),
                (None, None) => {}
            }
        }
        if self.numbered > 0 {
            out.push_str("</ol>\n</section>\n");
        }
    }

    /// Writes one note; its ways back stand at the end of its last paragraph.
    fn write(&self, out: &mut String, html: &str, number: usize, references: usize) {
        append(out, format_args!("<li id=\"{}fn:{number}\">", self.prefix));
        let (body, end) = match html.strip_suffix("</p>\n") {
            Some(body) => (body, "</p>\n"),
            None => (html, "\n"),
        };
        out.push_str(body);
        for reference in 1..=references {
            self.write_back(out, number, reference);
        }
        out.push_str(end);
        out.push_str("</li>\n");
    }

    fn write_back(&self, out: &mut String, number: usize, reference: usize) {
        let label = match (self.lang, reference) {
            (Lang::Zh, 1) => format!("返回脚注{number}的引用处"),
            (Lang::Zh, _) => format!("返回脚注{number}的第{reference}处引用"),
            (Lang::En, 1) => format!("Back to reference {number}"),
            (Lang::En, _) => format!("Back to reference {number}-{reference}"),
        };
        append(
            out,
            format_args!(
                " <a href=\"#{}{}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{label}\">↩</a>",
                self.prefix,
                reference_id(number, reference)
            ),
        );
    }
}

/// The id of a reference. A heading's id has no colon, so the two cannot meet.
fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref:{number}") } else { format!("fnref:{number}-{reference}") }
}

fn append(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(text);
}

/// Reports references to footnotes that nothing defines, which the parser takes for plain text.
pub(super) fn undefined<'a>(
    pieces: impl Iterator<Item = Placed<'a>>,
    source: &'a str,
    report: &'a Report<'a>,
) -> impl Iterator<Item = Placed<'a>> {
    pieces.inspect(move |(piece, range)| {
        let Piece::Event(Event::Text(text)) = piece else { return };
        let is_reference = text.len() > 1
            && text.starts_with('^')
            && source[..range.start].ends_with('[')
            && source[range.end..].starts_with(']');
        if is_reference {
            report.add(Code::UnknownName, range.start - 1..range.end + 1, not_defined(text));
        }
    })
}

fn not_defined(label: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("脚注 [{label}] 没有内容"),
            format!("nothing defines the footnote [{label}]"),
        ),
        help: Text::new(
            format!("另起一段写：[{label}]: 脚注内容"),
            format!("write in a paragraph of its own: [{label}]: the note"),
        ),
    }
}

fn unused(label: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("正文没有引用脚注 [^{label}]，脚注不会显示"),
            format!("no text refers to the footnote [^{label}], so it is not shown"),
        ),
        help: Text::new(
            format!("在正文中写 [^{label}]，或删去脚注"),
            format!("write [^{label}] in the text, or take the note out"),
        ),
    }
}

fn defined_twice(label: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("脚注 [^{label}] 写了两次"),
            format!("the footnote [^{label}] is defined twice"),
        ),
        help: Text::new("给其中一个换名", "give one of them another name"),
    }
}
