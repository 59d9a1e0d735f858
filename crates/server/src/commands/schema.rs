//! `paoyici schema`: the JSON Schema of the process format, made from the types that read it.

use clap::{Args, ValueEnum};
use domain::{Action, Run, Service};
use schemars::generate::SchemaSettings;

use super::failure::CommandError;
use super::output;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Of which kind of file
    #[arg(value_enum, default_value_t = Kind::Service)]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// A service with its versions
    Service,
    /// A recorded walk
    Run,
    /// The action as a whole
    Action,
}

pub(super) fn run(options: &Options) -> Result<(), CommandError> {
    let generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let schema = match options.kind {
        Kind::Service => generator.into_root_schema_for::<Service>(),
        Kind::Run => generator.into_root_schema_for::<Run>(),
        Kind::Action => generator.into_root_schema_for::<Action>(),
    };
    output::write_json(&schema)
}
