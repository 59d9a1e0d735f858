//! The kinds of change there are, with a sign, a word and a count each; a press shows only the steps of that
//! kind. What is chosen is in the address.

use domain::ChangeKind;
use leptos::prelude::*;

use super::row::Row;
use crate::diagram::change_sign::ChangeSign;
use crate::route::use_comparison_address;
use crate::words::step_list::step_list_words;
use crate::words::words;

/// One button for each kind that occurs, and one for all steps. Of one kind there is nothing to choose.
#[component]
pub fn Legend(rows: StoredValue<Vec<Row>>, kinds: Memo<Vec<ChangeKind>>) -> impl IntoView {
    let counts = rows.with_value(|rows| counts(rows));
    (counts.len() > 1).then(|| {
        let told = step_list_words();
        let address = use_comparison_address();
        let buttons = counts.into_iter().map(|(kind, count)| {
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
        });
        let all_pressed = move || if kinds.read().is_empty() { "true" } else { "false" };
        let show_all = move |_| address.change(|asked| asked.kinds.clear());
        view! {
            <ul class="legend" aria-label=told.legend>
                <li>
                    <button class="legend__kind" type="button" aria-pressed=all_pressed on:click=show_all>
                        {told.all_kinds}
                    </button>
                </li>
                {buttons.collect_view()}
            </ul>
        }
    })
}

/// How many rows there are of each kind, in the order of all kinds.
fn counts(rows: &[Row]) -> Vec<(ChangeKind, usize)> {
    let count = |kind: ChangeKind| rows.iter().filter(|row| row.kinds.contains(&kind)).count();
    ChangeKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}
