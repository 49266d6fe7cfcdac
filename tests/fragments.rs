//! Bulletins for the pages of a portal and for WeChat: nothing in them can collide with what stands around them,
//! and nothing is missing where they are pasted.

mod common;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use common::{Tree, render};

static SITE: LazyLock<Tree> =
    LazyLock::new(|| render(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")));

/// An element: its name, its attributes, its text.
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// Every piece of a name, by its path.
fn pieces(name: &str) -> Vec<(&'static str, &'static str)> {
    let of_name = SITE.iter().filter(|(path, _)| path.rsplit('/').next() == Some(name));
    let pieces: Vec<_> =
        of_name.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8"))).collect();
    assert!(pieces.len() > 30, "only {} of {name}", pieces.len());
    pieces
}

/// The elements inside a page's body, which is HTML5 without an error.
fn elements(path: &str, body: &str) -> Vec<Element> {
    let html = format!(
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>t</title></head><body>{body}</body></html>"
    );
    let tree_builder = TreeBuilderOpts { exact_errors: true, ..TreeBuilderOpts::default() };
    let dom = html5ever::parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() })
        .one(html);
    assert!(dom.errors.borrow().is_empty(), "{path}: {:?}", dom.errors.borrow());
    let mut found = Vec::new();
    collect(&dom.document, &mut found);
    found.retain(|element| {
        !["html", "head", "title", "body"].contains(&element.name.as_str()) || element.text != "t"
    });
    found.into_iter().filter(|element| !["html", "head", "body"].contains(&element.name.as_str())).collect()
}

fn collect(node: &Handle, found: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        found.push(Element { name: name.local.to_string(), attributes, text: text(node) });
    }
    node.children.borrow().iter().for_each(|child| collect(child, found));
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

#[test]
fn a_fragment_is_one_article_that_needs_nothing_else() {
    for (path, html) in pieces("fragment.html") {
        assert!(
            html.starts_with("<article class=\"gongbao\"") && html.trim_end().ends_with("</article>"),
            "{path}"
        );
        for Element { name, attributes, .. } in elements(path, html) {
            assert!(
                !["script", "link", "iframe", "object", "footer", "h1"].contains(&name.as_str()),
                "{path}: {name}"
            );
            assert!(!attributes.keys().any(|key| key.starts_with("on") || key == "style"), "{path}: {name}");
            let classes = attributes.get("class").map_or("", String::as_str);
            assert!(
                classes.split(' ').all(|class| class.is_empty() || class.starts_with("gongbao")),
                "{path}: {classes}"
            );
            for address in ["href", "src"].into_iter().filter_map(|key| attributes.get(key)) {
                let leaves =
                    ["https://", "http://", "mailto:", "#"].iter().any(|start| address.starts_with(start));
                assert!(leaves, "{path}: {address} leads elsewhere from another site");
            }
        }
    }
}

#[test]
fn every_selector_of_a_fragment_begins_with_its_class() {
    let (path, html) = pieces("fragment.html")[0];
    let found = elements(path, html);
    let sheets: Vec<&Element> = found.iter().filter(|element| element.name == "style").collect();
    let [sheet] = sheets[..] else { panic!("{path}: {} style sheets", sheets.len()) };
    let rules: Vec<&str> = sheet.text.split('}').filter(|rule| !rule.is_empty()).collect();
    assert!(rules.len() > 30, "{}", rules.len());
    for rule in rules {
        let (selectors, _) = rule.split_once('{').unwrap_or_else(|| panic!("{rule}"));
        assert!(selectors.split(',').all(|selector| selector.starts_with(".gongbao")), "{selectors}");
    }
}

#[test]
fn all_fragments_could_stand_on_one_page() {
    let mut everywhere = HashSet::new();
    for (path, html) in pieces("fragment.html") {
        let elements = elements(path, html);
        let ids: HashSet<&String> =
            elements.iter().filter_map(|element| element.attributes.get("id")).collect();
        let prefix = path.trim_end_matches("/fragment.html").replace('/', "-");
        for id in &ids {
            assert!(id.starts_with(&prefix), "{path}: {id}");
            assert!(everywhere.insert((*id).clone()), "{id} stands twice");
        }
        for Element { name, attributes, .. } in &elements {
            let labels =
                ["aria-labelledby", "aria-describedby", "for"].iter().filter_map(|key| attributes.get(*key));
            let named = labels.flat_map(|ids| ids.split(' '));
            let target = attributes.get("href").and_then(|href| href.strip_prefix('#'));
            for id in named.chain(target) {
                assert!(ids.contains(&id.to_owned()), "{path}: <{name}> names {id}, which is not there");
            }
        }
    }
}

#[test]
fn an_article_for_wechat_has_styles_in_its_elements_and_nothing_else() {
    let kept = ["style", "src", "alt", "width", "height", "colspan", "rowspan", "start"];
    let left = ["a", "svg", "style", "script", "figure", "article", "details", "div", "title"];
    for (path, html) in pieces("wechat.html") {
        for Element { name, attributes, .. } in elements(path, html) {
            assert!(!left.contains(&name.as_str()), "{path}: <{name}>");
            let strange = attributes.keys().find(|key| !kept.contains(&key.as_str()));
            assert_eq!(strange, None, "{path}: <{name}>");
        }
        let address = format!("https://bulletins.example.org/{}.html", path.trim_end_matches("/wechat.html"));
        assert!(html.contains(&address), "{path} does not print where its page is");
    }
}

/// The title is the portal's and WeChat's to print; all the rest of a bulletin is there.
#[test]
fn both_pieces_have_figures_charts_and_sources() {
    let folder = "zh/bulletins/2024/yunlan-06";
    let of = |name: &str| std::str::from_utf8(&SITE[&format!("{folder}/{name}")]).expect("UTF-8");
    let (fragment, wechat) = (of("fragment.html"), of("wechat.html"));
    assert_eq!(fragment.matches("<svg").count(), 8, "every chart once");
    for words in ["693.4亿元", "数据来源", "演示数据", "全部数据", "注释"] {
        assert!(fragment.contains(words) && wechat.contains(words), "{words}");
    }
    assert_eq!(wechat.matches("本图见：").count(), 8, "where each chart can be seen");
}

#[test]
fn the_page_that_copies_is_for_editors_alone() {
    let sitemap = std::str::from_utf8(&SITE["sitemap.xml"]).expect("UTF-8");
    assert!(!sitemap.contains("/copy.html"));
    for (path, html) in pieces("copy.html") {
        assert!(html.contains("name=\"robots\" content=\"noindex\""), "{path}");
        let page = path.replace("/copy.html", ".html");
        let bulletin = std::str::from_utf8(&SITE[&page]).expect("UTF-8");
        assert!(bulletin.contains("/copy.html\""), "{page} does not lead there");
    }
}
