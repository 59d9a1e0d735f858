//! `GET /api/services`: the services, found as the search of 首页 finds them.

use std::collections::HashMap;

use api::ServiceList;
use domain::search::EntryKind;
use tokio::task::spawn_blocking;

use super::search::{AREA, Q};
use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::SERVICES,
        "The services that match, real ones first; of those that words find, the best first",
        &[Q, AREA],
        &[],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<ServiceList, Failure> {
    let area = asked.filter(AREA.name);
    let mut facts = state.overview.facts(&state.store).await?;
    facts.retain(|facts| area.is_none_or(|area| facts.entry.area == area));
    if let Some(words) = asked.filter(Q.name) {
        let finder = state.overview.finder(&state.store).await?;
        let (searcher, words) = (finder.clone(), words.to_owned());
        let places = spawn_blocking(move || searcher.places(&words)).await?;
        let entries = &finder.index().entries;
        let found = places.into_iter().map(|place| &entries[place]);
        let found = found.filter(|entry| entry.kind == EntryKind::Service).map(|entry| entry.id.as_str());
        let places: HashMap<&str, usize> = found.zip(0..).collect();
        facts.retain(|facts| places.contains_key(&*facts.entry.id));
        facts.sort_by_key(|facts| places.get(&*facts.entry.id).copied());
    }
    Ok(ServiceList { services: facts.iter().map(|facts| facts.summary.clone()).collect() })
}
