//! Calls cargo. Each call names one package and its features: `csr` and `ssr` must never meet in one build.

use crate::command;
use crate::languages::Language;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The environment variable through which the server's build script learns what to embed.
const EMBEDDED_PAGES: &str = "PAOYICI_WEB";

/// The same cargo that runs us, in the repository's root.
pub fn command(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}

/// Which compiler makes the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compiler {
    /// The one that makes everything else.
    Stable,
    /// A nightly one, which also compiles the standard library: for size, and without the words of a panic.
    Nightly,
}

/// What a nightly cargo is asked besides.
const SMALLER: [&str; 5] = [
    "-Zbuild-std=std",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.wasm.panic=\"immediate-abort\"",
];

/// Builds the pages in a language to WebAssembly and returns the path of the module.
pub fn build_pages(
    workspace: &Workspace,
    compiler: Compiler,
    profile: &str,
    language: Language,
) -> Result<PathBuf> {
    let (mut cargo, more, target) = match compiler {
        Compiler::Stable => (command(&workspace.root), &[][..], workspace.target.clone()),
        Compiler::Nightly => {
            let mut cargo = Command::new("rustup");
            cargo.current_dir(&workspace.root).args(["run", "nightly", "cargo"]);
            (cargo, &SMALLER[..], workspace.target.join("nightly"))
        }
    };
    cargo.args(["build", "--package", "app", "--features", language.features]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    cargo.arg("--target-dir").arg(&target).args(more);
    build(&mut cargo, "the pages")?;
    // The next language is built in its place.
    let built = target.join("wasm32-unknown-unknown").join(profile).join("app.wasm");
    let module = built.with_file_name(format!("app.{}.wasm", language.tag));
    fs::copy(&built, &module).with_context(|| format!("cannot copy {}", built.display()))?;
    Ok(module)
}

/// Builds the server with the files of `pages` inside and returns the path of the program.
pub fn build_server(workspace: &Workspace, pages: &Path, release: bool) -> Result<PathBuf> {
    let mut cargo = command(&workspace.root);
    cargo.args(["build", "--package", "server"]).env(EMBEDDED_PAGES, pages);
    if release {
        cargo.arg("--release");
    }
    build(&mut cargo, "the server")?;
    Ok(server_program(workspace, release))
}

/// Starts an example of the server, built like the server with these `pages` inside, so that neither is built anew.
pub fn run_server_example(workspace: &Workspace, pages: &Path, name: &str) -> Command {
    let mut cargo = command(&workspace.root);
    cargo.args(["run", "--release", "--quiet", "--package", "server", "--example", name, "--"]);
    cargo.env(EMBEDDED_PAGES, pages);
    cargo
}

/// Where cargo leaves the server.
pub fn server_program(workspace: &Workspace, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    workspace.target.join(profile).join(format!("paoyici{}", env::consts::EXE_SUFFIX))
}

fn build(cargo: &mut Command, what: &str) -> Result<()> {
    // cargo sees a pipe, not the terminal behind it.
    if stderr().is_terminal() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    let finished = command::show(cargo)?;
    if finished.success {
        return Ok(());
    }
    if finished.stderr.contains("No space left on device") {
        bail!(
            "the disk is full while building {what}; free some space (`cargo clean` frees old builds) and start again"
        );
    }
    bail!("{what} did not build; cargo's messages above say where, fix that and start again")
}
