//! Lists: bulletins by year, places, indicators.

use crate::content::{IndicatorKind, Level, Place};
use crate::diagnostic::Diagnostics;
use crate::lang::Lang;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{
    BulletinsBody, ColumnBody, DirectoryBody, DirectoryEntry, DirectoryGroup, Link, NavItem, YearView,
};

pub(super) fn bulletins(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let years: Vec<i16> = frame.site.lists.years().collect();
    let head = Head::new(frame.t("site.title.bulletins", &[]), frame.describe("bulletins", &[]));
    bulletins_page(frame, head, &years, findings)
}

pub(super) fn year(frame: &Frame<'_, '_>, year: i16, findings: &mut Diagnostics) -> Vec<u8> {
    let text = year.to_string();
    let mut head =
        Head::new(frame.t("site.title.year", &[("year", &text)]), frame.describe("year", &[("year", &text)]));
    head.crumbs = vec![frame.link(frame.t("site.nav.bulletins", &[]), PageKind::Bulletins)];
    bulletins_page(frame, head, &[year], findings)
}

fn bulletins_page(
    frame: &Frame<'_, '_>,
    mut head: Head,
    years: &[i16],
    findings: &mut Diagnostics,
) -> Vec<u8> {
    let lists = &frame.site.lists;
    head.demonstration =
        years.iter().flat_map(|&year| lists.of_year(year)).any(|&at| lists.is_demonstration(at));
    let body = BulletinsBody {
        years: years
            .iter()
            .map(|&year| YearView {
                year,
                href: frame.to(PageKind::Year(year)),
                bulletins: part::bulletin_rows(frame, lists.of_year(year)),
            })
            .collect(),
        all_years: lists
            .years()
            .map(|year| NavItem {
                label: year.to_string(),
                href: frame.to(PageKind::Year(year)),
                current: frame.kind == PageKind::Year(year),
            })
            .collect(),
        columns: columns(frame),
    };
    frame.render("bulletins.html", head, body, findings)
}

/// The bulletins of a column.
pub(super) fn column(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let column = &frame.content().site.columns[at];
    let lists = &frame.site.lists;
    let bulletins = lists.of_column(at);
    let description = column.description.get(frame.lang);
    let mut head = Head::new(column.name.get(frame.lang), description);
    head.crumbs = vec![frame.link(frame.t("site.nav.bulletins", &[]), PageKind::Bulletins)];
    head.demonstration = bulletins.iter().any(|&at| lists.is_demonstration(at));
    let body = ColumnBody {
        description: description.clone(),
        bulletins: part::bulletin_rows(frame, bulletins),
        columns: columns(frame),
        feed: (!bulletins.is_empty()).then(|| frame.feed(Some(at))),
    };
    frame.render("column.html", head, body, findings)
}

fn columns(frame: &Frame<'_, '_>) -> Vec<NavItem> {
    let columns = frame.content().site.columns.iter().enumerate();
    columns
        .map(|(at, column)| NavItem {
            label: column.name.get(frame.lang).clone(),
            href: frame.to(PageKind::Column(at)),
            current: frame.kind == PageKind::Column(at),
        })
        .collect()
}

/// Places with their bulletins or children, by rank.
pub(super) fn places(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let places = &frame.content().registry.places;
    let levels =
        [Level::Country, Level::Province, Level::Prefecture, Level::County, Level::Zone, Level::Township];
    let groups = levels.map(|level| {
        let of_level = places.values().enumerate().filter(|(_, place)| place.level == level);
        DirectoryGroup {
            label: Some(part::levels(frame, level)),
            entries: of_level.map(|(at, place)| place_entry(frame, at, place)).collect(),
        }
    });
    let mut head = Head::new(frame.t("site.title.places", &[]), frame.describe("places", &[]));
    head.demonstration = places.values().any(|place| place.demonstration);
    let body = DirectoryBody { lead: lead(frame, "places", places.len()), groups: non_empty(groups) };
    frame.render("directory.html", head, body, findings)
}

fn place_entry(frame: &Frame<'_, '_>, at: usize, place: &Place) -> DirectoryEntry {
    let name = place.full.as_ref().unwrap_or(&place.name).get(frame.lang);
    let bulletins = frame.site.lists.of_place(&place.id.value).len();
    let projects = frame.site.lists.projects_of(&place.id.value).len();
    let counts = [("bulletins.count", bulletins), ("projects.count", projects)].into_iter();
    let counts = counts.filter(|(_, n)| *n > 0).map(|(key, n)| frame.t(key, &[("n", &n.to_string())]));
    let text = counts.collect::<Vec<_>>().join(if frame.lang == Lang::Zh { "，" } else { ", " });
    DirectoryEntry { link: frame.link(name, PageKind::Place(at)), text }
}

/// Indicators by kind, each with its definition.
pub(super) fn indicators(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let indicators = &frame.content().registry.indicators;
    let kinds = [IndicatorKind::Flow, IndicatorKind::Count, IndicatorKind::Stock, IndicatorKind::Ratio];
    let groups = kinds.map(|kind| {
        let of_kind = indicators.values().enumerate().filter(|(_, indicator)| indicator.kind == kind);
        DirectoryGroup {
            label: Some(part::kinds(frame, kind)),
            entries: of_kind
                .map(|(at, indicator)| DirectoryEntry {
                    link: Link {
                        label: indicator.name.get(frame.lang).clone(),
                        href: frame.to(PageKind::Indicator(at)),
                        lang: None,
                    },
                    text: indicator.definition.get(frame.lang).clone(),
                })
                .collect(),
        }
    });
    let head = Head::new(frame.t("site.title.indicators", &[]), frame.describe("indicators", &[]));
    let body = DirectoryBody { lead: lead(frame, "indicators", indicators.len()), groups: non_empty(groups) };
    frame.render("directory.html", head, body, findings)
}

/// How many there are, in a sentence; an empty list has a sentence of its own.
pub(super) fn lead(frame: &Frame<'_, '_>, what: &str, count: usize) -> Option<String> {
    (count > 0).then(|| frame.t(&format!("site.lead.{what}"), &[("n", &count.to_string())]))
}

pub(super) fn non_empty(groups: impl IntoIterator<Item = DirectoryGroup>) -> Vec<DirectoryGroup> {
    groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
}
