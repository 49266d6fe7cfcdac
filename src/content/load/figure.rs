//! metrics.toml and history/: the figures.

use super::registry::bare_unit;
use crate::content::decode::{Decode, Fields, Percent, Table, Value, explain_period};
use crate::content::{
    Breakdown, ById, Cell, CellKey, Comparison, Dimension, Figure, Id, Located, Origin, Registry, Status,
    Times,
};
use crate::figure::{Amount, Granularity, Magnitude, Period, Unit};
use crate::lang::Text;

/// What a figure takes over from around it.
pub(super) struct Defaults<'a> {
    pub(super) registry: &'a Registry,
    /// The bulletin's place; `None` if it could not be read.
    pub(super) place: Option<Located<Id>>,
    /// The bulletin's period; `None` if it could not be read.
    pub(super) period: Option<Located<Period>>,
}

/// What a figure is about; `None` for what could not be read.
struct Subject {
    id: Option<Located<Id>>,
    indicator: Option<Located<Id>>,
    place: Option<Located<Id>>,
    period: Option<Located<Period>>,
}

/// Reads metrics.toml.
pub(super) fn metrics(fields: &mut Fields<'_>, defaults: &Defaults<'_>) -> ById<Figure> {
    fields.entries(|id, fields| {
        let subject = Subject {
            indicator: fields.optional_or("indicator", Some(id.clone())),
            place: fields.optional_or("place", defaults.place.clone()),
            period: fields.optional_or("period", defaults.period),
            id: Some(id),
        };
        read(subject, defaults.registry, fields)
    })
}

/// Reads a file of history/. Its figures are called by their indicators.
pub(super) fn history(fields: &mut Fields<'_>, registry: &Registry) -> Vec<Figure> {
    let place: Option<Located<Id>> = fields.required("place");
    fields.tables_with("figures", |fields| {
        let indicator: Option<Located<Id>> = fields.required("indicator");
        let period = fields.required("period");
        let subject = Subject { id: indicator.clone(), indicator, place: place.clone(), period };
        let published = fields.optional("published");
        // A bulletin says who publishes its figures; here each figure has to.
        fields.demand::<Text>("source");
        let figure = read(subject, registry, fields)?;
        Some(Figure { origin: Origin { published, ..figure.origin }, ..figure })
    })
}

fn read(subject: Subject, registry: &Registry, fields: &mut Fields<'_>) -> Option<Figure> {
    let unit = bare_unit(registry, subject.indicator.as_ref());
    let value = fields.required_amount("value", unit);
    let comparison = comparison(fields, unit);
    let (part_of, project) = (fields.optional("part_of"), fields.optional("project"));
    let cohort = fields.optional("cohort");
    let breakdowns = Dimension::ALL.into_iter().filter_map(|along| breakdown(fields, along, unit)).collect();
    let (note, status) = (fields.optional("note"), fields.optional("status"));
    let (source, quote) = (fields.optional("source"), fields.optional("quote"));
    let origin = Origin { source, quote, derived: fields.optional("derived"), published: None };
    Some(Figure {
        id: subject.id?,
        indicator: subject.indicator?,
        place: subject.place?,
        period: subject.period?,
        value: value?,
        comparison,
        part_of,
        project,
        cohort,
        breakdowns,
        note,
        status,
        origin,
    })
}

fn comparison(fields: &mut Fields<'_>, unit: Option<(Unit, Magnitude)>) -> Comparison {
    let mut percent = |key| {
        let percent: Option<Located<Percent>> = fields.optional(key);
        percent.map(|Located { value: Percent(percent), span }| Located::new(percent, span))
    };
    let (yoy, mom, plan) = (percent("yoy"), percent("mom"), percent("plan"));
    Comparison { yoy, mom, plan, base: fields.amount("base", unit), times: fields.table("times") }
}

impl Table for Times {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let (ratio, of) = (fields.required("ratio"), fields.required("of"));
        Some(Times { ratio: ratio?, of: of? })
    }
}

fn breakdown(
    fields: &mut Fields<'_>,
    dimension: Dimension,
    unit: Option<(Unit, Magnitude)>,
) -> Option<Breakdown> {
    let cells = fields.value(dimension.key())?.table(|cells| {
        Some(cells.cells(|key, value| {
            let key = Located::new(cell_key(dimension, key, value)?, key.span);
            let (value, comparison) = cell(value, unit)?;
            Some(Cell { key, value, comparison })
        }))
    })?;
    Some(Breakdown { dimension, cells })
}

/// A cell is a quantity, or a table with the quantity and what it is compared with.
fn cell(value: Value<'_>, unit: Option<(Unit, Magnitude)>) -> Option<(Located<Amount>, Comparison)> {
    if !value.is_table() {
        return Some((value.amount(unit)?, Comparison::default()));
    }
    value.table(|fields| {
        let amount = fields.required_amount("value", unit);
        let comparison = comparison(fields, unit);
        Some((amount?, comparison))
    })
}

fn cell_key(dimension: Dimension, key: Located<&str>, value: Value<'_>) -> Option<CellKey> {
    let (granularity, example) = match dimension {
        Dimension::Month => (Granularity::Month, "2022-01"),
        Dimension::Quarter => (Granularity::Quarter, "2022-Q1"),
        Dimension::Year => (Granularity::Year, "2022"),
        Dimension::Place | Dimension::Chain | Dimension::Stage => return value.id_of(key).map(CellKey::Id),
    };
    let (message, help) = match Period::parse(key.value) {
        Ok(period) if period.granularity() == granularity => return Some(CellKey::Period(period)),
        Ok(_) => (
            Text::new(
                format!("“{}”不能放在`{}`中", key.value, dimension.key()),
                format!("`{}` has no place in `{}`", key.value, dimension.key()),
            ),
            Text::new(format!("键写作 \"{example}\""), format!("its keys are written \"{example}\"")),
        ),
        Err(error) => explain_period(key.value, &error),
    };
    value.bad_key(key.span, message, help)
}

impl Decode for Status {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.choice(
            &Self::what(),
            &[("preliminary", Status::Preliminary), ("final", Status::Final), ("revised", Status::Revised)],
        )
    }

    fn what() -> Text {
        Text::new("数据状态", "how final a figure is")
    }

    fn example() -> String {
        "\"final\"".into()
    }
}
