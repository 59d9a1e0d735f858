//! Chooses the two versions that stand beside each other. The choice lives in the address.

use std::sync::Arc;

use domain::{Relation, Service, VersionId};
use leptos::prelude::*;

use crate::compared::{Compared, Which};
use crate::components::chinese::lang_of;
use crate::components::comparison_form::{COMPARISON_FORM, ShowChosen};
use crate::route::{AskedComparison, use_comparison_address};
use crate::words::words;

/// Two lists of all versions, and a button between them that swaps the two. It stays while the versions
/// change, so that the focus stays where it is.
#[component]
pub fn VersionPicker(
    /// What is shown; nothing for a moment, when the address asks for what is not there.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let words = &words().service;
    let address = use_comparison_address();
    let swap = move |_| {
        if let Some(compared) = compared.get_untracked() {
            address.choose(|asked| ask_for(asked, &compared, Which::BOTH.map(Which::other)));
        }
    };
    view! {
        <div class="version-picker">
            <VersionList compared which=Which::First/>
            <button class="version-picker__swap" type="button" on:click=swap>
                <span class="visually-hidden">{words.swap}</span>
                <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                    <path class="icon-line" d="M4 9h15M15 5l4 4-4 4M20 16H5M9 12l-4 4 4 4"/>
                </svg>
            </button>
            <VersionList compared which=Which::Second/>
        </div>
        <ShowChosen/>
    }
}

/// Asks for what stands on the halves `which` now, in that order.
fn ask_for(asked: &mut AskedComparison, compared: &Compared, which: [Which; 2]) {
    let [from, to] = which.map(|which| Some(compared.half(which).version().id.clone()));
    (asked.from, asked.to) = (from, to);
}

#[component]
fn VersionList(compared: Memo<Option<Compared>>, which: Which) -> impl IntoView {
    let address = use_comparison_address();
    let service = Memo::new(move |last: Option<&Option<Arc<Service>>>| {
        let now = compared.with(|compared| compared.as_ref().map(|c| c.half(which).shared_service()));
        now.or_else(|| last.cloned().flatten())
    });
    let chosen =
        move || compared.with(|compared| compared.as_ref().map(|c| c.half(which).version().id.to_string()));
    let options = move || {
        let service = service.get()?;
        let options = service.versions.iter().map(|version| {
            let id = version.id.to_string();
            let selected = {
                let id = id.clone();
                move || chosen().as_ref() == Some(&id)
            };
            view! { <option value=id selected=selected lang=lang_of(&version.label)>{version.label.clone()}</option> }
        });
        Some(options.collect_view())
    };
    let change = move |event| {
        // The list offers nothing but ids.
        let id: Option<VersionId> = event_target_value(&event).parse().ok();
        let Some((id, compared)) = id.zip(compared.get_untracked()) else { return };
        address.choose(|asked| {
            ask_for(asked, &compared, Which::BOTH);
            match which {
                Which::First => asked.from = Some(id),
                Which::Second => asked.to = Some(id),
            }
        });
    };
    let label = move || compared.with(|c| c.as_ref().map(|c| side_label(c.relation(), which)));
    let name = match which {
        Which::First => "from",
        Which::Second => "to",
    };
    view! {
        <label class="version-picker__side">
            <span class="version-picker__label">{label}</span>
            <select
                class="version-picker__list"
                name=name
                form=COMPARISON_FORM
                on:change=change
                prop:value=move || chosen().unwrap_or_default()
            >
                {options}
            </select>
        </label>
    }
}

/// What a half is to the other: 改前 and 改后 only between a version and its descendant.
pub fn side_label(relation: Relation, which: Which) -> &'static str {
    let words = &words().service;
    match (relation, which) {
        (Relation::BeforeAfter, Which::First) | (Relation::AfterBefore, Which::Second) => words.from_before,
        (Relation::BeforeAfter, Which::Second) | (Relation::AfterBefore, Which::First) => words.to_after,
        (Relation::TwoWays, Which::First) => words.way_a,
        (Relation::TwoWays, Which::Second) => words.way_b,
        (Relation::Same, _) => words.same_version,
    }
}
