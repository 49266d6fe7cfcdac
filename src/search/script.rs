//! The files as scripts: `gongbaoSearch.add("name", data)`.
//!
//! A script element is the one way to load data that works under `default-src 'self'` and from the disk alike, where
//! browsers refuse `fetch` and modules.

use std::borrow::Borrow;

use serde::Serialize;

use super::entry::{Entry, Page};
use super::shard::{fixed, write};

/// What a search needs before it looks up a term.
#[derive(Serialize, Debug)]
pub struct Catalogue {
    /// How many shards there are.
    pub shards: usize,
    /// The groups that pages are numbered in, in order.
    pub groups: Vec<Group>,
    /// The places that results can be narrowed to.
    pub places: Vec<String>,
    /// The years that results can be narrowed to.
    pub years: Vec<i16>,
    /// The columns that results can be narrowed to.
    pub columns: Vec<String>,
    /// What each page can be narrowed to; four base-64 characters a page: two for its place, one each for year and
    /// column, counted from one; 0 is none.
    pub facets: String,
}

/// Pages of a kind.
#[derive(Serialize, Debug)]
pub struct Group {
    /// What their files begin with.
    pub letter: &'static str,
    /// How many there are.
    pub pages: usize,
}

/// What a page can be narrowed to, as places in the lists of the catalogue.
#[derive(Clone, Copy, Default, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Facet {
    pub place: Option<usize>,
    pub year: Option<usize>,
    pub column: Option<usize>,
}

impl Facet {
    /// Adds the facets of a page to those of the pages before.
    pub fn push(self, facets: &mut String) {
        let number = |at: Option<usize>| at.map_or(0, |at| at + 1);
        fixed(number(self.place), 2, facets);
        fixed(number(self.year), 1, facets);
        fixed(number(self.column), 1, facets);
    }
}

/// The page as a reader is shown it.
#[derive(Serialize)]
struct Shown<'a> {
    href: &'a str,
    title: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    demonstration: bool,
    text: Vec<&'a str>,
    /// Looked at when nothing else answers a query, and not shown.
    #[serde(skip_serializing_if = "str::is_empty")]
    keywords: &'a str,
}

/// The catalogue as a script.
pub fn catalogue(catalogue: &Catalogue) -> Vec<u8> {
    script("catalogue", catalogue)
}

/// A page as a script.
pub fn page(name: &str, entry: &Entry) -> Vec<u8> {
    let Page { href, title, kind, place, period, points, passages, keywords, demonstration, .. } =
        &entry.page;
    let shown = Shown {
        href,
        title,
        kind,
        place: place.as_deref(),
        period: period.as_deref(),
        demonstration: *demonstration,
        text: points.iter().chain(passages).map(String::as_str).collect(),
        keywords,
    };
    script(name, &shown)
}

/// A shard of an edition as a script; the entries are given in the order of their numbers.
pub fn shard<E: Borrow<Entry>>(name: &str, entries: &[E], shard: usize) -> Vec<u8> {
    script(name, &write(entries, shard))
}

fn script(name: &str, data: &impl Serialize) -> Vec<u8> {
    let mut bytes = format!("gongbaoSearch.add(\"{name}\",").into_bytes();
    // Strings, numbers and lists always have a JSON form, and writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut bytes, data);
    bytes.extend_from_slice(b");\n");
    bytes
}
