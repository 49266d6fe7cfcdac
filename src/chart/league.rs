//! A league of places (排名): ordered bars of the amount and, in the same rows, the share of plan.
//!
//! A small county may lead on its share: neither panel is a footnote of the other.

use plotters_backend::text_anchor::HPos;
use rust_decimal::Decimal;

use super::bars::{Bar, Bars, Lane};
use super::frame::Sheet;
use super::geometry::{GAP, Rect, SPACE};
use super::ink::Ink;
use super::marks::Marks;
use super::plot::LeagueRow;
use super::scale::{Scale, length};
use super::text::{Block, Style};

/// The thickness of the bars of shares.
const THIN: f64 = 6.0;
/// The width of the shares' panel on a page.
const SHARES: f64 = 216.0;

/// Draws the chart; gives its height.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    rows: &[LeagueRow],
    amount_label: &str,
    share_label: Option<&str>,
    elapsed: Option<&(Decimal, String)>,
) -> f64 {
    let elapsed = elapsed.filter(|_| share_label.is_some());
    let ranks = rows.iter().map(|row| style(row).width(&row.rank)).fold(0.0, f64::max);
    let words: Vec<Words<'_>> =
        rows.iter().map(|row| Words::lay(sheet, row, ranks, share_label.is_some())).collect();
    let league = League { rows, words, ranks: ranks.min(sheet.width * 0.2), elapsed };
    if sheet.narrow {
        league.draw_narrow(sheet, amount_label, share_label)
    } else {
        league.draw_wide(sheet, amount_label, share_label)
    }
}

struct League<'t> {
    rows: &'t [LeagueRow],
    words: Vec<Words<'t>>,
    /// The width of the ranks' column.
    ranks: f64,
    elapsed: Option<&'t (Decimal, String)>,
}

/// The words of a row that do not belong to its bar of the amount.
struct Words<'t> {
    rank: Block<'t>,
    /// On a phone the name stands above the bars; on a page it belongs to the bar.
    name: Option<Block<'t>>,
    share: Option<Block<'t>>,
}

impl<'t> Words<'t> {
    fn lay(sheet: &mut Sheet<'_>, row: &'t LeagueRow, ranks: f64, shares: bool) -> Self {
        let style = style(row);
        let ranks = ranks.min(sheet.width * 0.2);
        let share = shares.then(|| sheet.block(&row.share_label, style, sheet.pick(SHARES * 0.4, 96.0)));
        let name = sheet.narrow.then(|| sheet.block(&row.name, style, sheet.width - ranks.max(24.0) - GAP));
        Words { rank: sheet.block(&row.rank, style, ranks + 0.01), name, share }
    }

    fn name_height(&self) -> f64 {
        self.rank.height().max(self.name.as_ref().map_or(0.0, Block::height))
    }

    fn height(&self) -> f64 {
        self.name_height().max(self.share.as_ref().map_or(0.0, Block::height))
    }
}

impl<'t> League<'t> {
    /// Amounts at the left, shares at the right.
    fn draw_wide(&self, sheet: &mut Sheet<'_>, amount_label: &str, share_label: Option<&str>) -> f64 {
        let shares_left = sheet.width - SHARES;
        let right = if share_label.is_some() { shares_left - SPACE } else { sheet.width };
        let left = self.ranks + GAP + 2.0;
        let amounts = self.amounts(
            sheet,
            Lane { left, right, most: (right - left) * 0.44, stacks: false, ..Lane::across(sheet) },
        );
        let head = sheet.block(amount_label, Style::HEAD, right - amounts.zero());
        let share_head = sheet.block(share_label.unwrap_or_default(), Style::HEAD, SHARES);
        sheet.write(&head, amounts.zero(), 0.0, HPos::Left);
        sheet.write(&share_head, shares_left, 0.0, HPos::Left);
        let shares = self.shares(shares_left, sheet.width - self.share_column() - GAP - 2.0);
        let marks = self.marks(sheet, &shares, shares_left);
        let start = head.height().max(share_head.height() + marks.height) + GAP;
        marks.draw_above(sheet, start - 4.0);
        let (mut top, mut bottom) = (start, start);
        for (at, (row, words)) in self.rows.iter().zip(&self.words).enumerate() {
            let height = amounts.height(at).max(words.height());
            let middle = top + height / 2.0;
            sheet.write_beside(&words.rank, self.ranks, middle, HPos::Right);
            amounts.draw(sheet, at, middle - amounts.height(at) / 2.0);
            if let Some(label) = &words.share {
                sheet.write_beside(label, sheet.width, middle, HPos::Right);
                self.draw_share(sheet, &shares, row, middle, THIN + 4.0);
            }
            bottom = top + height;
            top = bottom + 10.0;
        }
        amounts.draw_zero(sheet, start, bottom);
        bottom + 4.0
    }

