//! The comparison in one to three sentences, those of less and those of more of one size.

use domain::{Direction, EvidenceKind};
use leptos::prelude::*;

use crate::compared::in_short::{Said, in_short};
use crate::compared::{Compared, facts_of};
use crate::components::chinese::told;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::words::words;

/// The sentences; nothing where there is nothing to say.
#[component]
pub fn InShort(compared: Signal<Option<Compared>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| {
        let marks = Marks {
            is_illustrative: compared.is_illustrative(),
            is_mixed: compared.is_mixed(),
            is_supposed: compared.supposed().is_some(),
        };
        Some((in_short(compared), marks)).filter(|(said, _)| !said.is_empty())
    });
    move || facts.get().map(|(said, marks)| sentences(said, marks))
}

#[derive(Clone, Copy, PartialEq)]
struct Marks {
    is_illustrative: bool,
    is_mixed: bool,
    is_supposed: bool,
}

fn sentences(said: Vec<Said>, marks: Marks) -> AnyView {
    let sentences = said.into_iter().map(|said| {
        let class = match said.direction {
            Some(Direction::Less) => "in-short__said in-short__said--less",
            Some(Direction::More) => "in-short__said in-short__said--more",
            _ => "in-short__said",
        };
        // In one piece, whatever pieces the sentence has.
        view! { <li class=class><span>{told(said.text)}</span></li> }
    });
    let class = if marks.is_illustrative { "in-short in-short--example" } else { "in-short" };
    let mark = marks.is_mixed.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> });
    let supposed = marks.is_supposed.then(|| view! { <HypothesisMark/> });
    view! {
        <div class=class>
            {supposed}
            {mark}
            <ul aria-label=words().in_short.title>{sentences.collect_view()}</ul>
        </div>
    }
    .into_any()
}
