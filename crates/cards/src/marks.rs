//! Signs that stand beside words, in the shapes that the pages have too: the seal of the site, less and more, the
//! marks of evidence, the roof, and the code that a camera reads.

use qrcodegen::{QrCode, QrCodeEcc};
use tiny_skia::{Path, PathBuilder};

use crate::canvas::{Area, Canvas, Style, polygon};
use crate::colour::{Colour, EDGE, INK, INK_2, ON_SEAL, PAPER, POND, SEAL, TILE};
use crate::{CannotDraw, Direction, Mark, MarkShape};

/// The mark of the site: a lattice window in a seal, one stroke in it.
pub fn seal(canvas: &mut Canvas, x: f32, y: f32, size: f32) {
    let scale = size / 32.0;
    canvas.area(Area { x, y, width: size, height: size }, SEAL);
    if let Some(flower) = flower() {
        canvas.fill_at(&flower, x, y, scale, ON_SEAL);
    }
    let stroke = Area { x: x + 10.0 * scale, y: y + 14.5 * scale, width: 12.0 * scale, height: 3.0 * scale };
    canvas.area(stroke, SEAL);
}

/// Four petals around the middle of a square of 32.
fn flower() -> Option<Path> {
    // A quarter of a circle, as a curve.
    const ROUND: f32 = 0.552_284_8;
    let mut path = PathBuilder::new();
    for (x, y) in [(16.0, 10.0), (22.0, 16.0), (16.0, 22.0), (10.0, 16.0)] {
        let (r, k) = (6.0, 6.0 * ROUND);
        path.move_to(x, y - r);
        path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
        path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
        path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
        path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
        path.close();
    }
    path.finish()
}

/// The lower edge of a roof along the top: a beam, and tiles hanging from it.
pub fn roof(canvas: &mut Canvas, width: f32, tile: f32) {
    let beam = tile * 0.34;
    canvas.area(Area { x: 0.0, y: 0.0, width, height: beam }, TILE);
    let count = (width / tile).round();
    let pitch = width / count;
    let mut path = PathBuilder::new();
    let mut x = 0.0;
    while x < width - 0.5 {
        let (left, right) = (x + pitch * 0.06, x + pitch * 0.94);
        let deep = beam + pitch * 0.52;
        path.move_to(left, beam);
        path.cubic_to(left, deep, right, deep, right, beam);
        path.close();
        x += pitch;
    }
    if let Some(path) = path.finish() {
        canvas.fill(&path, TILE);
    }
}

/// The line under which a section stands: a thin stroke whose ends turn up.
pub fn eave(canvas: &mut Canvas, x: f32, y: f32, width: f32, stroke: f32) {
    let tip = stroke * 3.0;
    let mut path = PathBuilder::new();
    path.move_to(x, y - tip);
    path.quad_to(x + tip * 0.4, y, x + tip * 2.0, y);
    path.line_to(x + width - tip * 2.0, y);
    path.quad_to(x + width - tip * 0.4, y, x + width, y - tip);
    if let Some(path) = path.finish() {
        canvas.stroke(&path, stroke, TILE);
    }
}

/// A hollow triangle downwards for less, a solid one upwards for more, of one size; neither has none. Says how wide it
/// was.
pub fn direction(canvas: &mut Canvas, direction: Direction, x: f32, baseline: f32, size: f32) -> f32 {
    let (width, height) = (size * 0.62, size * 0.54);
    let (top, bottom) = (baseline - size * 0.66, baseline - size * 0.66 + height);
    match direction {
        Direction::Less => {
            let points = [(x, top), (x + width, top), (x + width / 2.0, bottom)];
            if let Some(path) = polygon(&points, true) {
                canvas.stroke(&path, (size * 0.085).max(1.5), POND);
            }
        }
        Direction::More => {
            let points = [(x, bottom), (x + width, bottom), (x + width / 2.0, top)];
            if let Some(path) = polygon(&points, true) {
                canvas.fill(&path, INK);
            }
        }
        Direction::Neither => {}
    }
    direction_width(direction, size)
}

