//! Addresses: every route has one path, made of explicit ASCII ids, and no two share one.

use std::collections::HashMap;

use super::{ImageSize, PageKind, Route, Site};
use crate::chart::Width;
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
            Route::Robots => path.push_str("robots.txt"),
            Route::Sitemap => path.push_str("sitemap.xml"),
            Route::SitemapPart(part) => path.extend(["sitemap-", &(part + 1).to_string(), ".xml"]),
            Route::Manifest(lang) => path.extend([lang.code(), "/site.webmanifest"]),
            Route::Feed(lang, None) => path.extend([lang.code(), "/feed.atom"]),
            Route::Feed(lang, Some(column)) => {
                self.push_page(lang, PageKind::Column(column), &mut path);
                path.push_str(".atom");
            }
            Route::Asset(at) => path.extend(["assets/", &self.theme.assets()[at].0]),
            Route::Page(lang, kind) => {
                self.push_page(lang, kind, &mut path);
                path.push_str(".html");
            }
            Route::Search(lang, file) => {
                path.extend([lang.code(), "/search/", &self.search_name(lang, file), ".js"]);
            }
            Route::Figures(bulletin, format) => {
                // A file that is taken away is known by its name alone.
                let bulletin = &self.content.bulletins[bulletin];
                let (year, id) = (bulletin.year.to_string(), bulletin.id.value.slug());
                path.extend(["data/bulletins/", &year, "-", &id, ".", format.ending()]);
            }
            Route::Data(file) => path.extend(["data/", file.name()]),
            Route::ChartCsv(lang, bulletin, chart) => {
                self.push_chart(lang, bulletin, chart, &mut path);
                path.push_str(".csv");
            }
            Route::ChartPng(lang, bulletin, chart, width) => {
                self.push_chart(lang, bulletin, chart, &mut path);
                path.push_str(if width == Width::Wide { ".png" } else { "-phone.png" });
            }
            Route::Card(lang, PageKind::Home) => path.extend([lang.code(), "/card.png"]),
            Route::Card(lang, kind) => {
                self.push_page(lang, kind, &mut path);
                path.push_str("/card.png");
            }
            Route::Fragment(lang, bulletin) | Route::WeChat(lang, bulletin) => {
                self.push_page(lang, PageKind::Bulletin(bulletin), &mut path);
                let is_portal = matches!(route, Route::Fragment(..));
                path.push_str(if is_portal { "/fragment.html" } else { "/wechat.html" });
            }
            Route::Image(bulletin, image, size) => {
                let bulletin = &self.content.bulletins[bulletin];
                let image = &bulletin.images[image];
                let ending = image.file.value.rsplit_once('.').map_or("", |(_, ending)| ending);
                let (year, id, image) =
                    (bulletin.year.to_string(), bulletin.id.value.slug(), image.id.value.slug());
                let width = match size {
                    ImageSize::Large => String::new(),
                    ImageSize::Small => format!("-{}", size.width()),
                };
                path.extend(["media/", &year, "/", &id, "/", &image, &width]);
                path.extend([".", &ending.to_ascii_lowercase()]);
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
            PageKind::Column(at) => {
                path.extend(["columns/", &self.content.site.columns[at].id.value.slug()]);
            }
            PageKind::Bulletin(at) | PageKind::Copy(at) => {
                let bulletin = &self.content.bulletins[at];
                path.extend(["bulletins/", &bulletin.year.to_string(), "/", &bulletin.id.value.slug()]);
                if matches!(kind, PageKind::Copy(_)) {
                    path.push_str("/copy");
                }
            }
            PageKind::Places => path.push_str("places"),
            PageKind::Place(at) => path.extend(["places/", &registry.places[at].id.value.slug()]),
            PageKind::Indicators => path.push_str("indicators"),
            PageKind::Indicator(at) => path.extend(["indicators/", &registry.indicators[at].id.value.slug()]),
            PageKind::Projects => path.push_str("projects"),
            PageKind::Project(at) => path.extend(["projects/", &self.content.projects[at].id.value.slug()]),
            PageKind::Plans => path.push_str("plans"),
            PageKind::SiteMap => path.push_str("sitemap"),
            PageKind::Data => path.push_str("data"),
            PageKind::Standing(at) => path.push_str(&self.content.pages[at].id.value.slug()),
        }
    }

    /// Adds the path of a chart's files without their ending.
    fn push_chart(&self, lang: Lang, bulletin: usize, chart: usize, path: &mut String) {
        self.push_page(lang, PageKind::Bulletin(bulletin), path);
        let id = &self.content.bulletins[bulletin].charts[chart].id.value;
        path.extend(["/", &id.slug()]);
    }

    /// The absolute address of a document.
    pub fn url(&self, route: Route) -> String {
        without_index(self.path_behind(&format!("{}/", self.base_url), route))
    }

    /// The absolute address of the document at a path.
    pub(super) fn url_of_path(&self, path: &str) -> String {
        without_index(format!("{}/{path}", self.base_url))
    }

    /// Whether a collision follows from another mistake: of two bulletins, for their files; or of two charts,
    /// pictures or columns of one name.
    fn is_told_elsewhere(&self, first: Route, second: Route) -> bool {
        let columns = &self.content.site.columns;
        match (first, second) {
            (Route::Page(_, PageKind::Column(a)), Route::Page(_, PageKind::Column(b))) => {
                return columns[a].id.value == columns[b].id.value;
            }
            // Their pages collide as well.
            (Route::Feed(..), Route::Feed(..)) => return true,
            // Their data and their large sizes collide as well.
            (Route::ChartPng(.., one), Route::ChartPng(.., other)) if one == other => return true,
            (Route::Image(.., ImageSize::Small), Route::Image(.., ImageSize::Small)) => return true,
            _ => {}
        }
        let owner = |route| match route {
            Route::Figures(at, _)
            | Route::ChartCsv(_, at, _)
            | Route::ChartPng(_, at, ..)
            | Route::Card(_, PageKind::Bulletin(at))
            | Route::Image(at, ..)
            | Route::Fragment(_, at)
            | Route::WeChat(_, at)
            | Route::Page(_, PageKind::Copy(at)) => Some(at),
            _ => None,
        };
        let (Some(one), Some(other)) = (owner(first), owner(second)) else { return false };
        let bulletin = &self.content.bulletins[one];
        one != other
            || match (first, second) {
                (Route::ChartCsv(_, _, a), Route::ChartCsv(_, _, b))
                | (Route::ChartPng(_, _, a, _), Route::ChartPng(_, _, b, _)) => {
                    bulletin.charts[a].id.value == bulletin.charts[b].id.value
                }
                (Route::Image(_, a, _), Route::Image(_, b, _)) => {
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
            Route::Page(_, PageKind::Bulletin(at) | PageKind::Copy(at))
            | Route::Figures(at, _)
            | Route::Fragment(_, at)
            | Route::WeChat(_, at) => content.bulletins[at].id.span.into(),
            Route::Page(_, PageKind::Place(at)) => registry.places[at].id.span.into(),
            Route::Page(_, PageKind::Indicator(at)) => registry.indicators[at].id.span.into(),
            Route::Page(_, PageKind::Project(at)) => content.projects[at].id.span.into(),
            Route::Page(_, PageKind::Standing(at)) => content.pages[at].id.span.into(),
            Route::Page(_, PageKind::Column(at)) | Route::Feed(_, Some(at)) => {
                content.site.columns[at].id.span.into()
            }
            Route::ChartCsv(_, at, chart) | Route::ChartPng(_, at, chart, _) => {
                content.bulletins[at].charts[chart].id.span.into()
            }
            Route::Image(at, image, _) => content.bulletins[at].images[image].id.span.into(),
            Route::Asset(at) => Location::Path(format!("themes/static/{}", self.theme.assets()[at].0)),
            _ => Location::Path("site.toml".to_owned()),
        }
    }
}

