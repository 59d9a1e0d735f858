//! `GET /api/runs/{id}`: one run, and the service it ran.

use api::{ErrorCode, RunDetail};
use domain::RunId;

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::endpoints::service;
use crate::failure::Failure;
use crate::state::AppState;

const ID: Parameter =
    Parameter { name: "id", place: Place::Path, kind: Kind::Key, about: "The id of the run" };

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::RUN,
        "One run with the problems it found, and the service it ran",
        &[ID],
        &[ErrorCode::UnknownRun],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<RunDetail, Failure> {
    let id: RunId = asked.named(ID.name, ErrorCode::UnknownRun)?;
    let run = state.store.run(&id).await?.ok_or(ErrorCode::UnknownRun)?;
    let service = match &run.service {
        Some(id) => service::found(&state, id).await?,
        None => None,
    };
    Ok(RunDetail { run, service })
}
