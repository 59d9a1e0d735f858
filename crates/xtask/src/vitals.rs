//! `cargo xtask vitals`: how long people wait on a slow phone, measured on the bundle that ships.
//!
//! The numbers are of this machine, so they are no test: the command prints them beside the bars that the
//! product has set itself, and fails where one is missed.

use crate::dist;
use crate::progress::note;
use crate::test::browser;
use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::Result;
use std::process::Command;

/// What is measured, one after the other: two at once would measure each other.
const MEASURES: [(&str, &str); 3] = [
    ("waiting", "taps and scrolling"),
    ("first_paint", "first paints, with and without a program"),
    ("lighthouse", "the pages by Lighthouse"),
];

#[derive(clap::Args)]
pub struct Options {
    /// Measure only this
    #[arg(value_parser = MEASURES.map(|(name, _)| name))]
    only: Option<String>,
}

/// Measures; whether every bar holds is the answer.
pub fn run(options: &Options) -> Result<bool> {
    let asked = |name: &str| options.only.as_deref().is_none_or(|only| only == name);
    let workspace = Workspace::find()?;
    node::with_packages_of(&workspace.root.join("tests/vitals"))?;
    let node = node::with_packages(&workspace)?;
    let browser = browser::require()?;
    let packed = dist::pack_here(&workspace)?;
    let mut all_hold = true;
    for (name, what) in MEASURES.into_iter().filter(|(name, _)| asked(name)) {
        note(&format!("measuring {what}"));
        let mut measure = Command::new(&node);
        measure
            .arg(format!("tests/vitals/{name}.mjs"))
            .current_dir(&workspace.root)
            .env("PAOYICI_BIN", &packed.program)
            .env("CHROME", &browser);
        all_hold &= command::show(&mut measure)?.success;
    }
    Ok(all_hold)
}
