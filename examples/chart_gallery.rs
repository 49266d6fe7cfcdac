//! Every kind of chart in both languages and widths on one page, and how long each takes to draw.
//!
//! `cargo run --release --example chart_gallery -- gallery.html`

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

use gongbao::chart::{
    Bar, BarGroup, ChainRow, Column, CumulativePoint, LeagueRow, Options, Panel, PipelineRow, Plot,
    ProgressRow, Step, Width, draw,
};
use gongbao::lang::Lang;
use rust_decimal::Decimal;

fn main() -> std::io::Result<()> {
    let path =
        std::env::args().nth(1).ok_or_else(|| std::io::Error::other("the path of the page to write"))?;
    let mut page = String::from(HEAD);
    for lang in Lang::BOTH {
        let _ = write!(page, "<div class=both lang={}>", lang.tag());
        for (name, plot) in samples(lang) {
            let _ = write!(page, "<h2>{name}</h2><div class=row>");
            for width in Width::BOTH {
                let id = format!("{}-{}-{}", name.replace(' ', "-"), lang.code(), width.units());
                let options = Options { id: &id, lang, title: name, description: "", width };
                let drawing = draw(&plot, &options);
                page += &drawing.svg;
                report(name, &plot, &options, drawing.problems.len())?;
            }
            page += "</div>";
        }
        page += "</div>";
    }
    std::fs::write(path, page)
}

fn report(name: &str, plot: &Plot, options: &Options<'_>, problems: usize) -> std::io::Result<()> {
    const TIMES: u32 = 2000;
    let bytes = draw(plot, options).svg.len();
    let start = Instant::now();
    for _ in 0..TIMES {
        std::hint::black_box(draw(std::hint::black_box(plot), options));
    }
    let each = start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES);
    let (lang, width) = (options.lang.code(), options.width.units());
    writeln!(std::io::stdout(), "{name:18} {lang} {width} {each:6.1} µs {bytes:6} bytes {problems} problems")
}

const HEAD: &str = concat!(
    "<!doctype html><meta charset=utf-8><title>Charts</title><style>",
    include_str!("../themes/portal/static/chart.css"),
    "body{margin:24px;color:var(--chart-text);background:var(--chart-paper)}",
    ":lang(zh){font-family:'PingFang SC','Noto Sans CJK SC',sans-serif}",
    ":lang(en){font-family:'Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC',sans-serif}",
    "h2{font-size:15px;margin:40px 0 12px;border-top:1px solid var(--chart-grid);padding-top:12px}",
    ".row{display:flex;gap:60px;align-items:flex-start}",
    "svg.chart.narrow{display:block!important;flex:none}svg.chart.wide{display:block!important;flex:none}",
    "</style>",
);

fn samples(lang: Lang) -> Vec<(&'static str, Plot)> {
    let words = Words(lang);
    vec![
        ("signings", signings(&words)),
        ("signings, gaps", gaps(&words)),
        ("signings, two years", two_years(&words)),
        ("progress", progress(&words)),
        ("cumulative", cumulative(&words, 8, 0)),
        ("cumulative, behind", cumulative(&words, 6, -14)),
        ("league", league(&words)),
        ("pipeline", pipeline(&words)),
        ("chains", chains(&words)),
        ("comparison", comparison(&words)),
        ("plan periods", plan_periods(&words)),
        ("milestones", milestones(&words, &[18_871, 18_885, 18_931, 19_004])),
        ("milestones, close", milestones(&words, &[18_871, 18_873, 18_874, 18_876, 19_240])),
    ]
}

/// The words of one language.
struct Words(Lang);

impl Words {
    fn say(&self, zh: &str, en: &str) -> String {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
        .to_owned()
    }

    /// Tenths of 亿元, as an amount.
    fn yi(&self, tenths: i64) -> String {
        match self.0 {
            Lang::Zh => format!("{}亿元", Decimal::new(tenths, 1)),
            Lang::En => format!("RMB {} billion", Decimal::new(tenths, 2)),
        }
    }

    fn month(&self, month: usize) -> String {
        const EN: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        self.say(&format!("{}月", month % 12 + 1), EN[month % 12])
    }
}

