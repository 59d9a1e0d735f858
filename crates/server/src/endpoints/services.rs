//! `GET /api/services`: the services, found as the search of 首页 finds them.

use std::collections::HashMap;

use api::ServiceList;
use domain::search::EntryKind;

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

const Q: Parameter = Parameter {
    name: "q",
    place: Place::Optional,
    kind: Kind::Text,
    about: "Words in characters, pinyin or initials; each stands in the name, an alias or the area",
};

const AREA: Parameter =
    Parameter { name: "area", place: Place::Optional, kind: Kind::Text, about: "The area as it is written" };

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
        let entries = &finder.index().entries;
        let found = finder.places(words).into_iter().map(|place| &entries[place]);
        let found = found.filter(|entry| entry.kind == EntryKind::Service).map(|entry| entry.id.as_str());
        let places: HashMap<&str, usize> = found.zip(0..).collect();
        facts.retain(|facts| places.contains_key(&*facts.entry.id));
        facts.sort_by_key(|facts| places.get(&*facts.entry.id).copied());
    }
    Ok(ServiceList { services: facts.iter().map(|facts| facts.summary.clone()).collect() })
}
