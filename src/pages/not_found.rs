//! 找不到页面: says so, and shows the way home.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::route::Route;
use crate::words::words;

/// For an address that is none, and for things that are not there.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let words = &words().not_found;
    view! {
        <section class="not-found">
            <PageHeading title=words.title.to_owned()/>
            <p>{words.advice}</p>
            <a class="button button--primary" href=Route::Home.path()>{words.way_home}</a>
        </section>
    }
}
