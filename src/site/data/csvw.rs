//! The CSV files of the site as CSV on the Web (W3C Recommendations of 17 December 2015).

use serde_json::{Value as Json, json};

use super::package::{RESOURCES, Resource};
use super::{joined, tagged};
use crate::dataset::{Column, FIGURES, Kind};
use crate::lang::{Both, Lang, Text};
use crate::site::{DataFile, Format, Route, Site};

/// Where processors look for the metadata of a CSV is beside it, under this name.
const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// The metadata of the tables of the whole site, which stand in one folder with it.
pub(super) fn tables(site: &Site<'_>) -> Json {
    let tables = RESOURCES.iter().map(|resource| {
        json!({
            "url": resource.file.name(),
            "dc:title": tagged(&resource.title()),
            "tableSchema": schema(resource.columns, resource),
        })
    });
    group(site, tables)
}

/// The metadata of the CSV files of bulletins, which stand in one folder with it and have one schema.
pub(super) fn tables_of_bulletins(site: &Site<'_>) -> Json {
    let stated = site.content.bulletins.iter().enumerate().filter(|(_, of)| !of.figures.is_empty());
    let tables = stated.map(|(at, bulletin)| {
        let path = site.path(Route::Figures(at, Format::Csv));
        let url = path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name);
        json!({
            "url": url,
            "dc:title": tagged(&bulletin.title.value),
            "tableSchema": format!("../{}", DataFile::FiguresCsvw.name()),
        })
    });
    group(site, tables)
}

/// The schema that the CSV files of bulletins have in common.
pub(super) fn figures_schema() -> Json {
    let mut schema = json!({ "@context": CONTEXT, "@type": "Schema" });
    schema["columns"] = FIGURES.iter().map(column).collect();
    schema["primaryKey"] = json!("id");
    schema
}

fn group(site: &Site<'_>, tables: impl Iterator<Item = Json>) -> Json {
    let config = &site.content.site;
    let mut group = json!({
        "@context": [CONTEXT, { "@language": "en" }],
        "dc:title": tagged(&config.name),
        "dc:publisher": tagged(&config.agency.name),
        "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"] },
    });
    if let Some(licence) = &config.licence {
        group["dc:license"] = json!({ "@id": licence.url.value });
    }
    group["tables"] = tables.collect();
    group
}

fn schema(columns: &[Column], resource: &Resource) -> Json {
    // Processors differ in whether a key may be empty; so only those that never are are declared.
    let required = |name: &str| columns.iter().any(|column| column.name == name && column.required);
    let keys = resource.references.iter().filter(|(column, _)| required(column)).map(|(column, file)| {
        json!({
            "columnReference": column,
            "reference": { "resource": file.name(), "columnReference": "id" },
        })
    });
    json!({
        "columns": columns.iter().map(column).collect::<Vec<_>>(),
        "primaryKey": "id",
        "foreignKeys": keys.collect::<Vec<_>>(),
    })
}

fn column(column: &Column) -> Json {
    let datatype = match column.kind {
        Kind::Number => json!("decimal"),
        Kind::Date => json!({ "base": "date", "format": "yyyy-MM-dd" }),
        Kind::Boolean => json!("boolean"),
        Kind::Choice(choices) => json!({ "base": "string", "format": choices.join("|") }),
        Kind::Code | Kind::Words(_) => json!("string"),
    };
    let description: Text = Both::from_fn(|lang: Lang| column.description(lang).to_owned());
    let mut described = json!({
        "name": column.name,
        // The heading in the file belongs to no language.
        "titles": { "und": column.name, "zh": column.title(Lang::Zh), "en": column.title(Lang::En) },
        "dc:description": joined(&description),
        "datatype": datatype,
    });
    if let Kind::Words(lang) = column.kind {
        described["lang"] = json!(lang.tag());
    }
    if column.required {
        described["required"] = json!(true);
    }
    described
}
