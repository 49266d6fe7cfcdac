//! Nothing is part of itself (X4).

use std::collections::HashSet;

use crate::content::{Content, Figure, Id, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Text;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let registry = &content.registry;
    let indicators =
        registry.indicators.values().map(|indicator| (&indicator.id, indicator.part_of.as_ref()));
    find(indicators, |id| registry.indicators.get(id)?.part_of.as_ref(), found);
    let places = registry.places.values().map(|place| (&place.id, place.parent.as_ref()));
    find(places, |id| registry.places.get(id)?.parent.as_ref(), found);
    for bulletin in &content.bulletins {
        let figures = bulletin.figures.values().map(|figure| (&figure.id, figure.part_of.as_ref()));
        find(figures, |id| bulletin.figures.get(id)?.part_of.as_ref(), found);
    }
    let loops = content.history.iter().filter(|figure| is_part_of_itself(figure));
    for whole in loops.filter_map(|figure| figure.part_of.as_ref()) {
        found.push(part_of_itself(whole, std::slice::from_ref(&whole.value)));
    }
}

/// In history/ a name stands for an indicator at many times, so that only the shortest cycle is one for sure.
fn is_part_of_itself(figure: &Figure) -> bool {
    figure.part_of.as_ref().is_some_and(|whole| whole.value == figure.indicator.value)
}

/// Follows each name upwards and reports each cycle once, at the member that comes first.
fn find<'a>(
    members: impl Iterator<Item = (&'a Located<Id>, Option<&'a Located<Id>>)>,
    above: impl Fn(&Id) -> Option<&'a Located<Id>>,
    found: &mut Diagnostics,
) {
    let mut settled: HashSet<&Id> = HashSet::new();
    for (member, first) in members {
        let mut path = vec![&member.value];
        let mut next = first;
        while let Some(up) = next {
            if let Some(start) = path.iter().position(|id| **id == up.value) {
                let members: Vec<Id> = path[start..].iter().map(|id| (*id).clone()).collect();
                found.push(part_of_itself(up, &members));
                break;
            }
            if settled.contains(&up.value) {
                break;
            }
            path.push(&up.value);
            next = above(&up.value);
        }
        settled.extend(path);
    }
}

fn part_of_itself(at: &Located<Id>, cycle: &[Id]) -> Diagnostic {
    let chain: Vec<&str> = cycle.iter().chain(cycle.first()).map(Id::as_str).collect();
    let chain = chain.join(" → ");
    Diagnostic::new(
        Code::Cycle,
        at.span,
        Text::new(format!("自己成了自己的一部分：{chain}"), format!("part of itself: {chain}")),
        Text::new("删去其中一个上级", "take one of the links away"),
    )
}
