//! N9: "ahead of schedule" agrees with the share of the plan and the time gone by.
//!
//! The share is the one that the sentence states before, typed or printed by `{{ figure.plan }}`; the time is that of
//! the figure, or of the latest period that the passage or the bulletin names.

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Dim, Measure};
use super::sentence::{Sentence, ends};
use crate::analysis::words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::{Period, round_half_up};
use crate::lang::{Lang, Text};
use crate::markdown::{Directive, DirectiveKind};
use crate::prose::{PartialPeriod, What};

/// What is said of the pace.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    Ahead,
    Behind,
    /// At least halfway at half-time.
    Halfway,
}

const PHRASES: [(&str, Pace); 22] = [
    ("快于时间进度", Pace::Ahead),
    ("快于序时进度", Pace::Ahead),
    ("超时间进度", Pace::Ahead),
    ("超序时进度", Pace::Ahead),
    ("高于时间进度", Pace::Ahead),
    ("高于序时进度", Pace::Ahead),
    ("超过时间进度", Pace::Ahead),
    ("超过序时进度", Pace::Ahead),
    ("慢于时间进度", Pace::Behind),
    ("慢于序时进度", Pace::Behind),
    ("低于时间进度", Pace::Behind),
    ("低于序时进度", Pace::Behind),
    ("落后于时间进度", Pace::Behind),
    ("滞后于时间进度", Pace::Behind),
    ("落后时间进度", Pace::Behind),
    ("任务过半", Pace::Halfway),
    ("ahead of the calendar", Pace::Ahead),
    ("ahead of schedule", Pace::Ahead),
    ("ahead of the schedule", Pace::Ahead),
    ("behind the calendar", Pace::Behind),
    ("behind schedule", Pace::Behind),
    ("more than halfway to", Pace::Halfway),
];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        for (phrase, pace) in PHRASES {
            if let Some(at) = sentence.text().find(phrase) {
                found.push_all(contradiction(case, &sentence, at, phrase, pace));
            }
        }
    }
}

fn contradiction(
    case: &Case<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    phrase: &str,
    pace: Pace,
) -> Option<Diagnostic> {
    let before = &sentence.text()[..at];
    let near: String = before.chars().rev().take(12).collect();
    let is_denied = near.contains(['未', '没', '不']) || ends(before, &["not", "never"]);
    if is_denied {
        return None;
    }
    let (share, elapsed) = progress(case, sentence, at)?;
    let holds = match pace {
        Pace::Ahead => share > elapsed,
        Pace::Behind => share < elapsed,
        Pace::Halfway => share >= Decimal::from(50),
    };
    let stated = stated_points(sentence, at, phrase);
    let off = round_half_up(share.checked_sub(elapsed)?.abs(), 1);
    if holds && stated.is_none_or(|stated| (off - stated).abs() <= Decimal::new(1, 1)) {
        return None;
    }
    let range = sentence.start() + at..sentence.start() + at + phrase.len();
    let said = |lang: Lang| (words::percent(share, lang), words::percent(round_half_up(elapsed, 1), lang));
    let ((share_zh, elapsed_zh), (share_en, elapsed_en)) = (said(Lang::Zh), said(Lang::En));
    Some(Diagnostic::new(
        Code::Pace,
        sentence.draft.span(&sentence.read.passage, &range),
        Text::new(
            format!("完成{share_zh}，时间已过{elapsed_zh}，与“{phrase}”不符"),
            format!("{share_en} of the plan with {elapsed_en} of the time gone is not “{phrase}”"),
        ),
        Text::new("改用 {{ 指标.pace }}，快慢由程序算出", "print {{ figure.pace }}, which works it out"),
    ))
}

/// The share before the phrase and the time gone by, in per cent.
fn progress(case: &Case<'_>, sentence: &Sentence<'_>, at: usize) -> Option<(Decimal, Decimal)> {
    let end = sentence.start() + at;
    let printed = printed_share(case, sentence, end);
    let measures = sentence.measures();
    let is_share = |measure: &Measure| measure.dim == Dim::Percent && measure.to.is_none();
    let typed = measures.iter().rev().find(|(mention, measure)| mention.span.end <= end && is_share(measure));
    match (printed, typed) {
        (Some((place, ..)), Some((mention, measure))) if mention.span.start > place => {
            Some((measure.number, elapsed(case, sentence, end)?))
        }
        (Some((_, share, elapsed)), _) => Some((share, elapsed)),
        (None, Some((_, measure))) => Some((measure.number, elapsed(case, sentence, end)?)),
        (None, None) => None,
    }
}

/// The last `{{ figure.plan }}` before a place: where it is, its share, and the time gone by.
fn printed_share(case: &Case<'_>, sentence: &Sentence<'_>, end: usize) -> Option<(usize, Decimal, Decimal)> {
    let (bulletin, index) = case.bulletin?;
    let directives = sentence.read.passage.directives.iter().rev();
    let within = directives.filter(|(at, _)| (sentence.start()..end).contains(at));
    within.into_iter().find_map(|(at, directive): &(usize, Directive)| {
        let DirectiveKind::Figure { id, path } = &directive.kind else { return None };
        let is_plan = path.first().is_some_and(|field| field == "plan");
        let progress = index.reading(bulletin, bulletin.figures.get(id)?)?.progress()?;
        is_plan.then_some((*at, progress.share.percent, progress.elapsed))
    })
}

/// The share of its year that has gone by at the end of the latest period named before a place.
fn elapsed(case: &Case<'_>, sentence: &Sentence<'_>, end: usize) -> Option<Decimal> {
    let of_end = |period: Period| {
        let last = period.last_day();
        Period::between(jiff::civil::Date::new(last.year(), 1, 1).ok()?, last)?.elapsed()
    };
    let named = sentence.read.mentions.iter().rev().filter(|mention| mention.span.end <= end);
    let named = named.into_iter().find_map(|mention| match mention.what {
        What::Period(Period::Year(_) | Period::Years(..) | Period::Plan(_)) => None,
        What::Period(period) => Some(period),
        // Of any year that is not a leap year: the months matter.
        What::PartialPeriod(partial @ PartialPeriod::Months { .. }) => partial.in_year(2023),
        _ => None,
    });
    match named {
        Some(period) => of_end(period),
        None => case.bulletin.and_then(|(bulletin, _)| of_end(bulletin.period.value)),
    }
}

/// The points that stand beside the phrase: 快于时间进度0.3个百分点.
fn stated_points(sentence: &Sentence<'_>, at: usize, phrase: &str) -> Option<Decimal> {
    let (start, end) = (sentence.start() + at, sentence.start() + at + phrase.len());
    let beside = sentence.measures().into_iter().find(|(mention, measure)| {
        let after = mention.span.start >= end && sentence.slice(end..mention.span.start).trim().is_empty();
        let before = mention.span.end <= start && sentence.slice(mention.span.end..start).trim().is_empty();
        measure.dim == Dim::Points && (after || before)
    });
    beside.map(|(_, measure)| measure.number)
}
