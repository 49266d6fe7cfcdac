//! What a rounded number may have been, so that printed numbers are held against each other fairly.

use rust_decimal::Decimal;

use crate::figure::{Amount, Qualifier, Quantity};

/// Everything that a number as printed may stand for, in plain units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    low: Decimal,
    high: Decimal,
}

impl Interval {
    /// A quantity, off by half a unit of its last digit at most; counts are exact.
    ///
    /// `None` for qualified amounts, from which nothing is reckoned.
    pub(super) fn of(amount: Amount) -> Option<Self> {
        if amount.qualifier != Qualifier::Exact {
            return None;
        }
        let Quantity { number, unit, .. } = amount.quantity;
        let value = amount.quantity.value()?;
        if unit.is_count() {
            return Some(Interval { low: value, high: value });
        }
        let half = Quantity { number: half_a_digit(number)?, ..amount.quantity }.value()?;
        Interval::around(value, half)
    }

    /// A percentage as printed.
    pub(super) fn of_percent(percent: Decimal) -> Option<Self> {
        Interval::around(percent, half_a_digit(percent)?)
    }

    fn around(value: Decimal, half: Decimal) -> Option<Self> {
        Some(Interval { low: value.checked_sub(half)?, high: value.checked_add(half)? })
    }

    /// What the quotient in per cent may be; `None` unless the divisor is surely positive.
    pub(super) fn percent_of(self, whole: Interval) -> Option<Self> {
        if whole.low <= Decimal::ZERO {
            return None;
        }
        let percent =
            |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
        // A negative part is the further from zero the smaller the whole is.
        let (for_low, for_high) =
            if self.low.is_sign_negative() { (whole.low, whole.high) } else { (whole.high, whole.low) };
        Some(Interval { low: percent(self.low, for_low)?, high: percent(self.high, for_high)? })
    }

    /// The same moved by a constant.
    pub(super) fn plus(self, constant: Decimal) -> Option<Self> {
        Some(Interval { low: self.low.checked_add(constant)?, high: self.high.checked_add(constant)? })
    }

    /// Whether both print one number: 171.5亿元 may be 17150500万元 rounded, but it is not 171.6亿元.
    pub(super) fn prints_like(self, other: Interval) -> bool {
        let is_rounded_alike = self.high - self.low == other.high - other.low;
        if is_rounded_alike { self.low == other.low } else { self.agrees_with(other) }
    }

    /// What the sum may be.
    pub(super) fn and(self, other: Interval) -> Option<Self> {
        Some(Interval { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// Whether both may stand for one number.
    pub(super) fn agrees_with(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether every number of this one is above every number of the other.
    pub(super) fn exceeds(self, other: Interval) -> bool {
        self.low > other.high
    }
}

/// Half a unit of the last digit as written.
fn half_a_digit(number: Decimal) -> Option<Decimal> {
    Decimal::try_new(5, number.scale() + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Interval {
        Interval::of(Amount::read(text, None).unwrap()).unwrap()
    }

    fn percent(text: &str) -> Interval {
        Interval::of_percent(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn printed_numbers_agree_within_their_digits() {
        assert!(of("50亿元").percent_of(of("74.6亿元")).unwrap().agrees_with(percent("67")));
        assert!(!of("50亿元").percent_of(of("74.6亿元")).unwrap().agrees_with(percent("76")));
        let growth = of("121个").percent_of(of("39个")).unwrap().plus(Decimal::from(-100)).unwrap();
        assert!(growth.agrees_with(percent("210")));
        assert!(!growth.agrees_with(percent("120")));
        assert!(of("4.9亿元").exceeds(of("3亿元")) && !of("4.9亿元").exceeds(of("4.94亿元")));
    }

    #[test]
    fn nothing_is_reckoned_from_qualified_amounts_or_empty_wholes() {
        assert!(Interval::of(Amount::read("超2600亿元", None).unwrap()).is_none());
        assert!(of("5亿元").percent_of(of("0亿元")).is_none());
    }
}
