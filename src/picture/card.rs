//! The card that social media show beside a link: 1200 × 630 pixels, whose middle square survives cropping.

use super::compose::{Pen, Type, lines};

/// Width and height of a card in pixels: what readers of Open Graph ask for.
pub const CARD_SIZE: (u32, u32) = (1200, 630);
const MARGIN: u32 = 64;
/// The band at the head.
const BAND: u32 = 92;
/// The most lines of a title; a longer one is set smaller.
const TITLE_LINES: usize = 3;
/// The most figures side by side.
const FIGURES: usize = 3;

const INK: &str = "#1a1f26";
const QUIET: &str = "#4b5563";

/// What stands on a card.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// The site's name, or whose site it is.
    pub site: &'a str,
    /// The site's colour, `#rrggbb`, which white text can stand on.
    pub accent: &'a str,
    /// The page's title.
    pub title: &'a str,
    /// Place and period, or what the site is.
    pub subtitle: &'a str,
    /// Labels and values of headline figures; the first three are shown.
    pub figures: Vec<(String, String)>,
    /// Said of invented data, shortly.
    pub demonstration: Option<&'a str>,
}

/// Composes a card as SVG.
pub fn card(card: &Card<'_>) -> String {
    let (width, height) = CARD_SIZE;
    let inner = width - 2 * MARGIN;
    let mut pen = Pen::new();
    pen.rect((0, 0), (width, BAND), card.accent);
    pen.line((MARGIN, 58), card.site, Type { size: 32, bold: true, colour: "#ffffff" });
    if let Some(words) = card.demonstration {
        let style = Type { size: 24, bold: true, colour: "#ffffff" };
        let wide = crate::chart::text_width(words, 24.0, true).ceil() as u32;
        pen.line(((width - MARGIN).saturating_sub(wide), 55), words, style);
    }
    let title = title_type(card.title, inner);
    let mut y = pen.paragraph((MARGIN, BAND + 36 + title.size), inner, card.title, title);
    let subtitle = Type { size: 28, bold: false, colour: QUIET };
    y = pen.paragraph((MARGIN, y + 4), inner, card.subtitle, subtitle);
    figures(&mut pen, card, y.max(height - 210));
    pen.rect((0, height - 12), (width, 12), card.accent);
    pen.finish(width, height)
}

/// The largest size in which a title takes no more than its lines.
fn title_type(title: &str, width: u32) -> Type {
    let sizes = [60, 54, 48, 42, 36];
    let styles = sizes.map(|size| Type { size, bold: true, colour: INK });
    let fits = |style: &Type| lines(title, width, *style).len() <= TITLE_LINES;
    styles.into_iter().find(fits).unwrap_or(styles[styles.len() - 1])
}

fn figures(pen: &mut Pen, card: &Card<'_>, top: u32) {
    let (width, height) = CARD_SIZE;
    let shown = card.figures.len().min(FIGURES) as u32;
    // Under a title of many lines there is no room for figures.
    if shown == 0 || top > height - 180 {
        return;
    }
    pen.rect((MARGIN, top), (width - 2 * MARGIN, 2), "#e1e6eb");
    let column = (width - 2 * MARGIN) / shown;
    let room = column - 24;
    let shown = &card.figures[..shown as usize];
    let sizes = [52, 44, 36, 30, 24].map(|size| Type { size, bold: true, colour: INK });
    let fits = |style: &Type| shown.iter().all(|(_, value)| lines(value, room, *style).len() == 1);
    let style = sizes.into_iter().find(fits).unwrap_or(sizes[sizes.len() - 1]);
    for (at, (label, value)) in (0..).zip(shown) {
        let x = MARGIN + at * column;
        pen.line((x, top + 76), value, style);
        pen.paragraph((x, top + 116), room, label, Type { size: 24, bold: false, colour: QUIET });
    }
}
