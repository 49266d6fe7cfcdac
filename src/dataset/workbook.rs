//! A spreadsheet: a cover, tables as readers see them, and records with all that is known.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook as Xlsx, Worksheet,
    XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::{Kind, Table, Value};
use crate::exhibit::{DataTable, TableCell};
use crate::lang::{Lang, Text};
use jiff::civil::Date;

/// What a spreadsheet holds.
#[derive(Debug)]
pub struct Workbook<'a> {
    /// What it is about.
    pub title: &'a Text,
    /// Who publishes it.
    pub author: &'a Text,
    /// The day that it bears; never the day of the build.
    pub created: Date,
    /// From left to right.
    pub sheets: Vec<Sheet<'a>>,
}

/// A sheet; its name is shortened to what a spreadsheet allows, and numbered names keep it unique.
#[derive(Debug)]
pub enum Sheet<'a> {
    /// Labels and what they say in both languages, a row each.
    Facts(String, Vec<(String, Text)>),
    /// A table as readers see it, under its title; headings and titles may have several lines.
    Shown(String, DataTable),
    /// Rows of typed values under their columns' titles in both languages.
    Records(String, Table<'a>),
}

/// The longest name of a sheet and the longest text of a cell that Excel opens.
const LONGEST_NAME: usize = 31;
const LONGEST_TEXT: usize = 32_767;

/// Excel computes with 15 significant digits; a number that has more is written as text.
const MOST_DIGITS: u32 = 15;

/// Limits of the width of a column, in Latin characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 42;

/// The widths of the cover's labels and of its words, in Latin characters, and the height of a line in points.
const LABELS: usize = 34;
const WORDS: usize = 60;
const LINE: u32 = 16;

/// A4 (ECMA-376 part 1, 18.3.1.63).
const A4: u8 = 9;

/// Writes the spreadsheet as .xlsx (ECMA-376). The same book is the same bytes.
///
/// # Errors
/// What the writer cannot express.
pub fn workbook(book: &Workbook<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut xlsx = Xlsx::new();
    xlsx.set_properties(&properties(book)?);
    let formats = Formats::new();
    for sheet in &book.sheets {
        let worksheet = xlsx.add_worksheet();
        worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        match sheet {
            Sheet::Facts(name, rows) => {
                worksheet.set_name(sheet_name(name))?;
                facts(worksheet, rows, &formats)?;
            }
            Sheet::Shown(name, table) => {
                worksheet.set_name(sheet_name(name))?;
                shown(worksheet, table, &formats)?;
            }
            Sheet::Records(name, table) => {
                worksheet.set_name(sheet_name(name))?;
                records(worksheet, table, &formats)?;
            }
        }
    }
    xlsx.save_to_buffer()
}

fn properties(book: &Workbook<'_>) -> Result<DocProperties, XlsxError> {
    let both = |text: &Text| format!("{} · {}", text.zh, text.en);
    // A day that spreadsheets do not know must not become the hour of the build.
    let created = excel_date(book.created).or_else(|_| excel_date(Date::constant(1980, 1, 1)))?;
    Ok(DocProperties::new()
        .set_title(both(book.title))
        .set_author(both(book.author))
        .set_company(both(book.author))
        .set_creation_datetime(&created))
}

fn excel_date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs())
}

/// A name that Excel takes: 31 characters at most, and none of those that stand in references.
pub fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    name.chars().filter(allowed).take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}

struct Formats {
    title: Format,
    heading: Format,
    heading_of_numbers: Format,
    text: Format,
    wrapped: Format,
    label: Format,
    date: Format,
    /// By digits after the point.
    numbers: Vec<Format>,
}

impl Formats {
    fn new() -> Self {
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x00E8_EDF3))
            .set_border_bottom(FormatBorder::Thin);
        let top = Format::new().set_align(FormatAlign::Top);
        let numbers = (0..=MOST_DIGITS as usize).map(|places| {
            let point = if places > 0 { "." } else { "" };
            top.clone().set_num_format(format!("#,##0{point}{}", "0".repeat(places)))
        });
        Formats {
            title: Format::new().set_bold().set_font_size(13),
            heading_of_numbers: heading.clone().set_align(FormatAlign::Right),
            heading,
            text: top.clone(),
            wrapped: top.clone().set_text_wrap(),
            label: top.clone().set_text_wrap().set_bold(),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            numbers: numbers.collect(),
        }
    }
}

fn facts(sheet: &mut Worksheet, rows: &[(String, Text)], formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_column_width(0, LABELS as u32)?.set_column_range_width(1, 2, WORDS as u32)?;
    for (row, (label, text)) in (0..).zip(rows) {
        sheet.write_string_with_format(row, 0, shortened(label), &formats.label)?;
        let mut lines = width(label).div_ceil(LABELS);
        for (column, text) in [(1, &text.zh), (2, &text.en)] {
            sheet.write_string_with_format(row, column, shortened(text), &formats.wrapped)?;
            lines = lines.max(width(text).div_ceil(WORDS));
        }
        // Spreadsheets do not all grow a row to the lines of its cells.
        sheet.set_row_height(row, u32::try_from(lines.clamp(1, 20)).unwrap_or(1) * LINE)?;
    }
    Ok(())
}

