//! Punctuation of the wrong width, and stops that stand twice.

use std::ops::Range;

use super::{Fix, Page};
use crate::lang::{Lang, Text};
use crate::prose::{OBJECT, Passage, PassageKind};

/// Marks of both widths that mean the same; the brackets come in pairs and are looked for as such.
const MARKS: [(char, char); 5] = [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！')];

/// What is found in a passage: the part that is replaced, by what, and why.
type Found = (Range<usize>, String, Text);

pub(super) fn fixes(page: &Page<'_>) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for passage in page.passages.iter().filter(|passage| !names_its_address(page, passage)) {
        let mut found = doubled(&passage.text, page.lang);
        match page.lang {
            Lang::Zh => {
                found.extend(too_narrow(&passage.text).into_iter().chain(narrow_brackets(&passage.text)));
            }
            Lang::En => found.extend(too_wide(&passage.text).into_iter().chain(wide_brackets(&passage.text))),
        }
        fixes.extend(found.into_iter().filter_map(|found| fix(page, passage, found)));
    }
    fixes
}

/// Whether a passage is a heading whose words make its address, which must not change.
fn names_its_address(page: &Page<'_>, passage: &Passage) -> bool {
    let end = passage.source(&(0..passage.text.len())).end;
    let rest = page.text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    passage.kind == PassageKind::Heading && !rest.contains("{#")
}

/// The fix in the file, unless it would turn text into markup.
fn fix(page: &Page<'_>, passage: &Passage, (part, replacement, reason): Found) -> Option<Fix> {
    let range = page.written(passage, &part)?;
    let (before, after) = (&page.text[..range.start], &page.text[range.end..]);
    let first = replacement.trim_start().chars().next();
    let makes_markup = match first {
        Some('(' | ':') => before.ends_with(']'),
        Some('!') => after.starts_with('['),
        _ => false,
    };
    (!makes_markup).then(|| page.fix(range, replacement, reason))
}

/// Half-width marks of a Chinese text: 项目,投资.
fn too_narrow(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((_, wide)) = MARKS.into_iter().find(|(narrow, _)| *narrow == c) else { continue };
        let rest = &text[at + c.len_utf8()..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let (before, after) = (text[..at].chars().next_back(), rest[spaces..].chars().next());
        // At the end of a paragraph only a Han character says that the mark is a Chinese one.
        let fits = match (before, after) {
            (Some(before), Some(after)) => {
                is_chinese(before) && is_chinese(after) && !(before.is_ascii_digit() && is_number(after))
            }
            (Some(before), None) => is_han(before),
            (None, _) => false,
        };
        if fits {
            found.push((at..at + c.len_utf8() + spaces, wide.to_string(), width(c, wide)));
        }
    }
    found
}

/// Half-width brackets around Chinese words in a Chinese text: 怀化(湖南).
fn narrow_brackets(text: &str) -> Vec<Found> {
    let fits = |range: &Range<usize>| {
        let before = text[..range.start].chars().next_back();
        text[range.clone()].contains(is_han) && before.is_some_and(is_chinese)
    };
    let pairs = pairs(text, '(', ')').into_iter().filter(fits);
    pairs
        .flat_map(|pair| {
            let (open, close) = (pair.start..pair.start + 1, pair.end - 1..pair.end);
            [(open, "（".to_owned(), width('(', '（')), (close, "）".to_owned(), width(')', '）'))]
        })
        .collect()
}

/// Full-width marks of an English text, with the space that English has after them.
fn too_wide(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let marks = MARKS.into_iter().chain([('.', '。')]);
        let Some((narrow, _)) = marks.into_iter().find(|(_, wide)| *wide == c) else { continue };
        let end = at + c.len_utf8();
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        let is_within_number = match (before, after) {
            (Some(before), Some(after)) => {
                is_number(before) && is_number(after) && (before, after) != (OBJECT, OBJECT)
            }
            _ => false,
        };
        if before.is_none_or(is_han) || is_within_number {
            continue;
        }
        let space = if after.is_some_and(begins_word) { " " } else { "" };
        found.push((at..end, format!("{narrow}{space}"), width(c, narrow)));
    }
    found
}

/// Full-width brackets of an English text, with the space that English has around them.
fn wide_brackets(text: &str) -> Vec<Found> {
    let wide = '（'.len_utf8();
    let mut found = Vec::new();
    for pair in pairs(text, '（', '）') {
        let (before, after) = (text[..pair.start].chars().next_back(), text[pair.end..].chars().next());
        if before.is_none_or(is_han) {
            continue;
        }
        let open = if before.is_some_and(|c| c.is_alphanumeric() || c == OBJECT) { " (" } else { "(" };
        let close = if after.is_some_and(begins_word) { ") " } else { ")" };
        found.push((pair.start..pair.start + wide, open.to_owned(), width('（', '(')));
        found.push((pair.end - wide..pair.end, close.to_owned(), width('）', ')')));
    }
    found
}

