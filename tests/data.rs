//! The data files of the sample site: each says what the content says, and all say the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use gongbao::content::{self, Bulletin, CellKey, Content};
use gongbao::dataset::{BULLETINS, Column, FIGURES, INDICATORS, Kind, PLACES};
use gongbao::figure::Amount;
use gongbao::lang::Lang;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use common::{Tree, render};

/// A row by column; without what is empty.
type Row = BTreeMap<String, String>;

fn sample() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))
}

fn path(bulletin: &Bulletin, ending: &str) -> String {
    format!("data/bulletins/{}-{}.{ending}", bulletin.year, bulletin.id.value.slug())
}

/// The records of a CSV: RFC 4180 in UTF-8 with a byte order mark.
fn csv(bytes: &[u8]) -> Vec<Row> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').expect("a byte order mark");
    let mut records: Vec<Vec<String>> = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        let record = records.last_mut().unwrap();
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => record.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\r' if !quoted && chars.next_if_eq(&'\n').is_some() => records.push(vec![String::new()]),
            c => record.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last record ends");
    let names = records.remove(0);
    let row = |record: Vec<String>| {
        assert_eq!(record.len(), names.len(), "{record:?}");
        names.iter().cloned().zip(record).filter(|(_, field)| !field.is_empty()).collect()
    };
    records.into_iter().map(row).collect()
}

fn json(bytes: &[u8]) -> Vec<Row> {
    let document: Json = serde_json::from_slice(bytes).unwrap();
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let row = |row: &Json| -> Row {
        row.as_object().unwrap().iter().map(|(name, value)| (name.clone(), text(value))).collect()
    };
    document["figures"].as_array().unwrap().iter().map(row).collect()
}

/// The records of a spreadsheet, whose cells have the types of their columns.
fn xlsx(bytes: &[u8]) -> Vec<Row> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("明细 Records").unwrap();
    let headings: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let titles = |column: &Column| format!("{}\n{}", column.title(Lang::Zh), column.title(Lang::En));
    assert_eq!(headings, FIGURES.iter().map(titles).collect::<Vec<_>>());
    let row = |cells: &[Data]| {
        let cells = FIGURES.iter().zip(cells).filter(|(_, cell)| **cell != Data::Empty);
        cells.map(|(column, cell)| (column.name.to_owned(), typed(column, cell))).collect()
    };
    sheet.rows().skip(1).map(row).collect()
}

fn typed(column: &Column, cell: &Data) -> String {
    match (column.kind, cell) {
        (Kind::Number, Data::Float(number)) => number.to_string(),
        (Kind::Date, Data::DateTime(date)) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        (Kind::Boolean, Data::Bool(yes)) => yes.to_string(),
        (Kind::Code | Kind::Words(_) | Kind::Choice(_), Data::String(text)) => text.clone(),
        other => panic!("{}: {other:?}", column.name),
    }
}

/// What the content states: the id of each row with its value, worked out here by multiplication.
fn stated(bulletin: &Bulletin) -> Vec<(String, Decimal)> {
    let value = |amount: Amount| {
        let quantity = amount.quantity;
        quantity.number * Decimal::from(10_u64.pow(quantity.magnitude.0.into()))
    };
    let mut rows = Vec::new();
    for figure in bulletin.figures.values() {
        let id = format!("{}/{}", bulletin.key(), figure.id.value);
        rows.push((id.clone(), value(figure.value.value)));
        for breakdown in &figure.breakdowns {
            for cell in &breakdown.cells {
                let member = match &cell.key.value {
                    CellKey::Period(period) => period.notation(),
                    CellKey::Id(id) => id.to_string(),
                };
                let dimension = breakdown.dimension.key().strip_prefix("by_").unwrap();
                rows.push((format!("{id}/{dimension}/{member}"), value(cell.value.value)));
            }
        }
    }
    rows
}

fn site() -> (Content, Tree) {
    (content::load(sample()).content, render(sample()))
}

#[test]
fn csv_json_and_spreadsheet_say_what_the_content_says() {
    let (content, tree) = site();
    let mut all = Vec::new();
    for bulletin in &content.bulletins {
        let rows = csv(&tree[&path(bulletin, "csv")]);
        assert_eq!(rows, json(&tree[&path(bulletin, "json")]), "{}", bulletin.key());
        assert_eq!(rows, xlsx(&tree[&path(bulletin, "xlsx")]), "{}", bulletin.key());
        let said =
            rows.iter().map(|row| (row["id"].clone(), Decimal::from_str_exact(&row["value"]).unwrap()));
        assert_eq!(said.collect::<Vec<_>>(), stated(bulletin));
        all.extend(rows);
    }
    assert!(all.len() > 200, "{} rows", all.len());
    assert_eq!(csv(&tree["data/figures.csv"]), all);
}

#[test]
fn what_rows_refer_to_is_there() {
    let (_, tree) = site();
    let ids = |file: &str| -> BTreeSet<String> {
        let rows = csv(&tree[&format!("data/{file}.csv")]);
        let ids: BTreeSet<String> = rows.iter().map(|row| row["id"].clone()).collect();
        assert_eq!(ids.len(), rows.len(), "an id of {file} stands twice");
        ids
    };
    let (bulletins, indicators, places) = (ids("bulletins"), ids("indicators"), ids("places"));
    ids("figures");
    for row in csv(&tree["data/figures.csv"]) {
        assert!(bulletins.contains(&row["bulletin"]), "{row:?}");
        assert!(indicators.contains(&row["indicator"]), "{row:?}");
        assert!(places.contains(&row["place"]), "{row:?}");
    }
}

#[test]
fn every_required_column_is_filled() {
    let (_, tree) = site();
    for (file, columns) in
        [("figures", FIGURES), ("bulletins", BULLETINS), ("indicators", INDICATORS), ("places", PLACES)]
    {
        let names: BTreeSet<&str> = columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), columns.len(), "a column of {file} stands twice");
        for row in csv(&tree[&format!("data/{file}.csv")]) {
            for column in columns.iter().filter(|column| column.required) {
                assert!(row.contains_key(column.name), "{file}: {} is empty in {row:?}", column.name);
            }
        }
    }
}

/// The index names every data file, and nothing that is not there.
#[test]
fn the_index_is_complete() {
    let (content, tree) = site();
    let index: Json = serde_json::from_slice(&tree["data/index.json"]).unwrap();
    let mut listed = BTreeSet::new();
    let bulletins = index["bulletins"].as_array().unwrap();
    for entry in bulletins.iter().chain([&index]) {
        for file in entry["files"].as_array().unwrap() {
            let url = file["url"].as_str().unwrap();
            listed.insert(url.strip_prefix(&content.site.base_url.value).unwrap()[1..].to_owned());
        }
    }
    let made: BTreeSet<String> = tree.keys().filter(|path| path.starts_with("data/")).cloned().collect();
    assert_eq!(listed, made);
}

/// A spreadsheet opens as a program would open it: names that Excel takes, each once.
#[test]
fn sheets_have_names_of_their_own() {
    let (content, tree) = site();
    for bulletin in &content.bulletins {
        let book = Xlsx::new(Cursor::new(&tree[&path(bulletin, "xlsx")][..])).unwrap();
        let names = book.sheet_names();
        let unique: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(unique.len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| name.chars().count() <= 31), "{names:?}");
        assert!(names.len() >= 3 + bulletin.charts.len(), "{}: {names:?}", bulletin.key());
    }
}
