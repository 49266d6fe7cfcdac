//! Everything that is looked up more than once, arranged once.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::series::{Point, Said, Series, Whence, interval};
use super::{Months, Reading};
use crate::content::{
    Bulletin, Cell, CellKey, Comparison, Content, Dimension, Figure, Id, IndicatorKind, Plan, Project,
    Status, Target,
};
use crate::figure::{Amount, Period};

/// The figures of a site by indicator, place and period.
///
/// Built once for a site, in time proportional to what it holds; lookups cost a search in what they find.
#[derive(Debug)]
pub struct Index<'a> {
    content: &'a Content,
    positions: FxHashMap<(i16, &'a Id), usize>,
    series: Keyed<'a, Point<'a>>,
    goals: Keyed<'a, Goal<'a>>,
    leagues: Keyed<'a, (Said, Statement<'a>)>,
    statements: BTreeMap<&'a Id, Vec<Statement<'a>>>,
    bulletins_by_place: BTreeMap<&'a Id, Vec<&'a Bulletin>>,
    projects_by_place: BTreeMap<&'a Id, Vec<&'a Project>>,
    projects_by_chain: BTreeMap<&'a Id, Vec<&'a Project>>,
}

/// Lists by indicator and place.
#[derive(Debug)]
struct Keyed<'a, T>(FxHashMap<&'a Id, FxHashMap<&'a Id, Vec<T>>>);

impl<'a, T> Keyed<'a, T> {
    fn new() -> Self {
        Keyed(FxHashMap::default())
    }

    fn push(&mut self, indicator: &'a Id, place: &'a Id, item: T) {
        self.0.entry(indicator).or_default().entry(place).or_default().push(item);
    }

    fn get(&self, indicator: &Id, place: &Id) -> &[T] {
        self.0.get(indicator).and_then(|places| places.get(place)).map_or(&[], Vec::as_slice)
    }

    fn lists(&mut self) -> impl Iterator<Item = &mut Vec<T>> {
        self.0.values_mut().flat_map(FxHashMap::values_mut)
    }
}

/// A figure and the bulletin that states it.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
    /// The bulletin.
    pub bulletin: &'a Bulletin,
    /// The figure.
    pub figure: &'a Figure,
}

/// What a figure, a cell or a point says.
#[derive(Clone, Copy)]
struct Value<'a> {
    period: Period,
    amount: Amount,
    comparison: Option<&'a Comparison>,
    status: Status,
}

/// A target and the plan that sets it.
#[derive(Clone, Copy, Debug)]
pub struct Goal<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The target.
    pub target: &'a Target,
}

impl<'a> Index<'a> {
    /// Arranges the figures, targets and projects of a site.
    pub fn new(content: &'a Content) -> Self {
        let mut index = Index {
            content,
            positions: FxHashMap::default(),
            series: Keyed::new(),
            goals: Keyed::new(),
            leagues: Keyed::new(),
            statements: BTreeMap::new(),
            bulletins_by_place: BTreeMap::new(),
            projects_by_place: BTreeMap::new(),
            projects_by_chain: BTreeMap::new(),
        };
        for (position, bulletin) in content.bulletins.iter().enumerate() {
            index.positions.insert((bulletin.year, &bulletin.id.value), position);
        }
        for bulletin in &content.bulletins {
            index.take_bulletin(bulletin);
        }
        for figure in &content.history {
            index.take_figure(figure, Whence::History(figure), said_in_history(figure));
        }
        index.take_plans();
        index.take_projects();
        index.sort();
        index
    }