/// Two stops where one is meant: 。。, “..” and “. .”. Three or more are an ellipsis.
fn doubled(text: &str, lang: Lang) -> Vec<Found> {
    let stop = match lang {
        Lang::Zh => '。',
        Lang::En => '.',
    };
    let is_run = |c: char| c == stop || c == ' ';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(stop).map(|offset| at + offset) {
        let rest = &text[start..];
        let run = rest[..rest.find(|c| !is_run(c)).unwrap_or(rest.len())].trim_end();
        at = start + run.len();
        let (before, after) = (text[..start].chars().next_back(), text[at..].chars().next());
        let closes = before
            .is_some_and(|c| c.is_alphabetic() || matches!(c, '”' | '’' | ')' | '）' | '》') || c == OBJECT);
        let ends = lang == Lang::Zh || after.is_none_or(char::is_whitespace);
        if run.matches(stop).count() == 2 && closes && ends {
            let reason = Text::new("句号重复", "a full stop stands twice");
            found.push((start..at, stop.to_string(), reason));
        }
    }
    found
}

/// The pairs of brackets, each from its opening to its closing one; what has no partner is left out.
fn pairs(text: &str, open: char, close: char) -> Vec<Range<usize>> {
    let (mut opened, mut pairs) = (Vec::new(), Vec::new());
    for (at, c) in text.char_indices() {
        if c == open {
            opened.push(at);
        } else if c == close
            && let Some(start) = opened.pop()
        {
            pairs.push(start..at + c.len_utf8());
        }
    }
    pairs
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// What a Chinese clause begins and ends with: a Han character, or a number, typed or printed by a directive.
fn is_chinese(c: char) -> bool {
    is_han(c) || is_number(c)
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || c == '%' || c == OBJECT
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '“' | '‘' | '(' | '（') || c == OBJECT
}

fn width(from: char, to: char) -> Text {
    Text::new(format!("标点{from}改为{to}"), format!("the mark {from} becomes {to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str, find: &[fn(&str) -> Vec<Found>]) -> String {
        let mut found: Vec<Found> = find.iter().flat_map(|find| find(text)).collect();
        found.sort_by_key(|(part, ..)| part.start);
        let mut mended = text.to_owned();
        for (part, replacement, _) in found.into_iter().rev() {
            mended.replace_range(part, &replacement);
        }
        mended
    }

    #[test]
    fn chinese_text_has_wide_marks() {
        for (text, expected) in [
            ("签约项目,总投资;到位资金: 如下", "签约项目，总投资；到位资金：如下"),
            ("增长67%,其中", "增长67%，其中"),
            ("有没有潜力?", "有没有潜力？"),
            ("项目121个,458亿元,67%,\u{FFFC},\u{FFFC}", "项目121个，458亿元，67%，\u{FFFC}，\u{FFFC}"),
            ("怀化(湖南)召开(第2次)会议", "怀化（湖南）召开（第2次）会议"),
            ("9:30开始,GDP,CPI和R&D(GDP)", "9:30开始,GDP,CPI和R&D(GDP)"),
            ("第1,234号(2022)", "第1,234号(2022)"),
            ("签约(项目", "签约(项目"),
        ] {
            assert_eq!(mended(text, &[too_narrow, narrow_brackets]), expected);
        }
    }

    #[test]
    fn english_text_has_narrow_marks() {
        for (text, expected) in [
            ("121 projects，up 3%；funds：RMB 1", "121 projects, up 3%; funds: RMB 1"),
            ("the Five Ones（五个一）mechanism。", "the Five Ones (五个一) mechanism."),
            ("the slogan “项目为王，环境是金。” of", "the slogan “项目为王，环境是金。” of"),
            ("1，234", "1，234"),
        ] {
            assert_eq!(mended(text, &[too_wide, wide_brackets]), expected);
        }
    }

    #[test]
    fn stops_stand_once() {
        let zh: fn(&str) -> Vec<Found> = |text| doubled(text, Lang::Zh);
        let en: fn(&str) -> Vec<Found> = |text| doubled(text, Lang::En);
        assert_eq!(mended("质量。。下一步。 。", &[zh]), "质量。下一步。");
        assert_eq!(mended("等等。。。", &[zh]), "等等。。。");
        assert_eq!(
            mended("high quality. . The rest.. And so on...", &[en]),
            "high quality. The rest. And so on..."
        );
        assert_eq!(mended("1..2 and . . . so", &[en]), "1..2 and . . . so");
    }
}
