//! What one would point at in either version of a comparison, and what could be done about it. They are
//! questions to the authority, and no errors.

use domain::chances::FoundNames;
use domain::{Finding, Relation, findings};
use leptos::prelude::*;

use crate::compared::{Compared, Which, facts_of};
use crate::components::chinese;
use crate::components::half_name::HalfName;
use crate::words::chances_words;
use crate::words::step_list_words;

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
    name: HalfName,
    /// `None` where nobody can say: no step is told, or there are too many ways to look at.
    findings: Option<Vec<Finding>>,
    names: FoundNames,
}

fn found_in(compared: &Compared) -> Vec<Found> {
    let mut of_first = of_version(compared, Which::First);
    // What is found only in the change is about papers of the version that it began with.
    if let (Some(found), Some(first), Some(second)) =
        (&mut of_first, compared.first().walk(), compared.second().walk())
    {
        found.extend(findings::of_change(&first, &second));
    }
    let mut found = vec![Found::of(compared, Which::First, of_first)];
    if compared.relation() != Relation::Same {
        found.push(Found::of(compared, Which::Second, of_version(compared, Which::Second)));
    }
    found
}

impl Found {
    fn of(compared: &Compared, which: Which, findings: Option<Vec<Finding>>) -> Found {
        let half = compared.half(which);
        Found {
            name: HalfName::of(compared, which),
            names: FoundNames::of(half.service(), half.version(), findings.as_deref().unwrap_or_default()),
            findings,
        }
    }
}

fn of_version(compared: &Compared, which: Which) -> Option<Vec<Finding>> {
    let half = compared.half(which);
    let has_steps = !half.version().steps.is_empty();
    has_steps.then(|| findings::of_version(half.service(), half.version(), compared.answers()).ok()).flatten()
}

fn list(found: Found) -> AnyView {
    let Found { name, findings, names } = found;
    let words = step_list_words();
    let nothing = match &findings {
        None => Some(words.findings_unknown),
        Some(findings) if findings.is_empty() => Some(words.no_findings),
        Some(_) => None,
    };
    if let Some(nothing) = nothing {
        return view! { <p class="section__note">{name.view()}{nothing}</p> }.into_any();
    }
    let findings = findings.unwrap_or_default();
    let told = chances_words();
    let findings = findings.iter().map(|finding| {
        view! {
            <li class="findings__finding">
                <h4 class="findings__kind">{(told.kind)(finding.kind())}</h4>
                <p>{chinese::told((told.found)(finding, &names))}</p>
                <p class="findings__suggestion">
                    <strong>{told.suggestion}</strong> " " {chinese::told((told.suggested)(&finding.suggestion(), &names))}
                </p>
            </li>
        }
        .into_any()
    });
    let findings = findings.collect_view();
    view! {
        <div class="findings__half">
            <h3 class="section__subtitle">{name.view()}</h3>
            <ul>{findings}</ul>
        </div>
    }
    .into_any()
}
