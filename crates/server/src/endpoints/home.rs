//! `GET /api/home`: everything 首页 shows, in one answer.

use api::{ErrorCode, Home};

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::HOME,
        "What the first page shows: totals, cards of what was reported, the demonstration district",
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
    Ok(Home::of(&action, &services, &runs))
}
