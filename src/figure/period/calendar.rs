//! Where periods lie in the calendar, and how they lie to each other.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Period, plan_years};

/// The years that periods can lie in: those of four digits, as which they are told from other numbers.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1000..=9999;

impl Period {
    /// The period from one day to another, both included, under its simplest name: whole months, quarters,
    /// halves and years are recognised. `None` if the last lies before the first.
    pub fn between(first: Date, last: Date) -> Option<Period> {
        if last < first {
            return None;
        }
        let whole_months = first.day() == 1 && last == last.last_of_month();
        Some(match whole_months {
            true => of_months((first.year(), first.month()), (last.year(), last.month())),
            false if first == last => Period::Day(first),
            false => Period::Days { from: first, to: last },
        })
    }

    /// The first day. Of a period made by hand with a month that does not exist, it is that of the year 0.
    pub fn first_day(&self) -> Date {
        match *self {
            Period::Year(year) | Period::Years(year, _) => first_of(year, 1),
            Period::Half(year, half) => first_of(year, half.saturating_mul(6).saturating_sub(5)),
            Period::Quarter(year, quarter) => first_of(year, quarter.saturating_mul(3).saturating_sub(2)),
            Period::Month(year, month) | Period::Months { from: (year, month), .. } => first_of(year, month),
            Period::Day(day) | Period::Days { from: day, .. } => day,
            Period::Plan(number) => first_of(plan_years(number).unwrap_or_default().0, 1),
        }
    }

    /// The last day, which still belongs to it.
    pub fn last_day(&self) -> Date {
        match *self {
            Period::Year(year) | Period::Years(_, year) => last_of(year, 12),
            Period::Half(year, half) => last_of(year, half.saturating_mul(6)),
            Period::Quarter(year, quarter) => last_of(year, quarter.saturating_mul(3)),
            Period::Month(year, month) | Period::Months { to: (year, month), .. } => last_of(year, month),
            Period::Day(day) | Period::Days { to: day, .. } => day,
            Period::Plan(number) => last_of(plan_years(number).unwrap_or_default().1, 12),
        }
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        days_between(self.first_day(), self.last_day())
    }

    /// The calendar year in which it ends.
    pub fn year(&self) -> i16 {
        self.last_day().year()
    }

    /// Whether all of `other` lies in it.
    pub fn contains(&self, other: &Period) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// Whether it runs from 1 January to some day of the same year, the whole year included,
    /// and is neither a single day nor January alone, which a monthly series shows like every other month.
    pub fn is_cumulative(&self) -> bool {
        self.runs_from_new_year() && !matches!(self, Period::Day(_) | Period::Month(..))
    }

    /// The same days one year earlier, for comparisons year on year; 29 February becomes 28 February.
    ///
    /// `None` for what is longer than a year.
    pub fn previous_year(&self) -> Option<Period> {
        let first = year_before(self.first_day())?;
        let last = match self.last_day() {
            day if self.is_of_whole_months() => year_before(day)?.last_of_month(),
            day => year_before(day)?,
        };
        (last < self.first_day()).then(|| Period::between(first, last)).flatten()
    }

    /// The period of the same kind just before it: May before June, the 12th plan before the 13th;
    /// before a range, as many months, days or years.
    pub fn previous(&self) -> Option<Period> {
        if let Period::Plan(number) = *self {
            let earlier = number.checked_sub(1)?;
            return plan_years(earlier).map(|_| Period::Plan(earlier));
        }
        let last = self.first_day().yesterday().ok().filter(|day| YEARS.contains(&day.year()))?;
        let first = if self.is_of_whole_months() {
            let months = months_between(self.first_day(), self.last_day());
            self.first_day().checked_sub(months.months()).ok()?
        } else {
            self.first_day().checked_sub(self.days().days()).ok()?
        };
        YEARS.contains(&first.year()).then(|| Period::between(first, last)).flatten()
    }

    /// Per cent of its calendar year that has passed at its end, unrounded, if it runs from 1 January within
    /// that year (January alone included): by months where it ends with one, 66.67 at the end of August;
    /// otherwise by days.
    pub fn elapsed(&self) -> Option<Decimal> {
        let end = self.last_day();
        let year = Period::Year(end.year());
        self.runs_from_new_year().then(|| share_passed(year.first_day(), end, year.last_day())).flatten()
    }

    /// The five-year plan that it lies in, a plan itself included.
    pub fn plan(&self) -> Option<u8> {
        (1..=30).find(|number| Period::Plan(*number).contains(self))
    }

    /// Per cent of its five-year plan that has passed at its end, unrounded; by months where it ends with one,
    /// otherwise by days. `None` if it lies in no plan.
    pub fn elapsed_of_plan(&self) -> Option<Decimal> {
        let plan = Period::Plan(self.plan()?);
        share_passed(plan.first_day(), self.last_day(), plan.last_day())
    }

    fn runs_from_new_year(&self) -> bool {
        let first = self.first_day();
        first.day_of_year() == 1 && first.year() == self.last_day().year()
    }

    fn is_of_whole_months(&self) -> bool {
        self.first_day().day() == 1 && self.last_day() == self.last_day().last_of_month()
    }
}

