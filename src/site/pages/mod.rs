//! One file a page kind: each fills its view and renders its template.

mod bulletin;
mod copy;
mod data;
mod home;
mod indicator;
mod lists;
mod place;
mod plans;
mod project;
mod search;
mod site_map;
mod standing;

pub(super) use bulletin::compose as compose_bulletin;

use super::frame::{Frame, Head};
use super::view::{EditionView, Markup, NotFoundBody, RootView};
use super::{PageKind, Route, Site};
use crate::diagnostic::Diagnostics;
use crate::lang::Lang;

/// A page in a language.
pub(super) fn page(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    match frame.kind {
        PageKind::Home => home::render(frame, findings),
        PageKind::Bulletins => lists::bulletins(frame, findings),
        PageKind::Year(year) => lists::year(frame, year, findings),
        PageKind::Column(at) => lists::column(frame, at, findings),
        PageKind::Bulletin(at) => bulletin::render(frame, at, findings),
        PageKind::Copy(at) => copy::render(frame, at, findings),
        PageKind::Places => lists::places(frame, findings),
        PageKind::Place(at) => place::render(frame, at, findings),
        PageKind::Indicators => lists::indicators(frame, findings),
        PageKind::Indicator(at) => indicator::render(frame, at, findings),
        PageKind::Projects => project::register(frame, findings),
        PageKind::Project(at) => project::render(frame, at, findings),
        PageKind::Plans => plans::render(frame, findings),
        PageKind::Data => data::render(frame, findings),
        PageKind::Standing(at) => standing::render(frame, at, findings),
        PageKind::SiteMap => site_map::render(frame, findings),
        PageKind::Search => search::render(frame, findings),
        PageKind::NotFound => not_found(frame, findings),
    }
}

/// The choice of language at the root.
pub(super) fn root(site: &Site<'_>, findings: &mut Diagnostics) -> Vec<u8> {
    let first = site.content.site.default_language;
    let edition = |lang: Lang| EditionView {
        lang: lang.tag(),
        label: if lang == Lang::Zh { "中文" } else { "English" },
        href: site.path(Route::Page(lang, PageKind::Home)),
        name: site.content.site.name.get(lang).clone(),
        description: site.content.site.description.get(lang).clone(),
    };
    let metadata = site.root_metadata();
    let view = RootView {
        lang: first,
        lang_tag: first.tag(),
        canonical: metadata.canonical,
        alternates: metadata.alternates,
        head_title: metadata.head_title,
        metadata: Markup { html: metadata.html },
        generator: site.views.get(first).generator,
        editions: vec![edition(first), edition(first.other())],
    };
    site.theme.render_page("root.html", &view).unwrap_or_else(|found| {
        findings.push(*found);
        Vec::new()
    })
}

/// The page that a server shows for any address that does not exist.
pub(super) fn not_found_root(site: &Site<'_>, findings: &mut Diagnostics) -> Vec<u8> {
    let lang = site.content.site.default_language;
    not_found(&Frame::anywhere(site, lang, PageKind::NotFound), findings)
}

fn not_found(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let head = Head::new(frame.t("site.title.not_found", &[]), frame.describe("not_found", &[]));
    let links = vec![
        frame.link(frame.t("site.nav.home", &[]), PageKind::Home),
        frame.link(frame.t("site.nav.bulletins", &[]), PageKind::Bulletins),
        frame.link(frame.t("site.nav.projects", &[]), PageKind::Projects),
    ];
    frame.render("not_found.html", head, NotFoundBody { links }, findings)
}
