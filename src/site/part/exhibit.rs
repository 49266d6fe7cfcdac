//! Charts and tables, from what is to be shown to finished markup.

use serde::Serialize;

use super::figure::table_view;
use crate::chart::{self, Width};
use crate::content::{Bulletin, ChartSpec, Id};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::exhibit::{self, Exhibit};
use crate::lang::{Lang, Text};
use crate::site::frame::{Frame, Medium};
use crate::site::markup::escape;
use crate::site::view::{ExhibitView, Markup, SvgPair};
use crate::site::{PageKind, Route, Site};

/// The context of `exhibit.html`.
#[derive(Serialize)]
struct Context {
    lang: Lang,
    exhibit: ExhibitView,
}

/// Where the data and the picture of an exhibit can be had.
#[derive(Default)]
struct Files {
    csv: Option<String>,
    png: Option<String>,
}

/// A chart of a bulletin with all that belongs to it; `None` where its figures cannot carry it.
pub(in crate::site) fn chart(
    frame: &Frame<'_, '_>,
    bulletin: usize,
    chart: usize,
    level: u8,
    findings: &mut Diagnostics,
) -> Option<String> {
    let (of, spec) = specified(frame, bulletin, chart);
    let exhibit = build(frame, of, spec, findings)?;
    let csv = Some(frame.href(Route::ChartCsv(frame.lang, bulletin, chart)));
    let at = Some(spec);
    let width = if frame.medium == Medium::WeChat { Width::Narrow } else { Width::Wide };
    let png = frame.site.has_pictures().then_some(Route::ChartPng(frame.lang, bulletin, chart, width));
    let png = png.map(|png| frame.href(png));
    Some(markup(frame, &exhibit, level, Files { csv, png }, at, findings))
}

/// The table of a chart, without the chart.
pub(in crate::site) fn chart_table(
    frame: &Frame<'_, '_>,
    bulletin: usize,
    chart: usize,
    findings: &mut Diagnostics,
) -> Option<String> {
    let (of, spec) = specified(frame, bulletin, chart);
    let mut exhibit = build(frame, of, spec, findings)?;
    exhibit.plot = None;
    exhibit.id.push_str("-table");
    let csv = Some(frame.href(Route::ChartCsv(frame.lang, bulletin, chart)));
    Some(markup(frame, &exhibit, 3, Files { csv, png: None }, None, findings))
}

/// The breakdowns of a figure as tables; `None` where it has none.
pub(in crate::site) fn figure_table(
    frame: &Frame<'_, '_>,
    bulletin: usize,
    id: &Id,
    findings: &mut Diagnostics,
) -> Option<String> {
    let of = &frame.content().bulletins[bulletin];
    let exhibits = exhibit::breakdowns_of_figure(&frame.site.index, of, of.figures.get(id)?, frame.lang);
    let tables: Vec<String> =
        exhibits.iter().map(|exhibit| markup(frame, exhibit, 3, Files::default(), None, findings)).collect();
    (!tables.is_empty()).then(|| tables.concat())
}

/// The data of a chart as CSV; empty where its figures cannot carry it, which its page reports.
pub(in crate::site) fn chart_csv(site: &Site<'_>, lang: Lang, bulletin: usize, chart: usize) -> Vec<u8> {
    let frame = Frame::new(site, lang, PageKind::Bulletin(bulletin));
    let (of, spec) = specified(&frame, bulletin, chart);
    build(&frame, of, spec, &mut Diagnostics::default())
        .map(|exhibit| exhibit.table.csv())
        .unwrap_or_default()
}

/// The series of a place, an exhibit an indicator.
pub(in crate::site) fn series_of_place(
    frame: &Frame<'_, '_>,
    place: &Id,
    findings: &mut Diagnostics,
) -> Vec<Markup> {
    let exhibits = exhibit::for_place(&frame.site.index, place, frame.lang);
    exhibits
        .iter()
        .map(|exhibit| Markup { html: markup(frame, exhibit, 3, Files::default(), None, findings) })
        .collect()
}

/// The series of an indicator, an exhibit a place, and whether any of the places is invented.
pub(in crate::site) fn series_of_indicator(
    frame: &Frame<'_, '_>,
    indicator: &Id,
    findings: &mut Diagnostics,
) -> (Vec<Markup>, bool) {
    let mut places = frame.content().registry.places.values();
    let index = &frame.site.index;
    let invented = places.any(|place| {
        place.demonstration && index.series(indicator, &place.id.value).points().next().is_some()
    });
    let exhibits = exhibit::for_places(index, indicator, frame.lang);
    let series = exhibits
        .iter()
        .map(|exhibit| Markup { html: markup(frame, exhibit, 3, Files::default(), None, findings) });
    (series.collect(), invented)
}

