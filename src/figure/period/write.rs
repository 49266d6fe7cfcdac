//! The names of periods in Chinese and English.

use jiff::civil::Date;

use super::{Period, plan_years};
use crate::lang::Lang;

/// Chinese numerals by value; the first is empty, so that they serve as the units of a two-digit numeral too.
const NUMERALS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// English names of the months, January first.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Period {
    /// The name in full: 2022年上半年, the first half of 2022; 2022年1—8月, January–August 2022;
    /// “十三五”时期（2016—2020年）, the 13th Five-Year Plan period (2016–2020).
    pub fn write(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.write_zh(),
            Lang::En => self.write_en(),
        }
    }

    /// The name on an axis or in a narrow column, where the year is known: 1月, Jan; 一季度, Q1; 1—8月, Jan–Aug;
    /// “十三五”, 13th FYP. What spans years keeps them.
    pub fn write_short(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.write_short_zh(),
            Lang::En => self.write_short_en(),
        }
    }

    fn write_zh(&self) -> String {
        match *self {
            Period::Half(year, _) => format!("{year}年{}", self.write_short_zh()),
            Period::Quarter(year, _) => format!("{year}年第{}", self.write_short_zh()),
            Period::Month(year, month) => format!("{year}年{month}月"),
            Period::Day(day) => day_zh(day),
            Period::Months { from: (year, _), to: (last, _) } if year == last => {
                format!("{year}年{}", self.write_short_zh())
            }
            Period::Days { from, to } if from.year() == to.year() => {
                format!("{}年{}", from.year(), self.write_short_zh())
            }
            Period::Plan(number) => {
                let (from, to) = plan_years(number).unwrap_or_default();
                format!("{}时期（{from}—{to}年）", plan_zh(number))
            }
            Period::Year(_) | Period::Years(..) | Period::Months { .. } | Period::Days { .. } => {
                self.write_short_zh()
            }
        }
    }

    fn write_short_zh(&self) -> String {
        match *self {
            Period::Year(year) => format!("{year}年"),
            Period::Half(_, half) => if half == 1 { "上半年" } else { "下半年" }.to_owned(),
            Period::Quarter(_, quarter) => format!("{}季度", numeral(quarter.unsigned_abs())),
            Period::Month(_, month) => format!("{month}月"),
            Period::Day(day) => month_and_day_zh(day),
            Period::Months { from, to } if from.0 == to.0 => format!("{}—{}月", from.1, to.1),
            Period::Months { from, to } => format!("{}年{}月—{}年{}月", from.0, from.1, to.0, to.1),
            Period::Days { from, to } if from.year() != to.year() => {
                format!("{}—{}", day_zh(from), day_zh(to))
            }
            Period::Days { from, to } if from.month() != to.month() => {
                format!("{}—{}", month_and_day_zh(from), month_and_day_zh(to))
            }
            Period::Days { from, to } => format!("{}月{}—{}日", from.month(), from.day(), to.day()),
            Period::Years(from, to) => format!("{from}—{to}年"),
            Period::Plan(number) => plan_zh(number),
        }
    }

    fn write_en(&self) -> String {
        match *self {
            Period::Half(year, half) => {
                format!("the {} half of {year}", if half == 1 { "first" } else { "second" })
            }
            Period::Quarter(year, quarter) => format!("the {} quarter of {year}", rank_en(quarter)),
            Period::Plan(number) => {
                let (from, to) = plan_years(number).unwrap_or_default();
                format!("the {} Five-Year Plan period ({from}–{to})", ordinal(number))
            }
            _ => self.dates_en(month_en, true),
        }
    }

    fn write_short_en(&self) -> String {
        match *self {
            Period::Half(_, half) => format!("H{half}"),
            Period::Quarter(_, quarter) => format!("Q{quarter}"),
            Period::Plan(number) => format!("{} FYP", ordinal(number)),
            _ => self.dates_en(|month| month_en(month).get(..3).unwrap_or_default(), false),
        }
    }

    /// Years, months, days and their ranges; `with_year` says whether those within one year are to name it.
    fn dates_en(&self, name: impl Fn(i8) -> &'static str, with_year: bool) -> String {
        let dated = |text: String, year: i16| if with_year { format!("{text} {year}") } else { text };
        let day_and_month = |day: Date| format!("{} {}", day.day(), name(day.month()));
        match *self {
            Period::Month(year, month) => dated(name(month).to_owned(), year),
            Period::Day(day) => dated(day_and_month(day), day.year()),
            Period::Months { from: (year, from), to: (last, to) } if year == last => {
                dated(format!("{}–{}", name(from), name(to)), year)
            }
            Period::Months { from, to } => format!("{} {}–{} {}", name(from.1), from.0, name(to.1), to.0),
            Period::Days { from, to } if from.year() != to.year() => {
                format!("{} {}–{} {}", day_and_month(from), from.year(), day_and_month(to), to.year())
            }
            Period::Days { from, to } if from.month() != to.month() => {
                dated(format!("{}–{}", day_and_month(from), day_and_month(to)), to.year())
            }
            Period::Days { from, to } => dated(format!("{}–{}", from.day(), day_and_month(to)), to.year()),
            Period::Years(from, to) => format!("{from}–{to}"),
            Period::Year(year) | Period::Half(year, _) | Period::Quarter(year, _) => year.to_string(),
            Period::Plan(number) => ordinal(number),
        }
    }
}

