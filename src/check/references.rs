//! Every name that is used exists (X1).

use super::names::{self, Known, Names, Unknown};
use crate::content::{Bulletin, CellKey, Content, Dimension, Figure, Id, Located, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let names = Names::of(content);
    registry(content, &names, found);
    for target in content.plans.iter().flat_map(|plan| &plan.targets) {
        look_up(&names.places, &target.place, found);
        look_up(&names.indicators, &target.indicator, found);
    }
    history(content, &names, found);
    for project in content.projects.values() {
        check_project(project, &names, found);
    }
    for bulletin in &content.bulletins {
        check_bulletin(bulletin, content, &names, found);
    }
}

fn look_up(known: &Known<'_>, id: &Located<Id>, found: &mut Diagnostics) {
    if let Some(Unknown { message, help }) = known.unknown(id.value.as_str()) {
        found.push(Diagnostic::new(Code::UnknownName, id.span, message, help));
    }
}

fn registry(content: &Content, names: &Names<'_>, found: &mut Diagnostics) {
    for whole in content.registry.indicators.values().filter_map(|indicator| indicator.part_of.as_ref()) {
        look_up(&names.indicators, whole, found);
    }
    for parent in content.registry.places.values().filter_map(|place| place.parent.as_ref()) {
        look_up(&names.places, parent, found);
    }
    let terms = content.registry.people.values().flat_map(|person| &person.terms);
    for place in terms.filter_map(|term| term.place.as_ref()) {
        look_up(&names.places, place, found);
    }
}

fn history(content: &Content, names: &Names<'_>, found: &mut Diagnostics) {
    for figure in &content.history {
        check_figure(figure, names, found);
        let Some(whole) = &figure.part_of else { continue };
        let file = figure.id.span.source;
        let same_file = content.history.iter().filter(|other| other.id.span.source == file);
        let path = content.sources.path(file);
        let ids = same_file.map(|other| &other.id.value);
        look_up(&names::history(ids, path, content), whole, found);
    }
}

fn check_project(project: &Project, names: &Names<'_>, found: &mut Diagnostics) {
    look_up(&names.places, &project.place, found);
    if let Some(chain) = &project.chain {
        look_up(&names.chains, chain, found);
    }
    for reached in &project.stages {
        look_up(&names.stages, &reached.stage, found);
    }
}

fn check_bulletin(bulletin: &Bulletin, content: &Content, names: &Names<'_>, found: &mut Diagnostics) {
    look_up(&names.places, &bulletin.place, found);
    look_up(&names.columns, &bulletin.column, found);
    let figures = names::figures(bulletin, content);
    for id in bulletin.headline.iter().chain(bulletin.charts.iter().flat_map(|chart| &chart.figures)) {
        look_up(&figures, id, found);
    }
    for id in
        bulletin.projects.iter().chain(bulletin.charts.iter().filter_map(|chart| chart.project.as_ref()))
    {
        look_up(&names.projects, id, found);
    }
    for figure in bulletin.figures.values() {
        check_figure(figure, names, found);
        if let Some(whole) = &figure.part_of {
            look_up(&figures, whole, found);
        }
    }
}

fn check_figure(figure: &Figure, names: &Names<'_>, found: &mut Diagnostics) {
    if let Some(project) = &figure.project {
        look_up(&names.projects, project, found);
    }
    look_up(&names.indicators, &figure.indicator, found);
    look_up(&names.places, &figure.place, found);
    for breakdown in &figure.breakdowns {
        let known = match breakdown.dimension {
            Dimension::Place => &names.places,
            Dimension::Chain => &names.chains,
            Dimension::Stage => &names.stages,
            Dimension::Month | Dimension::Quarter | Dimension::Year => continue,
        };
        for cell in &breakdown.cells {
            if let CellKey::Id(id) = &cell.key.value {
                look_up(known, &Located::new(id.clone(), cell.key.span), found);
            }
        }
    }
}
