//! Pictures of a site: its charts as PNG and the cards of its pages.

use super::frame::Frame;
use super::part;
use super::{PageKind, Route, Site};
use crate::analysis::words;
use crate::chart::{self, Width};
use crate::content::ChartSpec;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::exhibit::{self, Exhibit};
use crate::lang::{Lang, Text};
use crate::picture::{self, Card, ChartSheet};

/// Charts are painted at twice their size, so that they stay sharp in print and on phones.
const CHART_SCALE: u8 = 2;

impl Site<'_> {
    /// The pictures of a site that makes any.
    pub(super) fn picture_routes(&self, lang: Lang) -> Vec<Route> {
        if self.painter.is_none() {
            return Vec::new();
        }
        let mut routes = vec![Route::Card(lang, PageKind::Home)];
        for (at, bulletin) in self.content.bulletins.iter().enumerate() {
            routes.push(Route::Card(lang, PageKind::Bulletin(at)));
            let drawn = (0..bulletin.charts.len()).filter(|&chart| exhibit(self, lang, at, chart).is_some());
            routes.extend(
                drawn.flat_map(|chart| Width::BOTH.map(|width| Route::ChartPng(lang, at, chart, width))),
            );
        }
        routes
    }

    /// Every picture that a build might make, in one language.
    pub(super) fn possible_pictures(&self) -> Vec<Route> {
        let mut routes = vec![Route::Card(Lang::Zh, PageKind::Home)];
        for (at, bulletin) in self.content.bulletins.iter().enumerate() {
            routes.push(Route::Card(Lang::Zh, PageKind::Bulletin(at)));
            let charts = 0..bulletin.charts.len();
            routes.extend(
                charts.flat_map(|chart| Width::BOTH.map(|width| Route::ChartPng(Lang::Zh, at, chart, width))),
            );
            routes.extend(self.possible_sizes(at));
        }
        routes
    }

    /// The card of a page and whose it is, if cards are made: pages without one of their own show that of the home
    /// page.
    pub(super) fn card_of(&self, lang: Lang, kind: PageKind) -> Option<(Route, PageKind)> {
        self.painter?;
        let of = if matches!(kind, PageKind::Bulletin(_)) { kind } else { PageKind::Home };
        Some((Route::Card(lang, of), of))
    }

    /// A chart as PNG.
    pub(super) fn chart_png(
        &self,
        lang: Lang,
        bulletin: usize,
        chart: usize,
        width: Width,
        findings: &mut Diagnostics,
    ) -> Vec<u8> {
        let spec = &self.content.bulletins[bulletin].charts[chart];
        let Some(exhibit) = exhibit(self, lang, bulletin, chart) else { return Vec::new() };
        let frame = Frame::new(self, lang, PageKind::Bulletin(bulletin));
        let svg = sheet(&frame, bulletin, spec, &exhibit, width);
        let mut said = Diagnostics::default();
        let png = self.paint(&svg, CHART_SCALE, spec.id.span, &mut said);
        // The narrow picture has no character that the wide one lacks.
        if width == Width::Wide || png.is_empty() {
            findings.extend(said);
        }
        png
    }

    /// The card of a page as PNG.
    pub(super) fn card(&self, lang: Lang, kind: PageKind, findings: &mut Diagnostics) -> Vec<u8> {
        let frame = Frame::new(self, lang, kind);
        let (svg, at) = match kind {
            PageKind::Bulletin(at) => (card_of_bulletin(&frame, at), self.content.bulletins[at].title.span),
            _ => (card_of_site(&frame), self.content.site.base_url.span),
        };
        self.paint(&svg, 1, at, findings)
    }

    fn paint(&self, svg: &str, scale: u8, at: Span, findings: &mut Diagnostics) -> Vec<u8> {
        let Some(painter) = self.painter else { return Vec::new() };
        match painter.paint(svg, scale) {
            Ok(painted) => {
                if !painted.missing.is_empty() {
                    findings.push(lacks(&painted.missing, at));
                }
                painted.png
            }
            Err(reason) => {
                findings.push(unpainted(&reason, at));
                Vec::new()
            }
        }
    }
}

