//! A bulletin for other places than its page: a fragment for the content management system of a portal, and an
//! article for WeChat.
//!
//! A fragment is one `<article class="gongbao">` with its style sheet inside; every selector begins with `.gongbao`,
//! every class with `gongbao`, every id with the bulletin's key and language, and every address is absolute. An
//! article for WeChat has styles in its elements and nothing else ([`wechat`]). Neither has a title: both places ask
//! for it in a field of its own.

mod classes;
mod scan;
mod sheet;
mod style;
mod wechat;

pub(super) use sheet::Sheet;
pub(super) use style::{accent_rule, compact};

use super::frame::{Frame, Medium};
use super::view::FragmentView;
use super::{PageKind, Route, Site, pages, passages};
use crate::diagnostic::{Code, Diagnostics};
use crate::lang::Lang;

/// How a bulletin looks elsewhere, made once for a site.
pub(super) struct Looks {
    /// The `<style>` element of a fragment.
    pub(super) style: String,
    /// The styles of a WeChat article.
    pub(super) wechat: Sheet,
}

/// A bulletin as a fragment.
pub(super) fn portal(site: &Site<'_>, lang: Lang, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let html = render(site, lang, at, Medium::Fragment, findings);
    passages::mark(classes::own(&html).into_bytes(), lang)
}

/// A bulletin as an article for WeChat.
pub(super) fn article(site: &Site<'_>, lang: Lang, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let html = render(site, lang, at, Medium::WeChat, findings);
    wechat::rewrite(&html, lang, &site.looks.wechat).into_bytes()
}

fn render(site: &Site<'_>, lang: Lang, at: usize, medium: Medium, findings: &mut Diagnostics) -> String {
    let frame = Frame::elsewhere(site, lang, PageKind::Bulletin(at), medium);
    // The bulletin's page has said what is wrong with its content.
    let mut found = Diagnostics::default();
    let body = pages::compose_bulletin(&frame, at, &mut found);
    found.into_iter().filter(|found| found.code == Code::Template).for_each(|found| findings.push(found));
    let template = match medium {
        Medium::WeChat => "wechat.html",
        Medium::Page | Medium::Fragment => "fragment.html",
    };
    let view = FragmentView {
        lang,
        lang_tag: lang.tag(),
        prefix: frame.id(""),
        title: site.content.bulletins[at].title.value.get(lang).clone(),
        address: site.url(Route::Page(lang, PageKind::Bulletin(at))),
        style: &site.looks.style,
        demonstration: site.lists.is_demonstration(at).then(|| frame.demonstration()),
        body,
    };
    site.theme.render(template, &view).unwrap_or_else(|found| {
        findings.push(*found);
        String::new()
    })
}
