//! A comparison: pairs of bars, the base and the present, each indicator on a scale of its own.

use rust_decimal::Decimal;

use super::axis::with_unit;
use super::describe::Mark;
use super::drawn::Drawn;
use super::frame::{Draft, Frame, remarks};
use super::refusal::{Refusal, refuse};
use super::table::DataTable;
use crate::analysis::{Base, Basis, Change, Multiple, Scale, words};
use crate::chart::{Bar, BarGroup, Plot};
use crate::figure::Period;
use crate::lang::{Lang, Text};

/// A growth rate on fewer things than this says little: 210 % more than 39.
const LOW_BASE: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

pub(super) fn draft(frame: &Frame<'_>) -> Result<Draft, Refusal> {
    let drawn = frame.figures(1..=3)?;
    let pairs = drawn.iter().map(|drawn| Pair::of(drawn)?.checked());
    let pairs: Vec<Pair<'_>> = pairs.collect::<Result<_, Refusal>>()?;
    let mut notes = frame.notes(&drawn);
    notes.extend(notes_on_bases(frame, &pairs));
    Ok(Draft {
        plot: Some(plot(frame, &pairs)),
        title: title(frame, &pairs),
        subtitle: subtitle(frame, &pairs),
        description: description(frame, &pairs),
        source: None,
        notes,
        table: table(frame, title(frame, &pairs), &pairs),
        advice: Vec::new(),
    })
}

/// The present and what it is compared with.
pub(super) struct Pair<'a> {
    pub(super) drawn: Drawn<'a>,
    pub(super) base: Base,
    pub(super) against: Against,
}

/// What a comparison says.
#[derive(Clone, Copy)]
pub(super) enum Against {
    /// The year before.
    Year(Option<Change>),
    /// The month before.
    Month(Option<Change>),
    /// Another plan period.
    Plan(Multiple),
}

impl<'a> Pair<'a> {
    /// Against the year before, or against the month before where that is what was announced or all that is known.
    fn of(drawn: &Drawn<'a>) -> Result<Self, Refusal> {
        let reading = &drawn.reading;
        let yearly = || reading.year_before().map(|base| (base, Against::Year(reading.year_on_year())));
        let monthly = || reading.month_earlier().map(|base| (base, Against::Month(reading.month_on_month())));
        let announced =
            reading.comparison.map(|comparison| (comparison.yoy.is_some(), comparison.mom.is_some()));
        let found = match announced {
            Some((false, true)) => monthly().or_else(yearly),
            _ => yearly().or_else(monthly),
        };
        let (base, against) = found.ok_or_else(|| without_base(drawn))?;
        Ok(Pair { drawn: *drawn, base, against })
    }

    /// The pair, if both values stand on one scale that begins at zero.
    pub(super) fn checked(self) -> Result<Self, Refusal> {
        let base = self.drawn.on_axis(self.base.amount, self.drawn.figure.value.span)?;
        let lowest = base.number.min(self.drawn.reading.amount.quantity.number);
        if lowest >= Decimal::ZERO {
            return Ok(self);
        }
        let id = &self.drawn.figure.id.value;
        Err(refuse(
            self.drawn.at,
            Text::new(
                format!("`{id}`的现值或基数为负，不能用条形长短相比"),
                format!("a value of `{id}` is negative, and lengths of bars cannot compare it"),
            ),
            Text::new("在正文中用文字说明", "tell it in words in the narrative"),
        ))
    }

    /// The change in words.
    pub(super) fn change(&self, lang: Lang) -> Option<String> {
        match &self.against {
            Against::Year(change) => change.as_ref().map(|change| words::year_on_year(change, lang)),
            Against::Month(change) => change.as_ref().map(|change| words::month_on_month(change, lang)),
            Against::Plan(multiple) => Some(words::times(multiple, lang)),
        }
    }

    fn changed_by(&self, scale: Scale) -> Option<Decimal> {
        match self.against {
            Against::Year(change) => change.filter(|change| change.scale == scale).map(|change| change.value),
            _ => None,
        }
    }
}

