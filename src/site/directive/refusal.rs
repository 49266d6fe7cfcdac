//! What is said of a directive that cannot be printed.

use crate::check::names::{Known, Unknown};
use crate::content::Id;
use crate::diagnostic::Code;
use crate::lang::Text;
use crate::markdown::Refusal;

/// A name that nothing is called; nothing is said of one whose owner could not be read.
pub(super) fn unknown(code: Code, known: &Known<'_>, name: &str) -> Refusal {
    match known.unknown(name) {
        Some(Unknown { message, help }) => Refusal::new(code, message, help),
        None => Refusal::Reported,
    }
}

/// A figure that does not have what is asked of it.
pub(super) fn no_value(id: &Id, zh: &str, en: &str) -> Refusal {
    Refusal::new(
        Code::NoValue,
        Text::new(format!("指标“{id}”没有{zh}"), format!("the figure `{id}` has no {en}")),
        Text::new(
            "在metrics.toml中为它写上这一项，或改用其他写法",
            "give it one in metrics.toml, or ask for something else",
        ),
    )
}

/// A breakdown that is asked for as a whole.
pub(super) fn which_cell(id: &Id, dimension: &str, example: &str) -> Refusal {
    let example = format!("{{{{ {id}.{dimension}.{example} }}}}");
    let table = format!("{{{{ table {id} }}}}");
    Refusal::new(
        Code::BadDirective,
        Text::new(
            format!("“{id}.{dimension}”没有说明是哪一项"),
            format!("`{id}.{dimension}` does not say which of its cells"),
        ),
        Text::new(
            format!("一项写作 {example}；整个表格独立成段写 {table}"),
            format!("write {example} for one; {table}, in a paragraph of its own, for all"),
        ),
    )
}

/// A list of projects that would be empty.
pub(super) fn no_projects() -> Refusal {
    Refusal::new(
        Code::NoValue,
        Text::new("本期没有这样的项目", "this bulletin has no such project"),
        Text::new(
            "在bulletin.toml的projects中列出项目，或改筛选条件",
            "list projects under `projects` in bulletin.toml, or change the filter",
        ),
    )
}

/// A standing page that wants what only bulletins have.
pub(super) fn no_figures_here() -> Refusal {
    Refusal::new(
        Code::BadDirective,
        Text::new("此页没有指标和图表", "this page has no figures and no charts"),
        Text::new(
            "只有公报的正文可以引用指标、图表、项目列表和图片",
            "only the narrative of a bulletin can name figures, charts, lists of projects and pictures",
        ),
    )
}
