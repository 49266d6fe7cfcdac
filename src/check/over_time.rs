//! Figures against what was said before: running totals that fall (N13), and figures restated without a note (N14).

use std::collections::HashMap;

use super::rounding::Interval;
use crate::content::{
    Bulletin, Cell, CellKey, Content, Dimension, Figure, Id, IndicatorKind, Located, Status,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::{Amount, Period};
use crate::lang::{Lang, Text};

/// What a published value is the value of.
type Subject<'a> = (&'a Id, &'a Id, Option<&'a Id>);

/// A value as a bulletin published it.
#[derive(Clone, Copy)]
struct Published<'a> {
    bulletin: &'a Bulletin,
    period: Period,
    value: Located<Amount>,
    /// Whether the bulletin says that the value differs from an earlier one.
    noted: bool,
}

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let mut bulletins: Vec<&Bulletin> = content.bulletins.iter().collect();
    bulletins
        .sort_by_key(|bulletin| (bulletin.released.value.last_day(), bulletin.released_at, bulletin.key()));
    let mut said: HashMap<Subject<'_>, Vec<Published<'_>>> = HashMap::new();
    for bulletin in bulletins {
        for (subject, now) in bulletin.figures.values().flat_map(|figure| published(bulletin, figure)) {
            let earlier = said.entry(subject).or_default();
            found.push_all(restated(earlier, now));
            if accumulates(content, subject.0) {
                found.push_all(fell(earlier, now));
            }
            earlier.push(now);
        }
    }
}

/// A figure and its cells in time and place: everything that another bulletin may say again.
fn published<'a>(bulletin: &'a Bulletin, figure: &'a Figure) -> Vec<(Subject<'a>, Published<'a>)> {
    let noted = figure.note.is_some() || figure.status.unwrap_or(bulletin.status) == Status::Revised;
    let project = figure.project.as_ref().map(|project| &project.value);
    let whole = Published { bulletin, period: figure.period.value, value: figure.value, noted };
    let is_part_of_itself = figure.part_of.as_ref().is_some_and(|whole| {
        bulletin
            .figures
            .get(&whole.value)
            .is_some_and(|whole| whole.indicator.value == figure.indicator.value)
    });
    if is_part_of_itself {
        return Vec::new();
    }
    let mut all = vec![((&figure.indicator.value, &figure.place.value, project), whole)];
    for breakdown in &figure.breakdowns {
        for Cell { key, value, .. } in &breakdown.cells {
            let (place, period) = match (&key.value, breakdown.dimension) {
                (CellKey::Id(place), Dimension::Place) => (place, whole.period),
                (CellKey::Period(period), _) => (&figure.place.value, *period),
                (CellKey::Id(_), _) => continue,
            };
            all.push((
                (&figure.indicator.value, place, project),
                Published { period, value: *value, ..whole },
            ));
        }
    }
    all
}

fn accumulates(content: &Content, indicator: &Id) -> bool {
    let indicator = content.registry.indicators.get(indicator);
    indicator.is_some_and(|indicator| matches!(indicator.kind, IndicatorKind::Flow | IndicatorKind::Count))
}

/// N14: the same figure of an earlier bulletin has another value, and nobody says why.
fn restated(earlier: &[Published<'_>], now: Published<'_>) -> Option<Diagnostic> {
    let before = earlier.iter().rfind(|before| before.period == now.period)?;
    let same = match (Interval::of(before.value.value), Interval::of(now.value.value)) {
        (Some(a), Some(b)) => a.prints_like(b),
        _ => before.value.value == now.value.value,
    };
    if same || now.noted || std::ptr::eq(before.bulletin, now.bulletin) {
        return None;
    }
    let (was, is) = (before.value.value, now.value.value);
    let key = before.bulletin.key();
    let found = Diagnostic::new(
        Code::Restated,
        now.value.span,
        Text::new(
            format!("{}公布过{}，这里是{}，没有说明", key, was.write(Lang::Zh), is.write(Lang::Zh)),
            format!(
                "{key} said {}; this is {}, and nothing says why",
                was.write(Lang::En),
                is.write(Lang::En)
            ),
        ),
        Text::new(
            "核对数值；确属修订的，写上note或status = \"revised\"",
            "check the value; if it was revised, give it a note or status = \"revised\"",
        ),
    );
    Some(found.with_related(before.value.span, Text::new("此前公布于此", "it was published here before")))
}

/// N13: a running total of a year is below the one before it.
fn fell(earlier: &[Published<'_>], now: Published<'_>) -> Option<Diagnostic> {
    let runs = |period: Period| period.first_day() == now.period.first_day() && starts_a_year(period);
    let before = earlier
        .iter()
        .filter(|before| runs(before.period) && before.period.last_day() < now.period.last_day())
        .max_by_key(|before| before.period.last_day())?;
    let (was, is) = (Interval::of(before.value.value)?, Interval::of(now.value.value)?);
    if now.noted || !was.exceeds(is) {
        return None;
    }
    let (was, is) = (before.value.value, now.value.value);
    let (zh, en) = (before.period.write(Lang::Zh), before.period.write(Lang::En));
    let found = Diagnostic::new(
        Code::RunningTotal,
        now.value.span,
        Text::new(
            format!("累计数{}低于{zh}的{}", is.write(Lang::Zh), was.write(Lang::Zh)),
            format!(
                "the running total of {} is below the {} of {en}",
                is.write(Lang::En),
                was.write(Lang::En)
            ),
        ),
        Text::new(
            "核对数值；确属修订的，写上note或status = \"revised\"",
            "check the value; if it was revised, give it a note or status = \"revised\"",
        ),
    );
    Some(found.with_related(before.value.span, Text::new("前一累计数在此", "the total before stands here")))
}

fn starts_a_year(period: Period) -> bool {
    let day = period.first_day();
    day.month() == 1 && day.day() == 1 && period.last_day().year() == day.year()
}
