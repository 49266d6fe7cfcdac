//! A figure that a chart draws.

use rust_decimal::Decimal;

use super::axis::Axis;
use super::refusal::{Refusal, refuse};
use crate::analysis::Reading;
use crate::content::{Cell, Figure, IndicatorKind};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::figure::{Amount, Quantity};
use crate::lang::{Lang, Text};

/// A figure that a chart draws.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    /// Where the chart names it.
    pub(super) at: Span,
    pub(super) figure: &'a Figure,
    pub(super) reading: Reading<'a>,
    pub(super) axis: Axis,
    /// Its project or place, where the chart draws the same indicator of several.
    pub(super) subject: Option<&'a str>,
}

impl Drawn<'_> {
    /// Whether both are values of one indicator.
    pub(super) fn is_of_indicator_of(&self, other: &Drawn<'_>) -> bool {
        self.reading.indicator.id.value == other.reading.indicator.id.value
    }

    /// Whether it is a number of things.
    pub(super) fn is_count(&self) -> bool {
        self.reading.indicator.unit.is_count()
    }

    /// Whether it is a ratio, which is never added.
    pub(super) fn is_ratio(&self) -> bool {
        self.reading.indicator.kind == IndicatorKind::Ratio
    }

    /// What tells it from the chart's other figures: its indicator's short name, or its subject.
    pub(super) fn label(&self, lang: Lang) -> &str {
        self.subject.unwrap_or_else(|| self.reading.indicator.label(lang))
    }

    /// The quantity in the axis's magnitude, or the refusal to put unlike units on one axis.
    pub(super) fn on_axis(&self, amount: Amount, at: Span) -> Result<Quantity, Refusal> {
        self.axis.quantity(amount.quantity).ok_or_else(|| {
            if amount.quantity.unit.is_like(self.reading.indicator.unit) {
                return self.refuse_digits(at);
            }
            let unit = |lang| match Axis::of(self.reading.indicator, lang).unit() {
                counted if counted.is_empty() => self.reading.indicator.unit.zh(),
                unit => unit,
            };
            let other = amount.write(Lang::Zh);
            Box::new(Diagnostic::new(
                Code::UnitDiffers,
                at,
                Text::new(
                    format!(
                        "`{}`的单位是{}，{other}不能画在同一坐标轴上",
                        self.figure.id.value,
                        unit(Lang::Zh)
                    ),
                    format!(
                        "`{}` is measured in {}, and {} cannot stand on the same axis",
                        self.figure.id.value,
                        unit(Lang::En),
                        amount.write(Lang::En)
                    ),
                ),
                Text::new(
                    "不同货币、不同单位的数据请分成两项指标、两张图",
                    "give values in another currency or unit an indicator and a chart of their own",
                ),
            ))
        })
    }

    fn refuse_digits(&self, at: Span) -> Refusal {
        let id = &self.figure.id.value;
        refuse(
            at,
            Text::new(
                format!("`{id}`的数位过多，画不出来"),
                format!("a value of `{id}` has more digits than can be drawn"),
            ),
            Text::new("核对数值和单位", "check the value and its unit"),
        )
    }

    /// Refuses bars of negative length.
    pub(super) fn refuse_negative(&self, cells: &[Cell]) -> Result<(), Refusal> {
        let negative = |cell: &&Cell| cell.value.value.quantity.number < Decimal::ZERO;
        let Some(cell) = cells.iter().find(negative) else { return Ok(()) };
        Err(refuse(
            cell.value.span,
            Text::new(
                format!("{}是负数，不能画成占总量一部分的条形", cell.value.value.write(Lang::Zh)),
                format!(
                    "{} is negative and cannot be drawn as a part of a total",
                    cell.value.value.write(Lang::En)
                ),
            ),
            Text::new(
                "核对数值；净减少请在正文中说明，不画此图",
                "check the value; tell a net decrease in the narrative and leave this chart out",
            ),
        ))
    }

    /// The refusal of a chart that lives on a breakdown.
    pub(super) fn refuse_without(&self, key: &str) -> Refusal {
        let id = &self.figure.id.value;
        refuse(
            self.at,
            Text::new(
                format!("`{id}`没有{key}，画不出这张图"),
                format!("`{id}` has no {key}, which this chart draws"),
            ),
            Text::new(
                format!("在metrics.toml中补上[{id}.{key}]"),
                format!("add [{id}.{key}] to metrics.toml"),
            ),
        )
    }
}
