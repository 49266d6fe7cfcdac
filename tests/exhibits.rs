//! What is shown of figures: charts and tables with their words, and what is refused.

mod common;

use std::collections::BTreeSet;

use common::analysed::{bulletin, fixture, id, number, spaced};
use gongbao::analysis::Index;
use gongbao::chart::Plot;
use gongbao::content::Content;
use gongbao::diagnostic::{Code, Diagnostic, Location};
use gongbao::exhibit::{self, Built, Exhibit, TableCell};
use gongbao::lang::Lang;
use rust_decimal::Decimal;

fn built(content: &Content, key: &str, chart: &str, lang: Lang) -> Built {
    let index = Index::new(content);
    let bulletin = bulletin(content, key);
    let spec = bulletin.charts.iter().find(|spec| spec.id.value.as_str() == chart).expect(chart);
    exhibit::build(&index, bulletin, spec, lang).expect(chart)
}

fn shown(content: &Content, key: &str, chart: &str, lang: Lang) -> Exhibit {
    built(content, key, chart, lang).exhibit
}

/// All numbers of a text, without the commas of English thousands.
fn numbers(text: &str) -> BTreeSet<String> {
    let text = text.replace(',', "");
    let runs = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    runs.map(|run| run.trim_matches('.').to_owned()).filter(|run| !run.is_empty()).collect()
}

fn all_exhibits(content: &Content) -> Vec<(String, Exhibit, Lang)> {
    let index = Index::new(content);
    let mut all = Vec::new();
    for lang in Lang::BOTH {
        for bulletin in &content.bulletins {
            for spec in &bulletin.charts {
                let built = exhibit::build(&index, bulletin, spec, lang).expect("a chart");
                all.push((format!("{} {}", bulletin.key(), spec.id.value), built.exhibit, lang));
            }
        }
        for place in content.registry.places.keys() {
            let histories = exhibit::for_place(&index, place, lang);
            all.extend(histories.into_iter().map(|exhibit| (exhibit.id.clone(), exhibit, lang)));
        }
    }
    all
}

#[test]
fn every_number_of_a_description_is_in_the_table() {
    for (name, exhibit, lang) in all_exhibits(&fixture("site")) {
        let table = &exhibit.table;
        let headings = table.columns.iter().map(|column| column.heading.clone());
        let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.write(lang));
        let known = numbers(&headings.chain(cells).collect::<Vec<_>>().join(" "));
        let said = numbers(&exhibit.description);
        assert!(said.is_subset(&known), "{name}: {:?} in {}", said.difference(&known), exhibit.description);
    }
}

#[test]
fn every_exhibit_has_its_words_and_a_whole_table() {
    for (name, exhibit, lang) in all_exhibits(&fixture("site")) {
        let texts = [&exhibit.title, &exhibit.subtitle, &exhibit.table.caption, &exhibit.description];
        let needed = if exhibit.plot.is_some() { 4 } else { 3 };
        assert!(texts[..needed].iter().all(|text| !text.is_empty()), "{name}");
        assert_ne!(exhibit.title, exhibit.description);
        assert!(!exhibit.table.rows.is_empty(), "{name}");
        for row in &exhibit.table.rows {
            assert_eq!(row.cells.len(), exhibit.table.columns.len(), "{name}");
            for (cell, column) in row.cells.iter().zip(&exhibit.table.columns) {
                assert!(!column.numeric || !matches!(cell, TableCell::Text(_)), "{name}: {}", column.heading);
            }
        }
        let han = |text: &String| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(lang == Lang::Zh || !texts.into_iter().any(han), "{name}: Chinese in English");
        assert!(exhibit.table.csv().starts_with("\u{feff}".as_bytes()));
    }
}

#[test]
fn too_few_points_in_time_become_a_table() {
    let content = fixture("site");
    let Built { exhibit, advice } = built(&content, "2022/huaihua-h1", "signings", Lang::Zh);
    assert!(exhibit.plot.is_none());
    assert_eq!(advice.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::ChartAsTable]);
    let periods: Vec<_> = exhibit.table.rows.iter().map(|row| row.cells[0].write(Lang::Zh)).collect();
    assert_eq!(periods, ["2019年上半年", "2022年上半年"]);
}