fn of_months(from: (i16, i8), to: (i16, i8)) -> Period {
    match (from, to) {
        ((first, 1), (last, 12)) if first == last => Period::Year(first),
        ((first, 1), (last, 12)) => Period::Years(first, last),
        _ if from == to => Period::Month(from.0, from.1),
        ((first, 1 | 7), (last, end)) if first == last && end == from.1 + 5 => Period::Half(first, end / 6),
        ((first, 1 | 4 | 7 | 10), (last, end)) if first == last && end == from.1 + 2 => {
            Period::Quarter(first, end / 3)
        }
        _ => Period::Months { from, to },
    }
}

fn first_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or_default()
}

fn last_of(year: i16, month: i8) -> Date {
    first_of(year, month).last_of_month()
}

fn year_before(day: Date) -> Option<Date> {
    day.checked_sub(1.year()).ok().filter(|day| YEARS.contains(&day.year()))
}

fn days_between(first: Date, last: Date) -> i64 {
    first.duration_until(last).as_hours() / 24 + 1
}

fn months_between(first: Date, last: Date) -> i32 {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    months(last) - months(first) + 1
}

/// Per cent of the months, or of the days, from `first` to `last` that have passed at the end of `day`.
fn share_passed(first: Date, day: Date, last: Date) -> Option<Decimal> {
    let (passed, all) = if day == day.last_of_month() {
        (months_between(first, day).into(), months_between(first, last).into())
    } else {
        (days_between(first, day), days_between(first, last))
    };
    Decimal::from(passed * 100).checked_div(Decimal::from(all))
}

#[cfg(test)]
mod tests {
    use super::super::super::round_half_up;
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn neighbours_have_the_same_kind() {
        for (text, previous, previous_year) in [
            ("2022", Some("2021"), Some("2021")),
            ("2022-H1", Some("2021-H2"), Some("2021-H1")),
            ("2022-Q2", Some("2022-Q1"), Some("2021-Q2")),
            ("2022-01", Some("2021-12"), Some("2021-01")),
            ("2022-07-01", Some("2022-06-30"), Some("2021-07-01")),
            ("2024-02-29", Some("2024-02-28"), Some("2023-02-28")),
            ("2025-02", Some("2025-01"), Some("2024-02")),
            ("2022-01/2022-08", Some("2021-05/2021-12"), Some("2021-01/2021-08")),
            ("2020-01-01/2020-10-14", Some("2019-03-19/2019-12-31"), Some("2019-01-01/2019-10-14")),
            ("2016/2020", Some("2011/2015"), None),
            ("plan:13", Some("plan:12"), None),
            ("plan:1", None, None),
            ("1000", None, None),
        ] {
            let notation = |period: Option<Period>| period.map(|period| period.notation());
            assert_eq!(notation(period(text).previous()).as_deref(), previous, "before {text}");
            assert_eq!(
                notation(period(text).previous_year()).as_deref(),
                previous_year,
                "a year before {text}"
            );
        }
    }

    #[test]
    fn time_passes_by_months_or_by_days() {
        for (text, elapsed) in [
            ("2020-01/2020-08", Some("66.67")),
            ("2022-H1", Some("50")),
            ("2022-Q1", Some("25")),
            ("2022", Some("100")),
            ("2022-01", Some("8.33")),
            ("2020-01-01/2020-10-14", Some("78.69")),
            ("2022-H2", None),
            ("2022-06", None),
            ("2016/2020", None),
            ("plan:13", None),
        ] {
            let share = period(text).elapsed().map(|share| round_half_up(share, 2).to_string());
            assert_eq!(share.as_deref(), elapsed, "{text}");
        }
        for (text, elapsed) in [
            ("2016", Some("20")),
            ("2016/2018", Some("60")),
            ("2018-H1", Some("50")),
            ("2016-12-30", Some("19.98")),
            ("plan:13", Some("100")),
            ("2015/2016", None),
            ("1964", None),
        ] {
            let share = period(text).elapsed_of_plan().map(|share| round_half_up(share, 2).to_string());
            assert_eq!(share.as_deref(), elapsed, "{text}");
        }
    }

    #[test]
    fn cumulative_means_from_new_year_within_one_year() {
        for text in ["2022", "2022-H1", "2022-Q1", "2022-01/2022-08", "2020-01-01/2020-10-14"] {
            assert!(period(text).is_cumulative(), "{text}");
        }
        for text in ["2022-01", "2022-01-01", "2022-H2", "2022-Q2", "2021-01/2022-08", "2016/2020", "plan:13"]
        {
            assert!(!period(text).is_cumulative(), "{text}");
        }
    }

    #[test]
    fn periods_know_their_place() {
        assert_eq!(period("2020").days(), 366);
        assert_eq!(period("2022-07-07").days(), 1);
        assert_eq!(period("2020-11/2021-02").year(), 2021);
        assert!(period("plan:13").contains(&period("2016/2020")));
        assert!(!period("2022-H1").contains(&period("2022-01/2022-08")));
        let mut periods = ["plan:13", "2022-02", "2022", "2022-Q1", "2022-01", "2016/2020"].map(period);
        periods.sort();
        let sorted = ["2016/2020", "plan:13", "2022-01", "2022-Q1", "2022", "2022-02"];
        assert_eq!(periods.map(|period| period.notation()), sorted);
    }

    #[test]
    fn impossible_periods_do_no_harm() {
        for impossible in
            [Period::Month(2022, 13), Period::Half(2022, 127), Period::Plan(200), Period::Year(-32768)]
        {
            assert!(impossible.first_day() <= impossible.last_day());
            assert!(impossible.days() > 0);
            let _ = (
                impossible.previous(),
                impossible.previous_year(),
                impossible.elapsed(),
                impossible.notation(),
            );
        }
    }
}
