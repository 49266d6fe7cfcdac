//! The home page: the newest bulletin, what came before it, and the ways on.

use crate::diagnostic::Diagnostics;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{HomeBody, LatestView, Way};

/// How many bulletins the home page lists below the newest.
const RECENT: usize = 8;

pub(super) fn render(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let site = frame.site;
    let newest = site.lists.newest();
    let shown = newest.get(..(RECENT + 1).min(newest.len())).unwrap_or_default();
    let view = site.views.get(frame.lang);
    let mut head = Head::new(view.name.clone(), view.description.clone());
    let projects = &frame.content().projects;
    head.demonstration = shown.iter().any(|&at| site.lists.is_demonstration(at))
        || projects.values().any(|project| part::is_invented(frame, &project.place.value));
    let body = HomeBody {
        latest: shown.first().map(|&at| latest(frame, at)),
        recent: part::bulletin_rows(frame, shown.get(1..).unwrap_or_default()),
        all_bulletins: frame.to(PageKind::Bulletins),
        places: places(frame),
        projects: part::stage_counts(frame),
        ways: ways(frame),
    };
    frame.render("home.html", head, body, findings)
}

fn latest(frame: &Frame<'_, '_>, at: usize) -> LatestView {
    let bulletin = &frame.content().bulletins[at];
    LatestView {
        row: part::bulletin_row(frame, at),
        key_points: part::key_points(frame, bulletin),
        figures: part::headline_elsewhere(frame, bulletin),
    }
}

/// Places that have bulletins, in the order of the registry.
fn places(frame: &Frame<'_, '_>) -> Vec<crate::site::view::Link> {
    let places = frame.content().registry.places.values().enumerate();
    let with_bulletins = places.filter(|(_, place)| !frame.site.lists.of_place(&place.id.value).is_empty());
    with_bulletins.map(|(at, place)| frame.link(place.name.get(frame.lang), PageKind::Place(at))).collect()
}

fn ways(frame: &Frame<'_, '_>) -> Vec<Way> {
    let ways = [
        ("plans", PageKind::Plans),
        ("projects", PageKind::Projects),
        ("indicators", PageKind::Indicators),
        ("data", PageKind::Data),
    ];
    ways.map(|(name, kind)| Way {
        label: frame.t(&format!("site.way.{name}"), &[]),
        href: frame.to(kind),
        text: frame.t(&format!("site.way.{name}_text"), &[]),
    })
    .into()
}
