//! 换位跑记录: all runs, the reported ones first.

use ::api::{RunList, RunSummary};
use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::components::run_link::RunLink;
use crate::words::words;

/// Draws the runs.
#[component]
pub fn RunsView(list: RunList) -> impl IntoView {
    let words = words();
    let (examples, real): (Vec<_>, Vec<_>) = list.runs.into_iter().partition(|run| run.illustrative);
    view! {
        <PageHeading title=words.runs.title.to_owned()/>
        <p class="lead">{words.runs.lead}</p>
        <RunSection title=words.runs.real_title runs=real/>
        <RunSection title=words.home.examples_title runs=examples/>
    }
}

#[component]
fn RunSection(title: &'static str, runs: Vec<RunSummary>) -> impl IntoView {
    (!runs.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{title}</h2>
                <ul class="run-list">{runs.into_iter().map(|run| view! { <RunLink run/> }).collect_view()}</ul>
            </section>
        }
    })
}
