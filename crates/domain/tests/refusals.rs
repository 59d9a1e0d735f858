//! What a process file may not say: each refusal names the place in the input and what is wrong.

use domain::Service;
use serde_json::{Value as Json, json};

/// A small valid service; each test breaks one thing in it.
fn document() -> Json {
    let step = |key: &str, after: Json| {
        json!({"key": key, "name": "一步", "actor": "applicant", "side": "external", "channel": "counter",
            "place": "hall", "window": "w1", "after": after, "wait": "none",
            "evidence": {"kind": "published", "source": "report", "quote": "原话"}})
    };
    json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "sources": [{"key": "report", "title": "报道", "publisher": "中心"}],
        "situations": [{"key": "q", "question": "有没有？",
            "answers": [{"key": "yes", "label": "有"}, {"key": "no", "label": "没有"}]}],
        "places": [{"key": "hall", "name": "大厅", "windows": [{"key": "w1", "name": "一窗"}]}],
        "versions": [
            {"id": "before", "label": "改前", "in_force": {"state": "ended"}, "editorial": "published",
                "materials": [{"key": "card", "name": "身份证", "form": "original", "origin": "issued",
                    "provision": "submitted"}],
                "steps": [step("a", json!([])), step("b", json!(["a"])), step("c", json!(["b"]))]},
            {"id": "after", "label": "改后", "derived_from": "before", "in_force": {"state": "in_force"},
                "editorial": "published", "steps": [step("a", json!([]))]}],
        "reported": [{"key": "limit", "subject": "时限", "unit": "working_day",
            "before": {"value": 7, "version": "before"}, "after": {"value": 3, "version": "after"},
            "evidence": {"kind": "published", "source": "report", "quote": "由7个压缩到3个"}}]
    })
}

/// Breaks the document at a JSON pointer; removes what is there where `value` is null.
fn refusal(pointer: &str, value: Json) -> String {
    let mut broken = document();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = broken.pointer_mut(parent).expect("it is in the document");
    match (parent, value) {
        (Json::Object(object), Json::Null) => {
            object.remove(name).expect("it is in the document");
        }
        (Json::Object(object), value) => {
            object.insert(name.to_owned(), value);
        }
        (Json::Array(list), value) => list[name.parse::<usize>().expect("an index")] = value,
        _ => panic!("{pointer} leads nowhere"),
    }
    Service::parse(&broken.to_string()).expect_err("it must be refused").to_string()
}

#[track_caller]
fn assert_refused(pointer: &str, value: Json, at: &str, fault: &str) {
    let refusal = refusal(pointer, value);
    assert!(refusal.starts_with(&format!("{at}: ")), "expected the place {at} in: {refusal}");
    assert!(refusal.contains(fault), "expected «{fault}» in: {refusal}");
}

#[test]
fn a_measured_limit_that_nobody_measured() {
    let stated = json!({"time": {"min": 3, "unit": "working_day"},
        "evidence": {"kind": "published", "source": "report", "quote": "3个工作日"}});
    let at = "versions[0].measured_limit.evidence";
    assert_refused("/versions/0/measured_limit", stated, at, "`measured`");
    let of_none =
        json!({"time": {"min": 3, "unit": "working_day"}, "evidence": {"kind": "measured", "n": 0}});
    assert_refused("/versions/0/measured_limit", of_none, &format!("{at}.n"), "no runs");
    let made_up = json!({"time": {"min": 3, "unit": "working_day"}, "evidence": {"kind": "example"}});
    assert_refused("/versions/0/measured_limit", made_up, at, "illustrative");
}

#[test]
fn no_case_in_a_year() {
    assert_refused("/cases_a_year", json!(0), "cases_a_year", "at least 1");
}

#[test]
fn the_unbroken_document_is_read_and_written_back() {
    let service = Service::parse(&document().to_string()).expect("it is valid");
    let again = serde_json::to_string(&service).expect("it serialises");
    assert_eq!(Service::parse(&again).expect("it is valid"), service);
}

#[test]
fn duplicate_keys() {
    assert_refused("/versions/0/steps/1/key", json!("a"), "versions[0].steps[1].key", "there twice");
    assert_refused("/versions/1/id", json!("before"), "versions[1].id", "there twice");
}

#[test]
fn references_to_nothing() {
    assert_refused("/versions/0/steps/1/after", json!(["x"]), "versions[0].steps[1].after[0]", "no step");
    assert_refused(
        "/versions/0/steps/0/materials",
        json!(["x"]),
        "versions[0].steps[0].materials[0]",
        "no material",
    );
    assert_refused("/versions/0/steps/0/place", json!("x"), "versions[0].steps[0].place", "no place");
    assert_refused("/versions/0/accepted_at", json!("x"), "versions[0].accepted_at", "no step");
    assert_refused("/versions/1/derived_from", json!("x"), "versions[1].derived_from", "no version");
    assert_refused("/reported/0/after/version", json!("x"), "reported[0].after.version", "no version");
    assert_refused("/reported/0/evidence/source", json!("x"), "reported[0].evidence.source", "no source");
}

#[test]
fn a_cycle() {
    assert_refused("/versions/0/steps/0/after", json!(["c"]), "versions[0].steps[0].after", "after itself");
}

