//! Periods: intervals of days with a name.

use std::fmt;

use jiff::civil::Date;

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

/// Why a text is no period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PeriodError {
    /// It has none of the known forms.
    Form,
    /// A month, day, quarter or half that does not exist.
    NoSuchDate,
    /// The end lies before the start.
    Backwards,
    /// A five-year plan outside 1 to 30.
    NoSuchPlan,
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
