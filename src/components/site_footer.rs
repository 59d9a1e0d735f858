//! The foot of every page: what this is not, and where the numbers come from.

use leptos::prelude::*;

use crate::components::language_switch::LanguageSwitch;
use crate::route::{Route, anchor, path_to};
use crate::words::words;

/// The same sentences under every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let words = words();
    view! {
        <footer class="site-footer">
            <p class="site-footer__caution">{words.site.not_a_guide}</p>
            <p>{words.site.source_line}</p>
            <ul class="site-footer__links">
                <li><a href=Route::Table.path()>{words.site.table}</a></li>
                <li><a href=Route::Chances.path()>{words.site.chances}</a></li>
                <li><a href=path_to(&Route::About, anchor::HOW_WE_COUNT)>{words.about.how_title}</a></li>
            </ul>
            <LanguageSwitch class="site-footer__languages"/>
        </footer>
    }
}
