//! What can keep an endpoint from answering, and the only place where that becomes HTTP.
//!
//! The client gets a code it can rely on ([`api::ErrorCode`]) as problem details (RFC 9457). What the
//! database or the code says goes into the log and no further.

use api::{ErrorCode, Problem};
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use store::StoreError;
use tokio::task::JoinError;

/// Why there is no answer.
#[derive(Debug)]
pub enum Failure {
    /// What was asked for is not there, or is not asked for like this.
    Refused {
        /// What is wrong.
        code: ErrorCode,
        /// The parameter that is wrong.
        parameter: Option<String>,
    },
    /// The store did not answer.
    Store(StoreError),
    /// The answer took longer than anybody waits.
    TooSlow,
    /// Our fault.
    Broken(String),
}

impl Failure {
    /// A parameter is missing, unknown or malformed.
    pub fn bad_parameter(name: &str) -> Failure {
        Failure::refused(ErrorCode::BadParameter, name)
    }

    /// Refused because of this parameter.
    pub fn refused(code: ErrorCode, parameter: &str) -> Failure {
        // The name may come from the client.
        Failure::Refused { code, parameter: Some(parameter.chars().take(64).collect()) }
    }

    fn code(&self) -> ErrorCode {
        match self {
            Failure::Refused { code, .. } => *code,
            Failure::Store(StoreError::Damaged { .. }) | Failure::Broken(_) => ErrorCode::Internal,
            Failure::Store(_) | Failure::TooSlow => ErrorCode::Unavailable,
        }
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Failure {
        Failure::Refused { code, parameter: None }
    }
}

/// Work on a core of its own was given up, which nothing of ours does but a panic.
impl From<JoinError> for Failure {
    fn from(error: JoinError) -> Failure {
        Failure::Broken(error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Store(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match &self {
            Failure::Refused { .. } => {}
            Failure::Store(error) => tracing::error!(error = ?error, "the store did not answer"),
            Failure::TooSlow => tracing::error!("the answer took too long"),
            Failure::Broken(what) => tracing::error!(what, "a fault of ours"),
        }
        let told = Told::of(self.code());
        let problem = Problem {
            r#type: format!("urn:paoyici:problem:{}", told.name),
            status: told.status.as_u16(),
            title: told.title.to_owned(),
            code: self.code(),
            parameter: match self {
                Failure::Refused { parameter, .. } => parameter,
                _ => None,
            },
        };
        let body = serde_json::to_vec(&problem).map_or_else(|_| Body::empty(), Body::from);
        let mut response = (told.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// How a code is told over HTTP.
pub struct Told {
    /// The status of the response.
    pub status: StatusCode,
    /// The code as it is written.
    pub name: &'static str,
    /// One line for developers.
    pub title: &'static str,
}

impl Told {
    /// How this code is told.
    pub fn of(code: ErrorCode) -> Told {
        let (status, name, title) = match code {
            ErrorCode::NotFound => (404, "not_found", "Nothing is at this address"),
            ErrorCode::UnknownService => (404, "unknown_service", "No service has this id"),
            ErrorCode::UnknownVersion => (404, "unknown_version", "The service has no version with this id"),
            ErrorCode::UnknownRun => (404, "unknown_run", "No run has this id"),
            ErrorCode::UnpublishedYear => {
                (404, "unpublished_year", "The working days of this year are not published")
            }
            ErrorCode::NoDates => (404, "no_dates", "Nobody can tell the days of this version"),
            ErrorCode::BadParameter => {
                (400, "bad_parameter", "A parameter is missing, unknown, repeated or malformed")
            }
            ErrorCode::MethodNotAllowed => {
                (405, "method_not_allowed", "The address does not answer this method")
            }
            ErrorCode::Unavailable => (503, "unavailable", "The data can't be reached at the moment"),
            ErrorCode::Internal => (500, "internal", "Something went wrong on our side"),
        };
        // Every status above is one.
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Told { status, name, title }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_written_everywhere_in_the_same_way() {
        use ErrorCode::*;
        for code in [
            NotFound,
            UnknownService,
            UnknownVersion,
            UnknownRun,
            UnpublishedYear,
            NoDates,
            BadParameter,
            MethodNotAllowed,
            Unavailable,
            Internal,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), Told::of(code).name);
        }
    }
}
