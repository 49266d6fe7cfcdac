//! How wide text is, and where it may be broken.
//!
//! The reader's fonts are not known, so widths are those of the widest faces that a reader is likely to have
//! (PingFang, Noto Sans, Arial): a label may look a little airy, but it is never cut off and never touches another.

use super::ink::Ink;

/// From one line of a label to the next, in em.
const LEADING: f64 = 1.36;

/// More lines than this are no label any more.
const LINES: usize = 4;

/// Widths of U+0020 to U+007E in thousandths of an em.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    280, 280, 410, 650, 600, 900, 735, 230, 335, 335, 555, 600, 280, 335, 280, 375, // space to /
    600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 280, 280, 600, 600, 600, 560, // 0 to ?
    1015, 670, 670, 725, 730, 670, 615, 780, 745, 340, 500, 670, 560, 910, 760, 785, // @ to O
    670, 785, 725, 670, 615, 735, 670, 945, 670, 670, 615, 335, 375, 335, 600, 560, // P to _
    335, 565, 618, 505, 618, 570, 345, 618, 620, 260, 260, 535, 260, 940, 620, 610, // ` to o
    618, 618, 415, 505, 365, 620, 510, 790, 530, 510, 505, 385, 300, 385, 600, // p to ~
];

/// The look of a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// In pixels.
    pub(super) size: f64,
    /// Whether it is set in the heavier weight.
    pub(super) bold: bool,
    /// Its colour.
    pub(super) ink: Ink,
}

impl Style {
    /// Most labels.
    pub(super) const PLAIN: Style = Style { size: 14.0, bold: false, ink: Ink::Text };
    /// Values and names that the chart is about.
    pub(super) const STRONG: Style = Style { bold: true, ..Style::PLAIN };
    /// Labels of axes, and what explains.
    pub(super) const QUIET: Style = Style { ink: Ink::Secondary, ..Style::PLAIN };
    /// The head of a panel or a group.
    pub(super) const HEAD: Style = Style { size: 15.0, ..Style::STRONG };

    /// The width of `text` in pixels.
    pub(super) fn width(self, text: &str) -> f64 {
        width(text, self.size, self.bold)
    }

    /// From one line to the next, in whole pixels so that what stands between labels is crisp.
    pub(super) fn leading(self) -> f64 {
        (self.size * LEADING).round()
    }

    fn char(self, c: char) -> f64 {
        char_width(c, self.bold) * self.size
    }
}

/// The width of `text` at `size`, measured generously.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|c| char_width(c, bold)).sum::<f64>() * size
}

/// The width of a character in em. Heavier Latin letters are wider; Han characters are not.
fn char_width(c: char, bold: bool) -> f64 {
    let thousandths = match c {
        ' '..='~' => f64::from(ASCII[c as usize - 0x20]),
        '\u{a0}' => 280.0,
        '\t' | '\n' | '\r' => 280.0,
        c if c.is_control() => 0.0,
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => 0.0,
        '\u{b7}' => 1000.0,
        '\u{a1}'..='\u{10ff}' => 800.0,
        '\u{1f000}'..='\u{1faff}' => 1400.0,
        _ => return 1.0,
    };
    thousandths / if bold { 930.0 } else { 1000.0 }
}

/// A label in lines.
#[derive(Clone, Debug)]
pub(super) struct Block<'t> {
    first: &'t str,
    rest: Vec<&'t str>,
    /// The width of its widest line.
    pub(super) width: f64,
    /// Its look.
    pub(super) style: Style,
    /// Whether it did not fit: a word had to be broken, or it takes too many lines.
    pub(super) tight: bool,
}

impl<'t> Block<'t> {
    /// `text` in as few lines as fit into `max` pixels, and these of about the same length.
    pub(super) fn new(text: &'t str, style: Style, max: f64) -> Self {
        let text = text.trim();
        let width = style.width(text);
        if width <= max {
            return Block { first: text, rest: Vec::new(), width, style, tight: false };
        }
        let greedy = Lines::fill(text, style, max);
        let count = greedy.lines.len();
        let lines = Lines::before_bracket(text, style, max, count)
            .or_else(|| Lines::balanced(text, style, max, &greedy))
            .unwrap_or(greedy);
        let width = lines.lines.iter().map(|line| style.width(line)).fold(0.0, f64::max);
        let tight = lines.broken || lines.lines.len() > LINES;
        let mut lines = lines.lines.into_iter();
        Block { first: lines.next().unwrap_or(""), rest: lines.collect(), width, style, tight }
    }