fn signings(words: &Words) -> Plot {
    let panel = |label: String, values: [i64; 12], scale: u32| Panel {
        label,
        columns: values
            .iter()
            .enumerate()
            .map(|(at, value)| Column {
                period: words.month(at + 6),
                year: match at {
                    0 => Some(words.say("2021年", "2021")),
                    6 => Some(words.say("2022年", "2022")),
                    _ => None,
                },
                value: Some(Decimal::new(*value, scale)),
                label: Decimal::new(*value, scale).to_string(),
                current: at == 11,
            })
            .collect(),
    };
    let counts = [6, 8, 11, 7, 9, 14, 12, 10, 18, 23, 27, 31];
    let amounts = [214, 305, 412, 188, 356, 702, 612, 380, 745, 811, 903, 1129];
    Plot::Signings {
        panels: vec![
            panel(words.say("签约项目（个）", "Projects signed"), counts, 0),
            match words.0 {
                Lang::Zh => panel("签约总投资（亿元）".into(), amounts, 1),
                Lang::En => panel("Total investment signed (RMB billion)".into(), amounts, 2),
            },
        ],
    }
}

fn gaps(words: &Words) -> Plot {
    let values = [Some(4), None, Some(0), Some(-3), Some(12), Some(9)];
    let columns = values.iter().enumerate().map(|(at, value)| Column {
        period: words.month(at),
        year: (at == 0).then(|| words.say("2022年", "2022")),
        value: value.map(Decimal::from),
        label: value.map(|value| value.to_string().replace('-', "−")).unwrap_or_default(),
        current: at == 5,
    });
    let label = words.say("净增规上工业企业（家）", "Net increase in industrial firms above designated size");
    Plot::Signings { panels: vec![Panel { label, columns: columns.collect() }] }
}

fn two_years(words: &Words) -> Plot {
    let columns = (0..24_usize).map(|at| {
        let value = Decimal::new(((at * at * 37 + at * 91) % 4000 + 900) as i64, 1);
        Column {
            period: words.month(at),
            year: (at % 12 == 0)
                .then(|| words.say(&format!("{}年", 2021 + at / 12), &(2021 + at / 12).to_string())),
            value: (at != 13).then_some(value),
            label: if at == 13 { String::new() } else { value.to_string() },
            current: at == 20,
        }
    });
    let label = words.say("到位资金（亿元）", "Funds in place (RMB 100 million)");
    Plot::Signings { panels: vec![Panel { label, columns: columns.collect() }] }
}

fn progress(words: &Words) -> Plot {
    let row = |zh: &str, en: &str, now: i64, plan: i64, share: i64| ProgressRow {
        label: words.say(zh, en),
        detail: words.say(
            &format!("{} / 计划{}", words.yi(now), words.yi(plan)),
            &format!("{} of {}", words.yi(now), words.yi(plan)),
        ),
        share: Decimal::new(share, 1),
        share_label: format!("{}%", Decimal::new(share, 1).normalize()),
        elapsed: Some(Decimal::new(667, 1)),
    };
    Plot::Progress {
        rows: vec![
            row("重点工业项目完成投资", "Investment in key industrial projects", 500, 746, 670),
            row("实际到位市外资金", "Out-of-city funds in place", 1284, 1000, 1284),
            row("固定资产投资", "Fixed-asset investment", 2210, 5000, 442),
            row(
                "规模以上工业企业技术改造投资",
                "Technical upgrading by industrial firms above designated size",
                0,
                120,
                0,
            ),
        ],
        plan_label: words.say("全年计划", "Annual plan"),
        elapsed_label: Some(words.say("时间进度66.7%", "66.7% of the year elapsed")),
    }
}

fn cumulative(words: &Words, known: usize, shift: i64) -> Plot {
    let values = [42, 101, 166, 250, 309, 372, 441, 500, 560, 610, 670, 746];
    let points = (0..12).map(|at| {
        let value = (at < known).then(|| values[at] + shift * (at as i64 + 1));
        CumulativePoint {
            period: words.month(at),
            value: value.map(|value| Decimal::new(value, 1)),
            label: value.map(|value| words.yi(value)).unwrap_or_default(),
            pace: Some(Decimal::new(7460 * (at as i64 + 1) / 12, 2)),
        }
    });
    Plot::Cumulative {
        points: points.collect(),
        target: Some((
            Decimal::new(746, 1),
            words.say("全年计划74.6亿元", "Plan for 2020: RMB 7.46 billion"),
        )),
        series_label: words.say("累计完成投资", "Investment to date"),
        pace_label: words.say("均衡进度", "Even pace"),
        unit_label: words
            .say("重点工业项目完成投资（亿元）", "Investment in key industrial projects (RMB 100 million)"),
    }
}

