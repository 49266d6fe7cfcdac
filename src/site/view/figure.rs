//! Figures at the head of a page and on boards.

use serde::Serialize;

use crate::lang::Lang;

/// A figure at the head of a page or on a board.
#[derive(Serialize, Debug)]
pub struct FigureView {
    /// The indicator's name.
    pub label: String,
    /// The indicator's page.
    pub href: String,
    /// What stands before the number: 超, RMB; may be empty.
    pub prefix: String,
    /// The number alone: 458, 45.8.
    pub number: String,
    /// What stands after it: 亿元, billion; may be empty.
    pub suffix: String,
    /// The period, where it is not the page's.
    pub period: Option<String>,
    /// The place, where it is not the page's.
    pub place: Option<String>,
    /// The change in words: 同比增长340%.
    pub change: Option<ChangeView>,
    /// Progress against the plan.
    pub progress: Option<ProgressView>,
    /// 初步数, preliminary; 修订数, revised.
    pub status: Option<String>,
}

impl FigureView {
    /// The value in one piece: 458亿元, RMB 45.8 billion.
    pub fn written(&self, lang: Lang) -> String {
        let gap = if lang == Lang::En { " " } else { "" };
        let before = if self.prefix.is_empty() || self.prefix.ends_with('$') { "" } else { gap };
        let after = if self.suffix.is_empty() || self.suffix.starts_with('%') { "" } else { gap };
        [&self.prefix, before, &self.number, after, &self.suffix].concat()
    }
}

/// A change.
#[derive(Serialize, Debug)]
pub struct ChangeView {
    /// In words.
    pub text: String,
    /// `up`, `down` or `level`.
    pub direction: &'static str,
}

/// Progress against a plan.
#[derive(Serialize, Debug)]
pub struct ProgressView {
    /// 完成年度计划的67%.
    pub text: String,
    /// 快于时间进度0.3个百分点.
    pub pace: Option<String>,
    /// A slim bar with ticks, decorative: its words are `text` and `pace`.
    pub svg: String,
}

/// A label and a value.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Labelled {
    pub label: String,
    pub value: String,
}

/// Finished markup of one sentence.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Markup {
    pub html: String,
}
