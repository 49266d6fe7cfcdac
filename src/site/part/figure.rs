//! Figures as headlines, key points, tables and CSV.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::analysis::{self, Change, Progress, Reading, Run, words};
use crate::content::{Bulletin, Figure, Id, Indicator};
use crate::exhibit::{self, DataTable};
use crate::lang::Lang;
use crate::site::frame::Frame;
use crate::site::markup::escape;
use crate::site::view::{CellView, ChangeView, ColumnView, FigureView, Markup, ProgressView, TableView};
use crate::site::{PageKind, Site};

/// How many figures a board holds.
const MOST: usize = 6;

/// A percentage as it is printed.
pub(in crate::site) fn percent(value: Decimal, lang: Lang) -> String {
    words::percent(value, lang)
}

/// The unit of an indicator's bare numbers: 亿元, RMB billion; empty for English counts.
pub(in crate::site) fn unit(indicator: &Indicator, lang: Lang) -> String {
    exhibit::unit_label(indicator, lang)
}

/// The headline figures of a bulletin.
pub(in crate::site) fn headline(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> Vec<FigureView> {
    let figures = bulletin.headline.iter().filter_map(|id| bulletin.figures.get(&id.value));
    figures.filter_map(|figure| figure_view(frame, bulletin, figure)).collect()
}

/// The newest figures of a place, each with its period: the headline of its newest bulletin, or what other
/// bulletins say of a place that has none.
pub(in crate::site) fn newest_of_place(frame: &Frame<'_, '_>, place: &Id) -> Vec<FigureView> {
    let content = frame.content();
    if let Some(&newest) = frame.site.lists.of_place(place).first() {
        let bulletin = &content.bulletins[newest];
        let period = Some(words::capitalised(&words::era(bulletin.period.value, frame.lang)));
        let figures = headline(frame, bulletin).into_iter();
        return figures
            .map(|figure| FigureView { period: figure.period.or(period.clone()), ..figure })
            .collect();
    }
    let index = &frame.site.index;
    let newest = content.registry.indicators.values().filter_map(|indicator| {
        let series = index.series(&indicator.id.value, place);
        // Of June and January–June the longer one.
        let newest =
            series.points().max_by_key(|point| (point.period.last_day(), Reverse(point.period.first_day())));
        let reading = index.point_reading(&indicator.id.value, place, series, &newest?)?;
        let period = Some(words::capitalised(&words::era(reading.period, frame.lang)));
        Some(FigureView { period, ..reading_view(frame, &reading)? })
    });
    newest.take(MOST).collect()
}

fn figure_view(frame: &Frame<'_, '_>, bulletin: &Bulletin, figure: &Figure) -> Option<FigureView> {
    let lang = frame.lang;
    let reading = frame.site.index.reading(bulletin, figure)?;
    let elsewhere = figure.place.value != bulletin.place.value;
    let other_time = reading.period != bulletin.period.value;
    Some(FigureView {
        label: named(frame, figure, reading.indicator.label(lang)),
        period: other_time.then(|| words::capitalised(&words::era(reading.period, lang))),
        place: elsewhere.then(|| reading.place.name.get(lang).clone()),
        ..reading_view(frame, &reading)?
    })
}

/// A value by the name of its indicator; place and period are left to say.
fn reading_view(frame: &Frame<'_, '_>, reading: &Reading<'_>) -> Option<FigureView> {
    let lang = frame.lang;
    let (prefix, number, suffix) = split(&reading.amount.write(lang));
    let at = frame.content().registry.indicators.get_index_of(&reading.indicator.id.value)?;
    Some(FigureView {
        label: reading.indicator.label(lang).to_owned(),
        href: frame.to(PageKind::Indicator(at)),
        prefix,
        number,
        suffix,
        period: None,
        place: None,
        change: reading.year_on_year().map(|change| change_view(&change, lang)),
        progress: reading.progress().map(|progress| progress_view(&progress, lang)),
        status: super::status(frame, reading.status),
    })
}

/// The name of a figure: its indicator's, with the project that it is about.
pub(super) fn named(frame: &Frame<'_, '_>, figure: &Figure, indicator: &str) -> String {
    let project = figure.project.as_ref().and_then(|id| frame.content().projects.get(&id.value));
    project.map_or_else(
        || indicator.to_owned(),
        |project| {
            let (project, _) = super::project_name(frame, project);
            frame.t("site.figure_of_project", &[("name", indicator), ("project", &project)])
        },
    )
}

/// 超 2600 亿元: what stands before the number, the number, what stands after it.
fn split(written: &str) -> (String, String, String) {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '−');
    let start = written.find(is_number).unwrap_or(0);
    let end = written[start..].find(|c| !is_number(c)).map_or(written.len(), |end| start + end);
    let part = |text: &str| text.trim().to_owned();
    (part(&written[..start]), part(&written[start..end]), part(&written[end..]))
}

fn change_view(change: &Change, lang: Lang) -> ChangeView {
    let direction = match change.value {
        value if value.is_zero() => "level",
        value if value.is_sign_negative() => "down",
        _ => "up",
    };
    ChangeView { text: words::year_on_year(change, lang), direction }
}

fn progress_view(progress: &Progress, lang: Lang) -> ProgressView {
    ProgressView {
        text: words::plan_share(progress, lang),
        pace: Some(words::pace(progress, lang)),
        svg: bar(progress.share.percent, Some(progress.elapsed), progress.share.percent),
    }
}