fn league(words: &Words) -> Plot {
    const ROWS: [(&str, &str, i64, i64); 13] = [
        ("鹤城区", "Hecheng District", 982, 712),
        ("洪江区", "Hongjiang Administrative District", 655, 1083),
        ("沅陵县", "Yuanling County", 612, 640),
        ("溆浦县", "Xupu County", 540, 667),
        ("中方县", "Zhongfang County", 498, 589),
        ("靖州苗族侗族自治县", "Jingzhou Miao and Dong Autonomous County", 402, 731),
        ("芷江侗族自治县", "Zhijiang Dong Autonomous County", 388, 520),
        ("洪江市", "Hongjiang City", 340, 477),
        ("辰溪县", "Chenxi County", 305, 501),
        ("会同县", "Huitong County", 221, 604),
        ("麻阳苗族自治县", "Mayang Miao Autonomous County", 204, 388),
        ("新晃侗族自治县", "Xinhuang Dong Autonomous County", 204, 412),
        ("通道侗族自治县", "Tongdao Dong Autonomous County", 96, 0),
    ];
    let rows = ROWS.iter().enumerate().map(|(at, (zh, en, amount, share))| LeagueRow {
        rank: if (10..12).contains(&at) { words.say("并列11", "=11") } else { (at + 1).to_string() },
        name: words.say(zh, en),
        amount: Decimal::new(*amount, 1),
        amount_label: match words.0 {
            Lang::Zh => Decimal::new(*amount, 1).to_string(),
            Lang::En => Decimal::new(*amount, 2).to_string(),
        },
        share: (*share > 0).then(|| Decimal::new(*share, 1)),
        share_label: if *share > 0 { format!("{}%", Decimal::new(*share, 1)) } else { String::new() },
        own: at == 4,
    });
    Plot::League {
        rows: rows.collect(),
        amount_label: words.say("到位资金（亿元）", "Funds in place (RMB billion)"),
        share_label: Some(words.say("占全年计划", "Share of annual plan")),
        elapsed: Some((Decimal::new(500, 1), words.say("时间进度50%", "50% of year elapsed"))),
    }
}

fn pipeline(words: &Words) -> Plot {
    const ROWS: [(&str, &str, i64, &str); 6] = [
        ("签约", "Signed", 121, ""),
        ("开工", "Started", 84, "69.4%"),
        ("竣工", "Completed", 39, "46.4%"),
        ("投产", "Commissioned", 31, "79.5%"),
        ("上规", "Above designated size", 12, "38.7%"),
        ("达产", "At full capacity", 0, "0%"),
    ];
    let rows = ROWS.iter().map(|(zh, en, value, conversion)| PipelineRow {
        label: words.say(zh, en),
        value: Decimal::from(*value),
        value_label: words.say(&format!("{value}个"), &format!("{value} projects")),
        conversion: (!conversion.is_empty()).then(|| (*conversion).to_owned()),
    });
    Plot::Pipeline { rows: rows.collect() }
}

fn chains(words: &Words) -> Plot {
    const ROWS: [(&str, &str, i64, &str); 6] = [
        ("绿色石化", "Green petrochemicals", 1232, "26.9%"),
        ("清洁能源及装备", "Clean energy and equipment", 1011, "22.1%"),
        ("海事服务", "Maritime services", 803, "17.5%"),
        ("能源资源贸易与消费结算", "Energy and resource trade and consumption settlement", 520, "11.4%"),
        ("现代海洋渔业", "Modern marine fisheries", 244, "5.3%"),
        ("其他", "Other", 770, "16.8%"),
    ];
    let rows = ROWS.iter().enumerate().map(|(at, (zh, en, value, share))| ChainRow {
        label: words.say(zh, en),
        value: Decimal::new(*value, 1),
        value_label: words.say(
            &format!("{}（{share}）", Decimal::new(*value, 1)),
            &format!("{} ({share})", Decimal::new(*value, 2)),
        ),
        other: at == 5,
    });
    let unit_label =
        words.say("签约总投资（亿元），括号内为占比", "Total investment signed (RMB billion) and share");
    Plot::Chains { rows: rows.collect(), unit_label }
}

