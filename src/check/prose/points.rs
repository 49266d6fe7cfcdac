//! N7: the difference of two percentages is in percentage points.

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Dim, Measure};
use super::sentence::{Sentence, begins, ends};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;
use crate::prose::{Mention, Relation};

/// Words right before a difference.
const BEFORE: [&str; 31] = [
    "up",
    "down",
    "by",
    "gap of",
    "difference of",
    "reduction of",
    "rise of",
    "increase of",
    "fall of",
    "cut of",
    "提高",
    "上升",
    "提升",
    "增加",
    "增长",
    "下降",
    "降低",
    "回落",
    "减少",
    "相差",
    "快于时间进度",
    "慢于时间进度",
    "扩大",
    "收窄",
    "缩小",
    "高出",
    "差",
    "低于时间进度",
    "高于时间进度",
    "rose",
    "fell",
];

/// Words right after a difference.
const AFTER: [&str; 8] =
    ["ahead of", "behind", "apart", "higher", "lower", "more than", "less than", "above"];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        let measures = sentence.measures();
        let percentages: Vec<&(&Mention, Measure)> =
            measures.iter().filter(|(_, measure)| is_level(measure)).collect();
        // Longer lists are comparisons of many things.
        if !(3..=8).contains(&percentages.len()) {
            continue;
        }
        let wrong = percentages.iter().filter(|(mention, measure)| {
            is_told_as_difference(&sentence, mention)
                && is_difference(&sentence, mention, measure, &percentages)
        });
        found.push_all(wrong.map(|(mention, measure)| finding(&sentence, mention, measure)));
    }
}

fn is_level(measure: &Measure) -> bool {
    measure.dim == Dim::Percent && measure.to.is_none()
}

fn is_told_as_difference(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let before = sentence.before(mention).trim_end_matches('了');
    ends(before, &BEFORE) || begins(sentence.after(mention), &AFTER)
}

/// Whether it is the difference of two percentages beside each other in the sentence that are no changes
/// themselves. What is also their change in per cent may be meant as that: from 20% to 22% is up 10%.
fn is_difference(
    sentence: &Sentence<'_>,
    mention: &Mention,
    measure: &Measure,
    all: &[&(&Mention, Measure)],
) -> bool {
    let others: Vec<&(&Mention, Measure)> =
        all.iter().copied().filter(|(other, _)| other.span != mention.span).collect();
    others.windows(2).any(|pair| {
        let [(first, a), (_, b)] = pair else { return false };
        let changes = |measure: &Measure| matches!(measure.relation, Some(Relation::Grew | Relation::Fell));
        let off = a.number.checked_sub(b.number).map(|off| off.abs());
        let share = off.and_then(|off| off.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(a.number));
        let is_near = sentence.slice(first.span.start..mention.span.end).chars().count() < 200;
        // "From … to" may be told as growth; then both stand for changes only by their words.
        !(changes(a) && changes(b)) && is_near && off == Some(measure.number) && share != Some(measure.number)
    })
}

fn finding(sentence: &Sentence<'_>, mention: &Mention, measure: &Measure) -> Diagnostic {
    let number = measure.number;
    Diagnostic::new(
        Code::Points,
        sentence.span(mention),
        Text::new(
            format!("两个百分数之差是{number}个百分点，不是{number}%"),
            format!("the difference of the two percentages is {number} percentage points, not {number}%"),
        ),
        Text::new(format!("写“{number}个百分点”"), format!("write “{number} percentage points”")),
    )
}
