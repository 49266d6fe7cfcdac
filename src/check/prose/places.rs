//! P1: places go by the names of the register, rightly spelt, and by the one that was theirs at the time.

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::gazetteer::{Gazetteer, PlaceName, chinese_core};
use super::lexicon::{Word, words};
use super::pinyin;
use super::{Case, Draft, Read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};
use crate::prose::{self, What};

/// Words after a name that make it that of a street, a firm or a house.
pub(super) const NO_PLACES: &[&str] = &[
    "road",
    "street",
    "avenue",
    "lane",
    "bridge",
    "group",
    "co",
    "company",
    "technology",
    "new",
    "park",
    "plant",
    "river",
    "lake",
    "mountain",
    "hotel",
    "university",
    "machinery",
    "equipment",
    "textile",
    "msg",
    "pharmaceutical",
];

/// Ranks that a misspelt Chinese name is known by.
const RANKS: [&str; 6] = ["市", "县", "区", "省", "经开区", "高新区"];

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let gazetteer = &case.knowledge.places;
    let taken: Vec<Span> = found
        .iter()
        .filter(|finding| finding.code == Code::PlaceDiffers)
        .filter_map(|finding| match finding.at {
            crate::diagnostic::Location::Span(span) => Some(span),
            crate::diagnostic::Location::Path(_) => None,
        })
        .collect();
    let lacking = lacking_in_chinese(case, gazetteer);
    for draft in case.drafts() {
        for read in &draft.passages {
            found.push_all(out_of_date(case, gazetteer, draft, read));
            let slips = match draft.lang {
                Lang::Zh => chinese_slips(case, gazetteer, &lacking, &read.passage.text),
                Lang::En => english_slips(case, gazetteer, &read.passage.text),
            };
            for (range, spot) in slips {
                let span = draft.span(&read.passage, &range);
                if !taken.contains(&span) {
                    found.push(misspelt(gazetteer, spot, &read.passage.text[range], span, draft.lang));
                }
            }
        }
    }
}

/// Whether a place may be meant in a text about the case's place: it, what it lies in and what lies in it.
fn is_near_home(case: &Case<'_>, gazetteer: &Gazetteer<'_>, spot: usize) -> bool {
    match case.place.and_then(|id| gazetteer.of_id(id)) {
        Some(home) => gazetteer.is_family(home, spot),
        None => true,
    }
}

/// Words that are almost the name of a place in English.
fn english_slips(case: &Case<'_>, gazetteer: &Gazetteer<'_>, text: &str) -> Vec<(Range<usize>, usize)> {
    let words = words(text);
    let slip = |(at, word): (usize, &Word<'_>)| {
        if word.text.len() < 3 || !word.is_name() {
            return None;
        }
        let key = word.key();
        let is_meant =
            |spot: &usize| is_near_home(case, gazetteer, *spot) || is_missing(case, gazetteer, *spot);
        let spot = gazetteer.near.find(&key).copied().find(is_meant)?;
        // Short words come near many names: what the English lacks is meant, and is near the text's own place.
        let is_short = word.text.len() < 5 || gazetteer.spots[spot].key.len() < 6;
        let is_lacking = || {
            case.place.is_some() && is_near_home(case, gazetteer, spot) && is_missing(case, gazetteer, spot)
        };
        // What the Chinese names and the English does not is meant, even if what is left is no pinyin.
        let is_sure = || (key.len() >= 6 && is_missing(case, gazetteer, spot)) || is_lacking();
        let is_ranked = is_followed_by(text, words.get(at + 1), word, &["county", "city", "district"]);
        let is_other = gazetteer.has_key(&key)
            || case.knowledge.terms.is_pinyin(&key)
            || case.knowledge.people.has_word(&key)
            || case.knowledge.organisations.has_word(&key)
            || is_followed_by(text, words.get(at + 1), word, NO_PLACES)
            || (pinyin::syllables(&key).is_none() && !is_ranked && !is_sure() && !is_home_slip(case, &key))
            || (is_short && !(is_ranked && word.text.len() >= 5) && !is_lacking());
        (!is_other && !is_supported(case, &key)).then(|| (word.range.clone(), spot))
    };
    words.iter().enumerate().filter_map(slip).collect()
}

/// Whether a word that is no pinyin is long enough to be meant for the text's own place; English words end in -ing.
fn is_home_slip(case: &Case<'_>, key: &str) -> bool {
    case.place.is_some() && key.len() >= 6 && !key.ends_with("ing")
}

