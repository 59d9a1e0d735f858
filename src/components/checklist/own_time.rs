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
            let fields = places.into_iter().map(|place| view! { <Way place case kept/> });
            view! {
                <fieldset class="ways">
                    <legend class="section__subtitle ways__title">{words.ways_title}</legend>
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

/// A place that is gone to.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    key: PlaceKey,
    name: String,
}

fn places(case: &Case) -> Vec<Place> {
    let place = |key: PlaceKey| Place { name: case.now().place_name(&key).to_owned(), key };
    case.places().into_iter().map(place).collect()
}

/// How long the way to a place and back takes others, in minutes. One that the reader has entered is no other's.
fn usual(case: &Case, place: &PlaceKey) -> Option<(u32, u32)> {
    let (least, most) = case.now().place(place)?.travel?.in_minutes()?;
    (least < most).then_some((least, most))
}

/// No way takes longer than a day.
const MOST_MINUTES: u32 = 24 * 60;

#[component]
fn Way(place: Place, case: Memo<Option<Case>>, kept: Kept) -> impl IntoView {
    let words = checklist_words();
    let usual = case.with_untracked(|case| usual(case.as_ref()?, &place.key));
    let usual = usual.map(|(least, most)| (crate::words::words().names.range)(least, most));
    let why_wrong = format!("way-{}-wrong", place.key);
    let key = StoredValue::new(place.key);
    let entered = Memo::new(move |_| kept.ways().with(|ways| key.with_value(|key| ways.get(key).copied())));
    let is_wrong = RwSignal::new(false);
    let enter = move |event| {
        let field: web_sys::HtmlInputElement = event_target(&event);
        is_wrong.set(!field.check_validity());
        // What is no number of minutes changes nothing; an empty field forgets. `1e2` is a number, and an empty field
        // is none (NaN).
        if !is_wrong.get_untracked() {
            let minutes = field.value_as_number();
            kept.enter_way(key.get_value(), (!minutes.is_nan()).then_some(minutes as u32));
        }
    };
    let described_by = {
        let why_wrong = why_wrong.clone();
        move || is_wrong.get().then(|| why_wrong.clone())
    };
    let told_wrong = move || {
        let told = (words.way_wrong)(MOST_MINUTES);
        is_wrong.get().then(|| view! { <p class="way__wrong" id=why_wrong.clone() role="alert">{told}</p> })
    };
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
                aria-describedby=described_by
                // While somebody types nothing is wrong yet, and what is wrong again is told again.
                on:input=move |_| is_wrong.set(false)
                prop:value=move || entered.get().map(|minutes| minutes.to_string()).unwrap_or_default()
                on:change=enter
            />
            <span>{words.minutes}</span>
        </label>
        {told_wrong}
    }
}
