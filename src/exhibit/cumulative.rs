//! A running total over the months of a year against the plan's even pace.

use rust_decimal::Decimal;

use super::describe::Mark;
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::progress::{implied_target, reached};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use super::timeline::LEAST;
use crate::analysis::{Basis, Months, PlanTarget, Point, Progress, words};
use crate::chart::{CumulativePoint, Plot};
use crate::content::IndicatorKind;
use crate::figure::{Period, Quantity, round_half_up};
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let drawn = frame.figure()?;
    refuse_what_does_not_accumulate(&drawn)?;
    let year = Year::of(&drawn)?;
    let known = year.points.iter().flatten().count();
    let enough = known >= LEAST;
    Ok(Draft {
        plot: enough.then(|| plot(frame, &drawn, &year)),
        title: title(frame, &drawn, &year),
        subtitle: frame.subtitle(&[drawn], &Period::Year(year.number).write(frame.lang)),
        description: description(frame, &drawn, &year),
        source: None,
        notes: notes(frame, &drawn, &year),
        table: table(frame, &drawn, &year),
        advice: if enough { Vec::new() } else { vec![frame.too_few_points(known)] },
    })
}

fn refuse_what_does_not_accumulate(drawn: &Drawn<'_>) -> Result<(), Refusal> {
    let id = &drawn.figure.id.value;
    let message = match drawn.reading.indicator.kind {
        IndicatorKind::Flow | IndicatorKind::Count => {
            let months = Months::of(drawn.reading.period);
            if months.is_some_and(Months::is_year_to_date) {
                return Ok(());
            }
            Text::new(
                format!("`{id}`的时期不是从1月到某月末，不是年初以来的累计数"),
                format!(
                    "the period of `{id}` does not run from January to the end of a month of the same year"
                ),
            )
        }
        IndicatorKind::Ratio => Text::new(
            format!("`{id}`是比率，不能逐月累计"),
            format!("`{id}` is a ratio and cannot be cumulated"),
        ),
        IndicatorKind::Stock => Text::new(
            format!("`{id}`是时点数，不随月份累计"),
            format!("`{id}` is a level at one time and does not accumulate"),
        ),
    };
    let help = Text::new(
        "选用从年初累计的数量或金额指标，或换一种图表",
        "name a count or an amount that accumulates from January, or choose another kind of chart",
    );
    Err(refuse(drawn.at, message, help))
}

/// What is known of the year, up to the figure's period.
struct Year<'a> {
    number: i16,
    points: Vec<Option<Point<'a>>>,
    /// The target and its value on the axis.
    target: Option<(PlanTarget, Decimal)>,
    progress: Option<Progress>,
}

impl<'a> Year<'a> {
    fn of(drawn: &Drawn<'a>) -> Result<Self, Refusal> {
        let (number, last) = (drawn.reading.period.year(), drawn.reading.period.last_day());
        let upto = |point: &Point<'_>| point.period.last_day() <= last;
        let points = drawn.reading.series.year_to_date(number).map(|point| point.filter(upto));
        for point in points.iter().flatten() {
            drawn.on_axis(point.amount, drawn.at)?;
        }
        let progress = drawn.reading.progress().filter(|progress| progress.plan == Period::Year(number));
        let target = progress.and_then(|progress| progress.target);
        let target = match target {
            Some(target) => Some((target, drawn.on_axis(target.amount, drawn.at)?.number)),
            None => None,
        };
        Ok(Year { number, points: points.to_vec(), target, progress })
    }

    /// The plan's even pace at the end of a month, from 1: target × m/12.
    ///
    /// It is rounded in the indicator's own magnitude, so that both languages say the same value.
    fn pace(&self, drawn: &Drawn<'_>, month: usize) -> Option<Decimal> {
        let (target, _) = self.target?;
        let target = target.amount.quantity.in_magnitude(drawn.reading.indicator.magnitude);
        let pace = target.number.checked_mul(Decimal::from(month))?.checked_div(Decimal::from(12))?;
        let number = round_half_up(pace, target.number.scale().max(1)).normalize();
        drawn.axis.number(Quantity { number, ..target })
    }

    fn month(&self, month: usize) -> Period {
        Period::Month(self.number, i8::try_from(month).unwrap_or(12))
    }
}

fn plot(frame: &Frame<'_>, drawn: &Drawn<'_>, year: &Year<'_>) -> Plot {
    let points = year.points.iter().zip(1..).map(|(point, month)| CumulativePoint {
        period: year.month(month).write_short(frame.lang),
        value: point.and_then(|point| drawn.axis.number(point.amount.quantity)),
        label: point.map_or_else(String::new, |point| drawn.axis.digits(point.amount)),
        pace: year.pace(drawn, month),
    });
    let label = |target: PlanTarget| match frame.lang {
        Lang::Zh => format!("年度计划{}", drawn.axis.say(target.amount)),
        Lang::En => format!("Annual plan {}", drawn.axis.say(target.amount)),
    };
    Plot::Cumulative {
        points: points.collect(),
        target: year.target.map(|(target, value)| (value, label(target))),
        series_label: drawn.label(frame.lang).to_owned(),
        pace_label: frame.say("均衡进度", "Even pace").to_owned(),
        unit_label: drawn.axis.heading(drawn.label(frame.lang)),
    }
}

