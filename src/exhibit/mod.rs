//! From what an editor asks to be shown to what is shown: a chart with its words, and always its table.
//!
//! One kind of chart a file. A chart that its figures cannot honestly carry is refused (G1) with the reason; one
//! that too few points in time would carry becomes its table (G2).

mod axis;
mod chains;
mod comparison;
pub(crate) mod csv;
mod cumulative;
mod describe;
mod drawn;
mod figures;
mod frame;
mod history;
mod league;
mod milestones;
mod pipeline;
mod plan_periods;
mod progress;
mod refusal;
mod signings;
mod table;
mod timeline;

pub use figures::{of_bulletin as figures_of_bulletin, of_figure as breakdowns_of_figure, unit_label};
pub use history::{for_indicator, for_place, for_places};
pub use table::{DataTable, TableCell, TableColumn, TableRow};

use crate::analysis::Index;
use crate::chart::Plot;
use crate::content::{Bulletin, ChartKind, ChartSpec};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use frame::Frame;

/// What is shown: a chart or only its table, with all the words that belong to it, in one language.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// Its name within the page.
    pub id: String,
    /// The kind of chart that was asked for.
    pub kind: ChartKind,
    /// What is drawn; `None` where only the table is shown.
    pub plot: Option<Plot>,
    /// The message.
    pub title: String,
    /// What it is: indicator, place, period and unit.
    pub subtitle: String,
    /// The long text alternative; empty where only a table is shown. Every number in it is also in the table.
    pub description: String,
    /// Who publishes the figures.
    pub source: Option<String>,
    /// What readers must know to read it rightly.
    pub notes: Vec<String>,
    /// Everything that it shows, and more.
    pub table: DataTable,
}

/// An exhibit and what an editor should know about it.
#[derive(Clone, Debug)]
pub struct Built {
    /// What is shown.
    pub exhibit: Exhibit,
    /// Advice, such as that there are too few points for a chart.
    pub advice: Vec<Diagnostic>,
}

/// Makes what an editor asks for in bulletin.toml.
///
/// # Errors
/// A finding of code G1 if the figures cannot honestly be drawn that way; of X1 or B3 if a name does not exist or a
/// unit is not that of the indicator, which [`crate::check`] says of all content, drawn or not.
pub fn build(
    index: &Index<'_>,
    bulletin: &Bulletin,
    spec: &ChartSpec,
    lang: Lang,
) -> Result<Built, Box<Diagnostic>> {
    let frame = Frame { index, bulletin, spec, lang };
    frame.refuse_figures_or_project_in_vain()?;
    let draft = match spec.kind.value {
        ChartKind::Signings => signings::draft(&frame),
        ChartKind::Progress => progress::draft(&frame),
        ChartKind::Cumulative => cumulative::draft(&frame),
        ChartKind::League => league::draft(&frame),
        ChartKind::Pipeline => pipeline::draft(&frame),
        ChartKind::Chains => chains::draft(&frame),
        ChartKind::Comparison => comparison::draft(&frame),
        ChartKind::PlanPeriods => plan_periods::draft(&frame),
        ChartKind::Milestones => milestones::draft(&frame),
    }?;
    let written = |own: &Option<crate::lang::Text>| own.as_ref().map(|text| text.get(lang).clone());
    let exhibit = Exhibit {
        id: spec.id.value.as_str().to_owned(),
        kind: spec.kind.value,
        plot: draft.plot,
        title: written(&spec.title).unwrap_or(draft.title),
        subtitle: draft.subtitle,
        description: written(&spec.description).unwrap_or(draft.description),
        source: draft.source.or_else(|| frame.source()),
        notes: draft.notes,
        table: draft.table.without_empty_columns(),
    };
    Ok(Built { exhibit, advice: draft.advice })
}
