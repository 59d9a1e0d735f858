//! Where to go and what to do there, one stop after another, with the days once a start day is chosen.

use domain::checklist::Stop;
use domain::{PlaceKey, Span, StepKey};
use leptos::prelude::*;

use crate::case::{Case, Dates};
use crate::components::chinese::{chinese, told};
use crate::components::telephone::telephone;
use crate::words::{checklist_words, words};

/// The stops, in order.
#[component]
pub fn Stops(
    case: Memo<Option<Case>>,
    /// Which one alone, in its order; all of them, where it is left out.
    #[prop(optional)]
    only: Option<usize>,
) -> impl IntoView {
    let words = checklist_words();
    let drawn = move || {
        let case = case.read();
        let Some(case) = case.as_ref() else { return ().into_any() };
        let goes = case.stops().iter().any(|stop| matches!(stop, Stop::Visit { .. }));
        let stays = (!goes).then(|| view! { <p class="checklist__none">{words.stays_home}</p> });
        let stops = case.stops().iter().enumerate().filter(|(at, _)| only.is_none_or(|only| *at == only));
        let stops = stops.map(|(_, stop)| match stop {
            Stop::Visit { number, place, windows, steps, there } => {
                let windows = windows.iter().map(|key| case.now().window_name(place, key).to_owned());
                visit(case, *number, place, windows.collect(), steps, *there).into_any()
            }
            Stop::Remote { step } => remote(case, step).into_any(),
        });
        let dates = case.dates().and_then(Result::ok);
        let more = dates.and_then(Dates::more_visits).map(|n| view! { <p>{(words.more_visits)(n)}</p> });
        let assumed = dates.map(|_| view! { <p class="section__note">{words.hours_assumed}</p> });
        view! { {stays} <ol class="stops">{stops.collect_view()}</ol> {more} {assumed} }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="stops-title">
            <h2 class="section__title" id="stops-title">{words.stops_title}</h2>
            {drawn}
        </section>
    }
}

fn visit(
    case: &Case,
    number: u32,
    place: &PlaceKey,
    windows: Vec<String>,
    steps: &[StepKey],
    there: Option<Span>,
) -> impl IntoView + use<> {
    let words = checklist_words();
    let names = &self::words().names;
    let known = case.now().place(place);
    let phone = case.service().phone.clone();
    let fact = |name: &'static str, value: Option<AnyView>| {
        value.map(|value| view! { <div class="stop__fact"><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let text = |text: Option<String>| text.map(|text| chinese(text).into_any());
    let there = there.map(|span| (names.own_time)(span.min(), span.max()));
    let windows = (!windows.is_empty()).then(|| (names.list)(&windows));
    view! {
        <li class="stop">
            <h3 class="stop__name">{(words.visit)(number)}" "<span class="stop__place">{chinese(case.now().place_name(place))}</span></h3>
            {days_of(case, steps.first())}
            <dl class="stop__facts">
                {fact(words.address, text(known.and_then(|place| place.address.clone())))}
                {fact(words.hours, text(known.and_then(|place| place.hours.clone())))}
                {fact(words.phone, phone.map(telephone))}
                {fact(words.windows, text(windows))}
                {fact(words.there, there.map(|there| told(there).into_any()))}
                {fact(words.does, Some(done(case, steps).into_any()))}
            </dl>
        </li>
    }
}

fn remote(case: &Case, step: &StepKey) -> impl IntoView + use<> {
    let words = checklist_words();
    let channel = case.now().step(step).map(|step| (self::words().names.channel)(step.channel));
    view! {
        <li class="stop stop--remote">
            <h3 class="stop__name">{words.from_home}" "<span class="stop__place">{channel}</span></h3>
            {days_of(case, Some(step))}
            {done(case, std::slice::from_ref(step))}
        </li>
    }
}

/// What is done, and what is in hand then.
fn done(case: &Case, steps: &[StepKey]) -> impl IntoView + use<> {
    let words = checklist_words();
    let steps = steps.iter().filter_map(|key| case.now().step(key)).map(|step| {
        let gets = (!step.outputs.is_empty()).then(|| (words.gets)(&(self::words().names.list)(&step.outputs)));
        view! { <li>{chinese(step.name.clone())}{gets.map(|gets| view! { <span class="stop__gets">{told(gets)}</span> })}</li> }
    });
    view! { <ul class="stop__steps">{steps.collect_view()}</ul> }
}

fn days_of(case: &Case, step: Option<&StepKey>) -> Option<impl IntoView + use<>> {
    let (first, last) = case.dates()?.ok()?.of_step(step?)?;
    let on = |date| case.day(date);
    let days = if first == last { on(first) } else { (checklist_words().between)(&on(first), &on(last)) };
    Some(view! { <p class="stop__days">{days}</p> })
}
