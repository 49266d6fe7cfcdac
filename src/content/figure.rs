//! metrics.toml and history/: the figures.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Id, Located};
use crate::figure::{Amount, Period};
use crate::lang::Text;

/// A figure: stated once, used everywhere.
#[derive(Debug)]
pub struct Figure {
    /// The name that narratives and charts use, and where it stands.
    pub id: Located<Id>,
    /// Whose value it is.
    pub indicator: Located<Id>,
    /// Of which place.
    pub place: Located<Id>,
    /// Over which period.
    pub period: Located<Period>,
    /// The value.
    pub value: Located<Amount>,
    /// Changes and shares, as announced.
    pub comparison: Comparison,
    /// The figure of the same file that this one is a part of.
    pub part_of: Option<Located<Id>>,
    /// The project whose figure it is; such a figure says nothing of its place as a whole.
    pub project: Option<Located<Id>>,
    /// What the stages of `by_stage` are stages of.
    pub cohort: Option<Text>,
    /// Its breakdowns, in the order of the file.
    pub breakdowns: Vec<Breakdown>,
    /// A footnote.
    pub note: Option<Text>,
    /// How final it is; the bulletin's when not said.
    pub status: Option<Status>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a figure comes from.
#[derive(Default, Debug)]
pub struct Origin {
    /// Who published it.
    pub source: Option<Text>,
    /// The words of the source.
    pub quote: Option<Text>,
    /// How it was worked out, where the source does not print it.
    pub derived: Option<Text>,
    /// When it was published, where that is known (history/ only).
    pub published: Option<Date>,
}

/// What a figure is compared with, as announced. Percentages are as written: 210 for +210%.
#[derive(Clone, Default, Debug)]
pub struct Comparison {
    /// Year on year, per cent (percentage points for a ratio).
    pub yoy: Option<Located<Decimal>>,
    /// Month on month, per cent.
    pub mom: Option<Located<Decimal>>,
    /// Share of the plan, per cent.
    pub plan: Option<Located<Decimal>>,
    /// The value of the period compared with.
    pub base: Option<Located<Amount>>,
    /// How many times as much as in another period.
    pub times: Option<Times>,
}

/// "1.4 times as much as in": not "up 1.4 times".
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// 1.4 for 40 % more.
    pub ratio: Located<Decimal>,
    /// The period that is 1.
    pub of: Located<Period>,
}

/// How final a figure or a bulletin is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Status {
    Preliminary,
    #[default]
    Final,
    Revised,
}

/// A figure taken apart along one dimension.
#[derive(Debug)]
pub struct Breakdown {
    /// Along what.
    pub dimension: Dimension,
    /// Its cells, in the order of the file.
    pub cells: Vec<Cell>,
}

/// What figures are taken apart by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Dimension {
    Month,
    Quarter,
    Year,
    Place,
    Chain,
    Stage,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Dimension; 6] = [
        Dimension::Month,
        Dimension::Quarter,
        Dimension::Year,
        Dimension::Place,
        Dimension::Chain,
        Dimension::Stage,
    ];

    /// The key of its table in metrics.toml.
    pub fn key(self) -> &'static str {
        match self {
            Dimension::Month => "by_month",
            Dimension::Quarter => "by_quarter",
            Dimension::Year => "by_year",
            Dimension::Place => "by_place",
            Dimension::Chain => "by_chain",
            Dimension::Stage => "by_stage",
        }
    }
}

/// One cell of a breakdown.
#[derive(Debug)]
pub struct Cell {
    /// Which part.
    pub key: Located<CellKey>,
    /// Its value.
    pub value: Located<Amount>,
    /// Its own change and share, as announced.
    pub comparison: Comparison,
}

/// Which part of the whole a cell is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum CellKey {
    /// A part in time.
    Period(Period),
    /// A place, chain or stage.
    Id(Id),
}

impl Figure {
    /// The breakdown along a dimension, if the figure has it.
    pub fn breakdown(&self, dimension: Dimension) -> Option<&Breakdown> {
        self.breakdowns.iter().find(|breakdown| breakdown.dimension == dimension)
    }
}
