//! T1: a five-year plan has its own years: 十三五 is 2016–2020, opens in 2016 and closes in 2020.

use super::Case;
use super::sentence::{Sentence, begins, ends};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::{Period, plan_years};
use crate::lang::Text;
use crate::prose::{Mention, PlanPeriod, What};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        for (at, mention) in sentence.mentions.iter().enumerate() {
            let What::PlanPeriod(plan) = mention.what else { continue };
            let finding = wrong_years(&sentence, mention, plan)
                .or_else(|| wrong_span(&sentence, mention, sentence.mentions.get(at + 1)?, plan))
                .or_else(|| wrong_end(&sentence, at, plan));
            found.push_all(finding);
        }
    }
}

/// The years that are printed in brackets beside it: the plan's own, or the part of them that is being told of.
fn wrong_years(sentence: &Sentence<'_>, mention: &Mention, plan: PlanPeriod) -> Option<Diagnostic> {
    let (from, to) = plan.printed?;
    let (first, last) = plan_years(plan.number)?;
    let is_part = ends(sentence.before(mention), &["years of", "half of", "part of"]);
    let lies_within = from >= first && to <= last;
    let is_right = plan.years_are_right() || is_part && lies_within;
    (!is_right).then(|| finding(sentence, mention, plan, (from, to)))
}

/// "During the 13th Five-Year Plan, from 2011 to 2015".
fn wrong_span(
    sentence: &Sentence<'_>,
    mention: &Mention,
    next: &Mention,
    plan: PlanPeriod,
) -> Option<Diagnostic> {
    let What::Period(Period::Years(from, to)) = next.what else { return None };
    let link = sentence.between(mention, next).trim();
    let is_gloss = [
        "",
        ", from",
        "from",
        ", that is",
        ", i.e.",
        "，即",
        "，也就是",
        "ran from",
        "runs from",
        "为",
        "是",
        "指",
    ];
    (is_gloss.contains(&link) && plan_years(plan.number) != Some((from, to)))
        .then(|| finding(sentence, next, plan, (from, to)))
}

/// "2021, the first year of the 13th": the nearest year before the plan, and what it is said to be of the plan.
fn wrong_end(sentence: &Sentence<'_>, at: usize, plan: PlanPeriod) -> Option<Diagnostic> {
    let mention = &sentence.mentions[at];
    let (first, last) = plan_years(plan.number)?;
    let (before, after) = (sentence.before(mention), sentence.after(mention));
    let opens = ends(before, &["first year of", "opening year of", "opened", "opens"])
        || begins(after, &["开局之年", "开局年", "规划开局之年", "的开局之年", "首年", "的第一年", "第一年"]);
    let closes = ends(before, &["last year of", "final year of", "closing year of", "closed", "closes"])
        || begins(after, &["收官之年", "收官年", "规划收官之年", "的收官之年", "的最后一年", "最后一年"]);
    let right = match (opens, closes) {
        (true, false) => first,
        (false, true) => last,
        _ => return None,
    };
    let year = sentence.mentions[..at].iter().rev().find_map(|earlier| match earlier.what {
        What::Period(Period::Year(year)) => Some((earlier, year)),
        _ => None,
    });
    let (earlier, year) = year?;
    (year != right).then(|| {
        let number = plan.number;
        let said = sentence.said(mention);
        let which = if opens { ("第一年", "first year") } else { ("最后一年", "last year") };
        Diagnostic::new(
            Code::PlanYears,
            sentence.span(mention),
            Text::new(
                format!("{said}的{}是{right}年，不是{year}年", which.0),
                format!("the {} of plan {number} is {right}, not {year}", which.1),
            ),
            help(),
        )
        .with_related(sentence.span(earlier), Text::new("所说的年份", "the year"))
    })
}

fn finding(sentence: &Sentence<'_>, mention: &Mention, plan: PlanPeriod, said: (i16, i16)) -> Diagnostic {
    let (from, to) = said;
    let (first, last) = plan_years(plan.number).unwrap_or(said);
    Diagnostic::new(
        Code::PlanYears,
        sentence.span(mention),
        Text::new(
            format!("写的是{from}—{to}年，这个五年规划是{first}—{last}年"),
            format!("the plan runs from {first} to {last}, not from {from} to {to}"),
        ),
        help(),
    )
}

fn help() -> Text {
    Text::new(
        "核对是哪个五年规划，改正年份或规划名称",
        "check which plan is meant; correct its years or its name",
    )
}
