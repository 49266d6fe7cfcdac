//! gongbao (公报, "bulletin"): Markdown narratives and TOML figures become a bilingual site of bulletins with charts.
//!
//! ```text
//! content/ ──content::load──▶ Content ──check::run──▶ diagnostics
//!                                │
//!                        analysis::Index (series, changes, plan progress, league, pipeline)
//!                                ▼
//!      exhibit, chart ──▶ Site ──routes──▶ Route … ──render──▶ Document ──▶ sink
//! ```
//!
//! A module depends only on those above it in the flow; [`figure`], [`lang`] and [`diagnostic`] stand under all.
//! A site is a pure function of its content: the clock, the network and the environment come in at [`cli`] only.

pub mod analysis;
pub mod chart;
pub mod check;
pub mod cli;
pub mod content;
pub mod dataset;
pub mod diagnostic;
pub mod exhibit;
pub mod figure;
pub mod lang;
pub mod markdown;
pub mod photo;
pub mod picture;
pub mod prose;
pub mod search;
pub mod sink;
pub mod site;
