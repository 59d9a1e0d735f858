//! The counting examples: what a person who walks the process on foot would count.

use domain::{Answers, MeasureKind, Part, Service, Share, Value, WhyUnknown, measure};
use serde_json::{Value as Json, json};

/// A step at a window of a place: key, place, window.
fn at(key: &str, place: &str, window: &str) -> Json {
    json!({"key": key, "name": key, "actor": "applicant", "side": "external", "channel": "counter",
        "place": place, "window": window, "wait": "none", "evidence": {"kind": "self_reported", "by": "office"}})
}

/// An external step away from any counter.
fn remote(key: &str, channel: &str) -> Json {
    json!({"key": key, "name": key, "actor": "applicant", "side": "external", "channel": channel,
        "wait": "none", "evidence": {"kind": "self_reported", "by": "office"}})
}

/// Work behind the counter that takes so long.
fn behind(key: &str, wait: Json) -> Json {
    json!({"key": key, "name": key, "actor": "department", "side": "internal", "channel": "counter",
        "wait": wait, "evidence": {"kind": "self_reported", "by": "office"}})
}

fn days(min: u32, max: u32) -> Json {
    json!({"min": min, "max": max, "unit": "working_day"})
}

/// Puts every step after the one before.
fn in_a_row(mut steps: Vec<Json>) -> Vec<Json> {
    for i in 1..steps.len() {
        let before = steps[i - 1]["key"].clone();
        steps[i]["after"] = json!([before]);
    }
    steps
}

fn service_of(steps: Vec<Json>) -> Service {
    let windows =
        json!([{"key": "w1", "name": "一"}, {"key": "w2", "name": "二"}, {"key": "w3", "name": "三"}]);
    let document = json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [{"key": "a", "name": "甲", "windows": windows}, {"key": "b", "name": "乙", "windows": windows}],
        "situations": [{"key": "q", "question": "有没有？",
            "answers": [{"key": "yes", "label": "有"}, {"key": "no", "label": "没有"}]}],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"}, "editorial": "published",
            "materials": [
                {"key": "card", "name": "身份证", "form": "original", "origin": "issued", "provision": "submitted"},
                {"key": "card-again", "name": "身份证复印件", "form": "copy", "origin": "own",
                    "provision": "submitted", "same_as": "card"},
                {"key": "licence", "name": "营业执照", "form": "electronic", "origin": "issued",
                    "provision": "waived_by_licence"},
                {"key": "card-shared", "name": "身份证（共享）", "form": "electronic", "origin": "issued",
                    "provision": "waived_by_sharing", "same_as": "card"},
                {"key": "promise", "name": "承诺书", "form": "original", "origin": "own",
                    "provision": "commitment"},
                {"key": "photo", "name": "照片", "form": "original", "origin": "own", "provision": "later"}],
            "steps": steps}]
    });
    Service::parse(&document.to_string()).expect("a valid service")
}

fn value(steps: Vec<Json>, kind: MeasureKind) -> Option<(u32, u32)> {
    value_for(steps, kind, &Answers::new())
}

fn value_for(steps: Vec<Json>, kind: MeasureKind, answers: &Answers) -> Option<(u32, u32)> {
    let service = service_of(steps);
    let measured = measure(&service, &service.versions[0], answers);
    measured.into_iter().find(|m| m.kind == kind).expect("every measure is taken").value.range()
}

/// 地, 窗 and 次.
fn counts(steps: Vec<Json>) -> [(u32, u32); 3] {
    [MeasureKind::Places, MeasureKind::Windows, MeasureKind::Visits]
        .map(|kind| value(steps.clone(), kind).expect("it is known"))
}

const fn just(n: u32) -> (u32, u32) {
    (n, n)
}

#[test]
fn three_windows_in_one_hall_on_one_day_are_one_visit() {
    let steps = in_a_row(vec![at("x", "a", "w1"), at("y", "a", "w2"), at("z", "a", "w3")]);
    assert_eq!(counts(steps), [just(1), just(3), just(1)]);
}

#[test]
fn there_and_elsewhere_and_back_on_one_day_is_three_visits() {
    let steps = in_a_row(vec![at("x", "a", "w1"), at("y", "b", "w1"), at("z", "a", "w1")]);
    assert_eq!(counts(steps), [just(2), just(2), just(3)]);
}

