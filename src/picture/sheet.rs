//! A chart as it stands alone: with its title, what it shows, where it is from and what must be known about it.

use super::compose::{Pen, Type};
use crate::chart::Width;

/// Around a wide chart, in pixels, and around one for phones.
const MARGIN: u32 = 28;
const NARROW_MARGIN: u32 = 8;

const TITLE: Type = Type { size: 20, bold: true, colour: "#1a1f26" };
const SUBTITLE: Type = Type { size: 14, bold: false, colour: "#4b5563" };
const NOTE: Type = Type { size: 12, bold: false, colour: "#4b5563" };
const WARNING: Type = Type { size: 12, bold: true, colour: "#9b1c1f" };

/// What stands on the sheet of a chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartSheet<'a> {
    /// The message, unless it stands above the picture.
    pub title: Option<&'a str>,
    /// What it is: indicator, place, period and unit.
    pub subtitle: &'a str,
    /// The chart, as [`crate::chart::draw`] writes it.
    pub svg: &'a str,
    /// How wide it is.
    pub width: Width,
    /// Its height in pixels.
    pub height: u32,
    /// Source and notes, a line each.
    pub notes: &'a [String],
    /// Said of invented data.
    pub demonstration: Option<&'a str>,
}

/// Composes the sheet of a chart as SVG.
pub fn chart_sheet(sheet: &ChartSheet<'_>) -> String {
    let width = sheet.width.units();
    let margin = if sheet.width == Width::Wide { MARGIN } else { NARROW_MARGIN };
    let mut pen = Pen::new();
    let mut y = margin + SUBTITLE.size;
    if let Some(title) = sheet.title {
        y = pen.paragraph((margin, margin + TITLE.size), width, title, TITLE);
    }
    y = pen.paragraph((margin, y), width, sheet.subtitle, SUBTITLE);
    pen.drawing((margin, y), sheet.svg);
    y += sheet.height + NOTE.size * 2;
    for note in sheet.notes {
        y = pen.paragraph((margin, y), width, note, NOTE);
    }
    if let Some(demonstration) = sheet.demonstration {
        y = pen.paragraph((margin, y), width, demonstration, WARNING);
    }
    pen.finish(width + 2 * margin, y + margin - NOTE.size)
}
