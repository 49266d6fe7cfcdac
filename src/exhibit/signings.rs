//! Signings: a count and an amount as two panels of columns on one time axis, never on two y-axes.

use super::describe::{self, Mark};
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::refusal::{Refusal, refuse};
use super::table::{DataTable, TableCell};
use super::timeline::{self, Grid, LEAST};
use crate::analysis::{Point, words};
use crate::chart::{Panel, Plot};
use crate::content::Dimension;
use crate::figure::Period;
use crate::lang::{Lang, Text};

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let mut drawn = frame.figures(2..=2)?;
    // The count stands above the amount, in whatever order the editor names them.
    drawn.sort_by_key(|drawn| !drawn.is_count());
    let [count, amount] = &*drawn else { return Err(not_a_pair(frame)) };
    refuse_unlike_pair(frame, count, amount)?;
    let shown = Shown::choose(count, amount);
    for (drawn, points) in [(count, &shown.points.0), (amount, &shown.points.1)] {
        for point in points.iter().flatten() {
            drawn.on_axis(point.amount, drawn.at)?;
        }
    }
    let known = shown.known();
    let enough = known >= LEAST;
    let shown = if enough { shown } else { shown.without_gaps() };
    let advice = if enough { Vec::new() } else { vec![frame.too_few_points(known)] };
    Ok(Draft {
        plot: enough.then(|| plot(frame, &drawn, &shown)),
        title: title(frame, &drawn),
        subtitle: frame.subtitle(&drawn, &describe::from_to(&shown.periods, frame.lang)),
        description: description(frame, &drawn, &shown),
        source: None,
        notes: frame.notes(&drawn),
        table: table(frame, &drawn, &shown),
        advice,
    })
}

fn not_a_pair(frame: &Frame<'_>) -> Refusal {
    refuse(
        frame.spec.kind.span,
        Text::new(
            "signings图需要一项个数和一项金额",
            "a signings chart draws a count and an amount of money",
        ),
        Text::new(
            "在figures中写一项项目个数和一项投资额；两项金额请用comparison图",
            "name a number of projects and an amount in `figures`; use a comparison for two amounts",
        ),
    )
}

fn refuse_unlike_pair(frame: &Frame<'_>, count: &Drawn<'_>, amount: &Drawn<'_>) -> Result<(), Refusal> {
    for drawn in [count, amount] {
        if drawn.is_ratio() {
            return Err(refuse(
                drawn.at,
                Text::new(
                    format!("`{}`是比率，各月的比率不能当作数量来画", drawn.figure.id.value),
                    format!(
                        "`{}` is a ratio, and the ratios of months are no quantities to pile up",
                        drawn.figure.id.value
                    ),
                ),
                Text::new("换成个数和金额指标", "name a count and an amount instead"),
            ));
        }
    }
    if !(count.is_count() && amount.reading.indicator.unit.is_money()) {
        return Err(not_a_pair(frame));
    }
    let same_place = count.reading.place.id.value == amount.reading.place.id.value;
    if same_place && count.reading.period == amount.reading.period {
        return Ok(());
    }
    Err(refuse(
        amount.at,
        Text::new(
            "两项指标的地区或时期不同，不能共用一条时间轴",
            "the two figures differ in place or period and cannot share a time axis",
        ),
        Text::new("选用同一地区、同一时期的两项指标", "name two figures of one place and one period"),
    ))
}

/// The periods that are shown and what is known of them.
struct Shown<'a> {
    periods: Vec<Period>,
    points: (Points<'a>, Points<'a>),
}

type Points<'a> = Vec<Option<Point<'a>>>;

impl<'a> Shown<'a> {
    /// The first grid on which enough is known of both figures, else the one on which most is known.
    fn choose(count: &Drawn<'a>, amount: &Drawn<'a>) -> Self {
        let time = [Dimension::Month, Dimension::Quarter, Dimension::Year];
        let broken_down_by = time
            .into_iter()
            .find(|by| [count, amount].iter().any(|drawn| drawn.figure.breakdown(*by).is_some()));
        let grids = Grid::candidates(count.reading.period, broken_down_by);
        let on = |grid: Grid| {
            let points = (grid.points(count.reading.series), grid.points(amount.reading.series));
            Shown { periods: grid.periods(), points }.trimmed()
        };
        let mut best = Shown { periods: Vec::new(), points: (Vec::new(), Vec::new()) };
        for shown in grids.into_iter().map(on) {
            if shown.known() >= LEAST {
                return shown;
            }
            if shown.known() > best.known() || best.periods.is_empty() {
                best = shown;
            }
        }
        if best.periods.is_empty() { Shown::only(count, amount) } else { best }
    }

    /// Nothing but the figures' own values, of a period that no grid holds.
    fn only(count: &Drawn<'a>, amount: &Drawn<'a>) -> Self {
        let stated = |drawn: &Drawn<'a>| vec![drawn.reading.series.stated(drawn.reading.period)];
        Shown { periods: vec![count.reading.period], points: (stated(count), stated(amount)) }
    }

    /// In how many periods both are known.
    fn known(&self) -> usize {
        self.points
            .0
            .iter()
            .zip(&self.points.1)
            .filter(|(count, amount)| count.is_some() && amount.is_some())
            .count()
    }