fn shown(sheet: &mut Worksheet, table: &DataTable, formats: &Formats) -> Result<(), XlsxError> {
    let mut head = 0;
    for line in table.caption.lines() {
        sheet.write_string_with_format(head, 0, shortened(line), &formats.title)?;
        head += 1;
    }
    let headings = table.columns.iter().map(|column| (column.heading.as_str(), column.numeric));
    write_head(sheet, head, headings, formats)?;
    for (row, cells) in (head + 1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(&cells.cells) {
            match cell {
                TableCell::Empty => {}
                TableCell::Text(text) => write_text(sheet, (row, column), text, formats)?,
                TableCell::Number(number) => {
                    write_number(sheet, (row, column), &number.to_string(), formats)?;
                }
            }
        }
    }
    for (at, column) in (0..).zip(&table.columns) {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(usize::from(at)));
        let widths = cells.map(|cell| width(&cell.write(Lang::Zh)));
        set_width(sheet, at, width(&column.heading), widths)?;
    }
    sheet.set_repeat_rows(head, head)?;
    sheet.set_freeze_panes(head + 1, 1)?;
    Ok(())
}

fn records(sheet: &mut Worksheet, table: &Table<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let headings = table.columns.iter().map(|column| {
        let heading = format!("{}\n{}", column.title(Lang::Zh), column.title(Lang::En));
        (heading, column.kind == Kind::Number)
    });
    let headings: Vec<(String, bool)> = headings.collect();
    write_head(sheet, 0, headings.iter().map(|(heading, numeric)| (heading.as_str(), *numeric)), formats)?;
    for (row, values) in (1..).zip(&table.rows) {
        for (column, value) in (0..).zip(values) {
            let at = (row, column);
            match value {
                Value::Empty => {}
                Value::Text(text) => write_text(sheet, at, text, formats)?,
                Value::Number(digits) => write_number(sheet, at, digits, formats)?,
                Value::Date(date) => write_date(sheet, at, *date, formats)?,
                Value::Boolean(yes) => {
                    sheet.write_boolean_with_format(row, column, *yes, &formats.text)?;
                }
            }
        }
    }
    for (at, (heading, _)) in (0..).zip(&headings) {
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(at)));
        set_width(sheet, at, width(heading), cells.map(|value| width(&value.text())))?;
    }
    if let (Ok(last_row), Ok(last_column)) = (u32::try_from(table.rows.len()), u16::try_from(headings.len()))
    {
        sheet.autofilter(0, 0, last_row, last_column.saturating_sub(1))?;
    }
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn write_head<'h>(
    sheet: &mut Worksheet,
    row: u32,
    headings: impl Iterator<Item = (&'h str, bool)>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (column, (heading, numeric)) in (0..).zip(headings) {
        let format = if numeric { &formats.heading_of_numbers } else { &formats.heading };
        sheet.write_string_with_format(row, column, shortened(heading), format)?;
    }
    sheet.set_row_height(row, 2 * LINE)?;
    Ok(())
}

fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let text = shortened(text).replace('\u{a0}', " ");
    sheet.write_string_with_format(row, column, text, &formats.text)?;
    Ok(())
}

/// A cell's number is a float (ECMA-376 part 1, 18.18.22), which holds 15 digits of any decimal; one that has more
/// is written as text, exactly.
fn write_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    digits: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let number = Decimal::from_str_exact(digits).ok().filter(|number| {
        number.normalize().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) < MOST_DIGITS
    });
    let float = number.and_then(|number| number.to_f64());
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    match (float, formats.numbers.get(places)) {
        (Some(float), Some(format)) => sheet.write_number_with_format(row, column, float, format)?,
        _ => sheet.write_string_with_format(row, column, digits, &formats.text)?,
    };
    Ok(())
}

/// Spreadsheets know no day before 1900; an earlier one is text.
fn write_date(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    date: Date,
    formats: &Formats,
) -> Result<(), XlsxError> {
    // Excel knows no day before 1900.
    match excel_date(date).ok().filter(|_| date.year() >= 1900) {
        Some(excel) => sheet.write_datetime_with_format(row, column, &excel, &formats.date)?,
        None => sheet.write_string_with_format(row, column, date.to_string(), &formats.text)?,
    };
    Ok(())
}

fn shortened(text: &str) -> String {
    // Excel counts UTF-16 units, of which no character has more than two.
    if text.len() <= LONGEST_TEXT { text.to_owned() } else { text.chars().take(LONGEST_TEXT / 2).collect() }
}

/// The width of the longest line; a Han character is two wide.
fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn set_width(
    sheet: &mut Worksheet,
    column: u16,
    heading: usize,
    cells: impl Iterator<Item = usize>,
) -> Result<(), XlsxError> {
    let widest = cells.max().unwrap_or(0).max(heading) + 2;
    let width = u16::try_from(widest.clamp(NARROWEST, WIDEST)).unwrap_or(u16::MAX);
    sheet.set_column_width(column, width)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx as Opened};

    use super::*;
    use crate::dataset::FIGURES;

    #[test]
    fn what_a_float_would_change_is_text() {
        let value = |digits: &str| Value::Number(digits.to_owned());
        let row = vec![
            value("123456789012345"),
            value("1234567890123456"),
            value("0.1"),
            Value::Text(Cow::Borrowed("=1+1")),
            Value::Date(Date::constant(1899, 12, 31)),
        ];
        let text = Text::new("表", "Table");
        let sheet = Sheet::Records("a[]:*?/\\b".to_owned(), Table { columns: FIGURES, rows: vec![row] });
        let book = Workbook {
            title: &text,
            author: &text,
            created: Date::constant(1000, 1, 1),
            sheets: vec![sheet],
        };
        let mut opened = Opened::new(Cursor::new(workbook(&book).unwrap())).unwrap();
        let sheet = opened.worksheet_range("ab").unwrap();
        let cells: Vec<Data> = sheet.rows().nth(1).unwrap()[..5].to_vec();
        let string = |text: &str| Data::String(text.to_owned());
        let expected = [
            Data::Float(123_456_789_012_345.0),
            string("1234567890123456"),
            Data::Float(0.1),
            string("=1+1"),
            string("1899-12-31"),
        ];
        assert_eq!(cells, expected);
    }
}
