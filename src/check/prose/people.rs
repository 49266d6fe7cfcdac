//! E1: people go by the names and titles of the register, within their terms of office.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::{Lexicon, NearNames, Word, is_han, key, words};
use super::pinyin;
use super::{Case, Draft, Read};
use crate::content::{Person, Registry, TermOfOffice};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Lang, Text};

/// Offices as they stand before or after a name.
const OFFICES: &[&str] = &[
    "Acting Mayor",
    "Vice Mayor",
    "Deputy Mayor",
    "Executive Vice Mayor",
    "County Mayor",
    "Mayor",
    "Secretary-General",
    "Deputy Secretary-General",
    "Deputy Secretary",
    "Party Secretary",
    "Secretary",
    "Deputy Director",
    "Director",
    "Vice Governor",
    "Governor",
    "Chairman",
    "Vice Chairman",
    "County Head",
    "Magistrate",
    "代市长",
    "副市长",
    "常务副市长",
    "市长",
    "副县长",
    "代县长",
    "县长",
    "副区长",
    "代区长",
    "区长",
    "副书记",
    "书记",
    "副秘书长",
    "秘书长",
    "副主任",
    "主任",
    "副局长",
    "局长",
    "副省长",
    "省长",
];

/// Words that put an office into the past.
const PAST: &[&str] = &["former", "then", "时任", "原", "前"];

/// The surnames that nine in ten people in China bear.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕\
    丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文";

/// Everybody of the register.
pub(super) struct People<'a> {
    pub(super) everybody: Vec<&'a Person>,
    zh: Lexicon<usize>,
    en: Lexicon<usize>,
    near: NearNames<usize>,
    offices: Lexicon<&'static str>,
    words: FxHashSet<String>,
    /// Chinese names.
    pub(super) chinese: Vec<(Vec<char>, usize)>,
    /// Which of these have a character as their first or second; a slip leaves one of the two.
    by_character: FxHashMap<(usize, char), Vec<usize>>,
}

impl<'a> People<'a> {
    /// The people of a register.
    pub(super) fn new(registry: &'a Registry) -> Self {
        let everybody: Vec<&Person> = registry.people.values().collect();
        let named = |lang| {
            let names = everybody.iter().enumerate();
            names.filter_map(move |(at, person)| Some((person.name.known_in(lang)?, at))).collect::<Vec<_>>()
        };
        let (zh, en) = (named(Lang::Zh), named(Lang::En));
        let chinese: Vec<(Vec<char>, usize)> =
            zh.iter().map(|(name, at)| (name.chars().collect(), *at)).collect();
        let mut by_character: FxHashMap<(usize, char), Vec<usize>> = FxHashMap::default();
        for (index, (name, _)) in chinese.iter().enumerate() {
            for (at, character) in name.iter().enumerate().take(2) {
                by_character.entry((at, *character)).or_default().push(index);
            }
        }
        People {
            near: NearNames::new(en.iter().map(|(name, at)| (key(name), *at))),
            words: en.iter().flat_map(|(name, _)| name.split(' ')).map(key).collect(),
            by_character,
            zh: Lexicon::new(zh),
            en: Lexicon::new(en),
            offices: Lexicon::new(OFFICES.iter().map(|office| (*office, *office))),
            chinese,
            everybody,
        }
    }

    /// Whether somebody's surname or given name is so written, in small letters.
    pub(super) fn has_word(&self, key: &str) -> bool {
        self.words.contains(key)
    }

    /// Where somebody is named.
    pub(super) fn find(&self, text: &str, lang: Lang) -> Vec<(Range<usize>, usize)> {
        let lexicon = if lang == Lang::Zh { &self.zh } else { &self.en };
        lexicon.find(text).into_iter().map(|(range, at)| (range, *at)).collect()
    }

    /// The offices that stand right before and right after a name.
    fn offices_at(&self, text: &str, name: &Range<usize>) -> Vec<(Range<usize>, &'static str)> {
        let is_beside = |office: &Range<usize>| {
            let before = text.get(office.end..name.start).is_some_and(|between| between.trim().is_empty());
            let after =
                text.get(name.end..office.start).is_some_and(|between| matches!(between, "" | ", " | "，"));
            before || after
        };
        let offices = self.offices.find(text).into_iter();
        offices.filter(|(range, _)| is_beside(range)).map(|(range, office)| (range, *office)).collect()
    }

