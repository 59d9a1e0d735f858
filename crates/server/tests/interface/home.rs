//! `GET /api/home`

use serde_json::Value;
use store::Examples;

use crate::documents;
use crate::site::{Site, problem};

#[tokio::test]
async fn what_was_reported_and_the_examples_apart() {
    let home = Site::new().await.get("/api/home").await.json();
    assert_eq!(home["totals"].as_array().unwrap().len(), 0);
    let all = |list: &str, field: &str| -> Vec<Value> {
        home[list].as_array().unwrap().iter().map(|one| one[field].clone()).collect()
    };
    let mut real = all("cards", "service");
    real.sort_by_key(ToString::to_string);
    assert_eq!(real, ["filing", "tax"]);
    assert_eq!(all("examples", "id"), ["shown"]);
    // The run of a service stands on the service's card.
    assert!(all("cards", "run").iter().all(Value::is_null), "{home}");
}

#[tokio::test]
async fn hidden_examples_are_nowhere() {
    let site = Site::with(&documents::all(), Examples::Hidden, None).await;
    let home = site.get("/api/home").await.json();
    assert!(!home.to_string().contains("示例"), "{home}");
    assert_eq!(home["cards"].as_array().unwrap().len(), 2);
    assert_eq!(home["examples"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn without_data_nothing_is_there() {
    let site = Site::with(&[], Examples::Shown, None).await;
    assert_eq!(site.get("/api/home").await.problem(), problem(404, "not_found", None));
    assert_eq!(site.get("/api/services").await.json()["services"].as_array().unwrap().len(), 0);
}
