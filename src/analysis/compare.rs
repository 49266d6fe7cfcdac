//! Changes against another period, and the values that they start from.

use rust_decimal::Decimal;

use super::Reading;
use crate::figure::{
    Amount, Granularity, Magnitude, Period, Qualifier, Quantity, change_percent, ratio, round_half_up,
};

/// How a number came about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The editor wrote it, as the source prints it.
    Announced,
    /// It was worked out exactly from values that were stated.
    Derived,
    /// It was worked back from a rounded percentage or multiple, and is only as exact as that.
    Implied,
}

/// What a change is measured in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// Per cent of the base.
    Percent,
    /// Percentage points: how shares and rates change.
    Points,
}

/// A change against another period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// 210 for 210 % more, −3 for 3 % less; as announced, else rounded to one decimal.
    pub value: Decimal,
    /// Of what.
    pub scale: Scale,
    /// How it came about; never implied.
    pub basis: Basis,
}

/// The value of the period that is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Base {
    /// The period.
    pub period: Period,
    /// The value; "about" where it was worked back and other values are possible.
    pub amount: Amount,
    /// How it came about.
    pub basis: Basis,
}

/// "1.4 times as much as in": 40 % more, and not 1.4 times more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Multiple {
    /// 1.4.
    pub ratio: Decimal,
    /// How the ratio came about.
    pub basis: Basis,
    /// The period that is 1, with its value where that can be said.
    pub of: Period,
    /// Its value: stated, else worked back from the ratio.
    pub base: Option<Base>,
}

impl<'a> Reading<'a> {
    /// The change year on year: announced, else from the value of the same period one year earlier.
    pub fn year_on_year(&self) -> Option<Change> {
        let announced = self.comparison.and_then(|comparison| comparison.yoy.as_ref());
        if let Some(yoy) = announced {
            return Some(self.announced_change(yoy.value));
        }
        // A plan period has no year before it; it is told as a multiple of another.
        let year_before = self.period.previous_year()?;
        // An announced base belongs to the change month on month where only that one is announced.
        let base = match self.announced_base() {
            Some(base) if self.announced_month_on_month().is_none() => base,
            _ => self.series.at(year_before)?.amount,
        };
        self.change_from(base)
    }

    /// The change month on month: announced, else from the value of the month before. Months only.
    pub fn month_on_month(&self) -> Option<Change> {
        if let Some(mom) = self.announced_month_on_month() {
            return Some(self.announced_change(mom));
        }
        self.change_from(self.series.at(self.month_before()?)?.amount)
    }

    /// The value of the same period one year earlier: announced, else from the series, else worked back from the
    /// announced growth.
    pub fn year_before(&self) -> Option<Base> {
        let period = self.period.previous_year()?;
        let announced_yoy = self.comparison.and_then(|comparison| comparison.yoy.as_ref());
        let base = self
            .announced_base()
            .filter(|_| announced_yoy.is_some() || self.announced_month_on_month().is_none());
        if let Some(amount) = base {
            return Some(Base { period, amount, basis: Basis::Announced });
        }
        if let Some(point) = self.series.at(period) {
            return Some(Base { period, amount: point.amount, basis: Basis::Derived });
        }
        self.implied_base(period, announced_yoy?.value)
    }

    /// The value of the month before, likewise. Months only.
    pub fn month_earlier(&self) -> Option<Base> {
        let period = self.month_before()?;
        let announced_yoy = self.comparison.is_some_and(|comparison| comparison.yoy.is_some());
        let mom = self.announced_month_on_month();
        if let Some(amount) = self.announced_base().filter(|_| mom.is_some() && !announced_yoy) {
            return Some(Base { period, amount, basis: Basis::Announced });
        }
        if let Some(point) = self.series.at(period) {
            return Some(Base { period, amount: point.amount, basis: Basis::Derived });
        }
        self.implied_base(period, mom?)
    }

    /// How many times as much as in an earlier plan period: announced, else from the base or the series.
    pub fn multiple(&self) -> Option<Multiple> {
        let comparison = self.comparison?;
        if let Some(times) = &comparison.times {
            let (ratio, of) = (times.ratio.value, times.of.value);
            let base = self.base_in(of).or_else(|| self.implied_by_multiple(of, ratio));
            return Some(Multiple { ratio, basis: Basis::Announced, of, base });
        }
        let of = self.period.previous().filter(|_| matches!(self.period, Period::Plan(_)))?;
        let base = self.base_in(of)?;
        let ratio = round_half_up(ratio(self.exact()?, exact(base.amount)?)?, 1).normalize();
        Some(Multiple { ratio, basis: Basis::Derived, of, base: Some(base) })
    }

