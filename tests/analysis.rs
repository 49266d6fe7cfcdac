//! What follows from figures, worked by hand.
//!
//! The numbers of Anlu, Chiping, Huaihua and Zhoushan are those of the source reports; Yunlan is invented.

mod common;

use std::path::Path;

use common::analysed::{bulletin, fixture, id, number, spaced};
use gongbao::analysis::{
    Basis, Change, Index, League, Movement, Pipeline, Progress, Reading, Run, Scale, Share, key_points,
    share_of, shares, words,
};
use gongbao::content::{Bulletin, Comparison, Figure, Located, load};
use gongbao::figure::{
    Amount, Granularity, Magnitude, Period, Qualifier, Quantity, change_percent, round_half_up,
};
use gongbao::lang::Lang;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn figure<'a>(bulletin: &'a Bulletin, id: &str) -> &'a Figure {
    bulletin.figures.get(id).expect(id)
}

fn reading<'a>(index: &'a Index<'a>, key: &str, id: &str) -> Reading<'a> {
    let bulletin = bulletin(index.content(), key);
    index.reading(bulletin, figure(bulletin, id)).expect(id)
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

fn en(amount: Amount) -> String {
    spaced(&amount.write(Lang::En))
}

// ---- The source reports -------------------------------------------------------------------------------------

#[test]
fn anlu_was_ahead_of_the_calendar_by_a_third_of_a_point_and_says_0_3() {
    let content = fixture("site");
    let index = Index::new(&content);
    let progress = reading(&index, "2020/anlu-08", "key_project_investment").progress().unwrap();
    assert_eq!(progress.share, Share { percent: number("67"), basis: Basis::Announced });
    assert_eq!((progress.elapsed, progress.pace), (number("66.7"), number("0.3")));
    let target = progress.target.unwrap();
    assert_eq!((target.amount.write(Lang::Zh).as_str(), target.basis), ("约74.6亿元", Basis::Implied));
    assert_eq!(en(target.amount), "about RMB 7.46 billion");
}

#[test]
fn chiping_was_ten_points_ahead_and_had_started_69_2_per_cent() {
    let content = fixture("site");
    let index = Index::new(&content);
    let progress = reading(&index, "2005/chiping-h1", "funds_in_place").progress().unwrap();
    assert_eq!((progress.elapsed, progress.pace), (number("50"), number("10")));
    assert_eq!(progress.target.unwrap().amount.write(Lang::Zh), "约14.8亿元");
    let contracts = figure(bulletin(&content, "2005/chiping-h1"), "contracts");
    let pipeline = Pipeline::new(&content.registry, contracts).unwrap();
    let steps: Vec<_> =
        pipeline.steps.iter().map(|step| (step.stage.name.zh.as_str(), step.conversion)).collect();
    assert_eq!(steps, [("签约", None), ("开工", Some(number("69.2")))]);
    assert_eq!(pipeline.overall(), Some(number("69.2")));
}

#[test]
fn huaihua_signed_39_projects_and_about_10_41_billion_a_year_earlier() {
    let content = fixture("site");
    let index = Index::new(&content);
    let projects = reading(&index, "2022/huaihua-h1", "signed_projects").year_before().unwrap();
    assert_eq!(projects.amount.write(Lang::Zh), "39个");
    assert_eq!((projects.period, projects.basis), (period("2021-H1"), Basis::Implied));
    let investment = reading(&index, "2022/huaihua-h1", "signed_investment").year_before().unwrap();
    assert_eq!(investment.amount.write(Lang::Zh), "约104.1亿元");
    assert_eq!(en(investment.amount), "about RMB 10.41 billion");
}

#[test]
fn zhoushan_had_1857_in_the_plan_period_before_and_not_1083() {
    let content = fixture("site");
    let index = Index::new(&content);
    let funds = reading(&index, "2022/zhoushan", "out_of_city_funds").multiple().unwrap();
    assert_eq!((funds.ratio, funds.of), (number("1.4"), period("plan:12")));
    let base = funds.base.unwrap();
    assert_eq!((base.amount.write(Lang::Zh).as_str(), base.basis), ("约1857亿元", Basis::Implied));
    let foreign = reading(&index, "2022/zhoushan", "foreign_capital").multiple().unwrap();
    assert_eq!(en(foreign.base.unwrap().amount), "about US$1.29 billion");
    assert_eq!(words::times(&funds, Lang::Zh), "是“十二五”时期的1.4倍");
    assert_eq!(words::times(&funds, Lang::En), "1.4 times the 12th Five-Year Plan period");
}

// ---- Series -------------------------------------------------------------------------------------------------

#[test]
fn the_june_bulletin_never_shows_july() {
    let content = fixture("site");
    let index = Index::new(&content);
    let (indicator, place) = (id("signed_projects"), id("yunlan"));
    let june = index.series_until(&indicator, &place, bulletin(&content, "2024/yunlan-06"));
    assert!(june.at(period("2024-07")).is_none());
    assert_eq!(june.at(period("2024-06")).unwrap().amount.write(Lang::Zh), "13个");
    let july = index.series_until(&indicator, &place, bulletin(&content, "2024/yunlan-07"));
    assert_eq!(july.at(period("2024-06")).unwrap().amount.write(Lang::Zh), "14个");
    let said: Vec<_> = july.statements(period("2024-06")).map(|point| point.amount.write(Lang::Zh)).collect();
    assert_eq!(said, ["13个", "14个"]);
}

#[test]
fn months_are_differences_of_totals_and_totals_are_sums_of_months() {
    let content = fixture("site");
    let index = Index::new(&content);
    let funds = index.series(&id("funds_in_place"), &id("yunlan"));
    let february = funds.at(period("2024-02")).unwrap();
    assert_eq!((february.amount.write(Lang::Zh).as_str(), february.is_derived()), ("9.5亿元", true));
    assert!(!funds.at(period("2024-Q1")).unwrap().is_derived());
    // 2023 has no month from which January to May could be summed.
    assert!(funds.at(period("2023-Q1")).is_none());
    let investment = index.series(&id("signed_investment"), &id("yunlan"));
    let first_quarter = investment.at(period("2024-Q1")).unwrap();
    assert_eq!(
        (first_quarter.amount.write(Lang::Zh).as_str(), first_quarter.is_derived()),
        ("22.2亿元", true)
    );
    assert!(investment.at(period("2023-H1")).is_none(), "May and June are not half a year");
    let quarters = investment.discrete(Granularity::Quarter);
    let quarters: Vec<_> =
        quarters.iter().map(|point| (point.period, point.amount.write(Lang::Zh))).collect();
    let expected =
        [("2023-Q3", "18.5亿元"), ("2023-Q4", "27.2亿元"), ("2024-Q1", "22.2亿元"), ("2024-Q2", "23.5亿元")];
    assert_eq!(quarters, expected.map(|(quarter, value)| (period(quarter), value.to_owned())));
}

#[test]
fn totals_run_from_january_and_ratios_never_add_up() {
    let content = fixture("site");
    let index = Index::new(&content);
    let year = |indicator: &str| {
        let totals = index.series(&id(indicator), &id("yunlan")).year_to_date(2024);
        totals.map(|point| point.map(|point| point.amount.write(Lang::Zh)))
    };
    let funds = year("funds_in_place");
    assert_eq!(funds[..7].iter().flatten().collect::<Vec<_>>().len(), 7);
    assert_eq!(funds[6].as_deref(), Some("73亿元"));
    assert!(funds[7..].iter().all(Option::is_none));
    assert!(year("start_rate").iter().all(Option::is_none));
    assert!(year("enterprises").iter().all(Option::is_none));
}

// ---- Comparisons --------------------------------------------------------------------------------------------

#[test]
fn changes_are_announced_or_derived_and_ratios_change_in_points() {
    let content = fixture("site");
    let index = Index::new(&content);
    let announced = reading(&index, "2022/huaihua-h1", "signed_projects").year_on_year().unwrap();
    assert_eq!((announced.value, announced.basis), (number("210"), Basis::Announced));
    let derived = reading(&index, "2024/yunlan-06", "funds_in_place").year_on_year().unwrap();
    assert_eq!((derived.value, derived.basis), (number("25.5"), Basis::Derived));
    let rate = reading(&index, "2024/yunlan-06", "start_rate").year_on_year().unwrap();
    assert_eq!((rate.value, rate.scale), (number("0.3"), Scale::Points));
    assert_eq!(words::year_on_year(&rate, Lang::Zh), "同比提高0.3个百分点");
    assert_eq!(words::year_on_year(&rate, Lang::En), "up 0.3 percentage points year on year");
    let month = reading(&index, "2024/yunlan-06", "signed_june");
    assert_eq!(words::month_on_month(&month.month_on_month().unwrap(), Lang::Zh), "环比下降10%");
    assert_eq!(month.month_earlier().unwrap().amount.write(Lang::Zh), "10.5亿元");
}

#[test]
fn a_target_counts_for_running_totals_and_five_year_targets_for_levels() {
    let content = fixture("site");
    let index = Index::new(&content);
    let funds = reading(&index, "2024/yunlan-06", "funds_in_place").progress().unwrap();
    assert_eq!(funds.share, Share { percent: number("52.3"), basis: Basis::Derived });
    assert_eq!((funds.plan, funds.pace), (period("2024"), number("2.3")));
    assert_eq!(funds.target.unwrap().basis, Basis::Announced);
    let month = reading(&index, "2024/yunlan-06", "signed_june");
    assert_eq!(month.progress(), None, "June alone is no share of the year's plan");
    let level = reading(&index, "2024/yunlan-06", "enterprises").progress().unwrap();
    assert_eq!(
        (level.plan, level.share.percent, level.elapsed),
        (period("plan:14"), number("84"), number("70"))
    );
    assert_eq!(words::plan_share(&level, Lang::Zh), "完成“十四五”规划目标的84%");
    assert_eq!(words::plan_share(&level, Lang::En), "84% of the target of the 14th Five-Year Plan");
}

#[test]
fn nothing_changed_has_words_of_its_own() {
    let change = |value: &str, scale| Change { value: number(value), scale, basis: Basis::Announced };
    for (value, scale, zh, en) in [
        ("0", Scale::Percent, "同比持平", "unchanged year on year"),
        ("-3", Scale::Percent, "同比下降3%", "down 3% year on year"),
        ("-1", Scale::Points, "同比降低1个百分点", "down 1 percentage point year on year"),
        ("1234.50", Scale::Percent, "同比增长1234.5%", "up 1,234.5% year on year"),
    ] {
        assert_eq!(words::year_on_year(&change(value, scale), Lang::Zh), zh);
        assert_eq!(words::year_on_year(&change(value, scale), Lang::En), en);
    }
    let content = fixture("site");
    let index = Index::new(&content);
    let progress = reading(&index, "2005/chiping-h1", "funds_in_place").progress().unwrap();
    let even = Progress { pace: Decimal::ZERO, ..progress };
    assert_eq!(words::pace(&even, Lang::Zh), "与时间进度持平");
    assert_eq!(words::pace(&even, Lang::En), "in step with the calendar");
}

#[test]
fn leagues_mark_ties_and_movements() {
    let content = fixture("site");
    let index = Index::new(&content);
    let june = bulletin(&content, "2024/yunlan-06");
    let league = League::new(&index, june, figure(june, "signed_investment")).unwrap();
    let rows: Vec<_> = league
        .entries
        .iter()
        .map(|entry| (entry.place.name.en.as_str(), entry.rank_label(), entry.movement.unwrap()))
        .collect();
    let rows: Vec<_> =
        rows.iter().map(|(place, rank, movement)| (*place, rank.as_str(), *movement)).collect();
    let expected = [
        ("Nanhu", "=1", Movement::Up(2)),
        ("Beiling", "=1", Movement::Same),
        ("Xishan", "3", Movement::Down(1)),
        ("Dongxi", "4", Movement::Same),
    ];
    assert_eq!(rows, expected);
    assert_eq!(league.leaders().len(), 2);
    assert_eq!(league.entries[0].share, Some(number("26.9")));
    let may = bulletin(&content, "2024/yunlan-05");
    let first = League::new(&index, may, figure(may, "signed_investment")).unwrap();
    assert!(first.entries.iter().all(|entry| entry.movement.is_none()));
}

// ---- Properties ---------------------------------------------------------------------------------------------

fn yi(value: Decimal) -> Quantity {
    let unit = Amount::read("1亿元", None).expect("an amount").quantity.unit;
    Quantity { number: value, magnitude: Magnitude::YI, unit }
}

proptest! {
    #[test]
    fn shares_add_up_but_for_rounding(parts in proptest::collection::vec(1_i64..100_000, 1..20)) {
        let parts: Vec<_> = parts.into_iter().map(|part| yi(Decimal::new(part, 1))).collect();
        let total = gongbao::figure::sum(parts.iter().copied()).unwrap();
        let shares = shares(&parts, total).unwrap();
        let off = (shares.iter().sum::<Decimal>() - Decimal::ONE_HUNDRED).abs();
        prop_assert!(off <= Decimal::new(5, 2) * Decimal::from(parts.len()), "{} off", off);
        prop_assert!(parts.iter().all(|part| share_of(*part, total) <= Some(Decimal::ONE_HUNDRED)));
    }

    #[test]
    fn ranks_are_what_they_say(values in proptest::collection::vec(1_i64..6, 4)) {
        let mut content = fixture("site");
        let at = content.bulletins.iter().position(|bulletin| bulletin.key() == "2024/yunlan-06").unwrap();
        let figure = content.bulletins[at].figures.get_mut("signed_investment").unwrap();
        let cells = &mut figure.breakdowns.iter_mut().find(|b| b.dimension == gongbao::content::Dimension::Place).unwrap().cells;
        for (cell, value) in cells.iter_mut().zip(&values) {
            cell.value.value = yi(Decimal::from(*value)).into();
        }
        let index = Index::new(&content);
        let bulletin = &content.bulletins[at];
        let league = League::new(&index, bulletin, &bulletin.figures["signed_investment"]).unwrap();
        prop_assert_eq!(league.entries.len(), values.len());
        for entry in &league.entries {
            let value = entry.reading.amount.quantity.number;
            let above = values.iter().filter(|other| Decimal::from(**other) > value).count();
            let equal = values.iter().filter(|other| Decimal::from(**other) == value).count();
            prop_assert_eq!(entry.rank, above + 1);
            prop_assert_eq!(entry.tied, equal > 1);
        }
    }

    #[test]
    fn pace_is_antisymmetric(a in 0_i64..2000, b in 0_i64..2000) {
        let progress = |share, elapsed| Progress {
            plan: Period::Year(2024),
            share: Share { percent: Decimal::new(share, 1), basis: Basis::Announced },
            elapsed: Decimal::new(elapsed, 1),
            pace: Decimal::new(share - elapsed, 1),
            target: None,
        };
        let (one, other) = (progress(a, b), progress(b, a));
        prop_assert_eq!(one.pace, -other.pace);
        for (lang, ahead, behind) in [(Lang::Zh, "快于", "慢于"), (Lang::En, "ahead of", "behind")] {
            let mirrored = words::pace(&other, lang).replace(ahead, "§").replace(behind, ahead).replace('§', behind);
            prop_assert_eq!(words::pace(&one, lang), mirrored);
        }
    }

    /// Whatever the base was, it is found again from value and rounded growth, or said to be "about" that.
    #[test]
    fn implied_counts_never_contradict_the_truth(base in 1_i64..3000, now in 1_i64..6000, digits in 0_u32..3) {
        let content = fixture("site");
        let index = Index::new(&content);
        let like = reading(&index, "2022/huaihua-h1", "top500_projects");
        let counted = |value: i64| Quantity { number: Decimal::from(value), ..like.amount.quantity };
        let growth = round_half_up(change_percent(counted(now), counted(base)).unwrap(), digits);
        let span = content.bulletins[0].title.span;
        let comparison = Comparison { yoy: Some(Located::new(growth, span)), ..Comparison::default() };
        let told = Reading { amount: counted(now).into(), comparison: Some(&comparison), ..like };
        let Some(implied) = told.year_before() else {
            // Growth of −100 % to no digits: the base is lost.
            prop_assert!(growth <= Decimal::from(-99));
            return Ok(());
        };
        prop_assert_eq!(implied.basis, Basis::Implied);
        if implied.amount.qualifier == Qualifier::Exact {
            prop_assert_eq!(implied.amount.quantity, counted(base));
        }
    }
}

// ---- Key points ---------------------------------------------------------------------------------------------

#[test]
fn key_points_read_like_a_bulletin() {
    let content = fixture("site");
    let index = Index::new(&content);
    let told = |key: &str, lang| -> Vec<String> {
        let points = key_points(&index, bulletin(&content, key), lang);
        points.iter().map(|point| spaced(&point.text())).collect()
    };
    assert_eq!(
        told("2022/huaihua-h1", Lang::Zh),
        [
            "2022年上半年，怀化市签约项目121个，同比增长210%；签约项目总投资458亿元，同比增长340%。",
            "其中，10亿元以上项目17个，三类500强企业项目15个。",
        ]
    );
    assert_eq!(
        told("2022/huaihua-h1", Lang::En),
        [
            "Signed projects: 121 in the first half of 2022, up 210% year on year (39 a year earlier).",
            "Of which: Projects of RMB 1 billion or more, 17; Projects of Top-500 companies, 15.",
            "Total investment of signed projects came to RMB 45.8 billion, up 340% year on year.",
        ]
    );
    assert_eq!(
        told("2020/anlu-08", Lang::Zh)[0],
        "2020年1—8月，安陆市重点工业项目投资50亿元，完成年度计划的67%，快于时间进度0.3个百分点。"
    );
    assert_eq!(
        told("2022/zhoushan", Lang::En)[0],
        "Out-of-city funds actually in place: more than RMB 260 billion in the 13th Five-Year Plan period \
         (2016–2020), 1.4 times the 12th Five-Year Plan period."
    );
    assert_eq!(told("2005/chiping-h1", Lang::Zh)[0].split('，').nth(1).unwrap(), "茌平县到位资金8.9亿元");
    for bulletin in &content.bulletins {
        for lang in Lang::BOTH {
            let points = key_points(&index, bulletin, lang);
            assert!((1..=5).contains(&points.len()), "{} has {}", bulletin.key(), points.len());
            assert!(points.iter().all(|point| point.runs.iter().any(|run| matches!(run, Run::Strong(_)))));
        }
    }
}

#[test]
fn an_average_in_days_changes_by_per_cent() {
    let sample = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).content;
    let index = Index::new(&sample);
    let reading = reading(&index, "2024/yunlan-08", "approval_days");
    let change = reading.year_on_year().expect("a change");
    assert_eq!(words::year_on_year(&change, Lang::Zh), "同比下降25%");
    assert_eq!(words::year_on_year(&change, Lang::En), "down 25% year on year");
}
