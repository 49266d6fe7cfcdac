//! Feeds, sitemaps and the manifest.

use std::collections::{BTreeMap, BTreeSet};

use gongbao::site::{Site, Theme};
use roxmltree::Document;
use serde_json::Value;

use crate::common::Tree;
use crate::page::Page;
use crate::{BASE, is_not_found, path_of, sample, sample_content, sample_pages};

pub(crate) fn parse<'t>(tree: &'t Tree, path: &str) -> Document<'t> {
    Document::parse(std::str::from_utf8(&tree[path]).unwrap()).unwrap()
}

pub(crate) fn texts<'d>(document: &'d Document<'_>, name: &'d str) -> impl Iterator<Item = &'d str> {
    let named = document.descendants().filter(move |node| node.tag_name().name() == name);
    named.filter_map(|node| node.text())
}

#[test]
fn the_sitemap_has_every_page_with_its_languages_and_the_day_that_the_content_says() {
    let document = parse(sample(), "sitemap.xml");
    let mut listed = BTreeMap::new();
    for url in document.descendants().filter(|node| node.tag_name().name() == "url") {
        let child = |name: &str| url.children().find(|node| node.tag_name().name() == name);
        let address = child("loc").unwrap().text().unwrap();
        let links: BTreeMap<&str, &str> = url
            .children()
            .filter(|node| node.tag_name().name() == "link")
            .map(|node| (node.attribute("hreflang").unwrap(), node.attribute("href").unwrap()))
            .collect();
        let day = child("lastmod").and_then(|node| node.text());
        assert!(listed.insert(path_of(address), (links, day)).is_none(), "{address} stands twice");
    }
    let inside = |page: &&Page| !is_not_found(page) && page.path != "index.html";
    let shown: Vec<&Page> = sample_pages().iter().filter(inside).collect();
    assert_eq!(listed.len(), shown.len());
    for page in shown {
        assert_eq!(listed[&page.path].0, page.alternates(), "{}", page.path);
    }
    assert_eq!(listed["zh/bulletins/2022/huaihua-h1.html"].1, Some("2022-07-07"));
    assert_eq!(listed["en/bulletins/2022/zhoushan-february.html"].1, None, "the day is not known");
    assert_eq!(listed["en/index.html"].1, Some("2025-01-13"), "a list is as new as what it lists");
    let robots = String::from_utf8(sample()["robots.txt"].clone()).unwrap();
    assert!(robots.contains(&format!("Sitemap: {BASE}sitemap.xml")), "{robots}");
}

#[test]
fn a_sitemap_above_the_limit_becomes_an_index_of_several() {
    let theme = Theme::load(None).unwrap();
    let site = Site::new(sample_content(), &theme, None).unwrap().with_sitemap_limit(50);
    let tree: Tree = site
        .routes()
        .into_iter()
        .filter(|&route| site.path(route).starts_with("sitemap"))
        .map(|route| site.render(route).document)
        .map(|document| (document.path, document.bytes))
        .collect();
    let index = parse(&tree, "sitemap.xml");
    assert_eq!(index.root_element().tag_name().name(), "sitemapindex");
    let parts: Vec<String> = texts(&index, "loc").map(path_of).collect();
    assert_eq!(parts.len() + 1, tree.len());
    let mut all = BTreeSet::new();
    for part in &parts {
        let document = parse(&tree, part);
        let addresses: Vec<&str> = texts(&document, "loc").collect();
        assert!((1..=50).contains(&addresses.len()), "{part}");
        all.extend(addresses.into_iter().map(str::to_owned));
    }
    let whole = parse(sample(), "sitemap.xml");
    assert_eq!(all, texts(&whole, "loc").map(str::to_owned).collect());
}

/// What RFC 4287 asks of a feed and of its entries (4.1.1, 4.1.2), and that all of it is the page's own.
#[test]
fn feeds_are_atom_and_tell_what_their_pages_tell() {
    let feeds: Vec<&String> = sample().keys().filter(|path| path.ends_with(".atom")).collect();
    assert_eq!(feeds.len(), 2 * (1 + sample_content().site.columns.len()));
    for path in feeds {
        let document = parse(sample(), path);
        let feed = document.root_element();
        assert_eq!(feed.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            let mut found = node.children().filter(|child| child.tag_name().name() == name);
            let text = found.next().and_then(|child| child.text()).map(str::to_owned);
            assert!(found.next().is_none(), "{path}: {name} twice");
            text
        };
        assert_eq!(child(feed, "id").map(|id| path_of(&id)).as_ref(), Some(path));
        let has = |name: &str| feed.children().any(|node| node.tag_name().name() == name);
        assert!(has("title") && has("author") && has("link"), "{path}");
        let mut newest = String::new();
        let mut ids = BTreeSet::new();
        for entry in feed.children().filter(|node| node.tag_name().name() == "entry") {
            let id = child(entry, "id").unwrap();
            assert!(ids.insert(id.clone()), "{path}: {id} twice");
            let page_path = path_of(&id);
            let page = Page::read(&page_path, &sample()[&page_path]);
            assert_eq!(child(entry, "title").as_deref(), page.meta("ArticleTitle"), "{path}");
            assert_eq!(child(entry, "summary").as_deref(), page.meta("Description"), "{path}");
            let updated = child(entry, "updated").unwrap();
            assert_eq!(updated.len(), "2022-07-07T09:30:00+08:00".len(), "{updated}");
            let released = page.meta("article:published_time").unwrap();
            match child(entry, "published") {
                Some(published) => assert_eq!(published.replace(":00+08:00", "+08:00"), released),
                None => assert!(!released.contains('T'), "{id}"),
            }
            newest = newest.max(updated);
        }
        assert!(!ids.is_empty() && child(feed, "updated").as_ref() == Some(&newest), "{path}");
    }
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    for lang in ["zh", "en"] {
        let manifest: Value = serde_json::from_slice(&sample()[&format!("{lang}/site.webmanifest")]).unwrap();
        for icon in manifest["icons"].as_array().unwrap() {
            let path = icon["src"].as_str().unwrap().trim_start_matches("../");
            assert!(sample().contains_key(path), "{path}");
        }
        assert_eq!(manifest["theme_color"], "#12436d");
    }
}
