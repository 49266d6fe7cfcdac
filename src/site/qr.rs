//! QR codes (ISO/IEC 18004): a page's address for those who hold it on paper.

use std::fmt::Write as _;

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, QrResult, Version, bits, ec};

/// Stands a fold or a stain of 15 per cent.
const LEVEL: EcLevel = EcLevel::M;

/// The empty margin that the standard asks for, in modules.
const QUIET: usize = 4;

/// A text as a QR code, in an SVG without an id, a class or a style; `None` if it is longer than a code can hold
/// (2,331 bytes).
///
/// A module is one unit. The dark ones of a row are drawn with a stroke as wide as the row, run by run, which takes
/// half the bytes that squares would.
pub(super) fn svg(text: &str) -> Option<String> {
    let (version, colors) = encode(text).ok()?;
    let width = usize::try_from(version.width()).ok()?;
    let size = width + 2 * QUIET;
    let mut out = String::with_capacity(width * width * 2);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg viewBox=\"0 0 {size} {size}\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"none\" \
         stroke=\"#000\" shape-rendering=\"crispEdges\" d=\"",
    );
    for (row, modules) in colors.chunks(width).enumerate() {
        draw_row(modules, row, &mut out);
    }
    out.push_str("\"/></svg>");
    Some(out)
}

/// The modules of a code, row by row.
///
/// Of the eight masks the standard has an encoder take the one that looks best, which takes ten times as long as all
/// the rest; a reader is told which it is, and addresses look random enough under any.
fn encode(text: &str) -> QrResult<(Version, Vec<Color>)> {
    let bits = bits::encode_auto(text.as_bytes(), LEVEL)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, LEVEL)?;
    let mut canvas = Canvas::new(version, LEVEL);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    Ok((version, canvas.into_colors()))
}

/// Draws the dark runs of a row, each from the end of the one before it.
fn draw_row(modules: &[Color], row: usize, out: &mut String) {
    let mut pen = None;
    let mut at = 0;
    for run in modules.chunk_by(|a, b| a == b) {
        if run[0] == Color::Dark {
            let _ = match pen {
                None => write!(out, "M{} {}.5h{}", QUIET + at, QUIET + row, run.len()),
                Some(end) => write!(out, "m{} 0h{}", at - end, run.len()),
            };
            pen = Some(at + run.len());
        }
        at += run.len();
    }
}
