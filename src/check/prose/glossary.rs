//! The term base: what a site's registry/terms.toml has, and for all other terms the program's own glossary.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::lexicon::{Lexicon, key};
use super::pinyin;
use crate::content::Registry;

/// Endings of terms that their pinyin is often written without: 五未土地 is Wuwei land.
const TAILS: &[&str] =
    &["土地", "改革", "企业", "机制", "制度", "项目", "工程", "管理", "服务", "活动", "单位"];

/// Beginnings of terms of which the same is true: 项目专班.
const HEADS: &[&str] = &["项目", "工作"];

/// Pinyin that is read wrongly or only half left over, as it has been printed.
const MISREAD: &[(&str, &str)] =
    &[("Shangping", "上规"), ("Five Wei", "五未土地"), ("Fang Guan Fu", "放管服改革")];

/// Pinyin of terms that is a name or an English word as well.
const NAMES_TOO: &[&str] = &["xinzheng", "mu", "luodi"];

/// A term of glossary.toml.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    /// The term.
    pub(super) zh: String,
    /// Its rendering.
    pub(super) en: String,
    /// Wrong renderings.
    #[serde(default)]
    pub(super) forbidden: Vec<String>,
    /// Renderings that do, but not beside another.
    #[serde(default)]
    pub(super) mixed: Vec<String>,
    /// The term in wrong characters.
    #[serde(default)]
    pub(super) wrong: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Term>,
}

static GLOSSARY: LazyLock<Vec<Term>> = LazyLock::new(|| {
    toml::from_str(include_str!("glossary.toml")).map_or_else(|_| Vec::new(), |file: File| file.term)
});

/// A way of saying a term in English.
#[derive(Clone, Copy)]
pub(super) struct Rendering {
    /// Which of [`Terms::terms`].
    pub(super) term: usize,
    /// Which of the term's renderings, its plural included.
    pub(super) number: usize,
    /// How good it is.
    pub(super) grade: Grade,
}

/// How good a rendering is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    Official,
    Mixed,
    Forbidden,
}

/// All terms, ready to be looked for.
pub(super) struct Terms {
    /// The terms; those of the site first.
    pub(super) terms: Vec<Term>,
    /// The terms themselves, in Chinese.
    pub(super) zh: Lexicon<usize>,
    /// Their renderings.
    pub(super) renderings: Lexicon<Rendering>,
    /// Wrong renderings.
    pub(super) forbidden: Lexicon<usize>,
    /// Wrong characters.
    pub(super) wrong: Lexicon<usize>,
    /// Their pinyin.
    pub(super) pinyin: Lexicon<usize>,
    spelt: FxHashSet<String>,
}

impl Terms {
    /// The terms of a site and of the glossary.
    pub(super) fn new(registry: &Registry) -> Self {
        let own = registry.terms.values().map(own_term);
        let mut terms: Vec<Term> = own.collect();
        let known: FxHashSet<String> = terms.iter().map(|term| term.zh.clone()).collect();
        for term in GLOSSARY.iter() {
            match terms.iter_mut().find(|own| own.zh == term.zh) {
                // The site decides on renderings; slips of the pen are the same everywhere.
                Some(own) => {
                    own.wrong.extend(term.wrong.iter().cloned());
                    let more = term.mixed.iter().filter(|mixed| !mixed.eq_ignore_ascii_case(&own.en));
                    own.mixed.extend(more.cloned());
                }
                None if !known.contains(&term.zh) => terms.push(term.clone()),
                None => {}
            }
        }
        let spellings: Vec<(String, usize)> = terms.iter().enumerate().flat_map(spellings).collect();
        Terms {
            zh: Lexicon::new(terms.iter().enumerate().map(|(at, term)| (term.zh.as_str(), at))),
            renderings: Lexicon::new(terms.iter().enumerate().flat_map(renderings)),
            forbidden: Lexicon::new(terms.iter().enumerate().flat_map(forbidden)),
            wrong: Lexicon::new(terms.iter().enumerate().flat_map(wrong)),
            spelt: spellings.iter().map(|(spelling, _)| key(spelling)).collect(),
            pinyin: Lexicon::new(spellings),
            terms,
        }
    }

    /// Whether a word in small letters is the pinyin of a term.
    pub(super) fn is_pinyin(&self, key: &str) -> bool {
        self.spelt.contains(key)
    }
}

fn own_term(term: &crate::content::Term) -> Term {
    Term {
        zh: term.name.zh.clone(),
        en: term.name.en.clone(),
        forbidden: term.forbidden.en.clone(),
        mixed: Vec::new(),
        wrong: term.forbidden.zh.clone(),
    }
}

fn wrong((at, term): (usize, &Term)) -> Vec<(&str, usize)> {
    term.wrong.iter().map(|wrong| (wrong.as_str(), at)).collect()
}

/// What a term is rendered as, each in the singular and the plural.
fn renderings((at, term): (usize, &Term)) -> Vec<(String, Rendering)> {
    let graded = std::iter::once((&term.en, Grade::Official))
        .chain(term.forbidden.iter().map(|words| (words, Grade::Forbidden)))
        .chain(term.mixed.iter().map(|words| (words, Grade::Mixed)));
    let mut all = Vec::new();
    for (number, (words, grade)) in graded.enumerate() {
        let rendering = Rendering { term: at, number, grade };
        all.push((words.clone(), rendering));
        all.push((plural(words), rendering));
    }
    all
}

/// What a term must not be rendered as, in the singular and the plural.
fn forbidden((at, term): (usize, &Term)) -> Vec<(String, usize)> {
    let both = term.forbidden.iter().flat_map(|words| [words.clone(), plural(words)]);
    // The plural of Year of Project is right.
    both.filter(|words| !words.eq_ignore_ascii_case(&term.en)).map(|words| (words, at)).collect()
}

fn plural(words: &str) -> String {
    match words.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{words}s"),
    }
}

/// How the pinyin of a term may be written: in one word, in two, syllable by syllable.
fn spellings((at, term): (usize, &Term)) -> Vec<(String, usize)> {
    let name: String = term.zh.chars().filter(|c| !"“”、".contains(*c)).collect();
    let mut heads = vec![name.as_str()];
    heads.extend(TAILS.iter().filter_map(|tail| name.strip_suffix(tail)));
    heads.extend(HEADS.iter().filter_map(|head| name.strip_prefix(head)));
    let misread = MISREAD.iter().filter(|(_, zh)| *zh == term.zh).map(|(pinyin, _)| (*pinyin).to_owned());
    let spelt = heads.into_iter().filter_map(pinyin::spell).filter(|syllables| syllables.len() >= 2);
    let written = spelt.flat_map(|syllables| {
        let mut ways = vec![syllables.concat()];
        if syllables.len() > 2 {
            ways.push(syllables.join(" "));
            ways.push(syllables.chunks(2).map(<[&str]>::concat).collect::<Vec<_>>().join(" "));
        }
        ways
    });
    misread
        .chain(written)
        .filter(|spelling| !NAMES_TOO.contains(&spelling.as_str()))
        .map(|spelling| (spelling, at))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glossary_can_be_read() {
        let terms = Terms::new(&Registry::default());
        assert!(terms.terms.len() >= 74);
        let found = |text| {
            terms
                .pinyin
                .find(text)
                .into_iter()
                .map(|(_, at)| terms.terms[*at].zh.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("the Hukan Xuebi, a zhuanban and Lianzhu firms"),
            ["互看学比", "项目专班", "链主企业"]
        );
        assert!(terms.is_pinyin("shangping") && !terms.is_pinyin("mu"));
    }
}
