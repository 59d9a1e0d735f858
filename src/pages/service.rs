//! 事项: one service, two of its versions beside each other, from the numbers down to the steps.

use std::sync::Arc;

use ::api::ServiceDetail;
use domain::{Relation, Service, VersionId};
use leptos::prelude::*;

use crate::compared::{Compared, base_of};
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::lighter_and_heavier::LighterAndHeavier;
use crate::components::numbers::Numbers;
use crate::components::page_heading::PageHeading;
use crate::components::reported_alone::ReportedAlone;
use crate::components::service_foot::ServiceFoot;
use crate::components::step_changes::StepChanges;
use crate::components::time_strips::TimeStrips;
use crate::components::trip_picture::TripPicture;
use crate::components::unread_note::{UnreadNote, answers_to};
use crate::components::version_picker::VersionPicker;
use crate::components::what_if::{WhatIf, WhatIfEntry};
use crate::components::why_sheet::{Why, WhySheet};
use crate::route::{Route, use_comparison_address};
use crate::words::words;

/// Draws a service, and the comparison that the address asks for.
#[component]
pub fn ServiceView(detail: ServiceDetail) -> impl IntoView {
    let ServiceDetail { service, runs } = detail;
    let service = Arc::new(service);
    view! {
        {view! { <ServiceHead service=service.clone()/> }.into_any()}
        {view! { <ComparisonView first=service.clone() second=service.clone()/> }.into_any()}
        {view! { <ServiceFoot service runs/> }.into_any()}
    }
}

/// The comparison that the address asks for: a version of `first` and one of `second`, which may be the
/// same service.
#[component]
pub fn ComparisonView(first: Arc<Service>, second: Arc<Service>) -> impl IntoView {
    let address = use_comparison_address();
    let why = RwSignal::new(None);
    let services = StoredValue::new([first.clone(), second]);
    // Of all that is asked, only this is worth a new comparison.
    let (from, to) = (address.part(|asked| &asked.from), address.part(|asked| &asked.to));
    let given = address.part(|asked| &asked.answers);
    let answers = Memo::new(move |_| services.with_value(|services| answers_to(services, &given.read())));
    let chosen =
        Memo::new(move |_| services.with_value(|services| chosen(services, &from.read(), &to.read())));
    let supposed = address.part(|asked| &asked.supposed);
    let compared = Memo::new(move |_| {
        let base = services.with_value(|services| base_of(&services[0], &from.read()));
        if let (Some(edits), Some(base)) = (supposed.get(), base) {
            return services
                .with_value(|services| Compared::supposing(&services[0], &base, edits, answers.get()));
        }
        let Chosen::Pair(from, to) = chosen.get() else { return None };
        let [first, second] = services.get_value();
        Compared::new((first, &from), (second, &to), answers.get())
    });
    let shown = Memo::new(move |_| match &*compared.read() {
        None => Shown::Nothing,
        Some(compared) if compared.supposed().is_some() => Shown::Experiment,
        Some(_) => Shown::Versions,
    });
    let picker = move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Versions => view! { <VersionPicker compared/> <WhatIfEntry compared/> }.into_any(),
        Shown::Experiment => view! { <WhatIf compared/> }.into_any(),
    };
    let body = move || match (compared.get(), chosen.get()) {
        (Some(compared), _) => view! { <ComparisonBody compared why/> }.into_any(),
        (None, Chosen::Nothing) => view! { <ReportedAlone service=first.clone() why/> }.into_any(),
        (None, _) => view! { <NoSuchVersion service=first.clone()/> }.into_any(),
    };
    view! {
        {picker}
        <UnreadNote services asked=address.asked()/>
        {body}
        {view! { <WhySheet why/> }.into_any()}
    }
}

/// What stands beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Nothing, as the address asks for what is not there.
    Nothing,
    /// Two versions.
    Versions,
    /// A version, and what it would be.
    Experiment,
}

/// What the address asks to see.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    /// Two versions that are there.
    Pair(VersionId, VersionId),
    /// A version that the service does not have.
    Unknown,
    /// The service has no two versions to compare.
    Nothing,
}

fn chosen(services: &[Arc<Service>; 2], from: &Option<VersionId>, to: &Option<VersionId>) -> Chosen {
    let [first, second] = services;
    let find = |service: &Service, asked: &Option<VersionId>, default: Option<&domain::Version>| match asked {
        None => Ok(default.map(|version| version.id.clone())),
        Some(id) => service.version(id).map(|version| Some(version.id.clone())).ok_or(()),
    };
    let from = find(first, from, first.default_pair().map(|(from, _)| from));
    let to = find(second, to, second.default_pair().map(|(_, to)| to));
    match (from, to) {
        (Ok(Some(first)), Ok(Some(second))) => Chosen::Pair(first, second),
        (Ok(_), Ok(_)) => Chosen::Nothing,
        _ => Chosen::Unknown,
    }
}

#[component]
fn ServiceHead(service: Arc<Service>) -> impl IntoView {
    let words = words();
    let facts = [
        Some(service.area.clone()),
        service.audience.map(|audience| (words.names.audience)(audience).to_owned()),
        service.outcome.as_ref().map(|outcome| (words.service.outcome)(outcome)),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> });
    let asked = use_comparison_address().asked();
    let supposed = Memo::new({
        let service = service.clone();
        move |_| asked.with(|asked| asked.supposed.is_some() && base_of(&service, &asked.from).is_some())
    });
    view! {
        <PageHeading title=service.name.clone() supposed/>
        <ul class="meta">{facts.collect_view()}</ul>
        <p class="summary">{service.summary.clone()}</p>
        <IllustrativeLine illustrative=service.illustrative/>
    }
}

#[component]
fn NoSuchVersion(service: Arc<Service>) -> impl IntoView {
    let words = &words().service;
    let href = Route::Service(service.id.clone()).path();
    view! {
        <section class="failure">
            <h2 class="section__title">{words.no_such_version}</h2>
            <p>{words.no_such_version_advice}</p>
            <a class="button button--primary" href=href>{words.show_default}</a>
        </section>
    }
}

/// Two versions beside each other, from the numbers down to the steps.
#[component]
fn ComparisonBody(compared: Compared, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = &words().service;
    let relation = compared.relation();
    let note = match relation {
        Relation::BeforeAfter => None,
        Relation::AfterBefore => Some(words.backwards_note),
        Relation::TwoWays => Some(words.two_ways_note),
        Relation::Same => Some(words.same_note),
    };
    let has_steps = compared.has_steps();
    let weighed = relation == Relation::BeforeAfter;
    view! {
        {note.map(|note| view! { <p class="relation-note">{note}</p> })}
        <Numbers compared=compared.clone() why/>
        <TripPicture compared=compared.clone()/>
        <TimeStrips compared=compared.clone()/>
        {has_steps.then(|| view! { <StepChanges compared=compared.clone()/> })}
        {weighed.then(|| view! { <LighterAndHeavier compared/> })}
    }
}
