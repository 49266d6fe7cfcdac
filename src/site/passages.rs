//! `lang` on every passage in the other language (WCAG 2.2, 3.1.2), wherever in a finished page it stands.
//!
//! A name known in one language only, 五个一 in an English sentence, an investor's name in a Chinese table or a
//! chart: such passages come from many places, and a theme's templates are not only ours. So a page is looked
//! through once, when it is finished.

use memchr::memmem::{self, FindIter};
use memchr::{memchr, memrchr};

use crate::lang::Lang;
use crate::markdown::is_chinese;

/// Elements that hold text and no other element, or text that is in no language.
const VERBATIM: [&str; 6] = ["title", "desc", "textarea", "option", "code", "pre"];

/// Elements without content.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Puts each passage of a page in `lang` that is in the other language into a `span` that says so, in SVG into a
/// `tspan`. What says already that it is in another language stays as it is, and so does what is not UTF-8.
pub(super) fn mark(page: Vec<u8>, lang: Lang) -> Vec<u8> {
    match std::str::from_utf8(&page) {
        Ok(text) if has_passage(text, lang) => mark_text(text, lang).into_bytes(),
        _ => page,
    }
}

/// Whether anything might have to be marked: a quick look for the many pages where nothing has.
fn has_passage(page: &str, lang: Lang) -> bool {
    let bytes = page.as_bytes();
    let mut at = 0;
    while let Some(tag) = memchr(b'>', &bytes[at..]) {
        let start = at + tag + 1;
        let end = memchr(b'<', &bytes[start..]).map_or(bytes.len(), |text| start + text);
        if passage(&page[start..end], lang).is_some() {
            let tag = &page[memrchr(b'<', &bytes[..start]).unwrap_or(start)..start];
            if !is_foreign(tag, lang) && !VERBATIM.contains(&tag_name(tag)) {
                return true;
            }
        }
        at = end;
    }
    false
}

fn mark_text(page: &str, lang: Lang) -> String {
    let mut langs = memmem::find_iter(page.as_bytes(), b" lang=\"");
    let mut marker = Marker {
        page,
        lang,
        out: String::with_capacity(page.len() + page.len() / 32),
        copied: 0,
        inside: None,
        wrapper: "span",
        next_lang: langs.next(),
        langs,
    };
    let mut at = 0;
    while let Some(text) = memchr(b'<', &page.as_bytes()[at..]) {
        let start = at + text;
        let end = start + tag_end(&page[start..]);
        marker.text(at, start);
        marker.tag(start, end);
        at = end + raw_end(&page[start..end], &page[end..]);
    }
    marker.text(at, page.len());
    marker.out.push_str(&page[marker.copied..]);
    marker.out
}

/// A page on its way, text by text and tag by tag. Positions are bytes of the page.
struct Marker<'p> {
    page: &'p str,
    lang: Lang,
    out: String,
    /// How much of the page is in `out`.
    copied: usize,
    /// The element whose text stays as it is, and how many of its name are open.
    inside: Option<(&'p str, usize)>,
    /// What a passage is put into.
    wrapper: &'static str,
    /// Where `lang` attributes may stand, and the first of them that is not yet passed.
    langs: FindIter<'p, 'static>,
    next_lang: Option<usize>,
}

impl Marker<'_> {
    fn text(&mut self, start: usize, end: usize) {
        if self.inside.is_some() {
            return;
        }
        let mut at = start;
        while let Some((from, to)) = passage(&self.page[at..end], self.lang) {
            let (before, passage) = (&self.page[self.copied..at + from], &self.page[at + from..at + to]);
            let (wrapper, tag) = (self.wrapper, self.lang.other().tag());
            self.out.extend([before, "<", wrapper, " lang=\"", tag, "\">", passage, "</", wrapper, ">"]);
            at += to;
            self.copied = at;
        }
    }

    fn tag(&mut self, start: usize, end: usize) {
        let tag = &self.page[start..end];
        let name = tag_name(tag);
        match name {
            "svg" => self.wrapper = "tspan",
            "/svg" => self.wrapper = "span",
            _ => {}
        }
        let opens = !tag.ends_with("/>");
        self.inside = match self.inside {
            Some((of, depth)) if name == of && opens => Some((of, depth + 1)),
            Some((of, depth)) if name.strip_prefix('/') == Some(of) => (depth > 1).then_some((of, depth - 1)),
            Some(inside) => Some(inside),
            None => {
                let foreign = self.has_lang(start, end) && is_foreign(tag, self.lang);
                let stays = foreign || VERBATIM.contains(&name);
                (stays && opens).then_some((name, 1))
            }
        };
    }

    /// Whether a tag has a `lang`; asked of the tags in their order.
    fn has_lang(&mut self, start: usize, end: usize) -> bool {
        while self.next_lang.is_some_and(|at| at < start) {
            self.next_lang = self.langs.next();
        }
        self.next_lang.is_some_and(|at| at < end)
    }
}

