//! `paoyici measure FILE[#VERSION]`: what one counts in a version, with what is unknown.

use clap::Args;
use domain::{Measured, Part, Service, Standard, Version, VersionId, measure};
use serde::Serialize;

use super::answers::AnswersOption;
use super::failure::CommandError;
use super::output::{FormatOption, columns};
use super::process_file::Named;
use super::words;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// A file in the process format; FILE#VERSION for one version of it
    #[arg(value_name = "FILE[#VERSION]")]
    file: Named,
    #[command(flatten)]
    answers: AnswersOption,
    #[command(flatten)]
    format: FormatOption,
}

/// The measures of one version.
#[derive(Serialize)]
struct Taken<'a> {
    version: &'a VersionId,
    measures: Vec<Measured>,
    standard: Standard,
}

pub(super) fn run(options: &Options) -> Result<(), CommandError> {
    let service = options.file.service()?;
    let versions = options.file.versions(&service)?;
    let answers = options.answers.for_services(&[&service])?;
    let taken = versions.iter().map(|version| {
        let measures = measure(&service, version, &answers);
        Taken { version: &version.id, standard: Standard::of(&measures), measures }
    });
    let taken: Vec<Taken<'_>> = taken.collect();
    let text = || {
        let mut text = format!("{}\n", words::heading(&service));
        for (version, taken) in versions.iter().zip(&taken) {
            let mut body = words::situation_line("情形", &words::situations(&service, version, &answers));
            body.push_str(&table(&service, version, taken));
            words::part(&mut text, &words::version_name(version), &body);
        }
        text
    };
    options.format.write(text, &taken)
}

fn table(service: &Service, version: &Version, taken: &Taken<'_>) -> String {
    let known = taken.measures.iter().filter(|measured| measured.value.is_known());
    let rows = known.map(|measured| {
        vec![
            measured.kind.term().to_owned(),
            words::value(measured),
            measured.evidence.map_or("", |kind| kind.term()).to_owned(),
            parts(service, measured),
        ]
    });
    let mut text = columns(&rows.collect::<Vec<_>>());
    text.push_str(&words::unknown_line(taken.measures.iter()).unwrap_or_default());
    if !version.steps.is_empty() {
        text.push_str(&format!("一地一窗一次：{}\n", standard(&taken.standard)));
    }
    text
}

fn standard(standard: &Standard) -> String {
    if standard.faceless {
        return "不见面".to_owned();
    }
    let judged = [("一地", standard.one_place), ("一窗", standard.one_window), ("一次", standard.one_visit)];
    judged.map(|(name, met)| format!("{name}{}", met.term())).join("，")
}

/// Where one has to go, which says more than how often.
fn parts(service: &Service, measured: &Measured) -> String {
    let name = |key| service.place(key).map_or_else(String::new, |place| place.name.clone());
    let mut joined_by = "、";
    let told = measured.parts.iter().filter_map(|part| match part {
        Part::Place { place, .. } => Some(name(place)),
        Part::Visit { place, .. } => {
            joined_by = " → ";
            Some(name(place))
        }
        _ => None,
    });
    let told: Vec<String> = told.collect();
    told.join(joined_by)
}
