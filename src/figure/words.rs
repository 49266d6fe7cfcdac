//! The vocabulary: which word means what. Reading takes the longest word that fits.

use super::{Counter, Magnitude, Qualifier, Rate, UnitKind};
use crate::lang::Lang;

/// The names of a kind of unit. The English ones are empty where English writes a bare number.
pub(super) struct Noun {
    pub(super) zh: &'static str,
    pub(super) one: &'static str,
    pub(super) other: &'static str,
}

/// The names that a kind of unit is written with.
pub(super) fn noun(kind: UnitKind) -> Noun {
    let (zh, one, other) = match kind {
        UnitKind::Yuan => ("元", "yuan", "yuan"),
        UnitKind::Dollar => ("美元", "US dollar", "US dollars"),
        UnitKind::Percent => ("%", "%", "%"),
        UnitKind::PercentagePoint => ("个百分点", "percentage point", "percentage points"),
        UnitKind::Times => ("倍", "times", "times"),
        UnitKind::Mu => ("亩", "mu", "mu"),
        UnitKind::Hectare => ("公顷", "hectare", "hectares"),
        UnitKind::SquareMetre => ("平方米", "square metre", "square metres"),
        UnitKind::SquareKilometre => ("平方公里", "square kilometre", "square kilometres"),
        UnitKind::Metre => ("米", "metre", "metres"),
        UnitKind::Kilometre => ("公里", "kilometre", "kilometres"),
        UnitKind::Tonne => ("吨", "tonne", "tonnes"),
        UnitKind::Kilowatt => ("千瓦", "kilowatt", "kilowatts"),
        UnitKind::KilowattHour => ("千瓦时", "kilowatt-hour", "kilowatt-hours"),
        UnitKind::Day => ("天", "day", "days"),
        UnitKind::Month => ("个月", "month", "months"),
        UnitKind::Year => ("年", "year", "years"),
        UnitKind::Count(counter) => {
            let (one, other) = counted(counter);
            (counter.zh(), one, other)
        }
    };
    Noun { zh, one, other }
}

fn counted(counter: Counter) -> (&'static str, &'static str) {
    match counter {
        Counter::Liang => ("vehicle", "vehicles"),
        Counter::Tai => ("unit", "units"),
        Counter::Tao => ("set", "sets"),
        _ => ("", ""),
    }
}

/// Names of units that are read besides those of [`noun`].
pub(super) const OTHER_UNITS: &[(&str, UnitKind)] = &[
    ("percent", UnitKind::Percent),
    ("per cent", UnitKind::Percent),
    ("百分点", UnitKind::PercentagePoint),
    ("percent point", UnitKind::PercentagePoint),
    ("percent points", UnitKind::PercentagePoint),
    ("ha", UnitKind::Hectare),
    ("平米", UnitKind::SquareMetre),
    ("㎡", UnitKind::SquareMetre),
    ("m²", UnitKind::SquareMetre),
    ("square meter", UnitKind::SquareMetre),
    ("square meters", UnitKind::SquareMetre),
    ("平方千米", UnitKind::SquareKilometre),
    ("km²", UnitKind::SquareKilometre),
    ("square kilometer", UnitKind::SquareKilometre),
    ("square kilometers", UnitKind::SquareKilometre),
    ("meter", UnitKind::Metre),
    ("meters", UnitKind::Metre),
    ("千米", UnitKind::Kilometre),
    ("km", UnitKind::Kilometre),
    ("kilometer", UnitKind::Kilometre),
    ("kilometers", UnitKind::Kilometre),
    ("ton", UnitKind::Tonne),
    ("tons", UnitKind::Tonne),
    ("metric tons", UnitKind::Tonne),
    ("kW", UnitKind::Kilowatt),
    ("kWh", UnitKind::KilowattHour),
    ("kilowatt hours", UnitKind::KilowattHour),
    ("person", UnitKind::Count(Counter::Ren)),
    ("people", UnitKind::Count(Counter::Ren)),
    ("persons", UnitKind::Count(Counter::Ren)),
];

/// Names of money that may follow its number, besides those of [`noun`].
pub(super) const OTHER_MONEY: &[(&str, UnitKind)] = &[
    ("元人民币", UnitKind::Yuan),
    ("人民币", UnitKind::Yuan),
    ("RMB", UnitKind::Yuan),
    ("CNY", UnitKind::Yuan),
    ("yuan RMB", UnitKind::Yuan),
    ("美金", UnitKind::Dollar),
    ("dollar", UnitKind::Dollar),
    ("dollars", UnitKind::Dollar),
    ("U.S. dollars", UnitKind::Dollar),
    ("USD", UnitKind::Dollar),
];

/// What may stand before an amount of money.
pub(crate) const CURRENCIES: &[(&str, UnitKind)] = &[
    ("RMB", UnitKind::Yuan),
    ("CNY", UnitKind::Yuan),
    ("¥", UnitKind::Yuan),
    ("￥", UnitKind::Yuan),
    ("人民币", UnitKind::Yuan),
    ("US$", UnitKind::Dollar),
    ("US $", UnitKind::Dollar),
    ("USD", UnitKind::Dollar),
    ("$", UnitKind::Dollar),
];

