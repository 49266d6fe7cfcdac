//! `<meta>` elements, escaped.

use pulldown_cmark_escape::escape_html;

/// `<meta name="…" content="…">`.
pub(super) fn named(html: &mut String, name: &str, content: &str) {
    write(html, "name", name, content);
}

/// `<meta property="…" content="…">`, as Open Graph writes it.
pub(super) fn property(html: &mut String, property: &str, content: &str) {
    write(html, "property", property, content);
}

fn write(html: &mut String, key: &str, name: &str, content: &str) {
    html.extend(["\n  <meta ", key, "=\"", name, "\" content=\""]);
    // Writing to a string cannot fail.
    let _ = escape_html(&mut *html, content);
    html.push_str("\">");
}
