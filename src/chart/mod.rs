//! Drawing charts as SVG: one kind a file over a shared frame.
//!
//! A chart is given numbers and the words for them; it knows nothing of figures, periods or places.
//! What to say and what may honestly be drawn is decided before, where the data is known.

mod plot;

pub use plot::{
    Bar, BarGroup, ChainRow, Column, CumulativePoint, LeagueRow, Panel, PipelineRow, Plot, ProgressRow, Step,
};