/// “十三五”: the number of the plan and the five of its years.
pub(super) fn plan_zh(number: u8) -> String {
    format!("“{}五”", numeral(number))
}

fn day_zh(day: Date) -> String {
    format!("{}年{}", day.year(), month_and_day_zh(day))
}

fn month_and_day_zh(day: Date) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// A number below 100 in Chinese numerals.
fn numeral(number: u8) -> String {
    let digit = |value: u8| NUMERALS.get(usize::from(value)).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, units) => digit(units).to_owned(),
        (1, units) => format!("十{}", digit(units)),
        (tens, units) => format!("{}十{}", digit(tens), digit(units)),
    }
}

fn month_en(month: i8) -> &'static str {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

fn rank_en(number: i8) -> &'static str {
    match number {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_named_in_both_languages() {
        for (notation, zh, en, short_zh, short_en) in [
            ("2022", "2022年", "2022", "2022年", "2022"),
            ("2022-H1", "2022年上半年", "the first half of 2022", "上半年", "H1"),
            ("2022-H2", "2022年下半年", "the second half of 2022", "下半年", "H2"),
            ("2022-Q2", "2022年第二季度", "the second quarter of 2022", "二季度", "Q2"),
            ("2022-06", "2022年6月", "June 2022", "6月", "Jun"),
            ("2022-07-07", "2022年7月7日", "7 July 2022", "7月7日", "7 Jul"),
            ("2022-01/2022-08", "2022年1—8月", "January–August 2022", "1—8月", "Jan–Aug"),
            (
                "2020-11/2021-02",
                "2020年11月—2021年2月",
                "November 2020–February 2021",
                "2020年11月—2021年2月",
                "Nov 2020–Feb 2021",
            ),
            (
                "2020-01-01/2020-10-14",
                "2020年1月1日—10月14日",
                "1 January–14 October 2020",
                "1月1日—10月14日",
                "1 Jan–14 Oct",
            ),
            ("2022-07-01/2022-07-07", "2022年7月1—7日", "1–7 July 2022", "7月1—7日", "1–7 Jul"),
            (
                "2020-11-03/2021-02-05",
                "2020年11月3日—2021年2月5日",
                "3 November 2020–5 February 2021",
                "2020年11月3日—2021年2月5日",
                "3 Nov 2020–5 Feb 2021",
            ),
            ("2016/2020", "2016—2020年", "2016–2020", "2016—2020年", "2016–2020"),
            (
                "plan:13",
                "“十三五”时期（2016—2020年）",
                "the 13th Five-Year Plan period (2016–2020)",
                "“十三五”",
                "13th FYP",
            ),
        ] {
            let period = Period::parse(notation).unwrap();
            assert_eq!(period.write(Lang::Zh), zh);
            assert_eq!(period.write(Lang::En), en);
            assert_eq!(period.write_short(Lang::Zh), short_zh);
            assert_eq!(period.write_short(Lang::En), short_en);
        }
    }

    #[test]
    fn plans_are_numbered_as_they_are_called() {
        for (number, zh, en) in [
            (1, "“一五”", "1st"),
            (2, "“二五”", "2nd"),
            (3, "“三五”", "3rd"),
            (10, "“十五”", "10th"),
            (11, "“十一五”", "11th"),
            (15, "“十五五”", "15th"),
            (20, "“二十五”", "20th"),
            (21, "“二十一五”", "21st"),
            (30, "“三十五”", "30th"),
        ] {
            assert_eq!(plan_zh(number), zh);
            assert_eq!(ordinal(number), en);
        }
    }
}
