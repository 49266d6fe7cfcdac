//! The stages of one project in time: a track with a mark for each, its name and its date.

use plotters_backend::text_anchor::HPos;

use super::frame::Sheet;
use super::geometry::{GAP, Point};
use super::ink::Ink;
use super::plot::Step;
use super::spread::spread;
use super::text::{Block, Style};

/// The radius of a mark.
const MARK: f64 = 6.0;
/// The least distance of two marks.
const APART: f64 = 2.0 * MARK + 6.0;
/// From the track to the first turn of a leader, and from one turn to the next.
const BEND: f64 = 16.0;
const TURN: f64 = 7.0;

/// Draws the chart; gives its height.
pub(super) fn draw(sheet: &mut Sheet<'_>, steps: &[Step]) -> f64 {
    if sheet.narrow {
        return draw_down(sheet, steps);
    }
    match Track::lay(sheet, steps) {
        Some(track) => track.draw(sheet, steps),
        None => draw_down(sheet, steps),
    }
}

/// The words of a step.
struct Words<'t> {
    label: Block<'t>,
    date: Block<'t>,
}

impl<'t> Words<'t> {
    fn lay(sheet: &mut Sheet<'_>, step: &'t Step, max: f64) -> Self {
        Words {
            label: sheet.block(&step.label, style(step), max),
            date: sheet.block(&step.date_label, Style::QUIET, max),
        }
    }

    fn would_be_tight(step: &Step, max: f64) -> bool {
        Block::new(&step.label, style(step), max).tight
            || Block::new(&step.date_label, Style::QUIET, max).tight
    }

    fn width(&self) -> f64 {
        self.label.width.max(self.date.width)
    }

    fn height(&self) -> f64 {
        self.label.height() + self.date.height()
    }

    fn draw(&self, sheet: &Sheet<'_>, x: f64, top: f64, anchor: HPos) {
        sheet.write(&self.label, x, top, anchor);
        sheet.write(&self.date, x, top + self.label.height(), anchor);
    }
}

/// A horizontal track: marks where their dates are, labels in one row below or in two, above and below.
struct Track<'t> {
    words: Vec<Words<'t>>,
    /// Where the marks stand, in the order of the steps.
    marks: Vec<f64>,
    /// The steps in the order of their marks.
    order: Vec<usize>,
    rows: usize,
}

impl<'t> Track<'t> {
    /// Finds places, or nothing where the labels do not fit into two rows.
    fn lay(sheet: &mut Sheet<'_>, steps: &'t [Step]) -> Option<Self> {
        let air = 2.0 * GAP;
        let natural =
            |step: &Step| style(step).width(&step.label).max(Style::QUIET.width(&step.date_label)) + air;
        let one_row = steps.iter().map(natural).sum::<f64>() <= sheet.width;
        let rows = if one_row { 1 } else { 2 };
        let room = sheet.width / steps.len().div_ceil(rows).max(1) as f64 - air;
        let max = if one_row { sheet.width } else { room };
        if room < 84.0 || steps.iter().any(|step| Words::would_be_tight(step, max)) {
            return None;
        }
        let words = steps.iter().map(|step| Words::lay(sheet, step, max)).collect();
        let (marks, order) = places(steps, sheet.width);
        Some(Track { words, marks, order, rows })
    }

    fn draw(&self, sheet: &Sheet<'_>, steps: &[Step]) -> f64 {
        let above: Vec<usize> =
            self.order.iter().copied().skip(1).step_by(2).filter(|_| self.rows == 2).collect();
        let below: Vec<usize> = self.order.iter().copied().step_by(self.rows).collect();
        let (above, below) = (self.row(sheet, &above), self.row(sheet, &below));
        let y = MARK + 2.0 + if above.labels.is_empty() { 0.0 } else { above.tallest + above.reach };
        self.draw_row(sheet, &above, y, true);
        self.draw_row(sheet, &below, y, false);
        self.draw_track(sheet, steps, y);
        y + below.reach + below.tallest + 4.0
    }

