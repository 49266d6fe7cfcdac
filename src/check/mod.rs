//! What can be wrong with content although each file of it can be read: one family of rules a file.

mod arithmetic;
mod bulletin;
mod cycles;
mod dates;
mod drift;
mod duplicates;
mod fix;
mod identity;
pub(crate) mod names;
mod over_time;
mod parity;
mod parts;
mod prose;
mod published;
mod references;
mod rounding;
mod settle;
mod site;
mod units;

pub use drift::{Change, Drifted, carried_over, drifted, record};
pub use fix::{Fix, apply, fixes};
pub use parity::{Parity, Standing, parity};
pub use prose::{Pasted, city, city_names, lint};
pub use settle::{Settled, settle};

use crate::analysis::Index;
use crate::content::Content;
use crate::diagnostic::Diagnostics;

/// Holds the content against every rule of this module.
pub fn run(content: &Content) -> Diagnostics {
    let index = Index::new(content);
    let mut found = but_narratives(content, &index);
    drift::check(content, &mut found);
    prose::check(content, &index, &mut found);
    found
}

/// Holds the content against the rules about names, dates and figures, and leaves the narratives unread.
pub fn figures(content: &Content) -> Diagnostics {
    but_narratives(content, &Index::new(content))
}

fn but_narratives(content: &Content, index: &Index<'_>) -> Diagnostics {
    let mut found = Diagnostics::default();
    for rule in [
        site::check,
        identity::check,
        references::check,
        cycles::check,
        duplicates::check,
        units::check,
        dates::check,
        bulletin::check,
        parts::check,
        over_time::check,
    ] {
        rule(content, &mut found);
    }
    arithmetic::check(content, index, &mut found);
    found
}
