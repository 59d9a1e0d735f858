//! Makes what ships smaller than the compilers can: the WebAssembly modules by a quarter, the scripts by half.

use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::{Context, Result, ensure};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Binaryen and terser, ready to run.
pub struct Optimizer {
    node: PathBuf,
    binaryen: PathBuf,
    terser: PathBuf,
}

impl Optimizer {
    /// Finds both, and installs them where there is Node.
    pub fn find(workspace: &Workspace) -> Result<Optimizer> {
        Ok(Optimizer {
            node: node::with_packages(workspace)?,
            // It lies in the workspace, so it finds the package there.
            binaryen: workspace.root.join("crates/xtask/src/bundle/optimize.mjs"),
            terser: workspace.root.join("node_modules/terser/bin/terser"),
        })
    }

    /// Makes modules smaller, on all cores.
    pub fn optimize(&self, mut modules: Vec<&mut Vec<u8>>) -> Result<()> {
        // Dealt like cards, the largest first, every core gets about as much.
        modules.sort_by_key(|module| std::cmp::Reverse(module.len()));
        let mut shares: Vec<Vec<&mut Vec<u8>>> = Vec::new();
        shares.resize_with(rayon::current_num_threads(), Vec::new);
        let count = shares.len();
        for (at, module) in modules.into_iter().enumerate() {
            shares[at % count].push(module);
        }
        shares.into_par_iter().try_for_each(|share| self.optimize_share(share))
    }

    fn optimize_share(&self, modules: Vec<&mut Vec<u8>>) -> Result<()> {
        let folder = scratch()?;
        let mut node = Command::new(&self.node);
        node.arg(&self.binaryen);
        let mut files = Vec::new();
        for (at, module) in modules.into_iter().enumerate() {
            let file = folder.path().join(format!("{at}.wasm"));
            write(&file, module)?;
            node.arg(&file);
            files.push((file, module));
        }
        run(&mut node)?;
        for (file, module) in files {
            *module = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        }
        Ok(())
    }

    /// The same script without what only people read.
    pub fn minify(&self, script: &str) -> Result<String> {
        let folder = scratch()?;
        let [input, output] = ["in.mjs", "out.mjs"].map(|name| folder.path().join(name));
        write(&input, script.as_bytes())?;
        let mut terser = Command::new(&self.node);
        terser.arg(&self.terser).arg(&input).arg("--output").arg(&output);
        run(terser.args(["--module", "--compress", "passes=2", "--mangle"]))?;
        fs::read_to_string(&output)
            .context("terser left nothing; run `npm ci --ignore-scripts` and start again")
    }
}

fn scratch() -> Result<tempfile::TempDir> {
    tempfile::tempdir().context("there is no room for temporary files")
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

fn run(program: &mut Command) -> Result<()> {
    let is_done = command::show(program)?.success;
    ensure!(is_done, "the bundle could not be made smaller; the message above says why");
    Ok(())
}
