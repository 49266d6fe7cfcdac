//! Why a chart is not shown.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::Text;

/// A finding that keeps a chart from being shown.
pub(super) type Refusal = Box<Diagnostic>;

/// Makes a finding that keeps a chart from being shown: what is wrong, and what to do, in both languages.
pub(super) fn refuse(at: Span, message: Text, help: Text) -> Refusal {
    Box::new(Diagnostic::new(Code::ChartRefused, at, message, help))
}

/// A name that nothing is called.
pub(super) fn unknown(at: Span, name: &str) -> Refusal {
    Box::new(Diagnostic::new(
        Code::UnknownName,
        at,
        Text::new(format!("没有叫“{name}”的内容"), format!("nothing is called `{name}`")),
        Text::new("核对名称，或先登记", "check the name, or enter it first"),
    ))
}
