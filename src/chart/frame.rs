//! The sheet that a chart is drawn on: sizes, shapes and labels in pixels, handed to plotters as elements.

use std::cell::RefCell;
use std::convert::Infallible;
use std::iter;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};

use super::geometry::{Point, Rect, SLIVER};
use super::ink::Ink;
use super::scale::Scale;
use super::svg::{FINE, Svg, fine};
use super::text::{Block, Style};
use super::{Drawing, Options, Problem, Width};
use crate::lang::Lang;

/// What is being drawn, and what did not fit.
pub(super) struct Sheet<'a> {
    options: &'a Options<'a>,
    svg: Rc<RefCell<Svg>>,
    area: DrawingArea<Svg, Shift>,
    problems: Vec<Problem>,
    /// Its width in pixels.
    pub(super) width: f64,
    /// Whether it is drawn for a phone.
    pub(super) narrow: bool,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub(super) fn new(options: &'a Options<'a>) -> Self {
        let svg = Rc::new(RefCell::new(Svg::new(options.width.units())));
        Sheet {
            options,
            area: DrawingArea::from(&svg),
            svg,
            problems: Vec::new(),
            width: f64::from(options.width.units()),
            narrow: options.width == Width::Narrow,
        }
    }

    /// The finished drawing, `height` pixels high.
    pub(super) fn finish(self, height: f64) -> Drawing {
        let svg = self.svg.borrow_mut().finish(self.options, height);
        Drawing { svg, height: height.ceil() as u32, problems: self.problems }
    }

    /// The language of the labels.
    pub(super) fn lang(&self) -> Lang {
        self.options.lang
    }

    /// One of two values, by the width.
    pub(super) fn pick<T>(&self, wide: T, narrow: T) -> T {
        if self.narrow { narrow } else { wide }
    }

    /// A label of at most `max` pixels' width; one that does not fit is noted as a problem.
    pub(super) fn block<'t>(&mut self, text: &'t str, style: Style, max: f64) -> Block<'t> {
        let block = Block::new(text, style, max);
        if block.tight {
            self.lacks_room(text);
        }
        block
    }

    /// Notes that a label did not fit.
    pub(super) fn lacks_room(&mut self, label: &str) {
        self.problems.push(Problem { label: label.to_owned() });
    }

    /// Writes a label whose upper edge is `top` and which stands to the right of `x`, around it or to its left.
    pub(super) fn write(&self, block: &Block<'_>, x: f64, top: f64, anchor: HPos) {
        let leading = block.style.leading();
        for (at, text) in block.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let middle = top + leading * (at as f64 + 0.5);
            self.put(&Line { at: (fine(x), fine(middle)), text, style: block.style, anchor });
        }
    }

    /// Writes a label around the height `middle`.
    pub(super) fn write_beside(&self, block: &Block<'_>, x: f64, middle: f64, anchor: HPos) {
        self.write(block, x, middle - block.height() / 2.0, anchor);
    }

    /// A filled rectangle, with edges on whole pixels so that they are crisp.
    pub(super) fn rect(&self, rect: Rect, ink: Ink) {
        let corners =
            [(rect.left, rect.top), (rect.right, rect.bottom)].map(|(x, y)| point((x.round(), y.round())));
        self.put(&Rectangle::new(corners, ink.filled()));
    }

    /// A bar from zero to `value`; what is too small to be seen is drawn as a sliver.
    pub(super) fn bar(&self, scale: &Scale, value: f64, top: f64, thickness: f64, ink: Ink) {
        let (zero, end) = (scale.at(0.0), scale.at(value));
        let (left, right) =
            if value < 0.0 { (end.min(zero - SLIVER), zero) } else { (zero, end.max(zero + SLIVER)) };
        self.rect(Rect { left, top, right, bottom: top + thickness }, ink);
    }

    /// A straight line; an upright or a level one lies on whole pixels, so that it is crisp.
    pub(super) fn line(&self, from: Point, to: Point, ink: Ink, width: f64) {
        let odd = width.round() % 2.0 > 0.5;
        let snap = |at: f64| if odd { at.floor() + 0.5 } else { at.round() };
        let (mut from, mut to) = (from, to);
        if (from.0 - to.0).abs() < f64::EPSILON {
            from.0 = snap(from.0);
            to.0 = from.0;
        }
        if (from.1 - to.1).abs() < f64::EPSILON {
            from.1 = snap(from.1);
            to.1 = from.1;
        }
        self.put(&Segment { ends: [point(from), point(to)], style: stroke(ink, width) });
    }

    /// A line through many points.
    pub(super) fn path(&self, points: &[Point], ink: Ink, width: f64) {
        let points: Vec<BackendCoord> = points.iter().copied().map(point).collect();
        self.put(&PathElement::new(points, stroke(ink, width)));
    }

    /// A filled shape.
    pub(super) fn polygon(&self, corners: &[Point], ink: Ink) {
        let corners: Vec<BackendCoord> = corners.iter().copied().map(point).collect();
        self.put(&Polygon::new(corners, ink));
    }

    /// A dot, parted from what lies under it by a rim of paper.
    pub(super) fn dot(&self, at: Point, radius: f64, ink: Ink) {
        self.put(&Circle::new(point(at), fine(radius + 2.0), Ink::Paper.filled()));
        self.put(&Circle::new(point(at), fine(radius), ink.filled()));
    }

    /// A hollow mark.
    pub(super) fn ring(&self, at: Point, radius: f64, ink: Ink) {
        self.put(&Circle::new(point(at), fine(radius + 2.0), Ink::Paper.filled()));
        self.put(&Circle::new(point(at), fine(radius), stroke(ink, 2.0)));
    }

    /// An upright tick, parted from what lies under it by a rim of paper.
    pub(super) fn tick(&self, x: f64, top: f64, bottom: f64, width: f64) {
        self.line((x, top), (x, bottom), Ink::Halo, width + 2.0);
        self.line((x, top), (x, bottom), Ink::Tick, width);
    }

    /// The place of a value that is not known: a small dash around `x` and `y`.
    pub(super) fn missing(&self, x: f64, y: f64) {
        self.rect(Rect::sized(x - 5.0, y, 10.0, 1.0), Ink::Secondary);
    }

    fn put<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<Svg>,
    {
        // The backend only writes to a String and nobody else holds it: there is no error that could be told.
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }
}

fn point((x, y): Point) -> BackendCoord {
    (fine(x), fine(y))
}

fn stroke(ink: Ink, width: f64) -> ShapeStyle {
    ShapeStyle::from(ink).stroke_width((width * FINE).round() as u32)
}

/// A straight line as an element: plotters' own path takes a vector and becomes a polyline.
struct Segment {
    ends: [BackendCoord; 2],
    style: ShapeStyle,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Segment {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord; 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.ends
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Segment {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut ends: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match (ends.next(), ends.next()) {
            (Some(from), Some(to)) => backend.draw_line(from, to, &self.style),
            _ => Ok(()),
        }
    }
}

/// A line of a label as an element: plotters' own text asks for a font and measures in bytes.
struct Line<'t> {
    at: BackendCoord,
    text: &'t str,
    style: Style,
    anchor: HPos,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Line<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        iter::once(&self.at)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Line<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        points.next().map_or(Ok(()), |at| backend.draw_text(self.text, self, at))
    }
}

impl BackendTextStyle for Line<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.style.ink.to_backend_color()
    }

    fn size(&self) -> f64 {
        self.style.size * FINE
    }

    fn style(&self) -> FontStyle {
        if self.style.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (fine(self.style.width(text)), fine(self.style.leading()))))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(())) // The backend writes text itself and never asks for its pixels.
    }
}
