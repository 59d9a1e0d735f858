//! What this machine must have before a build is worth starting. Each check fails with one sentence that
//! says what to do: nobody should read a linker's message to learn that a compiler is missing.

use crate::progress::{note, step};
use crate::workspace::Workspace;
use crate::{cargo, command};
use anyhow::{Context, Result, bail};
use std::env;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A first build takes a good 2 GB; a full disk in the middle of it helps nobody.
const DISK_FOR_A_FIRST_BUILD_KIB: u64 = 3 * 1024 * 1024;

/// SQLite is compiled from C.
pub fn require_c_compiler() -> Result<()> {
    let named = env::var("CC").unwrap_or_default();
    let compiler = named.split_whitespace().next().unwrap_or("cc");
    // On Windows the compiler is not on the PATH; the build finds it in the registry.
    if cfg!(windows) || find_program(compiler).is_some() {
        return Ok(());
    }
    bail!(
        "no C compiler: `{compiler}` is not on the PATH, and SQLite needs one; install it \
         (Debian or Ubuntu: `apt install build-essential`, macOS: `xcode-select --install`) and start again"
    )
}

/// The pages are compiled for this target; it is fetched when it is missing.
pub fn require_wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let libraries = command::read(rustc.args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if find_program("rustup").is_none() {
        bail!(
            "this Rust cannot compile for {TARGET} and there is no rustup to add it; \
             install Rust from https://rustup.rs and start again"
        );
    }
    step("adding the WebAssembly target", || {
        let added = command::show(Command::new("rustup").args(["target", "add", TARGET]))?;
        if !added.success {
            bail!(
                "the WebAssembly target is missing; run `rustup target add {TARGET}` with a working network and start again"
            );
        }
        Ok(())
    })
}

/// A nightly compiler with the source of the standard library, which it compiles anew.
pub fn require_nightly_source() -> Result<()> {
    let added = command::show(Command::new("rustup").args([
        "component",
        "add",
        "rust-src",
        "--toolchain",
        "nightly",
    ]));
    if added.is_ok_and(|added| added.success) {
        return Ok(());
    }
    bail!(
        "there is no nightly Rust with its source; run `rustup toolchain install nightly --component rust-src` \
         with a working network, or leave out `--nightly`"
    )
}

/// A minimal installation of Rust comes without rustfmt and clippy.
pub fn require_rust_component(workspace: &Workspace, component: &str, subcommand: &str) -> Result<()> {
    let mut version = cargo::command(&workspace.root);
    if command::read(version.args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    step(&format!("adding {component}"), || {
        let added = command::show(Command::new("rustup").args(["component", "add", component]));
        if !added.is_ok_and(|added| added.success) {
            bail!(
                "{component} is missing; run `rustup component add {component}` with a working network and start again"
            );
        }
        Ok(())
    })
}

/// Looked at only before the first build: later ones need little.
pub fn require_disk_space(workspace: &Workspace, already_built: &Path) -> Result<()> {
    if already_built.exists() {
        return Ok(());
    }
    let Some(place) = workspace.target.ancestors().find(|place| place.exists()) else {
        return Ok(());
    };
    // No `df` (Windows), no check.
    let Ok(table) = command::read(Command::new("df").arg("-Pk").arg(place)) else {
        return Ok(());
    };
    match available_kib(&table) {
        Some(available) if available < DISK_FOR_A_FIRST_BUILD_KIB => bail!(
            "the first build takes about 3 GB and {} has only {} MB left; free some space, or set \
             CARGO_TARGET_DIR to a directory on a larger disk, and start again",
            place.display(),
            available / 1024
        ),
        _ => Ok(()),
    }
}

/// Asked before the build, so that nobody waits a minute to learn it.
pub fn require_free_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use; stop the program that listens there, or choose another port with `--port`"
            )
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            bail!("port {port} may not be opened by this user; choose one above 1023 with `--port`")
        }
        Err(error) => Err(error)
            .with_context(|| format!("port {port} cannot be opened; choose another one with `--port`")),
    }
}

/// The full path of a program, as a shell would find it.
pub fn find_program(name: &str) -> Option<PathBuf> {
    if name.contains(std::path::MAIN_SEPARATOR) {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ""] } else { &[""] };
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|candidate| candidate.is_file())
}

/// Says what is left out and why.
pub fn note_skipped(what: &str, why: &anyhow::Error) {
    note(&format!("{what} is skipped: {why:#}"));
}

fn available_kib(df_table: &str) -> Option<u64> {
    df_table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fourth_column_of_df_is_what_is_available() {
        let table = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda 263112772 13000000 82000000 14% /\n";
        assert_eq!(available_kib(table), Some(82_000_000));
        assert_eq!(available_kib("df: no such file"), None);
    }

    #[test]
    fn a_port_in_use_is_told_with_the_way_out() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let message = require_free_port(port).unwrap_err().to_string();
        assert!(message.contains(&port.to_string()) && message.contains("--port"), "{message}");
    }
}
