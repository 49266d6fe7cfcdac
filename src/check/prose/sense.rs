//! What a quantity or a time says, whatever the language and the unit that it is written in.

use rust_decimal::Decimal;

use crate::figure::{Amount, Period, Qualifier, Quantity, Unit, UnitKind, plan_years};
use crate::prose::{Foreign, PartialPeriod, Relation, What};

/// What is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Sense {
    /// How much.
    Measure(Measure),
    /// When.
    Time(When),
}

/// How much of what.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Measure {
    /// What is measured.
    pub(crate) dim: Dim,
    /// The unit's Chinese name; English counts are 个.
    pub(crate) unit: &'static str,
    /// The number in that unit: 4.58e10 for 458亿元.
    pub(crate) number: Decimal,
    /// The value in the dimension's own unit, so that 1200 m and 1.2 km are the same.
    pub(crate) value: Decimal,
    /// Of a range, the larger end in the dimension's own unit.
    pub(crate) to: Option<Decimal>,
    /// On which side of the number the truth lies.
    pub(crate) bound: Bound,
    /// What the words around make of it.
    pub(crate) relation: Option<Relation>,
}

/// What is measured; values of one dimension can be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Dim {
    /// Money, by its currency.
    Money(&'static str),
    /// Things.
    Count,
    /// Per cent, fractions included.
    Percent,
    /// Percentage points.
    Points,
    /// Multiples.
    Times,
    /// Thirds of a square metre, in which a mu is a whole number.
    Area,
    /// Metres.
    Length,
    /// Kilograms.
    Weight,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Anything else, by its unit.
    Other(&'static str),
}

/// How a number stands to the truth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bound {
    /// The number itself, or about that.
    At,
    /// That or more.
    Above,
    /// That or less.
    Below,
    /// A condition that each of several things meets: 亿元以上.
    AtLeastEach,
    /// The like downwards: 3亿元以下.
    AtMostEach,
}

/// When, as far as it is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum When {
    /// With its year.
    Full(Period),
    /// Without a year.
    Partial(PartialPeriod),
    /// A five-year plan by its number.
    Plan(u8),
}

impl Sense {
    /// What a mention says; `None` for what nobody would compare.
    pub(crate) fn of(what: &What, relation: Option<Relation>) -> Option<Sense> {
        Some(match what {
            What::Amount(amount) => return Measure::of_amount(*amount, relation).map(Sense::Measure),
            What::Foreign(foreign) => return Measure::of_foreign(foreign, relation).map(Sense::Measure),
            What::Fraction { qualifier, numerator, denominator } => {
                let share = Decimal::from(*numerator) * Decimal::ONE_HUNDRED;
                let number = share.checked_div(Decimal::from(*denominator))?;
                let bound = Bound::of(*qualifier);
                Sense::Measure(Measure {
                    relation,
                    bound,
                    ..Measure::plain(Dim::Percent, "%", number, Decimal::ONE)?
                })
            }
            What::Threshold { quantity, or_more } => {
                let bound = if *or_more { Bound::AtLeastEach } else { Bound::AtMostEach };
                Sense::Measure(Measure { relation, bound, ..Measure::of_quantity(*quantity)? })
            }
            What::Range { qualifier, from, to } => {
                let to = Some(Measure::of_quantity(*to)?.value);
                let bound = Bound::of(*qualifier);
                Sense::Measure(Measure { relation, bound, to, ..Measure::of_quantity(*from)? })
            }
            What::Period(period) => Sense::Time(When::Full(*period)),
            What::PartialPeriod(partial) => Sense::Time(When::Partial(*partial)),
            What::PlanPeriod(plan) => Sense::Time(When::Plan(plan.number)),
        })
    }

    /// A half or a quarter of it, where the words before say so; `None` for a time.
    pub(crate) fn divided_by(self, parts: u8) -> Option<Sense> {
        let Sense::Measure(measure) = self else { return None };
        let parts = Decimal::from(parts);
        let (number, value) = (measure.number / parts, measure.value / parts);
        Some(Sense::Measure(Measure { number: number.normalize(), value: value.normalize(), ..measure }))
    }

    /// The measure, if it is one.
    pub(crate) fn measure(&self) -> Option<&Measure> {
        match self {
            Sense::Measure(measure) => Some(measure),
            Sense::Time(_) => None,
        }
    }

    /// Whether two texts that say these say the same.
    pub(crate) fn agrees_with(&self, other: &Sense) -> bool {
        match (self, other) {
            (Sense::Measure(a), Sense::Measure(b)) => a.agrees_with(b),
            (Sense::Time(a), Sense::Time(b)) => a.agrees_with(*b),
            _ => false,
        }
    }
}

