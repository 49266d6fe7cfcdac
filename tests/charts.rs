//! Every kind of chart, in both languages and widths, with small, large and extreme inputs: nothing overlaps, nothing
//! is cut off, and the SVG is fit for a page.

#![allow(clippy::unwrap_used)]

use std::collections::HashSet;

use gongbao::chart::{
    Bar, BarGroup, ChainRow, Column, CumulativePoint, Drawing, LeagueRow, Options, Panel, PipelineRow, Plot,
    ProgressRow, Step, Width, draw, text_width,
};
use gongbao::lang::Lang;
use proptest::prelude::*;
use roxmltree::{Document, Node};
use rust_decimal::Decimal;

// What an SVG must be.

/// A rectangle in the SVG's units.
#[derive(Clone, Copy, Debug)]
struct Rect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Rect {
    fn overlaps(&self, other: &Rect) -> bool {
        const TOUCH: f64 = 0.6; // half a unit is lost where centres are rounded
        self.left + TOUCH < other.right
            && other.left + TOUCH < self.right
            && self.top + TOUCH < other.bottom
            && other.top + TOUCH < self.bottom
    }

    fn within(&self, other: &Rect) -> bool {
        const TOUCH: f64 = 0.6;
        self.left > other.left - TOUCH
            && self.right < other.right + TOUCH
            && self.top > other.top - TOUCH
            && self.bottom < other.bottom + TOUCH
    }
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |value| value.parse().unwrap())
}

/// The box of a text: its measured width, from the top of its Han characters to the foot of its Latin ones.
fn text_box(node: Node<'_, '_>) -> Rect {
    let size = node.attribute("font-size").map_or(14.0, |size| size.parse().unwrap());
    let width = text_width(node.text().unwrap_or_default(), size, node.attribute("font-weight").is_some());
    let (x, y) = (number(node, "x"), number(node, "y"));
    let left = match node.attribute("text-anchor") {
        None => x,
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        Some(other) => panic!("text-anchor {other}"),
    };
    Rect { left, top: y - size * 0.86, right: left + width, bottom: y + size * 0.22 }
}

fn bar_box(node: Node<'_, '_>) -> Rect {
    let (left, top) = (number(node, "x"), number(node, "y"));
    Rect { left, top, right: left + number(node, "width"), bottom: top + number(node, "height") }
}

fn check(name: &str, plot: &Plot, lang: Lang, width: Width) -> Drawing {
    let (title, description) = ("标题 <Title> & \"more\"", "说明。Description.");
    let options = Options { id: "chart-1", lang, title, description, width };
    let drawing = draw(plot, &options);
    assert_eq!(drawing, draw(plot, &options), "{name}: not deterministic");
    let svg = &drawing.svg;
    let fail = |what: String| panic!("{name} {lang:?} {width:?}: {what}\n{svg}");
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{name}: {error}\n{svg}"));
    let root = document.root_element();
    check_root(root, &options);
    let mut ids = HashSet::new();
    for node in root.descendants().filter(Node::is_element) {
        assert!(node.attribute("style").is_none(), "{name}: inline style");
        assert!(!node.attributes().any(|attribute| attribute.name().starts_with("on")), "{name}: script");
        if let Some(id) = node.attribute("id") {
            assert!(id.starts_with("chart-1-") && ids.insert(id), "{name}: id {id}");
        }
    }
    let sides: Vec<f64> =
        root.attribute("viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
    let page = Rect { left: 0.0, top: 0.0, right: sides[2], bottom: sides[3] };
    let texts: Vec<(Rect, &str)> =
        elements(root, "text").map(|node| (text_box(node), node.text().unwrap_or(""))).collect();
    for (at, (rect, text)) in texts.iter().enumerate() {
        if !rect.within(&page) {
            fail(format!("“{text}” leaves the chart: {rect:?}"));
        }
        if let Some((_, other)) = texts[..at].iter().find(|(other, _)| other.overlaps(rect)) {
            fail(format!("“{text}” overlaps “{other}”"));
        }
    }
    for bar in elements(root, "rect") {
        let rect = bar_box(bar);
        if !rect.within(&page) || rect.right < rect.left || rect.bottom < rect.top {
            fail(format!("a bar leaves the chart: {rect:?}"));
        }
        let full = matches!(bar.attribute("class"), Some("c1" | "cm"));
        if let Some((_, text)) = texts.iter().find(|(text, _)| full && text.overlaps(&rect)) {
            fail(format!("“{text}” stands on a bar"));
        }
    }
    drawing
}

fn elements<'a, 'd>(root: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    root.children().filter(move |node| node.has_tag_name(("http://www.w3.org/2000/svg", name)))
}

fn check_root(root: Node<'_, '_>, options: &Options<'_>) {
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("lang"), Some(options.lang.tag()));
    assert_eq!(root.attribute("aria-labelledby"), Some("chart-1-title chart-1-desc"));
    assert_eq!(elements(root, "title").next().and_then(|title| title.text()), Some(options.title));
    assert_eq!(elements(root, "desc").next().and_then(|desc| desc.text()), Some(options.description));
    assert!((number(root, "width") - f64::from(options.width.units())).abs() < 0.1);
}

