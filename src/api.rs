//! Asks the server: the only file that touches the network.

mod value;

use ::api::{ErrorCode, Problem};
use gloo_net::http::{Request, Response};
use wasm_bindgen::JsValue;

use crate::takeover;

/// Why an answer did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nothing came back: no network, or no server.
    Unreachable,
    /// The server says there is no such thing.
    NotFound,
    /// The server answered with a failure of its own, or with something unreadable.
    Broken,
}

/// What the server says at a path, not yet read. The browser parses the JSON, faster than we could and
/// without another parser to load. The first page of a visit came with what it is drawn from.
pub async fn ask(path: String) -> Result<JsValue, Failure> {
    let sent_along = takeover::answer(&path);
    if !sent_along.is_undefined() {
        return if sent_along.is_null() { Err(Failure::NotFound) } else { Ok(sent_along) };
    }
    let response = Request::get(&path).send().await.map_err(|_| Failure::Unreachable)?;
    let (ok, status) = (response.ok(), response.status());
    let answer = parsed(response).await;
    if ok {
        return answer.ok_or(Failure::Broken);
    }
    match answer.and_then(read::<Problem>).map(|problem| problem.code) {
        Some(ErrorCode::NotFound | ErrorCode::UnknownService | ErrorCode::UnknownRun) => {
            Err(Failure::NotFound)
        }
        // A proxy that can't reach the server answers for it.
        _ if matches!(status, 502..=504) => Err(Failure::Unreachable),
        _ => Err(Failure::Broken),
    }
}

/// An answer as what it says, or `None` where it says something else.
pub fn read<T: serde::de::DeserializeOwned>(answer: JsValue) -> Option<T> {
    T::deserialize(value::Value(answer)).ok()
}

async fn parsed(response: Response) -> Option<JsValue> {
    let json = web_sys::Response::from(response).json().ok()?;
    wasm_bindgen_futures::JsFuture::from(json).await.ok()
}
