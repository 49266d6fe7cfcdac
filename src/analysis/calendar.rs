//! Whole months, for arithmetic on periods.

use jiff::civil::Date;

use crate::figure::{Period, plan_years};

/// A run of whole months, each counted as `12 × year + (month − 1)`; both ends included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Months {
    /// The first month.
    pub first: i32,
    /// The last month.
    pub last: i32,
}

impl Months {
    /// The months that a period is made of; `None` if it begins or ends within a month.
    pub fn of(period: Period) -> Option<Self> {
        let months = |from: (i16, i8), to: (i16, i8)| Months { first: ordinal(from), last: ordinal(to) };
        Some(match period {
            Period::Year(year) => months((year, 1), (year, 12)),
            Period::Half(year, half) => months((year, 6 * half - 5), (year, 6 * half)),
            Period::Quarter(year, quarter) => months((year, 3 * quarter - 2), (year, 3 * quarter)),
            Period::Month(year, month) => months((year, month), (year, month)),
            Period::Months { from, to } => months(from, to),
            Period::Years(from, to) => months((from, 1), (to, 12)),
            Period::Plan(number) => {
                let (from, to) = plan_years(number)?;
                months((from, 1), (to, 12))
            }
            Period::Day(_) | Period::Days { .. } => return None,
        })
    }

    /// January to a month of one year; empty for month 0.
    pub fn year_to_date(year: i16, month: i8) -> Self {
        Months { first: ordinal((year, 1)), last: ordinal((year, month)) }
    }

    /// One month.
    pub fn month(year: i16, month: i8) -> Self {
        Months { first: ordinal((year, month)), last: ordinal((year, month)) }
    }

    /// How many months.
    pub fn len(self) -> i32 {
        self.last - self.first + 1
    }

    /// Whether there is no month in it.
    pub fn is_empty(self) -> bool {
        self.len() <= 0
    }

    /// The year in which it ends.
    pub fn year(self) -> i16 {
        year_month(self.last).0
    }

    /// The month of the year with which it ends, from 1.
    pub fn month_of_year(self) -> i8 {
        year_month(self.last).1
    }

    /// Whether it lies within one calendar year.
    pub fn within_a_year(self) -> bool {
        year_month(self.first).0 == year_month(self.last).0
    }

    /// Whether it runs from a January to a month of the same year.
    pub fn is_year_to_date(self) -> bool {
        self.within_a_year() && year_month(self.first).1 == 1
    }

    /// The same run, moved by months; negative moves it back.
    #[must_use]
    pub fn moved(self, by: i32) -> Self {
        Months { first: self.first + by, last: self.last + by }
    }

    /// The period by its usual name: three months that are a quarter become that quarter.
    pub fn period(self) -> Period {
        let (from, to) = (year_month(self.first), year_month(self.last));
        Period::between(first_day(from), first_day(to).last_of_month()).unwrap_or(Period::Months { from, to })
    }
}

fn first_day((year, month): (i16, i8)) -> Date {
    Date::new(year, month, 1).unwrap_or_default()
}

fn ordinal((year, month): (i16, i8)) -> i32 {
    12 * i32::from(year) + i32::from(month) - 1
}

fn year_month(ordinal: i32) -> (i16, i8) {
    let year = i16::try_from(ordinal.div_euclid(12)).unwrap_or(i16::MAX);
    let month = i8::try_from(ordinal.rem_euclid(12)).unwrap_or(0) + 1;
    (year, month)
}
