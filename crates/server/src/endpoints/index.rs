//! `GET /api/index`: everything that can be found, for those who search by themselves.

use domain::search::Index;

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::INDEX,
        "What can be found, with what its characters may be typed as: browsers search it at every key press",
        &[],
        &[],
        answer,
    )
}

async fn answer(state: AppState, _: Asked) -> Result<Index, Failure> {
    Ok(state.overview.finder(&state.store).await?.index().clone())
}
