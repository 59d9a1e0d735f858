//! 首页: what this is in one sentence, the totals, the search, the ten reported systems, and the
//! demonstration district apart from them.

use ::api::Home;
use domain::search;
use leptos::html;
use leptos::prelude::*;

use crate::api;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::components::search_box::SearchBox;
use crate::components::service_card::{Card, CardView, ExampleCard, Told, cards};
use crate::diagram::lattice::ThreadsIntoLattice;
use crate::loaded::{Loaded, Loader};
use crate::navigation::use_navigation;
use crate::route::search_path;
use crate::words::words;

/// Loads 首页.
#[component]
pub fn HomePage() -> impl IntoView {
    let loader = Loader::new(api::home);
    view! { <Loaded loader view=|home: Home| view! { <HomeView home/> }.into_any()/> }
}

/// Draws 首页.
#[component]
pub fn HomeView(home: Home) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let field = NodeRef::new();
    view! {
        <Hero/>
        <SearchBox typed field/>
        <Totals home=home.clone()/>
        <Found home typed field/>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let words = words();
    let turns = words.home.many.into_iter().zip(words.home.one).map(|(many, one)| {
        view! {
            <span class="hero__turn">
                <span class="hero__many">{many}</span>
                <span class="hero__one">{one}</span>
            </span>
        }
    });
    view! {
        <section class="hero">
            <PageHeading title=words.home.title.to_owned() class="visually-hidden"/>
            <p class="hero__turns" aria-hidden="true">{turns.collect_view()}</p>
            <ThreadsIntoLattice/>
            <p class="hero__lead">{words.home.lead}</p>
        </section>
    }
}

#[component]
fn Totals(home: Home) -> impl IntoView {
    let words = &words().home;
    let totals = home.action.totals.iter().map(|total| {
        view! {
            <div class="totals__total">
                <dt class="totals__label">{total.label.clone()}</dt>
                <dd class="totals__number">
                    {total.value}
                    <span class="totals__counter">{total.counted.clone()}</span>
                </dd>
            </div>
        }
    });
    let evidence = home.action.totals.first().map(|total| total.evidence.kind());
    view! {
        <section class="totals" aria-label=words.totals_title>
            <dl class="totals__list">{totals.collect_view()}</dl>
            <p class="totals__note">
                {evidence.map(|kind| view! { <EvidenceMark kind/> })}
                {words.totals_note}
            </p>
        </section>
    }
}

/// What the search leaves of the cards and of the demonstration district.
#[component]
fn Found(home: Home, typed: RwSignal<String>, field: NodeRef<html::Input>) -> impl IntoView {
    let all = StoredValue::new(cards(&home));
    let examples: Vec<_> = home.services.into_iter().filter(|service| service.illustrative).collect();
    let examples = StoredValue::new(examples);
    let found = Memo::new(move |_| {
        let query = typed.read();
        let matches = |names: &[String]| search::matches(&query, names.iter().map(String::as_str));
        let cards =
            all.with_value(|all| all.iter().filter(|card| matches(&card.names)).cloned().collect::<Vec<_>>());
        let examples = examples.with_value(|all| {
            let names = |s: &&::api::ServiceSummary| {
                matches(&[s.aliases.clone(), vec![s.name.clone(), s.area.clone()]].concat())
            };
            all.iter().filter(names).cloned().collect::<Vec<_>>()
        });
        (cards, examples)
    });
    let searching = Memo::new(move |_| !typed.read().trim().is_empty());
    let navigation = use_navigation();
    let show_all = move |_| {
        typed.set(String::new());
        navigation.replace(&search_path(""));
        // The button goes away with the search; the focus stays with what searches.
        if let Some(field) = field.get_untracked() {
            field.focus().unwrap_or(());
        }
    };
    view! {
        <p class="search-result" role="status">
            {move || searching.get().then(|| {
                let (cards, examples) = found.get();
                match cards.len() + examples.len() {
                    0 => (words().home.found_nothing)(typed.get().trim()),
                    n => (words().home.found)(n),
                }
            })}
        </p>
        {move || searching.get().then(|| view! {
            <button class="button" type="button" on:click=show_all>
                {words().home.show_all}
            </button>
        })}
        {move || {
            let (cards, _) = found.get();
            (!cards.is_empty()).then(|| view! { <Cards cards/> })
        }}
        {move || {
            let (_, examples) = found.get();
            (!examples.is_empty()).then(|| view! { <Examples examples/> })
        }}
    }
}

#[component]
fn Cards(cards: Vec<Card>) -> impl IntoView {
    let words = &words().home;
    let groups =
        [Told::BeforeAndAfter, Told::AfterOnly, Told::Planned, Told::WordsOnly, Told::ProblemsAndRepairs];
    let groups = groups.into_iter().filter_map(|told| {
        let cards: Vec<Card> = cards.iter().filter(|card| card.told == told).cloned().collect();
        let count = cards.len();
        (count > 0).then(|| {
            view! {
                <div class="card-group">
                    <div class="section__head">
                        <h3 class="card-group__title">{told.title()}</h3>
                        <span class="section__count">{(words.count)(count)}</span>
                    </div>
                    <ul class="card-list">{cards.into_iter().map(|card| view! { <CardView card/> }).collect_view()}</ul>
                </div>
            }
        })
    });
    let groups = groups.collect_view();
    view! {
        <section class="section" aria-labelledby="cards-title">
            <h2 class="section__title" id="cards-title">{words.cards_title}</h2>
            <p class="section__note">{words.cards_note}</p>
            {groups}
        </section>
    }
}

#[component]
fn Examples(examples: Vec<::api::ServiceSummary>) -> impl IntoView {
    let words = &words().home;
    let examples = examples.into_iter().map(|service| view! { <ExampleCard service/> });
    view! {
        <section class="section" aria-labelledby="examples-title">
            <h2 class="section__title" id="examples-title">{words.examples_title}</h2>
            <IllustrativeLine illustrative=true/>
            <p class="section__note">{words.examples_note}</p>
            <ul class="example-list">{examples.collect_view()}</ul>
        </section>
    }
}
