//! N1, as a warning: a sentence or a paragraph that the translation seems to leave out, where no figure gives it away.
//!
//! Passages of a section are matched by what they are and by their lengths (Gale and Church, 1993): English runs to
//! about 3.8 letters a Chinese character, and in practice a paragraph keeps within a third of that. What is left
//! without a partner, or is so much shorter than its partner that one of the other's sentences fits the gap, is told.

use std::ops::Range;

use super::claim;
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::lang::{Both, Lang, Text};
use crate::markdown::DirectiveKind;
use crate::prose::{OBJECT, PassageKind};

/// English letters to a Chinese character.
const LETTERS: f64 = 3.8;

/// What leaving a passage without a partner costs, in the measure of [`misfit`].
const ALONE: f64 = 1.0;

/// Longer sections are not matched: what takes the square of so many passages is no bulletin.
const MOST: usize = 200;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let (Some(zh), Some(en)) = (&case.drafts.zh, &case.drafts.en) else { return };
    let drafts = Both { zh, en };
    let sections = claim::groups(drafts);
    let count = sections.zh.iter().chain(&sections.en).max().map_or(0, |last| last + 1);
    for group in 0..count {
        let passages = Both::from_fn(|lang| of_group(drafts.get(lang), sections.get(lang), group));
        let pairs = match_up(&passages, case.bulletin.is_some());
        for &(zh, en) in &pairs {
            let pair = Pair { drafts, reads: Both { zh: passages.zh[zh], en: passages.en[en] } };
            found.push_all(pair.left_out());
            found.push_all(pair.unnamed(&passages));
        }
        if case.bulletin.is_some() && !pairs.is_empty() {
            unmatched(drafts, &passages, &pairs, found);
        }
    }
}

fn of_group<'d>(draft: &'d Draft<'_>, sections: &[usize], group: usize) -> Vec<&'d Read> {
    let is_there = |read: &&Read| sections.get(read.passage.section) == Some(&group);
    draft.passages.iter().filter(is_there).filter(|read| read.passage.kind != PassageKind::Cell).collect()
}

/// A directive in a paragraph of its own.
fn block(read: &Read) -> Option<&DirectiveKind> {
    read.passage.directives.iter().map(|(_, directive)| &directive.kind).find(|kind| kind.is_block())
}

/// The length of a text in Chinese characters; what a directive prints is taken for six.
fn length(text: &str, lang: Lang) -> f64 {
    let letter = |c: char| match (lang, c) {
        (_, OBJECT) => 6.0,
        (Lang::Zh, c) if c.is_whitespace() => 0.0,
        (Lang::Zh, c) if c.is_ascii_alphanumeric() => 0.5,
        (Lang::Zh, _) => 1.0,
        (Lang::En, _) => 1.0 / LETTERS,
    };
    text.chars().map(letter).sum()
}

/// How many times longer the longer of two is.
fn disproportion(a: f64, b: f64) -> f64 {
    (a.max(1.0) / b.max(1.0)).max(b.max(1.0) / a.max(1.0))
}

/// How badly two passages fit each other; `None` if they cannot be partners.
fn misfit(zh: &Read, en: &Read) -> Option<f64> {
    let same = zh.passage.kind == en.passage.kind && block(zh) == block(en);
    let lengths = (length(&zh.passage.text, Lang::Zh), length(&en.passage.text, Lang::En));
    let is_free = zh.passage.kind == PassageKind::Heading || block(zh).is_some();
    same.then(|| if is_free { 0.0 } else { disproportion(lengths.0, lengths.1) - 1.0 })
}

/// The partners of two lists of passages, in order. Pasted text is matched one by one or not at all, since its
/// paragraphs need not be those of the original.
fn match_up(passages: &Both<Vec<&Read>>, may_skip: bool) -> Vec<(usize, usize)> {
    let (rows, columns) = (passages.zh.len(), passages.en.len());
    let fits = |(zh, en): (&&Read, &&Read)| misfit(zh, en).is_some();
    if rows == columns && passages.zh.iter().zip(&passages.en).all(fits) {
        return (0..rows).map(|at| (at, at)).collect();
    }
    if !may_skip || rows.max(columns) > MOST {
        return Vec::new();
    }
    // costs[zh][en]: the least cost of what stands from there to the end.
    let mut costs = vec![vec![0.0; columns + 1]; rows + 1];
    for zh in (0..=rows).rev() {
        for en in (0..=columns).rev() {
            costs[zh][en] = step(passages, &costs, zh, en).map_or(0.0, |(_, cost)| cost);
        }
    }
    let (mut zh, mut en, mut pairs) = (0, 0, Vec::new());
    while let Some((step, _)) = step(passages, &costs, zh, en) {
        match step {
            Step::Both => {
                pairs.push((zh, en));
                (zh, en) = (zh + 1, en + 1);
            }
            Step::Zh => zh += 1,
            Step::En => en += 1,
        }
    }
    pairs
}

/// What is passed next: a pair, or a passage of one side alone.
#[derive(Clone, Copy)]
enum Step {
    Both,
    Zh,
    En,
}

fn step(passages: &Both<Vec<&Read>>, costs: &[Vec<f64>], zh: usize, en: usize) -> Option<(Step, f64)> {
    let (rows, columns) = (passages.zh.len(), passages.en.len());
    let both = (zh < rows && en < columns)
        .then(|| misfit(passages.zh[zh], passages.en[en]))
        .flatten()
        .map(|misfit| (Step::Both, misfit + costs[zh + 1][en + 1]));
    let only_zh = (zh < rows).then(|| (Step::Zh, ALONE + costs[zh + 1][en]));
    let only_en = (en < columns).then(|| (Step::En, ALONE + costs[zh][en + 1]));
    [both, only_zh, only_en].into_iter().flatten().min_by(|a, b| a.1.total_cmp(&b.1))
}

