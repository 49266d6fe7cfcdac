//! S1: nothing of the web page that a text was copied from, no sentence twice or cut off, no words doubled.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, Word, is_han, words};
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};
use crate::prose::{self, OBJECT, PassageKind};

/// What stands around an article on the web.
const LEFTOVERS: &[&str] = &[
    "Leave a Reply",
    "Your email address will not be published",
    "Required fields are marked",
    "recommended article",
    "recommended articles",
    "popular articles",
    "related articles",
    "related posts",
    "previous article",
    "next article",
    "read more",
    "share this article",
    "click here to view",
    "(map)",
    "Post a comment",
    "Work Plan > ",
    "HOME > ",
    "HOME >  ",
    "（图）",
    "（组图）",
    "责任编辑：",
    "上一篇：",
    "下一篇：",
    "相关阅读",
    "相关链接：",
    "打印本页",
    "关闭窗口",
    "分享到：",
    "点击查看更多",
    "发表评论",
    "来源：未知",
];

/// Words that English doubles on purpose, with "and" or without.
const DOUBLED: &[&str] = &[
    "more", "again", "on", "over", "years", "better", "further", "less", "fewer", "up", "by", "that", "had",
    "is", "step", "day", "week", "month", "year", "time", "many", "very", "to", "in", "round", "through",
];

/// The fewest characters of a sentence that does not stand twice by chance, in either language.
const SHORTEST_REPEATED: (usize, usize) = (10, 25);

static PAGE: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(LEFTOVERS.iter().map(|words| (*words, ()))));

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for draft in case.drafts() {
        for read in &draft.passages {
            let text = &read.passage.text;
            for (range, ()) in PAGE.find(text) {
                found.push(leftover(&text[range.clone()], draft.span(&read.passage, &range)));
            }
            if draft.lang == Lang::En {
                found.push_all(
                    doubled(text).map(|range| twice(&text[range.clone()], draft.span(&read.passage, &range))),
                );
            }
        }
        found.push_all(sentences(draft));
    }
}

fn leftover(said: &str, span: Span) -> Diagnostic {
    let said = said.trim();
    Diagnostic::new(
        Code::Form,
        span,
        Text::new(format!("“{said}”是网页上残留的文字"), format!("`{said}` was left over from a web page")),
        Text::new("删去", "take it out"),
    )
}

/// Sentences that stand twice, and those that break off.
fn sentences(draft: &Draft<'_>) -> Vec<Diagnostic> {
    let mut first: FxHashMap<String, Span> = FxHashMap::default();
    let mut findings = Vec::new();
    for read in draft.passages.iter().filter(|read| read.passage.kind != PassageKind::Cell) {
        let text = &read.passage.text;
        let sentences = prose::sentences(text, draft.lang);
        // Two lists may well have an item in common.
        let is_item = read.passage.kind == PassageKind::Item;
        for range in &sentences {
            let sentence = &text[range.clone()];
            if is_item || !can_repeat(sentence, draft.lang) {
                continue;
            }
            let span = draft.span(&read.passage, range);
            let same = sentence.to_lowercase().trim_end_matches(['.', '。', '；', ' ']).to_owned();
            match first.get(&same) {
                Some(before) => findings.push(repeated(span, *before)),
                None => {
                    first.insert(same, span);
                }
            }
        }
        findings.extend(broken_off(draft, read, &sentences));
    }
    findings
}

/// Whether a sentence says enough of its own to be noticed twice.
fn can_repeat(sentence: &str, lang: Lang) -> bool {
    let shortest = if lang == Lang::Zh { SHORTEST_REPEATED.0 } else { SHORTEST_REPEATED.1 };
    sentence.chars().count() >= shortest && !sentence.contains(OBJECT)
}

fn repeated(span: Span, before: Span) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::Form,
        span,
        Text::new("这句话前面已经有了", "this sentence stands here a second time"),
        Text::new("删去重复的一句", "take one of them out"),
    );
    finding.with_related(before, Text::new("第一次", "the first time"))
}

