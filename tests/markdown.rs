//! Narratives from Markdown to HTML, as a page gets them.

use gongbao::diagnostic::{Code, Diagnostics, Location, Sources};
use gongbao::lang::{Lang, Text};
use gongbao::markdown::{
    Directive, DirectiveKind, InternalLink, Options, Refusal, Rendered, Resolver, directives, render,
};
use html5ever::tendril::TendrilSink;
use proptest::prelude::*;

/// Knows everything but what is called `unknown`.
struct Everything;

impl Everything {
    fn words(directive: &Directive) -> String {
        match &directive.kind {
            DirectiveKind::Figure { id, path } if path.is_empty() => format!("[{id}]"),
            DirectiveKind::Figure { id, path } => format!("[{id} {}]", path.join(" ")),
            DirectiveKind::Bulletin { key } => format!("[{key}]"),
            DirectiveKind::ProjectName { id } | DirectiveKind::Person { id } => format!("[{id}]"),
            DirectiveKind::Chart { id } => format!("chart {id}"),
            DirectiveKind::Table { id } => format!("table {id}"),
            DirectiveKind::Image { id } => format!("image {id}"),
            DirectiveKind::Projects { .. } => "projects".to_owned(),
            DirectiveKind::KeyPoints => "key points".to_owned(),
        }
    }

    fn refuse(words: &str) -> Result<(), Refusal> {
        if !words.contains("unknown") {
            return Ok(());
        }
        let (message, help) = (Text::new("没有", "there is none"), Text::new("换一个", "choose another"));
        Err(Refusal::new(Code::UnknownName, message, help))
    }
}

impl Resolver for Everything {
    fn inline(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        let words = Self::words(directive);
        if directive.kind.is_link() {
            out.push_str(&format!("<a href=\"/x/\">{words}</a>"));
        } else {
            out.push_str(&words);
        }
        Self::refuse(&words)
    }

    fn block(&self, directive: &Directive, out: &mut String) -> Result<(), Refusal> {
        let words = Self::words(directive);
        out.push_str(&format!("<figure>{words}</figure>"));
        Self::refuse(&words)
    }

    fn link(&self, target: &InternalLink) -> Result<String, Refusal> {
        let (kind, name) = match target {
            InternalLink::Bulletin(key) => ("bulletins", key.as_str()),
            InternalLink::Project(id) => ("projects", id.as_str()),
            InternalLink::Place(id) => ("places", id.as_str()),
            InternalLink::Indicator(id) => ("indicators", id.as_str()),
            InternalLink::Page(id) => ("pages", id.as_str()),
        };
        Self::refuse(name)?;
        Ok(format!("/zh/{kind}/{name}/"))
    }

    fn plain(&self, directive: &Directive) -> String {
        Self::words(directive)
    }
}

/// A finding as `code slice`.
fn rendered(text: &str, lang: Lang, options: &Options<'_>) -> (Rendered, Vec<String>) {
    let mut sources = Sources::default();
    let source = sources.add("zh.md", text);
    let mut findings = Diagnostics::default();
    let page = render(text, source, lang, &Everything, options, &mut findings);
    let findings = findings.sorted(&sources).into_iter().map(|finding| {
        assert!(!finding.message.zh.is_empty() && !finding.message.en.is_empty());
        assert!(!finding.help.zh.is_empty() && !finding.help.en.is_empty());
        match finding.at {
            Location::Span(span) => format!("{} {}", finding.code, &text[span.range()]),
            Location::Path(path) => panic!("{path}: every finding has a place"),
        }
    });
    let findings = findings.collect();
    (page, findings)
}

fn zh(text: &str) -> (String, Vec<String>) {
    let (page, findings) = rendered(text, Lang::Zh, &Options::default());
    (page.html, findings)
}

fn prints(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let (html, findings) = zh(text);
        assert_eq!(html.trim_end(), *expected, "{text}");
        assert!(findings.is_empty(), "{text}: {findings:?}");
    }
}

fn finds(cases: &[(&str, &str, &[&str])]) {
    for (text, html, expected) in cases {
        let (printed, findings) = zh(text);
        assert_eq!(findings, *expected, "{text}");
        assert_eq!(printed.trim_end(), *html, "{text}");
    }
}

