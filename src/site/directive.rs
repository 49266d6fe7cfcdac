//! Narratives: what directives print, from the figures of the bulletin and the rest of the content.

use std::cell::RefCell;
use std::fmt::Write as _;

use serde::Serialize;

use super::frame::Frame;
use super::markup::escape;
use super::part;
use super::view::{ImageView, Link, NarrativeView, ProjectRow};
use super::{PageKind, Route};
use crate::analysis::{Reading, words};
use crate::content::{Bulletin, CellKey, Dimension, Figure, Id, Narrative};
use crate::diagnostic::{Code, Diagnostics, nearest};
use crate::figure::Period;
use crate::lang::{Lang, Text};
use crate::markdown::{
    self, Directive, DirectiveKind, InternalLink, Options, ProjectFilter, Refusal, Resolver,
};

/// What stands for the key points in the list of what a narrative places.
pub(super) const KEY_POINTS: &str = "key-points";

/// Renders a narrative; also returns the ids of the charts that it places, and [`KEY_POINTS`] if it places those.
pub(super) fn narrative(
    frame: &Frame<'_, '_>,
    bulletin: Option<usize>,
    narrative: &Narrative,
    findings: &mut Diagnostics,
) -> (NarrativeView, Vec<String>) {
    let printer = Printer { frame, bulletin, placed: RefCell::default(), findings: RefCell::default() };
    let options = Options::default();
    let rendered =
        markdown::render(&narrative.text, narrative.source, frame.lang, &printer, &options, findings);
    findings.extend(printer.findings.into_inner());
    let outline = rendered.outline.into_iter().filter(|heading| heading.level == 2);
    let outline =
        outline.map(|heading| Link { label: heading.text, href: format!("#{}", heading.id), lang: None });
    (NarrativeView { html: rendered.html, outline: outline.collect() }, printer.placed.into_inner())
}

struct Printer<'p, 's, 'a> {
    frame: &'p Frame<'s, 'a>,
    /// The bulletin that the narrative belongs to; a standing page has none.
    bulletin: Option<usize>,
    placed: RefCell<Vec<String>>,
    findings: RefCell<Diagnostics>,
}

