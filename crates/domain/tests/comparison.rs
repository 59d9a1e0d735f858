//! Two versions beside each other: relations, rates, and what became of each step.

use domain::{Answers, ChangeKind, Difference, Direction, Relation, Service, compare};
use serde_json::{Value as Json, json};

fn step(key: &str) -> Json {
    json!({"key": key, "name": key, "actor": "applicant", "side": "external", "channel": "counter",
        "place": "hall", "window": "w1", "prepare": "none", "queue": "none",
        "counter": {"min": 10, "unit": "minute"}, "wait": "none", "evidence": {"kind": "self_reported", "by": "中心"}})
}

fn version(id: &str, derived_from: Option<&str>, steps: Vec<Json>) -> Json {
    let mut version = json!({"id": id, "label": id, "in_force": {"state": "in_force"}, "editorial": "published",
        "materials": [{"key": "card", "name": "身份证", "form": "original", "origin": "issued", "provision": "submitted"}],
        "steps": steps});
    if let Some(parent) = derived_from {
        version["derived_from"] = json!(parent);
    }
    version
}

fn service(versions: Vec<Json>) -> Service {
    let document = json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [{"key": "hall", "name": "大厅",
            "windows": [{"key": "w1", "name": "一窗"}, {"key": "w2", "name": "二窗"}]}],
        "versions": versions
    });
    Service::parse(&document.to_string()).expect("a valid service")
}

/// The kinds of change of one step between two versions that have nothing else.
fn kinds(before: Json, after: Json) -> Vec<ChangeKind> {
    let service = service(vec![version("a", None, vec![before]), version("b", Some("a"), vec![after])]);
    let comparison = compare(&service, &service.versions[0], &service.versions[1], &Answers::new());
    comparison.steps[0].kinds.clone()
}

fn with(field: &str, value: Json) -> Json {
    let mut step = step("x");
    step[field] = value;
    step
}

#[test]
fn before_and_after_are_said_only_of_a_version_and_its_descendant() {
    let service = service(vec![
        version("a", None, vec![]),
        version("b", Some("a"), vec![]),
        version("c", Some("b"), vec![]),
        version("d", Some("a"), vec![]),
    ]);
    let relation = |i: usize, j: usize| {
        compare(&service, &service.versions[i], &service.versions[j], &Answers::new()).relation
    };
    assert_eq!(relation(0, 2), Relation::BeforeAfter);
    assert_eq!(relation(2, 0), Relation::AfterBefore);
    assert_eq!(relation(1, 3), Relation::TwoWays);
    assert_eq!(relation(1, 1), Relation::Same);
}

#[test]
fn a_rate_is_rounded_half_up_and_needs_a_baseline() {
    let rate =
        |a: (u32, u32), b: (u32, u32), relation| Difference::between(a, b, relation).reduction_permille;
    assert_eq!(rate((7, 7), (5, 5), Relation::BeforeAfter), Some(286)); // 28.57 %
    assert_eq!(rate((7, 7), (3, 3), Relation::BeforeAfter), Some(571)); // 57.14 %
    assert_eq!(rate((8, 8), (7, 7), Relation::BeforeAfter), Some(125));
    assert_eq!(rate((2000, 2000), (1999, 1999), Relation::BeforeAfter), Some(1)); // 0.05 % up
    assert_eq!(rate((3, 3), (7, 7), Relation::BeforeAfter), Some(-1333));
    assert_eq!(rate((0, 0), (7, 7), Relation::BeforeAfter), None);
    assert_eq!(rate((1, 2), (1, 1), Relation::BeforeAfter), None);
    assert_eq!(rate((5, 5), (3, 3), Relation::TwoWays), None);
    assert_eq!(rate((3, 3), (7, 7), Relation::AfterBefore), None);
}

#[test]
fn ranges_that_overlap_go_neither_way() {
    let direction = |a, b| Difference::between(a, b, Relation::BeforeAfter).direction;
    assert_eq!(direction((1, 2), (2, 3)), Direction::More);
    assert_eq!(direction((1, 3), (2, 2)), Direction::Unclear);
    assert_eq!(direction((2, 3), (1, 1)), Direction::Less);
    assert_eq!(direction((1, 2), (1, 2)), Direction::Same);
}

