//! Cuts the font of the cards out of Noto Sans CJK SC: `cargo xtask font`.
//!
//! What it writes is committed, so that whoever builds the server needs neither the whole font nor Node. It is asked
//! for when a list of characters or the font itself changes.

use crate::command;
use crate::node;
use crate::progress::step;
use crate::test::browser;
use crate::workspace::{Workspace, copy};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(clap::Args)]
pub struct Options {
    /// Write nothing, and fail where what is committed is not what would be written
    #[arg(long)]
    check: bool,
}

/// The collection, and the face in it that has the forms of mainland China.
const COLLECTION: &str = "NotoSansCJK-Regular.ttc";
const FACE: &str = "Noto Sans CJK SC";

/// What is written.
const CUT: &str = "NotoSansCJKsc-Regular.otf";

/// What cuts it; it is put into cargo's target directory, so that packages are installed there.
const TOOLS: [&str; 3] = ["package.json", "package-lock.json", "subset.mjs"];

/// Where Debian's `fonts-noto-cjk` puts them; `NOTO_SANS_CJK` names another directory.
const DEBIAN: &str = "/usr/share/fonts/opentype/noto";

/// What a card may be written with.
const LISTS: [&str; 3] = [
    "crates/cards/font/characters.txt",
    "crates/cards/font/signs.txt",
    "crates/server/src/catalogue/traditional.txt",
];

pub fn run(options: &Options) -> Result<()> {
    let workspace = Workspace::find()?;
    let tools = workspace.target.join("font");
    fs::create_dir_all(&tools).with_context(|| format!("cannot create {}", tools.display()))?;
    for tool in TOOLS {
        copy(&workspace.root.join("crates/xtask/src/font").join(tool), &tools.join(tool))?;
    }
    let node = node::with_packages_of(&tools)?;
    let source = source()?;
    let committed = workspace.root.join("crates/cards/font").join(CUT);
    let made = tools.join(CUT);
    step(&format!("cutting {CUT}"), || {
        let mut cut = Command::new(&node);
        cut.arg(tools.join("subset.mjs")).arg(&source).arg(FACE).arg(&made);
        cut.args(LISTS.map(|list| workspace.root.join(list)));
        if !command::show(&mut cut)?.success {
            bail!("{CUT} was not cut: the lines above say why");
        }
        Ok(())
    })?;
    if !options.check {
        copy(&made, &committed)?;
    } else if read(&made)? != read(&committed)? {
        bail!("{} is not what the lists ask for: run `cargo xtask font` and commit it", committed.display());
    }
    Ok(())
}

/// The whole font.
fn source() -> Result<PathBuf> {
    let directory = env::var_os("NOTO_SANS_CJK").map_or_else(|| PathBuf::from(DEBIAN), PathBuf::from);
    let font = directory.join(COLLECTION);
    if !font.is_file() && directory == Path::new(DEBIAN) {
        browser::install_chinese_font()?;
    }
    if !font.is_file() {
        bail!(
            "{COLLECTION} is not in {}: set NOTO_SANS_CJK to the directory that it is in, and start again",
            directory.display()
        );
    }
    Ok(font)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
