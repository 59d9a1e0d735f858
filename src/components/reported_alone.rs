//! What was reported of a service that has no two versions to compare.

use std::sync::Arc;

use domain::Service;
use domain::service::InForceState;
use leptos::prelude::*;

use crate::components::numbers::is_told_by_sources;
use crate::components::pane::{Pane, PaneView, TOLD_MEASURES};
use crate::components::why_sheet::Why;
use crate::words::words;

/// Its reported figures as panes, each opening the clause that says so.
#[component]
pub fn ReportedAlone(service: Arc<Service>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = words();
    let state = service.versions.first().map(|version| version.in_force.state);
    let planned = state == Some(InForceState::Planned);
    let panes = service.reported.iter().map(|report| {
        let open = Why::Report(report.subject.clone(), vec![report.evidence.clone()]);
        let on_open = move || why.set(Some(open.clone()));
        view! { <PaneView pane=Pane::of_report_alone(report, planned) on_open/> }
    });
    let panes = panes.collect_view();
    let unknown = untold_of(&service);
    let has_panes = !service.reported.is_empty();
    view! {
        <section aria-label=words.service.numbers_title>
            {state.map(|state| view! { <p class="relation-note">{(words.names.in_force)(state)}</p> })}
            {has_panes.then(|| view! {
                <div class="panes">{panes}</div>
                <p class="section__note">{words.service.tap_a_report}</p>
            })}
            <p class="blank">{(words.service.not_told_list)(&(words.names.list)(&unknown))}</p>
        </section>
    }
}

/// The names of what nobody told of it.
pub fn untold_of(service: &Service) -> Vec<String> {
    TOLD_MEASURES
        .into_iter()
        .filter(|kind| is_told_by_sources(*kind))
        .filter(|kind| service.reported.iter().all(|report| report.measure != Some(*kind)))
        .map(|kind| (words().names.measure)(kind).to_owned())
        .collect()
}
