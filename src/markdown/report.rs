//! Where the adaptors put what they find.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::Refusal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceId, Span};
use crate::lang::Text;

/// How many findings of one code a narrative may have before the rest is passed over: a text that is no narrative
/// at all has one in every line.
const MOST: usize = 50;

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
    told: RefCell<HashMap<Code, usize>>,
}

impl<'a> Report<'a> {
    /// A report on the narrative `source`.
    pub(super) fn new(source: SourceId, findings: &'a mut Diagnostics) -> Self {
        Report { source, findings: RefCell::new(findings), told: RefCell::default() }
    }

    /// Adds a finding about a range of the narrative.
    pub(super) fn add(&self, code: Code, range: Range<usize>, problem: Problem) {
        let mut told = self.told.borrow_mut();
        let told = told.entry(code).or_default();
        *told += 1;
        let Problem { message, help } = match *told {
            ..=MOST => problem,
            number if number == MOST + 1 => more(),
            _ => return,
        };
        let at = Span::new(self.source, range);
        self.findings.borrow_mut().push(Diagnostic::new(code, at, message, help));
    }

    /// Adds what is wrong with a directive or a link, unless it has been reported elsewhere.
    pub(super) fn refuse(&self, refusal: Refusal, range: Range<usize>) {
        if let Refusal::Wrong { code, message, help } = refusal {
            self.add(code, range, Problem { message, help });
        }
    }
}

fn more() -> Problem {
    Problem {
        message: Text::new("此后还有更多这类问题，不再列出", "more of this kind follows, and is not listed"),
        help: Text::new("先改正前面的问题，再检查一次", "mend those above and check again"),
    }
}
