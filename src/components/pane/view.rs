//! Draws a pane: its two numbers, what became of them, and how much they may be believed.

use domain::{Direction, EvidenceKind};
use leptos::prelude::*;

use super::Pane;
use crate::components::chinese::{self, chinese};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::words::{what_if, words};

/// Draws a [`Pane`].
#[component]
pub fn PaneView(
    pane: Pane,
    /// Opens the why.
    on_open: impl Fn() + 'static,
) -> impl IntoView {
    let mut class = String::from("pane");
    if pane.leading {
        class.push_str(" pane--leading");
    } else if pane.with_counter {
        class.push_str(" pane--half");
    }
    let is_mixed = pane.marks.iter().any(Option::is_some);
    if pane.evidence == Some(EvidenceKind::Example) && !is_mixed {
        class.push_str(" pane--example");
    }
    // Three digits or a range need room.
    if [&pane.first, &pane.second].iter().any(|n| n.as_ref().is_some_and(|n| n.chars().count() >= 3)) {
        class.push_str(" pane--long");
    }
    // 示例 is marked once for all panes, above them.
    let marked = pane.evidence.filter(|kind| *kind != EvidenceKind::Example && !is_mixed);
    let numbers = pane.has_numbers().then(|| view! { <PaneNumbers pane=pane.clone()/> });
    let told = pane.told.clone().map(|told| view! { <span class="pane__told">{chinese::told(told)}</span> });
    let difference = pane.difference.map(|(direction, text)| view! { <Change direction text/> });
    view! {
        <button class=class type="button" aria-haspopup="dialog" on:click=move |_| on_open()>
            <span class="pane__title">{chinese(pane.title)} {pane.supposed.then(|| view! { " " <HypothesisMark/> })}</span>
            {numbers}
            {told}
            <span class="pane__foot">
                {difference}
                {pane.rate.map(|rate| view! { <span class="pane__rate">{chinese::told(rate)}</span> })}
                {marked.map(|kind| view! { <EvidenceMark kind/> })}
            </span>
            {pane.over_all.map(|range| view! { <span class="pane__all">{range}</span> })}
        </button>
    }
}

/// The two numbers of a pane; what nobody told is said to be so.
#[component]
fn PaneNumbers(pane: Pane) -> impl IntoView {
    let words = words();
    // No source could tell what is only supposed.
    let blank = if pane.supposed { what_if().unknown } else { words.site.not_told };
    let [first_mark, second_mark] = pane.marks;
    let side = |number: Option<String>, class: &'static str, mark: Option<EvidenceKind>| match number {
        Some(number) => view! {
            <span class=class class:pane__number--example=mark == Some(EvidenceKind::Example)>{number}</span>
            {mark.map(|kind| view! { <EvidenceMark kind/> })}
        }
        .into_any(),
        None => view! { <span class="pane__blank">{blank}</span> }.into_any(),
    };
    let saved = pane.difference.as_ref().is_some_and(|(direction, _)| *direction == Direction::Less);
    let between = if pane.beside { words.service.beside } else { words.service.arrow };
    let sign = if pane.beside { "pane__divider" } else { "pane__arrow" };
    view! {
        <span class="pane__numbers" class:pane__numbers--saved=saved class:pane__numbers--beside=pane.beside>
            {(!pane.alone).then(|| view! {
                {side(pane.first, "pane__first", first_mark)}
                <span class=sign><span class="visually-hidden">{between}</span></span>
            })}
            {side(pane.second, "pane__second", second_mark)}
            <span class="pane__counter">{chinese::told(pane.counter)}</span>
        </span>
    }
}

/// 少 and 多: a hollow or a solid triangle of one size, with the word.
#[component]
pub fn Change(direction: Direction, text: String) -> impl IntoView {
    let class = match direction {
        Direction::Less => "change change--less",
        Direction::More => "change change--more",
        Direction::Same | Direction::Unclear => "change",
    };
    view! { <span class=class>{chinese::told(text)}</span> }
}
