//! The index of all data: every bulletin with its files.

use serde_json::{Value as Json, json};

use super::record::about;
use super::{formats, modified};
use crate::lang::Lang;
use crate::site::{DataFile, Format, Route, Site, media_type};

/// The index. Sizes and digests are not in it: they would want every file rendered before it.
pub(super) fn index(site: &Site<'_>) -> Json {
    let config = &site.content.site;
    let newest_first = site.lists.newest().iter();
    let bulletins: Vec<Json> = newest_first
        .map(|&at| {
            let bulletin = &site.content.bulletins[at];
            let mut entry = about(site, at);
            // Said once for the whole index.
            if let Some(entry) = entry.as_object_mut() {
                entry.shift_remove("publisher");
                entry.shift_remove("licence");
            }
            entry["figures"] = json!(bulletin.figures.len());
            let file = |&format: &Format| entry_of(site, Route::Figures(at, format));
            entry["files"] = formats(bulletin).iter().map(file).collect();
            entry
        })
        .collect();
    let files: Vec<Json> = DataFile::ALL.into_iter().map(|file| entry_of(site, Route::Data(file))).collect();
    json!({
        "$schema": DataFile::IndexSchema.name(),
        "title": config.name,
        "description": config.description,
        "publisher": config.agency.name,
        "licence": config.licence.as_ref().map(|licence| json!({
            "name": licence.name, "url": licence.url.value,
        })),
        "languages": Lang::BOTH.map(Lang::tag),
        "modified": modified(site).map(|day| day.notation()),
        "files": files,
        "bulletins": bulletins,
    })
}

fn entry_of(site: &Site<'_>, route: Route) -> Json {
    let path = site.path(route);
    json!({ "url": site.url(route), "media_type": media_type(&path) })
}
