//! 我的清单: what to have ready, where to go, and in which order, for the demonstration district.

use std::fs;
use std::path::Path;

use domain::checklist::Stop;
use domain::material::{MaterialForm, Provision};
use domain::{Answers, Checklist, NoChecklist, Service, checklist};
use serde_json::{Value as Json, json};

fn example(name: &str) -> Service {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../data/examples/{name}.json"));
    Service::parse(&fs::read_to_string(file).expect("a file of the example data")).expect("a valid service")
}

fn answers(given: &[(&str, &str)]) -> Answers {
    given.iter().map(|(q, a)| (q.parse().expect("a key"), a.parse().expect("a key"))).collect()
}

fn list(service: &Service, version: &str, given: &[(&str, &str)]) -> Checklist {
    let version = service.version(&version.parse().expect("a key")).expect("a version");
    checklist(service, version, &answers(given)).expect("it has steps")
}

/// The stops as a person would jot them down.
fn jotted(list: &Checklist) -> Vec<String> {
    let keys = |keys: &[domain::StepKey]| keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join("+");
    let stop = |stop: &Stop| match stop {
        Stop::Visit { number, place, steps, .. } => format!("{number} {place}: {}", keys(steps)),
        Stop::Remote { step } => format!("remote {step}"),
    };
    list.stops.iter().map(stop).collect()
}

/// A version of a service with two places, `a` and `b`.
fn made(steps: Json, materials: Json) -> Service {
    let place = |key: &str| json!({"key": key, "name": key, "windows": [{"key": "w", "name": "窗"}]});
    let document = json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [place("a"), place("b")],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"},
            "editorial": "published", "steps": steps, "materials": materials}]
    });
    Service::parse(&document.to_string()).expect("a valid service")
}

fn step(key: &str, place: Option<&str>, after: &[&str], materials: &[&str]) -> Json {
    let mut step = json!({"key": key, "name": key, "actor": "applicant", "side": "external",
        "channel": if place.is_some() { "counter" } else { "online" }, "wait": "none", "after": after,
        "materials": materials, "evidence": {"kind": "self_reported", "by": "office"}});
    if let Some(place) = place {
        (step["place"], step["window"]) = (json!(place), json!("w"));
    }
    step
}

fn paper(key: &str, form: &str, copies: u32, provision: &str) -> Json {
    json!({"key": key, "name": key, "form": form, "copies": copies, "origin": "own", "provision": provision})
}

#[test]
fn every_version_of_every_example_has_a_list_that_agrees_with_its_measures() {
    for name in ["talent-apartment", "small-restaurant", "investment-filing", "enterprise-relocation"] {
        let service = example(&format!("example-{name}"));
        for version in service.versions.iter().filter(|version| !version.steps.is_empty()) {
            let list = checklist(&service, version, &Answers::new()).expect("it has steps");
            let measures = domain::measure(&service, version, &Answers::new());
            let most = |kind| {
                measures.iter().find(|m| m.kind == kind).and_then(|m| m.value.range()).expect("counted").1
            };
            let visits = list.stops.iter().filter(|stop| matches!(stop, Stop::Visit { .. })).count();
            assert_eq!(visits as u32, most(domain::MeasureKind::Visits), "{name} {}", version.id);
            let supplied = list.papers.iter().filter(|paper| paper.provision.is_supplied()).count();
            assert_eq!(supplied as u32, most(domain::MeasureKind::Documents), "{name} {}", version.id);
        }
    }
}

