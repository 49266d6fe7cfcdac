//! The plan progress board: every target, and how far it is.

use indexmap::IndexMap;

use crate::analysis::{Progress, words};
use crate::content::{Id, Plan, Target};
use crate::diagnostic::Diagnostics;
use crate::figure::Period;
use crate::lang::Lang;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{PlanGroup, PlanRow, PlanView, PlansBody};

pub(super) fn render(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let mut plans: Vec<&Plan> = frame.content().plans.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse((plan.period.value.last_day(), plan.id.clone())));
    let mut head = Head::new(frame.t("site.title.plans", &[]), frame.describe("plans", &[]));
    let mut targets = plans.iter().flat_map(|plan| &plan.targets);
    head.demonstration = targets.any(|target| part::is_invented(frame, &target.place.value));
    let body = PlansBody { plans: plans.into_iter().map(|plan| view(frame, plan)).collect() };
    frame.render("plans.html", head, body, findings)
}

fn view(frame: &Frame<'_, '_>, plan: &Plan) -> PlanView {
    let mut by_indicator: IndexMap<&Id, Vec<&Target>> = IndexMap::new();
    for target in &plan.targets {
        by_indicator.entry(&target.indicator.value).or_default().push(target);
    }
    let period = plan.period.value.write(frame.lang);
    PlanView {
        id: format!("plan-{}", plan.id.slug()),
        title: plan.title.as_ref().map_or_else(
            || match plan.period.value {
                Period::Year(year) => frame.t("site.plan.annual", &[("year", &year.to_string())]),
                other => words::capitalised(&words::era(other, frame.lang)),
            },
            |title| title.get(frame.lang).clone(),
        ),
        // A title made here says the period itself.
        period: plan.title.is_some().then_some(period),
        groups: by_indicator.iter().filter_map(|(id, targets)| group(frame, plan, id, targets)).collect(),
    }
}

fn group(frame: &Frame<'_, '_>, plan: &Plan, id: &Id, targets: &[&Target]) -> Option<PlanGroup> {
    let (at, _, indicator) = frame.content().registry.indicators.get_full(id)?;
    let standings: Vec<Standing> =
        targets.iter().filter_map(|target| standing(frame, plan.period.value, target)).collect();
    // One line says what all figures are as of; where they differ, each value says it for itself.
    let newest = standings.iter().filter_map(|standing| standing.newest);
    let latest = newest.clone().map(|(period, _)| period).max_by_key(Period::last_day);
    // One scale for all bars, so that they can be read down the column.
    let most = newest.map(|(_, progress)| progress.share.percent).max().unwrap_or_default();
    let rows = standings.into_iter().map(|Standing { mut row, newest }| {
        let Some((period, progress)) = newest else { return row };
        row.svg = Some(part::bar(progress.share.percent, Some(progress.elapsed), most));
        if Some(period) != latest {
            let period = period.write(frame.lang);
            row.value = row
                .value
                .map(|value| frame.t("site.plan.value_of", &[("value", &value), ("period", &period)]));
        }
        row
    });
    Some(PlanGroup {
        indicator: frame.link(indicator.name.get(frame.lang), PageKind::Indicator(at)),
        as_of: latest.map(|period| frame.t("site.plan.as_of", &[("date", &end(period, frame.lang))])),
        rows: rows.collect(),
    })
}

/// By when: 2024年末, 2024年6月末.
fn end(period: Period, lang: Lang) -> String {
    match (period, lang) {
        (Period::Year(year), Lang::Zh) => format!("{year}年末"),
        (Period::Year(year), Lang::En) => format!("the end of {year}"),
        _ => words::end(period, lang),
    }
}

/// A target's row, and the period and progress of the newest value that counts towards it.
struct Standing {
    row: PlanRow,
    newest: Option<(Period, Progress)>,
}

fn standing(frame: &Frame<'_, '_>, plan: Period, target: &Target) -> Option<Standing> {
    let lang = frame.lang;
    let index = &frame.site.index;
    let (place_at, _, place) = frame.content().registry.places.get_full(&target.place.value)?;
    let series = index.series(&target.indicator.value, &target.place.value);
    let within =
        |period: Period| plan.first_day() <= period.first_day() && period.last_day() <= plan.last_day();
    let readings = series.points().filter(|point| within(point.period)).filter_map(|point| {
        let reading = index.point_reading(&target.indicator.value, &target.place.value, series, &point)?;
        Some((reading, reading.progress()?))
    });
    let newest = readings.max_by_key(|(reading, _)| reading.period.last_day());
    let progress = newest.as_ref().map(|(_, progress)| progress);
    let row = PlanRow {
        place: frame.link(place.name.get(lang), PageKind::Place(place_at)),
        target: target.value.value.write(lang),
        value: newest.as_ref().map(|(reading, _)| reading.amount.write(lang)),
        share: progress.map(|progress| part::percent(progress.share.percent, lang)),
        pace: progress.and_then(|progress| part::pace(progress, lang)),
        svg: None,
    };
    Some(Standing { row, newest: newest.map(|(reading, progress)| (reading.period, progress)) })
}
