//! JSON-LD objects: keys in the order given, numbers exact.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// An object of schema.org.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Node<'p>(Entries<'p>);

struct Entries<'p>(Vec<(&'static str, Value<'p>)>);

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'p> {
    Text(Cow<'p, str>),
    Number(Exact),
    Node(Node<'p>),
    List(Vec<Node<'p>>),
    Texts(&'p [String]),
}

/// A decimal as a JSON number with all its digits: no float stands between.
struct Exact(Decimal);

impl<'p> Node<'p> {
    pub(super) fn new(kind: &'static str) -> Self {
        Node(Entries(vec![("@type", Value::Text(kind.into()))]))
    }

    /// A mention of a node that is described elsewhere.
    pub(super) fn reference(id: impl Into<Cow<'p, str>>) -> Self {
        Node(Entries(vec![("@id", Value::Text(id.into()))]))
    }

    /// The document: nodes side by side.
    pub(super) fn graph(nodes: Vec<Node<'p>>) -> Self {
        let context = ("@context", Value::Text("https://schema.org".into()));
        Node(Entries(vec![context, ("@graph", Value::List(nodes))]))
    }

    pub(super) fn text(self, key: &'static str, text: impl Into<Cow<'p, str>>) -> Self {
        self.with(key, Value::Text(text.into()))
    }

    pub(super) fn optional(self, key: &'static str, text: Option<impl Into<Cow<'p, str>>>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    pub(super) fn number(self, key: &'static str, number: Decimal) -> Self {
        self.with(key, Value::Number(Exact(number)))
    }

    pub(super) fn node(self, key: &'static str, node: Node<'p>) -> Self {
        self.with(key, Value::Node(node))
    }

    pub(super) fn optional_node(self, key: &'static str, node: Option<Node<'p>>) -> Self {
        match node {
            Some(node) => self.node(key, node),
            None => self,
        }
    }

    /// A list of nodes; nothing where it is empty.
    pub(super) fn nodes(self, key: &'static str, nodes: Vec<Node<'p>>) -> Self {
        if nodes.is_empty() { self } else { self.with(key, Value::List(nodes)) }
    }

    /// A list of texts; nothing where it is empty.
    pub(super) fn texts(self, key: &'static str, texts: &'p [String]) -> Self {
        if texts.is_empty() { self } else { self.with(key, Value::Texts(texts)) }
    }

    fn with(mut self, key: &'static str, value: Value<'p>) -> Self {
        self.0.0.push((key, value));
        self
    }
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits = RawValue::from_string(self.0.normalize().to_string());
        digits.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}
