//! `GET /api/services/{id}/comparison`: two versions of a service beside each other, with no question
//! answered.

use api::ErrorCode;
use domain::{Answers, Comparison, compare};

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::endpoints::service;
use crate::failure::Failure;
use crate::state::AppState;

const FROM: Parameter =
    Parameter { name: "from", place: Place::Required, kind: Kind::Key, about: "The first version" };

const TO: Parameter =
    Parameter { name: "to", place: Place::Required, kind: Kind::Key, about: "The second version" };

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::COMPARISON,
        "Two versions of a service beside each other",
        &[service::ID, FROM, TO],
        &[ErrorCode::UnknownService, ErrorCode::UnknownVersion],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<Comparison, Failure> {
    let service = service::asked_for(&state, &asked).await?;
    let version = |parameter: &str| {
        service::version(&service, &asked, parameter)?.ok_or_else(|| Failure::bad_parameter(parameter))
    };
    let (first, second) = (version(FROM.name)?, version(TO.name)?);
    Ok(compare(&service, first, second, &Answers::new()))
}
