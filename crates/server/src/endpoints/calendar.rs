//! `GET /api/calendar/{year}`: where one year departs from Monday to Friday.

use api::ErrorCode;
use domain::calendar::{self, CalendarYear};

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

const YEAR: Parameter =
    Parameter { name: "year", place: Place::Path, kind: Kind::Year, about: "The year in four digits" };

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::CALENDAR,
        "The working days of one year, where they depart from Monday to Friday",
        &[YEAR],
        &[ErrorCode::UnpublishedYear],
        answer,
    )
}

async fn answer(_: AppState, asked: Asked) -> Result<CalendarYear, Failure> {
    let year: i16 = asked.named(YEAR.name, ErrorCode::UnpublishedYear)?;
    calendar::year(year).map_err(|_| ErrorCode::UnpublishedYear.into())
}
