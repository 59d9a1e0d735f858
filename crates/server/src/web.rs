//! The files that browsers load, out of the program itself: the page, its script, style sheet and
//! WebAssembly module, and what lies in `public/`.
//!
//! [`files`] answers every address that no route answers:
//! `Router::new().merge(api_routes).fallback_service(web::files())`.
//!
//! A name under `/assets/` contains the hash of its content and is kept for ever; everything else is
//! asked for again each time and answered with 304 while it is the same. The address of a page has no
//! file of its own: it gets `index.html`, and the pages themselves know what to draw.

mod negotiation;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use negotiation::{is_known, preferred};

/// A file of the bundle, in all its encodings.
pub struct WebFile {
    path: &'static str,
    content_type: &'static str,
    /// Its name changes with its content.
    immutable: bool,
    /// Of the raw content, in hexadecimal.
    hash: &'static str,
    raw: &'static [u8],
    br: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/web_files.rs"));

/// Serves the files that were put into this program when it was built.
pub fn files() -> Router {
    files_of(EMBEDDED)
}

fn files_of(files: &'static [WebFile]) -> Router {
    Router::new().fallback(async move |request: Request| answer(files, &request))
}

fn answer(files: &'static [WebFile], request: &Request) -> Response {
    let (method, path) = (request.method(), request.uri().path());
    let file = find(files, path);
    let headers = request.headers();
    let status = match file {
        Some(_) => StatusCode::OK,
        None if is_page(path) => StatusCode::OK,
        // Somebody typed it: the pages say in words that there is no such page.
        None if !is_below(path, "/api") && is_opened_by_a_person(headers) => StatusCode::NOT_FOUND,
        None => return (StatusCode::NOT_FOUND, "Not found.\n").into_response(),
    };
    if !matches!(*method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
    }
    match file.or_else(|| find(files, "/index.html")) {
        Some(file) => file.answer(status, method, headers),
        None => (StatusCode::NOT_FOUND, WITHOUT_PAGES).into_response(),
    }
}

const WITHOUT_PAGES: &str = "The pages are not part of this build: only the API answers. Start `cargo xtask serve` to build them in.\n";

fn find(files: &'static [WebFile], path: &str) -> Option<&'static WebFile> {
    files.binary_search_by(|file| file.path.cmp(path)).ok().map(|position| &files[position])
}

/// Whether the pages may know this address. A file that is missing must not look like a page: a browser
/// would report a broken script instead of a missing one.
fn is_page(path: &str) -> bool {
    let names_a_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    !is_below(path, "/api") && !is_below(path, "/assets") && !names_a_file
}

fn is_below(path: &str, directory: &str) -> bool {
    path == directory || path.strip_prefix(directory).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether the answer is for the window itself: only for it browsers ask for HTML by name.
fn is_opened_by_a_person(asked: &HeaderMap) -> bool {
    let accepted = asked.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.into_iter().any(|value| value.contains("text/html"))
}

impl WebFile {
    fn answer(&self, status: StatusCode, method: &Method, asked: &HeaderMap) -> Response {
        let (encoding, content) = self.representation(asked);
        let etag = match encoding {
            Some(encoding) => format!("\"{}-{encoding}\"", self.hash),
            None => format!("\"{}\"", self.hash),
        };
        let kept = if self.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut answer = Response::builder()
            .status(status)
            .header(ETAG, &etag)
            .header(CACHE_CONTROL, kept)
            .header(VARY, "Accept, Accept-Encoding");
        if status == StatusCode::OK && is_known(&etag, asked.get_all(IF_NONE_MATCH)) {
            return finished(answer.status(StatusCode::NOT_MODIFIED).body(Body::empty()));
        }
        if let Some(encoding) = encoding {
            answer = answer.header(CONTENT_ENCODING, encoding);
        }
        let body = if method == Method::HEAD { Body::empty() } else { Body::from(content) };
        finished(
            answer.header(CONTENT_TYPE, self.content_type).header(CONTENT_LENGTH, content.len()).body(body),
        )
    }

    fn representation(&self, asked: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        let encoded = [("br", self.br), ("gzip", self.gzip)];
        let available = encoded.into_iter().filter_map(|(name, content)| Some((name, content?)));
        match preferred(available, asked.get_all(ACCEPT_ENCODING)) {
            Some((name, content)) => (Some(name), content),
            None => (None, self.raw),
        }
    }
}

fn finished(answer: Result<Response, axum::http::Error>) -> Response {
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

#[cfg(test)]
mod tests;
