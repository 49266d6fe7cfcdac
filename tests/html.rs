//! Every page of the sample site and of the fixtures is HTML5 without an error, and every link inside a site leads
//! somewhere.

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use common::{Tree, is_page, render, render_with};

/// The sample site and the fixtures of tests/site.rs.
fn sites() -> &'static [Tree] {
    static SITES: LazyLock<Vec<Tree>> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let fixtures = root.join("tests/fixtures");
        let plain =
            ["county", "gaps", "empty", "series"].map(|name| render(&fixtures.join(name).join("content")));
        let themed = render_with(&fixtures.join("theme/content"), Some(&fixtures.join("theme/theme")));
        [render(&root.join("content")), themed].into_iter().chain(plain).collect()
    });
    &SITES
}

/// An element's name and attributes.
type Element = (String, BTreeMap<String, String>);

fn parse(html: &[u8]) -> RcDom {
    let tree_builder = TreeBuilderOpts { exact_errors: true, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    html5ever::parse_document(RcDom::default(), options).from_utf8().one(html)
}

/// Every element with its attributes, in the order of the document.
fn elements(node: &Handle, found: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        found.push((name.local.to_string(), attributes));
    }
    node.children.borrow().iter().for_each(|child| elements(child, found));
}

fn all_pages() -> impl Iterator<Item = (&'static String, Vec<Element>)> {
    sites().iter().flat_map(pages)
}

fn pages(tree: &Tree) -> impl Iterator<Item = (&String, Vec<Element>)> {
    tree.iter().filter(|(path, _)| is_page(path)).map(|(path, bytes)| {
        let mut found = Vec::new();
        elements(&parse(bytes).document, &mut found);
        (path, found)
    })
}

#[test]
fn every_page_is_html5_without_an_error() {
    for (path, bytes) in sites().iter().flatten().filter(|(path, _)| is_page(path)) {
        let dom = parse(bytes);
        assert!(dom.errors.borrow().is_empty(), "{path}: {:?}", dom.errors.borrow());
    }
}

#[test]
fn ids_are_unique_and_headings_skip_no_level() {
    for (path, elements) in all_pages() {
        let mut ids = HashSet::new();
        for id in elements.iter().filter_map(|(_, attributes)| attributes.get("id")) {
            assert!(ids.insert(id.clone()), "{path}: the id {id} stands twice");
        }
        let heading = |name: &str| name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = elements.iter().filter_map(|(name, _)| heading(name)).collect();
        assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1, "{path}: one h1");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: h{} after h{}", pair[1], pair[0]);
        }
    }
}

/// Kinds of `<link>` that a browser loads.
const LOADED: [&str; 4] = ["stylesheet", "icon", "apple-touch-icon", "manifest"];

#[test]
fn nothing_inline_and_nothing_from_another_host() {
    for (path, elements) in all_pages() {
        for (name, attributes) in &elements {
            assert!(!attributes.contains_key("style"), "{path}: a style attribute on <{name}>");
            assert!(!attributes.keys().any(|key| key.starts_with("on")), "{path}: a handler on <{name}>");
            let loaded = match name.as_str() {
                // A data block is no script: no content security policy counts it as one.
                "script" if attributes.get("type").is_some_and(|kind| kind == "application/ld+json") => None,
                "script" => {
                    assert!(attributes.contains_key("src"), "{path}: an inline script");
                    attributes.get("src")
                }
                "style" => panic!("{path}: an inline style sheet"),
                "img" | "iframe" | "source" => attributes.get("src"),
                "link" if attributes.get("rel").is_some_and(|rel| LOADED.contains(&rel.as_str())) => {
                    attributes.get("href")
                }
                _ => None,
            };
            let foreign = |address: &&String| address.contains("://") || address.starts_with("//");
            assert_eq!(loaded.filter(foreign), None, "{path}: <{name}> loads from another host");
        }
    }
}

