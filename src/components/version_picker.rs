//! Chooses the two versions that stand beside each other. The choice lives in the address.

use domain::{Relation, Service, VersionId, compare};
use leptos::prelude::*;

use crate::navigation::use_navigation;
use crate::route::comparison_path;
use crate::words::words;

/// The two chosen versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The first.
    pub first: VersionId,
    /// The second.
    pub second: VersionId,
}

/// Two lists of all versions, and a button between them that swaps the two.
#[component]
pub fn VersionPicker(service: StoredValue<Service>, pair: Signal<Pair>) -> impl IntoView {
    let words = &words().service;
    let navigation = use_navigation();
    let go = move |first: VersionId, second: VersionId| {
        let path = service.with_value(|service| comparison_path(&service.id, &first, &second));
        navigation.replace(&path);
    };
    let relation = Memo::new(move |_| relation_of(service, &pair.read()));
    let first_label = move || side_labels(relation.get()).0;
    let second_label = move || side_labels(relation.get()).1;
    let choose_first = Callback::new(move |id| go(id, pair.get_untracked().second));
    let choose_second = Callback::new(move |id| go(pair.get_untracked().first, id));
    let swap = move |_| {
        let Pair { first, second } = pair.get_untracked();
        go(second, first);
    };
    view! {
        <div class="version-picker">
            <VersionList
                service
                name="from"
                label=Signal::derive(first_label)
                chosen=Signal::derive(move || pair.get().first)
                choose=choose_first
            />
            <button class="version-picker__swap" type="button" on:click=swap>
                <span class="visually-hidden">{words.swap}</span>
                <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                    <path class="icon-line" d="M4 9h15M15 5l4 4-4 4M20 16H5M9 12l-4 4 4 4"/>
                </svg>
            </button>
            <VersionList
                service
                name="to"
                label=Signal::derive(second_label)
                chosen=Signal::derive(move || pair.get().second)
                choose=choose_second
            />
        </div>
    }
}

#[component]
fn VersionList(
    service: StoredValue<Service>,
    name: &'static str,
    label: Signal<&'static str>,
    chosen: Signal<VersionId>,
    choose: Callback<VersionId>,
) -> impl IntoView {
    let options = service.with_value(|service| {
        let options = service.versions.iter().map(|version| {
            let id = version.id.clone();
            let selected = move || chosen.read() == id;
            view! { <option value=version.id.to_string() selected=selected>{version.label.clone()}</option> }
        });
        options.collect_view()
    });
    let change = move |event| {
        // The list offers nothing but ids.
        if let Ok(id) = event_target_value(&event).parse() {
            choose.run(id);
        }
    };
    view! {
        <label class="version-picker__side">
            <span class="version-picker__label">{move || label.get()}</span>
            <select
                class="version-picker__list"
                name=name
                on:change=change
                prop:value=move || chosen.get().to_string()
            >
                {options}
            </select>
        </label>
    }
}

/// How the chosen versions are related.
pub fn relation_of(service: StoredValue<Service>, pair: &Pair) -> Relation {
    service.with_value(|service| match (service.version(&pair.first), service.version(&pair.second)) {
        (Some(first), Some(second)) => compare::relation(service, first, second),
        _ => Relation::Same,
    })
}

/// What the two sides are to each other: 改前 and 改后 only between a version and its descendant.
pub fn side_labels(relation: Relation) -> (&'static str, &'static str) {
    let words = &words().service;
    match relation {
        Relation::BeforeAfter => (words.from_before, words.to_after),
        Relation::AfterBefore => (words.to_after, words.from_before),
        Relation::TwoWays => (words.way_a, words.way_b),
        Relation::Same => (words.same_version, words.same_version),
    }
}
