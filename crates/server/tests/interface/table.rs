//! `GET /api/table`

use serde_json::Value;
use store::Examples;

use crate::documents;
use crate::site::{Site, problem};

async fn rows(site: &Site, query: &str) -> Vec<Value> {
    let table = site.get(&format!("/api/table{query}")).await.json();
    table["rows"].as_array().unwrap().clone()
}

/// A row in short: the service and its versions.
fn short(row: &Value) -> String {
    let version = |side: &str| row[side]["id"].as_str().unwrap_or("").to_owned();
    format!("{} {} {}", row["service"].as_str().unwrap(), version("first"), version("second"))
}

async fn shorts(site: &Site, query: &str) -> Vec<String> {
    rows(site, query).await.iter().map(short).collect()
}

#[tokio::test]
async fn every_service_has_a_row_and_what_was_reported_stands_in_it() {
    let site = Site::new().await;
    let rows = rows(&site, "").await;
    let told: Vec<String> = rows.iter().map(short).collect();
    assert_eq!(told, ["filing before online", "tax  ", "shown  "]);
    let filing = &rows[0];
    assert_eq!((&filing["relation"], &filing["main"]), (&"before_after".into(), &true.into()));
    let limit = &filing["reported"][0];
    assert_eq!(
        (&limit["first"], &limit["second"], &limit["evidence"]),
        (&7.into(), &5.into(), &"published".into())
    );
    assert_eq!(limit["difference"]["reduction_permille"], 286);
    assert_eq!(filing["figures"], Value::Null, "nothing is counted where no step is told");
    assert_eq!(rows[2]["illustrative"], true);
}

#[tokio::test]
async fn the_release_has_every_pair_that_means_something() {
    let site = Site::with(&server::seeds::readable(), Examples::Shown, None).await;
    let of = async |service: &str| -> Vec<String> {
        let all = shorts(&site, "").await;
        all.into_iter().filter(|row| row.starts_with(&format!("{service} "))).collect()
    };
    assert_eq!(
        of("investment-filing").await,
        ["investment-filing before platform", "investment-filing before online"]
    );
    assert_eq!(
        of("example-investment-filing").await,
        [
            "example-investment-filing before repaired",
            "example-investment-filing before online",
            "example-investment-filing before platform",
            "example-investment-filing platform repaired",
        ]
    );
    assert_eq!(of("community-bus").await, ["community-bus  planned"]);
    for row in rows(&site, "").await {
        let real = row["illustrative"] == false;
        assert!(!real || row["figures"] == Value::Null, "a real service has what was reported and no more");
    }
}

#[tokio::test]
async fn rows_are_filtered_and_sorted_as_asked() {
    let site = Site::with(&server::seeds::readable(), Examples::Shown, None).await;
    let real = rows(&site, "?reality=real").await;
    assert!(real.len() >= 8 && real.iter().all(|row| row["illustrative"] == false));
    let published =
        rows(&site, "?evidence=published&reality=real&audience=legal_person&q=%E5%A4%87%E6%A1%88").await;
    assert_eq!(
        published.iter().map(short).collect::<Vec<_>>(),
        ["investment-filing before platform", "investment-filing before online"]
    );
    for row in rows(&site, "?change=moved_online").await {
        assert!(row["changes"].as_array().unwrap().iter().any(|change| change["kind"] == "moved_online"));
    }
    let sorted = rows(&site, "?sort=-reported").await;
    assert_eq!(short(&sorted[0]), "investment-filing before platform", "57.1 % before 28.6 %");
    assert_eq!(short(&sorted[1]), "investment-filing before online");
    let by_visits = rows(&site, "?sort=visits.second&reality=example").await;
    let visits = |row: &Value| {
        let figures = row["figures"].as_array().unwrap();
        let visits = figures.iter().find(|figure| figure["kind"] == "visits").unwrap();
        visits["second"]["count"][1].as_u64().unwrap()
    };
    assert!(by_visits.windows(2).all(|two| visits(&two[0]) <= visits(&two[1])));
    let all = rows(&site, "?sort=visits.second").await;
    let first_example = all.iter().position(|row| row["illustrative"] == true).unwrap();
    assert!(
        all[first_example..].iter().all(|row| row["illustrative"] == true),
        "real ones first, whatever the order"
    );
}

#[tokio::test]
async fn what_says_nothing_is_refused() {
    let site = Site::new().await;
    for (query, parameter) in [
        ("audience=x", "audience"),
        ("change=x", "change"),
        ("evidence=x", "evidence"),
        ("reality=x", "reality"),
        ("sort=visits", "sort"),
        ("sort=-x.first", "sort"),
        ("columns=area", "columns"),
        ("x=1", "x"),
    ] {
        let answer = site.get(&format!("/api/table?{query}")).await;
        assert_eq!(answer.problem(), problem(400, "bad_parameter", Some(parameter)), "{query}");
    }
}

#[tokio::test]
async fn a_service_that_changes_changes_its_rows() {
    let site = Site::with(&documents::all(), Examples::Hidden, None).await;
    assert_eq!(shorts(&site, "").await, ["filing before online", "tax  "]);
    let service = site.store.service(&"tax".parse().unwrap()).await.unwrap().unwrap();
    let mut document = (*service).clone();
    document.name = "税务".to_owned();
    site.store.save_service(&document.try_into().unwrap()).await.unwrap();
    assert_eq!(rows(&site, "").await[1]["name"], "税务");
}
