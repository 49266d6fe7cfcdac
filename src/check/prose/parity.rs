//! N1, N3 and their kin: what one language says, the other says.
//!
//! A difference is reported where it can be mended: at the typed number if the other side has a directive, at the
//! number that no figure has, else in the translation.

use super::claim::{self, Claim, Origin};
use super::difference::Difference;
use super::pairing::{self, Pairing, Sides};
use super::sense::{Bound, Sense};
use super::sentence::{begins, ends};
use super::unread::Unread;
use super::{Case, Draft, figures};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::figure::Amount;
use crate::lang::{Both, Lang, Text};
use crate::prose::PassageKind;

pub(super) fn check(case: &Case<'_>, found: &mut Diagnostics) {
    let (Some(zh), Some(en)) = (&case.drafts.zh, &case.drafts.en) else { return };
    let drafts = Both { zh, en };
    let claims = drafts.map(|draft| claim::claims(draft, case));
    let sections = claim::groups(drafts);
    let groups: Both<Vec<usize>> = Both::from_fn(|lang| {
        let section = |claim: &Claim<'_>| drafts.get(lang).passages[claim.passage].passage.section;
        claims.get(lang).iter().map(|claim| sections.get(lang)[section(claim)]).collect()
    });
    let unread = Both::from_fn(|lang| Unread::new(drafts.get(lang), sections.get(lang)));
    let ranks = Both::from_fn(|lang| pairing::ranks(groups.get(lang)));
    let sides =
        Sides { claims: Both { zh: claims.zh.as_slice(), en: claims.en.as_slice() }, groups, ranks, unread };
    let pairing = sides.pair();
    let page = Page { case, drafts, claims: &claims, sides: &sides, pairing: &pairing };
    found.push_all(pairing.different.iter().map(|&(zh, en)| page.differing(zh, en)));
    let twins = pairing.twins.zh.iter().enumerate();
    found.push_all(twins.filter_map(|(zh, en)| page.summed_up(zh, (*en)?)));
    for lang in Lang::BOTH {
        page.missing(lang, found);
    }
}

/// Two drafts with what they claim.
struct Page<'p, 'd> {
    case: &'p Case<'d>,
    drafts: Both<&'p Draft<'d>>,
    claims: &'p Both<Vec<Claim<'p>>>,
    sides: &'p Sides<'p, 'p>,
    pairing: &'p Pairing,
}

