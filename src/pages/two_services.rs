//! A version of one service beside a version of another: what the address names as `with` is asked for,
//! then both are drawn as one comparison.

use std::sync::Arc;

use ::api::{ServiceDetail, endpoint};
use domain::{Service, ServiceId};
use leptos::prelude::*;

use crate::api::{self, Failure};
use crate::components::chinese::told;
use crate::components::page_heading::PageHeading;
use crate::components::service_head::TwoServicesHead;
use crate::loaded::{Load, Loader, Skeleton};
use crate::pages::service::ComparisonView;
use crate::route::Route;
use crate::words::words;

/// Asks for the other service, and draws both once it is there.
#[component]
pub fn TwoServicesPage(
    /// The service whose page it is.
    first: Arc<Service>,
    /// The other.
    with: ServiceId,
) -> impl IntoView {
    let loader = Loader::new(move || {
        let path = endpoint::service(&with);
        Box::pin(async move {
            let detail: ServiceDetail = api::read(api::ask(path).await?).ok_or(Failure::Broken)?;
            Ok(Arc::new(detail.service))
        })
    });
    move || match loader.state() {
        Load::Loading => ().into_any(),
        Load::LoadingSlowly => view! { <Skeleton/> }.into_any(),
        Load::Failed(_) => {
            view! { <OtherMissing first=first.clone() retry=move || loader.retry()/> }.into_any()
        }
        Load::Loaded(second) => view! { <TwoServicesView first=first.clone() second/> }.into_any(),
    }
}

/// Draws a version of each of two services beside each other.
#[component]
pub fn TwoServicesView(first: Arc<Service>, second: Arc<Service>) -> impl IntoView {
    view! {
        <TwoServicesHead services=[first.clone(), second.clone()]/>
        {view! { <ComparisonView first second/> }.into_any()}
    }
}

/// The other service did not come: try again, or look at the one that did.
#[component]
pub fn OtherMissing(first: Arc<Service>, retry: impl Fn() + 'static) -> impl IntoView {
    let words = words();
    view! {
        <section class="failure">
            <PageHeading title=words.service.other_not_found.to_owned()/>
            <p class="failure__advice">{words.service.other_not_found_advice}</p>
            <button class="button button--primary" type="button" on:click=move |_| retry()>
                {words.loading.retry}
            </button>
            <p>
                <a class="arrow-link" href=Route::Service(first.id.clone()).path()>
                    {told((words.service.only_this)(&first.name))}
                </a>
            </p>
        </section>
    }
}
