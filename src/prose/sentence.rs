//! Where sentences end, in both languages.

use std::ops::Range;

use super::look;
use crate::lang::Lang;

/// What closes a sentence after its stop: quotation marks and brackets.
const CLOSERS: [char; 10] = ['”', '’', '）', '」', '』', '》', ')', ']', '"', '\''];

/// Abbreviations after which a sentence always goes on.
const TITLES: &[&str] = &[
    "no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "gen", "sec", "dep", "vs", "cf", "fig", "vol", "pp",
    "approx", "e.g", "i.e", "viz", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "u.s", "u.k", "ph.d",
];

/// The sentences of a text, in order, without the white space around them.
///
/// Chinese ones end with 。！？；, English ones with . ! ?, and each with the quotation marks and brackets that close
/// after that. A full stop ends one if a capital, a digit or Chinese follows, even without a space, as machines
/// write it ("report card.Last year"); decimals, initials and abbreviations end none. What is left over at the end
/// is a sentence too.
pub fn sentences(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_stop(text, start, at, c, lang) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, more)) = chars.next_if(|(_, more)| is_more(*more)) {
            end = next + more.len_utf8();
        }
        push(text, start..end, &mut sentences);
        start = end;
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let start = range.start + sentence.len() - sentence.trim_start().len();
    let end = start + sentence.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// What may follow a stop and belongs to its sentence.
fn is_more(c: char) -> bool {
    CLOSERS.contains(&c) || "。！？!?.".contains(c)
}

/// Whether the character at a place ends a sentence that began at `start`.
fn is_stop(text: &str, start: usize, at: usize, c: char, lang: Lang) -> bool {
    match c {
        '。' | '！' | '？' => true,
        '；' => lang == Lang::Zh,
        '!' | '?' => goes_on_anew(&text[at + 1..], true),
        '.' => is_full_stop(text, start, at),
        _ => false,
    }
}

fn is_full_stop(text: &str, start: usize, at: usize) -> bool {
    let before = &text[start..at];
    let is_list_mark = before.trim().len() <= 2 && before.trim().bytes().all(|b| b.is_ascii_digit());
    if is_list_mark || is_abbreviation(before) {
        return false;
    }
    let is_word = before.ends_with(|c: char| {
        c.is_lowercase() || c.is_ascii_digit() || look::is_han(c) || CLOSERS.contains(&c) || "%％".contains(c)
    });
    goes_on_anew(&text[at + 1..], is_word)
}

/// Whether a new sentence begins: after white space, with anything but a small letter; without it, with a capital
/// or Chinese, if a whole word stands before.
fn goes_on_anew(after: &str, is_word: bool) -> bool {
    let rest = after.trim_start_matches(is_more);
    let next = rest.trim_start();
    let Some(first) = next.chars().next() else { return true };
    if next.len() < rest.len() {
        return !first.is_lowercase();
    }
    is_word && (first.is_uppercase() || look::is_han(first) || first == '“') && !is_domain(next)
}

/// Whether what follows a full stop is the rest of an address.
fn is_domain(next: &str) -> bool {
    next.starts_with("COM") || next.starts_with("CN")
}

/// Whether a text ends in an initial or an abbreviation that its full stop belongs to.
fn is_abbreviation(before: &str) -> bool {
    let word = &before[before.trim_end_matches(|c: char| look::is_letter(c) || c == '.').len()..];
    let is_initial = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    is_initial || TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, lang: Lang) -> Vec<&str> {
        sentences(text, lang).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn chinese_sentences_end_with_their_stops() {
        let cases: [(&str, &[&str]); 9] = [
            ("签约121个。总投资458亿元。", &["签约121个。", "总投资458亿元。"]),
            ("“好不好？”他问。", &["“好不好？”", "他问。"]),
            ("一是签约；二是落地。", &["一是签约；", "二是落地。"]),
            ("增长1.4倍，占67.5%。", &["增长1.4倍，占67.5%。"]),
            ("没有句号", &["没有句号"]),
            ("真好！！（完）", &["真好！！", "（完）"]),
            ("（见附件。）下一句。", &["（见附件。）", "下一句。"]),
            ("见https://example.org.cn。完。", &["见https://example.org.cn。", "完。"]),
            ("  \n ", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(split(text, Lang::Zh), expected, "{text}");
        }
    }

    #[test]
    fn english_sentences_end_with_their_stops() {
        let cases: [(&str, &[&str]); 14] = [
            ("Up 33.8%. In July it fell.", &["Up 33.8%.", "In July it fell."]),
            ("No. 1 Project is on. Next.", &["No. 1 Project is on.", "Next."]),
            ("The report card.Last year, we", &["The report card.", "Last year, we"]),
            ("Period (2011-2015).This is", &["Period (2011-2015).", "This is"]),
            ("He said “go.” Then he went.", &["He said “go.”", "Then he went."]),
            ("J. Smith and Dr. Wu met.", &["J. Smith and Dr. Wu met."]),
            ("U.S. dollars, e.g. Boeing.", &["U.S. dollars, e.g. Boeing."]),
            ("Dingxu Co., Ltd. annual output", &["Dingxu Co., Ltd. annual output"]),
            ("Dingxu Co., Ltd. It makes", &["Dingxu Co., Ltd.", "It makes"]),
            ("1. Revise the file. 2. Redeem.", &["1. Revise the file.", "2. Redeem."]),
            ("high quality. . Huzhou’s", &["high quality.", ". Huzhou’s"]),
            ("See example.com now. 5 more.", &["See example.com now.", "5 more."]),
            ("Is it good? has it potential; yes!", &["Is it good? has it potential; yes!"]),
            ("grew by 5.\u{FFFC} more", &["grew by 5.\u{FFFC} more"]),
        ];
        for (text, expected) in cases {
            assert_eq!(split(text, Lang::En), expected, "{text}");
        }
    }
}
