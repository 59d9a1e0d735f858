//! 查一件事: the field in which somebody types what they look for. What was submitted lives in the address.

use ::api::search_query::parameter;
use leptos::prelude::*;

use crate::finding::Searched;
use crate::route::{Route, search_path, use_asked_search};
use crate::words::words;

/// A field and a button; what is typed is found at once, what is submitted can be shared.
#[component]
pub fn SearchBox(searched: Searched) -> impl IntoView {
    let Searched { typed, field, navigation, .. } = searched;
    let words = &words().home;
    let asked = use_asked_search();
    // The address changes under a page that stays, when somebody goes back.
    Effect::new(move |before: Option<()>| {
        let asked = asked.get();
        if before.is_some() && asked != typed.get_untracked() {
            typed.set(asked);
            searched.want();
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        searched.want();
        let address = navigation.address_untracked();
        navigation.go(&search_path(&|name| match name {
            parameter::WORDS => Some(typed.get_untracked()),
            kept => address.parameter(kept),
        }));
    };
    view! {
        <form class="search-box" role="search" method="get" action=Route::Home.path() on:submit=submit>
            <label class="search-box__label" for="search">{words.search_label}</label>
            <div class="search-box__row">
                <input
                    class="search-box__field"
                    id="search"
                    name=parameter::WORDS
                    type="search"
                    maxlength="100"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder=words.search_hint
                    node_ref=field
                    value=typed.get_untracked()
                    prop:value=typed
                    on:focus=move |_| searched.want()
                    on:input=move |event| searched.type_in(event_target_value(&event))
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
