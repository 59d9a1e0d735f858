//! From one change to the next, by key and by thumb, in the order of the flow. Both halves move together,
//! because they are one list: a step that stands on one half only is where its neighbours are.

use std::sync::Arc;

use domain::{ChangeKind, StepKey};
use leptos::prelude::*;

use super::row::Row;
use crate::compared::Which;
use crate::route::use_comparison_address;
use crate::words::step_list_words;

/// The name of a row in the address.
pub type Focus = Option<(Which, StepKey)>;

/// The two buttons, and which of how many changes has the focus.
#[component]
pub fn Stepper(rows: Memo<Vec<Arc<Row>>>, shown: Memo<Vec<usize>>, focus: Memo<Focus>) -> impl IntoView {
    let words = step_list_words();
    let address = use_comparison_address();
    let there_are = Memo::new(move |_| rows.with(|rows| changes(rows, &shown.read()).len()));
    let told = move || {
        let at = rows.with(|rows| {
            let changes = changes(rows, &shown.read());
            let focus = focus.read();
            changes.iter().position(|at| Some(&rows[*at].focus) == focus.as_ref())
        });
        match at {
            Some(at) => (words.change_of)(at + 1, there_are.get()),
            None => (words.changes)(there_are.get()),
        }
    };
    let go = move |forward: bool| {
        let next =
            rows.with_untracked(|rows| next(rows, &shown.read_untracked(), &focus.get_untracked(), forward));
        if let Some(next) = next {
            address.change(|asked| asked.focus = Some(next.clone()));
            focus_row(&next);
        }
    };
    // What the address asks for is shown once it is there.
    Effect::new(move |before: Option<()>| {
        if before.is_none()
            && let Some(asked) = focus.get_untracked()
        {
            focus_row(&asked);
        }
    });
    move || {
        (there_are.get() > 1).then(|| {
            view! {
                <div class="stepper" role="group" aria-label=words.stepper>
                    <button class="stepper__button" type="button" on:click=move |_| go(false)>
                        {words.previous}
                    </button>
                    <span class="stepper__told" role="status">{told}</span>
                    <button class="stepper__button" type="button" on:click=move |_| go(true)>
                        {words.next}
                    </button>
                </div>
            }
        })
    }
}

/// The rows in which something changed, of those that are shown.
fn changes(rows: &[Arc<Row>], shown: &[usize]) -> Vec<usize> {
    let changed = |at: &usize| rows[*at].kinds != [ChangeKind::Kept];
    shown.iter().copied().filter(changed).collect()
}

/// The change after, or before, the one that has the focus; from a step in which nothing changed, or that
/// is not shown, the nearest one; round at the ends. `None` where nothing changed.
pub fn next(rows: &[Arc<Row>], shown: &[usize], focus: &Focus, forward: bool) -> Focus {
    let changes = changes(rows, shown);
    let here = rows.iter().position(|row| Some(&row.focus) == focus.as_ref());
    let next = match (here, forward) {
        (None, true) => changes.first(),
        (None, false) => changes.last(),
        (Some(here), true) => changes.iter().find(|at| **at > here).or(changes.first()),
        (Some(here), false) => changes.iter().rfind(|at| **at < here).or(changes.last()),
    };
    next.map(|at| rows[*at].focus.clone())
}

/// The id of a row in the document.
pub fn id_of((which, key): &(Which, StepKey)) -> String {
    match which {
        Which::First => format!("step-from-{key}"),
        Which::Second => format!("step-{key}"),
    }
}

/// Shows a row and gives it the focus.
pub fn focus_row(row: &(Which, StepKey)) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(&id_of(row));
    let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    // A row that can't take the focus is still shown.
    element.focus().unwrap_or(());
    element.scroll_into_view_with_bool(true);
}
