//! Progress: bullet rows of the share of plan, with the tick of the time gone by.

use rust_decimal::Decimal;

use super::axis::with_unit;
use super::drawn::Drawn;
use super::frame::{Draft, Frame};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use crate::analysis::{Basis, Progress, words};
use crate::chart::{Plot, ProgressRow};
use crate::figure::Amount;
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let drawn = frame.figures(1..=20)?;
    let with_plan =
        drawn.iter().map(|drawn| Ok((*drawn, drawn.reading.progress().ok_or_else(|| without_plan(drawn))?)));
    let rows: Vec<Row<'_>> = with_plan.collect::<Result<_, Refusal>>()?;
    Ok(Draft {
        plot: Some(plot(frame, &rows)),
        title: title(frame, &rows),
        subtitle: subtitle(frame, &rows),
        description: description(frame, &rows),
        source: None,
        notes: notes(frame, &drawn, &rows),
        table: table(frame, &rows),
        advice: Vec::new(),
    })
}

type Row<'a> = (Drawn<'a>, Progress);

fn without_plan(drawn: &Drawn<'_>) -> Refusal {
    let id = &drawn.figure.id.value;
    refuse(
        drawn.at,
        Text::new(
            format!("`{id}`既没有公布的计划完成率，也没有可比的计划目标"),
            format!("`{id}` has no announced share of plan, and no target that it counts towards"),
        ),
        Text::new(
            format!("在metrics.toml的[{id}]中写plan = \"67%\"，或在plans/中写明目标"),
            format!("write plan = \"67%\" in [{id}] of metrics.toml, or set a target in plans/"),
        ),
    )
}

fn plot(frame: &Frame<'_>, rows: &[Row<'_>]) -> Plot {
    let elapsed = common_elapsed(rows).filter(|share| *share < Decimal::ONE_HUNDRED);
    let elapsed = elapsed.map(|share| words::elapsed(share, frame.lang));
    let row = |(drawn, progress): &Row<'_>| ProgressRow {
        label: drawn.label(frame.lang).to_owned(),
        detail: detail(frame, drawn, progress),
        share: progress.share.percent,
        share_label: words::percent(progress.share.percent, frame.lang),
        elapsed: Some(progress.elapsed).filter(|_| !is_over(progress)),
    };
    let plan = rows.first().map_or_else(String::new, |(_, progress)| words::plan(progress.plan, frame.lang));
    Plot::Progress {
        rows: rows.iter().map(row).collect(),
        plan_label: words::capitalised(plan.strip_prefix("the ").unwrap_or(&plan)),
        elapsed_label: elapsed,
    }
}

/// 50亿元 / 计划约74.6亿元, RMB 5 billion of about RMB 7.46 billion
fn detail(frame: &Frame<'_>, drawn: &Drawn<'_>, progress: &Progress) -> String {
    let value = drawn.reading.amount.write(frame.lang);
    let Some(target) = &progress.target else { return value };
    let target = target.amount.write(frame.lang);
    match frame.lang {
        Lang::Zh => format!("{value} / 计划{target}"),
        Lang::En => format!("{value} of\u{a0}{target}"),
    }
}

/// The time gone by, where it is the same for all rows.
fn common_elapsed(rows: &[Row<'_>]) -> Option<Decimal> {
    let (_, first) = rows.first()?;
    rows.iter().all(|(_, progress)| progress.elapsed == first.elapsed).then_some(first.elapsed)
}

/// 8月末重点工业项目投资完成年度计划的67%，快于时间进度0.3个百分点
fn title(frame: &Frame<'_>, rows: &[Row<'_>]) -> String {
    if let [(drawn, progress)] = rows {
        return reached(frame, drawn, progress);
    }
    let zero = Decimal::ZERO;
    let ahead = rows.iter().filter(|(_, progress)| progress.pace >= zero).count();
    let all = rows.len();
    if rows.iter().all(|(_, progress)| is_over(progress)) {
        return title_at_the_end(frame, rows);
    }
    match frame.lang {
        Lang::Zh if ahead == all => format!("{all}项指标均达到时间进度"),
        Lang::Zh if ahead == 0 => format!("{all}项指标均慢于时间进度"),
        Lang::Zh => format!("{all}项指标中{ahead}项达到时间进度"),
        Lang::En if ahead == all => format!("{} have kept pace with the calendar", all_of(all)),
        Lang::En if ahead == 0 => format!("{} are behind the calendar", all_of(all)),
        Lang::En if ahead == 1 => format!("1 of {all} indicators has kept pace with the calendar"),
        Lang::En => format!("{ahead} of {all} indicators have kept pace with the calendar"),
    }
}

/// Whether the plan's time is over, so that nothing is ahead of the calendar any more.
fn is_over(progress: &Progress) -> bool {
    progress.elapsed >= Decimal::ONE_HUNDRED
}

/// 3项指标均完成年度计划
fn title_at_the_end(frame: &Frame<'_>, rows: &[Row<'_>]) -> String {
    let plan = rows.first().map_or_else(String::new, |(_, progress)| words::plan(progress.plan, frame.lang));
    let done = rows.iter().filter(|(_, progress)| progress.share.percent >= Decimal::ONE_HUNDRED).count();
    let all = rows.len();
    match frame.lang {
        Lang::Zh if done == all => format!("{all}项指标均完成{plan}"),
        Lang::Zh if done == 0 => format!("{all}项指标均未完成{plan}"),
        Lang::Zh => format!("{all}项指标中{done}项完成{plan}"),
        Lang::En if done == all => format!("{} reached {plan}", all_of(all)),
        Lang::En if done == 0 => format!("None of the {all} indicators reached {plan}"),
        Lang::En => format!("{done} of {all} indicators reached {plan}"),
    }
}

