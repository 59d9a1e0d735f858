//! The command line: one module for each subcommand.
//!
//! A command that fails says why in one sentence on the standard error, and what to do about it. It
//! ends with 2 where what it was given is at fault, as for arguments that can't be read, and with 1
//! where the machine is.

mod answers;
mod check;
mod compare;
mod failure;
mod measure;
mod output;
mod process_file;
mod schema;
mod serve;
mod words;
mod workdays;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::CommandError;

/// 换位跑一次: how public services changed, step by step.
#[derive(Debug, Parser)]
#[command(name = "paoyici", version, about = "How public services changed, step by step")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the JSON interface
    Serve(serve::Options),
    /// Show two versions beside each other
    Compare(compare::Options),
    /// Count places, windows, visits, steps, documents and days of a version
    Measure(measure::Options),
    /// Say whether files keep to the process format, and what one would point at in them
    Check(check::Options),
    /// Say on which date so many working days end
    Workdays(workdays::Options),
    /// Print the JSON Schema of the process format
    Schema(schema::Options),
}

/// Does what the command line says.
pub fn main() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Serve(options) => serve::run(options).map_err(CommandError::Serve),
        Command::Compare(options) => compare::run(&options),
        Command::Measure(options) => measure::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Workdays(options) => workdays::run(&options),
        Command::Schema(options) => schema::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for sentence in error.sentences() {
                eprintln!("paoyici: {sentence}");
            }
            error.exit_code()
        }
    }
}
