//! How far a named cohort of projects has come along the life cycle.

use rust_decimal::Decimal;

use super::share_of;
use crate::content::{Cell, CellKey, Dimension, Figure, IndicatorKind, Registry, Stage};
use crate::figure::Amount;
use crate::lang::Text;

/// The stages of one cohort.
#[derive(Clone, Debug)]
pub struct Pipeline<'a> {
    /// Whose stages they are: projects signed in 2024.
    pub cohort: &'a Text,
    /// In the order of the life cycle (registry/stages.toml).
    pub steps: Vec<PipelineStep<'a>>,
}

/// One stage and how many of the cohort reached it.
#[derive(Clone, Copy, Debug)]
pub struct PipelineStep<'a> {
    /// The stage.
    pub stage: &'a Stage,
    /// The cell that says so.
    pub cell: &'a Cell,
    /// How many.
    pub amount: Amount,
    /// Per cent of those that reached the stage before; `None` for the first.
    pub conversion: Option<Decimal>,
    /// Per cent of those that reached the first stage; `None` for the first.
    pub from_first: Option<Decimal>,
}

/// Why counts by stage are no pipeline.
#[derive(Clone, Copy, Debug)]
pub enum PipelineFault<'a> {
    /// There is no `by_stage`, or a key of it is no stage.
    NoStages,
    /// There is no cohort, so that the counts may be of different projects.
    NoCohort,
    /// They are not numbers of things.
    NotCounts,
    /// More reached a stage than the stage before: they cannot be of one cohort.
    Increasing {
        /// The stage before.
        before: &'a Cell,
        /// The stage that more reached.
        after: &'a Cell,
    },
}

impl<'a> Pipeline<'a> {
    /// The pipeline of a figure's `by_stage`.
    ///
    /// # Errors
    /// Counts that are not of one named cohort are refused: without it a conversion says nothing.
    pub fn new(registry: &'a Registry, figure: &'a Figure) -> Result<Self, PipelineFault<'a>> {
        let breakdown = figure.breakdown(Dimension::Stage).ok_or(PipelineFault::NoStages)?;
        let cohort = figure.cohort.as_ref().ok_or(PipelineFault::NoCohort)?;
        let counted = registry.indicators.get(&figure.indicator.value);
        let units_count = |cell: &Cell| cell.value.value.quantity.unit.is_count();
        if counted.is_some_and(|indicator| indicator.kind == IndicatorKind::Ratio)
            || !breakdown.cells.iter().all(units_count)
        {
            return Err(PipelineFault::NotCounts);
        }
        let mut stages = Vec::with_capacity(breakdown.cells.len());
        for cell in &breakdown.cells {
            let CellKey::Id(id) = &cell.key.value else { return Err(PipelineFault::NoStages) };
            let (position, _, stage) = registry.stages.get_full(id).ok_or(PipelineFault::NoStages)?;
            stages.push((position, stage, cell));
        }
        stages.sort_by_key(|(position, ..)| *position);
        Ok(Pipeline { cohort, steps: steps(&stages)? })
    }

    /// Per cent of the first stage that reached the last.
    pub fn overall(&self) -> Option<Decimal> {
        self.steps.last()?.from_first
    }
}

fn steps<'a>(stages: &[(usize, &'a Stage, &'a Cell)]) -> Result<Vec<PipelineStep<'a>>, PipelineFault<'a>> {
    let mut steps: Vec<PipelineStep<'a>> = Vec::with_capacity(stages.len());
    for &(_, stage, cell) in stages {
        let amount = cell.value.value;
        let mut step = PipelineStep { stage, cell, amount, conversion: None, from_first: None };
        if let (Some(first), Some(before)) = (steps.first(), steps.last()) {
            let order = amount.quantity.try_cmp(&before.amount.quantity);
            if order.is_some_and(std::cmp::Ordering::is_gt) {
                return Err(PipelineFault::Increasing { before: before.cell, after: cell });
            }
            step.conversion = share_of(amount.quantity, before.amount.quantity);
            step.from_first = share_of(amount.quantity, first.amount.quantity);
        }
        steps.push(step);
    }
    if steps.is_empty() { Err(PipelineFault::NoStages) } else { Ok(steps) }
}
