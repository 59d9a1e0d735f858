//! Which version an experiment starts from.

use domain::VersionId;
use leptos::prelude::*;

use super::of_experiment;
use crate::compared::Compared;
use crate::components::chinese::lang_of;
use crate::components::comparison_form::{COMPARISON_FORM, ShowChosen};
use crate::route::{Route, use_comparison_address};
use crate::words::what_if;

/// The version that the experiment starts from, and the way back to what is real.
#[component]
pub fn Base(compared: Memo<Option<Compared>>) -> impl IntoView {
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
            let lang = lang_of(&label);
            view! { <option value=id selected=selected lang=lang>{label}</option> }
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
                <span class="filter__name">{words.base}</span>
                <select
                    class="filter__field"
                    name="from"
                    form=COMPARISON_FORM
                    on:change=change
                    prop:value=move || chosen().unwrap_or_default()
                >
                    {options}
                </select>
            </label>
            <ShowChosen/>
            <a class="arrow-link" href=leave>{words.leave}</a>
        </div>
    }
}
