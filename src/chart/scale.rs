//! Scales that begin at zero, and round ticks on them.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::geometry::{GAP, SLIVER};
use super::svg::{FINE, fine};
use crate::lang::Lang;

/// A value as a length; only here does a figure become a float.
pub(super) fn length(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// Where values of an axis stand on the sheet. Zero is always on it.
pub(super) struct Scale {
    values: RangedCoordf64,
    pixels: (i32, i32),
}

impl Scale {
    /// Maps `low` to `from` and `high` to `to`, in pixels, after zero was made part of the values.
    pub(super) fn new(low: f64, high: f64, from: f64, to: f64) -> Scale {
        let (low, high) = (low.min(0.0), high.max(0.0));
        // An axis on which everything is zero still needs a length.
        let high = if high > low { high } else { low + 1.0 };
        Scale { values: (low..high).into(), pixels: (fine(from), fine(to)) }
    }

    /// Where `value` stands, in pixels.
    pub(super) fn at(&self, value: f64) -> f64 {
        f64::from(self.values.map(&value, self.pixels)) / FINE
    }

    /// Horizontal bars between `left` and `right`, as long as the labels beside their ends let them be.
    ///
    /// `bars` are values with the widths of their labels. The label of a negative value stands right of zero, where
    /// its bar is not.
    pub(super) fn beside_labels(
        left: f64,
        right: f64,
        bars: impl Iterator<Item = (f64, f64)> + Clone,
    ) -> Scale {
        let low = bars.clone().map(|(value, _)| value).fold(0.0, f64::min);
        let high = bars.clone().map(|(value, _)| value).fold(0.0, f64::max);
        let pixels_per_value = bars
            .map(|(value, label)| (value.max(0.0) - low, right - left - GAP - SLIVER - label))
            .filter(|(reach, _)| *reach > 0.0)
            .map(|(reach, room)| room / reach)
            .fold(f64::INFINITY, f64::min);
        let span = if pixels_per_value.is_finite() { (high - low) * pixels_per_value } else { 0.0 };
        Scale::new(low, high, left, left + span.clamp(0.0, right - left))
    }

    /// Where the label beside the end of a bar begins.
    pub(super) fn label_at(&self, value: f64) -> f64 {
        self.at(value.max(0.0)).max(self.at(0.0) + SLIVER) + GAP
    }
}

/// Round values on an axis: 0, 25, 50, …; kept as whole multiples so that they can be written without rounding.
pub(super) struct Ticks {
    multiple: i64,
    exponent: i32,
    first: i64,
    last: i64,
}

impl Ticks {
    /// About `count` steps over the values from `low` to `high` and zero, ending beyond them.
    pub(super) fn new(low: f64, high: f64, count: f64) -> Ticks {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let raw = if high > low { (high - low) / count } else { 1.0 };
        let (mut unit, mut exponent) = (1.0, 0);
        while unit * 10.0 <= raw {
            unit *= 10.0;
            exponent += 1;
        }
        while unit > raw {
            unit /= 10.0;
            exponent -= 1;
        }
        let (multiple, exponent) = [(1.0, 1, 0), (2.0, 2, 0), (2.5, 25, -1), (5.0, 5, 0)]
            .into_iter()
            .find(|(size, ..)| size * unit >= raw * 0.999)
            .map_or((1, exponent + 1), |(_, multiple, shift)| (multiple, exponent + shift));
        let mut ticks = Ticks { multiple, exponent, first: 0, last: 0 };
        let step = ticks.value(1);
        ticks.first = (low / step + 0.001).floor().min(0.0) as i64;
        ticks.last = (high / step - 0.001).ceil().max(1.0) as i64;
        ticks
    }

    /// The numbers of the ticks, from lowest to highest.
    pub(super) fn numbers(&self) -> std::ops::RangeInclusive<i64> {
        self.first..=self.last
    }

    /// The value of a tick.
    pub(super) fn value(&self, number: i64) -> f64 {
        let mut value = (number * self.multiple) as f64;
        for _ in 0..self.exponent.abs() {
            value = if self.exponent > 0 { value * 10.0 } else { value / 10.0 };
        }
        value
    }

    /// The lowest and the highest value.
    pub(super) fn range(&self) -> (f64, f64) {
        (self.value(self.first), self.value(self.last))
    }

    /// A tick in figures; English parts the thousands from 10,000 on, as the labels do.
    pub(super) fn text(&self, number: i64, lang: Lang) -> String {
        let multiple = (number * self.multiple).unsigned_abs();
        if multiple == 0 {
            return "0".to_owned();
        }
        let mut digits = multiple.to_string();
        let decimals = usize::try_from(-self.exponent).unwrap_or(0);
        digits.extend(std::iter::repeat_n('0', usize::try_from(self.exponent).unwrap_or(0)));
        while digits.len() <= decimals {
            digits.insert(0, '0');
        }
        let mut whole = digits.len() - decimals;
        if decimals > 0 {
            digits.insert(whole, '.');
        }
        while lang == Lang::En && whole > 3 && digits.len() > 4 {
            whole -= 3;
            digits.insert(whole, ',');
        }
        if number < 0 {
            digits.insert(0, '−');
        }
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(low: f64, high: f64) -> Vec<String> {
        let ticks = Ticks::new(low, high, 4.0);
        ticks.numbers().map(|number| ticks.text(number, Lang::En)).collect()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(texts(0.0, 74.6), ["0", "20", "40", "60", "80"]);
        assert_eq!(texts(0.0, 0.34), ["0", "0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(texts(-30.0, 61.0), ["−50", "−25", "0", "25", "50", "75"]);
        assert_eq!(texts(0.0, 41_000.0).last().map(String::as_str), Some("60,000"));
        assert_eq!(texts(0.0, 0.0), ["0", "1"]);
    }

    #[test]
    fn a_huge_range_has_few_ticks() {
        assert!(texts(0.0, 7.9e27).len() < 8);
        assert!(texts(0.0, 1e-27).len() < 8);
    }

    #[test]
    fn bars_leave_room_for_their_labels() {
        let bars = [(100.0, 50.0), (10.0, 280.0), (-20.0, 30.0)];
        let scale = Scale::beside_labels(100.0, 400.0, bars.into_iter());
        for (value, label) in bars {
            assert!(scale.label_at(value) + label <= 400.5);
        }
    }
}
