//! Directives about a figure: its value, its fields, the cells of its breakdowns.

use super::Printer;
use super::refusal::{no_value, unknown, which_cell};
use crate::analysis::{Reading, words};
use crate::check::names;
use crate::content::{Bulletin, CellKey, Dimension, Figure, Id};
use crate::diagnostic::Code;
use crate::figure::Period;
use crate::lang::Lang;
use crate::markdown::Refusal;

/// How a field of a figure is made, and the class of what it prints.
type Field = (fn(&Reading<'_>, Lang) -> Option<String>, Option<&'static str>);

/// A value, which no line may break.
const VALUE: Option<&str> = Some("figure");
/// Words around a number.
const PHRASE: Option<&str> = Some("phrase");

/// What may be asked of a figure, as `{{ figure.field }}`.
const FIELDS: [(&str, Field); 10] = [
    ("yoy", (|reading, lang| Some(words::year_on_year(&reading.year_on_year()?, lang)), PHRASE)),
    ("mom", (|reading, lang| Some(words::month_on_month(&reading.month_on_month()?, lang)), PHRASE)),
    ("plan", (|reading, lang| Some(words::percent(reading.progress()?.share.percent, lang)), VALUE)),
    ("pace", (|reading, lang| Some(words::pace(&reading.progress()?, lang)), PHRASE)),
    ("times", (times, VALUE)),
    ("base", (base, VALUE)),
    ("period", (|reading, lang| Some(words::era(reading.period, lang)), None)),
    (
        "place",
        (|reading, lang| Some(reading.place.name_on(reading.period.last_day()).get(lang).clone()), None),
    ),
    ("name", (|reading, lang| Some(reading.indicator.name.get(lang).clone()), None)),
    ("definition", (|reading, lang| Some(reading.indicator.definition.get(lang).clone()), None)),
];

/// The class of what a figure directive prints.
pub(super) fn class(path: &[String]) -> Option<&'static str> {
    let [field] = path else { return VALUE };
    FIELDS.iter().find(|(known, _)| known == field).map_or(VALUE, |(_, (_, class))| *class)
}

fn times(reading: &Reading<'_>, lang: Lang) -> Option<String> {
    let ratio = words::number(reading.multiple()?.ratio, lang);
    Some(match lang {
        Lang::Zh => format!("{ratio}倍"),
        Lang::En => format!("{ratio} times"),
    })
}

fn base(reading: &Reading<'_>, lang: Lang) -> Option<String> {
    let base = reading.year_before().or_else(|| reading.multiple()?.base)?;
    Some(base.amount.write(lang))
}

impl Printer<'_, '_, '_> {
    /// What a figure directive prints.
    pub(super) fn figure(&self, id: &Id, path: &[String]) -> Result<String, Refusal> {
        let (_, bulletin) = self.bulletin()?;
        let figure = bulletin.figures.get(id).ok_or_else(|| {
            unknown(Code::UnknownName, &names::figures(bulletin, self.content()), id.as_str())
        })?;
        // Its indicator or place is unknown, as its own file is told.
        let reading = self.frame.site.index.reading(bulletin, figure).ok_or(Refusal::Reported)?;
        match path {
            [] => Ok(reading.amount.write(self.frame.lang)),
            [field] => self.field(bulletin, figure, &reading, field),
            [dimension, rest @ ..] => self.cell(bulletin, figure, dimension, &rest.join(".")),
        }
    }

    fn field(
        &self,
        bulletin: &Bulletin,
        figure: &Figure,
        reading: &Reading<'_>,
        name: &str,
    ) -> Result<String, Refusal> {
        let id = &figure.id.value;
        if let Some((_, (field, _))) = FIELDS.iter().find(|(known, _)| *known == name) {
            return field(reading, self.frame.lang).ok_or_else(|| self.lacks(bulletin, id, name, name));
        }
        match dimension(name) {
            Some(dimension) => {
                let cell = figure.breakdown(dimension).and_then(|breakdown| breakdown.cells.first());
                let cell = cell.ok_or_else(|| self.lacks(bulletin, id, name, name))?;
                Err(which_cell(id, name, &key(&cell.key.value)))
            }
            None => {
                let fields = FIELDS.iter().map(|(name, _)| *name);
                let known: Vec<&str> = fields.chain(dimensions()).collect();
                Err(self.not_one_of(("指标字段", "field of a figure"), &known, name))
            }
        }
    }

    /// One cell of a breakdown: `by_place.nanhu`, `by_month.2022-01`.
    fn cell(
        &self,
        bulletin: &Bulletin,
        figure: &Figure,
        name: &str,
        wanted: &str,
    ) -> Result<String, Refusal> {
        let known = || dimensions().collect::<Vec<_>>();
        let dimension =
            dimension(name).ok_or_else(|| self.not_one_of(("分组", "breakdown"), &known(), name))?;
        let breakdown = figure.breakdown(dimension);
        let breakdown = breakdown.ok_or_else(|| self.lacks(bulletin, &figure.id.value, name, name))?;
        // 2022-1 and 2022-01 are the same month.
        let same = Period::parse(wanted).map_or_else(|_| wanted.to_owned(), |period| period.notation());
        match breakdown.cells.iter().find(|cell| key(&cell.key.value) == same) {
            Some(cell) => Ok(cell.value.value.write(self.frame.lang)),
            None if self.content().is_patchy_around(bulletin) => Err(Refusal::Reported),
            None => {
                let keys: Vec<String> = breakdown.cells.iter().map(|cell| key(&cell.key.value)).collect();
                let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
                let (zh, en) = (format!("{name}分项"), format!("cell of {name}"));
                Err(self.not_one_of((&zh, &en), &keys, wanted))
            }
        }
    }

    /// What a figure lacks may be what could not be read.
    pub(super) fn lacks(&self, bulletin: &Bulletin, id: &Id, zh: &str, en: &str) -> Refusal {
        if self.content().is_patchy_around(bulletin) { Refusal::Reported } else { no_value(id, zh, en) }
    }

    fn not_one_of(&self, what: (&str, &str), words: &[&str], name: &str) -> Refusal {
        unknown(Code::UnknownName, &names::words(what, words, self.content()), name)
    }
}

fn dimension(name: &str) -> Option<Dimension> {
    Dimension::ALL.into_iter().find(|known| known.key() == name)
}

fn dimensions() -> impl Iterator<Item = &'static str> {
    Dimension::ALL.into_iter().map(Dimension::key)
}

/// A cell's key as it is written.
fn key(key: &CellKey) -> String {
    match key {
        CellKey::Id(id) => id.to_string(),
        CellKey::Period(period) => period.notation(),
    }
}
