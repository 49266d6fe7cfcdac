//! What a bulletin needs: a headline (B1), both languages (L1), and charts with the figures they draw (B4).

use crate::content::{Bulletin, ChartKind, ChartSpec, Content, Dimension, Figure, Narrative};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::lang::{Both, Lang, Text};

/// How many headline figures a bulletin wants, if it has so many figures.
const FEWEST: usize = 2;
const MOST: usize = 6;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    for bulletin in &content.bulletins {
        let folder = format!("bulletins/{}", bulletin.key());
        translations(&folder, &bulletin.narratives, content, found);
        // Figures that could not be read would make these wrong.
        if !content.unread.has_file(&format!("{folder}/metrics.toml")) {
            headline(bulletin, found);
            bulletin.charts.iter().for_each(|chart| check_chart(chart, bulletin, found));
        }
    }
    for page in &content.pages {
        translations(&format!("pages/{}", page.id.value), &page.narratives, content, found);
    }
}

fn translations(
    folder: &str,
    narratives: &Both<Option<Narrative>>,
    content: &Content,
    found: &mut Diagnostics,
) {
    for lang in Lang::BOTH {
        let path = format!("{folder}/{}.md", lang.code());
        let other_exists = narratives.get(lang.other()).is_some();
        if narratives.get(lang).is_none() && other_exists && !content.unread.has_file(&path) {
            let help = Text::new(
                format!("翻译成{}.md；在此之前，读者会看到另一种文字的正文和说明", lang.code()),
                format!(
                    "translate it into {}.md; until then readers get the other language, and are told so",
                    lang.code()
                ),
            );
            let message = match lang {
                Lang::Zh => Text::new("缺少中文正文", "the Chinese narrative is missing"),
                Lang::En => Text::new("缺少英文正文", "the English narrative is missing"),
            };
            found.push(Diagnostic::new(Code::NoTranslation, Location::Path(path), message, help));
        }
    }
}

fn headline(bulletin: &Bulletin, found: &mut Diagnostics) {
    let given = bulletin.headline.len();
    if (FEWEST.min(bulletin.figures.len())..=MOST).contains(&given) {
        return;
    }
    let at = bulletin.headline.first().zip(bulletin.headline.last());
    let at = at.map_or(bulletin.title.span, |(first, last)| crate::diagnostic::Span {
        end: last.span.end,
        ..first.span
    });
    found.push(Diagnostic::new(
        Code::HeadlineCount,
        at,
        Text::new(
            format!("头条指标有{given}项，应为二至六项"),
            format!("headline figures: {given}, instead of two to six"),
        ),
        Text::new(
            "在 headline 中选二至六项最重要的指标",
            "let `headline` name the two to six figures that matter most",
        ),
    ));
}

fn check_chart(chart: &ChartSpec, bulletin: &Bulletin, found: &mut Diagnostics) {
    let figures: Vec<&Figure> =
        chart.figures.iter().filter_map(|id| bulletin.figures.get(&id.value)).collect();
    // A figure that does not exist has been reported as such.
    let all_exist = figures.len() == chart.figures.len();
    let is_milestones = chart.kind.value == ChartKind::Milestones;
    let unsuitable =
        (all_exist && !suits(chart.kind.value, &figures)) || is_milestones != chart.project.is_some();
    if unsuitable {
        let kind = chart.kind.value.name();
        found.push(Diagnostic::new(
            Code::ChartFigures,
            chart.kind.span,
            Text::new(
                format!("`{kind}`图画不了这些指标"),
                format!("a `{kind}` chart cannot draw these figures"),
            ),
            wants(chart.kind.value),
        ));
    }
}

/// Whether a kind of chart draws so many and such figures. Whether their values can honestly be drawn is for
/// the chart to say.
fn suits(kind: ChartKind, figures: &[&Figure]) -> bool {
    let is_count = |figure: &Figure| figure.value.value.quantity.unit.is_count();
    let has = |figure: &Figure, dimension| figure.breakdown(dimension).is_some();
    match (kind, figures) {
        (ChartKind::Signings, [a, b]) => is_count(a) != is_count(b),
        (ChartKind::Progress, [_, ..]) | (ChartKind::Cumulative, [_]) => true,
        (ChartKind::League, [figure]) => !is_count(figure) && has(figure, Dimension::Place),
        (ChartKind::Pipeline, [figure]) => {
            is_count(figure) && has(figure, Dimension::Stage) && figure.cohort.is_some()
        }
        (ChartKind::Chains, [figure]) => has(figure, Dimension::Chain),
        (ChartKind::Comparison | ChartKind::PlanPeriods, figures) => (1..=3).contains(&figures.len()),
        (ChartKind::Milestones, []) => true,
        _ => false,
    }
}

fn wants(kind: ChartKind) -> Text {
    match kind {
        ChartKind::Signings => Text::new("写一个个数指标和一个金额指标", "name a count and an amount"),
        ChartKind::Progress => Text::new("写一个或多个有计划的指标", "name one or more figures with a plan"),
        ChartKind::Cumulative => {
            Text::new("写一个从一月起累计的指标", "name one figure that accumulates from January")
        }
        ChartKind::League => Text::new("写一个带 by_place 的金额指标", "name one amount with `by_place`"),
        ChartKind::Pipeline => Text::new(
            "写一个带 by_stage 和 cohort 的个数指标",
            "name one count with `by_stage` and a `cohort`",
        ),
        ChartKind::Chains => Text::new("写一个带 by_chain 的指标", "name one figure with `by_chain`"),
        ChartKind::Comparison => Text::new(
            "写一至三个带 yoy、mom 或 base 的指标",
            "name one to three figures with `yoy`, `mom` or `base`",
        ),
        ChartKind::PlanPeriods => Text::new(
            "写一至三个五年规划的、带 times 或 base 的指标",
            "name one to three figures of a five-year plan with `times` or `base`",
        ),
        ChartKind::Milestones => Text::new(
            "不写 figures，用 project 写项目标识；project 只用于此类图",
            "name no figures but a `project`",
        ),
    }
}
