//! A place: its facts, its newest figures, its series, its bulletins and projects.

use crate::content::{Id, Place};
use crate::diagnostic::Diagnostics;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{Labelled, Link, PlaceBody};

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let lang = frame.lang;
    let content = frame.content();
    let place = &content.registry.places[at];
    let id = &place.id.value;
    let name = place.full.as_ref().unwrap_or(&place.name).get(lang);
    let summary = frame.describe("place", &[("place", name)]);
    let mut head = Head::new(name, summary);
    head.crumbs = vec![frame.link(frame.t("site.nav.places", &[]), PageKind::Places)];
    head.demonstration = place.demonstration;
    let bulletins = frame.site.lists.of_place(id);
    let projects = projects_within(frame, id);
    let body = PlaceBody {
        facts: facts(frame, place),
        description: place.description.as_ref().map(|text| text.get(lang).clone()),
        parent: place.parent.as_ref().and_then(|parent| link(frame, &parent.value)),
        children: children(frame, id),
        figures: part::newest_of_place(frame, id),
        series: part::series_of_place(frame, id, findings),
        bulletins: part::bulletin_rows(frame, bulletins),
        within: projects.iter().any(|&at| content.projects[at].place.value != *id),
        projects: projects.into_iter().map(|at| part::project_row(frame, at)).collect(),
    };
    frame.render("place.html", head, body, findings)
}

/// The projects of a place and of the places that lie in it, in the order of the register.
fn projects_within(frame: &Frame<'_, '_>, id: &Id) -> Vec<usize> {
    let places = &frame.content().registry.places;
    let lies_in = |place: &Id| {
        let parent = |inner: &&Id| places.get(*inner)?.parent.as_ref().map(|parent| &parent.value);
        // A cycle of parents is reported elsewhere; here it only has to end.
        std::iter::successors(places.get_key_value(place).map(|(own, _)| own), parent)
            .take(places.len())
            .any(|outer| outer == id)
    };
    let projects = frame.content().projects.values().enumerate();
    projects.filter(|(_, project)| lies_in(&project.place.value)).map(|(at, _)| at).collect()
}

fn facts(frame: &Frame<'_, '_>, place: &Place) -> Vec<Labelled> {
    let mut facts =
        vec![Labelled { label: frame.t("site.fact.level", &[]), value: part::level(frame, place.level) }];
    if let Some(code) = &place.code {
        facts.push(Labelled { label: frame.t("site.fact.code", &[]), value: code.clone() });
    }
    for (key, day) in [("valid_from", place.valid_from), ("valid_to", place.valid_to)] {
        let day = day.map(|day| crate::figure::Period::Day(day).write(frame.lang));
        facts.extend(day.map(|value| Labelled { label: frame.t(&format!("site.fact.{key}"), &[]), value }));
    }
    for former in &place.former {
        let until = crate::figure::Period::Day(former.until).write(frame.lang);
        let value =
            frame.t("site.fact.former_name", &[("name", former.name.get(frame.lang)), ("date", &until)]);
        facts.push(Labelled { label: frame.t("site.fact.former_names", &[]), value });
    }
    facts
}

fn link(frame: &Frame<'_, '_>, id: &Id) -> Option<Link> {
    let (at, _, place) = frame.content().registry.places.get_full(id)?;
    Some(frame.link(place.name.get(frame.lang), PageKind::Place(at)))
}

fn children(frame: &Frame<'_, '_>, id: &Id) -> Vec<Link> {
    let places = frame.content().registry.places.values().enumerate();
    let inside = places.filter(|(_, place)| place.parent.as_ref().is_some_and(|parent| parent.value == *id));
    inside.map(|(at, place)| frame.link(place.name.get(frame.lang), PageKind::Place(at))).collect()
}
