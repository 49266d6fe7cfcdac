//! Addresses: every route has one path, made of explicit ASCII ids, and no two share one.

use std::collections::HashMap;

use super::{PageKind, Route, Site};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::{Lang, Text};

impl Site<'_> {
    /// The path of a document from the root of the site.
    pub fn path(&self, route: Route) -> String {
        self.path_behind("", route)
    }

    /// The path of a document behind `start`, which leads to the root of the site.
    pub(super) fn path_behind(&self, start: &str, route: Route) -> String {
        // A list has thousands of links, so that each is put together in one piece.
        let mut path = String::with_capacity(start.len() + 64);
        path.push_str(start);
        match route {
            Route::Root => path.push_str("index.html"),
            Route::NotFound => path.push_str("404.html"),
            Route::ThemeCss => path.push_str("assets/theme.css"),
            Route::Asset(at) => path.extend(["assets/", &self.theme.assets()[at].0]),
            Route::Page(lang, kind) => {
                self.push_page(lang, kind, &mut path);
                path.push_str(".html");
            }
            Route::Search(lang, file) => {
                path.extend([lang.code(), "/search/", &self.search_name(lang, file), ".js"]);
            }
            Route::FiguresCsv(lang, bulletin) => {
                self.push_page(lang, PageKind::Bulletin(bulletin), &mut path);
                path.push_str("/figures.csv");
            }
            Route::ChartCsv(lang, bulletin, chart) => {
                self.push_page(lang, PageKind::Bulletin(bulletin), &mut path);
                let id = &self.content.bulletins[bulletin].charts[chart].id.value;
                path.extend(["/", &id.slug(), ".csv"]);
            }
            Route::Image(bulletin, image) => {
                let bulletin = &self.content.bulletins[bulletin];
                let image = &bulletin.images[image];
                let ending = image.file.value.rsplit_once('.').map_or("", |(_, ending)| ending);
                let (year, id, image) =
                    (bulletin.year.to_string(), bulletin.id.value.slug(), image.id.value.slug());
                path.extend(["media/", &year, "/", &id, "/", &image, ".", &ending.to_ascii_lowercase()]);
            }
        }
        path
    }

    /// Adds the path of a page without its ending.
    fn push_page(&self, lang: Lang, kind: PageKind, path: &mut String) {
        let registry = &self.content.registry;
        path.extend([lang.code(), "/"]);
        match kind {
            PageKind::Home => path.push_str("index"),
            PageKind::NotFound => path.push_str("404"),
            PageKind::Search => path.push_str("search"),
            PageKind::Bulletins => path.push_str("bulletins"),
            PageKind::Year(year) => path.extend(["bulletins/", &year.to_string()]),
            PageKind::Bulletin(at) => {
                let bulletin = &self.content.bulletins[at];
                path.extend(["bulletins/", &bulletin.year.to_string(), "/", &bulletin.id.value.slug()]);
            }
            PageKind::Places => path.push_str("places"),
            PageKind::Place(at) => path.extend(["places/", &registry.places[at].id.value.slug()]),
            PageKind::Indicators => path.push_str("indicators"),
            PageKind::Indicator(at) => path.extend(["indicators/", &registry.indicators[at].id.value.slug()]),
            PageKind::Projects => path.push_str("projects"),
            PageKind::Project(at) => path.extend(["projects/", &self.content.projects[at].id.value.slug()]),
            PageKind::Plans => path.push_str("plans"),
            PageKind::Standing(at) => path.push_str(&self.content.pages[at].id.value.slug()),
        }
    }

    /// The absolute address of a document.
    pub fn url(&self, route: Route) -> String {
        let mut url = self.path_behind(&format!("{}/", self.base_url), route);
        url.truncate(url.strip_suffix("index.html").unwrap_or(&url).len());
        url
    }

    /// Whether a collision follows from another mistake: of two bulletins, for their files; or of two charts or
    /// pictures of one name.
    fn is_told_elsewhere(&self, first: Route, second: Route) -> bool {
        let owner = |route| match route {
            Route::FiguresCsv(_, at) | Route::ChartCsv(_, at, _) | Route::Image(at, _) => Some(at),
            _ => None,
        };
        let (Some(one), Some(other)) = (owner(first), owner(second)) else { return false };
        let bulletin = &self.content.bulletins[one];
        one != other
            || match (first, second) {
                (Route::ChartCsv(_, _, a), Route::ChartCsv(_, _, b)) => {
                    bulletin.charts[a].id.value == bulletin.charts[b].id.value
                }
                (Route::Image(_, a), Route::Image(_, b)) => {
                    bulletin.images[a].id.value == bulletin.images[b].id.value
                }
                _ => false,
            }
    }

    /// Where in the content a document comes from.
    fn origin(&self, route: Route) -> Location {
        let content = self.content;
        let registry = &content.registry;
        match route {
            Route::Page(_, PageKind::Bulletin(at)) | Route::FiguresCsv(_, at) => {
                content.bulletins[at].id.span.into()
            }
            Route::Page(_, PageKind::Place(at)) => registry.places[at].id.span.into(),
            Route::Page(_, PageKind::Indicator(at)) => registry.indicators[at].id.span.into(),
            Route::Page(_, PageKind::Project(at)) => content.projects[at].id.span.into(),
            Route::Page(_, PageKind::Standing(at)) => content.pages[at].id.span.into(),
            Route::ChartCsv(_, at, chart) => content.bulletins[at].charts[chart].id.span.into(),
            Route::Image(at, image) => content.bulletins[at].images[image].id.span.into(),
            Route::Asset(at) => Location::Path(format!("themes/static/{}", self.theme.assets()[at].0)),
            _ => Location::Path("site.toml".to_owned()),
        }
    }
}

/// Every pair of sources that claim one address.
pub(super) fn collisions(site: &Site<'_>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let mut taken: HashMap<String, Route> = HashMap::new();
    for route in site.routes() {
        // Both editions have the same addresses below their language.
        if matches!(
            route,
            Route::Page(Lang::En, _)
                | Route::FiguresCsv(Lang::En, _)
                | Route::ChartCsv(Lang::En, _, _)
                | Route::Search(..)
        ) {
            continue;
        }
        let path = site.path(route).to_lowercase();
        if let Some(&first) = taken.get(&path) {
            if !site.is_told_elsewhere(first, route) {
                findings.push(collision(site, &path, first, route));
            }
        } else {
            taken.insert(path, route);
        }
    }
    findings
}

fn collision(site: &Site<'_>, path: &str, first: Route, second: Route) -> Diagnostic {
    let found = |help| {
        let message =
            Text::new(format!("地址{path}已被占用"), format!("the address {path} is taken already"));
        Diagnostic::new(Code::AddressTaken, site.origin(second), message, help)
    };
    match (first, site.origin(first)) {
        (Route::FiguresCsv(..), _) | (_, Location::Path(_)) => found(Text::new(
            "换一个标识（文件夹和文件则改名）：网站自己有页面或文件用这个地址",
            "choose another id, or rename the folder or file: the site has a page or file of its own there",
        )),
        (_, Location::Span(span)) => {
            let help = Text::new(
                "换一个标识（文件夹和文件则改名）；下划线与连字符在地址中是同一个字符",
                "choose another id, or rename the folder or file; `_` and `-` are the same character in addresses",
            );
            found(help).with_related(span, Text::new("先占用者在此", "it is taken here"))
        }
    }
}