    /// The content that it arranges.
    pub fn content(&self) -> &'a Content {
        self.content
    }

    /// Everything that was ever said of an indicator at a place; empty if nothing was.
    pub fn series(&self, indicator: &Id, place: &Id) -> Series<'_> {
        let statements = self.series.get(indicator, place);
        let kind = self.content.registry.indicators.get(indicator).map(|indicator| indicator.kind);
        // What is in no registry is never added up.
        Series::new(kind.unwrap_or(IndicatorKind::Ratio), statements)
    }

    /// The same as it was known when a bulletin came out, what the bulletin itself says included.
    pub fn series_until(&self, indicator: &Id, place: &Id, bulletin: &Bulletin) -> Series<'_> {
        self.series(indicator, place).as_of(self.said_by(bulletin, 0).and_all_with_it())
    }

    /// What a place is to reach in an indicator, the shortest plan period first.
    pub fn goals(&self, indicator: &Id, place: &Id) -> &[Goal<'_>] {
        self.goals.get(indicator, place)
    }

    /// The figures of an indicator in all bulletins, in the order of bulletins.
    pub fn statements(&self, indicator: &Id) -> &[Statement<'_>] {
        self.statements.get(indicator).map_or(&[], Vec::as_slice)
    }

    /// The bulletins about a place, the newest first.
    pub fn bulletins(&self, place: &Id) -> &[&'a Bulletin] {
        self.bulletins_by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// The projects in a place, in the order of the register.
    pub fn projects_in(&self, place: &Id) -> &[&'a Project] {
        self.projects_by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// The projects of a chain, in the order of the register.
    pub fn projects_of(&self, chain: &Id) -> &[&'a Project] {
        self.projects_by_chain.get(chain).map_or(&[], Vec::as_slice)
    }

    /// The league of the same indicator and place that was published last before a bulletin.
    pub fn league_before(&self, bulletin: &Bulletin, figure: &Figure) -> Option<Statement<'_>> {
        let leagues = self.leagues.get(&figure.indicator.value, &figure.place.value);
        let now = self.said_by(bulletin, 0);
        let before = leagues.partition_point(|(said, _)| *said < now);
        before.checked_sub(1).map(|last| leagues[last].1)
    }

    /// A figure of a bulletin with all that was known around it.
    ///
    /// `None` for a figure whose indicator or place is in no registry, which loading reports.
    pub fn reading<'i>(&'i self, bulletin: &'i Bulletin, figure: &'i Figure) -> Option<Reading<'i>> {
        let (indicator, place) = (&figure.indicator.value, &figure.place.value);
        let value = Value {
            period: figure.period.value,
            amount: figure.value.value,
            comparison: Some(&figure.comparison),
            status: status(figure, Whence::Bulletin(bulletin, figure)),
        };
        self.around(indicator, place, self.series_until(indicator, place, bulletin), value)
    }

    /// A cell of a figure with all that was known around it.
    ///
    /// A cell in time has a period of its own, a cell in space a place; a cell by chain or stage has neither a
    /// series nor a target.
    pub fn cell_reading<'i>(
        &'i self,
        bulletin: &'i Bulletin,
        figure: &'i Figure,
        dimension: Dimension,
        cell: &'i Cell,
    ) -> Option<Reading<'i>> {
        let indicator = &figure.indicator.value;
        let own = place_and_period(figure, dimension, cell);
        let (place, period) = own.unwrap_or((&figure.place.value, figure.period.value));
        let value = Value {
            period,
            amount: cell.value.value,
            comparison: Some(&cell.comparison),
            status: status(figure, Whence::Bulletin(bulletin, figure)),
        };
        let reading = self.around(indicator, place, self.series_until(indicator, place, bulletin), value)?;
        let alone = Reading { series: Series::new(reading.indicator.kind, &[]), goals: &[], ..reading };
        Some(if own.is_some() { reading } else { alone })
    }

    /// A point of a series with all that the series knows around it.
    pub fn point_reading<'i>(
        &'i self,
        indicator: &Id,
        place: &Id,
        series: Series<'i>,
        point: &Point<'i>,
    ) -> Option<Reading<'i>> {
        let &Point { period, amount, comparison, status, .. } = point;
        self.around(indicator, place, series, Value { period, amount, comparison, status })
    }

    /// The figure of the same bulletin that a figure is a part of, as said by itself or by its indicator.
    pub fn whole_of<'b>(&self, bulletin: &'b Bulletin, figure: &Figure) -> Option<&'b Figure> {
        if let Some(whole) = &figure.part_of {
            return bulletin.figures.get(&whole.value);
        }
        let indicator = self.content.registry.indicators.get(&figure.indicator.value)?;
        let whole = indicator.part_of.as_ref()?;
        bulletin.figures.values().find(|other| {
            other.indicator.value == whole.value
                && other.place.value == figure.place.value
                && other.period.value == figure.period.value
        })
    }

    /// The figures of a bulletin that are parts of one of its figures, in the order of metrics.toml.
    pub fn parts_of<'b>(&self, bulletin: &'b Bulletin, whole: &Figure) -> Vec<&'b Figure> {
        let is_part = |figure: &&Figure| {
            self.whole_of(bulletin, figure).is_some_and(|other| other.id.value == whole.id.value)
        };
        bulletin.figures.values().filter(is_part).collect()
    }

    fn around<'i>(
        &'i self,
        indicator: &Id,
        place: &Id,
        series: Series<'i>,
        value: Value<'i>,
    ) -> Option<Reading<'i>> {
        let registry = &self.content.registry;
        let Value { period, amount, comparison, status } = value;
        let goals = self.goals(indicator, place);
        let (indicator, place) = (registry.indicators.get(indicator)?, registry.places.get(place)?);
        Some(Reading { indicator, place, period, amount, comparison, status, series, goals })
    }

    fn said_by(&self, bulletin: &Bulletin, weight: u8) -> Said {
        let order = self.positions.get(&(bulletin.year, &bulletin.id.value));
        Said {
            day: bulletin.released.value.last_day(),
            time: bulletin.released_at.unwrap_or((23, 59)),
            order: order.map_or(usize::MAX, |position| position + 1),
            weight,
        }
    }

    fn take_bulletin(&mut self, bulletin: &'a Bulletin) {
        self.bulletins_by_place.entry(&bulletin.place.value).or_default().push(bulletin);
        for figure in bulletin.figures.values() {
            let statement = Statement { bulletin, figure };
            self.statements.entry(&figure.indicator.value).or_default().push(statement);
            let named_like_it = figure.id.value == figure.indicator.value;
            let said = self.said_by(bulletin, if named_like_it { 4 } else { 3 });
            if figure.breakdown(Dimension::Place).is_some() {
                self.leagues.push(&figure.indicator.value, &figure.place.value, (said, statement));
            }
            self.take_figure(figure, Whence::Bulletin(bulletin, figure), said);
        }
    }

    /// Enters a figure and its cells in time and space into the series that they belong to.
    fn take_figure(&mut self, figure: &'a Figure, whence: Whence<'a>, said: Said) {
        if figure.project.is_some() || is_part_of_its_own_indicator(figure, whence) {
            return;
        }
        let point = Point {
            period: figure.period.value,
            amount: figure.value.value,
            comparison: Some(&figure.comparison),
            status: status(figure, whence),
            whence,
            said,
            interval: interval(figure.period.value),
        };
        let indicator = &figure.indicator.value;
        self.series.push(indicator, &figure.place.value, point);
        for breakdown in &figure.breakdowns {
            for cell in &breakdown.cells {
                let Some((place, period)) = place_and_period(figure, breakdown.dimension, cell) else {
                    continue;
                };
                let (amount, comparison) = (cell.value.value, Some(&cell.comparison));
                let said = Said { weight: said.weight - 2, ..said };
                let interval = interval(period);
                let point = Point { period, amount, comparison, said, interval, ..point };
                self.series.push(indicator, place, point);
            }
        }
    }

    fn take_plans(&mut self) {
        for plan in &self.content.plans {
            for target in &plan.targets {
                self.goals.push(&target.indicator.value, &target.place.value, Goal { plan, target });
            }
        }
    }

    fn take_projects(&mut self) {
        for project in self.content.projects.values() {
            self.projects_by_place.entry(&project.place.value).or_default().push(project);
            if let Some(chain) = &project.chain {
                self.projects_by_chain.entry(&chain.value).or_default().push(project);
            }
        }
    }

    fn sort(&mut self) {
        for points in self.series.lists() {
            points.sort_by_key(|point| (point.interval(), point.said));
        }
        for leagues in self.leagues.lists() {
            leagues.sort_by_key(|(said, _)| *said);
        }
        for goals in self.goals.lists() {
            goals.sort_by_key(|goal| Months::of(goal.plan.period.value).map(Months::len));
        }
        let mut by_place = std::mem::take(&mut self.bulletins_by_place);
        for bulletins in by_place.values_mut() {
            bulletins.sort_by_key(|bulletin| std::cmp::Reverse(self.said_by(bulletin, 0)));
        }
        self.bulletins_by_place = by_place;
    }
}