/// Words for powers of ten.
pub(super) const MAGNITUDES: &[(&str, Magnitude)] = &[
    ("千", Magnitude(3)),
    ("万", Magnitude(4)),
    ("十万", Magnitude(5)),
    ("百万", Magnitude(6)),
    ("千万", Magnitude(7)),
    ("亿", Magnitude(8)),
    ("十亿", Magnitude(9)),
    ("百亿", Magnitude(10)),
    ("千亿", Magnitude(11)),
    ("万亿", Magnitude(12)),
    ("thousand", Magnitude(3)),
    ("ten thousand", Magnitude(4)),
    ("hundred million", Magnitude(8)),
    ("million", Magnitude(6)),
    ("mn", Magnitude(6)),
    ("billion", Magnitude(9)),
    ("bn", Magnitude(9)),
    ("trillion", Magnitude(12)),
];

/// What may follow a unit to make it a rate, besides [`Rate::word`].
pub(super) const OTHER_RATES: &[(&str, Rate)] = &[
    ("/year", Rate::Year),
    ("per year", Rate::Year),
    ("per annum", Rate::Year),
    ("annually", Rate::Year),
    ("/month", Rate::Month),
    ("per month", Rate::Month),
    ("/天", Rate::Day),
    ("/day", Rate::Day),
    ("per day", Rate::Day),
];

/// What may stand before an amount to make it a rate.
pub(crate) const RATE_PREFIXES: &[(&str, Rate)] =
    &[("每年", Rate::Year), ("每月", Rate::Month), ("每天", Rate::Day), ("每日", Rate::Day)];

/// What may stand before an amount to say how exact it is, besides [`Qualifier::word`].
pub(super) const OTHER_QUALIFIERS: &[(&str, Qualifier)] = &[
    ("超过", Qualifier::Over),
    ("逾", Qualifier::Over),
    ("多于", Qualifier::Over),
    ("over", Qualifier::Over),
    ("exceeding", Qualifier::Over),
    ("大约", Qualifier::About),
    ("around", Qualifier::About),
    ("approximately", Qualifier::About),
    ("roughly", Qualifier::About),
    ("将近", Qualifier::Nearly),
    ("接近", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("close to", Qualifier::Nearly),
    ("至少", Qualifier::AtLeast),
    ("不低于", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("not fewer than", Qualifier::AtLeast),
    ("至多", Qualifier::AtMost),
    ("最多", Qualifier::AtMost),
    ("不多于", Qualifier::AtMost),
    ("不高于", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
];

/// What says so between the digits and the unit: 2600余亿元, 500万余元, 20多家.
pub(super) const INFIXES: &[(&str, Qualifier)] = &[("余", Qualifier::Over), ("多", Qualifier::Over)];

/// What says so after the unit: 500亿元左右.
pub(super) const SUFFIXES: &[(&str, Qualifier)] = &[("左右", Qualifier::About), ("上下", Qualifier::About)];

/// What makes an amount a threshold, which is a condition and not a figure: 亿元以上项目.
pub(super) const THRESHOLDS: &[(&str, ())] = &[
    ("以上", ()),
    ("及以上", ()),
    ("以下", ()),
    ("及以下", ()),
    ("or more", ()),
    ("or less", ()),
    ("or fewer", ()),
    ("and above", ()),
    ("or above", ()),
];

/// Signs before a number; true for a minus.
pub(super) const SIGNS: &[(&str, bool)] = &[("+", false), ("-", true), ("−", true)];

/// What changes are said with; true for a fall.
pub(super) const DIRECTIONS: &[(&str, bool)] = &[
    ("增长", false),
    ("上升", false),
    ("提高", false),
    ("增加", false),
    ("up", false),
    ("下降", true),
    ("减少", true),
    ("降低", true),
    ("down", true),
];

impl Qualifier {
    /// Every qualifier.
    pub const ALL: [Qualifier; 6] = [
        Qualifier::Exact,
        Qualifier::Over,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::AtLeast,
        Qualifier::AtMost,
    ];

    /// The word before an amount; empty if there is nothing to say.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Qualifier::Exact, _) => "",
            (Qualifier::Over, Lang::Zh) => "超",
            (Qualifier::About, Lang::Zh) => "约",
            (Qualifier::Nearly, Lang::Zh) => "近",
            (Qualifier::AtLeast, Lang::Zh) => "不少于",
            (Qualifier::AtMost, Lang::Zh) => "不超过",
            (Qualifier::Over, Lang::En) => "more than",
            (Qualifier::About, Lang::En) => "about",
            (Qualifier::Nearly, Lang::En) => "nearly",
            (Qualifier::AtLeast, Lang::En) => "at least",
            (Qualifier::AtMost, Lang::En) => "at most",
        }
    }
}

impl Magnitude {
    /// The word after a number, or in the heading of a column: 万, 亿; million, billion.
    ///
    /// English names 万 and 亿 by their numbers, 10,000 and 100 million, as yearbooks do.
    pub fn word(self, lang: Lang) -> String {
        let word = match (self.0, lang) {
            (0, _) => "",
            (3, Lang::Zh) => "千",
            (4, Lang::Zh) => "万",
            (6, Lang::Zh) => "百万",
            (7, Lang::Zh) => "千万",
            (8, Lang::Zh) => "亿",
            (9, Lang::Zh) => "十亿",
            (12, Lang::Zh) => "万亿",
            (3, Lang::En) => "thousand",
            (4, Lang::En) => "10,000",
            (6, Lang::En) => "million",
            (7, Lang::En) => "10 million",
            (8, Lang::En) => "100 million",
            (9, Lang::En) => "billion",
            (12, Lang::En) => "trillion",
            (power, _) => return format!("×10^{power}"),
        };
        word.to_owned()
    }
}
