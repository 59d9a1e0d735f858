//! The way from a comparison to the list of the version that it leads to.

use leptos::prelude::*;

use crate::compared::Compared;
use crate::route::{AskedComparison, checklist_path, use_comparison_address};
use crate::words::words;

/// A link to the list, with the answers and the start day that were given; nothing where nobody has told the
/// steps.
#[component]
pub fn ChecklistEntry(compared: Memo<Option<Compared>>) -> impl IntoView {
    let address = use_comparison_address();
    move || {
        let compared = compared.read();
        let compared = compared.as_ref()?;
        let (first, second) = (compared.first(), compared.second());
        // What is only supposed is no version, and nobody can go there.
        let is_supposed = compared.supposed().is_some();
        let half = if is_supposed { first } else { second };
        if half.version().steps.is_empty() {
            return None;
        }
        let asked = address.asked().get();
        let from = (!is_supposed && !compared.is_of_two_services()).then(|| first.version().id.clone());
        let of_list = AskedComparison {
            from,
            to: Some(half.version().id.clone()),
            answers: asked.answers,
            start: asked.start,
            ..AskedComparison::default()
        };
        let href = checklist_path(&half.service().id, &of_list);
        Some(
            view! { <a class="button button--primary checklist-entry" href=href>{words().service.to_checklist}</a> },
        )
    }
}