impl Page<'_, '_> {
    fn claim(&self, lang: Lang, at: usize) -> &Claim<'_> {
        &self.claims.get(lang)[at]
    }

    fn span(&self, lang: Lang, claim: &Claim<'_>) -> Span {
        let draft = self.drafts.get(lang);
        draft.span(&draft.passages[claim.passage].passage, &claim.range)
    }

    /// What stands in the file: the typed words, or the directive.
    fn said(&self, lang: Lang, claim: &Claim<'_>) -> &str {
        self.drafts.get(lang).text.get(self.span(lang, claim).range()).unwrap_or_default()
    }

    fn differing(&self, zh: usize, en: usize) -> Diagnostic {
        let (zh, en) = (self.claim(Lang::Zh, zh), self.claim(Lang::En, en));
        let wrong = self.wrong_side(zh, en);
        let (here, there) = match wrong {
            Lang::Zh => (zh, en),
            Lang::En => (en, zh),
        };
        let (here_said, there_said) = (self.said(wrong, here), self.said(wrong.other(), there));
        let kind = Difference::between(&zh.sense, &en.sense);
        let message = kind.message(wrong, here_said, there_said);
        let help = match kind {
            Difference::Direction => check_source(),
            _ => self.help(wrong, there),
        };
        let other = match wrong.other() {
            Lang::Zh => Text::new("中文在这里", "the Chinese"),
            Lang::En => Text::new("英文在这里", "the English"),
        };
        Diagnostic::new(kind.code(), self.span(wrong, here), message, help)
            .with_related(self.span(wrong.other(), there), other)
    }

    /// A limit for each, told as the total of all: "with a total of more than 300 million yuan".
    fn summed_up(&self, zh: usize, en: usize) -> Option<Diagnostic> {
        let (zh, en) = (self.claim(Lang::Zh, zh), self.claim(Lang::En, en));
        let bounds = (zh.sense.measure()?.bound, en.sense.measure()?.bound);
        if bounds != (Bound::AtLeastEach, Bound::Above) {
            return None;
        }
        let text = &self.drafts.en.passages[en.passage].passage.text;
        let (before, after) = (text.get(..en.range.start)?, text.get(en.range.end..)?);
        let is_sum = ends(before, &["total of", "totalling", "totaling", "sum of", "investment of"])
            || begins(after, &["in total", "in all", "altogether", "together"]);
        is_sum.then(|| {
            let kind = Difference::Threshold;
            let message = kind.message(Lang::En, self.said(Lang::En, en), self.said(Lang::Zh, zh));
            Diagnostic::new(kind.code(), self.span(Lang::En, en), message, self.help(Lang::En, zh))
                .with_related(self.span(Lang::Zh, zh), Text::new("中文在这里", "the Chinese"))
        })
    }

    /// The side on which a difference is to be mended.
    fn wrong_side(&self, zh: &Claim<'_>, en: &Claim<'_>) -> Lang {
        match (zh.is_typed(), en.is_typed()) {
            (true, false) => return Lang::Zh,
            (false, true) => return Lang::En,
            _ => {}
        }
        let known = figures::known(self.case);
        let is_known = |claim: &Claim<'_>| {
            known.iter().any(|known| Sense::Measure(known.measure).agrees_with(&claim.sense))
        };
        match (is_known(zh), is_known(en)) {
            (true, false) => Lang::En,
            (false, true) => Lang::Zh,
            _ => self.translation(),
        }
    }

    fn translation(&self) -> Lang {
        self.case.bulletin.map_or(Lang::En, |(bulletin, _)| bulletin.written_in.other())
    }

    /// What to write instead.
    fn help(&self, wrong: Lang, right: &Claim<'_>) -> Text {
        if let Origin::Figure { .. } = right.origin {
            let directive = self.said(wrong.other(), right);
            return Text::new(
                format!("改用同一指令 {directive}，两种文字就不会不一致"),
                format!("write {directive} here too, and the two cannot differ"),
            );
        }
        let known = figures::known(self.case);
        let figure = known.iter().find(|known| Sense::Measure(known.measure).agrees_with(&right.sense));
        if let Some(directive) = figure.and_then(figures::Known::directive) {
            return Text::new(
                format!("两种文字都用指令 {directive}"),
                format!("write {directive} in both languages"),
            );
        }
        match Amount::read(self.said(wrong.other(), right), None) {
            Ok(amount) => {
                let written = amount.write(wrong);
                Text::new(
                    format!("核对原文；另一种文字若是对的，这里应写{written}"),
                    format!("check the source; if the other language is right, write {written}"),
                )
            }
            Err(_) => check_source(),
        }
    }

    /// What one side says and the other leaves out: one finding a sentence.
    fn missing(&self, lang: Lang, found: &mut Diagnostics) {
        let mut sentence: Option<(usize, usize)> = None;
        let mut open: Vec<usize> = Vec::new();
        for &at in self.pairing.alone.get(lang) {
            let this = self.sentence(lang, self.claim(lang, at));
            if sentence != Some(this) {
                found.push_all(self.left_out(lang, &open));
                open.clear();
            }
            sentence = Some(this);
            open.push(at);
        }
        found.push_all(self.left_out(lang, &open));
    }

    /// Passage and beginning of the sentence that a claim stands in.
    fn sentence(&self, lang: Lang, claim: &Claim<'_>) -> (usize, usize) {
        let sentences = &self.drafts.get(lang).passages[claim.passage].sentences;
        let start = sentences.iter().rev().map(|range| range.start).find(|start| *start <= claim.range.start);
        (claim.passage, start.unwrap_or_default())
    }

    fn left_out(&self, lang: Lang, alone: &[usize]) -> Option<Diagnostic> {
        let first = self.claim(lang, *alone.first()?);
        let said: Vec<&str> = alone.iter().map(|at| self.said(lang, self.claim(lang, *at))).collect();
        let own = self.span(lang, first);
        if lang == self.translation() {
            return Some(Diagnostic::new(
                Code::FiguresDiffer,
                own,
                only_here(lang, &said),
                Text::new(
                    "核对原文；多出的删去，漏掉的在另一种文字中补上",
                    "check the source; delete it here, or add it to the other language",
                ),
            ));
        }
        let lacking = lang.other();
        let gap = self.gap(lang, *alone.first()?)?;
        let help = Text::new("补译，或从另一种文字中删去", "add it here, or delete it there");
        let twin = match lang {
            Lang::Zh => Text::new("中文在这里", "the Chinese"),
            Lang::En => Text::new("英文在这里", "the English"),
        };
        Some(Diagnostic::new(Code::FiguresDiffer, gap, lacks(lacking, &said), help).with_related(own, twin))
    }

    /// Where on the other side a claim of `lang` would stand: after the twin of the claim before it.
    fn gap(&self, lang: Lang, at: usize) -> Option<Span> {
        let other = lang.other();
        let (claims, groups) = (self.claims.get(lang), self.sides.groups.get(lang));
        let twin = |near: usize| {
            let twin = (*self.pairing.twins.get(lang).get(near)?)?;
            (groups[near] == groups[at]).then_some(twin)
        };
        let in_passage = |near: &usize| claims[*near].passage == claims[at].passage;
        let before = (0..at).rev().take_while(in_passage).find_map(twin);
        let after = || (at + 1..claims.len()).take_while(in_passage).find_map(twin);
        let earlier = || (0..at).rev().find_map(twin);
        if let Some(near) = before.or_else(after).or_else(earlier) {
            return Some(self.span(other, self.claim(other, near)));
        }
        self.beginning(other, groups[at])
    }

    /// The first passage of a group of sections, or of the text.
    fn beginning(&self, lang: Lang, group: usize) -> Option<Span> {
        let draft = self.drafts.get(lang);
        let sections = claim::groups(self.drafts);
        let is_there = |section: usize| sections.get(lang).get(section) == Some(&group);
        let mut own = draft.passages.iter().filter(|read| is_there(read.passage.section));
        let read = own
            .next()
            .or_else(|| draft.passages.iter().rev().find(|read| read.passage.kind == PassageKind::Heading));
        let read = read.or(draft.passages.first())?;
        Some(draft.span(&read.passage, &(0..read.passage.text.len())))
    }
}

fn check_source() -> Text {
    Text::new("核对原文，改正其中一处", "check the source and correct whichever of the two is wrong")
}

fn only_here(lang: Lang, said: &[&str]) -> Text {
    let (zh, en) = match lang {
        Lang::Zh => ("英文没有", "the English does not say"),
        Lang::En => ("中文没有", "the Chinese does not say"),
    };
    Text::new(format!("{zh}{}", quoted(said)), format!("{en} {}", said.join(", ")))
}

fn lacks(lang: Lang, said: &[&str]) -> Text {
    let (zh, en) = match lang {
        Lang::Zh => ("英文有、这里没有", "the English says, and this does not,"),
        Lang::En => ("中文有、这里没有", "the Chinese says, and this does not,"),
    };
    Text::new(format!("{zh}{}", quoted(said)), format!("{en} {}", said.join(", ")))
}

fn quoted(said: &[&str]) -> String {
    said.iter().map(|said| format!("“{said}”")).collect::<Vec<_>>().join("、")
}
