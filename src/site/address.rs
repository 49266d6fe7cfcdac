//! Addresses: every route has one path, made of explicit ASCII ids, and no two share one.

use std::collections::HashMap;

use super::{PageKind, Route, Site};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::{Lang, Text};

impl Site<'_> {
    /// The path of a document from the root of the site.
    pub fn path(&self, route: Route) -> String {
        match route {
            Route::Root => "index.html".to_owned(),
            Route::NotFound => "404.html".to_owned(),
            Route::ThemeCss => "assets/theme.css".to_owned(),
            Route::Asset(at) => format!("assets/{}", self.theme.assets()[at].0),
            Route::Page(lang, kind) => format!("{}/{}.html", lang.code(), self.page_name(kind)),
            Route::FiguresCsv(lang, bulletin) => {
                format!("{}/{}/figures.csv", lang.code(), self.page_name(PageKind::Bulletin(bulletin)))
            }
            Route::ChartCsv(lang, bulletin, chart) => {
                let id = self.content.bulletins[bulletin].charts[chart].id.value.slug();
                format!("{}/{}/{id}.csv", lang.code(), self.page_name(PageKind::Bulletin(bulletin)))
            }
            Route::Image(bulletin, image) => {
                let bulletin = &self.content.bulletins[bulletin];
                let image = &bulletin.images[image];
                let ending = image.file.value.rsplit_once('.').map_or("", |(_, ending)| ending);
                let (year, id, image) = (bulletin.year, bulletin.id.value.slug(), image.id.value.slug());
                format!("media/{year}/{id}/{image}.{}", ending.to_ascii_lowercase())
            }
        }
    }

    fn page_name(&self, kind: PageKind) -> String {
        let registry = &self.content.registry;
        match kind {
            PageKind::Home => "index".to_owned(),
            PageKind::NotFound => "404".to_owned(),
            PageKind::Bulletins => "bulletins".to_owned(),
            PageKind::Year(year) => format!("bulletins/{year}"),
            PageKind::Bulletin(at) => {
                let bulletin = &self.content.bulletins[at];
                format!("bulletins/{}/{}", bulletin.year, bulletin.id.value.slug())
            }
            PageKind::Places => "places".to_owned(),
            PageKind::Place(at) => format!("places/{}", registry.places[at].id.value.slug()),
            PageKind::Indicators => "indicators".to_owned(),
            PageKind::Indicator(at) => format!("indicators/{}", registry.indicators[at].id.value.slug()),
            PageKind::Projects => "projects".to_owned(),
            PageKind::Project(at) => format!("projects/{}", self.content.projects[at].id.value.slug()),
            PageKind::Plans => "plans".to_owned(),
            PageKind::Standing(at) => self.content.pages[at].id.value.slug(),
        }
    }

    /// The absolute address of a document.
    pub fn url(&self, route: Route) -> String {
        let path = self.path(route);
        let path = path.strip_suffix("index.html").unwrap_or(&path);
        format!("{}/{path}", self.base_url)
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
            Route::Page(Lang::En, _) | Route::FiguresCsv(Lang::En, _) | Route::ChartCsv(Lang::En, _, _)
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
