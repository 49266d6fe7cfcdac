//! Text that somebody pasted: judged alone, without figures to hold it against.

use super::{Case, Draft, judge};
use crate::content::{Id, Registry};
use crate::diagnostic::{Diagnostics, SourceId};
use crate::figure::Period;
use crate::lang::{Both, Lang};

/// Plain text in one language or both, and what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Pasted<'a> {
    /// The Chinese text and the file that findings point into.
    pub zh: Option<(SourceId, &'a str)>,
    /// The English text and the file that findings point into.
    pub en: Option<(SourceId, &'a str)>,
    /// Names and terms.
    pub registry: &'a Registry,
    /// The place that the text is about.
    pub place: Option<&'a Id>,
    /// When it was or will be released.
    pub released: Option<Period>,
}

/// Holds pasted text against the rules of running text; two texts are taken for each other's translation.
pub fn lint(pasted: &Pasted<'_>) -> Diagnostics {
    let case = Case {
        drafts: Both {
            zh: pasted.zh.map(|(source, text)| Draft::of_plain(Lang::Zh, source, text)),
            en: pasted.en.map(|(source, text)| Draft::of_plain(Lang::En, source, text)),
        },
        registry: pasted.registry,
        place: pasted.place,
        released: pasted.released,
        bulletin: None,
    };
    let mut found = Diagnostics::default();
    judge(&case, &mut found);
    found
}