fn without_base(drawn: &Drawn<'_>) -> Refusal {
    let id = &drawn.figure.id.value;
    let comparison = &drawn.figure.comparison;
    if let Some(change) = comparison.yoy.as_ref().or(comparison.mom.as_ref()) {
        return refuse(
            change.span,
            Text::new(
                format!("由`{id}`的现值和这一增幅推不出基数"),
                format!("no base can be worked out from the value of `{id}` and this change"),
            ),
            Text::new(
                "核对两个数；有公布的基数时写上base",
                "check both; write `base` where the base was announced",
            ),
        );
    }
    refuse(
        drawn.at,
        Text::new(
            format!("`{id}`没有可比的基数：没有yoy、mom或base，上年同期也没有发布过"),
            format!(
                "nothing to compare `{id}` with: it has no yoy, mom or base, and no earlier value was published"
            ),
        ),
        Text::new(
            format!("在metrics.toml的[{id}]中写yoy或base，或在history/中补上年同期数"),
            format!("write yoy or base in [{id}] of metrics.toml, or add the earlier value to history/"),
        ),
    )
}

pub(super) fn plot(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> Plot {
    let bar = |pair: &Pair<'_>, period: Period, amount: crate::figure::Amount, current| Bar {
        label: words::label(period, frame.lang),
        value: pair.drawn.axis.number(amount.quantity).unwrap_or_default(),
        value_label: pair.drawn.axis.say(amount),
        current,
    };
    let group = |pair: &Pair<'_>| BarGroup {
        label: pair.drawn.axis.heading(pair.drawn.label(frame.lang)),
        change: pair.change(frame.lang),
        bars: vec![
            bar(pair, pair.base.period, pair.base.amount, false),
            bar(pair, pair.drawn.reading.period, pair.drawn.reading.amount, true),
        ],
    };
    Plot::Comparison { groups: pairs.iter().map(group).collect() }
}

