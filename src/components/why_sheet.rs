//! The why of a number: its rule, exactly the steps, papers or visits that make it up, and its
//! evidence. A sheet from below on a phone, a panel at the side on a desk.

use domain::material::Provision;
use domain::service::Version;
use domain::{Evidence, MeasureChange, MeasureKind, Measured, Part, Service, StepKey, Value, VersionId};
use leptos::html;
use leptos::prelude::*;

use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::quotation::Quotation;
use crate::words::words;

/// What somebody asked the why of.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// A measure of two versions.
    Measure(Box<MeasureChange>, VersionId, VersionId),
    /// A reported figure, with its clauses.
    Report(String, Vec<Evidence>),
}

/// The sheet; it opens whenever `why` is set, and closing gives the focus back to the number.
#[component]
pub fn WhySheet(service: StoredValue<Service>, why: RwSignal<Option<Why>>) -> impl IntoView {
    let words = words();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let (Some(_), Some(dialog)) = (why.get(), dialog.get())
            && !dialog.open()
        {
            // It fails only for a dialog that is not in the document, which then shows nothing.
            dialog.show_modal().unwrap_or(());
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // A click on the dialog itself is one beside the sheet.
    let click = move |event: web_sys::MouseEvent| {
        if dialog.get_untracked().is_some_and(|d| event.target().as_ref() == Some(d.as_ref())) {
            close();
        }
    };
    let illustrative = service.with_value(|service| service.illustrative);
    let title = move || match why.get() {
        Some(Why::Measure(change, ..)) => (words.why.title)((words.names.measure)(change.first.kind)),
        Some(Why::Report(subject, _)) => subject,
        None => String::new(),
    };
    let body = move || match why.get() {
        Some(why) => service.with_value(|service| why_body(service, why)),
        None => ().into_any(),
    };
    view! {
        <dialog
            class="why-sheet"
            aria-labelledby="why-title"
            node_ref=dialog
            on:click=click
            on:close=move |_| why.set(None)
        >
            <div class="why-sheet__inner">
                <div class="why-sheet__head">
                    <h2 class="why-sheet__title" id="why-title">{title}</h2>
                    <button class="why-sheet__close" type="button" on:click=move |_| close()>{words.why.close}</button>
                </div>
                <IllustrativeLine illustrative/>
                {body}
            </div>
        </dialog>
    }
}

fn why_body(service: &Service, why: Why) -> AnyView {
    match why {
        Why::Report(_, evidence) => {
            let quotations = evidence.into_iter().map(|evidence| view! { <Quotation evidence/> });
            view! { <div class="why-sheet__section">{quotations.collect_view()}</div> }.into_any()
        }
        Why::Measure(change, first, second) => {
            let rule = (words().names.rule)(change.first.kind);
            let making = |measured: &Measured, id: &VersionId| {
                service.version(id).map(|version| making(service, version, measured))
            };
            view! {
                <div class="why-sheet__section">
                    <h3 class="why-sheet__label">{words().why.rule}</h3>
                    <p>{rule}</p>
                </div>
                {making(&change.first, &first)}
                {(first != second).then(|| making(&change.second, &second))}
            }
            .into_any()
        }
    }
}

/// One side: its value, and everything that makes it up.
fn making(service: &Service, version: &Version, measured: &Measured) -> AnyView {
    let words = words();
    let value = match &measured.value {
        Value::Unknown { .. } => words.why.unknown.to_owned(),
        Value::Count { min, max } => {
            format!("{} {}", (words.names.range)(*min, *max), (words.names.counter)(measured.kind))
        }
        // No burden at all is no wait that is spared.
        Value::Time { span } if span.is_none() && measured.kind == MeasureKind::Burden => {
            format!("0 {}", (words.names.time_unit)(span.unit()))
        }
        Value::Time { span } => (words.names.span)(span),
        Value::Share { least, most } => (words.names.share)(*least, *most),
        Value::Money { min_yuan, max_yuan } => (words.names.yuan)(*min_yuan, *max_yuan),
    };
    let is_range = measured.value.range().is_some_and(|(min, max)| min != max);
    let reason = match &measured.value {
        Value::Unknown { why } => Some((words.names.why_unknown)(why)),
        _ if measured.parts.is_empty() => Some(words.why.nothing_counts),
        _ if is_range => Some(words.why.range_note),
        _ => None,
    };
    let parts = measured.parts.iter().map(|part| part_view(service, version, part)).collect_view();
    view! {
        <div class="why-sheet__section">
            <h3 class="why-sheet__label">
                {(words.why.parts_of)(&version.label)}
                <span class="why-sheet__value">{value}</span>
                {measured.evidence.map(|kind| view! { <EvidenceMark kind/> })}
            </h3>
            {reason.map(|reason| view! { <p class="why-sheet__note">{reason}</p> })}
            <ol class="why-sheet__parts">{parts}</ol>
            {asides(service, version, measured.kind)
                .into_iter()
                .map(|aside| view! { <p class="why-sheet__note">{aside}</p> })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// What belongs beside a number without being counted in it.
fn asides(service: &Service, version: &Version, kind: MeasureKind) -> Vec<String> {
    let words = words();
    let waived = |provision: Provision| !provision.is_supplied();
    let waived = version.materials.iter().filter(|material| waived(material.provision)).count();
    match (kind, service.declared_visits) {
        (MeasureKind::Visits, Some(declared)) => vec![(words.why.declared_visits)(declared)],
        (MeasureKind::Documents, _) if waived > 0 => vec![(words.why.waived)(waived)],
        _ => Vec::new(),
    }
}

fn part_view(service: &Service, version: &Version, part: &Part) -> AnyView {
    let words = words();
    let step_name = |key: &StepKey| version.step(key).map(|step| step.name.clone()).unwrap_or_default();
    let step_names = |keys: &[StepKey]| (words.names.list)(&keys.iter().map(step_name).collect::<Vec<_>>());
    let place_name = |key| service.place(key).map(|place| place.name.clone()).unwrap_or_default();
    let (main, detail) = match part {
        Part::Step { step } => (step_name(step), None),
        Part::Place { place, steps } => (place_name(place), Some(step_names(steps))),
        Part::Window { place, window, steps } => {
            let window = service.window(place, window).map(|w| w.name.clone()).unwrap_or_default();
            (format!("{} {window}", place_name(place)), Some(step_names(steps)))
        }
        Part::Visit { number, place, steps } => {
            (format!("{} {}", (words.why.visit_number)(*number), place_name(place)), Some(step_names(steps)))
        }
        Part::Document { material, steps } => {
            let name = version.material(material).map(|m| m.name.clone()).unwrap_or_default();
            let again = (steps.len() > 1).then(|| (words.why.handed_in_times)(steps.len()));
            (name, Some(again.unwrap_or_else(|| step_names(steps))))
        }
        Part::Waived { material, steps: _ } => {
            let material = version.material(material);
            let provision = material.map(|m| (words.names.provision)(m.provision).to_owned());
            (material.map(|m| m.name.clone()).unwrap_or_default(), provision)
        }
        Part::Submission { material, step } => {
            let name = version.material(material).map(|m| m.name.clone()).unwrap_or_default();
            (name, Some(step_name(step)))
        }
        Part::Travel { number, place, time } => {
            let trip = format!("{} {}", (words.why.visit_number)(*number), place_name(place));
            (trip, Some((words.names.span)(time)))
        }
        Part::Fee { step, fee } => (step_name(step), Some((words.names.yuan)(fee.min_yuan, fee.max_yuan))),
        Part::OwnTime { step, time } | Part::Wait { step, time } => {
            (step_name(step), Some((words.names.span)(time)))
        }
        Part::Stated { time, evidence } => {
            let evidence = evidence.clone();
            return view! {
                <li class="why-sheet__part">
                    <span>{(words.names.span)(time)}</span>
                    <Quotation evidence/>
                </li>
            }
            .into_any();
        }
    };
    view! {
        <li class="why-sheet__part">
            <span>{main}</span>
            {detail.map(|detail| view! { <span class="why-sheet__detail">{detail}</span> })}
        </li>
    }
    .into_any()
}
