//! From content to documents: what can be produced ([`Route`]), and each document on its own ([`Site::render`]).
//!
//! Rendering needs the content and the theme, and no other page; so a build is a parallel loop over
//! [`Site::routes`], and a preview renders the one page that is asked for.

mod address;
mod colour;
mod data;
mod directive;
mod feed;
mod fragment;
mod frame;
mod image;
mod lists;
mod manuscript;
mod markup;
mod metadata;
mod pages;
mod part;
mod passages;
mod picture;
mod qr;
mod route;
mod search;
mod strings;
mod theme;
pub mod view;

pub use manuscript::Manuscript;
pub use route::{
    DataFile, Document, Format, ImageSize, PageKind, Rendered, Route, SearchFile, media_type, root_of,
};
pub use strings::{Strings, StringsError};
pub use theme::Theme;

use rayon::prelude::*;

use crate::analysis::Index;
use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::lang::{Both, Lang};
use crate::picture::Painter;
use fragment::Looks;
use frame::Frame;
use lists::Lists;
use view::SiteView;

/// A site: its content, analysed, with a theme and an address.
pub struct Site<'a> {
    content: &'a Content,
    theme: &'a Theme,
    index: Index<'a>,
    lists: Lists,
    base_url: String,
    sitemap_limit: usize,
    theme_css: String,
    looks: Looks,
    views: Both<SiteView>,
    painter: Option<&'a dyn Painter>,
    is_searchable: bool,
    search: Both<search::Index>,
}

impl<'a> Site<'a> {
    /// Plans a site that can be published. `base_url` stands in for that of site.toml where it is given.
    ///
    /// # Errors
    /// What [`Site::plan`] finds.
    pub fn new(content: &'a Content, theme: &'a Theme, base_url: Option<&str>) -> Result<Self, Diagnostics> {
        let (site, findings) = Site::plan(content, theme, base_url);
        if findings.has_veto() { Err(findings) } else { Ok(site) }
    }

    /// Plans a site, whatever is wrong with it, and says what is: X3 where two sources claim one address, D1 where a
    /// colour lacks contrast.
    pub fn plan(content: &'a Content, theme: &'a Theme, base_url: Option<&str>) -> (Self, Diagnostics) {
        let mut findings = Diagnostics::default();
        let theme_css = theme::theme_css(&content.site).unwrap_or_else(|found| {
            findings.push(*found);
            String::new()
        });
        let base_url = base_url.unwrap_or(&content.site.base_url.value).trim_end_matches('/').to_owned();
        let views = Both::from_fn(|lang| frame::site_view(content, lang));
        let index = Index::new(content);
        let lists = Lists::new(content);
        let sitemap_limit = feed::ADDRESSES;
        let looks = theme.looks(&content.site);
        let search = search::indexes(content, &lists);
        let site = Site {
            content,
            theme,
            index,
            lists,
            base_url,
            sitemap_limit,
            theme_css,
            looks,
            views,
            painter: None,
            is_searchable: true,
            search,
        };
        findings.extend(address::collisions(&site));
        (site, findings)
    }

    /// The same site with at most so many addresses in a sitemap, instead of the 50,000 that the standard allows.
    #[must_use]
    pub fn with_sitemap_limit(mut self, addresses: usize) -> Self {
        self.sitemap_limit = addresses;
        self
    }

    /// The same site with pictures: PNG of every chart, and cards for social media.
    #[must_use]
    pub fn with_pictures(mut self, painter: &'a dyn Painter) -> Self {
        self.painter = Some(painter);
        self
    }

    fn has_pictures(&self) -> bool {
        self.painter.is_some()
    }

    /// The institutional colour, `#rrggbb`.
    fn accent(&self) -> String {
        theme::accent(&self.content.site).to_string()
    }

    /// The same site without a search: no index, no page and no box.
    #[must_use]
    pub fn without_search(mut self) -> Self {
        self.is_searchable = false;
        self
    }

