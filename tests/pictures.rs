//! Pictures: PNG of every chart and cards for social media, from the sample content and by themselves.
#![cfg(feature = "png")]

mod common;

use std::path::Path;

use common::{gongbao, put, said, workplace};
use gongbao::chart::Width;
use gongbao::lang::Lang;
use gongbao::picture::{Card, Painter, Resvg, card};
use gongbao::site::{Manuscript, PageKind, Route};

/// Width and height as a PNG's head tells them.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn every_chart_that_is_drawn_has_a_picture_and_every_bulletin_a_card() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manuscript = Manuscript::read(&root.join("content"), None);
    let (site, _) = manuscript.plan(None);
    let bare = site.routes().len();
    let painter = Resvg::new();
    let site = site.with_pictures(&painter);
    let routes = site.routes();
    let bulletins = manuscript.content().bulletins.len();
    let cards = routes.iter().filter(|route| matches!(route, Route::Card(..))).count();
    let charts = routes.iter().filter(|route| matches!(route, Route::ChartPng(..))).count();
    assert_eq!(cards, 2 * (bulletins + 1));
    assert_eq!(routes.len(), bare + cards + charts);
    assert!(charts > 2 * 2 * bulletins, "{charts} pictures of charts");

    let card = site.render(Route::Card(Lang::Zh, PageKind::Bulletin(0)));
    assert_eq!(size(&card.document.bytes), (1200, 630));
    assert!(card.findings.is_empty());
    let chart = routes.iter().copied().find(|route| matches!(route, Route::ChartPng(..))).unwrap();
    let painted = site.render(chart).document;
    assert_eq!(size(&painted.bytes).0, 2 * 776);
    let Route::ChartPng(lang, bulletin, at, Width::Wide) = chart else { panic!("the wide one comes first") };
    let narrow = site.render(Route::ChartPng(lang, bulletin, at, Width::Narrow)).document;
    assert_eq!(size(&narrow.bytes).0, 2 * 344);
    let article = site.render(Route::WeChat(lang, bulletin)).document.bytes;
    let article = String::from_utf8(article).unwrap();
    assert!(article.contains(&format!("/{}\" alt=", narrow.path)), "an article is read on phones");
    assert!(!article.contains(&format!("/{}\"", painted.path)));
    assert_eq!(painted.media_type, "image/png");
    assert_eq!(site.render(chart).document, painted, "the same chart gives the same bytes");
}

#[test]
fn what_no_font_has_is_told_and_never_fatal() {
    let svg = |title: &str| {
        let figures = vec![("签约项目".to_owned(), "121个".to_owned())];
        card(&Card { site: "公报", accent: "#12436d", title, subtitle: "", figures, demonstration: None })
    };
    let painter = Resvg::new();
    let plain = painter.paint(&svg("湖州市、㮾梨街道，1—6月·“十四五”"), 1).unwrap();
    assert_eq!(plain.missing, []);
    let rare = painter.paint(&svg("\u{30edd}\u{200b}😀镇"), 1).unwrap();
    assert_eq!(rare.missing, ['😀', '\u{30edd}']);
    assert_eq!(rare.png, painter.paint(&svg("〓\u{200b}〓镇"), 1).unwrap().png);
    for odd in ["", "<b>&\u{0}\u{ffff}", &"长".repeat(2000)] {
        assert_eq!(size(&painter.paint(&svg(odd), 1).unwrap().png), (1200, 630), "{odd:.20}");
    }
    assert!(painter.paint("no svg", 1).is_err());
}

#[test]
fn pictures_are_made_on_request_and_kept() {
    let folder = workplace();
    let caches = folder.path().join("caches");
    let build = |arguments: &[&str]| {
        let mut command = gongbao(folder.path());
        command.env("XDG_CACHE_HOME", &caches).args(["build", "--quiet", "--output", "out"]).args(arguments);
        command.assert()
    };
    build(&[]).code(0);
    assert!(!folder.path().join("out/zh/card.png").exists());
    build(&["--png"]).code(0);
    let card = folder.path().join("out/zh/card.png");
    let painted = std::fs::read(&card).unwrap();
    let kept = std::fs::read_dir(caches.join("gongbao/pictures")).unwrap().count();
    assert!(kept > 1);
    build(&["--png"]).code(0);
    assert_eq!(std::fs::read(&card).unwrap(), painted);
    assert_eq!(std::fs::read_dir(caches.join("gongbao/pictures")).unwrap().count(), kept);

    build(&["--png", "--font", "nothing.otf"]).code(74);
    put(folder.path(), "note.txt", b"no font");
    build(&["--png", "--font", "note.txt"]).code(0);
    let run = build(&["--font", "note.txt"]).code(64);
    assert!(said(&run).contains("--png"), "{}", said(&run));
}
