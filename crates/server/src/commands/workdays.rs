//! `paoyici workdays FROM N`: the date on which N working days end, and nothing else on the line, so
//! that a script can use it.

use clap::Args;
use domain::{calendar, day};

use super::failure::CommandError;
use super::output;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The day of the application: 2026-11-23
    #[arg(value_name = "FROM")]
    from: String,
    /// How many working days
    #[arg(value_name = "N")]
    days: u32,
}

pub(super) fn run(options: &Options) -> Result<(), CommandError> {
    let from = day::parse(&options.from).ok_or_else(|| {
        CommandError::refused(format!("`{}` is no date: write it like 2026-11-23", options.from))
    })?;
    let ends = calendar::working_days_from(from, options.days).map_err(|unpublished| {
        let (first, last) = calendar::published_years();
        CommandError::refused(format!("{unpublished}: this program carries {first} to {last}"))
    })?;
    output::write(&format!("{ends}\n"))
}
