//! Markup as the editor of WeChat's public accounts takes it.
//!
//! It drops style sheets, classes, ids, scripts, SVG and links to other sites without a word. So an article has
//! none: every element carries its declarations itself, links are their text with the address printed behind it, and
//! what a page hides from the eye is left out.

use super::scan::{Tag, Token, tokens};
use super::sheet::Sheet;
use crate::lang::Lang;

/// Elements by what becomes of them; all others are taken off around their content.
const ELEMENTS: [(&str, &str); 43] = [
    ("article", "section"),
    ("aside", "section"),
    ("b", "b"),
    ("blockquote", "blockquote"),
    ("br", "br"),
    ("caption", "caption"),
    ("code", "code"),
    ("dd", "section"),
    ("del", "del"),
    ("details", "section"),
    ("div", "section"),
    ("dl", "section"),
    ("dt", "section"),
    ("em", "em"),
    ("figcaption", "section"),
    ("figure", "section"),
    ("footer", "section"),
    ("h1", "h1"),
    ("h2", "h2"),
    ("h3", "h3"),
    ("h4", "h4"),
    ("h5", "h5"),
    ("h6", "h6"),
    ("header", "section"),
    ("hr", "hr"),
    ("i", "i"),
    ("img", "img"),
    ("li", "li"),
    ("ol", "ol"),
    ("p", "p"),
    ("pre", "pre"),
    ("section", "section"),
    ("span", "span"),
    ("strong", "strong"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("table", "table"),
    ("tbody", "tbody"),
    ("td", "td"),
    ("th", "th"),
    ("thead", "thead"),
    ("tr", "tr"),
    ("ul", "ul"),
];

/// Elements within a line; the others begin a new one.
const INLINE: [&str; 11] = ["b", "br", "code", "del", "em", "i", "img", "span", "strong", "sub", "sup"];

/// Attributes that say something to a reader.
const ATTRIBUTES: [(&str, &str); 8] = [
    ("img", "src"),
    ("img", "alt"),
    ("img", "width"),
    ("img", "height"),
    ("ol", "start"),
    ("td", "colspan"),
    ("th", "colspan"),
    ("th", "rowspan"),
];

/// Elements that are left out with all that is in them.
const LEFT_OUT: [&str; 6] = ["noscript", "script", "style", "summary", "svg", "template"];

/// Whether an element has looks of its own in an article.
pub(super) fn is_kept(element: &str) -> bool {
    written_as(element).is_some()
}

/// The element that is written for one.
fn written_as(element: &str) -> Option<&'static str> {
    let found = ELEMENTS.binary_search_by(|(known, _)| known.cmp(&element)).ok()?;
    Some(ELEMENTS[found].1)
}

/// Rewrites `html`, which is in `lang`.
pub(super) fn rewrite(html: &str, lang: Lang, sheet: &Sheet) -> String {
    let out = String::with_capacity(html.len());
    let mut writer = Writer { lang, sheet, out, open: Vec::new(), left_out: 0, at_edge: true, space: false };
    for token in tokens(html) {
        match token {
            Token::Text(text) => writer.text(text),
            Token::Start(tag) => writer.start(tag),
            Token::End(name) => writer.end(name),
        }
    }
    while let Some(element) = writer.open.pop() {
        writer.close(&element);
    }
    writer.out
}

/// An element that has begun and not ended.
struct Open<'h> {
    name: &'h str,
    /// What was written for it, if anything.
    written: Option<&'static str>,
    is_left_out: bool,
    /// The address that a link leads to outside the site, and where its text begins.
    address: Option<(&'h str, usize)>,
}

struct Writer<'s, 'h> {
    lang: Lang,
    sheet: &'s Sheet,
    out: String,
    open: Vec<Open<'h>>,
    /// How many of the open elements are left out.
    left_out: usize,
    /// Whether a line begins here, so that a space would be seen as an indent.
    at_edge: bool,
    /// Whether there was a space since the last character.
    space: bool,
}