#[test]
fn collecting_after_three_days_is_a_second_visit() {
    let steps =
        in_a_row(vec![at("apply", "a", "w1"), behind("decide", days(3, 3)), at("collect", "a", "w1")]);
    assert_eq!(counts(steps), [just(1), just(1), just(2)]);
}

#[test]
fn having_it_posted_is_one_visit() {
    let steps =
        in_a_row(vec![at("apply", "a", "w1"), behind("decide", days(3, 3)), remote("receive", "post")]);
    assert_eq!(counts(steps), [just(1), just(1), just(1)]);
}

#[test]
fn online_and_by_post_is_no_visit_at_all() {
    let steps =
        in_a_row(vec![remote("apply", "online"), behind("decide", days(3, 3)), remote("receive", "post")]);
    assert_eq!(counts(steps), [just(0), just(0), just(0)]);
}

#[test]
fn a_wait_that_may_be_none_or_two_days_makes_one_or_two_visits() {
    let steps =
        in_a_row(vec![at("apply", "a", "w1"), behind("decide", days(0, 2)), at("collect", "a", "w1")]);
    assert_eq!(value(steps, MeasureKind::Visits), Some((1, 2)));
}

#[test]
fn a_wait_that_nobody_knows_is_not_taken_for_none() {
    let mut unknown = behind("decide", Json::Null);
    unknown.as_object_mut().expect("an object").remove("wait");
    let steps = in_a_row(vec![at("apply", "a", "w1"), unknown, at("collect", "a", "w1")]);
    assert_eq!(value(steps, MeasureKind::Visits), Some((1, 2)));
}

#[test]
fn two_places_in_any_order_are_two_visits() {
    let steps = vec![at("x", "a", "w1"), at("y", "b", "w1"), at("z", "a", "w2")];
    assert_eq!(value(steps, MeasureKind::Visits), Some((2, 2)));
}

#[test]
fn the_order_that_saves_a_visit_is_found() {
    // One can do a1 and a2 together only by going to b first.
    let mut a2 = at("a2", "a", "w2");
    a2["after"] = json!(["b1"]);
    let steps = vec![at("a1", "a", "w1"), at("b1", "b", "w1"), a2];
    assert_eq!(value(steps, MeasureKind::Visits), Some((2, 2)));
}

#[test]
fn minutes_hours_and_remote_steps_end_no_visit() {
    let wait = json!({"min": 3, "unit": "hour"});
    let steps = in_a_row(vec![
        at("x", "a", "w1"),
        behind("check", wait),
        remote("pay", "online"),
        at("z", "a", "w2"),
    ]);
    assert_eq!(value(steps, MeasureKind::Visits), Some((1, 1)));
}

#[test]
fn a_kiosk_is_a_window() {
    let mut kiosk = at("print", "a", "w2");
    kiosk["channel"] = json!("kiosk");
    assert_eq!(counts(in_a_row(vec![at("x", "a", "w1"), kiosk])), [just(1), just(2), just(1)]);
}

#[test]
fn a_step_that_needs_nobody_there_counts_no_place_wherever_it_happens() {
    // Online, by post, by phone or by itself, the file may name the office that does it.
    for channel in ["online", "post", "phone", "automatic"] {
        let mut elsewhere = at("x", "a", "w1");
        elsewhere["channel"] = json!(channel);
        assert_eq!(counts(vec![elsewhere]), [just(0), just(0), just(0)], "{channel}");
    }
    for channel in ["counter", "kiosk"] {
        let mut internal = at("x", "a", "w1");
        internal["side"] = json!("internal");
        internal["channel"] = json!(channel);
        assert_eq!(counts(vec![internal]), [just(0), just(0), just(0)], "{channel}");
    }
    // Between two counters they end no visit either.
    let mut by_others = at("check", "b", "w1");
    by_others["side"] = json!("internal");
    let steps = in_a_row(vec![at("x", "a", "w1"), by_others, at("z", "a", "w2")]);
    assert_eq!(counts(steps), [just(1), just(2), just(1)]);
}

#[test]
fn windows_of_one_name_at_two_places_are_two() {
    assert_eq!(counts(vec![at("x", "a", "w1"), at("y", "b", "w1")]), [just(2), just(2), just(2)]);
    assert_eq!(counts(in_a_row(vec![at("x", "a", "w1"), at("y", "a", "w1")])), [just(1), just(1), just(1)]);
}

