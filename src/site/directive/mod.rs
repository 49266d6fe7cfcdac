//! Narratives: what directives and links print, from the figures of the bulletin and the rest of the content.

mod block;
mod figure;
mod refusal;

use std::cell::RefCell;
use std::fmt::Write as _;

use super::PageKind;
use super::frame::Frame;
use super::markup::escape;
use super::part;
use super::view::{Link, NarrativeView};
use crate::check::names::Names;
use crate::content::{Bulletin, Content, Id, Narrative};
use crate::diagnostic::{Code, Diagnostics};
use crate::lang::Lang;
use crate::markdown::{self, Directive, DirectiveKind, InternalLink, Options, Refusal, Resolver};
use refusal::{no_figures_here, unknown};

/// What stands for the key points in the list of what a narrative places.
pub(super) const KEY_POINTS: &str = "key-points";

/// Renders a narrative; also returns the ids of the charts that it places, and [`KEY_POINTS`] if it places those.
pub(super) fn narrative(
    frame: &Frame<'_, '_>,
    bulletin: Option<usize>,
    narrative: &Narrative,
    findings: &mut Diagnostics,
) -> (NarrativeView, Vec<String>) {
    let printer = Printer { frame, bulletin, placed: RefCell::default(), findings: RefCell::default() };
    let prefix = frame.id("");
    let options = Options { id_prefix: &prefix };
    let rendered =
        markdown::render(&narrative.text, narrative.source, frame.lang, &printer, &options, findings);
    findings.extend(printer.findings.into_inner());
    let outline = rendered.outline.into_iter().filter(|heading| heading.level == 2);
    let outline =
        outline.map(|heading| Link { label: heading.text, href: format!("#{}", heading.id), lang: None });
    (NarrativeView { html: rendered.html, outline: outline.collect() }, printer.placed.into_inner())
}

struct Printer<'p, 's, 'a> {
    frame: &'p Frame<'s, 'a>,
    /// The bulletin that the narrative belongs to; a standing page has none.
    bulletin: Option<usize>,
    placed: RefCell<Vec<String>>,
    findings: RefCell<Diagnostics>,
}

/// What a directive within text prints.
struct Words {
    text: String,
    lang: Lang,
    /// The page that they lead to.
    to: Option<PageKind>,
}

impl Resolver for Printer<'_, '_, '_> {
    fn inline(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        let words = self.words(&directive.kind)?;
        let text = escape(&words.text);
        let foreign = if words.lang == self.frame.lang {
            String::new()
        } else {
            format!(" lang=\"{}\"", words.lang.tag())
        };
        // Writing to a string cannot fail.
        let _ = match words.to {
            Some(page) => write!(out, "<a href=\"{}\"{foreign}>{text}</a>", self.frame.to(page)),
            None if let Some(class) = class_of(&directive.kind) => {
                write!(out, "<span class=\"{class}\">{text}</span>")
            }
            None if foreign.is_empty() => write!(out, "{text}"),
            None => write!(out, "<span{foreign}>{text}</span>"),
        };
        Ok(())
    }

    fn block(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        match &directive.kind {
            DirectiveKind::Chart { id } => self.chart(id, out),
            DirectiveKind::Table { id } => self.table(id, out),
            DirectiveKind::Projects { filter } => self.projects(directive, filter, out),
            DirectiveKind::KeyPoints => self.key_points(out),
            DirectiveKind::Image { id } => self.image(id, out),
            _ => self.inline(directive, out),
        }
    }

    fn link(&self, target: &InternalLink) -> Result<String, Refusal> {
        let content = self.content();
        let registry = &content.registry;
        let (page, name) = match target {
            InternalLink::Bulletin(key) => {
                (self.frame.site.lists.bulletin(key).map(PageKind::Bulletin), key.as_str())
            }
            InternalLink::Project(id) => {
                (content.projects.get_index_of(id).map(PageKind::Project), id.as_str())
            }
            InternalLink::Place(id) => (registry.places.get_index_of(id).map(PageKind::Place), id.as_str()),
            InternalLink::Indicator(id) => {
                (registry.indicators.get_index_of(id).map(PageKind::Indicator), id.as_str())
            }
            InternalLink::Page(id) => {
                let at = content.pages.iter().position(|page| page.id.value == *id);
                (at.map(PageKind::Standing), id.as_str())
            }
        };
        page.map(|page| self.frame.to(page)).ok_or_else(|| {
            let names = Names::of(content);
            let known = match target {
                InternalLink::Bulletin(_) => &names.bulletins,
                InternalLink::Project(_) => &names.projects,
                InternalLink::Place(_) => &names.places,
                InternalLink::Indicator(_) => &names.indicators,
                InternalLink::Page(_) => &names.pages,
            };
            unknown(Code::DeadLink, known, name)
        })
    }

    fn plain(&self, directive: &Directive) -> String {
        self.words(&directive.kind).map(|words| words.text).unwrap_or_default()
    }
}

fn class_of(kind: &DirectiveKind) -> Option<&'static str> {
    match kind {
        DirectiveKind::Figure { path, .. } => figure::class(path),
        _ => None,
    }
}

impl<'a> Printer<'_, '_, 'a> {
    fn content(&self) -> &'a Content {
        self.frame.content()
    }

    fn bulletin(&self) -> Result<(usize, &'a Bulletin), Refusal> {
        let at = self.bulletin.ok_or_else(no_figures_here)?;
        Ok((at, &self.content().bulletins[at]))
    }

    fn words(&self, kind: &DirectiveKind) -> Result<Words, Refusal> {
        match kind {
            DirectiveKind::Figure { id, path } => {
                Ok(Words { text: self.figure(id, path)?, lang: self.frame.lang, to: None })
            }
            DirectiveKind::ProjectName { id } => self.project_name(id),
            DirectiveKind::Bulletin { key } => self.bulletin_title(key),
            DirectiveKind::Person { id } => self.person(id),
            // Markdown refuses what needs a paragraph of its own and has none.
            _ => Err(Refusal::Reported),
        }
    }

    fn project_name(&self, id: &Id) -> Result<Words, Refusal> {
        let found = self.content().projects.get_full(id);
        let (at, _, project) = found
            .ok_or_else(|| unknown(Code::UnknownName, &Names::of(self.content()).projects, id.as_str()))?;
        let (text, lang) = part::project_name(self.frame, project);
        Ok(Words { text, lang, to: Some(PageKind::Project(at)) })
    }

    fn bulletin_title(&self, key: &str) -> Result<Words, Refusal> {
        let found = self.frame.site.lists.bulletin(key);
        let at =
            found.ok_or_else(|| unknown(Code::UnknownName, &Names::of(self.content()).bulletins, key))?;
        let text = self.content().bulletins[at].title.value.get(self.frame.lang).clone();
        Ok(Words { text, lang: self.frame.lang, to: Some(PageKind::Bulletin(at)) })
    }

    fn person(&self, id: &Id) -> Result<Words, Refusal> {
        let found = self.content().registry.people.get(id);
        let person = found
            .ok_or_else(|| unknown(Code::UnknownName, &Names::of(self.content()).people, id.as_str()))?;
        let (text, lang) = person.name.for_reader(self.frame.lang);
        Ok(Words { text: text.to_owned(), lang, to: None })
    }
}