/// A slim bar of a share in per cent on a scale that ends at `most` (the plan, if that is more), with ticks for
/// the plan and the time elapsed. It is decorative: the words beside it say the same.
pub(in crate::site) fn bar(share: Decimal, elapsed: Option<Decimal>, most: Decimal) -> String {
    let tenths = |value: Decimal| value.round_dp(1).to_f64().unwrap_or(0.0).max(0.0) * 10.0;
    let (plan, length) = (1000.0, tenths(share));
    let whole = tenths(most).max(plan);
    let mut svg = format!(
        "<svg class=\"bar\" viewBox=\"0 0 {whole} 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"bar-track\" y=\"3\" width=\"{plan}\" height=\"6\" fill=\"#d5dbe1\"/>\
         <rect class=\"bar-value\" y=\"3\" width=\"{length:.0}\" height=\"6\" fill=\"#12436d\"/>"
    );
    let ticks = [(whole > plan).then_some(plan), elapsed.map(tenths)];
    for at in ticks.into_iter().flatten() {
        let at = (at - 4.0).clamp(0.0, whole - 8.0);
        let _ = write!(svg, "<rect class=\"bar-tick\" x=\"{at:.0}\" width=\"8\" height=\"12\"/>");
    }
    svg.push_str("</svg>");
    svg
}

/// The key points of a bulletin, with figures in bold.
pub(in crate::site) fn key_points(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> Vec<Markup> {
    let points = analysis::key_points(&frame.site.index, bulletin, frame.lang);
    points.iter().map(|point| Markup { html: runs(&point.runs) }).collect()
}

fn runs(runs: &[Run]) -> String {
    let runs = runs.iter().map(|run| match run {
        Run::Plain(text) => escape(text),
        Run::Strong(text) => format!("<strong class=\"figure\">{}</strong>", escape(text)),
    });
    runs.collect()
}

/// The indicators that a bulletin uses, each once, in the order of its figures.
pub(in crate::site) fn indicators_of(bulletin: &Bulletin) -> impl Iterator<Item = &Id> {
    let mut seen = BTreeSet::new();
    bulletin
        .figures
        .values()
        .map(|figure| &figure.indicator.value)
        .filter(move |id| seen.insert((*id).clone()))
}

/// Footnotes to a bulletin's figures, each once.
pub(in crate::site) fn figure_notes(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> Vec<String> {
    let lang = frame.lang;
    let indicators = &frame.content().registry.indicators;
    let mut notes = Vec::new();
    for figure in bulletin.figures.values() {
        let name = indicators.get(&figure.indicator.value).map_or("", |indicator| indicator.label(lang));
        for text in [&figure.note, &figure.origin.derived].into_iter().flatten() {
            let note = frame.t("site.note.figure", &[("name", name), ("note", text.get(lang))]);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Every figure of a bulletin, for readers: numbers with their units and qualifiers.
pub(in crate::site) fn figures_table(frame: &Frame<'_, '_>, at: usize) -> TableView {
    let bulletin = &frame.content().bulletins[at];
    let figures = bulletin.figures.values();
    let readings = figures.filter_map(|figure| Some((figure, frame.site.index.reading(bulletin, figure)?)));
    let readings: Vec<(&Figure, Reading<'_>)> = readings.collect();
    let elsewhere = readings.iter().any(|(figure, _)| figure.place.value != bulletin.place.value);
    let column =
        |key: &str, numeric: bool| ColumnView { label: frame.t(&format!("site.table.{key}"), &[]), numeric };
    let mut columns = vec![column("indicator", false)];
    columns.extend(elsewhere.then(|| column("place", false)));
    columns.extend([
        column("period", false),
        column("value", true),
        column("change", true),
        column("share", true),
    ]);
    TableView {
        caption: frame.t("site.table.caption", &[("title", bulletin.title.value.get(frame.lang))]),
        columns,
        rows: readings
            .iter()
            .map(|(figure, reading)| figure_row(frame, figure, reading, elsewhere))
            .collect(),
    }
}

fn figure_row(
    frame: &Frame<'_, '_>,
    figure: &Figure,
    reading: &Reading<'_>,
    elsewhere: bool,
) -> Vec<CellView> {
    let lang = frame.lang;
    let at = frame.content().registry.indicators.get_index_of(&reading.indicator.id.value);
    let cell = |text: String| CellView { text, href: None, lang: None };
    let change = reading.year_on_year().map(|change| words::signed_change(&change, lang));
    let share = reading.progress().map(|progress| percent(progress.share.percent, lang));
    let mut row = vec![CellView {
        text: named(frame, figure, reading.indicator.name.get(lang)),
        href: at.map(|at| frame.to(PageKind::Indicator(at))),
        lang: None,
    }];
    row.extend(elsewhere.then(|| cell(reading.place.name.get(lang).clone())));
    row.push(cell(words::capitalised(&reading.period.write(lang))));
    row.push(cell(reading.amount.write(lang)));
    row.extend(
        [change, share].map(|text| cell(text.unwrap_or_else(|| frame.t("site.table.not_available", &[])))),
    );
    row
}

/// Every figure of a bulletin, one row each, as CSV.
pub(in crate::site) fn figures_csv(site: &Site<'_>, lang: Lang, at: usize) -> Vec<u8> {
    exhibit::figures_of_bulletin(&site.index, &site.content.bulletins[at], lang).csv()
}

/// A table of data as templates see it.
pub(super) fn table_view(table: &DataTable, lang: Lang) -> TableView {
    let columns = table
        .columns
        .iter()
        .map(|column| ColumnView { label: column.heading.clone(), numeric: column.numeric });
    let rows = table.rows.iter().map(|row| {
        row.cells.iter().map(|cell| CellView { text: cell.write(lang), href: None, lang: None }).collect()
    });
    TableView { caption: table.caption.clone(), columns: columns.collect(), rows: rows.collect() }
}
