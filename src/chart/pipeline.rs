//! The life cycle of projects: bars in process order, and between them the share that went on to the next stage.

use plotters_backend::text_anchor::HPos;

use super::bars::{Bar, Bars, Lane};
use super::frame::Sheet;
use super::ink::Ink;
use super::plot::PipelineRow;
use super::scale::length;
use super::text::Style;

/// From the zero line to the arrow.
const INSET: f64 = 12.0;

/// Draws the chart; gives its height.
pub(super) fn draw(sheet: &mut Sheet<'_>, rows: &[PipelineRow]) -> f64 {
    let bars: Vec<Bar<'_>> = rows
        .iter()
        .map(|row| Bar {
            label: &row.label,
            value: length(row.value),
            value_label: &row.value_label,
            main: true,
            strong: false,
        })
        .collect();
    let bars = Bars::lay(sheet, &bars, Lane::across(sheet));
    let start = 4.0;
    let mut bottom = start;
    for (at, row) in rows.iter().enumerate() {
        let mut top = bottom;
        if at > 0 {
            top += conversion(sheet, row.conversion.as_deref(), bars.zero() + INSET, bottom);
        }
        bars.draw(sheet, at, top);
        bottom = top + bars.height(at);
    }
    bars.draw_zero(sheet, start, bottom);
    bottom + 4.0
}

/// Draws the arrow from the row above, with its share; gives the height that it takes.
fn conversion(sheet: &mut Sheet<'_>, share: Option<&str>, x: f64, top: f64) -> f64 {
    let Some(share) = share else { return 12.0 };
    let label = sheet.block(share, Style::QUIET, sheet.width / 2.0);
    let x = x.min(sheet.width - INSET - label.width);
    let height = label.height() + 8.0;
    let (from, tip) = (top + 5.0, top + height - 5.0);
    sheet.line((x, from), (x, tip - 4.0), Ink::Axis, 1.5);
    sheet.polygon(&[(x - 4.0, tip - 6.0), (x + 4.0, tip - 6.0), (x, tip)], Ink::Secondary);
    sheet.write(&label, x + INSET, top + 4.0, HPos::Left);
    height
}
