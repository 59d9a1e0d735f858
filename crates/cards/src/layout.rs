//! Where everything stands: one order from the top, in the sizes of two shapes.
//!
//! The roof, the site, the name, the numbers, the sentences; at the bottom why it may be believed, what it is not, and
//! the code.

use tiny_skia::Pixmap;

use crate::canvas::{Area, Canvas, Style};
use crate::colour::{EDGE, INK, INK_2, INK_3, WALL};
use crate::pane::{self, Sizes};
use crate::{CannotDraw, Card, Direction, Mark, MarkShape, Shape, lines, marks};

/// The sizes of a shape, in pixels.
struct Measures {
    margin: f32,
    tile: f32,
    /// The upper edge of the seal, and how large it is.
    seal: (f32, f32),
    site: f32,
    /// How large a name may be in how many lines.
    names: &'static [(f32, usize)],
    about: f32,
    /// How high the numbers are.
    window: f32,
    /// One number alone has room to be larger.
    numbers: [Sizes; 2],
    /// How large the sentences may be.
    said: &'static [f32],
    small: f32,
    code: f32,
    /// From the foot to the lower edge.
    bottom: f32,
    /// Whether the sentences stand beside the code, or above it.
    beside_code: bool,
    gap: f32,
}

const WIDE: Measures = Measures {
    margin: 60.0,
    tile: 20.0,
    seal: (40.0, 40.0),
    site: 26.0,
    names: &[(58.0, 1), (50.0, 1), (42.0, 1), (34.0, 2)],
    about: 24.0,
    window: 178.0,
    numbers: [
        Sizes {
            text: 24.0,
            mark: 18.0,
            first: 52.0,
            second: 92.0,
            counter: 23.0,
            padding: 22.0,
            foot: false,
        },
        Sizes {
            text: 26.0,
            mark: 20.0,
            first: 54.0,
            second: 94.0,
            counter: 28.0,
            padding: 22.0,
            foot: false,
        },
    ],
    said: &[27.0, 24.0, 21.0, 19.0],
    small: 20.0,
    code: 192.0,
    bottom: 36.0,
    beside_code: true,
    gap: 28.0,
};

const TALL: Measures = Measures {
    margin: 76.0,
    tile: 27.0,
    seal: (72.0, 56.0),
    site: 37.0,
    names: &[(88.0, 1), (76.0, 1), (64.0, 2), (54.0, 2)],
    about: 34.0,
    window: 330.0,
    numbers: [
        Sizes {
            text: 40.0,
            mark: 27.0,
            first: 66.0,
            second: 124.0,
            counter: 31.0,
            padding: 32.0,
            foot: true,
        },
        Sizes {
            text: 40.0,
            mark: 29.0,
            first: 84.0,
            second: 140.0,
            counter: 42.0,
            padding: 36.0,
            foot: true,
        },
    ],
    said: &[44.0, 40.0, 36.0, 32.0, 28.0],
    small: 29.0,
    code: 272.0,
    bottom: 72.0,
    beside_code: false,
    gap: 52.0,
};

/// Draws a card.
pub fn drawn(card: &Card, shape: Shape) -> Result<Pixmap, CannotDraw> {
    let size = shape.size();
    let measures = match shape {
        Shape::Wide => &WIDE,
        Shape::Tall => &TALL,
    };
    let mut canvas = Canvas::new(size, WALL)?;
    // Below the largest whole number that is exact.
    let page = Area { x: 0.0, y: 0.0, width: size.0 as f32, height: size.1 as f32 };
    let inner = Area { x: measures.margin, width: page.width - 2.0 * measures.margin, ..page };
    marks::roof(&mut canvas, page.width, measures.tile);
    head(&mut canvas, card, inner, measures);
    let above = foot(&mut canvas, card, inner, measures)?;
    let below = title(&mut canvas, card, inner, measures);
    let below = numbers(&mut canvas, card, Area { y: below, ..inner }, measures);
    let width = if measures.beside_code { above.width } else { inner.width };
    sentences(&mut canvas, card, Area { y: below, width, ..inner }, above.floor, measures);
    Ok(canvas.finished())
}

