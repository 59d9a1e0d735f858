//! A list that narrows something down: what it is, 不限, and the choices. Its name is a parameter of the address,
//! so that it works as a field of a form too.

use leptos::prelude::*;

use crate::components::chinese::lang_of_told;

/// A value as the address has it, and its name.
pub type Choice = (String, String);

/// See the module.
#[component]
pub fn Filter(
    parameter: &'static str,
    name: &'static str,
    /// What the list says where nothing is chosen.
    any: &'static str,
    /// The value, empty where nothing is chosen.
    chosen: Signal<String>,
    choices: Signal<Vec<Choice>>,
    choose: Callback<String>,
    /// Whether there is nothing to choose.
    #[prop(default = Signal::stored(false))]
    idle: Signal<bool>,
) -> impl IntoView {
    let options = move || {
        let option = |(value, name): Choice| {
            let this = value.clone();
            let selected = move || *chosen.read() == this;
            let lang = lang_of_told(&name);
            view! { <option value=value selected=selected lang=lang>{name}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="filter" hidden=move || idle.get()>
            <span class="filter__name">{name}</span>
            <select
                class="filter__field"
                name=parameter
                prop:value=move || chosen.get()
                on:change=move |event| choose.run(event_target_value(&event))
            >
                <option value="" selected=move || chosen.read().is_empty()>{any}</option>
                {options}
            </select>
        </label>
    }
}