/// Whether the text in an element is in another language than the page, by the element's own `lang`.
fn is_foreign(tag: &str, lang: Lang) -> bool {
    let value = tag.split_once(" lang=\"").map(|(_, value)| value);
    value.is_some_and(|value| !value.starts_with(lang.code())) && !VOID.contains(&tag_name(tag))
}

/// `p`, `/p`, or nothing for a comment.
fn tag_name(tag: &str) -> &str {
    let name = tag.get(1..).unwrap_or_default();
    let is_part = |(at, byte): (usize, u8)| byte.is_ascii_alphanumeric() || (at == 0 && byte == b'/');
    let end = name.bytes().enumerate().position(|part| !is_part(part));
    &name[..end.unwrap_or(name.len())]
}

/// How long the tag or comment is that a text begins with. A `>` in an attribute's value does not end it.
fn tag_end(markup: &str) -> usize {
    let bytes = markup.as_bytes();
    if markup.starts_with("<!--") {
        return memmem::find(bytes, b"-->").map_or(bytes.len(), |at| at + 3);
    }
    let end = memchr(b'>', bytes).map_or(bytes.len(), |at| at + 1);
    let quotes = bytes[..end].iter().filter(|&&byte| byte == b'"').count();
    if quotes % 2 == 0 && memchr(b'\'', &bytes[..end]).is_none() {
        return end;
    }
    let mut quote = None;
    let ends = |&byte: &u8| {
        match quote {
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            Some(open) if open == byte => quote = None,
            _ => {}
        }
        byte == b'>' && quote.is_none()
    };
    bytes.iter().position(ends).map_or(bytes.len(), |at| at + 1)
}

/// How much of what follows a tag is a script or style sheet, which is not markup.
fn raw_end(tag: &str, after: &str) -> usize {
    let end = match tag_name(tag) {
        "script" => memmem::find(after.as_bytes(), b"</script"),
        "style" => memmem::find(after.as_bytes(), b"</style"),
        _ => Some(0),
    };
    end.unwrap_or(after.len())
}

/// Where the first passage in the other language begins and ends.
fn passage(text: &str, lang: Lang) -> Option<(usize, usize)> {
    match lang {
        Lang::En => chinese(text),
        Lang::Zh => english(text),
    }
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
    while let Some(at) = text.as_bytes()[from..].iter().position(u8::is_ascii_alphabetic) {
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

    fn marked(page: &str, lang: Lang) -> String {
        String::from_utf8(mark(page.as_bytes().to_vec(), lang)).expect("what goes in as UTF-8 comes out so")
    }

    #[test]
    fn a_language_said_anew_counts_for_itself() {
        let page = marked("<p lang=\"en\">安陆</p><p lang=\"zh-CN\">安陆</p>", Lang::En);
        assert_eq!(page, "<p lang=\"en\"><span lang=\"zh-CN\">安陆</span></p><p lang=\"zh-CN\">安陆</p>");
    }

    #[test]
    fn chinese_in_english_is_marked() {
        let page = marked("<p>The “五个一” (Five Ones) for 32个亿元以上项目, in 亿元</p>", Lang::En);
        assert_eq!(
            page,
            "<p>The “<span lang=\"zh-CN\">五个一</span>” (Five Ones) for 32<span lang=\"zh-CN\">个亿元以上项目</span>, \
             in <span lang=\"zh-CN\">亿元</span></p>"
        );
    }

    #[test]
    fn english_in_chinese_is_marked_from_two_words_on() {
        let page = marked(
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
            marked("<svg><title>安陆</title><text x=\"1\">安陆</text></svg><p>安陆</p>", Lang::En),
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
            assert_eq!(marked(page, Lang::En), page);
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_can_be_pasted_and_nothing_else_changes(page in "([<>/\"' a-c安。]|<p>|</p>|<!--|-->|<svg>| lang=\"zh\"|<title>){0,40}") {
            for lang in Lang::BOTH {
                let mut bare = marked(&page, lang);
                for wrapper in ["span", "tspan"] {
                    bare = bare.replace(&format!("<{wrapper} lang=\"{}\">", lang.other().tag()), "");
                    bare = bare.replace(&format!("</{wrapper}>"), "");
                }
                proptest::prop_assert_eq!(bare, page.clone());
            }
        }
    }
}
