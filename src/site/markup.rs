//! Text as HTML, for the little markup that is not made by templates.

/// The paragraphs, headings and table rows of finished HTML as plain text, without drawings.
pub(super) fn passages(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        unescape(before, &mut text);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = match tag.split(|c: char| !c.is_ascii_alphanumeric()).find(|name| !name.is_empty()) {
            Some("svg") => after.split_once("</svg>").map_or("", |(_, after)| after),
            // The number of a footnote is no part of the sentence.
            Some("sup") if !tag.starts_with('/') => after.split_once("</sup>").map_or("", |(_, after)| after),
            Some("td" | "th" | "br") => {
                text.push(' ');
                after
            }
            Some(
                "a" | "abbr" | "b" | "cite" | "code" | "del" | "em" | "i" | "s" | "span" | "strong" | "time",
            ) => after,
            _ => {
                finish(&mut text, &mut found);
                after
            }
        };
    }
    unescape(rest, &mut text);
    finish(&mut text, &mut found);
    found
}

fn finish(text: &mut String, found: &mut Vec<String>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    if !words.is_empty() {
        found.push(words.join(" "));
    }
    text.clear();
}

/// Adds a text between tags, with the references that are written in this program replaced.
fn unescape(html: &str, text: &mut String) {
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let found = [
            ("amp;", '&'),
            ("lt;", '<'),
            ("gt;", '>'),
            ("quot;", '"'),
            ("#39;", '\''),
            ("#x27;", '\''),
            ("nbsp;", ' '),
        ];
        let reference = found.into_iter().find_map(|(name, c)| Some((after.strip_prefix(name)?, c)));
        let (after, c) = reference.unwrap_or((after, '&'));
        text.push(c);
        rest = after;
    }
    text.push_str(rest);
}

/// A text between tags or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut html, text);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_blocks_of_plain_text() {
        let html = "<h2 id=\"a\">A &amp; B</h2>\n<p>one <b>two</b>\nthree<sup>1</sup></p><svg><text>no</text></svg>\
                    <table><tr><th>x</th><td>1&nbsp;亿</td></tr><tr><td>y</td></tr></table>&unknown;";
        assert_eq!(passages(html), ["A & B", "one two three", "x 1 亿", "y", "&unknown;"]);
    }
}
