//! `gongbao lint`: pasted text, judged without figures.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use common::{gongbao, put, said, workplace};
use serde_json::Value;
use tempfile::tempdir;

const ZH: &str = "“十三五”时期（2011—2015年），全市招商引资形势良好。\n";
const EN: &str = "During the 13th Five-Year Plan period (2011-2015) the city did well.\n";

#[test]
fn files_are_judged_with_their_places() {
    let folder = tempdir().unwrap();
    put(folder.path(), "draft.txt", EN.as_bytes());
    put(folder.path(), "稿.md", format!("\u{FEFF}前言。\r\n\r\n{ZH}").as_bytes());
    let run = gongbao(folder.path()).args(["lint", "draft.txt"]).assert().code(2);
    assert!(said(&run).contains("veto[T1]") && said(&run).contains("--> draft.txt:1:"), "{}", said(&run));
    let run = gongbao(folder.path()).args(["lint", "稿.md", "--format", "json"]).assert().code(2);
    let json: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(
        (&json["diagnostics"][0]["path"], &json["diagnostics"][0]["line"]),
        (&"稿.md".into(), &3.into())
    );
    let args = ["lint", "draft.txt", "稿.md", "--format", "sarif"];
    let run = gongbao(folder.path()).args(args).assert().code(2);
    let log: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    let of_t1 = |result: &&Value| result["ruleId"] == "T1";
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().iter().filter(of_t1).count(), 2);
}

#[test]
fn standard_input_is_a_file_too() {
    let folder = tempdir().unwrap();
    let run = gongbao(folder.path()).args(["lint", "-"]).write_stdin(ZH).assert().code(2);
    assert!(said(&run).contains("T1"), "{}", said(&run));
    gongbao(folder.path())
        .args(["lint", "-", "--quiet"])
        .write_stdin("全市招商引资形势良好。")
        .assert()
        .code(0);
}

#[test]
fn a_pair_can_be_named() {
    let folder = tempdir().unwrap();
    put(folder.path(), "a.txt", ZH.as_bytes());
    put(folder.path(), "b.txt", EN.as_bytes());
    gongbao(folder.path()).args(["lint", "--zh", "a.txt", "--en", "b.txt"]).assert().code(2);
    gongbao(folder.path()).args(["lint", "a.txt", "--en", "b.txt"]).assert().code(64);
    gongbao(folder.path()).arg("lint").assert().code(64);
}

#[test]
fn the_registry_and_the_levels_of_a_site_hold() {
    let folder = workplace();
    put(folder.path(), "draft.txt", EN.as_bytes());
    for place in ["huaihua", "Huaihua", "怀化市"] {
        gongbao(folder.path())
            .args(["lint", "draft.txt", "--place", place, "--released", "2022-07"])
            .assert()
            .code(2);
    }
    let run = gongbao(folder.path()).args(["lint", "draft.txt", "--place", "Huaihau"]).assert().code(64);
    assert!(said(&run).contains("did you mean `Huaihua`"), "{}", said(&run));
    gongbao(folder.path()).args(["lint", "draft.txt", "--released", "soon"]).assert().code(64);
    let site = std::fs::read_to_string(folder.path().join("content/site.toml")).unwrap();
    put(folder.path(), "content/site.toml", format!("{site}\n[checks]\nT1 = \"off\"\n").as_bytes());
    gongbao(folder.path()).args(["lint", "draft.txt"]).assert().code(0);
    gongbao(folder.path()).args(["lint", "draft.txt", "--content", "elsewhere"]).assert().code(74);
}

#[test]
fn cities_of_china_need_no_registry() {
    let folder = tempdir().unwrap();
    put(folder.path(), "draft.txt", "Zhuhai City opened a campaign for investment in 2017.\n".as_bytes());
    gongbao(folder.path()).args(["lint", "draft.txt"]).assert().code(0);
    for place in ["Zhoushan", "舟山", "舟山市"] {
        let run = gongbao(folder.path()).args(["lint", "draft.txt", "--place", place]).assert().code(2);
        assert!(said(&run).contains("probably Zhoushan"), "{}", said(&run));
    }
    gongbao(folder.path()).args(["lint", "draft.txt", "--place", "Zhoushn"]).assert().code(64);
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tempdir().unwrap();
    gongbao(folder.path()).args(["lint", "nothing.txt"]).assert().code(74);
    put(folder.path(), "gbk.txt", b"\xd5\xd0\xc9\xcc");
    let run = gongbao(folder.path()).args(["lint", "gbk.txt"]).assert().code(74);
    assert!(said(&run).contains("GBK"), "{}", said(&run));
}
