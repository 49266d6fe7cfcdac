//! The page from which an editor copies a bulletin into a portal or into WeChat.

use crate::diagnostic::Diagnostics;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{CopyBody, Labelled, PieceView};
use crate::site::{PageKind, Route};

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let bulletin = &frame.content().bulletins[at];
    let title = bulletin.title.value.get(frame.lang);
    let mut head = Head::new(frame.t("site.title.copy", &[("title", title)]), frame.describe("copy", &[]));
    head.demonstration = frame.site.lists.is_demonstration(at);
    head.crumbs = vec![
        frame.link(frame.t("site.nav.bulletins", &[]), PageKind::Bulletins),
        frame.link(bulletin.year.to_string(), PageKind::Year(bulletin.year)),
        frame.link(title, PageKind::Bulletin(at)),
    ];
    let body = CopyBody {
        bulletin: frame.link(title, PageKind::Bulletin(at)),
        fields: fields(frame, at),
        pieces: vec![
            PieceView { kind: "fragment", href: frame.href(Route::Fragment(frame.lang, at)) },
            PieceView { kind: "wechat", href: frame.href(Route::WeChat(frame.lang, at)) },
        ],
    };
    frame.render("copy.html", head, body, findings)
}

/// What a portal's editor types into fields of their own.
fn fields(frame: &Frame<'_, '_>, at: usize) -> Vec<Labelled> {
    let bulletin = &frame.content().bulletins[at];
    let field = |key: &str, value: &str| Labelled { label: frame.t(key, &[]), value: value.to_owned() };
    vec![
        field("copy.title", bulletin.title.value.get(frame.lang)),
        field("copy.summary", bulletin.summary.get(frame.lang)),
        field("bulletin.source", bulletin.source.get(frame.lang)),
        field("bulletin.released", &part::released(frame, bulletin).text),
        field("copy.address", &frame.site.url(Route::Page(frame.lang, PageKind::Bulletin(at)))),
    ]
}
