//! Ids: lower-case ASCII names that become addresses.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// A name made of `a-z`, `0-9`, `_` and `-` that starts with a letter or a digit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Id(Arc<str>);

impl Id {
    /// Reads an id; `None` if it has other characters or none.
    pub fn new(text: &str) -> Option<Self> {
        let starts_well = text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
        (starts_well && text.len() <= 100 && text.chars().all(allowed)).then(|| Id(text.into()))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as a part of an address: `_` becomes `-`.
    pub fn slug(&self) -> String {
        self.0.chars().map(|c| if c == '_' { '-' } else { c }).collect()
    }
}

/// Things by their ids, in the order of their file.
pub type ById<T> = IndexMap<Id, T, FxBuildHasher>;

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
