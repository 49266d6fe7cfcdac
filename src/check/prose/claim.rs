//! What each side of a translation claims, section by section.

use std::ops::Range;

use super::figures;
use super::sense::Sense;
use super::{Case, Draft, Read};
use crate::content::Id;
use crate::lang::{Both, Lang};
use crate::markdown::{Directive, DirectiveKind};
use crate::prose::{Foreign, Mention, What};

/// A quantity or a time that a text claims.
#[derive(Clone, Debug)]
pub(crate) struct Claim<'d> {
    /// Which passage of the draft.
    pub(crate) passage: usize,
    /// Where in the passage's text.
    pub(crate) range: Range<usize>,
    /// How it comes to be there.
    pub(crate) origin: Origin<'d>,
    /// What is said.
    pub(crate) sense: Sense,
}

/// How a claim comes to be in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin<'d> {
    /// Somebody typed it, in digits or in words alone.
    Typed { in_words: bool },
    /// A directive prints it.
    Figure { id: &'d Id, path: &'d [String] },
}

impl Claim<'_> {
    /// Whether somebody typed it.
    pub(crate) fn is_typed(&self) -> bool {
        matches!(self.origin, Origin::Typed { .. })
    }

    /// Whether somebody typed it without digits.
    pub(crate) fn is_in_words(&self) -> bool {
        self.origin == Origin::Typed { in_words: true }
    }
}

/// The claims of a draft, in order; of directives those that print a figure.
pub(crate) fn claims<'d>(draft: &'d Draft<'_>, case: &Case<'_>) -> Vec<Claim<'d>> {
    let mut claims = Vec::new();
    for (passage, read) in draft.passages.iter().enumerate() {
        let from = claims.len();
        claims.extend(typed(read, passage));
        let printed = read.passage.directives.iter();
        claims.extend(printed.filter_map(|(at, directive)| printed_by(directive, *at, passage, case)));
        claims[from..].sort_by_key(|claim| claim.range.start);
    }
    claims
}

fn typed(read: &Read, passage: usize) -> Vec<Claim<'static>> {
    let text = &read.passage.text;
    let mentions = &read.mentions;
    let claim = |(at, mention): (usize, &Mention)| {
        let mut sense = Sense::of(&mention.what, mention.relation)?;
        let next = mentions.get(at + 1);
        if next.is_some_and(|next| part_of_a_unit(text, next) == Some(mention.span.start)) {
            return None;
        }
        if let Some(start) = part_of_a_unit(text, mention) {
            let is_half = text[start..].get(..4).is_some_and(|word| word.eq_ignore_ascii_case("half"));
            sense = sense.divided_by(if is_half { 2 } else { 4 })?;
        }
        let in_words = mention.is_in_words(text);
        Some(Claim { passage, range: mention.span.clone(), origin: Origin::Typed { in_words }, sense })
    };
    mentions.iter().enumerate().filter_map(claim).collect()
}

/// Where "half" or "a quarter of" before "a million yuan" begins.
fn part_of_a_unit(text: &str, mention: &Mention) -> Option<usize> {
    let said = text.get(mention.span.clone())?;
    let is_unit = matches!(mention.what, What::Amount(_) | What::Foreign(Foreign { .. }));
    if !is_unit || !said.starts_with("a ") {
        return None;
    }
    let before = text[..mention.span.start].trim_end();
    ["half", "a quarter of", "A quarter of", "Half"].iter().find_map(|words| {
        let start = before.strip_suffix(words)?.len();
        Some(start)
    })
}

fn printed_by<'d>(directive: &'d Directive, at: usize, passage: usize, case: &Case<'_>) -> Option<Claim<'d>> {
    let DirectiveKind::Figure { id, path } = &directive.kind else { return None };
    let sense = figures::said_by(case, id, path)?;
    let range = at..at + crate::prose::OBJECT.len_utf8();
    Some(Claim { passage, range, origin: Origin::Figure { id, path }, sense })
}

/// Which sections of two drafts tell the same: for each side the group of every section, by its number.
///
/// Sections of one id belong together; the others by their order, and all to one group if their numbers differ.
pub(crate) fn groups(drafts: Both<&Draft<'_>>) -> Both<Vec<usize>> {
    let sections = drafts.map(section_ids);
    let mut groups = Both::from_fn(|lang| vec![usize::MAX; sections.get(lang).len()]);
    for (at, id) in sections.zh.iter().enumerate() {
        let twin = id.and_then(|id| sections.en.iter().position(|other| *other == Some(id)));
        if let Some(twin) = twin {
            (groups.zh[at], groups.en[twin]) = (at, at);
        }
    }
    let alone = |lang: Lang| -> Vec<usize> {
        let numbered = groups.get(lang).iter().enumerate();
        numbered.filter(|(_, group)| **group == usize::MAX).map(|(at, _)| at).collect()
    };
    let (zh, en) = (alone(Lang::Zh), alone(Lang::En));
    let by_order = zh.len() == en.len();
    let first = zh.first().copied().unwrap_or_default();
    for at in &zh {
        groups.zh[*at] = if by_order { *at } else { first };
    }
    for (at, twin) in en.iter().enumerate() {
        groups.en[*twin] = if by_order { zh[at] } else { first };
    }
    groups
}

fn section_ids<'d>(draft: &'d Draft<'_>) -> Vec<Option<&'d str>> {
    let count = draft.passages.iter().map(|read| read.passage.section + 1).max().unwrap_or_default();
    let mut ids = vec![None; count];
    for read in &draft.passages {
        ids[read.passage.section] = read.passage.id.as_deref();
    }
    ids
}
