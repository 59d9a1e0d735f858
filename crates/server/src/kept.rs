//! Answers that were made once, kept until the data change: nothing is read, drawn or compressed twice for two
//! people who ask the same. Who asks for what is being made waits for it.
//!
//! What is kept, pictures aside, is handed out at the door ([`at_the_door`]), before a route is looked for: to go
//! through everything that lies around a route costs several times as much as the answer itself.
//!
//! Whatever is answered here is public and depends on the address, the accepted encoding and the data, on nothing
//! else. Only what succeeded is kept.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
use axum::http::{HeaderValue, Method, StatusCode, response};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use quick_cache::sync::Cache;
use quick_cache::{Equivalent, Weighter};
use store::Store;

use crate::failure::Failure;
use crate::headers::Always;
use crate::negotiation::preferred_encoding;
use crate::state::AppState;
use crate::{logs, representation};

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

/// What an answer takes besides its body, in bytes; about. Most of it are headers.
const AROUND: u64 = 2_048;

/// The answers that were made; a clone is the same.
#[derive(Clone)]
pub struct Kept {
    answers: Arc<Cache<Asked, Answer, Weight>>,
    store: Store,
    always: Always,
}

/// All that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Asked<Address = String> {
    revision: i64,
    encoding: &'static str,
    address: Address,
}

impl Equivalent<Asked> for Asked<&str> {
    fn equivalent(&self, kept: &Asked) -> bool {
        (self.revision, self.encoding, self.address) == (kept.revision, kept.encoding, kept.address.as_str())
    }
}

impl Asked<&str> {
    fn to_be_kept(&self) -> Asked {
        Asked { revision: self.revision, encoding: self.encoding, address: self.address.to_owned() }
    }
}

#[derive(Debug, Clone)]
struct Answer {
    head: Arc<response::Parts>,
    body: Bytes,
    /// Of the address, for the log.
    template: Arc<str>,
}

impl Answer {
    fn response(self) -> Response {
        Response::from_parts((*self.head).clone(), Body::from(self.body))
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Asked, Answer> for Weight {
    fn weight(&self, asked: &Asked, answer: &Answer) -> u64 {
        AROUND + asked.address.len() as u64 + answer.body.len() as u64
    }
}

impl Kept {
    /// Nothing, for answers from the data of the server.
    pub fn nothing(state: &AppState) -> Kept {
        Kept::with_room(state, ABOUT, ROOM)
    }

    /// Nothing, for pictures of the data of the server.
    pub fn no_pictures(state: &AppState) -> Kept {
        Kept::with_room(state, ABOUT_PICTURES, ROOM_FOR_PICTURES)
    }

    fn with_room(state: &AppState, about: usize, room: u64) -> Kept {
        let answers = Arc::new(Cache::with_weighter(about, room, Weight));
        Kept { answers, store: state.store.clone(), always: Always::of(state) }
    }
}

/// What is asked for of data of a revision; `None` where the answer is not one to keep.
fn asked(revision: i64, request: &Request) -> Option<Asked<&str>> {
    let address = request.uri().path_and_query()?.as_str();
    let may_be_kept = address.len() <= LONGEST_ADDRESS && *request.method() == Method::GET;
    may_be_kept.then(|| Asked { revision, encoding: preferred_encoding(request.headers()), address })
}

/// Answers with what is kept, or lets the request in.
pub async fn at_the_door(State(kept): State<Kept>, request: Request, next: Next) -> Response {
    let since = Instant::now();
    // Nothing is waited for here, so that neither a file nor /livez waits for the database.
    let asked = kept.store.known_revision().and_then(|revision| asked(revision, &request));
    let Some(answer) = asked.and_then(|asked| kept.answers.get(&asked)) else {
        return next.run(request).await;
    };
    let template = answer.template.clone();
    let mut response = representation::unless_known(request.headers(), answer.response());
    logs::answered(since, logs::request_id(&request), request.method(), &template, &mut response);
    response
}

/// Answers with what is kept, or makes it.
pub async fn answer(State(kept): State<Kept>, mut request: Request, next: Next) -> Response {
    // Where the database does not say of which revision it is, the answer will.
    let revision = kept.store.revision().await.ok();
    let asked = revision.and_then(|revision| asked(revision, &request)).map(|asked| asked.to_be_kept());
    let Some(asked) = asked else { return next.run(request).await };
    let template = logs::template(&request).into();
    request.headers_mut().remove(IF_NONE_MATCH);
    request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static(asked.encoding));
    let made = kept.answers.get_or_insert_async(&asked, async {
        let (mut head, body) = next.run(request).await.into_parts();
        if head.status != StatusCode::OK {
            return Err(Response::from_parts(head, body));
        }
        kept.always.put_on(&mut head.headers);
        // The body is an answer of ours that is in memory already: no limit to keep.
        match to_bytes(body, usize::MAX).await {
            Ok(body) => Ok(Answer { head: Arc::new(head), body, template }),
            Err(error) => Err(Failure::Broken(error.to_string()).into_response()),
        }
    });
    match made.await {
        Ok(answer) => answer.response(),
        Err(response) => response,
    }
}