    /// The offices that somebody holds, each as the words of the list.
    fn offices_of(&self, person: &Person, lang: Lang) -> Vec<&'static str> {
        let titles = person.terms.iter().map(|term| term.title.get(lang));
        titles.flat_map(|title| self.offices.find(title)).map(|(_, office)| *office).collect()
    }
}

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let people = &case.knowledge.people;
    for draft in case.drafts() {
        for read in &draft.passages {
            let named = people.find(&read.passage.text, draft.lang);
            for (range, at) in &named {
                found.push_all(wrong_office(case, draft, read, range, people.everybody[*at]));
            }
            let slips = match draft.lang {
                Lang::Zh => chinese_slips(people, &read.passage.text, &named),
                Lang::En => english_slips(people, &read.passage.text),
            };
            found.push_all(slips.into_iter().map(|(range, at)| slip(people, draft, read, &range, at)));
        }
    }
}

/// A name that is almost that of somebody.
pub(super) fn slip(
    people: &People<'_>,
    draft: &Draft<'_>,
    read: &Read,
    range: &Range<usize>,
    at: usize,
) -> Diagnostic {
    let said = &read.passage.text[range.clone()];
    misspelt(people.everybody[at], said, draft.span(&read.passage, range), draft.lang)
}

/// Two or three capitalised words that are almost a name.
fn english_slips(people: &People<'_>, text: &str) -> Vec<(Range<usize>, usize)> {
    let words = words(text);
    let mut slips: Vec<(Range<usize>, usize)> = Vec::new();
    for pair in words.windows(2) {
        let [surname, given] = pair else { continue };
        let is_pair =
            surname.is_name() && given.is_name() && text[surname.range.end..given.range.start] == *" ";
        if !is_pair || slips.last().is_some_and(|(last, _)| last.end > surname.range.start) {
            continue;
        }
        let range = surname.range.start..given.range.end;
        let said = format!("{}{}", surname.key(), given.key());
        let is_pinyin = |word: &Word<'_>| pinyin::syllables(&word.key()).is_some();
        // A slip often leaves no pinyin (Chunqui); one of the two words is still right.
        if !(is_pinyin(surname) || is_pinyin(given)) || people.en.is_in(&text[range.clone()]) {
            continue;
        }
        let is_sure = |at: &&usize| {
            let name = people.everybody[**at].name.known_in(Lang::En).map(key).unwrap_or_default();
            name.len() >= 9 || !people.offices_at(text, &range).is_empty()
        };
        slips.extend(people.near.find(&said).find(is_sure).map(|at| (range.clone(), *at)));
    }
    slips
}

/// Names with one wrong character.
fn chinese_slips(
    people: &People<'_>,
    text: &str,
    named: &[(Range<usize>, usize)],
) -> Vec<(Range<usize>, usize)> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut slips = Vec::new();
    for (index, &(start, first)) in characters.iter().enumerate() {
        let second = characters.get(index + 1).map_or(' ', |(_, c)| *c);
        let candidates =
            [(0, first), (1, second)].into_iter().filter_map(|key| people.by_character.get(&key));
        for (name, at) in candidates.flatten().filter_map(|candidate| people.chinese.get(*candidate)) {
            let Some(said) = characters.get(index..index + name.len()) else { continue };
            let end = said.last().map_or(start, |(at, c)| at + c.len_utf8());
            let range = start..end;
            let is_known = named.iter().any(|(known, _)| known.start < end && start < known.end)
                || slips.iter().any(|(known, _): &(Range<usize>, usize)| *known == range);
            if !is_known && is_chinese_slip(people, text, &range, name, said) {
                slips.push((range, *at));
            }
        }
    }
    slips
}

fn is_chinese_slip(
    people: &People<'_>,
    text: &str,
    range: &Range<usize>,
    name: &[char],
    said: &[(usize, char)],
) -> bool {
    let wrong: Vec<usize> = (0..name.len()).filter(|&at| name[at] != said[at].1).collect();
    let &[wrong] = wrong.as_slice() else { return false };
    let instead = said[wrong].1;
    if !is_han(instead) || name.len() < 2 {
        return false;
    }
    let is_alike = pinyin::alike(name[wrong], instead);
    let has_office = !people.offices_at(text, range).is_empty();
    match (wrong, name.len()) {
        // 一家企业的董事长王刚 is somebody else than 代市长王纲.
        (_, 2) => has_office && (is_alike || wrong == 1),
        (0, _) => SURNAMES.contains(instead) && (is_alike || has_office),
        _ => is_alike || has_office,
    }
}

