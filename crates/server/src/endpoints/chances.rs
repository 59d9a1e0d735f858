//! `GET /api/chances`: the findings of all services as they are run today, ranked.

use api::ChanceList;

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::CHANCES,
        "What could be better in the versions in force, by the hours that applicants spend in a year",
        &[],
        &[],
        answer,
    )
}

async fn answer(state: AppState, _: Asked) -> Result<ChanceList, Failure> {
    Ok(ChanceList { chances: state.overview.chances(&state.store).await? })
}