    /// Without the periods of which nothing is known, which only a time axis has to keep.
    fn without_gaps(self) -> Self {
        let Shown { periods, points: (count, amount) } = self;
        let rows = periods.into_iter().zip(count.into_iter().zip(amount));
        let known = rows.filter(|(_, (count, amount))| count.is_some() || amount.is_some());
        let (periods, points) = known.unzip();
        Shown { periods, points }
    }

    /// Without the periods before anything is known.
    fn trimmed(mut self) -> Self {
        let known = |at: usize| self.points.0[at].is_some() || self.points.1[at].is_some();
        let start = (0..self.periods.len()).find(|at| known(*at)).unwrap_or(self.periods.len());
        self.periods.drain(..start);
        self.points.0.drain(..start);
        self.points.1.drain(..start);
        self
    }

    fn panels(&self) -> [&Points<'a>; 2] {
        [&self.points.0, &self.points.1]
    }
}

fn plot(frame: &Frame<'_>, drawn: &[Drawn<'_>], shown: &Shown<'_>) -> Plot {
    let current = shown.periods.last().copied();
    let panel = |(drawn, points): (&Drawn<'_>, &Points<'_>)| Panel {
        label: drawn.axis.heading(drawn.label(frame.lang)),
        columns: timeline::columns(drawn.axis, &shown.periods, points, current, frame.lang),
    };
    Plot::Signings { panels: drawn.iter().zip(shown.panels()).map(panel).collect() }
}

/// The totals of the bulletin's period: 签约项目121个，同比增长210%；签约投资458亿元，同比增长340%.
fn title(frame: &Frame<'_>, drawn: &[Drawn<'_>]) -> String {
    let said = drawn.iter().map(|drawn| {
        let (name, value) = (drawn.label(frame.lang), drawn.reading.amount.write(frame.lang));
        let value = match frame.lang {
            Lang::Zh => format!("{name}{value}"),
            Lang::En => format!("{name}: {value}"),
        };
        let change = drawn.reading.year_on_year();
        let change = change.map_or_else(String::new, |change| words::year_on_year(&change, frame.lang));
        frame.sequence(&[&value, &change])
    });
    said.collect::<Vec<_>>().join(frame.say("；", "; "))
}

fn description(frame: &Frame<'_>, drawn: &[Drawn<'_>], shown: &Shown<'_>) -> String {
    let what = match frame.lang {
        Lang::Zh => format!("柱形图，上下两格共用时间轴：{}", describe::from_to(&shown.periods, frame.lang)),
        Lang::En => {
            format!(
                "Column chart of two panels on one time axis, {}",
                describe::from_to(&shown.periods, frame.lang)
            )
        }
    };
    let mut sentences = vec![what];
    for (drawn, points) in drawn.iter().zip(shown.panels()) {
        let marks = shown.periods.iter().zip(points).filter_map(|(period, point)| {
            Mark::new(period.write(frame.lang), point.as_ref()?.amount, drawn.axis)
        });
        let marks: Vec<_> = marks.collect();
        let extremes = describe::extremes_in_time(&marks, frame.lang);
        let name = drawn.label(frame.lang);
        sentences.push(match frame.lang {
            _ if extremes.is_empty() => String::new(),
            Lang::Zh => format!("{name}：{extremes}"),
            Lang::En => format!("{name}: {extremes}"),
        });
    }
    frame.sentences(&sentences)
}

fn table(frame: &Frame<'_>, drawn: &[Drawn<'_>], shown: &Shown<'_>) -> DataTable {
    let mut columns = vec![(frame.say("时期", "Period").to_owned(), false)];
    for drawn in drawn {
        let name = drawn.label(frame.lang);
        columns.push((drawn.axis.heading(name), true));
        columns.push((frame.yoy_heading(name, &drawn.reading), true));
    }
    columns.push((frame.say("说明", "Remarks").to_owned(), false));
    let mut table = DataTable::new(title(frame, drawn), columns);
    let last = shown.periods.len().saturating_sub(1);
    for (at, period) in shown.periods.iter().enumerate() {
        let mut cells = vec![words::label(*period, frame.lang).into()];
        let mut said = Vec::new();
        for (drawn, points) in drawn.iter().zip(shown.panels()) {
            cells.extend(value_and_change(frame, drawn, points[at].as_ref()));
            said.extend(
                points[at].map(|p| remarks(p.amount.qualifier, p.is_derived(), p.status, frame.lang)),
            );
        }
        said.retain(|remark| !remark.is_empty());
        said.dedup();
        cells.push(said.join(frame.say("；", "; ")).into());
        table.push(at == last, cells);
    }
    table
}

fn value_and_change(frame: &Frame<'_>, drawn: &Drawn<'_>, point: Option<&Point<'_>>) -> [TableCell; 2] {
    let Some(point) = point else { return [TableCell::Empty, TableCell::Empty] };
    let (indicator, place) = (&drawn.figure.indicator.value, &drawn.figure.place.value);
    let reading = frame.index.point_reading(indicator, place, drawn.reading.series, point);
    let change = reading.and_then(|reading| reading.year_on_year()).map(|change| change.value);
    [drawn.axis.number(point.amount.quantity).into(), change.into()]
}
