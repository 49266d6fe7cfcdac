//! What the rules over running text know beyond the text: made once for a whole run.

use super::false_friends::Friends;
use super::gazetteer::Gazetteer;
use super::glossary::Terms;
use super::organisations::Organisations;
use super::people::People;
use crate::content::{ById, Project, Registry};

/// Names and terms, ready to be looked for.
pub(crate) struct Knowledge<'a> {
    /// Places.
    pub(super) places: Gazetteer<'a>,
    /// People.
    pub(super) people: People<'a>,
    /// Companies.
    pub(super) organisations: Organisations<'a>,
    /// The term base.
    pub(super) terms: Terms,
    /// What looks like the Chinese and means something else.
    pub(super) friends: &'static Friends,
}

impl<'a> Knowledge<'a> {
    /// What a site's registers tell.
    pub(crate) fn of(registry: &'a Registry, projects: &'a ById<Project>) -> Self {
        let places = Gazetteer::new(registry);
        Knowledge {
            people: People::new(registry),
            organisations: Organisations::new(projects, &places),
            places,
            terms: Terms::new(registry),
            friends: Friends::embedded(),
        }
    }
}
