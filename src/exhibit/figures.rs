//! Figures as tables: all of a bulletin, and the breakdowns of one.

use super::axis::{Axis, with_unit};
use super::frame::remarks;
use super::table::DataTable;
use super::{Exhibit, TableCell};
use crate::analysis::{Index, Reading, Scale, shares, words};
use crate::content::{
    Breakdown, Bulletin, Cell, CellKey, ChartKind, Dimension, Figure, Indicator, IndicatorKind, Project,
};
use crate::lang::Lang;

/// The unit that an indicator's values are shown in: 亿元, RMB billion; empty for English counts.
pub fn unit_label(indicator: &Indicator, lang: Lang) -> String {
    Axis::of(indicator, lang).unit()
}

/// Every figure of a bulletin, one row each, with numbers as numbers and their units beside them.
pub fn of_bulletin(index: &Index<'_>, bulletin: &Bulletin, lang: Lang) -> DataTable {
    let say = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
    let columns = [
        (say("指标", "Indicator"), false),
        (say("地区", "Place"), false),
        (say("项目", "Project"), false),
        (say("时期", "Period"), false),
        (say("起", "From"), false),
        (say("止", "To"), false),
        (say("限定", "Qualifier"), false),
        (say("数值", "Value"), true),
        (say("单位", "Unit"), false),
        (say("同比（%）", "Year on year (%)"), true),
        (say("同比（个百分点）", "Year on year (percentage points)"), true),
        (say("完成计划（%）", "Share of plan (%)"), true),
        (say("说明", "Remarks"), false),
    ];
    let mut table = DataTable::new(bulletin.title.value.get(lang).clone(), columns);
    for figure in bulletin.figures.values() {
        let Some(reading) = index.reading(bulletin, figure) else { continue };
        let project = figure.project.as_ref().and_then(|id| index.content().projects.get(&id.value));
        table.push(false, long_row(&reading, project, lang));
    }
    table
}

fn long_row(reading: &Reading<'_>, project: Option<&Project>, lang: Lang) -> [TableCell; 13] {
    let axis = Axis::of(reading.indicator, lang).fitting(&[reading.amount.quantity]);
    let period = reading.period;
    let changed_by = |scale: Scale| {
        reading.year_on_year().filter(|change| change.scale == scale).map(|change| change.value)
    };
    [
        reading.indicator.name.get(lang).as_str().into(),
        reading.place.name_on(period.last_day()).get(lang).as_str().into(),
        project.map_or("", |project| words::project(project, lang).0).into(),
        words::label(period, lang).into(),
        period.first_day().to_string().into(),
        period.last_day().to_string().into(),
        reading.amount.qualifier.word(lang).into(),
        axis.number(reading.amount.quantity).into(),
        axis.unit().into(),
        changed_by(Scale::Percent).into(),
        changed_by(Scale::Points).into(),
        reading.progress().map(|progress| progress.share.percent).into(),
        remarks(crate::figure::Qualifier::Exact, false, reading.status, lang).into(),
    ]
}

/// The breakdowns of a figure, a table each.
pub fn of_figure(index: &Index<'_>, bulletin: &Bulletin, figure: &Figure, lang: Lang) -> Vec<Exhibit> {
    let Some(whole) = index.reading(bulletin, figure) else { return Vec::new() };
    figure
        .breakdowns
        .iter()
        .map(|breakdown| exhibit(index, bulletin, figure, breakdown, &whole, lang))
        .collect()
}

