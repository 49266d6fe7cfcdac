//! What a reader of running text finds.

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::look::is_digit;
use crate::figure::{Amount, Period, Qualifier, Quantity, Unit, plan_years};

/// A quantity or a time that a text says in so many words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The bytes of the text that say it, qualifier, currency and unit included.
    pub span: Range<usize>,
    /// What is said.
    pub what: What,
    /// What the words right around make of it, where they are plain.
    pub relation: Option<Relation>,
}

/// What a mention says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// 162.8亿元, more than 20, 67%. A bare number counts things: 个.
    Amount(Amount),
    /// A quantity in a unit that figures never have: 30,000 acres, 10万人次, HK$5 million.
    Foreign(Foreign),
    /// 三分之二, two-thirds, 2/3, 一半; in lowest terms only if written so.
    Fraction {
        /// How exactly it is meant; 三分之二以上 is [`Qualifier::AtLeast`].
        qualifier: Qualifier,
        /// The parts taken.
        numerator: u32,
        /// The parts of the whole; never 0.
        denominator: u32,
    },
    /// A condition and not a figure: 10亿元以上, RMB 100 million or more; 5%以下, 5% or less.
    Threshold {
        /// The limit, which itself belongs to what is meant (以上含本数).
        quantity: Quantity,
        /// Whether that much or more is meant, and not that much or less.
        or_more: bool,
    },
    /// 10—20亿元, RMB 10–20 million, 63% to 68%; the end is larger.
    Range {
        /// How exactly it is meant.
        qualifier: Qualifier,
        /// The smaller end.
        from: Quantity,
        /// The larger end.
        to: Quantity,
    },
    /// A period with its year: 2022年1—6月, 7 July 2022.
    Period(Period),
    /// A period that leaves the year to the context: 上半年, January–August, 7月7日.
    PartialPeriod(PartialPeriod),
    /// A five-year plan, with the years that are printed beside it.
    PlanPeriod(PlanPeriod),
}

/// A quantity in a unit of which [`Unit`] knows nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Foreign {
    /// How exactly it is meant; 20小时以上 is [`Qualifier::AtLeast`].
    pub qualifier: Qualifier,
    /// The value in the unit; of a range, the smaller end.
    pub value: Decimal,
    /// Of a range, the larger end.
    pub to: Option<Decimal>,
    /// The unit's Chinese name, the same for both languages: 英亩, 人次, 港元.
    pub unit: &'static str,
}

/// Days of a year that is not said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialPeriod {
    /// Whole months by number, both included: 1 to 6 is the first half, 7 to 7 July.
    Months {
        /// The first month.
        from: i8,
        /// The last month; before the first, it lies in the next year.
        to: i8,
    },
    /// From one day to another, each as month and day, both included.
    Days {
        /// The first day.
        from: (i8, i8),
        /// The last day.
        to: (i8, i8),
    },
}

/// A five-year plan as a text names it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PlanPeriod {
    /// Its number; 13 is 十三五.
    pub number: u8,
    /// The first and the last year printed in brackets beside it.
    pub printed: Option<(i16, i16)>,
}

/// What an amount is to something else, as the words right around it say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// As many times as much, the base included: 是…的1.4倍, 1.4 times as much, doubled, 翻一番.
    IsTimes,
    /// So many times more, on top of the base: 增长1.4倍, grew 1.4 times.
    GrewTimes,
    /// English that may be read either way: 1.4 times higher than.
    TimesHigher,
    /// A rise by that much: 同比增长210%, up 210%, +210%.
    Grew,
    /// A fall by that much: 同比下降3%, down 3%.
    Fell,
    /// A part of something: 占年计划的67%, 67% of the annual plan.
    Share,
}

impl Mention {
    /// Whether `text`, which was read, says it in words alone: 两项, two-thirds. Small counts in words are often
    /// counts of what the text itself goes on to list, and no figures that anybody keeps.
    pub fn is_in_words(&self, text: &str) -> bool {
        text.get(self.span.clone()).is_some_and(|said| !said.contains(is_digit))
    }
}

impl What {
    /// The unit, if it is one that figures have: of fractions and periods there is none.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            What::Amount(amount) => Some(amount.quantity.unit),
            What::Threshold { quantity, .. } | What::Range { from: quantity, .. } => Some(quantity.unit),
            What::Foreign(_)
            | What::Fraction { .. }
            | What::Period(_)
            | What::PartialPeriod(_)
            | What::PlanPeriod(_) => None,
        }
    }

    /// Whether this says when, and not how much.
    pub fn is_time(&self) -> bool {
        matches!(self, What::Period(_) | What::PartialPeriod(_) | What::PlanPeriod(_))
    }
}

impl PartialPeriod {
    /// The period that it is in a year; `None` for a day that the year does not have.
    ///
    /// Months that run over New Year begin in that year.
    pub fn in_year(&self, year: i16) -> Option<Period> {
        match *self {
            PartialPeriod::Months { from, to } => {
                let last_year = if to < from { year.checked_add(1)? } else { year };
                let last = Date::new(last_year, to, 1).ok()?.last_of_month();
                Period::between(Date::new(year, from, 1).ok()?, last)
            }
            PartialPeriod::Days { from, to } => {
                let last_year = if to < from { year.checked_add(1)? } else { year };
                let last = Date::new(last_year, to.0, to.1).ok()?;
                Period::between(Date::new(year, from.0, from.1).ok()?, last)
            }
        }
    }
}

impl PlanPeriod {
    /// The period itself.
    pub fn period(&self) -> Period {
        Period::Plan(self.number)
    }

    /// Whether the years printed beside it are its own; true where none are.
    pub fn years_are_right(&self) -> bool {
        self.printed.is_none_or(|years| plan_years(self.number) == Some(years))
    }
}
