//! 事项: one service, two of its versions beside each other, from the numbers down to the steps.

use std::sync::Arc;

use ::api::{RunSummary, ServiceDetail};
use domain::{Relation, Service, VersionId};
use leptos::prelude::*;

use crate::compared::{Compared, base_of};
use crate::components::in_short::InShort;
use crate::components::lighter_and_heavier::LighterAndHeavier;
use crate::components::more_numbers::MoreNumbers;
use crate::components::numbers::Numbers;
use crate::components::papers_compared::PapersCompared;
use crate::components::reported_alone::ReportedAlone;
use crate::components::service_foot::ServiceFoot;
use crate::components::service_head::ServiceHead;
use crate::components::situations::Situations;
use crate::components::standard_marks::StandardMarks;
use crate::components::step_changes::StepChanges;
use crate::components::time_strips::TimeStrips;
use crate::components::trip_picture::TripPicture;
use crate::components::unread_note::{UnreadNote, answers_to};
use crate::components::version_picker::VersionPicker;
use crate::components::waterfall_chart::WaterfallChart;
use crate::components::what_if::{WhatIf, WhatIfEntry};
use crate::components::why_sheet::{Why, WhySheet};
use crate::pages::two_services::TwoServicesPage;
use crate::route::{Route, use_comparison_address};
use crate::words::words;

/// Draws a service, and the comparison that the address asks for; of two services, where it names
/// another.
#[component]
pub fn ServiceView(detail: ServiceDetail) -> impl IntoView {
    let ServiceDetail { service, runs } = detail;
    let service = Arc::new(service);
    let with = use_comparison_address().part(|asked| &asked.with);
    move || match with.get().filter(|with| *with != service.id) {
        Some(with) => view! { <TwoServicesPage first=service.clone() with/> }.into_any(),
        None => view! { <OneService service=service.clone() runs=runs.clone()/> }.into_any(),
    }
}

#[component]
fn OneService(service: Arc<Service>, runs: Vec<RunSummary>) -> impl IntoView {
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
    let instead = move || match (shown.get(), chosen.get()) {
        (Shown::Versions | Shown::Experiment, _) => None,
        (Shown::Nothing, Chosen::Nothing) => {
            Some(view! { <ReportedAlone service=first.clone() why/> }.into_any())
        }
        (Shown::Nothing, _) => Some(view! { <NoSuchVersion service=first.clone()/> }.into_any()),
    };
    // The questions stand between the two, and stay as they are while everything else follows an answer.
    let in_numbers = move || compared.get().map(|compared| view! { <InNumbers compared why/> }.into_any());
    let in_detail = move || compared.get().map(|compared| view! { <InDetail compared/> }.into_any());
    view! {
        {picker}
        {view! { <UnreadNote services asked=address.asked()/> }.into_any()}
        {instead}
        {in_numbers}
        {view! { <Situations compared/> }.into_any()}
        {in_detail}
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
    let find = |service: &Service, asked: &Option<VersionId>, default: Option<VersionId>| match asked {
        None => Ok(default),
        Some(id) => service.version(id).map(|version| Some(version.id.clone())).ok_or(()),
    };
    let of_two = first.id != second.id;
    let default = |service: &'_ Service| -> Option<(VersionId, VersionId)> {
        let beside = match service.versions.as_slice() {
            [only] if of_two => Some((only, only)),
            [one, another, ..] => Some((one, another)),
            _ => None,
        };
        service.default_pair().or(beside).map(|(from, to)| (from.id.clone(), to.id.clone()))
    };
    let from = find(first, from, default(first).map(|(from, _)| from));
    let to = find(second, to, default(second).map(|(_, to)| to));
    match (from, to) {
        (Ok(Some(first)), Ok(Some(second))) => Chosen::Pair(first, second),
        (Ok(_), Ok(_)) => Chosen::Nothing,
        _ => Chosen::Unknown,
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

/// What there is to say of two versions before any picture.
#[component]
fn InNumbers(compared: Compared, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = &words().service;
    let note = match compared.relation() {
        Relation::BeforeAfter => None,
        Relation::AfterBefore => Some(words.backwards_note),
        Relation::TwoWays => Some(words.two_ways_note),
        Relation::Same => Some(words.same_note),
    };
    view! {
        {note.map(|note| view! { <p class="relation-note">{note}</p> })}
        {view! { <Numbers compared=compared.clone() why/> }.into_any()}
        {view! { <InShort compared=compared.clone()/> }.into_any()}
        {view! { <StandardMarks compared=compared.clone()/> }.into_any()}
        {view! { <MoreNumbers compared why/> }.into_any()}
    }
}

/// The pictures and the steps.
#[component]
fn InDetail(compared: Compared) -> impl IntoView {
    let has_steps = compared.has_steps();
    let weighed = compared.relation() == Relation::BeforeAfter;
    view! {
        {view! { <TripPicture compared=compared.clone()/> }.into_any()}
        {view! { <TimeStrips compared=compared.clone()/> }.into_any()}
        {has_steps.then(|| view! { <StepChanges compared=compared.clone()/> }.into_any())}
        {view! { <PapersCompared compared=compared.clone()/> }.into_any()}
        {view! { <WaterfallChart compared=compared.clone()/> }.into_any()}
        {weighed.then(|| view! { <LighterAndHeavier compared/> }.into_any())}
    }
}
