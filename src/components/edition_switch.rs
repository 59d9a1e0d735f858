//! The same page in the other edition: 长辈版, or the usual one. It is a load of its own.

use leptos::prelude::*;

use crate::edition::Edition;
use crate::navigation::use_navigation;
use crate::route::drawn_in;
use crate::storage;
use crate::words::words;

/// A link that also remembers the choice.
#[component]
pub fn EditionSwitch() -> impl IntoView {
    let navigation = use_navigation();
    let other = Edition::current().other();
    let (name, kept) = match other {
        Edition::Elder => (words().elder.to_elder, Edition::SEGMENT),
        Edition::Usual => (words().elder.to_usual, ""),
    };
    let href = move || drawn_in(other, &navigation.address());
    view! {
        <a
            class="edition-switch"
            href=href
            target="_self"
            on:click=move |_| storage::keep_preference("edition", kept)
        >
            {name}
        </a>
    }
}
