//! A running total (累计) over the months of a year, against the plan's even pace.

use plotters_backend::text_anchor::HPos;
use rust_decimal::Decimal;

use super::axis::{self, Period, Slots, Values};
use super::frame::Sheet;
use super::geometry::{GAP, Point, Rect};
use super::ink::Ink;
use super::plot::CumulativePoint;
use super::room::Room;
use super::scale::{Scale, length};
use super::text::{Block, Style};

/// The names in the chart.
pub(super) struct Labels<'t> {
    pub(super) series: &'t str,
    pub(super) pace: &'t str,
    pub(super) unit: &'t str,
}

/// Draws the chart; gives its height.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    points: &[CumulativePoint],
    target: Option<&(Decimal, String)>,
    labels: &Labels<'_>,
) -> f64 {
    let head = sheet.block(labels.unit, Style::QUIET, sheet.width);
    sheet.write(&head, 0.0, 0.0, HPos::Left);
    let most = sheet.pick(172.0, 190.0);
    let target_label = target.map(|(_, label)| sheet.block(label, Style::STRONG, most));
    let has_pace = points.iter().any(|point| point.pace.is_some());
    let pace_label = has_pace.then(|| sheet.block(labels.pace, Style::QUIET, most));
    let ends = [&target_label, &pace_label].into_iter().flatten().map(|block| block.width);
    let margin = if sheet.narrow { 8.0 } else { ends.fold(0.0, f64::max) + 16.0 };
    let values = values(sheet, points, target.map(|(value, _)| *value));
    // On a phone the plan's label stands above the end of its line.
    let above = target_label.as_ref().filter(|_| sheet.narrow).map_or(0.0, Block::height);
    let top = head.height() + 2.0 * GAP + above;
    let frame = Rect {
        left: values.gutter,
        top,
        right: sheet.width - margin,
        bottom: top + sheet.pick(250.0, 210.0),
    };
    let (low, high) = values.ticks.range();
    let scale = Scale::new(low, high, frame.bottom, frame.top);
    let slots = Slots::new(frame.left, frame.right, points.len(), sheet.pick(120.0, 96.0));
    let chart = Chart::new(points, &scale, slots, frame);

    values.draw(sheet, &scale, frame.left, frame.right);
    chart.draw_lines(sheet, &scale);
    let mut room = chart.room(sheet);
    if let Some(((value, _), label)) = target.zip(target_label.as_ref()) {
        room.taken.push(chart.draw_target(sheet, scale.at(length(*value)), label));
    }
    chart.write_series(sheet, labels.series, points, &mut room);
    if let Some(label) = &pace_label {
        chart.write_pace(sheet, label, &mut room);
    }
    chart.write_values(sheet, points, &mut room);
    let below = write_periods(sheet, points, slots, frame.bottom + 5.0);
    below.max(frame.bottom + Style::QUIET.leading() / 2.0) + 2.0
}

/// The axis of values: over the running total, the pace and the plan.
fn values(sheet: &Sheet<'_>, points: &[CumulativePoint], target: Option<Decimal>) -> Values {
    let all =
        || points.iter().flat_map(|point| [point.value, point.pace]).chain([target]).flatten().map(length);
    Values::new(sheet, sheet.lang(), all().fold(0.0, f64::min), all().fold(0.0, f64::max))
}

/// Writes the periods below `top`, the latest of the running total heavier; gives the lower edge.
fn write_periods(sheet: &mut Sheet<'_>, points: &[CumulativePoint], slots: Slots, top: f64) -> f64 {
    let last = points.iter().rposition(|point| point.value.is_some());
    let periods: Vec<Period<'_>> = points
        .iter()
        .enumerate()
        .map(|(at, point)| Period { label: &point.period, year: None, current: Some(at) == last })
        .collect();
    axis::periods(sheet, &periods, slots, top)
}

/// Lines on the sheet.
struct Chart {
    frame: Rect,
    series: Vec<(usize, Point)>,
    pace: Vec<(usize, Point)>,
    /// The middle of the last period.
    end: f64,
}

