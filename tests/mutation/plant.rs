//! Mistakes, one at a time: what is written where, and what should find it.

use std::ops::{Range, RangeInclusive};

use gongbao::analysis::{Basis, Index, Reading, words};
use gongbao::content::{Bulletin, Dimension, Figure};
use gongbao::diagnostic::Code;
use gongbao::figure::{Amount, Quantity};
use gongbao::lang::Lang;
use rust_decimal::Decimal;

use super::bench::Sample;
use super::words as prose;

/// How many mistakes of a kind are planted; of more possible ones, every so-many-eth is taken.
const MOST: usize = 400;

/// A mistake.
#[derive(Clone, Debug)]
pub(crate) struct Planted {
    pub(crate) kind: &'static str,
    pub(crate) file: String,
    /// The bytes of the clean file that it replaces.
    pub(crate) at: Range<usize>,
    pub(crate) with: String,
    /// Any of these is right.
    pub(crate) codes: &'static [Code],
    /// Where it should be reported, if that is not the line where it stands.
    pub(crate) reported: Option<(String, RangeInclusive<usize>)>,
}

impl Planted {
    pub(crate) fn new(
        kind: &'static str,
        file: &str,
        at: Range<usize>,
        with: String,
        codes: &'static [Code],
    ) -> Self {
        Planted { kind, file: file.to_owned(), at, with, codes, reported: None }
    }

    pub(crate) fn in_text(&self, clean: &str) -> String {
        format!("{}{}{}", &clean[..self.at.start], self.with, &clean[self.at.end..])
    }

    pub(crate) fn reported_in(&self) -> &str {
        self.reported.as_ref().map_or(&self.file, |(file, _)| file)
    }

    /// The lines at which it may be reported.
    pub(crate) fn lines(&self, clean: &str) -> RangeInclusive<usize> {
        if let Some((_, lines)) = &self.reported {
            return lines.clone();
        }
        let line = line_at(clean, self.at.start);
        line..=line + self.with.matches('\n').count()
    }

    pub(crate) fn describe(&self, sample: &Sample) -> String {
        let clean = sample.text(&self.file);
        let (line, was) = (line_at(clean, self.at.start), &clean[self.at.clone()]);
        format!("MISSED {}: {}:{line} `{was}` became `{}`", self.kind, self.file, self.with)
    }
}

/// The number of the line, from 1, that holds a byte.
pub(crate) fn line_at(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count() + 1
}

/// A figure directive in a narrative.
pub(crate) struct Place<'s> {
    pub(crate) bulletin: &'s Bulletin,
    pub(crate) reading: Reading<'s>,
    pub(crate) field: &'s str,
    pub(crate) lang: Lang,
    pub(crate) file: String,
    pub(crate) at: Range<usize>,
    pub(crate) text: &'s str,
}

/// Every mistake, in a fixed order.
pub(crate) fn all(sample: &Sample) -> Vec<Planted> {
    let index = Index::new(&sample.content);
    let places = places(sample, &index);
    let mut kinds: Vec<Vec<Planted>> = vec![
        values(&places, "a factor of ten between 亿 and billion", &[Code::PowerOfTen], by_ten),
        values(&places, "万 for 亿, million for billion", &[Code::PowerOfTen], by_unit),
        values(&places, "a digit changed", &[Code::FiguresDiffer, Code::PowerOfTen], digit_changed),
        values(&places, "two digits swapped", &[Code::FiguresDiffer, Code::PowerOfTen], digits_swapped),
        another_row(&places),
        percent_and_points(&places),
        multiples(&places),
        prose::thresholds(sample),
        prose::plan_years(sample),
        prose::places_by_a_character(sample),
        prose::people_by_a_character(sample),
        prose::sibling_places(sample),
        prose::left_out(sample),
        figures(sample, &index, "a part above its whole", part_above_whole),
        figures(sample, &index, "a plan share that does not follow", wrong_share),
        restated(sample),
    ];
    kinds.iter_mut().for_each(thin);
    kinds.concat()
}

fn thin(planted: &mut Vec<Planted>) {
    let every = planted.len().div_ceil(MOST).max(1);
    let mut at = 0;
    planted.retain(|_| {
        at += 1;
        at % every == 0
    });
}

