//! Figures as headlines, key points, tables and CSV.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::analysis::{self, Change, Multiple, Progress, Reading, Run, words};
use crate::content::{Bulletin, Figure, Id, Indicator};
use crate::exhibit::{self, DataTable};
use crate::lang::Lang;
use crate::site::PageKind;
use crate::site::frame::Frame;
use crate::site::markup::escape;
use crate::site::view::{
    CellView, ChangeView, ColumnView, FigureView, Markup, ProgressView, RowView, TableView,
};

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
    headline_with(frame, bulletin, false)
}

/// The newest figures of a place, each with its period: the headline of its newest bulletin, or what other
/// bulletins say of a place that has none.
pub(in crate::site) fn newest_of_place(frame: &Frame<'_, '_>, place: &Id) -> Vec<FigureView> {
    let content = frame.content();
    if let Some(&newest) = frame.site.lists.of_place(place).first() {
        return headline_elsewhere(frame, &content.bulletins[newest]);
    }
    let index = &frame.site.index;
    let newest = content.registry.indicators.values().filter_map(|indicator| {
        let series = index.series(&indicator.id.value, place);
        // Of June and January–June the longer one.
        let newest =
            series.points().max_by_key(|point| (point.period.last_day(), Reverse(point.period.first_day())));
        let reading = index.point_reading(&indicator.id.value, place, series, &newest?)?;
        let period = Some(words::label(reading.period, frame.lang));
        Some(FigureView { period, ..reading_view(frame, &reading)? })
    });
    newest.take(MOST).collect()
}

