//! `GET /api/action`

use store::Examples;

use crate::site::{Site, problem};

#[tokio::test]
async fn the_action_once_a_release_has_brought_it() {
    assert_eq!(Site::new().await.get("/api/action").await.json()["district"], "苏州市");
    let empty = Site::with(&[], Examples::Shown, None).await;
    assert_eq!(empty.get("/api/action").await.problem(), problem(404, "not_found", None));
}
