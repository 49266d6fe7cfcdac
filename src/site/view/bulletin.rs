//! A bulletin's page.

use serde::Serialize;

use super::{Banner, DateView, FigureView, Labelled, Link, Markup, TableView};
use crate::lang::Lang;

/// A bulletin's page.
#[derive(Serialize, Debug)]
pub struct BulletinBody {
    /// Its place.
    pub place: Link,
    /// Its period.
    pub period: String,
    /// Its column; its page has no address where site.toml knows no such column.
    pub column: Option<Link>,
    /// When it was released.
    pub released: DateView,
    /// When the next one is due, in words.
    pub next_release: String,
    /// Who publishes it.
    pub source: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// 初步数据, preliminary data.
    pub status: Option<String>,
    /// What to know before reading.
    pub banners: Vec<Banner>,
    /// Key points; empty where the narrative places them itself.
    pub key_points: Vec<Markup>,
    /// Two to six headline figures.
    pub figures: Vec<FigureView>,
    /// The narrative; `None` where this language has none.
    pub narrative: Option<NarrativeView>,
    /// Charts that the narrative does not place.
    pub exhibits: Vec<Markup>,
    /// Every figure of the bulletin.
    pub table: TableView,
    /// The indicators that it uses.
    pub about: Vec<IndicatorNote>,
    /// Footnotes to its figures and notes on rounding.
    pub notes: Vec<String>,
    /// Files to take away.
    pub downloads: Vec<Download>,
    /// The page from which an editor copies it to other places.
    pub copy: String,
    /// How to cite it.
    pub cite: String,
    /// Corrections, newest first.
    pub corrections: Vec<DatedView>,
    /// Notices, newest first.
    pub notices: Vec<DatedView>,
    /// The bulletin of the same place before this one.
    pub previous: Option<Link>,
    /// The one after it.
    pub next: Option<Link>,
}

/// A narrative with its contents list.
#[derive(Serialize, Debug)]
pub struct NarrativeView {
    /// The text.
    pub html: String,
    /// Its headings of the second level.
    pub outline: Vec<Link>,
}

/// An indicator in "About the data".
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct IndicatorNote {
    pub name: String,
    pub href: String,
    pub definition: String,
    pub source: Option<String>,
}

/// A file to take away.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Download {
    pub label: String,
    pub href: String,
    /// `CSV`, `XLSX`, `JSON`.
    pub kind: &'static str,
}

/// A bulletin for other places (`fragment.html`, `wechat.html`).
#[derive(Serialize, Debug)]
pub struct FragmentView<'a> {
    /// `zh` or `en`.
    pub lang: Lang,
    /// `zh-CN` or `en`.
    pub lang_tag: &'static str,
    /// What every id has to begin with.
    pub prefix: String,
    /// The bulletin's title, which the portal prints itself.
    pub title: String,
    /// The bulletin's page, absolute.
    pub address: String,
    /// The `<style>` element of a fragment.
    pub style: &'a str,
    /// The words of the banner where it carries invented data.
    pub demonstration: Option<String>,
    /// The bulletin; every `href` is absolute.
    pub body: BulletinBody,
}

/// The page from which an editor copies a bulletin to other places.
#[derive(Serialize, Debug)]
pub struct CopyBody {
    /// The bulletin.
    pub bulletin: Link,
    /// What other places ask for beside the text: title, summary, source, date.
    pub fields: Vec<Labelled>,
    /// What can be copied.
    pub pieces: Vec<PieceView>,
}

/// Something that can be copied.
#[derive(Serialize, Debug)]
pub struct PieceView {
    /// `fragment` or `wechat`.
    pub kind: &'static str,
    /// Its file.
    pub href: String,
}

/// A correction or notice.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DatedView {
    pub date: DateView,
    pub text: String,
}