fn specified<'a>(frame: &Frame<'_, 'a>, bulletin: usize, chart: usize) -> (&'a Bulletin, &'a ChartSpec) {
    let of = &frame.content().bulletins[bulletin];
    (of, &of.charts[chart])
}

fn build(
    frame: &Frame<'_, '_>,
    bulletin: &Bulletin,
    spec: &ChartSpec,
    findings: &mut Diagnostics,
) -> Option<Exhibit> {
    // What seems to be missing from a figure may be what could not be read.
    let is_patchy = frame.content().is_patchy_around(bulletin);
    match exhibit::build(&frame.site.index, bulletin, spec, frame.lang) {
        Ok(built) => {
            built.advice.into_iter().filter(|_| !is_patchy).for_each(|advice| findings.push(advice));
            Some(built.exhibit)
        }
        Err(refusal) => {
            // Names and units are held against the registry for all content, drawn or not.
            if refusal.code == Code::ChartRefused && !is_patchy {
                findings.push(*refusal);
            }
            None
        }
    }
}

fn markup(
    frame: &Frame<'_, '_>,
    exhibit: &Exhibit,
    level: u8,
    files: Files,
    spec: Option<&ChartSpec>,
    findings: &mut Diagnostics,
) -> String {
    if frame.is_listening() {
        return words(exhibit);
    }
    // A colon cannot stand in the id of a heading, so that the two never collide.
    let id = frame.id(&format!("chart:{}", exhibit.id));
    let svg = drawn(frame, exhibit, &id, spec, findings);
    if frame.is_sketch() {
        return String::new();
    }
    let png = files.png.filter(|_| exhibit.plot.is_some());
    let view = ExhibitView {
        id,
        level,
        title: exhibit.title.clone(),
        subtitle: exhibit.subtitle.clone(),
        svg,
        description: exhibit.description.clone(),
        source: exhibit.source.clone(),
        notes: exhibit.notes.clone(),
        table: table_view(&exhibit.table, frame.lang),
        csv: files.csv,
        png,
        address: exhibit.plot.as_ref().map(|_| frame.address_of(&format!("chart:{}", exhibit.id))),
    };
    let context = Context { lang: frame.lang, exhibit: view };
    let template = match frame.medium {
        Medium::Page => "exhibit.html",
        Medium::Fragment => "fragment_exhibit.html",
        Medium::WeChat => "wechat_exhibit.html",
    };
    frame.site.theme.render(template, &context).unwrap_or_else(|found| {
        findings.push(*found);
        String::new()
    })
}

/// A chart in both widths, if the exhibit has one; in the wide one alone for places of which the width is not known.
/// What does not fit is said of the charts that an editor asked for.
fn drawn(
    frame: &Frame<'_, '_>,
    exhibit: &Exhibit,
    id: &str,
    spec: Option<&ChartSpec>,
    findings: &mut Diagnostics,
) -> Option<SvgPair> {
    // WeChat takes no SVG.
    if frame.medium == Medium::WeChat || frame.is_sketch() && spec.is_none() {
        return None;
    }
    // For who hears a chart instead of seeing it; elsewhere the table is in sight.
    let see_table = frame.t("exhibit.see_table", &[]);
    let sentences = [exhibit.description.as_str(), see_table.as_str()];
    let description = sentences.join(if frame.lang == Lang::En { " " } else { "" });
    let mut draw = |width: Width| {
        let id = format!("{id}-{}", if width == Width::Wide { "wide" } else { "narrow" });
        let options = chart::Options {
            id: &id,
            lang: frame.lang,
            title: &exhibit.title,
            description: &description,
            width,
        };
        let drawing = chart::draw(exhibit.plot.as_ref()?, &options);
        for problem in &drawing.problems {
            if let Some(spec) = spec {
                findings.push(does_not_fit(spec, &problem.label));
            }
        }
        Some(drawing.svg)
    };
    let wide = draw(Width::Wide)?;
    let narrow = if frame.medium == Medium::Page { draw(Width::Narrow) } else { None };
    Some(SvgPair { wide, narrow })
}

/// What an exhibit says in words; its table repeats figures that stand elsewhere too.
fn words(exhibit: &Exhibit) -> String {
    let texts = [&exhibit.title, &exhibit.subtitle, &exhibit.description].into_iter();
    let texts = texts.chain(&exhibit.source).chain(&exhibit.notes);
    texts.filter(|text| !text.is_empty()).map(|text| format!("<p>{}</p>", escape(text))).collect()
}

fn does_not_fit(spec: &ChartSpec, label: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ChartText,
        spec.id.span,
        Text::new(format!("图表中“{label}”放不下"), format!("`{label}` does not fit into the chart")),
        Text::new("缩短名称，或给指标一个short", "shorten the name, or give the indicator a `short` name"),
    )
}
