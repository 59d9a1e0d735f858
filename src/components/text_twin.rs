//! The text of a picture: always there for who listens, on demand for who looks, and on paper.

use leptos::prelude::*;

/// A button that shows or hides what a picture says in words. Screen readers read the words whether
/// they are shown or not, so the picture beside it need not be read aloud.
#[component]
pub fn TextTwin(label: &'static str, children: Children) -> impl IntoView {
    let is_shown = RwSignal::new(false);
    let pressed = move || if is_shown.get() { "true" } else { "false" };
    view! {
        <div class="text-twin">
            <button
                class="text-twin__button"
                type="button"
                aria-pressed=pressed
                on:click=move |_| is_shown.update(|shown| *shown = !*shown)
            >
                {label}
            </button>
            <div class="text-twin__text" class:text-twin__text--shown=is_shown>
                {children()}
            </div>
        </div>
    }
}
