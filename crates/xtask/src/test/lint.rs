//! rustfmt and clippy, with each package in the build it ships in: one clippy run over everything would
//! draw the pages with `csr` and `ssr` at once. And rustdoc over the rules, which are read as a textbook.

use super::Tally;
use crate::workspace::Workspace;
use crate::{cargo, command, machine};
use anyhow::Result;

/// The runs, each by its name.
const RUNS: [(&str, &[&str]); 5] = [
    ("rustfmt", &["fmt", "--all", "--check"]),
    (
        "clippy of the crates",
        &[
            "clippy",
            "-p",
            "domain",
            "-p",
            "api",
            "-p",
            "store",
            "-p",
            "server",
            "-p",
            "xtask",
            "--all-targets",
            "--",
            "-Dwarnings",
        ],
    ),
    (
        "clippy of the app in the browser",
        &[
            "clippy",
            "-p",
            "app",
            "--features",
            "csr",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-Dwarnings",
        ],
    ),
    (
        "clippy of the app drawn natively",
        &["clippy", "-p", "app", "--features", "ssr", "--all-targets", "--", "-Dwarnings"],
    ),
    (
        "the documentation of the domain",
        &["rustdoc", "--quiet", "-p", "domain", "--features", "schema", "--lib", "--", "-Dwarnings"],
    ),
];

pub fn run(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    machine::require_rust_component(workspace, "rustfmt", "fmt")?;
    machine::require_rust_component(workspace, "clippy", "clippy")?;
    machine::require_c_compiler()?;
    machine::require_wasm_target()?;
    for (name, arguments) in RUNS {
        let mut cargo = cargo::command(&workspace.root);
        cargo.args(arguments);
        if command::show(&mut cargo)?.success {
            tally.pass(&format!("lint: {name}"));
        } else {
            tally.fail(
                &format!("lint: {name}"),
                &format!("`{}` says above what to change", command::spelled(&cargo)),
            );
        }
    }
    Ok(())
}
