//! What the words right around an amount make of it.

use super::look;
use super::words;
use super::{Mention, Relation, What};
use crate::figure::{Amount, Counter, Unit, UnitKind};
use crate::lang::Lang;

/// How much of a text before an amount is looked at.
const NEAR: usize = 90;

/// Gives every amount its relation, and takes bare English "three times" for a count of occasions.
pub(super) fn settle(text: &str, lang: Lang, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut().filter(|mention| mention.relation.is_none()) {
        mention.relation = find(text, mention);
    }
    for next in (1..mentions.len()).rev() {
        if share_words(text, mentions, next) && mentions[next - 1].relation.is_none() {
            mentions[next - 1].relation = mentions[next].relation;
        }
    }
    for next in 1..mentions.len() {
        if share_words(text, mentions, next) && mentions[next].relation.is_none() {
            mentions[next].relation = mentions[next - 1].relation;
        }
    }
    if lang == Lang::En {
        mentions
            .iter_mut()
            .filter(|mention| mention.relation.is_none())
            .for_each(|mention| occasions(text, mention));
    }
}

/// Whether two mentions stand side by side, so that what is said of one is said of both: 1.4 times and 1.5 times
/// higher than.
fn share_words(text: &str, mentions: &[Mention], next: usize) -> bool {
    let (one, other) = (&mentions[next - 1], &mentions[next]);
    let between = text[one.span.end..other.span.start].trim();
    let joins = matches!(between, "and" | "," | "和" | "与" | "及" | "、" | "，");
    joins && one.what.unit().is_some() && one.what.unit() == other.what.unit()
}

/// The relation of a mention.
fn find(text: &str, mention: &Mention) -> Option<Relation> {
    if mention.what.is_time() || matches!(mention.what, What::Foreign(_)) {
        return None;
    }
    let before = near(&text[..mention.span.start]);
    let after = text[mention.span.end..].trim_start();
    match mention.what.unit().map(|unit| unit.kind) {
        Some(UnitKind::Times) => times(before, after),
        Some(UnitKind::Percent) | None => change(before, after).or_else(|| share(before, after)),
        _ => change_before(before),
    }
}

/// The end of a text, cut where a character begins.
fn near(text: &str) -> &str {
    let mut start = text.len().saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

fn times(before: &str, after: &str) -> Option<Relation> {
    if look::starts(after, words::HIGHER).is_some() {
        return Some(Relation::TimesHigher);
    }
    if let Some(Relation::Grew) = change_before(before) {
        return Some(Relation::GrewTimes);
    }
    let clause = look::clause(before);
    let is_compared = ["的", "为", "是", "达", "达到", "到", "至", "相当于", "to", "at"]
        .iter()
        .any(|word| look::ends_with(clause.trim_end(), word).is_some());
    (is_compared || look::starts(after, words::AS_MUCH).is_some()).then_some(Relation::IsTimes)
}

fn change(before: &str, after: &str) -> Option<Relation> {
    change_before(before).or_else(|| look::starts(after, words::CHANGES_AFTER).map(|(_, relation)| relation))
}

fn change_before(before: &str) -> Option<Relation> {
    let mut before = before.trim_end();
    for _ in 0..2 {
        let link = words::LINKS.iter().find_map(|link| look::ends_with(before, link));
        before = link.map_or(before, |start| before[..start].trim_end());
    }
    look::ends(before, words::CHANGES_BEFORE.iter().copied()).map(|(_, relation)| relation)
}

fn share(before: &str, after: &str) -> Option<Relation> {
    let clause = look::clause(before).trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| look::ends_with(clause, word).is_some());
    let contains = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let is_share = ends(&[
        "占",
        "占比",
        "占比为",
        "占比达",
        "比重为",
        "比重达",
        "比例为",
        "比例达",
        "accounting for",
        "accounted for",
        "accounts for",
    ]) || ends(&["计划", "任务", "目标"]) && contains(&["占", "完成"])
        || clause.ends_with('的') && contains(&["占", "完成", "达到", "相当于", "达"])
        || look::starts_with(after, "of") && !look::starts_with(after, "of which");
    is_share.then_some(Relation::Share)
}

/// Whole "times" that compare nothing are occasions: led more than 20 times.
fn occasions(text: &str, mention: &mut Mention) {
    let What::Amount(Amount { quantity, .. }) = &mut mention.what else { return };
    let is_english = text[..mention.span.end].ends_with("times");
    if quantity.unit.kind == UnitKind::Times && is_english && quantity.number.scale() == 0 {
        quantity.unit = Unit::plain(UnitKind::Count(Counter::Ci));
    }
}
