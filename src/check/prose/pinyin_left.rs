//! M4: no pinyin of a term is left in the English.

use std::ops::Range;

use super::context::{is_quoted, sentence};
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let Some(draft) = &case.drafts.en else { return };
    for read in &draft.passages {
        found.push_all(left_in(case, draft, read));
    }
}

fn left_in(case: &Case<'_>, draft: &Draft<'_>, read: &Read) -> Vec<Diagnostic> {
    let (knowledge, text) = (case.knowledge, &read.passage.text);
    let judge = |(range, at): (Range<usize>, &usize)| {
        let said = &text[range.clone()];
        let key = super::lexicon::key(said);
        let is_name = knowledge.places.has_key(&key)
            || knowledge.people.has_word(&key)
            || knowledge.organisations.has_word(&key)
            || is_quoted(text, &range, &sentence(text, Lang::En, &range));
        let term = &knowledge.terms.terms[*at];
        (!is_name).then(|| {
            Diagnostic::new(
                Code::PinyinLeft,
                draft.span(&read.passage, &range),
                Text::new(
                    format!("“{said}”是“{}”的拼音，没有译出意思", term.zh),
                    format!("`{said}` is the pinyin of {}, which tells readers nothing", term.zh),
                ),
                Text::new(format!("改为：{}", term.en), format!("write: {}", term.en)),
            )
        })
    };
    knowledge.terms.pinyin.find(text).into_iter().filter_map(judge).collect()
}
