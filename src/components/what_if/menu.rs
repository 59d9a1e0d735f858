//! What can be supposed of one step: a sheet from below on a phone, under the step on a desk.

mod offers;

use domain::{Edit, StepKey};
use leptos::html;
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::chinese::told;
use crate::words::what_if;
use offers::offers;

/// From this width on the menu stands in the page, as `style/components/what_if.css` has it.
const DESK: &str = "(min-width: 60rem)";

/// The menu of a step. It offers nothing that can't be.
#[component]
pub fn EditMenu(
    compared: Compared,
    step: StepKey,
    suppose: Callback<Vec<Edit>>,
    /// The menu has been closed.
    close: Callback<()>,
) -> impl IntoView {
    let words = what_if();
    let dialog = NodeRef::<html::Dialog>::new();
    let first = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) else { return };
        let on_desk = window().match_media(DESK).ok().flatten().is_some_and(|query| query.matches());
        if on_desk {
            dialog.show();
            // Brings into sight what the line of numbers would cover.
            if let Some(first) = first.get_untracked() {
                first.focus().unwrap_or(());
            }
        } else {
            // It fails only for a dialog that is not in the document, which then shows nothing.
            dialog.show_modal().unwrap_or(());
        }
    });
    // Closing gives the focus back to the button that opened it.
    let shut = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // Escape closes a modal dialog by itself.
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            shut();
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        if dialog.get_untracked().is_some_and(|d| event.target().as_ref() == Some(d.as_ref())) {
            shut();
        }
    };
    let offered = compared.supposed().map(|supposed| {
        let edits = supposed.experiment.edits().to_vec();
        let choose = Callback::new(move |edit: Edit| {
            shut();
            suppose.run(with(&edits, edit));
        });
        offers(&supposed.experiment, &step, choose)
    });
    let offered = offered.unwrap_or_default();
    let nothing = offered.is_empty().then(|| view! { <p>{words.nothing_possible}</p> });
    view! {
        <dialog
            class="what-if-menu"
            aria-labelledby="what-if-menu-title"
            node_ref=dialog
            on:click=click
            on:keydown=key
            on:close=move |_| close.run(())
        >
            <div class="what-if-menu__inner">
                <div class="what-if-menu__head">
                    <h4 class="what-if-menu__title" id="what-if-menu-title">
                        {told((words.menu)(compared.second().step_name(&step)))}
                    </h4>
                    <button
                        class="what-if-menu__close"
                        type="button"
                        node_ref=first
                        on:click=move |_| shut()
                    >
                        {words.close}
                    </button>
                </div>
                {nothing}
                {offered}
            </div>
        </dialog>
    }
}

/// The edits with one more. A time that is shortened again has one edit, not two.
fn with(edits: &[Edit], edit: Edit) -> Vec<Edit> {
    let replaces = |other: &Edit| match (other, &edit) {
        (Edit::Shorten { step: a, part: of_a, .. }, Edit::Shorten { step: b, part: of_b, .. }) => {
            (a, of_a) == (b, of_b)
        }
        _ => false,
    };
    let mut edits: Vec<Edit> = edits.iter().filter(|other| !replaces(other)).cloned().collect();
    edits.push(edit);
    edits
}
