//! R1: phrases that may point to favours against the rules on fair competition.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::context::{has_any, sentence};
use super::lexicon::Lexicon;
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Risk {
    words: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    risk: Vec<Risk>,
    not: Risk,
}

/// The phrases of risk.toml.
struct Risks {
    risks: Vec<Risk>,
    /// Words of a sentence that forbids or blames.
    not: Vec<String>,
    lexicon: Lexicon<usize>,
}

static RISKS: LazyLock<Risks> = LazyLock::new(|| {
    let empty = File { risk: Vec::new(), not: Risk { words: Vec::new(), with: Vec::new() } };
    let file = toml::from_str(include_str!("risk.toml")).unwrap_or(empty);
    let words = file.risk.iter().enumerate();
    let lexicon = Lexicon::new(words.flat_map(|(at, risk)| risk.words.iter().map(move |word| (word, at))));
    Risks { risks: file.risk, not: file.not.words, lexicon }
});

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    for draft in case.drafts() {
        for read in &draft.passages {
            found.push_all(risks_in(draft, read));
        }
    }
}

fn risks_in(draft: &Draft<'_>, read: &Read) -> Vec<Diagnostic> {
    let text = &read.passage.text;
    let judge = |(range, at): (Range<usize>, &usize)| {
        let risk = &RISKS.risks[*at];
        let around = sentence(text, draft.lang, &range);
        let is_promised =
            (risk.with.is_empty() || has_any(&around, &risk.with)) && !has_any(&around, &RISKS.not);
        let said = &text[range.clone()];
        is_promised.then(|| {
            Diagnostic::new(
                Code::PolicyRisk,
                draft.span(&read.passage, &range),
                Text::new(
                    format!("“{said}”可能涉及《公平竞争审查条例》不允许的优惠"),
                    format!("`{said}` may be a favour that the Regulation on Fair Competition Review does not allow"),
                ),
                Text::new(
                    "请法规科室把关：有无法律依据、是否仍然有效、宜不宜公开",
                    "let those in charge of legal review judge whether it has a basis in law and should be told",
                ),
            )
        })
    };
    RISKS.lexicon.find(text).into_iter().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_read() {
        assert!(RISKS.risks.len() > 10 && !RISKS.not.is_empty());
    }
}
