//! pages/: standing pages.

use super::{Id, Located, Narrative};
use crate::lang::{Both, Text};

/// A page that is not a bulletin: about, methodology, accessibility.
#[derive(Debug)]
pub struct StandingPage {
    /// Its id (the folder's name) and where it stands.
    pub id: Located<Id>,
    /// Its title.
    pub title: Text,
    /// Its place among the standing pages.
    pub order: i64,
    /// A sentence about it.
    pub summary: Text,
    /// Its narratives; one may be missing.
    pub narratives: Both<Option<Narrative>>,
}
