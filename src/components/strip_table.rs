//! A strip of time as a table: every step with its days.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::chinese::{self, chinese};
use crate::components::lane_facts::{LaneFacts, StepRow};
use crate::words::comparison_words;

/// The steps of one version in the order of time; where there are none, what is said instead. A row that an
/// answer leaves as it was is not drawn again.
#[component]
pub fn StripTable(
    /// The strip of the version; `None` for a moment, when there is no comparison.
    facts: Memo<Option<LaneFacts>>,
) -> impl IntoView {
    let has_rows = Memo::new(move |_| facts.with(|facts| facts.as_ref().is_some_and(|f| !f.rows.is_empty())));
    let label = move || facts.with(|facts| facts.as_ref().map(|facts| facts.name.view()));
    let told = move || facts.with(|facts| facts.as_ref().map(|facts| facts.told.clone()).unwrap_or_default());
    let rows = move || facts.with(|facts| facts.as_ref().map(|facts| facts.rows.clone()).unwrap_or_default());
    move || {
        if !has_rows.get() {
            let told =
                move || told().into_iter().map(|told| view! { <p>{chinese::told(told)}</p> }).collect_view();
            return view! { <h3 class="section__subtitle">{label}</h3> {told} }.into_any();
        }
        let words = &comparison_words().strips;
        view! {
            <table class="strip-table">
                <caption>{label}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.step}</th>
                        <th scope="col">{words.how}</th>
                        <th scope="col">{words.begins}</th>
                        <th scope="col">{words.over}</th>
                        <th scope="col">{words.decides}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=Clone::clone children=row_view/>
                </tbody>
            </table>
        }
        .into_any()
    }
}

fn row_view(row: Arc<StepRow>) -> AnyView {
    let words = &comparison_words().strips;
    let decides = if row.is_critical { words.yes } else { words.no };
    view! {
        <tr>
            <th scope="row">{chinese(row.name.clone())}</th>
            <td>{chinese::told(row.how.clone())}</td>
            <td>{row.begins.clone()}</td>
            <td>{row.over.clone()}</td>
            <td>{decides}</td>
        </tr>
    }
    .into_any()
}
