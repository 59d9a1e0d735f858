//! `GET /api/runs`: the runs.

use api::{RunList, RunSummary};

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(api::endpoint::RUNS, "All runs, real ones first", &[], &[], answer)
}

async fn answer(state: AppState, _: Asked) -> Result<RunList, Failure> {
    let runs = state.store.runs().await?;
    Ok(RunList { runs: runs.iter().map(RunSummary::from).collect() })
}
