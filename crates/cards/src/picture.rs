//! The file of a picture: PNG with a table of colours, as a card has few of them and what is passed on should be
//! small.
//!
//! Between two colours there are the shades of the edges of letters. Shades that nobody tells apart become one, and
//! the colours themselves stay what they are.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::Pixmap;

use crate::CannotDraw;
use crate::colour::{self, Colour};

/// So many colours fit into the table.
const MOST: usize = 256;

/// How many bits of each part of a colour are told apart: as many as there is room for.
const BITS: [u32; 3] = [6, 5, 4];

/// Writes a picture without transparency.
pub fn encoded(pixels: &Pixmap) -> Result<Vec<u8>, CannotDraw> {
    let failed = |error: png::EncodingError| CannotDraw::Picture(error.to_string());
    let indexed = BITS.into_iter().find_map(|bits| Indexed::of(pixels, bits));
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let bytes = match indexed {
        Some(Indexed { table, bytes }) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(table);
            encoder.set_filter(Filter::NoFilter);
            bytes
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect()
        }
    };
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&bytes).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

/// A table of colours, and which of them each pixel has.
struct Indexed {
    table: Vec<u8>,
    bytes: Vec<u8>,
}

impl Indexed {
    /// `None` where the table is too small.
    fn of(pixels: &Pixmap, bits: u32) -> Option<Indexed> {
        let shade = |Colour(red, green, blue): Colour| {
            [red, green, blue].iter().fold(0, |shade, part| shade << bits | usize::from(*part) >> (8 - bits))
        };
        // Which entry of the table a shade is; the colours of a card come first, so that they stay exact.
        let mut entries: Vec<Option<u8>> = vec![None; 1 << (3 * bits)];
        let mut table: Vec<Colour> = Vec::with_capacity(MOST);
        let mut entry = |colour: Colour| {
            let shade = shade(colour);
            if let Some(entry) = entries[shade] {
                return Some(entry);
            }
            let entry = u8::try_from(table.len()).ok()?;
            table.push(colour);
            entries[shade] = Some(entry);
            Some(entry)
        };
        for (_, colour) in colour::ALL {
            entry(colour)?;
        }
        let mut bytes = Vec::with_capacity(pixels.pixels().len());
        let mut last = None;
        for pixel in pixels.pixels() {
            let colour = Colour(pixel.red(), pixel.green(), pixel.blue());
            let found = match last {
                Some((same, found)) if same == colour => found,
                _ => entry(colour)?,
            };
            last = Some((colour, found));
            bytes.push(found);
        }
        let table = table.into_iter().flat_map(|Colour(red, green, blue)| [red, green, blue]).collect();
        Some(Indexed { table, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_colours_of_a_card_stay_apart() {
        let shade = |Colour(red, green, blue): Colour| [red, green, blue].map(|part| part >> 4);
        // What is on the seal is paper, about.
        let told_apart = colour::ALL.into_iter().filter(|(name, _)| *name != "on-seal");
        let shades: BTreeSet<[u8; 3]> = told_apart.clone().map(|(_, colour)| shade(colour)).collect();
        assert_eq!(shades.len(), told_apart.count());
    }
}