/// Whether the Chinese names a place more often than the English does.
fn is_missing(case: &Case<'_>, gazetteer: &Gazetteer<'_>, spot: usize) -> bool {
    counts(case, gazetteer, spot).is_some_and(|(zh, en)| zh > en)
}

/// How often a place is named in Chinese and in English, if there are both.
fn counts(case: &Case<'_>, gazetteer: &Gazetteer<'_>, spot: usize) -> Option<(usize, usize)> {
    let count = |draft: &Draft<'_>| {
        let named = draft.passages.iter().flat_map(|read| gazetteer.find(&read.passage.text, draft.lang));
        named.filter(|(_, name)| name.spot == spot).count()
    };
    Some((count(case.drafts.zh.as_ref()?), count(case.drafts.en.as_ref()?)))
}

/// Whether a word in small letters stands in the English.
fn is_in_english(case: &Case<'_>, key: &str) -> bool {
    case.drafts.en.as_ref().is_some_and(|draft| {
        draft.passages.iter().any(|read| words(&read.passage.text).iter().any(|word| word.key() == key))
    })
}

/// Whether the next word is one of `list`, with nothing but a space before it.
pub(super) fn is_followed_by(text: &str, next: Option<&Word<'_>>, word: &Word<'_>, list: &[&str]) -> bool {
    next.is_some_and(|next| {
        text.get(word.range.end..next.range.start) == Some(" ")
            && list.iter().any(|known| known.eq_ignore_ascii_case(next.text))
    })
}

/// Whether the Chinese has characters that read like a word of the English.
fn is_supported(case: &Case<'_>, key: &str) -> bool {
    case.drafts
        .zh
        .as_ref()
        .is_some_and(|draft| draft.passages.iter().any(|read| pinyin::sounds_in(key, &read.passage.text)))
}

/// Chinese names with one wrong character: one that sounds or looks like the right one, before the rank.
fn chinese_slips(
    case: &Case<'_>,
    gazetteer: &Gazetteer<'_>,
    lacking: &[usize],
    text: &str,
) -> Vec<(Range<usize>, usize)> {
    let mut slips = Vec::new();
    let mut before: [(usize, char); 2] = [(0, ' '); 2];
    for (at, c) in text.char_indices() {
        let (start, a) = before[1];
        if let Some(spot) = bare_slip(gazetteer, lacking, [a, c]) {
            slips.push((start..at + c.len_utf8(), spot));
        }
        if RANKS.iter().any(|rank| text[at..].starts_with(rank)) {
            let [(start, a), (_, b)] = before;
            slips.extend(
                wrong_character(case, gazetteer, [a, b]).map(|spot| (start..at + c.len_utf8(), spot)),
            );
        }
        before = [before[1], (at, c)];
    }
    // A name with its rank is told as a whole.
    slips.reverse();
    slips.dedup_by_key(|(range, _): &mut (Range<usize>, usize)| range.start);
    slips.reverse();
    slips
}

/// Places of the text's own family that the English names more often than the Chinese does.
fn lacking_in_chinese(case: &Case<'_>, gazetteer: &Gazetteer<'_>) -> Vec<usize> {
    let Some(home) = case.place.and_then(|id| gazetteer.of_id(id)) else { return Vec::new() };
    let (Some(zh), Some(en)) = (&case.drafts.zh, &case.drafts.en) else { return Vec::new() };
    let mut more: FxHashMap<usize, i64> = FxHashMap::default();
    for (draft, one) in [(zh, -1), (en, 1)] {
        for read in &draft.passages {
            for (_, name) in gazetteer.find(&read.passage.text, draft.lang) {
                *more.entry(name.spot).or_default() += one;
            }
        }
    }
    let lacking = more.into_iter().filter(|(spot, more)| *more > 0 && gazetteer.is_family(home, *spot));
    let mut lacking: Vec<usize> = lacking.map(|(spot, _)| spot).collect();
    lacking.sort_unstable();
    lacking
}

/// A name without its rank and with a character that sounds or looks like the right one, where the English has it.
fn bare_slip(gazetteer: &Gazetteer<'_>, lacking: &[usize], said: [char; 2]) -> Option<usize> {
    lacking.iter().copied().find(|&spot| {
        let mut right = chinese_core(gazetteer.spots[spot].zh).chars();
        let (Some(x), Some(y), None) = (right.next(), right.next(), right.next()) else { return false };
        let is_slip = |wrong: char, right: char| wrong != right && pinyin::alike(wrong, right);
        (said[0] == x && is_slip(said[1], y)) || (said[1] == y && is_slip(said[0], x))
    })
}

