//! N4: a quantity that is told twice, in two units, is the same quantity; and a text keeps to one unit of area.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::sense::{Dim, Measure};
use super::sentence::{Sentence, ends};
use super::{Case, Draft};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::Text;
use crate::prose::Mention;

/// What stands between a quantity and the same in another unit.
const LINKS: [&str; 26] = [
    "(",
    "（",
    ", or",
    "or",
    ", that is,",
    "; that is,",
    ", i.e.",
    "is",
    "=",
    "equals",
    "，约合",
    "，合",
    "，折合",
    "，即",
    "约合",
    "（约合",
    "（合",
    "（折合",
    "（约",
    "等于",
    "约等于",
    "为",
    "，也就是",
    "is equal to",
    "，约为",
    "，相当于",
];

/// Units of land of which a text uses one.
const LAND: [&str; 3] = ["亩", "公顷", "英亩"];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let mut land: Vec<(&Draft<'_>, Span, Measure)> = Vec::new();
    for sentence in case.sentences() {
        let measures = sentence.measures();
        let mut told: BTreeSet<usize> = BTreeSet::new();
        for second in 0..measures.len() {
            let Some(first) =
                (0..second).rev().find(|first| links(&sentence, &measures[*first], &measures[second]))
            else {
                found.push_all(of_one_mu(&sentence, &measures[second]));
                continue;
            };
            told.insert(second);
            let ((_, whole), (mention, again)) = (&measures[first], &measures[second]);
            if !is_same(whole, again) {
                found.push(wrong_conversion(&sentence, measures[first].0, mention));
            }
        }
        let own = measures.iter().enumerate().filter(|(at, _)| !told.contains(at));
        let own = own.filter(|(_, (_, measure))| LAND.contains(&measure.unit));
        land.extend(own.map(|(_, (mention, measure))| (sentence.draft, sentence.span(mention), *measure)));
    }
    for draft in case.drafts() {
        mixed(draft, &land, found);
    }
}

/// Whether the second quantity is the first in another unit.
fn links(sentence: &Sentence<'_>, first: &(&Mention, Measure), second: &(&Mention, Measure)) -> bool {
    let can = first.1.dim == second.1.dim
        && first.1.unit != second.1.unit
        && matches!(first.1.dim, Dim::Area | Dim::Weight | Dim::Length);
    if !can {
        return false;
    }
    let between = sentence.between(first.0, second.0).trim();
    let in_brackets = between.starts_with(['(', '（']) && !between.contains([')', '）']);
    let is_about = ["about", "some", "roughly", "约", "大约"]
        .iter()
        .any(|word| sentence.said(second.0).starts_with(word));
    is_same(&first.1, &second.1)
        || LINKS.iter().any(|link| between.eq_ignore_ascii_case(link))
        || in_brackets
        || is_about && matches!(between, "," | "，")
}

/// Conversions are rounded, to three parts in a hundred at most.
fn is_same(first: &Measure, second: &Measure) -> bool {
    let tolerance = first.value.abs() * Decimal::new(3, 2);
    first.value.checked_sub(second.value).is_none_or(|difference| difference.abs() <= tolerance)
}

/// "A mu is about 6,667 square metres."
fn of_one_mu(sentence: &Sentence<'_>, (mention, measure): &(&Mention, Measure)) -> Option<Diagnostic> {
    let one = ["a mu is", "one mu is", "a mu equals", "一亩是", "一亩等于", "一亩约为", "一亩约合", "一亩合"];
    if measure.dim != Dim::Area || !ends(sentence.before(mention), &one) {
        return None;
    }
    let mu = Decimal::from(2_000);
    let off = measure.value.checked_sub(mu)?.abs();
    (off > Decimal::from(60)).then(|| {
        let said = sentence.said(mention);
        finding(
            sentence.span(mention),
            Text::new(
                format!("一亩约合666.7平方米（十五分之一公顷），不是{said}"),
                format!("a mu is about 666.7 square metres, a fifteenth of a hectare, not {said}"),
            ),
        )
    })
}

fn wrong_conversion(sentence: &Sentence<'_>, first: &Mention, second: &Mention) -> Diagnostic {
    let (whole, again) = (sentence.said(first), sentence.said(second));
    finding(
        sentence.span(second),
        Text::new(format!("换算有误：{whole}不等于{again}"), format!("{whole} is not {again}")),
    )
}

/// The first quantity in another unit of land than the text began with.
fn mixed(draft: &Draft<'_>, land: &[(&Draft<'_>, Span, Measure)], found: &mut Diagnostics) {
    let mut own = land.iter().filter(|(of, ..)| of.source == draft.source);
    let Some((_, first, measure)) = own.next() else { return };
    let Some((_, other, another)) = own.find(|(.., another)| another.unit != measure.unit) else { return };
    let name = |measure: &Measure| match measure.unit {
        "亩" => "mu",
        "公顷" => "hectares",
        _ => "acres",
    };
    let finding = finding(
        *other,
        Text::new(
            format!("面积单位前后不一：前面用{}，这里用{}", measure.unit, another.unit),
            format!("area is in {} before and in {} here", name(measure), name(another)),
        ),
    );
    found.push(finding.with_related(*first, Text::new("前面用的单位", "the unit used before")));
}

fn finding(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(
        Code::AreaUnit,
        at,
        message,
        Text::new(
            "核对原文；1公顷等于15亩，1平方公里等于1500亩，英文的“亩”写mu，不写acre",
            "check the source: a hectare is 15 mu and a square kilometre 1,500 mu; 亩 is mu, never acre",
        ),
    )
}
