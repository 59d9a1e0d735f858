//! `cargo xtask vitals`: how long people wait on a slow phone, measured on the bundle that ships.
//!
//! The numbers are of this machine, so they are no test: the command prints them beside the bars that the
//! product has set itself, and fails where one is missed.

use crate::dist;
use crate::test::browser;
use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::Result;
use std::process::Command;

/// Measures; whether every bar holds is the answer.
pub fn run() -> Result<bool> {
    let workspace = Workspace::find()?;
    let node = node::with_packages(&workspace)?;
    let browser = browser::require()?;
    let packed = dist::pack(&workspace, &workspace.target.join("dist"))?;
    let mut measure = Command::new(node);
    measure
        .arg("tests/vitals/measure.mjs")
        .current_dir(&workspace.root)
        .env("PAOYICI_BIN", &packed.program)
        .env("CHROME", browser);
    Ok(command::show(&mut measure)?.success)
}