#[test]
fn a_question_stays_open_until_it_is_answered() {
    let service = example("example-talent-apartment");
    let open = |given: &[(&str, &str)]| {
        let list = list(&service, "before", given);
        list.open.iter().map(|key| key.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(open(&[]), ["household", "applicant"]);
    assert_eq!(open(&[("household", "family")]), ["applicant"]);
    assert_eq!(open(&[("household", "family"), ("applicant", "self")]), [] as [&str; 0]);
    assert_eq!(open(&[("household", "nobody")]), ["household", "applicant"], "no answer of this question");
}

#[test]
fn what_is_done_from_home_stands_before_the_visit_that_needs_it() {
    let service = made(
        json!([
            step("book", None, &[], &[]),
            step("apply", Some("a"), &["book"], &[]),
            step("rate", None, &["apply"], &[]),
            step("collect", Some("b"), &["apply"], &[]),
        ]),
        json!([]),
    );
    assert_eq!(
        jotted(&list(&service, "v", &[])),
        ["remote book", "1 a: apply", "2 b: collect", "remote rate"]
    );
}

#[test]
fn a_paper_is_told_once_and_in_the_way_that_asks_most() {
    let mut form_again = paper("form-b", "original", 1, "later");
    form_again["same_as"] = json!("form");
    let service = made(
        json!([
            step("apply", Some("a"), &[], &["form", "id", "photo"]),
            step("collect", Some("b"), &["apply"], &["form-b", "id", "photo"]),
        ]),
        json!([
            paper("form", "original", 1, "waived_by_sharing"),
            form_again,
            paper("id", "copy", 2, "submitted"),
            paper("photo", "original", 2, "submitted"),
        ]),
    );
    let list = list(&service, "v", &[]);
    let told: Vec<_> =
        list.papers.iter().map(|p| (p.material.as_str(), p.forms[0].1, p.provision, p.steps.len())).collect();
    let expected = [
        ("form", 1, Provision::Later, 1),
        ("id", 4, Provision::Submitted, 2),
        ("photo", 2, Provision::Submitted, 2),
    ];
    assert_eq!(told, expected, "copies stay at each counter, originals go along");
    assert_eq!(list.papers.iter().map(|p| p.is_ready_first()).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn each_form_of_a_paper_that_is_asked_for_is_told() {
    use MaterialForm::{Copy, Original};
    let service = example("example-investment-filing");
    let licence = |version: &str| {
        let list = list(&service, version, &[]);
        list.papers.into_iter().find(|paper| paper.material.as_str() == "licence").expect("it is asked for")
    };
    assert_eq!(licence("before").forms, [(Copy, 2), (Original, 1)]);
    let online = licence("online");
    assert_eq!(
        (online.forms, online.steps.len()),
        (vec![(Original, 1)], 1),
        "where it is waived nobody asks"
    );
}

#[test]
fn what_is_needed_before_it_is_handed_out_is_brought_along() {
    let issued = |key: &str| {
        let mut paper = paper(key, "original", 1, "submitted");
        (paper["name"], paper["origin"]) = (json!("许可证明"), json!("issued"));
        paper
    };
    let mut renew = step("renew", Some("a"), &["show"], &[]);
    renew["outputs"] = json!(["许可证明"]);
    let shown_first = made(
        json!([
            step("show", Some("a"), &[], &["permit"]),
            renew,
            step("use", Some("b"), &["renew"], &["permit"])
        ]),
        json!([issued("permit")]),
    );
    assert_eq!(list(&shown_first, "v", &[]).papers[0].handed_out_at, None);
}

#[test]
fn what_is_handed_out_on_the_way_says_where() {
    let service = example("example-talent-apartment");
    let list = list(&service, "before", &[]);
    let proof = list.papers.iter().find(|paper| paper.material.as_str() == "house").expect("it is asked for");
    assert_eq!(proof.handed_out_at.as_ref().map(|step| step.as_str()), Some("house-proof"));
    assert!(!proof.is_ready_first());
}

#[test]
fn time_at_a_place_is_told_only_where_all_of_it_is() {
    let there = |queue: &[Option<u32>]| {
        let step = |(i, queue): (usize, &Option<u32>)| {
            let mut step = step(&format!("s{i}"), Some("a"), &[], &[]);
            step["counter"] = json!({"min": 5, "max": 10, "unit": "minute"});
            if let Some(queue) = queue {
                step["queue"] = json!({"min": queue, "unit": "minute"});
            }
            step
        };
        let steps: Vec<Json> = queue.iter().enumerate().map(step).collect();
        match &list(&made(json!(steps), json!([])), "v", &[]).stops[..] {
            [Stop::Visit { there, .. }] => there.map(|span| (span.min(), span.max())),
            stops => panic!("{stops:?}"),
        }
    };
    assert_eq!(there(&[Some(1), Some(2)]), Some((13, 23)));
    assert_eq!(there(&[Some(1), None]), None);
}

#[test]
fn without_steps_there_is_no_list() {
    let service = made(json!([]), json!([]));
    assert_eq!(checklist(&service, &service.versions[0], &Answers::new()), Err(NoChecklist::NoSteps));
}
