//! 查一件事: finds a service or a run by its name. The words live in the address.

use leptos::html;
use leptos::prelude::*;

use crate::navigation::use_navigation;
use crate::route::{Route, search_path, use_asked_search};
use crate::words::words;

/// A field and a button; what is typed filters at once, what is submitted can be shared.
#[component]
pub fn SearchBox(
    /// What is in the field.
    typed: RwSignal<String>,
    /// The field, for those who give it the focus.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let words = &words().home;
    let navigation = use_navigation();
    let asked = use_asked_search();
    // The address changes under a page that stays, when somebody goes back.
    Effect::new(move |before: Option<()>| {
        let asked = asked.get();
        if before.is_some() {
            typed.set(asked);
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        navigation.go(&search_path(&typed.get_untracked()));
    };
    view! {
        <form class="search-box" role="search" method="get" action=Route::Home.path() on:submit=submit>
            <label class="search-box__label" for="search">{words.search_label}</label>
            <div class="search-box__row">
                <input
                    class="search-box__field"
                    id="search"
                    name="q"
                    type="search"
                    maxlength="100"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder=words.search_hint
                    node_ref=field
                    value=typed.get_untracked()
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <button class="search-box__button" type="submit">
                    <span class="visually-hidden">{words.search_button}</span>
                    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                        <path class="icon-line" d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L21 21"/>
                    </svg>
                </button>
            </div>
        </form>
    }
}