#[test]
fn chinese_prose() {
    prints(&[
        ("**重点：**正文，增长**5%**，", "<p><strong>重点：</strong>正文，增长<strong>5%</strong>，</p>"),
        ("这是**我想做的事。**所以", "<p>这是<strong>我想做的事。</strong>所以</p>"),
        ("**“两位数”**增长，~~删除。~~后", "<p><strong>“两位数”</strong>增长，<del>删除。</del>后</p>"),
        ("*强调。*后**重点。**GDP", "<p><em>强调。</em>后<strong>重点。</strong>GDP</p>"),
        ("**甲：**乙\n**丙：**丁", "<p><strong>甲：</strong>乙<strong>丙：</strong>丁</p>"),
        ("**汉字**\n汉字，\nGDP", "<p><strong>汉字</strong>汉字，GDP</p>"),
        (
            "- **甲：**乙\n- **丙：**丁",
            "<ul>\n<li><strong>甲：</strong>乙</li>\n<li><strong>丙：</strong>丁</li>\n</ul>",
        ),
        ("> **甲：**乙", "<blockquote>\n<p><strong>甲：</strong>乙</p>\n</blockquote>"),
        (r"\*\*甲：\*\*乙 `**甲：**乙`", "<p>**甲：**乙 <code>**甲：**乙</code></p>"),
        ("他说\"好\"。", "<p>他说\"好\"。</p>"),
    ]);
}

#[test]
fn directives_within_text() {
    prints(&[
        (
            "签约{{ signed_projects }}，{{ a_b.by_place.nan_hu }}。",
            "<p>签约[signed_projects]，[a_b by_place nan_hu]。</p>",
        ),
        (
            "**{{ signed_projects }}**，增长**{{ x.yoy }}**以上",
            "<p><strong>[signed_projects]</strong>，增长<strong>[x yoy]</strong>以上</p>",
        ),
        ("**{{ a }}。**其中*{{ b }}：*丙", "<p><strong>[a]。</strong>其中<em>[b]：</em>丙</p>"),
        ("同比\n{{ x.yoy }}\n其中", "<p>同比[x yoy]其中</p>"),
        ("- {{ a }}\n- {{ b }}", "<ul>\n<li>[a]</li>\n<li>[b]</li>\n</ul>"),
        (
            "[{{ a }}万](https://x.cn/)",
            "<p><a href=\"https://x.cn/\" class=\"external\" rel=\"noopener external\">[a]万</a></p>",
        ),
        (
            "{{ name geely-nev }}、{{ bulletin 2022/x }}、{{ person li }}",
            "<p><a href=\"/x/\">[geely-nev]</a>、<a href=\"/x/\">[2022/x]</a>、[li]</p>",
        ),
        ("[见{{ name geely-nev }}](page:about)", "<p><a href=\"/zh/pages/about/\">见[geely-nev]</a></p>"),
        ("{{ signed_investment }}", "<p>[signed_investment]</p>"),
        (r"\{{ a }} `{{ b }}`", "<p>{{ a }} <code>{{ b }}</code></p>"),
        ("```\n{{ a }}\n```", "<pre><code>{{ a }}\n</code></pre>"),
        ("\u{E000}{{ a }}\u{E000}&#xE000;", "<p>\u{E000}[a]\u{E000}\u{E000}</p>"),
    ]);
    let table = "| 指标 | 数值 |\n|---|---:|\n| 签约 | {{ a_b }} |\n| 投资 | **{{ c_d }}** |";
    prints(&[(
        table,
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表格 1\"><table><thead><tr>\
         <th scope=\"col\">指标</th><th scope=\"col\" class=\"end\">数值</th></tr></thead><tbody>\n\
         <tr><td>签约</td><td class=\"end\">[a_b]</td></tr>\n\
         <tr><td>投资</td><td class=\"end\"><strong>[c_d]</strong></td></tr>\n</tbody></table></div>",
    )]);
}

