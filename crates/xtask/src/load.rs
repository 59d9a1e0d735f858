//! `cargo xtask load`: what many visitors at once get from the packed program, beside what a bare server of the
//! same kind gives. The measuring is done by an example of the crate `server`.
//!
//! The numbers are ratios of one run on this machine, so they are no test: the command prints them beside the
//! bars that the product has set itself, and fails where one is missed.

use crate::progress::note;
use crate::workspace::Workspace;
use crate::{cargo, command, dist, generate};
use anyhow::Result;

#[derive(clap::Args)]
pub struct Options {
    /// For how many minutes its memory is watched
    #[arg(long, default_value_t = 10)]
    minutes: u32,
}

/// With a card each that nobody has asked for before.
const SERVICES: u32 = 250;

/// Measures; whether every bar holds is the answer.
pub fn run(options: &Options) -> Result<bool> {
    let workspace = Workspace::find()?;
    let packed = dist::pack_here(&workspace)?;
    let district = workspace.target.join("district-of-load");
    generate::write(&district, SERVICES, 1)?;
    note("measuring; keep the machine quiet …");
    let mut measure = cargo::run_server_example(&workspace, &packed.pages, "load");
    measure.arg(&packed.program).arg(options.minutes.to_string()).arg(&district);
    Ok(command::show(&mut measure)?.success)
}