    /// Finds places for the labels of a row: under their marks, or near them with a leader.
    fn row(&self, sheet: &Sheet<'_>, steps: &[usize]) -> Row {
        let marks: Vec<f64> = steps.iter().map(|at| self.marks[*at]).collect();
        let widths: Vec<f64> = steps.iter().map(|at| self.words[*at].width() + 2.0 * GAP).collect();
        let middles = spread(&marks, &widths, 2.0 - GAP, sheet.width - 2.0 + GAP);
        let mut labels: Vec<Label> = steps
            .iter()
            .zip(middles)
            .map(|(step, middle)| {
                let (mark, half) = (self.marks[*step], self.words[*step].width() / 2.0);
                Label { step: *step, mark, middle, half, bent: (mark - middle).abs() > half }
            })
            .collect();
        let levels = levels(&mut labels);
        let bent = labels.iter().any(|label| label.bent);
        let highest = levels.iter().copied().max().unwrap_or(0);
        let reach = if bent { BEND + TURN * f64::from(highest) + 12.0 } else { 14.0 };
        let tallest = steps.iter().map(|at| self.words[*at].height()).fold(0.0, f64::max);
        Row { labels, levels, bent, reach, tallest }
    }

    fn draw_row(&self, sheet: &Sheet<'_>, row: &Row, y: f64, above: bool) {
        let side = if above { -1.0 } else { 1.0 };
        for (label, level) in row.labels.iter().zip(&row.levels) {
            let words = &self.words[label.step];
            let end = y + side * (row.reach - 3.0);
            if label.bent {
                let bend = y + side * (BEND + TURN * f64::from(*level));
                sheet.line((label.mark, y), (label.mark, bend), Ink::Axis, 1.0);
                sheet.line((label.mark, bend), (label.middle, bend), Ink::Axis, 1.0);
                sheet.line((label.middle, bend), (label.middle, end), Ink::Axis, 1.0);
            } else if row.bent {
                sheet.line((label.mark, y), (label.mark, end), Ink::Axis, 1.0);
            }
            let top = if above { y - row.reach - words.height() } else { y + row.reach };
            let (x, anchor) = label.anchor();
            words.draw(sheet, x, top, anchor);
        }
    }

    fn draw_track(&self, sheet: &Sheet<'_>, steps: &[Step], y: f64) {
        let at = |step: Option<&usize>| step.map(|step| (self.marks[*step], y));
        let reached = self.order.iter().rfind(|step| steps[**step].reached);
        draw_line(sheet, at(self.order.first()), at(reached), at(self.order.last()));
        for (step, x) in steps.iter().zip(&self.marks) {
            draw_mark(sheet, step, (*x, y));
        }
    }
}

/// One row of labels.
struct Row {
    labels: Vec<Label>,
    /// How far from the track each leader turns.
    levels: Vec<u32>,
    /// Whether any leader turns; if none does there is no need of leaders.
    bent: bool,
    /// From the track to the labels.
    reach: f64,
    tallest: f64,
}

/// The place of a label: its middle and half its width, and its mark.
struct Label {
    step: usize,
    mark: f64,
    middle: f64,
    half: f64,
    /// Whether its leader turns: it does not stand under its mark, or must make way for one that does not.
    bent: bool,
}

impl Label {
    /// Where its text stands, and how: a label whose mark is near its edge begins or ends there.
    fn anchor(&self) -> (f64, HPos) {
        let off = (self.mark - self.middle) / self.half.max(1.0);
        match off {
            _ if self.bent => (self.middle, HPos::Center),
            off if off < -0.5 => (self.middle - self.half, HPos::Left),
            off if off > 0.5 => (self.middle + self.half, HPos::Right),
            _ => (self.middle, HPos::Center),
        }
    }
}

/// The levels at which leaders turn so that they do not cross: of labels that stand right of their marks the last
/// turns first, of those that stand left of them the first.
fn levels(labels: &mut [Label]) -> Vec<u32> {
    let rightward =
        |label: &Label, next: &Label| label.bent && label.middle > label.mark && next.mark <= label.middle;
    let leftward = |label: &Label, before: &Label| {
        label.bent && label.middle < label.mark && before.mark >= label.middle
    };
    for at in 1..labels.len() {
        labels[at].bent |= rightward(&labels[at - 1], &labels[at]);
    }
    for at in (1..labels.len()).rev() {
        labels[at - 1].bent |= leftward(&labels[at], &labels[at - 1]);
    }
    let mut levels = vec![0; labels.len()];
    for at in (0..labels.len().saturating_sub(1)).rev() {
        if rightward(&labels[at], &labels[at + 1]) {
            levels[at] = levels[at + 1] + 1;
        }
    }
    for at in 1..labels.len() {
        if leftward(&labels[at], &labels[at - 1]) {
            levels[at] = levels[at - 1] + 1;
        }
    }
    levels
}

