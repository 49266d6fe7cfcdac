//! What editors write, as types.
//!
//! The types mirror `docs/content.md`; [`load`] reads a folder into them and reports every mistake.

mod bulletin;
mod decode;
mod figure;
mod id;
mod load;
mod page;
mod project;
mod registry;
mod site;
mod translation;
mod trouble;

pub use bulletin::{Bulletin, ChartKind, ChartSpec, DatedText, ImageSpec, Narrative, NextRelease, Silence};
pub use figure::{Breakdown, Cell, CellKey, Comparison, Dimension, Figure, Origin, Status, Times};
pub use id::{ById, Id};
pub use load::{Loaded, load};
pub use page::StandingPage;
pub use project::{Capacity, Disclosure, FiveOnesSlot, Project, StageReached};
pub use registry::{
    Chain, FormerName, Indicator, IndicatorKind, Level, Noun, Person, Place, Registry, Stage, Term,
    TermOfOffice,
};
pub use site::{Agency, Column, Identity, Licence, RuleLevel, SiteConfig, Theme};
pub use translation::{Fingerprint, TranslationRecord};
pub use trouble::Unread;

use crate::diagnostic::{Sources, Span};
use crate::figure::{Amount, Period};
use crate::lang::Text;

/// A value and where it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Located { value, span }
    }
}

/// Everything that a site says.
#[derive(Debug)]
pub struct Content {
    /// The files that it was read from.
    pub sources: Sources,
    /// site.toml.
    pub site: SiteConfig,
    /// registry/.
    pub registry: Registry,
    /// plans/, by file name.
    pub plans: Vec<Plan>,
    /// history/: figures published outside this site's bulletins, in the order of files.
    pub history: Vec<Figure>,
    /// projects/, by id.
    pub projects: ById<Project>,
    /// bulletins/, by year and id.
    pub bulletins: Vec<Bulletin>,
    /// pages/, by their order.
    pub pages: Vec<StandingPage>,
    /// What could not be read, so that a reference to it is not reported as well.
    pub unread: Unread,
}

impl Content {
    /// Whether a part of what the figures of a bulletin rest on could not be read. What they seem to lack may stand
    /// there, so that saying so would only repeat what has been reported.
    pub fn is_patchy_around(&self, bulletin: &Bulletin) -> bool {
        let own = format!("bulletins/{}/", bulletin.key());
        let shared = ["registry/", "plans/", "history/", "projects"];
        shared.into_iter().chain([own.as_str()]).any(|folder| self.unread.is_patchy(folder))
    }
}

/// A plan for one period: a year or a five-year plan.
#[derive(Debug)]
pub struct Plan {
    /// The file's name without its ending.
    pub id: Id,
    /// What it plans.
    pub period: Located<Period>,
    /// Its title.
    pub title: Option<Text>,
    /// Its targets.
    pub targets: Vec<Target>,
}

/// What one place is to reach in one indicator.
#[derive(Debug)]
pub struct Target {
    /// The place.
    pub place: Located<Id>,
    /// The indicator.
    pub indicator: Located<Id>,
    /// The value to reach.
    pub value: Located<Amount>,
    /// Who set it.
    pub source: Option<Text>,
}
