//! The table behind a chart, and its download.

use rust_decimal::Decimal;

use super::csv::{BYTE_ORDER_MARK, guarded, write_record};
use crate::figure::format_decimal;
use crate::lang::Lang;

/// All values of an exhibit, those that its chart draws and more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataTable {
    /// What the table is about.
    pub caption: String,
    /// From left to right; the first one heads the rows.
    pub columns: Vec<TableColumn>,
    /// From top to bottom.
    pub rows: Vec<TableRow>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableColumn {
    /// Its heading, with the unit of its numbers: 签约投资（亿元）.
    pub heading: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableRow {
    /// One for each column.
    pub cells: Vec<TableCell>,
    /// Whether it is what the bulletin is about.
    pub current: bool,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableCell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// An exact number in the unit of the column's heading.
    Number(Decimal),
}

impl TableCell {
    /// What a page prints; empty where nothing is known.
    pub fn write(&self, lang: Lang) -> String {
        match self {
            TableCell::Empty => String::new(),
            TableCell::Text(text) => text.clone(),
            TableCell::Number(number) => format_decimal(*number, lang),
        }
    }
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        if text.is_empty() { TableCell::Empty } else { TableCell::Text(text) }
    }
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Option<Decimal>> for TableCell {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(TableCell::Empty, TableCell::Number)
    }
}

impl From<Decimal> for TableCell {
    fn from(number: Decimal) -> Self {
        TableCell::Number(number)
    }
}

impl DataTable {
    /// A table without rows; the headings of numbers are marked by `true`.
    pub(super) fn new(caption: impl Into<String>, columns: impl IntoIterator<Item = (String, bool)>) -> Self {
        let columns = columns.into_iter().map(|(heading, numeric)| TableColumn { heading, numeric });
        DataTable { caption: caption.into(), columns: columns.collect(), rows: Vec::new() }
    }

    pub(super) fn push(&mut self, current: bool, cells: impl IntoIterator<Item = TableCell>) {
        let cells: Vec<_> = cells.into_iter().collect();
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        self.rows.push(TableRow { cells, current });
    }

    /// The table without the columns in which nothing is known.
    #[must_use]
    pub(crate) fn without_empty_columns(mut self) -> Self {
        let known = |column: usize| {
            self.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| *cell != TableCell::Empty))
        };
        let keep: Vec<_> = (0..self.columns.len()).map(|column| column == 0 || known(column)).collect();
        let mut kept = keep.iter();
        self.columns.retain(|_| kept.next().copied().unwrap_or(true));
        for row in &mut self.rows {
            let mut kept = keep.iter();
            row.cells.retain(|_| kept.next().copied().unwrap_or(true));
        }
        self
    }

    /// The table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel takes Chinese for noise.
    ///
    /// Numbers are plain decimals whatever the language. A text that a spreadsheet would run as a formula is
    /// led by an apostrophe (OWASP, "CSV Injection").
    pub fn csv(&self) -> Vec<u8> {
        let mut text = String::from(BYTE_ORDER_MARK);
        let headings = self.columns.iter().map(|column| guarded(&column.heading));
        write_record(&mut text, headings);
        for row in &self.rows {
            write_record(&mut text, row.cells.iter().map(csv_field));
        }
        text.into_bytes()
    }
}

fn csv_field(cell: &TableCell) -> String {
    match cell {
        TableCell::Empty => String::new(),
        TableCell::Text(text) => guarded(text),
        TableCell::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_is_quoted_and_harmless() {
        let mut table = DataTable::new("", [("地区".to_owned(), false), ("亿元".to_owned(), true)]);
        table.push(false, ["=cmd|' /C calc'!A0".into(), Decimal::new(-15, 1).into()]);
        table.push(false, ["a,\"b\"\nc".into(), TableCell::Empty]);
        table.push(false, ["-12.5".into(), Decimal::new(1234500, 2).into()]);
        let csv = String::from_utf8(table.csv()).unwrap();
        assert_eq!(
            csv,
            "\u{feff}地区,亿元\r\n'=cmd|' /C calc'!A0,-1.5\r\n\"a,\"\"b\"\"\nc\",\r\n-12.5,12345.00\r\n"
        );
    }

    #[test]
    fn columns_that_say_nothing_are_left_out() {
        let headings = ["a", "b", "c"].map(|heading| (heading.to_owned(), false));
        let mut table = DataTable::new("", headings);
        table.push(false, ["1".into(), TableCell::Empty, "3".into()]);
        let table = table.without_empty_columns();
        assert_eq!(table.columns.len(), 2);
        assert_eq!(table.rows[0].cells, ["1".into(), "3".into()]);
    }
}
