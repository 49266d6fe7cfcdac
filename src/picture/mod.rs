//! Pictures for where a page's own SVG does not go: charts for Word and WeChat, cards for social media; and
//! photographs as small as screens want them.
//!
//! A picture is composed as SVG, in [`chart_sheet`] and [`card`], from finished words and drawings; a [`Painter`]
//! makes PNG of it. [`Resvg`] is the one there is, with a font of its own, behind the cargo feature `png`.

mod card;
mod compose;
#[cfg(feature = "png")]
mod resvg;
mod sheet;
#[cfg(feature = "png")]
mod shrink;

pub use card::{CARD_SIZE, Card, card};
#[cfg(feature = "png")]
pub use resvg::Resvg;
pub use sheet::{ChartSheet, chart_sheet};
#[cfg(feature = "png")]
pub use shrink::SHRUNK_BY;

use crate::lang::Text;

/// What makes PNG of SVG, and photographs smaller. The same input gives the same bytes.
pub trait Painter: Sync {
    /// Paints an SVG at `scale` times its own size.
    ///
    /// # Errors
    /// Why the SVG cannot be painted, in English: it is not well formed, or too large.
    fn paint(&self, svg: &str, scale: u8) -> Result<Painted, String>;

    /// Makes a JPEG or PNG as large as is said, upright, in its own format and without what a camera wrote into it.
    ///
    /// # Errors
    /// Why it cannot be made: the file is broken, moves, or has too many pixels.
    fn shrink(&self, photo: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Text>;
}

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Painted {
    /// PNG.
    pub png: Vec<u8>,
    /// Characters that the font lacks, in their order; 〓 stands in their place.
    pub missing: Vec<char>,
}
