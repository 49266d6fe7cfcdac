//! The history of an indicator at a place, for the pages of places and indicators.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::axis::{Axis, with_unit};
use super::describe::Mark;
use super::frame::remarks;
use super::table::DataTable;
use super::timeline::{self, Grid, LEAST};
use super::{Exhibit, TableCell};
use crate::analysis::{Index, Point, Series, Whence, words};
use crate::chart::{Panel, Plot};
use crate::content::{ChartKind, Id, Indicator, Place};
use crate::figure::Period;
use crate::lang::Lang;

/// All that was published of an indicator at a place: as columns where at least four periods are alike, and always
/// as a table. `None` if nothing was, or a name is in no registry.
pub fn for_indicator(index: &Index<'_>, indicator: &Id, place: &Id, lang: Lang) -> Option<Exhibit> {
    History::of(index, indicator, place, lang)?.exhibit()
}

/// The histories of all indicators of a place, in the order of the registry: those that can be drawn one by one,
/// the rest together in one table.
pub fn for_place(index: &Index<'_>, place: &Id, lang: Lang) -> Vec<Exhibit> {
    let indicators = index.content().registry.indicators.keys();
    all(indicators.filter_map(|indicator| History::of(index, indicator, place, lang)), By::Indicator)
}

/// The histories of an indicator in all places, likewise.
pub fn for_places(index: &Index<'_>, indicator: &Id, lang: Lang) -> Vec<Exhibit> {
    let places = index.content().registry.places.keys();
    all(places.filter_map(|place| History::of(index, indicator, place, lang)), By::Place)
}

/// What the histories of a page differ in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Indicator,
    Place,
}

fn all<'a>(histories: impl Iterator<Item = History<'a>>, by: By) -> Vec<Exhibit> {
    let (mut exhibits, mut rest) = (Vec::new(), Vec::new());
    for history in histories {
        let Some(exhibit) = history.exhibit() else { continue };
        if exhibit.plot.is_some() {
            exhibits.push(history.named(exhibit, by));
        } else {
            rest.push((history, exhibit));
        }
    }
    // One table for many short histories, which readers can run through; one alone keeps its own.
    match rest.as_slice() {
        [] => {}
        [(history, exhibit)] => exhibits.push(history.named(exhibit.clone(), by)),
        [(first, _), ..] => {
            let histories: Vec<_> = rest.iter().map(|(history, _)| history).collect();
            exhibits.push(first.together(&histories, by, exhibits.is_empty()));
        }
    }
    exhibits
}

/// How many figures of a place its indicator's page lists.
const LATEST: usize = 3;

struct History<'a> {
    index: &'a Index<'a>,
    indicator: &'a Indicator,
    place: &'a Place,
    series: Series<'a>,
    lang: Lang,
}

