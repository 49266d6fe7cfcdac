//! `lang` on every passage in the other language (WCAG 2.2, 3.1.2), wherever in a finished page it stands.
//!
//! A name known in one language only, 五个一 in an English sentence, an investor's name in a Chinese table or a
//! chart: such passages come from many places, and a theme's templates are not only ours. So a page is looked
//! through once, when it is finished.

use memchr::memmem::find;
use memchr::{memchr, memchr3};

use crate::lang::Lang;
use crate::markdown::is_chinese;

/// Elements that hold text and no other element, or text that is in no language.
const VERBATIM: [&str; 6] = ["title", "desc", "textarea", "option", "code", "pre"];

/// Puts each passage of a page in `lang` that is in the other language into a `span` that says so, in SVG into a
/// `tspan`. What says already that it is in another language stays as it is, and so does what is not UTF-8.
pub(super) fn mark(page: Vec<u8>, lang: Lang) -> Vec<u8> {
    match std::str::from_utf8(&page) {
        Ok(text) => mark_text(text, lang).into_bytes(),
        Err(_) => page,
    }
}

fn mark_text(page: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 32);
    let mut inside: Option<Inside<'_>> = None;
    let mut wrapper = "span";
    let mut rest = page;
    while let Some(start) = memchr(b'<', rest.as_bytes()) {
        let (text, markup) = rest.split_at(start);
        let (tag, after) = markup.split_at(tag_end(markup));
        push_text(text, lang, wrapper, inside.is_some(), &mut out);
        out.push_str(tag);
        rest = after;
        match tag_name(tag) {
            "svg" => wrapper = "tspan",
            "/svg" => wrapper = "span",
            _ => {}
        }
        inside = match inside {
            Some(inside) => inside.after(tag),
            None => Inside::of(tag, lang),
        };
        rest = push_raw(tag, rest, &mut out);
    }
    push_text(rest, lang, wrapper, inside.is_some(), &mut out);
    out
}

/// An element whose text stays as it is.
struct Inside<'p> {
    name: &'p str,
    /// How many elements of this name are open.
    depth: usize,
}

impl<'p> Inside<'p> {
    fn of(tag: &'p str, lang: Lang) -> Option<Self> {
        let name = tag_name(tag);
        let stays = VERBATIM.contains(&name) || is_foreign(tag, lang);
        (stays && !tag.ends_with("/>") && !name.starts_with('/')).then_some(Inside { name, depth: 1 })
    }

    fn after(self, tag: &str) -> Option<Self> {
        let name = tag_name(tag);
        let depth = if name == self.name && !tag.ends_with("/>") {
            self.depth + 1
        } else if name.strip_prefix('/') == Some(self.name) {
            self.depth - 1
        } else {
            self.depth
        };
        (depth > 0).then_some(Inside { depth, ..self })
    }
}

/// Whether a tag's `lang` is another than the page's.
fn is_foreign(tag: &str, lang: Lang) -> bool {
    const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
    let Some((_, value)) = tag.split_once(" lang=\"") else { return false };
    !value.starts_with(lang.code()) && !VOID.contains(&tag_name(tag))
}

/// `p`, `/p`, or nothing for a comment.
fn tag_name(tag: &str) -> &str {
    let name = tag.get(1..).unwrap_or_default();
    let end = name[1.min(name.len())..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let end = end.map_or(name.len(), |end| end + 1);
    if name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') { &name[..end] } else { "" }
}

/// Where the markup ends that a text begins with: after the `>` of a tag, or of the comment or raw text before it.
fn tag_end(markup: &str) -> usize {
    let bytes = markup.as_bytes();
    if markup.starts_with("<!--") {
        return find(bytes, b"-->").map_or(bytes.len(), |at| at + 3);
    }
    let mut at = 1;
    while let Some(next) = memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        let mark = bytes[at + next];
        at += next + 1;
        if mark == b'>' {
            return at;
        }
        let Some(close) = memchr(mark, &bytes[at..]) else { break };
        at += close + 1;
    }
    bytes.len()
}

/// Copies the content of a script or style sheet, which is not markup, and gives what follows it.
fn push_raw<'p>(tag: &str, after: &'p str, out: &mut String) -> &'p str {
    let end = match tag_name(tag) {
        "script" => find(after.as_bytes(), b"</script"),
        "style" => find(after.as_bytes(), b"</style"),
        _ => Some(0),
    };
    let (raw, rest) = after.split_at(end.unwrap_or(after.len()));
    out.push_str(raw);
    rest
}

fn push_text(mut text: &str, lang: Lang, wrapper: &str, as_it_is: bool, out: &mut String) {
    while !as_it_is && let Some((before, passage, after)) = next_passage(text, lang) {
        let tag = lang.other().tag();
        out.extend([before, "<", wrapper, " lang=\"", tag, "\">", passage, "</", wrapper, ">"]);
        text = after;
    }
    out.push_str(text);
}

