//! E2: companies go by their official English names; only 招商局集团 is the China Merchants Group.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::gazetteer::Gazetteer;
use super::lexicon::{Lexicon, NearNames, Word, key, words};
use super::pinyin;
use super::{Case, Draft, Read};
use crate::content::{ById, Id, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Name, Text};
use crate::markdown::DirectiveKind;

/// Words that say little about whose name it is.
const COMMON: &[&str] = &[
    "project",
    "plant",
    "group",
    "co",
    "ltd",
    "company",
    "base",
    "production",
    "park",
    "centre",
    "of",
    "and",
    "the",
    "a",
    "year",
    "phase",
];

/// What in Chinese is a company of the China Merchants Group.
const MERCHANTS: &[&str] = &[
    "招商局集团",
    "招商局港口",
    "招商局蛇口",
    "招商局旗下",
    "招商银行",
    "招商证券",
    "招商蛇口",
    "招商港口",
    "招商轮船",
    "招商基金",
];

/// The part of a company's name that nobody else has: 卓然, Zhuoran.
struct Brand<'a> {
    /// In Chinese, where that is known.
    zh: Option<&'a str>,
    /// In English.
    en: String,
    /// The word after it.
    next: Option<String>,
    /// What the Chinese name goes on with: 味精集团.
    rest: Option<&'a str>,
    /// Two words of the name that stand side by side beyond it: copper foil.
    pairs: Vec<String>,
    /// The whole name in English.
    name: &'a str,
    /// The project that the name is of or that invests.
    project: &'a Id,
}

/// The companies of the register of projects.
pub(super) struct Organisations<'a> {
    brands: Vec<Brand<'a>>,
    by_key: FxHashMap<String, usize>,
    words: FxHashSet<String>,
    near: NearNames<usize>,
    zh: Lexicon<usize>,
}

impl<'a> Organisations<'a> {
    /// What projects and their investors are called.
    pub(super) fn new(projects: &'a ById<Project>, places: &Gazetteer<'_>) -> Self {
        let mut brands = Vec::new();
        for (id, project) in projects {
            for name in [project.investor.as_ref(), Some(&project.name)].into_iter().flatten() {
                brands.extend(brands_of(name, id, places));
            }
        }
        let mut by_key = FxHashMap::default();
        for (at, brand) in brands.iter().enumerate() {
            by_key.entry(key(&brand.en)).or_insert(at);
        }
        let zh = brands.iter().enumerate().filter_map(|(at, brand)| Some((brand.zh?, at)));
        Organisations {
            words: by_key.keys().cloned().collect(),
            near: NearNames::new(by_key.iter().map(|(key, at)| (key.clone(), *at))),
            zh: Lexicon::new(zh),
            by_key,
            brands,
        }
    }

    /// Whether a company bears this word in its name, in small letters.
    pub(super) fn has_word(&self, key: &str) -> bool {
        self.words.contains(key)
    }

    /// The company whose name a word goes on from: Qiluweisu.
    fn run_together(&self, key: &str) -> Option<&Brand<'a>> {
        (4..key.len().saturating_sub(2)).rev().find_map(|length| {
            let (head, rest) = (key.get(..length)?, key.get(length..)?);
            let brand = &self.brands[*self.by_key.get(head)?];
            pinyin::syllables(rest).map(|_| brand)
        })
    }

    /// The company whose name goes on in pinyin where it has an English word: Qilu Weijing.
    fn half_spelt(&self, key: &str, next: Option<&Word<'_>>) -> Option<&Brand<'a>> {
        let next = next.filter(|next| next.is_name())?.key();
        let brand = &self.brands[*self.by_key.get(key)?];
        let is_spelt = brand
            .rest
            .is_some_and(|rest| pinyin::sounding(&next, rest).is_some_and(|spelt| rest.starts_with(spelt)));
        (is_spelt && brand.next.as_ref() != Some(&next)).then_some(brand)
    }

    /// The company whose name is almost a word, if the next word is that of its name.
    fn misspelt(&self, key: &str, next: Option<&Word<'_>>) -> Option<&Brand<'a>> {
        let next = next?.key();
        self.near.find(key).map(|at| &self.brands[*at]).find(|brand| brand.next.as_ref() == Some(&next))
    }
}

fn brands_of<'a>(name: &'a Name, project: &'a Id, places: &Gazetteer<'_>) -> Option<Brand<'a>> {
    let en = name.known_in(Lang::En)?;
    let zh = name.known_in(Lang::Zh);
    let all = words(en);
    let is_brand = |word: &Word<'_>| {
        let key = word.key();
        word.is_name()
            && pinyin::syllables(&key).is_some_and(|syllables| syllables.len() >= 2)
            && !places.has_key(&key)
            && zh.is_none_or(|zh| pinyin::sounds_in(&key, zh))
    };
    let at = all.iter().position(is_brand)?;
    let is_common = |word: &Word<'_>| COMMON.contains(&word.key().as_str());
    let pairs = all.windows(2).enumerate().filter(|(index, pair)| {
        let is_place = pair.iter().all(|word| places.has_key(&word.key()));
        *index != at && index + 1 != at && !is_place && !pair.iter().any(is_common)
    });
    let in_zh = zh.and_then(|zh| pinyin::sounding(&all[at].key(), zh));
    Some(Brand {
        zh: in_zh,
        en: all[at].text.to_owned(),
        next: all.get(at + 1).map(Word::key),
        rest: zh.zip(in_zh).and_then(|(zh, brand)| zh.split_once(brand)).map(|(_, rest)| rest),
        pairs: pairs.map(|(_, pair)| format!("{} {}", pair[0].text, pair[1].text)).collect(),
        name: en,
        project,
    })
}

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let Some(en) = &case.drafts.en else { return };
    for read in &en.passages {
        found.push_all(wrong_words(case, en, read));
        found.push_all(merchants(case, en, read));
    }
    if let Some(zh) = &case.drafts.zh {
        translated(case, zh, en, found);
    }
}

