//! Where the adaptors put what they find.

use std::cell::RefCell;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceId, Span};
use crate::lang::Text;

/// What is wrong and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Problem {
    pub(super) message: Text,
    pub(super) help: Text,
}

/// The diagnostics of one narrative, open to every adaptor of the chain.
#[derive(Debug)]
pub(super) struct Report<'a> {
    source: SourceId,
    findings: RefCell<&'a mut Diagnostics>,
}

impl<'a> Report<'a> {
    /// A report on the narrative `source`.
    pub(super) fn new(source: SourceId, findings: &'a mut Diagnostics) -> Self {
        Report { source, findings: RefCell::new(findings) }
    }

    /// Adds a finding about a range of the narrative.
    pub(super) fn add(&self, code: Code, range: Range<usize>, problem: Problem) {
        let at = Span::new(self.source, range);
        self.findings.borrow_mut().push(Diagnostic::new(code, at, problem.message, problem.help));
    }
}
