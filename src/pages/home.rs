//! 首页: what this is in one sentence, the totals, the search, the ten reported systems, and the
//! demonstration district apart from them.

use ::api::{Card, ExampleCard, Home, HomeTotal, HowMuchTold};
use domain::EvidenceKind;
use leptos::prelude::*;

use crate::components::chinese::{chinese, told};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::components::search_box::SearchBox;
use crate::components::service_card::{self, CardView, ExampleCardView};
use crate::diagram::lattice::ThreadsIntoLattice;
use crate::finding::{Begin, Search, Searched};
use crate::route::examples_path;
use crate::words::words;

/// Draws 首页.
#[component]
pub fn HomeView(
    home: Home,
    /// What has found what the address looks for, where it looks for something.
    begun: Option<Begin>,
) -> impl IntoView {
    let searched = Searched::here();
    let search = Search::of(searched, begun);
    let Home { totals, evidence, cards, examples, more_examples: more } = home;
    view! {
        <Hero/>
        <SearchBox searched/>
        <p class="search-result" role="status">{move || told(search.told())}</p>
        <Shown totals evidence cards examples more search/>
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
                <dt class="totals__label">{chinese(total.label)}</dt>
                <dd class="totals__number">
                    {total.value.to_string()}
                    <span class="totals__counter">{chinese(total.counted)}</span>
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

/// What there is besides the field: while something is looked for, what was found stands in its place.
#[component]
fn Shown(
    totals: Vec<HomeTotal>,
    evidence: Option<EvidenceKind>,
    cards: Vec<Card>,
    examples: Vec<ExampleCard>,
    more: u32,
    search: Search,
) -> impl IntoView {
    let all = StoredValue::new((totals, cards, examples));
    move || match search.finding() {
        Some(finding) => (finding.draw)(),
        None => {
            let (totals, cards, examples) = all.get_value();
            let cards = (!cards.is_empty()).then(|| view! { <Cards cards/> });
            let examples = (!examples.is_empty()).then(|| view! { <Examples examples more/> });
            view! { <Totals totals evidence/>{cards}{examples} }.into_any()
        }
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
fn Examples(examples: Vec<ExampleCard>, more: u32) -> impl IntoView {
    let examples = examples.into_iter().map(|card| view! { <ExampleCardView card/> });
    view! {
        <section class="section" aria-labelledby="examples-title">
            <h2 class="section__title" id="examples-title">{words().home.examples_title}</h2>
            <IllustrativeLine illustrative=true/>
            <p class="section__note">{words().home.examples_note}</p>
            <ul class="example-list">{examples.collect_view()}</ul>
            {(more > 0).then(|| view! {
                <p class="section__note"><a href=examples_path()>{(words().home.more_examples)(more)}</a></p>
            })}
        </section>
    }
}
