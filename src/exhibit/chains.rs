//! A figure by industry chain: ordered bars, the remainder last.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::axis::with_unit;
use super::describe::{self, Mark};
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use crate::analysis::{exceeds, share_of, words};
use crate::chart::{ChainRow, Plot};
use crate::content::{Cell, CellKey, Chain, Dimension};
use crate::figure::{Quantity, sum};
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    refuse_overlapping_figures(frame)?;
    let drawn = frame.figure()?;
    if drawn.is_ratio() {
        return Err(ratio_in_parts(&drawn));
    }
    let breakdown = frame.parts(&drawn, Dimension::Chain)?;
    drawn.refuse_negative(&breakdown.cells)?;
    refuse_excess(&drawn, &breakdown.cells)?;
    let parts = parts(frame, &drawn, &breakdown.cells);
    Ok(Draft {
        plot: Some(plot(frame, &drawn, &parts)),
        title: title(frame, &drawn, &parts),
        subtitle: frame.subtitle(&[drawn], &words::bare(drawn.reading.period, frame.lang)),
        description: description(frame, &drawn, &parts),
        source: None,
        notes: notes(frame, &drawn, &parts),
        table: table(frame, &drawn, &parts),
        advice: Vec::new(),
    })
}

fn ratio_in_parts(drawn: &Drawn<'_>) -> Refusal {
    let id = &drawn.figure.id.value;
    refuse(
        drawn.at,
        Text::new(
            format!("`{id}`是比率，没有总量可分"),
            format!("`{id}` is a ratio and has no total that could be taken apart"),
        ),
        Text::new("换成数量或金额指标", "name a count or an amount instead"),
    )
}

/// Several parts of one total are no breakdown: 17 large projects and 15 of Top-500 companies may be the same.
pub(super) fn refuse_overlapping_figures(frame: &Frame<'_>) -> Result<(), Refusal> {
    let named =
        frame.spec.figures.iter().filter_map(|id| Some((id.span, frame.bulletin.figures.get(&id.value)?)));
    let mut parts =
        named.filter_map(|(at, figure)| Some((at, figure, frame.index.whole_of(frame.bulletin, figure)?)));
    let (Some((_, first, whole)), Some((at, second, other))) = (parts.next(), parts.next()) else {
        return Ok(());
    };
    if whole.id.value != other.id.value {
        return Ok(());
    }
    let (first, second, whole) = (&first.id.value, &second.id.value, &whole.id.value);
    Err(refuse(
        at,
        Text::new(
            format!("`{first}`和`{second}`都是`{whole}`的一部分，可能相互重叠，不能拼成总量"),
            format!(
                "`{first}` and `{second}` are both parts of `{whole}` and may overlap; they do not make up the total"
            ),
        ),
        Text::new(
            "用互不重叠的by_chain或by_place，或用comparison图并列",
            "use by_chain or by_place, whose parts exclude each other, or put them side by side in a comparison",
        ),
    ))
}

/// Parts that come to more than their total overlap, or one of them is wrong.
pub(super) fn refuse_excess(drawn: &Drawn<'_>, cells: &[Cell]) -> Result<(), Refusal> {
    let Some(total) = drawn.reading.exact() else { return Ok(()) };
    // As written: only there do the digits say how exact they are.
    let parts: Vec<Quantity> = cells.iter().map(|cell| cell.value.value.quantity).collect();
    if exceeds(&parts, total) != Some(true) {
        return Ok(());
    }
    let id = &drawn.figure.id.value;
    let said = |lang: Lang| sum(parts.iter().copied()).map_or_else(String::new, |sum| sum.write(lang));
    let finding = refuse(
        drawn.at,
        Text::new(
            format!("`{id}`各部分合计{}，超过总数{}", said(Lang::Zh), total.write(Lang::Zh)),
            format!(
                "the parts of `{id}` come to {}, more than the total of {}",
                said(Lang::En),
                total.write(Lang::En)
            ),
        ),
        Text::new(
            "核对数值；如各部分有交叉，不能这样画",
            "check the values; parts that overlap cannot be drawn as parts of one total",
        ),
    );
    Err(Box::new(finding.with_related(drawn.figure.value.span, Text::new("总数", "the total"))))
}

/// One chain.
struct Part<'a> {
    chain: &'a Chain,
    cell: &'a Cell,
    share: Option<Decimal>,
}

fn parts<'a>(frame: &Frame<'a>, drawn: &Drawn<'a>, cells: &'a [Cell]) -> Vec<Part<'a>> {
    let chains = &frame.index.content().registry.chains;
    let part = |cell: &'a Cell| {
        let CellKey::Id(id) = &cell.key.value else { return None };
        let share = drawn.reading.exact().and_then(|total| share_of(cell.value.value.quantity, total));
        Some(Part { chain: chains.get(id)?, cell, share })
    };
    let mut parts: Vec<_> = cells.iter().filter_map(part).collect();
    parts.sort_by_key(|part| (part.chain.other, Reverse(part.cell.value.value.quantity.value())));
    parts
}

