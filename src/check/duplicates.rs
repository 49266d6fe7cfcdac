//! Nothing is said twice (X2).

use std::collections::HashMap;
use std::hash::Hash;

use crate::content::{Bulletin, Content, Figure, Id, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::figure::Period;
use crate::lang::Text;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    ids("栏目", "column", content.site.columns.iter().map(|column| &column.id), found);
    targets(content, found);
    find(content.history.iter().map(identity), same_figure, found);
    for bulletin in &content.bulletins {
        check_bulletin(bulletin, found);
    }
}

fn targets(content: &Content, found: &mut Diagnostics) {
    let targets = content.plans.iter().flat_map(|plan| {
        let period = plan.period.value;
        plan.targets.iter().map(move |target| {
            ((period, &target.place.value, &target.indicator.value), target.indicator.span)
        })
    });
    let words = || {
        (
            Text::new(
                "同一地区、同一指标、同一时期有两个目标",
                "two targets for one place, indicator and period",
            ),
            Text::new("只保留一个", "keep one of them"),
        )
    };
    find(targets, words, found);
}

fn check_bulletin(bulletin: &Bulletin, found: &mut Diagnostics) {
    ids("图表", "chart", bulletin.charts.iter().map(|chart| &chart.id), found);
    ids("图片", "picture", bulletin.images.iter().map(|image| &image.id), found);
    ids("头条指标", "headline figure", bulletin.headline.iter(), found);
    ids("项目", "project", bulletin.projects.iter(), found);
    for chart in &bulletin.charts {
        ids("图表中的指标", "figure of the chart", chart.figures.iter(), found);
    }
    find(bulletin.figures.values().map(identity), same_figure, found);
}

/// What makes a figure the one that it is.
fn identity(figure: &Figure) -> ((&Id, &Id, Period, Option<&Id>), Span) {
    let project = figure.project.as_ref().map(|project| &project.value);
    ((&figure.indicator.value, &figure.place.value, figure.period.value, project), figure.id.span)
}

fn same_figure() -> (Text, Text) {
    (
        Text::new("同一指标、同一地区、同一时期有两个数", "two figures of one indicator, place and period"),
        Text::new(
            "只保留一个；如果说的是另一时期、另一地区或另一项目，请写上 period、place 或 project",
            "keep one of them; if it is of another period or place, say so with `period`, `place` or `project`",
        ),
    )
}

fn ids<'a>(zh: &str, en: &str, ids: impl Iterator<Item = &'a Located<Id>>, found: &mut Diagnostics) {
    let words = || {
        (
            Text::new(format!("重复的{zh}"), format!("the same {en} twice")),
            Text::new("删去一个，或换一个名称", "delete one of them, or give it another name"),
        )
    };
    find(ids.map(|id| (&id.value, id.span)), words, found);
}

/// Reports every key that has been there before, with its first place.
fn find<K: Eq + Hash>(
    keys: impl Iterator<Item = (K, Span)>,
    words: impl Fn() -> (Text, Text),
    found: &mut Diagnostics,
) {
    let mut first: HashMap<K, Span> = HashMap::new();
    for (key, span) in keys {
        if let Some(&before) = first.get(&key) {
            let (message, help) = words();
            let related = Text::new("先出现在这里", "it stands here first");
            found.push(Diagnostic::new(Code::Duplicate, span, message, help).with_related(before, related));
        } else {
            first.insert(key, span);
        }
    }
}
