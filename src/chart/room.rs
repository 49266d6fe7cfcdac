//! Free places for labels among lines and other labels.

use super::geometry::{Point, Rect};

/// The part of a sheet that labels may use, with what they must keep clear of.
pub(super) struct Room {
    /// Labels stay within.
    pub(super) bounds: Rect,
    /// Labels that have their place.
    pub(super) taken: Vec<Rect>,
    /// Straight lines.
    pub(super) lines: Vec<(Point, Point)>,
}

impl Room {
    /// A free place for a label near a point, or else the nearest to it.
    pub(super) fn find(&self, at: Point, size: Point, above: bool) -> Option<Rect> {
        self.near(at, size, above).or_else(|| self.anywhere(at, size))
    }

    /// A free place for a label near a point: above and before it or, where that side is the line's, below and after.
    pub(super) fn near(&self, at: Point, size: Point, above: bool) -> Option<Rect> {
        let (width, height) = size;
        let around = |away: f64| {
            let over = [
                (at.0 - width - away, at.1 - height - away),
                (at.0 - width / 2.0, at.1 - height - away - 4.0),
            ];
            let under = [(at.0 + away, at.1 + away), (at.0 - width / 2.0, at.1 + away + 4.0)];
            let beside = [(at.0 + away + 4.0, at.1 - height / 2.0)];
            let (first, second) = if above { (over, under) } else { (under, over) };
            first.into_iter().chain(beside).chain(second)
        };
        [6.0, 14.0, 26.0]
            .into_iter()
            .flat_map(around)
            .map(|(left, top)| Rect::sized(left.max(self.bounds.left), top, width, height))
            .find(|rect| self.is_free(rect))
    }

    /// The free place that is nearest to a point.
    fn anywhere(&self, at: Point, (width, height): Point) -> Option<Rect> {
        const STEP: f64 = 10.0;
        let count = |room: f64| (room / STEP).floor().max(-1.0) as i64;
        let across = count(self.bounds.right - self.bounds.left - width);
        let down = count(self.bounds.bottom - self.bounds.top - height);
        let place = |column: i64, row: i64| {
            let (x, y) = (column as f64 * STEP, row as f64 * STEP);
            Rect::sized(self.bounds.left + x, self.bounds.top + y, width, height)
        };
        let distance = |rect: &Rect| {
            let x = (rect.left - at.0).max(at.0 - rect.right).max(0.0);
            let y = (rect.top - at.1).max(at.1 - rect.bottom).max(0.0);
            x * x + y * y
        };
        let mut nearest: Option<(f64, Rect)> = None;
        for rect in (0..=across).flat_map(|column| (0..=down).map(move |row| place(column, row))) {
            // Whether a place is free takes much longer to tell than how far it is.
            let away = distance(&rect);
            if nearest.is_none_or(|(least, _)| away < least) && self.is_free(&rect) {
                nearest = Some((away, rect));
            }
        }
        nearest.map(|(_, rect)| rect)
    }

    /// Whether a label would be within bounds and touch neither a line nor another label.
    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        let air = rect.grown(2.0);
        rect.within(&self.bounds)
            && !self.taken.iter().any(|other| other.overlaps(&air))
            && !self.lines.iter().any(|(from, to)| crosses(&air, *from, *to))
    }
}

/// Whether a line from one point to another passes through a rectangle (Liang and Barsky's clipping).
fn crosses(rect: &Rect, from: Point, to: Point) -> bool {
    let beside = from.0.max(to.0) < rect.left || from.0.min(to.0) > rect.right;
    if beside || from.1.max(to.1) < rect.top || from.1.min(to.1) > rect.bottom {
        return false;
    }
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.0 - rect.left),
        (dx, rect.right - from.0),
        (-dy, from.1 - rect.top),
        (dy, rect.bottom - from.1),
    ];
    for (direction, distance) in sides {
        if direction.abs() < f64::EPSILON {
            if distance < 0.0 {
                return false;
            }
        } else if direction < 0.0 {
            enters = enters.max(distance / direction);
        } else {
            leaves = leaves.min(distance / direction);
        }
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };

    #[test]
    fn a_line_is_told_from_one_that_misses() {
        let rect = Rect { left: 40.0, top: 40.0, right: 60.0, bottom: 60.0 };
        assert!(crosses(&rect, (0.0, 0.0), (100.0, 100.0)));
        assert!(crosses(&rect, (50.0, 50.0), (50.0, 50.0)));
        assert!(!crosses(&rect, (0.0, 30.0), (100.0, 30.0)));
        assert!(!crosses(&rect, (0.0, 70.0), (30.0, 100.0)));
    }

    #[test]
    fn a_label_goes_to_the_free_side() {
        let mut room = Room { bounds: BOUNDS, taken: Vec::new(), lines: vec![((0.0, 100.0), (50.0, 50.0))] };
        let above = room.near((50.0, 50.0), (20.0, 10.0), true).unwrap();
        assert!(above.right <= 50.0 && above.bottom <= 50.0);
        room.taken.push(BOUNDS);
        assert!(room.find((50.0, 50.0), (20.0, 10.0), true).is_none());
    }
}
