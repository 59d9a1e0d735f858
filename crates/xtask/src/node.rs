//! What only npm has: wasm-opt for the pages that ship, and the browser driver of the end-to-end tests.

use crate::bundle::digest;
use crate::command;
use crate::machine::find_program;
use crate::progress::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The node program, with the packages of package-lock.json installed.
pub fn with_packages(workspace: &Workspace) -> Result<PathBuf> {
    let (Some(node), Some(npm)) = (find_program("node"), find_program("npm")) else {
        bail!("Node is missing: install Node 20 or newer with npm (https://nodejs.org) and start again");
    };
    let lock = fs::read(workspace.root.join("package-lock.json")).context("cannot read package-lock.json")?;
    let installed_mark = workspace.root.join("node_modules/.installed-from");
    let expected = digest::short_hex(&lock);
    if fs::read_to_string(&installed_mark).is_ok_and(|installed| installed == expected) {
        return Ok(node);
    }
    step("installing the npm packages", || {
        let mut install = Command::new(npm);
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&workspace.root);
        if !command::show(&mut install)?.success {
            bail!(
                "the npm packages did not install; check the network, run `npm ci --ignore-scripts` and start again"
            );
        }
        fs::write(&installed_mark, &expected).context("cannot write node_modules/.installed-from")
    })?;
    Ok(node)
}
