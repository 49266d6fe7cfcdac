//! Open Graph (ogp.me), which messengers and social networks read for previews.

use super::{Metadata, Picture, tag};
use crate::lang::Lang;
use crate::site::frame::Frame;
use crate::site::{PageKind, Route, Site};

/// What the choice of language says.
pub(super) fn write_root(html: &mut String, site: &Site<'_>, title: &str) {
    let lang = site.content.site.default_language;
    tag::property(html, "og:type", "website");
    tag::property(html, "og:site_name", site.content.site.name.get(lang));
    tag::property(html, "og:title", title);
    tag::property(html, "og:description", site.content.site.description.get(lang));
    tag::property(html, "og:url", &site.url(Route::Root));
    tag::property(html, "og:locale", locale(lang));
    tag::property(html, "og:locale:alternate", locale(lang.other()));
    let card = super::card(&Frame::new(site, lang, PageKind::Home));
    write_picture(html, card.as_ref());
}

pub(super) fn write(html: &mut String, frame: &Frame<'_, '_>, page: &Metadata<'_>) {
    let Some(url) = &page.url else { return };
    let kind = if page.article.is_some() { "article" } else { "website" };
    tag::property(html, "og:type", kind);
    tag::property(html, "og:site_name", frame.content().site.name.get(frame.lang));
    tag::property(html, "og:title", page.title);
    tag::property(html, "og:description", &page.description);
    tag::property(html, "og:url", url);
    tag::property(html, "og:locale", locale(frame.lang));
    if !page.alternates.is_empty() {
        tag::property(html, "og:locale:alternate", locale(frame.lang.other()));
    }
    write_picture(html, page.picture.as_ref());
    write_article(html, frame, page);
}

fn write_picture(html: &mut String, picture: Option<&Picture<'_>>) {
    if let Some(picture) = picture {
        tag::property(html, "og:image", &picture.url);
        tag::property(html, "og:image:alt", picture.alt);
        if let Some((width, height)) = picture.size {
            tag::property(html, "og:image:width", &width.to_string());
            tag::property(html, "og:image:height", &height.to_string());
        }
    }
    let is_large = picture.is_some_and(|picture| picture.is_card);
    tag::named(html, "twitter:card", if is_large { "summary_large_image" } else { "summary" });
}

fn write_article(html: &mut String, frame: &Frame<'_, '_>, page: &Metadata<'_>) {
    let Some(article) = &page.article else { return };
    tag::property(html, "article:published_time", &article.released.iso());
    if let Some(day) = article.amended {
        tag::property(html, "article:modified_time", &day.notation());
    }
    if let Some(column) = article.column {
        let name = frame.content().site.columns[column].name.get(frame.lang);
        tag::property(html, "article:section", name);
    }
    for keyword in article.keywords {
        tag::property(html, "article:tag", keyword);
    }
}

/// The English of these sites is British: days before months, `fertiliser`.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    }
}