/// Words that a company's name was made into.
fn wrong_words(case: &Case<'_>, draft: &Draft<'_>, read: &Read) -> Vec<Diagnostic> {
    let (knowledge, text) = (case.knowledge, &read.passage.text);
    let all = words(text);
    let judge = |(at, word): (usize, &Word<'_>)| {
        let key = word.key();
        let (organisations, next) = (&knowledge.organisations, all.get(at + 1));
        if !word.is_name() {
            return None;
        }
        if let Some(brand) = organisations.half_spelt(&key, next) {
            let range = word.range.start..next?.range.end;
            return Some(not_its_name(brand, &text[range.clone()], draft.span(&read.passage, &range)));
        }
        if organisations.has_word(&key) || knowledge.places.has_key(&key) {
            return None;
        }
        let brand = organisations.run_together(&key).or_else(|| organisations.misspelt(&key, next))?;
        Some(not_its_name(brand, word.text, draft.span(&read.passage, &word.range)))
    };
    all.iter().enumerate().filter_map(judge).collect()
}

/// Companies that the Chinese names, while the English has the rest of the name without what makes it theirs.
fn translated(case: &Case<'_>, zh: &Draft<'_>, en: &Draft<'_>, found: &mut Diagnostics) {
    let organisations = &case.knowledge.organisations;
    let mut named: Vec<usize> = Vec::new();
    for read in &zh.passages {
        named.extend(organisations.zh.find(&read.passage.text).into_iter().map(|(_, at)| *at));
    }
    named.sort_unstable();
    named.dedup();
    for at in named {
        let brand = &organisations.brands[at];
        if !has_brand(en, brand) {
            found.push_all(remains(en, brand));
        }
    }
}

fn has_brand(draft: &Draft<'_>, brand: &Brand<'_>) -> bool {
    let wanted = key(&brand.en);
    draft.passages.iter().any(|read| {
        let by_name = words(&read.passage.text).iter().any(|word| word.key() == wanted);
        by_name
            || read.passage.directives.iter().any(|(_, directive)| {
                matches!(&directive.kind, DirectiveKind::ProjectName { id } if id == brand.project)
            })
    })
}

/// Where the rest of a name stands.
fn remains(draft: &Draft<'_>, brand: &Brand<'_>) -> Option<Diagnostic> {
    let pairs = Lexicon::new(brand.pairs.iter().map(|pair| (pair.as_str(), ())));
    draft.passages.iter().find_map(|read| {
        let (range, ()) = pairs.find(&read.passage.text).into_iter().next()?;
        let said = &read.passage.text[range.clone()];
        Some(not_its_name(brand, said, draft.span(&read.passage, &range)))
    })
}

fn not_its_name(brand: &Brand<'_>, said: &str, span: Span) -> Diagnostic {
    let (name, word) = (brand.name, &brand.en);
    let zh = brand.zh.map_or_else(String::new, |zh| format!("“{zh}”的"));
    Diagnostic::new(
        Code::Organisation,
        span,
        Text::new(
            format!("{zh}英文名是{word}，这里是“{said}”"),
            format!("the name has `{word}` in it; here it says `{said}`"),
        ),
        Text::new(format!("用登记的英文名：{name}"), format!("write the name as it is registered: {name}")),
    )
}

/// The China Merchants Group in a text that means investment promotion.
fn merchants(case: &Case<'_>, draft: &Draft<'_>, read: &Read) -> Vec<Diagnostic> {
    let text = &read.passage.text;
    let lower = text.to_ascii_lowercase();
    let is_company = |after: &str| {
        ["bank", "port", "securities", "shekou", "energy", "holdings", "capital", "fund"]
            .iter()
            .any(|word| after.trim_start().starts_with(word))
    };
    let chinese = case.drafts.zh.as_ref();
    let is_meant = || {
        chinese.is_some_and(|zh| {
            zh.passages.iter().any(|read| MERCHANTS.iter().any(|name| read.passage.text.contains(name)))
        })
    };
    let judge = |(start, said): (usize, &str)| {
        let end = start + said.len();
        let branch = lower[..start].trim_end();
        let is_branch = branch.ends_with("branch of") || branch.ends_with("branches of");
        let is_wrong = is_branch || chinese.is_some();
        let range: Range<usize> =
            if lower[end..].starts_with(" group") { start..end + 6 } else { start..end };
        (is_wrong && !is_company(&lower[end..]) && !is_meant())
            .then(|| not_the_group(draft.span(&read.passage, &range)))
    };
    lower.match_indices("china merchants").filter_map(judge).collect()
}

fn not_the_group(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::Organisation,
        span,
        Text::new(
            "China Merchants是招商局集团，这里说的是招商引资",
            "China Merchants is a state-owned group (招商局集团); here investment promotion is meant",
        ),
        Text::new(
            "“招商小分队”译investment-promotion team，县市的招商局译Bureau of Investment Promotion",
            "招商小分队 is an investment-promotion team; the 招商局 of a city or county is its Bureau of Investment Promotion",
        ),
    )
}
