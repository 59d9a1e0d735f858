//! What stands under every comparison of a service: what was said of it, done about it, run of it, and
//! where all of it comes from.

use std::sync::Arc;

use ::api::RunSummary;
use domain::Service;
use leptos::prelude::*;

use crate::components::chinese::chinese;
use crate::components::evidence_mark::EvidenceLegend;
use crate::components::quotation::{Quotation, Sources, ToldList};
use crate::components::run_link::RunLink;
use crate::route::Route;
use crate::words::words;

/// What belongs to the service whichever versions are chosen.
#[component]
pub fn ServiceFoot(service: Arc<Service>, runs: Vec<RunSummary>) -> impl IntoView {
    let words = words();
    let said = service.reported.iter().map(|report| view! { <Quotation evidence=report.evidence.clone()/> });
    let said = (!service.reported.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.said_title}</h2>
                {said.collect_view()}
            </section>
        }
    });
    let repairs = (!service.repairs.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.repairs_title}</h2>
                <ToldList told=service.repairs.clone()/>
            </section>
        }
    });
    let illustrated = service.illustrated_by.clone().map(|id| {
        view! {
            <section class="section">
                <p>{words.service.illustrated_note}</p>
                <p><a class="arrow-link" href=Route::Service(id).path()>{words.service.illustrated_by}</a></p>
            </section>
        }
    });
    let runs = (!runs.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{words.service.runs_title}</h2>
                <ul class="run-list">{runs.into_iter().map(|run| view! { <RunLink run/> }).collect_view()}</ul>
            </section>
        }
    });
    let sources = (!service.sources.is_empty()).then(|| {
        view! {
            <h3 class="section__subtitle">{words.service.sources_title}</h3>
            <Sources sources=service.sources.clone()/>
        }
    });
    view! {
        {said}
        {repairs}
        {plain_section(words.service.readings_title, &service.readings)}
        {illustrated}
        {runs}
        {plain_section(words.service.conditions_title, &service.conditions)}
        <section class="section">
            <h2 class="section__title">{words.service.evidence_title}</h2>
            <EvidenceLegend/>
            {sources}
        </section>
    }
}

fn plain_section(title: &'static str, lines: &[String]) -> Option<AnyView> {
    let items = lines.iter().map(|line| view! { <li>{chinese(line.clone())}</li> }).collect_view();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{title}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
}
