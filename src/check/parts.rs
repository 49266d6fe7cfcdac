//! Parts and wholes (N11): no part is above its whole, and exclusive parts do not add up to more.

use super::rounding::Interval;
use crate::analysis::exceeds;
use crate::content::{Breakdown, Bulletin, Cell, CellKey, Content, Dimension, Figure, IndicatorKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::figure::Amount;
use crate::lang::{Lang, Text};

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    for bulletin in &content.bulletins {
        for figure in bulletin.figures.values() {
            found.push_all(whole_of(content, bulletin, figure).and_then(|whole| above(figure, whole)));
            for breakdown in &figure.breakdowns {
                if is_of_parts(breakdown.dimension) {
                    check_cells(figure, breakdown, found);
                } else if accumulates(content, figure) {
                    check_cells_in_time(figure, breakdown, found);
                }
            }
        }
    }
}

/// The figure that another says that it is a part of; else the one of the indicator that its indicator is a
/// part of, for the same place and period.
fn whole_of<'a>(content: &Content, bulletin: &'a Bulletin, figure: &Figure) -> Option<&'a Figure> {
    if let Some(whole) = &figure.part_of {
        return bulletin.figures.get(&whole.value);
    }
    let indicator = content.registry.indicators.get(&figure.indicator.value)?;
    let whole = &indicator.part_of.as_ref()?.value;
    bulletin.figures.values().find(|other| {
        other.indicator.value == *whole
            && other.place.value == figure.place.value
            && other.period.value == figure.period.value
            && other.part_of.is_none()
    })
}

fn above(part: &Figure, whole: &Figure) -> Option<Diagnostic> {
    let comparable = part.period.value == whole.period.value && part.place.value == whole.place.value;
    (comparable && exceeds_surely(part.value.value, whole.value.value))
        .then(|| too_large(part.value.span, part.value.value, whole.value.span, whole.value.value))
}

fn accumulates(content: &Content, figure: &Figure) -> bool {
    let indicator = content.registry.indicators.get(&figure.indicator.value);
    indicator.is_some_and(|indicator| matches!(indicator.kind, IndicatorKind::Flow | IndicatorKind::Count))
}

/// A month of a year is not above the year, if no other month takes anything away. Cells outside the figure's own
/// period, such as those of the year before, are no parts of it.
fn check_cells_in_time(figure: &Figure, breakdown: &Breakdown, found: &mut Diagnostics) {
    let (whole, at) = (figure.value.value, figure.value.span);
    let is_below_zero = |cell: &Cell| cell.value.value.quantity.number.is_sign_negative();
    if breakdown.cells.iter().any(is_below_zero) {
        return;
    }
    for cell in &breakdown.cells {
        let is_inside =
            matches!(&cell.key.value, CellKey::Period(period) if figure.period.value.contains(period));
        if is_inside && exceeds_surely(cell.value.value, whole) {
            found.push(too_large(cell.value.span, cell.value.value, at, whole));
        }
    }
}

/// The parts of other dimensions than time.
fn is_of_parts(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Place | Dimension::Chain | Dimension::Stage)
}

fn check_cells(figure: &Figure, breakdown: &Breakdown, found: &mut Diagnostics) {
    let (whole, at) = (figure.value.value, figure.value.span);
    for cell in breakdown.cells.iter().filter(|cell| exceeds_surely(cell.value.value, whole)) {
        found.push(too_large(cell.value.span, cell.value.value, at, whole));
    }
    if breakdown.dimension == Dimension::Stage {
        return;
    }
    let parts: Vec<_> = breakdown.cells.iter().map(|cell| cell.value.value.quantity).collect();
    if exceeds(&parts, whole.quantity) == Some(true) {
        found.push(sum_too_large(breakdown, at, whole));
    }
}

fn exceeds_surely(part: Amount, whole: Amount) -> bool {
    part.quantity.unit.is_like(whole.quantity.unit)
        && Interval::of(part).zip(Interval::of(whole)).is_some_and(|(part, whole)| part.exceeds(whole))
}

fn too_large(at: Span, part: Amount, whole_at: Span, whole: Amount) -> Diagnostic {
    Diagnostic::new(
        Code::Parts,
        at,
        Text::new(
            format!("部分{}大于总体{}", part.write(Lang::Zh), whole.write(Lang::Zh)),
            format!("a part of {} is above its whole of {}", part.write(Lang::En), whole.write(Lang::En)),
        ),
        Text::new("核对两个数；也可能是part_of写错了", "check both figures, and whether part_of is right"),
    )
    .with_related(whole_at, Text::new("总体在此", "the whole stands here"))
}

fn sum_too_large(breakdown: &Breakdown, at: Span, whole: Amount) -> Diagnostic {
    let key = breakdown.dimension.key();
    let first = breakdown.cells.first().map_or(at, |cell| cell.key.span);
    Diagnostic::new(
        Code::Parts,
        first,
        Text::new(
            format!("{key}各项之和大于总体{}", whole.write(Lang::Zh)),
            format!("the cells of {key} add up to more than the whole of {}", whole.write(Lang::En)),
        ),
        Text::new(
            "核对各项；如果各项互有交叉，就不能作为分组列出",
            "check the cells; if they overlap they are no breakdown",
        ),
    )
    .with_related(at, Text::new("总体在此", "the whole stands here"))
}
