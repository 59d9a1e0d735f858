//! The same page in another language. There is one program for each, so the browser loads the page anew.

use leptos::prelude::*;

use crate::language::Language;
use crate::navigation::use_navigation;
use crate::route::said_in;
use crate::words::{own_name, words};

/// The links, where one looks for them on a page.
#[component]
pub fn LanguageSwitch(class: &'static str) -> impl IntoView {
    view! {
        <nav class=format!("language-switch {class}") aria-label=words().site.languages>
            <LanguageLinks/>
        </nav>
    }
}

/// A link for each language, written in that language.
#[component]
pub fn LanguageLinks() -> impl IntoView {
    let navigation = use_navigation();
    let entries = Language::ALL.map(|language| {
        let href = move || said_in(language, &navigation.address());
        let current = (language == Language::current()).then_some("true");
        let tag = language.tag();
        view! {
            <li>
                <a class="language-switch__link" href=href lang=tag hreflang=tag target="_self" aria-current=current>
                    {own_name(language)}
                </a>
            </li>
        }
    });
    view! { <ul class="language-switch__links">{entries.into_iter().collect_view()}</ul> }
}
