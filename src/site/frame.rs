//! What every page has around its body.

use std::cell::RefCell;

use serde::Serialize;

use super::view::{
    AgencyView, Alternate, Crumb, DateView, Link, NavItem, Page, Searchable, SiteView, Switch, Words,
};
use super::{PageKind, Route, Site, root_of};
use crate::analysis::words;
use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::figure::Period;
use crate::lang::{Lang, Name};

/// A page in the making: where it stands and in which language.
pub(super) struct Frame<'s, 'a> {
    pub(super) site: &'s Site<'a>,
    pub(super) lang: Lang,
    pub(super) kind: PageKind,
    root: String,
    purpose: Purpose,
    /// What the page said, where that is its purpose.
    heard: RefCell<Option<Heard>>,
}

/// What a page is made for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be shown.
    Page,
    /// For what is wrong with it alone, so that its template can be left out.
    Findings,
    /// For what it says, so that its template and its drawings can be left out.
    Words,
}

/// What a page says of itself, and what it says.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) head: Head,
    pub(super) words: Words,
}

/// What a page says of itself.
#[derive(Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) description: String,
    /// Between the home page and this one.
    pub(super) crumbs: Vec<Link>,
    pub(super) demonstration: bool,
    /// Whether the page has its own text in each language.
    pub(super) translated: bool,
}

impl Head {
    pub(super) fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        Head {
            title: title.into(),
            description: description.into(),
            crumbs: Vec::new(),
            demonstration: false,
            translated: true,
        }
    }
}

impl<'s, 'a> Frame<'s, 'a> {
    pub(super) fn new(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        let root = root_of(&site.path(Route::Page(lang, kind)));
        Frame { site, lang, kind, root, purpose: Purpose::Page, heard: RefCell::default() }
    }

    /// A page of which only the findings are wanted.
    pub(super) fn sketch(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        Frame { purpose: Purpose::Findings, ..Frame::new(site, lang, kind) }
    }

    /// A page of which only the words are wanted.
    pub(super) fn listen(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        Frame { purpose: Purpose::Words, ..Frame::new(site, lang, kind) }
    }

    /// Whether only words are wanted.
    pub(super) fn is_listening(&self) -> bool {
        self.purpose == Purpose::Words
    }

    /// What the page said when it was made to be listened to.
    pub(super) fn heard(self) -> Option<Heard> {
        self.heard.into_inner()
    }

    /// The same page with links from the root of the server, for a page that is shown at any address.
    pub(super) fn anywhere(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        let after_host = site.base_url.split_once("://").map_or("", |(_, rest)| rest);
        let folder = after_host.find('/').map_or("", |slash| &after_host[slash..]);
        Frame { root: format!("{folder}/"), ..Frame::new(site, lang, kind) }
    }