/// Where the marks stand: dates in proportion, unknown dates between their neighbours; and their order.
fn places(steps: &[Step], width: f64) -> (Vec<f64>, Vec<usize>) {
    let known = || steps.iter().enumerate().filter_map(|(at, step)| step.day.map(|day| (at, f64::from(day))));
    let (first, last) =
        (known().next().map_or(steps.len(), |(at, _)| at), known().next_back().map_or(0, |(at, _)| at));
    let (low, high) = known()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, day)| (low.min(day), high.max(day)));
    let (left, right) = (MARK + 2.0, width - MARK - 2.0);
    // Steps before the first date and after the last have no time, only an order: each takes an equal part.
    let part = (right - left) / steps.len().max(2).saturating_sub(1) as f64;
    let from = left + part * first.min(steps.len().saturating_sub(1)) as f64;
    let to = right - part * steps.len().saturating_sub(1 + last) as f64;
    let scale = |day: f64| if high > low { from + (to - from) * (day - low) / (high - low) } else { from };
    let dated: Vec<(usize, f64)> = known().map(|(at, day)| (at, scale(day))).collect();
    let wanted: Vec<f64> = (0..steps.len()).map(|at| between(&dated, at, left, part)).collect();
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let sorted: Vec<f64> = order.iter().map(|at| wanted[*at]).collect();
    let apart = APART.min((right - left + APART) / steps.len().max(1) as f64);
    let placed = spread(&sorted, &vec![apart; steps.len()], left - apart / 2.0, right + apart / 2.0);
    let mut marks = wanted;
    for (at, place) in order.iter().zip(placed) {
        marks[*at] = place;
    }
    (marks, order)
}

/// The place of a step: its own, or its part of the way between the dated steps around it.
fn between(dated: &[(usize, f64)], at: usize, left: f64, part: f64) -> f64 {
    let after = dated.partition_point(|(step, _)| *step < at);
    match (after.checked_sub(1).and_then(|before| dated.get(before)), dated.get(after)) {
        (_, Some((step, place))) if *step == at => *place,
        (Some((before, from)), Some((next, to))) => {
            from + (to - from) * (at - before) as f64 / (next - before) as f64
        }
        (Some((before, from)), None) => from + part * (at - before) as f64,
        (None, Some((next, to))) => to - part * (next - at) as f64,
        (None, None) => left + part * at as f64,
    }
}

/// A vertical track, one row a step.
fn draw_down(sheet: &mut Sheet<'_>, steps: &[Step]) -> f64 {
    let x = MARK + 2.0;
    let left = x + MARK + 2.0 * GAP;
    let words: Vec<Words<'_>> =
        steps.iter().map(|step| Words::lay(sheet, step, sheet.width - left)).collect();
    let mut top = 2.0;
    let mut marks: Vec<Point> = Vec::with_capacity(steps.len());
    for words in &words {
        words.draw(sheet, left, top, HPos::Left);
        marks.push((x, top + words.label.style.leading() / 2.0));
        top += words.height() + 16.0;
    }
    let reached = steps.iter().rposition(|step| step.reached).and_then(|at| marks.get(at)).copied();
    draw_line(sheet, marks.first().copied(), reached, marks.last().copied());
    for (step, mark) in steps.iter().zip(marks) {
        draw_mark(sheet, step, mark);
    }
    (top - 12.0).max(24.0)
}

/// The track: heavy as far as the project has come, light beyond.
fn draw_line(sheet: &Sheet<'_>, first: Option<Point>, reached: Option<Point>, last: Option<Point>) {
    let Some((first, last)) = first.zip(last) else { return };
    sheet.line(reached.unwrap_or(first), last, Ink::Axis, 1.5);
    if let Some(reached) = reached {
        sheet.line(first, reached, Ink::MainLine, 3.0);
    }
}

/// A full mark for a known date, a hollow one for what is not known or not yet.
fn draw_mark(sheet: &Sheet<'_>, step: &Step, at: Point) {
    match (step.reached, step.day) {
        (true, Some(_)) => sheet.dot(at, MARK, Ink::Main),
        (true, None) => sheet.ring(at, MARK - 1.0, Ink::MainLine),
        (false, _) => sheet.ring(at, MARK - 1.0, Ink::MutedLine),
    }
}

fn style(step: &Step) -> Style {
    if step.reached { Style::STRONG } else { Style::QUIET }
}