/// The first passage in the other language, with what stands before and after it.
fn next_passage(text: &str, lang: Lang) -> Option<(&str, &str, &str)> {
    let (start, end) = match lang {
        Lang::En => chinese(text)?,
        Lang::Zh => english(text)?,
    };
    Some((&text[..start], &text[start..end], &text[end..]))
}

/// Chinese begins and ends with a Chinese character; 32个亿元以上项目 and 四张“清单” are one passage.
fn chinese(text: &str) -> Option<(usize, usize)> {
    if text.is_ascii() {
        return None;
    }
    let start = text.find(|c: char| is_chinese(c) && c.is_alphabetic())?;
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        if is_chinese(c) {
            end = start + at + c.len_utf8();
        } else if !(c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '“' | '”' | '‘' | '’' | '—' | '·'))
        {
            break;
        }
    }
    Some((start, end))
}

/// English is two words at least, each with a small letter: `GDP`, `A级` and `5G` are used in Chinese too.
fn english(text: &str) -> Option<(usize, usize)> {
    memchr(b' ', text.as_bytes())?;
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_alphabetic()) {
        let start = from + at;
        let rest = &text[start..];
        let stretch =
            &rest[..rest.find(|c: char| !c.is_ascii() && !matches!(c, '’' | '–')).unwrap_or(rest.len())];
        let passage = stretch.trim_end_matches(|c: char| !c.is_ascii_alphabetic() && c != '.' && c != ')');
        if passage.split_ascii_whitespace().filter(|word| is_english_word(word)).nth(1).is_some() {
            return Some((start, start + passage.len()));
        }
        from = start + stretch.len();
    }
    None
}

fn is_english_word(word: &str) -> bool {
    let word = word.trim_matches([',', '.', '(', ')', ';', ':']);
    word.len() > 1
        && word.bytes().any(|b| b.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_in_english_is_marked() {
        let page = mark_text("<p>The “五个一” (Five Ones) for 32个亿元以上项目, in 亿元</p>", Lang::En);
        assert_eq!(
            page,
            "<p>The “<span lang=\"zh-CN\">五个一</span>” (Five Ones) for 32<span lang=\"zh-CN\">个亿元以上项目</span>, \
             in <span lang=\"zh-CN\">亿元</span></p>"
        );
    }

    #[test]
    fn english_in_chinese_is_marked_from_two_words_on() {
        let page = mark_text(
            "<td>投资方Huzhou Chemical Fiber Co., Ltd.（湖州），GDP和5G，China，WCAG 2.2 AA</td>",
            Lang::Zh,
        );
        assert_eq!(
            page,
            "<td>投资方<span lang=\"en\">Huzhou Chemical Fiber Co., Ltd.</span>（湖州），GDP和5G，China，\
             WCAG 2.2 AA</td>"
        );
    }

    #[test]
    fn a_chart_is_marked_inside_its_text() {
        assert_eq!(
            mark_text("<svg><title>安陆</title><text x=\"1\">安陆</text></svg><p>安陆</p>", Lang::En),
            "<svg><title>安陆</title><text x=\"1\"><tspan lang=\"zh-CN\">安陆</tspan></text></svg>\
             <p><span lang=\"zh-CN\">安陆</span></p>"
        );
    }

    #[test]
    fn what_is_marked_or_holds_no_elements_stays() {
        for page in [
            "<head><title>安陆</title><meta content=\"安陆\"><link hreflang=\"zh-CN\"></head>",
            "<p lang=\"zh-CN\">安陆<b>市</b>的<p>安</p>陆</p>",
            "<script type=\"application/ld+json\">{\"name\":\"安陆 < ' b\"}</script><!-- 安陆 > 安 ' --><code>安陆</code>",
            "<a title='安 > \"陆\"' aria-label=\"安 > 陆\">x</a>",
            "<svg lang=\"zh-CN\"/>",
        ] {
            assert_eq!(mark_text(page, Lang::En), page);
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_can_be_pasted_and_nothing_else_changes(page in "([<>/\"' a-c安。]|<p>|</p>|<!--|-->|<svg>| lang=\"zh\"|<title>){0,40}") {
            for lang in Lang::BOTH {
                let marked = mark_text(&page, lang);
                let mut bare = marked;
                for wrapper in ["span", "tspan"] {
                    bare = bare.replace(&format!("<{wrapper} lang=\"{}\">", lang.other().tag()), "");
                    bare = bare.replace(&format!("</{wrapper}>"), "");
                }
                proptest::prop_assert_eq!(bare, page.clone());
            }
        }
    }
}
