//! A comparison as a picture to pass on: what a [`Card`] says, drawn as PNG.
//!
//! Everything on it is text that somebody else has chosen; here is only how it looks. Reading order: this file for
//! what a card says, [`layout`] for where it stands, [`canvas`] for how it is drawn, [`letters`] for the font that
//! is cut to what Chinese texts need, [`picture`] for the file.
//!
//! Nothing here reads a file, asks a clock or keeps anything: the same card is always the same bytes.

mod canvas;
mod colour;
mod layout;
mod letters;
mod lines;
mod marks;
mod pane;
mod picture;

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// The name of the site.
    pub site: String,
    /// What the service is called.
    pub name: String,
    /// Where it is and for whom, and which two are compared.
    pub about: Vec<String>,
    /// What is known in numbers; the first [`MOST_NUMBERS`] are drawn.
    pub numbers: Vec<Number>,
    /// What nobody told, where there are no numbers.
    pub untold: String,
    /// The change in sentences.
    pub said: Vec<Said>,
    /// Why it may be believed.
    pub evidence: Option<Evidence>,
    /// The mark of what is illustrative; `None` for what is real.
    pub example: Option<String>,
    /// What this is not.
    pub caution: String,
    /// The address of the page; `None` where the server doesn't know by which the public reaches it.
    pub code: Option<Code>,
}

/// So many numbers fit beside each other.
pub const MOST_NUMBERS: usize = 3;

/// A number before and after, or what is told in its place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    /// What it counts.
    pub title: String,
    /// Before; `None` where there is no before.
    pub first: Option<Figure>,
    /// After; `None` where there is no number at all.
    pub second: Option<Figure>,
    /// Whether the two stand beside each other instead of one after the other.
    pub beside: bool,
    /// The unit of both.
    pub counter: String,
    /// A change told in words.
    pub told: Option<String>,
    /// What became of it.
    pub change: Option<Change>,
    /// More of what became of it, in smaller print.
    pub rate: Option<String>,
    /// The mark of its evidence.
    pub mark: Option<Mark>,
    /// Whether it is made up: then it is written with less ink.
    pub illustrative: bool,
}

/// One side of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// As it is written.
    Known(String),
    /// What is said where nobody told it.
    Untold(String),
}

/// Less or more, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which sign stands before it.
    pub direction: Direction,
    /// In words.
    pub text: String,
}

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Down.
    Less,
    /// Up.
    More,
    /// Neither, or nobody can tell.
    Neither,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Of what it tells.
    pub direction: Direction,
    /// The sentence.
    pub text: String,
}

/// A kind of evidence, as its word in its shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The shape.
    pub shape: MarkShape,
    /// The word.
    pub word: String,
}

/// The shapes of evidence, as the pages draw them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkShape {
    /// 实测
    Ruled,
    /// 公布
    Seal,
    /// 推算
    Pill,
    /// 自报
    Frame,
    /// 示例
    Dashed,
}

/// Why it may be believed: a mark, and what it means or what the source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The mark.
    pub mark: Mark,
    /// In words.
    pub text: String,
}

/// An address to be read by a camera.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The address.
    pub address: String,
    /// What one does with it.
    pub label: String,
}

/// For which place a card is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// As programs show it beside a link.
    Wide,
    /// As a phone shows it whole.
    Tall,
}

impl Shape {
    /// Width and height in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Shape::Wide => (1200, 630),
            Shape::Tall => (1080, 1440),
        }
    }
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotDraw {
    /// The font of this build can't be read.
    #[error(
        "cards cannot be drawn: the font of this build cannot be read; write it anew with `cargo xtask font`"
    )]
    Font,
    /// No code can hold the address.
    #[error("the card cannot be drawn: its address is too long for a code")]
    Address,
    /// There is no memory for it, or the file can't be written.
    #[error("the card cannot be drawn: {0}")]
    Picture(String),
}

/// Draws a card as PNG.
///
/// # Errors
///
/// [`CannotDraw`] says why, in one sentence.
pub fn draw(card: &Card, shape: Shape) -> Result<Vec<u8>, CannotDraw> {
    picture::encoded(&layout::drawn(card, shape)?)
}

/// Whether the font has a picture of this character.
pub fn has_glyph(character: char) -> bool {
    letters::letters().is_ok_and(|letters| letters.have(character))
}
