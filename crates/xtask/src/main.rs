//! Builds, serves, tests, judges and packs paoyici: `cargo xtask serve`, `test`, `quality`, `dist`.
//!
//! This is the only build path. It needs Rust and a C compiler; Node only for what ships and for the
//! end-to-end tests. Read [`serve`] first: it walks through everything once. [`bundle`] makes the files
//! that browsers load, [`tidy`] checks the rules of `ARCHITECTURE.md` that no compiler checks.

mod bench;
mod bundle;
mod cargo;
mod command;
mod dist;
mod first_load;
mod font;
mod generate;
mod languages;
mod load;
mod machine;
mod node;
mod progress;
mod quality;
mod serve;
mod test;
mod tidy;
mod vitals;
mod workspace;

use clap::Parser;
use std::process::ExitCode;

#[derive(clap::Parser)]
#[command(name = "cargo xtask", about = "Builds, serves, tests and packs paoyici", version)]
enum Task {
    /// Build everything and start the server
    Serve(serve::Options),
    /// Run all checks and tests; the last line says how many passed and failed
    Test(test::Options),
    /// Say how well the steps of two versions are found to correspond
    Quality(quality::Options),
    /// Measure how fast versions are compared, beside other ways to do it, and draw how the time grows
    Bench,
    /// Pack the server with the optimised pages inside into one directory
    Dist(dist::Options),
    /// Cut the font of the cards anew (crates/cards/font), after a change of its lists of characters
    Font(font::Options),
    /// Write a large demonstration district, as files for `paoyici serve --files`
    Generate(generate::Options),
    /// Measure how long people wait on a slow phone; fails where it is longer than we allow
    Vitals(vitals::Options),
    /// Measure what many visitors at once get, beside a bare server; fails where it is less than we allow
    Load(load::Options),
}

fn main() -> ExitCode {
    let holds = |holds: bool| if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    let done = |()| ExitCode::SUCCESS;
    let outcome = match Task::parse() {
        Task::Serve(options) => serve::run(&options).map(done),
        Task::Test(options) => test::run(&options).map(holds),
        Task::Vitals(options) => vitals::run(&options).map(holds),
        Task::Load(options) => load::run(&options).map(holds),
        Task::Bench => bench::run().map(done),
        Task::Quality(options) => quality::run(&options).map(done),
        Task::Font(options) => font::run(&options).map(done),
        Task::Generate(options) => generate::run(&options).map(done),
        Task::Dist(options) => dist::run(&options).map(done),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
