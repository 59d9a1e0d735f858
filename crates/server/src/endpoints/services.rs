//! `GET /api/services`: the services, found by their names and by their area.

use api::{ServiceList, ServiceSummary};
use domain::{Service, search};

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

const Q: Parameter = Parameter {
    name: "q",
    place: Place::Optional,
    kind: Kind::Text,
    about: "Words; every one of them stands in the name or an alias",
};

const AREA: Parameter =
    Parameter { name: "area", place: Place::Optional, kind: Kind::Text, about: "The area as it is written" };

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::SERVICES,
        "The services that match, real ones first",
        &[Q, AREA],
        &[],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<ServiceList, Failure> {
    let words = asked.filter(Q.name).unwrap_or_default();
    let area = asked.filter(AREA.name);
    let is_asked_for = |service: &&Service| {
        let names = service.aliases.iter().chain([&service.name]).map(String::as_str);
        area.is_none_or(|area| service.area == area) && search::matches(words, names)
    };
    let services = state.store.services().await?;
    Ok(ServiceList { services: services.iter().filter(is_asked_for).map(ServiceSummary::from).collect() })
}
