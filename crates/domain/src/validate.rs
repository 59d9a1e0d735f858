//! The door of the domain: refuses a document that contradicts itself, naming the place.
//!
//! What the shape of the types can rule out is ruled out there (a missing unit, an unknown word, a
//! number without evidence); here is what only the whole document can tell.

use std::fmt::Display;

use crate::error::ParseError;
use crate::evidence::{Evidence, EvidenceKind, LONGEST_QUOTE, Source};
use crate::key::*;
use crate::reported::Limit;
use crate::run::RunDocument;
use crate::service::*;
use crate::step::Step;

/// The only version of the format there is.
pub const FORMAT: u32 = 1;

/// No text in a document is longer, in characters.
pub const LONGEST_TEXT: usize = 1_000;

/// No list in a document is longer; it bounds the work of everything that follows.
pub const LONGEST_LIST: usize = 500;

type Checked = Result<(), ParseError>;

fn refuse(at: &dyn Display, fault: impl Into<String>) -> Checked {
    Err(ParseError::new(at.to_string(), fault))
}

/// Checks a whole service document.
pub(crate) fn service(document: &ServiceDocument) -> Checked {
    format(document.format)?;
    text(&"name", &document.name)?;
    text(&"area", &document.area)?;
    text(&"summary", &document.summary)?;
    texts("aliases", &document.aliases)?;
    texts("conditions", &document.conditions)?;
    texts("readings", &document.readings)?;
    for (at, optional) in [
        ("code", &document.code),
        ("authority", &document.authority),
        ("outcome", &document.outcome),
        ("phone", &document.phone),
    ] {
        optional_text(&at, optional)?;
    }
    let proof = Proof::of(&document.sources, document.illustrative)?;
    if let Some(limit) = &document.legal_limit {
        stated_limit(&proof, "legal_limit", limit)?;
    }
    if document.cases_a_year == Some(0) {
        return refuse(&"cases_a_year", "at least 1; leave it out where nobody knows");
    }
    for (i, repair) in document.repairs.iter().enumerate() {
        text(&format_args!("repairs[{i}].text"), &repair.text)?;
        proof.check(&format_args!("repairs[{i}].evidence"), &repair.evidence)?;
    }
    situations(&document.situations)?;
    places(&document.places)?;
    no_duplicates("versions", "id", document.versions.iter().map(|v| &v.id))?;
    ancestry(&document.versions)?;
    reported(&proof, document)?;
    for (i, v) in document.versions.iter().enumerate() {
        version(&proof, document, v, &format!("versions[{i}]"))?;
    }
    Ok(())
}

/// Checks a whole run document; what it says of a service is checked where both are at hand.
pub(crate) fn run(document: &RunDocument) -> Checked {
    format(document.format)?;
    text(&"title", &document.title)?;
    text(&"area", &document.area)?;
    text(&"as_whom", &document.as_whom)?;
    optional_text(&"place", &document.place)?;
    texts("walked", &document.walked)?;
    let proof = Proof::of(&document.sources, document.illustrative)?;
    proof.check(&"evidence", &document.evidence)?;
    no_duplicates("problems", "code", document.problems.iter().map(|p| &p.code))?;
    for (i, problem) in document.problems.iter().enumerate() {
        let at = format!("problems[{i}]");
        text(&format_args!("{at}.text"), &problem.text)?;
        optional_text(&format_args!("{at}.lead_unit"), &problem.lead_unit)?;
        texts(&format!("{at}.supporting_units"), &problem.supporting_units)?;
        proof.check(&format_args!("{at}.evidence"), &problem.evidence)?;
        let Some(first) = problem.history.first() else {
            return refuse(&format_args!("{at}.history"), "a problem begins with `found`");
        };
        if first.state != crate::run::ProblemState::Found {
            return refuse(&format_args!("{at}.history[0].state"), "a problem begins with `found`");
        }
        for (j, entry) in problem.history.iter().enumerate() {
            optional_text(&format_args!("{at}.history[{j}].note"), &entry.note)?;
            text(&format_args!("{at}.history[{j}].role"), &entry.role)?;
        }
    }
    for (i, repair) in document.repairs.iter().enumerate() {
        text(&format_args!("repairs[{i}].text"), &repair.text)?;
        proof.check(&format_args!("repairs[{i}].evidence"), &repair.evidence)?;
    }
    if let Some(result) = &document.result {
        text(&"result.text", &result.text)?;
        proof.check(&"result.evidence", &result.evidence)?;
    }
    if let Some(scores) = &document.scores {
        for score in [scores.complete, scores.optimal, scores.skilled, scores.delivered, scores.pleasant] {
            if !(1..=5).contains(&score) {
                return refuse(&"scores", format!("{score} is no score from 1 to 5"));
            }
        }
    }
    no_duplicates("steps", "step", document.steps.iter().map(|s| &s.step))?;
    if !document.steps.is_empty() && (document.service.is_none() || document.version.is_none()) {
        return refuse(&"steps", "timed steps need the service and version that was run");
    }
    Ok(())
}

