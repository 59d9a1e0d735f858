//! `GET /api/calendar/{year}`

use crate::site::{Site, problem};

#[tokio::test]
async fn a_published_year() {
    let year = Site::new().await.get("/api/calendar/2026").await.json();
    assert_eq!(year["year"], 2026);
    assert!(year["weekday_off"].as_array().unwrap().contains(&"2026-10-01".into()));
    assert!(year["weekend_work"].as_array().unwrap().contains(&"2026-02-14".into()));
}

#[tokio::test]
async fn nobody_knows_the_others() {
    let site = Site::new().await;
    for year in ["2003", "2027", "99999", "+2026", "02026", "this"] {
        let answer = site.get(&format!("/api/calendar/{year}")).await;
        assert_eq!(answer.problem(), problem(404, "unpublished_year", None), "{year}");
    }
}
