//! Answers that were made once, kept until the data change: nothing is read, drawn or compressed twice for two
//! people who ask the same. Who asks for what is being made waits for it.
//!
//! Whatever is answered here is public and depends on the address, the accepted encoding and the data, on nothing
//! else. Only what succeeded is kept.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
use axum::http::{HeaderValue, Method, StatusCode, response};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use store::Store;

use crate::failure::Failure;
use crate::negotiation::preferred_encoding;

/// How much is kept, in bytes: some thousand compressed answers.
const ROOM: u64 = 32 * 1024 * 1024;

/// How many answers that may be, to begin with.
const ABOUT: usize = 2_000;

/// How much is kept of pictures, in bytes: those of some hundred comparisons in two shapes.
const ROOM_FOR_PICTURES: u64 = 32 * 1024 * 1024;

/// How many pictures that may be, to begin with.
const ABOUT_PICTURES: usize = 700;

/// Addresses that are longer were not made by our pages, and are answered anew each time.
const LONGEST_ADDRESS: usize = 1_024;

/// What an answer takes besides its body, in bytes; about.
const AROUND: u64 = 512;

/// The answers that were made; a clone is the same.
#[derive(Clone)]
pub struct Kept {
    answers: Arc<Cache<Asked, Answer, Weight>>,
    store: Store,
}

/// All that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Asked {
    revision: i64,
    encoding: &'static str,
    address: String,
}

#[derive(Debug, Clone)]
struct Answer {
    head: Arc<response::Parts>,
    body: Bytes,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Asked, Answer> for Weight {
    fn weight(&self, asked: &Asked, answer: &Answer) -> u64 {
        AROUND + asked.address.len() as u64 + answer.body.len() as u64
    }
}

impl Kept {
    /// Nothing, for answers from the data in `store`.
    pub fn nothing(store: &Store) -> Kept {
        Kept::with_room(store, ABOUT, ROOM)
    }

    /// Nothing, for pictures of the data in `store`.
    pub fn no_pictures(store: &Store) -> Kept {
        Kept::with_room(store, ABOUT_PICTURES, ROOM_FOR_PICTURES)
    }

    fn with_room(store: &Store, about: usize, room: u64) -> Kept {
        Kept { answers: Arc::new(Cache::with_weighter(about, room, Weight)), store: store.clone() }
    }
}

/// Answers with what is kept, or makes it.
pub async fn answer(State(kept): State<Kept>, mut request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map(|address| address.as_str());
    let address =
        address.filter(|address| address.len() <= LONGEST_ADDRESS && *request.method() == Method::GET);
    let Some(address) = address.map(str::to_owned) else { return next.run(request).await };
    // Where the database does not say, the answer will.
    let Ok(revision) = kept.store.revision().await else { return next.run(request).await };
    let asked = Asked { revision, encoding: preferred_encoding(request.headers()), address };
    request.headers_mut().remove(IF_NONE_MATCH);
    request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static(asked.encoding));
    let made = kept.answers.get_or_insert_async(&asked, async {
        let (head, body) = next.run(request).await.into_parts();
        if head.status != StatusCode::OK {
            return Err(Response::from_parts(head, body));
        }
        // The body is an answer of ours that is in memory already: no limit to keep.
        match to_bytes(body, usize::MAX).await {
            Ok(body) => Ok(Answer { head: Arc::new(head), body }),
            Err(error) => Err(Failure::Broken(error.to_string()).into_response()),
        }
    });
    match made.await {
        Ok(Answer { head, body }) => Response::from_parts((*head).clone(), Body::from(body)),
        Err(response) => response,
    }
}
