//! In what way two claims differ, and which rule that is against.

use rust_decimal::Decimal;

use super::sense::{Bound, Dim, Measure, Sense, When};
use crate::diagnostic::Code;
use crate::lang::{Lang, Text};
use crate::prose::Relation;

/// In what way two claims that stand for each other differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Difference {
    /// The number, or the day.
    Number,
    /// Which five-year plan.
    Plan,
    /// A limit for each against an amount.
    Threshold,
    /// A power of ten.
    PowerOfTen,
    /// The unit of one number.
    Unit,
    /// The unit of area.
    Area,
    /// As many times as much against so many times more.
    Times,
    /// Per cent against percentage points.
    Points,
    /// A rise against a fall.
    Direction,
    /// More than against less than.
    Limit,
}

/// Whether two measures are the same but for as much and more: 是1.4倍 against 增长1.4倍 or 增长140%, 增长40% against
/// 增长1.4倍.
fn are_confused_multiples(zh: &Measure, en: &Measure) -> bool {
    let is_multiple = |measure: &Measure| {
        measure.dim == Dim::Times || measure.dim == Dim::Percent && measure.relation == Some(Relation::Grew)
    };
    let is_same = zh.number == en.number || zh.value == en.value;
    let is_one_apart =
        || zh.factor().zip(en.factor()).is_some_and(|(zh, en)| (zh - en).abs() == Decimal::ONE);
    match (zh.dim, en.dim) {
        (Dim::Times, Dim::Times) => is_same && zh.contradicts(en) || is_one_apart(),
        (Dim::Times, _) | (_, Dim::Times) => {
            is_multiple(zh) && is_multiple(en) && (is_same || zh.is_power_of_ten_of(en) || is_one_apart())
        }
        _ => false,
    }
}

impl Difference {
    pub(super) fn between(zh: &Sense, en: &Sense) -> Difference {
        match (zh, en) {
            (Sense::Measure(zh), Sense::Measure(en)) => Difference::of_measures(zh, en),
            (Sense::Time(When::Plan(_)), Sense::Time(When::Plan(_))) => Difference::Plan,
            _ => Difference::Number,
        }
    }

    fn of_measures(zh: &Measure, en: &Measure) -> Difference {
        let is_limit = |bound: Bound| matches!(bound, Bound::AtLeastEach | Bound::AtMostEach);
        let same = zh.number == en.number || zh.value == en.value;
        let areas = zh.dim == Dim::Area && en.dim == Dim::Area;
        let points = zh.is_ratio() && (zh.dim == Dim::Points) != (en.dim == Dim::Points);
        match () {
            () if zh.is_like(en) && zh.value == en.value && is_limit(zh.bound) != is_limit(en.bound) => {
                Difference::Threshold
            }
            () if are_confused_multiples(zh, en) => Difference::Times,
            () if same && zh.contradicts(en) => Difference::Direction,
            () if same && points => Difference::Points,
            () if same && areas && zh.unit != en.unit => Difference::Area,
            () if same && zh.dim != en.dim => Difference::Unit,
            () if same => {
                if is_limit(zh.bound) {
                    Difference::Threshold
                } else {
                    Difference::Limit
                }
            }
            () if zh.is_like(en) && !zh.is_ratio() && is_slip(zh, en) => Difference::PowerOfTen,
            () => Difference::Number,
        }
    }

    pub(super) fn code(self) -> Code {
        match self {
            Difference::Number | Difference::Direction | Difference::Limit | Difference::Unit => {
                Code::FiguresDiffer
            }
            Difference::Plan => Code::PlanYears,
            Difference::Threshold => Code::Threshold,
            Difference::PowerOfTen => Code::PowerOfTen,
            Difference::Area => Code::AreaUnit,
            Difference::Times => Code::Multiple,
            Difference::Points => Code::Points,
        }
    }

    /// What is wrong on the side `wrong`, which says `here` where the other says `there`.
    pub(super) fn message(self, wrong: Lang, here: &str, there: &str) -> Text {
        let (other_zh, other_en) = match wrong.other() {
            Lang::Zh => ("中文", "the Chinese"),
            Lang::En => ("英文", "the English"),
        };
        let (zh, en) = match self {
            Difference::Number => ("数字与另一种文字不一致", "the two languages give different figures"),
            Difference::Plan => ("不是同一个五年规划", "not the same five-year plan"),
            Difference::Threshold => (
                "一处是每个项目的门槛，一处不是",
                "a threshold that each one meets is told otherwise in one of the languages",
            ),
            Difference::PowerOfTen => (
                "数量级不一致，可能是亿与billion、万与thousand换算有误",
                "a power of ten apart (亿 is 100 million, 万 ten thousand)",
            ),
            Difference::Unit => ("同一个数，单位不一致", "one number in two different units"),
            Difference::Area => ("同一个数，面积单位不一致", "one number in two different units of area"),
            Difference::Times => {
                ("“是……的几倍”与“增长几倍”混用", "so many times as much is not so many times more")
            }
            Difference::Points => ("百分点与百分之几混用", "percentage points are not per cent"),
            Difference::Direction => ("一处是增，一处是减", "a rise in one language and a fall in the other"),
            Difference::Limit => {
                ("一处是下限，一处是上限", "more than in one language, less than in the other")
            }
        };
        Text::new(
            format!("{zh}：{other_zh}是“{there}”，这里是“{here}”"),
            format!("{en}: {there} in {other_en}, {here} here"),
        )
    }
}

/// Whether a power of ten is a slip of magnitude and not of the pen: 2 and 20 things are simply different.
fn is_slip(zh: &Measure, en: &Measure) -> bool {
    let large = Decimal::ONE_THOUSAND;
    zh.is_power_of_ten_of(en) && (zh.value.abs() >= large || en.value.abs() >= large)
}
