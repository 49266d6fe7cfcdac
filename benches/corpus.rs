//! A deterministic site of any size, for benches and for trying things out.
//!
//! Every bulletin has some ten figures, two charts, a narrative of four sections in each language, and
//! differs from every other. No random numbers are drawn: a value follows from its place and month, so that
//! what a bulletin says of the year before is what was said then.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

const TOPICS: [(&str, &str); 6] = [
    ("重点项目建设", "Key projects"),
    ("产业链招商", "Industry chains"),
    ("营商环境优化", "The business environment"),
    ("要素保障", "Land and finance"),
    ("外出招商", "Outbound missions"),
    ("项目全周期服务", "Service through the life cycle"),
];

/// Writes a content folder with `count` bulletins.
///
/// # Errors
/// What the file system says.
pub(crate) fn write(root: &Path, count: usize, charts: bool) -> io::Result<()> {
    put(root, "site.toml", SITE)?;
    put(root, "registry/indicators.toml", &indicators())?;
    put(root, "registry/places.toml", &places())?;
    for year in years(count) {
        put(root, &format!("plans/{year}.toml"), &plan(year))?;
    }
    (0..count).try_for_each(|number| bulletin(root, number, charts))
}

fn put(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

const SITE: &str = r##"base_url = "https://corpus.example.org"
name = { zh = "演示公报", en = "Corpus of bulletins" }
description = { zh = "由程序生成的公报，用于测量。", en = "Generated bulletins for measuring." }
demonstration = { text = { zh = "演示数据", en = "Demonstration data" } }
[agency]
name = { zh = "演示局", en = "Corpus bureau" }
[[columns]]
id = "bulletins"
name = { zh = "公报", en = "Bulletins" }
type = "数据发布"
description = { zh = "公报", en = "Bulletins" }
keywords = { zh = ["公报"], en = ["bulletin"] }
"##;

const INDICATORS: [(&str, &str, &str, &str, &str); 8] = [
    ("signed_projects", "签约项目", "Signed projects", "个", "count"),
    ("signed_investment", "签约投资", "Signed investment", "亿元", "flow"),
    ("started_projects", "开工项目", "Projects started", "个", "count"),
    ("completed_projects", "竣工项目", "Projects completed", "个", "count"),
    ("commissioned_projects", "投产项目", "Projects commissioned", "个", "count"),
    ("funds_in_place", "到位资金", "Funds in place", "亿元", "flow"),
    ("foreign_capital", "实际利用外资", "Foreign capital utilised", "亿美元", "flow"),
    ("new_above_scale", "新升规企业", "Newly above-scale firms", "家", "count"),
];

fn indicators() -> String {
    INDICATORS.iter().fold(String::new(), |mut text, (id, zh, en, unit, kind)| {
        let _ = writeln!(
            text,
            "[{id}]\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\nunit = \"{unit}\"\nkind = \"{kind}\"\n\
             definition = {{ zh = \"{zh}的定义。\", en = \"Definition of {en}.\" }}"
        );
        text
    })
}

/// Twenty places, so that series grow as long as those of a real province.
const PLACES: usize = 20;

fn places() -> String {
    (0..PLACES).fold(String::new(), |mut text, number| {
        let _ = writeln!(
            text,
            "[place-{number}]\nname = {{ zh = \"演示{number}市\", en = \"Place {number}\" }}\nlevel = \"prefecture\"\n\
             demonstration = true"
        );
        text
    })
}

/// The years that so many bulletins reach back to.
fn years(count: usize) -> impl Iterator<Item = usize> {
    (0..=count.saturating_sub(1) / PLACES / 12).map(|back| 2024 - back)
}

fn plan(year: usize) -> String {
    (0..PLACES).fold(format!("period = \"{year}\"\n"), |mut text, number| {
        let _ = writeln!(
            text,
            "[[targets]]\nplace = \"place-{number}\"\nindicator = \"funds_in_place\"\nvalue = \"{}亿元\"",
            300 + number
        );
        text
    })
}

fn bulletin(root: &Path, number: usize, charts: bool) -> io::Result<()> {
    let (place, turn) = (number % PLACES, number / PLACES);
    let (year, month) = (2024 - turn / 12, turn % 12 + 1);
    let folder = format!("bulletins/{year}/place-{place}-{month:02}");
    let chart_list = if charts { CHARTS } else { "" };
    put(
        root,
        &format!("{folder}/bulletin.toml"),
        &format!(
            "title = {{ zh = \"演示{place}市{year}年{month}月招商引资公报\", en = \"Place {place}: {year}-{month:02}\" }}\n\
             place = \"place-{place}\"\nperiod = \"{year}-{month:02}\"\ncolumn = \"bulletins\"\n\
             released = \"{next_year}-{next:02}-12\"\nsource = {{ zh = \"演示局\", en = \"Corpus bureau\" }}\n\
             summary = {{ zh = \"第{number}期公报。\", en = \"Bulletin number {number}.\" }}\n\
             headline = [\"signed_projects\", \"signed_investment\", \"funds_in_place\"]\n{chart_list}",
            next_year = if month == 12 { year + 1 } else { year },
            next = month % 12 + 1,
        ),
    )?;
    put(root, &format!("{folder}/metrics.toml"), &metrics(&Month { place, year, month }))?;
    put(root, &format!("{folder}/zh.md"), &zh(number, charts))?;
    put(root, &format!("{folder}/en.md"), &en(number, charts))
}

const CHARTS: &str = r#"
[[charts]]
id = "change"
kind = "comparison"
figures = ["signed_projects", "signed_investment"]
[[charts]]
id = "progress"
kind = "progress"
figures = ["funds_in_place"]
"#;

/// A month at a place, and the values of its figures.
struct Month {
    place: usize,
    year: usize,
    month: usize,
}

impl Month {
    fn turn(&self) -> usize {
        self.place * 31 + self.year * 17 + self.month * 7
    }

    fn projects(&self) -> usize {
        20 + self.turn() % 90
    }

    fn investment(&self) -> String {
        format!("{}.{}亿元", 100 + self.turn() * 13 % 800, self.turn() % 10)
    }

    fn a_year_before(&self) -> Month {
        Month { year: self.year - 1, ..*self }
    }
}

fn metrics(at: &Month) -> String {
    let (count, turn, before) = (at.projects(), at.turn(), at.a_year_before());
    let first = if at.month == 1 { String::new() } else { format!("{}-01/", at.year) };
    format!(
        "[signed_projects]\nvalue = {count}\nbase = {}\n\
         [signed_investment]\nvalue = \"{}\"\nbase = \"{}\"\n\
         [started_projects]\nvalue = {}\n[completed_projects]\nvalue = {}\n[commissioned_projects]\nvalue = {}\n\
         [funds_in_place]\nvalue = \"{}.{}亿元\"\nperiod = \"{first}{}-{:02}\"\n\
         [foreign_capital]\nvalue = \"{}万美元\"\n[new_above_scale]\nvalue = {}\n",
        before.projects(),
        at.investment(),
        before.investment(),
        count / 2,
        count / 3,
        count / 4,
        at.month * 25 + turn % 9,
        turn % 10,
        at.year,
        at.month,
        900 + turn % 4000,
        3 + turn % 20,
    )
}

fn zh(number: usize, charts: bool) -> String {
    let mut text = "{{ signed_investment.period }}，{{ signed_investment.place }}新签约项目{{ signed_projects }}，\
                    {{ signed_projects.yoy }}；签约投资{{ signed_investment }}，{{ signed_investment.yoy }}。\n"
        .to_owned();
    for (heading, _) in sections(number) {
        let _ = write!(
            text,
            "\n## {heading}\n\n本期围绕**“{heading}”**，各地坚持问题导向，列出清单，逐项明确责任单位和完成时限。\
             到位资金{{{{ funds_in_place }}}}，完成年度计划的{{{{ funds_in_place.plan }}}}，{{{{ funds_in_place.pace }}}}。\
             开工项目{{{{ started_projects }}}}，竣工项目{{{{ completed_projects }}}}，投产项目{{{{ commissioned_projects }}}}。\n\n\
             - 专班推进，*一项目一方案*；\n- 实际利用外资{{{{ foreign_capital }}}}；\n- 新升规企业{{{{ new_above_scale }}}}。\n"
        );
    }
    text + TABLE_ZH + if charts { PLACED } else { "" }
}

fn en(number: usize, charts: bool) -> String {
    let mut text = "In {{ signed_investment.period }} {{ signed_investment.place }} signed {{ signed_projects }} projects, \
                    {{ signed_projects.yoy }}, worth {{ signed_investment }}, {{ signed_investment.yoy }}.\n"
        .to_owned();
    for (_, heading) in sections(number) {
        let _ = write!(
            text,
            "\n## {heading}\n\nOn **{heading}**, this issue lists the tasks, each with a unit in charge and a date. \
             Funds in place came to {{{{ funds_in_place }}}}, {{{{ funds_in_place.plan }}}} of the annual plan, {{{{ funds_in_place.pace }}}}. \
             Work began on {{{{ started_projects }}}} projects, ended on {{{{ completed_projects }}}}, and {{{{ commissioned_projects }}}} were commissioned.\n\n\
             - A task force for each project, with *a plan of its own*;\n- foreign capital utilised: {{{{ foreign_capital }}}};\n- newly above-scale firms: {{{{ new_above_scale }}}}.\n"
        );
    }
    text + TABLE_EN + if charts { PLACED } else { "" }
}

fn sections(number: usize) -> impl Iterator<Item = (&'static str, &'static str)> {
    (0..4).map(move |turn| TOPICS[(number + turn) % TOPICS.len()])
}

const TABLE_ZH: &str = "\n| 指标 | 数值 | 变化 |\n| --- | ---: | --- |\n\
    | 签约项目 | {{ signed_projects }} | {{ signed_projects.yoy }} |\n\
    | 签约投资 | {{ signed_investment }} | {{ signed_investment.yoy }} |\n";
const TABLE_EN: &str = "\n| Indicator | Value | Change |\n| --- | ---: | --- |\n\
    | Signed projects | {{ signed_projects }} | {{ signed_projects.yoy }} |\n\
    | Signed investment | {{ signed_investment }} | {{ signed_investment.yoy }} |\n";
const PLACED: &str = "\n{{ chart change }}\n\n{{ chart progress }}\n";
