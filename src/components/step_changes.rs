//! The steps of two versions, aligned: what became of each, in a word, a shape, and the fields that differ.
//! On a desk the two halves stand side by side and move as one list; on a phone one is above the other.

mod legend;
mod row;
mod row_view;
mod stepper;

use domain::{ChangeKind, EvidenceKind};
use leptos::prelude::*;

use crate::compared::Compared;
use crate::components::evidence_mark::EvidenceMark;
use crate::route::use_comparison_address;
use crate::words::comparison_words;
use crate::words::step_list::step_list_words;
use legend::Legend;
use row::{Row, rows};
use row_view::RowView;
use stepper::{Stepper, focus_row};

/// Every step of either version, each once; of the kinds that the address asks for, where it asks for some.
#[component]
pub fn StepChanges(compared: Compared) -> impl IntoView {
    let rows = StoredValue::new(rows(&compared));
    let all_kept = rows.with_value(|rows| !rows.is_empty() && rows.iter().all(is_kept));
    let count = rows.with_value(Vec::len);
    let illustrative = compared.is_illustrative();
    let address = use_comparison_address();
    let kinds = address.part(|asked| &asked.kinds);
    let focus = address.part(|asked| &asked.focus);
    let shown = Memo::new(move |_| {
        let kinds = kinds.read();
        let asked_for = |row: &Row| kinds.is_empty() || row.kinds.iter().any(|kind| kinds.contains(kind));
        rows.with_value(|rows| (0..rows.len()).filter(|at| asked_for(&rows[*at])).collect::<Vec<usize>>())
    });
    let labels = [compared.first().label().to_owned(), compared.second().label().to_owned()];
    let list = move || {
        let rows =
            rows.with_value(|rows| shown.get().into_iter().map(|at| rows[at].clone()).collect::<Vec<_>>());
        rows.into_iter().map(|row| view! { <RowView row focus/> }.into_any()).collect_view()
    };
    let filtered = move || {
        let shown = shown.read().len();
        (shown < count).then(|| (step_list_words().shown)(shown, count))
    };
    // Down and up go from change to change while the focus is on a step.
    let by_key = move |event: web_sys::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let next = rows
            .with_value(|rows| stepper::next(rows, &shown.read_untracked(), &focus.get_untracked(), forward));
        if let Some(next) = next {
            event.prevent_default();
            address.change(|asked| asked.focus = Some(next.clone()));
            focus_row(&next);
        }
    };
    view! {
        <section class="section steps" aria-labelledby="steps-title">
            <div class="section__head">
                <h2 class="section__title" id="steps-title">{comparison_words().steps.title}</h2>
                <span class="section__count">
                    {illustrative.then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                    {(comparison_words().steps.count)(count)}
                </span>
            </div>
            {all_kept.then(|| view! { <p class="section__note">{comparison_words().steps.all_kept}</p> })}
            <Legend rows kinds/>
            <p class="section__note" role="status">{filtered}</p>
            <div class="steps__labels" aria-hidden="true">
                {labels.map(|label| view! { <span>{label}</span> }).into_iter().collect_view()}
            </div>
            <ol class="step-changes" on:keydown=by_key>{list}</ol>
            <Stepper rows shown focus/>
        </section>
    }
}

fn is_kept(row: &Row) -> bool {
    row.kinds == [ChangeKind::Kept]
}
