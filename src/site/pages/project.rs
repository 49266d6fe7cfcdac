//! The project register and the dossier of one project.

use crate::analysis::words;
use crate::content::{Disclosure, Project};
use crate::diagnostic::Diagnostics;
use crate::figure::Period;
use crate::lang::Lang;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{InPlaceView, Labelled, ProjectBody, ProjectGroup, ProjectsBody, StageView};

/// The register, by place.
pub(super) fn register(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let content = frame.content();
    let mut head = Head::new(frame.t("site.title.projects", &[]), frame.describe("projects", &[]));
    head.demonstration =
        content.projects.values().any(|project| part::is_invented(frame, &project.place.value));
    let places = content.registry.places.values().enumerate();
    let groups = places.filter_map(|(at, place)| {
        let projects = frame.site.lists.projects_of(&place.id.value);
        (!projects.is_empty()).then(|| ProjectGroup {
            place: frame.link(place.name.get(frame.lang), PageKind::Place(at)),
            rows: projects.iter().map(|&at| part::project_row(frame, at)).collect(),
        })
    });
    let groups: Vec<ProjectGroup> = groups.collect();
    let body = ProjectsBody {
        lead: super::lists::lead(frame, "projects", content.projects.len()),
        stages: part::stage_counts(frame),
        groups,
    };
    frame.render("projects.html", head, body, findings)
}

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let project = &frame.content().projects[at];
    let (name, name_lang) = part::project_name(frame, project);
    let description = project.description.as_ref().filter(|_| project.disclosure == Disclosure::Public);
    let description = description.map(|text| text.get(frame.lang).clone());
    let summary = description.clone().unwrap_or_else(|| name.clone());
    let mut head = Head::new(name, summary);
    head.crumbs = vec![frame.link(frame.t("site.nav.projects", &[]), PageKind::Projects)];
    head.demonstration = part::is_invented(frame, &project.place.value);
    let body = ProjectBody {
        facts: facts(frame, project),
        description,
        name_note: name_note(frame, project),
        name_lang: (name_lang != frame.lang).then(|| name_lang.tag()),
        stages: stages(frame, project),
        investment: project.investment.as_ref().map(|amount| amount.value.write(frame.lang)),
        in_place: in_place(frame, project),
        five_ones: project
            .five_ones
            .iter()
            .map(|slot| Labelled {
                label: slot.slot.get(frame.lang).clone(),
                value: slot.holder.get(frame.lang).clone(),
            })
            .collect(),
        bulletins: part::bulletin_rows(frame, frame.site.lists.of_project(&project.id.value)),
    };
    frame.render("project.html", head, body, findings)
}

fn facts(frame: &Frame<'_, '_>, project: &Project) -> Vec<Labelled> {
    let lang = frame.lang;
    let registry = &frame.content().registry;
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| Labelled { label: frame.t(&format!("site.fact.{key}"), &[]), value }));
    };
    let investor = project.investor.as_ref().filter(|_| project.disclosure == Disclosure::Public);
    add("investor", investor.map(|name| name.for_reader(lang).0.to_owned()));
    let place = registry.places.get(&project.place.value).map(|place| place.name.get(lang).clone());
    let site = project.site.as_ref().map(|site| site.get(lang).clone());
    let joint = if lang == Lang::Zh { "" } else { ", " };
    add(
        "place",
        match (place, site) {
            (Some(place), Some(site)) if lang == Lang::En => Some(format!("{site}{joint}{place}")),
            (Some(place), Some(site)) => Some(format!("{place}{joint}{site}")),
            (place, site) => place.or(site),
        },
    );
    let chain = project.chain.as_ref().and_then(|id| registry.chains.get(&id.value));
    add("chain", chain.map(|chain| chain.name.get(lang).clone()));
    let capacity: Vec<String> = project
        .capacity
        .iter()
        .map(|capacity| {
            let what = words::capitalised(capacity.what.get(lang));
            let value = capacity.value.value.write(lang);
            frame.t("site.fact.capacity_item", &[("what", &what), ("value", &value)])
        })
        .collect();
    add(
        "capacity",
        (!capacity.is_empty()).then(|| capacity.join(if lang == Lang::Zh { "；" } else { "; " })),
    );
    add("source", project.source.as_ref().map(|source| source.get(lang).clone()));
    facts
}

fn name_note(frame: &Frame<'_, '_>, project: &Project) -> Option<String> {
    if project.disclosure == Disclosure::Withheld {
        return Some(frame.t("site.project.name_withheld", &[]));
    }
    if project.name.known_in(frame.lang).is_none() {
        return Some(frame.t("site.project.name_unknown", &[]));
    }
    project.unverified.contains(&frame.lang).then(|| frame.t("site.project.name_unverified", &[]))
}

/// The whole life cycle, with what the project reached of it.
///
/// A stage that a later one implies counts as passed, though its date is not known. Of a project without any
/// stage nothing is known, and nothing is said.
fn stages(frame: &Frame<'_, '_>, project: &Project) -> Vec<StageView> {
    let registry = &frame.content().registry.stages;
    let reached = |id: &crate::content::Id| project.stages.iter().find(|stage| stage.stage.value == *id);
    let Some(last) = registry.values().rposition(|stage| reached(&stage.id.value).is_some()) else {
        return Vec::new();
    };
    let all = registry.values().enumerate().map(|(at, stage)| StageView {
        label: stage.name.get(frame.lang).clone(),
        date: reached(&stage.id.value).and_then(|stage| stage.date).map(|date| frame.date(date.value)),
        reached: at <= last,
        current: at == last,
    });
    all.collect()
}

fn in_place(frame: &Frame<'_, '_>, project: &Project) -> Option<InPlaceView> {
    let value = project.in_place.as_ref()?.value;
    let share = project
        .investment
        .as_ref()
        .and_then(|total| crate::analysis::share_of(value.quantity, total.value.quantity));
    let share_text = share
        .map(|share| frame.t("site.project.share_of_total", &[("share", &part::percent(share, frame.lang))]));
    Some(InPlaceView {
        value: value.write(frame.lang),
        share: share_text,
        at: project
            .in_place_at
            .map(|day| frame.t("site.project.as_of", &[("date", &Period::Day(day).write(frame.lang))])),
        svg: share.map(|share| part::bar(share, None, share)),
    })
}