/// The seal and the name of the site, and the mark of what is illustrative.
fn head(canvas: &mut Canvas, card: &Card, inner: Area, measures: &Measures) {
    let (top, size) = measures.seal;
    marks::seal(canvas, inner.x, top, size);
    let baseline = top + size / 2.0 + measures.site * 0.36;
    let ends = canvas.text(Style::bold(measures.site, INK), inner.x + size * 1.3, baseline, &card.site);
    if let Some(example) = &card.example {
        let mark = Mark { shape: MarkShape::Dashed, word: example.clone() };
        let room = inner.right() - ends - measures.gap * 0.5;
        let size = measures.about * (room / marks::width(canvas, &mark, measures.about)).min(1.0);
        let x = inner.right() - marks::width(canvas, &mark, size);
        marks::evidence(canvas, &mark, x, baseline, size);
    }
}

/// The name and what it is about; says where it ends.
fn title(canvas: &mut Canvas, card: &Card, inner: Area, measures: &Measures) -> f32 {
    let (top, size) = measures.seal;
    let mut y = top + size + measures.gap * 0.5;
    let fitting = measures.names.iter().find_map(|(size, most)| {
        let lines = lines::broken(canvas.letters(), *size, inner.width, most + 1, &card.name);
        (lines.len() <= *most).then_some((*size, lines))
    });
    let (size, lines) = fitting.unwrap_or_else(|| {
        let (size, most) = measures.names.last().copied().unwrap_or((measures.about, 2));
        (size, lines::broken(canvas.letters(), size, inner.width, most, &card.name))
    });
    for line in lines {
        y += size * 1.18;
        // The first half of an opening bracket is blank: the line begins with its second.
        let hanging =
            if line.starts_with(['「', '『', '《', '（', '【', '〈']) { size * 0.45 } else { 0.0 };
        canvas.text(Style::bold(size, INK), inner.x - hanging, y - size * 0.2, &line);
    }
    let style = Style::regular(measures.about, INK_2);
    let about = card.about.iter().filter(|part| !part.is_empty());
    let about = about.cloned().collect::<Vec<_>>().join(" · ");
    for line in lines::broken(canvas.letters(), style.size, inner.width, 1, &about) {
        y += style.size * 1.5;
        canvas.text(style, inner.x, y - style.size * 0.25, &line);
    }
    y
}

/// The numbers, or that there are none; says where they end.
fn numbers(canvas: &mut Canvas, card: &Card, inner: Area, measures: &Measures) -> f32 {
    let area = Area { y: inner.y + measures.gap * 0.9, height: measures.window, ..inner };
    let [several, one] = measures.numbers;
    if card.numbers.is_empty() {
        let style = Style::regular(measures.about, INK_3);
        let lines =
            lines::broken(canvas.letters(), style.size, area.width - 3.0 * measures.gap, 3, &card.untold);
        if lines.is_empty() {
            return inner.y;
        }
        canvas.dashed_frame(area, 2.5, EDGE);
        // So few lines are counted exactly.
        let mut y = area.y + (area.height - lines.len() as f32 * style.size * LEADING) / 2.0;
        for line in lines {
            y += style.size * LEADING;
            let x = area.x + (area.width - canvas.width(style, &line)) / 2.0;
            canvas.text(style, x, y - style.size * 0.4, &line);
        }
        return area.bottom();
    }
    pane::window(canvas, &card.numbers, area, if card.numbers.len() == 1 { one } else { several });
    area.bottom()
}