impl Bound {
    fn of(qualifier: Qualifier) -> Bound {
        match qualifier {
            Qualifier::Exact | Qualifier::About | Qualifier::Nearly => Bound::At,
            Qualifier::Over | Qualifier::AtLeast => Bound::Above,
            Qualifier::AtMost => Bound::Below,
        }
    }

    /// 超2600亿 contradicts "less than"; either may be told without its qualifier. A condition is no plain amount.
    fn agrees_with(self, other: Bound) -> bool {
        use Bound::{Above, At, AtLeastEach, AtMostEach, Below};
        match (self, other) {
            (At, AtLeastEach | AtMostEach) | (AtLeastEach | AtMostEach, At) => false,
            (Above | AtLeastEach, Below | AtMostEach) | (Below | AtMostEach, Above | AtLeastEach) => false,
            _ => true,
        }
    }
}

impl Measure {
    /// What an amount says.
    pub(crate) fn of_amount(amount: Amount, relation: Option<Relation>) -> Option<Measure> {
        let measure = Measure::of_quantity(amount.quantity)?;
        let is_year = measure.unit == "年" && measure.number >= Decimal::ONE_THOUSAND;
        let bound = Bound::of(amount.qualifier);
        (!is_year).then_some(Measure { bound, relation, ..measure })
    }

    fn of_quantity(quantity: Quantity) -> Option<Measure> {
        let (dim, unit, factor) = dimension(quantity.unit);
        Measure::plain(dim, unit, quantity.value()?, factor)
    }

    fn of_foreign(foreign: &Foreign, relation: Option<Relation>) -> Option<Measure> {
        let (dim, factor) = match foreign.unit {
            // An acre is 4,046.8564224 square metres.
            "英亩" => (Dim::Area, Decimal::new(121_405_692_672, 7)),
            "平方英尺" => (Dim::Area, Decimal::new(27_870_912, 8)),
            "公斤" => (Dim::Weight, Decimal::ONE),
            "英里" => (Dim::Length, Decimal::new(1_609_344, 3)),
            "周" => (Dim::Days, Decimal::from(7)),
            "人次" | "家次" | "场次" | "批次" | "标箱" => (Dim::Count, Decimal::ONE),
            "港元" | "欧元" | "日元" | "英镑" => (Dim::Money(foreign.unit), Decimal::ONE),
            unit => (Dim::Other(unit), Decimal::ONE),
        };
        let to = match foreign.to {
            Some(to) => Some(to.checked_mul(factor)?.normalize()),
            None => None,
        };
        let bound = Bound::of(foreign.qualifier);
        Some(Measure { bound, relation, to, ..Measure::plain(dim, foreign.unit, foreign.value, factor)? })
    }

    fn plain(dim: Dim, unit: &'static str, number: Decimal, factor: Decimal) -> Option<Measure> {
        let (number, value) = (number.normalize(), number.checked_mul(factor)?.normalize());
        Some(Measure { dim, unit, number, value, to: None, bound: Bound::At, relation: None })
    }

    /// How many times the base the words make of it: 1.4 of 是…的1.4倍, 2.4 of 增长1.4倍 and of 增长140%.
    pub(crate) fn factor(&self) -> Option<Decimal> {
        let one = Decimal::ONE;
        match (self.dim, self.relation?) {
            (Dim::Times, Relation::IsTimes) => Some(self.value),
            (Dim::Times, Relation::GrewTimes | Relation::Grew) => self.value.checked_add(one),
            (Dim::Percent, Relation::Grew) => (self.value / Decimal::ONE_HUNDRED).checked_add(one),
            (Dim::Percent, Relation::Fell) => one.checked_sub(self.value / Decimal::ONE_HUNDRED),
            _ => None,
        }
    }

    /// Whether it is a share or a multiple, and no quantity of anything.
    pub(crate) fn is_ratio(&self) -> bool {
        matches!(self.dim, Dim::Percent | Dim::Points | Dim::Times)
    }

    fn agrees_with(&self, other: &Measure) -> bool {
        if let (Some(a), Some(b)) = (self.factor(), other.factor()) {
            if a == b {
                return true;
            }
        }
        self.is_like(other)
            && self.value == other.value
            && self.to == other.to
            && self.bound.agrees_with(other.bound)
            && !self.contradicts(other)
    }