#[test]
fn directives_in_a_paragraph_of_their_own() {
    prints(&[
        ("甲\n\n{{ chart signings }}\n\n乙", "<p>甲</p>\n<figure>chart signings</figure>\n<p>乙</p>"),
        ("  {{ table x }}  ", "<figure>table x</figure>"),
        (
            "{{ key-points }}\n\n{{ projects stage=started }}",
            "<figure>key points</figure>\n<figure>projects</figure>",
        ),
        ("> {{ image meeting }}", "<blockquote>\n<figure>image meeting</figure>\n</blockquote>"),
        ("- 甲\n\n  {{ chart a }}\n", "<ul>\n<li>\n<p>甲</p>\n<figure>chart a</figure>\n</li>\n</ul>"),
    ]);
    finds(&[
        (
            "见{{ chart a }}。",
            "<p>见<span class=\"refused\">{{ chart a }}</span>。</p>",
            &["W4 {{ chart a }}"],
        ),
        (
            "{{ chart a }}\n{{ table b }}",
            "<p><span class=\"refused\">{{ chart a }}</span>\n<span class=\"refused\">{{ table b }}</span></p>",
            &["W4 {{ chart a }}", "W4 {{ table b }}"],
        ),
    ]);
}

#[test]
fn mistaken_directives() {
    let refused = |source: &str| format!("<p>甲<span class=\"refused\">{source}</span></p>");
    for source in ["{{ }}", "{{ chrat a }}", "{{ a_b | c }}", "｛｛ a_b ｝｝", "{{　a　}}", "{{ 签约 }}"]
    {
        let (html, findings) = zh(&format!("甲{source}"));
        assert_eq!(html.trim_end(), refused(source));
        assert_eq!(findings, [format!("W4 {source}")]);
    }
    finds(&[
        ("甲{{ a_b", "<p>甲<span class=\"refused\">{{</span> a_b</p>", &["W4 {{"]),
        ("{{ unknown }}", "<p><span class=\"refused\">{{ unknown }}</span></p>", &["X1 {{ unknown }}"]),
        (
            "{{ chart unknown }}",
            "<span class=\"refused\">{{ chart unknown }}</span>",
            &["X1 {{ chart unknown }}"],
        ),
        ("**甲：**乙[丙]({{ a_b }})", "<p><strong>甲：</strong>乙丙</p>", &["W4 {{ a_b }}"]),
        ("[丙](x \"{{ a }}\")", "<p><a href=\"x\">丙</a></p>", &["W4 {{ a }}"]),
        (
            "甲{ a }}，[乙{{ name unknown }}](x)",
            "<p>甲{ a <span class=\"refused\">}}</span>，<a href=\"x\">乙<span class=\"refused\">{{ name unknown }}</span></a></p>",
            &["W4 }}", "X1 {{ name unknown }}"],
        ),
    ]);
}

#[test]
fn raw_html() {
    finds(&[
        ("甲<br>乙", "<p>甲乙</p>", &["W1 <br>"]),
        ("**甲：**<b>乙</b>", "<p><strong>甲：</strong>乙</p>", &["W1 <b>"]),
        ("甲</div>", "<p>甲</p>", &["W1 </div>"]),
        ("甲\n\n<div>\n**乙**\n</div>\n\n丙", "<p>甲</p>\n<p>丙</p>", &["W1 <div>\n**乙**\n</div>\n"]),
        ("甲<!-- 乙 -->丙", "<p>甲丙</p>", &["W1 <!-- 乙 -->"]),
        ("<!---->", "", &["W1 <!---->"]),
        ("**甲：**乙<!---->丙", "<p><strong>甲：</strong>乙丙</p>", &["W1 <!---->"]),
        ("<script>alert(1)</script>", "", &["W1 <script>alert(1)</script>"]),
        ("甲{{ a_b }}<img src=x onerror=alert(1)>", "<p>甲[a_b]</p>", &["W1 <img src=x onerror=alert(1)>"]),
    ]);
    prints(&[("3 < 5 & 7 > 6，\\<b>", "<p>3 &lt; 5 &amp; 7 &gt; 6，&lt;b&gt;</p>")]);
}

