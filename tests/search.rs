//! Searching: terms as both sides read them, shards that lose nothing, and sites with and without an index.
//! `tests/search/recall.mjs` asks the script itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gongbao::content;
use gongbao::search::term::{fold, shard_of, visit};
use gongbao::search::{Entry, Page, Rank, count_for, shard};
use gongbao::site::{PageKind, Route, Site, Theme};
use proptest::prelude::*;

fn terms(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    visit(&fold(text), |term| found.push(term.to_owned()));
    found
}

#[test]
fn terms_are_those_that_the_script_reads() {
    let cases: Vec<BTreeMap<String, serde_json::Value>> =
        serde_json::from_str(include_str!("search/terms.json")).expect("the cases are JSON");
    assert!(cases.len() > 10);
    for case in cases {
        let text = case["text"].as_str().expect("a text");
        assert_eq!(serde_json::json!(terms(text)), case["terms"], "{text}");
    }
}

fn page(title: &str, passages: &[String]) -> Page {
    Page {
        href: "a.html".into(),
        title: title.into(),
        rank: Rank::Title,
        names: Vec::new(),
        keywords: String::new(),
        points: Vec::new(),
        passages: passages.to_vec(),
        kind: String::new(),
        place: None,
        period: None,
        demonstration: false,
    }
}

/// The numbers of pages in a packed list, whatever their ranks.
fn unpack(packed: &str) -> Vec<usize> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut chars = packed.chars().peekable();
    let mut pages: Vec<usize> = Vec::new();
    while let Some(&c) = chars.peek() {
        let is_run = c == '.';
        if ".!*~".contains(c) {
            chars.next();
        }
        let (mut number, mut shift) = (0, 0);
        loop {
            let digit = chars.next().and_then(|c| DIGITS.find(c)).expect("a digit");
            number |= (digit & 31) << shift;
            shift += 5;
            if digit < 32 {
                break;
            }
        }
        let next = pages.last().map_or(0, |last| last + 1);
        if is_run { pages.extend(next..next + number) } else { pages.push(next + number) }
    }
    pages
}

/// A shard's script, read as docs/search.md describes it.
fn read(script: &[u8]) -> BTreeMap<String, Vec<usize>> {
    let script = std::str::from_utf8(script).expect("UTF-8");
    let json =
        script.split_once(',').and_then(|(_, rest)| rest.trim_end().strip_suffix(");")).expect("a call");
    let text: String = serde_json::from_str(json).expect("a string");
    let mut last: Vec<char> = Vec::new();
    let entries = text.split(' ').filter(|entry| !entry.is_empty()).map(|entry| {
        let (term, pages) = entry.split_once('|').expect("a term and its pages");
        let shared = term.chars().next().and_then(|c| c.to_digit(10)).expect("a count") as usize;
        last = last[..shared].iter().copied().chain(term.chars().skip(1)).collect();
        (last.iter().collect(), unpack(pages))
    });
    entries.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_term_of_any_text_leads_to_its_pages(
        texts in prop::collection::vec("[招商引资亿元。，a-cS' 0-9.,%ＡＢ１２|~！“]{0,24}|\\PC{0,12}", 1..60)
    ) {
        let shards = count_for(texts.len());
        let entries: Vec<Entry> = texts.iter().map(|text| {
            let passages: Vec<String> = text.split('。').map(str::to_owned).collect();
            Entry::new(page("", &passages), shards)
        }).collect();
        let index: Vec<_> = (0..shards).map(|at| read(&shard("x", &entries, at))).collect();
        let mut wanted: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (number, text) in texts.iter().enumerate() {
            for passage in text.split('。') {
                for term in terms(passage) {
                    wanted.entry(term).or_default().insert(number);
                }
            }
        }
        for (term, pages) in &wanted {
            let found = index[shard_of(term, shards)].get(term);
            prop_assert_eq!(found.map(Vec::as_slice), Some(&*pages.iter().copied().collect::<Vec<_>>()), "{}", term);
        }
        // And nothing else stands there but the names of pages.
        let others = index.iter().flat_map(BTreeMap::keys).filter(|term| !term.starts_with('='));
        prop_assert_eq!(others.count(), wanted.len());
    }

    #[test]
    fn a_part_of_a_text_has_terms_of_the_text(text in "[招商引资亿元项目]{1,12}", start in 0..12usize, length in 2..6usize) {
        let chars: Vec<char> = text.chars().collect();
        let part: String = chars.iter().skip(start).take(length).collect();
        let all = terms(&text);
        // All but the last, which a query looks up by its beginning.
        let of_part = terms(&part);
        for term in &of_part[..of_part.len().saturating_sub(1)] {
            prop_assert!(all.contains(term), "{} of {}", term, part);
        }
        if let Some(last) = of_part.last() {
            prop_assert!(all.iter().any(|term| term.starts_with(last.as_str())), "{}", last);
        }
    }
}

fn sample() -> content::Content {
    content::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"))).content
}

#[test]
fn the_index_does_not_depend_on_the_order_of_work() {
    let (content, theme) = (sample(), Theme::embedded());
    let documents = |backwards: bool| -> BTreeMap<String, Vec<u8>> {
        let (site, _) = Site::plan(&content, &theme, None);
        let mut routes: Vec<Route> =
            site.routes().into_iter().filter(|route| matches!(route, Route::Search(..))).collect();
        assert!(routes.len() > 300);
        if backwards {
            routes.reverse();
        }
        let rendered = routes.into_iter().map(|route| site.render(route).document);
        rendered.map(|document| (document.path, document.bytes)).collect()
    };
    assert!(documents(false) == documents(true));
}

#[test]
fn a_site_without_search_has_no_trace_of_it() {
    let (content, theme) = (sample(), Theme::embedded());
    let site = Site::plan(&content, &theme, None).0.without_search();
    let routes = site.routes();
    assert!(
        !routes.iter().any(|route| matches!(route, Route::Search(..) | Route::Page(_, PageKind::Search)))
    );
    let pages = routes.into_iter().filter(|route| matches!(route, Route::Page(..)));
    for page in pages {
        let html = String::from_utf8(site.render(page).document.bytes).expect("UTF-8");
        assert!(!html.contains("search.html") && !html.contains("role=\"search\""), "{}", site.path(page));
    }
}
