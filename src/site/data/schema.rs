//! JSON Schemas (2020-12) of the JSON that a site serves.

use serde_json::{Value as Json, json};

use crate::dataset::{FIGURES, INDICATORS, record_schema};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a bulletin's figures.
pub(super) fn figures() -> Json {
    let mut bulletin = bulletin();
    bulletin["properties"]["licence"] = json!({ "$ref": "#/$defs/licence" });
    bulletin["properties"]["publisher"] = json!({ "$ref": "#/$defs/text" });
    json!({
        "$schema": DIALECT,
        "title": "公报数据 · Figures of a bulletin",
        "type": "object",
        "properties": {
            "$schema": { "type": "string" },
            "bulletin": bulletin,
            "indicators": { "type": "array", "items": record_schema(INDICATORS) },
            "figures": { "type": "array", "items": record_schema(FIGURES) },
        },
        "required": ["bulletin", "indicators", "figures"],
        "additionalProperties": false,
        "$defs": definitions(),
    })
}

/// The schema of the index.
pub(super) fn index() -> Json {
    let mut bulletin = bulletin();
    bulletin["properties"]["figures"] = json!({ "type": "integer", "minimum": 0 });
    bulletin["properties"]["files"] = json!({ "type": "array", "items": { "$ref": "#/$defs/file" } });
    json!({
        "$schema": DIALECT,
        "title": "数据索引 · Index of data",
        "type": "object",
        "properties": {
            "$schema": { "type": "string" },
            "title": { "$ref": "#/$defs/text" },
            "description": { "$ref": "#/$defs/text" },
            "publisher": { "$ref": "#/$defs/text" },
            "licence": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/licence" }] },
            "languages": { "type": "array", "items": { "type": "string" } },
            "modified": { "type": ["string", "null"] },
            "files": { "type": "array", "items": { "$ref": "#/$defs/file" } },
            "bulletins": { "type": "array", "items": bulletin },
        },
        "required": ["title", "description", "publisher", "languages", "files", "bulletins"],
        "additionalProperties": false,
        "$defs": definitions(),
    })
}

fn bulletin() -> Json {
    let text = json!({ "$ref": "#/$defs/text" });
    let string = json!({ "type": "string" });
    let date = json!({ "type": "string", "format": "date" });
    let released = json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" });
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "string", "pattern": "^[0-9]{4}/[a-z0-9][a-z0-9_-]*$" },
            "title": text,
            "place": {
                "type": "object",
                "properties": { "id": string, "name": text },
                "required": ["id", "name"],
                "additionalProperties": false,
            },
            "period": {
                "type": "object",
                "properties": { "id": string, "name": text, "start": date, "end": date },
                "required": ["id", "name", "start", "end"],
                "additionalProperties": false,
            },
            "released": released,
            "modified": released,
            "status": { "enum": ["preliminary", "final", "revised"] },
            "source": text,
            "page": text,
            "demonstration": { "type": "boolean" },
        },
        "required": ["id", "title", "place", "period", "released", "modified", "status", "source", "page", "demonstration"],
        "additionalProperties": false,
    })
}

fn definitions() -> Json {
    let string = json!({ "type": "string" });
    let text = json!({ "$ref": "#/$defs/text" });
    json!({
        "text": {
            "type": "object",
            "properties": { "zh": string, "en": string },
            "required": ["zh", "en"],
            "additionalProperties": false,
        },
        "licence": {
            "type": "object",
            "properties": { "name": text, "url": string },
            "required": ["name", "url"],
            "additionalProperties": false,
        },
        "file": {
            "type": "object",
            "properties": { "url": string, "media_type": string },
            "required": ["url", "media_type"],
            "additionalProperties": false,
        },
    })
}
