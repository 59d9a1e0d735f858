//! `cargo xtask serve`: from a fresh checkout to a running server in one command.

use crate::bundle::{self, Recipe};
use crate::languages::LANGUAGES;
use crate::progress::{note, step};
use crate::workspace::Workspace;
use crate::{cargo, machine};
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(clap::Args)]
pub struct Options {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where the database lives [default: data in cargo's target directory]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The address under which others reach this server, for links and QR codes
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Start with an empty directory of services
    #[arg(long)]
    without_examples: bool,
    /// Build what would ship: slower to build, faster to load
    #[arg(long)]
    release: bool,
    /// Build the program in every language, not in 简体 only; pages are there in each without it
    #[arg(long)]
    all_languages: bool,
}

pub fn run(options: &Options) -> Result<()> {
    // The port first: it is the failure that costs least to find and is met most often.
    machine::require_free_port(options.port)?;
    let workspace = Workspace::find()?;
    machine::require_c_compiler()?;
    machine::require_wasm_target()?;
    machine::require_disk_space(&workspace, &cargo::server_program(&workspace, options.release))?;

    let recipe = if options.release { Recipe::shipped_if_possible(&workspace) } else { Recipe::Quick };
    let all = options.release || options.all_languages;
    let languages = if all { &LANGUAGES[..] } else { &LANGUAGES[..1] };
    let pages = bundle::make(&workspace, &recipe, languages)?;
    let server = step("building the server", || cargo::build_server(&workspace, &pages, options.release))?;

    note(&format!("starting http://127.0.0.1:{} (stop with Ctrl-C)", options.port));
    become_server(server_command(&server, &workspace, options)?)
}

fn server_command(server: &Path, workspace: &Workspace, options: &Options) -> Result<Command> {
    let data = match &options.data {
        Some(data) => env::current_dir().context("the current directory is gone")?.join(data),
        None => workspace.target.join("data"),
    };
    let mut command = Command::new(server);
    command.arg("serve").arg("--port").arg(options.port.to_string()).arg("--data").arg(data);
    if let Some(public_url) = &options.public_url {
        command.arg("--public-url").arg(public_url);
    }
    if options.without_examples {
        command.arg("--without-examples");
    }
    Ok(command)
}

/// The server takes our place, so that Ctrl-C and signals reach it and nothing stands in between.
#[cfg(unix)]
fn become_server(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("the server does not start; run `cargo xtask serve` again to rebuild it")
}

#[cfg(not(unix))]
fn become_server(mut command: Command) -> Result<()> {
    let status =
        command.status().context("the server does not start; run `cargo xtask serve` again to rebuild it")?;
    anyhow::ensure!(status.success(), "the server stopped with {status}; its messages above say why");
    Ok(())
}