#[test]
fn pictures_have_alternatives_and_times_can_be_read_by_machines() {
    for (path, elements) in all_pages() {
        for (name, attributes) in &elements {
            if name == "img" {
                assert!(attributes.contains_key("alt"), "{path}: a picture without an alternative");
            }
            if let Some(time) = attributes.get("datetime") {
                let digits: String = time.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
                let known = ["0000", "0000-00", "0000-00-00", "0000-00-00T00:00"];
                assert!(known.contains(&digits.as_str()), "{path}: {time} is no time in HTML");
            }
        }
    }
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    sites().iter().for_each(links_lead_somewhere);
}

fn links_lead_somewhere(tree: &Tree) {
    let anchors: BTreeMap<String, HashSet<String>> = pages(tree)
        .map(|(path, elements)| {
            let ids = elements.iter().filter_map(|(_, attributes)| attributes.get("id").cloned()).collect();
            (path.clone(), ids)
        })
        .collect();
    let mut dead = BTreeSet::new();
    for (path, elements) in pages(tree) {
        // The page for unknown addresses links from the root of the server.
        if path == "404.html" {
            continue;
        }
        let addresses = elements.iter().filter_map(|(_, a)| a.get("href").or_else(|| a.get("src")));
        for address in addresses.filter(|address| !address.contains(':')) {
            let (target, fragment) = address.split_once('#').unwrap_or((address, ""));
            let target = if target.is_empty() { path.clone() } else { resolve(path, target) };
            let anchored =
                fragment.is_empty() || anchors.get(&target).is_some_and(|ids| ids.contains(fragment));
            if !tree.contains_key(&target) || !anchored {
                dead.insert(format!("{path} → {address}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

fn resolve(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn both_editions_have_the_same_pages_and_say_which_language_they_are_in() {
    sites().iter().for_each(editions_are_alike);
}

fn editions_are_alike(tree: &Tree) {
    // The root pages are in the language that comes first.
    let first = ["zh-CN", "en"].into_iter().find(|lang| {
        tree["index.html"].starts_with(format!("<!DOCTYPE html>\n<html lang=\"{lang}\"").as_bytes())
    });
    let of = |edition: &str| -> BTreeSet<&str> {
        tree.keys().filter_map(|path| path.strip_prefix(edition)).collect()
    };
    assert_eq!(of("zh/"), of("en/"));
    for (path, elements) in pages(tree) {
        let lang = elements.iter().find(|(name, _)| name == "html").and_then(|(_, a)| a.get("lang")).cloned();
        let expected = match path.split_once('/') {
            Some(("en", _)) => Some("en"),
            Some(_) => Some("zh-CN"),
            None => first,
        };
        assert_eq!(lang.as_deref(), expected, "{path}");
    }
}

/// WCAG 2.2, 3.1.2: what a screen reader would read in the wrong voice, and a browser set in the wrong letters.
#[test]
fn chinese_in_an_english_page_says_that_it_is_chinese() {
    for (path, bytes) in sites().iter().flatten().filter(|(path, _)| path.ends_with(".html")) {
        unsaid_chinese(&parse(bytes).document, "", path);
    }
}

fn unsaid_chinese(node: &Handle, lang: &str, path: &str) {
    // In these there is room for text alone; SVG's `desc` names what it describes in its own words.
    const PLAIN: [&str; 5] = ["title", "desc", "code", "script", "option"];
    let mut lang = lang.to_owned();
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            if PLAIN.contains(&&*name.local) {
                return;
            }
            let own = attrs.borrow().iter().find(|a| &*a.name.local == "lang").map(|a| a.value.to_string());
            lang = own.unwrap_or(lang);
        }
        NodeData::Text { contents } => {
            let text = contents.borrow();
            let han = text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
            assert!(!han || lang != "en", "{path}: {text:?} is not marked as Chinese");
        }
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| unsaid_chinese(child, &lang, path));
}
