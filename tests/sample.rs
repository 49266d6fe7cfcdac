//! What the sample site says, number by number: the source reports' figures, tables against downloads, and one
//! language against the other.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use gongbao::analysis::Index;
use gongbao::content::{self, Bulletin, Content};
use gongbao::exhibit;
use gongbao::figure::{Amount, Magnitude, Unit};
use gongbao::lang::{Both, Lang};
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use rust_decimal::Decimal;

use common::{Tree, render};

static SITE: LazyLock<Tree> = LazyLock::new(|| render(folder()));

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))
}

fn content() -> Content {
    content::load(folder()).content
}

/// A document as text; English holds amounts together with U+00A0, which is hard to see in a test.
fn document(path: &str) -> String {
    let bytes = SITE.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).expect(path).replace('\u{a0}', " ")
}

fn base(lang: Lang, bulletin: &Bulletin) -> String {
    format!("{}/bulletins/{}/{}", lang.code(), bulletin.year, bulletin.id.value.slug())
}

// ---- The source reports -------------------------------------------------------------------------------------

/// Bulletin, what its Chinese page says, what its English page says.
const SAID: &[(&str, &str, &str)] = &[
    ("2020/anlu-october", "快于时间进度0.3个百分点", "0.3 percentage points ahead of the calendar"),
    ("2020/anlu-october", "完成年度计划的67%", "67% of the annual plan"),
    ("2005/chiping-h1", "快于时间进度10个百分点", "10 percentage points ahead of the calendar"),
    ("2005/chiping-h1", "完成年度计划的60%", "60% of the annual plan"),
    (
        "2020/huzhou-april",
        "吉利新能源汽车项目总投资",
        "Total investment of a project (Geely New Energy Vehicle Project)",
    ),
    ("2020/huzhou-april", "截至2020年4月2日", " on 2 April 2020"),
    ("2022/huaihua-h1", "同比增长210%", "up 210% year on year"),
    ("2022/huaihua-h1", "458亿元", "RMB 45.8 billion"),
    ("2022/zhoushan-february", "“十二五”时期（2011—2015年）", "12th Five-Year Plan period (2011–2015)"),
    ("2022/zhoushan-february", "“十三五”时期（2016—2020年）", "13th Five-Year Plan period (2016–2020)"),
    ("2022/zhoushan-february", "是“十二五”时期的1.4倍", "1.4 times the 12th Five-Year Plan period"),
    ("2022/zhoushan-february", "超2600亿元", "more than RMB 260 billion"),
];

#[test]
fn the_source_reports_are_told_as_they_were_published() {
    for &(key, zh, en) in SAID {
        for (lang, said) in [(Lang::Zh, zh), (Lang::En, en)] {
            let page = document(&format!("{}/bulletins/{key}.html", lang.code()));
            assert!(page.contains(said), "{key} {lang:?} does not say `{said}`");
        }
    }
}

#[test]
fn what_the_portals_got_wrong_is_nowhere() {
    for (path, bytes) in SITE.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        for wrong in ["Zhuhai", "个个", "亿亿", "万万", "项目项目", "年年"] {
            assert!(!text.contains(wrong), "{path} says `{wrong}`");
        }
    }
}

#[test]
fn huaihua_went_from_39_projects_to_121() {
    for (lang, from, to) in
        [(Lang::Zh, "2021年上半年", "2022年上半年"), (Lang::En, "First half of 2021", "First half of 2022")]
    {
        let csv = csv(&format!("{}/bulletins/2022/huaihua-h1/signings.csv", lang.code()));
        assert!(csv[1].windows(2).any(|pair| pair == [from, "39"]), "{:?}", csv[1]);
        assert!(csv[1].windows(2).any(|pair| pair == [to, "121"]), "{:?}", csv[1]);
    }
}

// ---- Tables and downloads -----------------------------------------------------------------------------------

#[test]
fn the_table_of_every_chart_holds_what_its_download_holds() {
    let mut compared = 0;
    for bulletin in &content().bulletins {
        for lang in Lang::BOTH {
            let path = base(lang, bulletin);
            let page = parse(&document(&format!("{path}.html")));
            for chart in &bulletin.charts {
                let slug = chart.id.value.slug();
                let exhibit =
                    by_id(&page, &format!("chart:{slug}")).unwrap_or_else(|| panic!("{path}: no {slug}"));
                let shown = table(&exhibit);
                let csv = csv(&format!("{path}/{slug}.csv"));
                assert_eq!(shown, csv, "{path}: {slug}");
                compared += 1;
            }
        }
    }
    assert!(compared > 150, "only {compared} tables");
}

