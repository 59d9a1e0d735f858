//! How much of their own time it takes the reader, before and now, with the ways that they enter themselves.

use domain::{MeasureKind, PlaceKey, Value};
use leptos::prelude::*;

use crate::case::Case;
use crate::components::checklist::kept::Kept;
use crate::components::chinese;
use crate::components::value_text::told;
use crate::words::checklist_words;

/// The hours, and a field for the way to each place. The fields stay while the hours follow them.
#[component]
pub fn OwnTime(case: Memo<Option<Case>>, kept: Kept) -> impl IntoView {
    let words = checklist_words();
    let hours = move || {
        let [before, now] = case.with(|case| case.as_ref().map(Case::own_time)).unwrap_or_default();
        let row = |name: &'static str, value: Option<Value>| {
            value.map(|value| {
                let told = told(MeasureKind::Burden, &value);
                view! {
                    <div class="facts__fact">
                        <dt>{name}</dt>
                        <dd>{told.unwrap_or_else(|| words.own_time_unknown.to_owned())}</dd>
                    </div>
                }
            })
        };
        let rows = (row(words.own_time_before, before), row(words.own_time_now, now));
        view! { <dl class="facts">{rows.0}{rows.1}</dl> }
    };
    let places = Memo::new(move |_| case.with(|case| case.as_ref().map(places).unwrap_or_default()));
    let fields = move || {
        let places = places.get();
        (!places.is_empty()).then(|| {
            let fields = places.into_iter().map(|place| view! { <Way place kept/> });
            view! {
                <fieldset class="ways">
                    <legend class="section__subtitle">{words.ways_title}</legend>
                    {fields.collect_view()}
                    <p class="section__note">{words.ways_note}</p>
                </fieldset>
            }
        })
    };
    view! {
        <section class="section" aria-labelledby="own-time-title">
            <h2 class="section__title" id="own-time-title">{words.own_time_title}</h2>
            {hours}
            {fields}
        </section>
    }
}

/// A place that is gone to, and how long the way is for others.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    key: PlaceKey,
    name: String,
    /// In minutes, there and back.
    travel: Option<(u32, u32)>,
}

fn places(case: &Case) -> Vec<Place> {
    let place = |key: PlaceKey| {
        let known = case.now().place(&key);
        // One that the reader has entered is no other's.
        let travel = known.and_then(|place| place.travel?.in_minutes()).filter(|(least, most)| least < most);
        Place { name: case.now().place_name(&key).to_owned(), travel, key }
    };
    case.places().into_iter().map(place).collect()
}

/// No way takes longer than a day.
const MOST_MINUTES: u32 = 24 * 60;

#[component]
fn Way(place: Place, kept: Kept) -> impl IntoView {
    let words = checklist_words();
    let key = StoredValue::new(place.key);
    let entered = move || {
        let minutes = kept.ways().with(|ways| key.with_value(|key| ways.get(key).copied()));
        minutes.map(|minutes| minutes.to_string()).unwrap_or_default()
    };
    let is_wrong = RwSignal::new(false);
    let enter = move |event| {
        let field: web_sys::HtmlInputElement = event_target(&event);
        is_wrong.set(!field.check_validity());
        // What is no number of minutes changes nothing; an empty field forgets.
        if !is_wrong.get_untracked() {
            kept.enter_way(key.get_value(), field.value().parse().ok());
        }
    };
    let told_wrong = move || {
        let told = (words.way_wrong)(MOST_MINUTES);
        is_wrong.get().then(|| view! { <span class="way__wrong" role="alert">{told}</span> })
    };
    let usual = place.travel.map(|(least, most)| (crate::words::words().names.range)(least, most));
    view! {
        <label class="way">
            <span class="way__name">{chinese::told((words.way_to)(&place.name))}</span>
            <input
                class="way__minutes"
                type="number"
                inputmode="numeric"
                min="1"
                max=MOST_MINUTES
                autocomplete="off"
                placeholder=usual
                aria-invalid=move || is_wrong.get().then_some("true")
                prop:value=entered
                on:change=enter
            />
            <span>{words.minutes}</span>
            {told_wrong}
        </label>
    }
}
