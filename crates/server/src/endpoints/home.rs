//! `GET /api/home`: everything 首页 shows, in one answer.

use api::{ErrorCode, Home, RunSummary, ServiceSummary};

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::HOME,
        "The action, all services and all runs",
        &[],
        &[ErrorCode::NotFound],
        answer,
    )
}

async fn answer(state: AppState, _: Asked) -> Result<Home, Failure> {
    // A page without the action has nothing to say what it is about.
    let action = state.store.action().await?.ok_or(ErrorCode::NotFound)?;
    let services = state.store.services().await?;
    let runs = state.store.runs().await?;
    Ok(Home {
        action,
        services: services.iter().map(ServiceSummary::from).collect(),
        runs: runs.iter().map(RunSummary::from).collect(),
    })
}
