//! `gongbao parity`, and what `gongbao check` says when an original leaves its translation behind.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{gongbao, put, said, workplace};
use serde_json::Value;

const BULLETIN: &str = "2022/huaihua-h1";

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join("content/bulletins").join(BULLETIN).join(name)
}

fn edit(folder: &Path, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(file(folder, name)).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    fs::write(file(folder, name), text.replace(from, to)).unwrap();
}

fn parity(folder: &Path) -> Value {
    let output = gongbao(folder).args(["parity", BULLETIN, "--format", "json"]).assert().code(0);
    let list: Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    list["bulletins"][0].clone()
}

#[test]
fn white_space_and_figures_are_no_drift() {
    let folder = workplace();
    edit(folder.path(), "zh.md", "新签约项目{{ signed_projects }}，", "新签约项目 {{signed_projects}}，\n");
    edit(folder.path(), "metrics.toml", "value = \"458亿元\"", "value = \"459亿元\"");
    assert_eq!(parity(folder.path())["state"], "in step");
}

#[test]
fn a_changed_original_is_told_until_the_translator_confirms() {
    let folder = workplace();
    edit(folder.path(), "zh.md", "及时协调", "及时协调解决");
    edit(
        folder.path(),
        "zh.md",
        "## 历史数据 {#history}",
        "## 结语 {#closing}\n\n以上。\n\n## 历史数据 {#history}",
    );
    let standing = parity(folder.path());
    assert_eq!(standing["state"], "drifted");
    assert_eq!(standing["drifted"][0]["title"], "全程跟踪");
    assert_eq!(
        (&standing["drifted"][1]["section"], &standing["drifted"][1]["change"]),
        (&"closing".into(), &"added".into())
    );

    let run = gongbao(folder.path()).args(["check", "--strict", BULLETIN]).assert().code(1);
    assert!(
        said(&run).contains("warning[L2]") && said(&run).contains("## Tracking from start to finish"),
        "{}",
        said(&run)
    );
    let run = gongbao(folder.path()).args(["check", BULLETIN, "--lang", "zh"]).assert().code(0);
    assert!(
        said(&run).contains("这一节的原文又有改动") && said(&run).contains("parity --record 2022/huaihua-h1"),
        "{}",
        said(&run)
    );

    let record = ["parity", "--record", BULLETIN, "--date", "2026-12-01"];
    gongbao(folder.path()).args(record).assert().code(0);
    let standing = parity(folder.path());
    assert_eq!((&standing["state"], &standing["recorded"]), (&"in step".into(), &"2026-12-01".into()));
    assert_eq!(standing["days"], Value::Null, "when the translation came out is still not known");
    gongbao(folder.path()).args(["check", "--strict", BULLETIN]).assert().code(0);
}

#[test]
fn a_sentence_that_goes_from_the_translation_is_missed() {
    let folder = workplace();
    let path = file(folder.path(), "en.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, paragraph) = text.split_once("\n\n").unwrap();
    let (_, rest) = paragraph.split_once(". ").unwrap();
    std::fs::write(&path, format!("{before}\n\n{rest}")).unwrap();
    let standing = parity(folder.path());
    assert_eq!(standing["state"], "drifted");
    assert_eq!(standing["drifted"][0]["change"], "shortened");
    let run = gongbao(folder.path()).args(["check", BULLETIN]).assert();
    assert!(said(&run).contains("has lost sentences"), "{}", said(&run));
}

#[test]
fn the_first_record_says_when_the_translation_came_out_and_later_ones_keep_it() {
    let folder = workplace();
    fs::remove_file(file(folder.path(), "translation.toml")).unwrap();
    assert_eq!(parity(folder.path())["state"], "unrecorded");
    gongbao(folder.path()).args(["check", "--strict", BULLETIN]).assert().code(0);
    gongbao(folder.path()).args(["parity", "--record", BULLETIN, "--date", "2022-07-11"]).assert().code(0);
    assert_eq!(parity(folder.path())["days"], 4);
    gongbao(folder.path()).args(["parity", "--record", BULLETIN, "--date", "2023-01-05"]).assert().code(0);
    let standing = parity(folder.path());
    assert_eq!((&standing["days"], &standing["recorded"]), (&4.into(), &"2023-01-05".into()));
}

#[test]
fn the_original_may_be_english() {
    let folder = workplace();
    edit(folder.path(), "bulletin.toml", "written_in = \"zh\"", "written_in = \"en\"");
    gongbao(folder.path()).args(["parity", "--record", BULLETIN]).assert().code(0);
    assert_eq!(parity(folder.path())["state"], "in step");
    edit(folder.path(), "zh.md", "及时协调", "及时协调解决");
    assert_eq!(parity(folder.path())["state"], "in step");
    edit(folder.path(), "en.md", "hard won", "hard-won");
    assert_eq!(parity(folder.path())["drifted"][0]["section"], "meeting");
}

#[test]
fn the_table_says_what_is_missing_and_columns_stand_in_line() {
    let folder = workplace();
    let run = gongbao(folder.path()).args(["parity", "--lang", "zh", "2024"]).assert().code(0);
    let table = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let line = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert_eq!(line("公报"), "公报            译文  状态        落后天数  有改动的章节");
    assert_eq!(line("2024/yunlan-10"), "2024/yunlan-10  英文  与原文一致  1");
    assert_eq!(line("2024/yunlan-11"), "2024/yunlan-11  英文  没有译文");
}

#[test]
fn nothing_is_recorded_where_there_is_nothing_to_record() {
    let folder = workplace();
    let run = gongbao(folder.path()).args(["parity", "--record", "2024/yunlan-11"]).assert().code(0);
    assert!(said(&run).contains("no translation, nothing recorded"), "{}", said(&run));
    assert!(!folder.path().join("content/bulletins/2024/yunlan-11/translation.toml").exists());
    gongbao(folder.path()).args(["parity", "2024/nowhere"]).assert().code(74);
    gongbao(folder.path()).args(["parity", "registry"]).assert().code(64);
    gongbao(folder.path()).args(["parity", "--date", "2024-01-01"]).assert().code(64);
    put(folder.path(), "content/pages/about/translation.toml", b"");
    let run = gongbao(folder.path()).args(["check", "pages"]).assert().code(0);
    assert!(said(&run).contains("warning[F2]"), "{}", said(&run));
}
