//! Which rows of a long table are drawn: those that are looked at, and about a screen more on either side.
//!
//! Rows are drawn in blocks, and each block has the height it was seen to have, so rows may be as high as
//! their words need. A block that nobody has seen is as high as the first that was seen. Pure, so that it is
//! tested natively; lengths are in pixels.

use std::ops::Range;

/// How many rows a block has; the last may have fewer. Few, so that a turn of the wheel draws little.
pub const BLOCK: usize = 8;

/// How high a row is until one was seen.
const FIRST_GUESS: f64 = 48.0;

/// The blocks of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct RowWindow {
    rows: usize,
    guess: Option<f64>,
    seen: Vec<Option<f64>>,
}

impl RowWindow {
    /// Of so many rows, none of them seen.
    pub fn new(rows: usize) -> RowWindow {
        RowWindow { rows, guess: None, seen: vec![None; rows.div_ceil(BLOCK)] }
    }

    /// All blocks.
    pub fn all(&self) -> Range<usize> {
        0..self.seen.len()
    }

    /// The rows of a block.
    pub fn rows_of(&self, block: usize) -> Range<usize> {
        (block * BLOCK).min(self.rows)..((block + 1) * BLOCK).min(self.rows)
    }

    /// A block was seen to be so high.
    pub fn learn(&mut self, block: usize, height: f64) {
        let rows = self.rows_of(block).len();
        if let Some(seen) = self.seen.get_mut(block)
            && rows > 0
        {
            *seen = Some(height);
            self.guess.get_or_insert(height / rows as f64);
        }
    }

    /// The blocks to draw when `height` is looked at from `top` on.
    pub fn drawn(&self, top: f64, height: f64) -> Range<usize> {
        let (from, to) = (top - height, top + 2.0 * height);
        let (mut first, mut end, mut y) = (None, 0, 0.0);
        for block in self.all() {
            let below = y + self.height(block);
            if below > from && y < to {
                first.get_or_insert(block);
                end = block + 1;
            }
            y = below;
        }
        // Scrolled beyond its end, a table that has become shorter shows its end.
        let last = self.seen.len().saturating_sub(1);
        first.map_or(last..self.seen.len(), |first| first..end)
    }

    /// How high everything above a block is.
    pub fn above(&self, block: usize) -> f64 {
        (0..block).map(|block| self.height(block)).sum()
    }

    /// How high everything from a block on is.
    pub fn from(&self, block: usize) -> f64 {
        (block..self.seen.len()).map(|block| self.height(block)).sum()
    }

    fn height(&self, block: usize) -> f64 {
        let guess = self.guess.unwrap_or(FIRST_GUESS);
        self.seen[block].unwrap_or(guess * self.rows_of(block).len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_drawn_with_a_screen_on_either_side() {
        // Rows of 50 pixels, blocks of 400.
        let mut window = RowWindow::new(2_000);
        window.learn(0, 400.0);
        assert_eq!(window.all(), 0..250);
        assert_eq!(window.drawn(0.0, 800.0), 0..4);
        assert_eq!(window.drawn(40_000.0, 800.0), 98..104);
        assert_eq!(window.drawn(99_200.0, 800.0), 246..250);
    }

    #[test]
    fn nothing_jumps_when_a_block_was_seen() {
        let mut window = RowWindow::new(20);
        window.learn(0, 480.0);
        assert_eq!(window.above(1), 480.0);
        assert_eq!(window.from(1), 480.0 + 240.0, "what was not seen is as high as the first");
        window.learn(1, 300.0);
        assert_eq!((window.above(2), window.from(2)), (780.0, 240.0));
    }

    #[test]
    fn a_table_that_became_shorter_shows_its_end() {
        assert_eq!(RowWindow::new(30).drawn(90_000.0, 600.0), 3..4);
        assert_eq!(RowWindow::new(0).drawn(0.0, 600.0), 0..0);
    }

    #[test]
    fn blocks_hold_every_row_once() {
        let window = RowWindow::new(45);
        let rows: Vec<usize> = window.all().flat_map(|block| window.rows_of(block)).collect();
        assert_eq!(rows, (0..45).collect::<Vec<_>>());
    }
}
