//! P2: a place is the same place in both languages, and has one name in one text.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::gazetteer::{chinese_core, confusable};
use super::lexicon::words;
use super::places::{NO_PLACES, is_followed_by};
use super::{Case, Draft, pinyin, place_alone};
use crate::content::Level;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, Span};
use crate::lang::{Lang, Text};
use crate::markdown::DirectiveKind;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    match (&case.drafts.zh, &case.drafts.en) {
        (Some(zh), Some(en)) => {
            for (zh, en) in units(zh, en) {
                let (zh, en) = (Side::of(case, zh.0, &zh.1), Side::of(case, en.0, &en.1));
                // Paragraphs that have their likes are compared one by one: more is told apart so.
                if zh.passages.len() == en.passages.len() && zh.passages.len() > 1 {
                    for (one, other) in zh.passages.iter().zip(&en.passages) {
                        let (one, other) =
                            (Side::of(case, zh.draft, &[*one]), Side::of(case, en.draft, &[*other]));
                        Comparison { case, zh: &one, en: &other, within: Some((&zh, &en)) }.run(found);
                    }
                } else {
                    Comparison { case, zh: &zh, en: &en, within: None }.run(found);
                }
            }
            cities_of_one(case, zh, en, found);
        }
        (None, Some(en)) => {
            let all: Vec<usize> = (0..en.passages.len()).collect();
            place_alone::check(case, &Side::of(case, en, &all), found);
        }
        _ => {}
    }
}

/// Cities that nothing but one language names, anywhere: no register needs them to tell that a translator would not
/// add or leave them out. Those of the register are compared passage by passage.
fn cities_of_one(case: &Case<'_>, zh: &Draft<'_>, en: &Draft<'_>, found: &mut Diagnostics) {
    let all = |draft: &Draft<'_>| (0..draft.passages.len()).collect::<Vec<_>>();
    let (zh, en) = (Side::of(case, zh, &all(zh)), Side::of(case, en, &all(en)));
    let whole = Comparison { case, zh: &zh, en: &en, within: None };
    let reported: Vec<Location> = found.iter().map(|finding| finding.at.clone()).collect();
    for (side, other) in [(&zh, &en), (&en, &zh)] {
        for named in &side.named {
            let spot = &case.knowledge.places.spots[named.spot];
            let is_there = other.count(&spot.key) > 0
                || other.spells(&spot.key)
                || other.sounds_like(&spot.key)
                || is_printed(case, other.draft, spot.zh, spot.en);
            if spot.place.is_some() || spot.level != Level::Prefecture || is_there {
                continue;
            }
            let finding = whole.unmatched(side, named);
            found.push_all(finding.filter(|finding| !reported.contains(&finding.at)));
        }
    }
}

/// Whether a project or an investor that a directive prints has the place in its name.
fn is_printed(case: &Case<'_>, draft: &Draft<'_>, zh: &str, en: &str) -> bool {
    let core = chinese_core(zh);
    let projects = case.bulletin.map(|(_, index)| &index.content().projects);
    let printed = draft.passages.iter().flat_map(|read| &read.passage.directives);
    printed.into_iter().any(|(_, directive)| match &directive.kind {
        DirectiveKind::ProjectName { id } => {
            projects.and_then(|projects| projects.get(id)).is_some_and(|project| {
                let (name_zh, name_en) =
                    (project.name.for_reader(Lang::Zh).0, project.name.for_reader(Lang::En).0);
                name_zh.contains(core) || name_en.contains(en)
            })
        }
        _ => false,
    })
}

/// Passages that say the same in both languages.
struct Comparison<'s, 'c> {
    case: &'c Case<'c>,
    zh: &'s Side<'c>,
    en: &'s Side<'c>,
    /// The sections that they are a part of. Where these name a place equally often, the passages are only divided
    /// otherwise.
    within: Option<(&'s Side<'c>, &'s Side<'c>)>,
}

/// Passages of a text in one language.
pub(super) struct Side<'c> {
    pub(super) draft: &'c Draft<'c>,
    passages: Vec<usize>,
    pub(super) named: Vec<Named>,
    counts: FxHashMap<&'c str, usize>,
}

/// A mention of a place.
pub(super) struct Named {
    pub(super) spot: usize,
    pub(super) passage: usize,
    pub(super) range: Range<usize>,
}

/// Passages of a draft, by their numbers.
type Unit<'c> = (&'c Draft<'c>, Vec<usize>);

