//! What readers and crawlers subscribe to and find their way by: Atom feeds, the sitemap, robots.txt, the manifest.

mod atom;
mod manifest;
mod sitemap;
mod xml;

pub(super) use atom::{atom, has_feed};
pub(super) use manifest::manifest;
pub(super) use sitemap::{ADDRESSES, Sitemap};

use super::{Route, Site};

/// robots.txt: every page may be read, and there is the sitemap. Crawlers look for it at the root of a host only.
pub(super) fn robots(site: &Site<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.url(Route::Sitemap)).into_bytes()
}
