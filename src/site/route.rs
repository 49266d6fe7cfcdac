//! Everything that a site can produce, and where it stands.

use crate::diagnostic::Diagnostics;
use crate::lang::Lang;

/// One document of a site.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Route {
    /// The choice of language at the root.
    Root,
    /// The page that a server shows for addresses that do not exist, in the site's default language.
    NotFound,
    /// A page in a language.
    Page(Lang, PageKind),
    /// All figures of a bulletin as CSV.
    FiguresCsv(Lang, usize),
    /// A chart's data as CSV: the bulletin and the chart by their places in the content.
    ChartCsv(Lang, usize, usize),
    /// A picture of a bulletin: the bulletin and the picture by their places in the content.
    Image(usize, usize),
    /// A file of the theme by its place in the theme's list.
    Asset(usize),
    /// The style sheet made from site.toml.
    ThemeCss,
    /// A file of the search index of an edition.
    Search(Lang, SearchFile),
}

/// The files of a search index; numbers are places in the index.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SearchFile {
    /// What results can be narrowed to, and how many pages and shards there are.
    Catalogue,
    /// Terms and the pages that have them.
    Shard(usize),
    /// The text of a page.
    Page(usize),
}

/// The kinds of page; numbers are places in the content.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PageKind {
    /// The edition's home page.
    Home,
    /// All bulletins by year.
    Bulletins,
    /// The bulletins of one year.
    Year(i16),
    /// A bulletin.
    Bulletin(usize),
    /// All places.
    Places,
    /// A place.
    Place(usize),
    /// All indicators.
    Indicators,
    /// An indicator.
    Indicator(usize),
    /// The project register.
    Projects,
    /// A project.
    Project(usize),
    /// The plan progress board.
    Plans,
    /// A standing page.
    Standing(usize),
    /// The search page.
    Search,
    /// The not-found page of the edition.
    NotFound,
}

/// A finished document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// Its path from the root of the site, with `/`.
    pub path: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A document and what was found while it was made.
#[derive(Debug)]
pub struct Rendered {
    /// The document.
    pub document: Document,
    /// What is wrong or doubtful about it.
    pub findings: Diagnostics,
}

/// The media type of a file by its name's ending.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The way back to the root from a path: `../` for every folder.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