    /// The share as a thin bar under that of the amount; names above both.
    fn draw_narrow(&self, sheet: &mut Sheet<'_>, amount_label: &str, share_label: Option<&str>) -> f64 {
        let amounts = self.amounts(sheet, Lane { stacks: false, ..Lane::across(sheet) });
        let mut top = heads(sheet, amount_label, share_label.unwrap_or_default()) + GAP;
        let shares = self.shares(0.0, sheet.width - self.share_column() - 2.0 * GAP);
        let marks = self.marks(sheet, &shares, 0.0);
        let mut bottom = top;
        for (at, (row, words)) in self.rows.iter().zip(&self.words).enumerate() {
            let rank = words.rank.width.max(Style::PLAIN.width("00"));
            sheet.write(&words.rank, 0.0, top, HPos::Left);
            if let Some(name) = &words.name {
                sheet.write(name, rank + GAP, top, HPos::Left);
            }
            let bar = top + words.name_height() + 2.0;
            amounts.draw(sheet, at, bar);
            bottom = bar + amounts.height(at);
            if let Some(label) = &words.share {
                let height = label.height().max(THIN + 8.0);
                sheet.write_beside(label, sheet.width, bottom + height / 2.0, HPos::Right);
                self.draw_share(sheet, &shares, row, bottom + height / 2.0, THIN);
                bottom += height;
                if at == 0 {
                    marks.draw_below(sheet, bottom);
                    bottom += marks.height;
                }
            }
            top = bottom + 12.0;
        }
        bottom + 4.0
    }

    /// The width of the shares in words.
    fn share_column(&self) -> f64 {
        self.words
            .iter()
            .filter_map(|words| words.share.as_ref())
            .map(|share| share.width)
            .fold(0.0, f64::max)
    }

    fn amounts(&self, sheet: &mut Sheet<'_>, lane: Lane) -> Bars<'t> {
        let bars: Vec<Bar<'t>> = self
            .rows
            .iter()
            .map(|row| Bar {
                label: if sheet.narrow { "" } else { &row.name },
                value: length(row.amount),
                value_label: &row.amount_label,
                main: row.own || !self.rows.iter().any(|row| row.own),
                strong: row.own,
            })
            .collect();
        Bars::lay(sheet, &bars, lane)
    }

    /// The scale of the shares.
    fn shares(&self, left: f64, right: f64) -> Scale {
        let values =
            || self.rows.iter().filter_map(|row| row.share).chain(self.elapsed.map(|(value, _)| *value));
        let low = values().map(length).fold(0.0, f64::min);
        let high = values().map(length).fold(100.0, f64::max);
        Scale::new(low, high, left, right)
    }

    /// The names of the ticks: the time elapsed and the whole plan.
    fn marks(&self, sheet: &mut Sheet<'_>, shares: &Scale, left: f64) -> Marks<'t> {
        let elapsed = self.elapsed.map(|(value, label)| (label.as_str(), shares.at(length(*value))));
        let plan = elapsed.map(|_| ("100%", shares.at(100.0)));
        let ticks: Vec<(&str, f64)> = elapsed.into_iter().chain(plan).collect();
        Marks::lay(sheet, &ticks, left, sheet.width)
    }

    fn draw_share(&self, sheet: &Sheet<'_>, shares: &Scale, row: &LeagueRow, middle: f64, thickness: f64) {
        let (top, bottom) = (middle - thickness / 2.0, middle + thickness / 2.0);
        let (zero, plan) = (shares.at(0.0), shares.at(100.0));
        let Some(share) = row.share else {
            if row.share_label.is_empty() {
                sheet.missing(zero + 6.0, middle);
            }
            return;
        };
        sheet.rect(Rect { left: zero, top, right: plan, bottom }, Ink::Band);
        let ink = if row.own || !self.rows.iter().any(|row| row.own) { Ink::Main } else { Ink::Muted };
        sheet.bar(shares, length(share), top, thickness, ink);
        sheet.tick(plan, top - 2.0, bottom + 2.0, 2.0);
        if let Some((elapsed, _)) = self.elapsed {
            sheet.tick(shares.at(length(*elapsed)), top - 2.0, bottom + 2.0, 1.0);
        }
    }
}

/// Writes the heads of amounts and shares on a phone, side by side if they are short; gives their lower edge.
fn heads(sheet: &mut Sheet<'_>, amount: &str, share: &str) -> f64 {
    let room = if share.is_empty() { sheet.width } else { sheet.width * 0.58 };
    let beside =
        [Block::new(amount, Style::HEAD, room), Block::new(share, Style::HEAD, sheet.width - room - GAP)];
    if beside.iter().all(|head| !head.tight && head.height() <= 2.0 * Style::HEAD.leading()) {
        sheet.write(&beside[0], 0.0, 0.0, HPos::Left);
        sheet.write(&beside[1], sheet.width, 0.0, HPos::Right);
        return beside[0].height().max(beside[1].height());
    }
    let (amount, share) =
        (sheet.block(amount, Style::HEAD, sheet.width), sheet.block(share, Style::HEAD, sheet.width));
    sheet.write(&amount, 0.0, 0.0, HPos::Left);
    sheet.write(&share, 0.0, amount.height() + GAP, HPos::Left);
    amount.height() + GAP + share.height()
}

fn style(row: &LeagueRow) -> Style {
    if row.own { Style::STRONG } else { Style::PLAIN }
}