#[test]
fn signings_show_thirteen_months_on_one_axis() {
    let content = fixture("site");
    let exhibit = shown(&content, "2024/yunlan-06", "signings", Lang::En);
    let Some(Plot::Signings { panels }) = exhibit.plot else { panic!("columns") };
    let labels: Vec<_> = panels.iter().map(|panel| panel.label.as_str()).collect();
    assert_eq!(labels, ["Signed projects", "Signed investment (RMB billion)"]);
    for panel in &panels {
        assert_eq!(panel.columns.len(), 13);
        assert_eq!(panel.columns.iter().filter(|column| column.current).count(), 1);
        assert!(panel.columns[12].current);
    }
    let june = &panels[1].columns[12];
    assert_eq!(
        (june.value, june.label.as_str(), june.period.as_str()),
        (Some(number("0.45")), "0.45", "Jun")
    );
    let years: Vec<_> = panels[0].columns.iter().filter_map(|column| column.year.as_deref()).collect();
    assert_eq!(years, ["2023", "2024"]);
}

#[test]
fn the_running_total_stops_at_the_bulletin_and_the_pace_goes_on() {
    let content = fixture("site");
    let exhibit = shown(&content, "2024/yunlan-06", "pace", Lang::Zh);
    assert_eq!(exhibit.title, "6月末到位资金完成年度计划的52.3%，快于时间进度2.3个百分点");
    let Some(Plot::Cumulative { points, target, .. }) = exhibit.plot else { panic!("lines") };
    assert_eq!(points.len(), 12);
    assert_eq!(target, Some((number("120"), "年度计划120亿元".to_owned())));
    for (month, point) in (1..).zip(&points) {
        assert_eq!(point.pace, Some(Decimal::from(10 * month)));
        assert_eq!(point.value.is_some(), month <= 6);
    }
    let english = shown(&content, "2024/yunlan-06", "pace", Lang::En);
    let Some(Plot::Cumulative { points, .. }) = english.plot else { panic!("lines") };
    assert_eq!((points[5].value, points[5].pace), (Some(number("6.276")), Some(number("6"))));
}

#[test]
fn comparisons_have_a_scale_for_each_indicator_and_say_what_was_worked_back() {
    let content = fixture("site");
    let exhibit = shown(&content, "2022/huaihua-h1", "growth", Lang::Zh);
    assert_eq!(exhibit.title, "签约项目同比增长210%，签约投资同比增长340%");
    assert_eq!(exhibit.notes.len(), 2, "an implied base and a low base");
    let Some(Plot::Comparison { groups }) = exhibit.plot else { panic!("pairs") };
    let bars: Vec<_> =
        groups.iter().flat_map(|group| &group.bars).map(|bar| bar.value_label.as_str()).collect();
    assert_eq!(bars, ["39个", "121个", "约104.1亿元", "458亿元"]);
    let mixed = shown(&content, "2024/yunlan-06", "compared", Lang::En);
    assert_eq!(
        mixed.title,
        "Start rate: up 0.3 percentage points year on year; Signed investment: down 10% month on month"
    );
}

