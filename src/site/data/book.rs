//! The figures of a bulletin as a spreadsheet.

use super::pages;
use crate::analysis::words;
use crate::content::Bulletin;
use crate::dataset::{self, Sheet, Workbook, bilingual, sheet_name};
use crate::exhibit::{self, DataTable, Exhibit};
use crate::lang::{Both, Lang, Text};
use crate::site::Site;

/// A table for readers: the name of its sheet, what it shows, and its data.
struct Shown {
    name: String,
    title: Text,
    table: DataTable,
}

/// A cover, all figures, each chart's table, each figure's parts, and everything in long form.
pub(super) fn book<'a>(site: &'a Site<'_>, at: usize) -> Workbook<'a> {
    let bulletin = &site.content.bulletins[at];
    let shown = shown(site, bulletin);
    let mut sheets = vec![Sheet::Facts("说明 About".to_owned(), cover(site, at, &shown))];
    sheets.extend(shown.into_iter().map(|Shown { name, table, .. }| Sheet::Shown(name, table)));
    sheets.push(Sheet::Records(RECORDS.to_owned(), dataset::of_bulletin(&site.index, bulletin)));
    Workbook {
        title: &bulletin.title.value,
        author: &site.content.site.agency.name,
        created: bulletin.released.value.first_day(),
        sheets,
    }
}

const RECORDS: &str = "明细 Records";

fn shown(site: &Site<'_>, bulletin: &Bulletin) -> Vec<Shown> {
    let index = &site.index;
    let all = Both::from_fn(|lang| exhibit::figures_of_bulletin(index, bulletin, lang));
    // A column may be empty in one language only; so they are paired before any is left out.
    let table = bilingual(&all.zh, &all.en).without_empty_columns();
    let title = Text::new("全部数据", "All figures");
    let mut shown = vec![Shown { name: "全部数据 All figures".to_owned(), title, table }];
    for (order, spec) in (1..).zip(&bulletin.charts) {
        // What cannot be drawn is reported by the page.
        let built = Lang::BOTH.map(|lang| exhibit::build(index, bulletin, spec, lang));
        let [Ok(zh), Ok(en)] = built else { continue };
        shown.push(titled(&format!("图{order} {}", spec.id.value), &zh.exhibit, &en.exhibit));
    }
    let parts = bulletin.figures.values().flat_map(|figure| {
        let [zh, en] = Lang::BOTH.map(|lang| exhibit::breakdowns_of_figure(index, bulletin, figure, lang));
        zh.into_iter().zip(en)
    });
    shown.extend(
        (1..).zip(parts).map(|(order, (zh, en))| titled(&format!("分项{order} {}", zh.id), &zh, &en)),
    );
    shown
}

/// The table of an exhibit under its title and what it is about.
fn titled(name: &str, zh: &Exhibit, en: &Exhibit) -> Shown {
    let table = bilingual(&zh.table, &en.table);
    let caption = [&zh.title, &zh.subtitle, &en.title, &en.subtitle].map(String::as_str).join("\n");
    Shown {
        name: sheet_name(name),
        title: Text::new(&zh.title, &en.title),
        table: DataTable { caption, ..table },
    }
}

/// What the file is, and what is on its sheets.
fn cover(site: &Site<'_>, at: usize, shown: &[Shown]) -> Vec<(String, Text)> {
    let config = &site.content.site;
    let bulletin = &site.content.bulletins[at];
    let period = bulletin.period.value;
    let place = site.content.registry.places.get(&bulletin.place.value);
    let mut facts = vec![
        ("标题 Title", bulletin.title.value.clone()),
        ("地区 Place", place.map(|place| place.name_on(period.last_day()).clone()).unwrap_or_default()),
        ("时期 Period", Both::from_fn(|lang| words::label(period, lang))),
        ("发布时间 Released", Both::from_fn(|lang| bulletin.released.value.write(lang))),
        ("来源 Source", bulletin.source.clone()),
        ("发布单位 Publisher", config.agency.name.clone()),
        ("网址 Address", pages(site, at)),
    ];
    if let Some(licence) = &config.licence {
        facts.push(("使用许可 Licence", licence.name.clone()));
        facts.push(("许可全文 Text of the licence", Both::from_fn(|_| licence.url.value.clone())));
    }
    if site.lists.is_demonstration(at) {
        let word = || Both::from_fn(|lang| site.theme.strings().text(lang, "frame.demonstration", &[]));
        facts.push(("请注意 Please note", config.demonstration.clone().unwrap_or_else(word)));
    }
    let mut rows: Vec<(String, Text)> =
        facts.into_iter().map(|(label, text)| (label.to_owned(), text)).collect();
    rows.extend(shown.iter().map(|shown| (sheet_label(&shown.name), shown.title.clone())));
    rows.push((sheet_label(RECORDS), about_records()));
    rows
}

fn sheet_label(name: &str) -> String {
    format!("表 Sheet：{name}")
}

fn about_records() -> Text {
    Text::new(
        "每个数据及其分项一行，含单位代码、限定、起止日期、同比依据、来源和注释，与CSV文件相同。",
        "One row a figure or a part of one, with unit codes, qualifiers, dates, sources and notes, as in the CSV file.",
    )
}
