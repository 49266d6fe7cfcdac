//! Everything that a site can produce, and where it stands.

use crate::chart::Width;
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
    /// All figures of a bulletin, by its place in the content, as one file for both languages.
    Figures(usize, Format),
    /// Figures of the whole site, or what describes them.
    Data(DataFile),
    /// A chart's data as CSV: the bulletin and the chart by their places in the content.
    ChartCsv(Lang, usize, usize),
    /// A chart as PNG, at twice its size: the bulletin and the chart by their places in the content. The wide one is
    /// for Word and stands alone, the narrow one for phones stands under its title.
    ChartPng(Lang, usize, usize, Width),
    /// The card that social media show beside a link to a page; of the home page and of bulletins.
    Card(Lang, PageKind),
    /// A bulletin for the pages of a portal.
    Fragment(Lang, usize),
    /// A bulletin for WeChat.
    WeChat(Lang, usize),
    /// A picture of a bulletin: the bulletin and the picture by their places in the content.
    Image(usize, usize, ImageSize),
    /// A file of the theme by its place in the theme's list.
    Asset(usize),
    /// The style sheet made from site.toml.
    ThemeCss,
    /// The newest bulletins of an edition as Atom, or those of the column at a place in site.toml.
    Feed(Lang, Option<usize>),
    /// The sitemap for crawlers, or the index of several.
    Sitemap,
    /// One of several sitemaps, from 0.
    SitemapPart(usize),
    /// robots.txt.
    Robots,
    /// The web manifest of an edition.
    Manifest(Lang),
    /// A file of the search index of an edition.
    Search(Lang, SearchFile),
}

/// The sizes that a picture of a bulletin is published in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ImageSize {
    /// For wide and sharp screens; the only one where pictures are not made.
    Large,
    /// For phones.
    Small,
}

impl ImageSize {
    /// The most that it is wide, in pixels: the column of text on a sharp screen, and half of that.
    pub fn width(self) -> u32 {
        match self {
            ImageSize::Large => 1600,
            ImageSize::Small => 800,
        }
    }
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

/// A form in which the figures of a bulletin are taken away.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// Rows for any program (RFC 4180).
    Csv,
    /// A spreadsheet for people.
    Xlsx,
    /// Records for programmers.
    Json,
}

/// A file about the figures of the whole site.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DataFile {
    /// The figures of all bulletins as CSV.
    Figures,
    /// The bulletins as CSV.
    Bulletins,
    /// The indicators with their definitions as CSV.
    Indicators,
    /// The places as CSV.
    Places,
    /// Every bulletin with its files, as JSON.
    Index,
    /// The tables as a Data Package (version 2).
    Package,
    /// The tables as CSV on the Web.
    CsvMetadata,
    /// The CSV files of bulletins as CSV on the Web.
    BulletinsCsvMetadata,
    /// Their common schema.
    FiguresCsvw,
    /// The catalogue of datasets (DCAT 3).
    Catalogue,
    /// The JSON Schema of a bulletin's figures.
    FiguresSchema,
    /// The JSON Schema of the index.
    IndexSchema,
}

impl Format {
    /// Every form, the one for people first.
    pub const ALL: [Format; 3] = [Format::Xlsx, Format::Csv, Format::Json];

    /// How a file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Xlsx => "XLSX",
            Format::Json => "JSON",
        }
    }
}

impl DataFile {
    /// Every file.
    pub const ALL: [DataFile; 12] = [
        DataFile::Figures,
        DataFile::Bulletins,
        DataFile::Indicators,
        DataFile::Places,
        DataFile::Index,
        DataFile::Package,
        DataFile::CsvMetadata,
        DataFile::BulletinsCsvMetadata,
        DataFile::FiguresCsvw,
        DataFile::Catalogue,
        DataFile::FiguresSchema,
        DataFile::IndexSchema,
    ];

    /// Its path below `data/`.
    pub fn name(self) -> &'static str {
        match self {
            DataFile::Figures => "figures.csv",
            DataFile::Bulletins => "bulletins.csv",
            DataFile::Indicators => "indicators.csv",
            DataFile::Places => "places.csv",
            DataFile::Index => "index.json",
            DataFile::Package => "datapackage.json",
            DataFile::CsvMetadata => "csv-metadata.json",
            DataFile::BulletinsCsvMetadata => "bulletins/csv-metadata.json",
            DataFile::FiguresCsvw => "schema/figures.csvw.json",
            DataFile::Catalogue => "catalog.jsonld",
            DataFile::FiguresSchema => "schema/figures.schema.json",
            DataFile::IndexSchema => "schema/index.schema.json",
        }
    }
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
    /// The bulletins of one column.
    Column(usize),
    /// A bulletin.
    Bulletin(usize),
    /// The page from which an editor copies a bulletin to other places.
    Copy(usize),
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
    /// Where to find all data.
    Data,
    /// A standing page.
    Standing(usize),
    /// The way to everything, for people.
    SiteMap,
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
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "ico" => "image/vnd.microsoft.icon",
        "atom" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The way back to the root from a path: `../` for every folder.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
