//! S1: punctuation of the right width, in its right place, and no Chinese in the English.

use std::ops::Range;

use super::lexicon::is_han;
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};
use crate::prose::PassageKind;

/// A slip of form: where, what is wrong, and what to do.
type Slip = (Range<usize>, &'static [&'static str; 4]);

const NO_SPACE: &[&str; 4] = &["标点后缺空格", "no space after the stop", "补一个空格", "put a space there"];
const DOUBLED_STOP: &[&str; 4] = &["标点重复", "the stop stands twice", "只留一个", "leave one of them"];
const SPACE_BEFORE: &[&str; 4] =
    &["标点或’s前多了空格", "a space before a comma, a stop or ’s", "删去空格", "take the space out"];
const HALF_WIDTH: &[&str; 4] = &[
    "中文里用了半角标点",
    "half-width punctuation in Chinese",
    "改为全角标点",
    "use full-width punctuation",
];
const FULL_WIDTH: &[&str; 4] = &[
    "英文里用了全角标点",
    "full-width punctuation in English",
    "改为半角标点",
    "use half-width punctuation",
];
const WIDE_LETTER: &[&str; 4] =
    &["用了全角数字或字母", "full-width digits or letters", "改为半角", "use half-width ones"];
const CHINESE: &[&str; 4] =
    &["英文里夹着汉字", "Chinese characters in the English", "译成英文", "translate them"];
const CURRENCY: &[&str; 4] = &[
    "货币名称的大小写不合规范",
    "the name of the currency has the wrong case",
    "写作US$、yuan或RMB",
    "write US$, yuan or RMB",
];
const QUOTES: &[&str; 4] = &[
    "引号、括号或书名号不成对",
    "a quotation mark or bracket lacks its partner",
    "补上或删去一个",
    "add the other, or take this one out",
];

/// Punctuation that only Chinese has.
const WIDE: &str = "，。；：！？、（）【】《》";

/// Marks that come in pairs.
const PAIRS: [(char, char); 3] = [('“', '”'), ('（', '）'), ('《', '》')];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for draft in case.drafts() {
        for (at, read) in draft.passages.iter().enumerate() {
            let text = Characters::of(&read.passage.text);
            let mut slips = stops(&text, draft.lang);
            match draft.lang {
                Lang::Zh => {
                    slips.extend(chinese(&text));
                    slips.extend(unpaired(&text, draft, at));
                }
                Lang::En => slips.extend(english(&text)),
            }
            for (at, (_, words)) in slips.iter().enumerate() {
                // Carelessness comes in heaps: a kind of slip is told once a paragraph.
                let is_told = slips[..at].iter().any(|(_, told)| told == words);
                if !is_told {
                    let alike = slips.iter().filter(|(_, other)| other == words);
                    found.push(finding(&slips[at], alike.count(), draft, read));
                }
            }
        }
    }
}

fn finding((range, words): &Slip, count: usize, draft: &Draft<'_>, read: &Read) -> Diagnostic {
    let [zh, en, zh_help, en_help] = **words;
    let span: Span = draft.span(&read.passage, range);
    let message = match count {
        1 => Text::new(zh, en),
        _ => Text::new(format!("{zh}，本段共{count}处"), format!("{en}, {count} times in this paragraph")),
    };
    Diagnostic::new(Code::Form, span, message, Text::new(zh_help, en_help))
}

/// A text by its characters, with the bytes where each begins.
struct Characters {
    all: Vec<(usize, char)>,
    length: usize,
}

impl Characters {
    fn of(text: &str) -> Self {
        Characters { all: text.char_indices().collect(), length: text.len() }
    }

    /// The character at a place; nothing before the first and after the last.
    fn at(&self, index: usize) -> char {
        self.all.get(index).map_or('\0', |(_, c)| *c)
    }

    fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |index| self.at(index))
    }

    /// The bytes of some characters.
    fn range(&self, from: usize, to: usize) -> Range<usize> {
        let byte = |index: usize| self.all.get(index).map_or(self.length, |(at, _)| *at);
        byte(from)..byte(to)
    }

    fn len(&self) -> usize {
        self.all.len()
    }

    /// The piece without white space that a character stands in, for telling addresses.
    fn piece(&self, index: usize) -> String {
        let is_edge = |at: &usize| self.at(*at).is_whitespace();
        let start = (0..index).rev().find(is_edge).map_or(0, |at| at + 1);
        let end = (index..self.len()).find(is_edge).unwrap_or(self.len());
        self.all[start..end].iter().map(|(_, c)| *c).collect()
    }
}

/// Stops that stand twice.
fn stops(text: &Characters, lang: Lang) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let c = text.at(index);
        let is_stop = |c: char| match lang {
            Lang::Zh => "。，、；：".contains(c),
            Lang::En => ".,;".contains(c),
        };
        if !is_stop(c) {
            index += 1;
            continue;
        }
        let mut end = index + 1;
        let mut count = 1;
        loop {
            let next = if text.at(end) == ' ' && lang == Lang::En { end + 1 } else { end };
            if !is_stop(text.at(next)) {
                break;
            }
            end = next + 1;
            count += 1;
        }
        // Three stops are a pause: "...", ". . .".
        let is_pause = count >= 3 && c == '.';
        let is_abbreviation = count == 2 && c == '.' && text.at(end - 1) != '.';
        if count >= 2 && !is_pause && !is_abbreviation {
            slips.push((text.range(index, end), DOUBLED_STOP));
        }
        index = end;
    }
    slips
}

