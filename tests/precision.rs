//! What the rules over running text find, and what they leave alone.
//!
//! `tests/precision/` holds correct sentences in each language, correct pairs, and planted mistakes with their code.
//! Each is judged as pasted text, with the registry of the sample content.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use gongbao::check::{Pasted, lint};
use gongbao::content::{self, Content, Id};
use gongbao::diagnostic::{Diagnostic, Location, SourceId, Sources};
use gongbao::figure::Period;
use gongbao::lang::Lang;
use serde::Deserialize;

/// The families of rules that are held to these files, by the first letter of their codes.
const FAMILIES: &[char] = &['N', 'T'];

/// Rules that judge figures and not running text.
const OF_FIGURES: &[&str] = &["N8", "N10", "N11", "N13", "N14"];

static SAMPLE: LazyLock<Content> =
    LazyLock::new(|| content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).content);

/// A text in one language or both.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Entry {
    zh: Option<String>,
    en: Option<String>,
    #[serde(default)]
    code: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    text_alone: bool,
    side: Option<String>,
    place: Option<String>,
    released: Option<String>,
    #[allow(dead_code, reason = "figures are judged elsewhere")]
    figures: Option<toml::Table>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default, alias = "pair", alias = "wrong")]
    entries: Vec<Entry>,
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/precision").join(name);
    fs::read_to_string(path).expect("a file of tests/precision")
}

fn entries(name: &str) -> Vec<Entry> {
    toml::from_str::<File>(&read(name)).expect("entries").entries
}

/// The lines of a file, each a text of its own.
fn lines(name: &str, lang: Lang) -> Vec<Entry> {
    let text = read(name);
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let entry = |line: &str| match lang {
        Lang::Zh => Entry { zh: Some(line.to_owned()), ..Entry::default() },
        Lang::En => Entry { en: Some(line.to_owned()), ..Entry::default() },
    };
    lines.map(entry).collect()
}

/// What is found in an entry by the families that are held to these files.
fn judge(entry: &Entry) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let zh: Option<(SourceId, &str)> = entry.zh.as_deref().map(|text| (sources.add("zh.txt", text), text));
    let en: Option<(SourceId, &str)> = entry.en.as_deref().map(|text| (sources.add("en.txt", text), text));
    let place = entry.place.as_deref().and_then(Id::new);
    let released = entry.released.as_deref().map(|day| Period::parse(day).expect("a day"));
    let pasted = Pasted { zh, en, registry: &SAMPLE.registry, place: place.as_ref(), released };
    let mut found = lint(&pasted).sorted(&sources);
    found.retain(|finding| FAMILIES.iter().any(|family| finding.code.name().starts_with(*family)));
    (sources, found)
}

fn printed(sources: &Sources, found: &[Diagnostic]) -> String {
    gongbao::diagnostic::text::render(found, sources, Lang::En, false)
}

/// Whether a finding points into the text of a language.
fn is_in(lang: &str, sources: &Sources, finding: &Diagnostic) -> bool {
    matches!(&finding.at, Location::Span(span) if sources.path(span.source).starts_with(lang))
}

/// Complains of every finding in texts that are right.
fn complain(entries: &[Entry], complaints: &mut String) {
    for entry in entries {
        let (sources, found) = judge(entry);
        complaints.push_str(&printed(&sources, &found));
    }
}

#[test]
fn correct_prose_has_no_finding() {
    let mut complaints = String::new();
    complain(&lines("zh.txt", Lang::Zh), &mut complaints);
    complain(&lines("en.txt", Lang::En), &mut complaints);
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn correct_translations_have_no_finding() {
    let mut complaints = String::new();
    complain(&entries("pairs.toml"), &mut complaints);
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn planted_mistakes_are_found() {
    let mut complaints = String::new();
    let mut tally: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for entry in entries("wrong.toml") {
        let is_held = FAMILIES.iter().any(|family| entry.code.starts_with(*family));
        if !is_held || OF_FIGURES.contains(&entry.code.as_str()) {
            continue;
        }
        let side = entry.side.as_deref().unwrap_or("en");
        let alone = Entry {
            zh: entry.zh.clone().filter(|_| side == "zh"),
            en: entry.en.clone().filter(|_| side == "en"),
            place: entry.place.clone(),
            released: entry.released.clone(),
            ..Entry::default()
        };
        let accepted = |finding: &Diagnostic| {
            let code = finding.code.name();
            code == entry.code || entry.also.iter().any(|also| also == code)
        };
        let (sources, found) = judge(&entry);
        let is_found = found.iter().any(|finding| accepted(finding) && is_in(side, &sources, finding));
        let (_, found_alone) = judge(&alone);
        let is_found_alone = !entry.text_alone || found_alone.iter().any(accepted);
        let (held, caught) = tally.entry(entry.code.clone()).or_default();
        *held += 1;
        *caught += usize::from(is_found && is_found_alone);
        if !is_found || !is_found_alone {
            let (zh, en) = (entry.zh.as_deref().unwrap_or("-"), entry.en.as_deref().unwrap_or("-"));
            let how = if is_found { " in the text alone" } else { "" };
            writeln!(complaints, "{} is not found{how}: {}\n  {zh}\n  {en}", entry.code, entry.why)
                .expect("a string");
            complaints.push_str(&printed(&sources, &found));
        }
    }
    let table: String =
        tally.iter().map(|(code, (held, caught))| format!("{code} {caught}/{held}\n")).collect();
    assert!(complaints.is_empty(), "{complaints}\n{table}");
}
