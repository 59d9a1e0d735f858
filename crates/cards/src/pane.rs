//! The window of numbers: up to three panes in a double frame, each with before → after as large as there is room.

use crate::canvas::{Area, Canvas, Style, Weight};
use crate::colour::{EDGE, INK, INK_2, INK_3, PAPER, POND, TILE};
use crate::{Direction, Figure, MOST_NUMBERS, Number, lines, marks};

/// How large what stands in a pane is.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Its title and what became of it.
    pub text: f32,
    /// The mark of evidence.
    pub mark: f32,
    /// The number before.
    pub first: f32,
    /// The number after.
    pub second: f32,
    /// The unit.
    pub counter: f32,
    /// From the frame to what is in it.
    pub padding: f32,
    /// Whether what became of it stands below the number, or at its right.
    pub foot: bool,
}

/// Draws numbers beside each other in an area.
pub fn window(canvas: &mut Canvas, numbers: &[Number], area: Area, sizes: Sizes) {
    let numbers = &numbers[..numbers.len().min(MOST_NUMBERS)];
    let Some(count) = u8::try_from(numbers.len()).ok().filter(|count| *count > 0) else { return };
    canvas.area(area, PAPER);
    canvas.frame(area, 1.5, TILE);
    let inner = area.within(6.0);
    canvas.frame(inner, 3.0, TILE);
    let width = inner.width / f32::from(count);
    // All of one size: none is more than the others.
    let room = width - 2.0 * sizes.padding;
    let natural = |number| {
        let beside = if sizes.foot { 0.0 } else { Became::of(canvas, number, sizes).width(false) };
        figures(number, sizes).iter().map(|part| part.width(canvas, sizes, 1.0)).sum::<f32>() + beside
    };
    let scale = numbers.iter().map(|number| room / natural(number)).fold(1.0, f32::min);
    let titles = Titles::of(canvas, numbers, room, sizes);
    for (i, number) in (0..count).zip(numbers) {
        let x = inner.x + width * f32::from(i);
        if i > 0 {
            canvas.line(&[(x, inner.y), (x, inner.bottom())], 1.5, EDGE);
        }
        let lines = &titles.lines[usize::from(i)];
        pane(canvas, number, lines, Area { x, width, ..inner }, Common { scale, titles: &titles, sizes });
    }
}

/// What all panes have in common.
#[derive(Clone, Copy)]
struct Common<'a> {
    scale: f32,
    titles: &'a Titles,
    sizes: Sizes,
}

/// What the numbers count: all in letters of one size, so that the numbers stand on one line.
struct Titles {
    size: f32,
    lines: Vec<Vec<String>>,
    /// From the first line to the last of the longest.
    depth: f32,
}

impl Titles {
    fn of(canvas: &Canvas, numbers: &[Number], room: f32, sizes: Sizes) -> Titles {
        let broken = |number: &Number, size: f32| {
            // In the foot there is room for the mark.
            let mark = number.mark.as_ref().filter(|_| !sizes.foot);
            let taken = mark.map_or(0.0, |mark| marks::width(canvas, mark, sizes.mark) + sizes.text * 0.5);
            lines::broken(canvas.letters(), size, room - taken, 2, &number.title)
        };
        let all = |size: f32| numbers.iter().map(|number| broken(number, size)).collect::<Vec<_>>();
        let (size, lines) = match all(sizes.text) {
            lines if lines.iter().all(|lines| lines.len() < 2) => (sizes.text, lines),
            _ => (sizes.text * 0.8, all(sizes.text * 0.8)),
        };
        let is_deep = lines.iter().any(|lines| lines.len() > 1);
        Titles { size, lines, depth: if is_deep { size * 1.25 } else { 0.0 } }
    }
}

fn pane(canvas: &mut Canvas, number: &Number, title: &[String], area: Area, common: Common<'_>) {
    let Common { scale, titles, sizes } = common;
    let Area { x, width, .. } = area.within(sizes.padding);
    let first = area.y + sizes.padding + sizes.text * 0.88;
    let bottom = area.bottom() - sizes.padding - sizes.text * 0.12;
    let mut y = first;
    for line in title {
        canvas.text(Style::bold(titles.size, INK), x, y, line);
        y += titles.size * 1.25;
    }
    let mark_width = number.mark.as_ref().map_or(0.0, |mark| marks::width(canvas, mark, sizes.mark));
    if let Some(mark) = &number.mark {
        let at = if sizes.foot { bottom } else { first };
        marks::evidence(canvas, mark, x + width - mark_width, at, sizes.mark);
    }
    // Digits have no descent: their middle is the middle of the room.
    let foot = if sizes.foot { sizes.text } else { sizes.text * -0.35 };
    let middle = (first + titles.depth + bottom - foot) / 2.0;
    let on = middle + sizes.second * scale * 0.37;
    let figures = figures(number, sizes);
    if let Some(told) = number.told.as_ref().filter(|_| figures.is_empty()) {
        let style = Style::bold(sizes.first * 1.1, INK);
        let size = fitting(canvas, style, told, width);
        canvas.text(style.sized(size), x, on, told);
        return;
    }
    let end = figures.iter().fold(x, |x, part| part.draw(canvas, x, on, sizes, scale));
    let became = Became::of(canvas, number, sizes);
    if sizes.foot {
        became.draw(canvas, x, bottom, became.width(true) <= width - mark_width);
    } else {
        let whole = became.width(true) <= x + width - end;
        became.draw(canvas, x + width - became.width(whole) + became.gap, on, whole);
    }
}

