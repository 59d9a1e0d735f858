//! Makes the WebAssembly module smaller than the compiler can: a quarter of the bytes a phone has to load.

use crate::bundle::digest;
use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, process};

/// Every feature that Rust's compiler may use; wasm-opt refuses a module that uses others than it is told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// wasm-opt, ready to run.
pub struct Optimizer {
    node: PathBuf,
    program: PathBuf,
}

impl Optimizer {
    /// Finds wasm-opt, and installs it where there is Node.
    pub fn find(workspace: &Workspace) -> Result<Optimizer> {
        let node = node::with_packages(workspace)?;
        let program = workspace.root.join("node_modules/binaryen/bin/wasm-opt");
        Ok(Optimizer { node, program })
    }

    /// The smaller module.
    pub fn optimize(&self, module: &[u8]) -> Result<Vec<u8>> {
        let name = format!("paoyici-{}-{}", process::id(), digest::short_hex(module));
        let (input, output) =
            (env::temp_dir().join(format!("{name}.in")), env::temp_dir().join(format!("{name}.out")));
        fs::write(&input, module).with_context(|| format!("cannot write {}", input.display()))?;
        let mut wasm_opt = Command::new(&self.node);
        wasm_opt.arg(&self.program).arg(&input).arg("--output").arg(&output);
        wasm_opt.arg("-Oz").args(FEATURES).args(["--strip-producers", "--strip-target-features"]);
        let finished = command::show(&mut wasm_opt);
        let optimized = fs::read(&output);
        for left_over in [&input, &output] {
            let _ = fs::remove_file(left_over);
        }
        if !finished?.success {
            bail!("wasm-opt refused the module; its message above says why");
        }
        optimized.context("wasm-opt left no module behind; run `npm ci --ignore-scripts` and start again")
    }
}
