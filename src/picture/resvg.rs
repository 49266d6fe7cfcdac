//! PNG by resvg, with fonts of our own so that every machine paints alike.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::resvg::tiny_skia::{Pixmap, Transform};
use ::resvg::usvg::fontdb::{Database, Source};
use ::resvg::usvg::{Options, Tree};
use rustc_hash::FxHashSet;

use super::shrink::shrink;
use super::{Painted, Painter};
use crate::lang::Text;

const REGULAR: &[u8] = include_bytes!("../../themes/fonts/NotoSansSC-Regular.otf");
const BOLD: &[u8] = include_bytes!("../../themes/fonts/NotoSansSC-Bold.otf");

/// The name that the embedded font goes by.
const FAMILY: &str = "Noto Sans CJK SC";

/// What Chinese typesetters put where the type is missing.
const GETA: char = '〓';

/// Paints with the embedded font, and with fonts that are handed in for rarer characters.
pub struct Resvg {
    fonts: Arc<Database>,
    characters: FxHashSet<char>,
}

impl Resvg {
    /// A painter with the embedded font alone.
    pub fn new() -> Self {
        Resvg::with_fonts(Vec::new())
    }

    /// A painter that takes characters which the embedded font lacks from other fonts (TTF, OTF, TTC), each given
    /// by its bytes. Bytes that are no font are passed over.
    pub fn with_fonts(more: Vec<Vec<u8>>) -> Self {
        let mut fonts = Database::new();
        let embedded = [REGULAR, BOLD].map(|font| Source::Binary(Arc::new(font)));
        let more = more.into_iter().map(|font| Source::Binary(Arc::new(font)));
        for font in embedded.into_iter().chain(more) {
            fonts.load_font_source(font);
        }
        for set in [Database::set_sans_serif_family, Database::set_serif_family] {
            set(&mut fonts, FAMILY);
        }
        let characters = characters(&fonts);
        Resvg { fonts: Arc::new(fonts), characters }
    }

    /// The SVG with 〓 for what no font has, and what that was.
    fn legible(&self, svg: &str) -> (String, Vec<char>) {
        let is_known =
            |c: char| c.is_ascii() || c.is_whitespace() || is_invisible(c) || self.characters.contains(&c);
        let mut missing = BTreeSet::new();
        let mut replace = |c: char| {
            if is_known(c) {
                return c;
            }
            missing.insert(c);
            GETA
        };
        let svg = svg.chars().map(&mut replace).collect();
        (svg, missing.into_iter().collect())
    }
}

impl Default for Resvg {
    fn default() -> Self {
        Resvg::new()
    }
}

impl Painter for Resvg {
    fn paint(&self, svg: &str, scale: u8) -> Result<Painted, String> {
        let (svg, missing) = self.legible(svg);
        let options =
            Options { font_family: FAMILY.to_owned(), fontdb: Arc::clone(&self.fonts), ..Options::default() };
        let tree = Tree::from_str(&svg, &options).map_err(|error| error.to_string())?;
        let scale = f32::from(scale);
        let size = tree.size().to_int_size().scale_by(scale).ok_or("the picture has no size")?;
        let mut picture = Pixmap::new(size.width(), size.height()).ok_or("the picture is too large")?;
        ::resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        let png = picture.encode_png().map_err(|error| error.to_string())?;
        Ok(Painted { png, missing })
    }

    fn shrink(&self, photo: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Text> {
        shrink(photo, width, height)
    }
}

/// Every character that some font has.
fn characters(fonts: &Database) -> FxHashSet<char> {
    let mut characters = FxHashSet::default();
    for face in fonts.faces() {
        fonts.with_face_data(face.id, |data, index| {
            let Ok(face) = ttf_parser::Face::parse(data, index) else { return };
            for table in face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables) {
                if table.is_unicode() {
                    table.codepoints(|code| characters.extend(char::from_u32(code)));
                }
            }
        });
    }
    characters
}

/// Joiners, marks of direction and variants: nothing to see, in no need of a glyph.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
