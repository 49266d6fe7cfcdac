//! A base and the present, side by side: last year, or the five-year plan before. Every group has a scale of its own.

use plotters_backend::text_anchor::HPos;

use super::bars::{Bar, Bars, LABELS, Lane};
use super::frame::Sheet;
use super::geometry::{GAP, SPACE};
use super::plot::{self, BarGroup};
use super::scale::length;
use super::text::Style;

/// Draws the chart; gives its height.
pub(super) fn draw(sheet: &mut Sheet<'_>, groups: &[BarGroup]) -> f64 {
    let beside = changes_beside(sheet, groups);
    let bars = groups.iter().flat_map(|group| &group.bars);
    let column = bars.map(|bar| style(bar).width(&bar.label)).fold(0.0, f64::max);
    let mut top = 0.0;
    let mut bottom = 0.0;
    for group in groups {
        bottom = draw_group(sheet, group, top, beside, column);
        top = bottom + SPACE;
    }
    bottom + 4.0
}

/// The room for the changes to the right of the bars; none on a phone.
fn changes_beside(sheet: &Sheet<'_>, groups: &[BarGroup]) -> f64 {
    let widest =
        groups.iter().filter_map(|group| group.change.as_deref()).map(|change| Style::STRONG.width(change));
    let room = widest.fold(0.0, f64::max).min(sheet.width * 0.26);
    if sheet.narrow || room <= 0.0 { 0.0 } else { room.max(120.0) }
}

fn draw_group(sheet: &mut Sheet<'_>, group: &BarGroup, top: f64, beside: f64, column: f64) -> f64 {
    let head = sheet.block(&group.label, Style::HEAD, sheet.width);
    sheet.write(&head, 0.0, top, HPos::Left);
    let mut top = top + head.height();
    let room = if beside > 0.0 { beside } else { sheet.width };
    let change = group
        .change
        .as_deref()
        .map(|change| sheet.block(change, sheet.pick(Style::STRONG, Style::PLAIN), room));
    if let Some(change) = change.as_ref().filter(|_| sheet.narrow) {
        sheet.write(change, 0.0, top, HPos::Left);
        top += change.height();
    }
    top += GAP;
    let bars: Vec<Bar<'_>> = group
        .bars
        .iter()
        .map(|bar| Bar {
            label: &bar.label,
            value: length(bar.value),
            value_label: &bar.value_label,
            main: bar.current,
            strong: bar.current,
        })
        .collect();
    let right = if beside > 0.0 { sheet.width - beside - SPACE } else { sheet.width };
    let bars = Bars::lay(sheet, &bars, Lane { right, column, most: right * LABELS, ..Lane::across(sheet) });
    let bottom = bars.draw_all(sheet, top, 6.0);
    match change.filter(|_| !sheet.narrow) {
        Some(change) => {
            let over = ((change.height() - (bottom - top)) / 2.0).max(0.0);
            sheet.write_beside(&change, sheet.width - beside, (top + bottom) / 2.0 + over, HPos::Left);
            bottom + over * 2.0
        }
        None => bottom,
    }
}

fn style(bar: &plot::Bar) -> Style {
    if bar.current { Style::STRONG } else { Style::PLAIN }
}
