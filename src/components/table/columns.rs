//! Chooses the columns: which topics are shown, and what is told of each figure.

use domain::MeasureKind;
use domain::table::column::{Aspect, Topic};
use leptos::prelude::*;

use crate::components::table::heading::{aspect_name, topic_name};
use crate::route::table::TableAddress;
use crate::words::table_words;

/// A fold with a box for each column, and one for each thing that is told of a figure.
#[component]
pub fn ColumnChooser(address: TableAddress) -> impl IntoView {
    let words = table_words();
    let query = address.query();
    let topics = Topic::all().into_iter().filter(|topic| *topic != Topic::Service).map(|topic| {
        let shown = move || query.read().topics.contains(&topic);
        let toggle = move |_| {
            address.change(|asked| {
                let mut topics = asked.query.topics.clone();
                toggled(&mut topics, topic);
                asked.query.show(&topics);
            });
        };
        view! { <Choice name=topic_name(topic) chosen=Signal::derive(shown) toggle/> }
    });
    let aspects = Aspect::ALL.map(|aspect| {
        let told = move || query.read().aspects.contains(&aspect);
        let toggle = move |_| {
            address.change(|asked| {
                let mut aspects = asked.query.aspects.clone();
                toggled(&mut aspects, aspect);
                asked.query.tell(&aspects);
            });
        };
        view! { <Choice name=aspect_name(aspect) chosen=Signal::derive(told) toggle/> }
    });
    let (topics, aspects) = (topics.collect_view(), aspects.into_iter().collect_view());
    view! {
        <details class="table-columns">
            <summary class="table-columns__title">{words.columns}</summary>
            <fieldset class="table-columns__group">
                <legend>{words.columns_shown}</legend>
                <div class="table-columns__choices">{topics}</div>
            </fieldset>
            <fieldset class="table-columns__group">
                <legend>{words.aspects_told}</legend>
                <div class="table-columns__choices">{aspects}</div>
            </fieldset>
        </details>
    }
}

#[component]
fn Choice(
    name: &'static str,
    chosen: Signal<bool>,
    toggle: impl Fn(web_sys::Event) + 'static,
) -> impl IntoView {
    view! {
        <label class="table-columns__choice">
            <input type="checkbox" checked=chosen prop:checked=chosen on:change=toggle/>
            {name}
        </label>
    }
}

fn toggled<T: PartialEq>(chosen: &mut Vec<T>, one: T) {
    match chosen.iter().position(|known| *known == one) {
        Some(position) => {
            chosen.remove(position);
        }
        None => chosen.push(one),
    }
}

/// Whether the values of a measure carry words: a unit of time, or both parts of a share.
pub fn is_wide(kind: MeasureKind) -> bool {
    kind.is_time() || kind == MeasureKind::WaivedShare
}
