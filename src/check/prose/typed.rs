//! N1, N3 where there is no translation: a typed number that misses a figure of the bulletin by a slip.
//!
//! It must be named: the sentence says the figure's indicator before the number. One digit of two is no slip, since
//! other periods have numbers like it; a translation tells better, so that this rule is for texts without one.

use rust_decimal::Decimal;

use super::Case;
use super::figures::{self, Known};
use super::pairing::is_near_miss;
use super::sense::{Measure, Sense};
use super::sentence::Sentence;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;
use crate::prose::Mention;

/// A number of fewer digits says too little.
const FEWEST_DIGITS: usize = 3;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    if case.bulletin.is_none() || case.drafts().count() != 1 {
        return;
    }
    let known = figures::known(case);
    for sentence in case.sentences() {
        for (mention, measure) in sentence.measures() {
            found.push_all(missed(case, &sentence, mention, &measure, &known));
        }
    }
}

fn missed(
    case: &Case<'_>,
    sentence: &Sentence<'_>,
    mention: &Mention,
    measure: &Measure,
    known: &[Known<'_>],
) -> Option<Diagnostic> {
    let is_right = |known: &Known<'_>| Sense::Measure(known.measure).agrees_with(&Sense::Measure(*measure));
    if known.iter().any(is_right) {
        return None;
    }
    let before = sentence.before(mention);
    let figure = known.iter().find(|known| {
        is_slip(&known.measure, measure) && figures::is_named(case, known.figure, before, sentence.lang())
    })?;
    let is_power = figure.measure.is_power_of_ten_of(measure);
    let id = &figure.figure.id.value;
    let said = sentence.said(mention);
    let directive = figure.directive().unwrap_or_else(|| format!("{{{{ {id}.… }}}}"));
    let finding = Diagnostic::new(
        if is_power { Code::PowerOfTen } else { Code::FiguresDiffer },
        sentence.span(mention),
        Text::new(
            format!("“{said}”与指标 {id} 相近而不相等"),
            format!("{said} is close to the figure `{id}`, and not the same"),
        ),
        Text::new(
            format!("若说的就是它，改用 {directive}"),
            format!("if it is that figure, write {directive}"),
        ),
    );
    Some(finding.with_related(figure.figure.value.span, Text::new("指标在这里", "the figure")))
}

fn is_slip(figure: &Measure, measure: &Measure) -> bool {
    let has_digits =
        |value: Decimal| value.normalize().mantissa().unsigned_abs().to_string().len() >= FEWEST_DIGITS;
    let same_kind = figure.is_like(measure) && figure.relation == measure.relation && measure.to.is_none();
    let is_near =
        has_digits(figure.value) && has_digits(measure.value) && is_near_miss(figure.value, measure.value);
    same_kind && (is_near || figure.is_power_of_ten_of(measure) && has_digits(figure.value))
}