/// Half-width punctuation beside Chinese characters, and full-width digits and letters.
fn chinese(text: &Characters) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let (before, c, after) = (text.before(index), text.at(index), text.at(index + 1));
        let is_chinese = |c: char| is_han(c) || "”》）".contains(c);
        let is_half = match c {
            ',' | ';' | '!' | '?' => is_chinese(before) || (is_han(after) && before.is_ascii_digit()),
            ':' => is_chinese(before),
            '.' => is_chinese(before) && !after.is_alphanumeric(),
            '(' => is_han(before),
            ')' => is_han(before) || (is_han(after) && !before.is_ascii()),
            _ => false,
        };
        if is_half {
            slips.push((text.range(index, index + 1), HALF_WIDTH));
        }
        let wide = (index..text.len()).take_while(|&at| is_wide_letter(text.at(at))).count();
        if wide > 0 {
            slips.push((text.range(index, index + wide), WIDE_LETTER));
        }
        index += wide.max(1);
    }
    slips
}

fn is_wide_letter(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Spaces, widths and Chinese characters in English.
fn english(text: &Characters) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut depth = 0_usize;
    let mut index = 0;
    while index < text.len() {
        let c = text.at(index);
        match c {
            '(' | '（' | '《' => depth += 1,
            ')' | '）' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let run = (index..text.len()).take_while(|&at| is_han(text.at(at))).count();
        if run > 0 {
            // In brackets a Chinese name explains the English one.
            if depth == 0 {
                slips.push((text.range(index, index + run), CHINESE));
            }
            index += run;
            continue;
        }
        slips.extend(slip_at(text, index));
        index += 1;
    }
    slips
}

fn slip_at(text: &Characters, index: usize) -> Option<Slip> {
    let (before, c, after) = (text.before(index), text.at(index), text.at(index + 1));
    let here = |words| Some((text.range(index, index + 1), words));
    match c {
        _ if !c.is_ascii() && WIDE.contains(c) => {
            let is_in_chinese = is_han(before) || is_han(after);
            if is_in_chinese { None } else { here(FULL_WIDTH) }
        }
        _ if is_wide_letter(c) => here(WIDE_LETTER),
        '.' | '!' | '?' | ';' | ',' if lacks_space(text, index) => here(NO_SPACE),
        ' ' if is_stray_space(text, index) => Some((text.range(index, index + 2), SPACE_BEFORE)),
        'u' if !before.is_alphanumeric() && after == 's' => {
            let dollar = if text.at(index + 2) == ' ' { index + 3 } else { index + 2 };
            (text.at(dollar) == '$').then(|| (text.range(index, dollar + 1), CURRENCY))
        }
        'Y' if !before.is_alphanumeric() => {
            let is_shouted = "YUAN".chars().enumerate().all(|(at, letter)| text.at(index + at) == letter);
            (is_shouted && !text.at(index + 4).is_alphanumeric())
                .then(|| (text.range(index, index + 4), CURRENCY))
        }
        _ => None,
    }
}

/// Whether a sentence or a clause goes on right behind its stop: in May.It will; in place;Focus on.
fn lacks_space(text: &Characters, index: usize) -> bool {
    let (c, next, second) = (text.at(index), text.at(index + 1), text.at(index + 2));
    let word = (0..index).rev().take_while(|&at| text.at(at).is_alphabetic()).count();
    let before = text.before(index);
    let ends_word = match c {
        ',' => word >= 3 && before.is_lowercase(),
        _ => (word >= 2 && before.is_lowercase()) || before.is_ascii_digit() || ")”’\"%".contains(before),
    };
    let begins = match c {
        ';' => next.is_alphabetic(),
        ',' => next.is_alphabetic() && second.is_alphabetic(),
        _ => {
            let quoted = "“\"".contains(next) && second.is_uppercase();
            quoted || (next.is_uppercase() && (second.is_lowercase() || second == ' ' || second == '’'))
        }
    };
    if !(ends_word && begins) {
        return false;
    }
    let piece = text.piece(index);
    let is_address =
        piece.contains("://") || piece.contains('@') || piece.contains("www.") || piece.contains('_');
    let is_initials = before.is_ascii_digit() && c == ',';
    !is_address && !is_initials
}

/// Whether a space stands before a comma, a stop or a possessive.
fn is_stray_space(text: &Characters, index: usize) -> bool {
    let (before, next, second) = (text.before(index), text.at(index + 1), text.at(index + 2));
    let is_word = before.is_alphanumeric() || ")”".contains(before);
    let is_possessive = "’'".contains(next) && second == 's' && !text.at(index + 3).is_alphanumeric();
    let is_stop =
        ",;".contains(next) || (next == '.' && !second.is_alphanumeric() && second != '.' && second != ' ');
    is_word && (is_possessive || is_stop)
}

/// Marks without their partners. A quotation over several paragraphs opens each of them and closes the last.
fn unpaired(text: &Characters, draft: &Draft<'_>, passage: usize) -> Option<Slip> {
    let read = draft.passages.get(passage)?;
    let goes_on = draft.passages.get(passage + 1).is_some_and(|next| next.passage.text.starts_with('“'));
    if matches!(read.passage.kind, PassageKind::Cell) {
        return None;
    }
    PAIRS.iter().find_map(|&(opening, closing)| {
        let mut open: Vec<usize> = Vec::new();
        for index in 0..text.len() {
            let c = text.at(index);
            if c == opening {
                open.push(index);
            } else if c == closing && open.pop().is_none() && !is_list_mark(text, index) {
                return Some((text.range(index, index + 1), QUOTES));
            }
        }
        let left = open.first().filter(|_| !(opening == '“' && goes_on))?;
        Some((text.range(*left, *left + 1), QUOTES))
    })
}

/// Whether a closing bracket only follows a number: 1）加强领导.
fn is_list_mark(text: &Characters, index: usize) -> bool {
    let before = text.before(index);
    before.is_ascii_digit() || "一二三四五六七八九十".contains(before)
}
