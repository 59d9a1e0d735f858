//! What a client is told when there is no answer, and what it is not.

use std::fs;

use axum::http::Method;
use store::{DATABASE_FILE, Examples, Store};

use crate::documents;
use crate::site::{Site, problem};

#[tokio::test]
async fn an_address_of_the_interface_that_is_none_is_a_problem_not_a_page() {
    let site = Site::new().await;
    for path in ["/api", "/api/", "/api/nothing", "/api/home/", "/api/services/tax/nothing", "/api/%2e%2e/x"]
    {
        assert_eq!(site.get(path).await.problem(), problem(404, "not_found", None), "{path}");
    }
    let answer = site.ask(Method::POST, "/api/nothing").await;
    assert_eq!(answer.problem(), problem(404, "not_found", None));
}

#[tokio::test]
async fn another_method_is_refused_and_the_right_ones_are_named() {
    let site = Site::new().await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let answer = site.ask(method, "/api/services/tax").await;
        assert_eq!(answer.problem(), problem(405, "method_not_allowed", None));
        assert_eq!(answer.header("allow"), "GET,HEAD");
    }
}

#[tokio::test]
async fn a_database_that_does_not_answer() {
    let site = Site::new().await;
    assert_eq!(site.get("/readyz").await.status, 200);
    site.store.close().await;
    for path in ["/api/home", "/api/services", "/api/services/tax", "/api/runs", "/api/problems"] {
        assert_eq!(site.get(path).await.problem(), problem(503, "unavailable", None), "{path}");
    }
    assert_eq!(site.get("/readyz").await.status, 503);
    assert_eq!(site.get("/livez").await.status, 200);
    site.get("/api/calendar/2026").await.json();
}

#[tokio::test]
async fn a_damaged_document_is_our_fault_and_nobody_elses_business() {
    let site = Site::with(&documents::all(), Examples::Shown, None).await;
    site.store.close().await;
    damage(&site);
    let store = Store::open(site.directory.path(), Examples::Shown).await.unwrap();
    let site = Site::on(site.directory, store, None);
    let answer = site.get("/api/services/tax").await;
    assert_eq!(answer.problem(), problem(500, "internal", None));
    let told = String::from_utf8(answer.body).unwrap();
    assert!(!told.contains("damaged") && !told.contains("tax"), "{told}");
    site.get("/api/services/filing").await.json();
}

/// Changes letters within the file, as a bad disk would.
fn damage(site: &Site) {
    let file = site.directory.path().join(DATABASE_FILE);
    let mut bytes = fs::read(&file).unwrap();
    let (good, bad) = (r#""summary":"报税。""#.as_bytes(), r#""summary":"退税。""#.as_bytes());
    let at = bytes.windows(good.len()).position(|window| window == good).unwrap();
    bytes[at..at + bad.len()].copy_from_slice(bad);
    fs::write(&file, bytes).unwrap();
}