impl Chart {
    fn new(points: &[CumulativePoint], scale: &Scale, slots: Slots, frame: Rect) -> Self {
        let place =
            |value: Option<Decimal>, at| value.map(|value| (at, (slots.middle(at), scale.at(length(value)))));
        let series = points.iter().enumerate().filter_map(|(at, point)| place(point.value, at)).collect();
        let pace = points.iter().enumerate().filter_map(|(at, point)| place(point.pace, at)).collect();
        Chart { frame, series, pace, end: slots.middle(points.len().saturating_sub(1)) }
    }

    fn draw_lines(&self, sheet: &Sheet<'_>, scale: &Scale) {
        let zero = scale.at(0.0);
        for run in runs(&self.series).filter(|run| run.len() > 1) {
            let mut corners = run.clone();
            corners.extend([(run[run.len() - 1].0, zero), (run[0].0, zero)]);
            sheet.polygon(&corners, Ink::Band);
        }
        sheet.line((self.frame.left, zero), (self.frame.right, zero), Ink::Axis, 1.0);
        for run in runs(&self.pace) {
            sheet.path(&run, Ink::Pace, 1.5);
        }
        for run in runs(&self.series) {
            sheet.path(&run, Ink::MainLine, 2.5);
        }
        let last = self.series.len().saturating_sub(1);
        for (at, (_, point)) in self.series.iter().enumerate() {
            sheet.dot(*point, if at == last { 5.0 } else { 3.0 }, Ink::Main);
        }
    }

    /// Where labels may stand, before there are any.
    fn room(&self, sheet: &Sheet<'_>) -> Room {
        let right = if sheet.narrow { sheet.width } else { self.frame.right };
        let bounds = Rect {
            left: self.frame.left + 2.0,
            top: self.frame.top - 8.0,
            right,
            bottom: self.frame.bottom - 2.0,
        };
        let dots = self.series.iter().map(|(_, point)| (*point, *point));
        let lines = self.series.windows(2).chain(self.pace.windows(2)).map(|ends| (ends[0].1, ends[1].1));
        Room { bounds, taken: Vec::with_capacity(16), lines: lines.chain(dots).collect() }
    }

    /// The plan as a tick at the end of the axis, with its label beside it or, on a phone, above it.
    fn draw_target(&self, sheet: &Sheet<'_>, y: f64, label: &Block<'_>) -> Rect {
        let (from, to) = ((self.end - 10.0, y), (self.end + 10.0, y));
        sheet.line((from.0 - 1.0, y), (to.0 + 1.0, y), Ink::Halo, 5.0);
        sheet.line(from, to, Ink::Tick, 3.0);
        let (left, top) = if sheet.narrow {
            ((to.0 - label.width).max(self.frame.left), y - label.height() - 4.0)
        } else {
            (to.0 + GAP, (y - label.style.leading() / 2.0).min(self.frame.bottom - label.height()))
        };
        let rect = Rect::sized(left, top.max(0.0), label.width, label.height());
        self.clean(sheet, &rect);
        sheet.write(label, rect.left, rect.top, HPos::Left);
        rect
    }

    /// The name of the running total and its latest value, near the latest point.
    fn write_series(&self, sheet: &mut Sheet<'_>, name: &str, points: &[CumulativePoint], room: &mut Room) {
        let Some((at, last)) = self.series.last().copied() else { return };
        let most = sheet.width * sheet.pick(0.42, 0.6);
        let name = sheet.block(name, Style { ink: Ink::Main, ..Style::STRONG }, most);
        let value = sheet.block(&points[at].label, Style::STRONG, most);
        let ahead = self.is_ahead(at, last);
        let both = (name.width.max(value.width), name.height() + value.height());
        let Some(rect) = room.find(last, both, ahead) else {
            sheet.lacks_room(name.lines().next().unwrap_or_default());
            // The value is worth more than the name, which the head of the chart tells, too.
            if let Some(rect) = room.find(last, (value.width, value.height()), ahead) {
                sheet.write(&value, rect.left, rect.top, HPos::Left);
                room.taken.push(rect);
            }
            return;
        };
        self.clean(sheet, &rect);
        let (x, anchor) =
            if rect.right <= last.0 { (rect.right, HPos::Right) } else { (rect.left, HPos::Left) };
        sheet.write(&name, x, rect.top, anchor);
        sheet.write(&value, x, rect.top + name.height(), anchor);
        room.taken.push(rect);
    }