#[test]
fn remainders_stand_last_and_shares_are_of_the_figure() {
    let content = fixture("site");
    let exhibit = shown(&content, "2024/yunlan-06", "chains", Lang::Zh);
    let Some(Plot::Chains { rows, .. }) = exhibit.plot else { panic!("bars") };
    let rows: Vec<_> =
        rows.iter().map(|row| (row.label.as_str(), row.value_label.as_str(), row.other)).collect();
    let expected = [
        ("现代渔业", "13.4亿元（29.3%）", false),
        ("绿色石化", "12.3亿元（26.9%）", false),
        ("其他", "20亿元（43.8%）", true),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn plan_periods_are_printed_with_their_years() {
    let content = fixture("site");
    let exhibit = shown(&content, "2022/zhoushan", "plans", Lang::En);
    let Some(Plot::Comparison { groups }) = exhibit.plot else { panic!("pairs") };
    let bars: Vec<_> =
        groups[0].bars.iter().map(|bar| (bar.label.as_str(), spaced(&bar.value_label))).collect();
    let expected = [
        ("12th Five-Year Plan period (2011–2015)", "about RMB 185.7 billion".to_owned()),
        ("13th Five-Year Plan period (2016–2020)", "more than RMB 260 billion".to_owned()),
    ];
    assert_eq!(bars, expected);
}

#[test]
fn milestones_leave_out_what_nobody_said() {
    let content = fixture("site");
    let exhibit = shown(&content, "2024/yunlan-06", "milestones", Lang::Zh);
    let Some(Plot::Milestones { steps }) = exhibit.plot else { panic!("steps") };
    let steps: Vec<_> = steps.iter().map(|step| (step.label.as_str(), step.reached, step.day)).collect();
    assert_eq!(steps, [("签约", true, Some(19024)), ("竣工", true, Some(19797)), ("投产", false, None)]);
}

#[test]
fn histories_are_columns_of_like_periods() {
    let content = fixture("site");
    let index = Index::new(&content);
    let stock = exhibit::for_indicator(&index, &id("enterprises"), &id("yunlan"), Lang::Zh).unwrap();
    let Some(Plot::Signings { panels }) = &stock.plot else { panic!("columns") };
    assert_eq!((panels.len(), panels[0].columns.len()), (1, 4));
    assert_eq!(stock.table.rows.len(), 5, "the half-year is in the table only");
    let few = exhibit::for_indicator(&index, &id("signed_projects"), &id("huaihua"), Lang::Zh).unwrap();
    assert!(few.plot.is_none());
    assert!(exhibit::for_indicator(&index, &id("fdi"), &id("huaihua"), Lang::Zh).is_none());
    assert_eq!(exhibit::for_place(&index, &id("nanhu"), Lang::En).len(), 1, "a cell of the city's league");
}

/// Chart, and what its finding points at.
const REFUSALS: &[(&str, &str)] = &[
    ("signings-two-amounts", "\"signings\""),
    ("signings-two-counts", "\"signings\""),
    ("signings-ratio", "\"start_rate\""),
    ("signings-periods", "\"june\""),
    ("one-figure", "\"signings\""),
    ("unknown-figure", "\"signed_project\""),
    ("dollars-beside-yuan", "\"1亿美元\""),
    ("cumulated-ratio", "\"start_rate\""),
    ("cumulated-stock", "\"enterprises\""),
    ("cumulated-month", "\"june\""),
    ("progress-without-plan", "\"signed_investment\""),
    ("league-without-places", "\"signed_investment\""),
    ("league-in-league", "nanhu_zone"),
    ("league-of-parts", "\"top500_projects\""),
    ("chains-of-parts", "\"top500_projects\""),
    ("chains-overlapping", "\"overlapping\""),
    ("chains-negative", "-2"),
    ("chains-ratio", "\"start_rate\""),
    ("chains-missing", "\"signed_investment\""),
    ("pipeline-without-cohort", "\"no_cohort\""),
    ("pipeline-increasing", "20"),
    ("pipeline-of-amounts", "\"staged_money\""),
    ("pipeline-without-stages", "\"signed_projects\""),
    ("comparison-without-base", "\"signed_investment\""),
    ("comparison-unlike", "\"1亿美元\""),
    ("comparison-negative", "\"negative\""),
    ("plan-periods-of-a-year", "\"signed_investment\""),
    ("plan-periods-without-base", "\"plan_alone\""),
    ("milestones-withheld", "\"secret\""),
    ("milestones-unknown", "\"nobody\""),
    ("milestones-without-stages", "\"new\""),
    ("milestones-without-project", "\"milestones\""),
];

#[test]
fn what_cannot_honestly_be_drawn_is_refused_with_the_reason() {
    let content = fixture("refusals");
    let index = Index::new(&content);
    let bulletin = &content.bulletins[0];
    let charts: Vec<_> = bulletin.charts.iter().map(|spec| spec.id.value.as_str()).collect();
    assert_eq!(charts, REFUSALS.iter().map(|(chart, _)| *chart).collect::<Vec<_>>());
    for (spec, (chart, pointed_at)) in bulletin.charts.iter().zip(REFUSALS) {
        let refused = |lang| -> Diagnostic {
            *exhibit::build(&index, bulletin, spec, lang).err().unwrap_or_else(|| panic!("{chart} was drawn"))
        };
        let finding = refused(Lang::Zh);
        assert_eq!(finding, refused(Lang::En), "{chart} depends on the page's language");
        let code = match *chart {
            "unknown-figure" | "milestones-unknown" => Code::UnknownName,
            "dollars-beside-yuan" | "comparison-unlike" => Code::UnitDiffers,
            _ => Code::ChartRefused,
        };
        assert_eq!(finding.code, code, "{chart}");
        let Location::Span(span) = finding.at else { panic!("{chart} has no place") };
        assert_eq!(&content.sources.text(span.source)[span.range()], *pointed_at, "{chart}");
        for text in [&finding.message, &finding.help] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{chart}");
        }
    }
}
