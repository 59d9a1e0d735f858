//! A comparison as a range: what a reform is for everybody, and not only for the easiest case.

use domain::compare::Side;
use domain::key::{AnswerKey, SituationKey};
use domain::walk::walks;
use domain::{
    Answers, Direction, MeasureKind, RangeChange, Service, Value, Version, compare, compare_over_all,
};
use serde_json::{Value as Json, json};

/// A step at a window, for those who give one of these answers to 「带家属吗？」; none for everybody.
fn step(key: &str, answers: &[&str], more: Json) -> Json {
    let mut step = json!({"key": key, "name": key, "actor": "applicant", "side": "external", "channel": "counter",
        "place": "hall", "window": "w1", "prepare": "none", "queue": "none",
        "counter": {"min": 10, "unit": "minute"}, "wait": "none",
        "evidence": {"kind": "self_reported", "by": "中心"}});
    if !answers.is_empty() {
        step["when"] = json!({"situation": "household", "any_of": answers});
    }
    let fields = step.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    step
}

/// Two versions, the second made from the first.
fn reform(before: Vec<Json>, after: Vec<Json>) -> Service {
    let version = |id: &str, steps: Vec<Json>| {
        json!({"id": id, "label": id, "in_force": {"state": "in_force"}, "editorial": "published",
            "steps": steps})
    };
    let mut second = version("after", after);
    second["derived_from"] = json!("before");
    let document = json!({"format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [{"key": "hall", "name": "大厅", "windows": [{"key": "w1", "name": "一窗"}]}],
        "situations": [{"key": "household", "question": "带家属吗？",
            "answers": [{"key": "alone", "label": "不带"}, {"key": "family", "label": "带"}]}],
        "versions": [version("before", before), second]});
    Service::parse(&document.to_string()).expect("a valid service")
}

fn sides(service: &Service) -> [Side<'_>; 2] {
    [&service.versions[0], &service.versions[1]].map(|version: &Version| Side { service, version })
}

fn over_all(service: &Service, answers: &Answers, kind: MeasureKind) -> RangeChange {
    let [first, second] = sides(service);
    let changes = compare_over_all(first, second, answers).expect("few walks");
    changes.into_iter().find(|change| change.kind == kind).expect("every measure")
}

fn count(min: u32, max: u32) -> Value {
    Value::Count { min, max }
}

fn household(answer: &str) -> Answers {
    let question: SituationKey = "household".parse().expect("a key");
    let answer: AnswerKey = answer.parse().expect("a key");
    Answers::from([(question, answer)])
}

/// 3 → 1 for those alone, 5 → 3 for those with a family.
fn two_less_for_everybody() -> Service {
    let step = |key: &str, answers: &[&str]| step(key, answers, json!({}));
    let family = ["family"];
    let before = vec![step("a", &[]), step("b", &[]), step("c", &[]), step("d", &family), step("e", &family)];
    let after = vec![step("a", &[]), step("d", &family), step("e", &family)];
    reform(before, after)
}

#[test]
fn who_answers_one_way_answers_that_way_in_both_versions() {
    let change = over_all(&two_less_for_everybody(), &Answers::new(), MeasureKind::ApplicantSteps);
    assert_eq!((&change.first, &change.second), (&count(3, 5), &count(1, 3)));
    let difference = change.difference.expect("it is known");
    assert_eq!((difference.min, difference.max, difference.direction), (-2, -2, Direction::Less));
    assert_eq!(difference.reduction_permille, None, "two of three, and two of five");
}

#[test]
fn answers_leave_only_the_cases_that_agree_with_them() {
    let service = two_less_for_everybody();
    let change = over_all(&service, &household("family"), MeasureKind::ApplicantSteps);
    assert_eq!((change.first, change.second), (count(5, 5), count(3, 3)));
    assert_eq!(change.difference.and_then(|difference| difference.reduction_permille), Some(400));
}

#[test]
fn a_reform_that_is_less_for_some_and_more_for_others_goes_neither_way() {
    let before = vec![step("a", &[], json!({})), step("b", &["alone"], json!({}))];
    let after = vec![step("a", &[], json!({})), step("c", &["family"], json!({}))];
    let change = over_all(&reform(before, after), &Answers::new(), MeasureKind::ApplicantSteps);
    let difference = change.difference.expect("it is known");
    assert_eq!((difference.min, difference.max, difference.direction), (-1, 1, Direction::Unclear));
}

#[test]
fn what_nobody_knows_of_one_case_has_no_difference_over_all() {
    let mut unknown_queue = step("b", &["family"], json!({}));
    unknown_queue.as_object_mut().expect("an object").remove("queue");
    let before = vec![step("a", &[], json!({})), unknown_queue];
    let service = reform(before, vec![step("a", &[], json!({}))]);
    let change = over_all(&service, &Answers::new(), MeasureKind::WholeTime);
    assert!(!change.first.is_known() && change.difference.is_none());
    assert!(over_all(&service, &household("alone"), MeasureKind::WholeTime).difference.is_some());
}

#[test]
fn one_walk_on_either_side_is_the_comparison_itself() {
    let service = two_less_for_everybody();
    let answers = household("alone");
    let [first, second] = sides(&service);
    let comparison = compare(&service, first.version, second.version, &answers);
    let over_all = compare_over_all(first, second, &answers).expect("one walk");
    for (change, all) in comparison.measures.iter().zip(over_all) {
        assert_eq!((&change.first.value, &change.second.value), (&all.first, &all.second));
        assert_eq!(change.difference, all.difference);
    }
}

#[test]
fn more_walks_than_are_looked_at_are_refused() {
    let choice =
        |n: usize, way: usize| step(&format!("c{n}-{way}"), &[], json!({"choice": format!("choice{n}")}));
    let many: Vec<Json> = (0..11).flat_map(|n| [choice(n, 1), choice(n, 2)]).collect();
    let service = reform(vec![step("a", &[], json!({}))], many);
    let [first, second] = sides(&service);
    assert!(walks(&service, second.version, &Answers::new()).is_err());
    let refused = compare_over_all(first, second, &Answers::new()).expect_err("2048 walks");
    assert!(refused.to_string().contains("answer some of the questions"), "{refused}");
}
