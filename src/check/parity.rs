//! How each bulletin's translation stands to its original.

use super::drift::{Drifted, drifted};
use crate::content::{Bulletin, Content};
use crate::figure::Period;

/// How a bulletin's translation stands to its original.
#[derive(Debug)]
pub struct Parity<'a> {
    /// The bulletin.
    pub bulletin: &'a Bulletin,
    /// How its translation stands.
    pub standing: Standing,
    /// Days from the bulletin's release to the translation's, where both are known.
    pub days: Option<i32>,
}

/// How a translation stands to its original.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// There is none.
    Missing,
    /// Nobody has recorded what it was held against.
    Unrecorded,
    /// These sections lag behind.
    Drifted(Vec<Drifted>),
    /// It says what the original said when it was recorded, and the original has not changed.
    InStep,
}

/// The parity of every bulletin, in their order.
pub fn parity(content: &Content) -> Vec<Parity<'_>> {
    content
        .bulletins
        .iter()
        .map(|bulletin| Parity { bulletin, standing: standing(bulletin), days: days(bulletin) })
        .collect()
}

fn standing(bulletin: &Bulletin) -> Standing {
    if bulletin.narratives.get(bulletin.written_in.other()).is_none() {
        return Standing::Missing;
    }
    if bulletin.translation.is_none() {
        return Standing::Unrecorded;
    }
    let drifted = drifted(bulletin);
    if drifted.is_empty() { Standing::InStep } else { Standing::Drifted(drifted) }
}

fn days(bulletin: &Bulletin) -> Option<i32> {
    let translated = bulletin.translation.as_ref()?.translated?;
    match bulletin.released.value {
        Period::Day(released) => Some(released.until(translated).ok()?.get_days()),
        _ => None,
    }
}