fn plot(frame: &Frame<'_>, drawn: &Drawn<'_>, parts: &[Part<'_>]) -> Plot {
    let row = |part: &Part<'_>| {
        let value = drawn.axis.say(part.cell.value.value);
        let share = part.share.map(|share| words::percent(share, frame.lang));
        ChainRow {
            label: part.chain.name.get(frame.lang).clone(),
            value: drawn.axis.number(part.cell.value.value.quantity).unwrap_or_default(),
            value_label: with_unit(&value, &share.unwrap_or_default(), frame.lang),
            other: part.chain.other,
        }
    };
    Plot::Chains {
        rows: parts.iter().map(row).collect(),
        unit_label: drawn.axis.heading(drawn.label(frame.lang)),
    }
}

/// 绿色石化占签约投资的26.9%，居首位
fn title(frame: &Frame<'_>, drawn: &Drawn<'_>, parts: &[Part<'_>]) -> String {
    let Some(first) = parts.first() else { return String::new() };
    let (chain, name) = (first.chain.name.get(frame.lang), drawn.label(frame.lang));
    let value = first.cell.value.value.write(frame.lang);
    match (frame.lang, first.share.map(|share| words::percent(share, frame.lang))) {
        (Lang::Zh, Some(share)) => format!("{chain}占{name}的{share}，居各产业链首位"),
        (Lang::Zh, None) => format!("{chain}{name}{value}，居各产业链首位"),
        (Lang::En, Some(share)) => format!("{chain}: {share} of the total, the largest share of any chain"),
        (Lang::En, None) => format!("{chain}: {value}, the most of any chain"),
    }
}

fn description(frame: &Frame<'_>, drawn: &Drawn<'_>, parts: &[Part<'_>]) -> String {
    let name = drawn.label(frame.lang);
    let what = match frame.lang {
        Lang::Zh => format!("条形图，各产业链按{name}从高到低排列"),
        Lang::En => format!("Bar chart of industry chains, from the highest to the lowest: {name}"),
    };
    let named = parts.iter().filter(|part| !part.chain.other);
    let mark =
        |part: &Part<'_>| Mark::new(part.chain.name.get(frame.lang), part.cell.value.value, drawn.axis);
    let marks: Vec<_> = named.filter_map(mark).collect();
    let other = parts.iter().find(|part| part.chain.other).and_then(mark);
    let other = other.map_or_else(String::new, |other| match frame.lang {
        Lang::Zh => format!("{}为{}", other.of, other.said),
        Lang::En => format!("{}: {}", other.of, other.said),
    });
    frame.sentences(&[what, describe::extremes_side_by_side(&marks, frame.lang), other])
}

fn notes(frame: &Frame<'_>, drawn: &Drawn<'_>, parts: &[Part<'_>]) -> Vec<String> {
    let mut notes = frame.notes(&[*drawn]);
    let shown = sum(parts.iter().map(|part| part.cell.value.value.quantity));
    let covered = shown.zip(drawn.reading.exact()).and_then(|(shown, total)| share_of(shown, total));
    let shares = parts.iter().map(|part| part.share).sum::<Option<Decimal>>();
    let all = Decimal::ONE_HUNDRED;
    if let Some(covered) = covered.filter(|covered| *covered < all) {
        let share = words::percent(covered, frame.lang);
        notes.push(match frame.lang {
            Lang::Zh => format!("以上各项合计占总数的{share}，其余未分产业链。"),
            Lang::En => format!("These make up {share} of the total; the rest is assigned to no chain."),
        });
    } else if shares.is_some_and(|shares| shares != all) {
        let rounding = "Totals may not add up because of rounding.";
        notes.push(frame.say("部分数据因四舍五入，存在总计与分项合计不等的情况。", rounding).to_owned());
    }
    notes
}

fn table(frame: &Frame<'_>, drawn: &Drawn<'_>, parts: &[Part<'_>]) -> DataTable {
    let percent = |zh, en| with_unit(frame.say(zh, en), "%", frame.lang);
    let columns = [
        (frame.say("产业链", "Industry chain").to_owned(), false),
        (drawn.axis.heading(drawn.label(frame.lang)), true),
        (percent("占比", "Share of total"), true),
        (percent("同比", "Year on year"), true),
        (percent("计划完成率", "Share of plan"), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, drawn, parts), columns);
    for part in parts {
        let amount = part.cell.value.value;
        let announced = &part.cell.comparison;
        table.push(
            false,
            [
                part.chain.name.get(frame.lang).as_str().into(),
                drawn.axis.number(amount.quantity).into(),
                part.share.into(),
                announced.yoy.as_ref().map(|yoy| yoy.value).into(),
                announced.plan.as_ref().map(|plan| plan.value).into(),
                remarks(amount.qualifier, false, drawn.reading.status, frame.lang).into(),
            ],
        );
    }
    table
}
