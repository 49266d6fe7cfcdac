//! What stands before a number and belongs to it: qualifier, currency, sign.

use super::look::{self, is_han};
use super::reader::Scene;
use super::words;
use crate::figure::{CURRENCIES, Qualifier, RATE_PREFIXES, Rate, UnitKind, qualifiers};

/// What stands before a number and belongs to it.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) start: usize,
    pub(super) qualifier: Qualifier,
    /// Where the span begins if the qualifier is none: 近三年 is no "nearly".
    pub(super) unqualified: usize,
    /// Whether the qualifier is the one character 近.
    pub(super) is_near: bool,
    pub(super) currency: Option<Currency>,
    pub(super) sign: Option<char>,
    pub(super) per: Option<Rate>,
}

/// The money that an amount is of.
#[derive(Clone, Copy)]
pub(super) enum Currency {
    Known(UnitKind),
    Foreign(&'static str),
}

impl Head {
    /// What stands before the number at `start`.
    pub(super) fn before(scene: &Scene<'_>, start: usize) -> Head {
        let mut head = Head {
            start,
            qualifier: Qualifier::Exact,
            unqualified: start,
            is_near: false,
            currency: None,
            sign: None,
            per: None,
        };
        head.take_sign(scene);
        head.take_currency(scene);
        head.take_sign(scene);
        head.unqualified = head.start;
        if let Some((start, qualifier)) = qualifier(scene.before(head.start)) {
            head.is_near = scene.before(head.start)[start..].starts_with('近');
            (head.start, head.qualifier) = (scene.floor + start, qualifier);
        }
        if let Some((start, rate)) = look::ends(scene.before(head.start), RATE_PREFIXES.iter().copied()) {
            (head.start, head.per) = (scene.floor + start, Some(rate));
        }
        head
    }

    fn take_sign(&mut self, scene: &Scene<'_>) {
        let before = scene.before(self.start);
        let Some(sign) = before.chars().next_back().filter(|c| matches!(c, '+' | '-' | '−' | '＋' | '－'))
        else {
            return;
        };
        let rest = &before[..before.len() - sign.len_utf8()];
        let is_joint = rest.ends_with(|c: char| c.is_alphanumeric() && !is_han(c) || "%％)）—–".contains(c));
        let is_date = rest.ends_with(['年', '月', '日']);
        if self.sign.is_none() && !is_joint && !is_date {
            self.sign = Some(sign);
            self.start -= sign.len_utf8();
        }
    }

    fn take_currency(&mut self, scene: &Scene<'_>) {
        let before = scene.before(self.start);
        let known = CURRENCIES.iter().map(|&(word, kind)| (word, Currency::Known(kind)));
        let foreign = words::FOREIGN_CURRENCIES.iter().map(|&(word, name)| (word, Currency::Foreign(name)));
        if let Some((start, currency)) = look::ends(before, known.chain(foreign)) {
            self.currency = Some(currency);
            self.start = scene.floor + start;
        }
    }

    pub(super) fn has_currency(&self) -> bool {
        self.currency.is_some()
    }

    pub(super) fn known_currency(&self) -> Option<UnitKind> {
        match self.currency {
            Some(Currency::Known(kind)) => Some(kind),
            _ => None,
        }
    }

    pub(super) fn is_negative(&self) -> bool {
        matches!(self.sign, Some('-' | '−' | '－'))
    }
}

/// Where the qualifier begins that `text` ends with; 签约 ends with none.
pub(super) fn qualifier(text: &str) -> Option<(usize, Qualifier)> {
    let words = qualifiers().chain(words::QUALIFIERS.iter().copied());
    let (start, qualifier) = look::ends(text, words)?;
    let mut word = text[start..].trim_end().chars();
    let before = text[..start].chars().next_back();
    let is_other = word.next().is_some_and(|first| {
        let parts = words::NO_QUALIFIERS.iter().find(|(c, _)| *c == first).map_or("", |(_, parts)| parts);
        word.next().is_none() && before.is_some_and(|before| parts.contains(before))
    });
    (!is_other).then_some((start, qualifier))
}
