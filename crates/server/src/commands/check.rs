//! `paoyici check FILE…`: whether files keep to the process format, and what one would point at in them.
//!
//! What a file holds is told by its name, as for the files that ship: `run-….json` is a run,
//! `action.json` the action, any other a service.

use clap::Args;
use domain::{Answers, Finding, ServiceId, VersionId};
use serde::Serialize;
use store::Seed;

use super::answers::AnswersOption;
use super::failure::CommandError;
use super::output::FormatOption;
use super::process_file::Named;
use super::words;
use crate::seeds;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Files in the process format; FILE#VERSION to look at one version only
    #[arg(value_name = "FILE[#VERSION]", required = true)]
    files: Vec<Named>,
    #[command(flatten)]
    answers: AnswersOption,
    #[command(flatten)]
    format: FormatOption,
}

/// What was found in one version.
#[derive(Serialize)]
struct Looked {
    file: String,
    service: ServiceId,
    version: VersionId,
    findings: Vec<Finding>,
}

pub(super) fn run(options: &Options) -> Result<(), CommandError> {
    let mut looked = Vec::new();
    let mut text = String::new();
    let mut faults = Vec::new();
    for file in &options.files {
        match check(file, &options.answers, &mut looked) {
            Ok(told) if text.is_empty() => text = told,
            Ok(told) => text = format!("{text}\n{told}"),
            Err(CommandError::Refused(sentences)) => faults.extend(sentences),
            Err(other) => return Err(other),
        }
    }
    if !text.is_empty() || faults.is_empty() {
        options.format.write(|| text, &looked)?;
    }
    if faults.is_empty() { Ok(()) } else { Err(CommandError::Refused(faults)) }
}

/// Looks at one file and says in words what was found.
fn check(file: &Named, answers: &AnswersOption, looked: &mut Vec<Looked>) -> Result<String, CommandError> {
    let seed = seeds::parse(&file.file_name(), &file.text()?)
        .map_err(|error| CommandError::refused(format!("{}: {error}", file.file())))?;
    let service = match seed {
        Seed::Service(service) => service,
        Seed::Run(run) => return Ok(format!("{}：格式正确，换位跑：{}\n", file.file(), run.title)),
        Seed::Action(action) => return Ok(format!("{}：格式正确，{}\n", file.file(), action.name)),
    };
    let mut text = format!("{}：格式正确，{}\n", file.file(), words::heading(&service));
    let answers: Answers = answers.for_services(&[&service])?;
    for version in file.versions(&service)? {
        let findings = words::look_at(&service, version, &answers)?;
        let name = words::version_name(version);
        match findings.len() {
            0 if version.steps.is_empty() => {
                words::part(&mut text, &name, &format!("  {}：环节\n", words::UNKNOWN));
            }
            0 => words::part(&mut text, &name, "  没有提示\n"),
            n => {
                let body = words::findings_with_advice(&service, version, &findings);
                words::part(&mut text, &format!("{name}  {n} 条提示"), &body);
            }
        }
        looked.push(Looked {
            file: file.file(),
            service: service.id.clone(),
            version: version.id.clone(),
            findings,
        });
    }
    Ok(text)
}
