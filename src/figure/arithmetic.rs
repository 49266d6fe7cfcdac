//! What may be worked out from quantities. All of it is checked: what cannot be said is `None`.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Quantity, decimal};

impl Quantity {
    /// The exact sum, in the unit and magnitude of `self`; `None` for unlike units or too many digits.
    pub fn try_add(self, other: Quantity) -> Option<Quantity> {
        let places = i32::from(other.magnitude.0) - i32::from(self.magnitude.0);
        let number = decimal::add(self.number, decimal::shift(other.number, places)?)?;
        self.unit.is_like(other.unit).then_some(Quantity { number, ..self })
    }

    /// Which of two values is the larger; `None` for unlike units or too many digits.
    pub fn try_cmp(&self, other: &Quantity) -> Option<Ordering> {
        let (a, b) = like_values(*self, *other)?;
        Some(a.cmp(&b))
    }
}

/// The exact sum, in the unit and magnitude of the first term; `None` for no terms, unlike units or too many digits.
pub fn sum(terms: impl IntoIterator<Item = Quantity>) -> Option<Quantity> {
    let mut terms = terms.into_iter();
    let first = terms.next()?;
    terms.try_fold(first, Quantity::try_add)
}

/// How many times as much as `b` is `a`, unrounded; `None` for unlike units or a zero `b`.
pub fn ratio(a: Quantity, b: Quantity) -> Option<Decimal> {
    let (a, b) = like_values(a, b)?;
    a.checked_div(b)
}

/// The change from `base` to `current` in per cent of `base`, unrounded: 210 for a rise to 3.1 times as much.
///
/// `None` for unlike units and for a base that is zero or negative, of which a percentage says nothing.
pub fn change_percent(current: Quantity, base: Quantity) -> Option<Decimal> {
    let (current, base) = like_values(current, base)?;
    if base <= Decimal::ZERO {
        return None;
    }
    decimal::add(current, -base)?.checked_div(base)?.checked_mul(Decimal::ONE_HUNDRED)
}

fn like_values(a: Quantity, b: Quantity) -> Option<(Decimal, Decimal)> {
    if !a.unit.is_like(b.unit) {
        return None;
    }
    Some((a.value()?, b.value()?))
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Magnitude, Unit, UnitKind, round_half_up};
    use super::*;
    use crate::lang::Lang;

    fn quantity(text: &str) -> Quantity {
        Amount::read(text, None).unwrap().quantity
    }

    #[test]
    fn sums_keep_the_magnitude_of_the_first_term() {
        let total = sum(["458亿元", "3.30亿元", "8900万元"].map(quantity)).unwrap();
        assert_eq!(total.write(Lang::Zh), "462.19亿元");
        assert_eq!(sum(["17个", "15家"].map(quantity)).unwrap().write(Lang::Zh), "32个");
        assert_eq!(sum(["17个", "15亿元"].map(quantity)), None);
        assert_eq!(sum([]), None);
    }

    #[test]
    fn announced_changes_follow_from_their_bases() {
        let change = |current, base| {
            change_percent(quantity(current), quantity(base))
                .map(|change| round_half_up(change, 1).to_string())
        };
        assert_eq!(change("121个", "39个").as_deref(), Some("210.3"));
        assert_eq!(change("8900万元", "1亿元").as_deref(), Some("-11.0"));
        assert_eq!(change("5亿元", "0亿元"), None);
        assert_eq!(change("5亿元", "-1亿元"), None);
        assert_eq!(change("5亿元", "1亿美元"), None);
    }

    #[test]
    fn ratios_ignore_the_way_of_writing() {
        let times = ratio(quantity("2600亿元"), quantity("RMB 185.7 billion")).unwrap();
        assert_eq!(round_half_up(times, 1).to_string(), "1.4");
        assert_eq!(ratio(quantity("5亩"), quantity("0亩")), None);
    }

    #[test]
    fn derived_values_are_written_like_their_model() {
        let yuan = Unit::plain(UnitKind::Yuan);
        let plan = ratio(quantity("500000万元"), quantity("67%"));
        assert_eq!(plan, None);
        let derived = Quantity::from_value(Decimal::new(7_462_686_567, 0), yuan, Magnitude::YI, 1);
        assert_eq!(derived.write(Lang::Zh), "74.6亿元");
        let padded = Quantity::from_value(Decimal::new(5_000_000_000, 0), yuan, Magnitude::YI, 1);
        assert_eq!(padded.write(Lang::Zh), "50.0亿元");
        assert_eq!(padded.write(Lang::En), "RMB\u{a0}5.00\u{a0}billion");
    }

    #[test]
    fn nothing_overflows() {
        let huge = Quantity {
            magnitude: Magnitude(255),
            ..Quantity::plain(Decimal::MAX, Unit::plain(UnitKind::Yuan))
        };
        assert_eq!(huge.value(), None);
        assert_eq!(huge.try_add(huge), None);
        assert_eq!(huge.try_cmp(&huge), None);
        assert_eq!(huge, huge);
        assert_ne!(huge, Quantity { number: Decimal::MIN, ..huge });
        assert_eq!(huge.in_magnitude(Magnitude::ONE).magnitude, Magnitude(255));
        assert!(!huge.write(Lang::En).is_empty());
    }
}
