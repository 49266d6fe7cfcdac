//! Rules over running text: what narratives say, held against figures, the other language and the registry.
//!
//! A [`Case`] is what is judged together: the two languages of a bulletin, or files that somebody pasted. Every rule
//! of this room takes a case and looks at what there is of it; without a bulletin, only the text itself.

mod cities;
mod claim;
mod context;
mod conversions;
mod currencies;
mod dates;
mod difference;
mod draft;
mod false_friends;
mod figures;
mod gazetteer;
mod glossary;
mod knowledge;
mod lexicon;
mod multiples;
mod omissions;
mod organisations;
mod pace;
mod pairing;
mod parity;
mod pasted;
mod people;
mod people_pairs;
mod pinyin;
mod pinyin_left;
mod place_alone;
mod place_pairs;
mod places;
mod plans;
mod points;
mod punctuation;
mod renderings;
mod risk;
mod sense;
mod sentence;
mod structure;
mod terms;
mod thresholds;
mod typed;
mod units;
mod unread;
mod years;

pub use cities::{city, city_names};
pub(crate) use draft::{Draft, Read};
pub(crate) use knowledge::Knowledge;
pub use pasted::{Pasted, lint};

use std::collections::HashSet;

use rayon::prelude::*;

use crate::analysis::Index;
use crate::content::{Bulletin, Content, Id, Registry};
use crate::diagnostic::{Code, Diagnostics, Location};
use crate::figure::Period;
use crate::lang::{Both, Lang};

/// What is judged together.
pub(crate) struct Case<'a> {
    /// The text in each language, where there is one.
    pub(crate) drafts: Both<Option<Draft<'a>>>,
    /// Names and terms.
    pub(crate) registry: &'a Registry,
    /// The same, ready to be looked for.
    pub(crate) knowledge: &'a Knowledge<'a>,
    /// The place that the text is about.
    pub(crate) place: Option<&'a Id>,
    /// When it is released: a day, or a month where no more is known.
    pub(crate) released: Option<Period>,
    /// The bulletin that the text belongs to, and what its figures say; none for pasted text.
    pub(crate) bulletin: Option<(&'a Bulletin, &'a Index<'a>)>,
}

impl<'a> Case<'a> {
    fn of_bulletin(
        bulletin: &'a Bulletin,
        content: &'a Content,
        index: &'a Index<'a>,
        knowledge: &'a Knowledge<'a>,
    ) -> Self {
        let draft = |lang: Lang| {
            let narrative = bulletin.narratives.get(lang).as_ref()?;
            Some(Draft::of_markdown(lang, narrative.source, &narrative.text))
        };
        Case {
            drafts: Both { zh: draft(Lang::Zh), en: draft(Lang::En) },
            registry: &content.registry,
            knowledge,
            place: Some(&bulletin.place.value),
            released: Some(bulletin.released.value),
            bulletin: Some((bulletin, index)),
        }
    }

    /// The drafts that there are, Chinese first.
    pub(crate) fn drafts(&self) -> impl Iterator<Item = &Draft<'a>> {
        [&self.drafts.zh, &self.drafts.en].into_iter().flatten()
    }
}

/// Holds every bulletin's narratives against the rules of this room.
pub(super) fn check(content: &Content, index: &Index<'_>, found: &mut Diagnostics) {
    let knowledge = Knowledge::of(&content.registry, &content.projects);
    let findings: Vec<Diagnostics> = content
        .bulletins
        .par_iter()
        .map(|bulletin| {
            let mut found = Diagnostics::default();
            judge(&Case::of_bulletin(bulletin, content, index, &knowledge), &mut found);
            found
        })
        .collect();
    for more in findings {
        found.extend(more);
    }
}

/// The rules of this room, one a line.
const RULES: &[fn(&Case<'_>, &mut Diagnostics)] = &[
    parity::check,
    omissions::check,
    typed::check,
    thresholds::check,
    conversions::check,
    units::check,
    multiples::check,
    points::check,
    pace::check,
    currencies::check,
    plans::check,
    years::check,
    dates::check,
    place_pairs::check,
    places::check,
    people::check,
    people_pairs::check,
    organisations::check,
    pinyin_left::check,
    false_friends::check,
    // What these have found goes before what the term base says of the same words.
    terms::check,
    renderings::check,
    structure::check,
    punctuation::check,
    risk::check,
];

/// Every rule of this room on one case; what two rules find under one code at one place is said once.
pub(crate) fn judge(case: &Case<'_>, found: &mut Diagnostics) {
    let mut all = Diagnostics::default();
    for rule in RULES {
        rule(case, &mut all);
    }
    let mut said: HashSet<(Code, Location)> = HashSet::new();
    found.push_all(all.into_iter().filter(|finding| said.insert((finding.code, finding.at.clone()))));
}
