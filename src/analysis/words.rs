//! The phrases for changes, shares, paces and multiples, in both languages and in one place.
//!
//! None of them starts or ends a sentence, so that each can stand in a sentence, a label or a table.
//! Ratios change in percentage points (百分点), everything else in per cent; 是…的1.4倍 is never "up 1.4 times".

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Base, Basis, Change, Movement, Multiple, Progress, Scale};
use crate::content::{Disclosure, Project};
use crate::figure::{Period, format_decimal};
use crate::lang::{Lang, Text};

/// A number as it is printed: no zeros at the end, grouped in English.
pub fn number(value: Decimal, lang: Lang) -> String {
    format_decimal(value.normalize(), lang)
}

/// A percentage: 66.7%.
pub fn percent(value: Decimal, lang: Lang) -> String {
    format!("{}%", number(value, lang))
}

/// A distance in percentage points: 0.3个百分点, 0.3 percentage points.
pub fn points(value: Decimal, lang: Lang) -> String {
    let digits = number(value.abs(), lang);
    match lang {
        Lang::Zh => format!("{digits}个百分点"),
        Lang::En if digits == "1" => "1 percentage point".to_owned(),
        Lang::En => format!("{digits} percentage points"),
    }
}

/// A change year on year: 同比增长210%, up 210% year on year.
pub fn year_on_year(change: &Change, lang: Lang) -> String {
    let against = Text::new("同比", "year on year");
    changed(change, &against, lang)
}

/// A change month on month: 环比增长2.5%, up 2.5% month on month.
pub fn month_on_month(change: &Change, lang: Lang) -> String {
    let against = Text::new("环比", "month on month");
    changed(change, &against, lang)
}

fn changed(change: &Change, against: &Text, lang: Lang) -> String {
    let against = against.get(lang);
    let direction = change.value.cmp(&Decimal::ZERO);
    let size = match change.scale {
        Scale::Percent => percent(change.value.abs(), lang),
        Scale::Points => points(change.value, lang),
    };
    match (lang, direction, change.scale) {
        (Lang::Zh, Ordering::Equal, _) => format!("{against}持平"),
        (Lang::Zh, Ordering::Greater, Scale::Percent) => format!("{against}增长{size}"),
        (Lang::Zh, Ordering::Greater, Scale::Points) => format!("{against}提高{size}"),
        (Lang::Zh, Ordering::Less, Scale::Percent) => format!("{against}下降{size}"),
        (Lang::Zh, Ordering::Less, Scale::Points) => format!("{against}降低{size}"),
        (Lang::En, Ordering::Equal, _) => format!("unchanged {against}"),
        (Lang::En, Ordering::Greater, _) => format!("up {size} {against}"),
        (Lang::En, Ordering::Less, _) => format!("down {size} {against}"),
    }
}

/// A change as a signed number for a table or a chart: +210%, −3%, +0.3个百分点.
pub fn signed_change(change: &Change, lang: Lang) -> String {
    let sign = match change.value.cmp(&Decimal::ZERO) {
        Ordering::Greater => "+",
        Ordering::Equal => "",
        Ordering::Less => "−",
    };
    match change.scale {
        Scale::Percent => format!("{sign}{}", percent(change.value.abs(), lang)),
        Scale::Points => format!("{sign}{}", points(change.value, lang)),
    }
}

/// The value a year earlier: 上年同期39个, 39 a year earlier.
pub fn base(base: &Base, lang: Lang) -> String {
    let value = base.amount.write(lang);
    match lang {
        Lang::Zh => format!("上年同期{value}"),
        Lang::En => format!("{value} a year earlier"),
    }
}

/// What a plan is called: 年度计划, “十四五”规划目标; the annual plan, the target of the 14th Five-Year Plan.
pub fn plan(plan: Period, lang: Lang) -> String {
    match (plan, lang) {
        (Period::Plan(_), Lang::Zh) => format!("{}规划目标", plan.write_short(lang)),
        (Period::Plan(_), Lang::En) => {
            format!("the target of {}", era(plan, lang).trim_end_matches(" period"))
        }
        (_, Lang::Zh) => "年度计划".to_owned(),
        (_, Lang::En) => "the annual plan".to_owned(),
    }
}

/// The share of a plan: 完成年度计划的67%, 67% of the annual plan.
pub fn plan_share(progress: &Progress, lang: Lang) -> String {
    let (share, plan) = (percent(progress.share.percent, lang), plan(progress.plan, lang));
    match lang {
        Lang::Zh => format!("完成{plan}的{share}"),
        Lang::En => format!("{share} of {plan}"),
    }
}

/// The pace against the calendar: 快于时间进度0.3个百分点, 0.3 percentage points ahead of the calendar.
pub fn pace(progress: &Progress, lang: Lang) -> String {
    let distance = points(progress.pace, lang);
    match (lang, progress.pace.cmp(&Decimal::ZERO)) {
        (Lang::Zh, Ordering::Greater) => format!("快于时间进度{distance}"),
        (Lang::Zh, Ordering::Less) => format!("慢于时间进度{distance}"),
        (Lang::Zh, Ordering::Equal) => "与时间进度持平".to_owned(),
        (Lang::En, Ordering::Greater) => format!("{distance} ahead of the calendar"),
        (Lang::En, Ordering::Less) => format!("{distance} behind the calendar"),
        (Lang::En, Ordering::Equal) => "in step with the calendar".to_owned(),
    }
}