impl<'a> History<'a> {
    fn of(index: &'a Index<'a>, indicator: &Id, place: &Id, lang: Lang) -> Option<Self> {
        let registry = &index.content().registry;
        Some(History {
            index,
            indicator: registry.indicators.get(indicator)?,
            place: registry.places.get(place)?,
            series: index.series(indicator, place),
            lang,
        })
    }

    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.lang == Lang::Zh { zh } else { en }
    }

    /// By the end of the period; June before January–June, so that the widest of the latest comes last.
    fn points(&self) -> Vec<Point<'a>> {
        let mut points: Vec<_> = self.series.points().collect();
        points.sort_by_key(|point| (point.period.last_day(), Reverse(point.period.first_day())));
        points
    }

    /// An exhibit among those of other places is known by its place.
    fn named(&self, exhibit: Exhibit, by: By) -> Exhibit {
        let title = match (by, self.lang) {
            (By::Indicator, _) => return exhibit,
            (By::Place, Lang::Zh) => format!("{}：{}", self.place.name.get(self.lang), exhibit.title),
            (By::Place, Lang::En) => format!("{}. {}", self.place.name.get(self.lang), exhibit.title),
        };
        Exhibit { title, ..exhibit }
    }

    /// Many short histories in one table; `self` is the first of them.
    fn together(&self, histories: &[&History<'a>], by: By, alone: bool) -> Exhibit {
        let name = self.indicator.name.get(self.lang);
        let (id, subtitle, title) = match (by, alone) {
            (By::Indicator, true) => {
                ("published", self.place.name.get(self.lang), ("历次公布的数据", "All published figures"))
            }
            (By::Indicator, false) => {
                ("others", self.place.name.get(self.lang), ("其他指标", "Other indicators"))
            }
            (By::Place, true) => ("published", name, ("历次公布的数据", "All published figures")),
            (By::Place, false) => ("others", name, ("其他地区", "Other places")),
        };
        let why = self.say(
            "可比数据不足四期的，只列表，不作图",
            "listed, not drawn, where fewer than four periods are alike",
        );
        let title = self.say(title.0, title.1).to_owned();
        let mut table = DataTable::new(title.clone(), self.columns(by));
        let mut left_out = false;
        for history in histories {
            let points = history.points();
            // Places have pages of their own, which list everything.
            let start = if by == By::Place { points.len().saturating_sub(LATEST) } else { 0 };
            left_out |= start > 0;
            for point in &points[start..] {
                table.push(false, history.row(point, by));
            }
        }
        let latest = self.say(
            "各地区列最近三期，此前数据见地区页面",
            "the latest three of each place, whose page has them all",
        );
        Exhibit {
            id: id.to_owned(),
            kind: ChartKind::Signings,
            plot: None,
            subtitle: if left_out {
                [subtitle, why, latest].join(self.say("；", "; "))
            } else {
                [subtitle, why].join(self.say("；", "; "))
            },
            description: String::new(),
            source: None,
            notes: Vec::new(),
            table: table.without_empty_columns(),
            title,
        }
    }

    fn columns(&self, by: By) -> Vec<(String, bool)> {
        let axis = Axis::of(self.indicator, self.lang);
        let yoy = self.say("同比", "Year on year");
        let mut columns = match by {
            By::Indicator => vec![(self.say("指标", "Indicator").to_owned(), false)],
            By::Place => vec![(self.say("地区", "Place").to_owned(), false)],
        };
        columns.push((self.say("时期", "Period").to_owned(), false));
        match by {
            By::Indicator => columns.extend([
                (self.say("数值", "Value").to_owned(), true),
                (self.say("单位", "Unit").to_owned(), false),
            ]),
            By::Place => columns.push((axis.heading(self.indicator.label(self.lang)), true)),
        }
        columns.extend([
            (with_unit(yoy, "%", self.lang), true),
            (with_unit(yoy, self.say("个百分点", "percentage points"), self.lang), true),
            (with_unit(self.say("计划完成率", "Share of plan"), "%", self.lang), true),
            (self.say("来源", "Source").to_owned(), false),
            (self.say("说明", "Remarks").to_owned(), false),
        ]);
        columns
    }

    fn axis(&self) -> Axis {
        let quantities: Vec<_> = self.series.points().map(|point| point.amount.quantity).collect();
        Axis::of(self.indicator, self.lang).fitting(&quantities)
    }

    fn row(&self, point: &Point<'a>, by: By) -> Vec<TableCell> {
        let axis = match by {
            By::Indicator => self.axis(),
            // One column holds the values of many places.
            By::Place => Axis::of(self.indicator, self.lang),
        };
        let reading = self.reading(point);
        let share = reading.and_then(|reading| reading.progress()).map(|progress| progress.share.percent);
        let change = self.reading_change(point).map(|change| change.value);
        let in_points = self.indicator.changes_in_points();
        let head = match by {
            By::Indicator => self.indicator.name.get(self.lang),
            By::Place => self.place.name.get(self.lang),
        };
        let mut row: Vec<TableCell> = vec![
            head.as_str().into(),
            words::label(point.period, self.lang).into(),
            axis.number(point.amount.quantity).into(),
        ];
        if by == By::Indicator {
            row.push(axis.unit().into());
        }
        row.extend([
            change.filter(|_| !in_points).into(),
            change.filter(|_| in_points).into(),
            share.into(),
            self.said_by(point).into(),
            remarks(point.amount.qualifier, point.is_derived(), point.status, self.lang).into(),
        ]);
        row
    }

    fn exhibit(&self) -> Option<Exhibit> {
        let points = self.points();
        let latest = points.last()?;
        let shown = self.shown(&points);
        let axis = self.axis();
        Some(Exhibit {
            id: format!("{}-{}", self.indicator.id.value.slug(), self.place.id.value.slug()),
            kind: ChartKind::Signings,
            plot: shown.as_ref().map(|(periods, points)| self.plot(axis, periods, points)),
            title: self.title(latest),
            subtitle: self.subtitle(axis, &points),
            description: self.description(axis, &points),
            source: self.source(),
            notes: Vec::new(),
            table: self.table(axis, &points).without_empty_columns(),
        })
    }

    /// The grid with the most points on it, and what is on it.
    fn shown(&self, points: &[Point<'a>]) -> Option<(Vec<Period>, Vec<Option<Point<'a>>>)> {
        let mut grids: BTreeMap<(i32, i32), (Grid, usize)> = BTreeMap::new();
        for point in points {
            let Some(grid) = Grid::like(point.period) else { continue };
            let entry = grids.entry(grid.kind()).or_insert((grid, 0));
            // Points come in time, so that the grid ends with the last of them.
            *entry = (grid, entry.1 + 1);
        }
        let (grid, _) = grids.into_values().max_by_key(|(_, count)| *count)?;
        let (periods, points) = (grid.periods(), grid.points(self.series));
        let start = points.iter().position(Option::is_some)?;
        let known = points.iter().flatten().count();
        (known >= LEAST).then(|| (periods[start..].to_vec(), points[start..].to_vec()))
    }

    fn plot(&self, axis: Axis, periods: &[Period], points: &[Option<Point<'_>>]) -> Plot {
        let label = axis.heading(self.indicator.label(self.lang));
        let columns = timeline::columns(axis, periods, points, periods.last().copied(), self.lang);
        Plot::Signings { panels: vec![Panel { label, columns }] }
    }

    /// 签约投资458亿元（2022年上半年），同比增长340%
    fn title(&self, latest: &Point<'a>) -> String {
        let (name, value) = (self.indicator.label(self.lang), latest.amount.write(self.lang));
        let period = latest.period.write(self.lang);
        let change = self.reading_change(latest).map(|change| words::year_on_year(&change, self.lang));
        match (self.lang, change) {
            (Lang::Zh, Some(change)) => format!("{period}{name}{value}，{change}"),
            (Lang::Zh, None) => format!("{period}{name}{value}"),
            (Lang::En, Some(change)) => {
                format!("{name}: {value} {}, {change}", words::during(latest.period, self.lang))
            }
            (Lang::En, None) => format!("{name}: {value} {}", words::during(latest.period, self.lang)),
        }
    }

    fn subtitle(&self, axis: Axis, points: &[Point<'_>]) -> String {
        let place = self.place.name.get(self.lang);
        let name = axis.heading(self.indicator.name.get(self.lang));
        let span = span(points).map(|(first, last)| match (first == last, self.lang) {
            (true, _) => Period::Year(first).write(self.lang),
            (false, Lang::Zh) => format!("{first}—{last}年"),
            (false, Lang::En) => format!("{first}–{last}"),
        });
        let separator = if self.lang == Lang::Zh { "，" } else { "; " };
        [name, place.clone(), span.unwrap_or_default()].join(separator)
    }

    fn description(&self, axis: Axis, points: &[Point<'_>]) -> String {
        let (name, place) = (self.indicator.name.get(self.lang), self.place.name.get(self.lang));
        let what = match self.lang {
            Lang::Zh => format!("{place}{name}历次公布的数据。"),
            Lang::En => format!("{name}, {place}: all published values."),
        };
        // Values of unlike periods have no highest and lowest; the latest one always means something.
        let latest =
            points.last().and_then(|point| Mark::new(point.period.write(self.lang), point.amount, axis));
        let latest = latest.map_or_else(String::new, |mark| match self.lang {
            Lang::Zh => format!("最近的{}为{}。", mark.of, mark.said),
            Lang::En => format!(" The latest, {}, is {}.", mark.of, mark.said),
        });
        what + &latest
    }

    fn source(&self) -> Option<String> {
        self.indicator.source.as_ref().map(|source| source.get(self.lang).clone())
    }

    fn table(&self, axis: Axis, points: &[Point<'a>]) -> DataTable {
        let say = |zh: &'static str, en: &'static str| if self.lang == Lang::Zh { zh } else { en };
        let change =
            if self.indicator.changes_in_points() { say("个百分点", "percentage points") } else { "%" };
        let name = self.indicator.label(self.lang);
        let columns = [
            (say("时期", "Period").to_owned(), false),
            (axis.heading(name), true),
            (with_unit(say("同比", "Year on year"), change, self.lang), true),
            (with_unit(say("计划完成率", "Share of plan"), "%", self.lang), true),
            (say("来源", "Source").to_owned(), false),
            (say("说明", "Remarks").to_owned(), false),
        ];
        let mut table =
            DataTable::new(format!("{name}{}{}", say("，", ", "), self.place.name.get(self.lang)), columns);
        for point in points {
            let reading = self.reading(point);
            let share = reading.and_then(|reading| reading.progress()).map(|progress| progress.share.percent);
            let cells: [TableCell; 6] = [
                words::label(point.period, self.lang).into(),
                axis.number(point.amount.quantity).into(),
                self.reading_change(point).map(|change| change.value).into(),
                share.into(),
                self.said_by(point).into(),
                remarks(point.amount.qualifier, point.is_derived(), point.status, self.lang).into(),
            ];
            table.push(false, cells);
        }
        table
    }

    /// The bulletin's title, or the source of a figure of history/.
    fn said_by(&self, point: &Point<'_>) -> String {
        match point.whence {
            Whence::Bulletin(bulletin, _) => bulletin.title.value.get(self.lang).clone(),
            Whence::History(figure) => {
                figure.origin.source.as_ref().map_or_else(String::new, |source| source.get(self.lang).clone())
            }
            Whence::Derived => String::new(),
        }
    }

    fn reading(&self, point: &Point<'a>) -> Option<crate::analysis::Reading<'a>> {
        self.index.point_reading(&self.indicator.id.value, &self.place.id.value, self.series, point)
    }

    fn reading_change(&self, point: &Point<'a>) -> Option<crate::analysis::Change> {
        self.reading(point)?.year_on_year()
    }
}

/// First and last year.
fn span(points: &[Point<'_>]) -> Option<(i16, i16)> {
    let first = points.iter().map(|point| point.period.first_day().year()).min()?;
    let last = points.iter().map(|point| point.period.year()).max()?;
    Some((first, last))
}
