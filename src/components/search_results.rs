//! What a search has found: a short list with what was typed marked in it, and what narrows it down. A part of
//! the module that is loaded when somebody goes to the field.

use std::sync::Arc;

use ::api::search_query::{self, parameter};
use domain::EvidenceKind;
use domain::search::{EntryKind, Finder, Found, Index, Marked, Query, Results};
use leptos::prelude::*;

use crate::api;
use crate::components::chinese::chinese;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::search_filters::SearchFilters;
use crate::finding::{Begin, Finding, Searched};
use crate::navigation::Address;
use crate::route::{Route, search_path};
use crate::words::{search_words, words};

/// From what something is found.
#[derive(Clone)]
enum Source {
    /// Nothing is there yet.
    Nothing,
    /// What the server has found, and for what.
    Answer(Arc<(Query, Results)>),
    /// The index, which is searched here.
    Index(Arc<Finder>),
}

/// What was found: nothing as long as it is not known.
pub type Known = Option<Results>;

/// Begins with what the server has found for an address of 首页, or with nothing.
pub fn begin(answer: Option<(Address, Results)>) -> Begin {
    let answer = answer.map(|(address, found)| (search_query::read(&|name| address.parameter(name)), found));
    let source = answer.map_or(Source::Nothing, |answer| Source::Answer(Arc::new(answer)));
    Arc::new(move |searched| finding(searched, source.clone()))
}

fn finding(searched: Searched, source: Source) -> Finding {
    let source = ArcRwSignal::new(source);
    let query = move || {
        search_query::read(&|name| match name {
            parameter::WORDS => Some(searched.typed.get()),
            _ => searched.navigation.address().parameter(name),
        })
    };
    let known: ArcMemo<Known> = {
        let source = source.clone();
        ArcMemo::new(move |_| {
            let query = query();
            match &*source.read() {
                Source::Nothing => None,
                Source::Answer(answer) => (answer.0 == query).then(|| answer.1.clone()),
                Source::Index(finder) => Some(finder.find(&query)),
            }
        })
    };
    let told = {
        let known = known.clone();
        move || known.with(|known| known.as_ref().map(|results| told(results, &query())))
    };
    let learn = move |index| match api::read::<Index>(index) {
        Some(index) => {
            source.set(Source::Index(Arc::new(Finder::of(index))));
            true
        }
        None => false,
    };
    let draw = move || {
        let known = known.clone();
        view! { <SearchResults known query=Signal::derive(query) searched/> }.into_any()
    };
    Finding { draw: Arc::new(draw), told: Arc::new(told), learn: Arc::new(learn) }
}

fn told(results: &Results, query: &Query) -> String {
    let said = search_words();
    match results.total {
        0 if results.areas.is_empty() => (said.found_nothing)(&query.words),
        0 => (said.found_nothing_here)(&query.words),
        total => (said.found)(total),
    }
}

#[component]
fn SearchResults(known: ArcMemo<Known>, query: Signal<Query>, searched: Searched) -> impl IntoView {
    let said = search_words();
    let show_all = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        searched.typed.set(String::new());
        searched.navigation.replace(&search_path(&|_| None));
        // The button goes away with the search; the focus stays with what searches.
        if let Some(field) = searched.field.get_untracked() {
            field.focus().unwrap_or(());
        }
    };
    let list = {
        let known = known.clone();
        move || known.get().map(|results| view! { <List results/> }.into_any())
    };
    view! {
        <section class="search-results" aria-label=said.title>
            <div class="search-results__head">
                {view! { <SearchFilters known query searched/> }.into_any()}
                <form method="get" action=Route::Home.path() on:submit=show_all>
                    <button class="button" type="submit">{said.show_all}</button>
                </form>
            </div>
            {list}
        </section>
    }
}

#[component]
fn List(results: Results) -> impl IntoView {
    let more = results.total.saturating_sub(u32::try_from(results.found.len()).unwrap_or(u32::MAX));
    let (examples, real): (Vec<_>, Vec<_>) = results.found.into_iter().partition(|found| found.illustrative);
    let list = |found: Vec<Found>| {
        (!found.is_empty()).then(|| {
            let found = found.into_iter().map(|found| view! { <Result found/> }).collect_view();
            view! { <ul class="search-results__list">{found}</ul> }
        })
    };
    view! {
        {list(real)}
        <IllustrativeLine illustrative=!examples.is_empty()/>
        {list(examples)}
        {(more > 0).then(|| view! { <p class="search-results__more">{(search_words().more)(more)}</p> })}
    }
}

#[component]
fn Result(found: Found) -> impl IntoView {
    let route = match found.kind {
        EntryKind::Service => found.id.parse().map(Route::Service).ok(),
        EntryKind::Run => found.id.parse().map(Route::Run).ok(),
    };
    let alias = found.alias.map(|alias| {
        let (before, behind) = search_words().also_called;
        view! {
            <span class="search-results__alias">
                {before}{marked(&alias)}{behind}
            </span>
        }
    });
    let audience = found.audience.map(|audience| {
        view! { <span>{(words().names.audience)(audience)}</span> }
    });
    let mark = found.illustrative.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> });
    view! {
        <li class="card">
            <a class="card__link" href=route.unwrap_or(Route::NotFound).path()>
                <span class="card__title">{marked(&found.name)}</span>
            </a>
            <p class="search-results__about">{mark}<span>{chinese(found.area)}</span>{audience}{alias}</p>
        </li>
    }
}

fn marked(text: &Marked) -> impl IntoView + use<> {
    let pieces = text.pieces().into_iter().map(|(marked, piece)| match marked {
        true => view! { <mark>{chinese(piece)}</mark> }.into_any(),
        false => chinese(piece).into_any(),
    });
    pieces.collect_view()
}