/// The same on a page that is not the bulletin's own: each says its period.
pub(in crate::site) fn headline_elsewhere(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> Vec<FigureView> {
    headline_with(frame, bulletin, true)
}

fn headline_with(frame: &Frame<'_, '_>, bulletin: &Bulletin, dated: bool) -> Vec<FigureView> {
    let figures = bulletin.headline.iter().filter_map(|id| bulletin.figures.get(&id.value));
    figures.filter_map(|figure| figure_view(frame, bulletin, figure, dated)).collect()
}

fn figure_view(
    frame: &Frame<'_, '_>,
    bulletin: &Bulletin,
    figure: &Figure,
    dated: bool,
) -> Option<FigureView> {
    let lang = frame.lang;
    let reading = frame.site.index.reading(bulletin, figure)?;
    let elsewhere = figure.place.value != bulletin.place.value;
    let other_time = dated || reading.period != bulletin.period.value;
    Some(FigureView {
        label: named(frame, figure, reading.indicator.label(lang)),
        period: other_time.then(|| words::label(reading.period, lang)),
        place: elsewhere.then(|| reading.place.name.get(lang).clone()),
        ..reading_view(frame, &reading)?
    })
}

/// A value by the name of its indicator; place and period are left to say.
fn reading_view(frame: &Frame<'_, '_>, reading: &Reading<'_>) -> Option<FigureView> {
    let lang = frame.lang;
    let (prefix, number, suffix) = split(&reading.amount.write(lang));
    let at = frame.content().registry.indicators.get_index_of(&reading.indicator.id.value)?;
    let change = reading.year_on_year().map(|change| change_view(&change, lang));
    let multiple = || reading.multiple().map(|multiple| multiple_view(&multiple, lang));
    Some(FigureView {
        label: reading.indicator.label(lang).to_owned(),
        href: frame.to(PageKind::Indicator(at)),
        prefix,
        number,
        suffix,
        period: None,
        place: None,
        change: change.or_else(multiple),
        progress: reading.progress().map(|progress| progress_view(&progress, lang)),
        status: super::status(frame, reading.status),
    })
}

/// The name of a figure: its indicator's, with the project that it is about.
pub(in crate::site) fn named(frame: &Frame<'_, '_>, figure: &Figure, indicator: &str) -> String {
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

fn multiple_view(multiple: &Multiple, lang: Lang) -> ChangeView {
    let direction = match multiple.ratio.cmp(&Decimal::ONE) {
        std::cmp::Ordering::Less => "down",
        std::cmp::Ordering::Equal => "level",
        std::cmp::Ordering::Greater => "up",
    };
    ChangeView { text: words::times(multiple, lang), direction }
}

fn progress_view(progress: &Progress, lang: Lang) -> ProgressView {
    ProgressView {
        text: words::plan_share(progress, lang),
        pace: pace(progress, lang),
        svg: bar(progress.share.percent, Some(progress.elapsed), progress.share.percent),
    }
}

/// The pace against the calendar; when the plan's time is over, nothing is ahead or behind any more.
pub(in crate::site) fn pace(progress: &Progress, lang: Lang) -> Option<String> {
    (progress.elapsed < Decimal::ONE_HUNDRED).then(|| words::pace(progress, lang))
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

/// Keeps 2.4个百分点, 2.4 percentage points on one line.
fn with_points_together(text: &str) -> String {
    let text = text.replace(" percentage point", "\u{a0}percentage\u{a0}point");
    let mut pieces = text.split("个百分点");
    let mut html = String::new();
    let mut piece = pieces.next().unwrap_or_default();
    for after in pieces {
        let start = piece.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let _ = write!(html, "{}<span class=\"figure\">{}个百分点</span>", &piece[..start], &piece[start..]);
        piece = after;
    }
    html.push_str(piece);
    html
}

fn runs(runs: &[Run]) -> String {
    let runs = runs.iter().map(|run| match run {
        Run::Plain(text) => with_points_together(&escape(text)),
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
    columns.extend([column("period", false), column("value", true)]);
    // A column of dashes says nothing.
    let with_change = readings.iter().any(|(_, reading)| reading.year_on_year().is_some());
    let with_share = readings.iter().any(|(_, reading)| reading.progress().is_some());
    columns.extend(with_change.then(|| column("change", true)));
    columns.extend(with_share.then(|| column("share", true)));
    let rows = readings.iter().map(|(figure, reading)| {
        let at = frame.content().registry.indicators.get_index_of(&reading.indicator.id.value);
        let href = at.map(|at| frame.to(PageKind::Indicator(at)));
        let texts = figure_row(frame, figure, reading, [elsewhere, with_change, with_share]);
        RowView { href, ..row_view(&columns, texts) }
    });
    let rows = rows.collect();
    TableView {
        caption: frame.t("site.table.caption", &[("title", bulletin.title.value.get(frame.lang))]),
        columns,
        rows,
    }
}

fn figure_row(
    frame: &Frame<'_, '_>,
    figure: &Figure,
    reading: &Reading<'_>,
    [elsewhere, with_change, with_share]: [bool; 3],
) -> Vec<String> {
    let lang = frame.lang;
    let change = reading.year_on_year().map(|change| words::signed_change(&change, lang));
    let share = reading.progress().map(|progress| percent(progress.share.percent, lang));
    let mut row = vec![named(frame, figure, reading.indicator.name.get(lang))];
    row.extend(elsewhere.then(|| reading.place.name.get(lang).clone()));
    row.push(words::label(reading.period, lang));
    row.push(reading.amount.write(lang));
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| frame.t("site.table.not_available", &[]));
    row.extend(with_change.then(|| or_dash(change)));
    row.extend(with_share.then(|| or_dash(share)));
    row
}

/// A table of data as templates see it.
pub(super) fn table_view(table: &DataTable, lang: Lang) -> TableView {
    let columns = table.columns.iter();
    let columns: Vec<ColumnView> =
        columns.map(|column| ColumnView { label: column.heading.clone(), numeric: column.numeric }).collect();
    let rows = table.rows.iter();
    let rows = rows.map(|row| row_view(&columns, row.cells.iter().map(|cell| cell.write(lang)))).collect();
    TableView { caption: table.caption.clone(), columns, rows }
}

/// A row of a table from the texts of its cells.
fn row_view(columns: &[ColumnView], texts: impl IntoIterator<Item = String>) -> RowView {
    let cells = columns.iter().zip(texts);
    let mut cells = cells.map(|(column, text)| CellView { text, numeric: column.numeric });
    RowView { head: cells.next().unwrap_or_default(), href: None, cells: cells.collect() }
}
