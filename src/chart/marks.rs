//! The names of ticks on bars: written once for all rows, side by side where their ticks are close.

use plotters_backend::text_anchor::HPos;

use super::frame::Sheet;
use super::geometry::GAP;
use super::spread::spread;
use super::text::{Block, Style};

/// Names of ticks with the middles of their places.
pub(super) struct Marks<'t> {
    labels: Vec<(Block<'t>, f64)>,
    /// The height of the tallest.
    pub(super) height: f64,
}

impl<'t> Marks<'t> {
    /// Names for ticks at given places, between `low` and `high`.
    pub(super) fn lay(sheet: &mut Sheet<'_>, ticks: &[(&'t str, f64)], low: f64, high: f64) -> Self {
        let natural = ticks.iter().map(|(label, _)| Style::QUIET.width(label) + GAP).sum::<f64>();
        let one_line = natural <= high - low;
        let max = if one_line { high - low } else { (high - low) / ticks.len().max(1) as f64 - GAP };
        let mut labels: Vec<(Block<'t>, f64)> =
            ticks.iter().map(|(label, at)| (sheet.block(label, Style::QUIET, max), *at)).collect();
        labels.sort_by(|a, b| a.1.total_cmp(&b.1));
        let ticks: Vec<f64> = labels.iter().map(|(_, tick)| *tick).collect();
        let widths: Vec<f64> = labels.iter().map(|(block, _)| block.width + GAP).collect();
        let half = GAP / 2.0;
        for (label, middle) in labels.iter_mut().zip(spread(&ticks, &widths, low - half, high + half)) {
            label.1 = middle;
        }
        let height = labels.iter().map(|(block, _)| block.height()).fold(0.0, f64::max);
        Marks { labels, height }
    }

    /// Writes the names so that they stand on `bottom`.
    pub(super) fn draw_above(&self, sheet: &Sheet<'_>, bottom: f64) {
        for (block, middle) in &self.labels {
            sheet.write(block, *middle, bottom - block.height(), HPos::Center);
        }
    }

    /// Writes the names so that they hang from `top`.
    pub(super) fn draw_below(&self, sheet: &Sheet<'_>, top: f64) {
        for (block, middle) in &self.labels {
            sheet.write(block, *middle, top, HPos::Center);
        }
    }
}