/// The change in sentences, as large as there is room down to `floor`.
fn sentences(canvas: &mut Canvas, card: &Card, inner: Area, floor: f32, measures: &Measures) {
    let signed = card.said.iter().any(|said| said.direction != Direction::Neither);
    let indent = |size: f32| if signed { size * 1.25 } else { 0.0 };
    let broken = |size: f32, text: &str, most: usize| {
        lines::broken(canvas.letters(), size, inner.width - indent(size), most, text)
    };
    let top = inner.y + measures.gap * 0.5;
    let room = |size: f32| ((floor - top) / (size * LEADING)).floor();
    let needed =
        |size: f32| card.said.iter().map(|said| broken(size, &said.text, usize::MAX).len()).sum::<usize>();
    // So few lines are counted exactly.
    let fits = |size: &&f32| needed(**size) as f32 <= room(**size);
    let Some(size) = measures.said.iter().find(fits).or(measures.said.last()).copied() else { return };
    // Where nothing fits, each sentence gets its share, those of more as well as those of less.
    let share = (room(size) / card.said.len().max(1) as f32).max(1.0) as usize;
    let most = if fits(&&size) { usize::MAX } else { share };
    let said: Vec<(Direction, Vec<String>)> =
        card.said.iter().map(|said| (said.direction, broken(size, &said.text, most))).collect();
    let style = Style::regular(size, INK);
    let mut y = top;
    for (direction, lines) in said {
        for (i, line) in lines.iter().enumerate() {
            y += size * LEADING;
            let baseline = y - size * 0.35;
            if i == 0 {
                marks::direction(canvas, direction, inner.x, baseline, size * 0.85);
            }
            canvas.text(style, inner.x + indent(size), baseline, line);
        }
    }
}

/// From line to line, in sizes of the letters.
const LEADING: f32 = 1.55;

/// What the foot leaves to what stands above it.
struct Above {
    /// How wide it is beside the code.
    width: f32,
    /// Where the foot begins.
    floor: f32,
}

/// The code at the right, and at the left of it why it may be believed and what it is not.
fn foot(canvas: &mut Canvas, card: &Card, inner: Area, measures: &Measures) -> Result<Above, CannotDraw> {
    let bottom = inner.bottom() - measures.bottom;
    let style = Style::regular(measures.small, INK_2);
    let mut width = inner.width;
    let mut top = bottom - style.size * LEADING;
    let baseline = bottom - style.size * 0.3;
    let mut label = 0.0;
    if let Some(code) = &card.code {
        let taken = marks::code(canvas, &code.address, inner.right(), bottom, measures.code)?;
        width -= taken + measures.gap;
        label = canvas.width(style, &code.label) + measures.gap;
        canvas.text(style, inner.x + width - label + measures.gap, baseline, &code.label);
        if !measures.beside_code {
            top = bottom - taken;
        }
    }
    let free = width - label;
    let caution = Style::bold(style.size, INK);
    // Beside the label, or in lines above it.
    let is_beside = canvas.width(caution, &card.caution) <= free;
    let cautions = match is_beside {
        true => vec![card.caution.clone()],
        false => lines::broken(canvas.letters(), style.size, width, 3, &card.caution),
    };
    let mut last = if is_beside { baseline } else { baseline - style.size * LEADING };
    let mut after = inner.x;
    for line in cautions.iter().rev() {
        after = canvas.text(caution, inner.x, last, line) + measures.gap;
        top = top.min(last - style.size * 1.4);
        last -= style.size * LEADING;
    }
    if let Some(evidence) = &card.evidence {
        let mark = marks::width(canvas, &evidence.mark, style.size) + style.size * 0.6;
        let needed = mark + canvas.width(style, &evidence.text);
        let (x, lines, mut y) = if is_beside && after + needed <= inner.x + free {
            (after, vec![evidence.text.clone()], baseline)
        } else {
            let broken = |text| lines::broken(canvas.letters(), style.size, width - mark, 5, text);
            (inner.x, broken(&evidence.text), last - style.size * 0.25)
        };
        for (i, line) in lines.iter().enumerate().rev() {
            canvas.text(style, x + mark, y, line);
            if i == 0 {
                marks::evidence(canvas, &evidence.mark, x, y, style.size);
                top = top.min(y - style.size * 1.4);
            }
            y -= style.size * LEADING;
        }
    }
    if !measures.beside_code {
        top -= measures.gap * 0.7;
        marks::eave(canvas, inner.x, top, inner.width, 3.0);
    }
    Ok(Above { width, floor: top - if measures.beside_code { 0.0 } else { measures.gap * 0.5 } })
}
