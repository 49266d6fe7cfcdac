//! The style sheet of a fragment.

use crate::site::colour::Colour;

/// The rule that gives a fragment the institution's colour.
pub(in crate::site) fn accent_rule(accent: Colour) -> String {
    format!(".gongbao{{--gongbao-accent:{accent}}}")
}

/// A style sheet without comments and needless spaces; one with a comment or a space in a string is not understood.
pub(in crate::site) fn compact(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        squeeze(before, &mut out);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    squeeze(rest, &mut out);
    // What would end the element that holds it.
    out.replace("</", "<\\/")
}

/// Writes each run of spaces as one, and none where a mark stands beside it.
fn squeeze(css: &str, out: &mut String) {
    for (at, word) in css.split_ascii_whitespace().enumerate() {
        let touches = |c: char| matches!(c, '{' | '}' | ';' | ',' | '>');
        let joined = out.ends_with(|c| touches(c) || c == ':') || word.starts_with(touches);
        if at > 0 && !joined {
            out.push(' ');
        }
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_what_means_something() {
        let css = "/* Why. */\n.a table :is(th, td) {\n  margin: 0 auto; /* x */\n  color: red;\n}\n\n@media print {\n  .a > b { top: 0 }\n}\n";
        let expected = ".a table :is(th,td){margin:0 auto;color:red;}@media print{.a>b{top:0}}";
        assert_eq!(compact(css), expected);
    }
}
