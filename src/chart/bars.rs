//! Rows of horizontal bars on one scale: a label before each bar, its value after it.

use plotters_backend::text_anchor::HPos;

use super::frame::Sheet;
use super::geometry::{BAR, GAP};
use super::ink::Ink;
use super::scale::Scale;
use super::text::{Block, Style};

/// What a row says.
pub(super) struct Bar<'t> {
    pub(super) label: &'t str,
    pub(super) value: f64,
    pub(super) value_label: &'t str,
    /// Whether it is drawn in full colour.
    pub(super) main: bool,
    /// Whether its words are set heavier.
    pub(super) strong: bool,
}

/// Where bars may stand.
#[derive(Clone, Copy)]
pub(super) struct Lane {
    pub(super) left: f64,
    pub(super) right: f64,
    /// The least width of the labels' column, so that several groups of bars begin at one line.
    pub(super) column: f64,
    /// The most that the labels' column may take.
    pub(super) most: f64,
    /// Whether labels may stand above their bars instead of before them, where they are long.
    pub(super) stacks: bool,
}

/// The part of the room that labels may take.
pub(super) const LABELS: f64 = 0.36;

impl Lane {
    /// The whole sheet.
    pub(super) fn across(sheet: &Sheet<'_>) -> Lane {
        Lane { left: 0.0, right: sheet.width, column: 0.0, most: sheet.width * LABELS, stacks: true }
    }
}

/// Rows, laid out.
pub(super) struct Bars<'t> {
    rows: Vec<Row<'t>>,
    scale: Scale,
    left: f64,
    stacked: bool,
}

struct Row<'t> {
    label: Block<'t>,
    value: f64,
    value_label: Block<'t>,
    main: bool,
}

impl<'t> Bars<'t> {
    /// Finds the common scale and room for every label.
    pub(super) fn lay(sheet: &mut Sheet<'_>, bars: &[Bar<'t>], lane: Lane) -> Self {
        let room = lane.right - lane.left;
        let widest = bars.iter().map(|bar| style(bar).width(bar.label)).fold(lane.column, f64::max);
        let column = lane.most;
        let stacked = lane.stacks && sheet.narrow && widest > column;
        let label_room = if stacked { room } else { column };
        let rows: Vec<Row<'t>> = bars
            .iter()
            .map(|bar| Row {
                label: sheet.block(bar.label, style(bar), label_room),
                value: bar.value,
                value_label: sheet.block(
                    bar.value_label,
                    style(bar),
                    room * if stacked { 0.55 } else { 0.36 },
                ),
                main: bar.main,
            })
            .collect();
        let labels = rows.iter().map(|row| row.label.width).fold(lane.column.min(column), f64::max);
        let left = if stacked || labels <= 0.0 { lane.left } else { lane.left + labels + GAP + 4.0 };
        let scale =
            Scale::beside_labels(left, lane.right, rows.iter().map(|row| (row.value, row.value_label.width)));
        Bars { rows, scale, left: lane.left, stacked }
    }

    /// The height of a row.
    pub(super) fn height(&self, row: usize) -> f64 {
        self.rows.get(row).map_or(0.0, |row| {
            let bar = row.value_label.height().max(BAR);
            if self.stacked { row.label.height() + 2.0 + bar } else { row.label.height().max(bar) }
        })
    }

    /// Where the bars begin: zero, unless there are negative values.
    pub(super) fn zero(&self) -> f64 {
        self.scale.at(0.0)
    }

    /// Draws a row whose upper edge is `top`.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, row: usize, top: f64) {
        let height = self.height(row);
        let Some(row) = self.rows.get(row) else { return };
        let above = if self.stacked { row.label.height() + 2.0 } else { 0.0 };
        let middle = top + above + (height - above) / 2.0;
        if self.stacked {
            sheet.write(&row.label, self.left, top, HPos::Left);
        } else {
            sheet.write_beside(&row.label, self.left, middle, HPos::Left);
        }
        let ink = if row.main { Ink::Main } else { Ink::Muted };
        sheet.bar(&self.scale, row.value, middle - BAR / 2.0, BAR, ink);
        sheet.write_beside(&row.value_label, self.scale.label_at(row.value), middle, HPos::Left);
    }

    /// Draws every row with `gap` between them, and the line that they stand on; gives the lower edge.
    pub(super) fn draw_all(&self, sheet: &Sheet<'_>, top: f64, gap: f64) -> f64 {
        let mut bottom = top;
        for row in 0..self.rows.len() {
            let from = if row == 0 { top } else { bottom + gap };
            self.draw(sheet, row, from);
            bottom = from + self.height(row);
        }
        self.draw_zero(sheet, top, bottom);
        bottom
    }

    /// The line that the bars stand on; not where it would run through labels.
    pub(super) fn draw_zero(&self, sheet: &Sheet<'_>, top: f64, bottom: f64) {
        if self.stacked {
            return;
        }
        sheet.line((self.zero(), top - 2.0), (self.zero(), bottom + 2.0), Ink::Axis, 1.0);
    }
}

fn style(bar: &Bar<'_>) -> Style {
    if bar.strong { Style::STRONG } else { Style::PLAIN }
}