/// How wide the sign of a direction is, with the gap after it.
pub fn direction_width(direction: Direction, size: f32) -> f32 {
    if direction == Direction::Neither { 0.0 } else { size }
}

/// How wide a mark of evidence is.
pub fn width(canvas: &Canvas, mark: &Mark, size: f32) -> f32 {
    canvas.width(Style::regular(size, INK_2), &mark.word) + 2.0 * padding(size)
}

/// A mark of evidence: its word in its shape, at a size of its letters.
pub fn evidence(canvas: &mut Canvas, mark: &Mark, x: f32, baseline: f32, size: f32) -> f32 {
    let width = width(canvas, mark, size);
    let area = Area { x, y: baseline - size * 1.13, width, height: size * 1.5 };
    let stroke = (size / 14.0).max(1.5);
    let style = match mark.shape {
        MarkShape::Seal => Style::bold(size, ON_SEAL),
        _ => Style::regular(size, INK_2),
    };
    match mark.shape {
        MarkShape::Seal => canvas.area(area, SEAL),
        MarkShape::Dashed => canvas.dashed_frame(area, stroke, EDGE),
        MarkShape::Frame => canvas.frame(area, stroke, EDGE),
        MarkShape::Pill => pill(canvas, area, stroke, EDGE),
        MarkShape::Ruled => ruler(canvas, area, stroke, EDGE),
    }
    canvas.text(style, x + padding(size), baseline, &mark.word);
    x + width
}

fn padding(size: f32) -> f32 {
    size * 0.42
}

fn pill(canvas: &mut Canvas, area: Area, stroke: f32, colour: Colour) {
    let Area { x, y, .. } = area.within(stroke / 2.0);
    let (right, bottom) = (area.right() - stroke / 2.0, area.bottom() - stroke / 2.0);
    let r = (bottom - y) / 2.0;
    let k = r * 4.0 / 3.0;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - r + k, y, right - r + k, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + r - k, bottom, x + r - k, y, x + r, y);
    path.close();
    if let Some(path) = path.finish() {
        canvas.stroke(&path, stroke, colour);
    }
}

fn ruler(canvas: &mut Canvas, area: Area, stroke: f32, colour: Colour) {
    let (left, right, bottom) = (area.x, area.right(), area.bottom());
    canvas.line(&[(left, bottom), (right, bottom)], stroke, colour);
    for tick in 0..=6_u8 {
        let x = left + (right - left) * f32::from(tick) / 6.0;
        canvas.line(&[(x, bottom), (x, bottom - stroke * 3.0)], stroke, colour);
    }
}

/// The white around a code that a camera needs, in modules.
const QUIET: i32 = 4;

/// The code of an address in a square of at most so many pixels, against its right edge; says how wide it is.
pub fn code(
    canvas: &mut Canvas,
    address: &str,
    right: f32,
    bottom: f32,
    room: f32,
) -> Result<f32, CannotDraw> {
    // Read from a screen, where nothing gets dirty, large modules count for more than many.
    let code = QrCode::encode_text(address, QrCodeEcc::Low).map_err(|_| CannotDraw::Address)?;
    let modules = code.size();
    // Whole pixels: what is half black is hard to read.
    let all = u16::try_from(modules + 2 * QUIET).map_err(|_| CannotDraw::Address)?;
    let module = (room / f32::from(all)).floor();
    if module < 2.0 {
        return Err(CannotDraw::Address);
    }
    let size = module * f32::from(all);
    let (left, top) = ((right - size).floor(), (bottom - size).floor());
    canvas.area(Area { x: left, y: top, width: size, height: size }, PAPER);
    let mut path = PathBuilder::new();
    for row in 0..modules {
        for column in (0..modules).filter(|column| code.get_module(*column, row)) {
            let at = |modules: i32| module * u16::try_from(modules + QUIET).map_or(0.0, f32::from);
            let (x, y) = (left + at(column), top + at(row));
            if let Some(square) = tiny_skia::Rect::from_xywh(x, y, module, module) {
                path.push_rect(square);
            }
        }
    }
    if let Some(path) = path.finish() {
        canvas.fill(&path, INK);
    }
    Ok(size)
}
