//! What one would point at in either version of a comparison, and what could be done about it. They are
//! questions to the authority, and no errors.

use domain::chances::FoundNames;
use domain::{Finding, Relation, findings};
use leptos::prelude::*;

use crate::compared::{Compared, Half, facts_of};
use crate::words::chances_words;
use crate::words::step_list::step_list_words;

/// The findings of both versions, each under its own; nothing where no step is told.
#[component]
pub fn FindingsList(compared: Signal<Option<Compared>>) -> impl IntoView {
    let told = step_list_words();
    let found = facts_of(compared, |compared| compared.has_steps().then(|| found_in(compared)));
    move || {
        found.get().map(|found| {
            let halves = found.into_iter().map(list).collect_view();
            view! {
                <section class="section findings" aria-labelledby="findings-title">
                    <h2 class="section__title" id="findings-title">{told.findings_title}</h2>
                    <p class="section__note">{told.findings_lead}</p>
                    <div class="findings__halves">{halves}</div>
                </section>
            }
        })
    }
}

/// What was found in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    label: String,
    findings: Vec<Finding>,
    names: FoundNames,
}

fn found_in(compared: &Compared) -> Vec<Found> {
    let mut of_first = of_version(compared, compared.first());
    // What is found only in the change is about papers of the version that it began with.
    if let (Some(first), Some(second)) = (compared.first().walk(), compared.second().walk()) {
        of_first.extend(findings::of_change(&first, &second));
    }
    let mut found = vec![Found::of(compared.first(), of_first)];
    if compared.relation() != Relation::Same {
        found.push(Found::of(compared.second(), of_version(compared, compared.second())));
    }
    found
}

impl Found {
    fn of(half: &Half, findings: Vec<Finding>) -> Found {
        Found {
            label: half.label().to_owned(),
            names: FoundNames::of(half.service(), half.version(), &findings),
            findings,
        }
    }
}

fn of_version(compared: &Compared, half: &Half) -> Vec<Finding> {
    // With too many walks to look at, nobody can say what is found.
    findings::of_version(half.service(), half.version(), compared.answers()).unwrap_or_default()
}

fn list(found: Found) -> AnyView {
    let Found { label, findings, names } = found;
    if findings.is_empty() {
        return view! { <p class="section__note">{(step_list_words().no_findings)(&label)}</p> }.into_any();
    }
    let told = chances_words();
    let findings = findings.iter().map(|finding| {
        view! {
            <li class="findings__finding">
                <h4 class="findings__kind">{(told.kind)(finding.kind())}</h4>
                <p>{(told.found)(finding, &names)}</p>
                <p class="findings__suggestion">
                    <strong>{told.suggestion}</strong> " " {(told.suggested)(&finding.suggestion(), &names)}
                </p>
            </li>
        }
        .into_any()
    });
    let findings = findings.collect_view();
    view! {
        <div class="findings__half">
            <h3 class="section__subtitle">{label}</h3>
            <ul>{findings}</ul>
        </div>
    }
    .into_any()
}
