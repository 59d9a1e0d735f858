//! What was picked to be seen side by side: at most two versions, each exchangeable for another of its
//! service, and the way there.

use domain::table::TableRow;
use leptos::prelude::*;

use crate::components::chinese::{chinese, lang_of};
use crate::components::focus::keep_focus;
use crate::components::table::grid::REGION;
use crate::route::table::{MOST_PICKED, Picked, TableAddress};
use crate::words::table_words;

/// Draws the tray; nothing where nothing was picked.
#[component]
pub fn PickedTray(rows: StoredValue<Vec<TableRow>>, address: TableAddress) -> impl IntoView {
    let asked = address.asked();
    let told = table_words();
    move || {
        let asked = asked.get();
        let picked: Vec<AnyView> = asked.picked.iter().map(|one| entry(rows, one, address)).collect();
        let link = asked.side_by_side().map(|href| {
            view! { <a class="button button--primary table-tray__go" href=href>{told.side_by_side}</a> }
                .into_any()
        });
        let link =
            link.unwrap_or_else(|| view! { <p class="table-tray__hint">{told.pick_another}</p> }.into_any());
        (!picked.is_empty()).then(|| {
            view! {
                <section class="table-tray" aria-label=told.picked>
                    <p class="table-tray__count" role="status">
                        {(told.picked_count)(asked.picked.len(), MOST_PICKED)}
                    </p>
                    <ul class="table-tray__list">{picked}</ul>
                    {link}
                </section>
            }
        })
    }
}

fn entry(rows: StoredValue<Vec<TableRow>>, picked: &Picked, address: TableAddress) -> AnyView {
    let told = table_words();
    let (name, versions) = rows.with_value(|rows| of_service(rows, picked));
    let options = versions.into_iter().map(|(id, label)| {
        let selected = id == picked.version.as_str();
        let lang = lang_of(&label);
        view! { <option value=id selected=selected lang=lang>{label}</option> }
    });
    let options = options.collect_view();
    let this = picked.clone();
    let exchange = move |event| {
        // The list offers nothing but ids.
        if let Ok(version) = event_target_value(&event).parse() {
            address.change(|asked| {
                if let Some(known) = asked.picked.iter_mut().find(|known| **known == this) {
                    known.version = version;
                }
            });
        }
    };
    let this = picked.clone();
    let drop = move |_| {
        address.change(|asked| asked.picked.retain(|known| *known != this));
        keep_focus(REGION);
    };
    view! {
        <li class="table-tray__entry">
            <label class="table-tray__version">
                <span>{chinese(name.clone())}</span>
                <select
                    class="filter__field"
                    prop:value=picked.version.to_string()
                    on:change=exchange
                >
                    {options}
                </select>
            </label>
            <button class="button table-tray__drop" type="button" on:click=drop>
                {told.unpick}
                <span class="visually-hidden">{chinese(name)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The name of a service, and its versions as the rows have them. One that is in no row goes by its id.
fn of_service(rows: &[TableRow], picked: &Picked) -> (String, Vec<(String, String)>) {
    let mut name = picked.service.to_string();
    let mut versions: Vec<(String, String)> = Vec::new();
    for row in rows.iter().filter(|row| row.service == picked.service) {
        name.clone_from(&row.name);
        for version in [&row.first, &row.second].into_iter().flatten() {
            if !versions.iter().any(|(known, _)| known == version.id.as_str()) {
                versions.push((version.id.to_string(), version.label.clone()));
            }
        }
    }
    (name, versions)
}
