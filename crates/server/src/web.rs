//! The files that browsers load, out of the program itself: the page, its script, style sheet and
//! WebAssembly module, and what lies in `public/`.
//!
//! A name under `/assets/` contains the hash of its content and is kept for ever; everything else is
//! asked for again each time and answered with 304 while it is the same. `index.html` is no answer by
//! itself: [`crate::pages`] draws every page into it.

mod earlier;

use app::language::Language;
use app::route::Route;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use std::fmt;
use std::path::Path;

use crate::negotiation::{is_known, preferred};

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

/// The files of the build that was served before this one; a clone is the same.
#[derive(Clone, Copy, Default)]
pub struct Earlier(&'static [WebFile]);

impl Earlier {
    /// Keeps the files of this build in the directory of the data, and finds there those of the one before.
    pub fn keep(data: &Path) -> Earlier {
        Earlier(earlier::keep(data))
    }
}

impl fmt::Debug for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Earlier({} files)", self.0.len())
    }
}

/// What a request for one of the files is answered; `None` where there is no such file.
pub fn answer(request: &Request, earlier: Earlier) -> Option<Response> {
    answer_of(EMBEDDED, request).or_else(|| answer_of(earlier.0, request))
}

/// The page around every page of a language, as it was built; `None` in a build without pages.
pub fn index(language: Language) -> Option<&'static [u8]> {
    let directory = Route::Home.path_in(language);
    find(EMBEDDED, &format!("{}{INDEX}", directory.trim_end_matches('/'))).map(|file| file.raw)
}

/// The files that are no answer by themselves: pages are drawn into them.
const INDEX: &str = "/index.html";

fn answer_of(files: &'static [WebFile], request: &Request) -> Option<Response> {
    let file = find(files, request.uri().path()).filter(|file| !file.path.ends_with(INDEX))?;
    Some(match *request.method() {
        Method::GET | Method::HEAD => file.answer(request.method(), request.headers()),
        _ => (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response(),
    })
}

fn find(files: &'static [WebFile], path: &str) -> Option<&'static WebFile> {
    files.binary_search_by(|file| file.path.cmp(path)).ok().map(|position| &files[position])
}

/// Whether a request that no file answers is for the pages: they may know its address, or somebody typed it
/// and is told in words that there is no such page. A file that is missing must not look like a page: a
/// browser would report a broken script instead of a missing one.
pub fn is_for_a_page(request: &Request) -> bool {
    let path = request.uri().path();
    let names_a_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let made = ["/robots.txt", "/sitemap.xml"].contains(&path) || path.ends_with("/shell.html");
    made || (!is_below(path, "/assets") && !names_a_file) || is_opened_by_a_person(request.headers())
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
    fn answer(&self, method: &Method, asked: &HeaderMap) -> Response {
        let (encoding, content) = self.representation(asked);
        let etag = match encoding {
            Some(encoding) => format!("\"{}-{encoding}\"", self.hash),
            None => format!("\"{}\"", self.hash),
        };
        let kept = if self.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
        let mut answer = Response::builder()
            .header(ETAG, &etag)
            .header(CACHE_CONTROL, kept)
            .header(VARY, "Accept-Encoding");
        if is_known(&etag, asked.get_all(IF_NONE_MATCH)) {
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
