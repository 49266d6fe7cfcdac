//! Periods as content files write them: `2022-H1`, `2022-01/2022-08`, `plan:13`.

use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;

use super::calendar::YEARS;
use super::{Period, PeriodError, plan_years};

impl Period {
    /// Reads the notation of content files: `2022`, `2022-H1`, `2022-Q2`, `2022-06`, `2022-07-07`, a range of
    /// two like ends such as `2022-01/2022-08`, or `plan:13`.
    ///
    /// A range takes its simplest name: `2022-01/2022-06` is the half `2022-H1`. Five whole years stay years.
    ///
    /// # Errors
    /// Says what kept the text from being a period.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        if let Some(number) = text.strip_prefix("plan:") {
            let number = u8::try_from(digits::<i16>(number, 1..=3)?).map_err(|_| PeriodError::NoSuchPlan)?;
            return plan_years(number).map(|_| Period::Plan(number)).ok_or(PeriodError::NoSuchPlan);
        }
        let Some((from, to)) = text.split_once('/') else { return simple(text) };
        let (from, to) = (simple(from)?, simple(to)?);
        if from.granularity() != to.granularity() {
            return Err(PeriodError::Form);
        }
        Period::between(from.first_day(), to.last_day()).ok_or(PeriodError::Backwards)
    }

    /// The notation that [`Period::parse`] reads.
    pub fn notation(&self) -> String {
        match *self {
            Period::Year(year) => format!("{year:04}"),
            Period::Half(year, half) => format!("{year:04}-H{half}"),
            Period::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Period::Month(year, month) => format!("{year:04}-{month:02}"),
            Period::Day(day) => day.to_string(),
            Period::Months { from, to } => format!("{:04}-{:02}/{:04}-{:02}", from.0, from.1, to.0, to.1),
            Period::Days { from, to } => format!("{from}/{to}"),
            Period::Years(from, to) => format!("{from:04}/{to:04}"),
            Period::Plan(number) => format!("plan:{number}"),
        }
    }
}

fn simple(text: &str) -> Result<Period, PeriodError> {
    let mut parts = text.split('-');
    let year = digits(parts.next().unwrap_or_default(), 4..=4)?;
    if !YEARS.contains(&year) {
        return Err(PeriodError::NoSuchDate);
    }
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Ok(Period::Year(year)),
        (Some(part), None, _) => part_of_year(year, part),
        (Some(month), Some(day), None) => {
            let (month, day) = (digits(month, 2..=2)?, digits(day, 2..=2)?);
            Date::new(year, month, day).map(Period::Day).map_err(|_| PeriodError::NoSuchDate)
        }
        _ => Err(PeriodError::Form),
    }
}

fn part_of_year(year: i16, part: &str) -> Result<Period, PeriodError> {
    let (number, length, last, make): (_, _, _, fn(i16, i8) -> Period) = match part.split_at_checked(1) {
        Some(("H", half)) => (half, 1, 2, Period::Half),
        Some(("Q", quarter)) => (quarter, 1, 4, Period::Quarter),
        _ => (part, 2, 12, Period::Month),
    };
    let number = digits(number, length..=length)?;
    if (1..=last).contains(&number) { Ok(make(year, number)) } else { Err(PeriodError::NoSuchDate) }
}

fn digits<T: FromStr>(text: &str, lengths: RangeInclusive<usize>) -> Result<T, PeriodError> {
    let is_number = lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or(PeriodError::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_are_normalised() {
        for (text, notation) in [
            ("2022", "2022"),
            ("2022-H1", "2022-H1"),
            ("2022-Q2", "2022-Q2"),
            ("2022-06", "2022-06"),
            ("2022-07-07", "2022-07-07"),
            ("2022-01/2022-08", "2022-01/2022-08"),
            ("2020-01-01/2020-10-14", "2020-01-01/2020-10-14"),
            ("2016/2020", "2016/2020"),
            ("plan:13", "plan:13"),
            ("2022-01/2022-06", "2022-H1"),
            ("2022-07/2022-12", "2022-H2"),
            ("2022-01/2022-12", "2022"),
            ("2022-04/2022-06", "2022-Q2"),
            ("2022-05/2022-07", "2022-05/2022-07"),
            ("2016/2016", "2016"),
            ("2022-06/2022-06", "2022-06"),
            ("2022-07-07/2022-07-07", "2022-07-07"),
            ("2020-01-01/2020-08-31", "2020-01/2020-08"),
            ("2024-02-01/2024-02-29", "2024-02"),
            ("2024-02-01/2024-02-28", "2024-02-01/2024-02-28"),
            ("2016-01-01/2020-12-31", "2016/2020"),
            ("2022-Q1/2022-Q3", "2022-01/2022-09"),
            ("2020-11/2021-02", "2020-11/2021-02"),
        ] {
            assert_eq!(
                Period::parse(text).map(|period| period.notation()),
                Ok(notation.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_period_says_why() {
        for (text, error) in [
            ("", PeriodError::Form),
            ("22", PeriodError::Form),
            ("2022年", PeriodError::Form),
            ("2022-6", PeriodError::Form),
            ("2022-+6", PeriodError::Form),
            ("2022-H", PeriodError::Form),
            ("2022-半", PeriodError::Form),
            ("2022/2022-06", PeriodError::Form),
            ("2022-01/2022-02/2022-03", PeriodError::Form),
            ("plan:13/plan:14", PeriodError::Form),
            ("2022-01-01-01", PeriodError::Form),
            ("2022-13", PeriodError::NoSuchDate),
            ("2022-02-29", PeriodError::NoSuchDate),
            ("2022-H3", PeriodError::NoSuchDate),
            ("2022-Q0", PeriodError::NoSuchDate),
            ("0999", PeriodError::NoSuchDate),
            ("2022-08/2022-01", PeriodError::Backwards),
            ("plan:0", PeriodError::NoSuchPlan),
            ("plan:31", PeriodError::NoSuchPlan),
            ("plan:999", PeriodError::NoSuchPlan),
        ] {
            assert_eq!(Period::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn plans_have_fixed_years() {
        for (number, years) in
            [(1, (1953, 1957)), (3, (1966, 1970)), (12, (2011, 2015)), (13, (2016, 2020)), (15, (2026, 2030))]
        {
            assert_eq!(plan_years(number), Some(years));
        }
    }
}
