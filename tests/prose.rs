//! Running text: what is found in it, and where.

#![allow(clippy::print_stdout, reason = "ignored tests print what is for the eye")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use gongbao::figure::{Amount, Period, Qualifier};
use gongbao::lang::Lang;
use gongbao::prose::{self, Foreign, Mention, OBJECT, PartialPeriod, Passage, PassageKind, Relation, What};
use proptest::prelude::*;
use serde::Deserialize;

/// `tests/prose/{zh,en}.toml`: texts by subject, each followed by what is found in it.
#[derive(Deserialize)]
#[serde(transparent)]
struct Cases(std::collections::BTreeMap<String, Vec<Vec<String>>>);

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A mention as a reader writes it down: what it means, after what is printed if that is something else.
fn readable(text: &str, mention: &Mention, lang: Lang) -> String {
    let printed = &text[mention.span.clone()];
    let mut said = meaning(&mention.what, lang);
    if printed != said {
        said = format!("{printed} = {said}");
    }
    match mention.relation {
        Some(relation) => format!("{said} ({})", word(relation)),
        None => said,
    }
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::IsTimes => "is times",
        Relation::GrewTimes => "grew times",
        Relation::TimesHigher => "times higher",
        Relation::Grew => "grew",
        Relation::Fell => "fell",
        Relation::Share => "share",
    }
}

fn meaning(what: &What, lang: Lang) -> String {
    match what {
        What::Amount(amount) => write_plainly(*amount, lang),
        What::Foreign(Foreign { qualifier, value, to, unit }) => {
            let to = to.map(|to| format!("..{to}")).unwrap_or_default();
            format!("{}{}{to} {unit}", sign(*qualifier), value.normalize())
        }
        What::Fraction { qualifier, numerator, denominator } => {
            format!("{}{numerator}/{denominator}", sign(*qualifier))
        }
        What::Threshold { quantity, or_more } => {
            format!("{} {}", write_plainly((*quantity).into(), lang), if *or_more { "↑" } else { "↓" })
        }
        What::Range { qualifier, from, to } => {
            let [from, to] = [from, to].map(|end| write_plainly((*end).into(), lang));
            format!("{}{from}..{to}", sign(*qualifier))
        }
        What::Period(period) => period.notation(),
        What::PartialPeriod(PartialPeriod::Months { from, to }) => format!("?-{from:02}/?-{to:02}"),
        What::PartialPeriod(PartialPeriod::Days { from, to }) => {
            format!("?-{:02}-{:02}/?-{:02}-{:02}", from.0, from.1, to.0, to.1)
        }
        What::PlanPeriod(plan) => match plan.printed {
            None => format!("plan:{}", plan.number),
            Some(_) if plan.years_are_right() => format!("plan:{} right", plan.number),
            Some(_) => format!("plan:{} wrong", plan.number),
        },
    }
}

fn write_plainly(amount: Amount, lang: Lang) -> String {
    amount.write(lang).replace('\u{a0}', " ")
}

fn sign(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::Over => ">",
        Qualifier::About => "~",
        Qualifier::Nearly => "<~",
        Qualifier::AtLeast => "≥",
        Qualifier::AtMost => "≤",
    }
}

fn found(text: &str, lang: Lang) -> Vec<String> {
    prose::read(text, lang).iter().map(|mention| readable(text, mention, lang)).collect()
}

/// Compares every case, and prints all that differ; with `BLESS=1` it writes what is found into the file.
fn check_cases(lang: Lang) {
    let file = path(&format!("tests/prose/{}.toml", lang.code()));
    let Cases(cases) = toml::from_str(&fs::read_to_string(&file).expect("cases")).expect("arrays of strings");
    assert!(cases.values().map(Vec::len).sum::<usize>() >= 200);
    let (mut wrong, mut blessed) = (String::new(), String::new());
    for (subject, cases) in &cases {
        writeln!(blessed, "{}{subject} = [", if blessed.is_empty() { "" } else { "\n" })
            .expect("strings take everything");
        for case in cases {
            let (text, expected) = case.split_first().expect("a text");
            let found = found(text, lang);
            if found != expected {
                writeln!(wrong, "{subject}: {text}\n  found    {found:?}\n  expected {expected:?}")
                    .expect("strings take everything");
            }
            let strings: Vec<_> = std::iter::once(text).chain(&found).map(|text| toml_string(text)).collect();
            writeln!(blessed, "    [{}],", strings.join(", ")).expect("strings take everything");
        }
        blessed.push_str("]\n");
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(file, blessed).expect("a place to write");
    } else {
        assert!(wrong.is_empty(), "{wrong}");
    }
}

fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[test]
fn chinese_text_is_read() {
    check_cases(Lang::Zh);
}

#[test]
fn english_text_is_read() {
    check_cases(Lang::En);
}

