//! A plotters backend that writes SVG for a page: classes for colours, real text, half pixels, no inline style.
//!
//! Plotters counts in whole numbers, so it is given half pixels, and two of its units are one of the SVG's.

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::ink::{Ink, TEXT};
use super::text;
use super::{Options, Width};

/// Plotters' units in one of the SVG's.
pub(super) const FINE: f64 = 2.0;

/// Half the height of digits, of capitals and, nearly, of Han characters: from the middle of a line to its baseline.
const BASELINE: f64 = 0.36;

/// The size of text that needs no attribute of its own.
pub(super) const TEXT_SIZE: f64 = 14.0;

/// More rows than any chart has; the real height is known when it has been drawn.
const BOTTOMLESS: u32 = 1 << 24;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The elements of one SVG, as they are drawn.
pub(super) struct Svg {
    width: u32,
    body: String,
}

impl Svg {
    /// An empty drawing, `width` units wide.
    pub(super) fn new(width: u32) -> Self {
        Svg { width, body: String::with_capacity(8 * 1024) }
    }

    /// The whole SVG, `height` units high; the drawing is empty afterwards.
    pub(super) fn finish(&mut self, options: &Options<'_>, height: f64) -> String {
        let body = std::mem::take(&mut self.body);
        let mut out =
            String::with_capacity(body.len() + 640 + options.title.len() + options.description.len());
        let kind = match options.width {
            Width::Wide => "wide",
            Width::Narrow => "narrow",
        };
        let described = !options.description.is_empty();
        out += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart ";
        out += kind;
        out += "\" lang=\"";
        out += options.lang.tag();
        out += "\" role=\"img\" aria-labelledby=\"";
        escape(options.id, &mut out);
        out += "-title";
        if described {
            out += " ";
            escape(options.id, &mut out);
            out += "-desc";
        }
        let (width, height) = (self.width as i32 * 2, fine(height.ceil()));
        out += "\" viewBox=\"0 0 ";
        push_half(&mut out, width);
        out += " ";
        push_half(&mut out, height);
        attribute(&mut out, "\" width", width);
        attribute(&mut out, " height", height);
        out += " font-size=\"14\" stroke-linejoin=\"round\" fill=\"";
        out += TEXT;
        out += "\">";
        named(&mut out, "title", options.id, options.title);
        if described {
            named(&mut out, "desc", options.id, options.description);
        }
        out += &body;
        out += "</svg>";
        out
    }

    /// Opens an element with the class and the colour of `ink`.
    fn open(&mut self, element: &str, ink: Ink) {
        let look = ink.look();
        let out = &mut self.body;
        out.push('<');
        *out += element;
        *out += " class=\"";
        *out += look.class;
        *out += "\" ";
        *out += look.paint;
        *out += "=\"";
        *out += look.colour;
        out.push('"');
    }

    /// The stroke's width, where it is not one, and the dashes of a pace.
    fn stroke(&mut self, ink: Ink, width: u32) {
        if f64::from(width) > FINE || f64::from(width) < FINE {
            attribute(&mut self.body, " stroke-width", width as i32);
        }
        if ink == Ink::Pace {
            self.body += " stroke-dasharray=\"5 4\"";
        }
    }

    fn attributes(&mut self, values: &[(&str, i32)]) {
        for (name, value) in values {
            attribute(&mut self.body, name, *value);
        }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        self.body += " points=\"";
        for (at, (x, y)) in points.into_iter().enumerate() {
            if at > 0 {
                self.body.push(' ');
            }
            push_half(&mut self.body, x);
            self.body.push(',');
            push_half(&mut self.body, y);
        }
        self.body.push('"');
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width * 2, BOTTOMLESS)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let ink = Ink::of(style.color());
        self.open("line", ink);
        self.attributes(&[(" x1", from.0), (" y1", from.1), (" x2", to.0), (" y2", to.1)]);
        self.stroke(ink, style.stroke_width());
        self.body += "/>";
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ink = Ink::of(style.color());
        self.open("rect", ink);
        self.attributes(&[(" x", x0), (" y", y0), (" width", x1 - x0), (" height", y1 - y0)]);
        if !fill {
            self.body += " fill=\"none\"";
            self.stroke(ink, style.stroke_width());
        }
        self.body += "/>";
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let ink = Ink::of(style.color());
        self.open("polyline", ink);
        self.body += " fill=\"none\"";
        self.stroke(ink, style.stroke_width());
        self.points(path);
        self.body += "/>";
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ink = Ink::of(style.color());
        self.open("circle", ink);
        self.attributes(&[(" cx", x), (" cy", y), (" r", radius as i32)]);
        if !fill {
            self.body += " fill=\"none\"";
            self.stroke(ink, style.stroke_width());
        }
        self.body += "/>";
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.open("polygon", Ink::of(style.color()));
        self.points(corners);
        self.body += "/>";
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let ink = Ink::of(style.color());
        match ink {
            Ink::Text => self.body += "<text",
            _ => self.open("text", ink),
        }
        let baseline = y + (style.size() * BASELINE).round() as i32;
        self.attributes(&[(" x", x), (" y", baseline)]);
        if (style.size() - TEXT_SIZE * FINE).abs() > 0.1 {
            attribute(&mut self.body, " font-size", style.size() as i32);
        }
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.body += " text-anchor=\"middle\"",
            HPos::Right => self.body += " text-anchor=\"end\"",
        }
        if matches!(style.style(), FontStyle::Bold) {
            self.body += " font-weight=\"600\"";
        }
        self.body.push('>');
        escape(text, &mut self.body);
        self.body += "</text>";
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok((text::width(text, style.size(), bold).ceil() as u32, style.size().ceil() as u32))
    }
}

/// Half pixels from pixels.
pub(super) fn fine(pixels: f64) -> i32 {
    (pixels * FINE).round() as i32
}

/// Writes `name="value"`, with the value in pixels.
fn attribute(out: &mut String, name: &str, half: i32) {
    *out += name;
    *out += "=\"";
    push_half(out, half);
    out.push('"');
}

/// Writes half pixels as pixels: 7 is 3.5. Coordinates are most of an SVG, so this avoids the formatting machinery.
fn push_half(out: &mut String, half: i32) {
    if half < 0 {
        out.push('-');
    }
    let half = half.unsigned_abs();
    let mut digits = [0u8; 10];
    let (mut rest, mut first) = (half / 2, digits.len());
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[first..].iter().map(|digit| char::from(*digit)));
    if half % 2 == 1 {
        *out += ".5";
    }
}

/// Writes `<title>` or `<desc>` with the id that the root refers to.
fn named(out: &mut String, element: &str, id: &str, text: &str) {
    *out += "<";
    *out += element;
    *out += " id=\"";
    escape(id, out);
    *out += "-";
    *out += element;
    *out += "\">";
    escape(text, out);
    *out += "</";
    *out += element;
    *out += ">";
}

/// Writes text for an element or a double-quoted attribute; what XML forbids is left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '"' => *out += "&quot;",
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_pixels_are_written_short() {
        let mut out = String::new();
        for half in [0, 1, 2, 7, -3, 1440] {
            push_half(&mut out, half);
            out.push(' ');
        }
        assert_eq!(out, "0 0.5 1 3.5 -1.5 720 ");
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        let mut out = String::new();
        escape("a<b & \"c\"\u{0}\n\u{ffff}d", &mut out);
        assert_eq!(out, "a&lt;b &amp; &quot;c&quot; d");
    }
}
