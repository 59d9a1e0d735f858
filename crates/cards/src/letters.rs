//! The letters of a card: Noto Sans CJK SC, cut to what Chinese texts need (`font/`).
//!
//! There is one weight. What is bold is the same outline with a stroke around it: at the sizes of a card nobody tells
//! it from the bold weight, which would be as large again.

use std::sync::OnceLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::PathBuilder;

use crate::CannotDraw;

static FONT: &[u8] = include_bytes!("../font/NotoSansCJKsc-Regular.otf");

/// What stands for a character that the font has no picture of: the mark of printers for a missing sort.
const MISSING: char = '〓';

/// The letters of the font.
pub struct Letters {
    characters: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    widths: GlyphMetrics<'static>,
    units: f32,
}

/// The letters, read once.
pub fn letters() -> Result<&'static Letters, CannotDraw> {
    static READ: OnceLock<Option<Letters>> = OnceLock::new();
    READ.get_or_init(|| Letters::read(FONT)).as_ref().ok_or(CannotDraw::Font)
}

impl Letters {
    fn read(font: &'static [u8]) -> Option<Letters> {
        let font = FontRef::new(font).ok()?;
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        let letters = Letters {
            characters: font.charmap(),
            outlines: font.outline_glyphs(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f32::from(units),
        };
        (units > 0 && letters.have(MISSING)).then_some(letters)
    }

    /// Whether there is a picture of this character.
    pub fn have(&self, character: char) -> bool {
        self.characters.map(character).is_some()
    }

    /// How wide a text is, at a size in pixels.
    pub fn width(&self, size: f32, text: &str) -> f32 {
        text.chars().map(|character| self.advance(self.glyph(character), size)).sum()
    }

    /// Adds a text to a path, from `x` on, on its base line; says where it ends.
    pub fn trace(&self, path: &mut PathBuilder, size: f32, (mut x, baseline): (f32, f32), text: &str) -> f32 {
        for character in text.chars() {
            let glyph = self.glyph(character);
            if let Some(outline) = self.outlines.get(glyph) {
                let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
                // What can't be drawn leaves its place empty.
                let _ = outline.draw(settings, &mut Pen { path, x, baseline });
            }
            x += self.advance(glyph, size);
        }
        x
    }

    fn glyph(&self, character: char) -> GlyphId {
        let found = self.characters.map(character).or_else(|| self.characters.map(MISSING));
        found.unwrap_or(GlyphId::NOTDEF)
    }

    fn advance(&self, glyph: GlyphId, size: f32) -> f32 {
        self.widths.advance_width(glyph).unwrap_or(self.units) * size / self.units
    }
}

/// Writes an outline, which counts upwards, into a path, which counts downwards.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    x: f32,
    baseline: f32,
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.baseline - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.baseline - y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx0, self.baseline - cy0, self.x + x, self.baseline - y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (left, base) = (self.x, self.baseline);
        self.path.cubic_to(left + cx0, base - cy0, left + cx1, base - cy1, left + x, base - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
        list.lines().filter(|line| !line.starts_with("# "))
    }

    #[test]
    fn every_character_that_a_card_may_need_has_a_glyph() {
        let standard: BTreeSet<char> =
            lines(include_str!("../font/characters.txt")).flat_map(str::chars).collect();
        assert_eq!(standard.len(), 8105, "通用规范汉字表");
        let traditional =
            lines(include_str!("../../server/src/catalogue/traditional.txt")).filter_map(|line| {
                let mut pair = line.chars();
                let (traditional, simplified) = (pair.next()?, pair.next()?);
                standard.contains(&simplified).then_some(traditional)
            });
        let traditional: BTreeSet<char> = traditional.collect();
        assert!(traditional.len() > 2900, "{}", traditional.len());
        let signs: BTreeSet<char> = lines(include_str!("../font/signs.txt")).flat_map(str::chars).collect();
        assert!((' '..='~').filter(|ascii| *ascii != ' ').all(|ascii| signs.contains(&ascii)));
        let letters = letters().unwrap();
        let missing: String =
            standard.iter().chain(&traditional).chain(&signs).filter(|c| !letters.have(**c)).collect();
        // Traditional forms that Noto Sans CJK itself has no glyph for; their simplified ones are there.
        assert_eq!(missing, "𡑍𣈶𥗽", "without a glyph");
        assert!([' ', '\u{a0}', '\u{3000}'].iter().all(|c| letters.have(*c)));
        assert!(!letters.have('ก'), "what nobody asked for is not in it");
    }

    #[test]
    fn a_character_without_a_glyph_leaves_a_mark_and_no_hole() {
        let width = |text| letters().unwrap().width(100.0, text);
        assert_eq!(width("ก"), width("〓"));
        assert_eq!(width("跑一次"), 300.0);
    }

    #[test]
    fn the_licence_is_shipped_beside_the_font() {
        assert!(include_str!("../font/OFL.txt").contains("SIL OPEN FONT LICENSE Version 1.1"));
    }
}
