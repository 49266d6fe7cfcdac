//! Tables, charts and pictures.

use serde::Serialize;

use crate::lang::Lang;

/// A table of data.
#[derive(Serialize, Debug)]
pub struct TableView {
    /// Its caption.
    pub caption: String,
    /// Its column heads.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub rows: Vec<RowView>,
}

/// A column head.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ColumnView {
    pub label: String,
    /// Whether its cells are numbers, set to the end of the cell.
    pub numeric: bool,
}

/// A row.
#[derive(Serialize, Debug)]
pub struct RowView {
    /// The first cell, which heads the row.
    pub head: CellView,
    /// Where its head leads.
    pub href: Option<String>,
    /// The other cells.
    pub cells: Vec<CellView>,
}

/// A cell.
#[derive(Serialize, Default, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CellView {
    pub text: String,
    /// Whether its column is one of numbers.
    pub numeric: bool,
}

/// A chart with all that belongs to it (`exhibit.html`).
#[derive(Serialize, Debug)]
pub struct ExhibitView {
    /// Unique in the page; also the fragment that links to it.
    pub id: String,
    /// `2` to `6`: the level of its heading.
    pub level: u8,
    /// The message.
    pub title: String,
    /// Indicator, place, period, unit.
    pub subtitle: String,
    /// Drawn for wide pages and for phones; `None` where a table alone is shown.
    pub svg: Option<SvgPair>,
    /// The long description.
    pub description: String,
    /// Who published the data.
    pub source: Option<String>,
    /// Footnotes.
    pub notes: Vec<String>,
    /// Its data.
    pub table: TableView,
    /// The data as CSV.
    pub csv: Option<String>,
    /// The chart as a picture, where pictures are made.
    pub png: Option<String>,
    /// Where the chart stands on the site, absolute; `None` where a table alone is shown.
    pub address: Option<String>,
}

/// A chart in two widths.
#[derive(Serialize, Debug)]
pub struct SvgPair {
    /// For pages.
    pub wide: String,
    /// For phones; `None` in a fragment.
    pub narrow: Option<String>,
}

/// A picture in a narrative (`image.html`).
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ImageView {
    pub lang: Lang,
    pub src: String,
    /// Its sizes with their widths, for `srcset`, where it has several.
    pub srcset: Option<String>,
    /// In pixels, so that the text below does not jump when the picture arrives.
    pub size: Option<(u32, u32)>,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: String,
}
