//! What all kinds of chart share: finding their figures, refusing, sources, notes and common phrases.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::axis::Axis;
use super::table::DataTable;
use crate::analysis::{Index, Reading, words};
use crate::chart::Plot;
use crate::content::{Bulletin, Cell, ChartSpec, Figure, Id, IndicatorKind, Place, Status};
use crate::diagnostic::{Code, Diagnostic, Span, did_you_mean, nearest};
use crate::figure::{Amount, Period, Qualifier, Quantity};
use crate::lang::{Lang, Text};

/// A finding that keeps a chart from being shown.
pub(super) type Refusal = Box<Diagnostic>;

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

/// A figure that a chart draws.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    /// Where the chart names it.
    pub(super) at: Span,
    pub(super) figure: &'a Figure,
    pub(super) reading: Reading<'a>,
    pub(super) axis: Axis,
}

/// Makes a finding that keeps a chart from being shown: what is wrong, and what to do, in both languages.
pub(super) fn refuse(at: Span, message: Text, help: Text) -> Refusal {
    Box::new(Diagnostic::new(Code::ChartRefused, at, message, help))
}

impl<'a> Frame<'a> {
    /// The figures that the chart names, as many as its kind wants.
    pub(super) fn figures(&self, wanted: RangeInclusive<usize>) -> Result<Vec<Drawn<'a>>, Refusal> {
        if !wanted.contains(&self.spec.figures.len()) {
            return Err(self.wrong_number(&wanted));
        }
        self.spec
            .figures
            .iter()
            .map(|id| {
                let unknown = || self.unknown(id.span, id.value.as_str());
                let figure = self.bulletin.figures.get(&id.value).ok_or_else(unknown)?;
                let reading = self.index.reading(self.bulletin, figure).ok_or_else(unknown)?;
                let axis = Axis::of(reading.indicator, self.lang);
                let drawn = Drawn { at: id.span, figure, reading, axis };
                drawn.on_axis(reading.amount, figure.value.span)?;
                Ok(drawn)
            })
            .collect()
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
        refuse(
            self.spec.kind.span,
            Text::new(
                format!("`{kind}`图需要{}个指标，这里有{named}个", range.zh),
                format!("a `{kind}` chart draws {} figures, and this one names {named}", range.en),
            ),
            Text::new("修改figures，或换一种图表", "change `figures`, or choose another kind of chart"),
        )
    }

    fn unknown(&self, at: Span, name: &str) -> Refusal {
        let message =
            Text::new(format!("本期没有指标`{name}`"), format!("this bulletin has no figure `{name}`"));
        let near = nearest(name, self.bulletin.figures.keys().map(Id::as_str));
        let help = match near.as_slice() {
            [] => Text::new("写metrics.toml中已有的指标", "name a figure of metrics.toml"),
            near => did_you_mean(near),
        };
        Box::new(Diagnostic::new(Code::UnknownName, at, message, help))
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
    pub(super) fn subtitle(&self, drawn: &[Drawn<'_>], period: &str) -> String {
        let names: Vec<_> = drawn.iter().map(|drawn| drawn.axis.heading(drawn.label(self.lang))).collect();
        let place = drawn.first().map_or("", |drawn| self.place(drawn.reading.place, drawn.reading.period));
        self.facts(&[&names.join(self.say("、", "; ")), place, period])
    }

    /// The facts of a subtitle. English names keep their capitals, so they are held apart by semicolons.
    pub(super) fn facts(&self, facts: &[&str]) -> String {
        let facts: Vec<_> = facts.iter().filter(|fact| !fact.is_empty()).copied().collect();
        facts.join(self.say("，", "; "))
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

    /// Where the numbers of a description can be read.
    pub(super) fn see_table(&self) -> String {
        self.say("全部数值见图下方的数据表", "All values are in the table below the chart").to_owned()
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
        for drawn in drawn {
            let own = [&drawn.figure.note, &drawn.figure.origin.derived];
            for note in own.into_iter().flatten() {
                notes.push(note.get(self.lang).clone());
            }
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

impl Drawn<'_> {
    /// Whether it is a number of things.
    pub(super) fn is_count(&self) -> bool {
        self.reading.indicator.unit.is_count()
    }

    /// Whether it is a ratio, which is never added.
    pub(super) fn is_ratio(&self) -> bool {
        self.reading.indicator.kind == IndicatorKind::Ratio
    }

    /// The indicator's short name.
    pub(super) fn label(&self, lang: Lang) -> &str {
        self.reading.indicator.label(lang)
    }

    /// The quantity in the axis's magnitude, or the refusal to put unlike units on one axis.
    pub(super) fn on_axis(&self, amount: Amount, at: Span) -> Result<Quantity, Refusal> {
        self.axis.quantity(amount.quantity).ok_or_else(|| {
            let unit = |lang| match Axis::of(self.reading.indicator, lang).unit() {
                counted if counted.is_empty() => self.reading.indicator.unit.zh(),
                unit => unit,
            };
            let other = amount.write(Lang::Zh);
            refuse(
                at,
                Text::new(
                    format!(
                        "`{}`的单位是{}，{other}不能画在同一坐标轴上",
                        self.figure.id.value,
                        unit(Lang::Zh)
                    ),
                    format!(
                        "`{}` is measured in {}, and {} cannot stand on the same axis",
                        self.figure.id.value,
                        unit(Lang::En),
                        amount.write(Lang::En)
                    ),
                ),
                Text::new(
                    "不同货币、不同单位的数据请分成两项指标、两张图",
                    "give values in another currency or unit an indicator and a chart of their own",
                ),
            )
        })
    }

    /// Refuses cells that do not belong on the figure's axis.
    pub(super) fn refuse_unlike(&self, cells: &[Cell]) -> Result<(), Refusal> {
        cells.iter().try_for_each(|cell| self.on_axis(cell.value.value, cell.value.span).map(drop))
    }

    /// Refuses bars of negative length.
    pub(super) fn refuse_negative(&self, cells: &[Cell]) -> Result<(), Refusal> {
        let negative = |cell: &&Cell| cell.value.value.quantity.number < Decimal::ZERO;
        let Some(cell) = cells.iter().find(negative) else { return Ok(()) };
        Err(refuse(
            cell.value.span,
            Text::new(
                format!("{}是负数，不能画成占总量一部分的条形", cell.value.value.write(Lang::Zh)),
                format!(
                    "{} is negative and cannot be drawn as a part of a total",
                    cell.value.value.write(Lang::En)
                ),
            ),
            Text::new(
                "核对数值；净减少请在正文中说明，不画此图",
                "check the value; tell a net decrease in the narrative and leave this chart out",
            ),
        ))
    }

    /// The breakdown's cells, or the refusal of a chart that lives on them.
    pub(super) fn refuse_without(&self, key: &str) -> Refusal {
        let id = &self.figure.id.value;
        refuse(
            self.at,
            Text::new(
                format!("`{id}`没有{key}，画不出这张图"),
                format!("`{id}` has no {key}, which this chart draws"),
            ),
            Text::new(
                format!("在metrics.toml中补上[{id}.{key}]"),
                format!("add [{id}.{key}] to metrics.toml"),
            ),
        )
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
