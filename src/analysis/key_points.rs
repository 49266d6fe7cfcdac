//! The key points of a bulletin: a few sentences made from its headline figures.
//!
//! Indicator names cannot be inflected, so English uses patterns that are grammatical with any name, singular or
//! plural: "X: **121** in …", "X came to **45.8 billion**".

use std::cmp::Reverse;

use super::{Basis, Index, League, Progress, Reading, share_of, words};
use crate::content::{Bulletin, CellKey, Dimension, Figure, IndicatorKind};
use crate::figure::{Amount, Period, Qualifier};
use crate::lang::Lang;

/// How many sentences a reader takes in at once.
const MOST: usize = 5;

/// One key point: a sentence or two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyPoint {
    /// Its text in pieces.
    pub runs: Vec<Run>,
}

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Run {
    /// Ordinary text.
    Plain(String),
    /// A value that is to stand out.
    Strong(String),
}

impl KeyPoint {
    /// The text without emphasis.
    pub fn text(&self) -> String {
        let texts = self.runs.iter().map(|run| match run {
            Run::Plain(text) | Run::Strong(text) => text.as_str(),
        });
        texts.collect()
    }
}

/// At most five sentences from the headline figures of a bulletin, in their order.
///
/// Each figure says its value, its change, its share of plan and its pace; what it is made of and who leads
/// follow. If there is too much to say, leaders go first and parts second.
pub fn key_points(index: &Index<'_>, bulletin: &Bulletin, lang: Lang) -> Vec<KeyPoint> {
    let teller = Teller { index, bulletin, lang };
    let mut points = teller.all();
    while points.len() > MOST {
        // The least weighty, and among those the last.
        let drop = (0..points.len()).max_by_key(|&at| (points[at].0, at)).unwrap_or(0);
        points.remove(drop);
    }
    points.into_iter().map(|(_, point)| point).collect()
}

/// What is dropped first when there is too much to say: the greatest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Value,
    Parts,
    Leader,
}

/// A figure and what is known around it.
type Told<'a> = (&'a Figure, Reading<'a>);

struct Teller<'a> {
    index: &'a Index<'a>,
    bulletin: &'a Bulletin,
    lang: Lang,
}

impl<'a> Teller<'a> {
    fn all(&self) -> Vec<(Weight, KeyPoint)> {
        let mains = self.mains();
        let mut points = Vec::new();
        let mut before: Option<&Told<'_>> = None;
        for group in self.groups(&mains) {
            points.push((Weight::Value, self.values(group, before, points.len())));
            for (figure, reading) in group {
                points.extend(self.parts(figure, reading).map(|point| (Weight::Parts, point)));
                points.extend(self.leader(figure).map(|point| (Weight::Leader, point)));
                points.extend(self.leading_chain(figure, reading).map(|point| (Weight::Leader, point)));
            }
            before = group.last();
        }
        points
    }

