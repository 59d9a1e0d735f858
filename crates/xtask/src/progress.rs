//! What a person sees while waiting: what is being done, and how long it took.

use anyhow::Result;
use std::time::Instant;

/// Announces `what`, does it, and says how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} …");
    let started = Instant::now();
    let done = work()?;
    println!("{what}: done in {:.1} s", started.elapsed().as_secs_f64());
    Ok(done)
}

/// A remark between steps.
pub fn note(text: &str) {
    println!("{text}");
}
