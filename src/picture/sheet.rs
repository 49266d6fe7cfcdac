//! A chart as it stands alone: with its title, what it shows, where it is from and what must be known about it.

use super::compose::{Pen, Type};
use crate::chart::Width;

/// Around the chart, in pixels.
const MARGIN: u32 = 28;

const TITLE: Type = Type { size: 20, bold: true, colour: "#1a1f26" };
const SUBTITLE: Type = Type { size: 14, bold: false, colour: "#4b5563" };
const NOTE: Type = Type { size: 12, bold: false, colour: "#4b5563" };
const WARNING: Type = Type { size: 12, bold: true, colour: "#9b1c1f" };

/// What stands on the sheet of a chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartSheet<'a> {
    /// The message.
    pub title: &'a str,
    /// What it is: indicator, place, period and unit.
    pub subtitle: &'a str,
    /// The chart in the wide form, as [`crate::chart::draw`] writes it.
    pub svg: &'a str,
    /// Its height in pixels.
    pub height: u32,
    /// Source and notes, a line each.
    pub notes: &'a [String],
    /// Said of invented data.
    pub demonstration: Option<&'a str>,
}

/// Composes the sheet of a chart as SVG.
pub fn chart_sheet(sheet: &ChartSheet<'_>) -> String {
    let width = Width::Wide.units();
    let mut pen = Pen::new();
    let mut y = MARGIN + TITLE.size;
    y = pen.paragraph((MARGIN, y), width, sheet.title, TITLE);
    y = pen.paragraph((MARGIN, y), width, sheet.subtitle, SUBTITLE);
    pen.drawing((MARGIN, y), sheet.svg);
    y += sheet.height + NOTE.size * 2;
    for note in sheet.notes {
        y = pen.paragraph((MARGIN, y), width, note, NOTE);
    }
    if let Some(demonstration) = sheet.demonstration {
        y = pen.paragraph((MARGIN, y), width, demonstration, WARNING);
    }
    pen.finish(width + 2 * MARGIN, y + MARGIN - NOTE.size)
}