/// The files of a bulletin's narratives.
pub(crate) fn narratives(sample: &Sample) -> impl Iterator<Item = (&Bulletin, Lang, String, &str)> {
    sample.content.bulletins.iter().filter(|bulletin| both(bulletin)).flat_map(move |bulletin| {
        Lang::BOTH.into_iter().filter_map(move |lang| {
            let narrative = bulletin.narratives.get(lang).as_ref()?;
            let file = sample.content.sources.path(narrative.source).to_owned();
            Some((bulletin, lang, file, &*narrative.text))
        })
    })
}

fn both(bulletin: &Bulletin) -> bool {
    bulletin.narratives.zh.is_some() && bulletin.narratives.en.is_some()
}

fn places<'s>(sample: &'s Sample, index: &'s Index<'s>) -> Vec<Place<'s>> {
    let mut places = Vec::new();
    for (bulletin, lang, file, text) in narratives(sample) {
        let starts = text.match_indices("{{").map(|(start, _)| start);
        for start in starts {
            let Some(length) = text[start..].find("}}") else { continue };
            let inside = text[start + 2..start + length].trim();
            let (id, field) = inside.split_once('.').unwrap_or((inside, ""));
            let Some(figure) = bulletin.figures.values().find(|figure| figure.id.value.as_str() == id) else {
                continue;
            };
            let Some(reading) = index.reading(bulletin, figure) else { continue };
            let at = start..start + length + 2;
            places.push(Place { bulletin, reading, field, lang, file: file.clone(), at, text });
        }
    }
    places
}

