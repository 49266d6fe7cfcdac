//! Sentences that long descriptions share. They use the digits of the table, so that every number in them is there.

use rust_decimal::Decimal;

use super::axis::Axis;
use crate::analysis::words;
use crate::figure::{Amount, Period};
use crate::lang::Lang;

/// A value and what it is of.
pub(super) struct Mark {
    pub(super) of: String,
    pub(super) value: Decimal,
    pub(super) said: String,
}

impl Mark {
    /// A value on an axis; `None` if it does not belong there.
    pub(super) fn new(of: impl Into<String>, amount: Amount, axis: Axis) -> Option<Self> {
        Some(Mark { of: of.into(), value: axis.number(amount.quantity)?, said: axis.say(amount) })
    }
}

/// The extremes and the last of some values in time:
/// 最高为2023年12月的14个，最低为2024年2月的6个，最近一期2024年6月为13个.
pub(super) fn extremes_in_time(marks: &[Mark], lang: Lang) -> String {
    let Some(last) = marks.last() else { return String::new() };
    let Some((highest, lowest)) = extremes(marks) else { return String::new() };
    let is_last = |mark: &Mark| mark.of == last.of;
    let latest = |mark: &Mark| match lang {
        _ if !is_last(mark) => "",
        Lang::Zh => "（最近一期）",
        Lang::En => " (the latest)",
    };
    let tail = match lang {
        _ if is_last(highest) || is_last(lowest) => String::new(),
        Lang::Zh => format!("，最近一期{}为{}", last.of, last.said),
        Lang::En => format!(", and {} in {}, the latest", last.said, last.of),
    };
    let (up, down) = (latest(highest), latest(lowest));
    match lang {
        Lang::Zh => {
            format!(
                "最高为{}{up}的{}，最低为{}{down}的{}{tail}",
                highest.of, highest.said, lowest.of, lowest.said
            )
        }
        Lang::En => format!(
            "highest at {} in {}{up}, lowest at {} in {}{down}{tail}",
            highest.said, highest.of, lowest.said, lowest.of
        ),
    }
}

/// The extremes of some values side by side: 最高为南湖区12.3亿元，最低为秀洲区1.2亿元.
pub(super) fn extremes_side_by_side(marks: &[Mark], lang: Lang) -> String {
    let Some((highest, lowest)) = extremes(marks) else { return String::new() };
    let tied = |mark: &Mark| -> Vec<String> {
        marks.iter().filter(|other| other.value == mark.value).map(|other| other.of.clone()).collect()
    };
    let of = |mark: &Mark| {
        let names = tied(mark);
        let each = if names.len() > 1 { "，均为" } else { "的" };
        match lang {
            Lang::Zh => format!("{}{each}{}", words::list(&names, lang), mark.said),
            Lang::En => format!("{} at {}", words::list(&names, lang), mark.said),
        }
    };
    match (lang, highest.value == lowest.value) {
        (Lang::Zh, true) => format!("均为{}", highest.said),
        (Lang::En, true) => format!("all at {}", highest.said),
        (Lang::Zh, false) => format!("最高为{}，最低为{}", of(highest), of(lowest)),
        (Lang::En, false) => format!("highest: {}; lowest: {}", of(highest), of(lowest)),
    }
}

/// The first of the greatest and the first of the least; `None` for fewer than two values.
fn extremes(marks: &[Mark]) -> Option<(&Mark, &Mark)> {
    let (first, rest) = marks.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let highest = rest.iter().fold(first, |best, mark| if mark.value > best.value { mark } else { best });
    let lowest = rest.iter().fold(first, |best, mark| if mark.value < best.value { mark } else { best });
    Some((highest, lowest))
}

/// From the first period to the last: 2021年6月至2022年6月.
pub(super) fn from_to(periods: &[Period], lang: Lang) -> String {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return String::new() };
    match lang {
        _ if first == last => words::bare(*first, lang),
        Lang::Zh => format!("{}至{}", first.write(lang), last.write(lang)),
        Lang::En => format!("{} to {}", words::bare(*first, lang), words::bare(*last, lang)),
    }
}
