//! The window of numbers of a comparison, and what is said of them.

use domain::{EvidenceKind, MeasureKind, compare};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::pane::{Pane, PaneView, TOLD_MEASURES};
use crate::components::why_sheet::Why;
use crate::words::words;

/// What is known of both versions, each number opening its why.
#[component]
pub fn Numbers(compared: Compared, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = words();
    let comparison = compared.comparison();
    let (relation, baseline) = (compared.relation(), compared.first().label());
    // What somebody states or reports is said of what is, never of what is supposed.
    let supposed = compared.supposed().is_some();
    let measures = comparison.measures.iter().filter(|change| change.says_something());
    let measures = measures.filter(|change| is_a_pane(change.first.kind));
    let measures = measures.filter(|change| !supposed || change.first.kind != MeasureKind::PromisedLimit);
    let measures = measures.map(|change| {
        let open = Why::Measure(change.first.kind, compared.clone());
        (Pane { supposed, ..Pane::of_measure(change, &compared) }, open)
    });
    let reported = comparison.reported.iter().filter(|_| !supposed).map(|change| {
        let open = Why::Report(change.subject.clone(), change.evidence.clone());
        (Pane::of_report(change, relation, baseline), open)
    });
    let mut panes: Vec<(Pane, Why)> = measures.chain(reported).collect();
    // Small panes, then the number people came for, then what stands beside it.
    panes.sort_by_key(|(pane, _)| (pane.with_counter, !pane.leading));
    let unknown = compare::unknown_measures(comparison);
    let unknown: Vec<String> = unknown
        .into_iter()
        .filter(|(kind, _)| is_told_by_sources(*kind) && !supposed)
        .map(|(kind, _)| (words.names.measure)(kind).to_owned())
        .collect();
    // Where only one half is illustrative, each number has its own mark.
    let illustrative = compared.is_illustrative() && !compared.is_mixed();
    let hint = if compared.has_steps() { words.service.tap_a_number } else { words.service.tap_a_report };
    view! {
        <section aria-label=words.service.numbers_title>
            <Panes panes why/>
            <p class="section__note">
                {illustrative.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                {hint}
            </p>
            {(!unknown.is_empty()).then(|| view! {
                <p class="blank">{(words.service.not_told_list)(&(words.names.list)(&unknown))}</p>
            })}
        </section>
    }
}

/// Whether it has a pane of its own; what the back office does is told with the steps.
fn is_a_pane(kind: MeasureKind) -> bool {
    TOLD_MEASURES.contains(&kind) && kind != MeasureKind::BackOfficeSteps
}

/// Whether a source could tell it; what only we count or compute is not missed in a source.
pub fn is_told_by_sources(kind: MeasureKind) -> bool {
    is_a_pane(kind) && kind != MeasureKind::ComputedLimit
}

/// Panes, each a button that opens its why.
#[component]
pub fn Panes(panes: Vec<(Pane, Why)>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let panes = panes.into_iter().map(|(pane, open)| {
        let on_open = move || why.set(Some(open.clone()));
        view! { <PaneView pane on_open/> }
    });
    view! { <div class="panes">{panes.collect_view()}</div> }
}