fn title(frame: &Frame<'_>, drawn: &Drawn<'_>, year: &Year<'_>) -> String {
    if let Some(progress) = &year.progress {
        return reached(frame, drawn, progress);
    }
    let (name, end) = (drawn.label(frame.lang), words::end_short(drawn.reading.period, frame.lang));
    let value = drawn.reading.amount.write(frame.lang);
    let said = match frame.lang {
        Lang::Zh => format!("{end}{name}累计{value}"),
        Lang::En => format!("{} came to {value} by {end}", words::capitalised(name)),
    };
    let change = drawn.reading.year_on_year();
    let change = change.map_or_else(String::new, |change| words::year_on_year(&change, frame.lang));
    frame.sequence(&[&said, &change])
}

fn description(frame: &Frame<'_>, drawn: &Drawn<'_>, year: &Year<'_>) -> String {
    let year_name = Period::Year(year.number).write(frame.lang);
    let name = drawn.label(frame.lang);
    let what = match frame.lang {
        Lang::Zh => format!("折线图，{year_name}各月末的{name}累计数与计划的均衡进度"),
        Lang::En => {
            format!(
                "Line chart of a running total by the end of each month of {year_name}, beside the plan's even pace: {name}"
            )
        }
    };
    let known = year.points.iter().zip(1..).filter_map(|(point, month)| {
        Mark::new(words::end(year.month(month), frame.lang), point.as_ref()?.amount, drawn.axis)
    });
    let known: Vec<_> = known.collect();
    let course = match (known.first(), known.last(), frame.lang) {
        (Some(first), Some(last), Lang::Zh) if known.len() > 1 => {
            format!("{}为{}，{}为{}", first.of, first.said, last.of, last.said)
        }
        (Some(first), Some(last), Lang::En) if known.len() > 1 => {
            format!("It stood at {} at {} and at {} at {}", first.said, first.of, last.said, last.of)
        }
        _ => String::new(),
    };
    let plan = year.progress.as_ref().map_or_else(String::new, |progress| {
        let (share, plan) =
            (words::percent(progress.share.percent, frame.lang), words::plan(progress.plan, frame.lang));
        let target = progress.target.map_or_else(String::new, |target| drawn.axis.say(target.amount));
        let plan = super::axis::with_unit(&plan, &target, frame.lang);
        let said = match frame.lang {
            Lang::Zh => format!("完成{plan}的{share}"),
            Lang::En => format!("This is {share} of {plan}"),
        };
        frame.sequence(&[&said, &words::pace(progress, frame.lang)])
    });
    frame.sentences(&[what, course, plan])
}

fn notes(frame: &Frame<'_>, drawn: &Drawn<'_>, year: &Year<'_>) -> Vec<String> {
    let mut notes = frame.notes(&[*drawn]);
    if let Some((target, _)) = year.target {
        let even = frame.say(
            "均衡进度按年度计划逐月平均分摊，是便于比较的假定，不是分月计划。",
            "The even pace spreads the annual plan over twelve equal months; it is an assumption made for comparison, not a monthly plan.",
        );
        notes.push(even.to_owned());
        if target.basis == Basis::Implied {
            notes.push(implied_target(frame));
        }
    }
    notes
}

fn table(frame: &Frame<'_>, drawn: &Drawn<'_>, year: &Year<'_>) -> DataTable {
    let lang = frame.lang;
    let heading = |zh, en| drawn.axis.heading(frame.say(zh, en));
    let percent = |zh, en| super::axis::with_unit(frame.say(zh, en), "%", lang);
    let points = frame.say("个百分点", "percentage points");
    let columns = [
        (frame.say("截至月末", "By the end of").to_owned(), false),
        (drawn.axis.heading(drawn.label(lang)), true),
        (percent("同比", "Year on year"), true),
        (heading("均衡进度", "Even pace"), true),
        (heading("年度计划", "Annual plan"), true),
        (percent("计划完成率", "Share of plan"), true),
        (super::axis::with_unit(frame.say("与时间进度之差", "Ahead of the calendar"), points, lang), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(title(frame, drawn, year), columns);
    for (point, month) in year.points.iter().zip(1..) {
        let reading = point.as_ref().and_then(|point| {
            let (indicator, place) = (&drawn.figure.indicator.value, &drawn.figure.place.value);
            frame.index.point_reading(indicator, place, drawn.reading.series, point)
        });
        let is_current = point.is_some_and(|point| point.period == drawn.reading.period);
        let own = if is_current { year.progress } else { reading.and_then(|reading| reading.progress()) };
        let axis = |quantity: Quantity| drawn.axis.number(quantity);
        table.push(
            is_current,
            [
                words::label(year.month(month), lang).into(),
                point.and_then(|point| axis(point.amount.quantity)).into(),
                reading.and_then(|reading| reading.year_on_year()).map(|change| change.value).into(),
                year.pace(drawn, month).into(),
                year.target.map(|(_, target)| target).into(),
                own.map(|progress| progress.share.percent).into(),
                own.map(|progress| progress.pace).into(),
                point
                    .map_or_else(String::new, |p| remarks(p.amount.qualifier, p.is_derived(), p.status, lang))
                    .into(),
            ],
        );
    }
    table
}