#[test]
fn links() {
    prints(&[
        (
            "[甲](https://a.cn/?x=1&y=2)",
            "<p><a href=\"https://a.cn/?x=1&amp;y=2\" class=\"external\" rel=\"noopener external\">甲</a></p>",
        ),
        (
            "<HTTPS://a.cn>",
            "<p><a href=\"HTTPS://a.cn\" class=\"external\" rel=\"noopener external\">HTTPS://a.cn</a></p>",
        ),
        (
            "<office@example.gov.cn>",
            "<p><a href=\"mailto:office@example.gov.cn\">office@example.gov.cn</a></p>",
        ),
        (
            "[甲](tel:+86-10) [乙](../x.html \"丙\")",
            "<p><a href=\"tel:+86-10\">甲</a> <a href=\"../x.html\" title=\"丙\">乙</a></p>",
        ),
        (
            "[甲](#fenlei) [乙](附件.pdf)",
            "<p><a href=\"#fenlei\">甲</a> <a href=\"%E9%99%84%E4%BB%B6.pdf\">乙</a></p>",
        ),
        ("[甲](bulletin:2022/huaihua-h1)", "<p><a href=\"/zh/bulletins/2022/huaihua-h1/\">甲</a></p>"),
        ("[甲](page:methodology#sources)", "<p><a href=\"/zh/pages/methodology/#sources\">甲</a></p>"),
        ("[甲][乙]\n\n[乙]: project:geely-nev", "<p><a href=\"/zh/projects/geely-nev/\">甲</a></p>"),
        (
            "[甲](place:huzhou)[乙](indicator:a_b)",
            "<p><a href=\"/zh/places/huzhou/\">甲</a><a href=\"/zh/indicators/a_b/\">乙</a></p>",
        ),
    ]);
    finds(&[
        ("**甲：**[乙](javascript:alert(1))", "<p><strong>甲：</strong>乙</p>", &["W2 javascript:alert(1)"]),
        ("[甲](JaVaScRiPt:x)", "<p>甲</p>", &["W2 JaVaScRiPt:x"]),
        ("[甲](java&#x0A;script:x)", "<p>甲</p>", &["W2 [甲](java&#x0A;script:x)"]),
        ("[甲](&#x6A;avascript:x)", "<p>甲</p>", &["W2 [甲](&#x6A;avascript:x)"]),
        ("[甲](< javascript:x>)", "<p>甲</p>", &["W2  javascript:x"]),
        ("[甲](data:text/html,x)", "<p>甲</p>", &["W2 data:text/html,x"]),
        ("[甲](vbscript:x)", "<p>甲</p>", &["W2 vbscript:x"]),
        ("[甲](file:///c:/x)", "<p>甲</p>", &["W2 file:///c:/x"]),
        ("[甲](//evil.example/)", "<p>甲</p>", &["W2 //evil.example/"]),
        ("[甲](https:x)", "<p>甲</p>", &["W2 https:x"]),
        ("<javascript:alert>", "<p>javascript:alert</p>", &["W2 javascript:alert"]),
        ("[甲](page:方法)", "<p>甲</p>", &["W2 page:方法"]),
        ("[甲](page:unknown)", "<p>甲</p>", &["X1 page:unknown"]),
        ("{{ a_b }}![**甲**](x.png)", "<p>[a_b]<strong>甲</strong></p>", &["W2 ![**甲**](x.png)"]),
    ]);
    prints(&[("[甲<https://b.cn>](c)", "<p><a href=\"c\">甲https://b.cn</a></p>")]);
}

#[test]
fn headings() {
    let text = "## 主要做法 {#practice}\n\n### **甲：**{{ a_b }}乙\n\n## Overview\n\n## Overview\n\n## 小结\n\n## 小结\n";
    let (page, findings) = rendered(text, Lang::Zh, &Options::default());
    let outline: Vec<_> = page.outline.iter().map(|h| (h.level, h.id.as_str(), h.text.as_str())).collect();
    let (first, last) = (outline[4].1, outline[5].1);
    assert_eq!(
        outline[..4],
        [
            (2, "practice", "主要做法"),
            (3, outline[1].1, "甲：[a_b]乙"),
            (2, "overview", "Overview"),
            (2, "overview-2", "Overview")
        ]
    );
    assert!(first.starts_with("s-") && last == format!("{first}-2"));
    assert!(page.html.starts_with("<h2 id=\"practice\">主要做法</h2>\n"));
    assert!(page.html.contains(&format!("<h3 id=\"{}\"><strong>甲：</strong>[a_b]乙</h3>", outline[1].1)));
    assert!(findings.is_empty(), "{findings:?}");

    let alone = rendered("## 小结\n", Lang::Zh, &Options { id_prefix: "p1-" }).0;
    assert_eq!(alone.outline[0].id, format!("p1-{first}"), "ids do not depend on other headings");
}

