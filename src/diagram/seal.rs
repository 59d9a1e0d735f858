//! The mark of the product: a lattice window in a seal, one stroke in it.

use leptos::prelude::*;

/// The seal, as large as the text beside it asks for.
#[component]
pub fn Seal() -> impl IntoView {
    view! {
        <svg class="seal" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
            <rect class="seal__ground" width="32" height="32" rx="2"/>
            <path
                class="seal__flower"
                d="M16 4a6 6 0 0 1 6 6 6 6 0 0 1 0 12 6 6 0 0 1-12 0 6 6 0 0 1 0-12 6 6 0 0 1 6-6z"
            />
            <rect class="seal__ground" x="10" y="14.5" width="12" height="3"/>
        </svg>
    }
}
