//! Evenly spaced periods: what may stand side by side on a time axis.

use super::axis::Axis;
use crate::analysis::{Months, Point, Series};
use crate::chart::Column;
use crate::content::Dimension;
use crate::figure::{Granularity, Period};
use crate::lang::Lang;

/// Fewer points in time than this are a sentence or a table, not a chart.
pub(super) const LEAST: usize = 4;

/// As many months as show a year and the same month of the year before.
const MOST: i32 = 13;

/// Periods of one length at one distance, the last of them fixed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Grid {
    last: Months,
    stride: i32,
}

impl Grid {
    /// The grids that a figure's value over `period` may be seen in, the most telling first.
    ///
    /// A figure with `by_month` is seen by months. Otherwise single months are preferred where they can be had,
    /// then periods of the figure's own kind: quarters after quarters, but January–August only beside the
    /// January–August of other years.
    pub(super) fn candidates(period: Period, broken_down_by: Option<Dimension>) -> Vec<Grid> {
        let day = period.last_day();
        let to_that_month = || broken_down_by.map(|_| Months::month(day.year(), day.month()));
        let Some(whole) = Months::of(period).or_else(to_that_month) else { return Vec::new() };
        match broken_down_by {
            Some(Dimension::Month) => vec![Grid::ending(whole, 1)],
            Some(Dimension::Quarter) => vec![Grid::ending(whole, 3)],
            Some(Dimension::Year) => vec![Grid::ending(whole, 12)],
            _ if whole.len() > 12 => Vec::new(),
            _ => {
                let monthly = Some(Grid::ending(whole, 1)).filter(|_| whole.len() < 12);
                let like = Some(Grid { last: whole, stride: whole.len() });
                let like = like.filter(|grid| matches!(grid.stride, 3 | 6 | 12));
                monthly.into_iter().chain(like).chain([Grid { last: whole, stride: 12 }]).collect()
            }
        }
    }

    /// Periods of whole months, quarters or years, one after another, the last of them within `whole`.
    fn ending(whole: Months, length: i32) -> Grid {
        let last = whole.last - (whole.last + 1).rem_euclid(length);
        Grid { last: Months { first: last - length + 1, last }, stride: length }
    }

    /// The grid of periods like this one, for a history: months, quarters and years follow each other, other
    /// spans return every year.
    pub(super) fn like(period: Period) -> Option<Grid> {
        let last = Months::of(period).filter(|months| months.len() <= 12)?;
        let stride = match period.granularity() {
            Granularity::Month | Granularity::Quarter => last.len(),
            _ => 12,
        };
        Some(Grid { last, stride })
    }

    /// What grids of the same kind have in common: the length of their periods and where in the stride they end.
    pub(super) fn kind(self) -> (i32, i32) {
        (self.last.len(), self.last.last.rem_euclid(self.stride))
    }

    /// The most recent periods, in time.
    pub(super) fn periods(self) -> Vec<Period> {
        (0..MOST).rev().map(|back| self.last.moved(-back * self.stride).period()).collect()
    }

    /// What is known of each of those periods.
    pub(super) fn points<'a>(self, series: Series<'a>) -> Vec<Option<Point<'a>>> {
        self.periods().into_iter().map(|period| series.at(period)).collect()
    }
}

/// The columns of a panel; `current` is the period that the bulletin is about.
pub(super) fn columns(
    axis: Axis,
    periods: &[Period],
    points: &[Option<Point<'_>>],
    current: Option<Period>,
    lang: Lang,
) -> Vec<Column> {
    let mut year = None;
    let columns = periods.iter().zip(points).map(|(period, point)| {
        // A year alone is its own label.
        let named = period.granularity() != Granularity::Year && year != Some(period.year());
        year = Some(period.year());
        Column {
            period: label(*period, lang),
            year: named.then(|| Period::Year(period.year()).write(lang)),
            value: point.and_then(|point| axis.number(point.amount.quantity)),
            label: point.map_or_else(String::new, |point| axis.digits(point.amount)),
            current: Some(*period) == current,
        }
    });
    columns.collect()
}

/// A period on a time axis; Chinese years without 年, which the axis has no room for.
fn label(period: Period, lang: Lang) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        _ => period.write_short(lang),
    }
}
