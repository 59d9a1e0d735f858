//! 我的清单: what one applicant brings, where they go, on which days, and until when it is done.

use std::sync::Arc;

use ::api::ServiceDetail;
use domain::service::InForceState;
use domain::{NoChecklist, Service};
use leptos::prelude::*;

use crate::case::Case;
use crate::components::checklist::dates::LastDays;
use crate::components::checklist::kept::Kept;
use crate::components::checklist::own_time::OwnTime;
use crate::components::checklist::papers::Papers;
use crate::components::checklist::pass_on::PassOn;
use crate::components::checklist::questions::Questions;
use crate::components::checklist::screens::Screens;
use crate::components::checklist::stops::Stops;
use crate::components::chinese;
use crate::components::comparison_form::ComparisonForm;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::components::phone_bar::PhoneBar;
use crate::components::start_day::StartDay;
use crate::components::telephone::telephone;
use crate::components::unread_note::{UnreadNote, answers_to};
use crate::edition::Edition;
use crate::route::{Route, asked_path, use_comparison_address};
use crate::words::{checklist_words, words};

/// Draws the list that the address asks for.
#[component]
pub fn ChecklistView(detail: ServiceDetail) -> impl IntoView {
    let service = Arc::new(detail.service);
    let address = use_comparison_address();
    let services = StoredValue::new([service.clone(), service.clone()]);
    let kept = Kept::of(service.id.clone());
    let (from, to) = (address.part(|asked| &asked.from), address.part(|asked| &asked.to));
    let (given, start) = (address.part(|asked| &asked.answers), address.part(|asked| &asked.start));
    let case = Memo::new(move |_| {
        let answers = services.with_value(|services| answers_to(services, &given.read()));
        let (from, to) = (from.read(), to.read());
        let versions = [from.as_ref(), to.as_ref()];
        services.with_value(|[service, _]| {
            Case::new(service, versions, answers, start.get(), &kept.ways().read())
        })
    });
    kept.follow(case);
    // What is drawn follows the case by itself; it is drawn anew where there is a list, or none, for another reason.
    let shown = Memo::new(move |_| case.with(|case| case.as_ref().map(|case| case.list().map(|_| ()))));
    let title = (checklist_words().title_of)(&service.name);
    let phone = service.phone.clone();
    view! {
        <div class="checklist">
            <PageHeading title/>
            <IllustrativeLine illustrative=service.illustrative/>
            <ListedVersion case/>
            {view! { <UnreadNote services asked=address.asked()/> }.into_any()}
            {move || match shown.get() {
                Some(Ok(())) => view! { <List case kept/> }.into_any(),
                Some(Err(why)) => view! { <NoList service=service.clone() why/> }.into_any(),
                None if service.versions.is_empty() => {
                    view! { <NoList service=service.clone() why=NoChecklist::NoSteps/> }.into_any()
                }
                None => view! { <NoSuchVersion service=service.clone()/> }.into_any(),
            }}
            <PhoneBar phone/>
        </div>
    }
}

/// The parts of a list, in the order in which one needs them.
#[component]
fn List(case: Memo<Option<Case>>, kept: Kept) -> impl IntoView {
    let words = checklist_words();
    if Edition::is_elder() {
        return view! { <Screens case kept/> <ComparisonForm/> }.into_any();
    }
    view! {
        {view! { <Questions case/> }.into_any()}
        <section class="section checklist__start" aria-labelledby="start-title">
            <h2 class="section__title" id="start-title">{words.start_title}</h2>
            <StartDay/>
            <p class="section__note">{words.start_note}</p>
        </section>
        {view! { <Papers case kept/> }.into_any()}
        {view! { <Stops case/> }.into_any()}
        {view! { <LastDays case/> }.into_any()}
        {view! { <OwnTime case kept/> }.into_any()}
        {view! { <PassOn case/> }.into_any()}
        {view! { <ComparisonForm/> }.into_any()}
    }
    .into_any()
}

/// Which version is listed, and whether people can use it.
#[component]
fn ListedVersion(case: Memo<Option<Case>>) -> impl IntoView {
    let told = move || {
        let case = case.read();
        let case = case.as_ref()?;
        let version = case.now().version();
        let state = (version.in_force.state != InForceState::InForce).then(|| {
            let state = (words().names.in_force)(version.in_force.state);
            view! { " " <span class="tag tag--state">{state}</span> }
        });
        let words = checklist_words();
        Some(view! {
            <p class="checklist__version">{chinese::told((words.by_version)(&version.label))}{state}</p>
            <a class="arrow-link checklist__back" href=asked_path(&case.service().id, &case.asked())>
                {words.to_comparison}
            </a>
        })
    };
    view! { <div class="checklist__of">{told}</div> }
}

#[component]
fn NoList(service: Arc<Service>, why: NoChecklist) -> impl IntoView {
    let words = checklist_words();
    let told = match why {
        NoChecklist::NoSteps => words.no_steps,
        NoChecklist::TooLarge => words.too_large,
    };
    let phone = service.phone.clone().map(|phone| view! { <p>{words.phone}" "{telephone(phone)}</p> });
    let shown = service.illustrated_by.clone().map(|id| {
        let href = Route::Checklist(id).path();
        view! { <p><a class="arrow-link" href=href>{self::words().service.illustrated_by}</a></p> }
    });
    view! { <section class="section"><p>{told}</p>{phone}{shown}</section> }
}

#[component]
fn NoSuchVersion(service: Arc<Service>) -> impl IntoView {
    let words = &words().service;
    let href = Route::Checklist(service.id.clone()).path();
    view! {
        <section class="failure">
            <h2 class="section__title">{words.no_such_version}</h2>
            <p>{words.no_such_version_advice}</p>
            <a class="button button--primary" href=href>{checklist_words().title}</a>
        </section>
    }
}
