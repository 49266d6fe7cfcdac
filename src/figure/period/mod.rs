//! Periods: intervals of days with a name.

mod calendar;
mod notation;
mod read;
mod write;

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

pub use read::scan_period;

/// The span of time that a figure is about.
///
/// Ranges are normalised by [`Period::parse`]: a range from January to June of one year is that half,
/// so equal intervals of equal grain compare equal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// Half 1 or 2 of a year.
    Half(i16, i8),
    /// Quarter 1 to 4 of a year.
    Quarter(i16, i8),
    /// A month.
    Month(i16, i8),
    /// A day.
    Day(Date),
    /// Whole months, from the first to the last, both included.
    Months {
        /// Year and month of the first month.
        from: (i16, i8),
        /// Year and month of the last month.
        to: (i16, i8),
    },
    /// Days, from the first to the last, both included.
    Days {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// Whole years, from the first to the last, both included.
    Years(i16, i16),
    /// A national five-year plan by its number: the 13th is 2016–2020.
    Plan(u8),
}

/// What a period is made of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Granularity {
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Plan,
    Range,
}

/// Why a text is no period. [`fmt::Display`] says it in English, [`PeriodError::zh`] in Chinese.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PeriodError {
    /// It has none of the known forms.
    Form,
    /// A year, month, day, quarter or half that does not exist.
    NoSuchDate,
    /// The end lies before the start.
    Backwards,
    /// A five-year plan outside 1 to 30.
    NoSuchPlan,
}

impl Period {
    /// What it is made of.
    pub fn granularity(&self) -> Granularity {
        match self {
            Period::Year(_) => Granularity::Year,
            Period::Half(..) => Granularity::Half,
            Period::Quarter(..) => Granularity::Quarter,
            Period::Month(..) => Granularity::Month,
            Period::Day(_) => Granularity::Day,
            Period::Months { .. } | Period::Days { .. } | Period::Years(..) => Granularity::Range,
            Period::Plan(_) => Granularity::Plan,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Period::Day(_) => 0,
            Period::Month(..) => 1,
            Period::Quarter(..) => 2,
            Period::Half(..) => 3,
            Period::Year(_) => 4,
            Period::Days { .. } => 5,
            Period::Months { .. } => 6,
            Period::Years(..) => 7,
            Period::Plan(_) => 8,
        }
    }
}

/// By first day, then by last day; a plan stands after the range of its years.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Period| (period.first_day(), period.last_day(), period.rank());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PeriodError::Form => "no known form of period",
            PeriodError::NoSuchDate => "no such date",
            PeriodError::Backwards => "the end lies before the start",
            PeriodError::NoSuchPlan => "no such five-year plan",
        })
    }
}

impl PeriodError {
    /// The same in Chinese.
    pub fn zh(&self) -> &'static str {
        match self {
            PeriodError::Form => "不是可识别的时期写法",
            PeriodError::NoSuchDate => "日期不存在",
            PeriodError::Backwards => "结束早于开始",
            PeriodError::NoSuchPlan => "没有这个五年规划（计划）",
        }
    }
}

impl std::error::Error for PeriodError {}

/// First and last year of a five-year plan: 1st 1953–1957, 2nd 1958–1962, 3rd 1966–1970 and every five years from there.
///
/// 十二五 is 2011–2015, 十三五 2016–2020, 十四五 2021–2025, 十五五 2026–2030.
pub fn plan_years(number: u8) -> Option<(i16, i16)> {
    match number {
        1 => Some((1953, 1957)),
        2 => Some((1958, 1962)),
        3..=30 => {
            let first = 1966 + 5 * i16::from(number - 3);
            Some((first, first + 4))
        }
        _ => None,
    }
}
