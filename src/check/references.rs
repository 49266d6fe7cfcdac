//! Every name that is used exists (X1).

use indexmap::{IndexMap, IndexSet};

use crate::content::{Bulletin, CellKey, Content, Dimension, Figure, Id, Located, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, did_you_mean, nearest};
use crate::lang::Text;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let names = Names::of(content);
    registry(content, &names, found);
    for target in content.plans.iter().flat_map(|plan| &plan.targets) {
        names.places.look_up(&target.place, found);
        names.indicators.look_up(&target.indicator, found);
    }
    history(content, &names, found);
    for project in content.projects.values() {
        check_project(project, &names, found);
    }
    for bulletin in &content.bulletins {
        check_bulletin(bulletin, content, &names, found);
    }
}

/// The names of one kind.
struct Known<'a> {
    what: Text,
    names: IndexSet<&'a str>,
    content: &'a Content,
    /// Whether there may be more names, in a file that could not be read.
    incomplete: bool,
}

impl<'a> Known<'a> {
    fn new(
        zh: &str,
        en: &str,
        names: impl IntoIterator<Item = &'a Id>,
        file: &str,
        content: &'a Content,
    ) -> Self {
        Known {
            what: Text::new(zh, en),
            names: names.into_iter().map(Id::as_str).collect(),
            content,
            incomplete: content.unread.has_file(file),
        }
    }

    fn of<T>(zh: &str, en: &str, map: &'a IndexMap<Id, T>, file: &str, content: &'a Content) -> Self {
        Known::new(zh, en, map.keys(), file, content)
    }

    fn look_up(&self, id: &Located<Id>, found: &mut Diagnostics) {
        let name = id.value.as_str();
        if self.incomplete || self.names.contains(name) || self.content.unread.has_name(name) {
            return;
        }
        let Text { zh, en } = &self.what;
        let message = Text::new(format!("没有叫“{name}”的{zh}"), format!("no {en} is called `{name}`"));
        found.push(Diagnostic::new(Code::UnknownName, id.span, message, self.help(name)));
    }

    fn help(&self, name: &str) -> Text {
        let near = nearest(name, self.names.iter().copied());
        if !near.is_empty() {
            return did_you_mean(&near);
        }
        match self.names.len() {
            0 => Text::new(
                format!("尚未登记任何{}", self.what.zh),
                format!("no {} is known yet", self.what.en),
            ),
            1..=8 => {
                let names: Vec<&str> = self.names.iter().copied().collect();
                Text::new(format!("现有：{}", names.join("、")), format!("known: {}", names.join(", ")))
            }
            _ => Text::new(
                format!("检查拼写，或先登记这个{}", self.what.zh),
                format!("check the spelling, or enter the {} first", self.what.en),
            ),
        }
    }
}

/// What bulletins, plans and projects refer to.
struct Names<'a> {
    indicators: Known<'a>,
    places: Known<'a>,
    chains: Known<'a>,
    stages: Known<'a>,
    columns: Known<'a>,
    projects: Known<'a>,
}

impl<'a> Names<'a> {
    fn of(content: &'a Content) -> Self {
        let registry = &content.registry;
        let columns = content.site.columns.iter().map(|column| &column.id.value);
        let mut columns = Known::new("栏目", "column", columns, "site.toml", content);
        // A site without columns is told so once.
        columns.incomplete |= columns.names.is_empty();
        Names {
            indicators: Known::of(
                "指标",
                "indicator",
                &registry.indicators,
                "registry/indicators.toml",
                content,
            ),
            places: Known::of("地区", "place", &registry.places, "registry/places.toml", content),
            chains: Known::of("产业链", "chain", &registry.chains, "registry/chains.toml", content),
            stages: Known::of("阶段", "stage", &registry.stages, "registry/stages.toml", content),
            columns,
            projects: Known::of("项目", "project", &content.projects, "projects", content),
        }
    }
}

fn registry(content: &Content, names: &Names<'_>, found: &mut Diagnostics) {
    for whole in content.registry.indicators.values().filter_map(|indicator| indicator.part_of.as_ref()) {
        names.indicators.look_up(whole, found);
    }
    for parent in content.registry.places.values().filter_map(|place| place.parent.as_ref()) {
        names.places.look_up(parent, found);
    }
    let terms = content.registry.people.values().flat_map(|person| &person.terms);
    for place in terms.filter_map(|term| term.place.as_ref()) {
        names.places.look_up(place, found);
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
        Known::new("本文件指标", "figure of this file", ids, path, content).look_up(whole, found);
    }
}

fn check_project(project: &Project, names: &Names<'_>, found: &mut Diagnostics) {
    names.places.look_up(&project.place, found);
    if let Some(chain) = &project.chain {
        names.chains.look_up(chain, found);
    }
    for reached in &project.stages {
        names.stages.look_up(&reached.stage, found);
    }
}

fn check_bulletin(bulletin: &Bulletin, content: &Content, names: &Names<'_>, found: &mut Diagnostics) {
    names.places.look_up(&bulletin.place, found);
    names.columns.look_up(&bulletin.column, found);
    let metrics = format!("bulletins/{}/metrics.toml", bulletin.key());
    let figures = Known::of("本期指标", "figure in metrics.toml", &bulletin.figures, &metrics, content);
    for id in bulletin.headline.iter().chain(bulletin.charts.iter().flat_map(|chart| &chart.figures)) {
        figures.look_up(id, found);
    }
    for id in
        bulletin.projects.iter().chain(bulletin.charts.iter().filter_map(|chart| chart.project.as_ref()))
    {
        names.projects.look_up(id, found);
    }
    for figure in bulletin.figures.values() {
        check_figure(figure, names, found);
        if let Some(whole) = &figure.part_of {
            figures.look_up(whole, found);
        }
    }
}

fn check_figure(figure: &Figure, names: &Names<'_>, found: &mut Diagnostics) {
    if let Some(project) = &figure.project {
        names.projects.look_up(project, found);
    }
    names.indicators.look_up(&figure.indicator, found);
    names.places.look_up(&figure.place, found);
    for breakdown in &figure.breakdowns {
        let known = match breakdown.dimension {
            Dimension::Place => &names.places,
            Dimension::Chain => &names.chains,
            Dimension::Stage => &names.stages,
            Dimension::Month | Dimension::Quarter | Dimension::Year => continue,
        };
        for cell in &breakdown.cells {
            if let CellKey::Id(id) = &cell.key.value {
                known.look_up(&Located::new(id.clone(), cell.key.span), found);
            }
        }
    }
}
