//! Exact quantities with unit, period and comparison, read and written in Chinese and English.
//!
//! Nothing here is ever a float. Whatever [`write`] writes, [`read`] reads back as the same value.

mod amount;
mod period;
mod unit;

pub use amount::{Amount, Magnitude, Qualifier, Quantity};
pub use period::{Granularity, Period, PeriodError, plan_years};
pub use unit::{Counter, Rate, Unit, UnitKind};
