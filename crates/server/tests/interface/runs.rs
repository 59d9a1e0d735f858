//! `GET /api/runs` and `GET /api/runs/{id}`

use crate::site::{Site, problem};

#[tokio::test]
async fn the_runs_and_one_of_them() {
    let site = Site::new().await;
    let list = site.get("/api/runs").await.json();
    assert_eq!(list["runs"][0]["id"], "tax-run");
    assert_eq!(list["runs"][1]["illustrative"], true);
    let detail = site.get("/api/runs/tax-run").await.json();
    assert_eq!(detail["run"]["problems"][0]["history"][0]["state"], "found");
    assert_eq!(detail["service"]["name"], "报税");
}

#[tokio::test]
async fn a_run_that_is_not_there_and_one_that_cannot_be() {
    let site = Site::new().await;
    for id in ["tax", "Tax-Run", "-"] {
        let answer = site.get(&format!("/api/runs/{id}")).await;
        assert_eq!(answer.problem(), problem(404, "unknown_run", None), "{id}");
    }
    assert_eq!(site.get("/api/runs?q=a").await.problem(), problem(400, "bad_parameter", Some("q")));
}
