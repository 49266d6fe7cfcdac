//! Headings: their levels, their addresses and the outline that they make.

use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::piece::{Piece, Placed};
use super::report::{Problem, Report};
use super::{Options, Resolver};
use crate::diagnostic::Code;
use crate::lang::Text;

/// A heading of a narrative, for a table of contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// Its level, from 2 to 6.
    pub level: u8,
    /// The id that the page gives it, prefix and all.
    pub id: String,
    /// Its words without markup, not escaped.
    pub text: String,
}

/// Gives every heading its id and collects the outline.
pub(super) struct Headings<'a, I> {
    pieces: I,
    source: &'a str,
    resolver: &'a dyn Resolver,
    options: &'a Options<'a>,
    report: &'a Report<'a>,
    outline: &'a mut Vec<Heading>,
    /// The heading that was read to its end, and is handed on piece by piece.
    ahead: VecDeque<Placed<'a>>,
    taken: HashSet<String>,
    /// The number that comes after an id that has been taken more than once.
    numbers: HashMap<String, usize>,
    level: u8,
}

/// A heading's words, twice.
#[derive(Default)]
struct Words {
    /// As readers see them.
    shown: String,
    /// As they make the id, which must not change with a figure.
    stable: String,
}

impl Words {
    fn push(&mut self, shown: &str, stable: &str) {
        self.shown.push_str(shown);
        self.stable.push_str(stable);
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Headings<'a, I> {
    /// Follows the headings of `pieces`, which come from `source`, and puts them in `outline`.
    pub(super) fn new(
        pieces: I,
        source: &'a str,
        resolver: &'a dyn Resolver,
        options: &'a Options<'a>,
        report: &'a Report<'a>,
        outline: &'a mut Vec<Heading>,
    ) -> Self {
        let (ahead, taken, numbers) = (VecDeque::new(), HashSet::new(), HashMap::new());
        // The page's title is the heading of level 1.
        Headings { pieces, source, resolver, options, report, outline, ahead, taken, numbers, level: 1 }
    }

    /// Reads a heading to its end and returns its words.
    fn read(&mut self) -> Words {
        let mut words = Words::default();
        for (piece, range) in self.pieces.by_ref() {
            match &piece {
                Piece::Event(Event::Text(text) | Event::Code(text)) => words.push(text, text),
                Piece::Event(Event::SoftBreak | Event::HardBreak) => words.push(" ", " "),
                Piece::Refused(text) => words.push(text, text),
                Piece::Inline(directive) => {
                    words.push(&self.resolver.plain(directive), &self.source[directive.span.clone()]);
                }
                _ => {}
            }
            let is_end = matches!(piece, Piece::Event(Event::End(TagEnd::Heading(_))));
            self.ahead.push_back((piece, range));
            if is_end {
                break;
            }
        }
        words
    }

    /// Judges a level: a page's title is its only heading of level 1, and none is skipped.
    fn level(&mut self, level: HeadingLevel, range: &Range<usize>) -> u8 {
        let level = level as u8;
        if level == 1 {
            self.report.add(Code::HeadingSkipped, range.clone(), is_title());
        } else if level > self.level + 1 {
            self.report.add(Code::HeadingSkipped, range.clone(), skipped(self.level, level));
        }
        self.level = level.max(2);
        self.level
    }

    /// The id that an editor asked for, if it can be had.
    fn explicit(&mut self, id: &str, range: &Range<usize>) -> Option<String> {
        let at = self.place(id, range);
        if !is_address(id) {
            self.report.add(Code::BadId, at, bad_id(id));
            return None;
        }
        if self.taken.contains(id) {
            self.report.add(Code::Duplicate, at, taken(id));
        }
        Some(id.to_owned())
    }

    fn place(&self, id: &str, range: &Range<usize>) -> Range<usize> {
        let found = self.source[range.clone()].rfind(id).filter(|_| !id.is_empty());
        found.map_or(range.clone(), |at| range.start + at..range.start + at + id.len())
    }

    /// Makes an id unique by a number after it.
    fn unique(&mut self, id: String) -> String {
        if self.taken.insert(id.clone()) {
            return id;
        }
        let number = self.numbers.entry(id.clone()).or_insert(2);
        loop {
            let numbered = format!("{id}-{number}");
            *number += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Takes in a heading and returns its start as printed.
    fn enter(&mut self, start: Tag<'a>, range: &Range<usize>) -> Piece<'a> {
        let Tag::Heading { level, id, classes, attrs } = start else {
            return Piece::Event(Event::Start(start));
        };
        if !classes.is_empty() || !attrs.is_empty() {
            self.report.add(Code::RawHtml, range.clone(), attributes());
        }
        let level = self.level(level, range);
        let explicit = id.and_then(|id| self.explicit(&id, range));
        let words = self.read();
        let text = words.shown.trim().to_owned();
        let id = self.unique(explicit.unwrap_or_else(|| slug(&words.stable)));
        let id = format!("{}{id}", self.options.id_prefix);
        self.outline.push(Heading { level, id: id.clone(), text });
        let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H2);
        if let Some((Piece::Event(Event::End(end)), _)) = self.ahead.back_mut() {
            *end = TagEnd::Heading(level);
        }
        let id = Some(CowStr::from(id));
        Piece::Event(Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }))
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for Headings<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        if let Some(piece) = self.ahead.pop_front() {
            return Some(piece);
        }
        match self.pieces.next()? {
            (Piece::Event(Event::Start(tag @ Tag::Heading { .. })), range) => {
                Some((self.enter(tag, &range), range))
            }
            other => Some(other),
        }
    }
}

/// Whether an editor's id can be an address: ASCII letters, digits, `-` and `_`, beginning with a letter.
fn is_address(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The id that a heading's words make: the words themselves in plain English, else a hash of them, which stays
/// the same whatever other headings come and go.
fn slug(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii() || !c.is_alphanumeric();
    let words: Vec<_> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if text.chars().all(is_plain) && !words.is_empty() {
        return words.join("-").to_ascii_lowercase();
    }
    let hash = fnv1a(text.trim().as_bytes());
    format!("s-{:06x}", (hash ^ (hash >> 24) ^ (hash >> 48)) & 0xFF_FFFF)
}

/// FNV-1a of 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

fn is_title() -> Problem {
    Problem {
        message: Text::new("正文中有一级标题", "a narrative has a heading of level 1"),
        help: Text::new(
            "一级标题取自 bulletin.toml 或 page.toml 的 title，正文标题从 ## 开始",
            "the page's title comes from bulletin.toml or page.toml; begin headings with ##",
        ),
    }
}

fn skipped(from: u8, to: u8) -> Problem {
    let marks = "#".repeat(usize::from(from) + 1);
    Problem {
        message: Text::new(
            format!("标题从第{from}级跳到第{to}级"),
            format!("headings go from level {from} to level {to}"),
        ),
        help: Text::new(format!("改为 {marks}"), format!("write {marks}")),
    }
}

fn bad_id(id: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("标题的标识“{id}”不能作地址"),
            format!("`{id}` cannot be a heading's address"),
        ),
        help: Text::new(
            "以英文字母开头，只用英文字母、数字、- 和 _，如 {#practice}",
            "begin with a letter and use only ASCII letters, digits, - and _, as in {#practice}",
        ),
    }
}

