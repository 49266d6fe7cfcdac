//! An axis of periods: as many labels as have room, years below, and ticks of values at the left.

use plotters_backend::text_anchor::HPos;

use super::frame::Sheet;
use super::geometry::{Point, Rect};
use super::ink::Ink;
use super::scale::{Scale, Ticks};
use super::text::{Block, Style};
use crate::lang::Lang;

/// Equal slots for periods between two edges.
#[derive(Clone, Copy)]
pub(super) struct Slots {
    left: f64,
    /// The width of a slot.
    pub(super) step: f64,
}

impl Slots {
    /// `count` slots; few slots do not spread over a whole page.
    pub(super) fn new(left: f64, right: f64, count: usize, widest: f64) -> Slots {
        Slots { left, step: ((right - left) / count.max(1) as f64).min(widest) }
    }

    /// The middle of a slot.
    pub(super) fn middle(&self, slot: usize) -> f64 {
        self.left + self.step * (slot as f64 + 0.5)
    }
}

/// A period on the axis.
pub(super) struct Period<'t> {
    pub(super) label: &'t str,
    pub(super) year: Option<&'t str>,
    /// Whether it is the one that the chart is about: its label is always there.
    pub(super) current: bool,
}

/// Writes the periods below `top`; gives the lower edge.
pub(super) fn periods(sheet: &mut Sheet<'_>, periods: &[Period<'_>], slots: Slots, top: f64) -> f64 {
    let blocks: Vec<Block<'_>> = periods
        .iter()
        .map(|period| {
            let style = if period.current { Style::STRONG } else { Style::QUIET };
            sheet.block(period.label, style, (sheet.width / 3.0).max(slots.step - 6.0))
        })
        .collect();
    let widest = blocks.iter().map(|block| block.width).fold(0.0, f64::max);
    let every = every(widest + 6.0, slots.step, periods.len());
    let anchor = periods.iter().position(|period| period.current).unwrap_or(periods.len().saturating_sub(1));
    let regular = (0..periods.len()).filter(|at| *at != anchor && at.abs_diff(anchor) % every == 0);
    let mut taken: Vec<Rect> = Vec::with_capacity(periods.len());
    let mut bottom = top;
    for at in std::iter::once(anchor).chain(regular) {
        let Some(block) = blocks.get(at) else { continue };
        let left = (slots.middle(at) - block.width / 2.0).min(sheet.width - block.width).max(0.0);
        let rect = Rect::sized(left, top, block.width, block.height());
        if taken.iter().any(|other| other.overlaps(&rect.grown(2.0))) {
            continue;
        }
        sheet.write(block, left + block.width / 2.0, top, HPos::Center);
        bottom = bottom.max(rect.bottom);
        taken.push(rect);
    }
    years(sheet, periods, &blocks, slots, top, bottom)
}

/// How many periods there are for each label.
fn every(label: f64, step: f64, count: usize) -> usize {
    // Months go well in halves, quarters and years.
    [1, 2, 3, 4, 6, 12, 24, 36]
        .into_iter()
        .find(|every| label <= *every as f64 * step)
        .unwrap_or(count.max(1))
}

/// Writes the years under the periods that they begin with.
fn years(
    sheet: &mut Sheet<'_>,
    periods: &[Period<'_>],
    blocks: &[Block<'_>],
    slots: Slots,
    top: f64,
    below: f64,
) -> f64 {
    let (mut bottom, mut free) = (below, f64::NEG_INFINITY);
    for (at, (period, block)) in periods.iter().zip(blocks).enumerate() {
        let Some(year) = period.year else { continue };
        let year = sheet.block(year, Style::QUIET, sheet.width / 3.0);
        let left = (slots.middle(at) - block.width / 2.0).min(sheet.width - year.width).max(0.0);
        // A line between two years only where every period has its label, or it would run through one.
        if at > 0 && block.width + 6.0 <= slots.step {
            let edge = slots.middle(at) - slots.step / 2.0;
            sheet.line((edge, top - 2.0), (edge, below + year.height()), Ink::Grid, 1.0);
        }
        if left >= free {
            sheet.write(&year, left, below, HPos::Left);
            free = left + year.width + 6.0;
            bottom = bottom.max(below + year.height());
        }
    }
    bottom
}

/// Ticks of values with their numbers in words.
pub(super) struct Values {
    pub(super) ticks: Ticks,
    labels: Vec<String>,
    /// The width of the column for the numbers, with the gap beside it.
    pub(super) gutter: f64,
}

impl Values {
    /// Ticks over a range; without numbers where these would take too much of the sheet.
    pub(super) fn new(sheet: &Sheet<'_>, lang: Lang, low: f64, high: f64) -> Values {
        let ticks = Ticks::new(low, high, 4.0);
        let mut labels: Vec<String> = ticks.numbers().map(|number| ticks.text(number, lang)).collect();
        let mut widest = labels.iter().map(|label| Style::QUIET.width(label)).fold(0.0, f64::max);
        if widest > sheet.width * 0.22 {
            labels.clear();
            widest = 0.0;
        }
        Values { ticks, labels, gutter: if widest > 0.0 { widest + 8.0 } else { 0.0 } }
    }

    /// Draws gridlines from `left` to `right`, and their numbers before `left`.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, scale: &Scale, left: f64, right: f64) {
        for (at, number) in self.ticks.numbers().enumerate() {
            let y = scale.at(self.ticks.value(number));
            let ends: (Point, Point) = ((left, y), (right, y));
            if number != 0 {
                sheet.line(ends.0, ends.1, Ink::Grid, 1.0);
            }
            if let Some(label) = self.labels.get(at) {
                let block = Block::new(label, Style::QUIET, f64::INFINITY);
                sheet.write_beside(&block, left - 8.0, y, HPos::Right);
            }
        }
    }
}
