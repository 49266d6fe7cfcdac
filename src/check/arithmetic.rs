//! Figures against what follows from other figures: shares of plan (N8) and growth (N10).

use rust_decimal::Decimal;

use super::rounding::Interval;
use crate::analysis::{Basis, Index, Reading, words};
use crate::content::{Bulletin, Comparison, Content, Figure, Located};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::figure::Amount;
use crate::lang::{Lang, Text};

pub(super) fn check(content: &Content, index: &Index<'_>, found: &mut Diagnostics) {
    for bulletin in &content.bulletins {
        for figure in bulletin.figures.values() {
            check_figure(index, bulletin, figure, found);
        }
    }
}

fn check_figure(index: &Index<'_>, bulletin: &Bulletin, figure: &Figure, found: &mut Diagnostics) {
    let Some(reading) = index.reading(bulletin, figure) else { return };
    check_reading(&reading, &figure.comparison, found);
    for breakdown in &figure.breakdowns {
        for cell in &breakdown.cells {
            if let Some(reading) = index.cell_reading(bulletin, figure, breakdown.dimension, cell) {
                check_reading(&reading, &cell.comparison, found);
            }
        }
    }
}

fn check_reading(reading: &Reading<'_>, announced: &Comparison, found: &mut Diagnostics) {
    if let Some(plan) = &announced.plan {
        found.push_all(plan_share(reading, plan));
    }
    if let Some(yoy) = &announced.yoy {
        found.push_all(growth(reading, yoy));
    }
}

/// N8: value ÷ target is the announced share, as far as rounding allows.
fn plan_share(reading: &Reading<'_>, plan: &Located<Decimal>) -> Option<Diagnostic> {
    let target = reading.progress()?.target.filter(|target| target.basis == Basis::Announced)?;
    let share = Interval::of(reading.amount)?.percent_of(Interval::of(target.amount)?)?;
    if share.agrees_with(Interval::of_percent(plan.value)?) {
        return None;
    }
    let actual = crate::analysis::share_of(reading.amount.quantity, target.amount.quantity)?;
    let said =
        |lang| (words::percent(plan.value, lang), words::percent(actual, lang), target.amount.write(lang));
    let ((zh, is_zh, of_zh), (en, is_en, of_en)) = (said(Lang::Zh), said(Lang::En));
    Some(Diagnostic::new(
        Code::PlanShare,
        plan.span,
        Text::new(
            format!("写的是完成计划的{zh}，按计划{of_zh}计算应为{is_zh}"),
            format!("{en} of the plan is announced; of a plan of {of_en} it is {is_en}"),
        ),
        Text::new(
            "核对数值、计划目标和完成比例；其中至少一个有误",
            "check the value, the target in plans/ and the share: one of them is wrong",
        ),
    ))
}

/// N10: base × (1 + growth) is the value, as far as rounding allows; for rates, base + points.
fn growth(reading: &Reading<'_>, yoy: &Located<Decimal>) -> Option<Diagnostic> {
    let base = reading.year_before().filter(|base| base.basis != Basis::Implied);
    let Some(base) = base else { return impossible_count(reading, yoy) };
    let (value, before) = (Interval::of(reading.amount)?, Interval::of(base.amount)?);
    let actual = if reading.indicator.changes_in_points() {
        value.plus(-base.amount.quantity.value()?)?
    } else {
        value.percent_of(before)?.plus(-Decimal::ONE_HUNDRED)?
    };
    (!actual.agrees_with(Interval::of_percent(yoy.value)?)).then(|| wrong_growth(reading, yoy, base.amount))
}

fn wrong_growth(reading: &Reading<'_>, yoy: &Located<Decimal>, base: Amount) -> Diagnostic {
    let said = |lang: Lang| (words::percent(yoy.value, lang), base.write(lang), reading.amount.write(lang));
    let ((zh, base_zh, value_zh), (en, base_en, value_en)) = (said(Lang::Zh), said(Lang::En));
    Diagnostic::new(
        Code::Growth,
        yoy.span,
        Text::new(
            format!("由{base_zh}到{value_zh}，变化不是{zh}"),
            format!("from {base_en} to {value_en} is not a change of {en}"),
        ),
        Text::new(
            "核对本期数、上年同期数和增速；其中至少一个有误",
            "check the value, the value a year earlier and the rate: one of them is wrong",
        ),
    )
}

/// A count grew from a whole number: 121 after +210 % came from 39, but 121 after +205 % came from nothing.
fn impossible_count(reading: &Reading<'_>, yoy: &Located<Decimal>) -> Option<Diagnostic> {
    let countable = reading.amount.quantity.unit.is_count() && !reading.indicator.changes_in_points();
    let grew_from_something = yoy.value > -Decimal::ONE_HUNDRED;
    let exact = reading.exact().is_some();
    (countable && exact && grew_from_something && reading.year_before().is_none()).then(|| {
        let said = |lang: Lang| (words::percent(yoy.value, lang), reading.amount.write(lang));
        let ((zh, value_zh), (en, value_en)) = (said(Lang::Zh), said(Lang::En));
        Diagnostic::new(
            Code::Growth,
            yoy.span,
            Text::new(
                format!("没有一个整数变化{zh}后是{value_zh}"),
                format!("no whole number changes by {en} to {value_en}"),
            ),
            Text::new("核对个数和增速；其中一个有误", "check the count and the rate: one of them is wrong"),
        )
    })
}