fn format(format: u32) -> Checked {
    if format != FORMAT {
        return refuse(&"format", format!("{format} is not a format this program reads; it reads {FORMAT}"));
    }
    Ok(())
}

/// What evidence may say in one document: which sources there are, and whether it is 示例.
pub(crate) struct Proof<'a> {
    sources: &'a [Source],
    illustrative: bool,
}

impl<'a> Proof<'a> {
    pub(crate) fn of(sources: &'a [Source], illustrative: bool) -> Result<Proof<'a>, ParseError> {
        no_duplicates("sources", "key", sources.iter().map(|s| &s.key))?;
        for (i, source) in sources.iter().enumerate() {
            text(&format_args!("sources[{i}].title"), &source.title)?;
            text(&format_args!("sources[{i}].publisher"), &source.publisher)?;
            optional_text(&format_args!("sources[{i}].note"), &source.note)?;
        }
        Ok(Proof { sources, illustrative })
    }

    pub(crate) fn check(&self, at: &dyn Display, evidence: &Evidence) -> Checked {
        // The mark of the demonstration district must be neither lost nor worn by a real service.
        match (self.illustrative, evidence.kind() == EvidenceKind::Example) {
            (true, false) => {
                return refuse(&at, "an illustrative document has only evidence of the kind `example`");
            }
            (false, true) => {
                return refuse(&at, "`example` is no evidence outside an illustrative document");
            }
            _ => {}
        }
        match evidence {
            Evidence::Measured { n: 0 } => refuse(&format_args!("{at}.n"), "a median of no runs"),
            Evidence::Published { source, .. } if !self.sources.iter().any(|s| s.key == *source) => {
                refuse(&format_args!("{at}.source"), format!("no source has the key `{source}`"))
            }
            Evidence::Published { quote, .. } => {
                let length = quote.chars().count();
                text(&format_args!("{at}.quote"), quote)?;
                if length > LONGEST_QUOTE {
                    return refuse(
                        &format_args!("{at}.quote"),
                        format!("{length} characters; a quotation has at most {LONGEST_QUOTE}"),
                    );
                }
                Ok(())
            }
            Evidence::SelfReported { by } => text(&format_args!("{at}.by"), by),
            _ => Ok(()),
        }
    }
}

fn stated_limit(proof: &Proof<'_>, at: &str, limit: &Limit) -> Checked {
    proof.check(&format_args!("{at}.evidence"), &limit.evidence)
}

fn situations(situations: &[Situation]) -> Checked {
    no_duplicates("situations", "key", situations.iter().map(|s| &s.key))?;
    for (i, situation) in situations.iter().enumerate() {
        let at = format!("situations[{i}]");
        text(&format_args!("{at}.question"), &situation.question)?;
        if situation.answers.len() < 2 {
            return refuse(&format_args!("{at}.answers"), "a question needs at least two answers");
        }
        no_duplicates(&format!("{at}.answers"), "key", situation.answers.iter().map(|a| &a.key))?;
        for (j, answer) in situation.answers.iter().enumerate() {
            text(&format_args!("{at}.answers[{j}].label"), &answer.label)?;
        }
    }
    Ok(())
}

fn places(places: &[Place]) -> Checked {
    no_duplicates("places", "key", places.iter().map(|p| &p.key))?;
    for (i, place) in places.iter().enumerate() {
        let at = format!("places[{i}]");
        text(&format_args!("{at}.name"), &place.name)?;
        optional_text(&format_args!("{at}.address"), &place.address)?;
        optional_text(&format_args!("{at}.hours"), &place.hours)?;
        no_duplicates(&format!("{at}.windows"), "key", place.windows.iter().map(|w| &w.key))?;
        for (j, window) in place.windows.iter().enumerate() {
            text(&format_args!("{at}.windows[{j}].name"), &window.name)?;
        }
    }
    Ok(())
}

/// Versions form a forest: every parent exists, and no version descends from itself.
fn ancestry(versions: &[Version]) -> Checked {
    for (i, version) in versions.iter().enumerate() {
        let at = format!("versions[{i}].derived_from");
        let mut parent = version.derived_from.as_ref();
        for _ in 0..=versions.len() {
            let Some(id) = parent else { break };
            if *id == version.id {
                return refuse(&at, format!("`{id}` would be derived from itself"));
            }
            match versions.iter().find(|v| v.id == *id) {
                None => return refuse(&at, format!("no version has the id `{id}`")),
                Some(found) => parent = found.derived_from.as_ref(),
            }
        }
    }
    Ok(())
}

fn reported(proof: &Proof<'_>, document: &ServiceDocument) -> Checked {
    list("reported", document.reported.len())?;
    let mut figures: Vec<(&SubjectKey, &VersionId, u32)> = Vec::new();
    for (i, report) in document.reported.iter().enumerate() {
        let at = format!("reported[{i}]");
        text(&format_args!("{at}.subject"), &report.subject)?;
        proof.check(&format_args!("{at}.evidence"), &report.evidence)?;
        if report.before.is_none() && report.after.is_none() && report.change.is_none() {
            return refuse(&at, "a report needs `before`, `after` or `change`");
        }
        if report.unit.is_none() && (report.before.is_some() || report.after.is_some()) {
            return refuse(&format_args!("{at}.unit"), "a figure needs a unit");
        }
        let first = document.reported.iter().find(|r| r.key == report.key);
        if first.is_some_and(|first| first.unit != report.unit) {
            return refuse(
                &format_args!("{at}.unit"),
                format!("`{}` was reported in another unit before", report.key),
            );
        }
        for (side, figure) in [("before", &report.before), ("after", &report.after)] {
            let Some(figure) = figure else { continue };
            let Some(id) = &figure.version else { continue };
            if !document.versions.iter().any(|v| v.id == *id) {
                return refuse(&format_args!("{at}.{side}.version"), format!("no version has the id `{id}`"));
            }
            let said = figures.iter().find(|(key, version, _)| (*key, *version) == (&report.key, id));
            let said = said.map_or(figure.value, |(.., value)| *value);
            figures.push((&report.key, id, figure.value));
            if said != figure.value {
                return refuse(
                    &format_args!("{at}.{side}.value"),
                    format!("{} for version `{id}`, reported as {said} before", figure.value),
                );
            }
        }
    }
    Ok(())
}

fn version(proof: &Proof<'_>, document: &ServiceDocument, version: &Version, at: &str) -> Checked {
    text(&format_args!("{at}.label"), &version.label)?;
    texts(&format!("{at}.special_procedures"), &version.special_procedures)?;
    if let Some(limit) = &version.promised_limit {
        stated_limit(proof, &format!("{at}.promised_limit"), limit)?;
    }
    if let Some(limit) = &version.measured_limit {
        stated_limit(proof, &format!("{at}.measured_limit"), limit)?;
        // A made-up one says that it is made up.
        if !matches!(limit.evidence.kind(), EvidenceKind::Measured | EvidenceKind::Example) {
            return refuse(
                &format_args!("{at}.measured_limit.evidence"),
                "must be `measured`; a limit that somebody states is a `promised_limit`",
            );
        }
    }
    if let (Some(from), Some(to)) = (version.in_force.from, version.in_force.to)
        && from > to
    {
        return refuse(&format_args!("{at}.in_force"), format!("from {from} is after to {to}"));
    }
    materials(version, at)?;
    no_duplicates(&format!("{at}.steps"), "key", version.steps.iter().map(|s| &s.key))?;
    for (end, key) in [("accepted_at", &version.accepted_at), ("decided_at", &version.decided_at)] {
        if let Some(key) = key
            && version.step(key).is_none()
        {
            return refuse(&format_args!("{at}.{end}"), format!("no step has the key `{key}`"));
        }
    }
    for (i, s) in version.steps.iter().enumerate() {
        step(proof, document, version, s, &format!("{at}.steps[{i}]"))?;
    }
    choices(version, at)?;
    no_cycle(version, at)
}

fn materials(version: &Version, at: &str) -> Checked {
    no_duplicates(&format!("{at}.materials"), "key", version.materials.iter().map(|m| &m.key))?;
    for (i, material) in version.materials.iter().enumerate() {
        let at = format!("{at}.materials[{i}]");
        text(&format_args!("{at}.name"), &material.name)?;
        if material.copies == 0 {
            return refuse(&format_args!("{at}.copies"), "at least 1");
        }
        if let Some(same) = &material.same_as {
            match version.material(same) {
                None => {
                    return refuse(
                        &format_args!("{at}.same_as"),
                        format!("no material has the key `{same}`"),
                    );
                }
                Some(other) if *same == material.key || other.same_as.is_some() => {
                    return refuse(
                        &format_args!("{at}.same_as"),
                        "must name a material that is not the same as yet another",
                    );
                }
                Some(_) => {}
            }
        }
    }
    Ok(())
}

fn step(proof: &Proof<'_>, document: &ServiceDocument, version: &Version, step: &Step, at: &str) -> Checked {
    text(&format_args!("{at}.name"), &step.name)?;
    optional_text(&format_args!("{at}.stage"), &step.stage)?;
    optional_text(&format_args!("{at}.legal_basis"), &step.legal_basis)?;
    texts(&format!("{at}.outputs"), &step.outputs)?;
    proof.check(&format_args!("{at}.evidence"), &step.evidence)?;
    no_duplicates(&format!("{at}.after"), "key", step.after.iter())?;
    for (i, key) in step.after.iter().enumerate() {
        if version.step(key).is_none() {
            return refuse(&format_args!("{at}.after[{i}]"), format!("no step has the key `{key}`"));
        }
    }
    match (&step.place, &step.window) {
        (None, Some(window)) => {
            return refuse(&format_args!("{at}.window"), format!("window `{window}` is at no place"));
        }
        (Some(place), window) => {
            let Some(found) = document.places.iter().find(|p| p.key == *place) else {
                return refuse(&format_args!("{at}.place"), format!("no place has the key `{place}`"));
            };
            if let Some(window) = window
                && !found.windows.iter().any(|w| w.key == *window)
            {
                return refuse(
                    &format_args!("{at}.window"),
                    format!("place `{place}` has no window `{window}`"),
                );
            }
        }
        (None, None) if step.on_site() => {
            return refuse(&at, "the applicant must go somewhere for it, so it needs a `place`");
        }
        (None, None) => {}
    }
    no_duplicates(&format!("{at}.materials"), "key", step.materials.iter())?;
    for (i, key) in step.materials.iter().enumerate() {
        if version.material(key).is_none() {
            return refuse(&format_args!("{at}.materials[{i}]"), format!("no material has the key `{key}`"));
        }
    }
    if let Some(fee) = step.fee
        && fee.min_yuan > fee.max_yuan
    {
        return refuse(
            &format_args!("{at}.fee"),
            format!("min_yuan {} is above max_yuan {}", fee.min_yuan, fee.max_yuan),
        );
    }
    if let Some(when) = &step.when {
        let Some(situation) = document.situations.iter().find(|s| s.key == when.situation) else {
            return refuse(
                &format_args!("{at}.when.situation"),
                format!("no situation has the key `{}`", when.situation),
            );
        };
        if when.any_of.is_empty() {
            return refuse(&format_args!("{at}.when.any_of"), "at least one answer");
        }
        for (i, key) in when.any_of.iter().enumerate() {
            if !situation.answers.iter().any(|a| a.key == *key) {
                return refuse(
                    &format_args!("{at}.when.any_of[{i}]"),
                    format!("`{}` has no answer `{key}`", when.situation),
                );
            }
        }
    }
    Ok(())
}

fn choices(version: &Version, at: &str) -> Checked {
    for (i, step) in version.steps.iter().enumerate() {
        let Some(choice) = &step.choice else { continue };
        if version.steps.iter().filter(|other| other.choice.as_ref() == Some(choice)).count() < 2 {
            return refuse(
                &format_args!("{at}.steps[{i}].choice"),
                format!("`{choice}` is a choice of one step; a choice needs two"),
            );
        }
    }
    Ok(())
}

/// The steps, each behind everything it comes after, must come out all (Kahn 1962).
fn no_cycle(version: &Version, at: &str) -> Checked {
    let mut done: Vec<&StepKey> = Vec::new();
    let mut open: Vec<(usize, &Step)> = version.steps.iter().enumerate().collect();
    while !open.is_empty() {
        let before = open.len();
        open.retain(|(_, step)| {
            let ready = step.after.iter().all(|key| done.contains(&key));
            if ready {
                done.push(&step.key);
            }
            !ready
        });
        if open.len() == before {
            let (i, step) = open[0];
            return refuse(
                &format_args!("{at}.steps[{i}].after"),
                format!("`{}` would come after itself", step.key),
            );
        }
    }
    Ok(())
}

fn no_duplicates<'a, K: PartialEq + Display + 'a>(
    at: &str,
    field: &str,
    keys: impl Iterator<Item = &'a K>,
) -> Checked {
    let mut seen: Vec<&K> = Vec::new();
    for (i, key) in keys.enumerate() {
        list(at, i + 1)?;
        if seen.contains(&key) {
            return refuse(&format_args!("{at}[{i}].{field}"), format!("`{key}` is there twice"));
        }
        seen.push(key);
    }
    Ok(())
}

fn list(at: &str, length: usize) -> Checked {
    if length > LONGEST_LIST {
        return refuse(&at, format!("more than {LONGEST_LIST} entries"));
    }
    Ok(())
}

fn texts(at: &str, list_of: &[String]) -> Checked {
    list(at, list_of.len())?;
    for (i, t) in list_of.iter().enumerate() {
        text(&format_args!("{at}[{i}]"), t)?;
    }
    Ok(())
}

fn optional_text(at: &dyn Display, optional: &Option<String>) -> Checked {
    match optional {
        Some(t) => text(at, t),
        None => Ok(()),
    }
}

/// Text is for reading: something is there, it is not endless, and nothing in it steers the screen
/// (control characters, or the bidirectional overrides that make text read as what it is not).
pub(crate) fn text(at: &dyn Display, text: &str) -> Checked {
    if text.trim().is_empty() {
        return refuse(&at, "is empty; leave it out where there is nothing to say");
    }
    if text.chars().count() > LONGEST_TEXT {
        return refuse(&at, format!("more than {LONGEST_TEXT} characters"));
    }
    let steers = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(steers) {
        return refuse(&at, "has a control character");
    }
    Ok(())
}