/// Every narrative and standing page under `content/`.
fn narratives() -> Vec<(PathBuf, Lang, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(path("content")).sort_by_file_name() {
        let path = entry.expect("readable").into_path();
        let lang = match path.file_name().and_then(|name| name.to_str()) {
            Some("zh.md") => Lang::Zh,
            Some("en.md") => Lang::En,
            _ => continue,
        };
        let text = fs::read_to_string(&path).expect("readable");
        found.push((path, lang, text));
    }
    found
}

/// Names and codes of the narratives that hold digits and are no figures.
const NOT_FIGURES: &[&str] = &[
    "500强",
    "Global 500",
    "Top 500",
    "Top-500",
    "COVID-19",
    "100-day campaign",
    "No. 1 Project",
    "GB/T 37668—2019",
    "GB/T\u{a0}37668—2019",
    "GB/T 37668-2019",
    "WCAG) 2.2",
    "WCAG）2.2",
];

#[test]
fn every_digit_in_the_content_is_found_or_is_known_to_be_no_figure() {
    let mut missed = String::new();
    for (path, lang, narrative) in narratives() {
        for passage in prose::passages(&narrative, lang) {
            let mentions = prose::read(&passage.text, lang);
            let names: Vec<_> = NOT_FIGURES
                .iter()
                .flat_map(|name| passage.text.match_indices(name).map(|(at, _)| at..at + name.len()))
                .collect();
            for (at, _) in passage.text.match_indices(|c: char| c.is_ascii_digit()) {
                let is_found = mentions.iter().any(|mention| mention.span.contains(&at));
                let is_name = names.iter().any(|name| name.contains(&at));
                let rest = passage.text[at..].trim_start_matches(|c: char| c.is_ascii_digit());
                let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| rest.starts_with(end));
                if !is_found && !is_name && !is_ordinal {
                    writeln!(missed, "{}: {} at {at}", path.display(), passage.text).unwrap();
                }
            }
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn plan_periods_know_their_years() {
    let plans = |text: &str| -> Vec<_> {
        prose::read(text, Lang::En)
            .into_iter()
            .filter_map(|mention| match mention.what {
                What::PlanPeriod(plan) => Some((plan.period(), plan.printed, plan.years_are_right())),
                _ => None,
            })
            .collect()
    };
    let text = "the 13th Five-Year Plan period (2011-2015) and the 12th Five-Year Plan (2011–2015), the 14th Five-Year Plan";
    assert_eq!(
        plans(text),
        [
            (Period::Plan(13), Some((2011, 2015)), false),
            (Period::Plan(12), Some((2011, 2015)), true),
            (Period::Plan(14), None, true),
        ]
    );
}

#[test]
fn partial_periods_become_whole_in_a_year() {
    for (text, notation) in [
        ("上半年", Some("2022-H1")),
        ("1—8月", Some("2022-01/2022-08")),
        ("7月7日", Some("2022-07-07")),
        ("11月至2月", Some("2022-11/2023-02")),
        ("12月1日至1月5日", Some("2022-12-01/2023-01-05")),
        ("2月30日", None),
    ] {
        let mentions = prose::read(text, Lang::Zh);
        let [Mention { what: What::PartialPeriod(part), .. }] = &mentions[..] else {
            panic!("{text}: {mentions:?}")
        };
        assert_eq!(part.in_year(2022).map(|period| period.notation()).as_deref(), notation, "{text}");
    }
}

const NARRATIVE: &str = "\
导语{{ a }}。

## 总体**情况** {#overview}

签约项目**121个**，同比\\*增长{{ signed.yoy }}&nbsp;&amp;
到位{{ b }}，见[公报](bulletin:2022/x)和`47号`。[^n]

{{ chart signings }}

### 细项

- 一是{{ c }}
- 二是到位5亿元

  续段

| 指标 | 2024 |
| --- | --- |
| 签约 | {{ d }} |

## 下一步

```
8亿元
```

1. 到位7亿元。

[^n]: 以美元计。
";

#[test]
fn a_narrative_becomes_passages() {
    use PassageKind::{Cell, Footnote, Heading, Item, Paragraph};
    let passages = prose::passages(NARRATIVE, Lang::Zh);
    let seen: Vec<_> =
        passages.iter().map(|passage| (passage.section, passage.kind, passage.text.as_str())).collect();
    assert_eq!(
        seen,
        [
            (0, Paragraph, "导语\u{FFFC}。"),
            (1, Heading, "总体情况"),
            (1, Paragraph, "签约项目121个，同比*增长\u{FFFC}\u{a0}&到位\u{FFFC}，见公报和\u{FFFC}。"),
            (1, Paragraph, "\u{FFFC}"),
            (1, Heading, "细项"),
            (1, Item, "一是\u{FFFC}"),
            (1, Item, "二是到位5亿元"),
            (1, Item, "续段"),
            (1, Cell, "指标"),
            (1, Cell, "2024"),
            (1, Cell, "签约"),
            (1, Cell, "\u{FFFC}"),
            (2, Heading, "下一步"),
            (2, Item, "到位7亿元。"),
            (2, Footnote, "以美元计。"),
        ]
    );
    let ids: Vec<_> = passages.iter().map(|passage| passage.id.as_deref()).collect();
    assert_eq!((ids[0], ids[1], ids[8], ids[12]), (None, Some("overview"), Some("overview"), None));
}

#[test]
fn passages_know_where_their_text_comes_from() {
    let passages = prose::passages(NARRATIVE, Lang::Zh);
    let place = |passage: &Passage, text: &str| {
        let at = passage.text.find(text).unwrap();
        NARRATIVE[passage.source(&(at..at + text.len()))].to_owned()
    };
    for (index, text, source) in [
        (2, "121个", "121个"),
        (2, "签约项目121", "签约项目**121"),
        (2, "121个，同比", "121个**，同比"),
        (2, "*增长", "*增长"),
        (2, "&到位", "&amp;\n到位"),
        (2, "公报", "公报"),
        (2, "见公报和", "见[公报](bulletin:2022/x)和"),
        (6, "5亿元", "5亿元"),
        (9, "2024", "2024"),
        (14, "美元", "美元"),
    ] {
        assert_eq!(place(&passages[index], text), source);
    }
    for passage in &passages {
        for (at, directive) in &passage.directives {
            assert!(passage.text[*at..].starts_with(OBJECT));
            assert_eq!(passage.source(&(*at..at + OBJECT.len_utf8())), directive.span);
        }
    }
    let directives: usize = passages.iter().map(|passage| passage.directives.len()).sum();
    assert_eq!(directives, 6);
}

#[test]
fn a_plain_text_is_cut_at_empty_lines() {
    let text = "First line\nof one.\n\n  \r\nThe second, 121.  \n";
    let passages = prose::plain(text);
    let seen: Vec<_> = passages.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(seen, ["First line\nof one.", "The second, 121."]);
    assert_eq!(&text[passages[1].source(&(12..15))], "121");
    assert_eq!(prose::plain("  \n\n"), []);
}

/// Pieces of text that mean something here, so that random texts come close to what is meant.
const TELLING: &str = "([0-9０-９]{1,4}|[,.，．、%％+−—–～~/:：()（）“”\"`\\[\\]-]| |\u{a0}|\u{FFFC}|\n|超|近|约|签约|不少于|余|多|几|\
一|二|两|三|五|十|百|千|万|亿|零|〇|元|美元|个|家|倍|成|半|分之|百分点|点|以上|（含）|增长|下降|占|的|是|第|前|上|下|年|月|日|号|强|季度|\
时期|规划|翻|番|亩|英亩|RMB|US\\$|us \\$|yuan|million|billion|hundred|thousand|a |one|two|twenty|thirty-|and |to |or more|first |\
half|quarter|thirds?|th |Five-Year Plan|period|January|May|March|October|times|higher than|as much|up |fell |acres|mu|per cent|of |the |\
H1|Q2|https://|@|COVID-|No\\. ){0,14}";

proptest! {
    #[test]
    fn anything_can_be_read(text in prop_oneof![TELLING, "\\PC{0,40}"], zh in any::<bool>()) {
        let lang = if zh { Lang::Zh } else { Lang::En };
        let mut end = 0;
        for mention in prose::read(&text, lang) {
            prop_assert!(end <= mention.span.start && mention.span.start < mention.span.end);
            prop_assert!(text.get(mention.span.clone()).is_some(), "{mention:?}");
            end = mention.span.end;
            readable(&text, &mention, lang);
        }
        let mut end = 0;
        for sentence in prose::sentences(&text, lang) {
            prop_assert!(end <= sentence.start && sentence.start < sentence.end);
            prop_assert!(text.get(sentence.clone()).is_some());
            end = sentence.end;
        }
        prop_assert_eq!(text[end..].trim(), "");
    }

    #[test]
    fn anything_can_be_cut_into_passages(text in "([#*_~`|>\\[\\]{}^:\\\\-]|\n| |\\{\\{ a \\}\\}|&amp;|甲|1\\.|b|<i>){0,30}") {
        for passage in prose::passages(&text, Lang::Zh).into_iter().chain(prose::plain(&text)) {
            let ends = passage.text.char_indices().map(|(at, _)| at).chain([passage.text.len()]);
            let ends: Vec<_> = ends.collect();
            for pair in ends.windows(2) {
                prop_assert!(text.get(passage.source(&(pair[0]..pair[1]))).is_some());
            }
            for (at, directive) in &passage.directives {
                prop_assert!(passage.text[*at..].starts_with(OBJECT));
                prop_assert_eq!(&passage.source(&(*at..*at + 3)), &directive.span);
            }
        }
    }
}
