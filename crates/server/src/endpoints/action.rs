//! `GET /api/action`: the action as a whole.

use api::ErrorCode;
use domain::Action;

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(api::endpoint::ACTION, "The action as a whole", &[], &[ErrorCode::NotFound], answer)
}

async fn answer(state: AppState, _: Asked) -> Result<Action, Failure> {
    state.store.action().await?.ok_or_else(|| ErrorCode::NotFound.into())
}