/// A chart that is drawn, and not shown as its table.
fn exhibit(site: &Site<'_>, lang: Lang, bulletin: usize, chart: usize) -> Option<Exhibit> {
    let bulletin = &site.content.bulletins[bulletin];
    let built = exhibit::build(&site.index, bulletin, &bulletin.charts[chart], lang).ok()?;
    built.exhibit.plot.is_some().then_some(built.exhibit)
}

fn sheet(
    frame: &Frame<'_, '_>,
    bulletin: usize,
    spec: &ChartSpec,
    exhibit: &Exhibit,
    width: Width,
) -> String {
    let options = chart::Options {
        id: spec.id.value.as_str(),
        lang: frame.lang,
        title: &exhibit.title,
        description: "",
        width,
    };
    let drawing = exhibit.plot.as_ref().map(|plot| chart::draw(plot, &options));
    let (svg, height) = drawing.map_or((String::new(), 0), |drawing| (drawing.svg, drawing.height));
    let source = exhibit.source.as_ref().map(|source| frame.t("exhibit.source", &[("source", source)]));
    // In an article the notes stand below the picture, where they can be heard and copied.
    let notes = exhibit.notes.iter().filter(|_| width == Width::Wide);
    let notes: Vec<String> = source.into_iter().chain(notes.cloned()).collect();
    let demonstration = demonstration(frame, bulletin);
    picture::chart_sheet(&ChartSheet {
        title: (width == Width::Wide).then_some(exhibit.title.as_str()),
        subtitle: &exhibit.subtitle,
        svg: &svg,
        width,
        height,
        notes: &notes,
        demonstration: demonstration.as_deref(),
    })
}

fn card_of_bulletin(frame: &Frame<'_, '_>, at: usize) -> String {
    let bulletin = &frame.content().bulletins[at];
    let place = part::place_link(frame, &bulletin.place.value, bulletin.period.value.last_day()).label;
    let period = words::label(bulletin.period.value, frame.lang);
    let is_invented = frame.site.lists.is_demonstration(at);
    let mark = is_invented.then(|| frame.t("frame.demonstration", &[]));
    let figures = part::headline(frame, bulletin).into_iter();
    card(
        frame,
        &Card {
            title: bulletin.title.value.get(frame.lang),
            subtitle: &format!("{place} · {period}"),
            figures: figures.map(|figure| (figure.label.clone(), figure.written(frame.lang))).collect(),
            demonstration: mark.as_deref(),
            ..blank()
        },
    )
}

fn card_of_site(frame: &Frame<'_, '_>) -> String {
    let site = &frame.content().site;
    let (title, subtitle) = (site.name.get(frame.lang), site.description.get(frame.lang));
    // The name is the title; above it stands whose site it is.
    card(frame, &Card { site: site.agency.name.get(frame.lang), title, subtitle, ..blank() })
}

fn blank() -> Card<'static> {
    Card { site: "", accent: "", title: "", subtitle: "", figures: Vec::new(), demonstration: None }
}

/// The same in the dress of the site.
fn card(frame: &Frame<'_, '_>, said: &Card<'_>) -> String {
    let accent = frame.site.accent();
    let site = if said.site.is_empty() { frame.content().site.name.get(frame.lang) } else { said.site };
    picture::card(&Card { site, accent: &accent, ..said.clone() })
}

fn demonstration(frame: &Frame<'_, '_>, bulletin: usize) -> Option<String> {
    frame.site.lists.is_demonstration(bulletin).then(|| frame.demonstration())
}

fn lacks(missing: &[char], at: Span) -> Diagnostic {
    let list: Vec<String> = missing.iter().map(|c| format!("{c}（U+{:04X}）", u32::from(*c))).collect();
    let (zh, en) = (list.join("、"), list.join(", ").replace('（', " (").replace('）', ")"));
    Diagnostic::new(
        Code::ChartText,
        at,
        Text::new(
            format!("图片所用字体没有{zh}，图中以〓代替"),
            format!("the font of pictures lacks {en}; 〓 stands in the picture instead"),
        ),
        Text::new(
            "用--font指定含有这些字的字体；网页不受影响",
            "name a font that has it with --font; pages are not affected",
        ),
    )
}

fn unpainted(reason: &str, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::ChartText,
        at,
        Text::new(format!("图片无法生成：{reason}"), format!("the picture cannot be made: {reason}")),
        Text::new("缩短标题和名称后再试", "try again with a shorter title and shorter names"),
    )
}
