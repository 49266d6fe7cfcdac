//! What every page has around its body.

use std::cell::RefCell;

use serde::Serialize;

use super::metadata::Metadata;
use super::view::{
    AgencyView, Crumb, DateView, Download, Link, Markup, NavItem, Page, PoliceFiling, Searchable, SiteView,
    Switch, Words,
};
use super::{PageKind, Route, Site, passages, qr, root_of};
use crate::analysis::words;
use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::figure::Period;
use crate::lang::{Lang, Name};

/// The office to which errors of government websites are reported.
const REPORT: &str = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html";

/// Where what is rendered will be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Medium {
    /// On the site itself.
    Page,
    /// In the pages of a portal.
    Fragment,
    /// In WeChat.
    WeChat,
}

/// A page in the making: where it stands and in which language.
pub(super) struct Frame<'s, 'a> {
    pub(super) site: &'s Site<'a>,
    pub(super) lang: Lang,
    pub(super) kind: PageKind,
    root: String,
    purpose: Purpose,
    pub(super) medium: Medium,
    /// What every id begins with where it may meet those of other documents.
    id_prefix: String,
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
    /// Files with the page's data.
    pub(super) files: Vec<Download>,
}

impl Head {
    pub(super) fn new(title: impl Into<String>, description: impl Into<String>) -> Self {
        Head {
            title: title.into(),
            description: description.into(),
            crumbs: Vec::new(),
            demonstration: false,
            files: Vec::new(),
        }
    }
}