#[test]
fn heading_levels_and_ids_are_judged() {
    finds(&[
        ("# 标题", "<h2 id=\"s-ae4d89\">标题</h2>", &["W3 # 标题"]),
        ("## A\n\n#### B", "<h2 id=\"a\">A</h2>\n<h4 id=\"b\">B</h4>", &["W3 #### B"]),
        ("### A", "<h3 id=\"a\">A</h3>", &["W3 ### A"]),
        ("## A {#做法}", "<h2 id=\"a\">A</h2>", &["F9 做法"]),
        ("## A {#b}\n\n## C {#b}", "<h2 id=\"b\">A</h2>\n<h2 id=\"b-2\">C</h2>", &["X2 b"]),
        ("## A {.x onclick=y}", "<h2 id=\"a\">A</h2>", &["W1 ## A {.x onclick=y}"]),
    ]);
}

#[test]
fn prefixes_reach_every_id() {
    let text = "## A\n\n[甲](#a)[^1]\n\n[^1]: 乙";
    let (page, _) = rendered(text, Lang::Zh, &Options { id_prefix: "x-" });
    for part in [
        "id=\"x-a\"",
        "href=\"#x-a\"",
        "id=\"x-fn:1\"",
        "href=\"#x-fn:1\"",
        "id=\"x-fnref:1\"",
        "href=\"#x-fnref:1\"",
    ] {
        assert!(page.html.contains(part), "{part}: {}", page.html);
    }
}

