//! From a comparison into an experiment.

use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::chinese::chinese;
use crate::route::{AskedComparison, asked_path};
use crate::words::what_if;

/// The ways from a comparison into an experiment: from either half whose steps are told.
#[component]
pub fn WhatIfEntry(compared: Memo<Option<Compared>>) -> impl IntoView {
    let words = what_if();
    let links = move || {
        let compared = compared.get()?;
        let mut halves = vec![compared.first(), compared.second()];
        halves.dedup_by_key(|half| (half.service().id.clone(), half.version().id.clone()));
        let told = halves.into_iter().filter(|half| !half.version().steps.is_empty());
        let links = told.map(|half| {
            let asked = AskedComparison {
                from: Some(half.version().id.clone()),
                answers: compared.answers().clone(),
                supposed: Some(Vec::new()),
                ..AskedComparison::default()
            };
            let href = asked_path(&half.service().id, &asked);
            let label = half.label().to_owned();
            let name = (words.entry)(&label);
            view! { <a class="what-if-entry__link" href=href aria-label=name>{chinese(label)}</a> }
        });
        let links: Vec<_> = links.collect();
        (!links.is_empty()).then(|| {
            view! {
                <p class="what-if-entry">
                    <span class="what-if-entry__title">{words.entry_title}</span>
                    {links}
                </p>
            }
        })
    };
    view! { {links} }
}
