//! Renders the portal theme with invented data, to look at it. Temporary: it goes once the real site renders.
//!
//! `cargo run --example theme_mock -- /tmp/mock`

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use gongbao::lang::Lang;
use gongbao::site::view::*;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const CHART_CSS: &str = "
.mock-ink { fill: var(--ink); font-size: 13px }
.mock-bar { fill: #12436D }
.mock-mute { fill: #A9B4C0 }
.mock-rule { stroke: var(--rule); stroke-width: 1 }
.mock-tick { stroke: var(--ink); stroke-width: 2 }
.mock-rail { fill: var(--rule) }
.mock-share { fill: var(--link) }
@media screen and (prefers-color-scheme: dark) { .mock-bar { fill: #6FA8DC } .mock-mute { fill: #4A5666 } }
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result {
    let out = PathBuf::from(env::args().nth(1).ok_or("give a folder to write to")?);
    let theme = Path::new("themes/portal");
    let tera = load(theme)?;

    fs::create_dir_all(out.join("assets"))?;
    for entry in fs::read_dir(theme.join("static"))? {
        let path = entry?.path();
        fs::copy(&path, out.join("assets").join(path.file_name().ok_or("no name")?))?;
    }
    fs::write(out.join("assets/chart.css"), CHART_CSS)?;
    let accent = env::var("ACCENT").unwrap_or("#12436D".to_owned());
    let names = "云澜市招商引资公报";
    fs::write(
        out.join("assets/theme.css"),
        format!(
            ":root {{ --accent: {accent}; }}\n:root:lang(zh) {{ --print-name: \"{names}\"; }}\n\
             :root:lang(en) {{ --print-name: \"Yunlan Investment Bulletin\"; }}\n"
        ),
    )?;

    for lang in Lang::BOTH {
        let m = Mock { lang, tera: &tera, out: &out, site: site(lang) };
        m.page("home", "home.html", m.l("云澜市招商引资公报", "Yunlan Investment Bulletin"), m.home()?)?;
        m.page(
            "home-empty",
            "home.html",
            m.l("云澜市招商引资公报", "Yunlan Investment Bulletin"),
            m.home_empty(),
        )?;
        m.page("bulletin", "bulletin.html", m.title(), m.bulletin()?)?;
        m.page("bulletin-empty", "bulletin.html", m.long_title(), m.bulletin_empty())?;
        m.page("bulletins", "bulletins.html", m.l("公报", "Bulletins"), m.bulletins())?;
        let none = BulletinsBody { years: vec![], all_years: vec![] };
        m.page("bulletins-empty", "bulletins.html", m.l("公报", "Bulletins"), none)?;
        m.page("directory", "directory.html", m.l("指标", "Indicators"), m.directory())?;
        m.page("place", "place.html", m.l("怀化市", "Huaihua"), m.place(false)?)?;
        m.page(
            "place-empty",
            "place.html",
            m.l("云澜高新技术产业开发区", "Yunlan High-tech Zone"),
            m.place(true)?,
        )?;
        m.page(
            "indicator",
            "indicator.html",
            m.l("签约项目总投资", "Total investment of signed projects"),
            m.indicator()?,
        )?;
        m.page("projects", "projects.html", m.l("项目库", "Project register"), m.projects())?;
        m.page(
            "project",
            "project.html",
            m.l("吉利新能源汽车项目", "Geely New Energy Vehicle Project"),
            m.project(false),
        )?;
        m.page(
            "project-empty",
            "project.html",
            m.l("不公开名称的项目", "Project whose name is withheld"),
            m.project(true),
        )?;
        m.page("plans", "plans.html", m.l("计划进度", "Progress against plan"), m.plans())?;
        m.page("standing", "standing.html", m.l("统计方法", "Methodology"), m.standing())?;
        m.page("404", "not_found.html", m.l("没有找到页面", "Page not found"), m.not_found())?;
    }
    let editions = Lang::BOTH
        .map(|lang| EditionView {
            lang: lang.tag(),
            label: if lang == Lang::Zh { "中文" } else { "English" },
            href: format!("{}/home.html", lang.code()),
            name: site(lang).name,
            description: site(lang).description,
        })
        .into();
    let context = Context::from_serialize(&RootView { editions })?;
    fs::write(out.join("index.html"), tera.render("root.html", &context)?)?;
    Ok(())
}

/// Templates with the function `t` over the strings of both languages.
fn load(theme: &Path) -> Result<Tera> {
    let mut strings = BTreeMap::new();
    for lang in Lang::BOTH {
        let text = fs::read_to_string(theme.join(format!("strings/{}.toml", lang.code())))?;
        let mut flat = BTreeMap::new();
        flatten("", &text.parse::<toml::Table>()?, &mut flat);
        strings.insert(lang.code(), flat);
    }
    let holes = |s: &str| {
        let mut names: Vec<_> =
            s.split('{').skip(1).filter_map(|x| x.split('}').next()).map(str::to_owned).collect();
        names.sort();
        names
    };
    let keys: [Vec<_>; 2] =
        ["zh", "en"].map(|l| strings[l].iter().map(|(k, v)| (k.clone(), holes(v))).collect());
    if keys[0] != keys[1] {
        let odd: Vec<_> = keys[0].iter().zip(&keys[1]).find(|(a, b)| a != b).into_iter().collect();
        return Err(format!("zh.toml and en.toml differ: {odd:?}").into());
    }
    let mut tera = Tera::new();
    tera.register_function("t", move |args: Kwargs, state: &State<'_>| -> TeraResult<String> {
        let fail = |text: String| Err(tera::Error::message(text));
        let lang: String = state.get("lang")?.ok_or_else(|| tera::Error::message("t: no lang here"))?;
        let mut key: String = args.must_get::<&str>("key")?.to_owned();
        if let Some(n) = args.get::<i64>("n")? {
            key.push_str(if n == 1 { ".one" } else { ".other" });
        }
        let Some(words) = strings[lang.as_str()].get(&key) else {
            return fail(format!("t: no {key} in {lang}"));
        };
        let mut text = words.clone();
        for (name, value) in args.iter() {
            let hole = format!("{{{name}}}");
            if !matches!(name.to_string().as_str(), "key" | "n") && !text.contains(&hole) {
                return fail(format!("t: {key} has no {hole}"));
            }
            text = text.replace(&hole, &value.to_string());
        }
        if text.contains('{') { fail(format!("t: {key}: unfilled: {text}")) } else { Ok(text) }
    });
    let mut files = Vec::new();
    for entry in fs::read_dir(theme.join("templates"))? {
        let path = entry?.path();
        let name = path.file_name().ok_or("no name")?.to_string_lossy().into_owned();
        files.push((name, fs::read_to_string(&path)?));
    }
    tera.add_raw_templates(files.iter().map(|(n, c)| (n.as_str(), c.as_str())))?;
    Ok(tera)
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        match value {
            toml::Value::Table(t) => flatten(&format!("{prefix}{key}."), t, into),
            other => {
                into.insert(format!("{prefix}{key}"), other.as_str().unwrap_or_default().to_owned());
            }
        }
    }
}

fn site(lang: Lang) -> SiteView {
    let l = |zh: &str, en: &str| if lang == Lang::Zh { zh } else { en }.to_owned();
    SiteView {
        name: l("云澜市招商引资公报", "Yunlan Investment Bulletin"),
        description: l(
            "云澜市及所属县区招商引资的公报、指标和项目，以中英文同时发布。",
            "Bulletins, indicators and projects of investment promotion in Yunlan and its counties, in Chinese and English.",
        ),
        agency: AgencyView {
            name: l("云澜市投资促进局", "Yunlan Bureau of Investment Promotion"),
            address: Some(l(
                "湖北省云澜市人民路88号市民中心3号楼",
                "Building 3, Civic Centre, 88 Renmin Road, Yunlan, Hubei",
            )),
            phone: Some("0000-1234 5678".to_owned()),
            email: Some("office@example.gov.cn".to_owned()),
        },
        site_code: Some("4201000001".to_owned()),
        icp: Some("鄂ICP备12345678号-1".to_owned()),
        police: Some("鄂公网安备 42010002000001号".to_owned()),
        generator: "0.1.0",
    }
}

struct Mock<'a> {
    lang: Lang,
    tera: &'a Tera,
    out: &'a Path,
    site: SiteView,
}

impl Mock<'_> {
    fn l(&self, zh: &str, en: &str) -> String {
        if self.lang == Lang::Zh { zh } else { en }.to_owned()
    }

    fn page<B: Serialize>(&self, name: &str, template: &str, title: String, body: B) -> Result {
        let other = self.lang.other();
        let nav = [
            ("home", "首页", "Home"),
            ("bulletins", "公报", "Bulletins"),
            ("place", "地区", "Places"),
            ("directory", "指标", "Indicators"),
            ("projects", "项目", "Projects"),
            ("plans", "计划", "Plans"),
        ];
        let home = Crumb { label: self.l("首页", "Home"), href: Some("home.html".to_owned()) };
        let list = Crumb { label: self.l("公报", "Bulletins"), href: Some("bulletins.html".to_owned()) };
        let here = Crumb { label: title.clone(), href: None };
        let breadcrumb = if name.starts_with("home") { vec![here] } else { vec![home, list, here] };
        let page = Page {
            lang: self.lang,
            lang_tag: self.lang.tag(),
            root: "../".to_owned(),
            canonical: format!("https://invest.example.gov.cn/{}/bulletins/2022/{name}/", self.lang.code()),
            alternates: vec![],
            head_title: format!("{title} - {}", self.site.name),
            title,
            description: self.site.description.clone(),
            site: &self.site,
            nav: nav
                .map(|(id, zh, en)| NavItem {
                    label: self.l(zh, en),
                    href: format!("{id}.html"),
                    current: name.starts_with(id.trim_end_matches('s')),
                })
                .into(),
            switch: Switch {
                label: if other == Lang::Zh { "中文" } else { "English" },
                lang: other.tag(),
                href: format!("../{}/{name}.html", other.code()),
                translated: true,
            },
            breadcrumb,
            footer: vec![
                self.link("关于本站", "About", "standing.html"),
                self.link("统计方法", "Methodology", "standing.html"),
                self.link("无障碍声明", "Accessibility", "standing.html"),
            ],
            demonstration: name.len().is_multiple_of(2).then(|| {
                self.l(
                    "演示数据：本页含有为演示而编写的数据，不反映任何地方的实际情况。",
                    "Demonstration data: this page contains figures invented for demonstration; they describe no real place.",
                )
            }),
            body,
        };
        let dir = self.out.join(self.lang.code());
        fs::create_dir_all(&dir)?;
        let html = self.tera.render(template, &Context::from_serialize(&page)?)?;
        fs::write(dir.join(format!("{name}.html")), html)?;
        Ok(())
    }

    fn link(&self, zh: &str, en: &str, href: &str) -> Link {
        Link { label: self.l(zh, en), href: href.to_owned(), lang: None }
    }

    fn labelled(&self, label: (&str, &str), value: (&str, &str)) -> Labelled {
        Labelled { label: self.l(label.0, label.1), value: self.l(value.0, value.1) }
    }

    fn date(&self, iso: &str) -> DateView {
        let months = "January February March April May June July August September October November December";
        let p: Vec<usize> = iso.split('-').filter_map(|x| x.parse().ok()).collect();
        let month = months.split(' ').nth(p[1] - 1).unwrap_or_default();
        let text = match (self.lang, p.get(2)) {
            (Lang::Zh, Some(d)) => format!("{}年{}月{d}日", p[0], p[1]),
            (Lang::Zh, None) => format!("{}年{}月", p[0], p[1]),
            (Lang::En, Some(d)) => format!("{d} {month} {}", p[0]),
            (Lang::En, None) => format!("{month} {}", p[0]),
        };
        DateView { text, iso: iso.to_owned() }
    }

    fn title(&self) -> String {
        self.l("2022年上半年怀化市招商引资公报", "Huaihua: investment promotion in the first half of 2022")
    }

    fn long_title(&self) -> String {
        self.l(
            "“双进双产”稳增长、“互看学比”转动能——2020年第一季度高质量发展的浙江湖州招商引资和重大项目推进情况公报",
            "Attracting, advancing, commissioning and reaching capacity: investment promotion and major projects in Huzhou, Zhejiang, in the first quarter of 2020",
        )
    }

    fn figure(&self, label: (&str, &str), zh: (&str, &str), en: (&str, &str, &str)) -> FigureView {
        let (prefix, number, suffix) = if self.lang == Lang::Zh { ("", zh.0, zh.1) } else { en };
        FigureView {
            label: self.l(label.0, label.1),
            href: "indicator.html".to_owned(),
            prefix: prefix.to_owned(),
            number: number.to_owned(),
            suffix: suffix.to_owned(),
            period: None,
            place: None,
            change: None,
            progress: None,
            status: None,
        }
    }

    fn figures(&self, n: usize) -> Vec<FigureView> {
        let up = |zh, en| Some(ChangeView { text: self.l(zh, en), direction: "up" });
        let mut all = vec![
            FigureView {
                change: up("同比增长210%", "up 210% year on year"),
                ..self.figure(("新签约项目", "Newly signed projects"), ("121", "个"), ("", "121", ""))
            },
            FigureView {
                change: up("同比增长340%", "up 340% year on year"),
                status: Some(self.l("初步数", "preliminary")),
                ..self.figure(
                    ("签约项目总投资", "Total investment of signed projects"),
                    ("458", "亿元"),
                    ("RMB", "45.8", "billion"),
                )
            },
            FigureView {
                progress: Some(ProgressView {
                    text: self.l("完成年度计划的67%", "67% of the annual plan"),
                    pace: Some(
                        self.l("快于时间进度0.3个百分点", "0.3 percentage points ahead of the calendar"),
                    ),
                    svg: bar(0.67, Some(0.667)),
                }),
                ..self.figure(
                    ("重点工业项目完成投资", "Investment completed by key industrial projects"),
                    ("50", "亿元"),
                    ("RMB", "5", "billion"),
                )
            },
            FigureView {
                change: Some(ChangeView {
                    text: self.l("同比下降3.2%", "down 3.2% year on year"),
                    direction: "down",
                }),
                period: Some(self.l("2022年1—8月", "January–August 2022")),
                place: Some(self.l("湖南省怀化市", "Huaihua, Hunan")),
                ..self.figure(
                    ("实际利用外资", "Foreign capital actually utilised"),
                    ("1408", "万美元"),
                    ("US$", "14.08", "million"),
                )
            },
            FigureView {
                change: Some(ChangeView {
                    text: self.l("与上年同期持平", "unchanged from a year earlier"),
                    direction: "level",
                }),
                ..self.figure(
                    ("规模以上工业企业", "Industrial enterprises above designated size"),
                    ("17", "家"),
                    ("", "17", ""),
                )
            },
            FigureView {
                period: Some(self.l("“十三五”时期", "13th Five-Year Plan")),
                ..self.figure(
                    ("实到市外资金", "Out-of-city funds actually in place"),
                    ("2600", "亿元"),
                    ("over RMB", "260", "billion"),
                )
            },
        ];
        if self.lang == Lang::Zh {
            all[5].prefix = "超".to_owned();
        }
        all.truncate(n);
        all
    }

    fn row(
        &self,
        title: (&str, &str),
        place: (&str, &str),
        period: (&str, &str),
        released: &str,
    ) -> BulletinRow {
        BulletinRow {
            title: self.link(title.0, title.1, "bulletin.html"),
            released: self.date(released),
            place: self.l(place.0, place.1),
            period: self.l(period.0, period.1),
            summary: self.l(
                "上半年新签约项目121个，总投资458亿元，同比分别增长210%和340%；10亿元以上项目17个。",
                "In the first half 121 projects were signed with a total investment of RMB 45.8 billion, up 210% and 340% year on year; 17 were of RMB 1 billion or more.",
            ),
            figures: vec![
                self.labelled(("签约项目", "Signed projects"), ("121个", "121")),
                self.labelled(("签约投资", "Signed investment"), ("458亿元", "RMB 45.8 billion")),
            ],
            translated: true,
            demonstration: false,
        }
    }

    fn rows(&self) -> Vec<BulletinRow> {
        let mut rows = vec![
            self.row(
                ("2022年上半年怀化市招商引资公报", "Huaihua: investment promotion in the first half of 2022"),
                ("怀化市", "Huaihua"),
                ("2022年上半年", "First half of 2022"),
                "2022-07-07",
            ),
            self.row(
                (
                    "2022年云澜市第二季度招商引资公报",
                    "Yunlan: investment promotion in the second quarter of 2022",
                ),
                ("云澜市", "Yunlan"),
                ("2022年第二季度", "Second quarter of 2022"),
                "2022-07-05",
            ),
            self.row(
                (
                    "“十三五”时期舟山市招商引资回顾",
                    "Zhoushan: investment promotion in the 13th Five-Year Plan period",
                ),
                ("舟山市", "Zhoushan"),
                ("2016—2020年", "2016–2020"),
                "2022-02",
            ),
            self.row(
                (&self.long_title(), &self.long_title()),
                ("湖州市", "Huzhou"),
                ("2020年1—2月", "January–February 2020"),
                "2020-09-30",
            ),
        ];
        rows[1].demonstration = true;
        if self.lang == Lang::En {
            rows[2].title = Link {
                label: "“十三五”时期舟山市招商引资回顾".to_owned(),
                href: "bulletin.html".to_owned(),
                lang: Some("zh-CN"),
            };
        } else {
            rows[2].title.label =
                "Zhoushan: investment promotion in the 13th Five-Year Plan period".to_owned();
            rows[2].title.lang = Some("en");
        }
        rows[2].translated = false;
        rows[3].figures.clear();
        rows[3].summary.clear();
        rows
    }

    fn points(&self) -> Vec<Markup> {
        let f = |s: &str| format!("<span class=\"figure\">{s}</span>");
        [
            self.l(
                &format!("上半年怀化市新签约项目{}，同比增长{}；总投资{}，同比增长{}。", f("121个"), f("210%"), f("458亿元"), f("340%")),
                &format!("In the first half of 2022 Huaihua signed {} new projects, up {} year on year, with a total investment of {}, up {}.", f("121"), f("210%"), f("RMB 45.8 billion"), f("340%")),
            ),
            self.l(
                &format!("其中10亿元以上项目{}，三类500强企业项目{}；两者有交叉。", f("17个"), f("15个")),
                &format!("Of these, {} are of RMB 1 billion or more and {} are by companies on the three Top-500 lists; the two overlap.", f("17"), f("15")),
            ),
            self.l(
                &format!("重点工业项目完成投资{}，占年度计划的{}，快于时间进度{}。", f("50亿元"), f("67%"), f("0.3个百分点")),
                &format!("Key industrial projects completed {} of investment, {} of the annual plan and {} ahead of the calendar.", f("RMB 5 billion"), f("67%"), f("0.3 percentage points")),
            ),
        ]
        .map(|html| Markup { html })
        .into()
    }

    fn stage_counts(&self) -> Vec<Labelled> {
        [
            (("在谈", "Under negotiation"), "36"),
            (("签约", "Signed"), "121"),
            (("开工", "Started"), "84"),
            (("竣工", "Completed"), "41"),
            (("投产", "In operation"), "29"),
            (("达产", "At design capacity"), "11"),
            (("上规", "Above designated size"), "7"),
        ]
        .map(|(label, n)| self.labelled(label, (n, n)))
        .into()
    }

    fn home(&self) -> Result<HomeBody> {
        let mut rows = self.rows();
        let row = rows.remove(0);
        rows.push(self.row(
            (
                "2021年前三季度怀化市招商引资公报",
                "Huaihua: investment promotion in the first three quarters of 2021",
            ),
            ("怀化市", "Huaihua"),
            ("2021年1—9月", "January–September 2021"),
            "2021-10-20",
        ));
        Ok(HomeBody {
            latest: Some(LatestView { row, key_points: self.points(), figures: self.figures(4) }),
            recent: rows,
            all_bulletins: "bulletins.html".to_owned(),
            places: [
                ("怀化市", "Huaihua"),
                ("湖州市", "Huzhou"),
                ("舟山市", "Zhoushan"),
                ("安陆市", "Anlu"),
                ("茌平区", "Chiping"),
            ]
            .map(|(zh, en)| self.link(zh, en, "place.html"))
            .into(),
            projects: self.stage_counts(),
            ways: vec![
                Way {
                    label: self.l("计划进度", "Progress against plan"),
                    href: "plans.html".to_owned(),
                    text: self.l(
                        "各地区目标完成了多少，与时间进度相比快慢如何。",
                        "How far each place is with its targets, and how that compares with the calendar.",
                    ),
                },
                Way {
                    label: self.l("项目库", "Project register"),
                    href: "projects.html".to_owned(),
                    text: self.l(
                        "每个项目的所在地区、当前阶段和总投资。",
                        "The place, stage and total investment of each project.",
                    ),
                },
                Way {
                    label: self.l("指标", "Indicators"),
                    href: "directory.html".to_owned(),
                    text: self.l(
                        "每项数据的含义、单位和来源。",
                        "What each figure means, its unit and its source.",
                    ),
                },
            ],
        })
    }

    fn home_empty(&self) -> HomeBody {
        HomeBody {
            latest: None,
            recent: vec![],
            all_bulletins: "bulletins.html".to_owned(),
            places: vec![],
            projects: vec![],
            ways: vec![],
        }
    }

    fn table(&self) -> TableView {
        let column = |zh: &str, en: &str, numeric| ColumnView { label: self.l(zh, en), numeric };
        let cells = |href: bool, row: [(&str, &str); 6]| {
            row.iter()
                .enumerate()
                .map(|(i, (zh, en))| CellView {
                    text: self.l(zh, en),
                    href: (href && i == 0).then(|| "indicator.html".to_owned()),
                    lang: None,
                })
                .collect()
        };
        TableView {
            caption: self
                .l("2022年上半年怀化市招商引资公报：全部数据", "Huaihua, first half of 2022: all figures"),
            columns: vec![
                column("指标", "Indicator", false),
                column("地区", "Place", false),
                column("时期", "Period", false),
                column("数值", "Value", true),
                column("变化", "Change", true),
                column("占计划比重", "Share of plan", true),
            ],
            rows: vec![
                cells(
                    true,
                    [
                        ("新签约项目", "Newly signed projects"),
                        ("怀化市", "Huaihua"),
                        ("2022年上半年", "First half of 2022"),
                        ("121个", "121"),
                        ("+210%", "+210%"),
                        ("—", "–"),
                    ],
                ),
                cells(
                    true,
                    [
                        ("签约项目总投资", "Total investment of signed projects"),
                        ("怀化市", "Huaihua"),
                        ("2022年上半年", "First half of 2022"),
                        ("458亿元", "RMB 45.8 billion"),
                        ("+340%", "+340%"),
                        ("—", "–"),
                    ],
                ),
                cells(
                    true,
                    [
                        ("重点工业项目完成投资", "Investment completed by key industrial projects"),
                        ("怀化市", "Huaihua"),
                        ("2022年1—8月", "January–August 2022"),
                        ("50亿元", "RMB 5 billion"),
                        ("—", "–"),
                        ("67%", "67%"),
                    ],
                ),
                cells(
                    true,
                    [
                        ("10亿元以上签约项目", "Signed projects of RMB 1 billion or more"),
                        ("怀化市", "Huaihua"),
                        ("2022年上半年", "First half of 2022"),
                        ("17个", "17"),
                        ("—", "–"),
                        ("—", "–"),
                    ],
                ),
            ],
        }
    }

    fn series_table(&self) -> TableView {
        let column = |zh: &str, en: &str, numeric| ColumnView { label: self.l(zh, en), numeric };
        let cell = |text: String| CellView { text, href: None, lang: None };
        TableView {
            caption: self.l(
                "怀化市签约项目总投资，2022年1—6月",
                "Total investment of signed projects, Huaihua, January–June 2022",
            ),
            columns: vec![
                column("月份", "Month", false),
                column("签约投资（亿元）", "Signed investment (RMB billion)", true),
                column("签约项目（个）", "Signed projects", true),
            ],
            rows: [61.2, 40.1, 88.4, 72.6, 95.3, 100.4]
                .iter()
                .enumerate()
                .map(|(i, v)| {
                    vec![
                        cell(self.l(
                            &format!("2022年{}月", i + 1),
                            ["January", "February", "March", "April", "May", "June"][i],
                        )),
                        cell(self.l(&format!("{v:.1}"), &format!("{:.2}", v / 10.0))),
                        cell(format!("{}", 12 + i * 3)),
                    ]
                })
                .collect(),
        }
    }

    fn exhibit(&self, id: &str, level: u8, chart: bool) -> Result<Markup> {
        let exhibit = ExhibitView {
            id: id.to_owned(),
            level,
            title: self.l("签约投资逐月增加，二季度占上半年的六成", "Signed investment rose through the half; the second quarter brought six tenths of it"),
            subtitle: self.l("怀化市，签约项目总投资，2022年1—6月，亿元", "Huaihua, total investment of signed projects, January–June 2022, RMB billion"),
            svg: chart.then(|| SvgPair { wide: self.columns(720.0, 300.0), narrow: self.columns(320.0, 280.0) }),
            description: self.l(
                "柱形图。签约投资从2月的40.1亿元增至6月的100.4亿元，6个月合计458亿元。",
                "Column chart. Signed investment rose from RMB 4.01 billion in February to RMB 10.04 billion in June; the six months add up to RMB 45.8 billion.",
            ),
            source: Some(self.l("怀化市商务局", "Huaihua Bureau of Commerce")),
            notes: vec![self.l("部分数据因四舍五入，存在总计与分项合计不等的情况。", "Totals may not add up because of rounding.")],
            table: self.series_table(),
            csv: Some(format!("{id}.csv")),
        };
        #[derive(Serialize)]
        struct Around {
            lang: Lang,
            exhibit: ExhibitView,
        }
        let context = Context::from_serialize(&Around { lang: self.lang, exhibit })?;
        Ok(Markup { html: self.tera.render("exhibit.html", &context)? })
    }

    /// A stand-in for a chart.
    fn columns(&self, width: f64, height: f64) -> String {
        let values = [61.2, 40.1, 88.4, 72.6, 95.3, 100.4];
        let step = width / values.len() as f64;
        let mut svg = format!(
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">",
            self.l("柱形图", "Column chart")
        );
        for (i, v) in values.iter().enumerate() {
            let h = v / 110.0 * (height - 50.0);
            let x = step * i as f64 + step * 0.15;
            let (y, w, mid) = (height - 25.0 - h, step * 0.7, step * (i as f64 + 0.5));
            let class = if i == 5 { "mock-bar" } else { "mock-mute" };
            let (value, month) = if self.lang == Lang::Zh {
                (format!("{v:.1}"), format!("{}月", i + 1))
            } else {
                (format!("{:.2}", v / 10.0), ["Jan", "Feb", "Mar", "Apr", "May", "Jun"][i].to_owned())
            };
            svg += &format!(
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\"/>\
                 <text class=\"mock-ink\" text-anchor=\"middle\" x=\"{mid:.1}\" y=\"{:.1}\">{value}</text>\
                 <text class=\"mock-ink\" text-anchor=\"middle\" x=\"{mid:.1}\" y=\"{:.1}\">{month}</text>",
                y - 6.0,
                height - 6.0
            );
        }
        svg + "</svg>"
    }

    fn narrative(&self) -> Result<NarrativeView> {
        let exhibit = self.exhibit("chart-signings", 3, true)?.html;
        let text = self.l(
            r##"<p>7月5日，怀化市召开上半年招商引资工作专题调度会。市委副书记、市长<a href="place.html">黎春秋</a>出席并讲话，副市长邹兴旺主持会议。会议通报，<strong>上半年</strong>全市新签约项目<span class="figure">121个</span>，总投资<span class="figure">458亿元</span>，<span class="figure">同比增长340%</span>。<sup><a href="#fn-1" id="fnref-1">1</a></sup></p>
<h2 id="results">上半年成效</h2>
<p>全市坚持把招商引资作为“一号工程”，围绕产业链精准招商，聚焦三类500强企业，着力引进一批补链延链强链项目。参考资料见<a href="https://www.example.gov.cn/zwgk/2022/07/07/content_1234567.html" rel="external">怀化市人民政府网站</a>。</p>
EXHIBIT
<p>新引进10亿元以上项目<span class="figure">17个</span>、三类500强企业项目<span class="figure">15个</span>。<em>两类项目有交叉</em>，不宜相加。</p>
<h3 id="projects-in">重点项目</h3>
PROJECTS
<h2 id="practice">主要做法</h2>
<ul><li>挂图作战，全程跟踪服务：对接、签约、开工、竣工，每个环节都有专人负责。</li><li>以实绩论英雄，实行<span lang="en">“Five Ones”</span>（五个一）责任制。</li><li>及时报送新在谈、新签约、新开工、新竣工投产四类项目。</li></ul>
<blockquote><p>各地各部门要切实增强招商引资的责任感和紧迫感，主要负责人要亲自部署、亲自对接、亲自推动。</p></blockquote>
<h2 id="next-steps">下半年安排</h2>
<ol><li>办好驻上海、驻深圳招商联络处。</li><li>发挥异地商会作用。</li></ol>
<p>各县市区目标见下表。</p>
<div class="table-scroll" role="region" tabindex="0" aria-labelledby="t1"><table><caption id="t1">下半年目标</caption><thead><tr><th scope="col">地区</th><th scope="col" class="end">签约项目</th><th scope="col" class="end">签约投资</th></tr></thead><tbody><tr><td>鹤城区</td><td class="end">30个</td><td class="end">90亿元</td></tr><tr><td>沅陵县</td><td class="end">12个</td><td class="end">28亿元</td></tr></tbody></table></div>
<section class="footnotes"><ol><li id="fn-1"><p>总投资为计划数，并非到位资金。 <a href="#fnref-1">↩</a></p></li></ol></section>"##,
            r##"<p>On 5 July Huaihua held a review meeting on investment promotion in the first half of the year. The mayor, <a href="place.html">Li Chunqiu</a> (<span lang="zh-CN">黎春秋</span>), attended and spoke; the vice mayor, Zou Xingwang, chaired. In the <strong>first half</strong> the city signed <span class="figure">121</span> new projects with a total investment of <span class="figure">RMB 45.8 billion</span>, <span class="figure">up 340% year on year</span>.<sup><a href="#fn-1" id="fnref-1">1</a></sup></p>
<h2 id="results">Results of the first half</h2>
<p>The city treats investment promotion as its No. 1 Project. It targets industry chains one by one, approaches companies on the three Top-500 lists, and seeks projects that fill, extend and strengthen its chains. See the <a href="https://www.example.gov.cn/zwgk/2022/07/07/content_1234567.html" rel="external">website of the Huaihua Municipal Government</a>.</p>
EXHIBIT
<p>Among the new projects <span class="figure">17</span> are of RMB 1 billion or more and <span class="figure">15</span> are by Top-500 companies. <em>The two groups overlap</em> and must not be added.</p>
<h3 id="projects-in">Key projects</h3>
PROJECTS
<h2 id="practice">Practice</h2>
<ul><li>Every project is managed by wall chart against a timetable, from first contact through signing and start to completion, with somebody named for each step.</li><li>Results decide: the “Five Ones” mechanism (<span lang="zh-CN">五个一</span>) names who is responsible.</li><li>Projects newly negotiated, signed, started and completed are reported in time.</li></ul>
<blockquote><p>Every county and department must feel the urgency; those in charge must plan, make contact and push forward in person.</p></blockquote>
<h2 id="next-steps">The second half</h2>
<ol><li>Run the liaison offices in Shanghai and Shenzhen well.</li><li>Work with chambers of commerce elsewhere.</li></ol>
<p>The targets are these.</p>
<div class="table-scroll" role="region" tabindex="0" aria-labelledby="t1"><table><caption id="t1">Targets for the second half</caption><thead><tr><th scope="col">Place</th><th scope="col" class="end">Signed projects</th><th scope="col" class="end">Signed investment</th></tr></thead><tbody><tr><td>Hecheng District</td><td class="end">30</td><td class="end">RMB 9 billion</td></tr><tr><td>Yuanling County</td><td class="end">12</td><td class="end">RMB 2.8 billion</td></tr></tbody></table></div>
<section class="footnotes"><ol><li id="fn-1"><p>Total investment is what is planned, not funds in place. <a href="#fnref-1">↩</a></p></li></ol></section>"##,
        );
        let projects = self.l(
            r#"<div class="table-scroll" role="region" tabindex="0" aria-labelledby="p1"><table class="projects"><caption id="p1">重点项目</caption><thead><tr><th scope="col">项目</th><th scope="col">地区</th><th scope="col">阶段</th><th scope="col" class="end">总投资</th></tr></thead><tbody><tr><th scope="row"><a href="project.html">中科铜箔扩产项目</a></th><td>安陆市</td><td>签约</td><td class="end">7亿元</td></tr><tr><th scope="row"><a href="project.html">吉利新能源汽车项目</a></th><td>长兴县</td><td>投产</td><td class="end">326亿元</td></tr></tbody></table></div>"#,
            r#"<div class="table-scroll" role="region" tabindex="0" aria-labelledby="p1"><table class="projects"><caption id="p1">Key projects</caption><thead><tr><th scope="col">Project</th><th scope="col">Place</th><th scope="col">Stage</th><th scope="col" class="end">Total investment</th></tr></thead><tbody><tr><th scope="row"><a href="project.html">Zhongke copper foil expansion</a></th><td>Anlu</td><td>Signed</td><td class="end">RMB 700 million</td></tr><tr><th scope="row"><a href="project.html">Geely New Energy Vehicle Project</a></th><td>Changxing County</td><td>In operation</td><td class="end">RMB 32.6 billion</td></tr></tbody></table></div>"#,
        );
        Ok(NarrativeView {
            html: text.replace("EXHIBIT", &exhibit).replace("PROJECTS", &projects),
            outline: vec![
                self.link("上半年成效", "Results of the first half", "#results"),
                self.link("主要做法", "Practice", "#practice"),
                self.link("下半年安排", "The second half", "#next-steps"),
            ],
        })
    }

    fn bulletin(&self) -> Result<BulletinBody> {
        let note = |name: (&str, &str), text: (&str, &str)| IndicatorNote {
            name: self.l(name.0, name.1),
            href: "indicator.html".to_owned(),
            definition: self.l(text.0, text.1),
            source: Some(self.l("怀化市商务局", "Huaihua Bureau of Commerce")),
        };
        Ok(BulletinBody {
            place: self.link("湖南省怀化市", "Huaihua, Hunan", "place.html"),
            period: self.l("2022年上半年", "First half of 2022"),
            column: self.l("招商公报", "Bulletins"),
            released: self.date("2022-07-07"),
            next_release: self.l("预计2022年10月", "Expected October 2022"),
            source: self.l("怀化新闻网", "Huaihua News"),
            byline: Some(self.l("记者 申健", "Shen Jian, reporter")),
            status: Some(self.l("初步数据", "Preliminary")),
            banners: vec![
                Banner {
                    kind: "amended",
                    text: self.l("本期公报发布后于2022年7月20日作过更正。", "This bulletin was corrected on 20 July 2022, after its release."),
                    link: Some(self.link("查看更正", "See the corrections", "#part-corrections")),
                },
                Banner {
                    kind: "not-latest",
                    text: self.l("这不是怀化市最新一期公报。", "This is not the latest bulletin for Huaihua."),
                    link: Some(self.link("阅读最新一期：2022年1—10月怀化市招商引资公报", "Read the latest: Huaihua, January–October 2022", "bulletin.html")),
                },
            ],
            key_points: self.points(),
            figures: self.figures(6),
            narrative: Some(self.narrative()?),
            exhibits: vec![self.exhibit("chart-two", 3, true)?, self.exhibit("chart-three", 3, false)?],
            table: self.table(),
            about: vec![
                note(
                    ("签约项目总投资", "Total investment of signed projects"),
                    (
                        "报告期内正式签订投资合同或协议的项目的计划总投资。为计划数，不等于到位资金。",
                        "The total planned investment of projects for which a contract or agreement was signed in the period. It is a plan, not funds in place.",
                    ),
                ),
                note(
                    ("三类500强企业", "Top-500 companies of three lists"),
                    (
                        "世界500强、中国企业500强和中国民营企业500强。",
                        "The Fortune Global 500, the China Top 500 and the China Top 500 Private Enterprises.",
                    ),
                ),
            ],
            notes: vec![
                self.l("部分数据因四舍五入，存在总计与分项合计不等的情况。", "Totals may not add up because of rounding."),
                self.l("10亿元以上项目和三类500强企业项目均为新签约项目的一部分，两者有交叉。", "Both groups are parts of the newly signed projects, and they overlap."),
            ],
            downloads: vec![
                Download { label: self.l("全部数据", "All figures"), href: "data.csv".to_owned(), kind: "CSV" },
                Download { label: self.l("机器可读数据", "Machine-readable data"), href: "data.json".to_owned(), kind: "JSON" },
            ],
            cite: self.l(
                "云澜市投资促进局：《2022年上半年怀化市招商引资公报》，2022年7月7日，https://invest.example.gov.cn/zh/bulletins/2022/huaihua-h1/。",
                "Yunlan Bureau of Investment Promotion. Huaihua: investment promotion in the first half of 2022. 7 July 2022. https://invest.example.gov.cn/en/bulletins/2022/huaihua-h1/",
            ),
            corrections: vec![DatedView {
                date: self.date("2022-07-20"),
                text: self.l("签约项目总投资由485亿元更正为458亿元。", "Total investment of signed projects: RMB 48.5 billion corrected to RMB 45.8 billion."),
            }],
            notices: vec![],
            previous: Some(self.link("2021年前三季度怀化市招商引资公报", "Huaihua: investment promotion in the first three quarters of 2021", "bulletin.html")),
            next: Some(self.link("2022年1—10月怀化市招商引资公报", "Huaihua: investment promotion in January–October 2022", "bulletin.html")),
        })
    }

    fn bulletin_empty(&self) -> BulletinBody {
        BulletinBody {
            place: self.link("浙江省湖州市", "Huzhou, Zhejiang", "place.html"),
            period: self.l("2020年第一季度", "First quarter of 2020"),
            column: self.l("招商公报", "Bulletins"),
            released: self.date("2020-04"),
            next_release: self.l("待定", "To be announced"),
            source: self.l("新华社", "Xinhua News Agency"),
            byline: None,
            status: None,
            banners: vec![Banner {
                kind: "missing-translation",
                text: self.l("本期公报暂无中文版。以下数据和图表以中文列出。", "This bulletin is not yet available in English. Its figures and charts are given in English below."),
                link: Some(self.link("阅读英文版", "Read it in Chinese", "bulletin.html")),
            }],
            key_points: vec![],
            figures: self.figures(2),
            narrative: None,
            exhibits: vec![],
            table: TableView { caption: String::new(), columns: vec![], rows: vec![] },
            about: vec![],
            notes: vec![],
            downloads: vec![],
            cite: self.l("云澜市投资促进局：《…》，2020年4月。", "Yunlan Bureau of Investment Promotion. … April 2020."),
            corrections: vec![],
            notices: vec![],
            previous: None,
            next: Some(self.link("下一期", "The next one", "bulletin.html")),
        }
    }

    fn bulletins(&self) -> BulletinsBody {
        let years = [2022, 2021].map(|year| YearView {
            year,
            href: "bulletins.html".to_owned(),
            bulletins: if year == 2022 { self.rows() } else { vec![] },
        });
        let all_years = [2022, 2021, 2020].map(|y| NavItem {
            label: self.l(&format!("{y}年"), &y.to_string()),
            href: "bulletins.html".to_owned(),
            current: y == 2022,
        });
        BulletinsBody { years: years.into(), all_years: all_years.into() }
    }

    fn directory(&self) -> DirectoryBody {
        let entry = |name: (&str, &str), text: (&str, &str)| DirectoryEntry {
            link: self.link(name.0, name.1, "indicator.html"),
            text: self.l(text.0, text.1),
        };
        DirectoryBody {
            lead: self.l(
                "本站使用23项指标，每项都注明定义和来源。",
                "This site uses 23 indicators, each with its definition and source.",
            ),
            groups: vec![
                DirectoryGroup {
                    label: Some(self.l("流量指标", "Flows")),
                    entries: vec![
                        entry(
                            ("签约项目总投资", "Total investment of signed projects"),
                            (
                                "报告期内正式签订投资合同或协议的项目的计划总投资。",
                                "The total planned investment of projects for which a contract or agreement was signed in the period.",
                            ),
                        ),
                        entry(("实际利用外资", "Foreign capital actually utilised"), ("", "")),
                    ],
                },
                DirectoryGroup {
                    label: Some(self.l("计数指标", "Counts")),
                    entries: vec![entry(
                        ("10亿元以上签约项目", "Signed projects of RMB 1 billion or more"),
                        (
                            "计划总投资10亿元及以上的签约项目数。",
                            "The number of signed projects of RMB 1 billion or more.",
                        ),
                    )],
                },
            ],
        }
    }

    fn place(&self, empty: bool) -> Result<PlaceBody> {
        let rows = if empty { vec![] } else { self.rows() };
        Ok(PlaceBody {
            facts: vec![
                self.labelled(("行政级别", "Level"), ("地级", "Prefecture")),
                self.labelled(("行政区划代码", "Division code"), ("431200", "431200")),
            ],
            description: (!empty).then(|| {
                self.l(
                    "怀化市位于湖南省西部，是湘鄂渝黔桂五省（区、市）周边的交通枢纽和物资集散地。",
                    "Huaihua, in the west of Hunan, is a transport hub for the five neighbouring provinces and regions.",
                )
            }),
            parent: Some(self.link("湖南省", "Hunan", "place.html")),
            children: if empty {
                vec![]
            } else {
                [("鹤城区", "Hecheng"), ("洪江市", "Hongjiang"), ("沅陵县", "Yuanling"), ("辰溪县", "Chenxi"), ("溆浦县", "Xupu"), ("会同县", "Huitong"), ("麻阳苗族自治县", "Mayang Miao Autonomous County"), ("新晃侗族自治县", "Xinhuang Dong Autonomous County"), ("芷江侗族自治县", "Zhijiang Dong Autonomous County")]
                    .map(|(zh, en)| self.link(zh, en, "place.html"))
                    .into()
            },
            figures: if empty { vec![] } else { self.figures(5) },
            series: if empty { vec![] } else { vec![self.exhibit("series-a", 3, true)?, self.exhibit("series-b", 3, false)?] },
            bulletins: rows,
            projects: if empty { vec![] } else { self.project_rows() },
        })
    }

    fn indicator(&self) -> Result<IndicatorBody> {
        Ok(IndicatorBody {
            definition: self.l(
                "报告期内正式签订投资合同或协议的项目的计划总投资。为计划数，不等于到位资金。",
                "The total planned investment of projects for which a contract or agreement was signed in the period. It is a plan, not funds in place.",
            ),
            facts: vec![
                self.labelled(("计量单位", "Unit"), ("亿元", "RMB billion")),
                self.labelled(("指标类型", "Kind"), ("流量（一段时期内的累计）", "Flow (adds up over a period)")),
                self.labelled(("数据来源", "Source"), ("市商务局", "Municipal Bureau of Commerce")),
            ],
            whole: None,
            parts: vec![self.link("10亿元以上签约项目投资", "Investment of signed projects of RMB 1 billion or more", "indicator.html")],
            series: vec![self.exhibit("series-a", 3, true)?],
            bulletins: self.rows(),
        })
    }

    fn project_rows(&self) -> Vec<ProjectRow> {
        let row = |name: (&str, &str),
                   chain: Option<(&str, &str)>,
                   stage: (&str, &str),
                   since: Option<&str>,
                   inv: Option<(&str, &str)>| ProjectRow {
            name: self.link(name.0, name.1, "project.html"),
            place: self.l("怀化市", "Huaihua"),
            chain: chain.map(|c| self.l(c.0, c.1)),
            stage: Some(self.l(stage.0, stage.1)),
            since: since.map(|d| self.date(d).text),
            investment: inv.map(|i| self.l(i.0, i.1)),
            demonstration: false,
        };
        let mut rows = vec![
            row(
                ("吉利新能源汽车项目", "Geely New Energy Vehicle Project"),
                Some(("新能源汽车", "New energy vehicles")),
                ("投产", "In operation"),
                Some("2020-02"),
                Some(("326亿元", "RMB 32.6 billion")),
            ),
            row(
                (
                    "湖州中跃化纤年产56万吨差别化功能性纤维项目",
                    "Huzhou Zhongyue Chemical Fiber: 560,000 tonnes a year of differentiated functional fibre",
                ),
                Some(("现代纺织", "Modern textiles")),
                ("开工", "Started"),
                Some("2020-03-18"),
                None,
            ),
            row(
                ("不公开名称的项目", "Project whose name is withheld"),
                None,
                ("签约", "Signed"),
                None,
                Some(("2.5亿元", "RMB 250 million")),
            ),
        ];
        rows[1].demonstration = true;
        rows
    }

    fn projects(&self) -> ProjectsBody {
        ProjectsBody {
            lead: self.l(
                "项目库共有329个项目。其中3个项目不公开名称。",
                "The register holds 329 projects. The names of 3 are withheld.",
            ),
            stages: self.stage_counts(),
            groups: vec![
                ProjectGroup {
                    place: self.link("怀化市", "Huaihua", "place.html"),
                    rows: self.project_rows(),
                },
                ProjectGroup {
                    place: self.link("湖州市", "Huzhou", "place.html"),
                    rows: self.project_rows(),
                },
            ],
        }
    }

    fn project(&self, empty: bool) -> ProjectBody {
        let stages = [
            (("在谈", "Under negotiation"), None),
            (("签约", "Signed"), Some("2018-02")),
            (("开工", "Started"), Some("2018-11-28")),
            (("竣工", "Completed"), None),
            (("投产", "In operation"), None),
            (("达产", "At design capacity"), None),
        ];
        ProjectBody {
            facts: vec![
                self.labelled(("投资方", "Investor"), ("浙江吉利控股集团", "Zhejiang Geely Holding Group")),
                self.labelled(("地区", "Place"), ("浙江省湖州市长兴县", "Changxing County, Huzhou, Zhejiang")),
                self.labelled(("产业链", "Industry chain"), ("新能源汽车", "New energy vehicles")),
                self.labelled(("建设规模", "Planned capacity"), ("乘用车15万辆/年；变速器60万台/年", "150,000 passenger cars a year; 600,000 transmissions a year")),
                self.labelled(("数据来源", "Source"), ("新华社", "Xinhua News Agency")),
            ],
            description: (!empty).then(|| {
                self.l(
                    "建设新能源乘用车和自动变速器生产基地。2020年2月15日复工。",
                    "A base for new-energy passenger cars and automatic transmissions. Work resumed on 15 February 2020.",
                )
            }),
            name_note: empty.then(|| {
                self.l(
                    "应投资方要求，本站不公开该项目的名称和投资方，但计入合计。",
                    "At the investor’s request the name of this project and its investor are withheld; it is counted in all totals.",
                )
            }),
            stages: if empty {
                vec![]
            } else {
                stages
                    .iter()
                    .enumerate()
                    .map(|(i, (label, date))| StageView {
                        label: self.l(label.0, label.1),
                        date: date.map(|d| self.date(d)),
                        reached: i < 3,
                        current: i == 2,
                    })
                    .collect()
            },
            investment: Some(self.l("326亿元", "RMB 32.6 billion")),
            in_place: (!empty).then(|| InPlaceView {
                value: self.l("52亿元", "RMB 5.2 billion"),
                share: Some(self.l("占计划总投资的16%", "16% of the total planned investment")),
                at: Some(self.l("截至2024年12月31日", "as of 31 December 2024")),
                svg: Some(bar(0.16, None)),
            }),
            five_ones: if empty {
                vec![]
            } else {
                vec![
                    self.labelled(("一名市领导", "One municipal leader"), ("副市长", "Vice mayor")),
                    self.labelled(("一个责任单位", "One responsible unit"), ("长兴县人民政府", "Changxing County Government")),
                    self.labelled(("一个专班", "One task force"), ("吉利项目专班", "Geely project task force")),
                    self.labelled(("一套方案", "One plan"), ("《项目推进方案》", "Project implementation plan")),
                ]
            },
            bulletins: if empty { vec![] } else { self.rows() },
        }
    }

    fn plans(&self) -> PlansBody {
        let row =
            |place: (&str, &str), share: Option<f64>, value: (&str, &str), pace: (&str, &str)| PlanRow {
                place: self.link(place.0, place.1, "place.html"),
                target: self.l("120亿元", "RMB 12 billion"),
                value: share.map(|_| self.l(value.0, value.1)),
                share: share.map(|s| format!("{:.0}%", s * 100.0)),
                pace: share.map(|_| self.l(pace.0, pace.1)),
                svg: share.map(|s| bar(s, Some(0.5))),
            };
        let rows = || {
            vec![
                row(
                    ("云澜市", "Yunlan"),
                    Some(0.62),
                    ("74.4亿元", "RMB 7.44 billion"),
                    ("快于时间进度12个百分点", "12 percentage points ahead of the calendar"),
                ),
                row(
                    ("南湖区", "Nanhu District"),
                    Some(0.5),
                    ("60亿元", "RMB 6 billion"),
                    ("与时间进度持平", "on pace with the calendar"),
                ),
                row(
                    ("麻阳苗族自治县", "Mayang Miao Autonomous County"),
                    Some(0.38),
                    ("45.6亿元", "RMB 4.56 billion"),
                    ("慢于时间进度12个百分点", "12 percentage points behind the calendar"),
                ),
                row(("高新区", "High-tech Zone"), None, ("", ""), ("", "")),
            ]
        };
        let group = |name: (&str, &str)| PlanGroup {
            indicator: self.link(name.0, name.1, "indicator.html"),
            as_of: Some(self.l("截至2022年6月30日", "As of 30 June 2022")),
            rows: rows(),
        };
        PlansBody {
            plans: vec![
                PlanView {
                    id: "plan-2022".to_owned(),
                    title: self.l("2022年招商引资工作计划", "2022 investment-promotion plan"),
                    period: self.l("2022年", "2022"),
                    groups: vec![
                        group(("到位资金", "Funds in place")),
                        group(("签约项目总投资", "Total investment of signed projects")),
                    ],
                },
                PlanView {
                    id: "plan-13".to_owned(),
                    title: self.l("“十三五”规划", "13th Five-Year Plan"),
                    period: self.l("2016—2020年", "2016–2020"),
                    groups: vec![],
                },
            ],
        }
    }

    fn standing(&self) -> StandingBody {
        StandingBody {
            narrative: Some(NarrativeView {
                html: self.l(
                    "<p>本站每项数据都注明指标、地区、时期、单位和来源。</p><h2 id=\"rounding\">四舍五入</h2><p>部分数据因四舍五入，存在总计与分项合计不等的情况。</p><h2 id=\"plan\">计划进度</h2><p>完成率与时间进度之差，以百分点表示。</p>",
                    "<p>Each figure states its indicator, place, period, unit and source.</p><h2 id=\"rounding\">Rounding</h2><p>Totals may not add up because of rounding.</p><h2 id=\"plan\">Progress against plan</h2><p>The difference between the share of plan and the share of time elapsed, in percentage points.</p>",
                ),
                outline: vec![
                    self.link("四舍五入", "Rounding", "#rounding"),
                    self.link("计划进度", "Progress against plan", "#plan"),
                ],
            }),
            banners: vec![],
        }
    }

    fn not_found(&self) -> NotFoundBody {
        NotFoundBody {
            links: vec![
                self.link("首页", "Home", "home.html"),
                self.link("全部公报", "All bulletins", "bulletins.html"),
            ],
        }
    }
}

/// A stand-in for a slim bar with a tick.
fn bar(share: f64, tick: Option<f64>) -> String {
    let tick =
        tick.map_or(String::new(), |t| format!("<path class=\"mock-tick\" d=\"M{:.1} 0V12\"/>", t * 200.0));
    format!(
        "<svg viewBox=\"0 0 200 12\" height=\"12\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"mock-rail\" y=\"3\" width=\"200\" height=\"6\"/>\
         <rect class=\"mock-share\" y=\"3\" width=\"{:.1}\" height=\"6\"/>{tick}</svg>",
        share * 200.0
    )
}
