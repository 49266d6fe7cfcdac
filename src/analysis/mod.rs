//! What follows from the figures: series, changes, plan progress, shares, leagues, pipelines, key points.
//!
//! Everything is exact and pure, borrows from [`Content`](crate::content::Content), and says of each number
//! whether it was announced, derived from other figures, or implied by a rounded percentage.
//! Whatever is asked for a bulletin is answered as of its release: the June bulletin never knows July.

mod calendar;
mod compare;
mod index;
mod key_points;
mod league;
mod pipeline;
mod plan;
mod reading;
mod series;
mod share;
pub mod words;

pub use calendar::Months;
pub use compare::{Base, Basis, Change, Multiple, Scale};
pub use index::{Goal, Index, Statement};
pub use key_points::{KeyPoint, Run, key_points};
pub use league::{League, LeagueEntry, Movement};
pub use pipeline::{Pipeline, PipelineFault, PipelineStep};
pub use plan::{PlanTarget, Progress, Share};
pub use reading::Reading;
pub use series::{Point, Series, Whence};
pub use share::{exceeds, share_of, shares};
