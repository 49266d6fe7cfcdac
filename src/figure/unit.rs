//! What a quantity is a quantity of.

use rust_decimal::Decimal;

use super::Magnitude;
use super::read::read_unit;
use super::words::{Noun, noun};
use crate::lang::Lang;

/// A unit, possibly per year or per day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unit {
    /// What is measured.
    pub kind: UnitKind,
    /// `…/年`, `… a year`: the capacity of a plant is a rate.
    pub per: Option<Rate>,
}

/// The kinds of unit that these bulletins use. Values are held in the unit named here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnitKind {
    /// 元, RMB.
    Yuan,
    /// 美元, US$.
    Dollar,
    /// %, as 67 and not as 0.67.
    Percent,
    /// 个百分点, percentage points.
    PercentagePoint,
    /// 倍, times.
    Times,
    /// 亩, mu: a fifteenth of a hectare.
    Mu,
    /// 公顷, hectares.
    Hectare,
    /// 平方米, square metres.
    SquareMetre,
    /// 平方公里, square kilometres.
    SquareKilometre,
    /// 米, metres.
    Metre,
    /// 公里, kilometres.
    Kilometre,
    /// 吨, tonnes.
    Tonne,
    /// 千瓦, kilowatts.
    Kilowatt,
    /// 千瓦时, kilowatt-hours.
    KilowattHour,
    /// 天, days.
    Day,
    /// 个月, months.
    Month,
    /// 年, years (a duration).
    Year,
    /// A number of things, with the measure word that Chinese gives them.
    Count(Counter),
}

/// The measure word of a count. English writes most counts as bare numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "each is the pinyin of the measure word in the table of `Counter::zh`")]
pub enum Counter {
    Ge,
    Xiang,
    Jia,
    Hu,
    Jian,
    Ren,
    Ming,
    Ci,
    Lun,
    Liang,
    Tai,
    Tao,
    Tiao,
    Zhi,
    Pi,
    Zong,
    Chang,
    Fen,
    Suo,
    Zuo,
}

/// What a rate is counted over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rate {
    /// 年, a year.
    Year,
    /// 月, a month.
    Month,
    /// 日, a day.
    Day,
}

impl UnitKind {
    /// Every kind that is no count.
    pub const MEASURES: [UnitKind; 17] = [
        UnitKind::Yuan,
        UnitKind::Dollar,
        UnitKind::Percent,
        UnitKind::PercentagePoint,
        UnitKind::Times,
        UnitKind::Mu,
        UnitKind::Hectare,
        UnitKind::SquareMetre,
        UnitKind::SquareKilometre,
        UnitKind::Metre,
        UnitKind::Kilometre,
        UnitKind::Tonne,
        UnitKind::Kilowatt,
        UnitKind::KilowattHour,
        UnitKind::Day,
        UnitKind::Month,
        UnitKind::Year,
    ];

    /// Every kind: the measures, then a count with each measure word.
    pub fn all() -> impl Iterator<Item = UnitKind> {
        UnitKind::MEASURES.into_iter().chain(Counter::ALL.map(UnitKind::Count))
    }
}

impl Counter {
    /// Every measure word, the general 个 first.
    pub const ALL: [Counter; 20] = [
        Counter::Ge,
        Counter::Xiang,
        Counter::Jia,
        Counter::Hu,
        Counter::Jian,
        Counter::Ren,
        Counter::Ming,
        Counter::Ci,
        Counter::Lun,
        Counter::Liang,
        Counter::Tai,
        Counter::Tao,
        Counter::Tiao,
        Counter::Zhi,
        Counter::Pi,
        Counter::Zong,
        Counter::Chang,
        Counter::Fen,
        Counter::Suo,
        Counter::Zuo,
    ];

    /// The measure word.
    pub fn zh(self) -> &'static str {
        match self {
            Counter::Ge => "个",
            Counter::Xiang => "项",
            Counter::Jia => "家",
            Counter::Hu => "户",
            Counter::Jian => "件",
            Counter::Ren => "人",
            Counter::Ming => "名",
            Counter::Ci => "次",
            Counter::Lun => "轮",
            Counter::Liang => "辆",
            Counter::Tai => "台",
            Counter::Tao => "套",
            Counter::Tiao => "条",
            Counter::Zhi => "支",
            Counter::Pi => "批",
            Counter::Zong => "宗",
            Counter::Chang => "场",
            Counter::Fen => "份",
            Counter::Suo => "所",
            Counter::Zuo => "座",
        }
    }
}

impl Rate {
    /// Every rate.
    pub const ALL: [Rate; 3] = [Rate::Year, Rate::Month, Rate::Day];

    /// What follows the unit: `/年`, `a year`.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Rate::Year, Lang::Zh) => "/年",
            (Rate::Month, Lang::Zh) => "/月",
            (Rate::Day, Lang::Zh) => "/日",
            (Rate::Year, Lang::En) => "a year",
            (Rate::Month, Lang::En) => "a month",
            (Rate::Day, Lang::En) => "a day",
        }
    }
}

impl Unit {
    /// Reads a unit as the registry writes it, with its magnitude: 亿元, 万辆/年, %, 个百分点, US$ million, billion yuan.
    ///
    /// A noun is no unit, nor is a magnitude alone.
    pub fn read(text: &str) -> Option<(Unit, Magnitude)> {
        read_unit(text)
    }

    /// The Chinese name that follows a number: 元, 个百分点, 辆/年.
    pub fn zh(self) -> String {
        let rate = self.per.map_or("", |rate| rate.word(Lang::Zh));
        format!("{}{rate}", noun(self.kind).zh)
    }

    /// The English name that goes with `number`: tonne for 1, tonnes for all others, vehicles a year.
    ///
    /// Empty for things that English counts with a bare number. Money, which is written RMB 5 and US$5,
    /// is named yuan and US dollars here.
    pub fn en(self, number: Decimal) -> String {
        let Noun { one, other, .. } = noun(self.kind);
        let name = if number.abs() == Decimal::ONE { one } else { other };
        let rate = self.per.map_or("", |rate| rate.word(Lang::En));
        [name, rate].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The heading of a column or an axis whose numbers stand in this unit and magnitude:
    /// 亿元, 个; RMB billion, US$ million, thousand tonnes, mu. Empty for bare English counts.
    pub fn label(self, magnitude: Magnitude, lang: Lang) -> String {
        let scale = magnitude.word(lang);
        let parts = match lang {
            Lang::Zh => return format!("{scale}{}", self.zh()),
            Lang::En => match self.currency() {
                Some(currency) => {
                    vec![currency.to_owned(), scale, self.per.map_or("", |rate| rate.word(lang)).to_owned()]
                }
                None => vec![scale, self.en(Decimal::ZERO)],
            },
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What English writes before an amount of money: `RMB`, `US$`.
    pub fn currency(self) -> Option<&'static str> {
        match self.kind {
            UnitKind::Yuan => Some("RMB"),
            UnitKind::Dollar => Some("US$"),
            _ => None,
        }
    }

    /// A unit that is no rate.
    pub const fn plain(kind: UnitKind) -> Self {
        Unit { kind, per: None }
    }

    /// Whether this is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(self.kind, UnitKind::Yuan | UnitKind::Dollar)
    }

    /// Whether this counts things.
    pub fn is_count(self) -> bool {
        matches!(self.kind, UnitKind::Count(_))
    }

    /// Whether values of the two units may be added, compared or drawn on one axis:
    /// the same unit, or two counts that differ in their measure words only.
    pub fn is_like(self, other: Unit) -> bool {
        self.per == other.per && (self.kind == other.kind || (self.is_count() && other.is_count()))
    }
}
