//! What each column of each table holds, in both languages.

use crate::lang::{Both, Lang};

/// A column of a table of data.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in CSV and JSON, the same in both languages.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// Whether every row has a value.
    pub required: bool,
    titles: Both<&'static str>,
    descriptions: Both<&'static str>,
}

/// What the values of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Ids, codes and addresses.
    Code,
    /// Words in a language.
    Words(Lang),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// Exact decimal numbers.
    Number,
    /// Days, `2022-06-30`.
    Date,
    /// `true` or `false`.
    Boolean,
}

impl Column {
    /// Its heading for readers.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.titles.get(lang)
    }

    /// What it holds, in a sentence.
    pub fn description(&self, lang: Lang) -> &'static str {
        self.descriptions.get(lang)
    }
}

const fn required(
    name: &'static str,
    kind: Kind,
    titles: [&'static str; 2],
    descriptions: [&'static str; 2],
) -> Column {
    Column { name, kind, required: true, titles: both(titles), descriptions: both(descriptions) }
}

const fn optional(
    name: &'static str,
    kind: Kind,
    titles: [&'static str; 2],
    descriptions: [&'static str; 2],
) -> Column {
    Column { name, kind, required: false, titles: both(titles), descriptions: both(descriptions) }
}

const fn both([zh, en]: [&'static str; 2]) -> Both<&'static str> {
    Both { zh, en }
}

const ZH: Kind = Kind::Words(Lang::Zh);
const EN: Kind = Kind::Words(Lang::En);

/// How a number that is set against a value came about.
const BASES: Kind = Kind::Choice(&["announced", "derived"]);
const BASIS: [&str; 2] = [
    "announced：公布数；derived：由本站所载数值算出。",
    "announced: as published; derived: worked out from values on this site.",
];
const STATUSES: Kind = Kind::Choice(&["preliminary", "final", "revised"]);

/// The columns of figures, one row a figure or a part of one.
pub const FIGURES: &[Column] = &FIGURE_COLUMNS;

#[rustfmt::skip]
pub(super) const FIGURE_COLUMNS: [Column; 51] = [
    required("id", Kind::Code, ["编号", "Id"], ["这一行的固定编号：公报/数据，分项另加维度和成员。", "The row's permanent id: bulletin and figure, with dimension and member for a part."]),
    required("bulletin", Kind::Code, ["公报", "Bulletin"], ["发布该数据的公报。", "The bulletin that states the figure."]),
    required("released", Kind::Code, ["发布日期", "Released"], ["公报发布的日期；只知月份的写年月。", "When the bulletin was released: a day, or a month where no more is known."]),
    required("figure", Kind::Code, ["数据", "Figure"], ["数据在公报中的名称。", "The figure's name within its bulletin."]),
    optional("dimension", Kind::Choice(&["month", "quarter", "year", "place", "chain", "stage"]), ["分组维度", "Dimension"], ["分项按什么划分：月、季度、年、地区、产业链或阶段；总数为空。", "What the figure is broken down by; empty for the figure as a whole."]),
    optional("member", Kind::Code, ["分组成员", "Member"], ["分项是哪一部分；总数为空。", "Which part of the whole the row is; empty for the whole."]),
    optional("member_zh", ZH, ["成员名称（中文）", "Member, in Chinese"], ["分项的中文名称。", "The part's name in Chinese."]),
    optional("member_en", EN, ["成员名称（英文）", "Member, in English"], ["分项的英文名称。", "The part's name in English."]),
    optional("cohort_zh", ZH, ["统计对象（中文）", "Cohort, in Chinese"], ["按阶段分项时，所统计的是哪一批项目。", "For a breakdown by stage: which projects are counted."]),
    optional("cohort_en", EN, ["统计对象（英文）", "Cohort, in English"], ["同上，英文。", "The same in English."]),
    required("indicator", Kind::Code, ["指标代码", "Indicator"], ["指标；定义见指标表。", "The indicator; its definition is in the table of indicators."]),
    required("indicator_zh", ZH, ["指标（中文）", "Indicator, in Chinese"], ["指标的中文名称。", "The indicator's name in Chinese."]),
    required("indicator_en", EN, ["指标（英文）", "Indicator, in English"], ["指标的英文名称。", "The indicator's name in English."]),
    required("place", Kind::Code, ["地区", "Place"], ["地区；分地区的分项为该地区。", "The place; for a part by place, that place."]),
    optional("place_code", Kind::Code, ["行政区划代码", "Division code"], ["GB/T 2260行政区划代码。", "Administrative division code (GB/T 2260)."]),
    required("place_zh", ZH, ["地区（中文）", "Place, in Chinese"], ["地区在该时期的中文名称。", "The place's name in that period, in Chinese."]),
    required("place_en", EN, ["地区（英文）", "Place, in English"], ["地区在该时期的英文名称。", "The place's name in that period, in English."]),
    optional("project", Kind::Code, ["项目", "Project"], ["数据只关于某个项目时，该项目的编号。", "The project, where the figure is about one project alone."]),
    optional("project_zh", ZH, ["项目名称（中文）", "Project, in Chinese"], ["项目的中文名称；不公开或未见公布的为空。", "The project's name in Chinese; empty where it is withheld or not known."]),
    optional("project_en", EN, ["项目名称（英文）", "Project, in English"], ["项目的英文名称；不公开或未见公布的为空。", "The project's name in English; empty where it is withheld or not known."]),
    required("period", Kind::Code, ["时期", "Period"], ["2022年；2022-H1半年；2022-Q2季度；2022-06月；2022-01/2022-08起止；plan:13第十三个五年规划。", "2022 year; 2022-H1 half; 2022-Q2 quarter; 2022-06 month; 2022-01/2022-08 range; plan:13 the 13th Five-Year Plan."]),
    required("period_start", Kind::Date, ["起始日", "First day"], ["时期的第一天。", "The first day of the period."]),
    required("period_end", Kind::Date, ["截止日", "Last day"], ["时期的最后一天。", "The last day of the period."]),
    required("cumulative", Kind::Boolean, ["自年初累计", "Year to date"], ["时期是否从当年1月1日起累计（单独一个月除外）。", "Whether the period runs from 1 January of its year; a month alone does not."]),
    required("qualifier", Kind::Choice(&["exact", "over", "about", "nearly", "at_least", "at_most"]), ["限定", "Qualifier"], ["exact确数；over超；about约；nearly近；at_least不少于；at_most不超过。", "How exactly the value is meant: exact, over, about, nearly, at_least, at_most."]),
    required("value", Kind::Number, ["数值", "Value"], ["以“单位”列的单位计，不带数量级：458亿元写作45800000000。", "The value in the unit of the column `unit`, in full: RMB 45.8 billion is 45800000000."]),
    required("unit", Kind::Code, ["单位代码", "Unit"], ["单位代码，如CNY、USD、percent、count；速率另加/year、/month、/day。", "The unit: CNY, USD, percent, count and so on; a rate has /year, /month or /day after it."]),
    required("unit_zh", ZH, ["单位（中文）", "Unit, in Chinese"], ["单位的中文名称。", "The unit in Chinese."]),
    optional("unit_en", EN, ["单位（英文）", "Unit, in English"], ["单位的英文名称；个数在英文中不带单位。", "The unit in English; empty for counts, which English writes as bare numbers."]),
    required("written_zh", ZH, ["公布写法（中文）", "As written, in Chinese"], ["中文页面上的写法，如超2600亿元。", "The value as the Chinese page prints it."]),
    required("written_en", EN, ["公布写法（英文）", "As written, in English"], ["英文页面上的写法。", "The value as the English page prints it."]),
    optional("yoy", Kind::Number, ["同比", "Year on year"], ["同比增减，单位见change_unit；下降为负。", "The change year on year in the unit of `change_unit`; a fall is negative."]),
    optional("yoy_basis", BASES, ["同比依据", "Basis of year on year"], BASIS),
    optional("mom", Kind::Number, ["环比", "Month on month"], ["环比增减，单位见change_unit；下降为负。", "The change month on month in the unit of `change_unit`; a fall is negative."]),
    optional("mom_basis", BASES, ["环比依据", "Basis of month on month"], BASIS),
    optional("change_unit", Kind::Choice(&["percent", "percentage_point"]), ["增减单位", "Unit of change"], ["percent：百分比；percentage_point：百分点。", "percent, or percentage_point for indicators that are themselves rates."]),
    optional("base", Kind::Number, ["公布的基期数", "Base as published"], ["随同公布的基期数值，单位同数值。", "The value of the period compared with, as published, in the unit of the value."]),
    optional("times", Kind::Number, ["倍数", "Times"], ["是另一时期的多少倍（1.4即多40%）。", "How many times as much as in another period: 1.4 is 40 per cent more."]),
    optional("times_of", Kind::Code, ["倍数的基期", "Times of"], ["与哪个时期比较。", "The period that is 1."]),
    optional("times_basis", BASES, ["倍数依据", "Basis of times"], BASIS),
    optional("plan_share", Kind::Number, ["完成计划（%）", "Share of plan (%)"], ["占计划目标的百分比。", "The share of the plan's target reached, in per cent."]),
    optional("plan", Kind::Code, ["计划时期", "Plan"], ["与哪个时期的计划比较。", "The period of the plan."]),
    optional("plan_share_basis", BASES, ["完成计划的依据", "Basis of share of plan"], BASIS),
    required("status", STATUSES, ["数据状态", "Status"], ["preliminary初步数；final最终数；revised修订数。", "preliminary, final or revised."]),
    required("source_zh", ZH, ["来源（中文）", "Source, in Chinese"], ["数据的发布者。", "Who published the figure."]),
    required("source_en", EN, ["来源（英文）", "Source, in English"], ["同上，英文。", "The same in English."]),
    optional("note_zh", ZH, ["注释（中文）", "Note, in Chinese"], ["数据的脚注。", "A footnote to the figure."]),
    optional("note_en", EN, ["注释（英文）", "Note, in English"], ["同上，英文。", "The same in English."]),
    optional("method_zh", ZH, ["推算方法（中文）", "Method, in Chinese"], ["来源未直接公布的数，如何算出。", "How the figure was worked out, where its source does not print it."]),
    optional("method_en", EN, ["推算方法（英文）", "Method, in English"], ["同上，英文。", "The same in English."]),
    required("demonstration", Kind::Boolean, ["演示数据", "Demonstration"], ["是否为虚构的演示数据。", "Whether the figure is invented, for demonstration."]),
];

/// The columns of indicators.
pub const INDICATORS: &[Column] = &INDICATOR_COLUMNS;

#[rustfmt::skip]
pub(super) const INDICATOR_COLUMNS: [Column; 12] = [
    required("id", Kind::Code, ["指标代码", "Id"], ["指标的代码。", "The indicator's id."]),
    required("name_zh", ZH, ["名称（中文）", "Name, in Chinese"], ["指标的中文名称。", "Its name in Chinese."]),
    required("name_en", EN, ["名称（英文）", "Name, in English"], ["指标的英文名称。", "Its name in English."]),
    required("kind", Kind::Choice(&["flow", "stock", "count", "ratio"]), ["类型", "Kind"], ["flow流量；stock存量；count计数；ratio比率。", "flow, stock, count or ratio."]),
    required("unit", Kind::Code, ["单位代码", "Unit"], ["数值的单位代码。", "The unit of its values."]),
    required("unit_zh", ZH, ["单位（中文）", "Unit, in Chinese"], ["单位的中文名称。", "The unit in Chinese."]),
    optional("unit_en", EN, ["单位（英文）", "Unit, in English"], ["单位的英文名称；个数不带单位。", "The unit in English; empty for counts."]),
    required("definition_zh", ZH, ["定义（中文）", "Definition, in Chinese"], ["指标的含义和口径。", "What it means, in Chinese."]),
    required("definition_en", EN, ["定义（英文）", "Definition, in English"], ["同上，英文。", "What it means, in English."]),
    optional("source_zh", ZH, ["来源（中文）", "Source, in Chinese"], ["指标由谁统计。", "Who compiles it, in Chinese."]),
    optional("source_en", EN, ["来源（英文）", "Source, in English"], ["同上，英文。", "Who compiles it, in English."]),
    optional("part_of", Kind::Code, ["属于", "Part of"], ["该指标是哪个指标的一部分。", "The indicator that it is a part of."]),
];

/// The columns of places.
pub const PLACES: &[Column] = &PLACE_COLUMNS;

#[rustfmt::skip]
pub(super) const PLACE_COLUMNS: [Column; 11] = [
    required("id", Kind::Code, ["地区", "Id"], ["地区的编号。", "The place's id."]),
    optional("code", Kind::Code, ["行政区划代码", "Division code"], ["GB/T 2260行政区划代码。", "Administrative division code (GB/T 2260)."]),
    required("name_zh", ZH, ["名称（中文）", "Name, in Chinese"], ["现用中文名称。", "Its name today, in Chinese."]),
    required("name_en", EN, ["名称（英文）", "Name, in English"], ["现用英文名称。", "Its name today, in English."]),
    optional("full_zh", ZH, ["全称（中文）", "Full name, in Chinese"], ["含上级地区的名称。", "Its name with what it lies in, in Chinese."]),
    optional("full_en", EN, ["全称（英文）", "Full name, in English"], ["同上，英文。", "The same in English."]),
    required("level", Kind::Choice(&["country", "province", "prefecture", "county", "zone", "township"]), ["级别", "Level"], ["country国家；province省级；prefecture地级；county县级；zone开发区；township乡镇级。", "country, province, prefecture, county, zone or township."]),
    optional("parent", Kind::Code, ["隶属", "Lies in"], ["上级地区。", "The place that it lies in."]),
    optional("valid_from", Kind::Date, ["设立日期", "Valid from"], ["地区存在的第一天。", "The first day of its existence."]),
    optional("valid_to", Kind::Date, ["撤销日期", "Valid to"], ["地区存在的最后一天。", "The last day of its existence."]),
    required("demonstration", Kind::Boolean, ["演示", "Demonstration"], ["是否为虚构地区。", "Whether the place is invented."]),
];

/// The columns of bulletins.
pub const BULLETINS: &[Column] = &BULLETIN_COLUMNS;

#[rustfmt::skip]
pub(super) const BULLETIN_COLUMNS: [Column; 15] = [
    required("id", Kind::Code, ["公报", "Id"], ["公报的编号。", "The bulletin's id."]),
    required("title_zh", ZH, ["标题（中文）", "Title, in Chinese"], ["公报的中文标题。", "Its title in Chinese."]),
    required("title_en", EN, ["标题（英文）", "Title, in English"], ["公报的英文标题。", "Its title in English."]),
    required("place", Kind::Code, ["地区", "Place"], ["公报所述地区。", "The place that it is about."]),
    required("period", Kind::Code, ["时期", "Period"], ["公报所述时期，写法同数据表。", "The period that it is about, written as in the table of figures."]),
    required("period_start", Kind::Date, ["起始日", "First day"], ["时期的第一天。", "The first day of the period."]),
    required("period_end", Kind::Date, ["截止日", "Last day"], ["时期的最后一天。", "The last day of the period."]),
    required("column", Kind::Code, ["栏目", "Column"], ["公报所在栏目。", "The column that it appears in."]),
    required("released", Kind::Code, ["发布日期", "Released"], ["发布日期；只知月份的写年月。", "When it was released: a day, or a month where no more is known."]),
    required("status", STATUSES, ["数据状态", "Status"], ["preliminary初步数据；final最终数据；revised修订数据。", "preliminary, final or revised."]),
    required("source_zh", ZH, ["来源（中文）", "Source, in Chinese"], ["公报的发布者。", "Who publishes it, in Chinese."]),
    required("source_en", EN, ["来源（英文）", "Source, in English"], ["同上，英文。", "Who publishes it, in English."]),
    required("page_zh", Kind::Code, ["中文页面", "Page in Chinese"], ["公报中文页的网址。", "The address of its Chinese page."]),
    required("page_en", Kind::Code, ["英文页面", "Page in English"], ["公报英文页的网址。", "The address of its English page."]),
    required("demonstration", Kind::Boolean, ["演示数据", "Demonstration"], ["是否含虚构的演示数据。", "Whether it carries invented data."]),
];
