//! Every value that bulletins and history/ publish, with what it is the value of and in the order of publication.

use jiff::civil::Date;

use crate::content::{
    Bulletin, CellKey, Comparison, Content, Dimension, Figure, Id, Located, Registry, Status,
};
use crate::figure::{Amount, Period};
use crate::lang::{Lang, Text};

/// What a published value is the value of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Subject<'a> {
    pub(super) indicator: &'a Id,
    place: &'a Id,
    project: Option<&'a Id>,
    chain: Option<&'a Id>,
}

/// A value as it was published.
#[derive(Clone, Copy)]
pub(super) struct Published<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) period: Period,
    pub(super) value: Located<Amount>,
    /// Whether it is said that the value differs from an earlier one.
    pub(super) is_revision: bool,
    /// The bulletin; none for history/.
    pub(super) bulletin: Option<&'a Bulletin>,
}

impl Published<'_> {
    /// Whether both stand in one bulletin.
    pub(super) fn came_with(&self, other: Published<'_>) -> bool {
        matches!((self.bulletin, other.bulletin), (Some(one), Some(two)) if std::ptr::eq(one, two))
    }
}

/// What came out together: a bulletin, or a figure of history/.
pub(super) type Publication<'a> = Vec<Published<'a>>;

/// Everything, the oldest publication first.
pub(super) fn in_order(content: &Content) -> Vec<Publication<'_>> {
    let mut bulletins: Vec<&Bulletin> = content.bulletins.iter().collect();
    bulletins.sort_by_key(|bulletin| (day_of(bulletin), bulletin.released_at, bulletin.key()));
    let history = content.history.iter().map(|figure| {
        let day = figure.origin.published.unwrap_or_else(|| figure.period.value.last_day());
        (day, values(figure, None, &content.registry))
    });
    let bulletins = bulletins.into_iter().map(|bulletin| {
        let values =
            bulletin.figures.values().flat_map(|figure| values(figure, Some(bulletin), &content.registry));
        (day_of(bulletin), values.collect())
    });
    let mut all: Vec<(Date, Publication<'_>)> = history.chain(bulletins).collect();
    // The sort is stable: of one day, history/ comes first.
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, publication)| publication).collect()
}

fn day_of(bulletin: &Bulletin) -> Date {
    bulletin.released.value.last_day()
}

/// A figure, its cells, and what they are compared with: everything that may be published again. A part of a figure
/// of the same indicator (the large ones of the projects signed) is not what the indicator came to.
fn values<'a>(figure: &'a Figure, bulletin: Option<&'a Bulletin>, registry: &Registry) -> Vec<Published<'a>> {
    if is_part_of_its_own_indicator(figure, bulletin) {
        return Vec::new();
    }
    let subject = Subject {
        indicator: &figure.indicator.value,
        place: &figure.place.value,
        project: figure.project.as_ref().map(|project| &project.value),
        chain: None,
    };
    let is_revision = is_revision(figure, bulletin, registry);
    let whole =
        Published { subject, period: figure.period.value, value: figure.value, is_revision, bulletin };
    let mut all = vec![whole];
    all.extend(base(whole, &figure.comparison));
    for breakdown in &figure.breakdowns {
        for cell in &breakdown.cells {
            let (subject, period) = match (&cell.key.value, breakdown.dimension) {
                (CellKey::Period(period), _) => (subject, *period),
                (CellKey::Id(place), Dimension::Place) => (Subject { place, ..subject }, whole.period),
                (CellKey::Id(chain), Dimension::Chain) => {
                    (Subject { chain: Some(chain), ..subject }, whole.period)
                }
                // Stages are those of a cohort, which may be another one.
                (CellKey::Id(_), _) => continue,
            };
            let part = Published { subject, period, value: cell.value, ..whole };
            all.push(part);
            all.extend(base(part, &cell.comparison));
        }
    }
    all
}

fn is_part_of_its_own_indicator(figure: &Figure, bulletin: Option<&Bulletin>) -> bool {
    let Some(whole) = &figure.part_of else { return false };
    let whole = bulletin.and_then(|bulletin| bulletin.figures.get(&whole.value));
    whole.is_some_and(|whole| whole.indicator.value == figure.indicator.value)
}

/// The value of the period compared with, which was published as such before.
fn base<'a>(now: Published<'a>, comparison: &Comparison) -> Option<Published<'a>> {
    let value = comparison.base?;
    let period = match &comparison.times {
        Some(times) => times.of.value,
        // Beside a change month on month alone it may be the value of the month before.
        None if comparison.yoy.is_none() && comparison.mom.is_some() => return None,
        None => now.period.previous_year()?,
    };
    Some(Published { period, value, ..now })
}

/// Whether readers are told that a figure was revised: by its status, by a note that speaks of a revision, or by a
/// correction of the bulletin that names the indicator or the figure's value.
fn is_revision(figure: &Figure, bulletin: Option<&Bulletin>, registry: &Registry) -> bool {
    let status = figure.status.or(bulletin.map(|bulletin| bulletin.status));
    let says_so = |note: &Text| Lang::BOTH.into_iter().any(|lang| tells_of_revision(note.get(lang)));
    status == Some(Status::Revised)
        || figure.note.as_ref().is_some_and(says_so)
        || bulletin.is_some_and(|bulletin| is_corrected(figure, bulletin, registry))
}

fn tells_of_revision(note: &str) -> bool {
    const WORDS: [&str; 13] = [
        "修订", "修正", "调整", "更正", "订正", "改正", "核减", "核增", "revis", "restat", "correct",
        "adjust", "amend",
    ];
    let note = note.to_lowercase();
    WORDS.iter().any(|word| note.contains(word))
}

fn is_corrected(figure: &Figure, bulletin: &Bulletin, registry: &Registry) -> bool {
    let indicator = registry.indicators.get(&figure.indicator.value);
    bulletin.corrections.iter().any(|correction| {
        Lang::BOTH.into_iter().any(|lang| {
            let text = correction.text.get(lang);
            let names = indicator.into_iter().flat_map(|indicator| {
                [Some(&indicator.name), indicator.short.as_ref()].into_iter().flatten()
            });
            let mut names = names.map(|name| name.get(lang).as_str()).filter(|name| !name.is_empty());
            names.any(|name| text.contains(name)) || text.contains(&figure.value.value.write(lang))
        })
    })
}
