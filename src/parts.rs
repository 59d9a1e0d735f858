//! The pages that are loaded when somebody goes there. 首页 comes with the first load; the others are
//! parts of the module that the bundle sets apart, so that a phone does not wait for what nobody asked for.
//!
//! Each function with the attribute is where a part begins: calling it loads the part, and answers with
//! the function that reads what the server says and draws the page from it. A part and what its page
//! shows are asked for at the same time, and either that does not arrive is one failure, with 重试.
//!
//! Nothing outside a part may name the type its page is drawn from: what reads and drops such a type
//! would move into the first load, as it is then needed by both.

// The attribute writes the foreign call by which a part is loaded.
#![allow(unsafe_code)]

use std::pin::Pin;
use std::sync::Arc;

use ::api::{Home, endpoint};
use futures_util::future::join;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api::{self, Failure};
use crate::components::search_results;
use crate::finding::Begin;
use crate::loaded::{Answer, Draw, Loaded, Loader};
use crate::navigation::{Address, use_navigation};
use crate::pages::about::AboutView;
use crate::pages::chances::ChancesView;
use crate::pages::checklist::ChecklistView;
use crate::pages::home::HomeView;
use crate::pages::run::RunView;
use crate::pages::runs::RunsView;
use crate::pages::service::ServiceView;
use crate::pages::table::TableView;
use crate::route::{Route, asked_search};
use crate::takeover;

impl From<SplitLoaderError> for Failure {
    fn from(_: SplitLoaderError) -> Failure {
        Failure::Unreachable
    }
}

/// Reads what the server said; `None` where it is not what the page is drawn from.
type Read = fn(JsValue) -> Option<Draw>;

#[wasm_split(service, fallible)]
fn service() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |detail| view! { <ServiceView detail/> }.into_any()))
}

#[wasm_split(checklist, fallible)]
fn checklist() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |detail| view! { <ChecklistView detail/> }.into_any()))
}

#[wasm_split(table, fallible)]
fn table() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |table| view! { <TableView table/> }.into_any()))
}

#[wasm_split(chances, fallible)]
fn chances() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |list| view! { <ChancesView list/> }.into_any()))
}

#[wasm_split(runs, fallible)]
fn runs() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |list| view! { <RunsView list/> }.into_any()))
}

#[wasm_split(run, fallible)]
fn run() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |run| view! { <RunView run/> }.into_any()))
}

#[wasm_split(about, fallible)]
fn about() -> Result<Read, Failure> {
    Ok(|answer| page(answer, |action| view! { <AboutView action/> }.into_any()))
}

fn page<T>(answer: JsValue, draw: fn(T) -> AnyView) -> Option<Draw>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    let value: T = api::read(answer)?;
    Some(Arc::new(move || draw(value.clone())))
}

/// Begins to find, with what the server has found for an address of 首页, or with nothing; `None` where that
/// is not what was found.
type BeginSearch = fn(Option<(Address, JsValue)>) -> Option<Begin>;

#[wasm_split(search, fallible)]
fn search_part() -> Result<BeginSearch, Failure> {
    Ok(|answer| {
        let read = |(address, answer)| Some((address, api::read(answer)?));
        Some(search_results::begin(match answer {
            Some(answer) => Some(read(answer)?),
            None => None,
        }))
    })
}

/// What finds, and what the interface says at a path, once both are there.
pub fn search(path: String) -> Answer<(BeginSearch, JsValue)> {
    Box::pin(async move {
        let (part, answer) = join(search_part(), api::ask(path)).await;
        Ok((part?, answer?))
    })
}

/// Loads what the page at an address is drawn by: all of it, because what the server has sent shows all of it. What
/// does not come is asked for again by the page, which says so.
#[cfg(feature = "csr")]
pub async fn come(address: &Address) {
    use crate::sections::Section;

    let route = Route::parse(&address.path);
    let part = async {
        if let Some((part, _)) = part_of(&route) {
            part().await.ok();
        }
    };
    let more = async {
        takeover::a_moment().await;
        match &route {
            Route::Home if asked_search(address).is_some() => drop(search_part().await),
            Route::Service(_) => Section::come_with_the_page(address).await,
            _ => {}
        }
    };
    join(part, more).await;
}

/// 首页, which needs no part. One that was sent with something found is drawn once what finds is there; anywhere
/// else the search begins on the page.
#[component]
pub fn HomePage() -> impl IntoView {
    let navigation = use_navigation();
    let loader = Loader::new(move || {
        let address = navigation.address_untracked();
        Box::pin(async move {
            let home: Home = api::read(api::ask(endpoint::HOME.to_owned()).await?).ok_or(Failure::Broken)?;
            let begun = match asked_search(&address).filter(|_| takeover::is_waiting()) {
                Some(path) => {
                    let (begin, found) = search(path).await?;
                    Some(begin(Some((address, found))).ok_or(Failure::Broken)?)
                }
                None => None,
            };
            let draw = move || view! { <HomeView home=home.clone() begun=begun.clone()/> }.into_any();
            Ok(Arc::new(draw) as Draw)
        })
    });
    view! { <Loaded loader/> }.into_any()
}

/// A part that is on its way. Boxed, like every step of loading: one type, and so one copy of the code that
/// waits for it, in what every visit starts with.
type Coming = Pin<Box<dyn Future<Output = Result<Read, Failure>>>>;

/// The part that draws a page, and where the interface says what stands on it; nothing for 首页, which needs none,
/// and where there is no page.
fn part_of(route: &Route) -> Option<(fn() -> Coming, String)> {
    let part: (fn() -> Coming, String) = match route {
        Route::Home | Route::NotFound => return None,
        Route::Service(id) => (|| Box::pin(service()), endpoint::service(id)),
        Route::Checklist(id) => (|| Box::pin(checklist()), endpoint::service(id)),
        Route::Table => (|| Box::pin(table()), endpoint::TABLE.to_owned()),
        Route::Chances => (|| Box::pin(chances()), endpoint::CHANCES.to_owned()),
        Route::Runs => (|| Box::pin(runs()), endpoint::RUNS.to_owned()),
        Route::Run(id) => (|| Box::pin(run()), endpoint::run(id)),
        Route::About => (|| Box::pin(about()), endpoint::ACTION.to_owned()),
    };
    Some(part)
}

/// Draws a page that is a part of its own, once it is there; nothing for the others.
pub fn drawn_later(route: &Route) -> Option<AnyView> {
    let (part, path) = part_of(route)?;
    let loader = Loader::new(move || {
        let (part, answer) = (part(), api::ask(path.clone()));
        Box::pin(async move {
            let (read, answer) = join(part, answer).await;
            // What the server says of the page matters more than how it would have been drawn.
            let answer = answer?;
            read?(answer).ok_or(Failure::Broken)
        })
    });
    Some(view! { <Loaded loader/> }.into_any())
}