    /// The name of the pace: beside the end of its line, or near its later part, where the two lines are apart.
    fn write_pace(&self, sheet: &mut Sheet<'_>, label: &Block<'_>, room: &mut Room) {
        let Some((_, end)) = self.pace.last().copied() else { return };
        let (width, height) = (label.width, label.height());
        let beside = Rect::sized(end.0 + 10.0 + GAP, end.1 - label.style.leading() / 2.0, width, height);
        let target =
            room.taken.iter().filter(|other| other.overlaps(&beside)).map(|other| other.bottom + 2.0);
        let beside = Rect::sized(beside.left, target.fold(beside.top, f64::max), width, height);
        let outside = Room {
            bounds: Rect { right: sheet.width, ..room.bounds },
            taken: room.taken.clone(),
            lines: Vec::new(),
        };
        let place = if !sheet.narrow && outside.is_free(&beside.grown(-2.0)) {
            Some(beside)
        } else {
            let size = (width, height);
            let later = self.pace.iter().rev().take(self.pace.len().div_ceil(2));
            later
                .map(|(_, point)| *point)
                .find_map(|point| room.near(point, size, false))
                .or_else(|| room.find(end, size, false))
        };
        let Some(rect) = place else {
            sheet.lacks_room(label.lines().next().unwrap_or_default());
            return;
        };
        self.clean(sheet, &rect);
        sheet.write(label, rect.left, rect.top, HPos::Left);
        room.taken.push(rect);
    }

    /// The values of the other points, if there is room for all of them.
    fn write_values(&self, sheet: &mut Sheet<'_>, points: &[CumulativePoint], room: &mut Room) {
        let mut labels = Vec::with_capacity(self.series.len());
        for (at, point) in self.series.iter().rev().skip(1) {
            let label = Block::new(&points[*at].label, Style::QUIET, f64::INFINITY);
            let (left, top) = if self.is_ahead(*at, *point) {
                (point.0 - label.width - 3.0, point.1 - label.height() - 3.0)
            } else {
                (point.0 + 5.0, point.1 + 3.0)
            };
            let rect = Rect::sized(left, top, label.width, label.height());
            if !room.is_free(&rect) {
                return;
            }
            room.taken.push(rect);
            labels.push((label, rect));
        }
        for (label, rect) in labels {
            sheet.write(&label, rect.left, rect.top, HPos::Left);
        }
    }

    /// Whether a point is on the pace or above it.
    fn is_ahead(&self, at: usize, point: Point) -> bool {
        self.pace.iter().find(|(pace, _)| *pace == at).is_none_or(|(_, pace)| point.1 <= pace.1)
    }

    /// Takes the gridlines from under a label, unless it stands on the band under the running total.
    fn clean(&self, sheet: &Sheet<'_>, rect: &Rect) {
        let on_band = self.series.last().is_some_and(|(_, last)| rect.left < last.0 && rect.bottom > last.1);
        if !on_band {
            sheet.rect(Rect { left: rect.left - 3.0, right: rect.right + 3.0, ..*rect }, Ink::Paper);
        }
    }
}

/// Neighbouring points without a gap between them.
fn runs(points: &[(usize, Point)]) -> impl Iterator<Item = Vec<Point>> {
    points
        .chunk_by(|before, after| before.0 + 1 == after.0)
        .map(|run| run.iter().map(|(_, point)| *point).collect())
}
