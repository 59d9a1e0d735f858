//! 首页: what this is in one sentence, the totals, the search, the ten reported systems, and the
//! demonstration district apart from them.

use ::api::{Card, ExampleCard, Home, HomeTotal, HowMuchTold};
use domain::{EvidenceKind, search};
use leptos::html;
use leptos::prelude::*;

use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::components::search_box::SearchBox;
use crate::components::service_card::{self, CardView, ExampleCardView};
use crate::diagram::lattice::ThreadsIntoLattice;
use crate::navigation::use_navigation;
use crate::route::{Route, search_path, use_asked_search};
use crate::words::words;

/// Draws 首页.
#[component]
pub fn HomeView(home: Home) -> impl IntoView {
    let typed = RwSignal::new(use_asked_search().get_untracked());
    let field = NodeRef::new();
    let Home { totals, evidence, cards, examples } = home;
    view! {
        <Hero/>
        <SearchBox typed field/>
        <Totals totals evidence/>
        <Found cards examples typed field/>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let turns = words().home.turns.iter().map(|(many, one)| {
        view! {
            <span class="hero__turn">
                <span class="hero__many">{*many}</span>
                <span class="hero__one">{*one}</span>
            </span>
        }
    });
    view! {
        <section class="hero">
            <PageHeading title=words().home.title.to_owned() class="visually-hidden"/>
            <p class="hero__turns" aria-hidden="true">{turns.collect_view()}</p>
            <ThreadsIntoLattice/>
            <p class="hero__lead">{words().home.lead}</p>
        </section>
    }
}

#[component]
fn Totals(totals: Vec<HomeTotal>, evidence: Option<EvidenceKind>) -> impl IntoView {
    let totals = totals.into_iter().map(|total| {
        view! {
            <div class="totals__total">
                <dt class="totals__label">{total.label}</dt>
                <dd class="totals__number">
                    {total.value.to_string()}
                    <span class="totals__counter">{total.counted}</span>
                </dd>
            </div>
        }
    });
    view! {
        <section class="totals" aria-label=words().home.totals_title>
            <dl class="totals__list">{totals.collect_view()}</dl>
            <p class="totals__note">
                {evidence.map(|kind| view! { <EvidenceMark kind/> })}
                {words().home.totals_note}
            </p>
        </section>
    }
}

/// What the search leaves of the cards and of the demonstration district.
#[component]
fn Found(
    cards: Vec<Card>,
    examples: Vec<ExampleCard>,
    typed: RwSignal<String>,
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let all = StoredValue::new((cards, examples));
    let found = Memo::new(move |_| {
        let query = typed.read();
        let matches = |names: [&str; 2], others: &[String]| {
            search::matches(&query, names.into_iter().chain(others.iter().map(String::as_str)))
        };
        all.with_value(|(cards, examples)| {
            let cards = cards.iter().filter(|card| matches([&card.title, &card.area], &card.names));
            let examples = examples.iter().filter(|card| matches([&card.name, ""], &card.names));
            (cards.cloned().collect::<Vec<_>>(), examples.cloned().collect::<Vec<_>>())
        })
    });
    let searching = Memo::new(move |_| !typed.read().trim().is_empty());
    let navigation = use_navigation();
    let show_all = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
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
            <form method="get" action=Route::Home.path() on:submit=show_all>
                <button class="button" type="submit">{words().home.show_all}</button>
            </form>
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
    let groups = [
        HowMuchTold::BeforeAndAfter,
        HowMuchTold::AfterOnly,
        HowMuchTold::Planned,
        HowMuchTold::WordsOnly,
        HowMuchTold::ProblemsAndRepairs,
    ];
    let groups = groups.into_iter().filter_map(|told| {
        let cards: Vec<Card> = cards.iter().filter(|card| card.told == told).cloned().collect();
        let count = cards.len();
        (count > 0).then(|| {
            view! {
                <div class="card-group">
                    <div class="section__head">
                        <h3 class="card-group__title">{service_card::title(told)}</h3>
                        <span class="section__count">{(words().home.count)(count)}</span>
                    </div>
                    <ul class="card-list">{cards.into_iter().map(|card| view! { <CardView card/> }).collect_view()}</ul>
                </div>
            }
        })
    });
    let groups = groups.collect_view();
    view! {
        <section class="section" aria-labelledby="cards-title">
            <h2 class="section__title" id="cards-title">{words().home.cards_title}</h2>
            <p class="section__note">{words().home.cards_note}</p>
            {groups}
        </section>
    }
}

#[component]
fn Examples(examples: Vec<ExampleCard>) -> impl IntoView {
    let examples = examples.into_iter().map(|card| view! { <ExampleCardView card/> });
    view! {
        <section class="section" aria-labelledby="examples-title">
            <h2 class="section__title" id="examples-title">{words().home.examples_title}</h2>
            <IllustrativeLine illustrative=true/>
            <p class="section__note">{words().home.examples_note}</p>
            <ul class="example-list">{examples.collect_view()}</ul>
        </section>
    }
}
