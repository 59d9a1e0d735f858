//! The kinds of change there are, with a sign, a word and a count each; a press shows only the steps of that
//! kind. What is chosen is in the address.

use std::sync::Arc;

use domain::ChangeKind;
use leptos::prelude::*;

use super::row::Row;
use crate::diagram::change_sign::ChangeSign;
use crate::route::use_comparison_address;
use crate::words::step_list_words;
use crate::words::words;

/// One button for each kind that occurs, and one for all steps. Of one kind there is nothing to choose.
#[component]
pub fn Legend(rows: Memo<Vec<Arc<Row>>>, kinds: Memo<Vec<ChangeKind>>) -> impl IntoView {
    let counts = Memo::new(move |_| rows.with(|rows| counts(rows)));
    let has_choice = Memo::new(move |_| counts.with(|counts| counts.len() > 1));
    move || has_choice.get().then(|| legend(counts, kinds))
}

fn legend(counts: Memo<Vec<(ChangeKind, usize)>>, kinds: Memo<Vec<ChangeKind>>) -> AnyView {
    let told = step_list_words();
    let address = use_comparison_address();
    let button = move |(kind, count): (ChangeKind, usize)| {
        let pressed = move || if kinds.read().contains(&kind) { "true" } else { "false" };
        let toggle = move |_| {
            address.change(|asked| {
                match asked.kinds.iter().position(|chosen| *chosen == kind) {
                    Some(at) => drop(asked.kinds.remove(at)),
                    None => asked.kinds.push(kind),
                }
                asked.kinds.sort_unstable();
            });
        };
        view! {
            <li>
                <button class="legend__kind" type="button" aria-pressed=pressed on:click=toggle>
                    <ChangeSign kinds=vec![kind]/>
                    {(words().names.change)(kind)}
                    <span class="legend__count">{count}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let all_pressed = move || if kinds.read().is_empty() { "true" } else { "false" };
    let show_all = move |_| address.change(|asked| asked.kinds.clear());
    view! {
        <ul class="legend" aria-label=told.legend>
            <li>
                <button class="legend__kind" type="button" aria-pressed=all_pressed on:click=show_all>
                    {told.all_kinds}
                </button>
            </li>
            <For each=move || counts.get() key=|counted| *counted children=button/>
        </ul>
    }
    .into_any()
}

/// How many rows there are of each kind, in the order of all kinds.
fn counts(rows: &[Arc<Row>]) -> Vec<(ChangeKind, usize)> {
    let count = |kind: ChangeKind| rows.iter().filter(|row| row.kinds.contains(&kind)).count();
    ChangeKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}
