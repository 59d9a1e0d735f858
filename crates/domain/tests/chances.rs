//! 可以改进的地方: which versions are looked at, and in which order what is found there stands.

use domain::chances::{Chances, chances_of, rank};
use domain::{FindingKind, Service};
use serde_json::{Value as Json, json};

/// A service whose one step has no legal basis, which is a finding; it takes an hour there and back.
fn document(id: &str, cases: Option<u32>, state: &str) -> Json {
    let minutes = json!({"min": 30, "unit": "minute"});
    let mut document = json!({"format": 1, "id": id, "name": id, "area": "片区", "summary": "一件事。",
        "places": [{"key": "hall", "name": "大厅", "travel": minutes, "windows": [{"key": "w", "name": "窗"}]}],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": state}, "editorial": "published",
            "steps": [{"key": "apply", "name": "申请", "actor": "applicant", "side": "external",
                "channel": "counter", "place": "hall", "window": "w", "prepare": "none", "queue": "none",
                "counter": minutes, "wait": "none", "evidence": {"kind": "self_reported", "by": "中心"}}]}]});
    if let Some(cases) = cases {
        document["cases_a_year"] = json!(cases);
    }
    document
}

fn chances(document: &Json) -> Vec<Chances> {
    chances_of(&Service::parse(&document.to_string()).expect("a valid service"))
}

#[test]
fn only_what_is_published_and_in_force_is_looked_at() {
    let found = chances(&document("s", None, "in_force"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].findings[0].kind(), FindingKind::NoLegalBasis);
    assert_eq!(found[0].names.steps, [("apply".parse().expect("a key"), "申请".to_owned())]);
    for state in ["ended", "planned", "unknown"] {
        assert!(chances(&document("s", None, state)).is_empty(), "{state}");
    }
    let mut draft = document("s", None, "in_force");
    draft["versions"][0]["editorial"] = json!("draft");
    assert!(chances(&draft).is_empty());
}

#[test]
fn more_hours_first_the_unknown_after_them_and_examples_apart() {
    let mut example = document("example", Some(9_000), "in_force");
    example["illustrative"] = json!(true);
    example["name"] = json!("example（示例）");
    example["area"] = json!("示例区");
    example["versions"][0]["steps"][0]["evidence"] = json!({"kind": "example"});
    let mut all: Vec<Chances> = [
        example,
        document("untold", None, "in_force"),
        document("few", Some(10), "in_force"),
        document("many", Some(500), "in_force"),
    ]
    .iter()
    .flat_map(chances)
    .collect();
    rank(&mut all);
    let told: Vec<(&str, Option<(u64, u64)>)> =
        all.iter().map(|one| (one.service.as_str(), one.yearly_hours)).collect();
    assert_eq!(
        told,
        [
            ("many", Some((500, 500))),
            ("few", Some((10, 10))),
            ("untold", None),
            ("example", Some((9_000, 9_000)))
        ]
    );
}
