//! Narratives: Markdown with directives in double braces becomes HTML.
//!
//! pulldown-cmark reads the Markdown. Before it, two layers rewrite the text: `scan` masks the directives, and
//! `emphasis` mends delimiters beside Chinese. After it, a chain of small adaptors undoes both layers in the
//! events and does one thing each; every step knows where in the narrative its pieces stand:
//!
//! ```text
//! text ─ mask directives ─ mend emphasis ─ parse ─ drop mends ─ expand directives ─ refuse HTML ─ judge links
//!      ─ find undefined footnotes ─ drop soft breaks ─ number headings ─ write
//! ```

mod cjk;
mod code;
mod directive;
mod emphasis;
mod escape;
mod expand;
mod footnote;
mod heading;
mod html;
mod links;
mod piece;
mod report;
mod rewrite;
mod scan;
mod softbreak;
mod table;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Options as Extensions, Parser};

pub(crate) use cjk::is_chinese;
pub(crate) use piece::Piece;

pub use directive::{Directive, DirectiveKind, ProjectFilter};
pub use heading::Heading;
pub use links::InternalLink;

use crate::diagnostic::{Code, Diagnostics, SourceId, Sources};
use crate::lang::{Lang, Text};

/// CommonMark and what narratives have besides.
const MARKDOWN: Extensions = Extensions::ENABLE_TABLES
    .union(Extensions::ENABLE_FOOTNOTES)
    .union(Extensions::ENABLE_STRIKETHROUGH)
    .union(Extensions::ENABLE_HEADING_ATTRIBUTES);

/// Knows what directives and links of the site mean.
pub trait Resolver {
    /// Writes finished HTML for a directive within text.
    ///
    /// # Errors
    /// What is wrong with it; whatever was written is taken back.
    fn inline(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal>;

    /// Writes finished HTML for a directive in a paragraph of its own, in the place of the paragraph.
    ///
    /// # Errors
    /// What is wrong with it; whatever was written is taken back.
    fn block(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal>;

    /// The address that a link of the site leads to, not escaped.
    ///
    /// # Errors
    /// Why it leads nowhere; the link's text alone is printed.
    fn link(&self, target: &InternalLink) -> Result<String, Refusal>;

    /// The plain words of a directive, for the outline and within the text of a link; not escaped. It is always
    /// handed to [`Resolver::inline`] too, so anything will do here for one that is refused there.
    fn plain(&self, directive: &Directive) -> String;
}

/// Why a directive or a link is not printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is wrong.
    Wrong {
        /// The rule.
        code: Code,
        /// What is wrong, in one sentence without a full stop.
        message: Text,
        /// What to do about it.
        help: Text,
    },
    /// What it names is wrong, and that has been reported where it stands.
    Reported,
}

impl Refusal {
    /// A mistake of its own.
    pub fn new(code: Code, message: Text, help: Text) -> Self {
        Refusal::Wrong { code, message, help }
    }
}

/// How a narrative is rendered.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options<'a> {
    /// What every id begins with, and every `#fragment` that the narrative links to; for pages that hold more
    /// than one narrative.
    pub id_prefix: &'a str,
}

/// A narrative as HTML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The HTML, footnotes included.
    pub html: String,
    /// Its headings, in order.
    pub outline: Vec<Heading>,
}

/// Renders the narrative `text` of the file `source` for a page in `lang`.
///
/// Whatever an editor got wrong goes to `findings`, with its place in `text`. The HTML is well formed in any
/// case: what was refused is left out, or shown as typed in `<span class="refused">`.
pub fn render(
    text: &str,
    source: SourceId,
    lang: Lang,
    resolver: &dyn Resolver,
    options: &Options<'_>,
    findings: &mut Diagnostics,
) -> Rendered {
    let report = report::Report::new(source, findings);
    let found = scan::find(text);
    for found in &found {
        if let Err(problem) = &found.outcome {
            report.add(Code::BadDirective, found.span.clone(), problem.clone());
        }
    }
    let masked = scan::mask(text, &found);
    let mended = emphasis::mend(&masked.text);

    let mut outline = Vec::new();
    let events = Parser::new_ext(&mended.text, MARKDOWN).into_offset_iter();
    let events = emphasis::Mended::new(events, &masked.text, &mended);
    let pieces = expand::Directives::new(events, text, &masked, &found, &report);
    let pieces = html::WithoutHtml::new(pieces, &report);
    let pieces = links::Links::new(pieces, text, resolver, options, &report);
    let pieces = footnote::undefined(pieces, text, &report);
    let pieces = softbreak::SoftBreaks::new(pieces, lang);
    let pieces = heading::Headings::new(pieces, text, resolver, options, &report, &mut outline);
    let html = writer::Writer::new(lang, text, resolver, options, &report).write(pieces);
    Rendered { html, outline }
}

/// The well-formed directives of a narrative, in order, for checks that need no rendering.
pub fn directives(text: &str) -> Vec<Directive> {
    scan::find(text).into_iter().filter_map(|found| found.outcome.ok()).collect()
}

/// Hands every piece of a narrative to `visit`, in order and with its place in `text`, for readers that print
/// nothing. What is wrong with the narrative is left to [`render`] to say.
pub(crate) fn walk(text: &str, lang: Lang, mut visit: impl FnMut(Piece<'_>, Range<usize>)) {
    let mut findings = Diagnostics::default();
    let report = report::Report::new(Sources::default().add("", ""), &mut findings);
    let found = scan::find(text);
    let masked = scan::mask(text, &found);
    let mended = emphasis::mend(&masked.text);

    let events = Parser::new_ext(&mended.text, MARKDOWN).into_offset_iter();
    let events = emphasis::Mended::new(events, &masked.text, &mended);
    let pieces = expand::Directives::new(events, text, &masked, &found, &report);
    let pieces = html::WithoutHtml::new(pieces, &report);
    softbreak::SoftBreaks::new(pieces, lang).for_each(|(piece, range)| visit(piece, range));
}