/// Whether a figure is a part of a figure of the same indicator: 17 large ones of 121 signed projects are not
/// what the indicator came to.
fn is_part_of_its_own_indicator(figure: &Figure, whence: Whence<'_>) -> bool {
    let Some(whole) = &figure.part_of else { return false };
    match whence {
        Whence::Bulletin(bulletin, _) => {
            let whole = bulletin.figures.get(&whole.value);
            whole.is_some_and(|whole| whole.indicator.value == figure.indicator.value)
        }
        Whence::History(_) | Whence::Derived => whole.value == figure.indicator.value,
    }
}

/// The place and period of a cell in time or space; `None` for a chain or a stage, which are neither.
fn place_and_period<'a>(
    figure: &'a Figure,
    dimension: Dimension,
    cell: &'a Cell,
) -> Option<(&'a Id, Period)> {
    match (&cell.key.value, dimension) {
        (CellKey::Period(period), _) => Some((&figure.place.value, *period)),
        (CellKey::Id(place), Dimension::Place) => Some((place, figure.period.value)),
        (CellKey::Id(_), _) => None,
    }
}

fn status(figure: &Figure, whence: Whence<'_>) -> Status {
    figure.status.unwrap_or(match whence {
        Whence::Bulletin(bulletin, _) => bulletin.status,
        Whence::History(_) | Whence::Derived => Status::Final,
    })
}

/// A figure of history/ speaks on its day of publication, else on the last day of its period; on either day
/// before the site's own bulletins.
fn said_in_history(figure: &Figure) -> Said {
    let day = figure.origin.published.unwrap_or_else(|| figure.period.value.last_day());
    Said { day, time: (0, 0), order: 0, weight: 3 }
}