#[test]
fn optional_and_internal_steps_are_no_steps_of_the_applicant() {
    let mut optional = at("ask", "b", "w1");
    optional["optional"] = json!(true);
    let steps = vec![optional, at("x", "a", "w1"), behind("check", json!("none"))];
    assert_eq!(value(steps.clone(), MeasureKind::ApplicantSteps), Some(just(1)));
    assert_eq!(value(steps.clone(), MeasureKind::BackOfficeSteps), Some(just(1)));
    assert_eq!(value(steps, MeasureKind::Places), Some(just(1)));
}

#[test]
fn one_paper_at_two_windows_is_one_document_and_a_waived_one_is_none() {
    let mut first = at("x", "a", "w1");
    first["materials"] = json!(["card", "licence"]);
    let mut second = at("y", "a", "w2");
    second["materials"] = json!(["card-again"]);
    let service = service_of(in_a_row(vec![first, second]));
    let measured = measure(&service, &service.versions[0], &Answers::new());
    let documents = measured.iter().find(|m| m.kind == MeasureKind::Documents).expect("it is taken");
    assert_eq!(documents.value, Value::Count { min: 1, max: 1 });
    assert!(
        matches!(&documents.parts[..], [domain::Part::Document { steps, .. }] if steps.len() == 2),
        "{documents:?}"
    );
}

/// The measure of one kind, of a walk of steps at three windows that ask for these papers.
fn asking_for(papers: [&[&str]; 3], kind: MeasureKind) -> domain::Measured {
    let windows = ["w1", "w2", "w3"];
    let steps = papers.into_iter().zip(windows).map(|(papers, window)| {
        let mut step = at(window, "a", window);
        step["materials"] = json!(papers);
        step
    });
    let service = service_of(in_a_row(steps.collect()));
    let measured = measure(&service, &service.versions[0], &Answers::new());
    measured.into_iter().find(|m| m.kind == kind).expect("every measure is taken")
}

#[test]
fn one_paper_at_three_windows_is_three_submissions() {
    let papers: [&[&str]; 3] = [&["card"], &["card-again"], &["card"]];
    assert_eq!(asking_for(papers, MeasureKind::Documents).value.range(), Some(just(1)));
    let submissions = asking_for(papers, MeasureKind::Submissions);
    assert_eq!(submissions.value.range(), Some(just(3)));
    assert!(
        submissions.parts.iter().all(|part| matches!(part,
            Part::Submission { material, .. } if material.as_str() == "card")),
        "{submissions:?}"
    );
    // An original and its copy over one counter are handed in once; a waived paper never is.
    let at_once: [&[&str]; 3] = [&["card", "card-again", "licence"], &["promise", "photo"], &[]];
    assert_eq!(asking_for(at_once, MeasureKind::Documents).value.range(), Some(just(3)));
    assert_eq!(asking_for(at_once, MeasureKind::Submissions).value.range(), Some(just(3)));
}

#[test]
fn the_waived_share_is_of_all_papers_asked_for() {
    let share = |papers| asking_for(papers, MeasureKind::WaivedShare);
    let of = |part, whole| Value::Share { least: Share { part, whole }, most: Share { part, whole } };
    // A promise and a paper that may follow later are still papers.
    let one_of_four = share([&["card", "licence"], &["promise"], &["photo", "licence"]]);
    assert_eq!(one_of_four.value, of(1, 4));
    assert_eq!(one_of_four.parts.len(), 4);
    assert!(
        one_of_four.parts.iter().any(|part| matches!(part,
            Part::Waived { material, steps } if material.as_str() == "licence" && steps.len() == 2)),
        "{one_of_four:?}"
    );
    // Waived at one window and brought to another is brought.
    assert_eq!(share([&["card-shared"], &["card"], &[]]).value, of(0, 1));
    assert_eq!(share([&["card-shared"], &["licence"], &[]]).value, of(2, 2));
    assert_eq!(share([&[], &[], &[]]).value, Value::Unknown { why: WhyUnknown::NoDocuments });
}

#[test]
fn answers_choose_the_steps_and_without_them_the_easiest_walk_is_shown() {
    let mut only_if = at("extra", "b", "w1");
    only_if["when"] = json!({"situation": "q", "any_of": ["yes"]});
    let steps = vec![at("x", "a", "w1"), only_if];
    assert_eq!(value(steps.clone(), MeasureKind::Visits), Some(just(1)));
    let yes = Answers::from([("q".parse().expect("a key"), "yes".parse().expect("a key"))]);
    assert_eq!(value_for(steps, MeasureKind::Visits, &yes), Some(just(2)));
}

