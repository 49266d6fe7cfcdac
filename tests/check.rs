//! `gongbao check` in its forms: of a part of the content, for people and for programs.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::fs;
use std::path::Path;

use common::{gongbao, put, said, workplace};
use serde_json::Value;

fn spoil(folder: &Path) {
    let path = folder.join("content/bulletins/2022/huaihua-h1/metrics.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replace("458亿元", "458亿円")).unwrap();
}

fn json(folder: &Path, args: &[&str], code: i32) -> Value {
    let output = gongbao(folder).arg("check").args(args).assert().code(code);
    serde_json::from_slice(&output.get_output().stdout).unwrap()
}

#[test]
fn findings_can_be_limited_to_files_and_folders() {
    let folder = workplace();
    spoil(folder.path());
    for (paths, code) in [
        (&["content/bulletins/2022/huaihua-h1/metrics.toml"][..], 2),
        (&["bulletins/2022/huaihua-h1"], 2),
        (&["content/bulletins/2022/"], 2),
        (&["content"], 2),
        (&["bulletins/2022/huaihua-h1/zh.md", "content/pages"], 0),
        (&["content/bulletins/2005", "content/site.toml"], 0),
    ] {
        gongbao(folder.path()).arg("check").args(paths).assert().code(code);
    }
    let from_within = folder.path().join("content/bulletins/2022");
    let args = ["check", "--content", "../..", "huaihua-h1"];
    gongbao(&from_within).args(args).assert().code(2);
    gongbao(&from_within).args(["check", "--content", "../..", "zhoushan-february"]).assert().code(0);
}

#[test]
fn a_path_that_is_not_there_or_lies_elsewhere_is_said_plainly() {
    let folder = workplace();
    put(folder.path(), "notes/draft.md", b"nothing");
    let output = gongbao(folder.path()).args(["check", "bulletins/2023"]).assert().code(74);
    assert!(said(&output).contains("there is no bulletins/2023"), "{}", said(&output));
    let output = gongbao(folder.path()).args(["check", "notes/draft.md"]).assert().code(64);
    assert!(said(&output).contains("lies outside the content folder"), "{}", said(&output));
    let output = gongbao(folder.path()).args(["check", "content/../notes", "--lang", "zh"]).assert().code(64);
    assert!(said(&output).contains("不在内容目录content之内"), "{}", said(&output));
}

#[test]
fn sarif_has_every_rule_and_the_places_of_findings() {
    let folder = workplace();
    spoil(folder.path());
    let log = json(folder.path(), &["--format", "sarif", "bulletins/2022"], 2);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), gongbao::diagnostic::Code::ALL.len());
    let result = run["results"].as_array().unwrap().iter().find(|result| result["ruleId"] == "F8").unwrap();
    assert_eq!(result["level"], "error");
    let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[rule]["id"], "F8");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/bulletins/2022/huaihua-h1/metrics.toml");
    let region = &place["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"], &region["endColumn"]),
        (&9.into(), &9.into(), &16.into())
    );
    assert!(result.get("suppressions").is_none(), "silenced findings were not asked for");
}

#[test]
fn silenced_findings_are_listed_when_all_are_wanted() {
    let folder = workplace();
    let at = folder.path().join("content/bulletins/2022/huaihua-h1");
    let metrics = fs::read_to_string(at.join("metrics.toml")).unwrap();
    fs::write(at.join("metrics.toml"), metrics.replace("base = 39", "base = 49")).unwrap();
    let head = fs::read_to_string(at.join("bulletin.toml")).unwrap();
    let silence = "\n[[silence]]\ncode = \"N10\"\ntext = \"210%\"\nreason = \"as printed\"\n";
    fs::write(at.join("bulletin.toml"), head + silence).unwrap();
    let silenced = json(folder.path(), &["--format", "json", "--all", "bulletins/2022"], 0);
    assert_eq!(silenced["silenced"][0]["code"], "N10", "{silenced}");
    assert_eq!(silenced["silenced"][0]["reason"], "as printed");
    let log = json(folder.path(), &["--format", "sarif", "--all", "bulletins/2022"], 0);
    assert_eq!(log["runs"][0]["results"][0]["suppressions"][0]["justification"], "as printed");
    let elsewhere = json(folder.path(), &["--format", "json", "--all", "bulletins/2005"], 0);
    assert!(elsewhere.get("silenced").is_none(), "{elsewhere}");
}
