//! `gongbao check --fix`: what it mends, what it leaves, and that it never changes what readers are told.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod common;

use std::fs;
use std::ops::Range;
use std::path::Path;

use common::{gongbao, put, said, workplace};
use gongbao::analysis::Index;
use gongbao::check::{self, Fix};
use gongbao::content::{self, Content};
use gongbao::lang::Lang;
use gongbao::markdown::{DirectiveKind, directives};
use gongbao::site::{Manuscript, PageKind, Route};
use proptest::prelude::*;
use proptest::sample::Index as At;

const ZH: &str = "content/bulletins/2022/huaihua-h1/zh.md";
const EN: &str = "content/bulletins/2022/huaihua-h1/en.md";

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(folder.join(file), text.replace(from, to)).unwrap();
}

fn spoil(folder: &Path) {
    edit(folder, ZH, "总投资{{ signed_investment }}，", "总投资458亿元,");
    edit(folder, ZH, "不能相加。\n\n{{ chart", "不能相加。。\n\n{{ chart");
    edit(
        folder,
        EN,
        "total investment of {{ signed_investment }}, ",
        "total investment of 45.8 billion yuan，",
    );
}

#[test]
fn the_sample_needs_no_mending() {
    let content = content::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))).content;
    assert_eq!(check::fixes(&content), [], "the sample is clean");
}

