//! Line breaks within a paragraph: a browser shows a space for each, and Chinese sets none.

use std::collections::VecDeque;

use pulldown_cmark::Event;

use super::cjk::{ends_chinese, starts_chinese};
use super::piece::{Piece, Placed};
use crate::lang::Lang;

/// Drops the soft breaks that would show as a space where none belongs.
///
/// On a Chinese page that is beside any Chinese character, because Chinese typography sets no space between Han
/// and Latin either; on an English page only between two Chinese characters. Markup in between does not count.
pub(super) struct SoftBreaks<'a, I> {
    pieces: I,
    lang: Lang,
    /// Pieces that were read ahead.
    ahead: VecDeque<Placed<'a>>,
    /// Whether the last text ended in Chinese.
    before: bool,
}

impl<'a, I: Iterator<Item = Placed<'a>>> SoftBreaks<'a, I> {
    /// Drops the soft breaks of a page in `lang`.
    pub(super) fn new(pieces: I, lang: Lang) -> Self {
        SoftBreaks { pieces, lang, ahead: VecDeque::new(), before: false }
    }

    /// Whether a piece is Chinese where `judge` looks at its text; `None` if it shows no text.
    fn is_chinese(&self, piece: &Piece<'a>, judge: fn(&str) -> bool) -> Option<bool> {
        match piece {
            Piece::Event(Event::Text(text) | Event::Code(text)) => (!text.is_empty()).then(|| judge(text)),
            Piece::Inline(_) => Some(self.lang == Lang::Zh),
            Piece::Refused(_) | Piece::Event(Event::HardBreak | Event::SoftBreak) => Some(false),
            _ => None,
        }
    }

    /// Whether the text after a break begins in Chinese.
    fn after(&mut self) -> bool {
        while let Some(piece) = self.pieces.next() {
            let starts = self.is_chinese(&piece.0, starts_chinese);
            self.ahead.push_back(piece);
            if let Some(starts) = starts {
                return starts;
            }
        }
        false
    }

    fn is_dropped(&mut self) -> bool {
        match self.lang {
            Lang::Zh => self.before || self.after(),
            Lang::En => self.before && self.after(),
        }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for SoftBreaks<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            let placed = self.ahead.pop_front().or_else(|| self.pieces.next())?;
            if matches!(placed.0, Piece::Event(Event::SoftBreak)) && self.is_dropped() {
                continue;
            }
            self.before = self.is_chinese(&placed.0, ends_chinese).unwrap_or(self.before);
            return Some(placed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::MARKDOWN;
    use pulldown_cmark::Parser;

    fn html(text: &str, lang: Lang) -> String {
        let events = Parser::new_ext(text, MARKDOWN).into_offset_iter();
        let pieces = events.map(|(event, range)| (Piece::Event(event), range));
        let events = SoftBreaks::new(pieces, lang).filter_map(|(piece, _)| match piece {
            Piece::Event(event) => Some(event),
            _ => None,
        });
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events);
        html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn breaks_beside_chinese_are_dropped() {
        for (text, expected) in [
            ("汉字\n汉字", "汉字汉字"),
            ("汉字，\n汉字", "汉字，汉字"),
            ("**汉字**\n汉字", "<strong>汉字</strong>汉字"),
            ("汉字\n**汉字**", "汉字<strong>汉字</strong>"),
            ("*汉*\n**字**", "<em>汉</em><strong>字</strong>"),
            ("汉字\nGDP", "汉字GDP"),
            ("GDP\n汉字", "GDP汉字"),
            ("汉字\n`x`", "汉字<code>x</code>"),
            ("“汉字”\nGDP", "“汉字”GDP"),
            ("a\nb", "a\nb"),
            ("a\n\\\nb", "a\n<br />\nb"),
            ("汉字  \n汉字", "汉字<br />\n汉字"),
            ("汉\na\nb\n字", "汉a\nb字"),
        ] {
            assert_eq!(html(text, Lang::Zh), expected, "{text}");
        }
    }

    #[test]
    fn english_pages_keep_their_spaces() {
        for (text, expected) in [
            ("a\nb", "a\nb"),
            ("the term 招商\nmeans", "the term 招商\nmeans"),
            ("招商\n引资", "招商引资"),
            ("“quoted”\nthen", "“quoted”\nthen"),
        ] {
            assert_eq!(html(text, Lang::En), expected, "{text}");
        }
    }
}
