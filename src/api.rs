//! Asks the server: the only file that touches the network.

use ::api::{ErrorCode, Home, Problem, RunDetail, RunList, ServiceDetail, endpoint};
use domain::{Action, RunId, ServiceId};
use gloo_net::http::{Request, Response};

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

/// What 首页 shows.
pub async fn home() -> Result<Home, Failure> {
    get(endpoint::HOME).await
}

/// One service with its versions.
pub async fn service(id: ServiceId) -> Result<ServiceDetail, Failure> {
    get(&endpoint::service(&id)).await
}

/// All runs.
pub async fn runs() -> Result<RunList, Failure> {
    get(endpoint::RUNS).await
}

/// One run.
pub async fn run(id: RunId) -> Result<RunDetail, Failure> {
    get(&endpoint::run(&id)).await
}

/// The action as a whole.
pub async fn action() -> Result<Action, Failure> {
    get(endpoint::ACTION).await
}

async fn get<T: serde::de::DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let response = Request::get(path).send().await.map_err(|_| Failure::Unreachable)?;
    if response.ok() {
        return read(response).await.ok_or(Failure::Broken);
    }
    let status = response.status();
    match read::<Problem>(response).await.map(|problem| problem.code) {
        Some(ErrorCode::NotFound | ErrorCode::UnknownService | ErrorCode::UnknownRun) => {
            Err(Failure::NotFound)
        }
        // A proxy that can't reach the server answers for it.
        _ if matches!(status, 502..=504) => Err(Failure::Unreachable),
        _ => Err(Failure::Broken),
    }
}

/// The body of an answer. The browser parses the JSON, faster than we could and without another
/// parser to load.
async fn read<T: serde::de::DeserializeOwned>(response: Response) -> Option<T> {
    let json =
        wasm_bindgen_futures::JsFuture::from(web_sys::Response::from(response).json().ok()?).await.ok()?;
    serde_wasm_bindgen::from_value(json).ok()
}
