//! Recognises a bundle that would come out the same.

use super::{digest, files_below};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// A digest of everything a bundle is made from, the code that makes it included.
pub fn of_inputs(workspace: &Workspace, modules: &[PathBuf], recipe: &str) -> Result<String> {
    let root = &workspace.root;
    let mut inputs: Vec<PathBuf> = modules.to_vec();
    for file in ["index.html", "Cargo.lock", "package-lock.json", "crates/xtask/src/languages.rs"] {
        inputs.push(root.join(file));
    }
    for directory in ["style", "public", "crates/xtask/src/bundle"] {
        inputs.extend(files_below(&root.join(directory))?);
    }
    let mut list = format!("{recipe}\n");
    for input in inputs {
        let content = fs::read(&input).with_context(|| format!("cannot read {}", input.display()))?;
        list += &format!("{} {}\n", digest::short_hex(&content), input.display());
    }
    Ok(digest::short_hex(list.as_bytes()))
}