/// A folder stands for its index.
fn without_index(mut url: String) -> String {
    url.truncate(url.strip_suffix("index.html").unwrap_or(&url).len());
    url
}

/// Every pair of sources that claim one address.
pub(super) fn collisions(site: &Site<'_>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let mut taken: HashMap<String, Route> = HashMap::new();
    // An address must not hang on whether pictures are made.
    for route in site.routes().into_iter().chain(site.possible_pictures()) {
        // Both editions have the same addresses below their language.
        if matches!(
            route,
            Route::Page(Lang::En, _)
                | Route::ChartCsv(Lang::En, _, _)
                | Route::Feed(Lang::En, _)
                | Route::Manifest(Lang::En)
                | Route::Fragment(Lang::En, _)
                | Route::WeChat(Lang::En, _)
                | Route::Search(..)
        ) {
            continue;
        }
        let path = site.path(route).to_lowercase();
        if let Some(&first) = taken.get(&path) {
            if first != route && !site.is_told_elsewhere(first, route) {
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
    match site.origin(first) {
        Location::Path(_) => found(Text::new(
            "换一个标识（文件夹和文件则改名）：网站自己有页面或文件用这个地址",
            "choose another id, or rename the folder or file: the site has a page or file of its own there",
        )),
        Location::Span(span) => {
            let help = Text::new(
                "换一个标识（文件夹和文件则改名）；下划线与连字符在地址中是同一个字符",
                "choose another id, or rename the folder or file; `_` and `-` are the same character in addresses",
            );
            found(help).with_related(span, Text::new("先占用者在此", "it is taken here"))
        }
    }
}
