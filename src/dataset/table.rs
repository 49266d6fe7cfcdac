//! A table of data and its CSV.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Column;
use crate::exhibit::csv::{BYTE_ORDER_MARK, guarded, write_record};
use crate::lang::Text;

/// Rows of values under described columns.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// From left to right.
    pub columns: &'static [Column],
    /// From top to bottom; each has a value for each column.
    pub rows: Vec<Vec<Value<'a>>>,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// Nothing is known, or there is nothing to say.
    Empty,
    /// Words, or an id.
    Text(Cow<'a, str>),
    /// An exact number in plain digits.
    Number(String),
    /// A day.
    Date(Date),
    /// Yes or no.
    Boolean(bool),
}

impl Value<'_> {
    /// The value as CSV and JSON write it; empty where there is none.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Value::Empty => Cow::Borrowed(""),
            Value::Text(text) => Cow::Borrowed(text),
            Value::Number(digits) => Cow::Borrowed(digits),
            Value::Date(date) => Cow::Owned(date.to_string()),
            Value::Boolean(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Value::Empty } else { Value::Text(Cow::Borrowed(text)) }
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Value::Empty } else { Value::Text(Cow::Owned(text)) }
    }
}

impl From<Decimal> for Value<'_> {
    fn from(number: Decimal) -> Self {
        Value::Number(number.normalize().to_string())
    }
}

impl From<Date> for Value<'_> {
    fn from(date: Date) -> Self {
        Value::Date(date)
    }
}

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Value::Boolean(yes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Empty, Into::into)
    }
}

/// Both halves of a text, Chinese first; empty where there is no text.
pub(super) fn both<'a>(text: Option<&'a Text>) -> [Value<'a>; 2] {
    text.map_or([Value::Empty, Value::Empty], |text| [text.zh.as_str().into(), text.en.as_str().into()])
}

impl Table<'_> {
    /// The table as CSV (RFC 4180) in UTF-8 with a byte order mark, its columns headed by their names.
    ///
    /// Numbers and dates are as machines write them. A text that a spreadsheet would run as a formula is led by an
    /// apostrophe (OWASP, "CSV Injection").
    pub fn csv(&self) -> Vec<u8> {
        let mut text = String::with_capacity(1024 + self.rows.len() * 512);
        text.push(BYTE_ORDER_MARK);
        write_record(&mut text, self.columns.iter().map(|column| column.name));
        for row in &self.rows {
            let fields = row.iter().map(|value| match value {
                Value::Text(text) => Cow::Owned(guarded(text)),
                other => other.text(),
            });
            write_record(&mut text, fields);
        }
        text.into_bytes()
    }
}
