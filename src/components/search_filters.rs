//! What narrows down a search: an area, and for whom. Lists offer what the words find; where no program runs, they
//! are a form of their own.

use ::api::search_query::{self, audience, parameter, spelled};
use domain::search::Query;
use domain::service::Audience;
use leptos::prelude::*;

use crate::components::filter::{Choice, Filter};
use crate::components::search_results::Known;
use crate::finding::Searched;
use crate::route::{Route, search_path};
use crate::words::{search_words, words};

/// See the module.
#[component]
pub fn SearchFilters(known: ArcMemo<Known>, query: Signal<Query>, searched: Searched) -> impl IntoView {
    let said = search_words();
    // What is offered stays while the next answer is on its way, so that no list is taken from under a finger.
    let offered = Memo::new(move |before: Option<&(Vec<String>, Vec<Audience>)>| {
        let found = known
            .with(|known| known.as_ref().map(|results| (results.areas.clone(), results.audiences.clone())));
        let mut offered = found.or(before.cloned()).unwrap_or_default();
        let query = query.read();
        if let Some(area) = query.area.as_ref().filter(|area| !offered.0.contains(area)) {
            offered.0.push(area.clone());
        }
        if let Some(audience) = query.audience.filter(|audience| !offered.1.contains(audience)) {
            offered.1.push(audience);
        }
        offered
    });
    let areas = Signal::derive(move || {
        offered.read().0.iter().map(|area| (area.clone(), area.clone())).collect::<Vec<Choice>>()
    });
    let audiences = Signal::derive(move || {
        let named = |audience: &Audience| {
            (spelled(*audience).to_owned(), (words().names.audience)(*audience).to_owned())
        };
        offered.read().1.iter().map(named).collect::<Vec<Choice>>()
    });
    let choose = move |change: fn(&mut Query, Option<String>)| {
        Callback::new(move |value: String| {
            let mut asked = query.get_untracked();
            change(&mut asked, Some(value).filter(|value| !value.is_empty()));
            searched.want();
            searched.navigation.replace(&search_path(&|name| search_query::value(&asked, name)));
        })
    };
    // Of one area there is nothing to choose.
    let one_area = Signal::derive(move || offered.read().0.len() < 2 && query.read().area.is_none());
    let no_audience = Signal::derive(move || offered.read().1.is_empty() && query.read().audience.is_none());
    let areas_list = view! {
        <Filter
            parameter=parameter::AREA
            name=said.area
            any=said.any
            chosen=Signal::derive(move || query.read().area.clone().unwrap_or_default())
            choices=areas
            choose=choose(|query, value| query.area = value)
            idle=one_area
        />
    }
    .into_any();
    let audiences_list = view! {
        <Filter
            parameter=parameter::AUDIENCE
            name=said.audience
            any=said.any
            chosen=Signal::derive(move || query.read().audience.map(spelled).unwrap_or_default().to_owned())
            choices=audiences
            choose=choose(|query, value| query.audience = value.as_deref().and_then(audience))
            idle=no_audience
        />
    }
    .into_any();
    view! {
        <form
            class="search-filters"
            method="get"
            action=Route::Home.path()
            on:submit=|event| event.prevent_default()
        >
            <input type="hidden" name=parameter::WORDS value=move || query.read().words.clone()/>
            {areas_list}
            {audiences_list}
            <button class="button without-program" type="submit">{words().service.show_chosen}</button>
        </form>
    }
}
