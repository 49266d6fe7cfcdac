//! Bulletins and projects in lists.

use crate::analysis::words;
use crate::content::{Disclosure, Project, StageReached};
use crate::lang::Lang;
use crate::site::PageKind;
use crate::site::frame::Frame;
use crate::site::view::{BulletinRow, Labelled, Link, ProjectRow};

/// How many figures a bulletin shows in a list.
const FIGURES: usize = 2;

/// Bulletins in a list, in the order given.
pub(in crate::site) fn bulletin_rows(frame: &Frame<'_, '_>, bulletins: &[usize]) -> Vec<BulletinRow> {
    bulletins.iter().map(|&at| bulletin_row(frame, at)).collect()
}

/// A bulletin in a list.
pub(in crate::site) fn bulletin_row(frame: &Frame<'_, '_>, at: usize) -> BulletinRow {
    let lang = frame.lang;
    let bulletin = &frame.content().bulletins[at];
    let place = super::place_link(frame, &bulletin.place.value, bulletin.period.value.last_day());
    let figures = bulletin.headline.iter().filter_map(|id| bulletin.figures.get(&id.value)).take(FIGURES);
    let indicators = &frame.content().registry.indicators;
    BulletinRow {
        title: frame.link(bulletin.title.value.get(lang), PageKind::Bulletin(at)),
        released: frame.date(bulletin.released.value),
        place: place.label,
        period: words::label(bulletin.period.value, lang),
        summary: bulletin.summary.get(lang).clone(),
        figures: figures
            .filter_map(|figure| {
                let name = indicators.get(&figure.indicator.value)?.label(lang);
                let name = &super::figure::named(frame, figure, name);
                let period = figure.period.value;
                let label = if period == bulletin.period.value {
                    name.clone()
                } else {
                    frame.t("site.figure_of", &[("name", name), ("period", &period.write_short(lang))])
                };
                Some(Labelled { label, value: figure.value.value.write(lang) })
            })
            .collect(),
        translated: bulletin.narratives.get(lang).is_some(),
        demonstration: frame.site.lists.is_demonstration(at),
    }
}

/// A project's name for readers, and the language that it is in. A withheld name is not shown.
pub(in crate::site) fn project_name(frame: &Frame<'_, '_>, project: &Project) -> (String, Lang) {
    let (name, lang) = words::project(project, frame.lang);
    (name.to_owned(), lang)
}

/// A project in a list.
pub(in crate::site) fn project_row(frame: &Frame<'_, '_>, at: usize) -> ProjectRow {
    let lang = frame.lang;
    let project = &frame.content().projects[at];
    let registry = &frame.content().registry;
    let stage = current_stage(frame, project);
    ProjectRow {
        name: project_link(frame, at),
        place: registry.places.get(&project.place.value).map_or_else(String::new, |place| {
            let since = stage.and_then(|reached| reached.date).map(|date| date.value.last_day());
            since.map_or(&place.name, |day| place.name_on(day)).get(lang).clone()
        }),
        chain: project
            .chain
            .as_ref()
            .and_then(|id| registry.chains.get(&id.value))
            .map(|chain| chain.name.get(lang).clone()),
        stage: stage
            .and_then(|reached| registry.stages.get(&reached.stage.value))
            .map(|stage| stage.name.get(lang).clone()),
        since: stage.and_then(|reached| reached.date).map(|date| words::label(date.value, lang)),
        investment: project.investment.as_ref().map(|amount| amount.value.write(lang)),
        demonstration: super::is_invented(frame, &project.place.value),
    }
}

fn project_link(frame: &Frame<'_, '_>, at: usize) -> Link {
    let project = &frame.content().projects[at];
    match project.disclosure {
        Disclosure::Public => frame.link_named(&project.name, PageKind::Project(at)),
        Disclosure::Withheld => frame.link(project_name(frame, project).0, PageKind::Project(at)),
    }
}

/// The latest stage of the life cycle that a project reached.
fn current_stage<'p>(frame: &Frame<'_, '_>, project: &'p Project) -> Option<&'p StageReached> {
    let stages = &frame.content().registry.stages;
    project.stages.iter().max_by_key(|reached| stages.get_index_of(&reached.stage.value))
}

/// Stages in order with the number of projects that stand there; stages where none stands are left out. Projects
/// whose stage nobody published come last, so that the numbers add up.
pub(in crate::site) fn stage_counts(frame: &Frame<'_, '_>) -> Vec<Labelled> {
    let content = frame.content();
    let mut counts = vec![0usize; content.registry.stages.len()];
    let mut unknown = 0usize;
    for project in content.projects.values() {
        let stage = current_stage(frame, project);
        let at = stage.and_then(|stage| content.registry.stages.get_index_of(&stage.stage.value));
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        } else {
            unknown += 1;
        }
    }
    let stages = content.registry.stages.values().zip(counts).filter(|(_, count)| *count > 0);
    stages
        .map(|(stage, count)| Labelled {
            label: stage.name.get(frame.lang).clone(),
            value: count.to_string(),
        })
        .chain(
            (unknown > 0).then(|| Labelled {
                label: frame.t("projects.stage_unknown", &[]),
                value: unknown.to_string(),
            }),
        )
        .collect()
}
