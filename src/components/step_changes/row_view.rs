//! Draws one row of the list of steps.

use std::sync::Arc;

use domain::{EvidenceKind, StepKey};
use leptos::prelude::*;

use super::row::{Cell, Line, Row};
use super::stepper::id_of;
use crate::compared::Which;
use crate::components::chinese::{chinese, told};
use crate::components::evidence_mark::EvidenceMark;
use crate::diagram::change_sign::ChangeSign;
use crate::words::comparison_words;
use crate::words::step_list_words;

/// What became of one step, or of several that belong together.
#[component]
pub fn RowView(row: Arc<Row>, focus: Memo<Option<(Which, StepKey)>>) -> impl IntoView {
    // 示例 is marked once for all steps, above them.
    let marked = (row.evidence != EvidenceKind::Example).then_some(row.evidence);
    let own = row.focus.clone();
    let is_current = Memo::new(move |_| focus.read().as_ref() == Some(&own));
    let current = move || is_current.get().then_some("true");
    let [first, second] = row.halves.clone();
    let differs = differences(row.lines.clone(), row.details.clone(), row.reason.clone());
    let class = if row.told.is_some() { "step-change" } else { "step-change step-change--alone" };
    let became = row.told.clone().map(|told| {
        view! {
            <span class="step-change__sign"><ChangeSign kinds=row.kinds.clone()/></span>
            <h3 class="step-change__kinds">{told}{marked.map(|kind| view! { " " <EvidenceMark kind/> })}</h3>
        }
    });
    let mark = marked.filter(|_| row.told.is_none()).map(|kind| view! { <p><EvidenceMark kind/></p> });
    view! {
        <li class=class id=id_of(&row.focus) tabindex="-1" aria-current=current>
            {became}
            {first.map(|cell| half(cell, "step-change__first"))}
            {second.map(|cell| half(cell, "step-change__second"))}
            {mark}
            {differs}
        </li>
    }
}

fn half(cell: Cell, class: &'static str) -> AnyView {
    let name = match (cell.is_there, cell.falls_away) {
        (false, _) => view! { <span class="step-change__none">{told(cell.text)}</span> }.into_any(),
        (true, true) => view! { <del class="step-change__name">{chinese(cell.text)}</del> }.into_any(),
        (true, false) => view! { <span class="step-change__name">{chinese(cell.text)}</span> }.into_any(),
    };
    view! {
        <p class=class>
            {name}
            {cell.where_to.map(|place| view! { <span class="step-change__where">{told(place)}</span> })}
        </p>
    }
    .into_any()
}

fn differences(lines: Vec<Line>, details: Vec<Line>, reason: Option<String>) -> Option<AnyView> {
    let more = (!details.is_empty() || reason.is_some()).then(|| {
        let label = match details.len() {
            0 => step_list_words().why_one.to_owned(),
            n => (comparison_words().steps.more_differs)(n),
        };
        view! {
            <details class="step-change__details">
                <summary>{label}</summary>
                <dl>{details.into_iter().map(line_view).collect_view()}</dl>
                {reason.map(|reason| view! { <p class="step-change__reason">{reason}</p> })}
            </details>
        }
    });
    (!lines.is_empty() || more.is_some()).then(|| {
        view! {
            <div class="step-change__fields">
                <dl>{lines.into_iter().map(line_view).collect_view()}</dl>
                {more}
            </div>
        }
        .into_any()
    })
}

fn line_view(line: Line) -> AnyView {
    view! {
        <div class="step-change__field">
            <dt>{line.name}</dt>
            <dd>
                {line.before.map(|before| view! {
                    <span class="step-change__before">{told(before)}</span>
                    <span class="step-change__arrow">
                        <span class="visually-hidden">{comparison_words().steps.changed_to}</span>
                    </span>
                })}
                <span class="step-change__after">{told(line.after)}</span>
            </dd>
        </div>
    }
    .into_any()
}