/// A paragraph that has whole sentences, but ends without a stop.
fn broken_off(draft: &Draft<'_>, read: &Read, sentences: &[Range<usize>]) -> Option<Diagnostic> {
    let text = &read.passage.text;
    let [.., before, last] = sentences else { return None };
    let ends_well = |range: &Range<usize>| {
        let said = text[range.clone()]
            .trim_end_matches(['”', '’', '"', '\'', '）', ')', '」', '』', '》', ']', '】']);
        said.ends_with(['。', '！', '？', '；', '…', '：', '.', '!', '?', ':', ';', OBJECT])
    };
    // A note in brackets after the last stop is none: the photographer, a footnote.
    let is_note = text[last.clone()].starts_with(['(', '（', '[', '【']);
    let is_running = matches!(read.passage.kind, PassageKind::Paragraph);
    if !is_running || is_note || ends_well(last) || !ends_well(before) {
        return None;
    }
    Some(Diagnostic::new(
        Code::Form,
        draft.span(&read.passage, last),
        Text::new("最后一句没有写完，或缺句末标点", "the last sentence breaks off, or lacks its full stop"),
        Text::new("补全句子或标点", "finish the sentence, or add the full stop"),
    ))
}

/// Words that stand twice side by side, or on both sides of "and".
fn doubled(text: &str) -> impl Iterator<Item = Range<usize>> {
    let all = words(text);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for at in 0..all.len() {
        let range = twins(text, &all[at..]);
        let is_new = |range: &Range<usize>| ranges.last().is_none_or(|last| last.end <= range.start);
        ranges.extend(range.filter(is_new));
    }
    ranges.into_iter()
}

/// The range of a doubling that begins with the first of some words.
fn twins(text: &str, words: &[Word<'_>]) -> Option<Range<usize>> {
    let same = |a: usize, b: usize| {
        let (a, b) = (words.get(a)?, words.get(b)?);
        a.text.eq_ignore_ascii_case(b.text).then_some(())
    };
    let is_and = |at: usize| words.get(at).filter(|word| word.text == "and").map(|_| ());
    // Nothing but spaces may stand between the words.
    let up_to = |last: usize| {
        let range = words.first()?.range.start..words.get(last)?.range.end;
        let between = words[..=last].windows(2).all(|pair| {
            text[pair[0].range.end..pair[1].range.start].trim().is_empty()
                && pair[1].range.start == pair[0].range.end + 1
        });
        between.then_some(range)
    };
    let first = words.first()?.text;
    let is_meant = DOUBLED.iter().any(|word| word.eq_ignore_ascii_case(first)) || first.chars().any(is_han);
    // A city may be named after its county: New York, New York has a comma; Baden Baden is a name.
    let is_name = words.get(1).is_some_and(Word::is_name) && words.first().is_some_and(Word::is_name);
    let beside = || (same(0, 1).is_some() && !is_meant && !is_name).then(|| up_to(1)).flatten();
    let around = || {
        is_and(1)?;
        same(0, 2)?;
        (!is_meant && first.len() >= 6).then(|| up_to(2)).flatten()
    };
    let pair_around = || {
        is_and(2)?;
        same(0, 3)?;
        same(1, 4)?;
        up_to(4)
    };
    beside().or_else(pair_around).or_else(around)
}

fn twice(said: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::Form,
        span,
        Text::new(format!("“{said}”重复了"), format!("`{said}` says the same word twice")),
        Text::new("删去重复的词", "take one of them out"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doublings_are_found() {
        let found = |text: &'static str| doubled(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("The the team"), ["The the"]);
        assert_eq!(
            found("investment promotion and investment promotion."),
            ["investment promotion and investment promotion"]
        );
        assert_eq!(found("small group group investment"), ["group group"]);
        assert_eq!(found("more and more; that that plan had had its day, Time after time"), [""; 0]);
        assert_eq!(found("exchanges and exchanges"), ["exchanges and exchanges"]);
        assert_eq!(found("in the plan. Plan for it"), [""; 0]);
    }
}
