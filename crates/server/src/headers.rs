//! The headers that every response carries, whatever answered: what a browser may do with it.

use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::state::AppState;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Two years, as browsers ask for it.
const ONLY_ENCRYPTED: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// What depends on how this server is reached.
#[derive(Debug, Clone, Copy)]
pub struct Always {
    only_encrypted: bool,
}

impl Always {
    /// Whoever reaches this server by https is told to come back by https only. Without a public address
    /// we do not know that there is one, and a browser that believes it is locked out.
    pub fn of(state: &AppState) -> Always {
        Always { only_encrypted: state.public_url.as_ref().is_some_and(|url| url.is_https()) }
    }

    /// Puts them on.
    pub fn put_on(self, headers: &mut HeaderMap) {
        for (name, value) in ALWAYS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if self.only_encrypted {
            headers.insert(STRICT_TRANSPORT_SECURITY, ONLY_ENCRYPTED);
        }
    }
}

/// Puts them on every response.
pub async fn always(State(always): State<Always>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    always.put_on(response.headers_mut());
    response
}
