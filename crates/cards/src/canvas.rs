//! What is drawn on: rectangles, lines and texts in pixels, counted from the upper left.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform};

use crate::CannotDraw;
use crate::colour::Colour;
use crate::letters::{Letters, letters};

/// A picture that is being drawn.
pub struct Canvas {
    pixels: Pixmap,
    letters: &'static Letters,
}

/// How much ink a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Little.
    Regular,
    /// Much.
    Bold,
}

/// The stroke around the outline of a bold letter, in sizes of the letter.
const BOLD: f32 = 0.042;

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// How much ink.
    pub weight: Weight,
    /// How large, in pixels.
    pub size: f32,
    /// In which colour.
    pub colour: Colour,
}

impl Style {
    /// With little ink.
    pub fn regular(size: f32, colour: Colour) -> Style {
        Style { weight: Weight::Regular, size, colour }
    }

    /// With much ink.
    pub fn bold(size: f32, colour: Colour) -> Style {
        Style { weight: Weight::Bold, size, colour }
    }

    /// The same at another size.
    pub fn sized(self, size: f32) -> Style {
        Style { size, ..self }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
}

impl Area {
    /// Smaller by so much on each side.
    pub fn within(self, by: f32) -> Area {
        Area { x: self.x + by, y: self.y + by, width: self.width - 2.0 * by, height: self.height - 2.0 * by }
    }

    /// Its right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    fn path(self) -> Option<Path> {
        Some(PathBuilder::from_rect(Rect::from_xywh(self.x, self.y, self.width, self.height)?))
    }
}

impl Canvas {
    /// An empty one.
    pub fn new((width, height): (u32, u32), ground: Colour) -> Result<Canvas, CannotDraw> {
        let mut pixels =
            Pixmap::new(width, height).ok_or_else(|| CannotDraw::Picture("it has no room".to_owned()))?;
        pixels.fill(ground.into());
        Ok(Canvas { pixels, letters: letters()? })
    }

    /// What was drawn.
    pub fn finished(self) -> Pixmap {
        self.pixels
    }

    /// How wide a text is.
    pub fn width(&self, style: Style, text: &str) -> f32 {
        self.letters.width(style.size, text)
    }

    /// The letters it is written with.
    pub fn letters(&self) -> &'static Letters {
        self.letters
    }

    /// Writes a text on its base line from `x` on; says where it ends.
    pub fn text(&mut self, style: Style, x: f32, baseline: f32, text: &str) -> f32 {
        let mut path = PathBuilder::new();
        let end = self.letters.trace(&mut path, style.size, (x, baseline), text);
        if let Some(path) = path.finish() {
            self.fill(&path, style.colour);
            if style.weight == Weight::Bold {
                self.stroke(&path, style.size * BOLD, style.colour);
            }
        }
        end
    }

    /// Fills an area.
    pub fn area(&mut self, area: Area, colour: Colour) {
        if let Some(path) = area.path() {
            self.fill(&path, colour);
        }
    }

    /// Draws the frame of an area, of so many pixels inside of it.
    pub fn frame(&mut self, area: Area, width: f32, colour: Colour) {
        if let Some(path) = area.within(width / 2.0).path() {
            self.stroke(&path, width, colour);
        }
    }

    /// Draws a dashed frame, inside of the area.
    pub fn dashed_frame(&mut self, area: Area, width: f32, colour: Colour) {
        if let Some(path) = area.within(width / 2.0).path() {
            self.dashed(&path, width, 3.0 * width, colour);
        }
    }

    /// Fills a path.
    pub fn fill(&mut self, path: &Path, colour: Colour) {
        self.pixels.fill_path(path, &paint(colour), FillRule::Winding, Transform::identity(), None);
    }

    /// Draws along a path.
    pub fn stroke(&mut self, path: &Path, width: f32, colour: Colour) {
        let stroke = Stroke { width, ..Stroke::default() };
        self.pixels.stroke_path(path, &paint(colour), &stroke, Transform::identity(), None);
    }

    /// Draws along a path in dashes.
    pub fn dashed(&mut self, path: &Path, width: f32, dash: f32, colour: Colour) {
        let stroke = Stroke { width, dash: StrokeDash::new(vec![dash, dash], 0.0), ..Stroke::default() };
        self.pixels.stroke_path(path, &paint(colour), &stroke, Transform::identity(), None);
    }

    /// Draws along a path that is drawn here, from point to point.
    pub fn line(&mut self, points: &[(f32, f32)], width: f32, colour: Colour) {
        if let Some(path) = polygon(points, false) {
            self.stroke(&path, width, colour);
        }
    }

    /// Draws a path that was made for another place and size.
    pub fn fill_at(&mut self, path: &Path, x: f32, y: f32, scale: f32, colour: Colour) {
        let there = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
        self.pixels.fill_path(path, &paint(colour), FillRule::Winding, there, None);
    }
}

/// A path from point to point.
pub fn polygon(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (i, (x, y)) in points.iter().enumerate() {
        if i == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(colour.into());
    paint.anti_alias = true;
    paint
}