/// The size, at most that of the style, at which a text is no wider than its room.
fn fitting(canvas: &Canvas, style: Style, text: &str, room: f32) -> f32 {
    (style.size * room / canvas.width(style, text).max(1.0)).min(style.size)
}

/// What stands beside each other in the line of the numbers.
enum Part<'a> {
    Text(Style, &'a str),
    Untold(&'a str),
    Arrow { saved: bool },
    Divider,
    Gap(f32),
}

fn figures(number: &Number, sizes: Sizes) -> Vec<Part<'_>> {
    let weight = if number.illustrative { Weight::Regular } else { Weight::Bold };
    let large = Style { weight, size: sizes.second, colour: INK };
    let small = if number.beside { large } else { Style::regular(sizes.first, INK_3) };
    let mut parts = Vec::new();
    if let Some(first) = &number.first {
        let saved = number.change.as_ref().is_some_and(|change| change.direction == Direction::Less);
        parts.push(Part::of(first, small));
        parts.push(if number.beside { Part::Divider } else { Part::Arrow { saved } });
    }
    if let Some(second) = &number.second {
        parts.push(Part::of(second, large));
        if !number.counter.is_empty() {
            parts.push(Part::Gap(sizes.counter * 0.4));
            parts.push(Part::Text(Style::regular(sizes.counter, INK_2), &number.counter));
        }
    }
    parts
}

impl<'a> Part<'a> {
    fn of(figure: &'a Figure, style: Style) -> Part<'a> {
        match figure {
            Figure::Known(text) => Part::Text(style, text),
            Figure::Untold(text) => Part::Untold(text),
        }
    }

    fn width(&self, canvas: &Canvas, sizes: Sizes, scale: f32) -> f32 {
        match self {
            Part::Text(style, text) => canvas.width(style.sized(style.size * scale), text),
            Part::Untold(text) => canvas.width(untold(sizes, scale), text),
            Part::Arrow { .. } => sizes.first * scale * 1.3,
            Part::Divider => sizes.first * scale * 0.8,
            Part::Gap(width) => width * scale,
        }
    }

    fn draw(&self, canvas: &mut Canvas, x: f32, baseline: f32, sizes: Sizes, scale: f32) -> f32 {
        let end = x + self.width(canvas, sizes, scale);
        let unit = sizes.first * scale;
        match self {
            Part::Text(style, text) => {
                canvas.text(style.sized(style.size * scale), x, baseline, text);
            }
            Part::Untold(text) => {
                let style = untold(sizes, scale);
                canvas.text(style, x, baseline, text);
                let below = baseline + style.size * 0.32;
                if let Some(path) = crate::canvas::polygon(&[(x, below), (end, below)], false) {
                    canvas.dashed(&path, 2.0, 6.0, EDGE);
                }
            }
            Part::Arrow { saved } => {
                let (middle, tip) = (baseline - unit * 0.37, unit * 0.16);
                let (from, to) = (x + unit * 0.3, end - unit * 0.32);
                let colour = if *saved { POND } else { INK_3 };
                let stroke = (unit * 0.055).max(2.0);
                canvas.line(&[(from, middle), (to, middle)], stroke, colour);
                let head = [(to - tip, middle - tip), (to, middle), (to - tip, middle + tip)];
                canvas.line(&head, stroke, colour);
            }
            Part::Divider => {
                let middle = (x + end) / 2.0;
                canvas.line(&[(middle, baseline - unit * 0.9), (middle, baseline + unit * 0.1)], 2.0, EDGE);
            }
            Part::Gap(_) => {}
        }
        end
    }
}

fn untold(sizes: Sizes, scale: f32) -> Style {
    Style::regular(sizes.first * scale * 0.62, INK_3)
}

/// What became of a number: less or more, and by how much of what was, where there is room.
struct Became<'a> {
    number: &'a Number,
    text: f32,
    /// What stays free before it.
    gap: f32,
    widths: (f32, f32),
}

impl Became<'_> {
    fn of<'a>(canvas: &Canvas, number: &'a Number, sizes: Sizes) -> Became<'a> {
        let text = sizes.text;
        let change = number.change.as_ref().map_or(0.0, |change| {
            marks::direction_width(change.direction, text)
                + canvas.width(Style::bold(text, INK), &change.text)
        });
        let rate = number.rate.as_ref().map_or(0.0, |rate| canvas.width(Style::regular(text, INK_2), rate));
        Became { number, text, gap: text * 1.1, widths: (change, rate) }
    }

    fn width(&self, whole: bool) -> f32 {
        let (change, rate) = self.widths;
        self.gap + change + if whole && rate > 0.0 { rate + self.text * 0.6 } else { 0.0 }
    }

    fn draw(&self, canvas: &mut Canvas, x: f32, baseline: f32, whole: bool) {
        let Some(change) = &self.number.change else { return };
        let colour = if change.direction == Direction::Less { POND } else { INK };
        let after = x + marks::direction(canvas, change.direction, x, baseline, self.text);
        let end = canvas.text(Style::bold(self.text, colour), after, baseline, &change.text);
        if let Some(rate) = self.number.rate.as_ref().filter(|_| whole) {
            canvas.text(Style::regular(self.text, INK_2), end + self.text * 0.6, baseline, rate);
        }
    }
}
