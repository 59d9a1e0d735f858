//! Makes what ships smaller than the compilers can: the WebAssembly module by a quarter, the scripts by half.

use crate::bundle::digest;
use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// wasm-opt and terser, ready to run.
pub struct Optimizer {
    node: PathBuf,
    wasm_opt: PathBuf,
    terser: PathBuf,
}

impl Optimizer {
    /// Finds both, and installs them where there is Node.
    pub fn find(workspace: &Workspace) -> Result<Optimizer> {
        let node = node::with_packages(workspace)?;
        let packages = workspace.root.join("node_modules");
        Ok(Optimizer {
            node,
            wasm_opt: packages.join("binaryen/bin/wasm-opt"),
            terser: packages.join("terser/bin/terser"),
        })
    }

    /// The smaller module.
    pub fn optimize(&self, module: &[u8]) -> Result<Vec<u8>> {
        self.transform(module, "wasm", |input, output| {
            let mut wasm_opt = Command::new(&self.node);
            wasm_opt.arg(&self.wasm_opt).arg(input).arg("--output").arg(output);
            wasm_opt.arg("-Oz").args(FEATURES).args(["--strip-producers", "--strip-target-features"]);
            wasm_opt
        })
    }

    /// The same script without what only people read.
    pub fn minify(&self, script: &str) -> Result<String> {
        let minified = self.transform(script.as_bytes(), "mjs", |input, output| {
            let mut terser = Command::new(&self.node);
            terser.arg(&self.terser).arg(input).arg("--output").arg(output);
            terser.args(["--module", "--compress", "passes=2", "--mangle"]);
            terser
        })?;
        String::from_utf8(minified).context("terser left something that is no text")
    }

    fn transform(
        &self,
        content: &[u8],
        ending: &str,
        program: impl Fn(&Path, &Path) -> Command,
    ) -> Result<Vec<u8>> {
        // Two that are the same may be on their way at once.
        static ON_THEIR_WAY: AtomicUsize = AtomicUsize::new(0);
        let number = ON_THEIR_WAY.fetch_add(1, Ordering::Relaxed);
        let name = format!("paoyici-{}-{number}-{}", process::id(), digest::short_hex(content));
        let [input, output] =
            ["in", "out"].map(|part| env::temp_dir().join(format!("{name}-{part}.{ending}")));
        fs::write(&input, content).with_context(|| format!("cannot write {}", input.display()))?;
        let finished = command::show(&mut program(&input, &output));
        let transformed = fs::read(&output);
        for left_over in [&input, &output] {
            let _ = fs::remove_file(left_over);
        }
        if !finished?.success {
            bail!("the bundle could not be made smaller; the message above says why");
        }
        transformed.context("nothing smaller was left behind; run `npm ci --ignore-scripts` and start again")
    }
}
