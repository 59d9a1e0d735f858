//! Which rows are asked for: words, area, audience, kind of change, evidence, real or example. What is asked
//! lives in the address; it filters at once, and as a plain form where no program runs.

use std::time::Duration;

use ::api::table_query::parameter;
use domain::service::Audience;
use domain::table::TableRow;
use domain::table::column::{Spelled, read};
use domain::table::filter::{self, Reality};
use domain::{ChangeKind, EvidenceKind};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::components::filter::{Choice, Filter};
use crate::route::Route;
use crate::route::table::{AskedTable, TableAddress};
use crate::words::{table_words, words};

/// While somebody types, the address follows no faster than this: browsers refuse a flood.
const TYPING: Duration = Duration::from_millis(200);

/// The id of the search field, which takes the focus when what had it is gone.
pub const FIELD: &str = "table-search";

/// The form. Lists offer what some row has.
#[component]
pub fn TableFilters(rows: StoredValue<Vec<TableRow>>, address: TableAddress) -> impl IntoView {
    let (told, names) = (table_words(), &words().names);
    let filter = {
        let query = address.query();
        Memo::new(move |_| query.read().filter.clone())
    };
    let areas = rows.with_value(|rows| {
        let mut areas: Vec<Choice> = Vec::new();
        for row in rows {
            if !areas.iter().any(|(known, _)| *known == row.area) {
                areas.push((row.area.clone(), row.area.clone()));
            }
        }
        areas
    });
    let audiences = [Audience::NaturalPerson, Audience::LegalPerson];
    let audiences = audiences.map(|audience| spelled(audience, (names.audience)(audience))).to_vec();
    let occurs = |kind: &ChangeKind| {
        rows.with_value(|rows| rows.iter().any(|row| row.changes.iter().any(|change| change.kind == *kind)))
    };
    let changes = ChangeKind::ALL.into_iter().filter(occurs);
    let changes: Vec<Choice> = changes.map(|kind| spelled(kind, (names.change)(kind))).collect();
    let mut evidence: Vec<EvidenceKind> =
        rows.with_value(|rows| rows.iter().flat_map(TableRow::evidence).collect());
    evidence.sort_unstable();
    evidence.dedup();
    let evidence: Vec<Choice> =
        evidence.into_iter().map(|kind| spelled(kind, (names.evidence)(kind))).collect();
    let realities = [(Reality::Real, told.only_real), (Reality::Example, told.only_examples)];
    let realities = realities.map(|(reality, name)| spelled(reality, name)).to_vec();
    let set = move |change: fn(&mut filter::Filter, &str)| {
        Callback::new(move |value: String| address.change(|asked| change(&mut asked.query.filter, &value)))
    };
    let kept = move || {
        let kept = address.asked().with(AskedTable::besides_rows).into_iter();
        kept.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()
    };
    view! {
        <form
            class="table-filters"
            role="search"
            method="get"
            action=Route::Table.path()
            on:submit=|event| event.prevent_default()
        >
            <Words filter address/>
            <Filter
                parameter=parameter::AREA
                name=told.area
                chosen=Signal::derive(move || filter.read().area.clone().unwrap_or_default())
                any=told.any
                choices=Signal::stored(areas)
                choose=set(|filter, value| filter.area = Some(value.to_owned()).filter(|area| !area.is_empty()))
            />
            <Filter
                parameter=parameter::AUDIENCE
                name=told.audience
                chosen=value_of(move || filter.read().audience)
                any=told.any
                choices=Signal::stored(audiences)
                choose=set(|filter, value| filter.audience = read(value))
            />
            <Filter
                parameter=parameter::CHANGE
                name=told.change_kind
                chosen=value_of(move || filter.read().change)
                any=told.any
                choices=Signal::stored(changes)
                choose=set(|filter, value| filter.change = read(value))
            />
            <Filter
                parameter=parameter::EVIDENCE
                name=told.evidence
                chosen=value_of(move || filter.read().evidence)
                any=told.any
                choices=Signal::stored(evidence)
                choose=set(|filter, value| filter.evidence = read(value))
            />
            <Filter
                parameter=parameter::REALITY
                name=told.reality
                chosen=value_of(move || filter.read().reality)
                any=told.any
                choices=Signal::stored(realities)
                choose=set(|filter, value| filter.reality = read(value))
            />
            {kept}
            <button class="button without-program" type="submit">{words().service.show_chosen}</button>
        </form>
    }
}

fn spelled<T: Serialize>(kind: T, name: &str) -> Choice {
    (Spelled(kind).to_string(), name.to_owned())
}

fn value_of<T>(kind: impl Fn() -> Option<T> + Send + Sync + 'static) -> Signal<String>
where
    T: Serialize + DeserializeOwned + 'static,
{
    Signal::derive(move || kind().map(|kind| Spelled(kind).to_string()).unwrap_or_default())
}

#[component]
fn Words(filter: Memo<filter::Filter>, address: TableAddress) -> impl IntoView {
    let told = table_words();
    let written = move || filter.read().words.clone();
    let mut search = debounce(TYPING, move |words: String| {
        address.change(|asked| asked.query.filter.words = words);
    });
    view! {
        <label class="filter">
            <span class="filter__name">{told.words}</span>
            <input
                class="filter__field"
                id=FIELD
                type="search"
                maxlength="100"
                autocomplete="off"
                name=parameter::WORDS
                value=filter.with_untracked(|filter| filter.words.clone())
                prop:value=written
                on:input=move |event| search(event_target_value(&event))
            />
        </label>
    }
}
