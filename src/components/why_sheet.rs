//! The why of a number: its rule, exactly the steps, papers or visits that make it up, and its
//! evidence. A sheet from below on a phone, a panel at the side on a desk.

mod part;

use domain::material::Provision;
use domain::{Evidence, EvidenceKind, MeasureKind, Measured, Relation, Value};
use leptos::html;
use leptos::prelude::*;

use crate::compared::{Compared, Half};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::quotation::Quotation;
use crate::components::value_text::told;
use crate::words::{comparison_words, words};
use part::part_view;

/// What somebody asked the why of.
#[derive(Clone, PartialEq)]
pub enum Why {
    /// A measure of two versions.
    Measure(MeasureKind, Compared),
    /// A reported figure, with its clauses.
    Report(String, Vec<Evidence>),
}

impl Why {
    fn is_illustrative(&self) -> bool {
        match self {
            Why::Measure(_, compared) => compared.is_illustrative(),
            Why::Report(_, evidence) => evidence.iter().any(|one| one.kind() == EvidenceKind::Example),
        }
    }
}

/// The sheet; it opens whenever `why` is set, and closing gives the focus back to the number.
#[component]
pub fn WhySheet(why: RwSignal<Option<Why>>) -> impl IntoView {
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
    let illustrative = move || why.read().as_ref().is_some_and(Why::is_illustrative);
    let title = move || match why.get() {
        Some(Why::Measure(kind, _)) => (comparison_words().why.title)((words.names.measure)(kind)),
        Some(Why::Report(subject, _)) => subject,
        None => String::new(),
    };
    let body = move || why.get().map(why_body);
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
                    <button class="why-sheet__close" type="button" on:click=move |_| close()>{comparison_words().why.close}</button>
                </div>
                {move || view! { <IllustrativeLine illustrative=illustrative()/> }}
                {body}
            </div>
        </dialog>
    }
}

fn why_body(why: Why) -> AnyView {
    match why {
        Why::Report(_, evidence) => {
            let quotations = evidence.into_iter().map(|evidence| view! { <Quotation evidence/> });
            view! { <div class="why-sheet__section">{quotations.collect_view()}</div> }.into_any()
        }
        Why::Measure(kind, compared) => {
            let rule = (words().names.rule)(kind);
            let change = compared.measure(kind);
            let is_one_version = compared.relation() == Relation::Same;
            view! {
                <div class="why-sheet__section">
                    <h3 class="why-sheet__label">{comparison_words().why.rule}</h3>
                    <p>{rule}</p>
                </div>
                {change.map(|change| making(compared.first(), &change.first))}
                {change.filter(|_| !is_one_version).map(|change| making(compared.second(), &change.second))}
            }
            .into_any()
        }
    }
}

/// One side: its value, and everything that makes it up.
fn making(half: &Half, measured: &Measured) -> AnyView {
    let words = words();
    let value =
        told(measured.kind, &measured.value).unwrap_or_else(|| comparison_words().why.unknown.to_owned());
    let is_range = measured.value.range().is_some_and(|(min, max)| min != max);
    let reason = match &measured.value {
        Value::Unknown { why } => Some((words.names.why_unknown)(why)),
        _ if measured.parts.is_empty() => Some(comparison_words().why.nothing_counts),
        _ if is_range => Some(comparison_words().why.range_note),
        _ => None,
    };
    let over_all = half.over_all(measured.kind).filter(|all| **all != measured.value);
    let over_all = over_all.and_then(|all| told(measured.kind, all));
    let parts = measured.parts.iter().map(|part| part_view(half, part)).collect_view();
    view! {
        <div class="why-sheet__section">
            <h3 class="why-sheet__label">
                {(comparison_words().why.parts_of)(half.label())}
                <span class="why-sheet__value">{value}</span>
                {measured.evidence.map(|kind| view! { <EvidenceMark kind/> })}
            </h3>
            {reason.map(|reason| view! { <p class="why-sheet__note">{reason}</p> })}
            <ol class="why-sheet__parts">{parts}</ol>
            {over_all.map(|range| view! { <p class="why-sheet__note">{(comparison_words().why.over_all)(&range)}</p> })}
            {asides(half, measured.kind)
                .into_iter()
                .map(|aside| view! { <p class="why-sheet__note">{aside}</p> })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// What belongs beside a number without being counted in it.
fn asides(half: &Half, kind: MeasureKind) -> Vec<String> {
    let waived = |provision: Provision| !provision.is_supplied();
    let waived = half.version().materials.iter().filter(|material| waived(material.provision)).count();
    match (kind, half.service().declared_visits) {
        (MeasureKind::Visits, Some(declared)) => vec![(comparison_words().why.declared_visits)(declared)],
        (MeasureKind::Documents, _) if waived > 0 => vec![(comparison_words().why.waived)(waived)],
        _ => Vec::new(),
    }
}
