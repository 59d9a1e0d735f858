//! `GET /api/openapi.json`: this interface, described.

use serde_json::{Map, Value};

use crate::asked::Asked;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::openapi;
use crate::state::AppState;

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(api::endpoint::OPENAPI, "This interface in OpenAPI 3.1", &[], &[], answer)
}

async fn answer(_: AppState, _: Asked) -> Result<&'static Map<String, Value>, Failure> {
    Ok(openapi::document())
}
