//! A value together with what is known around it.

use super::{Goal, Series};
use crate::content::{Comparison, Indicator, Place, Status};
use crate::figure::{Amount, Period, Qualifier, Quantity};

/// A value with its indicator, its place, and the series and targets that it may be compared with.
///
/// Changes and bases are in `compare.rs`, plan progress in `plan.rs`.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Whose value it is.
    pub indicator: &'a Indicator,
    /// Of which place.
    pub place: &'a Place,
    /// Over which period.
    pub period: Period,
    /// The value.
    pub amount: Amount,
    /// Changes and shares as announced with it.
    pub comparison: Option<&'a Comparison>,
    /// How final it is.
    pub status: Status,
    /// What else is known of the indicator and place.
    pub series: Series<'a>,
    /// What the place is to reach in the indicator.
    pub goals: &'a [Goal<'a>],
}

impl Reading<'_> {
    /// The quantity, if it is meant exactly: nothing is reckoned from "over 2,600".
    pub fn exact(&self) -> Option<Quantity> {
        (self.amount.qualifier == Qualifier::Exact).then_some(self.amount.quantity)
    }
}
