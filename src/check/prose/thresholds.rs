//! N2: 亿元以上项目 are projects of RMB 100 million or more each, not projects worth so much together.
//!
//! What gives the mistake away in English alone is a round amount of yuan right after "projects", without "or more".
//! Whether the Chinese has a limit where the English has an amount is seen when the two are paired.

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Bound, Dim, Measure};
use super::sentence::{Sentence, begins, ends, holds};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};
use crate::prose::{Mention, OBJECT};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for sentence in case.sentences().filter(|sentence| sentence.lang() == Lang::En) {
        for (mention, measure) in sentence.measures() {
            if is_lost(&sentence, mention, &measure) {
                found.push(finding(&sentence, mention));
            }
        }
    }
}

fn is_lost(sentence: &Sentence<'_>, mention: &Mention, measure: &Measure) -> bool {
    let after = sentence.after(mention);
    match measure.dim {
        // "More than 10 million projects" were ten-million projects.
        Dim::Count => {
            let many = measure.number >= Decimal::from(1_000_000);
            many && begins(after, &["projects", "-yuan projects"])
        }
        Dim::Money("元") => {
            let is_name = begins(after, &["project", "projects"]) && measure.bound == Bound::Above;
            let is_round = measure.number >= Decimal::from(10_000_000) && is_one_digit(measure.number);
            let is_flat = matches!(measure.bound, Bound::At);
            is_round
                && (is_name
                    || is_flat
                        && (is_sum(sentence, mention) || begins(after, &["above project", "above projects"])))
        }
        _ => false,
    }
}

fn is_one_digit(number: Decimal) -> bool {
    let digits = number.normalize().mantissa().to_string();
    digits.trim_end_matches('0').len() == 1
}

/// "32 projects signed accounting for 100 million yuan", "32 projects of RMB 100 million".
fn is_sum(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    const TOTALS: [&str; 12] = [
        "or more",
        "or above",
        "and above",
        "and over",
        "or over",
        "each",
        "in all",
        "in total",
        "together",
        "altogether",
        "of the",
        "apiece",
    ];
    let before = sentence.before(mention);
    let Some(start) = before.rfind("projects") else { return false };
    let (count, words) = (&before[..start], &before[start + "projects".len()..]);
    let is_counted = count.contains(|c: char| c.is_ascii_digit() || c == OBJECT);
    let is_told_as_sum = ends(words, &["accounting for", "worth", "valued at", "amounting to"])
        && !words.contains(|c: char| c.is_ascii_digit() || c == ',');
    let is_told_as_size = words.trim() == "of";
    is_counted
        && (is_told_as_sum || is_told_as_size)
        && !begins(sentence.after(mention), &TOTALS)
        && !holds(words, &["total", "combined"])
}

fn finding(sentence: &Sentence<'_>, mention: &Mention) -> Diagnostic {
    let said = sentence.said(mention);
    Diagnostic::new(
        Code::Threshold,
        sentence.span(mention),
        Text::new(
            format!("“{said}”像是“亿元以上项目”的门槛，写成了总额或个数"),
            format!("“{said}” looks like a threshold for each project, told as a sum or a number of them"),
        ),
        Text::new(
            "指每个项目的，写 projects of RMB 100 million or more each；确是总额的，写 with a total investment of",
            "for each project write “projects of RMB 100 million or more each”; for a sum, “with a total investment of”",
        ),
    )
}
