//! The project register and the page of a project.

use serde::Serialize;

use super::{BulletinRow, DateView, Labelled, Link};

/// A project in a list.
#[derive(Serialize, Debug)]
pub struct ProjectRow {
    /// Its name; its `lang` where that is not the page's.
    pub name: Link,
    /// Its place.
    pub place: String,
    /// Its chain.
    pub chain: Option<String>,
    /// The stage that it stands at.
    pub stage: Option<String>,
    /// When it reached that.
    pub since: Option<String>,
    /// Total planned investment.
    pub investment: Option<String>,
    /// Whether it is invented.
    pub demonstration: bool,
}

/// The project register.
#[derive(Serialize, Debug)]
pub struct ProjectsBody {
    /// How many there are, in a sentence; none where there are none.
    pub lead: Option<String>,
    /// Stages in order with the number of projects that stand there.
    pub stages: Vec<Labelled>,
    /// By place.
    pub groups: Vec<ProjectGroup>,
}

/// The projects of one place.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectGroup {
    pub place: Link,
    pub rows: Vec<ProjectRow>,
}

/// A project's page.
#[derive(Serialize, Debug)]
pub struct ProjectBody {
    /// Investor, place, chain, capacity, source.
    pub facts: Vec<Labelled>,
    /// A short paragraph.
    pub description: Option<String>,
    /// The `lang` of a name that is in the other language.
    pub name_lang: Option<&'static str>,
    /// Why the name is doubtful or withheld.
    pub name_note: Option<String>,
    /// Every stage of the life cycle in order.
    pub stages: Vec<StageView>,
    /// Total planned investment.
    pub investment: Option<String>,
    /// Funds in place against the total.
    pub in_place: Option<InPlaceView>,
    /// The slots of 五个一.
    pub five_ones: Vec<Labelled>,
    /// Bulletins that report on it.
    pub bulletins: Vec<BulletinRow>,
}

/// A stage on a project's track.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct StageView {
    pub label: String,
    pub date: Option<DateView>,
    pub reached: bool,
    /// Whether it is the last one reached.
    pub current: bool,
}

/// Funds in place against the total.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct InPlaceView {
    /// 52亿元.
    pub value: String,
    /// 占总投资的16%.
    pub share: Option<String>,
    /// 截至2024年12月31日.
    pub at: Option<String>,
    /// A slim bar, decorative.
    pub svg: Option<String>,
}
