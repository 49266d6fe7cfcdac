//! Drawing charts as SVG: one kind a file over a shared frame.
//!
//! A chart is given numbers and the words for them; it knows nothing of figures, periods or places.
//! What to say and what may honestly be drawn is decided before, where the data is known.
//!
//! # Two widths
//! [`Width::Wide`] is 720 units, [`Width::Narrow`] 328: a phone's column at its own size. The height follows from
//! what there is to draw. A page carries both, and `chart.css` shows the one that fits: `svg.chart.wide`,
//! `svg.chart.narrow`.
//!
//! # Classes
//! An SVG says what things mean and carries light colours as presentation attributes, so that it stands alone; the
//! theme's `chart.css` overrides them by class.
//!
//! | fill | | stroke | |
//! | --- | --- | --- | --- |
//! | `c1` | what the chart is about | `cl1` | its line, the outline of its hollow marks |
//! | `c2`–`c4` | further series (no chart here has any) | `cl2`–`cl4` | their lines |
//! | `cm` | what it is compared with | `clm` | outlines of the same |
//! | `cb` | a soft band | `cg` | gridlines |
//! | `cp` | paper, parting a mark from what lies under it | `cx` | axes, leaders |
//! | `ct` | text; inherited from `svg.chart`, so it is not written | `ck` | ticks of targets |
//! | `cs` | text that explains, dashes for missing values | `ch` | paper around a tick |
//! | | | `ce` | the even pace, dashed |

mod axis;
mod bars;
mod chains;
mod columns;
mod comparison;
mod cumulative;
mod frame;
mod geometry;
mod ink;
mod league;
mod marks;
mod milestones;
mod pipeline;
mod plot;
mod progress;
mod room;
mod scale;
mod spread;
mod svg;
mod text;

pub use plot::{
    Bar, BarGroup, ChainRow, Column, CumulativePoint, LeagueRow, Panel, PipelineRow, Plot, ProgressRow, Step,
};

use frame::Sheet;

use crate::lang::Lang;

/// How a chart is to be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options<'a> {
    /// Begins every id in the SVG: unique in its page, and without spaces.
    pub id: &'a str,
    /// The language of the labels.
    pub lang: Lang,
    /// What the chart is, in short: kind, subject, period.
    pub title: &'a str,
    /// What it shows, in sentences; may be empty.
    pub description: &'a str,
    /// How wide it is drawn.
    pub width: Width,
}

/// The column that a chart is drawn for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Width {
    /// A page: 720 units.
    Wide,
    /// A phone: 328 units.
    Narrow,
}

impl Width {
    /// Both, the wide one first.
    pub const BOTH: [Width; 2] = [Width::Wide, Width::Narrow];

    /// The width in the SVG's units, which are CSS pixels at its own size.
    pub fn units(self) -> u32 {
        match self {
            Width::Wide => 720,
            Width::Narrow => 328,
        }
    }
}

/// A chart as SVG.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawing {
    /// The `<svg>` element: well-formed XML that may stand in HTML or alone.
    pub svg: String,
    /// The height in the SVG's units.
    pub height: u32,
    /// What did not fit; nothing, with labels of any sensible length.
    pub problems: Vec<Problem>,
}

/// A label that did not fit: a word in it was broken, it takes more than four lines, or it had to be left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The label.
    pub label: String,
}

/// Draws a chart. The same plot and options give the same bytes.
pub fn draw(plot: &Plot, options: &Options<'_>) -> Drawing {
    let mut sheet = Sheet::new(options);
    let height = match plot {
        Plot::Signings { panels } => columns::draw(&mut sheet, panels),
        Plot::Progress { rows, plan_label, elapsed_label } => {
            progress::draw(&mut sheet, rows, plan_label, elapsed_label.as_deref())
        }
        Plot::Cumulative { points, target, series_label, pace_label, unit_label } => {
            let labels = cumulative::Labels { series: series_label, pace: pace_label, unit: unit_label };
            cumulative::draw(&mut sheet, points, target.as_ref(), &labels)
        }
        Plot::League { rows, amount_label, share_label, elapsed } => {
            league::draw(&mut sheet, rows, amount_label, share_label.as_deref(), elapsed.as_ref())
        }
        Plot::Pipeline { rows } => pipeline::draw(&mut sheet, rows),
        Plot::Chains { rows, unit_label } => chains::draw(&mut sheet, rows, unit_label),
        Plot::Comparison { groups } => comparison::draw(&mut sheet, groups),
        Plot::Milestones { steps } => milestones::draw(&mut sheet, steps),
    };
    sheet.finish(height)
}

/// The width that charts allow for `text`, in the unit of `size`: generous, as the reader's fonts are not known.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    text::width(text, size, bold)
}

/// `text` in lines of at most `max`, broken as labels of charts are.
pub fn text_lines(text: &str, size: f64, bold: bool, max: f64) -> Vec<&str> {
    let style = text::Style { size, bold, ..text::Style::PLAIN };
    text::Block::new(text, style, max).lines().collect()
}
