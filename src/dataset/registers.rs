//! What figures refer to: bulletins, indicators and places.

use super::column::{BULLETIN_COLUMNS, INDICATOR_COLUMNS, PLACE_COLUMNS};
use super::observations::{status_code, unit_values};
use super::table::both;
use super::{BULLETINS, INDICATORS, PLACES, Table, Value};
use crate::content::{Bulletin, Indicator, IndicatorKind, Level, Place, Registry};
use crate::lang::Text;

/// The indicators of a registry, in its order.
pub fn indicators(registry: &Registry) -> Table<'_> {
    let rows = registry.indicators.values().map(|indicator| indicator_row(indicator).into());
    Table { columns: INDICATORS, rows: rows.collect() }
}

fn indicator_row(indicator: &Indicator) -> [Value<'_>; INDICATOR_COLUMNS.len()] {
    let kind = match indicator.kind {
        IndicatorKind::Flow => "flow",
        IndicatorKind::Stock => "stock",
        IndicatorKind::Count => "count",
        IndicatorKind::Ratio => "ratio",
    };
    let [name_zh, name_en] = both(Some(&indicator.name));
    let [unit, unit_zh, unit_en] = unit_values(indicator.unit);
    let [definition_zh, definition_en] = both(Some(&indicator.definition));
    let [source_zh, source_en] = both(indicator.source.as_ref());
    [
        indicator.id.value.as_str().into(),
        name_zh,
        name_en,
        kind.into(),
        unit,
        unit_zh,
        unit_en,
        definition_zh,
        definition_en,
        source_zh,
        source_en,
        indicator.part_of.as_ref().map(|whole| whole.value.as_str()).into(),
    ]
}

/// The places of a registry, in its order.
pub fn places(registry: &Registry) -> Table<'_> {
    let rows = registry.places.values().map(|place| place_row(place).into());
    Table { columns: PLACES, rows: rows.collect() }
}

fn place_row(place: &Place) -> [Value<'_>; PLACE_COLUMNS.len()] {
    let level = match place.level {
        Level::Country => "country",
        Level::Province => "province",
        Level::Prefecture => "prefecture",
        Level::County => "county",
        Level::Zone => "zone",
        Level::Township => "township",
    };
    let [name_zh, name_en] = both(Some(&place.name));
    let [full_zh, full_en] = both(place.full.as_ref());
    [
        place.id.value.as_str().into(),
        place.code.as_deref().into(),
        name_zh,
        name_en,
        full_zh,
        full_en,
        level.into(),
        place.parent.as_ref().map(|parent| parent.value.as_str()).into(),
        place.valid_from.into(),
        place.valid_to.into(),
        place.demonstration.into(),
    ]
}

/// Bulletins in the order given, each with the addresses of its pages and whether it carries invented data.
pub fn bulletins<'a>(bulletins: impl IntoIterator<Item = (&'a Bulletin, Text, bool)>) -> Table<'a> {
    let rows =
        bulletins.into_iter().map(|(bulletin, pages, invented)| bulletin_row(bulletin, pages, invented));
    Table { columns: BULLETINS, rows: rows.map(Vec::from).collect() }
}

fn bulletin_row(bulletin: &Bulletin, pages: Text, invented: bool) -> [Value<'_>; BULLETIN_COLUMNS.len()] {
    let period = bulletin.period.value;
    let [title_zh, title_en] = both(Some(&bulletin.title.value));
    let [source_zh, source_en] = both(Some(&bulletin.source));
    [
        bulletin.key().into(),
        title_zh,
        title_en,
        bulletin.place.value.as_str().into(),
        period.notation().into(),
        period.first_day().into(),
        period.last_day().into(),
        bulletin.column.value.as_str().into(),
        bulletin.released.value.notation().into(),
        status_code(bulletin.status).into(),
        source_zh,
        source_en,
        pages.zh.into(),
        pages.en.into(),
        invented.into(),
    ]
}
