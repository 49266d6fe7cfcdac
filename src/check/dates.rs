//! Dates follow each other as they must (B2).
//!
//! Many dates are known by their month or year only; only an order that no day of theirs could mend is a mistake.

use jiff::civil::Date;

use crate::content::{Bulletin, Content, Located, Person, Place, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::figure::Period;
use crate::lang::Text;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    content.registry.places.values().for_each(|place| check_place(place, found));
    content.registry.people.values().for_each(|person| check_person(person, found));
    content.projects.values().for_each(|project| check_project(project, found));
    for bulletin in &content.bulletins {
        next_release(bulletin, found);
        released_after_what_it_reports(bulletin, found);
        corrections(bulletin, found);
    }
}

/// Whether `second` cannot have come after `first`, not even on the same day.
fn surely_before(second: Period, first: Period) -> bool {
    second.last_day() < first.first_day()
}

fn next_release(bulletin: &Bulletin, found: &mut Diagnostics) {
    let Some(next) = &bulletin.next_release else { return };
    if next.value.0.last_day() <= bulletin.released.value.first_day() {
        let finding = out_of_order(
            next.span,
            Text::new("下次发布不在本次发布之后", "the next release is not after this one"),
            Text::new(
                "改正日期；日期未定时删去这一行",
                "correct the date, or delete the line while it is not known",
            ),
        );
        found.push(finding.with_related(bulletin.released.span, Text::new("本次发布", "this release")));
    }
}

/// A bulletin reports what has happened. A whole year or five-year plan may still be running when a figure
/// speaks of it, as a planned total does; a month, quarter or range of days may not.
fn released_after_what_it_reports(bulletin: &Bulletin, found: &mut Diagnostics) {
    let released = bulletin.released.value.last_day();
    let figures = bulletin.figures.values().map(|figure| figure.period);
    let finished = figures
        .filter(|period| !matches!(period.value, Period::Year(_) | Period::Years(..) | Period::Plan(_)));
    let periods = std::iter::once(bulletin.period).chain(finished);
    let Some(latest) = periods.max_by_key(|period| period.value.last_day()) else { return };
    if released < latest.value.last_day() {
        let finding = out_of_order(
            bulletin.released.span,
            Text::new(
                "发布时，数据所属时期尚未结束",
                "released before the end of a period that it reports on",
            ),
            Text::new("改正发布日期，或改正时期", "correct the day of release, or the period"),
        );
        found.push(finding.with_related(latest.span, Text::new("这一时期", "this period")));
    }
}

fn corrections(bulletin: &Bulletin, found: &mut Diagnostics) {
    for correction in &bulletin.corrections {
        if surely_before(correction.date.value, bulletin.released.value) {
            let finding = out_of_order(
                correction.date.span,
                Text::new("更正早于发布", "corrected before it was released"),
                Text::new("改正日期", "correct the date"),
            );
            found.push(finding.with_related(bulletin.released.span, Text::new("发布日期", "the release")));
        }
    }
}

fn check_project(project: &Project, found: &mut Diagnostics) {
    let dated: Vec<&Located<Period>> =
        project.stages.iter().filter_map(|stage| stage.date.as_ref()).collect();
    for pair in dated.windows(2) {
        if surely_before(pair[1].value, pair[0].value) {
            let finding = out_of_order(
                pair[1].span,
                Text::new("后一阶段早于前一阶段", "a stage that was reached before the one above it"),
                Text::new("按先后排列阶段，或改正日期", "put the stages in order, or correct the date"),
            );
            found.push(finding.with_related(pair[0].span, Text::new("前一阶段", "the stage above it")));
        }
    }
}

fn check_place(place: &Place, found: &mut Diagnostics) {
    let ends =
        |from: Option<Date>, to: Option<Date>| matches!((from, to), (Some(from), Some(to)) if to <= from);
    let former_in_order = place.former.windows(2).all(|pair| pair[0].until < pair[1].until);
    if ends(place.valid_from, place.valid_to) || !former_in_order {
        found.push(out_of_order(
            place.id.span,
            Text::new("地区的起止日期次序不对", "a place whose dates run backwards"),
            Text::new(
                "valid_from 应早于 valid_to；曾用名从早到晚排列",
                "valid_from comes before valid_to, and former names go from the oldest to the latest",
            ),
        ));
    }
}

fn check_person(person: &Person, found: &mut Diagnostics) {
    let backwards = person.terms.iter().any(|term| match (term.from, term.to) {
        (Some(from), Some(to)) => surely_before(to, from),
        _ => false,
    });
    if backwards {
        found.push(out_of_order(
            person.id.span,
            Text::new("任期结束早于开始", "a term of office that ends before it begins"),
            Text::new("改正 from 或 to", "correct `from` or `to`"),
        ));
    }
}

fn out_of_order(span: Span, message: Text, help: Text) -> Diagnostic {
    Diagnostic::new(Code::DateOrder, span, message, help)
}
