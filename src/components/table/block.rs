//! Some rows of the table, drawn together, and the room of those that are not drawn.

use std::sync::Arc;

use domain::table::TableRow;
use domain::table::column::Column;
use leptos::html;
use leptos::prelude::*;

use crate::components::table::heading::HEAD_LINES;
use crate::components::table::row::row_view;
use crate::components::table::row_window::RowWindow;
use crate::route::table::TableAddress;

/// What is laid out: another stamp is another table.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// Tells one table from the one before.
    pub stamp: usize,
    /// Which rows are shown, in their order.
    pub rows: Arc<Vec<usize>>,
    /// Which columns are shown.
    pub columns: Arc<Vec<Column>>,
}

/// Room for rows that are not drawn.
#[component]
pub fn Room(
    /// How high it is, in pixels.
    height: Signal<f64>,
) -> impl IntoView {
    view! {
        <tbody aria-hidden="true">
            <tr>
                <td class="table__room">
                    <svg class="table__room-height" width="1" height=move || height.get()></svg>
                </td>
            </tr>
        </tbody>
    }
}

/// Some rows, and how high they turn out to be.
#[component]
pub fn Block(
    /// All rows.
    rows: StoredValue<Vec<TableRow>>,
    /// What is laid out.
    sheet: Sheet,
    /// Which of its blocks.
    block: usize,
    /// Is told how high it is, in pixels.
    learn: impl Fn(f64) + 'static,
    /// Where rows are picked.
    address: TableAddress,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    Effect::new(move |_| {
        if let Some(body) = body.get() {
            learn(f64::from(body.offset_height()));
        }
    });
    let positions = RowWindow::new(sheet.rows.len()).rows_of(block);
    let drawn = rows.with_value(|rows| {
        let drawn = positions.map(|position| {
            let row = &rows[sheet.rows[position]];
            row_view(row, position + 1 + HEAD_LINES, &sheet.columns, address)
        });
        drawn.collect::<Vec<_>>()
    });
    view! { <tbody class="table__block" node_ref=body>{drawn}</tbody> }
}
