//! Which rows of a long table are drawn: those that are looked at, and about a screen more on either side.
//!
//! However far somebody scrolls at once, one block is drawn in a frame, what is in sight first: so no frame
//! takes longer than a block does. Rows are drawn in blocks, and each block has the height it was seen to have,
//! so rows may be as high as their words need. A block that nobody has seen is as high as the first that was
//! seen. Pure, so that it is tested natively; lengths are in pixels.

use std::ops::Range;

/// How many rows a block has; the last may have fewer. Few, so that a slow phone draws one within a frame or two.
pub const BLOCK: usize = 4;

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
        self.between(top - height, top + 2.0 * height)
    }

    /// The blocks to draw in the next frame on the way from those that are drawn `now`: what nobody will look
    /// at goes at once, and one block comes, as long as there is one to come.
    pub fn next(&self, now: &Range<usize>, top: f64, height: f64) -> Range<usize> {
        let (wanted, sight) = (self.drawn(top, height), self.between(top, top + height));
        let kept = now.start.max(wanted.start)..now.end.min(wanted.end);
        if kept.is_empty() || kept.end < sight.start || kept.start > sight.end {
            return sight.start..(sight.start + 1).min(wanted.end);
        }
        let (above, below) = (kept.start > wanted.start, kept.end < wanted.end);
        if below && (kept.end < sight.end || kept.start <= sight.start || !above) {
            kept.start..kept.end + 1
        } else if above {
            kept.start - 1..kept.end
        } else {
            kept
        }
    }

    /// The blocks that have a part between two heights.
    fn between(&self, from: f64, to: f64) -> Range<usize> {
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
        // Rows of 50 pixels, blocks of 200.
        let mut window = RowWindow::new(2_000);
        window.learn(0, 200.0);
        assert_eq!(window.all(), 0..500);
        assert_eq!(window.drawn(0.0, 800.0), 0..8);
        assert_eq!(window.drawn(40_000.0, 800.0), 196..208);
        assert_eq!(window.drawn(99_200.0, 800.0), 492..500);
    }

    #[test]
    fn a_frame_draws_one_block_what_is_in_sight_first() {
        let mut window = RowWindow::new(2_000);
        window.learn(0, 200.0);
        // From the beginning to the middle at once: 200 to 204 are in sight.
        let mut now = 0..8;
        let mut frames = Vec::new();
        loop {
            let next = window.next(&now, 40_000.0, 800.0);
            if next == now {
                break;
            }
            assert!(next.len() <= now.len() + 1, "{now:?} {next:?}");
            now = next;
            frames.push(now.clone());
        }
        assert_eq!(frames[..4], [200..201, 200..202, 200..203, 200..204]);
        assert_eq!(now, window.drawn(40_000.0, 800.0));
        // A turn of the wheel further, and all the way back.
        assert_eq!(window.next(&now, 40_200.0, 800.0), 197..209);
        assert_eq!(window.next(&now, 39_800.0, 800.0), 195..207);
        assert_eq!(window.next(&now, 0.0, 800.0), 0..1);
        assert_eq!(RowWindow::new(0).next(&(0..0), 0.0, 800.0), 0..0);
    }

    #[test]
    fn nothing_jumps_when_a_block_was_seen() {
        let mut window = RowWindow::new(20);
        window.learn(0, 240.0);
        assert_eq!(window.above(1), 240.0);
        assert_eq!(window.from(1), 4.0 * 240.0, "what was not seen is as high as the first");
        window.learn(1, 300.0);
        assert_eq!((window.above(2), window.from(2)), (540.0, 3.0 * 240.0));
    }

    #[test]
    fn a_table_that_became_shorter_shows_its_end() {
        assert_eq!(RowWindow::new(30).drawn(90_000.0, 600.0), 7..8);
        assert_eq!(RowWindow::new(0).drawn(0.0, 600.0), 0..0);
    }

    #[test]
    fn blocks_hold_every_row_once() {
        let window = RowWindow::new(45);
        let rows: Vec<usize> = window.all().flat_map(|block| window.rows_of(block)).collect();
        assert_eq!(rows, (0..45).collect::<Vec<_>>());
    }
}
