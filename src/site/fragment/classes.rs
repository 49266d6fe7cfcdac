//! Classes that a portal's own style sheets know nothing of.

use super::scan::{Token, tokens};

/// What every class of a fragment begins with.
const PREFIX: &str = "gongbao";

/// The same markup with `gongbao-` before every class that does not begin with `gongbao`.
pub(super) fn own(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut copied = 0;
    for token in tokens(html) {
        let Token::Start(tag) = token else { continue };
        let Some(classes) = tag.attribute("class").filter(|classes| !classes.is_empty()) else { continue };
        // Where the value stands in the markup that it is a part of.
        let start = classes.as_ptr() as usize - html.as_ptr() as usize;
        out.push_str(&html[copied..start]);
        for (at, class) in classes.split_ascii_whitespace().enumerate() {
            out.push_str(if at > 0 { " " } else { "" });
            if !class.starts_with(PREFIX) {
                out.extend([PREFIX, "-"]);
            }
            out.push_str(class);
        }
        copied = start + classes.len();
    }
    out.push_str(&html[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_our_own_and_all_else_stays() {
        let html = "<!-- class=\"a\" --><p class=\"end col\" id='end'>class=\"x\" <b class>b</b>\
                    <i title='<p class=\"q\">' class=gongbao-i>中</i><svg class='c1'/></p>";
        let expected = "<!-- class=\"a\" --><p class=\"gongbao-end gongbao-col\" id='end'>class=\"x\" <b class>b</b>\
                        <i title='<p class=\"q\">' class=gongbao-i>中</i><svg class='gongbao-c1'/></p>";
        assert_eq!(own(html), expected);
        assert_eq!(own(expected), expected);
    }
}
