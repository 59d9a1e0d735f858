//! The command line: one module for each subcommand.
//!
//! A command that fails says why in one sentence on the standard error, and what to do about it.

mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
}

/// Does what the command line says.
pub fn main() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Serve(options) => serve::run(options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("paoyici: {error}");
            ExitCode::FAILURE
        }
    }
}
