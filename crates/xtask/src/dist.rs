//! `cargo xtask dist`: one directory to copy to a server.

use crate::bundle::{self, Recipe};
use crate::first_load::FirstLoad;
use crate::languages::LANGUAGES;
use crate::progress::{note, step};
use crate::workspace::{Workspace, copy};
use crate::{cargo, machine};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[derive(clap::Args)]
pub struct Options {
    /// Where to put the packed server
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,

    /// Compile the pages with a nightly Rust, and the standard library with them
    #[arg(long)]
    nightly: bool,
}

pub fn run(options: &Options) -> Result<()> {
    let workspace = Workspace::find()?;
    let out = env::current_dir().context("the current directory is gone")?.join(&options.out);
    let recipe = match options.nightly {
        true => {
            machine::require_nightly_source()?;
            Recipe::smallest(&workspace)?
        }
        false => Recipe::shipped(&workspace)?,
    };
    let packed = pack(&workspace, &recipe, &out)?;
    print!("{}", packed.first_load);
    note(&format!(
        "{} is ready: copy it to the server and read README.md beside it",
        packed.program.display()
    ));
    Ok(())
}

/// A server with the pages inside.
pub struct Packed {
    pub program: PathBuf,
    /// The bundle that is inside.
    pub pages: PathBuf,
    pub first_load: FirstLoad,
}

/// Builds what ships by the usual recipe, to be looked at here.
pub fn pack_here(workspace: &Workspace) -> Result<Packed> {
    pack(workspace, &Recipe::shipped(workspace)?, &workspace.target.join("dist"))
}

/// Builds everything that ships and puts it into `out`.
fn pack(workspace: &Workspace, recipe: &Recipe, out: &Path) -> Result<Packed> {
    machine::require_c_compiler()?;
    machine::require_wasm_target()?;
    machine::require_disk_space(workspace, &cargo::server_program(workspace, true))?;
    let pages = bundle::make(workspace, recipe, &LANGUAGES)?;
    let server = step("building the server (release)", || cargo::build_server(workspace, &pages, true))?;

    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    let program = out.join(server.file_name().context("the server has no file name")?);
    // A running server keeps its old file: it is replaced, not overwritten.
    let arriving = out.join("paoyici.partial");
    copy(&server, &arriving)?;
    fs::rename(&arriving, &program).with_context(|| format!("cannot replace {}", program.display()))?;
    copy(&workspace.root.join("LICENSE"), &out.join("LICENSE"))?;
    // The font of the cards is inside; its licence has to be beside it.
    copy(&workspace.root.join("crates/cards/font/OFL.txt"), &out.join("OFL.txt"))?;
    let guide = workspace.root.join("docs/deploy.md");
    if guide.exists() {
        copy(&guide, &out.join("README.md"))?;
    } else {
        fs::write(out.join("README.md"), SHORT_GUIDE).context("cannot write README.md")?;
    }
    let first_load = step("measuring a first load", || FirstLoad::measure(&pages, &program))?;
    Ok(Packed { program, pages, first_load })
}

const SHORT_GUIDE: &str = "# paoyici\n\nOne program, the pages inside. Start it with `./paoyici serve --port 8080 --data DIR`; \
    it keeps everything in DIR. Put a reverse proxy with TLS in front of it and tell it the address with \
    `--public-url https://…`.\n";
