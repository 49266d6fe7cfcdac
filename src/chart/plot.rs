//! What a chart draws: numbers for lengths, and finished words in the page's language for labels.

use rust_decimal::Decimal;

/// A chart, ready to be drawn.
///
/// Values of one axis are in one unit and magnitude; labels carry the unit where a reader needs it.
#[derive(Clone, Debug)]
pub enum Plot {
    /// Columns over time: one or two panels on one time axis, never two y-axes.
    Signings {
        /// From top to bottom; every panel has the same periods.
        panels: Vec<Panel>,
    },
    /// Bullet rows: share of plan, with a tick for the plan (100 %) and one for the time elapsed.
    Progress {
        /// From top to bottom.
        rows: Vec<ProgressRow>,
        /// What the tick of the plan is called.
        plan_label: String,
        /// What the tick of the time elapsed is called, with its value: 时间进度66.7%.
        elapsed_label: Option<String>,
    },
    /// A running total over the months of a year against the plan's even pace.
    Cumulative {
        /// One for each period of the whole axis, in time.
        points: Vec<CumulativePoint>,
        /// The plan for the end of the axis and its label.
        target: Option<(Decimal, String)>,
        /// The name of the running total's line.
        series_label: String,
        /// The name of the pace line.
        pace_label: String,
        /// Name and unit of the vertical axis.
        unit_label: String,
    },
    /// Ordered bars of an amount and, side by side, the share of plan.
    League {
        /// From first to last.
        rows: Vec<LeagueRow>,
        /// Head of the amounts' panel, with its unit.
        amount_label: String,
        /// Head of the shares' panel; `None` leaves the panel out.
        share_label: Option<String>,
        /// Share of the time elapsed, drawn as a tick in the shares' panel, with its label.
        elapsed: Option<(Decimal, String)>,
    },
    /// Stages in the order of the life cycle with the conversion from each to the next.
    Pipeline {
        /// From first to last.
        rows: Vec<PipelineRow>,
    },
    /// Ordered bars, the remainder last.
    Chains {
        /// From largest to smallest, the remainder last.
        rows: Vec<ChainRow>,
        /// Name and unit of the bars.
        unit_label: String,
    },
    /// Pairs of bars: a base and the present; each group has a scale of its own.
    Comparison {
        /// From top to bottom.
        groups: Vec<BarGroup>,
    },
    /// Stages of one project in time.
    Milestones {
        /// In the order of the life cycle.
        steps: Vec<Step>,
    },
}

/// One panel of columns.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Name and unit: 签约项目（个）.
    pub label: String,
    /// One for each period.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The period on the axis: 6月, Jun.
    pub period: String,
    /// The year, where it is printed below the axis (the first column of each year).
    pub year: Option<String>,
    /// The value; `None` where none is known.
    pub value: Option<Decimal>,
    /// The value in words; empty where none is known.
    pub label: String,
    /// Whether it is the period that the bulletin is about.
    pub current: bool,
}

/// One bullet row.
#[derive(Clone, Debug)]
pub struct ProgressRow {
    /// The indicator's name.
    pub label: String,
    /// 50亿元 / 计划74.6亿元.
    pub detail: String,
    /// Share of plan in per cent; may exceed 100.
    pub share: Decimal,
    /// 67%.
    pub share_label: String,
    /// Share of the time elapsed in per cent.
    pub elapsed: Option<Decimal>,
}

/// One point of a running total.
#[derive(Clone, Debug)]
pub struct CumulativePoint {
    /// The period on the axis: 6月, Jun.
    pub period: String,
    /// The running total at its end; `None` where none is known (yet).
    pub value: Option<Decimal>,
    /// The value in words; empty where none is known.
    pub label: String,
    /// The plan's even pace at its end.
    pub pace: Option<Decimal>,
}

/// One row of a league.
#[derive(Clone, Debug)]
pub struct LeagueRow {
    /// Its rank, with ties marked: 1, =2.
    pub rank: String,
    /// The place.
    pub name: String,
    /// The amount.
    pub amount: Decimal,
    /// The amount in words.
    pub amount_label: String,
    /// Share of plan in per cent.
    pub share: Option<Decimal>,
    /// The share in words.
    pub share_label: String,
    /// Whether it is the row that the page is about.
    pub own: bool,
}

/// One stage.
#[derive(Clone, Debug)]
pub struct PipelineRow {
    /// The stage's name.
    pub label: String,
    /// How many reached it.
    pub value: Decimal,
    /// How many, in words.
    pub value_label: String,
    /// Conversion from the stage before: 70.0%; `None` for the first.
    pub conversion: Option<String>,
}

/// One bar of a breakdown by chain.
#[derive(Clone, Debug)]
pub struct ChainRow {
    /// The chain's name.
    pub label: String,
    /// Its value.
    pub value: Decimal,
    /// Its value and share in words: 12.3亿元（26.9%）.
    pub value_label: String,
    /// Whether it is the remainder.
    pub other: bool,
}

/// A group of bars on one scale.
#[derive(Clone, Debug)]
pub struct BarGroup {
    /// The indicator's name and unit.
    pub label: String,
    /// The change in words: 同比增长210%.
    pub change: Option<String>,
    /// Base first, then the present.
    pub bars: Vec<Bar>,
}

/// One bar of a group.
#[derive(Clone, Debug)]
pub struct Bar {
    /// The period: 2021年上半年.
    pub label: String,
    /// Its value.
    pub value: Decimal,
    /// Its value in words.
    pub value_label: String,
    /// Whether it is the present.
    pub current: bool,
}

/// A stage of a project.
#[derive(Clone, Debug)]
pub struct Step {
    /// The stage's name.
    pub label: String,
    /// When it was reached: days since an epoch common to all steps; `None` where the date is not known.
    pub day: Option<i32>,
    /// The date in words; empty where it is not known.
    pub date_label: String,
    /// Whether it was reached.
    pub reached: bool,
}
