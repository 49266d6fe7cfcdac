//! N5: a quantity has one unit: not "200 million tons of 2 million tons", not "RMB 500 million US dollars".

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Dim, Measure};
use super::sentence::{Sentence, begins};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};
use crate::prose::{Mention, What};

/// Units that may stand after another one by mistake, and what they measure.
const UNITS_EN: [(&str, Dim); 17] = [
    ("yuan", Dim::Money("元")),
    ("renminbi", Dim::Money("元")),
    ("US dollars", Dim::Money("美元")),
    ("U.S. dollars", Dim::Money("美元")),
    ("dollars", Dim::Money("美元")),
    ("euros", Dim::Money("欧元")),
    ("mu", Dim::Area),
    ("hectares", Dim::Area),
    ("acres", Dim::Area),
    ("square metres", Dim::Area),
    ("square meters", Dim::Area),
    ("tonnes", Dim::Weight),
    ("tons", Dim::Weight),
    ("percentage points", Dim::Points),
    ("percentage point", Dim::Points),
    ("per cent", Dim::Percent),
    ("percent", Dim::Percent),
];

const UNITS_ZH: [(&str, Dim); 6] = [
    ("美元", Dim::Money("美元")),
    ("欧元", Dim::Money("欧元")),
    ("港元", Dim::Money("港元")),
    ("公顷", Dim::Area),
    ("个百分点", Dim::Points),
    ("平方米", Dim::Area),
];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences() {
        let measures = sentence.measures();
        for (at, (mention, measure)) in measures.iter().enumerate() {
            let next = measures.get(at + 1);
            let next = next.filter(|next| is_run_together(&sentence, (mention, measure), next));
            if let Some((second, _)) = next {
                let said = sentence.slice(mention.span.start..second.span.end);
                found.push(finding(&sentence, mention, said));
            } else if has_second_unit(&sentence, mention, measure) {
                found.push(finding(&sentence, mention, sentence.said(mention)));
            }
        }
    }
}

/// Number, unit, of, number, unit; an amount of a larger amount is a part of it.
fn is_run_together(
    sentence: &Sentence<'_>,
    (mention, measure): (&Mention, &Measure),
    (second, other): &(&Mention, Measure),
) -> bool {
    if sentence.lang() != Lang::En || sentence.between(mention, second).trim() != "of" {
        return false;
    }
    let has_unit = matches!(measure.dim, Dim::Money(_) | Dim::Area | Dim::Weight | Dim::Length);
    let is_quantity = match other.dim {
        Dim::Money(_) | Dim::Area | Dim::Weight => true,
        Dim::Count => other.number >= Decimal::ONE_HUNDRED,
        _ => false,
    };
    has_unit && is_quantity && (measure.dim != other.dim || measure.value >= other.value)
}

/// Whether another unit follows the quantity at once, or after "million" and "of".
fn has_second_unit(sentence: &Sentence<'_>, mention: &Mention, measure: &Measure) -> bool {
    let after = sentence.after(mention);
    // 十五分之一公顷 is no percentage of anything.
    if matches!(measure.dim, Dim::Count | Dim::Times) || matches!(mention.what, What::Fraction { .. }) {
        return false;
    }
    match sentence.lang() {
        Lang::Zh => UNITS_ZH.iter().any(|(unit, _)| *unit != measure.unit && after.starts_with(unit)),
        Lang::En => {
            let mut rest = after;
            for word in [" million", " billion", " trillion"] {
                rest = rest.strip_prefix(word).unwrap_or(rest);
            }
            let is_money = |dim: Dim| matches!(dim, Dim::Money(_));
            UNITS_EN.iter().any(|(unit, dim)| {
                let of_money = is_money(*dim) && !is_money(measure.dim) && rest.starts_with(" of ");
                let follows = begins(rest, &[unit]) && rest.starts_with(' ');
                let differs = *dim != measure.dim || *dim == Dim::Area;
                differs && (follows || of_money && begins(&rest[" of".len()..], &[unit]))
            })
        }
    }
}

fn finding(sentence: &Sentence<'_>, mention: &Mention, said: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TwoUnits,
        sentence.span(mention),
        Text::new(
            format!("“{said}”处一个数量带了两个单位"),
            format!("two units on one quantity at “{said}”"),
        ),
        Text::new(
            "一个数量只带一个单位；投资额和产能分开写，各带各的单位",
            "give a quantity one unit; tell investment and capacity apart, each with its own",
        ),
    )
}
