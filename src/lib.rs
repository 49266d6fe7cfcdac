//! gongbao (公报, "bulletin"): Markdown narratives and TOML figures become a bilingual site of bulletins with charts.

pub mod check;
pub mod content;
pub mod diagnostic;
pub mod figure;
pub mod lang;
