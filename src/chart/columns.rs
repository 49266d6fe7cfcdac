//! Signings (签约) over time: one or two panels of columns on one axis of periods.

use plotters_backend::text_anchor::HPos;

use super::axis::{self, Period, Slots, Values};
use super::frame::Sheet;
use super::geometry::{Rect, SLIVER, SPACE};
use super::ink::Ink;
use super::plot::{Column, Panel};
use super::scale::{Scale, length};
use super::text::{Block, Style};

/// Between a column and its label.
const LIFT: f64 = 3.0;

/// Draws the chart; gives its height.
pub(super) fn draw(sheet: &mut Sheet<'_>, panels: &[Panel]) -> f64 {
    let longest: &[Column] =
        panels.iter().map(|panel| &panel.columns[..]).max_by_key(|columns| columns.len()).unwrap_or_default();
    let plots = lay(sheet, panels, longest.len());
    let gutter = plots.iter().filter_map(|plot| plot.values.as_ref()).map(|values| values.gutter);
    let gutter = gutter.fold(0.0, f64::max);
    let slots = Slots::new(gutter, sheet.width, longest.len(), sheet.pick(120.0, 72.0));
    let height = if panels.len() > 1 { sheet.pick(150.0, 140.0) } else { sheet.pick(210.0, 180.0) };
    let mut top = 0.0;
    for (at, plot) in plots.iter().enumerate() {
        top += if at > 0 { SPACE } else { 0.0 };
        top = plot.draw(sheet, slots, gutter, top, height);
    }
    let periods: Vec<Period<'_>> = longest
        .iter()
        .map(|column| Period { label: &column.period, year: column.year.as_deref(), current: column.current })
        .collect();
    axis::periods(sheet, &periods, slots, top + 5.0) + 2.0
}

/// A panel with what is decided before anything is drawn.
struct PanelPlot<'t> {
    head: Block<'t>,
    columns: &'t [Column],
    labels: Vec<(usize, Block<'t>)>,
    /// Ticks and gridlines, where not every column has its label.
    values: Option<Values>,
    /// Whether no column is more important than another.
    plain: bool,
    low: f64,
    high: f64,
}

fn lay<'t>(sheet: &mut Sheet<'_>, panels: &'t [Panel], count: usize) -> Vec<PanelPlot<'t>> {
    let step = Slots::new(0.0, sheet.width, count, sheet.pick(120.0, 72.0)).step;
    panels
        .iter()
        .map(|panel| {
            let columns = &panel.columns[..];
            let values = || columns.iter().filter_map(|column| column.value).map(length);
            let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
            let all = columns.iter().all(|column| style(column).width(&column.label) <= step - 4.0);
            let chosen: Vec<usize> = if all { (0..columns.len()).collect() } else { salient(columns) };
            let max = sheet.pick(160.0, 110.0);
            let labels = chosen.into_iter().filter_map(|at| columns.get(at).map(|column| (at, column)));
            let labels = labels.filter(|(_, column)| column.value.is_some());
            PanelPlot {
                head: sheet.block(&panel.label, Style::HEAD, sheet.width),
                columns,
                labels: labels
                    .map(|(at, column)| (at, sheet.block(&column.label, style(column), max)))
                    .collect(),
                values: (!all).then(|| Values::new(sheet, sheet.lang(), low, high)),
                plain: !columns.iter().any(|column| column.current),
                low,
                high,
            }
        })
        .collect()
}

/// The columns whose labels matter most: the present (or the last), the highest, the lowest.
fn salient(columns: &[Column]) -> Vec<usize> {
    let known =
        || columns.iter().enumerate().filter_map(|(at, column)| column.value.map(|value| (at, value)));
    let current = columns.iter().position(|column| column.current && column.value.is_some());
    let last = known().next_back().map(|(at, _)| at);
    // The first of equals, so that the same data always has the same labels.
    let highest = known().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(at, _)| at);
    let lowest = known().reduce(|best, next| if next.1 < best.1 { next } else { best }).map(|(at, _)| at);
    let mut chosen = Vec::with_capacity(3);
    for at in [current.or(last), highest, lowest].into_iter().flatten() {
        if !chosen.contains(&at) {
            chosen.push(at);
        }
    }
    chosen
}

