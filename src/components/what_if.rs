//! 假设: one version, what is supposed of it, and its steps, each with a menu of what else could be. The
//! address holds the experiment, so going back takes the last edit back.

mod edits;
mod menu;
mod outcome;
mod told;

use domain::step::Side;
use domain::{Edit, Experiment, Step, StepKey, VersionId};
use leptos::html;
use leptos::prelude::*;

use crate::compared::{Compared, Half};
use crate::components::hypothesis_mark::HypothesisMark;
use crate::route::{AskedComparison, Route, asked_path, use_comparison_address};
use crate::words::{comparison_words, what_if, words};
use edits::Supposed;
use menu::EditMenu;
use outcome::Outcome;

/// The bench of an experiment: it stays while edits come and go, so that the focus stays where it is.
#[component]
pub fn WhatIf(
    /// What is shown; something is supposed of its second half.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let words = what_if();
    let address = use_comparison_address();
    let heading = NodeRef::<html::H3>::new();
    let suppose = Callback::new(move |edits: Vec<Edit>| {
        address.choose(|asked| asked.supposed = Some(edits));
        keep_focus(heading);
    });
    view! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 class="section__title" id="what-if-title">{words.title}" "<HypothesisMark/></h2>
            <p class="what-if__caution">{words.caution}</p>
            <p class="what-if__stamp" aria-hidden="true"><HypothesisMark/></p>
            <Base compared/>
            <Supposed compared suppose heading/>
            <details class="what-if__steps" open>
                <summary class="what-if__summary">{words.steps}</summary>
                <Steps compared suppose/>
            </details>
            <Outcome compared suppose/>
        </section>
    }
}

/// What the experiment of a comparison says; nothing for a moment, when the address asks for another.
fn of_experiment<T>(compared: Memo<Option<Compared>>, ask: impl FnOnce(&Experiment) -> T) -> Option<T> {
    compared.with(|compared| Some(ask(&compared.as_ref()?.supposed()?.experiment)))
}

/// An element that had the focus may be gone with the step or the edit it belonged to.
fn keep_focus(heading: NodeRef<html::H3>) {
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let Some(heading) = heading.get_untracked().filter(|_| is_lost) {
            // What can't be focused is still read.
            heading.focus().unwrap_or(());
        }
    });
}

/// The version that the experiment starts from, and the way back to what is real.
#[component]
fn Base(compared: Memo<Option<Compared>>) -> impl IntoView {
    let words = what_if();
    let address = use_comparison_address();
    let chosen = move || of_experiment(compared, |experiment| experiment.base().to_string());
    let versions = Memo::new(move |_| {
        let versions = of_experiment(compared, |experiment| {
            let told = experiment.service().versions.iter().filter(|version| !version.steps.is_empty());
            let real = told.filter(|version| version.id != *experiment.version());
            real.map(|version| (version.id.to_string(), version.label.clone())).collect::<Vec<_>>()
        });
        versions.unwrap_or_default()
    });
    let options = move || {
        let options = versions.get().into_iter().map(|(id, label)| {
            let selected = {
                let id = id.clone();
                move || chosen().as_ref() == Some(&id)
            };
            view! { <option value=id selected=selected>{label}</option> }
        });
        options.collect_view()
    };
    let change = move |event| {
        // The list offers nothing but ids.
        let id: Option<VersionId> = event_target_value(&event).parse().ok();
        address.choose(|asked| asked.from = id);
    };
    let leave =
        move || compared.with(|c| c.as_ref().map(|c| Route::Service(c.first().service().id.clone()).path()));
    view! {
        <div class="what-if__base">
            <label class="what-if__choice">
                <span class="what-if__label">{words.base}</span>
                <select class="what-if__list" on:change=change prop:value=move || chosen().unwrap_or_default()>
                    {options}
                </select>
            </label>
            <a class="arrow-link" href=leave>{words.leave}</a>
        </div>
    }
}

/// The steps of the version as it would be, each with its menu.
#[component]
fn Steps(compared: Memo<Option<Compared>>, suppose: Callback<Vec<Edit>>) -> impl IntoView {
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
                <span class="what-if__name">{name}</span>
                <span class="what-if__where">{move || of_step(whereabouts)}</span>
            </span>
            <button
                class="what-if__change"
                type="button"
                aria-haspopup="dialog"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                {words.change_step}
                <span class="visually-hidden">{move || (words.change_which)(&name())}</span>
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

/// The ways from a comparison into an experiment: from either half whose steps are told.
#[component]
pub fn WhatIfEntry(compared: Memo<Option<Compared>>) -> impl IntoView {
    let words = what_if();
    let links = move || {
        let compared = compared.get()?;
        let mut halves = vec![compared.first(), compared.second()];
        halves.dedup_by_key(|half| (half.service().id.clone(), half.version().id.clone()));
        let told = halves.into_iter().filter(|half| !half.version().steps.is_empty());
        let links = told.map(|half| {
            let asked = AskedComparison {
                from: Some(half.version().id.clone()),
                answers: compared.answers().clone(),
                supposed: Some(Vec::new()),
                ..AskedComparison::default()
            };
            let href = asked_path(&half.service().id, &asked);
            let label = half.label().to_owned();
            let name = (words.entry)(&label);
            view! { <a class="what-if-entry__link" href=href aria-label=name>{label}</a> }
        });
        let links: Vec<_> = links.collect();
        (!links.is_empty()).then(|| {
            view! {
                <p class="what-if-entry">
                    <span class="what-if-entry__title">{words.entry_title}</span>
                    {links}
                </p>
            }
        })
    };
    view! { {links} }
}
