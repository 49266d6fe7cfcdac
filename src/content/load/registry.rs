//! registry/: one function a register, each an entry by its id.

use crate::content::decode::{Decode, Fields, Table, Value};
use crate::content::{
    Chain, FormerName, Id, Indicator, IndicatorKind, Level, Located, Noun, Person, Place, Registry, Stage,
    Term, TermOfOffice,
};
use crate::figure::{Counter, Magnitude, Unit, UnitKind};
use crate::lang::{Both, Text};

/// The most digits after the point that derived values are given.
const MOST_DECIMALS: i64 = 6;

pub(super) fn indicator(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Indicator> {
    let (name, definition) = (fields.text("name"), fields.text("definition"));
    let (short, source) = (fields.optional("short"), fields.optional("source"));
    let (unit, kind) = (fields.required::<WrittenUnit>("unit"), fields.required("kind"));
    let noun = fields.table("noun");
    let decimals = fields.value("decimals").and_then(decimals);
    let part_of = fields.optional("part_of");
    let WrittenUnit(unit, magnitude) = unit?;
    Some(Indicator {
        id,
        name,
        short,
        unit,
        magnitude,
        noun,
        kind: kind?,
        definition,
        source,
        decimals,
        part_of,
    })
}

pub(super) fn place(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Place> {
    let name = fields.text("name");
    let level = fields.required("level");
    let place = Place {
        id,
        name,
        full: fields.optional("full"),
        level: Level::County,
        parent: fields.optional("parent"),
        code: fields.value("code").and_then(division_code),
        valid_from: fields.optional("valid_from"),
        valid_to: fields.optional("valid_to"),
        demonstration: fields.optional("demonstration").unwrap_or(false),
        description: fields.optional("description"),
        former: fields.tables("former"),
    };
    Some(Place { level: level?, ..place })
}

pub(super) fn person(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Person> {
    let name = fields.required("name");
    let (terms, unverified) = (fields.tables("terms"), fields.list("unverified"));
    Some(Person { id, name: name?, terms, unverified })
}

pub(super) fn term(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Term> {
    let (zh, en) = (fields.required("zh"), fields.required("en"));
    let forbidden = fields.table("forbidden").map(|Forbidden(words)| words).unwrap_or_default();
    let note = fields.optional("note");
    Some(Term { id, name: Both { zh: zh?, en: en? }, forbidden, note })
}

pub(super) fn chain(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Chain> {
    Some(Chain { id, name: fields.text("name"), other: fields.optional("other").unwrap_or(false) })
}

pub(super) fn stage(id: Located<Id>, fields: &mut Fields<'_>) -> Option<Stage> {
    Some(Stage { id, name: fields.text("name"), definition: fields.optional("definition") })
}

/// The unit of an indicator's bare numbers. Those of an indicator that nobody knows are counts for now: the
/// name is reported later, with the names that are near it, and the number should not be reported as well.
pub(super) fn bare_unit(registry: &Registry, indicator: Option<&Located<Id>>) -> Option<(Unit, Magnitude)> {
    let known = indicator.and_then(|id| registry.indicators.get(&id.value));
    let unknown = (Unit::plain(UnitKind::Count(Counter::Ge)), Magnitude::ONE);
    Some(known.map_or(unknown, |indicator| (indicator.unit, indicator.magnitude)))
}

/// The unit and magnitude of an indicator's bare numbers.
struct WrittenUnit(Unit, Magnitude);

impl Decode for WrittenUnit {
    fn decode(value: Value<'_>) -> Option<Self> {
        let text = value.string(&Self::what(), &Self::example())?;
        match Unit::read(text) {
            Some((unit, magnitude)) => Some(WrittenUnit(unit, magnitude)),
            None => value.bad(
                Text::new(format!("“{text}”不是可识别的单位"), format!("`{text}` is no known unit")),
                Text::new(
                    "可用的单位：亿元、万元、元、亿美元、个、家、项、户、人、%、个百分点、倍、亩、公顷、吨、万吨、天、个月等",
                    "units are 亿元, 万元, 元, 亿美元, 个, 家, 项, 户, 人, %, 个百分点, 倍, 亩, 公顷, 吨, 万吨, 天, 个月 and the like",
                ),
            ),
        }
    }

    fn what() -> Text {
        Text::new("单位", "a unit")
    }

    fn example() -> String {
        "\"亿元\"".into()
    }
}

impl Decode for IndicatorKind {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(
            &Self::what(),
            &[
                ("flow", IndicatorKind::Flow),
                ("stock", IndicatorKind::Stock),
                ("count", IndicatorKind::Count),
                ("ratio", IndicatorKind::Ratio),
            ],
        )
    }

    fn what() -> Text {
        Text::new("指标类型", "a kind of indicator")
    }

    fn example() -> String {
        "\"flow\"".into()
    }
}

impl Decode for Level {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(
            &Self::what(),
            &[
                ("country", Level::Country),
                ("province", Level::Province),
                ("prefecture", Level::Prefecture),
                ("county", Level::County),
                ("zone", Level::Zone),
                ("township", Level::Township),
            ],
        )
    }

    fn what() -> Text {
        Text::new("行政级别", "the level of a place")
    }

    fn example() -> String {
        "\"county\"".into()
    }
}

impl Table for Noun {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (one, other) = (fields.required("one"), fields.required("other"));
        Some(Noun { one: one?, other: other? })
    }
}

impl Table for FormerName {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (name, level, until) = (fields.text("name"), fields.required("level"), fields.required("until"));
        Some(FormerName { name, level: level?, until: until? })
    }
}

impl Table for TermOfOffice {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(TermOfOffice {
            place: fields.optional("place"),
            title: fields.text("title"),
            from: fields.optional("from"),
            to: fields.optional("to"),
        })
    }
}

/// Forbidden renderings; either language may have none.
struct Forbidden(Both<Vec<String>>);

impl Table for Forbidden {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Forbidden(Both { zh: fields.list("zh"), en: fields.list("en") }))
    }
}

fn decimals(value: Value<'_>) -> Option<u8> {
    let number = i64::decode(value)?;
    match u8::try_from(number) {
        Ok(digits) if number <= MOST_DECIMALS => Some(digits),
        _ => value.bad(
            Text::new(format!("小数位数不能是{number}"), format!("{number} is no number of decimals")),
            Text::new(format!("写0至{MOST_DECIMALS}"), format!("write 0 to {MOST_DECIMALS}")),
        ),
    }
}

fn division_code(value: Value<'_>) -> Option<String> {
    let code = String::decode(value)?;
    if code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()) {
        return Some(code);
    }
    value.bad(
        Text::new(format!("“{code}”不是行政区划代码"), format!("`{code}` is no division code")),
        Text::new(
            "GB/T 2260 代码为六位数字，如 \"431200\"",
            "a code of GB/T 2260 has six digits: \"431200\"",
        ),
    )
}
