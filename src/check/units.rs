//! Values are in the unit of their indicator (B3).

use crate::content::{Content, Figure, Id, Indicator, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::Amount;
use crate::lang::{Both, Lang, Text};

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    let figures = content.bulletins.iter().flat_map(|bulletin| bulletin.figures.values());
    for figure in figures.chain(&content.history) {
        check_figure(figure, content, found);
    }
    for target in content.plans.iter().flat_map(|plan| &plan.targets) {
        if let Some(indicator) = known(&target.indicator, content) {
            compare(&target.value, indicator, found);
        }
    }
}

fn known<'a>(id: &Located<Id>, content: &'a Content) -> Option<&'a Indicator> {
    content.registry.indicators.get(&id.value)
}

fn check_figure(figure: &Figure, content: &Content, found: &mut Diagnostics) {
    let Some(indicator) = known(&figure.indicator, content) else { return };
    compare(&figure.value, indicator, found);
    let cells = || figure.breakdowns.iter().flat_map(|breakdown| &breakdown.cells);
    for cell in cells() {
        compare(&cell.value, indicator, found);
    }
    let comparisons = std::iter::once(&figure.comparison).chain(cells().map(|cell| &cell.comparison));
    for base in comparisons.filter_map(|comparison| comparison.base.as_ref()) {
        compare(base, indicator, found);
    }
}

fn compare(amount: &Located<Amount>, indicator: &Indicator, found: &mut Diagnostics) {
    let unit = amount.value.quantity.unit;
    if unit.is_like(indicator.unit) {
        return;
    }
    let Both { zh, en } = Both::from_fn(|lang| {
        let wanted = indicator.unit.label(indicator.magnitude, lang);
        // English has no words for most counts; the Chinese measure word is known to whoever writes them.
        if wanted.is_empty() { indicator.unit.zh() } else { wanted }
    });
    let name = |lang| indicator.label(lang);
    let message = Text::new(
        format!("“{}”以{zh}计，不能用这个单位", name(Lang::Zh)),
        format!("`{}` is counted in {en}, not in this unit", name(Lang::En)),
    );
    let help = Text::new(
        "按指标的单位改写；如果是另一个指标，请写上 indicator",
        "write it in the indicator's unit; if it is of another indicator, say so with `indicator`",
    );
    let definition = Text::new("指标在这里定义", "the indicator is defined here");
    let finding = Diagnostic::new(Code::UnitDiffers, amount.span, message, help);
    found.push(finding.with_related(indicator.id.span, definition));
}