#[test]
fn each_change_of_a_step_is_called_by_its_name() {
    use ChangeKind::*;
    let remote = json!({"key": "x", "name": "x", "actor": "applicant", "side": "external", "channel": "online",
        "prepare": "none", "queue": "none", "counter": {"min": 10, "unit": "minute"}, "wait": "none",
        "evidence": {"kind": "self_reported", "by": "中心"}});
    let mut internal = with("side", json!("internal"));
    internal["actor"] = json!("department");
    let fee = |yuan: u32| json!({"min_yuan": yuan, "max_yuan": yuan});
    let minutes = |n: u32| json!({"min": n, "unit": "minute"});
    let basis = |rule: &str| with("legal_basis", json!(rule));
    for (before, after, expected) in [
        (step("x"), step("x"), vec![Kept]),
        (step("x"), with("name", json!("y")), vec![Renamed]),
        (step("x"), remote.clone(), vec![MovedOnline]),
        // Ten minutes at the counter are the applicant's no more.
        (step("x"), internal, vec![MovedToBackOffice, Shortened]),
        (with("queue", minutes(60)), with("queue", minutes(5)), vec![Shortened]),
        (with("materials", json!(["card"])), step("x"), vec![FewerMaterials]),
        (with("fee", fee(20)), with("fee", fee(0)), vec![Cheaper]),
        (step("x"), with("window", json!("w2")), vec![Relocated]),
        (basis("办法第三条"), basis("办法第四条"), vec![LegalBasisChanged]),
        (basis("《办法》第三条"), basis("办法 第3条"), vec![Kept]),
        // A basis that was told nowhere is unknown, which is no other basis.
        (step("x"), basis("办法第三条"), vec![Adjusted]),
        (step("x"), with("outputs", json!(["回执"])), vec![Adjusted]),
    ] {
        assert_eq!(kinds(before.clone(), after.clone()), expected, "{before} → {after}");
        let mirrored: Vec<ChangeKind> = expected.into_iter().map(ChangeKind::mirror).collect();
        assert_eq!(kinds(after, before), mirrored);
    }
}

#[test]
fn an_hour_more_at_home_may_spare_two_in_the_queue() {
    let mut before = with("prepare", json!({"min": 30, "unit": "minute"}));
    before["queue"] = json!({"min": 2, "unit": "hour"});
    let after = with("prepare", json!({"min": 90, "unit": "minute"}));
    assert_eq!(kinds(before, after), [ChangeKind::Shortened]);
}

#[test]
fn an_unknown_time_is_neither_shorter_nor_longer() {
    let mut unknown = step("x");
    unknown.as_object_mut().expect("an object").remove("wait");
    assert_eq!(
        kinds(with("wait", json!({"min": 3, "unit": "working_day"})), unknown),
        [ChangeKind::Adjusted]
    );
}

#[test]
fn a_copy_that_is_waived_is_told_from_either_side() {
    let of_copy = |provision: &str| {
        let copy = json!({"key": "copy", "name": "身份证复印件", "form": "copy", "origin": "own",
            "provision": provision, "same_as": "card"});
        let mut version = version("v", None, vec![with("materials", json!(["card", "copy"]))]);
        version["materials"].as_array_mut().expect("a list").push(copy);
        version
    };
    let (mut before, mut after) = (of_copy("waived_by_sharing"), of_copy("submitted"));
    (before["id"], after["id"]) = (json!("a"), json!("b"));
    let service = service(vec![before, after]);
    let told = |i: usize, j: usize| {
        compare(&service, &service.versions[i], &service.versions[j], &Answers::new()).steps[0].kinds.clone()
    };
    assert_eq!(told(0, 1), [ChangeKind::Adjusted]);
    assert_eq!(told(1, 0), [ChangeKind::Adjusted]);
}

#[test]
fn every_step_is_in_exactly_one_group_and_what_was_dropped_stands_where_it_was() {
    let named = |key: &str, name: &str| {
        let mut named = step(key);
        named["name"] = json!(name);
        named
    };
    let asked_by_phone = json!({"key": "new", "name": "电话回访", "actor": "department", "side": "external",
        "channel": "phone", "prepare": "none", "queue": "none", "counter": {"min": 5, "unit": "minute"},
        "wait": "none", "evidence": {"kind": "self_reported", "by": "中心"}});
    let service = service(vec![
        version("a", None, vec![step("one"), named("two", "缴费"), step("three")]),
        version("b", Some("a"), vec![step("one"), asked_by_phone, step("three")]),
    ]);
    let comparison = compare(&service, &service.versions[0], &service.versions[1], &Answers::new());
    let told: Vec<String> = comparison
        .steps
        .iter()
        .map(|group| format!("{:?} {:?} {:?}", group.kinds, group.first, group.second).replace("StepKey", ""))
        .collect();
    assert_eq!(
        told,
        [
            r#"[Kept] [("one")] [("one")]"#,
            r#"[Added] [] [("new")]"#,
            r#"[Dropped] [("two")] []"#,
            r#"[Kept] [("three")] [("three")]"#,
        ]
    );
}

#[test]
fn what_nobody_knows_has_no_difference() {
    let service = service(vec![version("a", None, vec![]), version("b", Some("a"), vec![step("x")])]);
    let comparison = compare(&service, &service.versions[0], &service.versions[1], &Answers::new());
    assert!(comparison.measures.iter().all(|change| change.difference.is_none()));
    assert!(comparison.measures.iter().any(|change| change.second.value.is_known()));
}
