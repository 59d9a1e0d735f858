//! What can be asked of a comparison, as one form: its fields stand all over the page and name it, so that
//! a browser without a program asks for the same address as the program does.

use leptos::prelude::*;

use crate::route::{SUPPOSED, use_comparison_address};
use crate::words::words;

/// The id by which fields name the form. The name of a field is that of a parameter of the address.
pub const COMPARISON_FORM: &str = "comparison";

/// What the address asks that no field, or not each page, has a field for. Of two parameters with one name
/// the first counts, so a field that is there comes before this.
const KEPT: [&str; 9] = ["from", "to", "with", "answers", "start", "kind", "step", "screen", SUPPOSED];

/// The form itself, after all its fields. The program has heard what was chosen before anybody can send it.
#[component]
pub fn ComparisonForm() -> impl IntoView {
    let asked = use_comparison_address().asked();
    let kept = move || {
        let query = asked.read().query();
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let kept = pairs.filter(|(name, _)| KEPT.contains(name)).map(|(name, value)| {
            view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }
        });
        kept.collect_view()
    };
    // A browser that fills in what stood here before would ask for what nobody has chosen.
    view! {
        <form
            id=COMPARISON_FORM
            method="get"
            autocomplete="off"
            on:submit=move |event: web_sys::SubmitEvent| event.prevent_default()
        >
            {kept}
        </form>
    }
}

/// Asks for what was chosen, where no program has heard it.
#[component]
pub fn ShowChosen() -> impl IntoView {
    view! {
        <button class="button without-program" type="submit" form=COMPARISON_FORM>
            {words().service.show_chosen}
        </button>
    }
}
