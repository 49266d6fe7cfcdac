//! The tables of the site as a Data Package, version 2 (datapackage.org).

use serde_json::{Value as Json, json};

use super::{joined, modified};
use crate::dataset::{BULLETINS, Column, FIGURES, INDICATORS, Kind, PLACES};
use crate::lang::{Both, Lang, Text};
use crate::site::{DataFile, PageKind, Route, Site};

/// A table of the package and of the CSV metadata.
pub(super) struct Resource {
    pub(super) name: &'static str,
    pub(super) file: DataFile,
    pub(super) columns: &'static [Column],
    pub(super) title: [&'static str; 2],
    /// Columns that name rows of another table, by its file; every table's key is its column `id`.
    pub(super) references: &'static [(&'static str, DataFile)],
}

impl Resource {
    pub(super) fn title(&self) -> Text {
        Text::new(self.title[0], self.title[1])
    }
}

/// Every table.
pub(super) const RESOURCES: [Resource; 4] = [
    Resource {
        name: "figures",
        file: DataFile::Figures,
        columns: FIGURES,
        title: ["全部公报的数据", "Figures of all bulletins"],
        references: &[
            ("bulletin", DataFile::Bulletins),
            ("indicator", DataFile::Indicators),
            ("place", DataFile::Places),
        ],
    },
    Resource {
        name: "bulletins",
        file: DataFile::Bulletins,
        columns: BULLETINS,
        title: ["公报", "Bulletins"],
        references: &[("place", DataFile::Places)],
    },
    Resource {
        name: "indicators",
        file: DataFile::Indicators,
        columns: INDICATORS,
        title: ["指标及其定义", "Indicators and their definitions"],
        references: &[("part_of", DataFile::Indicators)],
    },
    Resource {
        name: "places",
        file: DataFile::Places,
        columns: PLACES,
        title: ["地区", "Places"],
        references: &[("parent", DataFile::Places)],
    },
];

/// The descriptor. The standard knows one language, so that titles and descriptions stand in both, one after the
/// other.
pub(super) fn package(site: &Site<'_>) -> Json {
    let config = &site.content.site;
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "gongbao-figures",
        "id": site.url(Route::Data(DataFile::Package)),
        "title": joined(&config.name),
        "description": joined(&config.description),
        "homepage": site.url(Route::Page(config.default_language, PageKind::Data)),
        "contributors": [{ "title": joined(&config.agency.name), "roles": ["publisher"] }],
    });
    if let Some(day) = modified(site) {
        package["version"] = json!(day.notation());
    }
    if let Some(licence) = &config.licence {
        package["licenses"] = json!([{ "title": joined(&licence.name), "path": licence.url.value }]);
    }
    package["resources"] = RESOURCES.iter().map(resource).collect();
    package
}

fn resource(resource: &Resource) -> Json {
    let keys = resource.references.iter().map(|(column, file)| {
        let name = RESOURCES.iter().find(|other| other.file == *file).map_or("", |other| other.name);
        // The standard calls the table itself by an empty name.
        let name = if name == resource.name { "" } else { name };
        json!({ "fields": [column], "reference": { "resource": name, "fields": ["id"] } })
    });
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": resource.name,
        "type": "table",
        "title": joined(&resource.title()),
        "path": resource.file.name(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": resource.columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": keys.collect::<Vec<_>>(),
        },
    })
}

fn field(column: &Column) -> Json {
    let kind = match column.kind {
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Boolean => "boolean",
        Kind::Code | Kind::Words(_) | Kind::Choice(_) => "string",
    };
    let title: Text = Both::from_fn(|lang: Lang| column.title(lang).to_owned());
    let description: Text = Both::from_fn(|lang: Lang| column.description(lang).to_owned());
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "title": joined(&title),
        "description": joined(&description),
    });
    let mut constraints = json!({});
    if column.required {
        constraints["required"] = json!(true);
    }
    if let Kind::Choice(choices) = column.kind {
        constraints["enum"] = json!(choices);
    }
    if constraints.as_object().is_some_and(|constraints| !constraints.is_empty()) {
        field["constraints"] = constraints;
    }
    field
}
