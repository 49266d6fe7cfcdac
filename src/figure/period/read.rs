//! Reading the names of periods, in either language.

use jiff::civil::Date;

use super::super::scan::Cursor;
use super::super::scan_amount;
use super::calendar::YEARS;
use super::write::{MONTHS, plan_zh};
use super::{Period, plan_years};

const DASHES: [&str; 8] = ["—", "–", "-", "−", "~", "至", "到", "to"];

/// What a part of a year is called, and the period that it makes of a year.
type Part = (&'static str, fn(i16) -> Period);

const PARTS_ZH: &[Part] = &[
    ("上半年", |year| Period::Half(year, 1)),
    ("下半年", |year| Period::Half(year, 2)),
    ("第一季度", |year| Period::Quarter(year, 1)),
    ("第二季度", |year| Period::Quarter(year, 2)),
    ("第三季度", |year| Period::Quarter(year, 3)),
    ("第四季度", |year| Period::Quarter(year, 4)),
    ("一季度", |year| Period::Quarter(year, 1)),
    ("二季度", |year| Period::Quarter(year, 2)),
    ("三季度", |year| Period::Quarter(year, 3)),
    ("四季度", |year| Period::Quarter(year, 4)),
    ("全年", Period::Year),
];

const PARTS_EN: &[Part] = &[
    ("first half of", |year| Period::Half(year, 1)),
    ("second half of", |year| Period::Half(year, 2)),
    ("first quarter of", |year| Period::Quarter(year, 1)),
    ("second quarter of", |year| Period::Quarter(year, 2)),
    ("third quarter of", |year| Period::Quarter(year, 3)),
    ("fourth quarter of", |year| Period::Quarter(year, 4)),
];

impl Period {
    /// Reads a text that is the full name of a period and nothing else, as [`Period::write`] writes it in either
    /// language; other dashes, 至 and "to" are understood too.
    pub fn read(text: &str) -> Option<Period> {
        let mut cursor = Cursor::new(text.trim());
        let period = named(&mut cursor)?;
        cursor.rest().is_empty().then_some(period)
    }
}

/// Reads the name of a period that `text` starts with: the period and the bytes that it takes up.
///
/// Bare numbers are taken for years if they are among 1900 to 2099 and no unit or fraction follows:
/// 2022 and 2016–2020, but not 2000 mu.
pub fn scan_period(text: &str) -> Option<(Period, usize)> {
    let mut cursor = Cursor::new(text);
    let period = named(&mut cursor)?;
    let end = cursor.at();
    let taken = text.get(..end)?;
    if taken.contains(char::is_alphabetic) {
        return Some((period, end));
    }
    let last_number = taken.trim_end_matches(char::is_numeric).len();
    let amount = text.get(last_number..).and_then(scan_amount);
    let goes_on = amount.is_some_and(|(_, length)| last_number + length > end);
    let is_recent = period.first_day().year() >= 1900 && period.year() < 2100;
    (is_recent && !goes_on).then_some((period, end))
}

type Reader = fn(&mut Cursor<'_>) -> Option<Period>;

fn named(cursor: &mut Cursor<'_>) -> Option<Period> {
    let names = [plan_in_chinese, plan_in_english, part_in_chinese, part_in_english];
    first_of(cursor, &names).or_else(|| dates(cursor))
}

fn dates(cursor: &mut Cursor<'_>) -> Option<Period> {
    first_of(cursor, &[dates_in_chinese, dates_in_english])
}

/// What the first reader that understands the text makes of it.
fn first_of(cursor: &mut Cursor<'_>, readers: &[Reader]) -> Option<Period> {
    readers.iter().find_map(|reader| {
        let mut ahead = *cursor;
        let period = reader(&mut ahead)?;
        *cursor = ahead;
        Some(period)
    })
}

fn plan_in_chinese(cursor: &mut Cursor<'_>) -> Option<Period> {
    if !cursor.rest().trim_start().starts_with('“') {
        return None;
    }
    let number = (1..=30).find(|number| cursor.skip(&plan_zh(*number)))?;
    let _ = cursor.skip("时期") || cursor.skip("期间");
    pass_years_of(cursor, number);
    Some(Period::Plan(number))
}

fn plan_in_english(cursor: &mut Cursor<'_>) -> Option<Period> {
    cursor.skip("the");
    cursor.space();
    let number =
        u8::try_from(cursor.short_integer()?.0).ok().filter(|number| plan_years(*number).is_some())?;
    ["st", "nd", "rd", "th"].into_iter().find(|ending| cursor.skip(ending))?;
    ["Five-Year Plan", "FYP"].into_iter().find(|name| cursor.skip(name))?;
    cursor.skip("period");
    pass_years_of(cursor, number);
    Some(Period::Plan(number))
}

/// Passes the years of a plan in brackets, if they are the right ones.
fn pass_years_of(cursor: &mut Cursor<'_>, number: u8) {
    let mut ahead = *cursor;
    let years = ahead.skip("(").then(|| dates(&mut ahead)).flatten();
    let own = plan_years(number).map(|(first, last)| Period::Years(first, last));
    if years.is_some() && years == own && ahead.skip(")") {
        *cursor = ahead;
    }
}

fn part_in_chinese(cursor: &mut Cursor<'_>) -> Option<Period> {
    let year = year(cursor)?;
    let part = cursor.skip("年").then(|| cursor.word(PARTS_ZH.iter().copied()))??;
    Some(part(year))
}

fn part_in_english(cursor: &mut Cursor<'_>) -> Option<Period> {
    cursor.skip("the");
    cursor.space();
    let part = cursor.word(PARTS_EN.iter().copied())?;
    cursor.space();
    year(cursor).map(part)
}

fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
    cursor
        .short_integer()
        .filter(|(_, length)| *length == 4)
        .map(|(year, _)| year)
        .filter(|year| YEARS.contains(year))
}

/// One end of a range, as far as it is written out.
#[derive(Clone, Copy, Default)]
struct Point {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

impl Point {
    /// The first and the last day of what is named.
    fn span(self) -> Option<(Date, Date)> {
        let year = self.year.filter(|year| YEARS.contains(year))?;
        let day = |month, day| Date::new(year, month, day).ok();
        match (self.month, self.day) {
            (None, None) => Some((day(1, 1)?, day(12, 31)?)),
            (Some(month), None) => day(month, 1).map(|first| (first, first.last_of_month())),
            (Some(month), Some(number)) => day(month, number).map(|day| (day, day)),
            (None, Some(_)) => None,
        }
    }

    fn grain(self) -> (bool, bool) {
        (self.month.is_some(), self.day.is_some())
    }

    /// With what it leaves out because `other` says it already: the year, and the month of a bare day.
    fn completed_by(self, other: Point) -> Point {
        let month = if self.day.is_some() && self.year.is_none() { other.month } else { None };
        Point { year: self.year.or(other.year), month: self.month.or(month), day: self.day }
    }
}

/// The period from one point to another of the same grain.
fn range(from: Point, to: Point) -> Option<Period> {
    let (first, last) = (from.span()?.0, to.span()?.1);
    (from.grain() == to.grain()).then(|| Period::between(first, last)).flatten()
}

fn dash(cursor: &mut Cursor<'_>) -> Option<()> {
    DASHES.into_iter().find(|dash| cursor.skip(dash)).map(|_| cursor.space())
}

/// 2022年, 2022年6月, 2022年7月7日 and ranges of them, in which the second end repeats only what changes
/// and the first leaves out the unit that the second names: 2022年1—8月, 2016—2020年.
fn dates_in_chinese(cursor: &mut Cursor<'_>) -> Option<Period> {
    let from = point_in_chinese(cursor);
    let mut ahead = *cursor;
    let loose = ahead.short_integer().map(|(number, _)| number);
    let to = dash(&mut ahead).map(|()| point_in_chinese(&mut ahead));
    let both = to.and_then(|to| range(with_loose(from, loose, to)?, to.completed_by(from)));
    if both.is_some() {
        *cursor = ahead;
    }
    both.or_else(|| range(from, from))
}

/// Gives a number without a unit the smallest unit of the other end.
fn with_loose(from: Point, loose: Option<i16>, to: Point) -> Option<Point> {
    let Some(number) = loose else { return Some(from) };
    let small = || i8::try_from(number).ok();
    Some(match to.grain() {
        (_, true) => Point { day: Some(small()?), ..from },
        (true, false) => Point { month: Some(small()?), ..from },
        (false, false) => Point { year: Some(number), ..from },
    })
}

/// What stands here of 2022年7月7日, perhaps nothing.
fn point_in_chinese(cursor: &mut Cursor<'_>) -> Point {
    let mut point = Point::default();
    let mut ahead = *cursor;
    while let Some((number, _)) = ahead.short_integer() {
        let small = i8::try_from(number).ok();
        match ahead.word([("年", 0), ("月", 1), ("日", 2)]) {
            Some(0) if point.grain() == (false, false) => point.year = Some(number),
            Some(1) if small.is_some() && point.day.is_none() => point.month = small,
            Some(2) if small.is_some() => point.day = small,
            _ => break,
        }
        *cursor = ahead;
    }
    point
}

/// 2022, June 2022, 7 July 2022 and ranges of them, in which the first end leaves out what the second says.
fn dates_in_english(cursor: &mut Cursor<'_>) -> Option<Period> {
    let from = point_in_english(cursor)?;
    let mut ahead = *cursor;
    let to = dash(&mut ahead).and_then(|()| point_in_english(&mut ahead));
    let both = to.and_then(|to| range(from.completed_by(to), to));
    if both.is_some() {
        *cursor = ahead;
    }
    both.or_else(|| range(from, from))
}

fn point_in_english(cursor: &mut Cursor<'_>) -> Option<Point> {
    let mut point = Point::default();
    let mut ahead = *cursor;
    match ahead.short_integer() {
        Some((year, 4)) => point.year = Some(year),
        Some((day, 1 | 2)) => point.day = i8::try_from(day).ok(),
        Some(_) => return None,
        None => {}
    }
    *cursor = ahead;
    if point.year.is_some() {
        return Some(point);
    }
    point.month = cursor.next_word(months());
    ahead = *cursor;
    ahead.space();
    if let Some(year) = year(&mut ahead) {
        point.year = Some(year);
        *cursor = ahead;
    }
    (point.day.is_some() || point.month.is_some()).then_some(point)
}

fn months() -> impl Iterator<Item = (&'static str, i8)> {
    (1..)
        .zip(MONTHS)
        .flat_map(|(number, name)| [name, name.get(..3).unwrap_or(name)].map(|name| (name, number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_their_variants() {
        for (text, notation) in [
            ("2022年全年", "2022"),
            ("2022年一季度", "2022-Q1"),
            ("2022年1-8月", "2022-01/2022-08"),
            ("2022年1至6月", "2022-H1"),
            ("2022年1月至8月", "2022-01/2022-08"),
            ("2020年1月1日至10月14日", "2020-01-01/2020-10-14"),
            ("2016－2020年", "2016/2020"),
            ("2016年—2020年", "2016/2020"),
            ("“十三五”", "plan:13"),
            ("“十三五”期间", "plan:13"),
            ("“十五”时期", "plan:10"),
            ("first half of 2022", "2022-H1"),
            ("January to August 2022", "2022-01/2022-08"),
            ("Jan 2022", "2022-01"),
            ("1 to 7 July 2022", "2022-07-01/2022-07-07"),
            ("13th Five-Year Plan", "plan:13"),
            ("the 13th five-year plan period (2016-2020)", "plan:13"),
        ] {
            assert_eq!(
                Period::read(text).map(|period| period.notation()).as_deref(),
                Some(notation),
                "{text}"
            );
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for text in [
            "",
            "年",
            "2022年13月",
            "2022年2月30日",
            "6月",
            "7 July",
            "May",
            "上半年",
            "十三五",
            "31st Five-Year Plan",
            "“十三五”时期（2011—2015年）",
            "2022年8—1月",
            "2022年1—",
            "0000年",
            "20222",
            "2022—8月",
            "first half of",
            "2022年400月",
            "200 July 2022",
            "2020年5月—2021年",
            "7–August 2022",
            "November–February 2021",
        ] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    #[test]
    fn periods_are_found_in_running_text() {
        for (text, taken, notation) in [
            ("2022年上半年，怀化", "2022年上半年", "2022-H1"),
            ("2022年121个项目", "2022年", "2022"),
            ("2022年3—5个项目", "2022年", "2022"),
            ("2022年1—8月完成", "2022年1—8月", "2022-01/2022-08"),
            ("the first half of 2022, the", "the first half of 2022", "2022-H1"),
            ("2022, the city", "2022", "2022"),
            ("7 July 2022.", "7 July 2022", "2022-07-07"),
            ("“十三五”时期，", "“十三五”时期", "plan:13"),
            ("“十三五”时期（2011—2015年）", "“十三五”时期", "plan:13"),
            ("2016–2020 was", "2016–2020", "2016/2020"),
        ] {
            let (period, length) = scan_period(text).unwrap();
            assert_eq!((&text[..length], period.notation().as_str()), (taken, notation));
        }
        for text in [
            "2000 mu",
            "2022.5",
            "2600–2700",
            "2000–2050 mu",
            "2600 projects",
            "121个",
            "3年",
            "May we",
            "17 percent",
        ] {
            assert_eq!(scan_period(text), None, "{text}");
        }
    }
}
