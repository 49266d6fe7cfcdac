//! Figures in long form: one row a figure, or a part of one.

use std::borrow::Cow;

use super::column::FIGURE_COLUMNS;
use super::table::both;
use super::{FIGURES, Table, Value, unit_code};
use crate::analysis::{Basis, Change, Index, Reading, Scale};
use crate::content::{Bulletin, Cell, CellKey, Dimension, Disclosure, Figure, Id, Status};
use crate::figure::{Qualifier, Unit};
use crate::lang::Lang;
use rust_decimal::Decimal;

/// A value with all that says what it is a value of.
#[derive(Clone, Copy)]
struct Observation<'a> {
    index: &'a Index<'a>,
    bulletin: &'a Bulletin,
    figure: &'a Figure,
    /// The part of the figure; `None` for the whole.
    part: Option<(Dimension, &'a Cell)>,
    reading: Reading<'a>,
}

/// Every figure of a bulletin, each followed by its parts.
///
/// Changes and shares are those of the bulletin's page: announced, else worked out from what was known when it came
/// out. A figure whose indicator or place is in no registry, which loading reports, has no row.
pub fn of_bulletin<'a>(index: &'a Index<'a>, bulletin: &'a Bulletin) -> Table<'a> {
    let rows = bulletin.figures.values().flat_map(|figure| {
        let whole = index.reading(bulletin, figure);
        let whole = whole.map(|reading| Observation { index, bulletin, figure, part: None, reading });
        let parts = figure.breakdowns.iter().flat_map(move |breakdown| {
            breakdown.cells.iter().filter_map(move |cell| {
                let reading = index.cell_reading(bulletin, figure, breakdown.dimension, cell)?;
                let part = Some((breakdown.dimension, cell));
                Some(Observation { index, bulletin, figure, part, reading })
            })
        });
        whole.into_iter().chain(parts)
    });
    Table { columns: FIGURES, rows: rows.map(Observation::row).collect() }
}