fn check_everywhere(name: &str, plot: &Plot) -> Vec<Drawing> {
    Lang::BOTH
        .into_iter()
        .flat_map(|lang| Width::BOTH.into_iter().map(move |width| (lang, width)))
        .map(|(lang, width)| check(name, plot, lang, width))
        .collect()
}

// Inputs. A source of words and numbers makes plots of every kind; the tests differ in the source.

/// What a plot is made of.
trait Source {
    fn name(&mut self) -> String;
    fn label(&mut self) -> String;
    fn value(&mut self) -> Decimal;
    fn share(&mut self) -> Decimal;
    fn chance(&mut self) -> bool;
}

fn plots(rows: usize, source: &mut impl Source) -> Vec<(&'static str, Plot)> {
    vec![
        ("signings", signings(rows, source)),
        ("progress", progress(rows, source)),
        ("cumulative", cumulative(rows, source)),
        ("league", league(rows, source)),
        ("pipeline", pipeline(rows, source)),
        ("chains", chains(rows, source)),
        ("comparison", comparison(rows, source)),
        ("milestones", milestones(rows, source)),
    ]
}

fn signings(rows: usize, source: &mut impl Source) -> Plot {
    let current = if source.chance() { rows.saturating_sub(1) } else { rows / 2 };
    let panels = (0..2).map(|_| Panel {
        label: source.name(),
        columns: (0..rows)
            .map(|at| {
                let value = source.chance().then(|| source.value());
                Column {
                    period: format!("{}月", at % 12 + 1),
                    year: (at % 12 == 0).then(|| format!("{}年", 2000 + at / 12)),
                    value,
                    label: value.map(|_| source.label()).unwrap_or_default(),
                    current: at == current,
                }
            })
            .collect(),
    });
    Plot::Signings { panels: panels.collect() }
}

fn progress(rows: usize, source: &mut impl Source) -> Plot {
    let row = |_| ProgressRow {
        label: source.name(),
        detail: source.name(),
        share: source.share(),
        share_label: source.label(),
        elapsed: source.chance().then(|| Decimal::new(667, 1)),
    };
    let rows = (0..rows).map(row).collect();
    Plot::Progress { rows, plan_label: source.label(), elapsed_label: Some(source.name()) }
}

fn cumulative(rows: usize, source: &mut impl Source) -> Plot {
    let known = if source.chance() { rows } else { rows.div_ceil(2) };
    let mut total = Decimal::ZERO;
    let points = (0..rows).map(|at| {
        total = total.saturating_add(source.value());
        let value = (at < known && source.chance()).then_some(total);
        CumulativePoint {
            period: format!("{}月", at % 12 + 1),
            value,
            label: value.map(|_| source.label()).unwrap_or_default(),
            pace: Some(Decimal::from(10 * (at + 1))),
        }
    });
    let points = points.collect();
    Plot::Cumulative {
        points,
        target: source.chance().then(|| (Decimal::from(10 * rows), source.label())),
        series_label: source.label(),
        pace_label: source.label(),
        unit_label: source.name(),
    }
}

