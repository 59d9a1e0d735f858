//! What one request may cost, and what becomes of a panic: the others never notice.

use std::any::Any;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::Response as HttpResponse;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::failure::Failure;

/// Longer than any answer of ours takes, and about as long as anybody waits.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// Gives up on an answer that takes too long.
pub async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LONGEST_ANSWER, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::TooSlow.into_response(),
    }
}

/// Turns a panic into a problem like any other.
pub fn catching_panics() -> CatchPanicLayer<OnPanic> {
    CatchPanicLayer::custom(panicked)
}

type OnPanic = fn(Box<dyn Any + Send>) -> HttpResponse<Body>;

fn panicked(panic: Box<dyn Any + Send>) -> HttpResponse<Body> {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    Failure::Broken(text.unwrap_or_else(|| "a panic without words".to_owned())).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::to_bytes;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn answer(path: &str) -> (u16, String) {
        let broken = || async { panic!("the password is 1234") as () };
        let router = Router::new()
            .route("/broken", get(broken))
            .route("/slow", get(std::future::pending::<()>))
            .layer(from_fn(in_time))
            .layer(catching_panics());
        let response = router.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        let body = to_bytes(response.into_body(), 10_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_panic_is_our_fault_and_its_words_are_ours() {
        let (status, told) = answer("/broken").await;
        assert_eq!(status, 500);
        assert!(told.contains("\"internal\"") && !told.contains("1234"), "{told}");
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_ever() {
        let (status, told) = answer("/slow").await;
        assert_eq!(status, 503);
        assert!(told.contains("\"unavailable\""), "{told}");
    }
}
