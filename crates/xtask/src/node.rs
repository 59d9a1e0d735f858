//! What only npm has: wasm-opt for the pages that ship, the browser driver of the end-to-end tests, and the
//! measures of `cargo xtask vitals`.

use crate::bundle::digest;
use crate::command;
use crate::machine::find_program;
use crate::progress::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The node program, with the packages of package-lock.json installed.
pub fn with_packages(workspace: &Workspace) -> Result<PathBuf> {
    with_packages_of(&workspace.root)
}

/// The node program, with the packages installed that the lock in `directory` names.
pub fn with_packages_of(directory: &Path) -> Result<PathBuf> {
    let (Some(node), Some(npm)) = (find_program("node"), find_program("npm")) else {
        bail!("Node is missing: install Node 20 or newer with npm (https://nodejs.org) and start again");
    };
    let lock = directory.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let installed_mark = directory.join("node_modules/.installed-from");
    let expected = digest::short_hex(&lock);
    if fs::read_to_string(&installed_mark).is_ok_and(|installed| installed == expected) {
        return Ok(node);
    }
    step("installing the npm packages", || {
        let mut install = Command::new(npm);
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(directory);
        if !command::show(&mut install)?.success {
            bail!(
                "the npm packages did not install; check the network, run `npm ci --ignore-scripts` in {} and start again",
                directory.display()
            );
        }
        fs::write(&installed_mark, &expected).context("cannot write node_modules/.installed-from")
    })?;
    Ok(node)
}
