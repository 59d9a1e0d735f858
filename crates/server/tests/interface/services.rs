//! `GET /api/services` and `GET /api/services/{id}`

use axum::http::Uri;
use serde_json::Value;
use store::Examples;

use crate::documents;
use crate::site::{Site, problem};

async fn found(site: &Site, query: &str) -> Vec<String> {
    let encoded: String = query.bytes().map(encoded).collect();
    let path: Uri = format!("/api/services?{encoded}").parse().unwrap();
    let list = site.get(&path.to_string()).await.json();
    let ids = list["services"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
    ids.collect()
}

fn encoded(byte: u8) -> String {
    match byte {
        b'=' | b'&' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

#[tokio::test]
async fn found_by_name_alias_and_area() {
    let site = Site::new().await;
    assert_eq!(found(&site, "").await, ["filing", "tax", "shown"]);
    assert_eq!(found(&site, "q=备案").await, ["filing", "shown"]);
    assert_eq!(found(&site, "q= 备案  投资 ").await, ["filing", "shown"]);
    assert_eq!(found(&site, "q=investment").await, ["filing"]);
    assert_eq!(found(&site, "area=木渎镇").await, ["tax"]);
    assert_eq!(found(&site, "q=备案&area=度假区").await, ["filing"]);
    assert_eq!(found(&site, "q=&area=").await, ["filing", "tax", "shown"]);
    assert!(found(&site, "q=餐馆").await.is_empty());
}

#[tokio::test]
async fn a_query_that_would_not_do_what_it_says_is_refused() {
    let site = Site::new().await;
    for (query, parameter) in [
        ("query=a", "query"),
        ("q=a&q=b", "q"),
        ("q=&q=", "q"),
        ("area=a&x=1", "x"),
        ("Q=a", "Q"),
        ("id=tax", "id"),
        (&*format!("q={}", "a".repeat(101)), "q"),
        (&*format!("{}=1", "x".repeat(500)), &*"x".repeat(64)),
    ] {
        let answer = site.get(&format!("/api/services?{query}")).await;
        assert_eq!(answer.problem(), problem(400, "bad_parameter", Some(parameter)), "{query}");
    }
    let hundred = "%E5%A4%87".repeat(100);
    site.get(&format!("/api/services?q={hundred}")).await.json();
}

#[tokio::test]
async fn one_service_with_its_runs() {
    let site = Site::new().await;
    let detail = site.get("/api/services/tax").await.json();
    assert_eq!(detail["service"]["name"], "报税");
    assert_eq!(detail["runs"][0]["id"], "tax-run");
    let detail = site.get("/api/services/filing").await.json();
    assert_eq!(detail["service"]["versions"][1]["derived_from"], "before");
    assert_eq!(detail["service"]["illustrated_by"], "shown");
    assert_eq!(detail["runs"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn a_service_that_is_not_there_and_one_that_cannot_be() {
    let site = Site::new().await;
    for id in ["nobody", "Tax", "a%20b", "%E6%8A%95", "..%2Ftax", "%FF", &"x".repeat(65)] {
        let answer = site.get(&format!("/api/services/{id}")).await;
        let expected = if id == "%FF" { "not_found" } else { "unknown_service" };
        assert_eq!(answer.problem(), problem(404, expected, None), "{id}");
    }
}

#[tokio::test]
async fn nothing_points_to_a_hidden_example() {
    let site = Site::with(&documents::all(), Examples::Hidden, None).await;
    let detail = site.get("/api/services/filing").await.json();
    assert_eq!(detail["service"]["illustrated_by"], Value::Null);
    assert_eq!(site.get("/api/services/shown").await.problem(), problem(404, "unknown_service", None));
}
