//! M1: no rendering and no wrong character that the term base forbids.

use std::ops::Range;

use super::Case;
use super::context::{has_any, is_quoted, sentence};
use super::glossary::Term;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, Span};
use crate::lang::{Lang, Text};

/// Phrases that are right beside some words: acres beside the mu that they are.
const EXCUSES: &[(&str, &[&str])] = &[
    ("acre", &["mu", "hectare"]),
    (
        "dispatch",
        &["railway", "train", "power", "grid", "port", "shipping", "control centre", "control center"],
    ),
    ("scheduling meeting", &["railway", "train", "grid", "flight", "production"]),
    ("foreign merchants", &["century", "treaty", "history", "historic", "dynasty"]),
    ("docking with", &["space", "station", "ship", "vessel", "port", "craft", "cargo", "berth"]),
    ("warm", &["weather", "heating"]),
];

/// What follows China Merchants where it is a company.
const COMPANIES: &[&str] =
    &["group", "bank", "port", "securities", "shekou", "energy", "holdings", "capital", "fund"];

/// Codes whose findings go before those of the term base at the same place.
const SAID_BEFORE: &[Code] = &[Code::Organisation, Code::FalseFriend, Code::PinyinLeft];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let terms = &case.knowledge.terms;
    let taken: Vec<Span> = found
        .iter()
        .filter(|finding| SAID_BEFORE.contains(&finding.code))
        .filter_map(|finding| match finding.at {
            Location::Span(span) => Some(span),
            Location::Path(_) => None,
        })
        .collect();
    let is_taken = |span: Span| {
        taken
            .iter()
            .any(|known| known.source == span.source && known.start < span.end && span.start < known.end)
    };
    for draft in case.drafts() {
        for read in &draft.passages {
            let text = &read.passage.text;
            let slips = match draft.lang {
                Lang::Zh => terms.wrong.find(text),
                Lang::En => terms.forbidden.find(text),
            };
            for (range, at) in slips {
                let span = draft.span(&read.passage, &range);
                if !(is_taken(span) || is_excused(case, text, &range, draft.lang)) {
                    found.push(forbidden(&terms.terms[*at], &text[range], span, draft.lang));
                }
            }
        }
    }
}

/// Whether the words around a forbidden phrase show that it is meant as it stands.
pub(super) fn is_excused(case: &Case<'_>, text: &str, range: &Range<usize>, lang: Lang) -> bool {
    let phrase = text[range.clone()].to_lowercase();
    let around = sentence(text, lang, range);
    if phrase.ends_with("china merchants") {
        let after = text[range.end..].trim_start().to_lowercase();
        if COMPANIES.iter().any(|company| after.starts_with(company)) {
            return true;
        }
    }
    case.knowledge.friends.excuse(&phrase, &around)
        || is_quoted(text, range, &around)
        || EXCUSES.iter().any(|(start, words)| phrase.starts_with(start) && has_any(&around, words))
}

fn forbidden(term: &Term, said: &str, span: Span, lang: Lang) -> Diagnostic {
    let Term { zh, en, .. } = term;
    let (message, help) = match lang {
        Lang::Zh => (
            Text::new(format!("“{said}”用字有误"), format!("`{said}` has a wrong character")),
            Text::new(format!("应为“{zh}”"), format!("write {zh}")),
        ),
        Lang::En => (
            Text::new(format!("术语“{zh}”不译作“{said}”"), format!("`{said}` is no rendering of {zh}")),
            Text::new(format!("改为：{en}"), format!("write: {en}")),
        ),
    };
    Diagnostic::new(Code::WrongTerm, span, message, help)
}

/// How often each term stands in the Chinese text.
pub(super) fn counts(case: &Case<'_>) -> Option<Vec<usize>> {
    let draft = case.drafts.zh.as_ref()?;
    let terms = &case.knowledge.terms;
    let mut counts = vec![0; terms.terms.len()];
    for (_, at) in draft.passages.iter().flat_map(|read| terms.zh.find(&read.passage.text)) {
        counts[*at] += 1;
    }
    Some(counts)
}
