//! The log: one line for each request, and what failed while it was answered, tied together by the id of
//! the request. To the standard error, so that the standard output stays readable for programs.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use app::route::Route;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;
use tower_http::request_id::{MakeRequestId, MakeRequestUuid};
use tracing::{Instrument, Level};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// For people on a terminal, as JSON otherwise.
    Auto,
    /// For people.
    Human,
    /// One JSON object a line.
    Json,
}

/// Starts the log. What is logged is chosen by `RUST_LOG`, and without it everything from `info` up.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let human = match format {
        LogFormat::Auto => stderr().is_terminal(),
        LogFormat::Human => true,
        LogFormat::Json => false,
    };
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    let started = match human {
        true => log.with_ansi(stderr().is_terminal()).with_target(false).try_init(),
        false => log.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init(),
    };
    // Whoever has started a log before us, a test for one, keeps it.
    AS_JSON.store(!human && started.is_ok(), Ordering::Relaxed);
}

/// Whether the log is JSON.
static AS_JSON: AtomicBool = AtomicBool::new(false);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs a request when it is answered, and tells the client by which id to ask about it.
pub async fn each_request(request: Request, next: Next) -> Response {
    let since = Instant::now();
    let id = request_id(&request);
    let method = request.method().clone();
    let template = template(&request);
    // What fails on the way is logged with the id.
    let span = tracing::info_span!("request", request_id = id.to_str().unwrap_or_default());
    let mut response = next.run(request).instrument(span).await;
    answered(since, id, &method, &template, &mut response);
    response
}

/// Logs that a request was answered, and tells the client its id.
pub fn answered(since: Instant, id: HeaderValue, method: &Method, template: &str, response: &mut Response) {
    let request_id = id.to_str().unwrap_or_default();
    let status = response.status().as_u16();
    let latency_us = u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX);
    let method = method.as_str();
    if !AS_JSON.load(Ordering::Relaxed) {
        tracing::info!(request_id, method, path = template, status, latency_us, "answered");
    } else if tracing::enabled!(Level::INFO) {
        let (timestamp, level, target, message) = (now(), "INFO", module_path!(), "answered");
        Line { timestamp, level, target, message, request_id, method, path: template, status, latency_us }
            .write();
    }
    response.headers_mut().insert(REQUEST_ID, id);
}

/// That a request was answered, as the line of JSON that the subscriber would write of it. To have it written there
/// took two fifths of what an answer takes that is kept.
#[derive(Serialize)]
struct Line<'a> {
    timestamp: String,
    level: &'static str,
    target: &'static str,
    message: &'static str,
    request_id: &'a str,
    method: &'a str,
    path: &'a str,
    status: u16,
    latency_us: u64,
}

impl Line<'_> {
    fn write(&self) {
        let Ok(mut line) = serde_json::to_vec(self) else { return };
        line.push(b'\n');
        // Nobody can be told that the log can't be written.
        let _ = stderr().write_all(&line);
    }
}

/// The moment, as everything else in the log tells it.
fn now() -> String {
    let mut now = String::new();
    // Writing to a text does not fail.
    let _ = SystemTime.format_time(&mut Writer::new(&mut now));
    now
}

/// The template of an address, not the address: what people search for is nobody's business.
pub fn template(request: &Request) -> String {
    match request.extensions().get::<MatchedPath>() {
        Some(template) => template.as_str().to_owned(),
        None => page_or_file(request.uri().path()).to_owned(),
    }
}

/// What an address that no route has is of.
fn page_or_file(path: &str) -> &'static str {
    match Route::parse(path) {
        Route::NotFound if path.starts_with("/assets/") => "/assets/{file}",
        Route::NotFound => "(no page)",
        route => route.template(),
    }
}

/// The id that the client, or a proxy before us, has given to the request, or a new one. It goes into our
/// log, so it has to look like an id.
pub fn request_id(request: &Request) -> HeaderValue {
    let sane = |id: &&HeaderValue| {
        (1..=64).contains(&id.len())
            && id.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
    };
    match request.headers().get(REQUEST_ID).filter(sane) {
        Some(id) => id.clone(),
        None => MakeRequestUuid
            .make_request_id(request)
            .map_or(HeaderValue::from_static("none"), |id| id.into_header_value()),
    }
}
