//! The same page in the other edition: 长辈版, or the usual one. It is a load of its own; that it was chosen is kept
//! by crates/xtask/src/bundle/preferences.js.

use leptos::prelude::*;

use crate::edition::Edition;
use crate::navigation::use_navigation;
use crate::route::drawn_in;
use crate::words::words;

/// A link to it.
#[component]
pub fn EditionSwitch() -> impl IntoView {
    let navigation = use_navigation();
    let other = Edition::current().other();
    let name = match other {
        Edition::Elder => words().elder.to_elder,
        Edition::Usual => words().elder.to_usual,
    };
    let href = move || drawn_in(other, &navigation.address());
    view! { <a class="edition-switch" href=href target="_self">{name}</a> }
}
