//! page.toml of a standing page.

use crate::content::decode::Fields;
use crate::content::{Id, StandingPage};
use crate::lang::Both;

/// Reads page.toml; `id` is the folder's name.
pub(super) fn read(id: Id, fields: &mut Fields<'_>) -> StandingPage {
    StandingPage {
        id: fields.file_start(id),
        title: fields.text("title"),
        order: fields.required("order").unwrap_or(0),
        summary: fields.text("summary"),
        narratives: Both::default(),
    }
}
