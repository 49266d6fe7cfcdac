//! What the figures of a bulletin say, as prose would say it.

use rust_decimal::Decimal;

use super::Case;
use super::sense::{Measure, Sense, When};
use super::sentence::holds;
use crate::analysis::{Change, Reading, Scale};
use crate::content::{CellKey, Comparison, Dimension, Figure, Id};
use crate::figure::{Period, Quantity, Unit, UnitKind};
use crate::lang::Lang;
use crate::prose::Relation;

/// What a figure directive prints: `None` for words (a name, a place, a definition) and for what does not exist.
pub(crate) fn said_by(case: &Case<'_>, id: &Id, path: &[String]) -> Option<Sense> {
    let (bulletin, index) = case.bulletin?;
    let figure = bulletin.figures.get(id)?;
    let [field, rest @ ..] = path else {
        return Measure::of_amount(figure.value.value, None).map(Sense::Measure);
    };
    if !rest.is_empty() {
        return cell(figure, field, &rest.join("."));
    }
    let reading = index.reading(bulletin, figure)?;
    Some(Sense::Measure(match field.as_str() {
        "yoy" => change(&reading.year_on_year()?)?,
        "mom" => change(&reading.month_on_month()?)?,
        "plan" => ratio(UnitKind::Percent, reading.progress()?.share.percent, Some(Relation::Share))?,
        "pace" => ratio(UnitKind::PercentagePoint, reading.progress()?.pace.abs(), None)?,
        "times" => ratio(UnitKind::Times, reading.multiple()?.ratio, Some(Relation::IsTimes))?,
        "base" => Measure::of_amount(base(&reading)?, None)?,
        "period" => return Some(Sense::Time(When::Full(reading.period))),
        _ => return None,
    }))
}

fn base(reading: &Reading<'_>) -> Option<crate::figure::Amount> {
    let base = reading.year_before().or_else(|| reading.multiple()?.base)?;
    Some(base.amount)
}

fn cell(figure: &Figure, dimension: &str, wanted: &str) -> Option<Sense> {
    let dimension = Dimension::ALL.into_iter().find(|known| known.key() == dimension)?;
    let same = |key: &CellKey| match key {
        CellKey::Id(id) => id.as_str() == wanted,
        CellKey::Period(period) => Period::parse(wanted).is_ok_and(|wanted| wanted == *period),
    };
    let cell = figure.breakdown(dimension)?.cells.iter().find(|cell| same(&cell.key.value))?;
    Measure::of_amount(cell.value.value, None).map(Sense::Measure)
}

fn change(change: &Change) -> Option<Measure> {
    let kind = match change.scale {
        Scale::Percent => UnitKind::Percent,
        Scale::Points => UnitKind::PercentagePoint,
    };
    let relation = if change.value.is_sign_negative() { Relation::Fell } else { Relation::Grew };
    ratio(kind, change.value.abs(), Some(relation))
}

fn ratio(kind: UnitKind, number: Decimal, relation: Option<Relation>) -> Option<Measure> {
    Measure::of_amount(Quantity::plain(number, Unit::plain(kind)).into(), relation)
}

/// Every number that the bulletin's figures hold, with the figure and what of it the number is.
pub(crate) fn known<'a>(case: &Case<'a>) -> Vec<Known<'a>> {
    let Some((bulletin, _)) = case.bulletin else { return Vec::new() };
    let mut all = Vec::new();
    for figure in bulletin.figures.values() {
        all.extend(Known::new(figure, "", Measure::of_amount(figure.value.value, None)));
        compared(figure, &figure.comparison, &mut all);
        for cell in figure.breakdowns.iter().flat_map(|breakdown| &breakdown.cells) {
            all.extend(Known::new(figure, "cell", Measure::of_amount(cell.value.value, None)));
            compared(figure, &cell.comparison, &mut all);
        }
    }
    all
}

/// Whether a text names the indicator of a figure.
pub(crate) fn is_named(case: &Case<'_>, figure: &Figure, text: &str, lang: Lang) -> bool {
    let Some(indicator) = case.registry.indicators.get(&figure.indicator.value) else { return false };
    let names = [Some(&indicator.name), indicator.short.as_ref()];
    names.into_iter().flatten().any(|name| holds(text, &[name.get(lang).as_str()]))
}

/// A number that a figure holds.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// The figure.
    pub(crate) figure: &'a Figure,
    /// The field that prints it; empty for the value itself.
    pub(crate) field: &'static str,
    /// The number.
    pub(crate) measure: Measure,
}

impl<'a> Known<'a> {
    fn new(figure: &'a Figure, field: &'static str, measure: Option<Measure>) -> Option<Self> {
        Some(Known { figure, field, measure: measure? })
    }

    /// The directive that prints it, where one does.
    pub(crate) fn directive(&self) -> Option<String> {
        let id = &self.figure.id.value;
        match self.field {
            "" => Some(format!("{{{{ {id} }}}}")),
            "cell" => None,
            field => Some(format!("{{{{ {id}.{field} }}}}")),
        }
    }
}

fn compared<'a>(figure: &'a Figure, comparison: &Comparison, all: &mut Vec<Known<'a>>) {
    let kind = match figure.value.value.quantity.unit.kind {
        UnitKind::Percent => UnitKind::PercentagePoint,
        _ => UnitKind::Percent,
    };
    for (field, announced) in [("yoy", &comparison.yoy), ("mom", &comparison.mom)] {
        if let Some(announced) = announced {
            let relation = if announced.value.is_sign_negative() { Relation::Fell } else { Relation::Grew };
            all.extend(Known::new(figure, field, ratio(kind, announced.value.abs(), Some(relation))));
        }
    }
    if let Some(plan) = &comparison.plan {
        let share = ratio(UnitKind::Percent, plan.value, Some(Relation::Share));
        all.extend(Known::new(figure, "plan", share));
    }
    if let Some(base) = &comparison.base {
        all.extend(Known::new(figure, "base", Measure::of_amount(base.value, None)));
    }
    if let Some(times) = &comparison.times {
        let ratio = ratio(UnitKind::Times, times.ratio.value, Some(Relation::IsTimes));
        all.extend(Known::new(figure, "times", ratio));
    }
}
