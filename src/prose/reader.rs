//! The way through a text: from one place where something may begin to the next.

use std::ops::Range;

use super::english::{Word, word};
use super::look::{is_digit, is_letter};
use super::numeral::is_numeral;
use super::{Mention, Relation, What, amount, code, date, date_en, part, plan, relation, skip};
use crate::lang::Lang;

/// A text that is read, and how far it has been.
pub(super) struct Scene<'t> {
    pub(super) text: &'t str,
    /// The end of the last mention.
    pub(super) floor: usize,
}

impl<'t> Scene<'t> {
    /// What stands between the last mention and a place.
    pub(super) fn before(&self, at: usize) -> &'t str {
        self.text.get(self.floor..at).unwrap_or_default()
    }
}

/// What a rule finds where it looks.
pub(super) enum Finding {
    /// A mention.
    Said { what: What, span: Range<usize>, relation: Option<Relation> },
    /// Something that is no figure.
    Nothing { until: usize },
}

impl Finding {
    /// A mention, which a plus sign makes a rise.
    pub(super) fn said(what: What, span: Range<usize>, plus: bool) -> Finding {
        Finding::Said { what, span, relation: plus.then_some(Relation::Grew) }
    }
}

/// Looks at a place; `None` leaves it to the next rule.
type Rule = fn(&Scene<'_>, usize) -> Option<Finding>;

/// A place where something may begin, and where to go on if nothing does.
struct Place {
    at: usize,
    next: usize,
    rules: &'static [Rule],
}

const DIGITS: &[Rule] = &[
    code::address,
    skip::list_mark,
    skip::name,
    skip::bracketed,
    plan::english,
    date_en::day,
    date::part,
    date::year,
    skip::by_what_follows,
    code::code,
    part::slashed,
    part::chinese,
    amount::amount,
];
const NUMERALS: &[Rule] = &[
    skip::name,
    plan::chinese,
    date::part,
    date::year_in_numerals,
    part::chinese,
    skip::by_what_follows,
    amount::neighbours,
    amount::round_sum,
    amount::amount,
];
const ROUND: &[Rule] = &[amount::round_sum];
const HALVES: &[Rule] = &[date::part];
const ORDINALS: &[Rule] = &[plan::chinese, date::part, skip::ordinal];
const QUOTES: &[Rule] = &[plan::chinese];
const OVER: &[Rule] = &[part::half_in_chinese];
const DOUBLING: &[Rule] = &[part::doubling];

/// The rules for an English word.
fn rules(word: Word) -> &'static [Rule] {
    match word {
        Word::Number(_) => &[skip::name, skip::english_name, part::english, amount::amount],
        Word::Hundred => &[skip::name, amount::a_round_number],
        Word::Thousand | Word::Scale => &[amount::a_round_number],
        Word::Ordinal(_) => &[plan::english, date_en::ordinal, part::a_part],
        Word::Month(_) => &[date_en::month],
        Word::Half | Word::Halfway | Word::Quarter => &[part::a_part],
        Word::Times(_) | Word::Twice => &[part::multiple],
        Word::Letter => &[date_en::lettered],
    }
}

/// Every quantity and time in a text, in order.
pub(super) fn read(text: &str, lang: Lang) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut scene = Scene { text, floor: 0 };
    let mut at = 0;
    while let Some(place) = next(text, at) {
        match place.rules.iter().find_map(|rule| rule(&scene, place.at)) {
            Some(Finding::Said { what, span, relation }) => {
                at = span.end.max(place.at + 1);
                scene.floor = span.end;
                mentions.push(Mention { span, what, relation });
            }
            Some(Finding::Nothing { until }) => at = until.max(place.next),
            None => at = place.next,
        }
    }
    relation::settle(text, lang, &mut mentions);
    mentions
}

/// The next place where something may begin.
fn next(text: &str, from: usize) -> Option<Place> {
    let mut at = from;
    while at < text.len() {
        match step(text, at) {
            Step::Here(place) => return Some(place),
            Step::On(next) => at = next,
        }
    }
    None
}

/// What to do at a character.
enum Step {
    /// Look closer.
    Here(Place),
    /// Go on.
    On(usize),
}

/// Looks at a character. Code between backticks and the targets of links are passed over.
fn step(text: &str, at: usize) -> Step {
    let rest = &text[at..];
    let Some(c) = rest.chars().next() else { return Step::On(text.len()) };
    let after = at + c.len_utf8();
    match c {
        _ if is_digit(c) => Step::Here(Place { at, next: run(text, at, is_digit), rules: DIGITS }),
        _ if is_letter(c) => {
            let next = run(text, at, is_letter);
            let word = word(&text[at..next]);
            word.map_or(Step::On(next), |word| Step::Here(Place { at, next, rules: rules(word) }))
        }
        '"' => Step::Here(Place { at, next: after, rules: QUOTES }),
        '`' => Step::On(after_code(text, at)),
        ']' if rest[1..].starts_with('(') => {
            Step::On(rest.find([')', '\n']).map_or(text.len(), |end| at + end))
        }
        _ if c.is_ascii() => Step::On(after),
        _ => han(c).map_or(Step::On(after), |rules| Step::Here(Place { at, next: after, rules })),
    }
}

/// The rules for a character beyond ASCII.
fn han(c: char) -> Option<&'static [Rule]> {
    Some(match c {
        '上' | '下' | '前' | '头' => HALVES,
        '第' => ORDINALS,
        '“' | '「' | '『' => QUOTES,
        '过' | '半' => OVER,
        '翻' => DOUBLING,
        '万' | '亿' => ROUND,
        _ if is_numeral(c) => NUMERALS,
        _ => return None,
    })
}

fn run(text: &str, at: usize, is_part: fn(char) -> bool) -> usize {
    text.len() - text[at..].trim_start_matches(is_part).len()
}

/// Where a code span ends that begins with the backticks at a place; right after them if none closes it.
fn after_code(text: &str, at: usize) -> usize {
    let inside = run(text, at, |c| c == '`');
    let ticks = &text[at..inside];
    text[inside..].find(ticks).map_or(inside, |end| run(text, inside + end, |c| c == '`'))
}
