//! From content to documents: what can be produced ([`Route`]), and each document on its own ([`Site::render`]).
//!
//! Rendering needs the content and the theme, and no other page; so a build is a parallel loop over
//! [`Site::routes`], and a preview renders the one page that is asked for.

mod address;
mod colour;
mod directive;
mod frame;
mod lists;
mod manuscript;
mod markup;
mod pages;
mod part;
mod route;
mod search;
mod strings;
mod theme;
pub mod view;

pub use manuscript::Manuscript;
pub use route::{Document, PageKind, Rendered, Route, SearchFile, media_type, root_of};
pub use strings::{Strings, StringsError};
pub use theme::Theme;

use std::fs;

use rayon::prelude::*;

use crate::analysis::Index;
use crate::content::Content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Both, Lang, Text};
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
    theme_css: String,
    views: Both<SiteView>,
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
        let search = search::indexes(content, &lists);
        let site =
            Site { content, theme, index, lists, base_url, theme_css, views, is_searchable: true, search };
        findings.extend(address::collisions(&site));
        (site, findings)
    }

    /// The same site without a search: no index, no page and no box.
    #[must_use]
    pub fn without_search(mut self) -> Self {
        self.is_searchable = false;
        self
    }

    /// Everything that the site consists of, in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        let mut routes = vec![Route::Root, Route::NotFound, Route::ThemeCss];
        routes.extend((0..self.theme.assets().len()).map(Route::Asset));
        for (at, bulletin) in self.content.bulletins.iter().enumerate() {
            routes.extend((0..bulletin.images.len()).map(|image| Route::Image(at, image)));
        }
        for lang in Lang::BOTH {
            routes.extend(self.page_kinds().into_iter().map(|kind| Route::Page(lang, kind)));
            for (at, bulletin) in self.content.bulletins.iter().enumerate() {
                routes.push(Route::FiguresCsv(lang, at));
                routes.extend((0..bulletin.charts.len()).map(|chart| Route::ChartCsv(lang, at, chart)));
            }
        }
        // Shards come last: each wants the words of all pages, which by then have been listened to.
        routes.extend(Lang::BOTH.into_iter().flat_map(|lang| self.search_routes(lang)));
        routes
    }

    fn page_kinds(&self) -> Vec<PageKind> {
        let content = self.content;
        let mut kinds = vec![PageKind::Home, PageKind::NotFound, PageKind::Bulletins];
        kinds.extend(self.lists.years().map(PageKind::Year));
        kinds.extend((0..content.bulletins.len()).map(PageKind::Bulletin));
        kinds.push(PageKind::Places);
        kinds.extend((0..content.registry.places.len()).map(PageKind::Place));
        kinds.push(PageKind::Indicators);
        kinds.extend((0..content.registry.indicators.len()).map(PageKind::Indicator));
        kinds.push(PageKind::Projects);
        kinds.extend((0..content.projects.len()).map(PageKind::Project));
        kinds.push(PageKind::Plans);
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
            Route::FiguresCsv(lang, bulletin) => part::figures_csv(self, lang, bulletin),
            Route::ChartCsv(lang, bulletin, chart) => part::chart_csv(self, lang, bulletin, chart),
            Route::Image(bulletin, image) => self.image(bulletin, image, &mut findings),
            Route::Asset(at) => self.theme.assets()[at].1.clone(),
            Route::ThemeCss => self.theme_css.clone().into_bytes(),
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

    /// What rendering a route would find. Templates of the embedded theme find nothing.
    fn findings(&self, route: Route) -> Diagnostics {
        let mut findings = Diagnostics::default();
        match route {
            // What is wrong with the words of a page is said of the page.
            Route::Search(..) => {}
            Route::Page(lang, kind) if !self.theme.has_own_templates() => {
                pages::page(&Frame::sketch(self, lang, kind), &mut findings);
            }
            _ => findings = self.render(route).findings,
        }
        findings
    }

    fn image(&self, bulletin: usize, image: usize, findings: &mut Diagnostics) -> Vec<u8> {
        let image = &self.content.bulletins[bulletin].images[image];
        if image.path.as_os_str().is_empty() {
            // There is no such picture, which was said when the folder was read.
            return Vec::new();
        }
        fs::read(&image.path).unwrap_or_else(|error| {
            findings.push(Diagnostic::new(
                Code::Unreadable,
                image.file.span,
                Text::new(format!("图片无法读取：{error}"), format!("the picture cannot be read: {error}")),
                Text::new("检查文件是否存在、是否有读取权限", "check that the file exists and may be read"),
            ));
            Vec::new()
        })
    }
}
