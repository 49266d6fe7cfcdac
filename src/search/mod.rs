//! Searching in the browser without a server: the texts of pages become small files that a script asks for.
//!
//! ```text
//! Page ──Entry::new──▶ Entry (terms by shard, the page's text) ──▶ shard::write, script::page, script::catalogue
//! ```
//!
//! A page is taken apart on its own ([`Entry::new`]), so that a site can do so in parallel and once; a shard is put
//! together from what all entries hand in for it. `themes/portal/static/search.js` reads what is written here, and
//! takes queries apart as [`term`] takes texts apart: `tests/search/terms.json` holds both to one reading.

mod entry;
mod script;
mod shard;
pub mod term;

pub use entry::{Entry, Page, Rank};
pub use script::{Catalogue, Facet, Group, catalogue, page, shard};
pub use shard::count_for;