    /// Everything that the site consists of, in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Root, Route::NotFound, Route::ThemeCss, Route::Robots, Route::Sitemap];
        routes.extend((0..self.sitemap().parts()).map(Route::SitemapPart));
        routes.extend((0..self.theme.assets().len()).map(Route::Asset));
        for (at, bulletin) in self.content.bulletins.iter().enumerate() {
            routes.extend(self.image_routes(at));
            if !bulletin.figures.is_empty() {
                routes.extend(Format::ALL.map(|format| Route::Figures(at, format)));
            }
        }
        // A group of no tables is none (Metadata Vocabulary for Tabular Data, 5.3.2).
        let has_figures = self.content.bulletins.iter().any(|bulletin| !bulletin.figures.is_empty());
        let is_made = |file: &DataFile| has_figures || *file != DataFile::BulletinsCsvMetadata;
        routes.extend(DataFile::ALL.into_iter().filter(is_made).map(Route::Data));
        for lang in Lang::BOTH {
            routes.push(Route::Manifest(lang));
            routes.extend(self.feeds().map(|column| Route::Feed(lang, column)));
            routes.extend(self.page_kinds().into_iter().map(|kind| Route::Page(lang, kind)));
            for (at, bulletin) in self.content.bulletins.iter().enumerate() {
                routes.extend([Route::Fragment(lang, at), Route::WeChat(lang, at)]);
                routes.extend((0..bulletin.charts.len()).map(|chart| Route::ChartCsv(lang, at, chart)));
            }
            routes.extend(self.picture_routes(lang));
        }
        // Shards come last: each wants the words of all pages, which by then have been listened to.
        routes.extend(Lang::BOTH.into_iter().flat_map(|lang| self.search_routes(lang)));
        routes
    }

    fn sitemap(&self) -> feed::Sitemap {
        feed::Sitemap::new(self, self.sitemap_limit)
    }

    /// The feeds of an edition: of everything, then of each column that has bulletins.
    fn feeds(&self) -> impl Iterator<Item = Option<usize>> {
        let columns = (0..self.content.site.columns.len()).map(Some);
        std::iter::once(None).chain(columns).filter(|&column| feed::has_feed(self, column))
    }

    /// The interface's words.
    fn words(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        self.theme.strings().text(lang, key, args)
    }

    fn page_kinds(&self) -> Vec<PageKind> {
        let content = self.content;
        let mut kinds = vec![PageKind::Home, PageKind::NotFound, PageKind::Bulletins];
        kinds.extend(self.lists.years().map(PageKind::Year));
        kinds.extend((0..content.site.columns.len()).map(PageKind::Column));
        kinds.extend((0..content.bulletins.len()).map(PageKind::Bulletin));
        kinds.extend((0..content.bulletins.len()).map(PageKind::Copy));
        kinds.push(PageKind::Places);
        kinds.extend((0..content.registry.places.len()).map(PageKind::Place));
        kinds.push(PageKind::Indicators);
        kinds.extend((0..content.registry.indicators.len()).map(PageKind::Indicator));
        kinds.push(PageKind::Projects);
        kinds.extend((0..content.projects.len()).map(PageKind::Project));
        kinds.extend([PageKind::Plans, PageKind::Data, PageKind::SiteMap]);
        kinds.extend((0..content.pages.len()).map(PageKind::Standing));
        kinds.extend(self.is_searchable.then_some(PageKind::Search));
        kinds
    }

    /// Renders one document, and says what is wrong or doubtful about it.
    ///
    /// The document of a page with vetoes is what can be shown of it, for a preview; it must not be published.
    pub fn render(&self, route: Route) -> Rendered {
        let mut findings = Diagnostics::default();
        let path = self.path(route);
        let bytes = match route {
            Route::Root => pages::root(self, &mut findings),
            Route::NotFound => pages::not_found_root(self, &mut findings),
            Route::Page(lang, kind) => pages::page(&Frame::new(self, lang, kind), &mut findings),
            Route::Figures(bulletin, format) => data::figures(self, bulletin, format, &mut findings),
            Route::Data(file) => data::file(self, file),
            Route::ChartCsv(lang, bulletin, chart) => part::chart_csv(self, lang, bulletin, chart),
            Route::Fragment(lang, at) => fragment::portal(self, lang, at, &mut findings),
            Route::WeChat(lang, at) => fragment::article(self, lang, at, &mut findings),
            Route::ChartPng(lang, bulletin, chart, width) => {
                self.chart_png(lang, bulletin, chart, width, &mut findings)
            }
            Route::Card(lang, kind) => self.card(lang, kind, &mut findings),
            Route::Image(bulletin, image, size) => self.image(bulletin, image, size, &mut findings),
            Route::Asset(at) => self.theme.assets()[at].1.clone(),
            Route::ThemeCss => self.theme_css.clone().into_bytes(),
            Route::Feed(lang, column) => feed::atom(self, lang, column),
            Route::Sitemap => self.sitemap().main(self),
            Route::SitemapPart(part) => self.sitemap().part(self, part),
            Route::Robots => feed::robots(self),
            Route::Manifest(lang) => feed::manifest(self, lang),
            Route::Search(lang, file) => self.search_file(lang, file),
        };
        Rendered { document: Document { media_type: media_type(&path), path, bytes }, findings }
    }

    /// Everything that rendering would find, without writing anything.
    pub fn check(&self) -> Diagnostics {
        let found: Vec<Diagnostics> =
            self.routes().into_par_iter().map(|route| self.findings(route)).collect();
        let mut findings = Diagnostics::default();
        found.into_iter().for_each(|found| findings.extend(found));
        findings
    }

    /// What rendering a route would find. Templates of the embedded theme find nothing, and data, feeds, maps and
    /// fragments say again what pages have said.
    fn findings(&self, route: Route) -> Diagnostics {
        let mut findings = Diagnostics::default();
        match route {
            Route::Page(_, PageKind::Copy(_)) | Route::Fragment(..) | Route::WeChat(..)
                if !self.theme.has_own_templates() => {}
            // What is wrong with the words of a page is said of the page.
            Route::Search(..) => {}
            Route::Page(lang, kind) if !self.theme.has_own_templates() => {
                pages::page(&Frame::sketch(self, lang, kind), &mut findings);
            }
            Route::Page(..)
            | Route::Root
            | Route::NotFound
            | Route::Image(..)
            | Route::Fragment(..)
            | Route::WeChat(..)
            | Route::ChartPng(..)
            | Route::Card(..) => findings = self.render(route).findings,
            _ => {}
        }
        findings
    }
}
