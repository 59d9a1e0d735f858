//! Walks the addresses that a browser asks for, on a small fixed bundle.

use super::{WebFile, files_of};
use axum::body::to_bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use tower::ServiceExt;

static BUNDLE: &[WebFile] = &[
    WebFile {
        path: "/assets/app-1.js",
        content_type: "text/javascript; charset=utf-8",
        immutable: true,
        hash: "1",
        raw: b"raw",
        br: Some(b"br"),
        gzip: Some(b"gz"),
    },
    WebFile {
        path: "/index.html",
        content_type: "text/html; charset=utf-8",
        immutable: false,
        hash: "2",
        raw: b"<page>",
        br: None,
        gzip: None,
    },
];

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn ask(files: &'static [WebFile], method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = files_of(files).oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
    Answer { status: head.status, headers: head.headers, body }
}

async fn get(path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(BUNDLE, Method::GET, path, headers).await
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_the_page_is_not() {
    let script = get("/assets/app-1.js", &[]).await;
    assert_eq!((script.status, script.body.as_str()), (StatusCode::OK, "raw"));
    assert_eq!(script.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(get("/index.html", &[]).await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn addresses_of_pages_get_the_page() {
    for path in ["/", "/services/birth?lang=en", "/apiary", "/assetsy", "/a/"] {
        let page = get(path, &[]).await;
        assert_eq!((page.status, page.body.as_str()), (StatusCode::OK, "<page>"), "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
    }
}

#[tokio::test]
async fn missing_files_and_endpoints_do_not_get_the_page() {
    for path in ["/assets/app-0.js", "/assets", "/api", "/api/home", "/favicon.ico", "/a/b.png"] {
        let missing = get(path, &[]).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(missing.header("content-type"), "text/plain; charset=utf-8", "{path}");
    }
}

#[tokio::test]
async fn who_types_the_address_of_a_missing_file_is_told_by_the_pages() {
    let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8"), ("if-none-match", "\"2\"")];
    for path in ["/nowhere.html", "/services/birth.html", "/assets/app-0.js"] {
        let page = get(path, &browser).await;
        assert_eq!((page.status, page.body.as_str()), (StatusCode::NOT_FOUND, "<page>"), "{path}");
    }
    assert_eq!(get("/api/home.html", &browser).await.body, "Not found.\n");
    assert_eq!(get("/nowhere.js", &[("accept", "*/*")]).await.body, "Not found.\n");
}

#[tokio::test]
async fn the_best_accepted_encoding_is_sent_with_its_own_tag() {
    for (accepted, encoding, etag) in [
        ("gzip, deflate, br", "br", "\"1-br\""),
        ("gzip", "gzip", "\"1-gzip\""),
        ("br;q=0, gzip;q=0.5", "gzip", "\"1-gzip\""),
        ("BR ; q=0.1", "br", "\"1-br\""),
        ("*", "br", "\"1-br\""),
        ("*;q=0", "", "\"1\""),
        ("br;q=0.000, gzip;q=0", "", "\"1\""),
        ("deflate", "", "\"1\""),
    ] {
        let answer = get("/assets/app-1.js", &[("accept-encoding", accepted)]).await;
        assert_eq!(
            (answer.header("content-encoding"), answer.header("etag")),
            (encoding, etag),
            "{accepted}"
        );
        assert_eq!(answer.header("vary"), "Accept, Accept-Encoding", "{accepted}");
    }
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    for (known, status) in [
        ("\"2\"", StatusCode::NOT_MODIFIED),
        ("W/\"2\"", StatusCode::NOT_MODIFIED),
        ("\"0\", W/\"2\"", StatusCode::NOT_MODIFIED),
        ("*", StatusCode::NOT_MODIFIED),
        ("\"2-br\"", StatusCode::OK),
        ("2", StatusCode::OK),
    ] {
        let answer = get("/", &[("if-none-match", known)]).await;
        assert_eq!(answer.status, status, "{known}");
        assert_eq!(answer.body.is_empty(), status == StatusCode::NOT_MODIFIED, "{known}");
        assert_eq!(answer.header("etag"), "\"2\"", "{known}");
    }
}

#[tokio::test]
async fn head_tells_the_length_and_sends_nothing() {
    let answer = ask(BUNDLE, Method::HEAD, "/", &[]).await;
    assert_eq!(
        (answer.status, answer.header("content-length"), answer.body.as_str()),
        (StatusCode::OK, "6", "")
    );
}

#[tokio::test]
async fn files_cannot_be_changed() {
    let answer = ask(BUNDLE, Method::POST, "/index.html", &[]).await;
    assert_eq!((answer.status, answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
}

#[tokio::test]
async fn a_build_without_pages_says_so() {
    let answer = ask(&[], Method::GET, "/", &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("cargo xtask serve"), "{}", answer.body);
}
