//! English: what could be better.

use domain::chances::FoundNames;
use domain::{Finding, FindingKind, PlaceKey, StepKey, Suggestion, key::MaterialKey};

use super::{counted, listed};
use crate::words::chances::ChancesWords;
use crate::words::words;

pub static CHANCES: ChancesWords = ChancesWords {
    title: "What could be better",
    lead: "Looks at today’s steps one by one and finds by rule what could still be spared. These are questions to the office, not a verdict.",
    rule: "Only published versions in force. Ordered by the hours that all applicants together spend in a year, most first; where the cases or the times are not told, last. Real services and examples apart.",
    real_title: "Real services",
    nothing_real: "The reports of real services do not tell the steps, so nothing can be found.",
    nothing: "Nothing was found.",
    hours: |min, max| match min == max {
        true => format!("All applicants together spend {} a year", counted(min, "hour", "hours")),
        false => format!("All applicants together spend {min}–{max} hours a year"),
    },
    hours_unknown: "The cases or the times are not told, so nobody can say how many hours a year it takes all applicants.",
    suggestion: "Suggestion",
    see_step: |step| format!("See the step “{step}”"),
    see_service: "See the service",
    kind: |kind| match kind {
        FindingKind::CarriedBetweenWindows => "Issued, then handed in again",
        FindingKind::SubmittedTwice => "Handed in more than once",
        FindingKind::TwoVisitsCouldBeOne => "Fewer visits possible",
        FindingKind::PaperStepWithOnlineTwin => "On site, but also possible online",
        FindingKind::DeclaredVisitsDiffer => "Declared visits do not match",
        FindingKind::PromiseAboveLaw => "Promise longer than the law",
        FindingKind::CouldRunSideBySide => "Could run side by side",
        FindingKind::OnlyBundled => "Forms merely put together",
        FindingKind::NoLegalBasis => "No legal basis told",
    },
    found: |finding, names| match finding {
        Finding::CarriedBetweenWindows { from, output, to, .. } => {
            format!(
                "“{}” issues {output}, which has to be handed in again at {}.",
                step(names, from),
                steps(names, to)
            )
        }
        Finding::SubmittedTwice { material, steps: at } => {
            format!(
                "{} has to be handed in {}: at {}.",
                paper(names, material),
                counted(at.len() as u64, "time", "times"),
                steps(names, at)
            )
        }
        Finding::TwoVisitsCouldBeOne { places, visits, possible, orders, .. } => {
            let orders: Vec<String> = orders
                .iter()
                .map(|order| {
                    format!(
                        "“{}” need not wait for “{}”",
                        step(names, &order.second),
                        step(names, &order.first)
                    )
                })
                .collect();
            let places: Vec<String> = places.iter().map(|key| place(names, key)).collect();
            format!(
                "It takes at least {} now. {}, so {} could be enough; fewer visits to {}.",
                counted(u64::from(*visits), "visit", "visits"),
                listed(&orders),
                possible,
                listed(&places)
            )
        }
        Finding::PaperStepWithOnlineTwin { on_site, online, .. } => {
            format!(
                "{} means going there, though {} can be done online.",
                steps(names, on_site),
                steps(names, online)
            )
        }
        Finding::DeclaredVisitsDiffer { declared, min, max } => {
            format!(
                "The office declares {}; by the steps it is {}.",
                counted(u64::from(*declared), "visit", "visits"),
                (words().names.range)(*min, *max)
            )
        }
        Finding::PromiseAboveLaw { promised, legal } => {
            let span = words().names.span;
            format!("{} are promised, longer than the {} of the law.", span(promised), span(legal))
        }
        Finding::CouldRunSideBySide { order } => {
            format!(
                "“{}” comes after “{}”, but does not use its result.",
                step(names, &order.second),
                step(names, &order.first)
            )
        }
        Finding::OnlyBundled { before, after, materials } => {
            format!(
                "{before} papers became {after}, but only because {} went into others.",
                papers(names, materials)
            )
        }
        Finding::NoLegalBasis { steps: at } => {
            format!(
                "No legal basis is told for {} of the applicant: {}.",
                counted(at.len() as u64, "step", "steps"),
                steps(names, at)
            )
        }
    },
    suggested: |suggestion, names| match suggestion {
        Suggestion::Share { material, steps: at } => {
            format!(
                "Departments share {}; {} no longer ask for it.",
                paper(names, material),
                steps(names, at)
            )
        }
        Suggestion::SubmitOnce { material, at, not_at } => {
            format!(
                "{} is handed in once, at “{}”, and used by {} too.",
                paper(names, material),
                step(names, at),
                steps(names, not_at)
            )
        }
        Suggestion::JoinVisits { steps: at } => format!("Do {} in one visit.", steps(names, at)),
        Suggestion::LeadOnline { steps: at } => {
            format!(
                "Lead people to do {} online, and keep the window for those who cannot.",
                steps(names, at)
            )
        }
        Suggestion::DeclareVisits { min, max } => {
            format!(
                "Declare {} visits, or change the steps, so that the two match.",
                (words().names.range)(*min, *max)
            )
        }
        Suggestion::PromiseAtMost { limit } => format!("Promise at most {}.", (words().names.span)(limit)),
        Suggestion::RunSideBySide { steps: both } => {
            format!("{} can begin at the same time.", steps(names, both))
        }
        Suggestion::ReviewPapers { materials } => {
            format!("See for each of {} whether it is still needed.", papers(names, materials))
        }
        Suggestion::StateBasis { steps: at } => {
            format!("State the legal basis of {}; drop what has none.", steps(names, at))
        }
    },
};

/// The name of what a key stands for; a key of which nothing is known stands for itself.
fn named<K: PartialEq + ToString>(names: &[(K, String)], key: &K) -> String {
    names.iter().find(|(known, _)| known == key).map_or_else(|| key.to_string(), |(_, name)| name.clone())
}

fn step(names: &FoundNames, key: &StepKey) -> String {
    named(&names.steps, key)
}

fn steps(names: &FoundNames, keys: &[StepKey]) -> String {
    listed(&keys.iter().map(|key| format!("“{}”", step(names, key))).collect::<Vec<_>>())
}

fn paper(names: &FoundNames, key: &MaterialKey) -> String {
    named(&names.materials, key)
}

fn papers(names: &FoundNames, keys: &[MaterialKey]) -> String {
    listed(&keys.iter().map(|key| paper(names, key)).collect::<Vec<_>>())
}

fn place(names: &FoundNames, key: &PlaceKey) -> String {
    named(&names.places, key)
}
