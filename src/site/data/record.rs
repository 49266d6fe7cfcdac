//! The figures of a bulletin as JSON.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::{last_change, pages};
use crate::analysis::words;
use crate::content::{Bulletin, Id};
use crate::dataset::{self, Records};
use crate::lang::Both;
use crate::site::part::indicators_of;
use crate::site::{DataFile, Format, Route, Site, root_of};

/// Turns the figures of a bulletin into a document that explains itself.
pub(super) fn figures(site: &Site<'_>, at: usize) -> impl Serialize {
    let bulletin = &site.content.bulletins[at];
    let path = site.path(Route::Figures(at, Format::Json));
    let schema = format!("{}{}", root_of(&path), site.path(Route::Data(DataFile::FiguresSchema)));
    let figures = dataset::of_bulletin(&site.index, bulletin);
    json!({
        "$schema": schema,
        "bulletin": about(site, at),
        "indicators": indicators(site, bulletin),
        "figures": json!(Records(&figures)),
    })
}

/// What a bulletin is, for this file and for the index.
pub(super) fn about(site: &Site<'_>, at: usize) -> Json {
    let bulletin = &site.content.bulletins[at];
    let period = bulletin.period.value;
    let place = site.content.registry.places.get(&bulletin.place.value);
    let mut about = json!({
        "id": bulletin.key(),
        "title": bulletin.title.value,
        "place": {
            "id": bulletin.place.value.as_str(),
            "name": place.map(|place| place.name_on(period.last_day())),
        },
        "period": {
            "id": period.notation(),
            "name": Both::from_fn(|lang| words::label(period, lang)),
            "start": period.first_day().to_string(),
            "end": period.last_day().to_string(),
        },
        "released": bulletin.released.value.notation(),
        "modified": last_change(bulletin).notation(),
        "status": dataset::status_code(bulletin.status),
        "source": bulletin.source,
        "publisher": site.content.site.agency.name,
        "page": pages(site, at),
        "demonstration": site.lists.is_demonstration(at),
    });
    if let Some(licence) = &site.content.site.licence {
        about["licence"] = json!({ "name": licence.name, "url": licence.url.value });
    }
    about
}

/// The indicators that a bulletin uses, with their definitions.
fn indicators(site: &Site<'_>, bulletin: &Bulletin) -> Json {
    let mut table = dataset::indicators(&site.content.registry);
    let used: Vec<&str> = indicators_of(bulletin).map(Id::as_str).collect();
    table.rows.retain(|row| row.first().is_some_and(|id| used.contains(&&*id.text())));
    json!(Records(&table))
}