impl<'h> Writer<'_, 'h> {
    /// Writes text with its spaces and line ends as a page shows them: WeChat keeps each.
    fn text(&mut self, text: &str) {
        if self.left_out > 0 {
            return;
        }
        if self.open.iter().any(|element| element.name == "pre") {
            self.out.push_str(&text.replace('<', "&lt;"));
            return;
        }
        self.space |= text.starts_with(|c: char| c.is_ascii_whitespace());
        for word in text.split_ascii_whitespace() {
            self.put_space();
            self.out.push_str(&word.replace('<', "&lt;"));
            self.at_edge = false;
            self.space = true;
        }
        self.space &= text.ends_with(|c: char| c.is_ascii_whitespace());
    }

    fn put_space(&mut self) {
        if std::mem::take(&mut self.space) && !self.at_edge {
            self.out.push(' ');
        }
    }

    fn start(&mut self, tag: Tag<'h>) {
        let is_left_out = LEFT_OUT.contains(&tag.name)
            || tag.says("class", "visually-hidden")
            || tag.says("role", "doc-backlink");
        let hidden = is_left_out || self.left_out > 0;
        let written = if hidden { None } else { written_as(tag.name) };
        if let Some(element) = written {
            self.write(tag, element);
        }
        if tag.is_void() {
            return;
        }
        let leaves = tag.name == "a" && tag.says("rel", "external") && !hidden;
        let address = tag.attribute("href").filter(|_| leaves).map(|href| (href, self.out.len()));
        self.left_out += usize::from(is_left_out);
        self.open.push(Open { name: tag.name, written, is_left_out, address });
    }

    fn write(&mut self, tag: Tag<'h>, element: &'static str) {
        self.edge(element);
        self.put_space();
        self.out.extend(["<", element]);
        for (name, value) in tag.attributes() {
            if ATTRIBUTES.contains(&(element, name)) {
                self.out.extend([" ", name, "=\"", &value.replace('"', "&quot;"), "\""]);
            }
        }
        if let Some(style) = self.sheet.style(tag) {
            self.out.extend([" style=\"", style, "\""]);
        }
        self.out.push('>');
        self.at_edge |= element == "br";
    }

    /// Notes that a block begins or ends.
    fn edge(&mut self, element: &str) {
        if !INLINE.contains(&element) {
            self.at_edge = true;
            self.space = false;
        }
    }

    /// Ends the innermost open element of that name, and what is open within it.
    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|element| element.name == name) else { return };
        while self.open.len() > at
            && let Some(element) = self.open.pop()
        {
            self.close(&element);
        }
    }

    fn close(&mut self, element: &Open<'h>) {
        self.left_out -= usize::from(element.is_left_out);
        if let Some((address, start)) = element.address {
            self.print(address, start);
        }
        if let Some(written) = element.written {
            self.edge(written);
            self.out.extend(["</", written, ">"]);
        }
    }

    /// Prints the address behind the text of a link, unless the text is the address.
    fn print(&mut self, address: &str, start: usize) {
        let address = address.strip_prefix("mailto:").unwrap_or(address);
        if self.out[start..].contains(address) {
            return;
        }
        match self.lang {
            Lang::Zh => self.out.extend(["（", address, "）"]),
            Lang::En => self.out.extend([" (", address, ")"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn article(html: &str) -> String {
        let sheet = "[styles]\np = 'margin:0'\n'td.end' = 'text-align:right'\ntd = 'color:{accent}'";
        let sheet = Sheet::read(sheet).expect("a sheet").tinted("#123456");
        rewrite(html, Lang::En, &sheet)
    }

    #[test]
    fn the_table_of_elements_is_in_order() {
        assert!(ELEMENTS.is_sorted());
        assert!(ELEMENTS.iter().all(|(_, written)| is_kept(written)), "an article can be rewritten again");
    }

    #[test]
    fn looks_come_from_the_sheet_and_hidden_words_go() {
        let html = "<div id=\"a\">\n  <p class=\"x\">One <b>two</b>\n <span>three</span></p>\n\
                    <svg><text>no</text></svg><span class=\"visually-hidden\">no</span>\
                    <table><tr><td class=\"end\">1</td><td colspan=\"2\" headers=\"q\">2</td></tr></table></div>";
        let expected = "<section><p style=\"margin:0\">One <b>two</b> <span>three</span></p>\
                        <table><tr><td style=\"text-align:right\">1</td>\
                        <td colspan=\"2\" style=\"color:#123456\">2</td></tr></table></section>";
        assert_eq!(article(html), expected);
    }

    #[test]
    fn links_to_other_sites_are_printed() {
        let html = "<p>See <a rel=\"noopener external\" href=\"https://a.gov.cn/?b&amp;c\">the notice</a>, \
                    <a href=\"../x.html\">here</a>, <a rel=\"external\" href=\"mailto:a@b.cn\">a@b.cn</a>.</p>";
        let expected = "<p style=\"margin:0\">See the notice (https://a.gov.cn/?b&amp;c), here, a@b.cn.</p>";
        assert_eq!(article(html), expected);
    }

    /// Markup of any elements, known and unknown, with attributes and text, nested and closed or not.
    fn markup() -> impl Strategy<Value = String> {
        let name = prop::sample::select(vec![
            "p", "div", "a", "svg", "style", "span", "table", "td", "h2", "ul", "li", "pre", "time", "x-y",
        ]);
        let attributes = prop::sample::select(vec![
            "",
            " class=\"end\"",
            " id='i'",
            " onclick=\"x\"",
            " style=\"top:0\"",
            " href=\"a>b\"",
            " hidden",
        ]);
        let leaf = prop_oneof!["[a-z 。\n]{0,8}", Just("<br>".to_owned()), Just("a < b".to_owned())];
        leaf.prop_recursive(5, 40, 4, move |inner| {
            let children = prop::collection::vec(inner, 0..4);
            (name.clone(), attributes.clone(), children, any::<bool>()).prop_map(
                |(name, attributes, children, ends)| {
                    let end = if ends { format!("</{name}>") } else { String::new() };
                    format!("<{name}{attributes}>{}{end}", children.concat())
                },
            )
        })
    }

    proptest! {
        #[test]
        fn an_article_holds_nothing_else_than_is_allowed(html in markup()) {
            let made = article(&html);
            let mut open = Vec::new();
            for token in tokens(&made) {
                match token {
                    Token::Start(tag) => {
                        prop_assert!(ELEMENTS.iter().any(|(_, written)| *written == tag.name), "{made}");
                        for (name, _) in tag.attributes() {
                            prop_assert!(name == "style" || ATTRIBUTES.contains(&(tag.name, name)), "{made}");
                        }
                        if !tag.is_void() {
                            open.push(tag.name);
                        }
                    }
                    Token::End(name) => prop_assert_eq!(open.pop(), Some(name)),
                    Token::Text(text) => prop_assert!(!text.contains('<'), "{made}"),
                }
            }
            prop_assert!(open.is_empty(), "{made}");
        }

        /// Rewriting takes words from nowhere else, and keeps their order.
        #[test]
        fn an_article_says_nothing_new(html in markup()) {
            let made = article(&html);
            let words = |html: &str| -> String {
                let texts = tokens(html).filter_map(|token| match token {
                    Token::Text(text) => Some(text.replace("&lt;", "<")),
                    _ => None,
                });
                texts.collect::<String>().split_ascii_whitespace().collect()
            };
            let (all, kept) = (words(&html), words(&made));
            let mut rest = all.chars();
            prop_assert!(kept.chars().all(|c| rest.any(|other| other == c)), "{kept} is not in {all}");
        }
    }
}
