//! `GET /api/home`: everything 首页 shows, in one answer.

use api::{ErrorCode, Home};

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::overview::AtHome;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::HOME,
        "What the first page shows: totals, cards of what was reported, some of the demonstration district",
        &[],
        &[ErrorCode::NotFound],
        answer,
    )
}

async fn answer(state: AppState, _: Asked) -> Result<Home, Failure> {
    // A page without the action has nothing to say what it is about.
    let action = state.store.action().await?.ok_or(ErrorCode::NotFound)?;
    let facts = state.overview.facts(&state.store).await?;
    let runs = state.store.runs().await?;
    let real = facts.iter().filter_map(|facts| match &facts.at_home {
        AtHome::Real(service) => Some(&**service),
        AtHome::Example(_) => None,
    });
    let examples = facts.iter().filter_map(|facts| match &facts.at_home {
        AtHome::Real(_) => None,
        AtHome::Example(card) => Some(card),
    });
    Ok(Home::of(&action, real, examples, &runs))
}
