//! What was said of one indicator at one place, over time.

use jiff::civil::Date;

use super::Months;
use crate::content::{Bulletin, Comparison, Figure, IndicatorKind, Status};
use crate::figure::{Amount, Granularity, Period, Qualifier, Quantity};

/// A value of an indicator over one period, and who said it.
#[derive(Clone, Copy, Debug)]
pub struct Point<'a> {
    /// The period.
    pub period: Period,
    /// The value.
    pub amount: Amount,
    /// Changes and shares as announced with it; `None` for a derived value.
    pub comparison: Option<&'a Comparison>,
    /// How final it is.
    pub status: Status,
    /// Who said it.
    pub whence: Whence<'a>,
    pub(super) said: Said,
    /// The first and the last day of the period, by which points are sought.
    pub(super) interval: (Date, Date),
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Whence<'a> {
    /// A figure of a bulletin, or a cell of one.
    Bulletin(&'a Bulletin, &'a Figure),
    /// A figure of history/.
    History(&'a Figure),
    /// Nobody said it: it is a sum of shorter periods, or the difference of two running totals.
    Derived,
}

/// When something was said. Later statements of the same period replace earlier ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Said {
    /// The day of release, the last day of the month where no more is known.
    pub(super) day: Date,
    /// Hour and minute.
    pub(super) time: (i8, i8),
    /// Bulletins of the same minute follow each other in the order of their names.
    pub(super) order: usize,
    /// Within a bulletin a figure named like its indicator speaks before other figures, and those before cells.
    pub(super) weight: u8,
}

impl Said {
    /// Later than anything that the same bulletin says.
    pub(super) fn and_all_with_it(self) -> Said {
        Said { weight: u8::MAX, ..self }
    }
}

impl Point<'_> {
    /// Whether nobody announced it.
    pub fn is_derived(&self) -> bool {
        matches!(self.whence, Whence::Derived)
    }

    /// The quantity, if it is meant exactly: nothing is reckoned from "over 2,600".
    pub fn exact(&self) -> Option<Quantity> {
        (self.amount.qualifier == Qualifier::Exact).then_some(self.amount.quantity)
    }

    pub(super) fn interval(&self) -> (Date, Date) {
        self.interval
    }
}

/// The statements of one indicator and place, as of one moment.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    kind: IndicatorKind,
    /// Sorted by interval, then by when it was said.
    statements: &'a [Point<'a>],
    as_of: Option<Said>,
}

