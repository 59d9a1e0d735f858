//! `GET /api/home`

use store::Examples;

use crate::documents;
use crate::site::{Site, problem};

#[tokio::test]
async fn everything_in_one_answer_real_ones_first() {
    let home = Site::new().await.get("/api/home").await.json();
    assert_eq!(home["action"]["name"], "换位跑一次");
    let ids = |list: &str| -> Vec<String> {
        home[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("services"), ["filing", "tax", "shown"]);
    assert_eq!(ids("runs"), ["tax-run", "shown-run"]);
    assert_eq!(home["services"][2]["illustrative"], true);
    assert_eq!(home["runs"][0]["problems"], 1);
}

#[tokio::test]
async fn hidden_examples_are_nowhere() {
    let site = Site::with(&documents::all(), Examples::Hidden, None).await;
    let home = site.get("/api/home").await.json();
    assert!(!home.to_string().contains("示例"), "{home}");
    assert_eq!(home["services"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn without_data_nothing_is_there() {
    let site = Site::with(&[], Examples::Shown, None).await;
    assert_eq!(site.get("/api/home").await.problem(), problem(404, "not_found", None));
    assert_eq!(site.get("/api/services").await.json()["services"].as_array().unwrap().len(), 0);
}