fn misspelt(person: &Person, said: &str, span: Span, lang: Lang) -> Diagnostic {
    let name = person.name.known_in(lang).unwrap_or_default();
    let id = &person.id.value;
    Diagnostic::new(
        Code::PersonName,
        span,
        Text::new(format!("“{said}”疑为“{name}”之误"), format!("`{said}` is probably {name}")),
        Text::new(
            format!("改为“{name}”，或写 {{{{ person {id} }}}}；确是另一个人的，登记到 registry/people.toml"),
            format!(
                "write {name} or {{{{ person {id} }}}}; somebody else is entered in registry/people.toml"
            ),
        ),
    )
}

/// An office beside a name that the person does not hold, or did not then.
fn wrong_office(
    case: &Case<'_>,
    draft: &Draft<'_>,
    read: &Read,
    name: &Range<usize>,
    person: &Person,
) -> Option<Diagnostic> {
    let (people, text) = (&case.knowledge.people, &read.passage.text);
    let held = people.offices_of(person, draft.lang);
    let (range, said) = people.offices_at(text, name).into_iter().next()?;
    let is_past = PAST.iter().any(|word| text[..range.start].trim_end().ends_with(word));
    if held.is_empty() || is_past {
        return None;
    }
    let span = draft.span(&read.passage, &range);
    if !held.iter().any(|office| is_same_office(office, said)) {
        return Some(not_the_office(person, said, span));
    }
    let term = person.terms.iter().find(|term| {
        people.offices.find(term.title.get(draft.lang)).iter().any(|(_, office)| is_same_office(office, said))
    })?;
    is_over(case, term).then(|| out_of_office(person, term, span))
}

/// A county mayor may be called mayor.
fn is_same_office(held: &str, said: &str) -> bool {
    held == said
        || (held == "County Mayor" && said == "Mayor")
        || (held == "Deputy Mayor" && said == "Vice Mayor")
        || (held == "Vice Mayor" && said == "Deputy Mayor")
        || (held == "Secretary" && said == "Party Secretary")
        || (held == "Party Secretary" && said == "Secretary")
}

/// Whether a term had ended before the period of a text, or began only after its release.
fn is_over(case: &Case<'_>, term: &TermOfOffice) -> bool {
    let period = case.bulletin.map(|(bulletin, _)| bulletin.period.value).or(case.released);
    let ended = term.to.zip(period).is_some_and(|(to, period)| to.last_day() < period.first_day());
    let not_begun =
        term.from.zip(case.released).is_some_and(|(from, released)| from.first_day() > released.last_day());
    ended || not_begun
}

fn titles(person: &Person, lang: Lang) -> String {
    let titles: Vec<&str> = person.terms.iter().map(|term| term.title.get(lang).as_str()).collect();
    titles.join(if lang == Lang::Zh { "；" } else { "; " })
}

fn not_the_office(person: &Person, said: &str, span: Span) -> Diagnostic {
    let (zh, en) = (person.name.for_reader(Lang::Zh).0, person.name.for_reader(Lang::En).0);
    Diagnostic::new(
        Code::PersonName,
        span,
        Text::new(
            format!("登记的{zh}的职务是“{}”，不是“{said}”", titles(person, Lang::Zh)),
            format!("{en} is registered as {}, not as {said}", titles(person, Lang::En)),
        ),
        Text::new(
            "核对职务；职务有变动的，在 registry/people.toml 的 terms 中写明起止年月",
            "check the office; if it has changed, enter it with its dates under `terms` in registry/people.toml",
        ),
    )
}

fn out_of_office(person: &Person, term: &TermOfOffice, span: Span) -> Diagnostic {
    let (zh, en) = (person.name.for_reader(Lang::Zh).0, person.name.for_reader(Lang::En).0);
    let (zh_title, en_title) = (&term.title.zh, &term.title.en);
    Diagnostic::new(
        Code::PersonName,
        span,
        Text::new(
            format!("{zh}当时不在“{zh_title}”任上"),
            format!("{en} did not hold the office of {en_title} at that time"),
        ),
        Text::new(
            "核对职务和日期；任期以 registry/people.toml 为准",
            "check the office and the date; registry/people.toml has the terms",
        ),
    )
}
