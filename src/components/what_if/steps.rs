//! The steps of an experiment, each with a button that opens the menu of what else could be.

use domain::step::Side;
use domain::{Edit, Step, StepKey};
use leptos::prelude::*;

use super::menu::EditMenu;
use crate::compared::{Compared, Half};
use crate::components::chinese::{chinese, told};
use crate::words::{comparison_words, what_if, words};

/// The steps of the version as it would be, each with its menu.
#[component]
pub fn Steps(compared: Memo<Option<Compared>>, suppose: Callback<Vec<Edit>>) -> impl IntoView {
    let open = RwSignal::new(None::<StepKey>);
    let steps = move || {
        compared.with(|compared| {
            let walk = compared.as_ref().and_then(|compared| compared.second().walk());
            let steps = walk.iter().flat_map(|walk| &walk.steps).map(|step| step.key.clone());
            steps.collect::<Vec<_>>()
        })
    };
    view! {
        <ol class="what-if__rows">
            <For each=steps key=Clone::clone children=move |step| view! { <StepRow compared suppose open step/> }/>
        </ol>
    }
}

#[component]
fn StepRow(
    compared: Memo<Option<Compared>>,
    suppose: Callback<Vec<Edit>>,
    /// The step whose menu is open.
    open: RwSignal<Option<StepKey>>,
    step: StepKey,
) -> impl IntoView {
    let words = what_if();
    let step = StoredValue::new(step);
    let of_step = move |ask: fn(&Half, &Step) -> String| {
        compared.with(|compared| {
            let half = compared.as_ref()?.second();
            Some(ask(half, step.with_value(|key| half.step(key))?))
        })
    };
    let is_open = Memo::new(move |_| step.with_value(|step| open.read().as_ref() == Some(step)));
    let toggle = move |_| open.set((!is_open.get_untracked()).then(|| step.get_value()));
    // The last menu that was open may be another one by now.
    let close = Callback::new(move |()| {
        if is_open.get_untracked() {
            open.set(None)
        }
    });
    let name = move || of_step(|_, step| step.name.clone()).unwrap_or_default();
    let menu = move || {
        let compared = is_open.get().then(|| compared.get_untracked()).flatten()?;
        Some(view! { <EditMenu compared step=step.get_value() suppose close/> })
    };
    view! {
        <li class="what-if__row" class:what-if__row--open=is_open>
            <span class="what-if__step">
                <span class="what-if__name">{move || chinese(name())}</span>
                <span class="what-if__where">{move || of_step(whereabouts).map(told)}</span>
            </span>
            <button
                class="what-if__change"
                type="button"
                aria-haspopup="dialog"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                {words.change_step}
                <span class="visually-hidden">{move || told((words.change_which)(&name()))}</span>
            </button>
            {menu}
        </li>
    }
}

fn whereabouts(half: &Half, step: &Step) -> String {
    let words = words();
    if step.side == Side::Internal {
        return comparison_words().steps.back_office.to_owned();
    }
    match (&step.place, &step.window) {
        (Some(place), Some(window)) if step.on_site() => {
            format!("{} {}", half.place_name(place), half.window_name(place, window))
        }
        (Some(place), None) if step.on_site() => half.place_name(place).to_owned(),
        _ => (words.names.channel)(step.channel).to_owned(),
    }
}
