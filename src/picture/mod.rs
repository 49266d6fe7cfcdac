//! Pictures for where a page's own SVG does not go: charts for Word and WeChat, cards for social media.
//!
//! A picture is composed as SVG, in [`chart_sheet`] and [`card`], from finished words and drawings; a [`Painter`]
//! makes PNG of it. [`Resvg`] is the one there is, with a font of its own, behind the cargo feature `png`.

mod card;
mod compose;
#[cfg(feature = "png")]
mod resvg;
mod sheet;

pub use card::{Card, card};
#[cfg(feature = "png")]
pub use resvg::Resvg;
pub use sheet::{ChartSheet, chart_sheet};

/// What makes PNG of SVG. The same SVG gives the same bytes.
pub trait Painter: Sync {
    /// Paints an SVG at `scale` times its own size.
    ///
    /// # Errors
    /// Why the SVG cannot be painted, in English: it is not well formed, or too large.
    fn paint(&self, svg: &str, scale: u8) -> Result<Painted, String>;
}

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Painted {
    /// PNG.
    pub png: Vec<u8>,
    /// Characters that the font lacks, in their order; 〓 stands in their place.
    pub missing: Vec<char>,
}
