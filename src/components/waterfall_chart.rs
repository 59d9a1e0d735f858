//! 哪一处改动省下的: the difference of a measure, booked to single changes. A table with a bar in each line, so
//! that picture and words are one.

mod chart;

use domain::{Direction, MeasureChange, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::{Compared, facts_of};
use crate::components::chinese;
use crate::components::pane::Change;
use crate::diagram::waterfall::Bar;
use crate::words::step_list_words;
use crate::words::words;
use chart::{Chart, Line};

/// The measures in the order in which people ask for them.
const ASKED_FOR: [MeasureKind; 13] = [
    MeasureKind::Visits,
    MeasureKind::Windows,
    MeasureKind::Places,
    MeasureKind::ApplicantSteps,
    MeasureKind::Documents,
    MeasureKind::ComputedLimit,
    MeasureKind::PromisedLimit,
    MeasureKind::Submissions,
    MeasureKind::Burden,
    MeasureKind::WholeTime,
    MeasureKind::Fees,
    MeasureKind::BackOfficeSteps,
    MeasureKind::MeasuredLimit,
];

/// Every measure that differs, one at a time; nothing where none does.
#[component]
pub fn WaterfallChart(compared: Signal<Option<Compared>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| {
        let charts: Vec<Chart> = ASKED_FOR.into_iter().filter_map(|kind| Chart::of(compared, kind)).collect();
        (!charts.is_empty()).then_some(charts)
    });
    let title = facts_of(compared, |compared| {
        let told = step_list_words();
        let is_less = |change: &MeasureChange| {
            change.difference.is_some_and(|difference| difference.direction == Direction::Less)
        };
        // Where nothing became less, nothing was saved.
        Some(match compared.relation() {
            Relation::BeforeAfter if compared.comparison().measures.iter().any(is_less) => {
                told.waterfall_title
            }
            _ => told.waterfall_title_between_ways,
        })
    });
    let kinds = Memo::new(move |_| {
        facts.with(|charts| charts.iter().flatten().map(|chart| chart.kind).collect::<Vec<_>>())
    });
    // What was chosen stays chosen as long as it differs.
    let chosen = RwSignal::new(None);
    let shown = Memo::new(move |_| {
        let is_there = |kind: &MeasureKind| kinds.read().contains(kind);
        chosen.get().filter(is_there).or(kinds.read().first().copied())
    });
    let chart = move || {
        let of_kind =
            |charts: &Vec<Chart>| charts.iter().find(|chart| Some(chart.kind) == shown.get()).cloned();
        facts.with(|charts| charts.as_ref().and_then(of_kind)).map(table)
    };
    let is_there = Memo::new(move |_| !kinds.read().is_empty());
    let button = move |kind: MeasureKind| {
        let pressed = move || if shown.get() == Some(kind) { "true" } else { "false" };
        view! {
            <button
                class="waterfall__measure"
                type="button"
                aria-pressed=pressed
                on:click=move |_| chosen.set(Some(kind))
            >
                {(words().names.measure)(kind)}
            </button>
        }
        .into_any()
    };
    let section = move || {
        let told = step_list_words();
        view! {
            <section class="section waterfall" aria-labelledby="waterfall-title">
                <h2 class="section__title" id="waterfall-title">{move || title.get()}</h2>
                <p class="section__note">{told.waterfall_rule}</p>
                <div class="waterfall__measures" role="group" aria-label=told.waterfall_measure>
                    <For each=move || kinds.get() key=|kind| *kind children=button/>
                </div>
                {chart}
            </section>
        }
        .into_any()
    };
    move || is_there.get().then(section)
}

fn table(chart: Chart) -> AnyView {
    let told = step_list_words();
    let rows = chart.lines.into_iter().map(|(line, bar)| row(line, bar)).collect_view();
    view! {
        <table class="waterfall__table">
            <caption class="visually-hidden">{(words().names.measure)(chart.kind)}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{told.waterfall_cause}</th>
                    <th scope="col">{told.waterfall_picture}</th>
                    <th scope="col">{told.waterfall_amount}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(line: Line, bar: Bar) -> AnyView {
    let class = match (line.is_end, line.direction) {
        (true, _) => "waterfall__bar waterfall__bar--end",
        (false, Direction::Less) => "waterfall__bar waterfall__bar--less",
        (false, _) => "waterfall__bar",
    };
    view! {
        <tr class="waterfall__row" class:waterfall__row--end=line.is_end>
            <th class="waterfall__cause" scope="row">
                {chinese::told(line.cause)}
                {line.with.map(|with| view! { <span class="waterfall__with">{chinese::told(with)}</span> })}
            </th>
            <td class="waterfall__picture">
                <svg viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true">
                    <path class="waterfall__thread" d=format!("M{:.1} 0V16", bar.end)/>
                    <rect class=class x=format!("{:.1}", bar.left) y="3" width=format!("{:.1}", bar.width) height="10"/>
                </svg>
            </td>
            <td class="waterfall__amount"><Change direction=line.direction text=line.told/></td>
        </tr>
    }
    .into_any()
}
