//! The pages that are loaded when somebody goes there. 首页 comes with the first load; the others are
//! parts of the module that the bundle sets apart, so that a phone does not wait for what nobody asked for.
//!
//! Each function here is where a part begins: calling it loads the part, and answers with the function
//! that draws the page. A part that did not arrive is a failure like any other, with 重试.

// The attribute writes the foreign call by which a part is loaded.
#![allow(unsafe_code)]

use domain::{RunId, ServiceId};
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::api::Failure;
use crate::loaded::{Loaded, Loader};
use crate::pages::about::AboutPage;
use crate::pages::run::RunPage;
use crate::pages::runs::RunsPage;
use crate::pages::service::ServicePage;

impl From<SplitLoaderError> for Failure {
    fn from(_: SplitLoaderError) -> Failure {
        Failure::Unreachable
    }
}

type Draw<T> = fn(T) -> AnyView;

#[wasm_split(service, fallible)]
fn service() -> Result<Draw<ServiceId>, Failure> {
    Ok(|id| view! { <ServicePage id/> }.into_any())
}

#[wasm_split(runs, fallible)]
fn runs() -> Result<Draw<()>, Failure> {
    Ok(|()| view! { <RunsPage/> }.into_any())
}

#[wasm_split(run, fallible)]
fn run() -> Result<Draw<RunId>, Failure> {
    Ok(|id| view! { <RunPage id/> }.into_any())
}

#[wasm_split(about, fallible)]
fn about() -> Result<Draw<()>, Failure> {
    Ok(|()| view! { <AboutPage/> }.into_any())
}

/// 事项, once its part is there.
#[component]
pub fn ServicePart(id: ServiceId) -> impl IntoView {
    drawn_later(service, id)
}

/// 换位跑记录, once its part is there.
#[component]
pub fn RunsPart() -> impl IntoView {
    drawn_later(runs, ())
}

/// One run, once its part is there.
#[component]
pub fn RunPart(id: RunId) -> impl IntoView {
    drawn_later(run, id)
}

/// 关于行动, once its part is there.
#[component]
pub fn AboutPart() -> impl IntoView {
    drawn_later(about, ())
}

fn drawn_later<T, F>(part: fn() -> F, about: T) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<Draw<T>, Failure>> + 'static,
{
    let loader = Loader::new(|| (), move |()| part());
    let view = move |draw: Draw<T>| draw(about.clone());
    view! { <Loaded loader view/> }.into_any()
}
