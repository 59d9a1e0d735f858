//! What is known besides the panes, quieter than they: time of one's own, papers handed in more than
//! once, money. Each line opens its why as a pane does.

use domain::{MeasureChange, MeasureKind, Measured, Relation, Value};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::components::pane::Change;
use crate::components::value_text::{over_all, told, told_difference};
use crate::components::why_sheet::Why;
use crate::words::words;

/// The measures told here, in their order.
pub const MORE_MEASURES: [MeasureKind; 6] = [
    MeasureKind::WholeTime,
    MeasureKind::Burden,
    MeasureKind::Submissions,
    MeasureKind::WaivedShare,
    MeasureKind::Fees,
    MeasureKind::MeasuredLimit,
];

/// A line for each of them that is known; nothing where none is.
#[component]
pub fn MoreNumbers(compared: Compared, why: RwSignal<Option<Why>>) -> impl IntoView {
    let supposed = compared.supposed().map(|_| view! { " " <HypothesisMark/> });
    // What somebody has measured is said of what is, never of what is supposed.
    let told =
        MORE_MEASURES.into_iter().filter(|kind| supposed.is_none() || *kind != MeasureKind::MeasuredLimit);
    let changes = told.filter_map(|kind| compared.measure(kind));
    let lines: Vec<AnyView> = changes
        .filter(|change| change.says_something())
        .map(|change| line(&compared, change, why).into_any())
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="more-numbers" aria-labelledby="more-numbers-title">
                <h2 class="more-numbers__title" id="more-numbers-title">{words().service.more_numbers}{supposed}</h2>
                <div class="more-numbers__list">{lines}</div>
            </section>
        }
    })
}

fn line(compared: &Compared, change: &MeasureChange, why: RwSignal<Option<Why>>) -> impl IntoView + use<> {
    let words = words();
    let kind = change.first.kind;
    let mark = |measured: &Measured| {
        let kind = measured.evidence.filter(|_| compared.is_mixed());
        kind.map(|kind| view! { " " <EvidenceMark kind/> })
    };
    let side = |value: &Value| told(kind, value).unwrap_or_else(|| words.site.not_told.to_owned());
    let beside = compared.relation() == Relation::TwoWays;
    let between = if beside { words.service.beside } else { words.service.arrow };
    let sign = if beside { "pane__divider" } else { "pane__arrow" };
    let difference =
        change.difference.filter(|_| !beside).map(|d| (d.direction, told_difference(change, &d)));
    let compared_for_why = compared.clone();
    view! {
        <button
            class="more-numbers__line"
            type="button"
            aria-haspopup="dialog"
            on:click=move |_| why.set(Some(Why::Measure(kind, compared_for_why.clone())))
        >
            <span class="more-numbers__name">{(words.names.measure)(kind)}</span>
            <span class="more-numbers__values">
                <span class="more-numbers__first">{side(&change.first.value)}{mark(&change.first)}</span>
                <span class=sign><span class="visually-hidden">{between}</span></span>
                <span class="more-numbers__second">{side(&change.second.value)}{mark(&change.second)}</span>
            </span>
            {difference.map(|(direction, text)| view! { <Change direction text/> })}
            {over_all(compared, kind).map(|text| view! { <span class="more-numbers__all">{text}</span> })}
        </button>
    }
}
