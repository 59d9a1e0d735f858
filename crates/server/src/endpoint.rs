//! What an endpoint is: an address, what it may be asked, what it answers, and how it can fail — said
//! once, for the router and for the OpenAPI document.

use std::future::Future;

use api::ErrorCode;
use axum::extract::rejection::{QueryRejection, RawPathParamsRejection};
use axum::extract::{Query, RawPathParams, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::asked::{Asked, Parameter};
use crate::failure::Failure;
use crate::state::AppState;

/// One address of the interface; it answers `GET` and `HEAD`.
pub struct Endpoint {
    /// The template of its path, from [`api::endpoint`].
    pub path: &'static str,
    /// What it answers, in one line for developers.
    pub summary: &'static str,
    /// What it may be asked.
    pub parameters: &'static [Parameter],
    /// How it can fail, besides what every endpoint can.
    pub failures: &'static [ErrorCode],
    /// What kind of thing it answers.
    pub answers: Answers,
    /// What the router runs.
    pub route: MethodRouter<AppState>,
}

/// What kind of thing an endpoint answers.
#[derive(Debug, Clone, Copy)]
pub enum Answers {
    /// JSON of this schema.
    Json(fn(&mut SchemaGenerator) -> Schema),
    /// A file to keep.
    File(FileKind),
    /// A picture, as PNG.
    Picture,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Comma-separated values (RFC 4180).
    Csv,
    /// A workbook (ECMA-376).
    Xlsx,
    /// Days for a calendar (RFC 5545).
    Calendar,
}

/// A file as an endpoint answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Under which name it is kept, without the ending; any letters.
    pub name: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

impl FileKind {
    /// How it is called over HTTP.
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Csv => "text/csv; charset=utf-8",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Calendar => "text/calendar; charset=utf-8",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Xlsx => "xlsx",
            FileKind::Calendar => "ics",
        }
    }
}

/// How a picture is called over HTTP.
pub const PNG: &str = "image/png";

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
        T: Serialize + JsonSchema + 'static,
        A: Fn(AppState, Asked) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Failure>> + Send,
    {
        let answers = Answers::Json(SchemaGenerator::subschema_for::<T>);
        let route = route(parameters, answer, |answer| json(&answer));
        Endpoint { path, summary, parameters, failures, answers, route }
    }

    /// Whether it is answered by a picture.
    pub fn is_a_picture(&self) -> bool {
        matches!(self.answers, Answers::Picture)
    }

    /// An endpoint that is answered by a file.
    pub fn file<A, F>(
        path: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
        failures: &'static [ErrorCode],
        kind: FileKind,
        answer: A,
    ) -> Endpoint
    where
        A: Fn(AppState, Asked) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<File, Failure>> + Send,
    {
        let route = route(parameters, answer, move |file| attached(kind, file));
        Endpoint { path, summary, parameters, failures, answers: Answers::File(kind), route }
    }

    /// An endpoint that is answered by a picture.
    pub fn picture<A, F>(
        path: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
        failures: &'static [ErrorCode],
        answer: A,
    ) -> Endpoint
    where
        A: Fn(AppState, Asked) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<Vec<u8>, Failure>> + Send,
    {
        let shown = |picture| Ok(([(CONTENT_TYPE, HeaderValue::from_static(PNG))], picture).into_response());
        let route = route(parameters, answer, shown);
        Endpoint { path, summary, parameters, failures, answers: Answers::Picture, route }
    }
}

fn route<T, A, F>(
    parameters: &'static [Parameter],
    answer: A,
    told: impl Fn(T) -> Result<Response, Failure> + Clone + Send + Sync + 'static,
) -> MethodRouter<AppState>
where
    T: 'static,
    A: Fn(AppState, Asked) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + Send,
{
    let handler = move |State(state): State<AppState>, path: PathParameters, query: QueryParameters| {
        let (answer, told) = (answer.clone(), told.clone());
        async move {
            let asked = read(parameters, path, query)?;
            told(answer(state, asked).await?)
        }
    };
    get(handler).fallback(method_not_allowed)
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

/// A file that browsers keep instead of showing it (RFC 6266: the name in letters that every browser reads,
/// and beside it the whole name).
fn attached(kind: FileKind, file: File) -> Result<Response, Failure> {
    let ending = kind.ending();
    let name: String = file.name.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let disposition = format!("attachment; filename=\"paoyici.{ending}\"; filename*=UTF-8''{name}.{ending}");
    let disposition =
        HeaderValue::from_str(&disposition).map_err(|error| Failure::Broken(error.to_string()))?;
    let media_type = HeaderValue::from_static(kind.media_type());
    Ok(([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], file.content).into_response())
}

async fn method_not_allowed() -> Failure {
    ErrorCode::MethodNotAllowed.into()
}
