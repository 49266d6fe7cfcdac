//! A league: places in order of an amount and, side by side, of their share of plan.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::axis::with_unit;
use super::describe::{self, Mark};
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use crate::analysis::{League, LeagueEntry, words};
use crate::chart::{LeagueRow, Plot};
use crate::content::{Cell, CellKey, Dimension, Id};
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    super::chains::refuse_overlapping_figures(frame)?;
    let drawn = frame.figure()?;
    let breakdown = frame.parts(&drawn, Dimension::Place)?;
    drawn.refuse_negative(&breakdown.cells)?;
    refuse_places_within_places(frame, &breakdown.cells)?;
    if drawn.reading.series.accumulates() {
        super::chains::refuse_excess(&drawn, &breakdown.cells)?;
    }
    let league = League::new(frame.index, frame.bulletin, drawn.figure);
    let league =
        league.filter(|league| !league.entries.is_empty()).ok_or_else(|| drawn.refuse_without("by_place"))?;
    Ok(Draft {
        plot: Some(plot(frame, &drawn, &league)),
        title: title(frame, &drawn, &league),
        subtitle: frame.subtitle(&[drawn], &words::bare(drawn.reading.period, frame.lang)),
        description: description(frame, &drawn, &league),
        source: None,
        notes: frame.notes(&[drawn]),
        table: table(frame, &drawn, &league),
        advice: Vec::new(),
    })
}

/// A zone beside the county that it lies in would be counted twice.
fn refuse_places_within_places(frame: &Frame<'_>, cells: &[Cell]) -> Result<(), Refusal> {
    let places = &frame.index.content().registry.places;
    let id = |cell: &'_ Cell| match &cell.key.value {
        CellKey::Id(id) => Some(id.clone()),
        CellKey::Period(_) => None,
    };
    let named: HashSet<Id> = cells.iter().filter_map(id).collect();
    for cell in cells {
        let parent = |id: &Id| Some(places.get(id)?.parent.as_ref()?.value.clone());
        let Some(own) = id(cell) else { continue };
        // A cycle of parents is reported elsewhere; here it only has to end.
        let ancestors = std::iter::successors(parent(&own), parent).take(places.len());
        if let Some(outer) = ancestors.into_iter().find(|outer| *outer != own && named.contains(outer)) {
            return Err(refuse(
                cell.key.span,
                Text::new(
                    format!("`{own}`属于`{outer}`，两者同列会重复计算"),
                    format!("`{own}` lies in `{outer}`; side by side they would be counted twice"),
                ),
                Text::new("by_place只列同一层级的地区", "list places of one level only in by_place"),
            ));
        }
    }
    Ok(())
}

fn plot(frame: &Frame<'_>, drawn: &Drawn<'_>, league: &League<'_>) -> Plot {
    let row = |entry: &LeagueEntry<'_>| LeagueRow {
        rank: entry.rank_label(),
        name: frame.place(entry.place, entry.reading.period).to_owned(),
        amount: drawn.axis.number(entry.reading.amount.quantity).unwrap_or_default(),
        amount_label: drawn.axis.digits(entry.reading.amount),
        share: entry.progress.map(|progress| progress.share.percent),
        share_label: entry.progress.map_or_else(String::new, |p| words::percent(p.share.percent, frame.lang)),
        own: entry.place.id.value == frame.bulletin.place.value,
    };
    let shares = || league.entries.iter().filter_map(|entry| entry.progress);
    let plan = shares().next().map(|progress| words::plan(progress.plan, frame.lang));
    let elapsed = shares().next().map(|progress| progress.elapsed);
    let elapsed = elapsed.filter(|first| shares().all(|progress| progress.elapsed == *first));
    Plot::League {
        rows: league.entries.iter().map(row).collect(),
        amount_label: drawn.axis.heading(drawn.label(frame.lang)),
        share_label: plan.map(|plan| match frame.lang {
            Lang::Zh => format!("完成{plan}的比重（%）"),
            Lang::En => format!("Share of {plan} (%)"),
        }),
        elapsed: elapsed.map(|share| (share, words::elapsed(share, frame.lang))),
    }
}

