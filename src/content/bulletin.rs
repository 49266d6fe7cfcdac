//! bulletins/: a bulletin with its figures and narratives.

use std::path::PathBuf;
use std::sync::Arc;

use super::{ById, Figure, Id, Located, Status, TranslationRecord};
use crate::diagnostic::{Code, SourceId};
use crate::figure::Period;
use crate::lang::{Both, Lang, Text};
use crate::photo::Photo;

/// A bulletin.
#[derive(Debug)]
pub struct Bulletin {
    /// The folder's year.
    pub year: i16,
    /// The folder's name.
    pub id: Located<Id>,
    /// Its title.
    pub title: Located<Text>,
    /// What place it is about.
    pub place: Located<Id>,
    /// What period it is about.
    pub period: Located<Period>,
    /// The column that it appears in.
    pub column: Located<Id>,
    /// When it is released: a day, or a month where no more is known.
    pub released: Located<Period>,
    /// The time of day of the release, where it is known: hour and minute.
    pub released_at: Option<(i8, i8)>,
    /// When the next one is due.
    pub next_release: Option<Located<NextRelease>>,
    /// The language that the narrative was written in first.
    pub written_in: Lang,
    /// Who publishes it or published it first.
    pub source: Text,
    /// Who wrote it.
    pub byline: Option<Text>,
    /// One sentence for lists and search.
    pub summary: Text,
    /// Words for search.
    pub keywords: Both<Vec<String>>,
    /// Ids of the headline figures.
    pub headline: Vec<Located<Id>>,
    /// Ids of projects that it reports on.
    pub projects: Vec<Located<Id>>,
    /// How final its figures are.
    pub status: Status,
    /// Its charts.
    pub charts: Vec<ChartSpec>,
    /// Its pictures.
    pub images: Vec<ImageSpec>,
    /// What was corrected, oldest first.
    pub corrections: Vec<DatedText>,
    /// What readers should know, oldest first.
    pub notices: Vec<DatedText>,
    /// Findings that its editor has judged to be right as they are.
    pub silences: Vec<Silence>,
    /// Its figures by id, in the order of metrics.toml.
    pub figures: ById<Figure>,
    /// Its narratives; one may be missing.
    pub narratives: Both<Option<Narrative>>,
    /// What the translation was last held against, where that is recorded.
    pub translation: Option<TranslationRecord>,
}

impl Bulletin {
    /// `2022/huaihua-h1`: the name that directives and links use.
    pub fn key(&self) -> String {
        format!("{}/{}", self.year, self.id.value)
    }
}

/// When the next bulletin is due: a day or a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NextRelease(pub Period);

/// A narrative in Markdown.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// The file.
    pub source: SourceId,
    /// Its text.
    pub text: Arc<str>,
}

/// A finding that is right as it is, and why.
#[derive(Debug)]
pub struct Silence {
    /// The rule.
    pub code: Located<Code>,
    /// The file of the bulletin's folder that it is about; any if it is not said.
    pub file: Option<String>,
    /// Words of the line that it is about.
    pub text: Located<String>,
    /// Why it is right.
    pub reason: String,
}

/// A chart as the editor asked for it.
#[derive(Debug)]
pub struct ChartSpec {
    /// The name that directives use.
    pub id: Located<Id>,
    /// What is drawn.
    pub kind: Located<ChartKind>,
    /// The figures that it draws.
    pub figures: Vec<Located<Id>>,
    /// The project whose milestones it draws.
    pub project: Option<Located<Id>>,
    /// The message; made from the data when left out.
    pub title: Option<Text>,
    /// The long description; made from the data when left out.
    pub description: Option<Text>,
}

/// The kinds of chart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "docs/content.md says what each draws")]
pub enum ChartKind {
    Signings,
    Progress,
    Cumulative,
    League,
    Pipeline,
    Chains,
    Comparison,
    PlanPeriods,
    Milestones,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: [ChartKind; 9] = [
        ChartKind::Signings,
        ChartKind::Progress,
        ChartKind::Cumulative,
        ChartKind::League,
        ChartKind::Pipeline,
        ChartKind::Chains,
        ChartKind::Comparison,
        ChartKind::PlanPeriods,
        ChartKind::Milestones,
    ];

    /// The name in bulletin.toml.
    pub fn name(self) -> &'static str {
        match self {
            ChartKind::Signings => "signings",
            ChartKind::Progress => "progress",
            ChartKind::Cumulative => "cumulative",
            ChartKind::League => "league",
            ChartKind::Pipeline => "pipeline",
            ChartKind::Chains => "chains",
            ChartKind::Comparison => "comparison",
            ChartKind::PlanPeriods => "plan-periods",
            ChartKind::Milestones => "milestones",
        }
    }
}

/// A picture.
#[derive(Debug)]
pub struct ImageSpec {
    /// The name that directives use.
    pub id: Located<Id>,
    /// The file in the bulletin's folder.
    pub file: Located<String>,
    /// Where it really is on the disk.
    pub path: PathBuf,
    /// What it is; `None` where there is no such picture.
    pub photo: Option<Photo>,
    /// What it shows, for those who do not see it.
    pub alt: Text,
    /// What stands below it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Text,
}

/// A correction or a notice.
#[derive(Debug)]
pub struct DatedText {
    /// When it was made.
    pub date: Located<Period>,
    /// What it says.
    pub text: Text,
}