fn league(rows: usize, source: &mut impl Source) -> Plot {
    let row = |at: usize| {
        let share = source.chance().then(|| source.share());
        LeagueRow {
            rank: (at + 1).to_string(),
            name: source.name(),
            amount: source.value(),
            amount_label: source.label(),
            share,
            share_label: share.map(|_| source.label()).unwrap_or_default(),
            own: source.chance(),
        }
    };
    let rows = (0..rows).map(row).collect();
    Plot::League {
        rows,
        amount_label: source.name(),
        share_label: source.chance().then(|| source.name()),
        elapsed: source.chance().then(|| (Decimal::from(50), source.label())),
    }
}

fn pipeline(rows: usize, source: &mut impl Source) -> Plot {
    let row = |at: usize| PipelineRow {
        label: source.name(),
        value: source.value(),
        value_label: source.label(),
        conversion: (at > 0 && source.chance()).then(|| source.label()),
    };
    Plot::Pipeline { rows: (0..rows).map(row).collect() }
}

fn chains(rows: usize, source: &mut impl Source) -> Plot {
    let row = |at: usize| ChainRow {
        label: source.name(),
        value: source.value(),
        value_label: source.label(),
        other: at + 1 == rows,
    };
    Plot::Chains { rows: (0..rows).map(row).collect(), unit_label: source.name() }
}

fn comparison(rows: usize, source: &mut impl Source) -> Plot {
    let group = |_| BarGroup {
        label: source.name(),
        change: source.chance().then(|| source.name()),
        bars: [false, true]
            .map(|current| Bar {
                label: source.name(),
                value: source.value(),
                value_label: source.label(),
                current,
            })
            .into(),
    };
    Plot::Comparison { groups: (0..rows).map(group).collect() }
}

fn milestones(rows: usize, source: &mut impl Source) -> Plot {
    let step = |at: usize| {
        let day = source.chance().then(|| 18_000 + (at as i32 * at as i32) * 7);
        Step {
            label: source.name(),
            day,
            date_label: day.map(|_| source.label()).unwrap_or_default(),
            reached: source.chance(),
        }
    };
    Plot::Milestones { steps: (0..rows).map(step).collect() }
}

/// Words as editors write them, and numbers between two bounds.
#[derive(Clone)]
struct Ordinary {
    names: &'static [&'static str],
    labels: &'static [&'static str],
    low: i64,
    high: i64,
    scale: u32,
    turn: u64,
}

impl Ordinary {
    fn turn(&mut self) -> u64 {
        self.turn = self.turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.turn >> 33
    }
}

impl Source for Ordinary {
    fn name(&mut self) -> String {
        let turn = self.turn() as usize;
        self.names[turn % self.names.len()].to_owned()
    }

    fn label(&mut self) -> String {
        let turn = self.turn() as usize;
        self.labels[turn % self.labels.len()].to_owned()
    }

    fn value(&mut self) -> Decimal {
        Decimal::new(self.low + (self.turn() as i64).rem_euclid(self.high - self.low), self.scale)
    }

    fn share(&mut self) -> Decimal {
        Decimal::new((self.turn() % 1400) as i64, 1)
    }

    fn chance(&mut self) -> bool {
        !self.turn().is_multiple_of(4)
    }
}

const ZH: Ordinary = Ordinary {
    names: &["鹤城区", "靖州苗族侗族自治县", "规模以上工业企业技术改造投资（亿元）", "签约"],
    labels: &["121个", "45.8亿元", "12.3亿元（26.9%）", "67%"],
    low: 0,
    high: 5000,
    scale: 1,
    turn: 7,
};

const EN: Ordinary = Ordinary {
    names: &[
        "Zhongfang County",
        "Jingzhou Miao and Dong Autonomous County",
        "Technical upgrading by industrial firms above designated size (RMB billion)",
        "Signed",
    ],
    labels: &["121", "RMB 45.8 billion", "1.23 (26.9%)", "67%"],
    ..ZH
};