impl<'a> Series<'a> {
    pub(super) fn new(kind: IndicatorKind, statements: &'a [Point<'a>]) -> Self {
        Series { kind, statements, as_of: None }
    }

    /// The series as it was known when something was said.
    pub(super) fn as_of(self, said: Said) -> Self {
        Series { as_of: Some(said), ..self }
    }

    /// What stands for each period, in time: the latest statement of it.
    pub fn points(self) -> impl Iterator<Item = Point<'a>> {
        let same_period = |a: &Point<'a>, b: &Point<'a>| a.interval() == b.interval();
        self.statements.chunk_by(same_period).filter_map(move |group| self.latest(group))
    }

    /// Everything that was said of one period, oldest first.
    pub fn statements(self, period: Period) -> impl Iterator<Item = Point<'a>> {
        self.group(period).iter().filter(move |point| self.knows(point)).copied()
    }

    /// What stands for one period, if anybody stated it.
    pub fn stated(self, period: Period) -> Option<Point<'a>> {
        self.latest(self.group(period))
    }

    /// What stands for one period: stated, else derived where that is exact.
    pub fn at(self, period: Period) -> Option<Point<'a>> {
        self.stated(period).or_else(|| self.derived(period))
    }

    /// The values of single months, quarters, halves or years, derived where nobody stated them.
    ///
    /// Other granularities yield what was stated in them.
    pub fn discrete(self, granularity: Granularity) -> Vec<Point<'a>> {
        let length = match granularity {
            Granularity::Month => 1,
            Granularity::Quarter => 3,
            Granularity::Half => 6,
            Granularity::Year => 12,
            Granularity::Day | Granularity::Plan | Granularity::Range => {
                return self.points().filter(|point| point.period.granularity() == granularity).collect();
            }
        };
        let (Some(first), Some(last)) = (self.points().next(), self.points().map(|p| p.interval().1).max())
        else {
            return Vec::new();
        };
        let january = Months::month(first.interval().0.year(), 1).first;
        let end = Months::month(last.year(), last.month()).last;
        let step = usize::try_from(length).unwrap_or(1);
        let runs = (january..=end).step_by(step).map(|first| Months { first, last: first + length - 1 });
        runs.filter_map(|run| self.at(run.period())).collect()
    }

    /// The running total at the end of each month of a year, January first; `None` where none is known.
    ///
    /// For indicators that do not accumulate every entry is `None`.
    pub fn year_to_date(self, year: i16) -> [Option<Point<'a>>; 12] {
        std::array::from_fn(|month| {
            let month = i8::try_from(month + 1).ok()?;
            self.accumulates().then(|| self.at(Months::year_to_date(year, month).period()))?
        })
    }

    /// Whether values of shorter periods add up to those of longer ones.
    pub fn accumulates(self) -> bool {
        matches!(self.kind, IndicatorKind::Flow | IndicatorKind::Count)
    }

    /// A value that nobody stated: a sum or a difference within one year.
    fn derived(self, period: Period) -> Option<Point<'a>> {
        let months = Months::of(period).filter(|months| self.accumulates() && months.within_a_year())?;
        let upto = |month: i8| self.running(months.year(), month);
        let before = months.month_of_year() - i8::try_from(months.len()).ok()?;
        let quantity = if before == 0 {
            upto(months.month_of_year())?
        } else {
            self.sum_of_months(months).or_else(|| subtract(upto(months.month_of_year())?, upto(before)?))?
        };
        Some(Point {
            period,
            amount: quantity.into(),
            comparison: None,
            status: Status::Final,
            whence: Whence::Derived,
            said: Said { day: period.last_day(), time: (0, 0), order: 0, weight: 0 },
            interval: interval(period),
        })
    }

    /// The sum of single months, all of them stated.
    fn sum_of_months(self, months: Months) -> Option<Quantity> {
        let single = |month| self.exactly(Months { first: month, last: month });
        let mut total = single(months.first)?;
        for month in months.first + 1..=months.last {
            total = total.try_add(single(month)?)?;
        }
        Some(total)
    }

    /// The running total from January: stated, else the one before plus the month, quarter or half that follows.
    fn running(self, year: i16, month: i8) -> Option<Quantity> {
        if let Some(stated) = self.stated(Months::year_to_date(year, month).period()) {
            return stated.exact();
        }
        let aligned = [1, 3, 6].into_iter().filter(|length| month > *length && month % length == 0);
        aligned.into_iter().find_map(|length| {
            let last = Months::month(year, month).last;
            let part = self.exactly(Months { first: last - i32::from(length) + 1, last })?;
            self.running(year, month - length)?.try_add(part)
        })
    }

    fn exactly(self, months: Months) -> Option<Quantity> {
        self.stated(months.period())?.exact()
    }

    fn group(self, period: Period) -> &'a [Point<'a>] {
        let wanted = interval(period);
        let start = self.statements.partition_point(|point| point.interval() < wanted);
        let length = self.statements[start..].partition_point(|point| point.interval() == wanted);
        &self.statements[start..start + length]
    }

    fn latest(self, group: &[Point<'a>]) -> Option<Point<'a>> {
        group.iter().rev().find(|point| self.knows(point)).copied()
    }

    fn knows(self, point: &Point<'_>) -> bool {
        self.as_of.is_none_or(|moment| point.said <= moment)
    }
}

/// Periods of the same days are the same period, whatever they are called.
pub(super) fn interval(period: Period) -> (Date, Date) {
    (period.first_day(), period.last_day())
}

/// A difference; `None` when it is negative, for then the earlier total was revised and says nothing of the month.
fn subtract(total: Quantity, part: Quantity) -> Option<Quantity> {
    let difference = total.try_add(Quantity { number: -part.number, ..part })?;
    (!difference.number.is_sign_negative() || difference.number.is_zero()).then_some(difference)
}
