//! T1: a five-year plan has its own years: 十三五 is 2016–2020.

use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::plan_years;
use crate::lang::Text;
use crate::prose::{Mention, PlanPeriod, What};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for draft in case.drafts() {
        for read in &draft.passages {
            found.push_all(read.mentions.iter().filter_map(|mention| wrong_years(draft, read, mention)));
        }
    }
}

fn wrong_years(draft: &Draft<'_>, read: &Read, mention: &Mention) -> Option<Diagnostic> {
    let What::PlanPeriod(plan @ PlanPeriod { number, printed: Some((from, to)) }) = mention.what else {
        return None;
    };
    if plan.years_are_right() {
        return None;
    }
    let (right_from, right_to) = plan_years(number)?;
    let said = draft.span(&read.passage, &mention.span);
    Some(Diagnostic::new(
        Code::PlanYears,
        said,
        Text::new(
            format!("写的是{from}—{to}年，这个五年规划是{right_from}—{right_to}年"),
            format!("the plan runs from {right_from} to {right_to}, not from {from} to {to}"),
        ),
        Text::new(
            "核对是哪个五年规划，改正年份或规划名称",
            "check which plan is meant; correct its years or its name",
        ),
    ))
}
