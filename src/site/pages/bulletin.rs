//! A bulletin's page.

use super::data;
use crate::analysis::words;
use crate::content::{Bulletin, Status};
use crate::diagnostic::Diagnostics;
use crate::site::directive;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{
    Banner, BulletinBody, DatedView, Download, IndicatorNote, Link, Markup, NarrativeView,
};
use crate::site::{PageKind, Route};

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let body = compose(frame, at, findings);
    frame.render("bulletin.html", head(frame, at), body, findings)
}

/// What a bulletin says, on its page and elsewhere.
pub(in crate::site) fn compose(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> BulletinBody {
    let bulletin = &frame.content().bulletins[at];
    let narrative = bulletin.narratives.get(frame.lang).as_ref();
    let told = narrative.map(|narrative| directive::narrative(frame, Some(at), narrative, findings));
    let (narrative, placed) = told.map_or((None, Vec::new()), |(view, placed)| (Some(view), placed));
    let exhibits = remaining_exhibits(frame, at, &placed, findings);
    let key_points = if placed.iter().any(|id| id == directive::KEY_POINTS) {
        Vec::new()
    } else {
        part::key_points(frame, bulletin)
    };
    body(frame, at, narrative, exhibits, key_points)
}

fn head(frame: &Frame<'_, '_>, at: usize) -> Head {
    let bulletin = &frame.content().bulletins[at];
    let mut head = Head::new(bulletin.title.value.get(frame.lang), bulletin.summary.get(frame.lang));
    head.crumbs = vec![frame.link(frame.t("site.nav.bulletins", &[]), PageKind::Bulletins)];
    head.crumbs.extend(column(frame, bulletin));
    head.files = downloads(frame, at);
    head.demonstration = frame.site.lists.is_demonstration(at);
    head
}

fn body(
    frame: &Frame<'_, '_>,
    at: usize,
    narrative: Option<NarrativeView>,
    exhibits: Vec<Markup>,
    key_points: Vec<Markup>,
) -> BulletinBody {
    let lang = frame.lang;
    let bulletin = &frame.content().bulletins[at];
    let registry = &frame.content().registry;
    let next = bulletin.next_release.map(|next| words::label(next.value.0, lang));
    let (previous, following) = neighbours(frame, at);
    BulletinBody {
        place: part::place_link(frame, &bulletin.place.value, bulletin.period.value.last_day()),
        period: words::label(bulletin.period.value, lang),
        column: column(frame, bulletin),
        released: part::released(frame, bulletin),
        next_release: next.unwrap_or_else(|| frame.t("site.release.unknown", &[])),
        source: bulletin.source.get(lang).clone(),
        byline: bulletin.byline.as_ref().map(|byline| byline.get(lang).clone()),
        status: part::bulletin_status(frame, bulletin.status),
        banners: banners(frame, at, narrative.is_none()),
        key_points,
        figures: part::headline(frame, bulletin),
        narrative,
        exhibits,
        table: part::figures_table(frame, at),
        about: part::indicators_of(bulletin)
            .filter_map(|id| registry.indicators.get_full(id))
            .map(|(at, _, indicator)| IndicatorNote {
                name: indicator.name.get(lang).clone(),
                href: frame.to(PageKind::Indicator(at)),
                definition: indicator.definition.get(lang).clone(),
                source: indicator.source.as_ref().map(|source| source.get(lang).clone()),
            })
            .collect(),
        notes: part::figure_notes(frame, bulletin),
        downloads: downloads(frame, at),
        copy: frame.to(PageKind::Copy(at)),
        cite: cite(frame, at),
        corrections: dated(frame, &bulletin.corrections),
        notices: dated(frame, &bulletin.notices),
        previous,
        next: following,
    }
}

fn column(frame: &Frame<'_, '_>, bulletin: &Bulletin) -> Option<Link> {
    let columns = &frame.content().site.columns;
    let at = columns.iter().position(|column| column.id.value == bulletin.column.value)?;
    Some(frame.link(columns[at].name.get(frame.lang), PageKind::Column(at)))
}

/// Charts that the narrative does not place, so that every chart is seen in both languages.
fn remaining_exhibits(
    frame: &Frame<'_, '_>,
    at: usize,
    placed: &[String],
    findings: &mut Diagnostics,
) -> Vec<Markup> {
    let charts = frame.content().bulletins[at].charts.iter().enumerate();
    let rest = charts.filter(|(_, chart)| !placed.iter().any(|id| id == chart.id.value.as_str()));
    rest.filter_map(|(chart, _)| part::chart(frame, at, chart, 3, findings))
        .map(|html| Markup { html })
        .collect()
}

fn banners(frame: &Frame<'_, '_>, at: usize, untranslated: bool) -> Vec<Banner> {
    let bulletin = &frame.content().bulletins[at];
    let mut banners = Vec::new();
    if untranslated {
        banners.push(part::missing_translation(frame, PageKind::Bulletin(at)));
    }
    let newest = frame.site.lists.of_place(&bulletin.place.value).first().copied();
    if let Some(newest) = newest.filter(|&newest| newest != at) {
        let title = frame.content().bulletins[newest].title.value.get(frame.lang);
        let label = title.clone();
        let place = part::place_link(frame, &bulletin.place.value, bulletin.period.value.last_day()).label;
        let text = frame.t("site.banner.not_latest", &[("place", &place)]);
        banners.push(Banner {
            kind: "not-latest",
            text,
            link: Some(frame.link(label, PageKind::Bulletin(newest))),
        });
    }
    if let Some(last) = bulletin.corrections.last() {
        let date = last.date.value.write(frame.lang);
        let link = Link {
            label: frame.t("site.banner.amended_link", &[]),
            href: format!("#{}", frame.id("part-corrections")),
            lang: None,
        };
        let text = frame.t("site.banner.amended", &[("date", &date)]);
        banners.push(Banner { kind: "amended", text, link: Some(link) });
    }
    if bulletin.status == Status::Preliminary {
        banners.push(Banner {
            kind: "preliminary",
            text: frame.t("site.banner.preliminary", &[]),
            link: None,
        });
    }
    banners
}

/// The files of its figures, the spreadsheet first; all are for both languages.
fn downloads(frame: &Frame<'_, '_>, at: usize) -> Vec<Download> {
    data::downloads(frame, at, |format| frame.t(&format!("site.download.{}", format.ending()), &[]))
}

fn cite(frame: &Frame<'_, '_>, at: usize) -> String {
    let bulletin = &frame.content().bulletins[at];
    let address = frame.site.url(Route::Page(frame.lang, PageKind::Bulletin(at)));
    frame.t(
        "site.cite.text",
        &[
            ("agency", bulletin.source.get(frame.lang)),
            ("title", bulletin.title.value.get(frame.lang)),
            ("date", &bulletin.released.value.write(frame.lang)),
            ("url", &address),
        ],
    )
}

fn dated(frame: &Frame<'_, '_>, texts: &[crate::content::DatedText]) -> Vec<DatedView> {
    let newest_first = texts.iter().rev();
    newest_first
        .map(|text| DatedView { date: frame.date(text.date.value), text: text.text.get(frame.lang).clone() })
        .collect()
}

/// The bulletins of the same place released before and after this one.
fn neighbours(frame: &Frame<'_, '_>, at: usize) -> (Option<Link>, Option<Link>) {
    let bulletin: &Bulletin = &frame.content().bulletins[at];
    let newest_first = frame.site.lists.of_place(&bulletin.place.value);
    let Some(position) = newest_first.iter().position(|&other| other == at) else { return (None, None) };
    let link = |position: usize| {
        let other = *newest_first.get(position)?;
        let title = frame.content().bulletins[other].title.value.get(frame.lang);
        Some(frame.link(title, PageKind::Bulletin(other)))
    };
    (link(position + 1), position.checked_sub(1).and_then(link))
}
