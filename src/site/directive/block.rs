//! Directives in a paragraph of their own.

use std::fmt::Write as _;

use serde::Serialize;

use super::refusal::{no_projects, unknown};
use super::{KEY_POINTS, Printer};
use crate::check::names::{self, Names};
use crate::content::{Bulletin, Content, Id, Project};
use crate::diagnostic::Code;
use crate::lang::Lang;
use crate::markdown::{Directive, ProjectFilter, Refusal};
use crate::site::part;
use crate::site::view::{ImageView, ProjectRow};
use crate::site::{ImageSize, Route};

/// The context of `project_table.html`.
#[derive(Serialize)]
struct Rows {
    lang: Lang,
    id: String,
    caption: String,
    rows: Vec<ProjectRow>,
}

impl Printer<'_, '_, '_> {
    pub(super) fn chart(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let chart = bulletin.charts.iter().position(|chart| chart.id.value == *id);
        let chart = chart.ok_or_else(|| {
            unknown(Code::UnknownName, &names::charts(bulletin, self.content()), id.as_str())
        })?;
        self.placed.borrow_mut().push(id.to_string());
        if let Some(html) = part::chart(self.frame, at, chart, 3, &mut self.findings.borrow_mut()) {
            out.push_str(&html);
        }
        Ok(())
    }

    /// The table of a chart, or of a figure's breakdowns.
    pub(super) fn table(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let findings = &mut self.findings.borrow_mut();
        if let Some(chart) = bulletin.charts.iter().position(|chart| chart.id.value == *id) {
            // A chart that is refused has no table either, and says so itself.
            out.push_str(&part::chart_table(self.frame, at, chart, findings).unwrap_or_default());
            return Ok(());
        }
        let figure = bulletin.figures.get(id).ok_or_else(|| {
            let known = names::charts_and_figures(bulletin, self.content());
            unknown(Code::UnknownName, &known, id.as_str())
        })?;
        if figure.breakdowns.iter().all(|breakdown| breakdown.cells.is_empty()) {
            let (zh, en) = ("by_month、by_place等分组", "breakdown such as by_month or by_place");
            return Err(self.lacks(bulletin, id, zh, en));
        }
        out.push_str(&part::figure_table(self.frame, at, id, findings).unwrap_or_default());
        Ok(())
    }

    /// The bulletin's projects, or those of them that agree with the filter.
    pub(super) fn projects(
        &self,
        directive: &Directive,
        filter: &ProjectFilter,
        out: &mut String,
    ) -> Result<(), Refusal> {
        let (_, bulletin) = self.bulletin()?;
        let content = self.content();
        self.refuse_unknown(filter)?;
        let named = bulletin.projects.iter().filter_map(|id| content.projects.get_full(&id.value));
        let chosen = named.filter(|(_, _, project)| agrees(filter, project));
        let rows: Vec<ProjectRow> = chosen.map(|(at, _, _)| part::project_row(self.frame, at)).collect();
        if rows.is_empty() {
            // A name that is not known has been reported, and so has what could not be read.
            let told = content.is_patchy_around(bulletin) || !self.all_known(bulletin);
            return Err(if told { Refusal::Reported } else { no_projects() });
        }
        // A narrative may hold several lists; the place of the directive tells their captions apart.
        let id = self.frame.id(&format!("projects-{}", directive.span.start));
        let caption = self.frame.t("site.project.list", &[]);
        self.partial("project_table.html", &Rows { lang: self.frame.lang, id, caption, rows }, out);
        Ok(())
    }

    /// Whether the bulletin's projects exist, and so does everything that a filter asks of them.
    fn all_known(&self, bulletin: &Bulletin) -> bool {
        let Content { projects, registry, .. } = self.content();
        bulletin.projects.iter().all(|id| {
            projects.get(&id.value).is_some_and(|project| {
                registry.places.contains_key(&project.place.value)
                    && project.chain.as_ref().is_none_or(|chain| registry.chains.contains_key(&chain.value))
                    && project.stages.iter().all(|reached| registry.stages.contains_key(&reached.stage.value))
            })
        })
    }

    fn refuse_unknown(&self, filter: &ProjectFilter) -> Result<(), Refusal> {
        let registry = &self.content().registry;
        let refuse = |id: &Id, known| Err(unknown(Code::UnknownName, known, id.as_str()));
        let names = || Names::of(self.content());
        match filter {
            ProjectFilter { stage: Some(id), .. } if !registry.stages.contains_key(id) => {
                refuse(id, &names().stages)
            }
            ProjectFilter { chain: Some(id), .. } if !registry.chains.contains_key(id) => {
                refuse(id, &names().chains)
            }
            ProjectFilter { place: Some(id), .. } if !registry.places.contains_key(id) => {
                refuse(id, &names().places)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn key_points(&self, out: &mut String) -> Result<(), Refusal> {
        let (_, bulletin) = self.bulletin()?;
        self.placed.borrow_mut().push(KEY_POINTS.to_owned());
        out.push_str("<ul class=\"key-points\">");
        for point in part::key_points(self.frame, bulletin) {
            // Writing to a string cannot fail.
            let _ = write!(out, "<li>{}</li>", point.html);
        }
        out.push_str("</ul>\n");
        Ok(())
    }

    pub(super) fn image(&self, id: &Id, out: &mut String) -> Result<(), Refusal> {
        let (at, bulletin) = self.bulletin()?;
        let position = bulletin.images.iter().position(|image| image.id.value == *id);
        let position = position.ok_or_else(|| {
            unknown(Code::UnknownName, &names::images(bulletin, self.content()), id.as_str())
        })?;
        let (image, lang, site) = (&bulletin.images[position], self.frame.lang, self.frame.site);
        let href = |size| self.frame.href(Route::Image(at, position, size));
        let view = ImageView {
            lang,
            src: href(ImageSize::Large),
            srcset: site.is_resized(image).then(|| {
                let source = |size| {
                    let width = site.image_size(image, size).map_or(size.width(), |(width, _)| width);
                    format!("{} {width}w", href(size))
                };
                [ImageSize::Small, ImageSize::Large].map(source).join(", ")
            }),
            size: site.image_size(image, ImageSize::Large),
            alt: image.alt.get(lang).clone(),
            caption: image.caption.as_ref().map(|caption| caption.get(lang).clone()),
            credit: image.credit.get(lang).clone(),
        };
        self.partial("image.html", &view, out);
        Ok(())
    }

    fn partial(&self, template: &str, view: &impl Serialize, out: &mut String) {
        match self.frame.site.theme.render(template, view) {
            Ok(html) => out.push_str(&html),
            Err(found) => self.findings.borrow_mut().push(*found),
        }
    }
}

fn agrees(filter: &ProjectFilter, project: &Project) -> bool {
    let chain = project.chain.as_ref().map(|chain| &chain.value);
    filter.place.as_ref().is_none_or(|place| project.place.value == *place)
        && filter.chain.as_ref().is_none_or(|wanted| chain == Some(wanted))
        && filter.stage.as_ref().is_none_or(|id| project.stages.iter().any(|stage| stage.stage.value == *id))
}