impl Resolver for Printer<'_, '_, '_> {
    fn inline(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        match &directive.kind {
            DirectiveKind::Figure { id, path } => {
                let text = self.figure(id, path)?;
                let _ = write!(out, "<span class=\"figure\">{}</span>", escape(&text));
            }
            DirectiveKind::ProjectName { id } => self.project_name(id, out)?,
            DirectiveKind::Bulletin { key } => {
                let at = self.bulletin_named(key)?;
                let title = self.frame.content().bulletins[at].title.value.get(self.frame.lang);
                let href = self.frame.to(PageKind::Bulletin(at));
                let _ = write!(out, "<a href=\"{href}\">{}</a>", escape(title));
            }
            DirectiveKind::Person { id } => {
                let people = &self.frame.content().registry.people;
                let person =
                    people.get(id).ok_or_else(|| unknown("人物", "person", id.as_str(), people.keys()))?;
                out.push_str(&part::name_html(&person.name, self.frame.lang));
            }
            _ => return Err(not_inline()),
        }
        Ok(())
    }

    fn block(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        match &directive.kind {
            DirectiveKind::Chart { id } => self.chart(id, out),
            DirectiveKind::Table { id } => self.table(id, out),
            DirectiveKind::Projects { filter } => self.projects(directive, filter, out),
            DirectiveKind::KeyPoints => self.key_points(out),
            DirectiveKind::Image { id } => self.image(id, out),
            _ => self.inline(directive, out),
        }
    }

    fn link(&self, target: &InternalLink) -> Result<String, Refusal> {
        let content = self.frame.content();
        let registry = &content.registry;
        let to = |at: Option<usize>, kind: fn(usize) -> PageKind| at.map(|at| self.frame.to(kind(at)));
        let dead = |found: Option<String>, zh, en, name: &Id, known: Vec<String>| {
            found.ok_or_else(|| Refusal { code: Code::DeadLink, ..unknown(zh, en, name.as_str(), known) })
        };
        let keys = |ids: Vec<&Id>| ids.into_iter().map(Id::to_string).collect::<Vec<_>>();
        match target {
            InternalLink::Bulletin(key) => {
                self.bulletin_named(key).map(|at| self.frame.to(PageKind::Bulletin(at)))
            }
            InternalLink::Project(id) => dead(
                to(content.projects.get_index_of(id.as_str()), PageKind::Project),
                "项目",
                "project",
                id,
                keys(content.projects.keys().collect()),
            ),
            InternalLink::Place(id) => dead(
                to(registry.places.get_index_of(id.as_str()), PageKind::Place),
                "地区",
                "place",
                id,
                keys(registry.places.keys().collect()),
            ),
            InternalLink::Indicator(id) => dead(
                to(registry.indicators.get_index_of(id.as_str()), PageKind::Indicator),
                "指标",
                "indicator",
                id,
                keys(registry.indicators.keys().collect()),
            ),
            InternalLink::Page(id) => dead(
                to(content.pages.iter().position(|page| page.id.value == *id), PageKind::Standing),
                "页面",
                "page",
                id,
                content.pages.iter().map(|page| page.id.value.to_string()).collect(),
            ),
        }
    }

    fn plain(&self, directive: &Directive) -> String {
        match &directive.kind {
            DirectiveKind::Figure { id, path } => self.figure(id, path).unwrap_or_default(),
            DirectiveKind::ProjectName { id } => {
                let project = self.frame.content().projects.get(id);
                project.map(|project| part::project_name(self.frame, project).0).unwrap_or_default()
            }
            DirectiveKind::Bulletin { key } => {
                let at = self.frame.site.lists.bulletin(key);
                let bulletin = at.map(|at| &self.frame.content().bulletins[at]);
                bulletin.map(|bulletin| bulletin.title.value.get(self.frame.lang).clone()).unwrap_or_default()
            }
            DirectiveKind::Person { id } => {
                let person = self.frame.content().registry.people.get(id);
                person.map(|person| person.name.for_reader(self.frame.lang).0.to_owned()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

impl<'a> Printer<'_, '_, 'a> {
    fn bulletin(&self) -> Result<(usize, &'a Bulletin), Refusal> {
        let at = self.bulletin.ok_or_else(|| Refusal {
            code: Code::BadDirective,
            message: Text::new("此页没有指标和图表", "this page has no figures and no charts"),
            help: Text::new(
                "只有公报的正文可以引用指标、图表、项目和图片",
                "only the narrative of a bulletin can name figures, charts, projects and pictures",
            ),
        })?;
        Ok((at, &self.frame.content().bulletins[at]))
    }

    fn bulletin_named(&self, key: &str) -> Result<usize, Refusal> {
        let lists = &self.frame.site.lists;
        lists.bulletin(key).ok_or_else(|| unknown("公报", "bulletin", key, lists.keys()))
    }

    /// What a figure directive prints, as plain text.
    fn figure(&self, id: &Id, path: &[String]) -> Result<String, Refusal> {
        let (_, bulletin) = self.bulletin()?;
        let figure = bulletin
            .figures
            .get(id)
            .ok_or_else(|| unknown("指标", "figure", id.as_str(), bulletin.figures.keys()))?;
        let reading = self.frame.site.index.reading(bulletin, figure).ok_or_else(|| no_value(id, "value"))?;
        match path {
            [] => Ok(reading.amount.write(self.frame.lang)),
            [field] => field_of(&reading, field, self.frame.lang).ok_or_else(|| {
                match FIELDS.contains(&field.as_str()) {
                    true => no_value(id, field),
                    false => unknown("字段", "field", field, FIELDS.iter()),
                }
            }),
            [dimension, rest @ ..] => cell(figure, dimension, &rest.join("."), self.frame.lang),
        }
    }

    fn project_name(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let projects = &self.frame.content().projects;
        let (at, _, project) =
            projects.get_full(id).ok_or_else(|| unknown("项目", "project", id.as_str(), projects.keys()))?;
        let (name, lang) = part::project_name(self.frame, project);
        let foreign =
            if lang == self.frame.lang { String::new() } else { format!(" lang=\"{}\"", lang.tag()) };
        let href = self.frame.to(PageKind::Project(at));
        let _ = write!(out, "<a href=\"{href}\"{foreign}>{}</a>", escape(&name));
        Ok(())
    }

    fn chart(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, chart) = self.chart_named(id)?;
        self.placed.borrow_mut().push(id.to_string());
        if let Some(html) = part::chart(self.frame, at, chart, 3, &mut self.findings.borrow_mut()) {
            out.push_str(&html);
        }
        Ok(())
    }

    fn chart_named(&self, id: &Id) -> Result<(usize, usize), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let chart = bulletin.charts.iter().position(|chart| chart.id.value == *id);
        let known = || bulletin.charts.iter().map(|chart| chart.id.value.as_str());
        Ok((at, chart.ok_or_else(|| unknown("图表", "chart", id.as_str(), known()))?))
    }

    fn table(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let findings = &mut self.findings.borrow_mut();
        let html = match bulletin.charts.iter().position(|chart| chart.id.value == *id) {
            Some(chart) => part::chart_table(self.frame, at, chart, findings),
            None if bulletin.figures.contains_key(id) => part::figure_table(self.frame, at, id, findings),
            None => {
                let charts = bulletin.charts.iter().map(|chart| chart.id.value.as_str());
                let known = charts.chain(bulletin.figures.keys().map(Id::as_str));
                return Err(unknown("图表或指标", "chart or figure", id.as_str(), known));
            }
        };
        out.push_str(&html.ok_or_else(|| no_value(id, "by_month, by_place, by_chain or by_stage"))?);
        Ok(())
    }

    fn projects(
        &self,
        directive: &Directive,
        filter: &ProjectFilter,
        out: &mut String,
    ) -> Result<(), Refusal> {
        let (_, bulletin) = self.bulletin()?;
        let content = self.frame.content();
        let registry = &content.registry;
        known("环节", "stage", filter.stage.as_ref(), registry.stages.keys())?;
        known("产业链", "chain", filter.chain.as_ref(), registry.chains.keys())?;
        known("地区", "place", filter.place.as_ref(), registry.places.keys())?;
        let chosen = bulletin.projects.iter().filter_map(|id| content.projects.get_full(&id.value));
        let chosen = chosen.filter(|(_, _, project)| {
            filter.place.as_ref().is_none_or(|place| project.place.value == *place)
                && filter
                    .chain
                    .as_ref()
                    .is_none_or(|id| project.chain.as_ref().is_some_and(|chain| chain.value == *id))
                && filter
                    .stage
                    .as_ref()
                    .is_none_or(|id| project.stages.iter().any(|stage| stage.stage.value == *id))
        });
        let rows = chosen.map(|(at, _, _)| part::project_row(self.frame, at)).collect();
        // A narrative may hold several lists; the place of the directive tells their captions apart.
        let id = format!("projects-{}", directive.span.start);
        let caption = self.frame.t("site.project.list", &[]);
        self.partial("project_table.html", &Rows { lang: self.frame.lang, id, caption, rows }, out);
        Ok(())
    }

    fn key_points(&self, out: &mut String) -> Result<(), Refusal> {
        let (_, bulletin) = self.bulletin()?;
        self.placed.borrow_mut().push(KEY_POINTS.to_owned());
        out.push_str("<ul class=\"key-points\">");
        for point in part::key_points(self.frame, bulletin) {
            let _ = write!(out, "<li>{}</li>", point.html);
        }
        out.push_str("</ul>\n");
        Ok(())
    }

    fn image(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let known = || bulletin.images.iter().map(|image| image.id.value.as_str());
        let position = bulletin.images.iter().position(|image| image.id.value == *id);
        let position = position.ok_or_else(|| unknown("图片", "picture", id.as_str(), known()))?;
        let (image, lang) = (&bulletin.images[position], self.frame.lang);
        let view = ImageView {
            lang,
            src: self.frame.href(Route::Image(at, position)),
            alt: image.alt.get(lang).clone(),
            caption: image.caption.as_ref().map(|caption| caption.get(lang).clone()),
            credit: image.credit.get(lang).clone(),
        };
        self.partial("image.html", &view, out);
        Ok(())
    }

    fn partial(&self, template: &str, view: &impl Serialize, out: &mut String) {
        match self.frame.site.theme.render(template, view) {
            Ok(html) => out.push_str(&html),
            Err(found) => self.findings.borrow_mut().push(*found),
        }
    }
}

/// The context of `project_table.html`.
#[derive(Serialize)]
struct Rows {
    lang: Lang,
    id: String,
    caption: String,
    rows: Vec<ProjectRow>,
}

const FIELDS: [&str; 9] = ["yoy", "mom", "plan", "pace", "times", "base", "period", "place", "name"];

fn field_of(reading: &Reading<'_>, field: &str, lang: Lang) -> Option<String> {
    match field {
        "yoy" => reading.year_on_year().map(|change| words::year_on_year(&change, lang)),
        "mom" => reading.month_on_month().map(|change| words::month_on_month(&change, lang)),
        "plan" => reading.progress().map(|progress| words::percent(progress.share.percent, lang)),
        "pace" => reading.progress().map(|progress| words::pace(&progress, lang)),
        "times" => reading.multiple().map(|multiple| {
            let ratio = words::number(multiple.ratio, lang);
            if lang == Lang::Zh { format!("{ratio}倍") } else { format!("{ratio} times") }
        }),
        "base" => reading
            .year_before()
            .or_else(|| reading.multiple().and_then(|multiple| multiple.base))
            .map(|base| base.amount.write(lang)),
        "period" => Some(words::era(reading.period, lang)),
        "place" => Some(reading.place.name_on(reading.period.last_day()).get(lang).clone()),
        "name" => Some(reading.indicator.name.get(lang).clone()),
        "definition" => Some(reading.indicator.definition.get(lang).clone()),
        _ => None,
    }
}

/// One cell of a breakdown: `by_place.nanhu`, `by_month.2022-01`.
fn cell(figure: &Figure, dimension: &str, key: &str, lang: Lang) -> Result<String, Refusal> {
    let known = Dimension::ALL.into_iter().find(|known| known.key() == dimension);
    let known = known
        .ok_or_else(|| unknown("分组", "breakdown", dimension, Dimension::ALL.iter().map(|d| d.key())))?;
    let breakdown = figure.breakdown(known).ok_or_else(|| no_value(&figure.id.value, dimension))?;
    let name = |key: &CellKey| match key {
        CellKey::Id(id) => id.to_string(),
        CellKey::Period(period) => period.notation(),
    };
    let wanted = Period::parse(key).map_or_else(|_| key.to_owned(), |period| period.notation());
    let cell = breakdown.cells.iter().find(|cell| name(&cell.key.value) == wanted);
    let cells = || breakdown.cells.iter().map(|cell| name(&cell.key.value)).collect::<Vec<_>>();
    let cell = cell.ok_or_else(|| unknown("分项", "cell", key, cells().iter()))?;
    Ok(cell.value.value.write(lang))
}

/// Whether a filter's id is one of the register's.
fn known<'i>(
    zh: &str,
    en: &str,
    id: Option<&Id>,
    mut ids: impl Iterator<Item = &'i Id> + Clone,
) -> Result<(), Refusal> {
    let all = ids.clone();
    match id {
        Some(id) if !ids.any(|known| known == id) => Err(unknown(zh, en, id.as_str(), all)),
        _ => Ok(()),
    }
}

/// A name that nothing is called, with the nearest names that are.
fn unknown<N: ToString>(zh: &str, en: &str, name: &str, names: impl IntoIterator<Item = N>) -> Refusal {
    let names: Vec<String> = names.into_iter().map(|name| name.to_string()).collect();
    let near = nearest(name, names.iter().map(String::as_str));
    let help = if near.is_empty() {
        Text::new("检查名称，或先在内容中定义它", "check the name, or define it in the content first")
    } else {
        Text::new(
            format!("最接近的名称：{}", near.join("、")),
            format!("the nearest names are: {}", near.join(", ")),
        )
    };
    Refusal {
        code: Code::UnknownName,
        message: Text::new(format!("没有名为“{name}”的{zh}"), format!("no {en} is called `{name}`")),
        help,
    }
}

fn no_value(id: &Id, field: &str) -> Refusal {
    Refusal {
        code: Code::NoValue,
        message: Text::new(format!("指标“{id}”没有{field}"), format!("the figure `{id}` has no {field}")),
        help: Text::new(
            "在metrics.toml中为它写上这一项，或改用其他字段",
            "give it one in metrics.toml, or ask for something else",
        ),
    }
}

fn not_inline() -> Refusal {
    Refusal {
        code: Code::BadDirective,
        message: Text::new("此指令须独占一段", "this directive must stand in a paragraph of its own"),
        help: Text::new("在指令前后各空一行", "put an empty line before and after it"),
    }
}
