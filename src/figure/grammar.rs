//! The grammar of an amount, the same for both languages:
//! rate? qualifier? sign? currency? number qualifier? (unit | magnitude qualifier? unit?) rate? qualifier?

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::scan::{Cursor, Vocabulary};
use super::words::{self, noun};
use super::{Amount, AmountError, Magnitude, Qualifier, Quantity, Rate, Unit, UnitKind};
use crate::lang::Lang;

/// What stands in a text, before anything is taken for granted.
pub(super) struct Found {
    qualifier: Qualifier,
    number: Decimal,
    magnitude: Option<Magnitude>,
    kind: Option<UnitKind>,
    per: Option<Rate>,
}

/// What follows the digits of an amount in running text.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Tail {
    pub(crate) magnitude: Option<Magnitude>,
    pub(crate) qualifier: Option<Qualifier>,
    pub(crate) unit: Option<Unit>,
    /// The bytes that it takes up.
    pub(crate) length: usize,
}

/// What follows the digits.
#[derive(Default)]
pub(super) struct Measure {
    pub(super) magnitude: Option<Magnitude>,
    qualifier: Option<Qualifier>,
    pub(super) kind: Option<UnitKind>,
}

impl Found {
    /// Reads what stands at the cursor and moves it to the end of that.
    pub(super) fn find(cursor: &mut Cursor<'_>) -> Result<Found, AmountError> {
        let per_before = cursor.word(words::RATE_PREFIXES.iter().copied());
        let before = cursor.word(qualifiers());
        let (is_negative, currency) = sign_and_currency(cursor);
        let number = cursor.number().map_err(|_| AmountError::TooLarge)?.ok_or(AmountError::NoNumber)?;
        let within = infix(cursor);
        let measure = Measure::find(cursor, currency)?;
        let per = rate(cursor).or(per_before);
        let after = cursor.next_word(words::SUFFIXES.iter().copied());
        Ok(Found {
            qualifier: agreed([before, within, measure.qualifier, after])?,
            number: if is_negative && !number.is_zero() { -number } else { number },
            magnitude: measure.magnitude,
            kind: measure.kind,
            per,
        })
    }

    /// Says what is wrong with text that follows the amount.
    pub(super) fn object_to(&self, rest: &str) -> Result<(), AmountError> {
        let Some(first) = rest.chars().next() else { return Ok(()) };
        let mut ahead = Cursor::new(rest);
        if ahead.word(words::THRESHOLDS.iter().copied()).is_some() {
            return Err(AmountError::Threshold(rest.to_owned()));
        }
        let names_something = first.is_alphabetic() || "€£$".contains(first);
        let other = any_unit(&mut ahead).filter(|_| ahead.rest().is_empty());
        Err(match (self.kind, other) {
            (Some(one), Some(other)) => AmountError::MixedUnits(Unit::plain(one), Unit::plain(other)),
            (None, _) if names_something => AmountError::UnknownUnit(rest.to_owned()),
            _ => AmountError::TrailingText(rest.to_owned()),
        })
    }

    /// The amount, with the unit that goes without saying where none stands.
    pub(super) fn amount(&self, default: Option<(Unit, Magnitude)>) -> Result<Amount, AmountError> {
        let (unit, usual) = match (self.kind, default) {
            (Some(kind), _) => (Unit { kind, per: self.per }, Magnitude::ONE),
            (None, Some((unit, usual))) => (Unit { per: self.per.or(unit.per), ..unit }, usual),
            (None, None) => return Err(AmountError::NoUnit),
        };
        let quantity = Quantity { number: self.number, magnitude: self.magnitude.unwrap_or(usual), unit };
        quantity.value().ok_or(AmountError::TooLarge)?;
        Ok(Amount { qualifier: self.qualifier, quantity })
    }
}

impl Tail {
    /// Reads what `text` starts with, after digits and perhaps a currency before them; nothing may stand there.
    pub(crate) fn scan(text: &str, currency: Option<UnitKind>) -> Result<Tail, AmountError> {
        let mut cursor = Cursor::new(text);
        let within = infix(&mut cursor);
        let Measure { magnitude, qualifier, kind } = Measure::find(&mut cursor, currency)?;
        let per = rate(&mut cursor);
        let after = cursor.next_word(words::SUFFIXES.iter().copied());
        let qualifier = within.or(qualifier).or(after);
        Ok(Tail { magnitude, qualifier, unit: kind.map(|kind| Unit { kind, per }), length: cursor.at() })
    }
}

