//! The search page. Its results are the script's; without script it leads to the lists.

use crate::diagnostic::Diagnostics;
use crate::site::frame::{Frame, Head};
use crate::site::view::{Link, SearchBody, SearchFilter};
use crate::site::{PageKind, Route};

pub(super) fn render(frame: &Frame<'_, '_>, findings: &mut Diagnostics) -> Vec<u8> {
    let head = Head::new(frame.t("site.title.search", &[]), frame.describe("search", &[]));
    let lists = [
        ("bulletins", PageKind::Bulletins),
        ("places", PageKind::Places),
        ("projects", PageKind::Projects),
        ("indicators", PageKind::Indicators),
        ("plans", PageKind::Plans),
        ("site_map", PageKind::SiteMap),
    ];
    let filters = ["place", "year", "column"];
    let body = SearchBody {
        index: "search/".to_owned(),
        filters: filters
            .map(|name| SearchFilter { name, label: frame.t(&format!("site.search.{name}"), &[]) })
            .into(),
        other: Link {
            label: frame.t("site.search.other", &[]),
            href: frame.href(Route::Page(frame.lang.other(), PageKind::Search)),
            lang: None,
        },
        lists: lists.map(|(name, kind)| frame.link(frame.t(&format!("site.title.{name}"), &[]), kind)).into(),
    };
    frame.render("search.html", head, body, findings)
}
