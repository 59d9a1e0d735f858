//! 对比总表: every service and version pair as a row, for those who look at all of them at once.

use std::sync::Arc;

use ::api::{Table, endpoint};
use leptos::prelude::*;

use crate::components::focus::keep_focus;
use crate::components::page_heading::PageHeading;
use crate::components::table::columns::ColumnChooser;
use crate::components::table::filters::{self, TableFilters};
use crate::components::table::grid::TableGrid;
use crate::components::table::sums::TableSums;
use crate::components::table::tray::PickedTray;
use crate::route::table::{TableAddress, use_table_address};
use crate::words::table_words;

/// Draws 对比总表.
#[component]
pub fn TableView(table: Table) -> impl IntoView {
    let told = table_words();
    let rows = StoredValue::new(table.rows);
    let address = use_table_address();
    let query = address.query();
    let shown = Memo::new(move |_| {
        let query = query.read();
        rows.with_value(|rows| Arc::new(query.positions(rows)))
    });
    let is_empty = Memo::new(move |_| shown.read().is_empty());
    let count = move || {
        let shown = shown.read();
        let examples = rows.with_value(|rows| shown.iter().filter(|at| rows[**at].illustrative).count());
        (told.count)(shown.len() - examples, examples)
    };
    view! {
        <PageHeading title=told.title.to_owned()/>
        <p class="lead">{told.lead}</p>
        <TableFilters rows address/>
        <ColumnChooser address/>
        <div class="table-head">
            <p class="table-head__count" role="status">{count}</p>
            <Files address/>
        </div>
        {move || if is_empty.get() {
            view! { <Nothing address/> }.into_any()
        } else {
            view! { <TableGrid rows shown address/> }.into_any()
        }}
        <p class="section__note">{told.legend}</p>
        <TableSums rows shown/>
        <PickedTray rows address/>
    }
}

/// The same rows as files, at plain addresses.
#[component]
fn Files(address: TableAddress) -> impl IntoView {
    let told = table_words();
    let query = address.query();
    let file = move |path: &'static str| move || endpoint::table_file(path, &query.read());
    view! {
        <p class="table-head__files">
            <a class="table-head__file" href=file(endpoint::TABLE_XLSX) download="">{told.as_xlsx}</a>
            <a class="table-head__file" href=file(endpoint::TABLE_CSV) download="">{told.as_csv}</a>
        </p>
    }
}

#[component]
fn Nothing(address: TableAddress) -> impl IntoView {
    let told = table_words();
    let show_all = move |_| {
        address.change(|asked| asked.query.filter = Default::default());
        keep_focus(filters::FIELD);
    };
    view! {
        <p class="blank">{told.nothing}</p>
        <button class="button" type="button" on:click=show_all>{told.show_all}</button>
    }
}