impl PanelPlot<'_> {
    /// Draws the panel below `top`; gives the lower edge of its columns.
    fn draw(&self, sheet: &mut Sheet<'_>, slots: Slots, left: f64, top: f64, height: f64) -> f64 {
        sheet.write(&self.head, 0.0, top, HPos::Left);
        let room = self.labels.iter().map(|(_, label)| label.height()).fold(0.0, f64::max) + LIFT;
        let top = top + self.head.height() + 6.0;
        let bottom = top + room + height + if self.low < 0.0 { room } else { 0.0 };
        let (low, high) = self.values.as_ref().map_or((self.low, self.high), |values| values.ticks.range());
        let scale = Scale::new(low, high, if self.low < 0.0 { bottom - room } else { bottom }, top + room);
        if let Some(values) = &self.values {
            values.draw(sheet, &scale, left, sheet.width);
        }
        let shapes: Vec<Shape> =
            (0..self.columns.len()).map(|at| self.column(sheet, at, &scale, slots)).collect();
        let end = if slots.step * (self.columns.len() as f64) < sheet.width - left - 1.0 {
            left + slots.step * self.columns.len() as f64
        } else {
            sheet.width
        };
        sheet.line((left, scale.at(0.0)), (end, scale.at(0.0)), Ink::Axis, 1.0);
        self.write_labels(
            sheet,
            &shapes,
            slots,
            Rect { left: if self.values.is_some() { left } else { 0.0 }, top, right: sheet.width, bottom },
        );
        bottom
    }

    fn column(&self, sheet: &Sheet<'_>, at: usize, scale: &Scale, slots: Slots) -> Shape {
        let zero = scale.at(0.0);
        let (middle, half) = (slots.middle(at), (slots.step * 0.31).min(28.0));
        let (left, right) = (middle - half, middle + half);
        let column = &self.columns[at];
        let Some(value) = column.value.map(length) else {
            sheet.missing(middle, zero - 11.0);
            return Shape { left, right, top: zero - 13.0, bottom: zero };
        };
        let end = scale.at(value);
        let (top, bottom) =
            if value < 0.0 { (zero, end.max(zero + SLIVER)) } else { (end.min(zero - SLIVER), zero) };
        let ink = if column.current || self.plain { Ink::Main } else { Ink::Muted };
        sheet.rect(Rect { left, top, right, bottom }, ink);
        Shape { left, right, top, bottom }
    }

    /// Writes the labels beyond the ends of their columns; one that is wider than its column goes clear of its
    /// neighbours, with a line down to where it belongs.
    fn write_labels(&self, sheet: &mut Sheet<'_>, shapes: &[Shape], slots: Slots, bounds: Rect) {
        let mut taken: Vec<Rect> = Vec::with_capacity(self.labels.len());
        for (at, label) in &self.labels {
            let shape = &shapes[*at];
            let below =
                self.columns[*at].value.is_some_and(|value| value.is_sign_negative() && !value.is_zero());
            let left =
                (slots.middle(*at) - label.width / 2.0).min(bounds.right - label.width).max(bounds.left);
            let near = shapes
                .iter()
                .filter(|other| other.left < left + label.width + 1.0 && left - 1.0 < other.right);
            let top = if below {
                near.map(|other| other.bottom).fold(shape.bottom, f64::max) + LIFT
            } else {
                near.map(|other| other.top).fold(shape.top, f64::min) - LIFT - label.height()
            };
            let rect = Rect::sized(left, top, label.width, label.height());
            if taken.iter().any(|other| other.overlaps(&rect)) || !rect.within(&bounds.grown(0.6)) {
                if self.columns[*at].current {
                    sheet.lacks_room(&self.columns[*at].label);
                }
                continue;
            }
            sheet.write(label, left + label.width / 2.0, top, HPos::Center);
            lead(sheet, shape, &rect, slots.middle(*at), below);
            taken.push(rect);
        }
    }
}

/// A line from a column to a label that had to go clear of its neighbours.
fn lead(sheet: &Sheet<'_>, shape: &Shape, label: &Rect, x: f64, below: bool) {
    let (from, to) = if below { (shape.bottom, label.top) } else { (label.bottom, shape.top) };
    if to - from > LIFT * 3.0 {
        sheet.line((x, from), (x, to), Ink::Axis, 1.0);
    }
}

struct Shape {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn style(column: &Column) -> Style {
    if column.current { Style::STRONG } else { Style::QUIET }
}
