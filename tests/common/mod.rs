//! What the tests of whole sites share.
#![allow(dead_code, reason = "each test binary uses a part of it")]

pub(crate) mod analysed;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use calamine::{Data, Reader as _, Xlsx};
use gongbao::content;
use gongbao::diagnostic::{Severity, text};
use gongbao::lang::Lang;
use gongbao::site::{Site, Theme};
use rayon::prelude::*;
use tempfile::{TempDir, tempdir};
use walkdir::WalkDir;

/// A whole site: bytes by path.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Renders every document of a content folder with the embedded theme; vetoes fail the test.
pub(crate) fn render(content: &Path) -> Tree {
    render_with(content, None)
}

/// The same, with the files of a theme folder over those of the embedded theme.
pub(crate) fn render_with(content: &Path, theme: Option<&Path>) -> Tree {
    let loaded = content::load(content);
    let (mut findings, content) = (loaded.diagnostics, loaded.content);
    findings.extend(gongbao::check::run(&content));
    let theme = Theme::load(theme).unwrap_or_else(|found| panic!("the theme: {found:?}"));
    let site = Site::new(&content, &theme, None).unwrap_or_else(|found| panic!("{found:?}"));
    let rendered: Vec<_> = site.routes().into_par_iter().map(|route| site.render(route)).collect();
    let mut tree = Tree::new();
    for rendered in rendered {
        findings.extend(rendered.findings);
        let before = tree.insert(rendered.document.path.clone(), rendered.document.bytes);
        assert!(before.is_none(), "{} is made twice", rendered.document.path);
    }
    let vetoes: Vec<_> = findings
        .sorted(&content.sources)
        .into_iter()
        .filter(|found| found.severity == Severity::Veto)
        .collect();
    assert!(vetoes.is_empty(), "{}", text::render(&vetoes, &content.sources, Lang::En, false));
    tree
}

/// Reads a folder into a tree.
pub(crate) fn read(folder: &Path) -> Tree {
    let files =
        WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .map(|file| {
            let path = file.path().strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
            (path, fs::read(file.path()).expect("readable"))
        })
        .collect()
}

/// The cells of a spreadsheet as text: a heading a sheet, then a line a row. Texts stand in quotes, so that a number is
/// told from its digits.
pub(crate) fn spreadsheet(bytes: &[u8]) -> String {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a spreadsheet");
    let mut text = String::new();
    for name in book.sheet_names() {
        text.push_str(&format!("== {name}\n"));
        for row in book.worksheet_range(&name).expect("a sheet").rows() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            text.push_str(cells.join(" | ").trim_end_matches([' ', '|']));
            text.push('\n');
        }
    }
    text
}

fn cell(cell: &Data) -> String {
    match cell {
        Data::String(text) => format!("{text:?}"),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from) {
        put(to, &path, &bytes);
    }
}

/// Writes a file and the folders above it.
pub(crate) fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(path, bytes).expect("writable");
}

/// The program, run in a folder, with messages in English.
pub(crate) fn gongbao(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("gongbao").expect("the program is built");
    command.current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command
}

/// What a run said on standard error.
pub(crate) fn said(run: &Assert) -> String {
    String::from_utf8_lossy(&run.get_output().stderr).into_owned()
}

/// A folder with the sample content in `content/`.
pub(crate) fn workplace() -> TempDir {
    let folder = tempdir().expect("a folder");
    copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content")), &folder.path().join("content"));
    folder
}

/// Whether a document is a page: pieces for other sites are none.
pub(crate) fn is_page(path: &str) -> bool {
    path.ends_with(".html") && !path.ends_with("/fragment.html") && !path.ends_with("/wechat.html")
}
