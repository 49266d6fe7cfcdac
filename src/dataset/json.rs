//! Rows as JSON objects, and the JSON Schema that they follow.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};

use super::{Column, Kind, Table, Value};
use crate::lang::Lang;

/// The rows of a table as JSON: an object a row, without the columns that are empty there. Numbers are strings, for
/// a JSON number is a float to most readers and a float has too few digits.
pub struct Records<'t, 'a>(pub &'t Table<'a>);

struct Record<'t, 'a>(&'t [Column], &'t [Value<'a>]);

impl Serialize for Records<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            rows.serialize_element(&Record(self.0.columns, row))?;
        }
        rows.end()
    }
}

impl Serialize for Record<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = self.0.iter().zip(self.1).filter(|(_, value)| **value != Value::Empty);
        serializer.collect_map(known.map(|(column, value)| (column.name, value)))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Empty => serializer.serialize_unit(),
            Value::Boolean(yes) => serializer.serialize_bool(*yes),
            other => serializer.serialize_str(&other.text()),
        }
    }
}

/// The JSON Schema (2020-12) of a row.
pub fn record_schema(columns: &[Column]) -> Json {
    let properties: Map<String, Json> =
        columns.iter().map(|column| (column.name.to_owned(), property(column))).collect();
    let required: Vec<&str> =
        columns.iter().filter(|column| column.required).map(|column| column.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(column: &Column) -> Json {
    let [zh, en] = Lang::BOTH.map(|lang| column.description(lang));
    let mut property = json!({
        "title": format!("{} · {}", column.title(Lang::Zh), column.title(Lang::En)),
        "description": format!("{zh} {en}"),
    });
    property["type"] = json!(if column.kind == Kind::Boolean { "boolean" } else { "string" });
    match column.kind {
        Kind::Choice(choices) => property["enum"] = json!(choices),
        Kind::Number => property["pattern"] = json!(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"),
        Kind::Date => property["format"] = json!("date"),
        Kind::Code | Kind::Words(_) | Kind::Boolean => {}
    }
    property
}
