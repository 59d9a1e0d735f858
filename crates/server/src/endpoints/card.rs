//! `GET /cards/{id}/wide.png` and `/cards/{id}/tall.png`: the comparison of two versions as a picture to pass on.

use std::sync::Arc;

use api::ErrorCode;
use app::card;
use cards::Shape;
use domain::VersionId;

use crate::asked::{Asked, Kind, LANGUAGE, Parameter, Place};
use crate::cards::draw;
use crate::endpoint::Endpoint;
use crate::endpoints::service;
use crate::failure::Failure;
use crate::state::AppState;

const FROM: Parameter = Parameter {
    name: "from",
    place: Place::Optional,
    kind: Kind::Key,
    about: "The first version; otherwise what the page shows",
};

const TO: Parameter = Parameter {
    name: "to",
    place: Place::Optional,
    kind: Kind::Key,
    about: "The second version; otherwise what the page shows",
};

const PARAMETERS: &[Parameter] = &[service::ID, FROM, TO, LANGUAGE];

const FAILURES: &[ErrorCode] = &[ErrorCode::UnknownService, ErrorCode::UnknownVersion];

/// As programs show it beside a link.
pub fn wide() -> Endpoint {
    Endpoint::picture(
        api::endpoint::CARD_WIDE,
        "Two versions of a service as a picture of 1200 × 630, for a link",
        PARAMETERS,
        FAILURES,
        |state, asked| answer(state, asked, Shape::Wide),
    )
}

/// As a phone shows it whole.
pub fn tall() -> Endpoint {
    Endpoint::picture(
        api::endpoint::CARD_TALL,
        "Two versions of a service as a picture of 1080 × 1440, for a phone",
        PARAMETERS,
        FAILURES,
        |state, asked| answer(state, asked, Shape::Tall),
    )
}

async fn answer(state: AppState, asked: Asked, shape: Shape) -> Result<Vec<u8>, Failure> {
    // Nothing is read before it can be drawn: many may wait.
    let turn = state.aside.turn().await?;
    let service = Arc::new(service::asked_for(&state, &asked).await?);
    let id = |parameter: &str| -> Result<Option<VersionId>, Failure> {
        Ok(service::version(&service, &asked, parameter)?.map(|version| version.id.clone()))
    };
    let (from, to) = (id(FROM.name)?, id(TO.name)?);
    let versions = card::versions(&service, &from, &to).ok_or(ErrorCode::UnknownVersion)?;
    draw(turn, service, versions, shape, asked.language(), state.public_url).await
}
