//! The numbers that the experiment changes, in one line that stays in sight while edits are chosen.

use domain::{Edit, MeasureKind, Value};
use leptos::prelude::*;

use super::of_experiment;
use crate::compared::Compared;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::words::{what_if, words};

/// The measures that a short line has room for.
const SHOWN: [MeasureKind; 6] = [
    MeasureKind::Places,
    MeasureKind::Windows,
    MeasureKind::Visits,
    MeasureKind::ApplicantSteps,
    MeasureKind::Documents,
    MeasureKind::ComputedLimit,
];

/// What became of the numbers, with the ways to take the last edit or all of them back.
#[component]
pub fn Outcome(compared: Memo<Option<Compared>>, suppose: Callback<Vec<Edit>>) -> impl IntoView {
    let words = words();
    let edits = move || of_experiment(compared, |e| e.edits().to_vec()).unwrap_or_default();
    let undo = move |_| {
        let mut left = untrack(edits);
        left.pop();
        suppose.run(left);
    };
    let is_empty = Memo::new(move |_| edits().is_empty());
    let changed = move || compared.with(|compared| compared.as_ref().map(changed).unwrap_or_default());
    let numbers = move || {
        let changed = changed();
        let same = changed.is_empty().then_some(what_if().no_difference);
        let items = changed.into_iter().map(|(name, first, second)| {
            view! {
                <span class="what-if-outcome__number">
                    {name}" "{first}
                    <span class="what-if-outcome__arrow"><span class="visually-hidden">{words.service.arrow}</span></span>
                    {second}
                </span>
            }
        });
        view! { {items.collect_view()} {same} }
    };
    view! {
        <div class="what-if-outcome" class:what-if-outcome--idle=is_empty>
            <p class="what-if-outcome__numbers" role="status" aria-label=what_if().result>
                <HypothesisMark/>
                {numbers}
            </p>
            <button class="what-if-outcome__undo" type="button" disabled=is_empty on:click=undo>{what_if().undo}</button>
            <button
                class="what-if-outcome__undo"
                type="button"
                disabled=is_empty
                on:click=move |_| suppose.run(Vec::new())
            >
                {what_if().clear}
            </button>
        </div>
    }
}

/// Name, before and after of each measure that the experiment changes.
fn changed(compared: &Compared) -> Vec<(&'static str, String, String)> {
    let words = words();
    let told = |value: &Value| match value {
        Value::Count { min, max } => (words.names.range)(*min, *max),
        Value::Time { span } => (words.names.span)(span),
        _ => what_if().unknown.to_owned(),
    };
    let shown = SHOWN.into_iter().filter_map(|kind| compared.measure(kind));
    let changed = shown.filter(|change| change.says_something() && change.first.value != change.second.value);
    changed
        .map(|change| {
            ((words.names.measure)(change.first.kind), told(&change.first.value), told(&change.second.value))
        })
        .collect()
}
