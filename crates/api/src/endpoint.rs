//! Every address of the JSON interface, once: as the template that the server routes by, and as the
//! function by which the browser asks.

use domain::{RunId, ServiceId, VersionId};

use crate::TableQuery;

/// Everything 首页 shows, in one answer.
pub const HOME: &str = "/api/home";
/// Everything that can be found, for those who search by themselves.
pub const INDEX: &str = "/api/index";
/// What words find: `q`, `area`, `audience`.
pub const SEARCH: &str = "/api/search";
/// The services, filtered by `q` and `area`.
pub const SERVICES: &str = "/api/services";
/// One service with its versions.
pub const SERVICE: &str = "/api/services/{id}";
/// Two versions of a service beside each other: `from`, `to`.
pub const COMPARISON: &str = "/api/services/{id}/comparison";
/// The days of a version for one applicant, for a calendar: `to`, `answers`, `start`.
pub const VISITS_CALENDAR: &str = "/api/services/{id}/visits.ics";
/// Two versions of a service as a picture, as programs show it beside a link: `from`, `to`.
pub const CARD_WIDE: &str = "/cards/{id}/wide.png";
/// The same, as a phone shows it whole.
pub const CARD_TALL: &str = "/cards/{id}/tall.png";
/// 对比总表: every service and version pair, as [`TableQuery`] asks for them.
pub const TABLE: &str = "/api/table";
/// The same rows as a file of comma-separated values.
pub const TABLE_CSV: &str = "/api/table.csv";
/// The same rows as a workbook.
pub const TABLE_XLSX: &str = "/api/table.xlsx";
/// The findings of all services as they are run today.
pub const CHANCES: &str = "/api/chances";
/// The runs.
pub const RUNS: &str = "/api/runs";
/// One run.
pub const RUN: &str = "/api/runs/{id}";
/// The problems of all runs.
pub const PROBLEMS: &str = "/api/problems";
/// The action as a whole.
pub const ACTION: &str = "/api/action";
/// Where one year departs from Monday to Friday.
pub const CALENDAR: &str = "/api/calendar/{year}";
/// This interface in OpenAPI 3.1.
pub const OPENAPI: &str = "/api/openapi.json";

/// Where to ask for one service.
pub fn service(id: &ServiceId) -> String {
    SERVICE.replace("{id}", id.as_str())
}

/// Where to load the days of one applicant; the query says of which.
pub fn visits_calendar(id: &ServiceId) -> String {
    VISITS_CALENDAR.replace("{id}", id.as_str())
}

/// Where to ask for the comparison of two versions.
pub fn comparison(id: &ServiceId, from: &VersionId, to: &VersionId) -> String {
    // Keys need no escaping in an address.
    format!("{}?from={from}&to={to}", COMPARISON.replace("{id}", id.as_str()))
}

/// Where to load the picture of two versions, or of what there is of a service; `card` is [`CARD_WIDE`] or
/// [`CARD_TALL`]. See [`in_language`].
pub fn card(
    card: &str,
    id: &ServiceId,
    versions: Option<(&VersionId, &VersionId)>,
    language: Option<&str>,
) -> String {
    let picture = card.replace("{id}", id.as_str());
    let picture = match versions {
        Some((from, to)) => format!("{picture}?from={from}&to={to}"),
        None => picture,
    };
    in_language(picture, language)
}

/// The name of the parameter that says in which language an answer for people is, by its tag (BCP 47). Where it is
/// left out, that is 简体.
pub const LANGUAGE: &str = "lang";

/// An address whose answer is in a language; `None` leaves out the parameter.
pub fn in_language(address: String, language: Option<&str>) -> String {
    let Some(tag) = language else { return address };
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}{LANGUAGE}={tag}")
}

/// Where to ask for one run.
pub fn run(id: &RunId) -> String {
    RUN.replace("{id}", id.as_str())
}

/// Where to ask what a query finds, as it stands in an address.
pub fn search(in_address: &str) -> String {
    format!("{SEARCH}?{in_address}")
}

/// Where to load the rows of a query as a file; `file` is [`TABLE_CSV`] or [`TABLE_XLSX`].
pub fn table_file(file: &str, query: &TableQuery) -> String {
    match query.in_address() {
        asked if asked.is_empty() => file.to_owned(),
        asked => format!("{file}?{asked}"),
    }
}
