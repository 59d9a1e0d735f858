//! Finds the browser for the end-to-end tests, and a font with Chinese characters; on a machine where
//! nothing can be broken by it (root on Debian: a container), it installs them.

use crate::command;
use crate::machine::find_program;
use crate::progress::step;
use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::Command;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FONT: &str = "fonts-noto-cjk";
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The path of a browser that can draw the pages.
pub fn require() -> Result<PathBuf> {
    let mut missing = Vec::new();
    if find().is_none() {
        missing.push("chromium");
    }
    if !has_chinese_font() {
        missing.push(FONT);
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    match find() {
        Some(browser) => Ok(browser),
        None => bail!(
            "no browser: install Chromium, or set CHROME to the path of Chrome or Chromium, and start again"
        ),
    }
}

fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROME").map(PathBuf::from);
    let installed = || NAMES.iter().find_map(|name| find_program(name));
    let mac = || Some(PathBuf::from(MAC)).filter(|path| path.is_file());
    named.filter(|path| path.is_file()).or_else(installed).or_else(mac)
}

/// Only Linux has systems without one; without fontconfig there is nothing to ask.
fn has_chinese_font() -> bool {
    let fonts = command::read(Command::new("fc-list").arg(":lang=zh"));
    !cfg!(target_os = "linux") || fonts.is_ok_and(|list| !list.trim().is_empty())
}

/// Installs Debian's Noto Sans CJK.
pub fn install_chinese_font() -> Result<()> {
    install(&[FONT])
}

fn install(packages: &[&str]) -> Result<()> {
    let by_hand =
        format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    let is_root = command::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if find_program("apt-get").is_none() || !is_root {
        bail!(
            "this needs {}; install that (as root on Debian: `{by_hand}`) and start again",
            packages.join(" and ")
        );
    }
    step(&format!("installing {}", packages.join(" and ")), || {
        let mut update = Command::new("apt-get");
        let mut install = Command::new("apt-get");
        update.args(["update", "--quiet"]);
        install.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        if !command::show(&mut update)?.success || !command::show(&mut install)?.success {
            bail!("the packages did not install; check the network, run `{by_hand}` and start again");
        }
        Ok(())
    })
}