/// Both indicators, All 3 indicators.
fn all_of(all: usize) -> String {
    if all == 2 { "Both indicators".to_owned() } else { format!("All {all} indicators") }
}

/// What one figure has reached, and how that compares with the calendar.
pub(super) fn reached(frame: &Frame<'_>, drawn: &Drawn<'_>, progress: &Progress) -> String {
    let (name, end) = (drawn.label(frame.lang), words::end_short(drawn.reading.period, frame.lang));
    let share = words::plan_share(progress, frame.lang);
    let pace = words::pace(progress, frame.lang);
    let said = match frame.lang {
        // 完成投资完成年度计划的… would stammer.
        Lang::Zh if name.contains("完成") => format!("{end}{name}{}", share.replacen("完成", "达到", 1)),
        Lang::Zh => format!("{end}{name}{share}"),
        Lang::En => format!("{} reached {share} by {end}", words::capitalised(name)),
    };
    frame.sequence(&[&said, if is_over(progress) { "" } else { &pace }])
}

fn subtitle(frame: &Frame<'_>, rows: &[Row<'_>]) -> String {
    let Some((first, progress)) = rows.first() else { return String::new() };
    let what = match frame.lang {
        Lang::Zh => format!("完成{}的比重（%）", words::plan(progress.plan, frame.lang)),
        Lang::En => format!("Share of {} (%)", words::plan(progress.plan, frame.lang)),
    };
    let place = frame.place(first.reading.place, first.reading.period);
    frame.facts(&[&what, place, &words::bare(first.reading.period, frame.lang)])
}

fn description(frame: &Frame<'_>, rows: &[Row<'_>]) -> String {
    let mut sentences = vec![
        frame.say(
            "子弹图，每行一项指标：横条为计划完成率，刻度为计划和时间进度",
            "Bullet chart, a row for each indicator: the bar is the share of plan, the ticks are the plan and the time elapsed",
        )
        .to_owned(),
    ];
    for (drawn, progress) in rows {
        let value = drawn.axis.say(drawn.reading.amount);
        let name = drawn.label(frame.lang);
        let pace = words::pace(progress, frame.lang);
        let parts = [
            &*words::plan_share(progress, frame.lang),
            &words::elapsed(progress.elapsed, frame.lang),
            if is_over(progress) { "" } else { &pace },
        ];
        let parts = frame.sequence(&parts);
        sentences.push(match frame.lang {
            Lang::Zh => format!("{name}{value}，{parts}"),
            Lang::En => format!("{name}: {value}, {parts}"),
        });
    }
    frame.sentences(&sentences)
}

fn notes(frame: &Frame<'_>, drawn: &[Drawn<'_>], rows: &[Row<'_>]) -> Vec<String> {
    let mut notes = frame.notes(drawn);
    let implied =
        |(_, progress): &Row<'_>| progress.target.is_some_and(|target| target.basis == Basis::Implied);
    if rows.iter().any(implied) {
        notes.push(implied_target(frame));
    }
    notes
}

/// That a target was worked back from a share.
pub(super) fn implied_target(frame: &Frame<'_>) -> String {
    frame
        .say(
            "“约”字的计划数由完成数和公布的完成率反推，仅供参考。",
            "Targets marked “about” were worked back from the value and the announced share of plan.",
        )
        .to_owned()
}

fn table(frame: &Frame<'_>, rows: &[Row<'_>]) -> DataTable {
    let points = frame.say("个百分点", "percentage points");
    let columns = [
        (frame.say("指标", "Indicator").to_owned(), false),
        (frame.say("单位", "Unit").to_owned(), false),
        (frame.say("完成数", "Value").to_owned(), true),
        (frame.say("计划数", "Plan").to_owned(), true),
        (with_unit(frame.say("计划完成率", "Share of plan"), "%", frame.lang), true),
        (with_unit(frame.say("时间进度", "Time elapsed"), "%", frame.lang), true),
        (with_unit(frame.say("与时间进度之差", "Ahead of the calendar"), points, frame.lang), true),
        (with_unit(frame.say("同比", "Year on year"), "%", frame.lang), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, rows), columns);
    for (drawn, progress) in rows {
        let (axis, reading) = (&drawn.axis, &drawn.reading);
        let on_axis = |amount: Amount| axis.number(amount.quantity);
        let implied = progress.target.filter(|target| target.basis == Basis::Implied);
        let implied = implied.and_then(|target| words::basis(target.basis, frame.lang));
        table.push(
            false,
            [
                drawn.label(frame.lang).into(),
                axis.unit().into(),
                on_axis(reading.amount).into(),
                progress.target.and_then(|target| on_axis(target.amount)).into(),
                progress.share.percent.into(),
                progress.elapsed.into(),
                progress.pace.into(),
                reading.year_on_year().map(|change| change.value).into(),
                remark(frame, drawn, implied).into(),
            ],
        );
    }
    table
}

/// 计划数由公布的比率反推
fn remark(frame: &Frame<'_>, drawn: &Drawn<'_>, implied: Option<&str>) -> String {
    let reading = &drawn.reading;
    let own = super::frame::remarks(reading.amount.qualifier, false, reading.status, frame.lang);
    let plan = implied.map(|implied| match frame.lang {
        Lang::Zh => format!("计划数{implied}"),
        Lang::En => format!("plan {implied}"),
    });
    let said = [Some(own).filter(|own| !own.is_empty()), plan];
    said.into_iter().flatten().collect::<Vec<_>>().join(frame.say("；", "; "))
}