/// The sections of both texts, each with its like; the whole texts where they have not the same number.
fn units<'c>(zh: &'c Draft<'c>, en: &'c Draft<'c>) -> Vec<(Unit<'c>, Unit<'c>)> {
    let last = |draft: &Draft<'_>| draft.passages.last().map_or(0, |read| read.passage.section);
    let all = |draft: &Draft<'_>| (0..draft.passages.len()).collect::<Vec<_>>();
    let of = |draft: &Draft<'_>, section| {
        let passages = all(draft).into_iter();
        passages.filter(|at| draft.passages[*at].passage.section == section).collect::<Vec<_>>()
    };
    if last(zh) == last(en) {
        (0..=last(zh)).map(|section| ((zh, of(zh, section)), (en, of(en, section)))).collect()
    } else {
        vec![((zh, all(zh)), (en, all(en)))]
    }
}

impl<'c> Side<'c> {
    fn of(case: &'c Case<'c>, draft: &'c Draft<'c>, passages: &[usize]) -> Self {
        let gazetteer = &case.knowledge.places;
        let mut side =
            Side { draft, passages: passages.to_vec(), named: Vec::new(), counts: FxHashMap::default() };
        for &passage in passages {
            let Some(read) = draft.passages.get(passage) else { continue };
            for (range, name) in gazetteer.find(&read.passage.text, draft.lang) {
                *side.counts.entry(gazetteer.spots[name.spot].key.as_str()).or_default() += 1;
                side.named.push(Named { spot: name.spot, passage, range });
            }
            let printed =
                read.passage.directives.iter().filter(|(_, directive)| prints_place(&directive.kind));
            for home in printed.filter_map(|_| gazetteer.of_id(case.place?)) {
                *side.counts.entry(gazetteer.spots[home].key.as_str()).or_default() += 1;
            }
        }
        side
    }

    pub(super) fn count(&self, key: &str) -> usize {
        self.counts.get(key).copied().unwrap_or(0)
    }

    pub(super) fn span(&self, passage: usize, range: &Range<usize>) -> Option<Span> {
        self.draft.passages.get(passage).map(|read| self.draft.span(&read.passage, range))
    }

    /// Whether characters of this side read like a word.
    fn sounds_like(&self, key: &str) -> bool {
        let passages = self.passages.iter().filter_map(|at| self.draft.passages.get(*at));
        passages.into_iter().any(|read| pinyin::sounds_in(key, &read.passage.text))
    }

    /// Whether a name stands among the words, known as a place or not.
    fn spells(&self, key: &str) -> bool {
        let passages = self.passages.iter().filter_map(|at| self.draft.passages.get(*at));
        passages.into_iter().any(|read| words(&read.passage.text).iter().any(|word| word.key() == key))
    }
}

fn prints_place(kind: &DirectiveKind) -> bool {
    matches!(kind, DirectiveKind::Figure { path, .. } if path.first().is_some_and(|part| part == "place"))
}

impl Comparison<'_, '_> {
    fn run(&self, found: &mut Diagnostics) {
        let gazetteer = &self.case.knowledge.places;
        // What the Chinese names and the English does not name as often.
        let lost: Vec<&Named> = self.zh.named.iter().filter(|named| self.is_lost(named)).collect();
        for named in &self.en.named {
            let key = &gazetteer.spots[named.spot].key;
            let is_named = self.zh.count(key) > 0;
            let is_said = !self.is_gained(named) || (!is_named && self.zh.sounds_like(key));
            if is_said || self.is_home(named.spot) {
                continue;
            }
            if let Some(instead) = self.replaced(named.spot, &lost) {
                found.push_all(self.differs(named, instead, false));
            } else if is_named {
                // English says a name again where Chinese says 该县.
            } else if let Some(meant) = self.confused(key) {
                found.push_all(self.stray(named, meant));
            } else if self.is_of_another(named.spot) && !self.is_in_section(key) {
                found.push_all(self.unmatched(self.en, named));
            }
        }
        for named in &lost {
            let key = &gazetteer.spots[named.spot].key;
            if self.is_home(named.spot) || self.en.count(key) > 0 || self.en.spells(key) {
                continue;
            }
            // The home of the text may be the one that the English rightly has.
            let more: Vec<&Named> = self.en.named.iter().filter(|said| self.is_gained(said)).collect();
            if let Some(instead) = self.replaced(named.spot, &more)
                && self.is_home(instead.spot)
            {
                found.push_all(self.differs(named, instead, true));
            } else if self.is_of_another(named.spot) && !self.is_in_section(key) {
                found.push_all(self.unmatched(self.zh, named));
            }
        }
        for (passage, range, instead) in self.unknown_names(&lost) {
            found.push_all(self.unknown(passage, &range, instead));
        }
    }