fn wrong_character(case: &Case<'_>, gazetteer: &Gazetteer<'_>, said: [char; 2]) -> Option<usize> {
    let candidates = gazetteer.by_character(said);
    candidates.into_iter().find(|&spot| {
        let mut right = chinese_core(gazetteer.spots[spot].zh).chars();
        let (Some(x), Some(y), None) = (right.next(), right.next(), right.next()) else { return false };
        // Any character will do if the English has the place and nothing that reads like what is said.
        let is_unsaid = || {
            pinyin::spell(&said.iter().collect::<String>()).is_some_and(|spelt| {
                counts(case, gazetteer, spot).is_some_and(|(zh, en)| en > zh)
                    && !is_in_english(case, &spelt.concat())
            })
        };
        let is_slip =
            |wrong: char, right: char| wrong != right && (pinyin::alike(wrong, right) || is_unsaid());
        ((said[0] == x && is_slip(said[1], y)) || (said[1] == y && is_slip(said[0], x)))
            && !gazetteer.has_chinese(said)
            && is_near_home(case, gazetteer, spot)
    })
}

fn misspelt(gazetteer: &Gazetteer<'_>, spot: usize, said: &str, span: Span, lang: Lang) -> Diagnostic {
    let spot = &gazetteer.spots[spot];
    let name = if lang == Lang::Zh { spot.zh } else { spot.en };
    Diagnostic::new(
        Code::PlaceName,
        span,
        Text::new(
            format!("没有登记“{said}”，疑为“{name}”之误"),
            format!("no place is registered as `{said}`; probably {name} is meant"),
        ),
        Text::new(
            format!("改为“{name}”；确是另一个地方的，登记到 registry/places.toml"),
            format!("write {name}; if it is another place, enter it in registry/places.toml"),
        ),
    )
}

/// Names that a place bore no longer, or not yet.
fn out_of_date<'d>(
    case: &'d Case<'_>,
    gazetteer: &'d Gazetteer<'_>,
    draft: &'d Draft<'_>,
    read: &'d Read,
) -> Vec<Diagnostic> {
    let text = &read.passage.text;
    let judge = |(range, name): (Range<usize>, &PlaceName<'_>)| {
        let place = gazetteer.spots[name.spot].place?;
        let right = match name.former {
            Some(former) => {
                let day = year_said(read, &range, draft.lang).or_else(|| first_day(case))?;
                (day >= former.until).then(|| place.name_on(day))?
            }
            None if name.has_rank => {
                let day = last_day(case)?;
                let right = place.name_on(day);
                (*right != place.name && text[range.clone()] == *place.name.get(draft.lang))
                    .then_some(right)?
            }
            None => return None,
        };
        let (said, right) = (&text[range.clone()], right.get(draft.lang));
        (said != right).then(|| not_its_name(draft.span(&read.passage, &range), said, right))
    };
    gazetteer.find(text, draft.lang).into_iter().filter_map(judge).collect()
}

/// The first day of the latest period with a year that the sentence names.
fn year_said(read: &Read, at: &Range<usize>, lang: Lang) -> Option<Date> {
    let sentences = prose::sentences(&read.passage.text, lang);
    let sentence = sentences.into_iter().find(|sentence| sentence.contains(&at.start))?;
    let years = read.mentions.iter().filter(|mention| sentence.contains(&mention.span.start));
    years
        .filter_map(|mention| match &mention.what {
            What::Period(period) => Some(period.first_day()),
            _ => None,
        })
        .max()
}

fn first_day(case: &Case<'_>) -> Option<Date> {
    match case.bulletin {
        Some((bulletin, _)) => Some(bulletin.period.value.first_day()),
        None => case.released.map(|released| released.first_day()),
    }
}

fn last_day(case: &Case<'_>) -> Option<Date> {
    match case.bulletin {
        Some((bulletin, _)) => Some(bulletin.period.value.last_day()),
        None => case.released.map(|released| released.last_day()),
    }
}

fn not_its_name(span: Span, said: &str, right: &str) -> Diagnostic {
    Diagnostic::new(
        Code::PlaceName,
        span,
        Text::new(
            format!("当时的名称是“{right}”，不是“{said}”"),
            format!("at that time its name was {right}, not {said}"),
        ),
        Text::new(
            format!("改为“{right}”；年份有误的，改正年份"),
            format!("write {right}, or correct the year"),
        ),
    )
}