/// Columns whose numbers are in the unit that their row names.
const IN_UNIT_OF_ROW: [&str; 5] = ["数值", "基数", "本期数", "完成数", "计划数"];

#[test]
fn both_languages_download_the_same_values() {
    let content = content();
    let index = Index::new(&content);
    let mut compared = 0;
    for bulletin in &content.bulletins {
        let charts = bulletin.charts.iter().map(|spec| {
            let built = Both::from_fn(|lang| {
                exhibit::build(&index, bulletin, spec, lang).expect("a chart").exhibit.table
            });
            (spec.id.value.slug(), built)
        });
        let figures = Both::from_fn(|lang| exhibit::figures_of_bulletin(&index, bulletin, lang));
        for (name, tables) in charts.chain([("figures".to_owned(), figures)]) {
            // The table of all figures is a sheet of the workbook, and no CSV of its own.
            let files = Both::from_fn(|lang| match name.as_str() {
                "figures" => records(&name, &String::from_utf8(tables.get(lang).csv()).expect("UTF-8")),
                _ => csv(&format!("{}/{name}.csv", base(lang, bulletin))),
            });
            let columns = Both::from_fn(|lang| {
                let columns = tables.get(lang).columns.iter().enumerate();
                columns.filter(|(_, column)| column.numeric).map(|(at, _)| at).collect::<Vec<_>>()
            });
            assert_eq!(columns.zh.len(), columns.en.len(), "{name}");
            assert_eq!(files.zh.len(), files.en.len(), "{name}");
            for (&zh, &en) in columns.zh.iter().zip(&columns.en) {
                for row in 1..files.zh.len() {
                    let at = format!("{} {name}, row {row}, {}", bulletin.key(), files.zh[0][zh]);
                    compared += usize::from(same_value(&files.zh, &files.en, row, (zh, en), &at));
                }
            }
        }
    }
    assert!(compared > 1000, "only {compared} values");
}

/// Compares a cell of both files; false if nothing stands there.
fn same_value(
    zh: &[Vec<String>],
    en: &[Vec<String>],
    row: usize,
    (at_zh, at_en): (usize, usize),
    at: &str,
) -> bool {
    let (number_zh, number_en) = (&zh[row][at_zh], &en[row][at_en]);
    assert_eq!(number_zh.is_empty(), number_en.is_empty(), "{at}");
    if number_zh.is_empty() {
        return false;
    }
    let unit_of_row = |file: &[Vec<String>], name: &str| {
        let column = file[0].iter().position(|heading| heading == name);
        column.map_or_else(String::new, |column| file[row][column].clone())
    };
    let of_row = IN_UNIT_OF_ROW.contains(&zh[0][at_zh].as_str());
    let unit_zh = in_brackets(&zh[0][at_zh], ('（', '）'))
        .or_else(|| Some(unit_of_row(zh, "单位")).filter(|unit| of_row && !unit.is_empty()));
    let unit_en = in_brackets(&en[0][at_en], ('(', ')')).unwrap_or_else(|| unit_of_row(en, "Unit"));
    let Some(unit_zh) = unit_zh else {
        assert_eq!(number_zh, number_en, "{at}");
        return true;
    };
    let left =
        Amount::read(&format!("{number_zh}{unit_zh}"), None).unwrap_or_else(|error| panic!("{at}: {error}"));
    let text = match unit_en.split_once(' ') {
        Some((currency @ ("RMB" | "US$"), magnitude)) => format!("{currency} {number_en} {magnitude}"),
        _ => format!("{number_en} {unit_en}"),
    };
    let right = read(&text, left.quantity.unit, at);
    same(left, right, at);
    true
}

fn in_brackets(heading: &str, (open, close): (char, char)) -> Option<String> {
    Some(heading.strip_suffix(close)?.rsplit_once(open)?.1.to_owned())
}

/// English counts are bare numbers.
fn read(text: &str, unit: Unit, at: &str) -> Amount {
    Amount::read(text, Some((unit, Magnitude::ONE))).unwrap_or_else(|error| panic!("{at}: `{text}`: {error}"))
}

fn same(zh: Amount, en: Amount, at: &str) {
    assert_eq!(zh.quantity.value(), en.quantity.value(), "{at}: {zh:?} and {en:?}");
    assert!(zh.quantity.unit.is_like(en.quantity.unit), "{at}: {zh:?} and {en:?}");
    assert_eq!(zh.qualifier, en.qualifier, "{at}");
}

// ---- Narratives ---------------------------------------------------------------------------------------------

/// Directives that print words, and no value in a span of class `figure`.
const WORDS: [&str; 7] = ["yoy", "mom", "pace", "period", "place", "name", "definition"];

