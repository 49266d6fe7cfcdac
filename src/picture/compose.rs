//! The pen of pictures: SVG with lines of text under each other.

use std::fmt::Write as _;

use pulldown_cmark_escape::escape_html;

use crate::chart;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// In pixels.
    pub(super) size: u32,
    pub(super) bold: bool,
    pub(super) colour: &'static str,
}

/// An SVG in the making.
pub(super) struct Pen {
    body: String,
}

impl Pen {
    pub(super) fn new() -> Self {
        Pen { body: String::with_capacity(16 * 1024) }
    }

    /// The whole picture on white.
    pub(super) fn finish(self, width: u32, height: u32) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{}</svg>",
            self.body
        )
    }

    pub(super) fn rect(&mut self, (x, y): (u32, u32), (width, height): (u32, u32), colour: &str) {
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
        ));
    }

    /// One line of text on its baseline.
    pub(super) fn line(&mut self, (x, y): (u32, u32), text: &str, style: Type) {
        let Type { size, bold, colour } = style;
        let weight = if bold { " font-weight=\"700\"" } else { "" };
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{}</text>",
            escaped(text)
        ));
    }

    /// Text in lines of at most `width`, the first on a baseline at `y`; where the next text may begin.
    pub(super) fn paragraph(&mut self, (x, y): (u32, u32), width: u32, text: &str, style: Type) -> u32 {
        let leading = style.size * 7 / 5;
        let mut at = y;
        for line in lines(text, width, style) {
            self.line((x, at), line, style);
            at += leading;
        }
        at
    }

    /// A drawing with its own size, at a place.
    pub(super) fn drawing(&mut self, (x, y): (u32, u32), svg: &str) {
        self.put(format_args!("<g transform=\"translate({x} {y})\">{svg}</g>"));
    }

    fn put(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(markup);
    }
}

/// Text in lines of at most `width`.
pub(super) fn lines(text: &str, width: u32, style: Type) -> Vec<&str> {
    chart::text_lines(text, f64::from(style.size), style.bold, f64::from(width))
}

/// Text for an element; what XML forbids is left out.
fn escaped(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    let mut out = String::with_capacity(text.len() + 16);
    // Writing to a string cannot fail.
    let _ = escape_html(&mut out, &text);
    out
}
