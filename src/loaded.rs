//! Draws anything that comes from the server: nothing yet, loading, a failure with 重试, the value.

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::Failure;
use crate::components::page_heading::PageHeading;
use crate::pages::not_found::NotFoundPage;
use crate::takeover;
use crate::words::words;

/// What has become of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Load<T> {
    /// Asked a moment ago; most answers come before there is anything to show.
    Loading,
    /// Asked, and slow enough that somebody should be told.
    LoadingSlowly,
    /// No answer, and why.
    Failed(Failure),
    /// The answer.
    Loaded(T),
}

/// A request that is made again when somebody says 重试.
pub struct Loader<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    attempt: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

/// What was asked for, on its way.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// No question: the number that is never reached by asking again.
const ANSWERED: u32 = u32::MAX;

/// How long before a slow answer is worth mentioning.
const SLOW: Duration = Duration::from_millis(200);

impl<T: Clone + Send + Sync + 'static> Loader<T> {
    /// Asks now, and again for every 重试. An answer that comes after the page was left is dropped.
    pub fn new(ask: impl Fn() -> Answer<T> + 'static) -> Loader<T> {
        Loader::of(Box::new(ask))
    }

    fn of(ask: Box<dyn Fn() -> Answer<T>>) -> Loader<T> {
        let state = RwSignal::new(Load::Loading);
        let attempt = RwSignal::new(0_u32);
        let pending = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let question = attempt.get();
            pending.set_value(question);
            let is_pending = move || pending.try_get_value() == Some(question);
            let answer = ask();
            set_timeout(
                move || {
                    if is_pending() {
                        state.set(Load::LoadingSlowly);
                    }
                },
                SLOW,
            );
            let answered: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async move {
                let answer = answer.await;
                let failed = matches!(answer, Err(Failure::Unreachable | Failure::Broken));
                let gave_up = failed && takeover::give_up();
                if is_pending() && !gave_up {
                    pending.set_value(ANSWERED);
                    state.set(answer.map_or_else(Load::Failed, Load::Loaded));
                }
            });
            spawn_local(answered);
        });
        Loader { state, attempt }
    }

    /// What has become of it.
    pub fn state(&self) -> Load<T> {
        self.state.get()
    }

    /// Asks again.
    pub fn retry(&self) {
        self.attempt.update(|attempt| *attempt += 1);
    }
}

/// Draws a page whose data was read.
pub type Draw = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// Draws a page that is loaded, or what there is to say instead.
#[component]
pub fn Loaded(loader: Loader<Draw>) -> impl IntoView {
    move || match loader.state.get() {
        Load::Loading => ().into_any(),
        Load::LoadingSlowly => view! { <Skeleton/> }.into_any(),
        Load::Failed(Failure::NotFound) => view! { <NotFoundPage/> }.into_any(),
        Load::Failed(failure) => view! { <FailureView failure retry=move || loader.retry()/> }.into_any(),
        Load::Loaded(draw) => draw(),
    }
}

/// The shape of a page that is on its way.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <p class="skeleton__words">{words().loading.under_way}</p>
            <div class="skeleton__line skeleton__line--title"></div>
            <div class="skeleton__line"></div>
            <div class="skeleton__box"></div>
        </div>
    }
}

/// What happened instead, in plain words, and a way to try again.
#[component]
pub fn FailureView(failure: Failure, retry: impl Fn() + 'static) -> impl IntoView {
    let words = &words().loading;
    let (title, advice) = match failure {
        Failure::Unreachable => (words.unreachable, words.unreachable_advice),
        Failure::Broken | Failure::NotFound => (words.broken, words.broken_advice),
    };
    let retry = Rc::new(retry);
    let again = retry.clone();
    // Who waits for the network need not press anything once it is back.
    Effect::new(move |_| {
        let again = again.clone();
        let online = window_event_listener_untyped("online", move |_| again());
        on_cleanup(move || online.remove());
    });
    view! {
        <section class="failure">
            <PageHeading title=title.to_owned()/>
            <p class="failure__advice">{advice}</p>
            <button class="button button--primary" type="button" on:click=move |_| retry()>
                {words.retry}
            </button>
        </section>
    }
}
