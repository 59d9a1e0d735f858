//! Walks the addresses that a browser asks for, on a small fixed bundle.

use super::{WebFile, answer_of, earlier, is_for_a_page};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};

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
        path: "/icon.svg",
        content_type: "image/svg+xml",
        immutable: false,
        hash: "2",
        raw: b"<icon>",
        br: None,
        gzip: None,
    },
    WebFile {
        path: "/index.html",
        content_type: "text/html; charset=utf-8",
        immutable: false,
        hash: "3",
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

fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

async fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let response = answer_of(BUNDLE, &request(method, path, headers)).expect("there is such a file");
    let (head, body) = response.into_parts();
    let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
    Answer { status: head.status, headers: head.headers, body }
}

async fn get(path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(Method::GET, path, headers).await
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_other_files_are_not() {
    let script = get("/assets/app-1.js", &[]).await;
    assert_eq!((script.status, script.body.as_str()), (StatusCode::OK, "raw"));
    assert_eq!(script.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(get("/icon.svg", &[]).await.header("cache-control"), "no-cache");
}

#[test]
fn pages_and_missing_files_are_told_apart() {
    let browser = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    for path in [
        "/",
        "/services/birth?lang=en",
        "/apiary",
        "/assetsy",
        "/a/",
        "/index.html",
        "/en",
        "/en/shell.html",
        "/zh-Hant/table",
    ] {
        let request = request(Method::GET, path, &browser);
        assert!(answer_of(BUNDLE, &request).is_none() && is_for_a_page(&request), "{path}");
    }
    for path in ["/assets/app-0.js", "/assets", "/favicon.ico", "/a/b.png", "/nowhere.js"] {
        let missing = request(Method::GET, path, &[("accept", "*/*")]);
        assert!(answer_of(BUNDLE, &missing).is_none() && !is_for_a_page(&missing), "{path}");
        assert!(is_for_a_page(&request(Method::GET, path, &browser)), "somebody typed {path}");
    }
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
        assert_eq!(answer.header("vary"), "Accept-Encoding", "{accepted}");
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
        let answer = get("/icon.svg", &[("if-none-match", known)]).await;
        assert_eq!(answer.status, status, "{known}");
        assert_eq!(answer.body.is_empty(), status == StatusCode::NOT_MODIFIED, "{known}");
        assert_eq!(answer.header("etag"), "\"2\"", "{known}");
    }
}

#[tokio::test]
async fn head_tells_the_length_and_sends_nothing() {
    let answer = ask(Method::HEAD, "/icon.svg", &[]).await;
    assert_eq!(
        (answer.status, answer.header("content-length"), answer.body.as_str()),
        (StatusCode::OK, "6", "")
    );
}

#[tokio::test]
async fn files_cannot_be_changed() {
    let answer = ask(Method::POST, "/icon.svg", &[]).await;
    assert_eq!((answer.status, answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
}

fn build(path: &'static str, raw: &'static [u8]) -> Vec<WebFile> {
    vec![WebFile {
        path,
        content_type: "text/javascript; charset=utf-8",
        immutable: true,
        hash: "1",
        raw,
        br: Some(b"br"),
        gzip: None,
    }]
}

fn paths(files: &[WebFile]) -> Vec<&str> {
    files.iter().map(|file| file.path).collect()
}

#[tokio::test]
async fn the_files_of_the_build_before_are_still_there_and_those_of_older_ones_are_not() {
    let data = tempfile::tempdir().unwrap();
    let serve = |build: &[WebFile]| earlier::rotated(build, data.path()).unwrap();
    let [first, second, third] =
        [("/assets/app-1.js", "one"), ("/assets/app-2.js", "two"), ("/assets/app-3.js", "three")]
            .map(|(path, raw)| build(path, raw.as_bytes()));

    assert!(serve(&first).is_empty());
    assert!(serve(&first).is_empty(), "started again, it is no earlier build");
    let before = serve(&second);
    assert_eq!(paths(before), ["/assets/app-1.js"]);
    let encoded = [("accept-encoding", "br")];
    for (headers, body) in [(&[][..], "one"), (&encoded[..], "br")] {
        let response = answer_of(before, &request(Method::GET, "/assets/app-1.js", headers)).unwrap();
        assert_eq!(response.headers()["content-type"], "text/javascript; charset=utf-8");
        assert_eq!(to_bytes(response.into_body(), usize::MAX).await.unwrap(), body);
    }
    assert_eq!(paths(serve(&second)), ["/assets/app-1.js"], "started again, it still knows");
    assert_eq!(paths(serve(&third)), ["/assets/app-2.js"]);
}

#[test]
fn a_build_without_pages_keeps_what_is_kept() {
    let data = tempfile::tempdir().unwrap();
    earlier::rotated(&build("/assets/app-1.js", b"one"), data.path()).unwrap();
    assert!(earlier::rotated(&[], data.path()).unwrap().is_empty());
    assert_eq!(
        paths(earlier::rotated(&build("/assets/app-2.js", b"two"), data.path()).unwrap()),
        ["/assets/app-1.js"]
    );
}