/// The figure typed, with a mistake, where its directive stands in one language.
fn values(
    places: &[Place<'_>],
    kind: &'static str,
    codes: &'static [Code],
    mistake: impl Fn(&Place<'_>) -> Option<String>,
) -> Vec<Planted> {
    let places = places.iter().filter(|place| place.field.is_empty());
    places
        .filter_map(|place| Some(Planted::new(kind, &place.file, place.at.clone(), mistake(place)?, codes)))
        .collect()
}

fn written(place: &Place<'_>, quantity: Quantity) -> String {
    Amount { quantity, ..place.reading.amount }.write(place.lang)
}

fn by_ten(place: &Place<'_>) -> Option<String> {
    let quantity = place.reading.amount.quantity;
    let is_down = place.at.start.is_multiple_of(2);
    let factor = if is_down { Decimal::new(1, 1) } else { Decimal::TEN };
    quantity
        .unit
        .is_money()
        .then(|| written(place, Quantity { number: (quantity.number * factor).normalize(), ..quantity }))
}

fn by_unit(place: &Place<'_>) -> Option<String> {
    let written = place.reading.amount.write(place.lang);
    [
        ("万元", "亿元"),
        ("亿元", "万元"),
        ("万美元", "亿美元"),
        ("亿美元", "万美元"),
        ("billion", "million"),
        ("million", "billion"),
    ]
    .into_iter()
    .find(|(unit, _)| written.ends_with(unit))
    .map(|(unit, other)| written.replace(unit, other))
}

fn digit_changed(place: &Place<'_>) -> Option<String> {
    let written = place.reading.amount.write(place.lang);
    let digits: Vec<usize> = written.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = *digits.get(place.at.start % digits.len().max(1))?;
    let digit = written[at..].chars().next()?.to_digit(10)?;
    let other = if digit == 9 { 8 } else { digit + 1 };
    Some(format!("{}{other}{}", &written[..at], &written[at + 1..]))
}

fn digits_swapped(place: &Place<'_>) -> Option<String> {
    let written = place.reading.amount.write(place.lang);
    let bytes = written.as_bytes();
    let mut swaps = (0..bytes.len().saturating_sub(1)).filter(|&at| {
        let (one, two) = (bytes[at], bytes[at + 1]);
        let leads = at == 0 || !bytes[at - 1].is_ascii_digit() && bytes[at - 1] != b'.';
        one.is_ascii_digit() && two.is_ascii_digit() && one != two && !(leads && two == b'0')
    });
    let at = swaps.next_back()?;
    let mut swapped = bytes.to_vec();
    swapped.swap(at, at + 1);
    String::from_utf8(swapped).ok()
}

/// Another figure of the bulletin in the same unit.
fn another_row(places: &[Place<'_>]) -> Vec<Planted> {
    let codes: &[Code] = &[Code::FiguresDiffer, Code::PowerOfTen];
    values(places, "the figure of another row", codes, |place| {
        let own = place.reading.amount.quantity;
        let others = place.bulletin.figures.values().map(|figure| figure.value.value);
        let mut others =
            others.filter(|other| other.quantity.unit == own.unit && other.quantity.value() != own.value());
        let count = others.clone().count();
        others.nth(place.at.start % count.max(1)).map(|other| other.write(place.lang))
    })
}

/// 0.3个百分点 as 0.3%, and up 210% as up 210 percentage points.
fn percent_and_points(places: &[Place<'_>]) -> Vec<Planted> {
    let mistake = |place: &Place<'_>| {
        let (lang, reading) = (place.lang, &place.reading);
        let written = match place.field {
            "yoy" => words::year_on_year(&reading.year_on_year()?, lang),
            "mom" => words::month_on_month(&reading.month_on_month()?, lang),
            "pace" => words::pace(&reading.progress()?, lang),
            _ => return None,
        };
        let points = match lang {
            Lang::Zh => "个百分点",
            Lang::En if written.contains("percentage points") => "percentage points",
            Lang::En => "percentage point",
        };
        let wrong = if written.contains(points) {
            written.replace('\u{a0}', " ").replace(&format!(" {points}"), "%").replace(points, "%")
        } else {
            let space = if lang == Lang::En { " percentage points" } else { points };
            written.replace('%', space)
        };
        (wrong != written).then(|| {
            Planted::new(
                "per cent for percentage points",
                &place.file,
                place.at.clone(),
                wrong,
                &[Code::Points],
            )
        })
    };
    places.iter().filter_map(mistake).collect()
}

/// 增长210% is 是上年同期的3.1倍, and neither 是2.1倍 nor 增长3.1倍; 是…的1.4倍 is not 增长1.4倍.
fn multiples(places: &[Place<'_>]) -> Vec<Planted> {
    let is = |place: &Place<'_>| {
        let grew = growth(place).filter(|grew| *grew >= Decimal::ONE)?;
        let grew = words::number(grew, place.lang);
        let with = match place.lang {
            Lang::Zh => format!("是上年同期的{grew}倍"),
            Lang::En => format!("{grew} times that of a year earlier"),
        };
        Some(multiple(place, place.at.clone(), with))
    };
    let grew = |place: &Place<'_>| {
        let ratio = words::number(growth(place)?.checked_add(Decimal::ONE)?.normalize(), place.lang);
        let with = match place.lang {
            Lang::Zh => format!("同比增长{ratio}倍"),
            Lang::En => format!("up {ratio} times year on year"),
        };
        Some(multiple(place, place.at.clone(), with))
    };
    let times = |place: &Place<'_>| {
        let multiple = (place.field == "times").then(|| place.reading.multiple()).flatten()?;
        times_grown(place, &words::number(multiple.ratio, place.lang))
    };
    places.iter().flat_map(|place| [is(place), grew(place), times(place)]).flatten().collect()
}

/// By what part of itself a figure grew in a year, where the narrative prints that and at least a tenth was added.
fn growth(place: &Place<'_>) -> Option<Decimal> {
    let change = (place.field == "yoy").then(|| place.reading.year_on_year()).flatten()?;
    let grew = (change.value / Decimal::ONE_HUNDRED).normalize();
    (grew >= Decimal::new(1, 1)).then_some(grew)
}

fn multiple(place: &Place<'_>, at: Range<usize>, with: String) -> Planted {
    Planted::new("是 for 增长 before 倍", &place.file, at, with, &[Code::Multiple])
}

/// The words around are part of the mistake: 是“十二五”时期的1.4倍 becomes 比“十二五”时期增长1.4倍.
fn times_grown(place: &Place<'_>, ratio: &str) -> Option<Planted> {
    let (start, end, with) = match place.lang {
        Lang::Zh => {
            let clause = place.text[..place.at.start].rfind(['，', '。', '；'])?;
            let is = clause + place.text[clause..place.at.start].rfind('是')?;
            let of = place.text[is..place.at.start].trim_end().strip_suffix('的')?;
            let than = of.strip_prefix('是')?;
            (is, place.at.end, format!("比{than}增长{ratio}倍"))
        }
        Lang::En => {
            let after = &place.text[place.at.end..];
            let as_much = [" as much as", " as many as", " as much", " as many", " that of"];
            let words = as_much.into_iter().find(|words| after.starts_with(words))?;
            let than = if words.ends_with(" as") || words.ends_with("of") { " more than" } else { " more" };
            (place.at.start, place.at.end + words.len(), format!("{ratio} times{than}"))
        }
    };
    Some(multiple(place, start..end, with))
}

type OnFigure = fn(&Bulletin, &Figure, &Index<'_>) -> Vec<(Range<usize>, String, &'static [Code])>;

/// Mistakes in metrics.toml.
fn figures(sample: &Sample, index: &Index<'_>, kind: &'static str, mistake: OnFigure) -> Vec<Planted> {
    let mut planted = Vec::new();
    for bulletin in &sample.content.bulletins {
        for figure in bulletin.figures.values() {
            let file = sample.content.sources.path(figure.value.span.source);
            let made = mistake(bulletin, figure, index);
            planted
                .extend(made.into_iter().map(|(at, with, codes)| Planted::new(kind, file, at, with, codes)));
        }
    }
    planted
}

fn part_above_whole(
    bulletin: &Bulletin,
    figure: &Figure,
    index: &Index<'_>,
) -> Vec<(Range<usize>, String, &'static [Code])> {
    let above = |whole: Quantity| {
        let number = whole.number * Decimal::TWO + Decimal::ONE;
        format!(
            "\"{}\"",
            Amount { quantity: Quantity { number, ..whole }, ..figure.value.value }.write(Lang::Zh)
        )
    };
    let cells = figure.breakdowns.iter().filter(|breakdown| !matches!(breakdown.dimension, Dimension::Stage));
    let cells = cells.flat_map(|breakdown| &breakdown.cells);
    let mut made: Vec<_> = cells
        .map(|cell| (cell.value.span.range(), above(figure.value.value.quantity), &[Code::Parts][..]))
        .collect();
    if let Some(whole) = index.whole_of(bulletin, figure) {
        made.push((figure.value.span.range(), above(whole.value.value.quantity), &[Code::Parts]));
    }
    made
}

/// Another share than the announced one, or one that is announced where the plan's target says otherwise.
fn wrong_share(
    bulletin: &Bulletin,
    figure: &Figure,
    index: &Index<'_>,
) -> Vec<(Range<usize>, String, &'static [Code])> {
    let progress = index.reading(bulletin, figure).and_then(|reading| reading.progress());
    let Some(progress) =
        progress.filter(|progress| progress.target.is_some_and(|target| target.basis == Basis::Announced))
    else {
        return Vec::new();
    };
    let announced = figure.comparison.plan.as_ref();
    let share = announced.map_or_else(|| progress.share.percent.round_dp(1), |share| share.value);
    [3, -4, 10]
        .into_iter()
        .map(|by| {
            let wrong = format!("\"{}%\"", share + Decimal::from(by));
            match announced {
                Some(share) => (share.span.range(), wrong, &[Code::PlanShare][..]),
                None => {
                    let end = figure.value.span.range().end;
                    (end..end, format!("\nplan = {wrong}"), &[Code::PlanShare][..])
                }
            }
        })
        .collect()
}

/// A figure of the bulletin before, told again with another last digit, and no word about it.
fn restated(sample: &Sample) -> Vec<Planted> {
    let mut bulletins: Vec<&Bulletin> = sample.content.bulletins.iter().collect();
    bulletins.sort_by_key(|bulletin| (bulletin.place.value.clone(), bulletin.released.value.last_day()));
    let followers = bulletins.windows(2).filter(|pair| pair[0].place.value == pair[1].place.value);
    let mut planted = Vec::new();
    for pair in followers {
        let Some(last) = pair[1].figures.values().last() else { continue };
        let file = sample.content.sources.path(last.value.span.source);
        let end = sample.text(file).len();
        for figure in pair[0].figures.values().filter(|figure| figure.project.is_none()) {
            let quantity = figure.value.value.quantity;
            let number = quantity.number + Decimal::new(1, quantity.number.scale());
            let other = Amount { quantity: Quantity { number, ..quantity }, ..figure.value.value };
            let with = format!(
                "\n[told_again]\nindicator = \"{}\"\nplace = \"{}\"\nperiod = \"{}\"\nvalue = \"{}\"\n",
                figure.indicator.value,
                figure.place.value,
                figure.period.value.notation(),
                other.write(Lang::Zh)
            );
            let kind = "a published figure restated";
            planted.push(Planted::new(kind, file, end..end, with, &[Code::Restated]));
        }
    }
    planted
}
