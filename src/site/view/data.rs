//! The page where all data are found.

use serde::Serialize;

use super::{DateView, Download, Link};

/// The data page.
#[derive(Serialize, Debug)]
pub struct DataBody {
    /// Tables of the whole site, each with a sentence.
    pub tables: Vec<DataFileView>,
    /// What describes them for machines.
    pub descriptions: Vec<DataFileView>,
    /// Bulletins with their files, newest first, by year.
    pub years: Vec<DataYear>,
    /// The columns of the tables of figures.
    pub columns: Vec<ColumnNote>,
    /// The way to definitions.
    pub indicators: Link,
    /// How to cite, in a sentence.
    pub cite: String,
    /// The terms of use; `None` where none are said.
    pub licence: Option<Link>,
}

/// A file and what it is.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DataFileView {
    pub file: Download,
    pub text: String,
}

/// The bulletins of a year.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DataYear {
    pub year: i16,
    pub bulletins: Vec<DataRow>,
}

/// A bulletin and its files.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DataRow {
    pub title: Link,
    pub released: DateView,
    pub demonstration: bool,
    /// Labels are the names of formats.
    pub files: Vec<Download>,
}

/// A column of a file: its name there, its title and what it holds.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ColumnNote {
    pub name: &'static str,
    pub title: &'static str,
    pub description: &'static str,
}
