//! The sitemap (sitemaps.org 0.9) with the languages of each page; above its limits an index of several.

use jiff::civil::Date;

use super::xml::{DECLARATION, element, empty};
use crate::content::Bulletin;
use crate::figure::Period;
use crate::lang::Lang;
use crate::site::metadata::amended;
use crate::site::{PageKind, Route, Site};

/// How many addresses a sitemap may have.
pub(in crate::site) const ADDRESSES: usize = 50_000;

/// How large it may be, in bytes: 50 MB.
const SIZE: usize = 50 << 20;

/// What an address with its languages takes at most, but for the addresses themselves.
const FRAME: usize = 512;

/// How the addresses of a site are parted into sitemaps.
pub(in crate::site) struct Sitemap {
    /// How many addresses the site has.
    addresses: usize,
    /// How many stand in each sitemap; at least one.
    in_each: usize,
}

impl Sitemap {
    /// At most `most` addresses in each, and fewer where they are so long that the sitemap would grow too large.
    pub(in crate::site) fn new(site: &Site<'_>, most: usize) -> Self {
        let mut addresses = 0;
        let mut longest = 0;
        for (lang, kind) in pages(site) {
            addresses += 1;
            longest = longest.max(site.path(Route::Page(lang, kind)).len());
        }
        // An ampersand takes five characters; an address stands once for itself and three times for its languages.
        let each = 4 * 5 * (site.base_url.len() + 1 + longest) + FRAME;
        Sitemap { addresses, in_each: most.min(SIZE / each).max(1) }
    }

    /// How many sitemaps stand behind the index; none where one is enough.
    pub(in crate::site) fn parts(&self) -> usize {
        if self.addresses <= self.in_each { 0 } else { self.addresses.div_ceil(self.in_each) }
    }

    /// sitemap.xml: all addresses, or the index of the parts.
    pub(in crate::site) fn main(&self, site: &Site<'_>) -> Vec<u8> {
        if self.parts() == 0 { self.part(site, 0) } else { self.index(site) }
    }

    fn index(&self, site: &Site<'_>) -> Vec<u8> {
        let mut xml = String::from(DECLARATION);
        xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for part in 0..self.parts() {
            xml.push_str("  <sitemap>\n");
            element(&mut xml, "    ", "loc", &site.url(Route::SitemapPart(part)));
            xml.push_str("  </sitemap>\n");
        }
        xml.push_str("</sitemapindex>\n");
        xml.into_bytes()
    }

    /// One sitemap.
    pub(in crate::site) fn part(&self, site: &Site<'_>, part: usize) -> Vec<u8> {
        let mut xml = String::from(DECLARATION);
        xml.push_str(
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        for (lang, kind) in pages(site).skip(part * self.in_each).take(self.in_each) {
            address(&mut xml, site, lang, kind);
        }
        xml.push_str("</urlset>\n");
        xml.into_bytes()
    }
}

/// Every page that search engines may list.
fn pages<'s>(site: &'s Site<'_>) -> impl Iterator<Item = (Lang, PageKind)> + 's {
    let kinds = |lang: Lang| site.page_kinds().into_iter().map(move |kind| (lang, kind));
    Lang::BOTH.into_iter().flat_map(kinds).filter(|&(_, kind)| site.is_indexed(kind))
}

fn address(xml: &mut String, site: &Site<'_>, lang: Lang, kind: PageKind) {
    xml.push_str("  <url>\n");
    element(xml, "    ", "loc", &site.url(Route::Page(lang, kind)));
    if let Some(day) = site.last_change(kind) {
        element(xml, "    ", "lastmod", &day.to_string());
    }
    for alternate in site.alternates(kind) {
        let link = [("rel", "alternate"), ("hreflang", alternate.lang), ("href", alternate.href.as_str())];
        empty(xml, "    ", "xhtml:link", &link);
    }
    xml.push_str("  </url>\n");
}

impl Site<'_> {
    /// The day on which what a page tells last changed, as the content says it; `None` where it does not. A list
    /// changed with the newest thing that it lists.
    pub(in crate::site) fn last_change(&self, kind: PageKind) -> Option<Date> {
        let registry = &self.content.registry;
        match kind {
            PageKind::Bulletin(at) => changed(&self.content.bulletins[at]),
            PageKind::Year(year) => self.newest_change(self.lists.of_year(year)),
            PageKind::Column(at) => self.newest_change(self.lists.of_column(at)),
            PageKind::Place(at) => self.newest_change(self.lists.of_place(&registry.places[at].id.value)),
            PageKind::Indicator(at) => {
                self.newest_change(self.lists.of_indicator(&registry.indicators[at].id.value))
            }
            PageKind::Project(at) => {
                self.newest_change(self.lists.of_project(&self.content.projects[at].id.value))
            }
            PageKind::Home | PageKind::Bulletins | PageKind::SiteMap | PageKind::Plans | PageKind::Data => {
                self.newest_change(self.lists.newest())
            }
            PageKind::Places
            | PageKind::Indicators
            | PageKind::Projects
            | PageKind::Search
            | PageKind::Standing(_)
            | PageKind::Copy(_)
            | PageKind::NotFound => None,
        }
    }

    fn newest_change(&self, bulletins: &[usize]) -> Option<Date> {
        bulletins.iter().filter_map(|&at| changed(&self.content.bulletins[at])).max()
    }
}

/// The day of a bulletin's last change; `None` where only the month is known.
fn changed(bulletin: &Bulletin) -> Option<Date> {
    match amended(bulletin).unwrap_or(bulletin.released.value) {
        Period::Day(day) => Some(day),
        _ => None,
    }
}