impl Measure {
    /// A unit is tried before a magnitude, for 千瓦 is no thousand and 百分点 no hundred.
    pub(super) fn find(cursor: &mut Cursor<'_>, currency: Option<UnitKind>) -> Result<Measure, AmountError> {
        let mut measure = Measure { kind: unit(cursor, currency)?, ..Measure::default() };
        if measure.kind.is_none() {
            measure.magnitude = cursor.next_word(words::MAGNITUDES.iter().copied());
            if measure.magnitude.is_some() {
                measure.qualifier = infix(cursor);
            }
            measure.kind = unit(cursor, currency)?.or(currency);
        }
        Ok(measure)
    }
}

/// The unit ahead; after a currency, only money can follow.
fn unit(cursor: &mut Cursor<'_>, currency: Option<UnitKind>) -> Result<Option<UnitKind>, AmountError> {
    let Some(currency) = currency else { return Ok(any_unit(cursor)) };
    match cursor.next_word(money()) {
        Some(kind) if kind != currency => {
            Err(AmountError::MixedUnits(Unit::plain(currency), Unit::plain(kind)))
        }
        kind => Ok(kind),
    }
}

/// Every name of a unit; each number that is read asks for one.
static UNITS: LazyLock<Vocabulary<UnitKind>> = LazyLock::new(|| {
    let names = UnitKind::all().flat_map(names);
    Vocabulary::new(names.chain(money()).chain(words::OTHER_UNITS.iter().copied()))
});

/// Any unit ahead. 人次, 家次 and 场次 count visits and are none of these.
fn any_unit(cursor: &mut Cursor<'_>) -> Option<UnitKind> {
    let mut ahead = *cursor;
    let kind = ahead.next_known(&UNITS)?;
    if matches!(kind, UnitKind::Count(_)) && ahead.rest().starts_with('次') {
        return None;
    }
    *cursor = ahead;
    Some(kind)
}

fn names(kind: UnitKind) -> impl Iterator<Item = (&'static str, UnitKind)> {
    let noun = noun(kind);
    [noun.zh, noun.one, noun.other].into_iter().map(move |name| (name, kind))
}

fn money() -> impl Iterator<Item = (&'static str, UnitKind)> {
    let own = [UnitKind::Yuan, UnitKind::Dollar].into_iter().flat_map(names);
    own.chain(words::OTHER_MONEY.iter().copied())
}

pub(super) fn rate(cursor: &mut Cursor<'_>) -> Option<Rate> {
    let own = Lang::BOTH.into_iter().flat_map(|lang| Rate::ALL.map(|rate| (rate.word(lang), rate)));
    cursor.next_word(own.chain(words::OTHER_RATES.iter().copied()))
}

pub(crate) fn qualifiers() -> impl Iterator<Item = (&'static str, Qualifier)> {
    let own = Lang::BOTH
        .into_iter()
        .flat_map(|lang| Qualifier::ALL.map(|qualifier| (qualifier.word(lang), qualifier)));
    own.chain(words::OTHER_QUALIFIERS.iter().copied())
}

fn infix(cursor: &mut Cursor<'_>) -> Option<Qualifier> {
    cursor.next_word(words::INFIXES.iter().copied())
}

/// Sign and currency stand in either order: −RMB 5, RMB −5.
fn sign_and_currency(cursor: &mut Cursor<'_>) -> (bool, Option<UnitKind>) {
    let before = sign(cursor);
    cursor.space();
    let currency = cursor.word(words::CURRENCIES.iter().copied());
    let after = if before.is_none() { sign(cursor) } else { None };
    cursor.space();
    (before.or(after).unwrap_or(false), currency)
}

fn sign(cursor: &mut Cursor<'_>) -> Option<bool> {
    cursor.space();
    cursor.word(words::SIGNS.iter().copied())
}

fn agreed(said: [Option<Qualifier>; 4]) -> Result<Qualifier, AmountError> {
    let mut said = said.into_iter().flatten();
    let first = said.next().unwrap_or_default();
    if said.all(|other| other == first) { Ok(first) } else { Err(AmountError::MixedQualifiers) }
}
