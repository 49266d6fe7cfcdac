//! Measures and shapes on the sheet, in pixels.

/// The thickness of a bar.
pub(super) const BAR: f64 = 18.0;
/// Between a mark and its label.
pub(super) const GAP: f64 = 8.0;
/// The least length of a bar: a zero, too, is a value.
pub(super) const SLIVER: f64 = 2.0;
/// Between two panels or groups.
pub(super) const SPACE: f64 = 28.0;

/// A place on the sheet, in pixels from its upper left corner.
pub(super) type Point = (f64, f64);

/// A rectangle on the sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// The rectangle with `width` and `height` whose upper left corner is given.
    pub(super) fn sized(left: f64, top: f64, width: f64, height: f64) -> Rect {
        Rect { left, top, right: left + width, bottom: top + height }
    }

    /// Whether two rectangles have more than an edge in common.
    pub(super) fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether it lies within `other`.
    pub(super) fn within(&self, other: &Rect) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    /// The same rectangle, larger by `by` on every side.
    pub(super) fn grown(&self, by: f64) -> Rect {
        Rect { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}