    /// Whether the two measure the same. "Four times a year" are occasions, 四次, so that times without a relation
    /// are counts.
    pub(crate) fn is_like(&self, other: &Measure) -> bool {
        let dim = |measure: &Measure| match (measure.dim, measure.relation) {
            (Dim::Times, None) => Dim::Count,
            (dim, _) => dim,
        };
        self.dim == other.dim || dim(self) == dim(other)
    }

    /// Whether the words around turn one number into two statements: a rise and a fall, as much as and more than.
    pub(crate) fn contradicts(&self, other: &Measure) -> bool {
        use Relation::{Fell, Grew, GrewTimes, IsTimes};
        matches!(
            (self.relation, other.relation),
            (Some(Grew | GrewTimes), Some(Fell))
                | (Some(Fell), Some(Grew | GrewTimes))
                | (Some(IsTimes), Some(GrewTimes))
                | (Some(GrewTimes), Some(IsTimes))
        )
    }

    /// Whether one is the other times a power of ten, and not the other itself.
    pub(crate) fn is_power_of_ten_of(&self, other: &Measure) -> bool {
        let digits =
            |value: Decimal| value.normalize().mantissa().to_string().trim_end_matches('0').to_owned();
        self.value != other.value && !self.value.is_zero() && digits(self.value) == digits(other.value)
    }
}

impl When {
    fn agrees_with(self, other: When) -> bool {
        match (self, other) {
            (When::Full(a), When::Full(b)) => same_days(a, b) || is_end_of(a, b) || is_end_of(b, a),
            (When::Partial(partial), When::Full(full)) | (When::Full(full), When::Partial(partial)) => {
                partial_is(partial, full)
            }
            (When::Partial(a), When::Partial(b)) => {
                // Of 2024, a leap year, as of any other: months have their days.
                a == b || a.in_year(2024).is_some_and(|period| partial_is(b, period))
            }
            (When::Plan(a), When::Plan(b)) => a == b,
            (When::Plan(plan), When::Full(period)) | (When::Full(period), When::Plan(plan)) => {
                same_days(Period::Plan(plan), period)
                    || plan_years(plan).is_some_and(|(first, last)| {
                        period == Period::Year(first) || period == Period::Year(last)
                    })
            }
            (When::Plan(_), When::Partial(_)) | (When::Partial(_), When::Plan(_)) => false,
        }
    }
}

fn same_days(a: Period, b: Period) -> bool {
    (a.first_day(), a.last_day()) == (b.first_day(), b.last_day())
}

/// 8月末 is 31 August.
fn is_end_of(day: Period, period: Period) -> bool {
    matches!(day, Period::Day(_)) && day.last_day() == period.last_day()
}

fn partial_is(partial: PartialPeriod, full: Period) -> bool {
    let year = full.first_day().year();
    partial
        .in_year(year)
        .is_some_and(|period| same_days(period, full) || is_end_of(period, full) || is_end_of(full, period))
}

/// The dimension of a unit, the unit's name, and how many of the dimension's own unit it is.
fn dimension(unit: Unit) -> (Dim, &'static str, Decimal) {
    let of = |dim, name, factor: i64| (dim, name, Decimal::from(factor));
    match unit.kind {
        UnitKind::Yuan => of(Dim::Money("元"), "元", 1),
        UnitKind::Dollar => of(Dim::Money("美元"), "美元", 1),
        UnitKind::Percent => of(Dim::Percent, "%", 1),
        UnitKind::PercentagePoint => of(Dim::Points, "个百分点", 1),
        UnitKind::Times => of(Dim::Times, "倍", 1),
        UnitKind::Mu => of(Dim::Area, "亩", 2_000),
        UnitKind::Hectare => of(Dim::Area, "公顷", 30_000),
        UnitKind::SquareMetre => of(Dim::Area, "平方米", 3),
        UnitKind::SquareKilometre => of(Dim::Area, "平方公里", 3_000_000),
        UnitKind::Metre => of(Dim::Length, "米", 1),
        UnitKind::Kilometre => of(Dim::Length, "公里", 1_000),
        UnitKind::Tonne => of(Dim::Weight, "吨", 1_000),
        UnitKind::Kilowatt => of(Dim::Other("千瓦"), "千瓦", 1),
        UnitKind::KilowattHour => of(Dim::Other("千瓦时"), "千瓦时", 1),
        UnitKind::Day => of(Dim::Days, "天", 1),
        UnitKind::Month => of(Dim::Months, "个月", 1),
        UnitKind::Year => of(Dim::Months, "年", 12),
        UnitKind::Count(_) => of(Dim::Count, "个", 1),
    }
}