/// The share of the time gone by: 时间进度66.7%, 66.7% of the time elapsed.
pub fn elapsed(share: Decimal, lang: Lang) -> String {
    let share = percent(share, lang);
    match lang {
        Lang::Zh => format!("时间进度{share}"),
        Lang::En => format!("{share} of the time elapsed"),
    }
}

/// A multiple of another period: 是“十二五”时期的1.4倍, 1.4 times the 12th Five-Year Plan period.
pub fn times(multiple: &Multiple, lang: Lang) -> String {
    let ratio = number(multiple.ratio, lang);
    let period = era(multiple.of, lang);
    match lang {
        Lang::Zh => format!("是{period}的{ratio}倍"),
        Lang::En => format!("{ratio} times {period}"),
    }
}

/// A period as something to compare with, its years left to the place that names it in full: “十二五”时期,
/// the 12th Five-Year Plan period. Other periods by their name.
pub fn era(period: Period, lang: Lang) -> String {
    let name = period.write(lang);
    match period {
        Period::Plan(_) => name.split(['（', '(']).next().unwrap_or_default().trim_end().to_owned(),
        _ => name,
    }
}

/// When something happened, as an adverb: 2022年上半年 · in the first half of 2022.
pub fn during(period: Period, lang: Lang) -> String {
    let name = period.write(lang);
    match (lang, period) {
        (Lang::Zh, _) => name,
        (Lang::En, Period::Day(_)) => format!("on {name}"),
        (Lang::En, Period::Days { .. }) => format!("over {name}"),
        (Lang::En, _) => format!("in {name}"),
    }
}

/// A period without an article, for subtitles: 2022年上半年 · first half of 2022.
pub fn bare(period: Period, lang: Lang) -> String {
    let name = period.write(lang);
    name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
}

/// A period as the head of a row or the name of a bar: 2022年上半年 · First half of 2022.
pub fn label(period: Period, lang: Lang) -> String {
    capitalised(&bare(period, lang))
}

/// By when something was reached: 截至2022年6月末 · by the end of June 2022.
pub fn by_the_end(period: Period, lang: Lang) -> String {
    let end = end(period, lang);
    match lang {
        Lang::Zh => format!("截至{end}"),
        Lang::En => format!("by {end}"),
    }
}

/// The end of a period: 2022年6月末, the end of June 2022; of a day, the day.
pub fn end(period: Period, lang: Lang) -> String {
    let day = period.last_day();
    let month = Period::Month(day.year(), day.month()).write(lang);
    match (day == day.last_of_month(), lang) {
        (true, Lang::Zh) => format!("{month}末"),
        (true, Lang::En) => format!("the end of {month}"),
        (false, _) => Period::Day(day).write(lang),
    }
}

/// The same without the year: 6月末, the end of June.
pub fn end_short(period: Period, lang: Lang) -> String {
    let full = end(period, lang);
    let year = period.year();
    match lang {
        Lang::Zh => full.trim_start_matches(&format!("{year}年")).to_owned(),
        Lang::En => full.trim_end_matches(&format!(" {year}")).to_owned(),
    }
}

/// How a place moved in a league: 上升2位, up 2 places; empty for a place that was not ranked before.
pub fn movement(movement: Movement, lang: Lang) -> String {
    match (movement, lang) {
        (Movement::Up(by), Lang::Zh) => format!("上升{by}位"),
        (Movement::Down(by), Lang::Zh) => format!("下降{by}位"),
        (Movement::Same, Lang::Zh) => "持平".to_owned(),
        (Movement::New, Lang::Zh) => "新上榜".to_owned(),
        (Movement::Up(1), Lang::En) => "up 1 place".to_owned(),
        (Movement::Down(1), Lang::En) => "down 1 place".to_owned(),
        (Movement::Up(by), Lang::En) => format!("up {by} places"),
        (Movement::Down(by), Lang::En) => format!("down {by} places"),
        (Movement::Same, Lang::En) => "unchanged".to_owned(),
        (Movement::New, Lang::En) => "new".to_owned(),
    }
}

/// What tells readers that a number was not announced; `None` if it was.
pub fn basis(basis: Basis, lang: Lang) -> Option<&'static str> {
    match (basis, lang) {
        (Basis::Announced, _) => None,
        (Basis::Derived, Lang::Zh) => Some("推算"),
        (Basis::Derived, Lang::En) => Some("derived"),
        (Basis::Implied, Lang::Zh) => Some("由公布的比率反推"),
        (Basis::Implied, Lang::En) => Some("worked back from an announced rate"),
    }
}

/// A project's name for readers, and the language that it is in; a withheld name is not told.
pub fn project(project: &Project, lang: Lang) -> (&str, Lang) {
    match (project.disclosure, lang) {
        (Disclosure::Public, _) => project.name.for_reader(lang),
        (Disclosure::Withheld, Lang::Zh) => ("不公开名称的项目", lang),
        (Disclosure::Withheld, Lang::En) => ("Project whose name is withheld", lang),
    }
}

/// Of which: 其中.
pub fn of_which(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "其中",
        Lang::En => "of which",
    }
}

/// Items one after another: 甲、乙和丙; A, B and C.
pub fn list(items: &[String], lang: Lang) -> String {
    let (comma, and) = match lang {
        Lang::Zh => ("、", "和"),
        Lang::En => (", ", " and "),
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., last] => format!("{}{and}{last}", init.join(comma)),
    }
}

/// A text with its first letter as a sentence begins; Chinese has none.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
