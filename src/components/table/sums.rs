//! What the rows that are shown come to: what is real and what is 示例, each by itself, and how many
//! services are in no sum because nobody knows.

use std::sync::Arc;

use domain::EvidenceKind;
use domain::table::TableRow;
use domain::table::column::Topic;
use domain::table::sums::{BothSides, Sum, sums};
use leptos::prelude::*;

use crate::components::evidence_mark::EvidenceMark;
use crate::components::table::cell::{cell_view, change_between};
use crate::components::table::heading::topic_name;
use crate::words::{table_words, words};

/// Draws both sums of the rows that are shown.
#[component]
pub fn TableSums(
    /// All rows.
    rows: StoredValue<Vec<TableRow>>,
    /// Which of them are shown.
    shown: Memo<Arc<Vec<usize>>>,
) -> impl IntoView {
    let told = table_words();
    let both = move || {
        let shown = shown.read();
        let sums = rows.with_value(|rows| sums(&shown.iter().map(|at| &rows[*at]).collect::<Vec<_>>()));
        let both = [(sums.real, false), (sums.examples, true)].into_iter();
        let told =
            both.filter(|(sum, _)| sum.services > 0).map(|(sum, illustrative)| sum_view(&sum, illustrative));
        told.collect::<Vec<AnyView>>()
    };
    view! {
        <details class="table-sums" open=true>
            <summary class="table-sums__summary">{told.sums}</summary>
            <p class="section__note">{told.sums_note}</p>
            <div class="table-sums__sums">{both}</div>
        </details>
    }
}

fn sum_view(sum: &Sum, illustrative: bool) -> AnyView {
    let told = table_words();
    let (known, unknown): (Vec<_>, Vec<_>) = lines(sum).into_iter().partition(|(_, sides)| sides.known > 0);
    let unknown: Vec<String> = unknown.into_iter().map(|(name, _)| name.to_owned()).collect();
    let unknown = (!unknown.is_empty()).then(|| {
        let text = (told.sum_unknown)(&(words().names.list)(&unknown));
        view! { <p class="table-sums__unknown">{text}</p> }
    });
    let known: Vec<AnyView> = known.into_iter().map(|(name, sides)| line(name, sides)).collect();
    let table = (!known.is_empty()).then(|| {
        view! {
            <table class="table-sums__table">
                <thead>
                    <tr>
                        <th scope="col">{told.summed}</th>
                        <th scope="col">{words().service.from_before}</th>
                        <th scope="col">{words().service.to_after}</th>
                        <th scope="col">{told.difference}</th>
                        <th scope="col">{told.counted_in}</th>
                    </tr>
                </thead>
                <tbody>{known}</tbody>
            </table>
        }
    });
    let title = if illustrative { told.examples_sum } else { told.real_sum };
    let mark = illustrative.then(|| view! { " " <EvidenceMark kind=EvidenceKind::Example/> });
    let standard = sum.standard;
    view! {
        <section class="table-sums__sum" class:table-sums__sum--example=illustrative>
            <h2 class="table-sums__title">{title(sum.services)} {mark}</h2>
            <p>{(told.standard_sum)(standard.first, standard.second, standard.unknown)}</p>
            {table}
            {unknown}
        </section>
    }
    .into_any()
}

fn lines(sum: &Sum) -> Vec<(&'static str, BothSides)> {
    let measures = sum.measures.iter().map(|(kind, sides)| (topic_name(Topic::Measure(*kind)), *sides));
    measures.chain([(topic_name(Topic::YearlyHours), sum.yearly_hours)]).collect()
}

fn line(name: &'static str, sides: BothSides) -> AnyView {
    let told = table_words();
    let range = |(min, max)| (told.large_range)(min, max);
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let (first, second) = (sides.first, sides.second);
    let difference = (signed(second.0) - signed(first.1), signed(second.1) - signed(first.0));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="table__cell--number">{range(first)}</td>
            <td class="table__cell--number">{range(second)}</td>
            {cell_view(change_between(difference))}
            <td class="table__cell--number">{(told.known_and_unknown)(sides.known, sides.unknown)}</td>
        </tr>
    }
    .into_any()
}