    fn is_lost(&self, named: &Named) -> bool {
        let key = &self.case.knowledge.places.spots[named.spot].key;
        let is_fewer = |(zh, en): (&Side<'_>, &Side<'_>)| zh.count(key) > en.count(key);
        is_fewer((self.zh, self.en)) && self.within.is_none_or(is_fewer)
    }

    fn is_gained(&self, named: &Named) -> bool {
        let key = &self.case.knowledge.places.spots[named.spot].key;
        self.en.count(key) > self.zh.count(key) && self.is_more_in_english(key)
    }

    /// Whether the section names a place more often in English than in Chinese.
    fn is_more_in_english(&self, key: &str) -> bool {
        self.within.is_none_or(|(zh, en)| en.count(key) > zh.count(key))
    }

    /// Whether both languages name a place somewhere in the section.
    fn is_in_section(&self, key: &str) -> bool {
        self.within.is_some_and(|(zh, en)| zh.count(key) > 0 && en.count(key) > 0)
    }

    /// Whether a place of the register has nothing to do with the text's own, so that no translator adds it or
    /// leaves it out.
    fn is_of_another(&self, spot: usize) -> bool {
        let gazetteer = &self.case.knowledge.places;
        let home = self.case.place.and_then(|id| gazetteer.of_id(id));
        let said = &gazetteer.spots[spot];
        said.place.is_some()
            && said.level >= Level::Prefecture
            && home.is_some_and(|home| !gazetteer.is_family(home, spot))
    }

    /// The place that the text is about, and what it lies in: named in one language where the other says 全市.
    fn is_home(&self, spot: usize) -> bool {
        let gazetteer = &self.case.knowledge.places;
        let home = self.case.place.and_then(|id| gazetteer.of_id(id));
        home.is_some_and(|home| {
            gazetteer.line(home).iter().any(|&at| gazetteer.spots[at].key == gazetteer.spots[spot].key)
        })
    }

