//! The window of numbers of a comparison, and what is said of them.

use domain::reported::Reported;
use domain::{Evidence, EvidenceKind, MeasureKind, compare};
use leptos::prelude::*;

use crate::compared::{Compared, facts_of};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::pane::{Pane, PaneView, TOLD_MEASURES};
use crate::components::why_sheet::Why;
use crate::words::words;

/// What is known of both versions, each number opening its why.
#[component]
pub fn Numbers(compared: Signal<Option<Compared>>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| Some(NumberFacts::of(compared)));
    move || facts.get().map(|facts| numbers(facts, compared, why))
}

/// What the window of numbers says.
#[derive(Clone, PartialEq)]
struct NumberFacts {
    panes: Vec<(Pane, AskedWhy)>,
    /// The names of what nobody told.
    unknown: Vec<String>,
    is_marked: bool,
    hint: &'static str,
}

/// What is known of both versions, in the order of the page.
#[cfg(feature = "ssr")]
pub fn panes_of(compared: &Compared) -> Vec<Pane> {
    NumberFacts::of(compared).panes.into_iter().map(|(pane, _)| pane).collect()
}

/// The names of what nobody told of either version.
#[cfg(feature = "ssr")]
pub fn unknown_of(compared: &Compared) -> Vec<String> {
    NumberFacts::of(compared).unknown
}

impl NumberFacts {
    fn of(compared: &Compared) -> NumberFacts {
        let words = words();
        let comparison = compared.comparison();
        let (relation, baseline) = (compared.relation(), compared.first().label());
        // What somebody states or reports is said of what is, never of what is supposed.
        let supposed = compared.supposed().is_some();
        let measures = comparison.measures.iter().filter(|change| change.says_something());
        let measures = measures.filter(|change| is_a_pane(change.first.kind));
        let measures = measures.filter(|change| !supposed || change.first.kind != MeasureKind::PromisedLimit);
        let measures = measures.map(|change| {
            let pane = Pane { supposed, ..Pane::of_measure(change, compared) };
            (pane, AskedWhy::Measure(change.first.kind))
        });
        let reported = comparison.reported.iter().filter(|_| !supposed).map(|change| {
            let why = AskedWhy::Report(change.subject.clone(), change.evidence.clone());
            (Pane::of_report(change, relation, baseline), why)
        });
        // What was reported of a service without naming a version is said of the only one it has.
        let is_of_none =
            |report: &&Reported| comparison.reported.iter().all(|change| change.key != report.key);
        let alone = compared.first().service().reported.iter().filter(is_of_none);
        let alone = alone.filter(|_| compared.is_the_only_version()).map(|report| {
            let why = AskedWhy::Report(report.subject.clone(), vec![report.evidence.clone()]);
            (Pane::of_report_alone(report, false), why)
        });
        let mut panes: Vec<(Pane, AskedWhy)> = measures.chain(reported).chain(alone).collect();
        // Small panes, then the number people came for, then what stands beside it.
        panes.sort_by_key(|(pane, _)| (pane.with_counter, !pane.leading));
        let unknown = compare::unknown_measures(comparison).into_iter();
        let unknown = unknown.filter(|(kind, _)| is_told_by_sources(*kind) && !supposed);
        NumberFacts {
            panes,
            unknown: unknown.map(|(kind, _)| (words.names.measure)(kind).to_owned()).collect(),
            // Where only one half is illustrative, each number has its own mark.
            is_marked: compared.is_illustrative() && !compared.is_mixed(),
            hint: if compared.has_steps() { words.service.tap_a_number } else { words.service.tap_a_report },
        }
    }
}

/// Whose why a pane opens; a measure is looked up when somebody asks.
#[derive(Clone, PartialEq)]
enum AskedWhy {
    Measure(MeasureKind),
    Report(String, Vec<Evidence>),
}

fn numbers(facts: NumberFacts, compared: Signal<Option<Compared>>, why: RwSignal<Option<Why>>) -> AnyView {
    let words = words();
    let NumberFacts { panes, unknown, is_marked, hint } = facts;
    let are_known = !panes.is_empty();
    let panes = panes.into_iter().map(|(pane, asked)| {
        let on_open = move || {
            why.set(match asked.clone() {
                AskedWhy::Measure(kind) => compared.get_untracked().map(|now| Why::Measure(kind, now)),
                AskedWhy::Report(subject, evidence) => Some(Why::Report(subject, evidence)),
            });
        };
        view! { <PaneView pane on_open/> }
    });
    view! {
        <section aria-label=words.service.numbers_title>
            {are_known.then(|| view! {
                <div class="panes">{panes.collect_view()}</div>
                <p class="section__note">
                    {is_marked.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                    {hint}
                </p>
            })}
            {(!unknown.is_empty()).then(|| view! {
                <p class="blank">{(words.service.not_told_list)(&(words.names.list)(&unknown))}</p>
            })}
        </section>
    }
    .into_any()
}

/// Whether it has a pane of its own; what the back office does is told with the steps.
fn is_a_pane(kind: MeasureKind) -> bool {
    TOLD_MEASURES.contains(&kind) && kind != MeasureKind::BackOfficeSteps
}

/// Whether a source could tell it; what only we count or compute is not missed in a source.
pub fn is_told_by_sources(kind: MeasureKind) -> bool {
    is_a_pane(kind) && kind != MeasureKind::ComputedLimit
}
