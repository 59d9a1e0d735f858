//! `GET /api/services/{id}`: one service with its versions, and the runs of it.

use api::{ErrorCode, RunSummary, ServiceDetail};
use domain::{Service, ServiceId, Version, VersionId};

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// The service that an address is about.
pub const ID: Parameter =
    Parameter { name: "id", place: Place::Path, kind: Kind::Key, about: "The id of the service" };

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::SERVICE,
        "One service with its versions, and the runs of it",
        &[ID],
        &[ErrorCode::UnknownService],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<ServiceDetail, Failure> {
    let service = asked_for(&state, &asked).await?;
    let runs = state.store.runs_of(&service.id).await?;
    Ok(ServiceDetail { service, runs: runs.iter().map(RunSummary::from).collect() })
}

/// The service that the path names.
pub async fn asked_for(state: &AppState, asked: &Asked) -> Result<Service, Failure> {
    let id: ServiceId = asked.named(ID.name, ErrorCode::UnknownService)?;
    found(state, &id).await?.ok_or_else(|| ErrorCode::UnknownService.into())
}

/// The version of a service that a parameter names; nothing where it is left out.
pub fn version<'a>(
    service: &'a Service,
    asked: &Asked,
    parameter: &str,
) -> Result<Option<&'a Version>, Failure> {
    let Some(id): Option<VersionId> = asked.key(parameter)? else { return Ok(None) };
    let version = service.version(&id);
    version.map(Some).ok_or_else(|| Failure::refused(ErrorCode::UnknownVersion, parameter))
}

/// The service with this id, as it may be shown.
pub async fn found(state: &AppState, id: &ServiceId) -> Result<Option<Service>, Failure> {
    match state.store.service(id).await? {
        Some(service) => without_dangling_link(state, service).await.map(Some),
        None => Ok(None),
    }
}

/// Where the demonstration district is hidden, nothing may point to it.
async fn without_dangling_link(state: &AppState, service: Service) -> Result<Service, Failure> {
    let Some(other) = &service.illustrated_by else { return Ok(service) };
    if state.store.service(other).await?.is_some() {
        return Ok(service);
    }
    let mut document = (*service).clone();
    document.illustrated_by = None;
    Service::try_from(document).map_err(|error| Failure::Broken(error.to_string()))
}
