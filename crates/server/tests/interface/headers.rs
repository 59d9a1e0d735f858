//! What every response carries.

use axum::http::Method;
use store::Examples;

use crate::documents;
use crate::site::Site;

#[tokio::test]
async fn every_response_says_what_a_browser_may_do() {
    let site = Site::new().await;
    let paths = ["/api/home", "/api/nothing", "/api/services?x=1", "/", "/nothing.txt", "/livez"];
    for path in paths {
        let answer = site.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("  "), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "strict-origin-when-cross-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
    }
    let refused = site.ask(Method::DELETE, "/api/home").await;
    assert_eq!(refused.header("x-content-type-options"), "nosniff");
    site.store.close().await;
    let broken = site.get("/api/home").await;
    assert_eq!(broken.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn only_who_is_reached_by_https_insists_on_it() {
    for (url, expected) in [("https://example.org", "max-age=63072000"), ("http://example.org", "")] {
        let site = Site::with(&documents::all(), Examples::Shown, Some(url)).await;
        assert_eq!(site.get("/livez").await.header("strict-transport-security"), expected, "{url}");
    }
}

#[tokio::test]
async fn a_request_keeps_its_id_if_it_looks_like_one() {
    let site = Site::new().await;
    let id = async |asked: &str| {
        site.get_with("/livez", "x-request-id", asked).await.header("x-request-id").to_owned()
    };
    assert_eq!(id("proxy-7_a.B").await, "proxy-7_a.B");
    for strange in ["", "a b", "\"quoted\"", "{json}", &"x".repeat(65)] {
        let given = id(strange).await;
        assert!(given.len() == 36 && given != strange, "{strange} became {given}");
    }
}
