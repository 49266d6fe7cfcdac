//! Whole sites, document by document: `tests/fixtures/<name>/content` becomes `tests/fixtures/<name>/expected`.
//!
//! Every document is compared, and one that nobody expects fails. Of the theme's static files only their presence
//! counts (`assets.txt`), so that a change of style changes no fixture. `BLESS=1 cargo test --test site` accepts
//! what is rendered; the diff is then read as a reader of the site would read it.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;
#[path = "../benches/corpus.rs"]
mod corpus;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use gongbao::content;
use gongbao::diagnostic::text;
use gongbao::lang::Lang;
use gongbao::site::{Site, Theme};

use common::{Tree, put, read, render_with, spreadsheet};

/// How many lines of a difference are printed on each side, and how many around them.
const SHOWN: usize = 12;
const AROUND: usize = 2;

/// How much of a long line is printed.
const WIDTH: usize = 160;

#[test]
fn county_one_place_with_one_of_everything() {
    compare("county");
}

#[test]
fn gaps_what_is_missing_or_withheld_is_said() {
    compare("gaps");
}

#[test]
fn empty_a_site_without_content_says_so() {
    compare("empty");
}

#[test]
fn series_months_make_series_changes_and_leagues() {
    compare("series");
}

#[test]
fn theme_a_folder_overrides_a_template_and_a_string() {
    compare("theme");
}

/// What must not be published is nowhere: not in a page, not in a table, not in a download.
#[test]
fn nothing_of_a_withheld_project_is_told() {
    for (path, bytes) in rendered(&fixture("gaps")) {
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["秘密", "Secret", "不应出现", "must not appear"] {
            assert!(!text.contains(secret), "{path} says `{secret}`");
        }
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A fixture's site, its theme's static files as a list and the program's version as a word.
fn rendered(fixture: &Path) -> Tree {
    let theme = Some(fixture.join("theme")).filter(|theme| theme.is_dir());
    let tree = render_with(&fixture.join("content"), theme.as_deref());
    let (assets, mut documents): (Tree, Tree) =
        tree.into_iter().partition(|(path, _)| path.starts_with("assets/") && path != "assets/theme.css");
    for (path, bytes) in documents.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
        let version = concat!("gongbao ", env!("CARGO_PKG_VERSION"));
        *bytes = text.replace(version, "gongbao [VERSION]").into_bytes();
    }
    // What a reader of a spreadsheet sees; its bytes are compared with themselves in `determinism.rs`.
    let books: Vec<String> = documents.keys().filter(|path| path.ends_with(".xlsx")).cloned().collect();
    for path in books {
        let bytes = documents.remove(&path).unwrap_or_default();
        documents.insert(path + ".txt", spreadsheet(&bytes).into_bytes());
    }
    let names: String = assets.into_keys().map(|path| path + "\n").collect();
    documents.insert("assets.txt".to_owned(), names.into_bytes());
    documents
}

fn compare(name: &str) {
    let folder = fixture(name).join("expected");
    let made = rendered(&fixture(name));
    let expected = read(&folder);
    if env::var_os("BLESS").is_some() {
        return bless(&folder, &expected, &made);
    }
    let paths: BTreeSet<&String> = made.keys().chain(expected.keys()).collect();
    let report: Vec<String> = paths
        .into_iter()
        .filter_map(|path| match (expected.get(path), made.get(path)) {
            (Some(expected), Some(made)) if expected == made => None,
            (Some(expected), Some(made)) => Some(difference(path, expected, made)),
            (Some(_), None) => Some(format!("--- {path}: expected, and not made")),
            (None, _) => Some(format!("+++ {path}: made, and not expected")),
        })
        .collect();
    assert!(
        report.is_empty(),
        "{name}: {} documents differ; BLESS=1 accepts them\n\n{}\n",
        report.len(),
        report.join("\n\n")
    );
}

fn bless(folder: &Path, expected: &Tree, made: &Tree) {
    for path in expected.keys().filter(|path| !made.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, bytes) in made.iter().filter(|(path, bytes)| expected.get(*path) != Some(bytes)) {
        put(folder, path, bytes);
    }
}

/// The lines from the first that differs to the last, with a few around them.
fn difference(path: &str, expected: &[u8], made: &[u8]) -> String {
    let (Ok(expected), Ok(made)) = (std::str::from_utf8(expected), std::str::from_utf8(made)) else {
        return format!("{path}: {} bytes expected, {} made", expected.len(), made.len());
    };
    // CRLF and a byte order mark are part of a CSV and must be seen.
    let lines = |text: &str| -> Vec<String> {
        let shown = text.replace('\r', "\\r").replace('\u{feff}', "\\u{feff}").replace('\u{a0}', "\\u{a0}");
        shown.split('\n').map(str::to_owned).collect()
    };
    let (old, new) = (lines(expected), lines(made));
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - start;
    let same = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let side = |sign: char, lines: &[String]| -> Vec<String> {
        let changed = &lines[start..lines.len() - same];
        let more = changed.len().saturating_sub(SHOWN);
        let shown = changed.iter().take(SHOWN).map(|line| format!("{sign}{}", short(line)));
        shown.chain((more > 0).then(|| format!("{sign}… {more} more lines"))).collect()
    };
    let context =
        |lines: &[String]| -> Vec<String> { lines.iter().map(|line| format!(" {}", short(line))).collect() };
    let after = &old[old.len() - same..];
    let mut report = vec![format!("--- {path} expected\n+++ {path} made\n@@ line {} @@", start + 1)];
    report.extend(context(&old[start.saturating_sub(AROUND)..start]));
    report.extend(side('-', &old));
    report.extend(side('+', &new));
    report.extend(context(&after[..AROUND.min(after.len())]));
    report.join("\n")
}

fn short(line: &str) -> String {
    let mut shown: String = line.chars().take(WIDTH).collect();
    if line.chars().nth(WIDTH).is_some() {
        shown.push('…');
    }
    shown
}

/// What the benches measure is a site that could be published.
#[test]
fn the_corpus_of_the_benches_has_nothing_to_complain_of() {
    let folder = tempfile::tempdir().unwrap();
    for charts in [true, false] {
        corpus::write(folder.path(), 241, charts).unwrap();
        let loaded = content::load(folder.path());
        let (mut findings, content) = (loaded.diagnostics, loaded.content);
        findings.extend(gongbao::check::run(&content));
        let theme = Theme::load(None).unwrap();
        let site = Site::new(&content, &theme, None).unwrap();
        findings.extend(site.check());
        let said = text::render(&findings.sorted(&content.sources), &content.sources, Lang::En, false);
        assert_eq!(said, "");
    }
}

#[test]
fn a_difference_shows_the_lines_between_what_is_the_same() {
    let said = difference("a.csv", b"1\r\n2\r\n3\r\n", b"1\r\n2\n4\n3\r\n");
    let expected = "--- a.csv expected\n+++ a.csv made\n@@ line 2 @@\n 1\\r\n-2\\r\n+2\n+4\n 3\\r\n ";
    assert_eq!(said, expected);
}
