//! One small sheet for how pages look, in the head of every page; language and edition are links to another page.
//! What is chosen there is put into effect and kept on the phone by crates/xtask/src/bundle/preferences.js, as
//! `data-size`, `data-theme` and `data-motion` of the document, which style/tokens.css and style/base.css follow.

use leptos::prelude::*;

use crate::components::edition_switch::EditionSwitch;
use crate::components::language_switch::LanguageLinks;
use crate::words::{PreferenceWords, words};

/// The sheet.
#[component]
pub fn Preferences() -> impl IntoView {
    let words = words().preferences;
    let of = [("size", &words.size), ("theme", &words.theme), ("motion", &words.motion)];
    let of = of.map(|(name, words)| choices(name, words));
    view! {
        <details class="preferences">
            <summary class="preferences__open">{words.title}</summary>
            <div class="preferences__sheet">
                {of.into_iter().collect_view()}
                <fieldset class="preferences__of">
                    <legend>{self::words().site.languages}</legend>
                    <LanguageLinks/>
                </fieldset>
                <EditionSwitch/>
            </div>
        </details>
    }
}

/// What can be chosen of something; the value of the first is empty, and leaves it to the browser.
fn choices(name: &'static str, words: &'static PreferenceWords) -> impl IntoView {
    let choices = words.choices.iter().map(|(value, choice)| {
        view! {
            <label class="preferences__choice">
                <input type="radio" name=name value=*value/>
                <span>{*choice}</span>
            </label>
        }
    });
    view! {
        <fieldset class="preferences__of">
            <legend>{words.name}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
