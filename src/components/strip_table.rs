//! A strip of time as a table: every step with its days.

use leptos::prelude::*;

use crate::components::lane_facts::LaneFacts;
use crate::words::comparison_words;

/// The steps of one version in the order of time; where there are none, what is said instead.
#[component]
pub fn StripTable(facts: LaneFacts) -> impl IntoView {
    let words = &comparison_words().strips;
    if facts.rows.is_empty() {
        let told = facts.told.into_iter().map(|told| view! { <p>{told}</p> }).collect_view();
        return view! {
            <h3 class="section__subtitle">{facts.label}</h3>
            {told}
        }
        .into_any();
    }
    let rows = facts.rows.into_iter().map(|row| {
        let decides = if row.is_critical { words.yes } else { words.no };
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{row.how}</td>
                <td>{row.begins}</td>
                <td>{row.over}</td>
                <td>{decides}</td>
            </tr>
        }
    });
    view! {
        <table class="strip-table">
            <caption>{facts.label}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.step}</th>
                    <th scope="col">{words.how}</th>
                    <th scope="col">{words.begins}</th>
                    <th scope="col">{words.over}</th>
                    <th scope="col">{words.decides}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
