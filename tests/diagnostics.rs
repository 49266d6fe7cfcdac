//! Every mistake that an editor can make, and what gongbao says about it.
//!
//! Each folder `tests/diagnostics/<CODE>-<name>/` is one case: `content/` is laid over the good site in
//! `_good/` (after the files that a list `removed` names are taken away), its `theme/`, if it has one, stands over the
//! embedded theme, and the whole output of a check is compared with `expected.zh.txt` and `expected.en.txt`.
//! `BLESS=1 cargo test --test diagnostics` writes them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use gongbao::content::Content;
use gongbao::diagnostic::{Code, Diagnostic, json, text};
use gongbao::lang::Lang;
use gongbao::site::Manuscript;
use proptest::prelude::*;
use tempfile::TempDir;

/// What `gongbao check` finds in a content folder, with a theme folder if there is one.
fn diagnose(root: &Path, theme: Option<&Path>) -> (Manuscript, Vec<Diagnostic>) {
    let manuscript = Manuscript::read(root, theme);
    let found = manuscript.check(None).open.sorted(&manuscript.content().sources);
    (manuscript, found)
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn cases() -> Vec<PathBuf> {
    let entries =
        fs::read_dir(home()).expect("the folder of cases").map(|entry| entry.expect("a case").path());
    let mut cases: Vec<_> = entries.filter(|path| path.is_dir() && !path.ends_with("_good")).collect();
    cases.sort();
    cases
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a plain name")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

fn good_site() -> TempDir {
    let site = tempfile::tempdir().expect("a temporary folder");
    copy(&home().join("_good"), site.path());
    site
}

/// The content of a case: the good site with the files of the case laid over it.
fn site_of(case: &Path) -> TempDir {
    let site = good_site();
    for gone in fs::read_to_string(case.join("removed")).unwrap_or_default().lines() {
        let path = site.path().join(gone);
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.unwrap_or_else(|error| panic!("{}: `removed` names {gone}: {error}", name(case)));
    }
    if case.join("content").is_dir() {
        copy(&case.join("content"), site.path());
    }
    site
}

fn printed(content: &Content, found: &[Diagnostic], lang: Lang) -> String {
    format!("{}{}\n", text::render(found, &content.sources, lang, false), text::summary(found, lang))
}

/// Compares one case in both languages; says what differs.
fn run(case: &Path, complaints: &mut String) -> BTreeSet<&'static str> {
    let site = site_of(case);
    let theme = Some(case.join("theme")).filter(|theme| theme.is_dir());
    let (manuscript, found) = diagnose(site.path(), theme.as_deref());
    for lang in Lang::BOTH {
        let path = case.join(format!("expected.{}.txt", lang.code()));
        let actual = printed(manuscript.content(), &found, lang);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &actual).expect("the expectation to be written");
        }
        match fs::read_to_string(&path) {
            Err(_) => writeln!(complaints, "{} has no {}", name(case), name(&path)),
            Ok(expected) if expected != actual => {
                writeln!(
                    complaints,
                    "---- {} {}, expected:\n{expected}\nactual:\n{actual}",
                    name(case),
                    lang.code()
                )
            }
            Ok(_) => Ok(()),
        }
        .expect("a string");
    }
    found.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn every_case_prints_what_is_expected() {
    let mut complaints = String::new();
    for case in cases() {
        let codes = run(&case, &mut complaints);
        let code = name(&case).split('-').next().unwrap_or_default().to_owned();
        // A case of FINE shows what is no mistake.
        if code != "FINE" && !codes.contains(code.as_str()) {
            writeln!(complaints, "{} does not show {code} but {codes:?}", name(&case)).expect("a string");
        }
    }
    assert!(complaints.is_empty(), "{complaints}\n`BLESS=1` accepts what is printed now");
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    let shown: BTreeSet<&str> = cases.iter().filter_map(|case| name(case).split('-').next()).collect();
    let without: Vec<&str> =
        Code::ALL.iter().map(|code| code.name()).filter(|code| !shown.contains(code)).collect();
    assert!(without.is_empty(), "codes without a case: {without:?}");
}

#[test]
fn the_good_site_is_good() {
    let (manuscript, found) = diagnose(&home().join("_good"), None);
    let content = manuscript.content();
    assert!(found.is_empty(), "{}", printed(content, &found, Lang::En));
    let bulletin = &content.bulletins[0];
    assert_eq!((bulletin.key().as_str(), bulletin.figures.len()), ("2022/huaihua-h1", 3));
    assert_eq!(bulletin.released_at, Some((9, 30)));
    let times = bulletin.figures["signed_investment"].comparison.times.expect("times");
    assert_eq!(times.ratio.value.to_string(), "1.40", "a number keeps its digits");
}

