//! XML, written element by element. Texts of the content hold no character that XML forbids: loading refuses them.

use pulldown_cmark_escape::escape_html;

/// The declaration that every document begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// `<name>text</name>` on a line of its own.
pub(super) fn element(xml: &mut String, indent: &str, name: &str, text: &str) {
    xml.extend([indent, "<", name, ">"]);
    escape(xml, text);
    xml.extend(["</", name, ">\n"]);
}

/// `<name a="1" b="2"/>` on a line of its own.
pub(super) fn empty(xml: &mut String, indent: &str, name: &str, attributes: &[(&str, &str)]) {
    xml.extend([indent, "<", name]);
    for (attribute, value) in attributes {
        xml.extend([" ", attribute, "=\""]);
        escape(xml, value);
        xml.push('"');
    }
    xml.push_str("/>\n");
}

fn escape(xml: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = escape_html(&mut *xml, text);
}