impl<'s, 'a> Frame<'s, 'a> {
    pub(super) fn new(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        let root = root_of(&site.path(Route::Page(lang, kind)));
        Frame::rooted(site, lang, kind, root)
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

    /// Whether only findings are wanted.
    pub(super) fn is_sketch(&self) -> bool {
        self.purpose == Purpose::Findings
    }

    /// What the page said when it was made to be listened to.
    pub(super) fn heard(self) -> Option<Heard> {
        self.heard.into_inner()
    }

    /// The same page with links from the root of the server, for a page that is shown at any address.
    pub(super) fn anywhere(site: &'s Site<'a>, lang: Lang, kind: PageKind) -> Self {
        let after_host = site.base_url.split_once("://").map_or("", |(_, rest)| rest);
        let folder = after_host.find('/').map_or("", |slash| &after_host[slash..]);
        Frame::rooted(site, lang, kind, format!("{folder}/"))
    }

    /// The same page for a place outside the site: addresses are absolute, and ids are those of no other page.
    pub(super) fn elsewhere(site: &'s Site<'a>, lang: Lang, kind: PageKind, medium: Medium) -> Self {
        let path = site.path(Route::Page(lang, kind)).replace('/', "-");
        let id_prefix = format!("{}-", path.trim_end_matches(".html"));
        Frame { medium, id_prefix, ..Frame::rooted(site, lang, kind, format!("{}/", site.base_url)) }
    }

    fn rooted(site: &'s Site<'a>, lang: Lang, kind: PageKind, root: String) -> Self {
        Frame {
            site,
            lang,
            kind,
            root,
            purpose: Purpose::Page,
            medium: Medium::Page,
            id_prefix: String::new(),
            heard: RefCell::default(),
        }
    }

    /// An id as it stands in the document.
    pub(super) fn id(&self, id: &str) -> String {
        format!("{}{id}", self.id_prefix)
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

    /// What is said of invented data.
    pub(super) fn demonstration(&self) -> String {
        let words = self.content().site.demonstration.as_ref();
        words.map_or_else(|| self.t("frame.demonstration", &[]), |words| words.get(self.lang).clone())
    }

    /// A link from this page to a document.
    pub(super) fn href(&self, route: Route) -> String {
        self.site.path_behind(&self.root, route)
    }

    /// The absolute address of a place on this page.
    pub(super) fn address_of(&self, id: &str) -> String {
        format!("{}#{id}", self.site.url(Route::Page(self.lang, self.kind)))
    }

    /// The absolute address of what a link of this page leads to.
    pub(super) fn absolute(&self, href: &str) -> String {
        self.site.url_of_path(href.strip_prefix(&self.root).unwrap_or(href))
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
        self.site.theme.render_page(template, &page).map_or_else(
            |found| {
                findings.push(*found);
                Vec::new()
            },
            |page| passages::mark(page, self.lang),
        )
    }

    fn page<B: Serialize>(&self, head: Head, body: B) -> Page<'s, B> {
        let site = self.site.views.get(self.lang);
        let is_home = self.kind == PageKind::Home;
        let metadata = Metadata::of(self, &head).view(self);
        let demonstration = head.demonstration.then(|| self.demonstration());
        Page {
            lang: self.lang,
            lang_tag: self.lang.tag(),
            root: self.root.clone(),
            qr: metadata
                .canonical
                .as_deref()
                .filter(|_| !matches!(self.kind, PageKind::Copy(_)))
                .and_then(qr::svg),
            report: metadata.canonical.as_deref().and_then(|address| self.report(address)),
            canonical: metadata.canonical,
            alternates: metadata.alternates,
            head_title: metadata.head_title,
            description: metadata.description,
            metadata: Markup { html: metadata.html },
            manifest: self.href(Route::Manifest(self.lang)),
            feeds: self.feeds(),
            site,
            nav: self.nav(),
            switch: self.switch(self.site.is_translated(self.kind)),
            search: self.search(),
            breadcrumb: if is_home { Vec::new() } else { self.breadcrumb(head.crumbs, &head.title) },
            title: head.title,
            footer: self.footer(),
            demonstration,
            body,
        }
    }

    /// The feeds that have the page's news: that of the edition, and on a column's page its own.
    fn feeds(&self) -> Vec<Link> {
        let has_news = |column: &Option<usize>| match (column, self.kind) {
            (None, _) => true,
            (Some(column), PageKind::Column(at)) => *column == at,
            (Some(column), PageKind::Bulletin(at)) => {
                let content = self.content();
                content.site.columns[*column].id.value == content.bulletins[at].column.value
            }
            _ => false,
        };
        self.site.feeds().filter(has_news).map(|column| self.feed(column)).collect()
    }

    /// The feed of a column, or of everything.
    pub(super) fn feed(&self, column: Option<usize>) -> Link {
        let site = &self.content().site;
        let name = column.map_or(&site.name, |at| &site.columns[at].name).get(self.lang);
        let label = self.t("site.feed", &[("name", name)]);
        Link { label, href: self.href(Route::Feed(self.lang, column)), lang: None }
    }

    /// Where readers report an error of a page of a government website (我为政府网站找错).
    fn report(&self, address: &str) -> Option<String> {
        let code = &self.content().site.identity.site_code.as_ref()?.value;
        Some(format!("{REPORT}?site_code={}&url={}", encoded(code), encoded(address)))
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
            PageKind::Year(_) | PageKind::Column(_) | PageKind::Bulletin(_) | PageKind::Copy(_) => {
                PageKind::Bulletins
            }
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
        let data = self.link(self.t("site.title.data", &[]), PageKind::Data);
        let site_map = self.link(self.t("site.title.site_map", &[]), PageKind::SiteMap);
        let pages = pages.map(|(at, page)| self.link(page.title.get(self.lang), PageKind::Standing(at)));
        std::iter::once(data).chain(pages).chain([site_map]).collect()
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
            phone: site.agency.phone.as_ref().map(|phone| phone.value.clone()),
            email: site.agency.email.as_ref().map(|email| email.value.clone()),
        },
        site_code: site.identity.site_code.as_ref().map(|code| code.value.clone()),
        icp: site.identity.icp.as_ref().map(|icp| icp.value.clone()),
        police: site.identity.police.as_ref().map(|police| police_filing(&police.value)),
        certificate: site.identity.certificate.as_ref().map(|certificate| certificate.value.clone()),
        generator: env!("CARGO_PKG_VERSION"),
    }
}

/// The number with the address at which the police shows its entry.
fn police_filing(number: &str) -> PoliceFiling {
    let code: String = number.chars().filter(char::is_ascii_digit).collect();
    let href = format!("https://beian.mps.gov.cn/#/query/webSearch?code={code}");
    PoliceFiling { number: number.to_owned(), href }
}

/// A text as the value of a query (RFC 3986: all but the unreserved characters).
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 32);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
