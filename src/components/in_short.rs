//! The comparison in one to three sentences, those of less and those of more of one size.

use domain::{Direction, EvidenceKind};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::compared::in_short::in_short;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::words::words;

/// The sentences; nothing where there is nothing to say.
#[component]
pub fn InShort(compared: Compared) -> impl IntoView {
    let said = in_short(&compared);
    if said.is_empty() {
        return ().into_any();
    }
    let sentences = said.into_iter().map(|said| {
        let class = match said.direction {
            Some(Direction::Less) => "in-short__said in-short__said--less",
            Some(Direction::More) => "in-short__said in-short__said--more",
            _ => "in-short__said",
        };
        view! { <li class=class>{said.text}</li> }
    });
    let class = if compared.is_illustrative() { "in-short in-short--example" } else { "in-short" };
    let mark = compared.is_mixed().then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> });
    let supposed = compared.supposed().map(|_| view! { <HypothesisMark/> });
    view! {
        <div class=class>
            {supposed}
            {mark}
            <ul aria-label=words().in_short.title>{sentences.collect_view()}</ul>
        </div>
    }
    .into_any()
}
