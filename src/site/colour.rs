//! Colours and their contrast, after WCAG 2.2.

use std::fmt;

/// An opaque sRGB colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub(super) const WHITE: Colour = Colour([255; 3]);
    /// The paper of the dark scheme, `#14181d`.
    pub(super) const DARK_PAPER: Colour = Colour([0x14, 0x18, 0x1d]);
    /// The institutional colour of a site that names none, `#12436d`.
    pub(super) const DEFAULT_ACCENT: Colour = Colour([0x12, 0x43, 0x6d]);

    /// Reads `#rrggbb`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// Contrast ratio with another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub(super) fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The first mixture with white, in steps of a twentieth, that reaches `ratio` against `paper`.
    #[must_use]
    pub(super) fn lightened_until(self, paper: Colour, ratio: f64) -> Colour {
        let mixtures = (0..=20u16).map(|step| {
            let mix = |part: u8| {
                let mixed = (u16::from(part) * (20 - step) + 255 * step) / 20;
                u8::try_from(mixed).unwrap_or(u8::MAX)
            };
            Colour(self.0.map(mix))
        });
        mixtures.into_iter().find(|colour| colour.contrast(paper) >= ratio).unwrap_or(Colour::WHITE)
    }

    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black = Colour::parse("#000000").unwrap();
        assert!((Colour::WHITE.contrast(black) - 21.0).abs() < 0.01);
        let blue = Colour::parse("#12436D").unwrap();
        assert!((blue.contrast(Colour::WHITE) - 10.25).abs() < 0.01);
        assert!(blue.lightened_until(Colour::DARK_PAPER, 4.5).contrast(Colour::DARK_PAPER) >= 4.5);
        assert_eq!(Colour::parse("#12"), None);
        assert_eq!(Colour::parse("#é1234"), None);
    }
}
