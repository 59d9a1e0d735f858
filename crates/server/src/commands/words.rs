//! What several commands say in the same words: values, versions, situations and findings.

use std::fmt::Write;

use domain::terms::range;
use domain::walk::easiest_walk;
use domain::{Answers, Finding, MeasureKind, Measured, Service, Share, TimeUnit, Value, Version};

use super::failure::CommandError;
use super::output::columns;

/// What stands where nobody has said anything.
pub(super) const UNKNOWN: &str = "原文未载";

/// The name of a service, with the mark of the demonstration district.
pub(super) fn heading(service: &Service) -> String {
    let mark = if service.illustrative { "  示例，不能作为办事依据" } else { "" };
    format!("{}{mark}", service.name)
}

/// A version by its label and its id.
pub(super) fn version_name(version: &Version) -> String {
    format!("{}（{}）", version.label, version.id)
}

/// A value with its counter or unit.
pub(super) fn value(measured: &Measured) -> String {
    match &measured.value {
        Value::Unknown { .. } => UNKNOWN.to_owned(),
        Value::Time { span } => span.term(),
        Value::Count { min, max } => counted(&range(*min, *max), measured.kind),
        Value::Share { least, most } if least == most => share(*least),
        Value::Share { least, most } => format!("{}–{}", share(*least), share(*most)),
        Value::Money { min_yuan, max_yuan } => counted(&range(*min_yuan, *max_yuan), measured.kind),
    }
}

fn share(share: Share) -> String {
    format!("{}/{}", share.part, share.whole)
}

fn counted(number: &str, kind: MeasureKind) -> String {
    match kind.counter() {
        Some(counter) => format!("{number} {counter}"),
        None => number.to_owned(),
    }
}

/// The kinds of measures that are unknown, with the reason of each: 「原文未载：…」.
pub(super) fn unknown_line<'a>(measures: impl Iterator<Item = &'a Measured>) -> Option<String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for measured in measures {
        let Value::Unknown { why } = &measured.value else { continue };
        match reasons.iter_mut().find(|(reason, _)| *reason == why.term()) {
            Some((_, kinds)) => kinds.push(measured.kind.term()),
            None => reasons.push((why.term(), vec![measured.kind.term()])),
        }
    }
    let told = reasons.iter().map(|(reason, kinds)| format!("{}（{reason}）", kinds.join("、")));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{UNKNOWN}：{}\n", told.join("；")))
}

/// The answers that a version was walked with, each after its question; none where it asks none.
pub(super) fn situations(service: &Service, version: &Version, answers: &Answers) -> Vec<String> {
    // A version with too many walks has none to tell of, and its measures say so.
    let Ok(walk) = easiest_walk(service, version, answers) else { return Vec::new() };
    let told = walk.answers.iter().filter_map(|(situation, answer)| {
        let asked = service.situations.iter().find(|other| other.key == *situation)?;
        let label = &asked.answers.iter().find(|other| other.key == *answer)?.label;
        Some(format!("{}{label}", asked.question))
    });
    told.collect()
}

/// A line for what [`situations`] tells, or nothing.
pub(super) fn situation_line(title: &str, told: &[String]) -> String {
    if told.is_empty() { String::new() } else { format!("{title}：{}\n", told.join("；")) }
}

/// A unit of time after a number that stands apart from it.
pub(super) fn unit(unit: Option<TimeUnit>) -> &'static str {
    unit.map_or("", TimeUnit::term)
}

/// What was found in a version, a line each.
pub(super) fn findings(service: &Service, version: &Version, found: &[Finding]) -> String {
    let rows = found
        .iter()
        .map(|finding| vec![finding.kind().term().to_owned(), finding.sentence(service, version)]);
    columns(&rows.collect::<Vec<_>>())
}

/// What was found in a version and what could be done about it, two lines each.
pub(super) fn findings_with_advice(service: &Service, version: &Version, found: &[Finding]) -> String {
    let rows = found.iter().flat_map(|finding| {
        let what = finding.sentence(service, version);
        let advice = format!("建议：{}", finding.suggestion().sentence(service, version));
        [vec![finding.kind().term().to_owned(), what], vec![String::new(), advice]]
    });
    columns(&rows.collect::<Vec<_>>())
}

/// The findings of a version, or the sentence that says why nobody has looked.
pub(super) fn look_at(
    service: &Service,
    version: &Version,
    answers: &Answers,
) -> Result<Vec<Finding>, CommandError> {
    domain::findings::of_version(service, version, answers).map_err(|_| {
        CommandError::refused(format!(
            "version `{}` of {} has too many combinations of answers and choices: give more with --answers",
            version.id, service.id
        ))
    })
}

/// Appends a part with its title, where there is anything in it.
pub(super) fn part(text: &mut String, title: &str, body: &str) {
    if !body.is_empty() {
        // Writing to a string does not fail.
        let _ = write!(text, "\n{title}\n{body}");
    }
}