/// One pair with its values, several with their changes alone.
fn title(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> String {
    let said = pairs.iter().map(|pair| {
        let name = pair.drawn.label(frame.lang);
        let change = pair.change(frame.lang).filter(|_| pairs.len() > 1);
        match (change, frame.lang) {
            (Some(change), Lang::Zh) => format!("{name}{change}"),
            (Some(change), Lang::En) => format!("{name}: {change}"),
            (None, _) => from_base_to_value(frame, pair),
        }
    });
    said.collect::<Vec<_>>().join(frame.say("，", "; "))
}

/// 签约项目由39个增至121个，同比增长210%
fn from_base_to_value(frame: &Frame<'_>, pair: &Pair<'_>) -> String {
    let name = pair.drawn.label(frame.lang);
    let (from, to) = (pair.drawn.axis.say(pair.base.amount), pair.drawn.axis.say(pair.drawn.reading.amount));
    let now = pair.drawn.reading.amount.quantity;
    let verb = match now.try_cmp(&pair.base.amount.quantity) {
        Some(std::cmp::Ordering::Greater) => "增至",
        Some(std::cmp::Ordering::Less) => "降至",
        _ => "到",
    };
    let values = match frame.lang {
        Lang::Zh => format!("{name}由{from}{verb}{to}"),
        Lang::En => format!("{name}: from {from} to {to}"),
    };
    frame.sequence(&[&values, &pair.change(frame.lang).unwrap_or_default()])
}

/// The periods are named where they are the same for all; the bars name them in any case.
pub(super) fn subtitle(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> String {
    let drawn: Vec<_> = pairs.iter().map(|pair| pair.drawn).collect();
    let periods = |pair: &Pair<'_>| (pair.base.period, pair.drawn.reading.period);
    let first = pairs.first().map(periods).filter(|first| pairs.iter().all(|pair| periods(pair) == *first));
    let compared = first.map(|(base, now)| (words::bare(base, frame.lang), words::bare(now, frame.lang)));
    let compared = compared.map_or_else(String::new, |(base, now)| match frame.lang {
        Lang::Zh => format!("{now}与{base}相比"),
        Lang::En => format!("{now} against {base}"),
    });
    frame.subtitle(&drawn, &compared)
}

pub(super) fn description(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> String {
    let what = frame.say(
        "成对条形图，每项指标一组：前一条为基数，后一条为本期，各组自有刻度",
        "Paired bars, a group for each indicator on a scale of its own: first the base, then the present",
    );
    let mut sentences = vec![what.to_owned()];
    for pair in pairs {
        let mark = |period: Period, amount| Mark::new(period.write(frame.lang), amount, pair.drawn.axis);
        let reading = &pair.drawn.reading;
        let (Some(base), Some(now)) =
            (mark(pair.base.period, pair.base.amount), mark(reading.period, reading.amount))
        else {
            continue;
        };
        let name = pair.drawn.label(frame.lang);
        let values = match frame.lang {
            Lang::Zh => format!("{name}：{}{}，{}{}", base.of, base.said, now.of, now.said),
            Lang::En => format!("{name}: {} in {} and {} in {}", base.said, base.of, now.said, now.of),
        };
        sentences.push(frame.sequence(&[&values, &pair.change(frame.lang).unwrap_or_default()]));
    }
    frame.sentences(&sentences)
}

/// What is to be said of bases that were worked back or are small.
pub(super) fn notes_on_bases(frame: &Frame<'_>, pairs: &[Pair<'_>]) -> Vec<String> {
    let mut notes = Vec::new();
    // What the editors say of a base themselves is not said again.
    let told = |pair: &Pair<'_>| {
        let own = [&pair.drawn.figure.note, &pair.drawn.figure.origin.derived];
        own.into_iter().flatten().any(|note| note.zh.contains("基数") || note.zh.contains("基期"))
    };
    if pairs.iter().any(|pair| pair.base.basis == Basis::Implied && !told(pair)) {
        let note = frame.say(
            "基数由本期数和公布的增速或倍数反推，仅供参考。",
            "Base values were worked back from the present value and the announced growth or multiple.",
        );
        notes.push(note.to_owned());
    }
    for pair in pairs.iter().filter(|pair| pair.drawn.is_count() && !told(pair)) {
        let base = pair.base.amount;
        if base.quantity.value().is_some_and(|value| value < LOW_BASE) {
            let (name, base) = (pair.drawn.label(frame.lang), base.write(frame.lang));
            notes.push(match frame.lang {
                Lang::Zh => format!("{name}的基数较小（{base}），增速应谨慎解读。"),
                Lang::En => {
                    format!("{name}: the base is small ({base}), and growth rates should be read with care.")
                }
            });
        }
    }
    notes
}

pub(super) fn table(frame: &Frame<'_>, caption: String, pairs: &[Pair<'_>]) -> DataTable {
    let lang = frame.lang;
    let percent = |zh, en| with_unit(frame.say(zh, en), "%", lang);
    let points = frame.say("个百分点", "percentage points");
    let columns = [
        (frame.say("指标", "Indicator").to_owned(), false),
        (frame.say("单位", "Unit").to_owned(), false),
        (frame.say("基期", "Base period").to_owned(), false),
        (frame.say("基数", "Base value").to_owned(), true),
        (frame.say("本期", "Present period").to_owned(), false),
        (frame.say("本期数", "Present value").to_owned(), true),
        (percent("同比", "Year on year"), true),
        (with_unit(frame.say("同比", "Year on year"), points, lang), true),
        (percent("环比", "Month on month"), true),
        (frame.say("为基数的倍数", "Times the base").to_owned(), true),
        (percent("计划完成率", "Share of plan"), true),
        (frame.say("说明", "Remarks").to_owned(), false),
    ];
    let mut table = DataTable::new(caption, columns);
    for pair in pairs {
        let (axis, reading) = (&pair.drawn.axis, &pair.drawn.reading);
        let (month, times) = match pair.against {
            Against::Month(change) => (change.map(|change| change.value), None),
            Against::Plan(multiple) => (None, Some(multiple.ratio)),
            Against::Year(_) => (None, None),
        };
        table.push(
            false,
            [
                pair.drawn.label(lang).into(),
                axis.unit().into(),
                words::label(pair.base.period, lang).into(),
                axis.number(pair.base.amount.quantity).into(),
                words::label(reading.period, lang).into(),
                axis.number(reading.amount.quantity).into(),
                pair.changed_by(Scale::Percent).into(),
                pair.changed_by(Scale::Points).into(),
                month.into(),
                times.into(),
                reading.progress().map(|progress| progress.share.percent).into(),
                remark(frame, pair).into(),
            ],
        );
    }
    table
}

/// 超；基数由公布的比率反推
fn remark(frame: &Frame<'_>, pair: &Pair<'_>) -> String {
    let reading = &pair.drawn.reading;
    let own = remarks(reading.amount.qualifier, false, reading.status, frame.lang);
    let base = words::basis(pair.base.basis, frame.lang).filter(|_| pair.base.basis == Basis::Implied);
    let base = base.map(|basis| match frame.lang {
        Lang::Zh => format!("基数{basis}"),
        Lang::En => format!("base {basis}"),
    });
    let said = [Some(own).filter(|own| !own.is_empty()), base];
    said.into_iter().flatten().collect::<Vec<_>>().join(frame.say("；", "; "))
}
