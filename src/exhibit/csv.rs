//! CSV (RFC 4180), record by record.

use rust_decimal::Decimal;

/// What a CSV in UTF-8 begins with: without it Excel takes Chinese for noise.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text that no spreadsheet takes for a formula; what reads as a number is left alone.
pub(crate) fn guarded(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let is_number = Decimal::from_str_exact(text).is_ok();
    let text = text.replace('\u{a0}', " ");
    if runs && !is_number { format!("'{text}") } else { text }
}

/// Adds a record; a field is quoted where it has to be.
pub(crate) fn write_record(text: &mut String, fields: impl Iterator<Item = impl AsRef<str>>) {
    for (order, field) in fields.enumerate() {
        let field = field.as_ref();
        if order > 0 {
            text.push(',');
        }
        if field.contains(['"', ',', '\r', '\n']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push_str("\r\n");
}
