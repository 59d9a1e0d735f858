//! The alignment set (`tests/alignment`): whether it is fit to judge an aligner by, and whether the aligner
//! is good enough by it.

mod fitness;
mod floor;
mod pairs;
#[allow(dead_code, reason = "what failed is told by the example `quality`")]
mod score;
