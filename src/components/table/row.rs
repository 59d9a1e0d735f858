//! One row of the table: the service by name, leading to its comparison, a box to pick it, and its cells.

use domain::table::TableRow;
use domain::table::column::{Column, Topic};
use leptos::prelude::*;

use crate::components::chinese::{chinese, told};
use crate::components::evidence_mark::EvidenceMark;
use crate::components::table::cell::{cell, cell_view};
use crate::route::table::{AskedTable, MOST_PICKED, Picked, TableAddress};
use crate::route::{Route, comparison_path};
use crate::words::table_words;

/// Draws a row; `index` is its place among all rows that are shown, the heads included, from 1.
pub fn row_view(row: &TableRow, index: usize, columns: &[Column], address: TableAddress) -> AnyView {
    let href = match (&row.first, &row.second) {
        (Some(first), Some(second)) => comparison_path(&row.service, &first.id, &second.id),
        _ => Route::Service(row.service.clone()).path(),
    };
    let class = if row.illustrative { "table__row table__row--example" } else { "table__row" };
    let cells = columns.iter().filter(|column| column.topic != Topic::Service);
    let cells: Vec<AnyView> = cells.map(|column| cell_view(cell(row, *column))).collect();
    let mark = row.illustrative.then(|| view! { <EvidenceMark kind=domain::EvidenceKind::Example/> });
    view! {
        <tr class=class aria-rowindex=index>
            <th class="table__name" scope="row">
                <span class="table__name-line">
                    <a class="table__link" href=href>{chinese(row.name.clone())}</a>
                    {mark}
                    {pick(row, address)}
                </span>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// A box that picks the second version of a row, where there is one.
fn pick(row: &TableRow, address: TableAddress) -> Option<AnyView> {
    let version = row.second.as_ref()?;
    let name = (table_words().pick)(&row.name, &version.label);
    let picked = Picked { service: row.service.clone(), version: version.id.clone() };
    let asked = address.asked();
    let this = picked.clone();
    let is_picked = Signal::derive(move || asked.with(|asked: &AskedTable| asked.picked.contains(&this)));
    // Two stand side by side: a third is refused, rather than one of them dropped out of sight.
    let is_full = move || asked.with(|asked: &AskedTable| asked.picked.len() >= MOST_PICKED);
    let toggle = move |_| address.change(|asked| asked.toggle(picked.clone()));
    Some(
        view! {
            <label class="table__pick">
                <input type="checkbox" checked=is_picked prop:checked=is_picked disabled=move || is_full() && !is_picked.get() on:change=toggle/>
                <span class="visually-hidden">{told(name)}</span>
            </label>
        }
        .into_any(),
    )
}
