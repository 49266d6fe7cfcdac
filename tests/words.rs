//! Rules over names, terms and form, on sentences of ordinary prose and on planted mistakes.

use std::fs;
use std::path::Path;

use gongbao::check::{Pasted, lint};
use gongbao::content::{Content, Id, load};
use gongbao::diagnostic::{Sources, text};
use gongbao::lang::Lang;
use serde::Deserialize;

/// The codes of this room that need no figures.
const CODES: [&str; 10] = ["P1", "P2", "E1", "E2", "M1", "M2", "M3", "M4", "S1", "R1"];

#[derive(Deserialize)]
struct Wrong {
    code: String,
    zh: Option<String>,
    en: Option<String>,
    #[serde(default)]
    side: String,
    #[serde(default)]
    text_alone: bool,
    #[serde(default)]
    also: Vec<String>,
    place: Option<String>,
    #[allow(dead_code)]
    why: String,
}

#[derive(Deserialize)]
struct WrongFile {
    wrong: Vec<Wrong>,
}

#[derive(Deserialize)]
struct Pair {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
struct PairFile {
    pair: Vec<Pair>,
}

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sample() -> Content {
    load(&home().join("content")).content
}

/// The codes that a text is found to have, and what is said about it.
fn judge(
    content: &Content,
    zh: Option<&str>,
    en: Option<&str>,
    place: Option<&str>,
) -> (Vec<&'static str>, String) {
    let mut sources = Sources::default();
    let zh = zh.map(|text| (sources.add("zh", text), text));
    let en = en.map(|text| (sources.add("en", text), text));
    let place = place.map(|id| Id::new(id).expect("an id"));
    let pasted = Pasted {
        zh,
        en,
        registry: &content.registry,
        projects: &content.projects,
        place: place.as_ref(),
        released: None,
    };
    let mut found = lint(&pasted).sorted(&sources);
    found.retain(|finding| CODES.contains(&finding.code.name()));
    let said = text::render(&found, &sources, Lang::En, false);
    (found.iter().map(|finding| finding.code.name()).collect(), said)
}

#[test]
fn ordinary_prose_has_no_findings() {
    let content = sample();
    let mut complaints = String::new();
    for lang in Lang::BOTH {
        let file = fs::read_to_string(home().join(format!("tests/precision/{}.txt", lang.code())))
            .expect("the file");
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (zh, en) = match lang {
                Lang::Zh => (Some(line), None),
                Lang::En => (None, Some(line)),
            };
            complaints.push_str(&judge(&content, zh, en, None).1);
        }
    }
    let pairs = fs::read_to_string(home().join("tests/precision/pairs.toml")).expect("the file");
    let pairs: PairFile = toml::from_str(&pairs).expect("pairs");
    for pair in &pairs.pair {
        complaints.push_str(&judge(&content, Some(&pair.zh), Some(&pair.en), None).1);
    }
    assert!(complaints.is_empty(), "{complaints}");
}

#[test]
fn planted_mistakes_are_found() {
    let content = sample();
    let file = fs::read_to_string(home().join("tests/precision/wrong.toml")).expect("the file");
    let file: WrongFile = toml::from_str(&file).expect("mistakes");
    let mut complaints = String::new();
    for wrong in file.wrong.iter().filter(|wrong| CODES.contains(&wrong.code.as_str())) {
        let (zh, en, place) = (wrong.zh.as_deref(), wrong.en.as_deref(), wrong.place.as_deref());
        let mut runs = vec![("both", judge(&content, zh, en, place))];
        if wrong.text_alone {
            let alone = if wrong.side == "zh" { (zh, None) } else { (None, en) };
            runs.push(("alone", judge(&content, alone.0, alone.1, place)));
        }
        for (run, (codes, said)) in runs {
            let is_found = |code: &&str| *code == wrong.code || wrong.also.iter().any(|also| also == code);
            if !codes.iter().any(|code| is_found(&code)) {
                complaints +=
                    &format!("{run}: {} is not found but {codes:?} in {zh:?} {en:?}\n{said}", wrong.code);
            } else if codes.iter().any(|code| !is_found(&code)) && std::env::var_os("STRICT").is_some() {
                complaints += &format!("{run}: beside {} also\n{said}", wrong.code);
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}
