//! The site map for people: the ways to everything, on one page.

use crate::diagnostic::Diagnostics;
use crate::site::frame::{Frame, Head};
use crate::site::view::{DirectoryBody, DirectoryEntry, DirectoryGroup, Link};
use crate::site::{PageKind, Route};

pub(super) fn render(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let mut head = Head::new(frame.t("site.title.site_map", &[]), frame.describe("site_map", &[]));
    head.demonstration = frame.content().registry.places.values().any(|place| place.demonstration);
    let groups = [
        group(frame, "main", main(frame)),
        group(frame, "columns", columns(frame)),
        group(frame, "years", years(frame)),
        group(frame, "places", places(frame)),
        group(frame, "indicators", indicators(frame)),
        group(frame, "about", standing(frame)),
        group(frame, "feeds", feeds(frame)),
    ];
    let body = DirectoryBody {
        lead: Some(frame.t("site.lead.site_map", &[])),
        groups: super::lists::non_empty(groups),
    };
    frame.render("directory.html", head, body, findings)
}

fn group(frame: &Frame<'_, '_>, name: &str, entries: Vec<DirectoryEntry>) -> DirectoryGroup {
    DirectoryGroup { label: Some(frame.t(&format!("site.map.{name}"), &[])), entries }
}

fn entry(link: Link, text: impl Into<String>) -> DirectoryEntry {
    DirectoryEntry { link, text: text.into() }
}

/// How many there are; nothing of none.
fn count(frame: &Frame<'_, '_>, key: &str, n: usize) -> String {
    if n == 0 { String::new() } else { frame.t(key, &[("n", &n.to_string())]) }
}

fn main(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let content = frame.content();
    let named = |key: &str, kind| frame.link(frame.t(&format!("site.title.{key}"), &[]), kind);
    vec![
        entry(frame.link(frame.t("site.nav.home", &[]), PageKind::Home), ""),
        entry(
            named("bulletins", PageKind::Bulletins),
            count(frame, "bulletins.count", content.bulletins.len()),
        ),
        entry(named("places", PageKind::Places), ""),
        entry(named("indicators", PageKind::Indicators), ""),
        entry(named("projects", PageKind::Projects), count(frame, "projects.count", content.projects.len())),
        entry(named("plans", PageKind::Plans), ""),
        entry(named("data", PageKind::Data), ""),
    ]
}

fn columns(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let columns = frame.content().site.columns.iter().enumerate();
    columns
        .map(|(at, column)| {
            let link = frame.link(column.name.get(frame.lang), PageKind::Column(at));
            entry(link, count(frame, "bulletins.count", frame.site.lists.of_column(at).len()))
        })
        .collect()
}

fn years(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let years = frame.site.lists.years();
    years
        .map(|year| {
            let label = frame.t("bulletins.year", &[("year", &year.to_string())]);
            let bulletins = frame.site.lists.of_year(year).len();
            entry(frame.link(label, PageKind::Year(year)), count(frame, "bulletins.count", bulletins))
        })
        .collect()
}

fn places(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let places = frame.content().registry.places.values().enumerate();
    places.map(|(at, place)| entry(frame.link(place.name.get(frame.lang), PageKind::Place(at)), "")).collect()
}

fn indicators(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let indicators = frame.content().registry.indicators.values().enumerate();
    indicators
        .map(|(at, indicator)| entry(frame.link(indicator.name.get(frame.lang), PageKind::Indicator(at)), ""))
        .collect()
}

fn standing(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let pages = frame.content().pages.iter().enumerate();
    pages
        .map(|(at, page)| entry(frame.link(page.title.get(frame.lang), PageKind::Standing(at)), ""))
        .collect()
}

fn feeds(frame: &Frame<'_, '_>) -> Vec<DirectoryEntry> {
    let feeds = frame.site.feeds().map(|column| entry(frame.feed(column), ""));
    let label = frame.t("site.map.sitemap", &[]);
    let sitemap = Link { label, href: frame.href(Route::Sitemap), lang: None };
    feeds.chain([entry(sitemap, "")]).collect()
}
