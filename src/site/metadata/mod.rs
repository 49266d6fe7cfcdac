//! What a page says of itself to machines: one source for its title, its tags, its linked data, feeds and maps, so
//! that they cannot disagree.
//!
//! A page's [`Head`] and its place in the site make a [`Metadata`]; a bulletin's particulars come from [`Article`],
//! which feeds read as well.

mod article;
mod government;
mod json_ld;
mod node;
mod open_graph;
mod tag;

use std::borrow::Cow;

pub(super) use article::{Article, amended};
use node::Node;

use super::frame::{Frame, Head};
use super::view::{Alternate, Download, MetadataView};
use super::{ImageSize, PageKind, Route, Site};
use crate::lang::Lang;
use crate::picture::CARD_SIZE;

/// Everything that machines are told of a page.
pub(super) struct Metadata<'p> {
    /// The heading.
    title: &'p str,
    /// The text of `<title>`: the heading and the site's name.
    head_title: String,
    /// One sentence; that of an invented page says first that it is invented.
    description: String,
    /// Its address; the not-found page has none.
    url: Option<String>,
    /// The same page in each language where both are real translations, with `x-default`.
    alternates: Vec<Alternate>,
    /// From the home page to this one, with addresses.
    path: Vec<(Cow<'p, str>, String)>,
    /// The column that it belongs to, by its place in site.toml.
    column: Option<usize>,
    /// What makes it an article.
    article: Option<Article<'p>>,
    /// Files with its data: address and media type.
    files: Vec<(String, &'static str)>,
    /// A picture of it for previews.
    picture: Option<Picture<'p>>,
    /// Whether search engines may list it.
    indexed: bool,
}

/// A picture with its absolute address.
struct Picture<'p> {
    url: String,
    alt: &'p str,
    /// Its width and height in pixels, where they are known.
    size: Option<(u32, u32)>,
    /// Whether it is made for previews, in their proportions.
    is_card: bool,
}

impl<'p> Metadata<'p> {
    pub(super) fn of(frame: &Frame<'_, 'p>, head: &'p Head) -> Self {
        let site = frame.site;
        let route = Route::Page(frame.lang, frame.kind);
        let name = site.content.site.name.get(frame.lang);
        let head_title = if frame.kind == PageKind::Home {
            name.clone()
        } else {
            frame.t("site.title.head", &[("title", &head.title), ("site", name)])
        };
        let url = (frame.kind != PageKind::NotFound).then(|| site.url(route));
        let article = match frame.kind {
            PageKind::Bulletin(at) => Some(Article::of(site, frame.lang, at)),
            _ => None,
        };
        Metadata {
            title: &head.title,
            head_title,
            description: site.told(frame.lang, frame.kind, &head.description),
            alternates: site.alternates(frame.kind),
            path: path(frame, head, url.as_deref()),
            column: match frame.kind {
                PageKind::Column(at) => Some(at),
                _ => article.as_ref().and_then(|article| article.column),
            },
            files: head.files.iter().map(|file| (frame.absolute(&file.href), media_type_of(file))).collect(),
            picture: picture(frame),
            indexed: url.is_some() && site.is_indexed(frame.kind),
            article,
            url,
        }
    }

    /// What a template prints of it.
    pub(super) fn view(self, frame: &Frame<'_, 'p>) -> MetadataView {
        let mut html = String::with_capacity(4096);
        if !self.indexed {
            tag::named(&mut html, "robots", "noindex");
        }
        government::write(&mut html, frame, &self);
        open_graph::write(&mut html, frame, &self);
        if self.url.is_some() {
            json_ld::write(&mut html, frame, &self);
        }
        MetadataView {
            html,
            head_title: self.head_title,
            description: self.description,
            canonical: self.url,
            alternates: self.alternates,
        }
    }
}

