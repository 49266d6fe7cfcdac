//! Content of tests/fixtures/analysis, and short names for what is in it.

use std::path::Path;

use gongbao::content::{Bulletin, Content, Id, load};
use rust_decimal::Decimal;

pub(crate) fn fixture(name: &str) -> Content {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/analysis").join(name));
    let found: Vec<_> = loaded.diagnostics.iter().map(|found| &found.message.en).collect();
    assert!(found.is_empty(), "{found:?}");
    loaded.content
}

pub(crate) fn bulletin<'a>(content: &'a Content, key: &str) -> &'a Bulletin {
    content.bulletins.iter().find(|bulletin| bulletin.key() == key).expect(key)
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(crate) fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

/// English holds amounts together with U+00A0, which is hard to see in a test.
pub(crate) fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
