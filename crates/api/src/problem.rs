//! How a failure is told: problem details (RFC 9457) with a stable code.

use serde::{Deserialize, Serialize};

/// What went wrong, for programs. Stable: a code is never given another meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// 404: nothing is at this address.
    NotFound,
    /// 404: no service has this id.
    UnknownService,
    /// 404: the service has no version with this id.
    UnknownVersion,
    /// 404: no run has this id.
    UnknownRun,
    /// 404: the working days of this year are not published.
    UnpublishedYear,
    /// 404: nobody can tell the days of this version.
    NoDates,
    /// 400: a parameter is missing, unknown or malformed.
    BadParameter,
    /// 405: the address does not answer this method.
    MethodNotAllowed,
    /// 503: the database does not answer.
    Unavailable,
    /// 500: our fault; the log has the details.
    Internal,
}

/// Problem details as they travel, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// The problems that runs find have the name `Problem` in the interface's description.
#[cfg_attr(feature = "schema", schemars(rename = "ProblemDetails"))]
pub struct Problem {
    /// Names the kind of problem: `urn:paoyici:problem:` and the code.
    pub r#type: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong, for developers.
    pub title: String,
    /// What went wrong, for programs.
    pub code: ErrorCode,
    /// The parameter that was wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}