impl Site<'_> {
    /// Whether a page has its own text in each language.
    pub(super) fn is_translated(&self, kind: PageKind) -> bool {
        let narratives = match kind {
            PageKind::Bulletin(at) => &self.content.bulletins[at].narratives,
            PageKind::Standing(at) => &self.content.pages[at].narratives,
            _ => return true,
        };
        Lang::BOTH.iter().all(|&lang| narratives.get(lang).is_some())
    }

    /// Whether a page is about an invented place. Lists that have such places beside real ones are not meant.
    pub(super) fn is_invented(&self, kind: PageKind) -> bool {
        let places = &self.content.registry.places;
        let is_invented = |id| places.get::<crate::content::Id>(id).is_some_and(|place| place.demonstration);
        match kind {
            PageKind::Bulletin(at) | PageKind::Copy(at) => self.lists.is_demonstration(at),
            PageKind::Place(at) => places[at].demonstration,
            PageKind::Project(at) => is_invented(&self.content.projects[at].place.value),
            _ => false,
        }
    }

    /// What a page tells of itself away from its banner, in previews, feeds and search engines: an invented one says
    /// there as well that it is.
    pub(super) fn told(&self, lang: Lang, kind: PageKind, text: &str) -> String {
        if self.is_invented(kind) {
            self.words(lang, "site.description.invented", &[("text", text)])
        } else {
            text.to_owned()
        }
    }

    /// Whether search engines may list a page. One for editors says what its bulletin says; and a registered government
    /// site lets none list what is invented, which would be taken for official.
    pub(super) fn is_indexed(&self, kind: PageKind) -> bool {
        match kind {
            PageKind::NotFound | PageKind::Copy(_) => false,
            _ => self.content.site.identity.site_code.is_none() || !self.is_invented(kind),
        }
    }

    /// The same page in each language, for `hreflang`; none unless both are real translations. Readers of other
    /// languages are sent to the choice of language, or to the edition that the site puts first.
    pub(super) fn alternates(&self, kind: PageKind) -> Vec<Alternate> {
        if kind == PageKind::NotFound || !self.is_translated(kind) {
            return Vec::new();
        }
        let address = |lang: Lang| self.url(Route::Page(lang, kind));
        let mut alternates: Vec<Alternate> =
            Lang::BOTH.iter().map(|&lang| Alternate { lang: lang.tag(), href: address(lang) }).collect();
        let other = match kind {
            PageKind::Home => self.url(Route::Root),
            _ => address(self.content.site.default_language),
        };
        alternates.push(Alternate { lang: "x-default", href: other });
        alternates
    }

    /// The tags of the page that offers the languages: those of the site, and what it is.
    pub(super) fn root_metadata(&self) -> MetadataView {
        let lang = self.content.site.default_language;
        let site = &self.content.site;
        let mut html = String::new();
        government::write_site(&mut html, self, lang);
        tag::named(&mut html, "Description", site.description.get(lang));
        let head_title = [lang, lang.other()].map(|lang| site.name.get(lang).as_str()).join(" · ");
        open_graph::write_root(&mut html, self, &head_title);
        MetadataView {
            html,
            head_title,
            description: site.description.get(lang).clone(),
            canonical: Some(self.url(Route::Root)),
            alternates: self.alternates(PageKind::Home),
        }
    }
}

/// The steps of the breadcrumb with absolute addresses; the page itself is the last.
fn path<'p>(frame: &Frame<'_, '_>, head: &'p Head, url: Option<&str>) -> Vec<(Cow<'p, str>, String)> {
    let Some(url) = url.filter(|_| frame.kind != PageKind::Home) else { return Vec::new() };
    let home = frame.site.url(Route::Page(frame.lang, PageKind::Home));
    let first = (Cow::from(frame.t("site.nav.home", &[])), home);
    let between = head.crumbs.iter().map(|link| (link.label.as_str().into(), frame.absolute(&link.href)));
    std::iter::once(first).chain(between).chain([(head.title.as_str().into(), url.to_owned())]).collect()
}

fn media_type_of(file: &Download) -> &'static str {
    let media_type = super::media_type(&file.href);
    media_type.split(';').next().unwrap_or(media_type)
}

/// The picture that stands for a page: its social card where one is made, else the first picture of a bulletin.
fn picture<'p>(frame: &Frame<'_, 'p>) -> Option<Picture<'p>> {
    card(frame).or_else(|| {
        let PageKind::Bulletin(at) = frame.kind else { return None };
        let image = frame.content().bulletins[at].images.first()?;
        let url = frame.site.url(Route::Image(at, 0, ImageSize::Large));
        let size = frame.site.image_size(image, ImageSize::Large);
        Some(Picture { url, alt: image.alt.get(frame.lang), size, is_card: false })
    })
}

/// The social card of a page, where cards are made.
fn card<'p>(frame: &Frame<'_, 'p>) -> Option<Picture<'p>> {
    let (route, kind) = frame.site.card_of(frame.lang, frame.kind)?;
    let alt = match kind {
        PageKind::Bulletin(at) => frame.content().bulletins[at].title.value.get(frame.lang),
        _ => frame.content().site.name.get(frame.lang),
    };
    Some(Picture { url: frame.site.url(route), alt, size: Some(CARD_SIZE), is_card: true })
}
