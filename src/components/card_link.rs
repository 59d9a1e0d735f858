//! The way to the picture of a comparison, which a phone keeps or passes on.

use ::api::endpoint;
use leptos::prelude::*;

use crate::compared::Compared;
use crate::route::card_path;
use crate::words::words;

/// A link to the picture of the two versions; nothing where two services stand beside each other, or something is
/// only supposed: those have none.
#[component]
pub fn CardLink(compared: Memo<Option<Compared>>) -> impl IntoView {
    move || {
        let compared = compared.read();
        let compared = compared.as_ref().filter(|compared| compared.supposed().is_none())?;
        let (first, second) = (compared.first(), compared.second());
        if compared.is_of_two_services() {
            return None;
        }
        let id = &first.service().id;
        let versions = Some((&first.version().id, &second.version().id));
        let href = card_path(endpoint::CARD_TALL, id, versions);
        Some(view! {
            <p><a class="arrow-link" href=href target="_blank">{words().service.as_picture}</a></p>
        })
    }
}
