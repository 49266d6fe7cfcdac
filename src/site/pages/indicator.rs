//! An indicator: its definition and its history.

use crate::content::{Id, Indicator};
use crate::diagnostic::Diagnostics;
use crate::site::PageKind;
use crate::site::frame::{Frame, Head};
use crate::site::part;
use crate::site::view::{IndicatorBody, Labelled, Link};

pub(super) fn render(frame: &Frame<'_, '_>, at: usize, findings: &mut Diagnostics) -> Vec<u8> {
    let lang = frame.lang;
    let indicators = &frame.content().registry.indicators;
    let indicator = &indicators[at];
    let id = &indicator.id.value;
    let definition = indicator.definition.get(lang).clone();
    let mut head = Head::new(indicator.name.get(lang), definition.clone());
    head.crumbs = vec![frame.link(frame.t("site.nav.indicators", &[]), PageKind::Indicators)];
    let bulletins = frame.site.lists.of_indicator(id);
    let (series, invented) = part::series_of_indicator(frame, id, findings);
    head.demonstration = invented || bulletins.iter().any(|&at| frame.site.lists.is_demonstration(at));
    let whole = |other: &Indicator| other.part_of.as_ref().is_some_and(|whole| whole.value == *id);
    let body = IndicatorBody {
        definition,
        facts: facts(frame, indicator),
        whole: indicator.part_of.as_ref().and_then(|whole| link(frame, &whole.value)),
        parts: indicators
            .values()
            .filter(|other| whole(other))
            .filter_map(|part| link(frame, &part.id.value))
            .collect(),
        series,
        bulletins: part::bulletin_rows(frame, bulletins),
    };
    frame.render("indicator.html", head, body, findings)
}

fn facts(frame: &Frame<'_, '_>, indicator: &Indicator) -> Vec<Labelled> {
    let mut facts =
        vec![Labelled { label: frame.t("site.fact.kind", &[]), value: part::kind(frame, indicator.kind) }];
    let unit = part::unit(indicator, frame.lang);
    if !unit.is_empty() {
        facts.insert(0, Labelled { label: frame.t("site.fact.unit", &[]), value: unit });
    }
    if let Some(source) = &indicator.source {
        let label = frame.t("site.fact.source", &[]);
        facts.push(Labelled { label, value: source.get(frame.lang).clone() });
    }
    facts
}

fn link(frame: &Frame<'_, '_>, id: &Id) -> Option<Link> {
    let (at, _, indicator) = frame.content().registry.indicators.get_full(id)?;
    Some(frame.link(indicator.name.get(frame.lang), PageKind::Indicator(at)))
}