fn exhibit(
    index: &Index<'_>,
    bulletin: &Bulletin,
    figure: &Figure,
    breakdown: &Breakdown,
    whole: &Reading<'_>,
    lang: Lang,
) -> Exhibit {
    let axis = Axis::of(whole.indicator, lang);
    let name = whole.indicator.name.get(lang);
    let dimension = dimension(breakdown.dimension, lang);
    let title = match lang {
        Lang::Zh => format!("{name}（分{dimension}）"),
        Lang::En => format!("{name} by {}", dimension.to_lowercase()),
    };
    let place = whole.place.name_on(whole.period.last_day()).get(lang);
    let separator = if lang == Lang::Zh { "，" } else { "; " };
    Exhibit {
        id: format!("{}-{}", figure.id.value.slug(), breakdown.dimension.key().replace('_', "-")),
        kind: ChartKind::Chains,
        plot: None,
        subtitle: [axis.heading(whole.indicator.label(lang)), place.clone(), words::bare(whole.period, lang)]
            .join(separator),
        description: String::new(),
        source: whole.indicator.source.as_ref().map(|source| source.get(lang).clone()),
        notes: figure.note.iter().map(|note| note.get(lang).clone()).collect(),
        table: table(index, bulletin, figure, breakdown, axis, &title, lang).without_empty_columns(),
        title,
    }
}

fn table(
    index: &Index<'_>,
    bulletin: &Bulletin,
    figure: &Figure,
    breakdown: &Breakdown,
    axis: Axis,
    caption: &str,
    lang: Lang,
) -> DataTable {
    let say = |zh: &'static str, en: &'static str| if lang == Lang::Zh { zh } else { en };
    let whole = index.reading(bulletin, figure);
    let label = whole.map_or("", |whole| whole.indicator.label(lang));
    let columns = [
        (heading(breakdown.dimension, lang).to_owned(), false),
        (axis.heading(label), true),
        (with_unit(say("占比", "Share"), "%", lang), true),
        (with_unit(say("同比", "Year on year"), "%", lang), true),
        (with_unit(say("完成计划", "Share of plan"), "%", lang), true),
    ];
    let mut table = DataTable::new(caption, columns);
    let quantities: Vec<_> = breakdown.cells.iter().map(|cell| cell.value.value.quantity).collect();
    // Parts in time and stages of a life cycle are no parts of a whole, nor are ratios.
    let adds_up = matches!(breakdown.dimension, Dimension::Place | Dimension::Chain)
        && whole.is_some_and(|whole| whole.indicator.kind != IndicatorKind::Ratio);
    let shares = whole
        .filter(|_| adds_up)
        .and_then(|whole| shares(&quantities, whole.amount.quantity))
        .unwrap_or_default();
    for (at, cell) in breakdown.cells.iter().enumerate() {
        let reading = index.cell_reading(bulletin, figure, breakdown.dimension, cell);
        let row: [TableCell; 5] = [
            cell_name(index, cell, lang).into(),
            axis.number(cell.value.value.quantity).into(),
            shares.get(at).copied().into(),
            reading.and_then(|reading| reading.year_on_year()).map(|change| change.value).into(),
            reading.and_then(|reading| reading.progress()).map(|progress| progress.share.percent).into(),
        ];
        table.push(false, row);
    }
    table
}

/// A dimension at the head of a column; 分年 in a title, 年份 there.
fn heading(by: Dimension, lang: Lang) -> &'static str {
    match (by, lang) {
        (Dimension::Month, Lang::Zh) => "月份",
        (Dimension::Year, Lang::Zh) => "年份",
        _ => dimension(by, lang),
    }
}

fn dimension(dimension: Dimension, lang: Lang) -> &'static str {
    let (zh, en) = match dimension {
        Dimension::Month => ("月", "Month"),
        Dimension::Quarter => ("季度", "Quarter"),
        Dimension::Year => ("年", "Year"),
        Dimension::Place => ("地区", "Place"),
        Dimension::Chain => ("产业链", "Industry chain"),
        Dimension::Stage => ("阶段", "Stage"),
    };
    if lang == Lang::Zh { zh } else { en }
}

fn cell_name(index: &Index<'_>, cell: &Cell, lang: Lang) -> String {
    let registry = &index.content().registry;
    match &cell.key.value {
        CellKey::Period(period) => period.write(lang),
        CellKey::Id(id) => {
            let place = registry.places.get(id).map(|place| &place.name);
            let chain = || registry.chains.get(id).map(|chain| &chain.name);
            let stage = || registry.stages.get(id).map(|stage| &stage.name);
            place.or_else(chain).or_else(stage).map_or_else(|| id.to_string(), |name| name.get(lang).clone())
        }
    }
}
