//! A quantity as it was written: an exact number, its magnitude, its unit and its qualifier.

use rust_decimal::Decimal;

use super::{Unit, decimal};
use crate::lang::Lang;

/// A power of ten that a number is written in: 0 plain, 3 thousand, 4 万, 6 million, 8 亿, 9 billion, 12 万亿 and trillion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Magnitude(pub u8);

/// An exact quantity. `number × 10^magnitude` is its value in `unit`.
///
/// The number keeps its digits after the point as written, so that both languages print the same
/// significant digits: 458亿元 is RMB 45.8 billion, and 3.30亿元 is RMB 330 million.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// The number as written before its magnitude.
    pub number: Decimal,
    /// The magnitude that it was written in.
    pub magnitude: Magnitude,
    /// The unit.
    pub unit: Unit,
}

/// How exactly a figure is meant; it belongs to the figure and is printed in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Qualifier {
    /// No qualifier.
    #[default]
    Exact,
    /// 超, 余, more than.
    Over,
    /// 约, about.
    About,
    /// 近, nearly.
    Nearly,
    /// 不少于, at least.
    AtLeast,
    /// 不超过, at most.
    AtMost,
}

/// A quantity with its qualifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amount {
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// The quantity.
    pub quantity: Quantity,
}

impl Magnitude {
    /// Plain digits.
    pub const ONE: Magnitude = Magnitude(0);
    /// Thousand.
    pub const THOUSAND: Magnitude = Magnitude(3);
    /// 万, ten thousand.
    pub const WAN: Magnitude = Magnitude(4);
    /// Million.
    pub const MILLION: Magnitude = Magnitude(6);
    /// 亿, a hundred million.
    pub const YI: Magnitude = Magnitude(8);
    /// Billion.
    pub const BILLION: Magnitude = Magnitude(9);
    /// 万亿, trillion.
    pub const TRILLION: Magnitude = Magnitude(12);

    /// The magnitudes that `lang` writes numbers in, ascending: 万, 亿, 万亿; million, billion, trillion.
    pub const fn of(lang: Lang) -> [Magnitude; 4] {
        match lang {
            Lang::Zh => [Magnitude::ONE, Magnitude::WAN, Magnitude::YI, Magnitude::TRILLION],
            Lang::En => [Magnitude::ONE, Magnitude::MILLION, Magnitude::BILLION, Magnitude::TRILLION],
        }
    }
}

impl Quantity {
    /// A quantity written in plain digits.
    pub fn plain(number: Decimal, unit: Unit) -> Self {
        Quantity { number, magnitude: Magnitude::ONE, unit }
    }

    /// The quantity whose value is `value` (in `unit` itself), written in the magnitude `like`, rounded half up
    /// to exactly `decimals` digits after the point.
    ///
    /// In the rare case that no decimal holds it in that magnitude, it is written in plain digits, unrounded.
    pub fn from_value(value: Decimal, unit: Unit, like: Magnitude, decimals: u32) -> Self {
        let scale = value.scale().cast_signed() + i32::from(like.0);
        match decimal::rounded(value.mantissa(), scale, decimals) {
            Some(number) => Quantity { number, magnitude: like, unit },
            None => Quantity::plain(value, unit),
        }
    }

    /// The value in the unit itself; `None` if it has more digits than a decimal holds.
    pub fn value(&self) -> Option<Decimal> {
        decimal::shift(self.number, self.magnitude.0.into()).map(|value| value.normalize())
    }

    /// The value in the unit itself in plain digits, exact however long: 45800000000 for 458亿元, 0.5.
    pub fn digits(&self) -> String {
        let (mantissa, power) = self.canonical();
        let sign = if mantissa < 0 { "-" } else { "" };
        let digits = mantissa.unsigned_abs().to_string();
        let places = usize::try_from(power.unsigned_abs()).unwrap_or(0);
        if power >= 0 {
            return format!("{sign}{digits}{}", "0".repeat(places));
        }
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        format!("{sign}{whole}.{fraction}")
    }

    /// The same quantity written in another magnitude, all significant digits kept; unchanged if it has more
    /// digits than a decimal holds.
    #[must_use]
    pub fn in_magnitude(&self, magnitude: Magnitude) -> Quantity {
        let places = i32::from(self.magnitude.0) - i32::from(magnitude.0);
        match decimal::shift(self.number, places) {
            Some(number) => Quantity { number, magnitude, unit: self.unit },
            None => *self,
        }
    }

    /// The magnitude that `lang` writes this quantity in: the one it was written in if `lang` uses that one,
    /// otherwise the largest of [`Magnitude::of`] that the value reaches.
    pub fn magnitude_in(&self, lang: Lang) -> Magnitude {
        let used = Magnitude::of(lang);
        if used.contains(&self.magnitude) {
            return self.magnitude;
        }
        let order = self.order().unwrap_or(0);
        used.into_iter().rev().find(|magnitude| i32::from(magnitude.0) <= order).unwrap_or(Magnitude::ONE)
    }

    /// The power of ten of the first significant digit of the value; `None` for zero.
    fn order(&self) -> Option<i32> {
        let digits = self.number.mantissa().unsigned_abs().checked_ilog10()?;
        Some(digits.cast_signed() - self.number.scale().cast_signed() + i32::from(self.magnitude.0))
    }

    /// Mantissa and power of ten of the value, without trailing zeros.
    fn canonical(&self) -> (i128, i32) {
        let mut mantissa = self.number.mantissa();
        if mantissa == 0 {
            return (0, 0);
        }
        let mut power = i32::from(self.magnitude.0) - self.number.scale().cast_signed();
        while mantissa % 10 == 0 {
            mantissa /= 10;
            power += 1;
        }
        (mantissa, power)
    }
}

/// Two quantities are equal when they are the same value of the same unit, however written.
impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.unit == other.unit && self.canonical() == other.canonical()
    }
}

impl Eq for Quantity {}

impl From<Quantity> for Amount {
    fn from(quantity: Quantity) -> Self {
        Amount { qualifier: Qualifier::Exact, quantity }
    }
}
