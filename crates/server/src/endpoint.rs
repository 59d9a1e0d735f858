//! What an endpoint is: an address, what it may be asked, what it answers, and how it can fail — said
//! once, for the router and for the OpenAPI document.

use std::future::Future;

use api::ErrorCode;
use axum::extract::rejection::{QueryRejection, RawPathParamsRejection};
use axum::extract::{Query, RawPathParams, State};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::asked::{Asked, Parameter};
use crate::failure::Failure;
use crate::state::AppState;

/// One address of the JSON interface; it answers `GET` and `HEAD`.
pub struct Endpoint {
    /// The template of its path, from [`api::endpoint`].
    pub path: &'static str,
    /// What it answers, in one line for developers.
    pub summary: &'static str,
    /// What it may be asked.
    pub parameters: &'static [Parameter],
    /// How it can fail, besides what every endpoint can.
    pub failures: &'static [ErrorCode],
    /// The schema of its answer.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// What the router runs.
    pub route: MethodRouter<AppState>,
}

/// How every endpoint can fail.
pub const COMMON_FAILURES: &[ErrorCode] =
    &[ErrorCode::BadParameter, ErrorCode::Unavailable, ErrorCode::Internal];

impl Endpoint {
    /// An endpoint that is answered by `answer`. The schema of the answer is that of its type, so the
    /// document can't promise another one.
    pub fn new<T, A, F>(
        path: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
        failures: &'static [ErrorCode],
        answer: A,
    ) -> Endpoint
    where
        T: Serialize + JsonSchema,
        A: Fn(AppState, Asked) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Failure>> + Send,
    {
        let handler = move |State(state): State<AppState>, path: PathParameters, query: QueryParameters| {
            let answer = answer.clone();
            async move {
                let asked = read(parameters, path, query)?;
                json(&answer(state, asked).await?)
            }
        };
        let route = get(handler).fallback(method_not_allowed);
        Endpoint { path, summary, parameters, failures, schema: SchemaGenerator::subschema_for::<T>, route }
    }
}

type PathParameters = Result<RawPathParams, RawPathParamsRejection>;
type QueryParameters = Result<Query<Vec<(String, String)>>, QueryRejection>;

fn read(
    parameters: &'static [Parameter],
    path: PathParameters,
    query: QueryParameters,
) -> Result<Asked, Failure> {
    // A path that is no text, or a query that is none, names nothing we have.
    let path = path.map_err(|_| ErrorCode::NotFound)?;
    let Query(query) = query.map_err(|_| ErrorCode::BadParameter)?;
    Asked::read(parameters, &path, query)
}

fn json(answer: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_vec(answer).map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response())
}

async fn method_not_allowed() -> Failure {
    ErrorCode::MethodNotAllowed.into()
}
