//! The pages that are loaded when somebody goes there. 首页 comes with the first load; the others are
//! parts of the module that the bundle sets apart, so that a phone does not wait for what nobody asked for.
//!
//! Each function with the attribute is where a part begins: calling it loads the part, and answers with
//! the function that draws the page. A part and what its page shows are asked for at the same time, and
//! either that does not arrive is one failure, with 重试.

// The attribute writes the foreign call by which a part is loaded.
#![allow(unsafe_code)]

use ::api::{RunDetail, RunList, ServiceDetail};
use domain::{Action, RunId, ServiceId};
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api::{self, Failure};
use crate::loaded::{Loaded, Loader};
use crate::pages::about::AboutView;
use crate::pages::run::RunView;
use crate::pages::runs::RunsView;
use crate::pages::service::ServiceView;
use crate::route::use_asked_pair;

impl From<SplitLoaderError> for Failure {
    fn from(_: SplitLoaderError) -> Failure {
        Failure::Unreachable
    }
}

type Draw<T> = fn(T) -> AnyView;

#[wasm_split(service, fallible)]
fn service() -> Result<Draw<ServiceDetail>, Failure> {
    Ok(|detail| view! { <ServiceView detail asked=use_asked_pair().into()/> }.into_any())
}

#[wasm_split(runs, fallible)]
fn runs() -> Result<Draw<RunList>, Failure> {
    Ok(|list| view! { <RunsView list/> }.into_any())
}

#[wasm_split(run, fallible)]
fn run() -> Result<Draw<RunDetail>, Failure> {
    Ok(|run| view! { <RunView run/> }.into_any())
}

#[wasm_split(about, fallible)]
fn about() -> Result<Draw<Action>, Failure> {
    Ok(|action| view! { <AboutView action/> }.into_any())
}

/// 事项, once it is there.
#[component]
pub fn ServicePage(id: ServiceId) -> impl IntoView {
    drawn_later(service, move || api::service(id.clone()))
}

/// 换位跑记录, once they are there.
#[component]
pub fn RunsPage() -> impl IntoView {
    drawn_later(runs, api::runs)
}

/// One run, once it is there.
#[component]
pub fn RunPage(id: RunId) -> impl IntoView {
    drawn_later(run, move || api::run(id.clone()))
}

/// 关于行动, once it is there.
#[component]
pub fn AboutPage() -> impl IntoView {
    drawn_later(about, api::action)
}

fn drawn_later<T, P, A>(part: fn() -> P, ask: impl Fn() -> A + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    P: Future<Output = Result<Draw<T>, Failure>> + 'static,
    A: Future<Output = Result<T, Failure>> + 'static,
{
    let loader = Loader::new(move || {
        let both = futures_util::future::join(part(), ask());
        async move {
            let (draw, answer) = both.await;
            // What the server says of the page matters more than how it would have been drawn.
            let answer = answer?;
            Ok((draw?, answer))
        }
    });
    let view = |(draw, answer): (Draw<T>, T)| draw(answer);
    view! { <Loaded loader view/> }.into_any()
}