fn bar(label: String, value: i64, value_label: String, current: bool) -> Bar {
    Bar { label, value: Decimal::from(value), value_label, current }
}

fn comparison(words: &Words) -> Plot {
    let (last, now) =
        (words.say("2021年上半年", "First half of 2021"), words.say("2022年上半年", "First half of 2022"));
    let group = |label: String, change: String, bars: [(i64, String); 2]| {
        let [base, present] = bars;
        let bars =
            vec![bar(last.clone(), base.0, base.1, false), bar(now.clone(), present.0, present.1, true)];
        BarGroup { label, change: Some(change), bars }
    };
    Plot::Comparison {
        groups: vec![
            group(
                words.say("签约项目", "Projects signed"),
                words.say("▲ 同比增长210%", "▲ up 210% year on year"),
                [(39, words.say("39个", "39")), (121, words.say("121个", "121"))],
            ),
            group(
                words.say("签约总投资", "Total investment signed"),
                words.say("▲ 同比增长340%", "▲ up 340% year on year"),
                [(104, words.yi(104)), (458, words.yi(458))],
            ),
        ],
    }
}

fn plan_periods(words: &Words) -> Plot {
    let (twelfth, thirteenth) = (
        words.say("“十二五”（2011—2015年）", "12th Five-Year Plan (2011–2015)"),
        words.say("“十三五”（2016—2020年）", "13th Five-Year Plan (2016–2020)"),
    );
    let group = |label: String, change: String, bars: [(i64, String); 2]| {
        let [base, present] = bars;
        let bars = vec![
            bar(twelfth.clone(), base.0, base.1, false),
            bar(thirteenth.clone(), present.0, present.1, true),
        ];
        BarGroup { label, change: Some(change), bars }
    };
    Plot::Comparison {
        groups: vec![
            group(
                words.say("实际到位市外资金", "Out-of-city funds in place"),
                words.say("是“十二五”时期的1.4倍", "1.4 times as much as in the 12th plan period"),
                [
                    (1857, words.say("约1857亿元", "about RMB 185.7 billion")),
                    (2600, words.say("超2600亿元", "over RMB 260 billion")),
                ],
            ),
            group(
                words.say("实际利用外资", "Foreign capital actually utilised"),
                words.say("是“十二五”时期的1.5倍", "1.5 times as much as in the 12th plan period"),
                [
                    (129, words.say("约12.9亿美元", "about US$1.29 billion")),
                    (194, words.say("19.36亿美元", "US$1.936 billion")),
                ],
            ),
        ],
    }
}

fn milestones(words: &Words, days: &[i32]) -> Plot {
    const STEPS: [(&str, &str); 6] = [
        ("签约", "Signed"),
        ("取得土地", "Land acquired"),
        ("开工", "Construction started"),
        ("竣工", "Completed"),
        ("投产", "Commissioned"),
        ("达产", "At full capacity"),
    ];
    const DATES: [(&str, &str); 6] = [
        ("2021年9月1日", "1 September 2021"),
        ("2021年9月15日", "15 September 2021"),
        ("2021年10月31日", "31 October 2021"),
        ("2022年1月12日", "12 January 2022"),
        ("2022年9月5日", "5 September 2022"),
        ("", ""),
    ];
    let steps = STEPS.iter().zip(DATES).enumerate().map(|(at, ((zh, en), (zh_date, en_date)))| {
        let day = days.get(at).copied().filter(|_| at != 1 || days.len() > 4);
        Step {
            label: words.say(zh, en),
            day,
            date_label: day.map(|_| words.say(zh_date, en_date)).unwrap_or_default(),
            reached: at < days.len(),
        }
    });
    Plot::Milestones { steps: steps.collect() }
}