fn taken(id: &str) -> Problem {
    Problem {
        message: Text::new(
            format!("标识“{id}”已属于另一标题"),
            format!("`{id}` is already the address of another heading"),
        ),
        help: Text::new("换一个标识", "choose another id"),
    }
}

fn attributes() -> Problem {
    Problem {
        message: Text::new("标题后有标识以外的属性", "a heading carries attributes besides its id"),
        help: Text::new("只保留 {#标识}", "keep only {#id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_words() {
        for (text, expected) in [
            ("Main practices", "main-practices"),
            ("The “Five Ones” mechanism", "the-five-ones-mechanism"),
            ("  2022: H1 ", "2022-h1"),
            ("{{ signed_projects }} signed", "signed-projects-signed"),
        ] {
            assert_eq!(slug(text), expected);
        }
    }

    #[test]
    fn chinese_ids_are_stable_and_ascii() {
        for text in ["主要做法", "一、总体情况", "GDP增长", "—", "Café", ""] {
            let id = slug(text);
            assert!(id.starts_with("s-") && id.len() == 8 && is_address(&id), "{text}: {id}");
        }
        assert_eq!(slug("主要做法"), slug(" 主要做法 "));
        assert_ne!(slug("主要做法"), slug("主要成效"));
        assert_eq!(slug("主要做法"), "s-b2bb42", "published addresses must not change");
    }

    #[test]
    fn fnv_is_the_published_one() {
        assert_eq!(fnv1a(b""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_F739_67E8);
    }

    #[test]
    fn addresses_are_judged() {
        for (id, good) in [("practice", true), ("a_b-2", true), ("2022", false), ("做法", false), ("", false)]
        {
            assert_eq!(is_address(id), good, "{id}");
        }
    }
}
