//! Figures, and what they refer to, as data: tables of typed columns that say what they hold in both languages.
//!
//! One list of columns feeds the CSV files, the JSON, the spreadsheet and every description of them, so that these
//! cannot disagree. Nothing here knows an address; [`crate::site`] does.

mod bilingual;
mod column;
mod json;
mod observations;
mod registers;
mod table;
mod unit;
mod workbook;

pub use bilingual::bilingual;
pub use column::{BULLETINS, Column, FIGURES, INDICATORS, Kind, PLACES};
pub use json::{Records, record_schema};
pub use observations::{of_bulletin, status_code};
pub use registers::{bulletins, indicators, places};
pub use table::{Table, Value};
pub use unit::{UNITS, unit_code};
pub use workbook::{Sheet, Workbook, sheet_name, workbook};
