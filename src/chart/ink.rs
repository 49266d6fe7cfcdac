//! The inks of a chart: each has a class that a stylesheet colours, and a colour of its own for an SVG that stands alone.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// What something is drawn with, by its meaning.
///
/// Plotters carries colours, not classes: an ink travels through it as a colour whose red is the ink's number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Ink {
    /// The filled shapes of what the chart is about.
    Main,
    /// The filled shapes of what it is compared with.
    Muted,
    /// A soft band behind a bar or under a line.
    Band,
    /// The page itself, to part a mark from what lies under it.
    Paper,
    /// Text.
    Text,
    /// Text that explains.
    Secondary,
    /// The line of what the chart is about, and the outlines of its hollow marks.
    MainLine,
    /// The outlines of hollow marks of what it is compared with.
    MutedLine,
    /// A gridline.
    Grid,
    /// An axis, or a line that leads from a label to its mark.
    Axis,
    /// The tick of a target.
    Tick,
    /// The page's colour around a tick.
    Halo,
    /// The even pace of a plan.
    Pace,
}

/// How an ink is written.
pub(super) struct Look {
    /// The class.
    pub(super) class: &'static str,
    /// The attribute that takes the colour: `fill` or `stroke`.
    pub(super) paint: &'static str,
    /// The colour in the light scheme.
    pub(super) colour: &'static str,
}

impl Ink {
    const ALL: [Ink; 13] = [
        Ink::Main,
        Ink::Muted,
        Ink::Band,
        Ink::Paper,
        Ink::Text,
        Ink::Secondary,
        Ink::MainLine,
        Ink::MutedLine,
        Ink::Grid,
        Ink::Axis,
        Ink::Tick,
        Ink::Halo,
        Ink::Pace,
    ];

    /// The ink that a colour stands for; text for a colour that is none of ours.
    pub(super) fn of(colour: BackendColor) -> Ink {
        Ink::ALL.get(usize::from(colour.rgb.0)).copied().unwrap_or(Ink::Text)
    }

    /// How it is written.
    pub(super) fn look(self) -> Look {
        let (class, paint, colour) = match self {
            Ink::Main => ("c1", "fill", "#12436d"),
            Ink::Muted => ("cm", "fill", "#7f93a9"),
            Ink::Band => ("cb", "fill", "#edf1f5"),
            Ink::Paper => ("cp", "fill", "#ffffff"),
            Ink::Text => ("ct", "fill", TEXT),
            Ink::Secondary => ("cs", "fill", "#4b5563"),
            Ink::MainLine => ("cl1", "stroke", "#12436d"),
            Ink::MutedLine => ("clm", "stroke", "#7f93a9"),
            Ink::Grid => ("cg", "stroke", "#e1e6eb"),
            Ink::Axis => ("cx", "stroke", "#8b95a1"),
            Ink::Tick => ("ck", "stroke", TEXT),
            Ink::Halo => ("ch", "stroke", "#ffffff"),
            Ink::Pace => ("ce", "stroke", "#4b5563"),
        };
        Look { class, paint, colour }
    }
}

/// The colour of text in the light scheme.
pub(super) const TEXT: &str = "#1a1f26";

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (*self as u8, 0, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_comes_back_from_its_colour() {
        for ink in Ink::ALL {
            assert_eq!(Ink::of(ink.to_backend_color()), ink);
        }
    }
}
