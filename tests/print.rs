//! What pages carry for paper: the QR code of their address, and the names in their margins.

mod common;

use std::path::Path;

use roxmltree::Document;

use common::{is_page, render};

/// How many pixels a module is drawn with.
const PIXELS: usize = 3;

/// What a reader's telephone makes of the QR code of a page.
fn scan(svg: &str) -> String {
    let document = Document::parse(svg).expect("well-formed");
    let root = document.root_element();
    let size: usize =
        root.attribute("viewBox").and_then(|b| b.rsplit(' ').next()?.parse().ok()).expect("a size");
    let path = root.first_element_child().and_then(|path| path.attribute("d")).expect("a path");
    let mut dark = vec![false; size * size];
    let (mut x, mut y) = (0, 0);
    for step in path.replace('M', "\nM").replace('m', "\nm").lines().filter(|step| !step.is_empty()) {
        let (to, run) = step[1..].split_once('h').expect("a run");
        let (across, down) = to.split_once(' ').expect("two coordinates");
        let across: usize = across.parse().expect("a number");
        if step.starts_with('M') {
            (x, y) = (across, down.trim_end_matches(".5").parse().expect("a number"));
        } else {
            x += across;
        }
        let run: usize = run.parse().expect("a number");
        dark[y * size + x..][..run].fill(true);
        x += run;
    }
    let at = |x: usize, y: usize| if dark[y / PIXELS * size + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * PIXELS, size * PIXELS, at);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().expect("a code that can be read").1
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

#[test]
fn the_code_on_paper_is_the_address_of_the_page() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/county/content");
    let mut scanned = 0;
    for (path, bytes) in render(&fixture).iter().filter(|(path, _)| is_page(path)) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        let address = between(html, "rel=\"canonical\" href=\"", "\"");
        let code = between(html, "<div class=\"print-address\">", "</svg>").map(|svg| format!("{svg}</svg>"));
        if path.ends_with("404.html") || path.ends_with("/copy.html") || path == "index.html" {
            assert_eq!(code, None, "{path}");
            continue;
        }
        let address = address.unwrap_or_else(|| panic!("{path} has no address"));
        assert_eq!(scan(code.unwrap_or_else(|| panic!("{path}: no code")).trim()), address, "{path}");
        assert_eq!(between(html, "data-address=\"", "\""), Some(address), "{path}: the margin");
        scanned += 1;
    }
    assert!(scanned > 20, "only {scanned} pages");
}
