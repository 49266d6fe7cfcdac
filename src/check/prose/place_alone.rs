//! P2 in English without its Chinese: cities that stand for the text's own place, or two that are mixed up.

use std::ops::Range;

use super::Case;
use super::gazetteer::{Gazetteer, confusable, rarely_together};
use super::lexicon::words;
use super::place_pairs::{Named, Side, shares_syllable};
use super::places::{NO_PLACES, is_followed_by};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, Text};
use crate::prose;

/// Words before a city that is named as another one: where guests come from and teams go to.
const ELSEWHERE: &[&str] = &[
    "from",
    "to",
    "visited",
    "visit",
    "and",
    "with",
    "as",
    "between",
    "toured",
    "via",
    "than",
    "for",
    "or",
    "like",
    "including",
    "through",
    "near",
    "beyond",
    "towards",
    "of",
];

pub(super) fn check(case: &Case<'_>, side: &Side<'_>, found: &mut Diagnostics) {
    let gazetteer = &case.knowledge.places;
    let home = case.place.and_then(|id| gazetteer.of_id(id));
    for named in side.named.iter().filter(|named| !is_elsewhere(gazetteer, side, named)) {
        let key = &gazetteer.spots[named.spot].key;
        let meant = match home {
            Some(home) if gazetteer.is_family(home, named.spot) => None,
            Some(home) => Some(home).filter(|&home| confusable(&gazetteer.spots[home].key, key)),
            None => side.named.iter().map(|other| other.spot).find(|&other| {
                let other = &gazetteer.spots[other].key;
                rarely_together(other, key) && is_later(side, gazetteer, key, other)
            }),
        };
        found.push_all(meant.and_then(|meant| taken_for(case, side, named.passage, &named.range, meant)));
    }
    if let Some(home) = home.filter(|&home| side.count(&gazetteer.spots[home].key) == 0) {
        for (passage, range) in strangers(case, side, &gazetteer.spots[home].key) {
            found.push_all(taken_for(case, side, passage, &range, home));
        }
    }
}

/// Whether a name first stands after the other, or more of its kind stand beside a place that is not its own: of
/// two names, only one is reported.
fn is_later(side: &Side<'_>, gazetteer: &Gazetteer<'_>, key: &str, other: &str) -> bool {
    let registered = |wanted: &str| {
        side.named.iter().any(|named| {
            let spot = &gazetteer.spots[named.spot];
            spot.key == wanted && spot.place.is_some()
        })
    };
    match (registered(key), registered(other)) {
        (false, true) => true,
        (true, false) => false,
        _ => {
            let first =
                |wanted| side.named.iter().position(|named| gazetteer.spots[named.spot].key == wanted);
            first(key) > first(other)
        }
    }
}

/// Whether a city is plainly named as another one: as where somebody comes from or goes to, or with its province.
fn is_elsewhere(gazetteer: &Gazetteer<'_>, side: &Side<'_>, named: &Named) -> bool {
    let Some(read) = side.draft.passages.get(named.passage) else { return true };
    let text = &read.passage.text;
    let before = words(&text[..named.range.start]);
    let is_led_to = before.last().is_some_and(|word| {
        ELSEWHERE.iter().any(|known| known.eq_ignore_ascii_case(word.text))
            && text[word.range.end..named.range.start].trim().is_empty()
    });
    let province = gazetteer.spots[named.spot].province;
    let sentences = prose::sentences(text, Lang::En);
    let sentence = sentences.into_iter().find(|sentence| sentence.contains(&named.range.start));
    let has_province = || {
        province
            .zip(sentence)
            .is_some_and(|(province, sentence)| text[sentence].match_indices(province).next().is_some())
    };
    is_led_to || has_province()
}

/// Names that are no known place and share a syllable with the text's own, which is never named.
fn strangers(case: &Case<'_>, side: &Side<'_>, home: &str) -> Vec<(usize, Range<usize>)> {
    let knowledge = case.knowledge;
    let mut found = Vec::new();
    for (at, read) in side.draft.passages.iter().enumerate() {
        let text = &read.passage.text;
        let all = words(text);
        for (index, word) in all.iter().enumerate().filter(|(_, word)| word.is_name()) {
            let key = word.key();
            // A mere slip of the pen is P1's.
            let is_other = knowledge.places.has_key(&key)
                || knowledge.places.near.find(&key).next().is_some()
                || knowledge.terms.is_pinyin(&key)
                || knowledge.people.has_word(&key)
                || knowledge.organisations.has_word(&key)
                || is_followed_by(text, all.get(index + 1), word, NO_PLACES);
            if shares_syllable(&key, home) && !is_other {
                found.push((at, word.range.clone()));
            }
        }
    }
    found
}

fn taken_for(
    case: &Case<'_>,
    side: &Side<'_>,
    passage: usize,
    range: &Range<usize>,
    meant: usize,
) -> Option<Diagnostic> {
    let meant = &case.knowledge.places.spots[meant];
    let said = side.draft.passages.get(passage)?.passage.text.get(range.clone())?;
    if case.place.is_none() {
        return Some(Diagnostic::new(
            Code::PlaceDiffers,
            side.span(passage, range)?,
            Text::new(
                format!("同一篇里既有{said}，又有{}（{}），二者容易混淆", meant.en, meant.zh),
                format!(
                    "this text names both {said} and {} ({}), which are easily mixed up",
                    meant.en, meant.zh
                ),
            ),
            Text::new(
                "核对原文，看说的是哪一个；用--place写明本篇所讲的地方，可以判断哪一处有误",
                "compare with the source; `--place` says what the text is about, and then which of them is wrong",
            ),
        ));
    }
    Some(Diagnostic::new(
        Code::PlaceDiffers,
        side.span(passage, range)?,
        Text::new(
            format!("写的是{said}，疑为{}（{}）之误", meant.en, meant.zh),
            format!("it says {said}; probably {} ({}) is meant", meant.en, meant.zh),
        ),
        Text::new(
            format!("核对原文；所指为“{}”的，改为{}", meant.zh, meant.en),
            format!("compare with the source; if {} is meant, write {}", meant.zh, meant.en),
        ),
    ))
}
