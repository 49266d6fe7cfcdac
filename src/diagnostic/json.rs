//! Diagnostics as one JSON document, for editors and scripts.

use serde::Serialize;

use super::{Diagnostic, Location, Severity, Sources, Span};
use crate::lang::Text;

/// The findings as `{"diagnostics": [...]}`. Lines and columns count from 1, columns in characters; the end is
/// the place after the last character. A finding about a whole file has a path and no lines.
pub fn render(list: &[Diagnostic], sources: &Sources) -> String {
    render_with_silenced(list, &[], sources)
}

/// The same, with the findings that editors have silenced as `"silenced": [...]`, each with its `reason`.
pub fn render_with_silenced(
    list: &[Diagnostic],
    silenced: &[(Diagnostic, String)],
    sources: &Sources,
) -> String {
    let silenced =
        silenced.iter().map(|(found, reason)| Silenced { entry: Entry::of(found, sources), reason });
    let document = Document {
        diagnostics: list.iter().map(|found| Entry::of(found, sources)).collect(),
        silenced: silenced.collect(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    silenced: Vec<Silenced<'a>>,
}

#[derive(Serialize)]
struct Silenced<'a> {
    #[serde(flatten)]
    entry: Entry<'a>,
    reason: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a Text,
    help: &'a Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a Text,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

impl<'a> Entry<'a> {
    fn of(found: &'a Diagnostic, sources: &'a Sources) -> Self {
        let place = match &found.at {
            Location::Span(span) => Place::of(*span, sources),
            Location::Path(path) => {
                Place { path, line: None, column: None, end_line: None, end_column: None }
            }
        };
        let related = found
            .related
            .iter()
            .map(|(span, message)| Related { place: Place::of(*span, sources), message })
            .collect();
        let severity = match found.severity {
            Severity::Veto => "veto",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        };
        Entry {
            code: found.code.name(),
            severity,
            place,
            message: &found.message,
            help: &found.help,
            related,
        }
    }
}

impl<'a> Place<'a> {
    fn of(span: Span, sources: &'a Sources) -> Self {
        let (line, column) = sources.line_column(span.source, span.start);
        let (end_line, end_column) = sources.line_column(span.source, span.end);
        Place {
            path: sources.path(span.source),
            line: Some(line),
            column: Some(column),
            end_line: Some(end_line),
            end_column: Some(end_column),
        }
    }
}
