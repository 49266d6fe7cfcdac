//! Exact quantities with unit, period and comparison, read and written in Chinese and English.
//!
//! Nothing here is ever a float. Whatever [`Amount::write`] and [`Period::write`] write,
//! [`Amount::read`] and [`Period::read`] read back as the same value.

mod amount;
mod arithmetic;
mod decimal;
mod error;
mod grammar;
mod period;
mod read;
mod scan;
mod unit;
mod words;
mod write;

pub use amount::{Amount, Magnitude, Qualifier, Quantity};
pub use arithmetic::{change_percent, ratio, sum};
pub use decimal::{format_decimal, round_half_up};
pub use error::AmountError;
pub(crate) use grammar::{Tail, qualifiers};
pub use period::{Granularity, Period, PeriodError, plan_years, scan_period};
pub(crate) use read::scan_number;
pub use read::{read_percent, scan_amount};
pub use unit::{Counter, Rate, Unit, UnitKind};
pub(crate) use words::{CURRENCIES, RATE_PREFIXES};
