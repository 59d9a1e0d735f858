//! The colours of a card: those of the pages by day. A picture that is passed on is the same by night.

use tiny_skia::Color;

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The page.
pub const WALL: Colour = Colour(0xf7, 0xf5, 0xef);
/// Fields, panes and the ground of a code.
pub const PAPER: Colour = Colour(0xff, 0xfe, 0xfa);
/// Text.
pub const INK: Colour = Colour(0x1c, 0x22, 0x21);
/// Text of less weight.
pub const INK_2: Colour = Colour(0x44, 0x4c, 0x4a);
/// What was before.
pub const INK_3: Colour = Colour(0x63, 0x6b, 0x68);
/// Frames of marks.
pub const EDGE: Colour = Colour(0x7f, 0x86, 0x83);
/// Hairlines.
pub const LINE: Colour = Colour(0xda, 0xd6, 0xcb);
/// Roofs and frames.
pub const TILE: Colour = Colour(0x2b, 0x32, 0x31);
/// Attested.
pub const SEAL: Colour = Colour(0xa9, 0x3a, 0x26);
/// On the seal.
pub const ON_SEAL: Colour = Colour(0xff, 0xfb, 0xf3);
/// What was saved.
pub const POND: Colour = Colour(0x2b, 0x65, 0x52);

/// All of them, by their names in `style/tokens.css`.
pub const ALL: [(&str, Colour); 11] = [
    ("wall", WALL),
    ("paper", PAPER),
    ("ink", INK),
    ("ink-2", INK_2),
    ("ink-3", INK_3),
    ("edge", EDGE),
    ("line", LINE),
    ("tile", TILE),
    ("seal", SEAL),
    ("on-seal", ON_SEAL),
    ("pond", POND),
];

impl From<Colour> for Color {
    fn from(Colour(red, green, blue): Colour) -> Color {
        Color::from_rgba8(red, green, blue, 255)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_pages() {
        let tokens = include_str!("../../../style/tokens.css");
        let by_day = tokens.split("@media").next().unwrap();
        for (name, Colour(red, green, blue)) in ALL {
            let token = format!("--{name}: #{red:02x}{green:02x}{blue:02x};");
            assert!(by_day.contains(&token), "{token} is not in style/tokens.css");
        }
    }
}
