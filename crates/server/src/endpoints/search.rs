//! `GET /api/search`: what somebody looks for, found as the browser finds it.

use api::search_query::{self, parameter};
use domain::search::Results;
use tokio::task::spawn_blocking;

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

pub(super) const Q: Parameter = Parameter {
    name: parameter::WORDS,
    place: Place::Optional,
    kind: Kind::Text,
    about: "Words in characters, pinyin or initials; each stands in the name, an alias or the area",
};

pub(super) const AREA: Parameter = Parameter {
    name: parameter::AREA,
    place: Place::Optional,
    kind: Kind::Text,
    about: "The area as it is written",
};

const AUDIENCE: Parameter = Parameter {
    name: parameter::AUDIENCE,
    place: Place::Optional,
    kind: Kind::Text,
    about: "natural_person or legal_person; what is for both is for each",
};

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::SEARCH,
        "The services, and the runs of no service, that words find: real ones first, the best of each first",
        &[Q, AREA, AUDIENCE],
        &[],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<Results, Failure> {
    let query = search_query::read(&|name| asked.text(name).map(str::to_owned));
    if asked.filter(AUDIENCE.name).is_some() && query.audience.is_none() {
        return Err(Failure::bad_parameter(AUDIENCE.name));
    }
    let finder = state.overview.finder(&state.store).await?;
    // It takes milliseconds of a core where there are thousands of services.
    Ok(spawn_blocking(move || finder.find(&query)).await?)
}
