//! What all kinds of chart share: finding their figures, refusing, sources, notes and common phrases.

use std::ops::RangeInclusive;

use super::axis::Axis;
use super::drawn::Drawn;
use super::refusal::{Refusal, refuse, unknown};
use super::table::DataTable;
use crate::analysis::{Index, Reading, words};
use crate::chart::Plot;
use crate::content::{
    Breakdown, Bulletin, CellKey, ChartKind, ChartSpec, Dimension, Id, Located, Place, Status,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::figure::{Period, Qualifier};
use crate::lang::{Lang, Text};

/// What a kind of chart makes; titles and descriptions may still be replaced by the editor's.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) plot: Option<Plot>,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) description: String,
    /// Said where it is not that of the figures.
    pub(super) source: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) table: DataTable,
    pub(super) advice: Vec<Diagnostic>,
}

/// A chart to be made.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) bulletin: &'a Bulletin,
    pub(super) spec: &'a ChartSpec,
    pub(super) lang: Lang,
}

impl<'a> Frame<'a> {
    /// The figures that the chart names, as many as its kind wants.
    pub(super) fn figures(&self, wanted: RangeInclusive<usize>) -> Result<Vec<Drawn<'a>>, Refusal> {
        if !wanted.contains(&self.spec.figures.len()) {
            return Err(self.wrong_number(&wanted));
        }
        let mut figures = self.spec.figures.iter().map(|id| self.drawn(id)).collect::<Result<Vec<_>, _>>()?;
        let shared: Vec<bool> = figures
            .iter()
            .map(|one| figures.iter().filter(|other| other.is_of_indicator_of(one)).count() > 1)
            .collect();
        for (drawn, _) in figures.iter_mut().zip(shared).filter(|(_, shared)| *shared) {
            drawn.subject = Some(self.subject(drawn));
        }
        Ok(figures)
    }

    fn drawn(&self, id: &Located<Id>) -> Result<Drawn<'a>, Refusal> {
        let figure = self.bulletin.figures.get(&id.value);
        let figure = figure.ok_or_else(|| unknown(id.span, id.value.as_str()))?;
        let reading = self.index.reading(self.bulletin, figure);
        let reading = reading.ok_or_else(|| unknown(figure.id.span, id.value.as_str()))?;
        let axis = Axis::of(reading.indicator, self.lang);
        let drawn = Drawn { at: id.span, figure, reading, axis, subject: None };
        drawn.on_axis(reading.amount, figure.value.span)?;
        Ok(drawn)
    }

    /// The only figure of the chart.
    pub(super) fn figure(&self) -> Result<Drawn<'a>, Refusal> {
        let figures = self.figures(1..=1)?;
        figures.into_iter().next().ok_or_else(|| self.wrong_number(&(1..=1)))
    }

    fn wrong_number(&self, wanted: &RangeInclusive<usize>) -> Refusal {
        let (kind, named) = (self.spec.kind.value.name(), self.spec.figures.len());
        let (least, most) = (wanted.start(), wanted.end());
        let range = if least == most {
            Text::new(least.to_string(), least.to_string())
        } else {
            Text::new(format!("{least}至{most}"), format!("{least} to {most}"))
        };
        let noun = if *most == 1 { "figure" } else { "figures" };
        refuse(
            self.spec.kind.span,
            Text::new(
                format!("`{kind}`图需要{}个指标，这里有{named}个", range.zh),
                format!("a `{kind}` chart draws {} {noun}, and this one names {named}", range.en),
            ),
            Text::new("修改figures，或换一种图表", "change `figures`, or choose another kind of chart"),
        )
    }

    /// The breakdown that the chart lives on: its keys are known and its values are of one unit.
    pub(super) fn parts(&self, drawn: &Drawn<'a>, by: Dimension) -> Result<&'a Breakdown, Refusal> {
        let breakdown = drawn.figure.breakdown(by).filter(|breakdown| !breakdown.cells.is_empty());
        let breakdown = breakdown.ok_or_else(|| drawn.refuse_without(by.key()))?;
        let registry = &self.index.content().registry;
        for cell in &breakdown.cells {
            let CellKey::Id(id) = &cell.key.value else { continue };
            let is_known = match by {
                Dimension::Place => registry.places.contains_key(id),
                Dimension::Chain => registry.chains.contains_key(id),
                Dimension::Stage => registry.stages.contains_key(id),
                Dimension::Month | Dimension::Quarter | Dimension::Year => true,
            };
            if !is_known {
                return Err(unknown(cell.key.span, id.as_str()));
            }
            drawn.on_axis(cell.value.value, cell.value.span)?;
        }
        Ok(breakdown)
    }

    /// Refuses figures or a project that the chart would not show.
    pub(super) fn refuse_figures_or_project_in_vain(&self) -> Result<(), Refusal> {
        let spec = self.spec;
        let is_of_project = spec.kind.value == ChartKind::Milestones;
        match (&spec.project, spec.figures.first()) {
            (Some(project), _) if !is_of_project => Err(refuse(
                project.span,
                Text::new(
                    format!("`{}`图不画项目，只有`milestones`图画", spec.kind.value.name()),
                    format!("a `{}` chart draws no project; only `milestones` does", spec.kind.value.name()),
                ),
                Text::new(
                    "删去project；某一项目自己的指标，在metrics.toml中写project",
                    "take `project` out; a figure of one project says so with `project` in metrics.toml",
                ),
            )),
            (_, Some(figure)) if is_of_project => Err(refuse(
                figure.span,
                Text::new(
                    "`milestones`图只画项目，不画指标",
                    "a `milestones` chart draws a project and no figures",
                ),
                Text::new("删去figures", "take `figures` out"),
            )),
            _ => Ok(()),
        }
    }

    /// Advice that a chart is shown as a table only.
    pub(super) fn too_few_points(&self, known: usize) -> Diagnostic {
        Diagnostic::new(
            Code::ChartAsTable,
            self.spec.kind.span,
            Text::new(
                format!("只有{known}个时点，少于四个，只显示表格"),
                format!("too few points in time ({known}, and four are needed): only the table is shown"),
            ),
            Text::new(
                "补充by_month等分期数据或history/中的历史数据，或用comparison图",
                "add by_month or other parts in time, or figures in history/, or use a comparison",
            ),
        )
    }

    /// Indicators with units, place and period: what the chart shows.
    pub(super) fn subtitle(&self, drawn: &[Drawn<'a>], period: &str) -> String {
        let names: Vec<_> = drawn.iter().map(|drawn| drawn.axis.heading(drawn.label(self.lang))).collect();
        let about = drawn.first().map_or("", |drawn| self.subject(drawn));
        self.facts(&[&names.join(self.say("、", "; ")), about, period])
    }

    /// The facts of a subtitle. English names keep their capitals, so they are held apart by semicolons.
    pub(super) fn facts(&self, facts: &[&str]) -> String {
        let facts: Vec<_> = facts.iter().filter(|fact| !fact.is_empty()).copied().collect();
        facts.join(self.say("，", "; "))
    }

    /// What a figure is about: its project where it is about one alone, else its place.
    fn subject(&self, drawn: &Drawn<'a>) -> &'a str {
        let project = drawn.figure.project.as_ref();
        let project = project.and_then(|id| self.index.content().projects.get(&id.value));
        project.map_or_else(
            || self.place(drawn.reading.place, drawn.reading.period),
            |project| words::project(project, self.lang).0,
        )
    }

    /// The name that a place had at the end of a period.
    pub(super) fn place(&self, place: &'a Place, period: Period) -> &'a str {
        place.name_on(period.last_day()).get(self.lang)
    }

    /// Things side by side: 甲，乙 or A, B.
    pub(super) fn sequence(&self, parts: &[&str]) -> String {
        let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).copied().collect();
        parts.join(match self.lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        })
    }

    /// Sentences one after another.
    pub(super) fn sentences(&self, sentences: &[String]) -> String {
        let (stop, between) = match self.lang {
            Lang::Zh => ("。", ""),
            Lang::En => (".", " "),
        };
        let ended = sentences.iter().filter(|sentence| !sentence.is_empty());
        let ended: Vec<_> = ended.map(|sentence| format!("{}{stop}", words::capitalised(sentence))).collect();
        ended.join(between)
    }

    /// One of two phrases.
    pub(super) fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What readers must know of the figures themselves: their footnotes and how they were worked out.
    pub(super) fn notes(&self, drawn: &[Drawn<'_>]) -> Vec<String> {
        let mut notes = Vec::new();
        let several = drawn.len() > 1;
        for drawn in drawn {
            let own = [&drawn.figure.note, &drawn.figure.origin.derived];
            let own: Vec<_> = own.into_iter().flatten().map(|note| note.get(self.lang).as_str()).collect();
            if own.is_empty() {
                continue;
            }
            let own = own.join(self.say("", " "));
            // Beside other figures, a note says which one it is about.
            notes.push(if several {
                format!("{}{}{own}", drawn.label(self.lang), self.say("：", ": "))
            } else {
                own
            });
        }
        notes.dedup();
        notes
    }

    /// Who publishes what the chart draws: the figures' own sources, else their indicators', else the bulletin's.
    pub(super) fn source(&self) -> Option<String> {
        let indicators = &self.index.content().registry.indicators;
        let figures = self.spec.figures.iter().filter_map(|id| self.bulletin.figures.get(&id.value));
        let mut sources: Vec<String> = Vec::new();
        for figure in figures {
            let of_indicator = || indicators.get(&figure.indicator.value)?.source.as_ref();
            let source = figure.origin.source.as_ref().or_else(of_indicator).unwrap_or(&self.bulletin.source);
            let source = source.get(self.lang);
            if !source.is_empty() && !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        let separator = self.say("；", "; ");
        (!sources.is_empty()).then(|| sources.join(separator))
    }

    /// The year-on-year column's heading: of percentages, or of points for a ratio.
    pub(super) fn yoy_heading(&self, name: &str, reading: &Reading<'_>) -> String {
        let in_points = reading.indicator.changes_in_points();
        let unit = if in_points { self.say("个百分点", "percentage points") } else { "%" };
        let what = match self.lang {
            Lang::Zh => format!("{name}同比"),
            Lang::En => format!("{name}, year on year"),
        };
        super::axis::with_unit(what.trim_start_matches([',', ' ']), unit, self.lang)
    }
}

/// What a table says of a value beside its number: 超, derived, preliminary.
pub(super) fn remarks(qualifier: Qualifier, derived: bool, status: Status, lang: Lang) -> String {
    let status = match (status, lang) {
        (Status::Final, _) => "",
        (Status::Preliminary, Lang::Zh) => "初步数",
        (Status::Preliminary, Lang::En) => "preliminary",
        (Status::Revised, Lang::Zh) => "修订数",
        (Status::Revised, Lang::En) => "revised",
    };
    let derived = match (derived, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "由其他时期推算",
        (true, Lang::En) => "derived from other periods",
    };
    let said = [qualifier.word(lang), derived, status].into_iter().filter(|remark| !remark.is_empty());
    said.collect::<Vec<_>>().join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
