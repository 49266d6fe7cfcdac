//! Bulletins by year, and the directories of places and indicators.

use serde::Serialize;

use super::{DateView, Labelled, Link, NavItem};

/// A bulletin in a list.
#[derive(Serialize, Debug)]
pub struct BulletinRow {
    /// Its title, and its `lang` where that is not the page's.
    pub title: Link,
    /// When it was released.
    pub released: DateView,
    /// Its place.
    pub place: String,
    /// Its period.
    pub period: String,
    /// One sentence.
    pub summary: String,
    /// Two figures in words: 签约项目 121个.
    pub figures: Vec<Labelled>,
    /// Whether its narrative exists in this language.
    pub translated: bool,
    /// Whether it carries invented data.
    pub demonstration: bool,
}

/// Bulletins by year.
#[derive(Serialize, Debug)]
pub struct BulletinsBody {
    /// Years, newest first; on a year's own page that year alone.
    pub years: Vec<YearView>,
    /// Every year, as links.
    pub all_years: Vec<NavItem>,
    /// Every column, as links.
    pub columns: Vec<NavItem>,
}

/// The bulletins of a column.
#[derive(Serialize, Debug)]
pub struct ColumnBody {
    /// What it carries.
    pub description: String,
    /// Its bulletins, newest first.
    pub bulletins: Vec<BulletinRow>,
    /// Every column, as links.
    pub columns: Vec<NavItem>,
    /// Its feed; an empty column has none.
    pub feed: Option<Link>,
}

/// A year of bulletins.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct YearView {
    pub year: i16,
    pub href: String,
    pub bulletins: Vec<BulletinRow>,
}

/// A list of places, or of indicators, in groups.
#[derive(Serialize, Debug)]
pub struct DirectoryBody {
    /// One sentence above the list; none above an empty one.
    pub lead: Option<String>,
    /// Its groups.
    pub groups: Vec<DirectoryGroup>,
}

/// A group of entries.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DirectoryGroup {
    pub label: Option<String>,
    pub entries: Vec<DirectoryEntry>,
}

/// An entry of a directory.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DirectoryEntry {
    pub link: Link,
    pub text: String,
}
