//! Figures against what was said before: running totals that fall or do not follow (N13), and figures restated
//! without a note (N14).

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::published::{Published, Subject, in_order};
use super::rounding::Interval;
use crate::content::{Bulletin, Content, Id, IndicatorKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::{Amount, Period, Qualifier};
use crate::lang::{Lang, Text};

/// First and last day: a quarter is the same as its three months.
type Days = (Date, Date);

/// What has been published so far.
#[derive(Default)]
struct Record<'a> {
    values: HashMap<(Subject<'a>, Days), Vec<Published<'a>>>,
    /// The last days of the running totals of a subject, by the day on which they begin.
    totals: HashMap<(Subject<'a>, Date), Vec<Date>>,
    /// Running totals that do not follow from the one before them.
    broken: HashSet<(Subject<'a>, Days)>,
}

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let mut record = Record::default();
    for mut publication in in_order(content) {
        for &now in &publication {
            found.push_all(record.restated(now, content));
            if accumulates(content, now.subject.indicator) {
                found.push_all(record.fell(now));
            }
            record.take(now);
        }
        // Each total after the one that it follows from, wherever they stand in the file.
        publication.sort_by_key(|published| published.period.last_day());
        for now in publication {
            if accumulates(content, now.subject.indicator) {
                found.push_all(record.does_not_follow(now));
            }
        }
    }
}

fn accumulates(content: &Content, indicator: &Id) -> bool {
    let indicator = content.registry.indicators.get(indicator);
    indicator.is_some_and(|indicator| matches!(indicator.kind, IndicatorKind::Flow | IndicatorKind::Count))
}

impl<'a> Record<'a> {
    fn take(&mut self, now: Published<'a>) {
        let days = days(now.period);
        self.values.entry((now.subject, days)).or_default().push(now);
        if starts_a_year(now.period) {
            self.totals.entry((now.subject, days.0)).or_default().push(days.1);
        }
    }

    /// What was said last of a subject and days.
    fn last(&self, subject: Subject<'a>, days: Days) -> Option<Published<'a>> {
        self.values.get(&(subject, days))?.last().copied()
    }

    /// N14: the same figure was published with another value before, and nobody says why.
    fn restated(&self, now: Published<'a>, content: &Content) -> Option<Diagnostic> {
        let said = self.values.get(&(now.subject, days(now.period)))?;
        // Twice in one bulletin is another rule's matter.
        let before = said.iter().rfind(|before| !before.came_with(now))?;
        if now.is_revision || may_be_one(before.value.value, now.value.value) {
            return None;
        }
        let (was, is) = (before.value.value, now.value.value);
        let by = before
            .bulletin
            .map_or_else(|| content.sources.path(before.value.span.source).to_owned(), Bulletin::key);
        let found = Diagnostic::new(
            Code::Restated,
            now.value.span,
            Text::new(
                format!("{by}公布过{}，这里是{}，没有说明", was.write(Lang::Zh), is.write(Lang::Zh)),
                format!(
                    "{by} said {}; this is {}, and nothing says why",
                    was.write(Lang::En),
                    is.write(Lang::En)
                ),
            ),
            if_revised(),
        );
        Some(found.with_related(before.value.span, Text::new("此前公布于此", "it was published here before")))
    }

    /// N13 again: a running total is not the one before it and the month since.
    fn does_not_follow(&mut self, now: Published<'a>) -> Option<Diagnostic> {
        let (first, last) = days(now.period);
        let month = last.first_of_month();
        if !starts_a_year(now.period) || month <= first || last != last.last_of_month() {
            return None;
        }
        let before = (now.subject, (first, month.yesterday().ok()?));
        let (total, since) = (self.last(before.0, before.1)?, self.last(now.subject, (month, last))?);
        let is_like =
            |part: Published<'_>| part.value.value.quantity.unit.is_like(now.value.value.quantity.unit);
        let sum = Interval::of(total.value.value)?.and(Interval::of(since.value.value)?)?;
        let follows = sum.agrees_with(Interval::of(now.value.value)?);
        let is_told = [now, total, since].iter().any(|value| value.is_revision);
        if follows || is_told || !is_like(total) || !is_like(since) {
            return None;
        }
        self.broken.insert((now.subject, (first, last)));
        // What does not follow from a total that does not follow itself is told with that one.
        (!self.broken.contains(&before)).then(|| sum_differs(total, since, now))
    }

    /// N13: a running total of a year is below the one before it.
    fn fell(&self, now: Published<'a>) -> Option<Diagnostic> {
        let (first, last) = days(now.period);
        let ends = self.totals.get(&(now.subject, first))?;
        let before = ends.iter().copied().filter(|end| *end < last).max()?;
        let before = self.last(now.subject, (first, before))?;
        let (was, is) = (Interval::of(before.value.value)?, Interval::of(now.value.value)?);
        if now.is_revision || !was.exceeds(is) {
            return None;
        }
        let (was, is) = (before.value.value, now.value.value);
        let (zh, en) = (before.period.write(Lang::Zh), before.period.write(Lang::En));
        let found = Diagnostic::new(
            Code::RunningTotal,
            now.value.span,
            Text::new(
                format!("累计数{}低于{zh}的{}", is.write(Lang::Zh), was.write(Lang::Zh)),
                format!(
                    "the running total of {} is below the {} of {en}",
                    is.write(Lang::En),
                    was.write(Lang::En)
                ),
            ),
            if_revised(),
        );
        Some(
            found
                .with_related(before.value.span, Text::new("前一累计数在此", "the total before stands here")),
        )
    }
}

fn sum_differs(total: Published<'_>, since: Published<'_>, now: Published<'_>) -> Diagnostic {
    let say = |lang: Lang| {
        let part = |part: Published<'_>| (part.period.write(lang), part.value.value.write(lang));
        (part(total), part(since), now.value.value.write(lang))
    };
    let ((zh_before, zh_total), (zh_month, zh_since), zh) = say(Lang::Zh);
    let ((en_before, en_total), (en_month, en_since), en) = say(Lang::En);
    Diagnostic::new(
        Code::RunningTotal,
        now.value.span,
        Text::new(
            format!("{zh_before}{zh_total}加{zh_month}{zh_since}，不等于这里的累计数{zh}，没有说明"),
            format!(
                "{en_total} in {en_before} and {en_since} in {en_month} do not make this total of {en}, and nothing says why"
            ),
        ),
        if_revised(),
    )
    .with_related(since.value.span, Text::new("当月数在此", "the month stands here"))
    .with_related(total.value.span, Text::new("前一累计数在此", "the total before stands here"))
}

fn if_revised() -> Text {
    Text::new(
        "核对数值；确属修订的，写上status = \"revised\"，或用note说明修订",
        "check the value; if it was revised, write status = \"revised\" or a note that says so",
    )
}

/// Whether two amounts as printed may stand for one number; what is not exact gets the benefit of the doubt.
fn may_be_one(was: Amount, is: Amount) -> bool {
    if let (Some(a), Some(b)) = (Interval::of(was), Interval::of(is)) {
        return was.quantity.unit.is_like(is.quantity.unit) && a.prints_like(b);
    }
    was == is || (was.qualifier == Qualifier::Exact) != (is.qualifier == Qualifier::Exact)
}

fn days(period: Period) -> Days {
    (period.first_day(), period.last_day())
}

fn starts_a_year(period: Period) -> bool {
    let (first, last) = days(period);
    first.day_of_year() == 1 && last.year() == first.year()
}
