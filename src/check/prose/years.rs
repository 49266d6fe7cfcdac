//! T2: a date without its year, in a text that gives no year anywhere.
//!
//! A bulletin about days of one year has its year on the page; one about several years or pasted text has it only
//! in its words. Of months, ranges (1—8月) and ends (8月末) are dates; "May and June are busy" is none.

use super::sentence::{begins, ends};
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};
use crate::prose::{Mention, PartialPeriod, What};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    if let Some((bulletin, _)) = case.bulletin {
        let period = bulletin.period.value;
        if period.first_day().year() == period.last_day().year() {
            return;
        }
    }
    for draft in case.drafts() {
        let title = case.bulletin.map(|(bulletin, _)| bulletin.title.value.get(draft.lang).as_str());
        if !title.is_some_and(|title| has_year(title, draft.lang)) {
            found.push_all(first_without_year(draft));
        }
    }
}

fn has_year(text: &str, lang: Lang) -> bool {
    crate::prose::read(text, lang).iter().any(names_year)
}

/// A year stands in a period, or is read as a bare number before a date that does not exist.
fn names_year(mention: &Mention) -> bool {
    match &mention.what {
        What::Period(_) => true,
        What::PlanPeriod(plan) => plan.printed.is_some(),
        What::Amount(amount) => amount.quantity.unit.zh() == "年" && amount.quantity.number >= 1000.into(),
        _ => false,
    }
}

fn first_without_year(draft: &Draft<'_>) -> Option<Diagnostic> {
    let mentions =
        || draft.passages.iter().flat_map(|read| read.mentions.iter().map(move |mention| (read, mention)));
    if mentions().any(|(_, mention)| names_year(mention)) {
        return None;
    }
    let (read, mention) = mentions().find(|(read, mention)| is_date(read, mention))?;
    let said = read.passage.text.get(mention.span.clone()).unwrap_or_default();
    Some(Diagnostic::new(
        Code::NoYear,
        draft.span(&read.passage, &mention.span),
        Text::new(
            format!("“{said}”没有年份，全文也没有写到年份"),
            format!("“{said}” has no year, and the text names none"),
        ),
        Text::new("第一次写日期时带上年份", "give the year with the first date"),
    ))
}

fn is_date(read: &Read, mention: &Mention) -> bool {
    let text = &read.passage.text;
    let (before, after) = (&text[..mention.span.start], &text[mention.span.end..]);
    match mention.what {
        What::PartialPeriod(PartialPeriod::Days { .. }) => {
            // 每年5月1日, "every 1 May": that is no one year.
            !ends(before, &["每年", "每年的", "every", "each year on", "农历"])
        }
        What::PartialPeriod(PartialPeriod::Months { from, to }) => {
            let said = text.get(mention.span.clone()).unwrap_or_default();
            let names_months = said.contains('月') && !said.contains("个月") || is_month_name(said);
            let is_range = from != to && names_months;
            let is_end = ends(before, &["the end of", "截至", "截止"]) || begins(after, &["末", "底"]);
            names_months && (is_range || is_end)
        }
        _ => false,
    }
}

fn is_month_name(said: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    MONTHS.iter().any(|month| said.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(month)))
}
