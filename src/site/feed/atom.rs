//! Atom (RFC 4287): the newest bulletins of an edition, and of each column.

use super::xml::{DECLARATION, element, empty};
use crate::lang::Lang;
use crate::site::metadata::Article;
use crate::site::{PageKind, Route, Site};

/// How many bulletins a feed has, newest first; a reader that comes once a month misses none.
const ENTRIES: usize = 30;

/// Whether there is a feed of a column, or of everything: RFC 4287 wants a time of its last change, which an empty
/// one does not have.
pub(in crate::site) fn has_feed(site: &Site<'_>, column: Option<usize>) -> bool {
    !bulletins(site, column).is_empty()
}

fn bulletins<'s>(site: &'s Site<'_>, column: Option<usize>) -> &'s [usize] {
    column.map_or(site.lists.newest(), |at| site.lists.of_column(at))
}

/// The feed of a column, or of all.
pub(in crate::site) fn atom(site: &Site<'_>, lang: Lang, column: Option<usize>) -> Vec<u8> {
    let config = &site.content.site;
    let all = bulletins(site, column);
    let shown: Vec<(usize, Article<'_>)> =
        all.iter().take(ENTRIES).map(|&at| (at, Article::of(site, lang, at))).collect();
    let page = column.map_or(PageKind::Home, PageKind::Column);
    let (address, own) = (site.url(Route::Page(lang, page)), site.url(Route::Feed(lang, column)));
    let name = config.name.get(lang);
    let (title, subtitle) = match column.map(|at| &config.columns[at]) {
        Some(column) => {
            let column_name = column.name.get(lang);
            let args = [("title", column_name.as_str()), ("site", name.as_str())];
            (site.words(lang, "site.title.head", &args), column.description.get(lang))
        }
        None => (name.clone(), config.description.get(lang)),
    };
    let mut xml = String::with_capacity(2048 + 2048 * shown.len());
    xml.push_str(DECLARATION);
    xml.extend(["<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", lang.tag(), "\">\n"]);
    element(&mut xml, "  ", "id", &own);
    element(&mut xml, "  ", "title", &title);
    element(&mut xml, "  ", "subtitle", subtitle);
    // The same shape in every line, so that instants sort as texts do.
    let updated = shown.iter().map(|(_, article)| article.updated().instant()).max();
    element(&mut xml, "  ", "updated", &updated.unwrap_or_default());
    empty(&mut xml, "  ", "link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    empty(
        &mut xml,
        "  ",
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang.tag()), ("href", &address)],
    );
    xml.push_str("  <author>\n");
    element(&mut xml, "    ", "name", config.agency.name.get(lang));
    xml.push_str("  </author>\n");
    xml.push_str(concat!("  <generator version=\"", env!("CARGO_PKG_VERSION"), "\">gongbao</generator>\n"));
    for (at, article) in &shown {
        entry(&mut xml, site, lang, *at, article);
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

fn entry(xml: &mut String, site: &Site<'_>, lang: Lang, at: usize, article: &Article<'_>) {
    let kind = PageKind::Bulletin(at);
    let address = site.url(Route::Page(lang, kind));
    xml.push_str("  <entry>\n");
    element(xml, "    ", "id", &address);
    element(xml, "    ", "title", article.title);
    element(xml, "    ", "updated", &article.updated().instant());
    if let Some(instant) = article.released.known_instant() {
        element(xml, "    ", "published", &instant);
    }
    let mut link = |lang: Lang| {
        let href = site.url(Route::Page(lang, kind));
        let link =
            [("rel", "alternate"), ("type", "text/html"), ("hreflang", lang.tag()), ("href", href.as_str())];
        empty(xml, "    ", "link", &link);
    };
    link(lang);
    if site.is_translated(kind) {
        link(lang.other());
    }
    xml.push_str("    <author>\n");
    element(xml, "      ", "name", article.byline.unwrap_or(article.source));
    xml.push_str("    </author>\n");
    if let Some(column) = article.column.map(|at| &site.content.site.columns[at]) {
        let term = column.id.value.slug();
        empty(xml, "    ", "category", &[("term", &term), ("label", column.name.get(lang))]);
    }
    element(xml, "    ", "summary", &site.told(lang, kind, article.summary));
    xml.push_str("  </entry>\n");
}
