//! registry/: what is true beyond one bulletin.

use jiff::civil::Date;

use super::{ById, Id, Located};
use crate::figure::{Magnitude, Period, Unit, UnitKind};
use crate::lang::{Both, Lang, Name, Text};

/// The whole registry; each map in the order of its file.
#[derive(Default, Debug)]
pub struct Registry {
    /// indicators.toml.
    pub indicators: ById<Indicator>,
    /// places.toml.
    pub places: ById<Place>,
    /// people.toml.
    pub people: ById<Person>,
    /// terms.toml.
    pub terms: ById<Term>,
    /// chains.toml.
    pub chains: ById<Chain>,
    /// stages.toml, in the order of the life cycle.
    pub stages: ById<Stage>,
}

/// A statistical indicator.
#[derive(Debug)]
pub struct Indicator {
    /// Its id and where it is defined.
    pub id: Located<Id>,
    /// Its name.
    pub name: Text,
    /// A shorter name for charts and boards.
    pub short: Option<Text>,
    /// The unit of its values.
    pub unit: Unit,
    /// The magnitude of bare numbers: `unit = "亿元"` makes 458 mean 458亿元.
    pub magnitude: Magnitude,
    /// What a count counts, in English.
    pub noun: Option<Noun>,
    /// How its values behave in time.
    pub kind: IndicatorKind,
    /// What it means, with thresholds.
    pub definition: Text,
    /// Who compiles it.
    pub source: Option<Text>,
    /// Digits after the point of derived values.
    pub decimals: Option<u8>,
    /// The indicator that this one is a part of.
    pub part_of: Option<Located<Id>>,
}

impl Indicator {
    /// Whether its changes are measured in percentage points: a rate in per cent is, an average in days is not.
    pub fn changes_in_points(&self) -> bool {
        self.kind == IndicatorKind::Ratio
            && matches!(self.unit.kind, UnitKind::Percent | UnitKind::PercentagePoint)
    }

    /// The short name if there is one, else the name.
    pub fn label(&self, lang: Lang) -> &str {
        self.short.as_ref().unwrap_or(&self.name).get(lang)
    }
}

/// An English noun.
#[derive(Debug)]
pub struct Noun {
    /// `project`.
    pub one: String,
    /// `projects`.
    pub other: String,
}

/// How values of an indicator behave in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IndicatorKind {
    /// An amount that accumulates over a period.
    Flow,
    /// A level at the end of a period.
    Stock,
    /// A number of events or things that accumulates over a period.
    Count,
    /// A share or rate; never added.
    Ratio,
}

/// A region.
#[derive(Debug)]
pub struct Place {
    /// Its id and where it is defined.
    pub id: Located<Id>,
    /// Its name today.
    pub name: Text,
    /// Its name with what it lies in.
    pub full: Option<Text>,
    /// Its rank.
    pub level: Level,
    /// What it lies in.
    pub parent: Option<Located<Id>>,
    /// GB/T 2260 code.
    pub code: Option<String>,
    /// The first day of its existence.
    pub valid_from: Option<Date>,
    /// The last day of its existence.
    pub valid_to: Option<Date>,
    /// Whether it is invented.
    pub demonstration: bool,
    /// A sentence or two about it.
    pub description: Option<Text>,
    /// Earlier names, oldest first.
    pub former: Vec<FormerName>,
}

impl Place {
    /// The name that was in force on a day.
    pub fn name_on(&self, day: Date) -> &Text {
        self.former.iter().find(|former| day < former.until).map_or(&self.name, |former| &former.name)
    }
}

/// A name that a place bore until a day.
#[derive(Debug)]
pub struct FormerName {
    /// The name.
    pub name: Text,
    /// The rank then.
    pub level: Level,
    /// The first day of the next name.
    pub until: Date,
}

/// The rank of a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Level {
    Country,
    Province,
    Prefecture,
    County,
    Zone,
    Township,
}

/// A person who is named in bulletins.
#[derive(Debug)]
pub struct Person {
    /// Id and where it is defined.
    pub id: Located<Id>,
    /// The name.
    pub name: Name,
    /// Offices held.
    pub terms: Vec<TermOfOffice>,
    /// Languages in which the name is deduced rather than found.
    pub unverified: Vec<Lang>,
}

/// An office held.
#[derive(Debug)]
pub struct TermOfOffice {
    /// Where.
    pub place: Option<Located<Id>>,
    /// The title.
    pub title: Text,
    /// Since when.
    pub from: Option<Period>,
    /// Until when.
    pub to: Option<Period>,
}

/// A term and its rendering.
#[derive(Debug)]
pub struct Term {
    /// Id and where it is defined.
    pub id: Located<Id>,
    /// The term.
    pub name: Text,
    /// Renderings that must not be used.
    pub forbidden: Both<Vec<String>>,
    /// When to use it.
    pub note: Option<Text>,
}

/// An industry chain.
#[derive(Debug)]
pub struct Chain {
    /// Id and where it is defined.
    pub id: Located<Id>,
    /// The name.
    pub name: Text,
    /// Whether it is the remainder.
    pub other: bool,
}

/// A stage of a project's life cycle.
#[derive(Debug)]
pub struct Stage {
    /// Id and where it is defined.
    pub id: Located<Id>,
    /// The name.
    pub name: Text,
    /// When it counts as reached.
    pub definition: Option<Text>,
}