#[test]
fn every_figure_of_a_narrative_reads_back_as_one_value_in_both_languages() {
    let content = content();
    let index = Index::new(&content);
    let mut compared = 0;
    for bulletin in &content.bulletins {
        let printed = Both::from_fn(|lang| printed(lang, bulletin));
        for (directive, texts) in &printed.zh {
            let (id, field) = directive.split_once('.').unwrap_or((directive, ""));
            if field == "times" {
                continue;
            }
            let figure = bulletin.figures.get(id).unwrap_or_else(|| panic!("{directive}"));
            let unit = index.reading(bulletin, figure).expect("a value").indicator.unit;
            let at = format!("{} {directive}", bulletin.key());
            let amounts = texts.iter().chain(printed.en.get(directive).into_iter().flatten());
            let amounts: Vec<Amount> = amounts.map(|text| read(text, unit, &at)).collect();
            amounts.windows(2).for_each(|pair| same(pair[0], pair[1], &at));
            if field.is_empty() {
                let exact = amounts[0].quantity.value();
                assert_eq!(exact, figure.value.value.quantity.value(), "{at} is not what metrics.toml says");
            }
            compared += amounts.len();
        }
    }
    assert!(compared > 300, "only {compared} figures");
}

/// What each figure directive of a narrative printed, in every place.
fn printed(lang: Lang, bulletin: &Bulletin) -> BTreeMap<String, Vec<String>> {
    let mut printed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let Some(narrative) = bulletin.narratives.get(lang) else { return printed };
    let page = document(&format!("{}.html", base(lang, bulletin)));
    let mut spans = Vec::new();
    let dom = parse(&page);
    let mut prose = None;
    elements(&dom, &mut |node, _, class| {
        if class == Some("prose") {
            prose.get_or_insert_with(|| node.clone());
        }
    });
    elements(&prose.expect("a narrative"), &mut |node, name, class| {
        if name == "span" && class == Some("figure") {
            spans.push(text(node));
        }
    });
    let directives = narrative.text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    let directives = directives.map(|(inside, _)| inside.trim());
    // Others have an argument, or are one word that no figure is called.
    let figures = directives.filter(|inside| {
        let (id, field) = inside.split_once('.').unwrap_or((inside, ""));
        bulletin.figures.contains_key(id) && !WORDS.contains(&field)
    });
    let figures: Vec<&str> = figures.collect();
    assert_eq!(figures.len(), spans.len(), "{} {lang:?}", bulletin.key());
    for (directive, span) in figures.into_iter().zip(spans) {
        printed.entry(directive.to_owned()).or_default().push(span);
    }
    printed
}

// ---- Reading documents --------------------------------------------------------------------------------------

/// The records of a CSV file as the site makes them: UTF-8 with a byte order mark, records ended by CRLF.
fn csv(path: &str) -> Vec<Vec<String>> {
    records(path, &document(path))
}

fn records(path: &str, text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{path} has no byte order mark"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}: an end of line without CR");
    let records = text.strip_suffix("\r\n").unwrap_or_else(|| panic!("{path} does not end with CRLF"));
    let records: Vec<Vec<String>> = records.split("\r\n").map(record).collect();
    assert!(records.iter().all(|record| record.len() == records[0].len()), "{path} is ragged");
    records
}

fn record(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let field = fields.last_mut().expect("a field");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            letter => field.push(letter),
        }
    }
    fields
}

fn parse(html: &str) -> Handle {
    html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(html).document
}

/// Visits every element with its name and class.
fn elements(node: &Handle, visit: &mut impl FnMut(&Handle, &str, Option<&str>)) {
    if let NodeData::Element { name, .. } = &node.data {
        visit(node, &name.local, attribute(node, "class").as_deref());
    }
    node.children.borrow().iter().for_each(|child| elements(child, visit));
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|a| &*a.name.local == wanted).map(|a| a.value.to_string())
}

fn by_id(root: &Handle, id: &str) -> Option<Handle> {
    let mut found = None;
    elements(root, &mut |node, _, _| {
        if attribute(node, "id").as_deref() == Some(id) {
            found = Some(node.clone());
        }
    });
    found
}

fn text(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(text).collect()
}

/// The rows of the first table below a node; numbers as plain decimals, as downloads have them.
fn table(node: &Handle) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    elements(node, &mut |node, name, _| match name {
        "tr" => rows.push(Vec::new()),
        "th" | "td" => {
            let shown = text(node);
            let plain = shown.replace(',', "").replace('−', "-");
            let is_number = Decimal::from_str_exact(&plain).is_ok();
            rows.last_mut().expect("a row").push(if is_number { plain } else { shown.trim().to_owned() });
        }
        _ => {}
    });
    rows
}
