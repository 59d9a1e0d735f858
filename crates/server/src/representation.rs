//! How a JSON answer travels: compressed, tagged, and not at all where the client has it already.
//!
//! The tag is strong: it is computed of the very bytes that are sent, after compression, so each encoding
//! has a tag of its own and a 304 repeats exactly the tag that a 200 would carry. An answer is compressed
//! before it is known to be needed; with answers of a few ten kilobytes that costs less than telling
//! weak tags from strong ones.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use crate::failure::Failure;
use crate::negotiation::is_known;

/// How hard is tried: a page becomes a sixth smaller than with what a server commonly tries, for three
/// milliseconds once, because what was compressed is kept.
const EFFORT: CompressionLevel = CompressionLevel::Precise(8);

/// Compresses for those who accept it.
pub fn compressed() -> CompressionLayer {
    CompressionLayer::new().quality(EFFORT)
}

/// Asks for an answer as it is, whatever else would be accepted.
pub async fn as_it_is(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(ACCEPT_ENCODING);
    next.run(request).await
}

/// Tags what was answered.
pub async fn tagged(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (mut head, body) = response.into_parts();
    // The body is an answer of ours that is in memory already: no limit to keep.
    let bytes = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => bytes,
        Err(error) => return Failure::Broken(error.to_string()).into_response(),
    };
    head.headers.insert(ETAG, tag(&bytes));
    head.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Response::from_parts(head, Body::from(bytes))
}

/// Answers 304 where the client has what was answered.
pub async fn sent_once(request: Request, next: Next) -> Response {
    let asked = request.headers().clone();
    unless_known(&asked, next.run(request).await)
}

/// What was answered, or 304 where the client has it, as it says in its request.
pub fn unless_known(asked: &HeaderMap, response: Response) -> Response {
    let tag = response.headers().get(ETAG).and_then(|tag| tag.to_str().ok());
    let known = asked.get_all(IF_NONE_MATCH);
    if response.status() != StatusCode::OK || !tag.is_some_and(|tag| is_known(tag, known)) {
        return response;
    }
    let (mut head, _) = response.into_parts();
    head.status = StatusCode::NOT_MODIFIED;
    for described in [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_LENGTH] {
        head.headers.remove(described);
    }
    Response::from_parts(head, Body::empty())
}

fn tag(bytes: &[u8]) -> HeaderValue {
    let digest = Sha256::digest(bytes);
    let digits: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    // Digits in quotation marks are always a header.
    HeaderValue::from_str(&format!("\"{digits}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}
