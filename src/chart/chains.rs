//! Industry chains (产业链): ordered bars, the remainder last and apart.

use plotters_backend::text_anchor::HPos;

use super::bars::{Bar, Bars, Lane};
use super::frame::Sheet;
use super::geometry::GAP;
use super::plot::ChainRow;
use super::scale::length;
use super::text::Style;

/// Draws the chart; gives its height.
pub(super) fn draw(sheet: &mut Sheet<'_>, rows: &[ChainRow], unit_label: &str) -> f64 {
    let head = sheet.block(unit_label, Style::QUIET, sheet.width);
    sheet.write(&head, 0.0, 0.0, HPos::Left);
    let bars: Vec<Bar<'_>> = rows
        .iter()
        .map(|row| Bar {
            label: &row.label,
            value: length(row.value),
            value_label: &row.value_label,
            main: !row.other,
            strong: false,
        })
        .collect();
    let bars = Bars::lay(sheet, &bars, Lane::across(sheet));
    let start = head.height() + GAP;
    let gap = sheet.pick(10.0, 12.0);
    let (mut top, mut bottom) = (start, start);
    for (at, row) in rows.iter().enumerate() {
        // What is left over is no chain: it stands apart.
        if row.other && at > 0 {
            top += gap;
        }
        bars.draw(sheet, at, top);
        bottom = top + bars.height(at);
        top = bottom + gap;
    }
    bars.draw_zero(sheet, start, bottom);
    bottom + 4.0
}