#[test]
fn footnotes() {
    let (html, findings) = zh("甲[^b]，乙[^a]；丙[^b]。\n\n[^a]: {{ a_b }}。\n[^b]: **口径：**全市。\n");
    assert!(findings.is_empty(), "{findings:?}");
    let expected = "<p>甲<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\" aria-label=\"脚注1\">1</a></sup>，\
        乙<sup class=\"footnote-ref\"><a href=\"#fn:2\" id=\"fnref:2\" role=\"doc-noteref\" aria-label=\"脚注2\">2</a></sup>；\
        丙<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1-2\" role=\"doc-noteref\" aria-label=\"脚注1\">1</a></sup>。</p>\n\
        <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n\
        <li id=\"fn:1\"><p><strong>口径：</strong>全市。 \
        <a href=\"#fnref:1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"返回脚注1的引用处\">↩</a> \
        <a href=\"#fnref:1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"返回脚注1的第2处引用\">↩</a></p>\n</li>\n\
        <li id=\"fn:2\"><p>[a_b]。 \
        <a href=\"#fnref:2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"返回脚注2的引用处\">↩</a></p>\n</li>\n\
        </ol>\n</section>\n";
    assert_eq!(html, expected);

    for (text, expected) in [
        ("甲[^1]乙", "X1 [^1]"),
        ("甲\n\n[^1]: 乙", "X1 [^1]: 乙"),
        ("甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙", "X2 [^1]: 丙"),
    ] {
        let (_, findings) = zh(text);
        assert_eq!(findings.iter().map(|found| found.trim_end()).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn tables_have_no_inline_style() {
    let text = "|  | A | B | C |\n|---|:---|:---:|---:|\n| x | 1 | 2 | 3 |\n\ntext\n\n| D |\n|---|\n";
    let (page, _) = rendered(text, Lang::En, &Options::default());
    assert!(!page.html.contains("style="));
    assert!(
        page.html.contains("<tr><td></td><th scope=\"col\">A</th><th scope=\"col\" class=\"center\">B</th>")
    );
    assert!(page.html.contains("<td class=\"center\">2</td><td class=\"end\">3</td>"));
    assert!(page.html.contains("aria-label=\"Table 1\"") && page.html.contains("aria-label=\"Table 2\""));
}

#[test]
fn directives_can_be_had_without_rendering() {
    let text = "甲{{ a_b.yoy }}`{{ c }}`{{ bad one }}\n\n{{ chart d }}";
    let slices: Vec<_> = directives(text).into_iter().map(|found| &text[found.span]).collect();
    assert_eq!(slices, ["{{ a_b.yoy }}", "{{ chart d }}"]);
}

/// What pulldown-cmark makes of a text by itself.
fn plain(text: &str) -> String {
    use pulldown_cmark::{Options, Parser, html::push_html};
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut html = String::new();
    push_html(&mut html, Parser::new_ext(text, extensions));
    html
}

#[test]
fn english_is_what_commonmark_says() {
    for text in [
        "The *first* half saw **121 projects** signed, __up__ ~~210%~~\non the year; 2**3 and a*b*c stay.\n",
        "1. one\n2. two\n   - nested *item*\n   - another\n\n   with a paragraph\n3. three\n\n7) seven\n8) eight\n",
        "> quoted **text.**Next *and* (*this*)\n> continued\n\n---\n\nEnd of it.  \nHard break\\\nand another\n",
        "```rust\nfn main() { let x = \"**\" }\n```\n\n    indented * code *\n\n`a * b` and `` ` ``\n",
        "\"straight\" 'quotes' & ampersands, 5 > 3, a\\*b, &copy; &amp; &nbsp; **\"quoted.\"**and more\n",
        "[link](a/b?c=d&e 'title') and [ref] and [bad](<a b>)\n\n[ref]: /url \"Title\"\n",
        "*foo**bar**baz* ***strong emph*** **foo*bar*** _a_b_ __c__d*e_f*\n",
    ] {
        for lang in Lang::BOTH {
            let (page, findings) = rendered(text, lang, &Options::default());
            assert_eq!(page.html, plain(text));
            assert!(findings.is_empty(), "{findings:?}");
        }
    }
}

/// Errors that a browser's parser sees in a page with this body.
fn parse_errors(html: &str) -> Vec<String> {
    let page = format!("<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>");
    let dom = html5ever::parse_document(markup5ever_rcdom::RcDom::default(), html5ever::ParseOpts::default())
        .one(page);
    dom.errors.borrow().iter().map(ToString::to_string).collect()
}

fn count(text: &str, c: char) -> usize {
    text.chars().filter(|&other| other == c).count()
}

/// Scraps that meet each other in bad ways.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        4 => prop::sample::select(vec![
            "*", "**", "***", "~", "~~", "~~~", "`", "```", "{{", "}}", "｛｛", "｝｝", "{", "}", "|", "|---|", "<", ">",
            "&", "[", "]", "(", ")", "](", "[^1]", "[^1]: ", "\n[a]: ", "!", "#", "\n## ", "\n# ", "\n- ", "\n1. ",
            "\n> ", "\n\n", "\n", "\\", " ", "    ", "\t", "\r\n", "_", "\u{3000}", "\u{0}", "\u{7F}", "<!---->",
            "<!--", "-->", "<b>", "</b>", "<script>", "javascript:", "&#x0A;", "&#xE000;", "https://a.cn/",
        ]),
        4 => prop::sample::select(vec![
            "重点", "：", "。", "，", "“", "”", "（", "）", "—", "汉字", "GDP", "5%", "¥", "é", "\u{E000}", "\u{E001}",
            "\u{F8FF}", "\u{10FFFD}", "{{ a_b }}", "{{ chart x }}", "{{ name y }}", "{{ unknown }}", "{{ a | b }}",
            "[甲](", "](x)", "](javascript:x)", "<javascript:x>", "![", "{#id}", "{#a-b .c d=e}", "\n---\n", "\n===\n",
        ]),
        1 => any::<char>().prop_map(|_| "字"),
        1 => any::<char>().prop_map(|c| Box::leak(c.to_string().into_boxed_str()) as &str),
    ];
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    for lang in Lang::BOTH {
        let html = rendered(text, lang, &Options::default()).0.html;
        let lower = html.to_ascii_lowercase();
        prop_assert!(!lower.contains("<script") && !lower.contains("href=\"javascript:"), "{html}");
        prop_assert!(!html.contains("<!--"), "{html}");
        prop_assert!(text.contains("!--") || !html.contains("&lt;!--"), "a mend leaked: {html}");
        let known = count(text, '\u{E000}') + text.matches("&#xE000;").count();
        prop_assert!(count(&html, '\u{E000}') <= known, "a placeholder leaked: {html:?}");
        let errors = parse_errors(&html);
        prop_assert!(errors.is_empty(), "{errors:?}\n{html}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scraps_never_break_a_page(text in scraps()) {
        holds(&text)?;
    }

    #[test]
    fn strings_never_break_a_page(text in any::<String>()) {
        holds(&text)?;
    }

    /// In ASCII without HTML, links, headings, footnotes and tables, whose markup is ours, nothing differs.
    #[test]
    fn ascii_is_what_commonmark_says(text in "[-a-z0-9*_~`>\\\\.,!\"%()+ \n]{0,80}") {
        let (page, _) = rendered(&text, Lang::En, &Options::default());
        if !page.html.contains("<h") && !page.html.contains("<table") {
            prop_assert_eq!(page.html, plain(&text));
        }
    }
}
