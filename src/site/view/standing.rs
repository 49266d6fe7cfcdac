//! Standing pages, and the page for addresses that do not exist.

use serde::Serialize;

use super::{Banner, Link, NarrativeView};

/// A standing page.
#[derive(Serialize, Debug)]
pub struct StandingBody {
    /// The text; `None` where this language has none.
    pub narrative: Option<NarrativeView>,
    /// The notice of a missing translation.
    pub banners: Vec<Banner>,
}

/// The page for addresses that do not exist.
#[derive(Serialize, Debug)]
pub struct NotFoundBody {
    /// Ways back.
    pub links: Vec<Link>,
}
