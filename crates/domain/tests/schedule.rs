//! The days of a walk without a date: which chain of steps leads to the last of them.

use domain::schedule::schedule;
use domain::walk::easiest_walk;
use domain::{Answers, Service, StepKey};
use serde_json::{Value as Json, json};

fn step(key: &str, side: &str, channel: &str, days: u32, after: &[&str]) -> Json {
    let wait = if days == 0 { json!("none") } else { json!({"min": days, "unit": "working_day"}) };
    json!({"key": key, "name": key, "actor": "applicant", "side": side, "channel": channel, "wait": wait,
        "after": after, "evidence": {"kind": "self_reported", "by": "office"}})
}

fn at(key: &str, place: &str, days: u32, after: &[&str]) -> Json {
    let mut step = step(key, "external", "counter", days, after);
    (step["place"], step["window"]) = (json!(place), json!("w"));
    step
}

fn behind(key: &str, days: u32, after: &[&str]) -> Json {
    step(key, "internal", "counter", days, after)
}

#[track_caller]
fn check(steps: Vec<Json>, days: u32, critical_path: &[&str]) {
    let place = |key: &str| json!({"key": key, "name": key, "windows": [{"key": "w", "name": "窗"}]});
    let document = json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [place("a"), place("b")],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"},
            "editorial": "published", "steps": steps}]
    });
    let service = Service::parse(&document.to_string()).expect("a valid service");
    let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("a small version");
    let schedule = schedule(&walk).expect("all is told");
    let path: Vec<&str> = schedule.critical_path.iter().map(|key| key.as_str()).collect();
    assert_eq!((schedule.days, path), (days, critical_path.to_vec()));
}

#[test]
fn of_two_that_run_beside_each_other_the_longer_leads_to_the_end() {
    check(
        vec![
            at("apply", "a", 0, &[]),
            behind("long", 5, &["apply"]),
            behind("short", 3, &["apply"]),
            at("collect", "a", 0, &["long", "short"]),
        ],
        5,
        &["apply", "long", "collect"],
    );
}

#[test]
fn a_step_that_had_to_wait_for_the_rest_of_its_visit_was_held_up_by_what_held_up_the_visit() {
    // The third visit takes both, once the review is over.
    check(
        vec![
            at("apply", "a", 0, &[]),
            behind("review", 4, &["apply"]),
            at("collect", "a", 0, &["review"]),
            at("ask", "b", 0, &["apply"]),
            at("hand-in", "a", 2, &["ask"]),
        ],
        6,
        &["apply", "review", "hand-in"],
    );
}

#[test]
fn nothing_but_one_day_is_a_chain_as_well() {
    check(vec![at("a1", "a", 0, &[]), at("b1", "b", 0, &["a1"])], 0, &["a1", "b1"]);
}

#[test]
fn in_the_examples_each_step_of_the_chain_begins_no_earlier_and_the_last_ends_it() {
    let folder = format!("{}/../../data/examples", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).expect("the examples are there") {
        let text = std::fs::read_to_string(entry.expect("it is readable").path()).expect("it is readable");
        let Ok(service) = Service::parse(&text) else { continue };
        for version in &service.versions {
            let walk = easiest_walk(&service, version, &Answers::new()).expect("few walks");
            let schedule = schedule(&walk).expect("all is told");
            let slot =
                |key: &StepKey| schedule.slots.iter().find(|slot| slot.step == *key).expect("it is a slot");
            let path: Vec<_> = schedule.critical_path.iter().map(slot).collect();
            assert!(path.windows(2).all(|pair| pair[0].begins <= pair[1].begins), "{}", version.id);
            assert_eq!(path.last().expect("a chain").ends, schedule.days);
            assert_eq!(path[0].begins, 0, "{} {}", service.id, version.id);
        }
    }
}
