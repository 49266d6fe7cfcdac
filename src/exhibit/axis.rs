//! The unit and magnitude that all values of an axis or a column share.

use rust_decimal::Decimal;

use crate::content::Indicator;
use crate::figure::{Amount, Magnitude, Quantity, Unit, format_decimal};
use crate::lang::Lang;

/// A unit and a magnitude in the page's language: 亿元, or RMB billion.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    unit: Unit,
    magnitude: Magnitude,
    lang: Lang,
}

impl Axis {
    /// The axis of an indicator: its own magnitude in Chinese, the next that English counts in otherwise.
    pub(super) fn of(indicator: &Indicator, lang: Lang) -> Self {
        let magnitude = match lang {
            Lang::Zh => indicator.magnitude,
            Lang::En => english(indicator.magnitude, indicator.unit.is_money()),
        };
        Axis { unit: indicator.unit, magnitude, lang }
    }

    /// The same axis in the largest magnitude in which some of the quantities reach 1: 1408万美元 rather than
    /// 0.1408亿美元, US$14.08 million rather than US$0.01408 billion.
    pub(super) fn fitting(self, quantities: &[Quantity]) -> Self {
        let reaches_one = |axis: &Axis| {
            let mut numbers = quantities.iter().filter_map(|&quantity| axis.number(quantity));
            numbers.any(|number| number.abs() >= Decimal::ONE)
        };
        let smaller = Magnitude::of(self.lang).into_iter().rev().filter(|&other| other < self.magnitude);
        let axes = smaller.map(|magnitude| Axis { magnitude, ..self });
        std::iter::once(self).chain(axes).find(reaches_one).unwrap_or(self)
    }

    /// A quantity in the axis's magnitude; `None` if its unit does not belong on the axis.
    pub(super) fn quantity(&self, quantity: Quantity) -> Option<Quantity> {
        let shown = quantity.in_magnitude(self.magnitude);
        (quantity.unit.is_like(self.unit) && shown.magnitude == self.magnitude).then_some(shown)
    }

    /// The number of a quantity on the axis.
    pub(super) fn number(&self, quantity: Quantity) -> Option<Decimal> {
        self.quantity(quantity).map(|shown| shown.number)
    }

    /// The digits of an amount, for labels beside which the unit is printed: 61.2, 超2600.
    pub(super) fn digits(&self, amount: Amount) -> String {
        let digits = self.number(amount.quantity).map_or_else(String::new, |n| format_decimal(n, self.lang));
        match (amount.qualifier.word(self.lang), self.lang) {
            ("", _) => digits,
            (word, Lang::Zh) => format!("{word}{digits}"),
            (word, Lang::En) => format!("{word} {digits}"),
        }
    }

    /// An amount with its unit, in the digits that the table has: 61.2亿元, RMB 6.12 billion.
    pub(super) fn say(&self, amount: Amount) -> String {
        let quantity = self.quantity(amount.quantity).unwrap_or(amount.quantity);
        Amount { quantity, ..amount }.write(self.lang)
    }

    /// The unit alone: 亿元, RMB billion; empty for English counts.
    pub(super) fn unit(&self) -> String {
        self.unit.label(self.magnitude, self.lang)
    }

    /// A heading with the unit: 签约投资（亿元）, Signed investment (RMB billion), Signed projects.
    pub(super) fn heading(&self, name: &str) -> String {
        with_unit(name, &self.unit(), self.lang)
    }
}

/// A heading with its unit in brackets; without brackets if there is no unit to name.
pub(super) fn with_unit(name: &str, unit: &str, lang: Lang) -> String {
    match lang {
        _ if unit.is_empty() => name.to_owned(),
        Lang::Zh => format!("{name}（{unit}）"),
        Lang::En => format!("{name} ({unit})"),
    }
}

/// 亿元 becomes RMB billion (÷10) and 万元 RMB million (÷100); 万吨 becomes tonnes, 亿吨 million tonnes.
fn english(magnitude: Magnitude, is_money: bool) -> Magnitude {
    match (magnitude, is_money) {
        (Magnitude::YI, true) => Magnitude::BILLION,
        (Magnitude::WAN, true) | (Magnitude::YI, false) => Magnitude::MILLION,
        (Magnitude::WAN, false) => Magnitude::ONE,
        (other, _) if Magnitude::of(Lang::En).contains(&other) => other,
        (Magnitude(7), true) => Magnitude::MILLION,
        _ => Magnitude::ONE,
    }
}