const EXTREME: Ordinary = Ordinary {
    names: &[
        "",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
        "中华人民共和国湖南省怀化市靖州苗族侗族自治县招商引资重点产业链建设工作领导小组办公室牵头推进的重大项目",
        "W",
        "<b>&\"'</b>",
    ],
    labels: &["", "−7922816251426433759354395033.5亿元", "n/a", "0"],
    low: i64::MIN / 3,
    high: i64::MAX / 3,
    scale: 0,
    turn: 11,
};

#[test]
fn ordinary_charts_have_room_for_everything() {
    for mut source in [ZH, EN] {
        for rows in [1, 2, 3, 6, 12, 13, 24, 40] {
            for (name, plot) in plots(rows, &mut source) {
                for drawing in check_everywhere(name, &plot) {
                    assert!(drawing.problems.is_empty(), "{name}, {rows} rows: {:?}", drawing.problems);
                }
            }
        }
    }
}

#[test]
fn extreme_charts_stay_in_their_frames() {
    let mut source = EXTREME;
    for rows in [0, 1, 2, 5, 12, 40] {
        for (name, plot) in plots(rows, &mut source) {
            check_everywhere(name, &plot);
        }
    }
}

#[test]
fn all_zero_and_the_largest_values_are_drawn() {
    for value in [Decimal::ZERO, Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)] {
        let row = |label: &str| ChainRow {
            label: label.into(),
            value,
            value_label: value.to_string(),
            other: false,
        };
        let plot = Plot::Chains { rows: vec![row("甲"), row("乙")], unit_label: "亿元".into() };
        for drawing in check_everywhere("chains", &plot) {
            assert_eq!(drawing.svg.matches("<rect class=\"c1\"").count(), 2, "{}", drawing.svg);
        }
    }
}

#[test]
fn a_missing_value_is_a_dash_and_no_column() {
    let column = |value: Option<i64>| Column {
        period: "6月".into(),
        year: None,
        value: value.map(Decimal::from),
        label: value.map(|value| value.to_string()).unwrap_or_default(),
        current: false,
    };
    let columns = vec![column(Some(3)), column(None), column(Some(0))];
    let plot = Plot::Signings { panels: vec![Panel { label: "签约项目（个）".into(), columns }] };
    let svg = check("signings", &plot, Lang::Zh, Width::Wide).svg;
    assert_eq!(svg.matches("<rect class=\"c1\"").count(), 2, "zero is a value: {svg}");
    assert_eq!(svg.matches("<rect class=\"cs\"").count(), 1, "{svg}");
}

#[test]
fn a_bar_over_its_plan_keeps_the_tick_inside() {
    let row = ProgressRow {
        label: "到位资金".into(),
        detail: String::new(),
        share: Decimal::from(250),
        share_label: "250%".into(),
        elapsed: None,
    };
    let plot = Plot::Progress { rows: vec![row], plan_label: "全年计划".into(), elapsed_label: None };
    let svg = check("progress", &plot, Lang::Zh, Width::Wide).svg;
    let document = Document::parse(&svg).unwrap();
    let find = |element, class| {
        elements(document.root_element(), element)
            .find(|node| node.attribute("class") == Some(class))
            .unwrap()
    };
    let (bar, tick) = (bar_box(find("rect", "c1")), number(find("line", "ck"), "x1"));
    assert!(bar.left < tick && tick < bar.right, "{svg}");
}

#[test]
fn charts_of_one_page_share_no_ids() {
    let plot = Plot::Pipeline { rows: Vec::new() };
    let ids = |id| {
        let svg =
            draw(&plot, &Options { id, lang: Lang::Zh, title: "t", description: "d", width: Width::Wide })
                .svg;
        let document = Document::parse(&svg).unwrap();
        document
            .descendants()
            .filter_map(|node| node.attribute("id").map(str::to_owned))
            .collect::<HashSet<_>>()
    };
    assert!(ids("a").is_disjoint(&ids("b")));
}

