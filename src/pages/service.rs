//! 事项: one service, two of its versions beside each other, from the numbers down to the steps.

mod chosen;
mod in_detail;

use std::sync::Arc;

use ::api::{RunSummary, ServiceDetail};
use domain::{Relation, Service};
use leptos::prelude::*;

use crate::compared::{Compared, Remembered, base_of, facts_of};
use crate::components::beside_another::BesideAnother;
use crate::components::card_link::CardLink;
use crate::components::checklist::entry::ChecklistEntry;
use crate::components::comparison_form::ComparisonForm;
use crate::components::in_short::InShort;
use crate::components::more_numbers::MoreNumbers;
use crate::components::numbers::Numbers;
use crate::components::phone_bar::PhoneBar;
use crate::components::reported_alone::ReportedAlone;
use crate::components::service_foot::ServiceFoot;
use crate::components::service_head::ServiceHead;
use crate::components::situations::Situations;
use crate::components::standard_marks::StandardMarks;
use crate::components::unread_note::{UnreadNote, answers_to};
use crate::components::version_picker::VersionPicker;
use crate::components::what_if::WhatIfEntry;
use crate::components::why_sheet::{Why, WhySheet};
use crate::edition::Edition;
use crate::pages::two_services::TwoServicesPage;
use crate::route::{Route, use_comparison_address};
use crate::sections::{Section, SectionView};
use crate::words::words;
pub use chosen::{Chosen, chosen};
pub use in_detail::InDetail;

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
        {(!Edition::is_elder()).then(|| view! { <ServiceFoot service=service.clone() runs/> }.into_any())}
        <PhoneBar phone=service.phone.clone()/>
    }
}

/// The comparison that the address asks for: a version of `first` and one of `second`, which may be the
/// same service.
#[component]
pub fn ComparisonView(first: Arc<Service>, second: Arc<Service>) -> impl IntoView {
    let address = use_comparison_address();
    let why = RwSignal::new(None);
    let is_of_two = first.id != second.id;
    let services = StoredValue::new([first.clone(), second]);
    // Of all that is asked, only this is worth a new comparison.
    let (from, to) = (address.part(|asked| &asked.from), address.part(|asked| &asked.to));
    let given = address.part(|asked| &asked.answers);
    let answers = Memo::new(move |_| services.with_value(|services| answers_to(services, &given.read())));
    let chosen =
        Memo::new(move |_| services.with_value(|services| chosen(services, &from.read(), &to.read())));
    let supposed = address.part(|asked| &asked.supposed);
    let remembered = Remembered::new();
    let compared = Memo::new(move |_| {
        let base = services.with_value(|services| base_of(&services[0], &from.read()));
        if let (Some(edits), Some(base)) = (supposed.get(), base) {
            return services
                .with_value(|services| Compared::supposing(&services[0], &base, edits, answers.get()));
        }
        let Chosen::Pair(from, to) = chosen.get() else { return None };
        let [first, second] = services.get_value();
        remembered.compare((first, &from), (second, &to), answers.get())
    });
    let shown = Memo::new(move |_| match &*compared.read() {
        None => Shown::Nothing,
        Some(compared) if compared.supposed().is_some() => Shown::Experiment,
        Some(compared) if compared.is_the_only_version() => Shown::OneVersion,
        Some(_) => Shown::Versions,
    });
    let picker = move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::OneVersion if Edition::is_elder() => ().into_any(),
        Shown::Versions if Edition::is_elder() => view! { <VersionPicker compared/> }.into_any(),
        Shown::OneVersion => view! { <WhatIfEntry compared/> <BesideAnother compared/> }.into_any(),
        Shown::Versions if is_of_two => {
            view! { <VersionPicker compared/> <WhatIfEntry compared/> }.into_any()
        }
        Shown::Versions => {
            view! { <VersionPicker compared/> <WhatIfEntry compared/> <BesideAnother compared/> }.into_any()
        }
        Shown::Experiment => view! { <SectionView section=Section::WhatIf compared/> }.into_any(),
    };
    let instead = move || match (shown.get(), chosen.get()) {
        (Shown::OneVersion | Shown::Versions | Shown::Experiment, _) => None,
        (Shown::Nothing, Chosen::Nothing) => {
            Some(view! { <ReportedAlone service=first.clone() why/> }.into_any())
        }
        (Shown::Nothing, _) => Some(view! { <NoSuchVersion service=first.clone()/> }.into_any()),
    };
    // The questions stand between the two, and stay as they are while everything else follows an answer.
    let told: Signal<Option<Compared>> = compared.into();
    view! {
        {picker}
        {view! { <UnreadNote services asked=address.asked()/> }.into_any()}
        {instead}
        {view! { <InNumbers compared=told why/> }.into_any()}
        {view! { <Situations compared/> }.into_any()}
        {view! { <ChecklistEntry compared/> }.into_any()}
        {view! { <CardLink compared/> }.into_any()}
        {(!Edition::is_elder()).then(|| view! { <SectionView section=Section::InDetail compared/> }.into_any())}
        {view! { <ComparisonForm/> }.into_any()}
        {view! { <WhySheet why/> }.into_any()}
    }
}

/// What stands beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Nothing, as the address asks for what is not there.
    Nothing,
    /// The only version there is, with its steps.
    OneVersion,
    /// Two versions.
    Versions,
    /// A version, and what it would be.
    Experiment,
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

/// What there is to say of two versions before any picture: it changes in the frame after a tap.
#[component]
fn InNumbers(compared: Signal<Option<Compared>>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = &words().service;
    let note = facts_of(compared, |compared| match compared.relation() {
        Relation::Same if compared.is_the_only_version() => None,
        Relation::BeforeAfter => None,
        Relation::AfterBefore => Some(words.backwards_note),
        Relation::TwoWays => Some(words.two_ways_note),
        Relation::Same => Some(words.same_note),
    });
    view! {
        {move || note.get().map(|note| view! { <p class="relation-note">{note}</p> })}
        {view! { <Numbers compared why/> }.into_any()}
        {view! { <InShort compared/> }.into_any()}
        {view! { <StandardMarks compared/> }.into_any()}
        {(!Edition::is_elder()).then(|| view! { <MoreNumbers compared why/> }.into_any())}
    }
}
