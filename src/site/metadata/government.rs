//! The tags that 国办发〔2017〕47号 (政府网站发展指引) asks of every page of a government website, with its names.
//!
//! HTML knows names of `<meta>` without their case, so that `Keywords` and `Description` stand once and serve search
//! engines as well.

use super::{Metadata, tag};
use crate::content::Column;
use crate::lang::Lang;
use crate::site::Site;
use crate::site::frame::Frame;

/// The tags of the site; of its column; of the article.
pub(super) fn write(html: &mut String, frame: &Frame<'_, '_>, page: &Metadata<'_>) {
    write_site(html, frame.site, frame.lang);
    let column = page.column.map(|at| &frame.content().site.columns[at]);
    if let Some(column) = column {
        write_column(html, column, frame.lang);
    }
    if page.article.is_some() {
        write_article(html, page, frame.lang);
    } else {
        tag::named(html, "Description", &page.description);
    }
}

pub(super) fn write_site(html: &mut String, site: &Site<'_>, lang: Lang) {
    tag::named(html, "SiteName", site.content.site.name.get(lang));
    tag::named(html, "SiteDomain", host(&site.base_url));
    if let Some(code) = &site.content.site.identity.site_code {
        tag::named(html, "SiteIDCode", &code.value);
    }
}

/// `invest.example.gov.cn` of `https://invest.example.gov.cn:8080/langu`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

fn write_column(html: &mut String, column: &Column, lang: Lang) {
    tag::named(html, "ColumnName", column.name.get(lang));
    tag::named(html, "ColumnDescription", column.description.get(lang));
    tag::named(html, "ColumnKeywords", &joined(column.keywords.get(lang), lang));
    // The list of types is in Chinese, and so are they in every language.
    tag::named(html, "ColumnType", &column.kind.value);
}

fn write_article(html: &mut String, page: &Metadata<'_>, lang: Lang) {
    let Some(article) = &page.article else { return };
    tag::named(html, "ArticleTitle", page.title);
    tag::named(html, "PubDate", &article.released.pub_date());
    tag::named(html, "ContentSource", article.source);
    if !article.keywords.is_empty() {
        tag::named(html, "Keywords", &joined(article.keywords, lang));
    }
    if let Some(byline) = article.byline {
        tag::named(html, "Author", byline);
    }
    tag::named(html, "Description", &page.description);
    if let Some(picture) = page.picture.as_ref().filter(|picture| !picture.is_card) {
        tag::named(html, "Image", &picture.url);
    }
    if let Some(url) = &page.url {
        tag::named(html, "Url", url);
    }
}

fn joined(words: &[String], lang: Lang) -> String {
    words.join(if lang == Lang::Zh { "，" } else { ", " })
}