#[test]
fn a_window_of_no_place() {
    assert_refused("/versions/0/steps/0/place", Json::Null, "versions[0].steps[0].window", "at no place");
    assert_refused("/versions/0/steps/0/window", json!("w9"), "versions[0].steps[0].window", "no window");
}

#[test]
fn an_on_site_step_at_no_place() {
    let mut nowhere = document()["versions"][0]["steps"][0].clone();
    nowhere.as_object_mut().expect("an object").retain(|key, _| key != "place" && key != "window");
    assert_refused("/versions/0/steps/0", nowhere, "versions[0].steps[0]", "needs a `place`");
}

#[test]
fn times_upside_down_or_without_unit() {
    let upside_down = json!({"min": 5, "max": 3, "unit": "working_day"});
    assert_refused(
        "/versions/0/steps/0/wait",
        upside_down,
        "versions[0].steps[0].wait",
        "min 5 is above max 3",
    );
    assert_refused("/versions/0/steps/0/wait", json!({"min": 5}), "versions[0].steps[0].wait", "unit");
    assert_refused("/reported/0/unit", Json::Null, "reported[0].unit", "needs a unit");
}

#[test]
fn a_version_derived_from_itself_or_in_a_circle() {
    assert_refused("/versions/1/derived_from", json!("after"), "versions[1].derived_from", "from itself");
    assert_refused("/versions/0/derived_from", json!("after"), "versions[0].derived_from", "from itself");
}

#[test]
fn a_number_without_evidence() {
    assert_refused("/versions/0/steps/0/evidence", Json::Null, "versions[0].steps[0]", "evidence");
    assert_refused("/reported/0/evidence", Json::Null, "reported[0]", "evidence");
    let limit = json!({"time": {"min": 3, "unit": "working_day"}});
    assert_refused("/versions/0/promised_limit", limit, "versions[0].promised_limit", "evidence");
}

#[test]
fn an_example_that_would_pass_for_real_and_the_other_way_round() {
    let example = json!({"kind": "example"});
    assert_refused(
        "/versions/0/steps/0/evidence",
        example,
        "versions[0].steps[0].evidence",
        "no evidence outside",
    );
    assert_refused(
        "/illustrative",
        json!(true),
        "reported[0].evidence",
        "only evidence of the kind `example`",
    );
}

#[test]
fn one_subject_reported_in_two_ways() {
    let again = |value: u32| {
        json!([document()["reported"][0],
        {"key": "limit", "subject": "时限", "unit": "working_day",
            "before": {"value": value, "version": "before"},
            "evidence": {"kind": "published", "source": "report", "quote": "原话"}}])
    };
    assert_refused("/reported", again(8), "reported[1].before.value", "reported as 7 before");
    let mut agreeing = document();
    agreeing["reported"] = again(7);
    Service::parse(&agreeing.to_string()).expect("the same figure twice is no contradiction");
}

#[test]
fn words_that_are_none() {
    assert_refused("/name", json!("  "), "name", "is empty");
    assert_refused("/name", json!("备案\u{202e}证"), "name", "control character");
    assert_refused("/summary", json!("字".repeat(1_001)), "summary", "more than 1000");
    let long = json!({"kind": "published", "source": "report", "quote": "字".repeat(41)});
    assert_refused("/reported/0/evidence", long, "reported[0].evidence.quote", "at most 40");
}

#[test]
fn fields_and_values_that_are_not_of_the_format() {
    assert_refused(
        "/versions/0/steps/0/chanel",
        json!("online"),
        "versions[0].steps[0].chanel",
        "unknown field",
    );
    assert_refused(
        "/versions/0/steps/0/channel",
        json!("fax"),
        "versions[0].steps[0].channel",
        "unknown variant",
    );
    assert_refused("/format", json!(2), "format", "2 is not a format");
    assert_refused("/id", json!("../x"), "id", "is not a key");
}

#[test]
fn questions_that_cannot_be_answered() {
    assert_refused("/situations/0/answers", json!([]), "situations[0].answers", "at least two");
    let when = json!({"situation": "q", "any_of": ["perhaps"]});
    assert_refused("/versions/0/steps/0/when", when, "versions[0].steps[0].when.any_of[0]", "no answer");
    assert_refused("/versions/0/steps/0/choice", json!("only"), "versions[0].steps[0].choice", "needs two");
}

#[test]
fn text_that_is_no_json() {
    let refusal = Service::parse("{\n  \"format\": 1,,\n}").expect_err("it is no JSON").to_string();
    assert!(refusal.starts_with("line 2, column "), "{refusal}");
    assert!(Service::parse("").is_err());
    let nameless = Service::parse("{\"\": 1}").expect_err("a field has a name").to_string();
    assert!(nameless.starts_with("line 1, column "), "{nameless}");
    let twice = format!("{0}{0}", document());
    assert!(Service::parse(&twice).is_err());
}

#[test]
fn a_list_without_end() {
    let many: Vec<Json> = (0..501).map(|i| json!(format!("别名{i}"))).collect();
    assert_refused("/aliases", json!(many), "aliases", "more than 500");
}
