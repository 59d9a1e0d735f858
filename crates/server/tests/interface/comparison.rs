//! `GET /api/services/{id}/comparison`

use serde_json::Value;

use crate::site::{Site, problem};

#[tokio::test]
async fn from_seven_working_days_to_five() {
    let site = Site::new().await;
    let comparison = site.get("/api/services/filing/comparison?from=before&to=online").await.json();
    assert_eq!(comparison["relation"], "before_after");
    let limit = &comparison["reported"][0];
    assert_eq!((&limit["first"], &limit["second"]), (&7.into(), &5.into()));
    assert_eq!(limit["difference"]["min"], -2);
    assert_eq!(limit["difference"]["max"], -2);
    assert_eq!(limit["difference"]["direction"], "less");
    assert_eq!(limit["difference"]["reduction_permille"], 286);
}

#[tokio::test]
async fn the_other_way_round_it_is_more_and_no_reduction() {
    let site = Site::new().await;
    let comparison = site.get("/api/services/filing/comparison?to=before&from=online").await.json();
    assert_eq!(comparison["relation"], "after_before");
    let difference = &comparison["reported"][0]["difference"];
    assert_eq!((&difference["min"], &difference["reduction_permille"]), (&2.into(), &Value::Null));
}

#[tokio::test]
async fn both_versions_must_be_named_and_be_there() {
    let site = Site::new().await;
    for (path, expected) in [
        ("filing/comparison", problem(400, "bad_parameter", Some("from"))),
        ("filing/comparison?from=before", problem(400, "bad_parameter", Some("to"))),
        ("filing/comparison?from=before&to=", problem(400, "bad_parameter", Some("to"))),
        ("filing/comparison?from=Before&to=online", problem(400, "bad_parameter", Some("from"))),
        ("filing/comparison?from=before&to=online&to=online", problem(400, "bad_parameter", Some("to"))),
        ("filing/comparison?from=before&to=never", problem(404, "unknown_version", Some("to"))),
        ("filing/comparison?from=never&to=before", problem(404, "unknown_version", Some("from"))),
        ("nobody/comparison?from=before&to=online", problem(404, "unknown_service", None)),
    ] {
        assert_eq!(site.get(&format!("/api/services/{path}")).await.problem(), expected, "{path}");
    }
}