    /// Its lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'t str> {
        std::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// Its height in pixels; nothing where there is no text.
    pub(super) fn height(&self) -> f64 {
        if self.first.is_empty() { 0.0 } else { (1 + self.rest.len()) as f64 * self.style.leading() }
    }
}

struct Lines<'t> {
    lines: Vec<&'t str>,
    broken: bool,
}

impl<'t> Lines<'t> {
    /// Every line as full as it gets.
    fn fill(text: &'t str, style: Style, max: f64) -> Self {
        let (mut lines, mut broken) = (Vec::with_capacity(2), false);
        let (mut start, mut used) = (0, 0.0);
        let mut stop = None;
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            if at > start && may_break(before, c) {
                stop = Some((at, used));
            }
            let wide = style.char(c);
            while used + wide > max && at > start && !c.is_whitespace() {
                let (end, up_to) = stop.take().unwrap_or_else(|| {
                    broken |= before.is_alphanumeric() && c.is_alphanumeric() && !is_wide(c);
                    (at, used)
                });
                lines.push(text[start..end].trim_end());
                start = end;
                used -= up_to;
            }
            used += wide;
            before = c;
        }
        lines.push(text[start..].trim_end());
        Lines { lines, broken }
    }

    /// Two lines, the second of which is what stands in brackets at the end: 签约项目 / （个）.
    fn before_bracket(text: &'t str, style: Style, max: f64, count: usize) -> Option<Self> {
        let at = text.rfind(['（', '(']).filter(|at| *at > 0 && count == 2)?;
        let (head, tail) = (text[..at].trim_end(), &text[at..]);
        (style.width(head) <= max && style.width(tail) <= max)
            .then(|| Lines { lines: vec![head, tail], broken: false })
    }

    /// As many lines as `greedy`, as short as they can be.
    fn balanced(text: &'t str, style: Style, max: f64, greedy: &Lines<'t>) -> Option<Self> {
        let count = greedy.lines.len();
        if count > LINES {
            return None;
        }
        let mut narrower = style.width(text) / count as f64;
        while narrower < max {
            let lines = Lines::fill(text, style, narrower);
            if lines.lines.len() == count && !lines.broken {
                return Some(lines);
            }
            narrower += style.size;
        }
        None
    }
}

/// Whether a line may end between two neighbours: Latin at spaces, Han anywhere, but no punctuation astray
/// and no number parted from its unit.
fn may_break(before: char, after: char) -> bool {
    const NEVER_FIRST: &str = "，。、；：？！）》」』】〕〉”’…—％%,.;:!?)]}·～~";
    const NEVER_LAST: &str = "（《「『【〔〈“‘([{¥$￥第";
    if before == '\u{a0}' || after == '\u{a0}' || after.is_whitespace() {
        return false;
    }
    if before.is_whitespace() {
        return true;
    }
    if NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) {
        return false;
    }
    if matches!(before, '-' | '–' | '—' | '/') {
        return after.is_alphabetic();
    }
    let number = before.is_ascii_digit() || (matches!(before, '亿' | '万') && !after.is_ascii());
    (is_wide(before) || is_wide(after)) && !number
}

/// Whether a character fills a square: Han, kana, full-width forms.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, max: f64) -> Vec<&str> {
        Block::new(text, Style::PLAIN, max).lines().collect()
    }

    #[test]
    fn han_characters_are_square() {
        assert!((width("怀化市", 14.0, false) - 42.0).abs() < 1e-9);
        assert!(width("Huaihua", 14.0, false) > width("怀化", 14.0, false));
    }

    #[test]
    fn latin_breaks_at_spaces_and_lines_are_balanced() {
        assert_eq!(
            lines("Actually utilised foreign investment", 150.0),
            ["Actually utilised", "foreign investment"]
        );
    }

    #[test]
    fn han_breaks_before_a_bracket_and_never_parts_a_number_from_its_unit() {
        assert_eq!(lines("固定资产投资完成额（亿元）", 150.0), ["固定资产投资完成额", "（亿元）"]);
        assert_eq!(lines("年度计划投资74.6亿元", 120.0), ["年度计划投资", "74.6亿元"]);
    }

    #[test]
    fn a_word_that_fits_nowhere_is_broken_and_told() {
        let block = Block::new("Llanfairpwllgwyngyll", Style::PLAIN, 60.0);
        assert!(block.tight);
        assert_eq!(block.lines().collect::<String>(), "Llanfairpwllgwyngyll");
        assert!(block.width <= 60.0);
    }
}
