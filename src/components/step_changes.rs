//! The steps of two versions, aligned: what became of each, in a word, a shape, and the fields that differ.
//! On a desk the two halves stand side by side and move as one list; on a phone one is above the other.

mod legend;
mod row;
mod row_view;
mod stepper;

use domain::{ChangeKind, EvidenceKind};
use leptos::prelude::*;

use crate::compared::{Compared, facts_of};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::half_name::HalfName;
use crate::components::hypothesis_mark::HypothesisMark;
use crate::route::use_comparison_address;
use crate::words::comparison_words;
use crate::words::step_list_words;
use legend::Legend;
use row::{Row, rows};
use row_view::RowView;
use stepper::{Stepper, focus_row};

/// Every step of either version, each once; of the kinds that the address asks for, where it asks for some.
/// Nothing where no step is told.
#[component]
pub fn StepChanges(compared: Signal<Option<Compared>>) -> impl IntoView {
    let has_steps = Memo::new(move |_| compared.with(|c| c.as_ref().is_some_and(Compared::has_steps)));
    move || has_steps.get().then(|| view! { <Steps compared/> }.into_any())
}

#[component]
fn Steps(compared: Signal<Option<Compared>>) -> impl IntoView {
    let rows = Memo::new(move |_| compared.with(|compared| compared.as_ref().map(rows).unwrap_or_default()));
    let is = move |what: fn(&Compared) -> bool| {
        Memo::new(move |_| compared.with(|compared| compared.as_ref().is_some_and(what)))
    };
    let (is_illustrative, is_supposed) =
        (is(Compared::is_illustrative), is(|compared| compared.supposed().is_some()));
    let is_one = is(|compared| compared.drawn().len() == 1);
    let is_alone = is(Compared::is_the_only_version);
    let all_kept = Memo::new(move |_| {
        !is_alone.get() && rows.with(|rows| !rows.is_empty() && rows.iter().all(|row| is_kept(row)))
    });
    let count = Memo::new(move |_| rows.with(Vec::len));
    let address = use_comparison_address();
    let kinds = address.part(|asked| &asked.kinds);
    let focus = address.part(|asked| &asked.focus);
    let shown = Memo::new(move |_| {
        let kinds = kinds.read();
        let asked_for = |row: &Row| kinds.is_empty() || row.kinds.iter().any(|kind| kinds.contains(kind));
        rows.with(|rows| (0..rows.len()).filter(|at| asked_for(&rows[*at])).collect::<Vec<usize>>())
    });
    let labels = facts_of(compared, |compared| Some(HalfName::of_drawn(compared)));
    let labels = move || {
        let labels = labels.get().into_iter().flatten();
        labels.map(|label| view! { <span>{label.view()}</span> }).collect_view()
    };
    let listed =
        move || rows.with(|rows| shown.read().iter().map(|at| rows[*at].clone()).collect::<Vec<_>>());
    let filtered = move || {
        let (shown, count) = (shown.read().len(), count.get());
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
        let next = rows.with_untracked(|rows| {
            stepper::next(rows, &shown.read_untracked(), &focus.get_untracked(), forward)
        });
        if let Some(next) = next {
            event.prevent_default();
            address.change(|asked| asked.focus = Some(next.clone()));
            focus_row(&next);
        }
    };
    view! {
        <section class="section steps" aria-labelledby="steps-title">
            <div class="section__head">
                <h2 class="section__title" id="steps-title">
                    {move || if is_one.get() { step_list_words().steps_title_of_one } else { comparison_words().steps.title }}
                    {move || is_supposed.get().then(|| view! { " " <HypothesisMark/> })}
                </h2>
                <span class="section__count">
                    {move || is_illustrative.get().then(|| view! { <EvidenceMark kind=EvidenceKind::Example/> " " })}
                    {move || (comparison_words().steps.count)(count.get())}
                </span>
            </div>
            {move || all_kept.get().then(|| view! { <p class="section__note">{comparison_words().steps.all_kept}</p> })}
            <Legend rows kinds/>
            <p class="section__note" role="status">{filtered}</p>
            // The stepper stays at the bottom of the screen as long as the list is on it, and covers no heading.
            <div class="steps__list">
            <div class="steps__labels" aria-hidden="true">{labels}</div>
            <ol class="step-changes" on:keydown=by_key>
                // A row that stays as it was is not drawn again.
                <For each=listed key=Clone::clone children=move |row| view! { <RowView row focus/> }.into_any()/>
            </ol>
            <Stepper rows shown focus/>
            </div>
        </section>
    }
}

fn is_kept(row: &Row) -> bool {
    row.kinds == [ChangeKind::Kept]
}
