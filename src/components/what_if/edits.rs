//! What is supposed, each with a button that takes it away, and what could not be, with the reason.

use domain::Edit;
use leptos::prelude::*;

use super::{of_experiment, told};
use crate::compared::Compared;
use crate::components::chinese;
use crate::words::what_if;

/// The id of what takes the focus when what had it is gone.
pub const HEADING: &str = "what-if-count";

/// The edits of an experiment.
#[component]
pub fn Supposed(compared: Memo<Option<Compared>>, suppose: Callback<Vec<Edit>>) -> impl IntoView {
    let words = what_if();
    let edits = Memo::new(move |_| of_experiment(compared, |e| e.edits().to_vec()).unwrap_or_default());
    let list = move || {
        let told =
            of_experiment(compared, |e| e.edits().iter().map(|edit| told::edit(e, edit)).collect::<Vec<_>>());
        let items = told.unwrap_or_default().into_iter().enumerate().map(|(at, told)| {
            let remove = move |_| {
                let mut left = edits.get_untracked();
                left.remove(at);
                suppose.run(left);
            };
            let which = (words.remove_which)(&told);
            view! {
                <li class="what-if__edit">
                    <span>{chinese::told(told)}</span>
                    <button class="what-if__remove" type="button" on:click=remove>
                        {words.remove}
                        <span class="visually-hidden">{chinese::told(which)}</span>
                    </button>
                </li>
            }
        });
        items.collect_view()
    };
    let is_empty = move || edits.read().is_empty();
    let count = move || (!is_empty()).then(|| (words.supposed)(edits.read().len()));
    view! {
        <h3 class="what-if__count" id=HEADING tabindex="-1">
            {move || count().unwrap_or_else(|| words.nothing_supposed.to_owned())}
        </h3>
        <ol class="what-if__edits">{list}</ol>
        <Refused compared/>
    }
}

/// What the address asks to suppose and what can't be.
#[component]
fn Refused(compared: Memo<Option<Compared>>) -> impl IntoView {
    let words = what_if();
    let refused = Memo::new(move |_| {
        let refused = compared.with(|compared| {
            let supposed = compared.as_ref()?.supposed()?;
            let told = supposed.refused.iter().map(|(edit, why)| {
                let experiment = &supposed.experiment;
                (words.refusal)(&told::edit(experiment, edit), &told::why(experiment, why))
            });
            Some(told.collect::<Vec<_>>())
        });
        refused.unwrap_or_default()
    });
    move || {
        let refused = refused.get();
        let items =
            refused.iter().map(|told| view! { <li>{chinese::told(told.clone())}</li> }).collect_view();
        (!refused.is_empty()).then(|| {
            view! {
                <div class="what-if__refused" role="status">
                    <p>{words.refused}</p>
                    <ul class="plain-list">{items}</ul>
                </div>
            }
        })
    }
}
