//! Diagnostics as SARIF 2.1.0, the form in which code hosts and editors take findings in.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::fmt::Write as _;

use serde::Serialize;

use super::explain::wants;
use super::{Code, Diagnostic, Location, Severity, Sources, Span, explain};
use crate::lang::Lang;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a log is made of.
#[derive(Clone, Copy, Debug)]
pub struct Log<'a> {
    /// The findings that count.
    pub open: &'a [Diagnostic],
    /// Those that editors have silenced, with the reason; `None` if they were not asked for.
    pub silenced: Option<&'a [(Diagnostic, String)]>,
    /// The files that they point into.
    pub sources: &'a Sources,
    /// What stands before a file's path to make it an address: `content/`, or nothing.
    pub root: &'a str,
    /// The language of the messages.
    pub lang: Lang,
}

/// The log as JSON. Every rule is listed, whether it has findings or not; columns count UTF-16 code units.
pub fn render(log: &Log<'_>) -> String {
    let open = log.open.iter().map(|found| log.result(found, log.silenced.map(|_| Vec::new())));
    let silenced = log.silenced.unwrap_or_default().iter().map(|(found, reason)| {
        log.result(found, Some(vec![Suppression { kind: "external", justification: reason }]))
    });
    let version = env!("CARGO_PKG_VERSION");
    let rules = Code::ALL.iter().map(|&code| Rule::of(code, log.lang)).collect();
    let run = Run {
        tool: Tool { driver: Driver { name: "gongbao", version, semantic_version: version, rules } },
        language: log.lang.tag(),
        column_kind: "utf16CodeUnits",
        results: open.chain(silenced).collect(),
    };
    let file = File { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: String,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// SARIF's result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Place; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<Vec<Suppression<'a>>>,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    justification: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Rule {
    fn of(code: Code, lang: Lang) -> Self {
        let title = code.title().get(lang).to_string();
        Rule {
            id: code.name(),
            name: format!("{code:?}"),
            full_description: Message { text: wants(code, lang).unwrap_or_else(|| title.clone()) },
            short_description: Message { text: title },
            help: Message { text: explain(code, lang) },
            default_configuration: Configuration { level: level(code.severity()) },
        }
    }
}

impl Log<'_> {
    fn result<'s>(&self, found: &Diagnostic, suppressions: Option<Vec<Suppression<'s>>>) -> Finding<'s> {
        let text = format!("{}\n{}", found.message.get(self.lang), found.help.get(self.lang));
        let related = found.related.iter().enumerate().map(|(at, (span, text))| Place {
            id: Some(at + 1),
            physical_location: self.place(&Location::Span(*span)),
            message: Some(Message { text: text.get(self.lang).clone() }),
        });
        Finding {
            rule_id: found.code.name(),
            // Rules stand in the order of the catalogue.
            rule_index: found.code as usize,
            level: level(found.severity),
            message: Message { text },
            locations: [Place { id: None, physical_location: self.place(&found.at), message: None }],
            related_locations: related.collect(),
            suppressions,
        }
    }

    fn place(&self, at: &Location) -> PhysicalLocation {
        let uri = percent_encoded(&format!("{}{}", self.root, at.path(self.sources)));
        let region = match at {
            Location::Span(span) => Some(self.region(*span)),
            Location::Path(_) => None,
        };
        PhysicalLocation { artifact_location: ArtifactLocation { uri }, region }
    }

    fn region(&self, span: Span) -> Region {
        let (start_line, start_column) = self.sources.line_column_utf16(span.source, span.start);
        let (end_line, end_column) = self.sources.line_column_utf16(span.source, span.end);
        Region { start_line, start_column, end_line, end_column }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Veto => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A path as a relative address (RFC 3986).
fn percent_encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Text;

    #[test]
    fn rules_stand_where_results_say() {
        for (at, &code) in Code::ALL.iter().enumerate() {
            assert_eq!(code as usize, at);
        }
    }

    #[test]
    fn columns_are_utf16_and_addresses_encoded() {
        let mut sources = Sources::default();
        let source = sources.add("bulletins/2022/图 1.md", "甲𠀀乙\n丙");
        let span = Span::new(source, 3..10);
        let found = Diagnostic::new(Code::PlanYears, span, Text::new("甲", "a"), Text::new("乙", "b"));
        let log = Log { open: &[found], silenced: None, sources: &sources, root: "", lang: Lang::Zh };
        let json: serde_json::Value = serde_json::from_str(&render(&log)).expect("JSON");
        let place = &json["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "bulletins/2022/%E5%9B%BE%201.md");
        assert_eq!((&place["region"]["startColumn"], &place["region"]["endColumn"]), (&2.into(), &5.into()));
    }
}
