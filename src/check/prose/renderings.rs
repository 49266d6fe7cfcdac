//! M2: one Chinese term has one rendering within a text.

use std::ops::Range;

use super::glossary::{Grade, Rendering};
use super::terms::{counts, is_excused};
use super::{Case, Draft};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};

/// A rendering where it stands.
struct Said {
    rendering: Rendering,
    span: Span,
    words: String,
}

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let Some(en) = &case.drafts.en else { return };
    let counts = counts(case);
    let mut said = said_in(case, en);
    // Renderings that do when alone are a mixture only if the Chinese says the term more than once.
    said.retain(|said| {
        // "Contact" and "settle" are said of many things.
        if said.rendering.grade == Grade::Official && !said.words.contains([' ', '-', '\n']) {
            return false;
        }
        let is_repeated = counts.as_ref().is_some_and(|counts| counts[said.rendering.term] >= 2);
        said.rendering.grade != Grade::Mixed || is_repeated
    });
    said.sort_by_key(|said| (said.rendering.term, said.span.start));
    for same in said.chunk_by(|a, b| a.rendering.term == b.rendering.term) {
        let is_in_chinese = counts.as_ref().is_none_or(|counts| counts[same[0].rendering.term] > 0);
        if is_in_chinese {
            found.push_all(mixture(case, same));
        }
    }
}

fn said_in(case: &Case<'_>, draft: &Draft<'_>) -> Vec<Said> {
    let mut said = Vec::new();
    for read in &draft.passages {
        let text = &read.passage.text;
        let renderings = case.knowledge.terms.renderings.find(text).into_iter();
        let meant = |(range, rendering): &(Range<usize>, &Rendering)| {
            rendering.grade != Grade::Forbidden || !is_excused(case, text, range, Lang::En)
        };
        said.extend(renderings.filter(meant).map(|(range, rendering)| Said {
            rendering: *rendering,
            span: draft.span(&read.passage, &range),
            words: text[range].to_owned(),
        }));
    }
    said
}

/// Every further rendering of one term, once.
fn mixture(case: &Case<'_>, said: &[Said]) -> Vec<Diagnostic> {
    let official = said.iter().find(|said| said.rendering.grade == Grade::Official);
    let Some(first) = official.or(said.first()) else { return Vec::new() };
    let term = &case.knowledge.terms.terms[first.rendering.term];
    let mut seen = vec![first.rendering.number];
    let mut findings = Vec::new();
    for said in said {
        if seen.contains(&said.rendering.number) {
            continue;
        }
        seen.push(said.rendering.number);
        let (zh, en) = (&term.zh, &term.en);
        let (one, other) = (&first.words, &said.words);
        let finding = Diagnostic::new(
            Code::MixedTerms,
            said.span,
            Text::new(
                format!("“{zh}”一词，这里译作“{other}”，别处译作“{one}”"),
                format!("{zh} is `{other}` here and `{one}` elsewhere"),
            ),
            Text::new(format!("全篇统一译作：{en}"), format!("write the same throughout: {en}")),
        );
        findings.push(finding.with_related(first.span, Text::new("另一种译法", "the other rendering")));
    }
    findings
}
