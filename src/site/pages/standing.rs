//! Standing pages.

use crate::diagnostic::Diagnostics;
use crate::site::PageKind;
use crate::site::directive;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::StandingBody;

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let page = &frame.content().pages[at];
    let head = Head::new(page.title.get(frame.lang), page.summary.get(frame.lang));
    let narrative = page.narratives.get(frame.lang).as_ref();
    let body = StandingBody {
        narrative: narrative.map(|narrative| directive::narrative(frame, None, narrative, findings).0),
        banners: narrative
            .is_none()
            .then(|| part::missing_translation(frame, PageKind::Standing(at)))
            .into_iter()
            .collect(),
    };
    frame.render("standing.html", head, body, findings)
}
