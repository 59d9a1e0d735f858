//! Where things are: the repository and the directory that cargo builds into.

use crate::{cargo, command};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The repository on this machine.
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Workspace {
    /// Finds the repository this very program was built from.
    pub fn find() -> Result<Workspace> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("crates/xtask has moved")?;
        let metadata = metadata(root)?;
        let target =
            metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
        Ok(Workspace { root: root.to_owned(), target: PathBuf::from(target) })
    }

    /// What cargo knows about our own crates.
    pub fn metadata(&self) -> Result<serde_json::Value> {
        metadata(&self.root)
    }
}

fn metadata(root: &Path) -> Result<serde_json::Value> {
    let mut cargo = cargo::command(root);
    let text = command::read(cargo.args(["metadata", "--no-deps", "--format-version", "1"]))?;
    serde_json::from_str(&text).context("cargo metadata is not JSON")
}

/// Copies a file over another.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
