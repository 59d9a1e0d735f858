//! The head of every page: the roof, the seal, the menu.

use leptos::prelude::*;

use crate::components::edition_switch::EditionSwitch;
use crate::components::language_switch::LanguageSwitch;
use crate::components::preferences::Preferences;
use crate::diagram::seal::Seal;
use crate::route::{Route, anchor, use_route};
use crate::words::words;

/// Name and menu; the current page is told.
#[component]
pub fn SiteHeader() -> impl IntoView {
    let words = &words().site;
    let route = use_route();
    let entry = move |target: Route, name: &'static str| {
        // A phone has them in the foot, where there is room.
        let class = match target {
            Route::Table | Route::Chances => "site-header__entry site-header__entry--wide",
            _ => "site-header__entry",
        };
        let href = target.path();
        let within = move || match (&target, route.get()) {
            (Route::Runs, Route::Run(_)) => Some("true"),
            (target, here) => (*target == here).then_some("page"),
        };
        view! { <li class=class><a class="site-header__link" href=href aria-current=within>{name}</a></li> }
    };
    view! {
        <a class="skip-link" href=format!("#{}", anchor::CONTENT)>{words.skip_to_content}</a>
        <header class="site-header">
            <div class="site-header__row">
                <a class="site-header__name" href=Route::Home.path()>
                    <Seal/>
                    <span>{words.name}</span>
                </a>
                <nav class="site-header__menu" aria-label=words.menu>
                    <ul>
                        {entry(Route::Home, words.home)}
                        {entry(Route::Runs, words.runs)}
                        {entry(Route::Table, words.table)}
                        {entry(Route::Chances, words.chances)}
                        {entry(Route::About, words.about)}
                    </ul>
                </nav>
                <LanguageSwitch class="site-header__languages"/>
                <EditionSwitch/>
                <Preferences/>
            </div>
        </header>
    }
}
