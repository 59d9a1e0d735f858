//! `cargo xtask test`: every check there is, in the order in which a failure costs least to find.
//!
//! A failing part does not stop the others: one run shows everything that is wrong. The last line is
//! `N passed, N failed`, where each rule, each lint run, each test and each journey counts as one.
//! `--thorough` adds what takes long or needs the network.

pub mod browser;
mod calendars;
mod end_to_end;
mod lint;
mod tally;
mod unit;

pub use tally::Tally;

use crate::dist::{self, Packed};
use crate::first_load;
use crate::progress::note;
use crate::tidy;
use crate::workspace::Workspace;
use anyhow::{Result, ensure};

#[derive(clap::Args)]
pub struct Options {
    /// Run only these parts
    #[arg(value_enum, value_name = "PART")]
    parts: Vec<Part>,
    /// Also compare the working days with two public calendars (fetched from PyPI and npm), and try ten
    /// thousand cases of each property
    #[arg(long)]
    thorough: bool,
    /// Let `e2e` write down anew what is read aloud of every page (tests/e2e/snapshots)
    #[arg(long)]
    update: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The rules that no compiler checks
    Tidy,
    /// rustfmt and clippy
    Lint,
    /// All tests written in Rust
    Unit,
    /// Our working days against two public calendars; only with --thorough
    Calendars,
    /// What ships builds, and its first load is small enough
    Bundle,
    /// Journeys in a real browser
    E2e,
}

impl Part {
    const ALL: [Part; 6] = [Part::Tidy, Part::Lint, Part::Unit, Part::Calendars, Part::Bundle, Part::E2e];

    fn name(self) -> &'static str {
        match self {
            Part::Tidy => "tidy",
            Part::Lint => "lint",
            Part::Unit => "unit",
            Part::Calendars => "calendars",
            Part::Bundle => "bundle",
            Part::E2e => "e2e",
        }
    }
}

impl Options {
    fn includes(&self, part: Part) -> bool {
        let named = self.parts.is_empty() || self.parts.contains(&part);
        named && (self.thorough || part != Part::Calendars)
    }
}

/// Runs the parts; whether all passed is the answer.
pub fn run(options: &Options) -> Result<bool> {
    let workspace = Workspace::find()?;
    let mut tally = Tally::default();
    ensure!(
        options.thorough || !options.parts.contains(&Part::Calendars),
        "`calendars` fetches packages and runs only when asked for: add `--thorough`"
    );
    for part in Part::ALL.into_iter().filter(|part| options.includes(*part)) {
        note(&format!("\n== {} ==", part.name()));
        let outcome = match part {
            Part::Tidy => tidy::run(&workspace, &mut tally),
            Part::Lint => lint::run(&workspace, &mut tally),
            Part::Unit => unit::run(&workspace, options.thorough, &mut tally),
            Part::Calendars => calendars::run(&workspace, &mut tally),
            Part::Bundle => check_bundle(&workspace, &mut tally),
            Part::E2e => {
                let journeys =
                    |packed: Packed| end_to_end::run(&workspace, &packed.program, options.update, &mut tally);
                dist::pack_here(&workspace).and_then(journeys)
            }
        };
        if let Err(error) = outcome {
            tally.fail(part.name(), &format!("{error:#}"));
        }
    }
    tally.print_summary();
    Ok(tally.all_passed())
}

fn check_bundle(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let packed = dist::pack_here(workspace)?;
    print!("{}", packed.first_load);
    tally.pass("bundle: what ships builds");
    let (bytes, bound) = (packed.first_load.brotli(), first_load::BOUND);
    if bytes <= bound {
        tally.pass("bundle: the first load is small enough");
    } else {
        let what = format!(
            "{bytes} bytes with brotli, and {bound} is the bound: the table above shows which file grew"
        );
        tally.fail("bundle: the first load is too large", &what);
    }
    Ok(())
}
