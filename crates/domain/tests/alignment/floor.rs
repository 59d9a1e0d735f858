//! The least that the aligner must be worth, so that no change makes it worse unseen.
//! `cargo xtask quality` shows the numbers and the failures of the other pairs.

use super::pairs::pairs;
use super::score::{Judged, Score};

/// The least precision and recall, of groups and of kinds, by the pairs that are held out. The aim is 0.90 and
/// has not been reached (`DESIGN.md`); no change may take it further away.
const FLOOR: f64 = 0.76;

#[test]
fn pairs_that_were_held_out_are_aligned_well_enough() {
    let judged: Vec<Judged> = pairs().iter().filter(|pair| pair.labels.held_out).map(Judged::of).collect();
    let score: Score = judged.iter().collect();
    for (of, counted) in [("groups", score.groups), ("kinds", score.kinds)] {
        let least = counted.precision().min(counted.recall());
        assert!(least >= FLOOR, "{of}: {counted}, and {FLOOR} is the floor; see `cargo xtask quality`");
    }
}