// Colours.

/// The custom properties of the nth rule in chart.css that sets them.
fn scheme(nth: usize) -> Vec<(String, [u8; 3])> {
    let css = include_str!("../themes/portal/static/chart.css");
    let block = css.split('{').filter(|block| block.contains("--chart-1:")).nth(nth).unwrap();
    let declarations =
        block.split('}').next().unwrap().split(';').filter_map(|line| line.trim().split_once(": "));
    declarations
        .filter(|(_, colour)| colour.starts_with('#'))
        .map(|(name, colour)| {
            let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            (name.trim_start_matches("--chart-").to_owned(), [channel(1), channel(3), channel(5)])
        })
        .collect()
}

/// WCAG's contrast ratio.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let [r, g, b] = colour.map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn colours_have_contrast_in_both_schemes() {
    for (name, paper) in [("light", [255, 255, 255]), ("dark", [0x14, 0x18, 0x1d])] {
        let colours = scheme(usize::from(name == "dark"));
        let colour = |wanted: &str| colours.iter().find(|(name, _)| name == wanted).unwrap().1;
        assert_eq!(colour("paper"), paper);
        for series in ["1", "2", "3", "4", "muted", "axis"] {
            assert!(contrast(colour(series), paper) >= 3.0, "{name}: {series} on paper");
        }
        assert!(contrast(colour("1"), colour("muted")) >= 3.0, "{name}: the present beside the base");
        assert!(contrast(colour("1"), colour("band")) >= 3.0, "{name}: a bar on its band");
        assert!(
            contrast(colour("text"), paper) >= 7.0 && contrast(colour("secondary"), paper) >= 7.0,
            "{name}: text"
        );
        assert!(contrast(colour("text"), colour("band")) >= 4.5, "{name}: text on a band");
    }
    assert_eq!(scheme(1), scheme(2), "the dark scheme is the same for the system's choice and the reader's");
}

#[test]
fn an_svg_carries_the_light_scheme() {
    let light = scheme(0);
    for (name, plot) in plots(12, &mut ZH.clone()) {
        let svg = check(name, &plot, Lang::Zh, Width::Wide).svg;
        for colour in svg.split('#').skip(1).filter_map(|rest| rest.get(..6)) {
            let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let rgb = [channel(0), channel(2), channel(4)];
            assert!(light.iter().any(|(_, known)| *known == rgb), "{name}: #{colour}");
        }
    }
}

// Anything.

/// Words and numbers that a generator has drawn beforehand.
struct Anything {
    words: Vec<String>,
    values: Vec<(i64, u32)>,
    turn: usize,
}

impl Source for Anything {
    fn name(&mut self) -> String {
        self.turn += 1;
        self.words[self.turn % self.words.len()].clone()
    }

    fn label(&mut self) -> String {
        self.name()
    }

    fn value(&mut self) -> Decimal {
        self.turn += 1;
        let (value, scale) = self.values[self.turn % self.values.len()];
        Decimal::new(value, scale)
    }

    fn share(&mut self) -> Decimal {
        self.value()
    }

    fn chance(&mut self) -> bool {
        self.turn += 1;
        self.values[self.turn % self.values.len()].0.rem_euclid(3) != 0
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[一-龥]{1,12}(（[一-龥]{1,4}）)?",
        3 => "[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,6}",
        2 => "[0-9]{1,4}(\\.[0-9])?(亿元|个|%| billion)?",
        1 => "[一-龥a-zA-Z0-9 ，。（）<&\"'/-]{0,60}",
        1 => ".{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_is_drawn_in_its_frame_and_without_overlaps(
        words in prop::collection::vec(word(), 1..24),
        values in prop::collection::vec(
            prop_oneof![4 => (0..5000i64, 0..3u32), 1 => (any::<i64>(), 0..20u32)], 1..40),
        rows in 0..40usize,
    ) {
        let mut source = Anything { words, values, turn: 0 };
        for (name, plot) in plots(rows, &mut source) {
            check_everywhere(name, &plot);
        }
    }
}
