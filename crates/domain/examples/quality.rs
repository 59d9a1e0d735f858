//! Prints how good the aligner is by the alignment set (`tests/alignment`): precision and recall of groups
//! and of kinds, and every failure. `cargo xtask quality` runs it.
//!
//! With `--blind` it names no failure among the pairs that are held out, so that whoever improves the
//! aligner can measure by them without learning from them; with `--development` it leaves them out.

#[path = "../tests/alignment/pairs.rs"]
mod pairs;
#[path = "../tests/alignment/score.rs"]
mod score;

use score::{Judged, Score};

fn main() -> Result<(), String> {
    let (mut blind, mut development) = (false, false);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--blind" => blind = true,
            "--development" => development = true,
            other => return Err(format!("there is no option `{other}`, only --blind and --development")),
        }
    }
    let pairs = pairs::pairs();
    let looked_at = pairs.iter().filter(|pair| !(development && pair.labels.held_out));
    let judged: Vec<Judged> = looked_at.map(Judged::of).collect();
    for pair in judged.iter().filter(|pair| !(blind && pair.held_out || pair.failures.is_empty())) {
        println!("{} ({})", pair.name, pair.covers.join(", "));
        pair.failures.iter().for_each(|failure| println!("{failure}"));
        println!();
    }
    if !development {
        tell("all pairs", judged.iter());
    }
    tell("development", judged.iter().filter(|pair| !pair.held_out));
    if !development {
        tell("held out", judged.iter().filter(|pair| pair.held_out));
    }
    Ok(())
}

fn tell<'a>(part: &str, judged: impl Iterator<Item = &'a Judged>) {
    let score: Score = judged.collect();
    println!("{part:<12} groups: {}", score.groups);
    println!("{:<12} kinds:  {}", "", score.kinds);
}
