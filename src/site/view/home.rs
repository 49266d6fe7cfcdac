//! The home page, and the choice of language before it.

use serde::Serialize;

use super::{Alternate, BulletinRow, FigureView, Labelled, Link, Markup};
use crate::lang::Lang;

/// The home page.
#[derive(Serialize, Debug)]
pub struct HomeBody {
    /// The newest bulletin, if there is any.
    pub latest: Option<LatestView>,
    /// The bulletins before it, newest first.
    pub recent: Vec<BulletinRow>,
    /// The list of all bulletins.
    pub all_bulletins: String,
    /// Places with bulletins.
    pub places: Vec<Link>,
    /// The project register in numbers: stages in order with the number of projects that stand there.
    pub projects: Vec<Labelled>,
    /// Ways on: plan boards, project register, indicators.
    pub ways: Vec<Way>,
}

/// A way on from the home page.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Way {
    pub label: String,
    pub href: String,
    pub text: String,
}

/// The newest bulletin on the home page.
#[derive(Serialize, Debug)]
pub struct LatestView {
    /// As in a list.
    pub row: BulletinRow,
    /// Its key points.
    pub key_points: Vec<Markup>,
    /// Its headline figures.
    pub figures: Vec<FigureView>,
}

/// The root page: a choice of language.
#[derive(Serialize, Debug)]
pub struct RootView {
    /// The default language.
    pub lang: Lang,
    /// Its tag.
    pub lang_tag: &'static str,
    /// The page's own address, absolute.
    pub canonical: Option<String>,
    /// The editions' home pages for `<link rel="alternate" hreflang>`, absolute.
    pub alternates: Vec<Alternate>,
    /// The text of `<title>`.
    pub head_title: String,
    /// The tags that machines read, for `<head>`.
    pub metadata: Markup,
    /// The version of gongbao that built it.
    pub generator: &'static str,
    /// The languages, the site's default first.
    pub editions: Vec<EditionView>,
}

/// One edition on the root page.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EditionView {
    pub lang: &'static str,
    pub label: &'static str,
    pub href: String,
    pub name: String,
    pub description: String,
}
