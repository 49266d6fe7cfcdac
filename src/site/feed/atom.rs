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
    let newest = bulletins(site, column).iter().take(ENTRIES);
    let shown: Vec<(usize, Article<'_>)> = newest.map(|&at| (at, Article::of(site, lang, at))).collect();
    // The same shape in every line, so that instants sort as texts do.
    let updated = shown.iter().map(|(_, article)| article.updated().instant()).max().unwrap_or_default();
    let mut xml = String::with_capacity(2048 + 2048 * shown.len());
    xml.push_str(DECLARATION);
    xml.extend(["<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", lang.tag(), "\">\n"]);
    head(&mut xml, site, lang, column, &updated);
    for (at, article) in &shown {
        entry(&mut xml, site, lang, *at, article);
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

/// What a feed says of itself.
fn head(xml: &mut String, site: &Site<'_>, lang: Lang, column: Option<usize>, updated: &str) {
    let config = &site.content.site;
    let page = column.map_or(PageKind::Home, PageKind::Column);
    let (address, own) = (site.url(Route::Page(lang, page)), site.url(Route::Feed(lang, column)));
    let name = config.name.get(lang);
    let (title, subtitle) = match column.map(|at| &config.columns[at]) {
        Some(column) => {
            let args = [("title", column.name.get(lang).as_str()), ("site", name.as_str())];
            (site.words(lang, "site.title.head", &args), column.description.get(lang))
        }
        None => (name.clone(), config.description.get(lang)),
    };
    element(xml, "  ", "id", &own);
    element(xml, "  ", "title", &title);
    element(xml, "  ", "subtitle", subtitle);
    element(xml, "  ", "updated", updated);
    empty(xml, "  ", "link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    let html = [("rel", "alternate"), ("type", "text/html"), ("hreflang", lang.tag()), ("href", &address)];
    empty(xml, "  ", "link", &html);
    xml.push_str("  <author>\n");
    element(xml, "    ", "name", config.agency.name.get(lang));
    xml.push_str("  </author>\n");
    element(xml, "  ", "generator", "gongbao");
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
