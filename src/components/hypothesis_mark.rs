//! The mark of 假设: the word in a leaning frame, because what it is on does not stand yet.

use leptos::prelude::*;

use crate::words::what_if;

/// 假设, beside everything that is only supposed.
#[component]
pub fn HypothesisMark() -> impl IntoView {
    view! { <span class="hypothesis-mark">{what_if().mark}</span> }
}
