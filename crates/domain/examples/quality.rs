//! Prints how good the aligner is by the alignment set (`tests/alignment`): precision and recall of groups
//! and of kinds, and every failure. `cargo xtask quality` runs it.
//!
//! Of the pairs that are held out it only counts the failures, so that whoever improves the aligner measures by
//! them without learning from them; with `--failures-of-held-out` it names those too, and with `--development`
//! it leaves these pairs out.

#[path = "../tests/alignment/pairs.rs"]
mod pairs;
#[path = "../tests/alignment/score.rs"]
mod score;

use score::{Judged, Score};

fn main() -> Result<(), String> {
    let (mut open, mut development) = (false, false);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--failures-of-held-out" => open = true,
            "--development" => development = true,
            other => {
                let options = "--failures-of-held-out and --development";
                return Err(format!("there is no option `{other}`, only {options}"));
            }
        }
    }
    let pairs = pairs::pairs();
    let looked_at = pairs.iter().filter(|pair| !(development && pair.labels.held_out));
    let judged: Vec<Judged> = looked_at.map(Judged::of).collect();
    let (told, hidden): (Vec<&Judged>, Vec<&Judged>) = judged.iter().partition(|pair| open || !pair.held_out);
    for pair in told.into_iter().filter(|pair| !pair.failures.is_empty()) {
        println!("{} ({})", pair.name, pair.covers.join(", "));
        pair.failures.iter().for_each(|failure| println!("{failure}"));
        println!();
    }
    if !hidden.is_empty() {
        let failures: usize = hidden.iter().map(|pair| pair.failures.len()).sum();
        println!("{failures} failures among the {} pairs that are held out are not named", hidden.len());
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
