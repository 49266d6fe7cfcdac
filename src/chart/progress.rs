//! Progress against plan (计划完成进度): bullet rows with a tick for the plan and one for the time elapsed.

use plotters_backend::text_anchor::HPos;

use super::frame::Sheet;
use super::geometry::{GAP, Rect, SPACE};
use super::ink::Ink;
use super::marks::Marks;
use super::plot::ProgressRow;
use super::scale::{Scale, length};
use super::text::{Block, Style};

/// The height of the band behind a bar.
const BAND: f64 = 22.0;
/// The height of a bar.
const BAR: f64 = 10.0;
/// How far the tick of the plan stands out of the band.
const OVER: f64 = 3.0;

/// Draws the chart; gives its height.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    rows: &[ProgressRow],
    plan_label: &str,
    elapsed_label: Option<&str>,
) -> f64 {
    let texts: Vec<Texts<'_>> = rows.iter().map(|row| Texts::lay(sheet, row)).collect();
    let (left, right) = span(sheet, &texts);
    let low = rows.iter().map(|row| length(row.share)).fold(0.0, f64::min);
    let high = rows.iter().flat_map(|row| std::iter::once(row.share).chain(row.elapsed));
    let high = high.map(length).fold(100.0, f64::max);
    let scale = Scale::new(low, high, left, right);
    let elapsed = rows.iter().find_map(|row| row.elapsed);
    let mut ticks = vec![(plan_label, scale.at(100.0))];
    ticks.extend(elapsed_label.zip(elapsed.map(|elapsed| scale.at(length(elapsed)))));
    let marks = Marks::lay(sheet, &ticks, 0.0, sheet.width);
    // On a page the ticks are named above the bars. On a phone there is text above every bar: they are named below
    // the first.
    let mut top = if sheet.narrow { 0.0 } else { marks.height + OVER };
    if !sheet.narrow {
        marks.draw_above(sheet, top - OVER);
    }
    let mut bottom = top;
    for (at, (row, text)) in rows.iter().zip(&texts).enumerate() {
        let band = text.draw(sheet, left, top);
        bullet(sheet, &scale, row, band);
        bottom = (band + BAND + OVER).max(text.bottom(sheet, top));
        if at == 0 && sheet.narrow {
            marks.draw_below(sheet, bottom + 1.0);
            bottom += marks.height + 1.0;
        }
        top = bottom + sheet.pick(14.0, 20.0);
    }
    bottom + 2.0
}

/// Where the bars may stand.
fn span(sheet: &Sheet<'_>, texts: &[Texts<'_>]) -> (f64, f64) {
    if sheet.narrow {
        return (0.0, sheet.width - 2.0);
    }
    let labels = texts.iter().map(|text| text.label.width.max(text.detail.width)).fold(0.0, f64::max);
    let shares = texts.iter().map(|text| text.share.width).fold(0.0, f64::max);
    (labels + SPACE, sheet.width - shares - 2.0 * GAP)
}

/// The words of a row.
struct Texts<'t> {
    label: Block<'t>,
    detail: Block<'t>,
    share: Block<'t>,
}

impl<'t> Texts<'t> {
    fn lay(sheet: &mut Sheet<'_>, row: &'t ProgressRow) -> Self {
        let share = sheet.block(&row.share_label, Style::STRONG, sheet.width * sheet.pick(0.16, 0.3));
        let label = if sheet.narrow { sheet.width - share.width - 2.0 * GAP } else { sheet.width * 0.36 };
        let detail = if sheet.narrow { sheet.width } else { label };
        Texts {
            label: sheet.block(&row.label, Style::STRONG, label),
            detail: sheet.block(&row.detail, Style::QUIET, detail),
            share,
        }
    }

    /// Writes the words; gives the upper edge of the band.
    fn draw(&self, sheet: &Sheet<'_>, left: f64, top: f64) -> f64 {
        sheet.write(&self.label, 0.0, top, HPos::Left);
        if sheet.narrow {
            sheet.write(&self.share, sheet.width, top, HPos::Right);
            let below = top + self.label.height().max(self.share.height());
            sheet.write(&self.detail, left, below, HPos::Left);
            return below + self.detail.height() + OVER + 2.0;
        }
        sheet.write(&self.detail, 0.0, top + self.label.height(), HPos::Left);
        let middle = top + self.height() / 2.0;
        sheet.write_beside(&self.share, sheet.width, middle, HPos::Right);
        middle - BAND / 2.0
    }

    fn height(&self) -> f64 {
        (self.label.height() + self.detail.height()).max(self.share.height()).max(BAND + 2.0 * OVER)
    }

    /// The lower edge of the words.
    fn bottom(&self, sheet: &Sheet<'_>, top: f64) -> f64 {
        if sheet.narrow { top } else { top + self.height() }
    }
}

/// Draws the band, the bar and its ticks.
fn bullet(sheet: &Sheet<'_>, scale: &Scale, row: &ProgressRow, top: f64) {
    let (zero, plan) = (scale.at(0.0), scale.at(100.0));
    sheet.rect(Rect { left: zero, top, right: plan, bottom: top + BAND }, Ink::Band);
    sheet.bar(scale, length(row.share), top + (BAND - BAR) / 2.0, BAR, Ink::Main);
    sheet.line((zero, top), (zero, top + BAND), Ink::Axis, 1.0);
    sheet.tick(plan, top - OVER, top + BAND + OVER, 3.0);
    if let Some(elapsed) = row.elapsed {
        sheet.tick(scale.at(length(elapsed)), top, top + BAND, 1.0);
    }
}