#[test]
fn of_a_choice_exactly_one_is_taken() {
    let (mut window, mut post) = (at("fetch", "b", "w1"), remote("post", "post"));
    window["choice"] = json!("delivery");
    post["choice"] = json!("delivery");
    let steps = vec![at("x", "a", "w1"), window, post];
    assert_eq!(value(steps.clone(), MeasureKind::ApplicantSteps), Some(just(2)));
    assert_eq!(value(steps, MeasureKind::Visits), Some(just(1)));
}

#[test]
fn a_step_left_out_hands_its_order_on() {
    let mut middle = behind("check", days(1, 1));
    middle["when"] = json!({"situation": "q", "any_of": ["yes"]});
    let steps = in_a_row(vec![at("x", "a", "w1"), middle, at("y", "b", "w1"), at("z", "a", "w1")]);
    // Without the check, z still comes after y, and y after x.
    assert_eq!(value(steps, MeasureKind::Visits), Some(just(3)));
}

fn limit(steps: Vec<Json>, accepted: &str, decided: &str) -> Value {
    let mut document = serde_json::to_value(service_of(steps)).expect("it serialises");
    document["versions"][0]["accepted_at"] = json!(accepted);
    document["versions"][0]["decided_at"] = json!(decided);
    let service = Service::parse(&document.to_string()).expect("a valid service");
    let measured = measure(&service, &service.versions[0], &Answers::new());
    measured.into_iter().find(|m| m.kind == MeasureKind::ComputedLimit).expect("it is taken").value
}

#[test]
fn the_computed_limit_is_the_longest_chain_from_acceptance_to_decision() {
    let mut steps = vec![at("apply", "a", "w1"), behind("long", days(2, 4)), behind("short", days(1, 1))];
    steps[1]["after"] = json!(["apply"]);
    steps[2]["after"] = json!(["apply"]);
    let mut decide = behind("decide", days(1, 1));
    decide["after"] = json!(["long", "short"]);
    steps.push(decide);
    let mut print = behind("print", days(5, 5));
    print["after"] = json!(["decide"]);
    steps.push(print);
    // Printing comes after the decision, and does not count.
    assert_eq!(limit(steps, "apply", "decide").range(), Some((3, 5)));
}

#[test]
fn working_and_natural_days_are_never_added() {
    let natural = json!({"min": 2, "unit": "natural_day"});
    let steps =
        in_a_row(vec![at("apply", "a", "w1"), behind("check", days(2, 2)), behind("notice", natural)]);
    assert!(!limit(steps, "apply", "notice").is_known());
}

#[test]
fn a_version_without_steps_is_unknown_and_not_zero() {
    let service = service_of(Vec::new());
    for measured in measure(&service, &service.versions[0], &Answers::new()) {
        assert!(!measured.value.is_known(), "{measured:?}");
        assert_eq!(measured.evidence, None);
    }
}

#[test]
fn a_number_has_as_many_parts_as_it_says() {
    let steps = in_a_row(vec![
        at("x", "a", "w1"),
        at("y", "b", "w2"),
        behind("decide", days(1, 2)),
        at("z", "a", "w3"),
    ]);
    let service = service_of(steps);
    for measured in measure(&service, &service.versions[0], &Answers::new()) {
        if let Value::Count { max, .. } = measured.value {
            assert_eq!(measured.parts.len(), max as usize, "{:?}", measured.kind);
        }
    }
}

#[test]
fn of_two_ways_as_easy_the_order_of_the_file_takes_neither() {
    let way = |key: &str, materials: Json| {
        let mut step = remote(key, "online");
        (step["choice"], step["materials"]) = (json!("way"), materials);
        step
    };
    let steps = vec![way("long", json!(["card", "promise"])), way("short", json!(["photo"]))];
    let backwards: Vec<Json> = steps.iter().rev().cloned().collect();
    let documents = |steps: Vec<Json>| {
        let service = service_of(steps);
        let measured = measure(&service, &service.versions[0], &Answers::new());
        measured.into_iter().find(|m| m.kind == MeasureKind::Documents).expect("every measure is taken").parts
    };
    assert_eq!(documents(steps), documents(backwards));
}
