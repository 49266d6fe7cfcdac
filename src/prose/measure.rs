//! A number with what follows it: magnitude and unit.

use rust_decimal::Decimal;

use super::head::Currency;
use super::look;
use super::numeral::{self, Form, Numeral};
use super::words;
use crate::figure::{Counter, Magnitude, Qualifier, Quantity, Tail, Unit, UnitKind};

/// The unit of a bare number.
pub(super) const THINGS: Unit = Unit::plain(UnitKind::Count(Counter::Ge));

/// The unit after a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Unit(Unit),
    Foreign(&'static str),
    Nothing,
}

/// A number with what follows it.
#[derive(Clone, Copy)]
pub(super) struct Measured {
    pub(super) number: Decimal,
    pub(super) magnitude: Option<Magnitude>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) unit: Named,
    pub(super) end: usize,
}

impl Measured {
    /// Reads what follows a number.
    pub(super) fn after(text: &str, numeral: Numeral, currency: Option<Currency>) -> Measured {
        let known = match currency {
            Some(Currency::Known(kind)) => Some(kind),
            _ => None,
        };
        let dozens = usize::from(numeral.form == Form::Chinese && text[numeral.end..].starts_with('几')) * 3;
        let rest = &text[numeral.end + dozens..];
        let tail = Tail::scan(rest, known).unwrap_or_default();
        let mut measured = Measured {
            number: numeral.number,
            magnitude: tail.magnitude,
            qualifier: if dozens > 0 { Some(Qualifier::Over) } else { tail.qualifier },
            unit: tail.unit.map_or(Named::Nothing, Named::Unit),
            end: numeral.end + dozens + tail.length,
        };
        if let Some(whole) = measured.with_rest(text) {
            return whole;
        }
        measured.name(text, currency);
        measured
    }

    /// 1亿2000万元, 三万五千亩: a smaller number that goes on after the magnitude.
    fn with_rest(&self, text: &str) -> Option<Measured> {
        let magnitude = self.magnitude.filter(|magnitude| *magnitude >= Magnitude::WAN)?;
        if self.unit != Named::Nothing || self.qualifier.is_some() || self.number.scale() > 0 {
            return None;
        }
        let start = self.end + if text[self.end..].starts_with('零') { 3 } else { 0 };
        let next = numeral::at(text, start)?;
        let is_bare = next.form == Form::Chinese && next.end == next.start + 3;
        let rest = Measured::after(text, next, None);
        let size = |number, magnitude| Quantity { number, magnitude, unit: THINGS }.value();
        let (own, more) = (size(self.number, magnitude)?, size(rest.number, rest.magnitude_or_one())?);
        if is_bare && rest.magnitude.is_none() || more >= size(Decimal::ONE, magnitude)? {
            return None;
        }
        Some(Measured { number: own.checked_add(more)?, magnitude: None, ..rest })
    }

    /// Finds a unit that figures do not know, or a measure word.
    fn name(&mut self, text: &str, currency: Option<Currency>) {
        if let Some(Currency::Foreign(name)) = currency {
            self.unit = Named::Foreign(name);
            return;
        }
        if self.unit != Named::Nothing {
            return;
        }
        let rest = &text[self.end..];
        let space = rest.chars().next().filter(|c| c.is_whitespace() || *c == '-').map_or(0, char::len_utf8);
        if let Some((length, name)) = look::starts(&rest[space..], words::FOREIGN) {
            self.unit = Named::Foreign(name);
            self.end += space + length;
        } else if rest.starts_with(words::MEASURE_WORDS) {
            self.unit = Named::Unit(THINGS);
            self.end += rest.chars().next().map_or(0, char::len_utf8);
        }
    }

    fn magnitude_or_one(&self) -> Magnitude {
        self.magnitude.unwrap_or(Magnitude::ONE)
    }

    /// The quantity, with the unit `else_unit` and magnitude `else_magnitude` where none stands.
    pub(super) fn quantity(&self, else_magnitude: Magnitude, else_unit: Unit) -> Option<Quantity> {
        let unit = match self.unit {
            Named::Unit(unit) => unit,
            _ => else_unit,
        };
        let quantity =
            Quantity { number: self.number, magnitude: self.magnitude.unwrap_or(else_magnitude), unit };
        quantity.value().map(|_| quantity)
    }

    pub(super) fn value(&self) -> Option<Decimal> {
        self.quantity(Magnitude::ONE, THINGS)?.value()
    }
}
