//! A quantity as it was written: an exact number, its magnitude, its unit and its qualifier.

use rust_decimal::Decimal;

use super::Unit;

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
}

impl Quantity {
    /// A quantity written in plain digits.
    pub fn plain(number: Decimal, unit: Unit) -> Self {
        Quantity { number, magnitude: Magnitude::ONE, unit }
    }

    /// The value in the unit itself; `None` if it has more digits than a decimal holds.
    pub fn value(&self) -> Option<Decimal> {
        let factor = Decimal::from_i128_with_scale(10_i128.checked_pow(self.magnitude.0.into())?, 0);
        self.number.checked_mul(factor).map(|value| value.normalize())
    }
}

/// Two quantities are equal when they are the same value of the same unit, however written.
impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.unit == other.unit && self.value() == other.value()
    }
}

impl Eq for Quantity {}

impl From<Quantity> for Amount {
    fn from(quantity: Quantity) -> Self {
        Amount { qualifier: Qualifier::Exact, quantity }
    }
}
