//! Pieces as HTML, in the form that pulldown-cmark gives them too.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::directive::Directive;
use super::escape;
use super::footnote::Footnotes;
use super::piece::{Link, Piece, Placed};
use super::report::Report;
use super::table::Tables;
use super::{Options, Refusal, Resolver};
use crate::lang::Lang;

/// Writes a page.
pub(super) struct Writer<'a> {
    lang: Lang,
    source: &'a str,
    resolver: &'a dyn Resolver,
    report: &'a Report<'a>,
    out: String,
    /// What was written when a footnote began, with the footnote's label and place.
    outside: Vec<(String, String, Range<usize>)>,
    footnotes: Footnotes<'a>,
    tables: Tables,
    in_link: bool,
}

impl<'a> Writer<'a> {
    /// A page in `lang` that comes from `source`.
    pub(super) fn new(
        lang: Lang,
        source: &'a str,
        resolver: &'a dyn Resolver,
        options: &Options<'a>,
        report: &'a Report<'a>,
    ) -> Self {
        Writer {
            lang,
            source,
            resolver,
            report,
            out: String::with_capacity(source.len() + source.len() / 2),
            outside: Vec::new(),
            footnotes: Footnotes::new(lang, options.id_prefix),
            tables: Tables::default(),
            in_link: false,
        }
    }

    /// Writes all pieces and the footnotes after them.
    pub(super) fn write(mut self, pieces: impl Iterator<Item = Placed<'a>>) -> String {
        for (piece, range) in pieces {
            match piece {
                Piece::Event(event) => self.event(event, range),
                Piece::Inline(directive) => self.inline(directive),
                Piece::Block(directive) => self.block(directive),
                Piece::Refused(text) => refused(&mut self.out, text),
                Piece::Link(link) => self.link(&link),
            }
        }
        self.footnotes.finish(&mut self.out, self.report);
        self.out
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => escape::text(&mut self.out, &text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                escape::text(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br />\n"),
            Event::Rule => self.on_new_line("<hr />\n"),
            Event::FootnoteReference(label) => self.footnotes.refer(&label, &mut self.out),
            // HTML was refused on the way; mathematics and task lists are not enabled.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn on_new_line(&mut self, html: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(html);
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.on_new_line("<p>"),
            Tag::Heading { level, id, .. } => self.heading(level as u8, id.as_deref().unwrap_or_default()),
            Tag::BlockQuote(_) => self.on_new_line("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::List(Some(1)) => self.on_new_line("<ol>\n"),
            Tag::List(Some(first)) => self.on_new_line(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.on_new_line("<ul>\n"),
            Tag::Item => self.on_new_line("<li>"),
            Tag::FootnoteDefinition(label) => {
                let outside = std::mem::take(&mut self.out);
                self.outside.push((outside, label.into_string(), range));
            }
            Tag::Table(alignments) => {
                self.on_new_line("");
                self.tables.start(alignments, self.lang, &mut self.out);
            }
            Tag::TableHead => self.tables.start_head(&mut self.out),
            Tag::TableRow => self.tables.start_row(&mut self.out),
            Tag::TableCell => self.tables.start_cell(&mut self.out),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.out.push_str(&format!("</{level}>\n")),
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Table => Tables::end(&mut self.out),
            TagEnd::TableHead => self.tables.end_head(&mut self.out),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.tables.end_cell(&mut self.out),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                self.out.push_str("</a>");
                self.in_link = false;
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: u8, id: &str) {
        self.on_new_line(&format!("<h{level} id=\""));
        escape::attribute(&mut self.out, id);
        self.out.push_str("\">");
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.on_new_line("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let language = info.split(' ').next().unwrap_or_default();
            if language.bytes().all(|byte| byte.is_ascii_graphic()) && !language.is_empty() {
                self.out.push_str(" class=\"language-");
                escape::attribute(&mut self.out, language);
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    fn end_footnote(&mut self) {
        if let Some((outside, label, range)) = self.outside.pop() {
            let html = std::mem::replace(&mut self.out, outside);
            self.footnotes.define(&label, html, range, self.report);
        }
    }

    fn link(&mut self, link: &Link) {
        self.out.push_str("<a href=\"");
        escape::address(&mut self.out, &link.href);
        if !link.title.is_empty() {
            self.out.push_str("\" title=\"");
            escape::attribute(&mut self.out, &link.title);
        }
        self.out.push_str(if link.external {
            "\" class=\"external\" rel=\"noopener external\">"
        } else {
            "\">"
        });
        self.in_link = true;
    }

    fn inline(&mut self, directive: &Directive) {
        let start = self.out.len();
        let outcome = self.resolver.inline(directive, &mut self.out);
        if self.in_link && directive.kind.is_link() && outcome.is_ok() {
            self.out.truncate(start);
            escape::text(&mut self.out, &self.resolver.plain(directive));
            return;
        }
        self.settle(start, directive, outcome);
    }

    fn block(&mut self, directive: &Directive) {
        self.on_new_line("");
        let start = self.out.len();
        let outcome = self.resolver.block(directive, &mut self.out);
        self.settle(start, directive, outcome);
        self.on_new_line("");
    }

    /// Shows a directive that the resolver refused as it was typed, in place of whatever was written since
    /// `start`.
    fn settle(&mut self, start: usize, directive: &Directive, outcome: Result<(), Refusal>) {
        let Err(refusal) = outcome else { return };
        self.report.refuse(refusal, directive.span.clone());
        self.out.truncate(start);
        refused(&mut self.out, &self.source[directive.span.clone()]);
    }
}

/// Writes source text that is no part of the page; a page with such text is not published, only previewed.
fn refused(out: &mut String, source: &str) {
    out.push_str("<span class=\"refused\">");
    escape::text(out, source);
    out.push_str("</span>");
}