#[test]
fn json_has_every_place() {
    let case = home().join("F5-typo");
    let (manuscript, found) = diagnose(site_of(&case).path(), None);
    let document: serde_json::Value =
        serde_json::from_str(&json::render(&found, &manuscript.content().sources)).expect("JSON");
    let first = &document["diagnostics"][0];
    assert_eq!(first["code"], "F5");
    assert_eq!(first["severity"], "veto");
    assert_eq!(first["path"], "registry/stages.toml");
    assert_eq!((&first["line"], &first["column"]), (&2.into(), &1.into()));
    assert_eq!((&first["end_line"], &first["end_column"]), (&2.into(), &5.into()));
    assert!(first["message"]["zh"].is_string() && first["help"]["en"].is_string());
}

#[cfg(unix)]
#[test]
fn links_stay_inside() {
    use std::os::unix::fs::symlink;
    let (site, outside) = (good_site(), good_site());
    let pages = site.path().join("pages");
    symlink(outside.path().join("pages/methodology"), pages.join("elsewhere")).expect("a link");
    symlink(&pages, pages.join("round")).expect("a link");
    symlink(pages.join("methodology"), pages.join("again")).expect("a link");
    symlink(site.path().join("nowhere"), pages.join("broken")).expect("a link");
    let (manuscript, found) = diagnose(site.path(), None);
    let ids: Vec<&str> = manuscript.content().pages.iter().map(|page| page.id.value.as_str()).collect();
    assert_eq!(ids, ["again", "methodology"]);
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["F1", "F2", "F2"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be() {
    let (_, found) = diagnose(Path::new("/nowhere/content"), None);
    assert_eq!(found[0].code, Code::Unreadable);
}

#[test]
fn the_same_content_is_read_the_same() {
    let site = site_of(&home().join("F4-three-in-one-file"));
    let read = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let (manuscript, found) = pool.install(|| diagnose(site.path(), None));
        let content = manuscript.content();
        (format!("{:?}", content.bulletins), printed(content, &found, Lang::Zh))
    };
    assert_eq!(read(1), read(4));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

/// What is written over a part of a file: any bytes, or pieces that TOML and the decoder take notice of.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "[",
        "[[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "\"\"\"",
        "=",
        ",",
        "\n",
        "\r\n",
        ".",
        "#",
        "[[x]]\n",
        "名称 = 1\n",
        "a = ",
        "999999999999999999999999999999999999",
        "-0",
        "1e400",
        "0x",
        "nan",
        "2022-13-45",
        "\"9999-99\"",
        "\"-1-H9\"",
        "\"plan:999\"",
        "\"超超%亿亿元\"",
        "\"２０２２\"",
        "𝟙",
        "\u{202e}",
        "\u{0}",
        "part_of = \"signed_projects\"\n",
        "parent = \"huaihua\"\n",
        "[signed_projects]\n",
        "value = {}\n",
        "released = \"9999-12-31 24:60\"\n",
        "\"0000/9999\"",
        "\"2022-02-30/2021\"",
        "{{ signed_investment.yoy }}",
        "{{ chart signings }}\n\n",
        "\n\n{{ table signed_investment }}\n\n",
        "{{",
        "}}",
        "{{ a.",
        "｛｛",
        "**",
        "](page:",
        "[^1]",
        "[^1]: ",
        "\n\n| a | b |\n|---|---|\n| ",
        "<b>",
        "<!--",
        "\n#### ",
        " {#",
        "```\n",
        "\n- ",
        "\\",
        "&#0;",
        "kind = \"pipeline\"\n",
        "kind = \"league\"\n",
        "kind = \"cumulative\"\n",
        "kind = \"signings\"\n",
        "yoy = \"-100%\"\n",
        "yoy = \"-9999999999999999999999%\"\n",
        "base = 0\n",
        "plan = \"0%\"\n",
        "value = \"-458亿元\"\n",
        "79228162514264337593543950335",
        "\"9999-12\"",
        "\"0001-01/9999-12\"",
    ];
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..6)
            .prop_map(|pieces| pieces.concat().into_bytes()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_written_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), piece()), 1..4)
    ) {
        let site = good_site();
        let files = files(site.path());
        for (file, start, length, piece) in changes {
            let file = file.get(&files);
            let mut bytes = fs::read(file).expect("the file");
            let start = start.index(bytes.len() + 1);
            let end = (start + length.index(60)).min(bytes.len());
            bytes.splice(start..end, piece);
            fs::write(file, bytes).expect("the file to be written");
        }
        let (manuscript, found) = diagnose(site.path(), None);
        for lang in Lang::BOTH {
            printed(manuscript.content(), &found, lang);
        }
        json::render(&found, &manuscript.content().sources);
    }
}
