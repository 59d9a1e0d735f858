//! One small sheet for how pages look, in the head of every page.

use leptos::prelude::*;

use crate::preferences::Preference;
use crate::words::words;

/// The sheet. It opens without a program; what is chosen there needs one.
#[component]
pub fn Preferences() -> impl IntoView {
    let words = &words().preferences;
    let choices = Preference::ALL.map(|preference| view! { <Choices preference/> });
    view! {
        <details class="preferences">
            <summary class="preferences__open">{words.title}</summary>
            <div class="preferences__sheet">{choices.into_iter().collect_view()}</div>
        </details>
    }
}

#[component]
fn Choices(preference: Preference) -> impl IntoView {
    let words = &words().preferences;
    let chosen = RwSignal::new(String::new());
    // Only the phone knows, once the page is there.
    Effect::new(move |_| chosen.set(preference.chosen()));
    let name = preference.name();
    let choices = preference.choices().iter().map(|choice| {
        let choose = move |_| {
            preference.choose(choice);
            chosen.set((*choice).to_owned());
        };
        view! {
            <label class="preferences__choice">
                <input type="radio" name=name value=*choice prop:checked=move || chosen.read().as_str() == *choice on:change=choose/>
                <span>{(words.choice)(preference, choice)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="preferences__of">
            <legend>{(words.name)(preference)}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
