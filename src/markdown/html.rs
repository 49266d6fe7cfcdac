//! Raw HTML is refused and not printed; Markdown or a directive says the same.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::piece::{Piece, Placed};
use super::report::{Problem, Report};
use crate::diagnostic::Code;
use crate::lang::Text;

/// Drops raw HTML and reports it: a block once, an element at its opening tag.
pub(super) struct WithoutHtml<'a, I> {
    pieces: I,
    report: &'a Report<'a>,
    /// How many opening tags of each element were reported, so that their closing tags need not be.
    open: HashMap<String, usize>,
}

impl<'a, I> WithoutHtml<'a, I> {
    /// Takes the HTML out of `pieces`.
    pub(super) fn new(pieces: I, report: &'a Report<'a>) -> Self {
        WithoutHtml { pieces, report, open: HashMap::new() }
    }

    fn refuse(&mut self, html: &str, range: Range<usize>) {
        let name = element(html);
        let opened = self.open.get_mut(&name).filter(|opened| **opened > 0);
        match opened.filter(|_| html.starts_with("</")) {
            Some(opened) => *opened -= 1,
            None => {
                self.report.add(Code::RawHtml, range, problem(&name));
                *self.open.entry(name).or_default() += 1;
            }
        }
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> WithoutHtml<'a, I> {
    /// Reads an HTML block to its end.
    fn refuse_block(&mut self, range: Range<usize>) {
        let mut html = String::new();
        for (piece, _) in self.pieces.by_ref() {
            match piece {
                Piece::Event(Event::Html(line)) => html.push_str(&line),
                Piece::Event(Event::End(TagEnd::HtmlBlock)) => break,
                _ => {}
            }
        }
        let name = element(html.trim_ascii_start());
        self.report.add(Code::RawHtml, range, problem(&name));
    }
}

impl<'a, I: Iterator<Item = Placed<'a>>> Iterator for WithoutHtml<'a, I> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            match self.pieces.next()? {
                (Piece::Event(Event::Start(Tag::HtmlBlock)), range) => self.refuse_block(range),
                (Piece::Event(Event::InlineHtml(html) | Event::Html(html)), range) => {
                    self.refuse(&html, range);
                }
                other => return Some(other),
            }
        }
    }
}

/// The element that a tag is of, in lower case; `!--` for a comment.
fn element(html: &str) -> String {
    let tag = html.trim_start_matches(['<', '/']);
    if tag.starts_with("!--") {
        return "!--".to_owned();
    }
    tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn problem(name: &str) -> Problem {
    let message = match name {
        "!--" => Text::new("正文中有HTML注释", "a narrative contains an HTML comment"),
        "" => Text::new("正文中有HTML", "a narrative contains raw HTML"),
        _ => Text::new(
            format!("正文中有HTML标签<{name}>"),
            format!("a narrative contains the HTML tag <{name}>"),
        ),
    };
    Problem { message, help: advice(name) }
}

/// What to write instead.
fn advice(name: &str) -> Text {
    let (zh, en) = match name {
        "!--" => ("删去注释；正文中的一切都会公开", "take it out: everything in a narrative is public"),
        "br" => {
            ("在行末加两个空格，或空一行另起一段", "end the line with two spaces, or leave an empty line")
        }
        "b" | "strong" => ("加粗写作 **文字**", "write **text** for bold"),
        "i" | "em" => ("强调写作 *文字*", "write *text* for emphasis"),
        "s" | "del" | "strike" => ("删除线写作 ~~文字~~", "write ~~text~~ to strike it out"),
        "code" | "pre" | "tt" => ("写在一对 ` 之间", "put it between backticks"),
        "a" => ("链接写作 [文字](地址)", "write a link as [text](address)"),
        "img" | "picture" | "figure" => (
            "在 bulletin.toml 的 [[images]] 中登记图片，再用 {{ image 名称 }}",
            "enter the picture under [[images]] in bulletin.toml and write {{ image id }}",
        ),
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => (
            "写成Markdown表格：| 甲 | 乙 |，下一行 | --- | --- |；数据表用 {{ table 名称 }}",
            "write a Markdown table: | a | b |, then | --- | --- |; for data write {{ table id }}",
        ),
        "svg" | "canvas" => ("图表用 {{ chart 名称 }}", "write {{ chart id }} for a chart"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            ("标题写作 ## 文字，下一级 ### 文字", "write a heading as ## text, one level down as ### text")
        }
        "ul" | "ol" | "li" => ("列表写作 - 文字 或 1. 文字", "write a list as - text or 1. text"),
        "blockquote" => ("引文写作 > 文字", "write a quotation as > text"),
        "hr" => ("分隔线写作单独一行 ---，前后各空一行", "write a rule as --- between empty lines"),
        "sup" | "sub" => ("用上下标字符，如 m²、CO₂", "use the characters themselves, such as m² or CO₂"),
        "p" | "div" | "section" => ("空一行即另起一段", "leave an empty line between paragraphs"),
        "span" | "font" | "center" | "u" | "style" => {
            ("删去；外观由网站主题决定", "take it out: the theme decides what the page looks like")
        }
        _ => (
            r"删去，或改用Markdown；要印出“<”本身，写作 \<",
            r"take it out or use Markdown; to print the sign itself write \<",
        ),
    };
    Text::new(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_named() {
        for (html, name) in [
            ("<br>", "br"),
            ("<BR/>", "br"),
            ("</b>", "b"),
            ("<a href=x>", "a"),
            ("<!-- x -->", "!--"),
            ("<!DOCTYPE x>", ""),
            ("<?x?>", ""),
        ] {
            assert_eq!(element(html), name, "{html}");
        }
    }

    #[test]
    fn every_element_has_advice_in_both_languages() {
        for name in ["br", "b", "img", "table", "iframe", "!--", "", "font"] {
            let problem = problem(name);
            assert!(!problem.message.zh.is_empty() && !problem.help.zh.is_empty(), "{name}");
            assert!(!problem.message.en.is_empty() && !problem.help.en.is_empty(), "{name}");
        }
        assert!(advice("img").en.contains("{{ image"));
        assert!(advice("b").en.contains("**"));
    }
}
