//! 哪天开始办: the day from which both strips are dated. It is kept in the address.

use domain::{Date, day};
use leptos::prelude::*;

use crate::clock;
use crate::components::comparison_form::{COMPARISON_FORM, ShowChosen};
use crate::route::use_comparison_address;
use crate::words::comparison_words;

/// A field for the day, and the days that people mean most.
#[component]
pub fn StartDay() -> impl IntoView {
    let words = &comparison_words().strips;
    let address = use_comparison_address();
    let start = address.part(|asked| &asked.start);
    let set = move |day: Option<Date>| address.change(|asked| asked.start = day);
    let written = move || start.get().map(|day| day.to_string()).unwrap_or_default();
    let clear = move || {
        start.get().is_some().then(|| {
            view! { <button class="start-day__button" type="button" on:click=move |_| set(None)>{words.no_start}</button> }
        })
    };
    view! {
        <div class="start-day">
            <label class="start-day__field">
                <span>{words.start_label}</span>
                <input
                    type="date"
                    name="start"
                    form=COMPARISON_FORM
                    value=written
                    prop:value=written
                    on:change=move |event| set(day::parse(&event_target_value(&event)))
                />
            </label>
            <button class="start-day__button" type="button" on:click=move |_| set(clock::today())>
                {words.today}
            </button>
            <button
                class="start-day__button"
                type="button"
                on:click=move |_| set(clock::today().and_then(clock::next_monday))
            >
                {words.next_monday}
            </button>
            {clear}
            <ShowChosen/>
        </div>
    }
    .into_any()
}
