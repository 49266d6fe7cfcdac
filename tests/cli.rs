//! The commands as a person meets them.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::fs;
use std::path::Path;

use common::{gongbao, put, read, said, workplace};
use tempfile::tempdir;

fn spoil(folder: &Path) {
    let path = folder.join("content/bulletins/2022/huaihua-h1/metrics.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replace("458亿元", "458亿円")).unwrap();
}

#[test]
fn a_build_writes_both_editions_and_says_so() {
    let folder = workplace();
    let output = gongbao(folder.path()).arg("build").assert().code(0);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains("files written to output"), "{said}");
    for page in ["index.html", "404.html", "zh/index.html", "en/bulletins/2022/huaihua-h1.html"] {
        assert!(folder.path().join("output").join(page).is_file(), "{page}");
    }
}

#[test]
fn the_search_can_be_left_out() {
    let folder = workplace();
    let has_search = || {
        let files =
            ["zh/search.html", "en/search/catalogue.js", "zh/search/terms/0.js", "en/search/pages/b0.js"];
        files.map(|file| folder.path().join("output").join(file).is_file())
    };
    gongbao(folder.path()).args(["build", "--quiet"]).assert().code(0);
    assert_eq!(has_search(), [true; 4]);
    gongbao(folder.path()).args(["build", "--quiet", "--no-search"]).assert().code(0);
    assert_eq!(has_search(), [false; 4]);
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let folder = workplace();
    fs::remove_dir_all(folder.path().join("content/bulletins/2024")).unwrap();
    let output = gongbao(folder.path()).args(["build", "--quiet"]).assert().code(0);
    assert_eq!(output.get_output().stdout, b"");
}

#[test]
fn a_veto_leaves_the_old_site_as_it_was_and_nothing_behind() {
    let folder = workplace();
    gongbao(folder.path()).arg("build").assert().code(0);
    let before = read(&folder.path().join("output"));
    spoil(folder.path());
    let output = gongbao(folder.path()).arg("build").assert().code(2);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains("veto[F8]") && said.contains("output is as it was"), "{said}");
    assert_eq!(read(&folder.path().join("output")), before);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_build_replaces_its_own_output_and_keeps_hidden_entries() {
    let folder = workplace();
    put(folder.path(), "output/.gitkeep", b"");
    put(folder.path(), "output/.well-known/security.txt", b"Contact: mailto:desk@example.org");
    gongbao(folder.path()).arg("build").assert().code(0);
    put(folder.path(), "output/zh/bulletins/1999/gone.html", b"old");
    gongbao(folder.path()).arg("build").assert().code(0);
    assert!(folder.path().join("output/.gitkeep").exists());
    assert!(folder.path().join("output/.well-known/security.txt").exists());
    assert!(!folder.path().join("output/zh/bulletins/1999").exists());
}

#[test]
fn a_folder_that_is_not_a_site_is_never_replaced() {
    let folder = workplace();
    put(folder.path(), "output/thesis.doc", b"ten years of work");
    let output = gongbao(folder.path()).arg("build").assert().code(74);
    let said = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(said.contains("holds files that gongbao did not make"), "{said}");
    assert!(folder.path().join("output/thesis.doc").exists());
}

#[test]
fn check_counts_warnings_only_when_strict() {
    let folder = workplace();
    gongbao(folder.path()).arg("check").assert().code(0);
    gongbao(folder.path()).args(["check", "--strict"]).assert().code(1);
    spoil(folder.path());
    gongbao(folder.path()).arg("check").assert().code(2);
}

#[test]
fn check_speaks_chinese_and_json() {
    let folder = workplace();
    spoil(folder.path());
    let output = gongbao(folder.path()).args(["check", "--lang", "zh"]).assert().code(2);
    assert!(String::from_utf8_lossy(&output.get_output().stderr).contains("否决[F8]"));
    let output = gongbao(folder.path()).env("LANG", "zh_CN.UTF-8").arg("check").assert().code(2);
    assert!(String::from_utf8_lossy(&output.get_output().stderr).contains("否决[F8]"));
    let output = gongbao(folder.path()).args(["check", "--format", "json"]).assert().code(2);
    let json: serde_json::Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    assert!(json.to_string().contains("bulletins/2022/huaihua-h1/metrics.toml"), "{json}");
}

#[test]
fn a_wrong_command_line_and_a_missing_folder_have_their_own_codes() {
    let folder = tempdir().unwrap();
    gongbao(folder.path()).arg("biuld").assert().code(64);
    gongbao(folder.path()).assert().code(64);
    gongbao(folder.path()).arg("--help").assert().code(0);
    gongbao(folder.path()).arg("check").assert().code(74);
    gongbao(folder.path()).arg("build").assert().code(74);
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 0, "nothing is left behind");
}

#[test]
fn a_theme_folder_overrides_its_twins_and_a_broken_template_is_a_veto() {
    let folder = workplace();
    put(folder.path(), "mine/strings/zh.toml", "[site.nav]\nhome = \"起始\"".as_bytes());
    put(folder.path(), "mine/strings/en.toml", b"[site.nav]\nhome = \"Start\"");
    gongbao(folder.path()).args(["build", "--theme", "mine"]).assert().code(0);
    let home = fs::read_to_string(folder.path().join("output/zh/index.html")).unwrap();
    assert!(home.contains("起始"));
    put(folder.path(), "mine/templates/home.html", b"{{ no_such_thing }}");
    let output = gongbao(folder.path()).args(["build", "--theme", "mine"]).assert().code(2);
    assert!(String::from_utf8_lossy(&output.get_output().stderr).contains("no_such_thing"));
}

#[test]
fn base_url_can_be_given() {
    let folder = workplace();
    gongbao(folder.path()).args(["build", "--base-url", "https://www.example.gov.cn/zs/"]).assert().code(0);
    let page = fs::read_to_string(folder.path().join("output/zh/places.html")).unwrap();
    assert!(page.contains("<link rel=\"canonical\" href=\"https://www.example.gov.cn/zs/zh/places.html\">"));
    let missing = fs::read_to_string(folder.path().join("output/404.html")).unwrap();
    assert!(
        missing.contains("href=\"/zs/assets/site.css\""),
        "links of the error page start at the server's root"
    );
}

#[test]
fn a_veto_about_what_is_said_leaves_a_draft_and_stops_a_release() {
    let folder = workplace();
    let path = folder.path().join("content/bulletins/2022/huaihua-h1/zh.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n“十三五”时期（2011—2015年）另行统计。\n")).unwrap();
    gongbao(folder.path()).arg("check").assert().code(2);
    let run = gongbao(folder.path()).arg("build").assert().code(0);
    assert!(said(&run).contains("this is a draft"), "{}", said(&run));
    let before = read(&folder.path().join("output"));
    assert!(before.contains_key("zh/bulletins/2022/huaihua-h1.html"));
    let run = gongbao(folder.path()).args(["build", "--release", "--lang", "zh"]).assert().code(2);
    assert!(said(&run).contains("output保持原样"), "{}", said(&run));
    assert_eq!(read(&folder.path().join("output")), before);
    fs::write(&path, text).unwrap();
    gongbao(folder.path()).args(["build", "--release"]).assert().code(0);

    let path = folder.path().join("content/bulletins/2024/yunlan-05/metrics.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("value = 13\n", "value = 1300\n")).unwrap();
    let run = gongbao(folder.path()).args(["build", "--quiet"]).assert().code(0);
    assert!(said(&run).contains("veto[N11]"), "{}", said(&run));
    let refused = "output is a draft, which `gongbao build --release` would refuse";
    assert!(said(&run).contains(refused), "{}", said(&run));
}
