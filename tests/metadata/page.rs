//! A page as a machine reads it.

use std::collections::BTreeMap;

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

/// An element: its name, its attributes and the text in it.
pub(crate) struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }
}

pub(crate) struct Page {
    pub(crate) path: String,
    elements: Vec<Element>,
}

impl Page {
    pub(crate) fn read(path: &str, bytes: &[u8]) -> Self {
        let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(bytes);
        let mut elements = Vec::new();
        collect(&dom.document, &mut elements);
        Page { path: path.to_owned(), elements }
    }

    pub(crate) fn all<'p>(&'p self, name: &'static str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    pub(crate) fn one(&self, name: &'static str) -> &str {
        self.all(name).next().map_or("", |element| element.text.trim())
    }

    /// The content of the one `<meta>` of a name or property.
    pub(crate) fn meta(&self, name: &str) -> Option<&str> {
        let mut found =
            self.all("meta").filter(|meta| meta.get("name") == name || meta.get("property") == name);
        let first = found.next().map(|meta| meta.get("content"));
        assert!(found.next().is_none(), "{}: {name} stands twice", self.path);
        first
    }

    pub(crate) fn canonical(&self) -> Option<&str> {
        self.all("link").find(|link| link.get("rel") == "canonical").map(|link| link.get("href"))
    }

    /// The pairs of `hreflang`.
    pub(crate) fn alternates(&self) -> BTreeMap<&str, &str> {
        let links = self.all("link").filter(|link| link.attributes.contains_key("hreflang"));
        links.map(|link| (link.get("hreflang"), link.get("href"))).collect()
    }

    /// The nodes of the page's linked data.
    pub(crate) fn nodes(&self) -> Vec<Value> {
        let mut blocks = self.all("script").filter(|script| script.get("type") == "application/ld+json");
        let block = blocks.next().unwrap_or_else(|| panic!("{} has no linked data", self.path));
        assert!(blocks.next().is_none(), "{} has two blocks of linked data", self.path);
        let graph: Value = serde_json::from_str(&block.text).unwrap();
        assert_eq!(graph["@context"], "https://schema.org");
        graph["@graph"].as_array().unwrap().clone()
    }

    pub(crate) fn node(&self, kinds: &[&str]) -> Option<Value> {
        self.nodes().into_iter().find(|node| kinds.contains(&node["@type"].as_str().unwrap_or_default()))
    }
}

fn collect(node: &Handle, elements: &mut Vec<Element>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attributes =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        let mut text = String::new();
        text_of(node, &mut text);
        elements.push(Element { name: name.local.to_string(), attributes, text });
    }
    node.children.borrow().iter().for_each(|child| collect(child, elements));
}

fn text_of(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| text_of(child, text));
}