    /// The announced base, else what the series says of the period.
    fn base_in(&self, period: Period) -> Option<Base> {
        let announced = self.announced_base().map(|amount| Base { period, amount, basis: Basis::Announced });
        announced.or_else(|| {
            let amount = self.series.at(period)?.amount;
            Some(Base { period, amount, basis: Basis::Derived })
        })
    }

    fn announced_base(&self) -> Option<Amount> {
        self.comparison?.base.as_ref().map(|base| base.value)
    }

    fn announced_month_on_month(&self) -> Option<Decimal> {
        self.comparison?.mom.as_ref().map(|mom| mom.value)
    }

    fn month_before(&self) -> Option<Period> {
        self.period.previous().filter(|_| self.period.granularity() == Granularity::Month)
    }

    fn scale(&self) -> Scale {
        if self.indicator.changes_in_points() { Scale::Points } else { Scale::Percent }
    }

    fn announced_change(&self, value: Decimal) -> Change {
        Change { value: value.normalize(), scale: self.scale(), basis: Basis::Announced }
    }

    fn change_from(&self, base: Amount) -> Option<Change> {
        let (now, base) = (self.exact()?, exact(base)?);
        let value = match self.scale() {
            Scale::Percent => change_percent(now, base)?,
            Scale::Points => now.try_add(Quantity { number: -base.number, ..base })?.number,
        };
        Some(Change {
            value: round_half_up(value, 1).normalize(),
            scale: self.scale(),
            basis: Basis::Derived,
        })
    }

    /// The base that an announced growth implies: value ÷ (1 + growth), or value − points for a ratio.
    fn implied_base(&self, period: Period, growth: Decimal) -> Option<Base> {
        let now = self.exact()?;
        let implied = |amount| Some(Base { period, amount, basis: Basis::Implied });
        if self.scale() == Scale::Points {
            let base = now.number.checked_sub(growth)?;
            return implied(Quantity { number: base, ..now }.into());
        }
        // 210 stands for anything from 209.5 to 210.5.
        let half_a_digit = Decimal::new(5, growth.scale() + 1);
        let base = |growth: Decimal| {
            let factor = Decimal::ONE_HUNDRED.checked_add(growth)?.checked_div(Decimal::ONE_HUNDRED)?;
            now.value()?.checked_div(factor).filter(|_| factor > Decimal::ZERO)
        };
        let middle = base(growth)?;
        if now.unit.is_count() {
            return implied(whole_count(
                now,
                base(growth + half_a_digit)?,
                middle,
                base(growth - half_a_digit)?,
            )?);
        }
        implied(self.about(middle))
    }

    fn implied_by_multiple(&self, period: Period, ratio: Decimal) -> Option<Base> {
        let value = self.amount.quantity.value()?.checked_div(ratio)?;
        Some(Base { period, amount: self.about(value), basis: Basis::Implied })
    }

    /// A value that was worked back, in the indicator's magnitude and no more digits than it deserves.
    pub(super) fn about(&self, value: Decimal) -> Amount {
        let decimals = self.indicator.decimals.map_or(1, u32::from);
        let quantity = rounded(value, self.amount.quantity, self.indicator.magnitude, decimals);
        Amount { qualifier: Qualifier::About, quantity }
    }
}

fn exact(amount: Amount) -> Option<Quantity> {
    (amount.qualifier == Qualifier::Exact).then_some(amount.quantity)
}

/// The whole number between two limits: 121 projects, up 210 %, were 39 a year earlier.
///
/// If there is none, value and growth contradict each other; if there are several, it is "about" the nearest.
fn whole_count(like: Quantity, low: Decimal, middle: Decimal, high: Decimal) -> Option<Amount> {
    let (first, last) = (low.ceil(), high.floor());
    let qualifier = match first.cmp(&last) {
        std::cmp::Ordering::Less => Qualifier::About,
        std::cmp::Ordering::Equal => Qualifier::Exact,
        std::cmp::Ordering::Greater => return None,
    };
    let number = if first == last { first } else { round_half_up(middle, 0) };
    Some(Amount { qualifier, quantity: Quantity::plain(number, like.unit) })
}

/// A value in a magnitude with at most `decimals` digits after the point and four significant digits in all,
/// for no percentage of a bulletin carries more; but with one significant digit at least.
fn rounded(value: Decimal, like: Quantity, magnitude: Magnitude, decimals: u32) -> Quantity {
    let exact = Quantity::plain(value, like.unit).in_magnitude(magnitude);
    let whole_digits = exact.number.trunc().abs().normalize().to_string().len();
    let room = 4_u32.saturating_sub(u32::try_from(whole_digits).unwrap_or(4));
    let mut places = decimals.min(room);
    while round_half_up(exact.number, places).is_zero() && places < exact.number.scale() {
        places += 1;
    }
    Quantity { number: round_half_up(exact.number, places).normalize(), ..exact }
}
