//! The search page.

use serde::Serialize;

use super::Link;

/// The search page: the form, and what a reader without script, without a query or without a hit can do instead.
#[derive(Serialize, Debug)]
pub struct SearchBody {
    /// The folder of the index, relative to the page.
    pub index: String,
    /// What results can be narrowed to; the script fills in the choices.
    pub filters: Vec<SearchFilter>,
    /// The search page of the other edition.
    pub other: Link,
    /// Lists to look through.
    pub lists: Vec<Link>,
}

/// Something that results can be narrowed to.
#[derive(Serialize, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SearchFilter {
    /// `place`, `year` or `column`: the parameter of the address.
    pub name: &'static str,
    pub label: String,
}
