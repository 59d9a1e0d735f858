//! `GET /api/chances`

use serde_json::Value;
use store::Examples;

use crate::site::Site;

#[tokio::test]
async fn nothing_is_found_where_no_step_is_told() {
    let chances = Site::new().await.get("/api/chances").await.json();
    assert_eq!(chances["chances"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn what_is_in_force_is_looked_at_and_everything_found_has_a_name() {
    let site = Site::with(&server::seeds::readable(), Examples::Shown, None).await;
    let list = site.get("/api/chances").await.json();
    let chances = list["chances"].as_array().unwrap();
    assert!(!chances.is_empty());
    for one in chances {
        let service = site.store.service(&one["service"].as_str().unwrap().parse().unwrap()).await.unwrap();
        let service = service.unwrap();
        let version = service.version(&one["version"].as_str().unwrap().parse().unwrap()).unwrap();
        assert_eq!(version.in_force.state, domain::service::InForceState::InForce);
        assert_eq!(one["illustrative"], service.illustrative);
        for finding in one["findings"].as_array().unwrap() {
            let finding: domain::Finding = serde_json::from_value(finding.clone()).unwrap();
            for step in finding.steps() {
                let name = &version.step(step).unwrap().name;
                let names = one["names"]["steps"].as_array().unwrap();
                assert!(names.iter().any(|known| known[0] == step.as_str() && known[1] == **name), "{step}");
            }
        }
    }
    let hidden = Site::with(&server::seeds::readable(), Examples::Hidden, None).await;
    let list = hidden.get("/api/chances").await.json();
    assert!(list["chances"].as_array().unwrap().iter().all(|one| one["illustrative"] == false));
}
