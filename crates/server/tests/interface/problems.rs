//! `GET /api/problems`

use crate::site::{Site, problem};

#[tokio::test]
async fn the_problems_of_all_runs_and_of_one_service() {
    let site = Site::new().await;
    let list = site.get("/api/problems").await.json();
    assert_eq!(list["problems"].as_array().unwrap().len(), 1);
    assert_eq!(list["problems"][0]["run"], "tax-run");
    assert_eq!(list["problems"][0]["problem"]["code"], "p-1");
    assert_eq!(site.get("/api/problems?service=tax").await.json(), list);
    let none = site.get("/api/problems?service=filing").await.json();
    assert_eq!(none["problems"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn no_problems_and_no_service_are_not_the_same() {
    let site = Site::new().await;
    let answer = site.get("/api/problems?service=nobody").await;
    assert_eq!(answer.problem(), problem(404, "unknown_service", Some("service")));
    let answer = site.get("/api/problems?service=No%20Key").await;
    assert_eq!(answer.problem(), problem(400, "bad_parameter", Some("service")));
}