    /// What the other language has in the place of a name: what looks like it, else what has its rank. A province
    /// is often added or left out, so that one stands for another only if neither is named otherwise.
    fn replaced<'l>(&self, spot: usize, others: &[&'l Named]) -> Option<&'l Named> {
        let spots = &self.case.knowledge.places.spots;
        let said = &spots[spot];
        let is_like = |named: &&&Named| is_like(&spots[named.spot].key, &said.key);
        let has_its_rank = |named: &&&Named| {
            let other = &spots[named.spot];
            let is_alone = || self.en.count(&other.key) == 0 || self.zh.count(&other.key) == 0;
            other.level == said.level && (said.level >= Level::Prefecture || is_alone())
        };
        others.iter().find(is_like).or_else(|| others.iter().find(has_its_rank)).copied()
    }

    /// The place that a city is easily mistaken for, if it is the text's own or the Chinese names it.
    fn confused(&self, key: &str) -> Option<usize> {
        let gazetteer = &self.case.knowledge.places;
        let home = self.case.place.and_then(|id| gazetteer.of_id(id));
        let named = self.zh.named.iter().map(|named| named.spot);
        home.into_iter().chain(named).find(|&spot| confusable(&gazetteer.spots[spot].key, key))
    }

    /// English names that are no known place, but stand where the Chinese has one that sounds partly the same.
    fn unknown_names<'l>(&self, lost: &[&'l Named]) -> Vec<(usize, Range<usize>, &'l Named)> {
        let knowledge = self.case.knowledge;
        let spots = &knowledge.places.spots;
        let mut names = Vec::new();
        if lost.is_empty() {
            return names;
        }
        for &at in &self.en.passages {
            let Some(read) = self.en.draft.passages.get(at) else { continue };
            let text = &read.passage.text;
            let all = words(text);
            for (index, word) in
                all.iter().enumerate().filter(|(_, word)| word.is_name() && word.text.len() >= 4)
            {
                let key = word.key();
                let is_other = pinyin::syllables(&key).is_none_or(|syllables| syllables.len() < 2)
                    || knowledge.places.has_key(&key)
                    || knowledge.people.has_word(&key)
                    || knowledge.organisations.has_word(&key)
                    || is_followed_by(text, all.get(index + 1), word, NO_PLACES);
                if is_other {
                    continue;
                }
                let meant = lost.iter().find(|named| is_like(&spots[named.spot].key, &key));
                if let Some(meant) = meant.filter(|_| !self.zh.sounds_like(&key)) {
                    names.push((at, word.range.clone(), *meant));
                }
            }
        }
        names
    }

    fn differs(&self, at: &Named, other: &Named, in_chinese: bool) -> Option<Diagnostic> {
        let spots = &self.case.knowledge.places.spots;
        let (side, other_side) = if in_chinese { (self.zh, self.en) } else { (self.en, self.zh) };
        let (said, instead) = (&spots[at.spot], &spots[other.spot]);
        let message = if in_chinese {
            Text::new(
                format!("中文是“{}”，英文是{}（{}）", said.zh, instead.en, instead.zh),
                format!("the Chinese names {} ({}), the English {}", said.en, said.zh, instead.en),
            )
        } else {
            Text::new(
                format!("英文是{}（{}），中文是“{}”（{}）", said.en, said.zh, instead.zh, instead.en),
                format!(
                    "the English names {} ({}), the Chinese {} ({})",
                    said.en, said.zh, instead.zh, instead.en
                ),
            )
        };
        let twin = other_side.span(other.passage, &other.range)?;
        let finding = Diagnostic::new(Code::PlaceDiffers, side.span(at.passage, &at.range)?, message, help());
        Some(finding.with_related(twin, Text::new("另一种文字", "the other language")))
    }

    fn unmatched(&self, side: &Side<'_>, named: &Named) -> Option<Diagnostic> {
        let spot = &self.case.knowledge.places.spots[named.spot];
        let (zh_other, en_other) =
            if side.draft.lang == Lang::Zh { ("英文", "English") } else { ("中文", "Chinese") };
        Some(Diagnostic::new(
            Code::PlaceDiffers,
            side.span(named.passage, &named.range)?,
            Text::new(
                format!("{zh_other}没有提到{}（{}）", spot.zh, spot.en),
                format!("the {en_other} does not name {} ({})", spot.en, spot.zh),
            ),
            help(),
        ))
    }

    fn stray(&self, named: &Named, meant: usize) -> Option<Diagnostic> {
        let spots = &self.case.knowledge.places.spots;
        let (said, meant) = (&spots[named.spot], &spots[meant]);
        let span = self.en.span(named.passage, &named.range)?;
        Some(Diagnostic::new(
            Code::PlaceDiffers,
            span,
            Text::new(
                format!("中文没有“{}”，疑为{}（{}）之误", said.zh, meant.en, meant.zh),
                format!(
                    "the Chinese does not name {} ({}); probably {} is meant",
                    said.en, said.zh, meant.en
                ),
            ),
            help(),
        ))
    }

    fn unknown(&self, passage: usize, range: &Range<usize>, instead: &Named) -> Option<Diagnostic> {
        let meant = &self.case.knowledge.places.spots[instead.spot];
        let said = self.en.draft.passages.get(passage)?.passage.text.get(range.clone())?;
        let twin = self.zh.span(instead.passage, &instead.range)?;
        let finding = Diagnostic::new(
            Code::PlaceDiffers,
            self.en.span(passage, range)?,
            Text::new(
                format!("中文是“{}”（{}），英文却是{said}", meant.zh, meant.en),
                format!("the Chinese has {} ({}), but the English {said}", meant.zh, meant.en),
            ),
            help(),
        );
        Some(finding.with_related(twin, Text::new("另一种文字", "the other language")))
    }
}

/// Whether two names are easily taken for each other: they differ by a slip, or share a syllable at its place.
fn is_like(a: &str, b: &str) -> bool {
    confusable(a, b) || (a != b && shares_syllable(a, b))
}

pub(super) fn shares_syllable(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (pinyin::syllables(a), pinyin::syllables(b)) else { return false };
    a.len() == 2 && b.len() == 2 && (a[0] == b[0] || a[1] == b[1])
}

fn help() -> Text {
    Text::new(
        "改正写错的一方；译名以 registry/places.toml 为准",
        "mend the language that is wrong; registry/places.toml has the names",
    )
}