/// Passages of one side without a partner, if all such are on one side: two texts that are cut up differently are
/// let be, and so is a list where the other language has a sentence.
fn unmatched(
    drafts: Both<&Draft<'_>>,
    passages: &Both<Vec<&Read>>,
    pairs: &[(usize, usize)],
    found: &mut Diagnostics,
) {
    let alone = Both::from_fn(|lang| {
        let is_paired =
            |at: &usize| pairs.iter().any(|pair| *at == if lang == Lang::Zh { pair.0 } else { pair.1 });
        (0..passages.get(lang).len()).filter(|at| !is_paired(at)).collect::<Vec<_>>()
    });
    for lang in Lang::BOTH {
        let (own, other) = (alone.get(lang), alone.get(lang.other()));
        if own.is_empty() || !other.is_empty() {
            continue;
        }
        for &at in own {
            let read = passages.get(lang)[at];
            let kind = read.passage.kind;
            let has_kind = passages.get(lang.other()).iter().any(|read| read.passage.kind == kind);
            let is_text = block(read).is_none() && kind != PassageKind::Heading;
            let before = pairs.iter().rev().find(|pair| at > if lang == Lang::Zh { pair.0 } else { pair.1 });
            let near = before.or(pairs.first()).map(|pair| if lang == Lang::Zh { pair.1 } else { pair.0 });
            if let (true, true, Some(near)) = (has_kind, is_text, near) {
                let place = passages.get(lang.other())[near];
                let whole = 0..read.passage.text.len();
                found.push(finding(drafts, lang, (read, whole), place));
            }
        }
    }
}

/// Two passages that are each other's translation.
struct Pair<'p, 'd> {
    drafts: Both<&'p Draft<'d>>,
    reads: Both<&'p Read>,
}

impl Pair<'_, '_> {
    /// A sentence of the longer passage that would fill what the shorter one lacks.
    fn left_out(&self) -> Option<Diagnostic> {
        if self.reads.zh.passage.kind == PassageKind::Heading || block(self.reads.zh).is_some() {
            return None;
        }
        let lengths = Both::from_fn(|lang| length(&self.reads.get(lang).passage.text, lang));
        let fuller = if lengths.zh > lengths.en { Lang::Zh } else { Lang::En };
        let (long, short) = (*lengths.get(fuller), *lengths.get(fuller.other()));
        let tolerance = match long {
            ..40.0 => 1.5,
            ..80.0 => 1.4,
            _ => 1.33,
        };
        let read = self.reads.get(fuller);
        if read.sentences.len() < 2 || disproportion(long, short) < tolerance {
            return None;
        }
        let left = |sentence: &&Range<usize>| {
            let text = read.passage.text.get((*sentence).clone()).unwrap_or_default();
            disproportion(long - length(text, fuller), short)
        };
        let sentence = read.sentences.iter().min_by(|a, b| left(a).total_cmp(&left(b)))?;
        let fills = left(&sentence) < 1.25;
        fills.then(|| finding(self.drafts, fuller, (read, sentence.clone()), self.reads.get(fuller.other())))
    }

    /// A project, a person or a bulletin that one passage names by a directive and the other language's section
    /// does not.
    fn unnamed(&self, passages: &Both<Vec<&Read>>) -> Option<Diagnostic> {
        Lang::BOTH.into_iter().find_map(|lang| {
            let named = self.reads.get(lang).passage.directives.iter();
            let missing = named.filter(|(_, directive)| is_name(&directive.kind)).find(|(_, directive)| {
                let mut others = passages.get(lang.other()).iter().flat_map(|read| &read.passage.directives);
                !others.any(|(_, other)| other.kind == directive.kind)
            });
            let (at, _) = missing?;
            let range = *at..at + OBJECT.len_utf8();
            Some(finding(self.drafts, lang, (self.reads.get(lang), range), self.reads.get(lang.other())))
        })
    }
}

fn is_name(kind: &DirectiveKind) -> bool {
    matches!(
        kind,
        DirectiveKind::ProjectName { .. } | DirectiveKind::Person { .. } | DirectiveKind::Bulletin { .. }
    )
}

/// What stands in `fuller` seems to be missing at `place` of the other language.
fn finding(
    drafts: Both<&Draft<'_>>,
    fuller: Lang,
    (read, range): (&Read, Range<usize>),
    place: &Read,
) -> Diagnostic {
    let lacking = drafts.get(fuller.other());
    let at = lacking.span(&place.passage, &(0..place.passage.text.len()));
    let there = drafts.get(fuller).span(&read.passage, &range);
    let message = match fuller {
        Lang::Zh => Text::new(
            "中文的这一内容，英文似乎没有译出",
            "something that the Chinese says seems to be left out here",
        ),
        Lang::En => Text::new(
            "英文的这一内容，中文似乎没有",
            "something that the English says seems to be missing here",
        ),
    };
    let help = Text::new(
        "对照两种文字：漏译的补上；确是有意详略的，用 [[silence]] 说明",
        "compare the two: add what was left out; if it is meant to be so, say why in a [[silence]]",
    );
    let twin = match fuller {
        Lang::Zh => Text::new("中文在这里", "the Chinese"),
        Lang::En => Text::new("英文在这里", "the English"),
    };
    let finding = Diagnostic::new(Code::FiguresDiffer, at, message, help).with_related(there, twin);
    Diagnostic { severity: Severity::Warning, ..finding }
}
