//! Parts that several pages share, as views.

mod exhibit;
mod figure;
mod rows;

pub(super) use exhibit::{chart, chart_csv, chart_table, figure_table, series_of_indicator, series_of_place};
pub(super) use figure::{
    bar, figure_notes, figures_table, headline, headline_elsewhere, indicators_of, key_points, named,
    newest_of_place, pace, percent, unit,
};
pub(super) use rows::{bulletin_row, bulletin_rows, project_name, project_row, stage_counts};

use jiff::civil::Date;

use super::PageKind;
use super::frame::Frame;
use super::view::{Banner, DateView, Link};
use crate::content::{Bulletin, Id, IndicatorKind, Level, Status};
use crate::lang::Lang;

/// The name of a rank of places.
pub(super) fn level(frame: &Frame<'_, '_>, level: Level) -> String {
    frame.t(&format!("site.level.{}", level_key(level)), &[])
}

/// The name of all places of a rank.
pub(super) fn levels(frame: &Frame<'_, '_>, level: Level) -> String {
    frame.t(&format!("site.levels.{}", level_key(level)), &[])
}

fn level_key(level: Level) -> &'static str {
    match level {
        Level::Country => "country",
        Level::Province => "province",
        Level::Prefecture => "prefecture",
        Level::County => "county",
        Level::Zone => "zone",
        Level::Township => "township",
    }
}

/// The name of a kind of indicator.
pub(super) fn kind(frame: &Frame<'_, '_>, kind: IndicatorKind) -> String {
    frame.t(&format!("site.kind.{}", kind_key(kind)), &[])
}

/// The name of all indicators of a kind.
pub(super) fn kinds(frame: &Frame<'_, '_>, kind: IndicatorKind) -> String {
    frame.t(&format!("site.kinds.{}", kind_key(kind)), &[])
}

fn kind_key(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Flow => "flow",
        IndicatorKind::Stock => "stock",
        IndicatorKind::Count => "count",
        IndicatorKind::Ratio => "ratio",
    }
}

/// What is said of a figure that is not final.
pub(super) fn status(frame: &Frame<'_, '_>, status: Status) -> Option<String> {
    Some(frame.t(&format!("site.status.{}", status_key(status)?), &[]))
}

/// What is said of a bulletin whose figures are not final.
pub(super) fn bulletin_status(frame: &Frame<'_, '_>, status: Status) -> Option<String> {
    Some(frame.t(&format!("site.bulletin_status.{}", status_key(status)?), &[]))
}

fn status_key(status: Status) -> Option<&'static str> {
    match status {
        Status::Preliminary => Some("preliminary"),
        Status::Revised => Some("revised"),
        Status::Final => None,
    }
}

/// Whether a place is invented.
pub(super) fn is_invented(frame: &Frame<'_, '_>, id: &Id) -> bool {
    frame.content().registry.places.get(id).is_some_and(|place| place.demonstration)
}

/// A place by the name that it bore on a day.
pub(super) fn place_link(frame: &Frame<'_, '_>, id: &Id, day: Date) -> Link {
    match frame.content().registry.places.get_full(id) {
        Some((at, _, place)) => frame.link(place.name_on(day).get(frame.lang), PageKind::Place(at)),
        None => Link { label: id.to_string(), href: frame.to(PageKind::Places), lang: None },
    }
}

/// When a bulletin was released, with the time of day where it is known.
pub(super) fn released(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> DateView {
    let mut date = frame.date(bulletin.released.value);
    if let Some((hour, minute)) = bulletin.released_at {
        let time = format!("{hour:02}:{minute:02}");
        date.text = match frame.lang {
            Lang::Zh => format!("{} {time}", date.text),
            Lang::En => format!("{}, {time}", date.text),
        };
        date.iso = date.iso.map(|day| format!("{day}T{time}"));
    }
    date
}

/// The banner of a page that has no text in this language.
pub(super) fn missing_translation(frame: &Frame<'_, '_>, kind: PageKind) -> Banner {
    let other = frame.lang.other();
    let link = Link {
        label: frame.t("site.banner.missing_translation_link", &[]),
        href: frame.href(super::Route::Page(other, kind)),
        // The words are in the language of this page; only what they lead to is not.
        lang: None,
    };
    let text = match kind {
        PageKind::Standing(_) => frame.t("site.banner.missing_page", &[]),
        _ => frame.t("site.banner.missing_translation", &[]),
    };
    Banner { kind: "missing-translation", text, link: Some(link) }
}