/// 南湖区签约投资12.3亿元，居首位，占26.9%
fn title(frame: &Frame<'_>, drawn: &Drawn<'_>, league: &League<'_>) -> String {
    let leaders = league.leaders();
    let names: Vec<_> =
        leaders.iter().map(|entry| frame.place(entry.place, entry.reading.period).to_owned()).collect();
    let names = words::list(&names, frame.lang);
    let Some(first) = leaders.first() else { return String::new() };
    let (name, value) = (drawn.label(frame.lang), first.reading.amount.write(frame.lang));
    let share = first.share.map(|share| words::percent(share, frame.lang));
    match (frame.lang, leaders.len(), share) {
        (Lang::Zh, 1, Some(share)) => format!("{names}{name}{value}，居首位，占{share}"),
        (Lang::Zh, 1, None) => format!("{names}{name}{value}，居首位"),
        (Lang::Zh, ..) => format!("{names}{name}均为{value}，并列首位"),
        (Lang::En, 1, Some(share)) => format!("{name}: {names} leads with {value}, {share} of the total"),
        (Lang::En, 1, None) => format!("{name}: {names} leads with {value}"),
        (Lang::En, ..) => format!("{name}: {names} share the lead with {value} each"),
    }
}

fn description(frame: &Frame<'_>, drawn: &Drawn<'_>, league: &League<'_>) -> String {
    let name = drawn.label(frame.lang);
    let what = match frame.lang {
        Lang::Zh => format!("条形图，各地按{name}从高到低排列"),
        Lang::En => format!("Bar chart of places, from the highest to the lowest: {name}"),
    };
    let mark = |entry: &LeagueEntry<'_>| {
        Mark::new(frame.place(entry.place, entry.reading.period), entry.reading.amount, drawn.axis)
    };
    let marks: Vec<_> = league.entries.iter().filter_map(mark).collect();
    let extremes = describe::extremes_side_by_side(&marks, frame.lang);
    let most_of_plan = league.entries.iter().filter(|entry| entry.progress.is_some());
    let most_of_plan = most_of_plan.max_by_key(|entry| {
        let share = entry.progress.map_or(Decimal::ZERO, |progress| progress.share.percent);
        // The first of equals, as everywhere in a ranking.
        (share, std::cmp::Reverse(entry.rank))
    });
    let plan = most_of_plan.and_then(|entry| {
        let (place, progress) = (frame.place(entry.place, entry.reading.period), entry.progress?);
        let share = words::plan_share(&progress, frame.lang);
        Some(match frame.lang {
            Lang::Zh => format!("计划完成率最高的是{place}，{share}"),
            Lang::En => format!("The highest share of plan is that of {place}, {share}"),
        })
    });
    frame.sentences(&[what, extremes, plan.unwrap_or_default()])
}

fn table(frame: &Frame<'_>, drawn: &Drawn<'_>, league: &League<'_>) -> DataTable {
    let percent = |zh, en| with_unit(frame.say(zh, en), "%", frame.lang);
    let points = frame.say("个百分点", "percentage points");
    let columns = [
        (frame.say("地区", "Place").to_owned(), false),
        (frame.say("位次", "Rank").to_owned(), true),
        (frame.say("位次变化", "Movement").to_owned(), false),
        (drawn.axis.heading(drawn.label(frame.lang)), true),
        (frame.yoy_heading("", &drawn.reading), true),
        (percent("占比", "Share of total"), true),
        (drawn.axis.heading(frame.say("计划数", "Plan")), true),
        (percent("计划完成率", "Share of plan"), true),
        (percent("时间进度", "Time elapsed"), true),
        (with_unit(frame.say("与时间进度之差", "Ahead of the calendar"), points, frame.lang), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, drawn, league), columns);
    for entry in &league.entries {
        let (reading, progress) = (&entry.reading, entry.progress);
        let tied = if entry.tied { frame.say("并列", "tied") } else { "" };
        let own = remarks(reading.amount.qualifier, false, reading.status, frame.lang);
        let said: Vec<_> = [tied, &own].into_iter().filter(|remark| !remark.is_empty()).collect();
        let target = progress.and_then(|progress| progress.target);
        table.push(
            entry.place.id.value == frame.bulletin.place.value,
            [
                frame.place(entry.place, reading.period).into(),
                Decimal::from(entry.rank).into(),
                entry
                    .movement
                    .map_or_else(String::new, |movement| words::movement(movement, frame.lang))
                    .into(),
                drawn.axis.number(reading.amount.quantity).into(),
                reading.year_on_year().map(|change| change.value).into(),
                entry.share.into(),
                target.and_then(|target| drawn.axis.number(target.amount.quantity)).into(),
                progress.map(|progress| progress.share.percent).into(),
                progress.map(|progress| progress.elapsed).into(),
                progress.map(|progress| progress.pace).into(),
                said.join(frame.say("；", "; ")).into(),
            ],
        );
    }
    table
}
