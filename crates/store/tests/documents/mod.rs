//! Small documents for the tests of the store.
#![allow(dead_code, reason = "each test binary uses some of them")]

use domain::{Action, Run, Service};

/// A service of the real district.
pub fn service(id: &str, name: &str) -> Service {
    read_service(id, name, false)
}

/// A service of the demonstration district.
pub fn example_service(id: &str, name: &str) -> Service {
    read_service(id, name, true)
}

/// The same service under another name, as an editor would leave it.
pub fn changed(service: &Service, name: &str) -> Service {
    let mut document = (**service).clone();
    document.name = name.to_owned();
    document.try_into().unwrap()
}

fn read_service(id: &str, name: &str, illustrative: bool) -> Service {
    let text = serde_json::json!({
        "format": 1, "id": id, "name": name, "illustrative": illustrative,
        "area": "度假区", "summary": "一句话。",
    });
    Service::parse(&text.to_string()).unwrap()
}

/// A run of this service.
pub fn run(id: &str, service: Option<&str>, illustrative: bool) -> Run {
    let evidence = match illustrative {
        true => serde_json::json!({"kind": "example"}),
        false => serde_json::json!({"kind": "self_reported", "by": "区政务服务中心"}),
    };
    let mut text = serde_json::json!({
        "format": 1, "id": id, "title": "跑一次", "illustrative": illustrative, "area": "度假区",
        "as_whom": "以群众身份", "evidence": evidence,
    });
    if let Some(service) = service {
        text["service"] = service.into();
    }
    Run::parse(&text.to_string()).unwrap()
}

/// The action.
pub fn action() -> Action {
    let text = serde_json::json!({
        "format": 1, "name": "换位跑一次", "district": "苏州市", "totals": [], "questions": [], "moves": [],
        "aims": [], "sources": [],
    });
    Action::parse(&text.to_string()).unwrap()
}
