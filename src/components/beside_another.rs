//! From one service to a comparison with another: the other services are asked for when somebody wants them.

use std::sync::Arc;

use ::api::{ServiceList, ServiceSummary, endpoint};
use domain::{EvidenceKind, Service};
use leptos::prelude::*;

use crate::api::{self, Failure};
use crate::compared::Compared;
use crate::components::chinese::chinese;
use crate::components::evidence_mark::EvidenceMark;
use crate::loaded::{Draw, Loaded, Loader};
use crate::route::{AskedComparison, asked_path};
use crate::words::comparison_words;

/// A line that opens to the list of all other services, each a link to it beside this one.
#[component]
pub fn BesideAnother(
    /// The version that stays is the second, which is what the service has come to.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let others = move || was_opened.get().then(|| view! { <Others compared/> }.into_any());
    view! {
        <details class="beside-another" on:toggle=move |_| was_opened.set(true)>
            <summary class="beside-another__title">{comparison_words().beside_another}</summary>
            {others}
        </details>
    }
}

#[component]
fn Others(compared: Memo<Option<Compared>>) -> impl IntoView {
    let loader = Loader::new(move || {
        Box::pin(async move {
            let list = api::ask(endpoint::SERVICES.to_owned()).await?;
            let list: ServiceList = api::read(list).ok_or(Failure::Broken)?;
            let services = Arc::new(list.services);
            let draw: Draw = Arc::new(move || self::list(services.clone(), compared));
            Ok(draw)
        })
    });
    view! { <Loaded loader/> }
}

fn list(services: Arc<Vec<ServiceSummary>>, compared: Memo<Option<Compared>>) -> AnyView {
    let links = move || {
        let compared = compared.get()?;
        let half = compared.second();
        let others = services.iter().filter(|other| is_another(half.service(), other));
        let links = others.map(|other| {
            let asked = AskedComparison {
                from: Some(half.version().id.clone()),
                with: Some(other.id.clone()),
                ..AskedComparison::default()
            };
            let mark = other.illustrative.then(|| view! { " " <EvidenceMark kind=EvidenceKind::Example/> });
            view! {
                <li>
                    <a class="arrow-link" href=asked_path(&half.service().id, &asked)>{chinese(other.name.clone())}</a>
                    {mark}
                </li>
            }
        });
        Some(links.collect_view())
    };
    view! { <ul class="beside-another__list">{links}</ul> }.into_any()
}

/// Whether it is another service, of which a version can stand beside one of this.
fn is_another(service: &Service, other: &ServiceSummary) -> bool {
    other.id != service.id && !other.versions.is_empty()
}
