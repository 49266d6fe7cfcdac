//! The plan progress board.

use serde::Serialize;

use super::Link;

/// The plan progress board.
#[derive(Serialize, Debug)]
pub struct PlansBody {
    /// Plans, newest first.
    pub plans: Vec<PlanView>,
}

/// One plan.
#[derive(Serialize, Debug)]
pub struct PlanView {
    /// Its fragment.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its period, where the title does not say it.
    pub period: Option<String>,
    /// By indicator.
    pub groups: Vec<PlanGroup>,
}

/// The targets of one indicator.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlanGroup {
    pub indicator: Link,
    /// What the figures are as of, in words.
    pub as_of: Option<String>,
    pub rows: Vec<PlanRow>,
}

/// One target and how far it is.
#[derive(Serialize, Debug)]
pub struct PlanRow {
    /// The place.
    pub place: Link,
    /// The target.
    pub target: String,
    /// The newest value.
    pub value: Option<String>,
    /// Share of plan.
    pub share: Option<String>,
    /// Against the calendar.
    pub pace: Option<String>,
    /// A bullet bar, decorative.
    pub svg: Option<String>,
}
