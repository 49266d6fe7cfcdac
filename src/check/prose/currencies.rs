//! N12: renminbi and dollars are not added, subtracted or divided.

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Dim, Measure};
use super::sentence::{Sentence, begins};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::round_half_up;
use crate::lang::Text;
use crate::prose::{Mention, Relation};

/// More amounts in a sentence are a list, in which sums come about by chance.
const MOST: usize = 12;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        let measures = sentence.measures();
        let has = |currency| measures.iter().any(|(_, measure)| measure.dim == Dim::Money(currency));
        if measures.len() > MOST || !has("元") || !has("美元") {
            continue;
        }
        let mixed = |(mention, measure): &&(&Mention, Measure)| {
            is_sum(measure, mention, &measures) || is_share(&sentence, mention, measure, &measures)
        };
        found.push_all(measures.iter().filter(mixed).map(|(mention, _)| finding(&sentence, mention)));
    }
}

/// Whether it is the sum or the difference of two amounts in unlike currencies.
fn is_sum(measure: &Measure, mention: &Mention, measures: &[(&Mention, Measure)]) -> bool {
    let is_total = match measure.dim {
        Dim::Money(_) => true,
        Dim::Count => measure.number >= Decimal::ONE_THOUSAND,
        _ => false,
    };
    let others = || measures.iter().filter(|(other, _)| other.span != mention.span);
    is_total
        && others().any(|(first, a)| {
            others().filter(|(second, _)| second.span.start > first.span.start).any(|(_, b)| {
                let unlike = matches!((a.dim, b.dim), (Dim::Money(a), Dim::Money(b)) if a != b);
                let sum = a.number.checked_add(b.number);
                let difference = a.number.checked_sub(b.number).map(|off| off.abs());
                unlike && (sum == Some(measure.number) || difference == Some(measure.number))
            })
        })
}

/// "US$1.936 billion, or 0.7% of the RMB 260 billion".
fn is_share(
    sentence: &Sentence<'_>,
    mention: &Mention,
    measure: &Measure,
    measures: &[(&Mention, Measure)],
) -> bool {
    let Some(at) = measures.iter().position(|(other, _)| other.span == mention.span) else { return false };
    let (Some((_, part)), Some((_, whole))) =
        (at.checked_sub(1).map(|at| &measures[at]), measures.get(at + 1))
    else {
        return false;
    };
    let unlike = matches!((part.dim, whole.dim), (Dim::Money(a), Dim::Money(b)) if a != b);
    let is_share = measure.dim == Dim::Percent
        && (measure.relation == Some(Relation::Share) || begins(sentence.after(mention), &["of"]));
    let percent =
        part.number.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(whole.number));
    let told = measure.number;
    unlike
        && is_share
        && percent.is_some_and(|percent| round_half_up(percent, told.scale()).normalize() == told)
}

fn finding(sentence: &Sentence<'_>, mention: &Mention) -> Diagnostic {
    let said = sentence.said(mention);
    Diagnostic::new(
        Code::Currencies,
        sentence.span(mention),
        Text::new(
            format!("“{said}”是人民币与美元直接相加减或相除得出的"),
            format!("“{said}” comes of adding, subtracting or dividing renminbi and dollars"),
        ),
        Text::new(
            "两种货币分开写；确须合计的，先折合成一种货币，并注明汇率和日期",
            "keep the currencies apart; where a sum is called for, convert first and give the rate and its date",
        ),
    )
}
