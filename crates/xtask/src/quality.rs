//! `cargo xtask quality`: how good the aligner is by the pairs of `tests/alignment`.
//!
//! The judging is done by an example of the crate `domain`, because no crate of ours knows another that
//! `ARCHITECTURE.md` does not draw. That it is good enough is a test of `domain`.

use crate::workspace::Workspace;
use crate::{cargo, command};
use anyhow::{Result, ensure};

#[derive(clap::Args)]
pub struct Options {
    /// Name the failures among the pairs that are held out too: not for whoever improves the aligner, who must
    /// not learn from them
    #[arg(long)]
    failures_of_held_out: bool,
    /// Leave the pairs that are held out out altogether
    #[arg(long, conflicts_with = "failures_of_held_out")]
    development: bool,
}

/// Prints precision and recall of groups and of kinds, and every failure; of the pairs that are held out only how
/// many, unless they are asked for.
pub fn run(options: &Options) -> Result<()> {
    let workspace = Workspace::find()?;
    let mut example = cargo::command(&workspace.root);
    example.args(["run", "--quiet", "-p", "domain", "--example", "quality", "--"]);
    let wanted =
        [("--failures-of-held-out", options.failures_of_held_out), ("--development", options.development)];
    example.args(wanted.into_iter().filter_map(|(option, wanted)| wanted.then_some(option)));
    ensure!(command::show(&mut example)?.success, "the example quality of the crate domain failed");
    Ok(())
}