impl<'a> Observation<'a> {
    fn row(self) -> Vec<Value<'a>> {
        let mut row = Vec::with_capacity(FIGURE_COLUMNS.len());
        row.extend(self.subject());
        row.extend(self.place_and_project());
        row.extend(self.period());
        row.extend(self.value());
        row.extend(self.comparison());
        row.extend(self.origin());
        debug_assert_eq!(row.len(), FIGURE_COLUMNS.len(), "a value for each column");
        row
    }

    /// From `id` to `indicator_en`.
    fn subject(self) -> [Value<'a>; 13] {
        let Observation { bulletin, figure, reading, .. } = self;
        let key = bulletin.key();
        let mut id = format!("{key}/{}", figure.id.value);
        let member = self.part.map(|(_, cell)| member(cell));
        if let Some((dimension, _)) = self.part {
            id.push_str(&format!("/{}/{}", dimension_code(dimension), member.as_deref().unwrap_or_default()));
        }
        let [member_zh, member_en] = Lang::BOTH.map(|lang| self.member_name(lang).map(Value::Text));
        // What stages are stages of is said of the whole and of each.
        let staged = figure
            .cohort
            .as_ref()
            .filter(|_| self.part.is_none_or(|(dimension, _)| dimension == Dimension::Stage));
        let [cohort_zh, cohort_en] = both(staged);
        let [indicator_zh, indicator_en] = both(Some(&reading.indicator.name));
        [
            id.into(),
            key.into(),
            bulletin.released.value.notation().into(),
            figure.id.value.as_str().into(),
            self.part.map(|(dimension, _)| dimension_code(dimension)).into(),
            member.map(Value::Text).into(),
            member_zh.into(),
            member_en.into(),
            cohort_zh,
            cohort_en,
            reading.indicator.id.value.as_str().into(),
            indicator_zh,
            indicator_en,
        ]
    }

    fn member_name(self, lang: Lang) -> Option<Cow<'a, str>> {
        let registry = &self.index.content().registry;
        let (dimension, cell) = self.part?;
        let id = match &cell.key.value {
            CellKey::Period(period) => return Some(Cow::Owned(plain(&period.write(lang)))),
            CellKey::Id(id) => id,
        };
        let name = match dimension {
            Dimension::Place => registry.places.get(id)?.name_on(self.reading.period.last_day()),
            Dimension::Chain => &registry.chains.get(id)?.name,
            Dimension::Stage => &registry.stages.get(id)?.name,
            Dimension::Month | Dimension::Quarter | Dimension::Year => return None,
        };
        Some(Cow::Borrowed(name.get(lang)))
    }

    fn place_and_project(self) -> [Value<'a>; 7] {
        let place = self.reading.place;
        let [place_zh, place_en] = both(Some(place.name_on(self.reading.period.last_day())));
        let id: Option<&Id> = self.figure.project.as_ref().map(|id| &id.value);
        let project = id.and_then(|id| self.index.content().projects.get(id));
        // What is withheld must not be told.
        let public = project.filter(|project| project.disclosure == Disclosure::Public);
        let name = |lang: Lang| public.and_then(|project| project.name.known_in(lang));
        [
            place.id.value.as_str().into(),
            place.code.as_deref().into(),
            place_zh,
            place_en,
            id.map(Id::as_str).into(),
            name(Lang::Zh).into(),
            name(Lang::En).into(),
        ]
    }

    fn period(self) -> [Value<'a>; 4] {
        let period = self.reading.period;
        [
            period.notation().into(),
            period.first_day().into(),
            period.last_day().into(),
            period.is_cumulative().into(),
        ]
    }

    fn value(self) -> [Value<'a>; 7] {
        let amount = self.reading.amount;
        let [unit, unit_zh, unit_en] = unit_values(amount.quantity.unit);
        [
            qualifier_code(amount.qualifier).into(),
            Value::Number(amount.quantity.digits()),
            unit,
            unit_zh,
            unit_en,
            plain(&amount.write(Lang::Zh)).into(),
            plain(&amount.write(Lang::En)).into(),
        ]
    }

    fn comparison(self) -> [Value<'a>; 12] {
        let reading = &self.reading;
        let (yoy, mom) = (reading.year_on_year(), reading.month_on_month());
        let base = reading.comparison.and_then(|comparison| comparison.base.as_ref());
        let multiple = reading.multiple();
        let progress = reading.progress();
        let value = |change: Option<Change>| change.map(|change| change.value).into();
        let basis = |basis: Option<Basis>| basis.map(basis_code).into();
        [
            value(yoy),
            basis(yoy.map(|change| change.basis)),
            value(mom),
            basis(mom.map(|change| change.basis)),
            yoy.or(mom).map(|change| scale_code(change.scale)).into(),
            base.map(|base| Value::Number(base.value.quantity.digits())).into(),
            multiple.map(|multiple| multiple.ratio).into(),
            multiple.map(|multiple| multiple.of.notation()).into(),
            basis(multiple.map(|multiple| multiple.basis)),
            progress.map(|progress| progress.share.percent).into(),
            progress.map(|progress| progress.plan.notation()).into(),
            basis(progress.map(|progress| progress.share.basis)),
        ]
    }

    fn origin(self) -> [Value<'a>; 8] {
        let Observation { bulletin, figure, reading, .. } = self;
        let [source_zh, source_en] = both(Some(figure.origin.source.as_ref().unwrap_or(&bulletin.source)));
        let [note_zh, note_en] = both(figure.note.as_ref());
        let [method_zh, method_en] = both(figure.origin.derived.as_ref());
        [
            status_code(reading.status).into(),
            source_zh,
            source_en,
            note_zh,
            note_en,
            method_zh,
            method_en,
            reading.place.demonstration.into(),
        ]
    }
}

/// The code and the names of a unit.
pub(super) fn unit_values<'a>(unit: Unit) -> [Value<'a>; 3] {
    [unit_code(unit).into(), unit.zh().into(), unit.en(Decimal::ZERO).into()]
}

/// A written amount without the spaces that only keep a page from breaking it.
fn plain(written: &str) -> String {
    written.replace('\u{a0}', " ")
}

fn member(cell: &Cell) -> Cow<'_, str> {
    match &cell.key.value {
        CellKey::Period(period) => Cow::Owned(period.notation()),
        CellKey::Id(id) => Cow::Borrowed(id.as_str()),
    }
}

fn dimension_code(dimension: Dimension) -> &'static str {
    dimension.key().trim_start_matches("by_")
}

fn qualifier_code(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::Over => "over",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
        Qualifier::AtLeast => "at_least",
        Qualifier::AtMost => "at_most",
    }
}

fn scale_code(scale: Scale) -> &'static str {
    match scale {
        Scale::Percent => "percent",
        Scale::Points => "percentage_point",
    }
}

fn basis_code(basis: Basis) -> &'static str {
    match basis {
        Basis::Announced => "announced",
        // No change, share or multiple is worked back.
        Basis::Derived | Basis::Implied => "derived",
    }
}

/// The code of a status.
pub fn status_code(status: Status) -> &'static str {
    match status {
        Status::Preliminary => "preliminary",
        Status::Final => "final",
        Status::Revised => "revised",
    }
}
