//! projects/: the project register.

use jiff::civil::Date;

use super::{Id, Located};
use crate::figure::{Amount, Period};
use crate::lang::{Lang, Name, Text};

/// A project.
#[derive(Debug)]
pub struct Project {
    /// Its id (the file's name) and where it stands.
    pub id: Located<Id>,
    /// Its name.
    pub name: Name,
    /// Languages in which the name is deduced rather than found.
    pub unverified: Vec<Lang>,
    /// Who invests.
    pub investor: Option<Name>,
    /// Where it is.
    pub place: Located<Id>,
    /// Where exactly.
    pub site: Option<Text>,
    /// Its industry chain.
    pub chain: Option<Located<Id>>,
    /// Total planned investment.
    pub investment: Option<Located<Amount>>,
    /// Funds in place so far.
    pub in_place: Option<Located<Amount>>,
    /// The day on which that stood.
    pub in_place_at: Option<Date>,
    /// What it will make.
    pub capacity: Vec<Capacity>,
    /// A short paragraph.
    pub description: Option<Text>,
    /// Whether its name and investor are shown.
    pub disclosure: Disclosure,
    /// Who published it.
    pub source: Option<Text>,
    /// The stages reached, in the order of the file.
    pub stages: Vec<StageReached>,
    /// The slots of 五个一.
    pub five_ones: Vec<FiveOnesSlot>,
}

/// What a project makes.
#[derive(Debug)]
pub struct Capacity {
    /// The product.
    pub what: Text,
    /// How much of it.
    pub value: Located<Amount>,
}

/// Whether a project's name and investor are shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Disclosure {
    /// They are.
    #[default]
    Public,
    /// They are not; the project is counted all the same.
    Withheld,
}

/// A stage that a project reached.
#[derive(Debug)]
pub struct StageReached {
    /// The stage.
    pub stage: Located<Id>,
    /// When: a day, month, quarter or year, where it is known.
    pub date: Option<Located<Period>>,
}

/// A slot of 五个一 and who holds it.
#[derive(Debug)]
pub struct FiveOnesSlot {
    /// The slot.
    pub slot: Text,
    /// Who holds it.
    pub holder: Text,
}