#[test]
fn the_difference_is_shown_and_nothing_changed_unless_it_is_wanted() {
    let folder = workplace();
    spoil(folder.path());
    let (zh, en) = (fs::read(folder.path().join(ZH)).unwrap(), fs::read(folder.path().join(EN)).unwrap());
    let run = gongbao(folder.path()).args(["check", "--fix", "2022/huaihua-h1"]).assert();
    let shown = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    for line in
        ["--- a/bulletins/2022/huaihua-h1/zh.md", "+++ b/bulletins/2022/huaihua-h1/en.md", "@@ -1,6 +1,6 @@"]
    {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
    assert!(shown.lines().any(|line| line.starts_with("-2022年") && line.contains("458亿元,")), "{shown}");
    assert!(said(&run).contains("nothing was changed; --yes changes it"), "{}", said(&run));
    assert_eq!(fs::read(folder.path().join(ZH)).unwrap(), zh);
    assert_eq!(fs::read(folder.path().join(EN)).unwrap(), en);

    gongbao(folder.path()).args(["check", "--fix", "--yes", "pages"]).assert().code(0);
    assert_eq!(fs::read(folder.path().join(ZH)).unwrap(), zh, "other files are left alone");
    let run = gongbao(folder.path()).args(["check", "--fix", "--yes", "2022"]).assert().code(0);
    assert!(said(&run).contains("mended: 5 places in 2 files"), "{}", said(&run));
    let zh = fs::read_to_string(folder.path().join(ZH)).unwrap();
    let en = fs::read_to_string(folder.path().join(EN)).unwrap();
    assert!(zh.contains("总投资{{ signed_investment }}，{{") && !zh.contains("。。"), "{zh}");
    assert!(en.contains("total investment of {{ signed_investment }}, {{"), "{en}");
    let run = gongbao(folder.path()).args(["check", "--fix", "--lang", "zh", "2022"]).assert().code(0);
    assert!(said(&run).contains("没有可以自动修改的地方"), "{}", said(&run));
}

#[test]
fn what_is_open_to_doubt_is_left() {
    for (file, from, to) in [
        // Another year's value, a share, a heading, a link, words that are not about the indicator, a longer word.
        (ZH, "新签约项目{{ signed_projects }}，", "上年同期签约项目121个，"),
        (ZH, "## 调度会 {#meeting}", "## 签约项目121个 {#meeting}"),
        (ZH, "[签约项目](indicator:signed_projects)", "[签约项目121个](indicator:signed_projects)"),
        (ZH, "溆浦县、怀化经开区", "全省121个县、怀化经开区"),
        (EN, "signed {{ signed_projects }} new projects", "signed 121-odd new projects"),
        (EN, "signed {{ signed_projects }} new projects", "signed more than 121 new projects"),
    ] {
        let folder = workplace();
        edit(folder.path(), file, from, to);
        let content = content::load(&folder.path().join("content")).content;
        assert_eq!(check::fixes(&content), [], "{to}");
    }
}

#[test]
fn a_value_of_two_figures_is_bound_to_neither() {
    let folder = workplace();
    edit(folder.path(), ZH, "10亿元以上项目{{ signed_projects_over_1bn }}", "10亿元以上项目17个");
    let one = check::fixes(&content::load(&folder.path().join("content")).content);
    assert_eq!(one.len(), 1, "{one:?}");
    assert_eq!(one[0].replacement, "{{ signed_projects_over_1bn }}");
    edit(folder.path(), "content/bulletins/2022/huaihua-h1/metrics.toml", "\"15个\"", "\"17个\"");
    assert_eq!(check::fixes(&content::load(&folder.path().join("content")).content), []);
}

#[test]
fn marks_are_mended_as_they_stand_beside_what_becomes_a_directive() {
    for (file, from, typed, mended) in [
        (
            EN,
            "signed {{ signed_projects }} new projects",
            "had signed projects of 121；{{ signed_investment }}",
            "had signed projects of {{ signed_projects }}; {{ signed_investment }}",
        ),
        (
            EN,
            "signed {{ signed_projects }} new projects",
            "had signed projects of 121.. It did",
            "had signed projects of {{ signed_projects }}. It did",
        ),
    ] {
        let folder = workplace();
        let root = folder.path().join("content");
        edit(folder.path(), file, from, typed);
        let spoilt = content::load(&root).content;
        mend(&root, &spoilt, &check::fixes(&spoilt));
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(text.contains(mended), "{text}");
    }
}

#[test]
fn a_translation_that_was_in_step_still_is() {
    let folder = workplace();
    spoil(folder.path());
    gongbao(folder.path())
        .args(["parity", "--record", "2022/huaihua-h1", "--date", "2026-11-30"])
        .assert()
        .code(0);
    edit(folder.path(), ZH, "及时协调", "及时协调解决");
    gongbao(folder.path()).args(["check", "--fix", "--yes", "2022"]).assert().code(0);
    let run = gongbao(folder.path()).args(["parity", "2022"]).assert().code(0);
    let table = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    let line = table.lines().find(|line| line.starts_with("2022/huaihua-h1")).unwrap();
    assert!(line.ends_with("drifted  unknown      全程跟踪"), "{line}");
}

#[test]
fn line_ends_and_marks_of_a_file_stay() {
    let folder = workplace();
    spoil(folder.path());
    let text = fs::read_to_string(folder.path().join(ZH)).unwrap();
    put(folder.path(), ZH, format!("\u{FEFF}{}", text.replace('\n', "\r\n")).as_bytes());
    gongbao(folder.path()).args(["check", "--fix", "--yes", "2022"]).assert().code(0);
    let mended = fs::read_to_string(folder.path().join(ZH)).unwrap();
    assert!(mended.starts_with("\u{FEFF}## ") && mended.contains("{{ signed_investment }}，"), "{mended}");
    assert_eq!(mended.matches('\n').count(), mended.matches("\r\n").count());
}

/// Every file with its fixes made.
fn mend(root: &Path, content: &Content, fixes: &[Fix]) {
    for fixes in fixes.chunk_by(|one, next| one.span.source == next.span.source) {
        let source = fixes[0].span.source;
        let text = content.sources.text(source);
        fs::write(root.join(content.sources.path(source)), check::apply(text, text, fixes).unwrap()).unwrap();
    }
}

/// How many findings there are, and the digits that a bulletin's pages show.
fn seen(root: &Path, bulletin: usize) -> (usize, String) {
    let manuscript = Manuscript::read(root, None);
    let (site, findings) = manuscript.plan(None);
    let mut number = findings.iter().count();
    let mut digits = String::new();
    for lang in Lang::BOTH {
        let page = site.render(Route::Page(lang, PageKind::Bulletin(bulletin)));
        number += page.findings.iter().count();
        let html = String::from_utf8(page.document.bytes).unwrap();
        let main = &html[html.find("<main").unwrap()..html.find("</main").unwrap()];
        // What stands in tags readers do not see; some ids are places in the file.
        let shown = main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
        digits.extend(shown.flat_map(str::chars).filter(char::is_ascii_digit));
    }
    (number, digits)
}

/// The figures whose values a narrative prints, in order.
fn printed(text: &str) -> Vec<String> {
    let figures = directives(text).into_iter().filter_map(|directive| match directive.kind {
        DirectiveKind::Figure { id, path } if path.is_empty() => Some(id.to_string()),
        _ => None,
    });
    figures.collect()
}

#[test]
fn most_typed_figures_are_known_again_and_none_is_taken_for_another() {
    let folder = workplace();
    let root = folder.path().join("content");
    let content = content::load(&root).content;
    let narratives = || {
        let with_lang = |at: usize| Lang::BOTH.map(|lang| (at, lang));
        (0..content.bulletins.len()).flat_map(with_lang)
    };
    for (at, lang) in narratives() {
        let Some(narrative) = content.bulletins[at].narratives.get(lang) else { continue };
        let mut text = narrative.text.to_string();
        while !printed(&text).is_empty() {
            text = type_figure(&text, &content, at, lang, |values| &values[0]);
        }
        fs::write(root.join(content.sources.path(narrative.source)), text).unwrap();
    }
    let typed = content::load(&root).content;
    mend(&root, &typed, &check::fixes(&typed));
    let mended = content::load(&root).content;
    let (mut all, mut known) = (0, 0);
    for (at, lang) in narratives() {
        let Some(narrative) = content.bulletins[at].narratives.get(lang) else { continue };
        let (before, after) = (printed(&narrative.text), mended.bulletins[at].narratives.get(lang));
        let after = printed(&after.as_ref().unwrap().text);
        let mut left = before.iter();
        assert!(after.iter().all(|id| left.any(|before| before == id)), "{before:?} became {after:?}");
        (all, known) = (all + before.len(), known + after.len());
    }
    assert!(known * 2 > all, "{known} of {all}");
}

/// Types a figure's words instead of its directive.
fn type_figure(
    text: &str,
    content: &Content,
    bulletin: usize,
    lang: Lang,
    choose: impl Fn(&[(Range<usize>, String)]) -> &(Range<usize>, String),
) -> String {
    let (index, bulletin) = (Index::new(content), &content.bulletins[bulletin]);
    let values: Vec<_> = directives(text)
        .into_iter()
        .filter_map(|directive| match &directive.kind {
            DirectiveKind::Figure { id, path } if path.is_empty() => {
                let reading = index.reading(bulletin, bulletin.figures.get(id)?)?;
                Some((directive.span, reading.amount.write(lang)))
            }
            _ => None,
        })
        .collect();
    if values.is_empty() {
        return text.to_owned();
    }
    let (span, words) = choose(&values);
    let mut typed = text.to_owned();
    typed.replace_range(span.clone(), words);
    typed
}

/// Puts a mark of the wrong width, or a stop too many, in the place of a right one.
fn mistype(text: &str, at: &At, lang: Lang) -> String {
    let wrong = match lang {
        Lang::Zh => [("，", ","), ("。", "。。"), ("；", "; "), ("（", "("), ("）", ")"), ("：", ":")],
        Lang::En => [(", ", "，"), (". ", ".. "), ("; ", "；"), (" (", "（"), (")", "）"), (". ", ". . ")],
    };
    let places: Vec<_> =
        wrong.iter().flat_map(|pair| text.match_indices(pair.0).map(move |(at, _)| (at, pair))).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let (start, (right, wrong)) = at.get(&places);
    let mut mistyped = text.to_owned();
    mistyped.replace_range(*start..start + right.len(), wrong);
    mistyped
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_once_is_enough_and_tells_readers_the_same(
        bulletin in any::<At>(), typed in prop::collection::vec(any::<At>(), 0..4),
        mistyped in prop::collection::vec(any::<At>(), 0..8)
    ) {
        let folder = workplace();
        let root = folder.path().join("content");
        let content = content::load(&root).content;
        let at = bulletin.index(content.bulletins.len());
        for lang in Lang::BOTH {
            let Some(narrative) = content.bulletins[at].narratives.get(lang) else { continue };
            let mut text = narrative.text.to_string();
            for place in &typed {
                text = type_figure(&text, &content, at, lang, |values| place.get(values));
            }
            for place in &mistyped {
                text = mistype(&text, place, lang);
            }
            fs::write(root.join(content.sources.path(narrative.source)), text).unwrap();
        }
        let (findings, digits) = seen(&root, at);
        let spoilt = content::load(&root).content;
        mend(&root, &spoilt, &check::fixes(&spoilt));
        let (findings_after, digits_after) = seen(&root, at);
        prop_assert_eq!(digits, digits_after);
        prop_assert!(findings_after <= findings, "{} findings became {}", findings, findings_after);
        prop_assert_eq!(check::fixes(&content::load(&root).content), []);
    }
}