    pub(super) fn content(&self) -> &'a Content {
        self.site.content
    }

    /// The interface's words.
    pub(super) fn t(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.site.theme.strings().text(self.lang, key, args)
    }

    /// What a page says of itself to search engines.
    pub(super) fn describe(&self, page: &str, args: &[(&str, &str)]) -> String {
        let site = self.site.views.get(self.lang).name.as_str();
        let args: Vec<(&str, &str)> = args.iter().copied().chain([("site", site)]).collect();
        self.t(&format!("site.description.{page}"), &args)
    }

    /// A link from this page to a document.
    pub(super) fn href(&self, route: Route) -> String {
        self.site.path_behind(&self.root, route)
    }

    /// A link from this page to another of the same edition.
    pub(super) fn to(&self, kind: PageKind) -> String {
        self.href(Route::Page(self.lang, kind))
    }

    pub(super) fn link(&self, label: impl Into<String>, kind: PageKind) -> Link {
        Link { label: label.into(), href: self.to(kind), lang: None }
    }

    /// A link whose label may be known in the other language only.
    pub(super) fn link_named(&self, name: &Name, kind: PageKind) -> Link {
        let (label, lang) = name.for_reader(self.lang);
        let foreign = (lang != self.lang).then(|| lang.tag());
        Link { label: label.to_owned(), href: self.to(kind), lang: foreign }
    }

    pub(super) fn date(&self, period: Period) -> DateView {
        let in_html = matches!(period, Period::Year(_) | Period::Month(..) | Period::Day(_));
        DateView { text: words::label(period, self.lang), iso: in_html.then(|| period.notation()) }
    }

    /// Renders the page with its template.
    pub(super) fn render<B: Serialize + Searchable>(
        &self,
        template: &str,
        head: Head,
        body: B,
        findings: &mut Diagnostics,
    ) -> Vec<u8> {
        if self.purpose == Purpose::Words {
            let mut words = Words::default();
            body.words(&mut words);
            self.heard.replace(Some(Heard { head, words }));
            return Vec::new();
        }
        if self.purpose == Purpose::Findings {
            return Vec::new();
        }
        let page = self.page(head, body);
        self.site.theme.render_page(template, &page).unwrap_or_else(|found| {
            findings.push(*found);
            Vec::new()
        })
    }

    fn page<B: Serialize>(&self, head: Head, body: B) -> Page<'s, B> {
        let site = self.site.views.get(self.lang);
        let route = Route::Page(self.lang, self.kind);
        let is_home = self.kind == PageKind::Home;
        let head_title = if is_home {
            site.name.clone()
        } else {
            self.t("site.title.head", &[("title", &head.title), ("site", &site.name)])
        };
        let words = self.content().site.demonstration.as_ref();
        let demonstration = head.demonstration.then(|| {
            words.map_or_else(|| self.t("frame.demonstration", &[]), |words| words.get(self.lang).clone())
        });
        Page {
            lang: self.lang,
            lang_tag: self.lang.tag(),
            root: self.root.clone(),
            canonical: (self.kind != PageKind::NotFound).then(|| self.site.url(route)),
            alternates: self.alternates(head.translated),
            head_title,
            description: head.description,
            site,
            nav: self.nav(),
            switch: self.switch(head.translated),
            search: self.search(),
            breadcrumb: if is_home { Vec::new() } else { self.breadcrumb(head.crumbs, &head.title) },
            title: head.title,
            footer: self.footer(),
            demonstration,
            body,
        }
    }

    fn alternates(&self, translated: bool) -> Vec<Alternate> {
        if !translated || self.kind == PageKind::NotFound {
            return Vec::new();
        }
        let address = |lang: Lang| self.site.url(Route::Page(lang, self.kind));
        let mut alternates: Vec<Alternate> =
            Lang::BOTH.iter().map(|&lang| Alternate { lang: lang.tag(), href: address(lang) }).collect();
        alternates.push(Alternate { lang: "x-default", href: address(self.content().site.default_language) });
        alternates
    }

    fn switch(&self, translated: bool) -> Switch {
        let other = self.lang.other();
        let label = match other {
            Lang::Zh => "中文",
            Lang::En => "English",
        };
        Switch { label, lang: other.tag(), href: self.href(Route::Page(other, self.kind)), translated }
    }

    /// The search page, for the box in the masthead; it has a larger one of its own.
    fn search(&self) -> Option<String> {
        (self.site.is_searchable && self.kind != PageKind::Search).then(|| self.to(PageKind::Search))
    }

    fn breadcrumb(&self, between: Vec<Link>, title: &str) -> Vec<Crumb> {
        let home = Crumb { label: self.t("site.nav.home", &[]), href: Some(self.to(PageKind::Home)) };
        let last = Crumb { label: title.to_owned(), href: None };
        let between = between.into_iter().map(|link| Crumb { label: link.label, href: Some(link.href) });
        std::iter::once(home).chain(between).chain([last]).collect()
    }

    fn nav(&self) -> Vec<NavItem> {
        let part = |kind: PageKind| match kind {
            PageKind::Year(_) | PageKind::Bulletin(_) => PageKind::Bulletins,
            PageKind::Place(_) => PageKind::Places,
            PageKind::Indicator(_) => PageKind::Indicators,
            PageKind::Project(_) => PageKind::Projects,
            other => other,
        };
        let items = [
            ("site.nav.home", PageKind::Home),
            ("site.nav.bulletins", PageKind::Bulletins),
            ("site.nav.places", PageKind::Places),
            ("site.nav.indicators", PageKind::Indicators),
            ("site.nav.projects", PageKind::Projects),
            ("site.nav.plans", PageKind::Plans),
        ];
        items
            .map(|(key, kind)| NavItem {
                label: self.t(key, &[]),
                href: self.to(kind),
                current: part(self.kind) == kind,
            })
            .into()
    }

    fn footer(&self) -> Vec<Link> {
        let pages = self.content().pages.iter().enumerate();
        pages.map(|(at, page)| self.link(page.title.get(self.lang), PageKind::Standing(at))).collect()
    }
}

/// The site's particulars in one language.
pub(super) fn site_view(content: &Content, lang: Lang) -> SiteView {
    let site = &content.site;
    SiteView {
        name: site.name.get(lang).clone(),
        description: site.description.get(lang).clone(),
        agency: AgencyView {
            name: site.agency.name.get(lang).clone(),
            address: site.agency.address.as_ref().map(|address| address.get(lang).clone()),
            phone: site.agency.phone.clone(),
            email: site.agency.email.clone(),
        },
        site_code: site.identity.site_code.as_ref().map(|code| code.value.clone()),
        icp: site.identity.icp.as_ref().map(|icp| icp.value.clone()),
        police: site.identity.police.as_ref().map(|police| police.value.clone()),
        generator: env!("CARGO_PKG_VERSION"),
    }
}
