//! The head of 事项: what it is, whom it is for, and the mark of the demonstration district; of two
//! services, where a version of one stands beside a version of the other.

use std::sync::Arc;

use domain::Service;
use leptos::prelude::*;

use crate::compared::base_of;
use crate::components::chinese::{chinese, told};
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::route::{Route, use_comparison_address};
use crate::words::words;

/// The head of one service.
#[component]
pub fn ServiceHead(service: Arc<Service>) -> impl IntoView {
    let asked = use_comparison_address().asked();
    let supposed = Memo::new({
        let service = service.clone();
        move |_| asked.with(|asked| asked.supposed.is_some() && base_of(&service, &asked.from).is_some())
    });
    view! {
        <PageHeading title=service.name.clone() supposed of_data=true/>
        {facts(&service)}
        <p class="summary">{chinese(service.summary.clone())}</p>
        <IllustrativeLine illustrative=service.illustrative/>
    }
}

/// The head of two services beside each other, each with its own mark and a way to it alone.
#[component]
pub fn TwoServicesHead(services: [Arc<Service>; 2]) -> impl IntoView {
    let words = &words().service;
    let title = (words.two_services)(&services[0].name, &services[1].name);
    let sides = services.map(|service| {
        view! {
            <div class="two-services__side">
                <h2 class="two-services__name">{chinese(service.name.clone())}</h2>
                {facts(&service)}
                <IllustrativeLine illustrative=service.illustrative/>
                <a class="arrow-link" href=Route::Service(service.id.clone()).path()>
                    {told((words.only_this)(&service.name))}
                </a>
            </div>
        }
    });
    view! {
        <PageHeading title/>
        <div class="two-services">{sides.into_iter().collect_view()}</div>
    }
}

fn facts(service: &Service) -> impl IntoView + use<> {
    let words = words();
    let facts = [
        service.audience.map(|audience| (words.names.audience)(audience).to_owned()),
        service.outcome.as_ref().map(|outcome| (words.service.outcome)(outcome)),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <li>{told(fact)}</li> });
    view! { <ul class="meta"><li>{chinese(service.area.clone())}</li>{facts.collect_view()}</ul> }
}