    /// The headline figures that are not parts of another headline figure.
    fn mains(&self) -> Vec<Told<'a>> {
        let headline = |figure: &Figure| self.bulletin.headline.iter().any(|id| id.value == figure.id.value);
        let figures = self.bulletin.headline.iter().filter_map(|id| self.bulletin.figures.get(&id.value));
        let mains =
            figures.filter(|figure| !self.index.whole_of(self.bulletin, figure).is_some_and(headline));
        mains.filter_map(|figure| Some((figure, self.index.reading(self.bulletin, figure)?))).collect()
    }

    /// Chinese tells a count and the amount that goes with it in one sentence.
    fn groups<'g>(&self, mains: &'g [Told<'a>]) -> impl Iterator<Item = &'g [Told<'a>]> {
        let paired = |a: &Told<'_>, b: &Told<'_>| {
            let of_one = of_one_subject(a, b);
            let (a, b) = (&a.1, &b.1);
            a.period == b.period
                && of_one
                && a.indicator.unit.is_count()
                && b.indicator.unit.is_money()
                && self.lang == Lang::Zh
        };
        mains.chunk_by(paired)
    }

    fn values(&self, group: &[Told<'_>], before: Option<&Told<'_>>, order: usize) -> KeyPoint {
        let mut runs = Runs::default();
        for (place_in_group, told) in group.iter().enumerate() {
            let known = if place_in_group > 0 { Some(told) } else { before };
            match self.lang {
                Lang::Zh => self.clause_zh(&mut runs, told, known, place_in_group > 0),
                Lang::En => self.clause_en(&mut runs, told, known, order),
            }
        }
        runs.end(self.lang)
    }

    /// 2022年上半年，怀化市新签约项目**121个**，同比增长210%
    fn clause_zh(&self, runs: &mut Runs, told: &Told<'_>, known: Option<&Told<'_>>, joined: bool) {
        let (figure, reading) = told;
        if joined {
            runs.plain("；");
        }
        let same_period = known.is_some_and(|(_, known)| known.period == reading.period);
        let same_subject = known.is_some_and(|known| of_one_subject(known, told));
        if !same_period {
            let when = match reading.indicator.kind {
                IndicatorKind::Stock => words::by_the_end(reading.period, self.lang),
                _ => words::during(reading.period, self.lang),
            };
            runs.plain(&format!("{when}，"));
        }
        let mut name = reading.indicator.name.get(self.lang).as_str();
        if !(same_period && same_subject) {
            let subject = self.project(figure).unwrap_or_else(|| self.place(reading));
            runs.plain(subject);
            // 某某项目总投资, not 某某项目项目总投资.
            name = name.strip_prefix("项目").filter(|_| subject.ends_with("项目")).unwrap_or(name);
        }
        runs.plain(name);
        if reading.indicator.kind == IndicatorKind::Ratio {
            runs.plain("为");
        }
        runs.strong(reading.amount.write(self.lang));
        for phrase in
            self.change(reading).into_iter().chain(self.against_plan(reading)).chain(self.times(reading))
        {
            runs.plain(&format!("，{phrase}"));
        }
    }

    /// Signed projects: **121** in the first half of 2022, up 210% year on year (39 a year earlier)
    fn clause_en(&self, runs: &mut Runs, told: &Told<'_>, known: Option<&Told<'_>>, order: usize) {
        let (figure, reading) = told;
        runs.plain(&words::capitalised(reading.indicator.name.get(self.lang)));
        if let Some(project) = self.project(figure) {
            runs.plain(&format!(" ({project})"));
        } else if reading.place.id.value != self.bulletin.place.value {
            runs.plain(&format!(" ({})", self.place(reading)));
        }
        let (verb, when) = match reading.indicator.kind {
            IndicatorKind::Stock => ("stood at", self.at_the_end(reading.period)),
            IndicatorKind::Ratio => ("stood at", format!(" {}", words::during(reading.period, self.lang))),
            IndicatorKind::Flow => ("came to", format!(" {}", words::during(reading.period, self.lang))),
            IndicatorKind::Count => ("totalled", format!(" {}", words::during(reading.period, self.lang))),
        };
        runs.plain(&if order.is_multiple_of(3) { ": ".to_owned() } else { format!(" {verb} ") });
        runs.strong(reading.amount.write(self.lang));
        if known.is_none_or(|(_, known)| known.period != reading.period) {
            runs.plain(&when);
        }
        for phrase in self.change(reading).into_iter().chain(self.times(reading)) {
            runs.plain(&format!(", {phrase}"));
        }
        if let Some(base) = self.certain_base(reading) {
            runs.plain(&format!(" ({base})"));
        }
        let plan = self.against_plan(reading).join(", ");
        if !plan.is_empty() {
            runs.plain(&format!("; this is {plan}"));
        }
    }

    /// " at the end of June 2022", " on 2 April 2020".
    fn at_the_end(&self, period: Period) -> String {
        let end = words::end(period, self.lang);
        let preposition = if end.starts_with("the ") { "at" } else { "on" };
        format!(" {preposition} {end}")
    }

    fn change(&self, reading: &Reading<'_>) -> Option<String> {
        let yearly = reading.year_on_year().map(|change| words::year_on_year(&change, self.lang));
        yearly.or_else(|| reading.month_on_month().map(|change| words::month_on_month(&change, self.lang)))
    }

    fn times(&self, reading: &Reading<'_>) -> Option<String> {
        reading.multiple().map(|multiple| words::times(&multiple, self.lang))
    }

    /// Share and pace; when the plan's time is over there is no pace any more.
    fn against_plan(&self, reading: &Reading<'_>) -> Vec<String> {
        let Some(progress) = reading.progress() else { return Vec::new() };
        let under_way = |progress: &Progress| progress.elapsed < rust_decimal::Decimal::ONE_HUNDRED;
        let pace = Some(&progress).filter(|progress| under_way(progress)).map(|p| words::pace(p, self.lang));
        [words::plan_share(&progress, self.lang)].into_iter().chain(pace).collect()
    }

    /// The value a year earlier, where it is beyond doubt.
    fn certain_base(&self, reading: &Reading<'_>) -> Option<String> {
        reading.year_on_year()?;
        let base = reading.year_before()?;
        let certain = base.basis != Basis::Implied || base.amount.qualifier == Qualifier::Exact;
        certain.then(|| words::base(&base, self.lang))
    }

    /// 其中，10亿元以上项目**17个**，三类500强企业项目**15个**。
    fn parts(&self, figure: &Figure, whole: &Reading<'_>) -> Option<KeyPoint> {
        let parts = self.index.parts_of(self.bulletin, figure);
        let readings = parts.into_iter().filter_map(|part| self.index.reading(self.bulletin, part));
        let readings: Vec<_> = readings.take(3).collect();
        let (before, between) = match self.lang {
            Lang::Zh => ("其中，", "，"),
            Lang::En => ("Of which: ", "; "),
        };
        let mut runs = Runs::default();
        for (order, part) in readings.iter().enumerate() {
            runs.plain(if order == 0 { before } else { between });
            runs.plain(part.indicator.name.get(self.lang));
            runs.plain(if self.lang == Lang::En { ", " } else { "" });
            runs.strong(part.amount.write(self.lang));
            let share = share_of(part.amount.quantity, whole.amount.quantity);
            let exact = part.exact().and(whole.exact()).is_some();
            // Shares of several parts would invite adding them up, and parts may overlap.
            if let Some(share) = share.filter(|_| exact && readings.len() == 1) {
                runs.plain(&self.share(share));
            }
        }
        (!readings.is_empty()).then(|| runs.end(self.lang))
    }

    fn leader(&self, figure: &'a Figure) -> Option<KeyPoint> {
        let league = League::new(self.index, self.bulletin, figure)?;
        let leaders = league.leaders();
        let names: Vec<_> = leaders.iter().map(|entry| self.place(&entry.reading).to_owned()).collect();
        let (first, share) = leaders.first().map(|entry| (entry.reading.amount, entry.share))?;
        let dimension = match self.lang {
            Lang::Zh => "分地区看，",
            Lang::En => "Largest by place: ",
        };
        (league.entries.len() > 1).then(|| self.lead(dimension, &names, first, share))
    }

    fn leading_chain(&self, figure: &Figure, whole: &Reading<'_>) -> Option<KeyPoint> {
        let cells = &figure.breakdown(Dimension::Chain)?.cells;
        let chains = &self.index.content().registry.chains;
        let named = cells.iter().filter_map(|cell| match &cell.key.value {
            CellKey::Id(id) => Some((chains.get(id).filter(|chain| !chain.other)?, cell.value.value)),
            CellKey::Period(_) => None,
        });
        let mut named: Vec<_> = named.collect();
        named.sort_by_key(|(_, amount)| Reverse(amount.quantity.value()));
        let (_, most) = named.first()?;
        let ties = named.iter().take_while(|(_, amount)| amount.quantity == most.quantity);
        let names: Vec<_> = ties.map(|(chain, _)| chain.name.get(self.lang).clone()).collect();
        let share = whole.exact().and_then(|total| share_of(most.quantity, total));
        let dimension = match self.lang {
            Lang::Zh => "分产业链看，",
            Lang::En => "Largest industry chain: ",
        };
        (named.len() > 1).then(|| self.lead(dimension, &names, *most, share))
    }

    /// 分地区看，南湖区以**12.3亿元**居首位，占26.9%。
    fn lead(
        &self,
        by: &str,
        names: &[String],
        amount: Amount,
        share: Option<rust_decimal::Decimal>,
    ) -> KeyPoint {
        let names_text = words::list(names, self.lang);
        // The names of chains may be singular or plural.
        let (before, between, after) = match (self.lang, names.len()) {
            (Lang::Zh, 1) => ("", "以", "居首位"),
            (Lang::Zh, _) => ("", "均为", "，并列首位"),
            (Lang::En, 1) => ("the largest is ", ", with ", ""),
            (Lang::En, _) => ("the largest are ", ", with ", " each"),
        };
        let mut runs = Runs::default();
        runs.plain(by);
        runs.plain(before);
        runs.plain(&names_text);
        runs.plain(between);
        runs.strong(amount.write(self.lang));
        runs.plain(after);
        if let Some(share) = share.filter(|_| names.len() == 1) {
            runs.plain(&self.share(share));
        }
        runs.end(self.lang)
    }

    fn share(&self, share: rust_decimal::Decimal) -> String {
        let share = words::percent(share, self.lang);
        match self.lang {
            Lang::Zh => format!("，占{share}"),
            Lang::En => format!(" ({share} of the total)"),
        }
    }

    /// The project that a figure is about, where it is about one alone.
    fn project(&self, figure: &Figure) -> Option<&'a str> {
        let project = self.index.content().projects.get(&figure.project.as_ref()?.value)?;
        Some(words::project(project, self.lang).0)
    }

    fn place(&self, reading: &Reading<'a>) -> &'a str {
        reading.place.name_on(reading.period.last_day()).get(self.lang)
    }
}

/// Whether two figures are about the same place, or the same project.
fn of_one_subject((figure, a): &Told<'_>, (other, b): &Told<'_>) -> bool {
    let project = |figure: &Figure| figure.project.as_ref().map(|id| id.value.clone());
    a.place.id.value == b.place.id.value && project(figure) == project(other)
}

/// A sentence in the making.
#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn plain(&mut self, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Run::Plain(last)) => last.push_str(text),
            _ => self.0.push(Run::Plain(text.to_owned())),
        }
    }

    fn strong(&mut self, text: String) {
        self.0.push(Run::Strong(text));
    }

    fn end(mut self, lang: Lang) -> KeyPoint {
        self.plain(match lang {
            Lang::Zh => "。",
            Lang::En => ".",
        });
        KeyPoint { runs: self.0 }
    }
}
