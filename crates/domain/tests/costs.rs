//! What a walk costs the applicant, in time and money, by numbers worked out by hand; limits that
//! were measured; and every measure as a range over all walks.

use domain::{
    Answers, DeclaredVisits, EvidenceKind, MeasureKind, Measured, Part, Service, Share, Span, TimeUnit,
    Value, WhyUnknown, declared_visits_differ, measure, measure_over_all, yearly_burden_hours,
};
use serde_json::{Value as Json, json};

fn minutes(min: u32, max: u32) -> Json {
    json!({"min": min, "max": max, "unit": "minute"})
}

fn days(min: u32, max: u32) -> Json {
    json!({"min": min, "max": max, "unit": "working_day"})
}

/// Handing in at a counter: 30 minutes to get ready, 10 to 20 in the queue, 10 at the counter.
fn apply() -> Json {
    json!({"key": "apply", "name": "申请", "actor": "applicant", "side": "external", "channel": "counter",
        "place": "near", "window": "w", "prepare": minutes(30, 30), "queue": minutes(10, 20),
        "counter": minutes(10, 10), "wait": "none", "evidence": {"kind": "published", "source": "s", "quote": "原话"}})
}

/// Work behind the counter.
fn decide(wait: Json) -> Json {
    json!({"key": "decide", "name": "审批", "actor": "department", "side": "internal", "channel": "counter",
        "after": ["apply"], "wait": wait, "evidence": {"kind": "self_reported", "by": "中心"}})
}

/// Fetching it at the same counter: 5 minutes in the queue, 5 at the counter.
fn collect() -> Json {
    json!({"key": "collect", "name": "领取", "actor": "applicant", "side": "external", "channel": "counter",
        "place": "near", "window": "w", "after": ["decide"], "prepare": "none", "queue": minutes(5, 5),
        "counter": minutes(5, 5), "wait": "none", "evidence": {"kind": "published", "source": "s", "quote": "原话"}})
}

fn with(mut step: Json, field: &str, value: Json) -> Json {
    step[field] = value;
    step
}

fn without(mut step: Json, field: &str) -> Json {
    step.as_object_mut().expect("a step is an object").remove(field).expect("it has the field");
    step
}

fn document(steps: Vec<Json>) -> Json {
    json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "sources": [{"key": "s", "title": "报道", "publisher": "中心"}],
        "places": [
            {"key": "near", "name": "近处", "travel": minutes(40, 60), "windows": [{"key": "w", "name": "窗"}]},
            {"key": "far", "name": "远处", "travel": {"min": 2, "unit": "hour"}},
            {"key": "nowhere", "name": "不知在哪"},
            {"key": "abroad", "name": "外地", "travel": days(1, 1)}],
        "situations": [{"key": "q", "question": "有没有？",
            "answers": [{"key": "yes", "label": "有"}, {"key": "no", "label": "没有"}]}],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"}, "editorial": "published",
            "materials": [
                {"key": "card", "name": "身份证", "form": "original", "origin": "issued", "provision": "submitted"},
                {"key": "photo", "name": "照片", "form": "original", "origin": "own", "provision": "submitted"},
                {"key": "licence", "name": "营业执照", "form": "electronic", "origin": "issued",
                    "provision": "waived_by_licence"}],
            "steps": steps}]
    })
}

fn read(document: &Json) -> Service {
    Service::parse(&document.to_string()).expect("a valid service")
}

fn taken(document: &Json, kind: MeasureKind) -> Measured {
    let service = read(document);
    let measured = measure(&service, &service.versions[0], &Answers::new());
    measured.into_iter().find(|m| m.kind == kind).expect("every measure is taken")
}

fn value(steps: Vec<Json>, kind: MeasureKind) -> Value {
    taken(&document(steps), kind).value
}

fn over_all(steps: Vec<Json>, kind: MeasureKind, answers: &Answers) -> Value {
    let service = read(&document(steps));
    let values = measure_over_all(&service, &service.versions[0], answers).expect("there are few walks");
    values.into_iter().find(|(of, _)| *of == kind).expect("every measure is taken").1
}

fn time(min: u32, max: u32, unit: TimeUnit) -> Value {
    Value::Time { span: Span::new(min, max, unit).expect("a span") }
}

fn unknown(why: WhyUnknown) -> Value {
    Value::Unknown { why }
}

fn step_key(key: &str) -> domain::StepKey {
    key.parse().expect("a key")
}

/// The most that the parts of a time add up to.
fn sum_of_parts(measured: &Measured) -> u32 {
    let most = measured.parts.iter().map(|part| match part {
        Part::OwnTime { time, .. } | Part::Travel { time, .. } | Part::Wait { time, .. } => time.max(),
        other => panic!("{other:?} is no time"),
    });
    most.sum()
}

#[test]
fn the_burden_is_own_time_and_the_way_there_and_back_of_every_visit() {
    // 50–60 for handing in, 10 for fetching, and twice 40–60 on the way.
    let burden = taken(&document(vec![apply(), decide(days(3, 3)), collect()]), MeasureKind::Burden);
    assert_eq!(burden.value, time(140, 190, TimeUnit::Minute));
    assert_eq!(sum_of_parts(&burden), 190);
    assert_eq!(burden.parts.len(), 4);
    assert_eq!(burden.evidence, Some(EvidenceKind::SelfReported));
    // On one day it is one way.
    let one_day = value(vec![apply(), decide(minutes(20, 20)), collect()], MeasureKind::Burden);
    assert_eq!(one_day, time(100, 130, TimeUnit::Minute));
    // One or two visits: one way at the least, two at the most.
    let perhaps = value(vec![apply(), decide(days(0, 2)), collect()], MeasureKind::Burden);
    assert_eq!(perhaps, time(100, 190, TimeUnit::Minute));
    // What happens behind the counter is no burden, even where it says how long it takes.
    let long = with(decide(minutes(20, 20)), "counter", days(9, 9));
    assert_eq!(value(vec![apply(), long, collect()], MeasureKind::Burden), one_day);
}

#[test]
fn from_home_there_is_no_way_and_another_place_has_its_own() {
    let posted = with(collect(), "channel", json!("post"));
    let burden = value(vec![apply(), decide(days(3, 3)), posted], MeasureKind::Burden);
    assert_eq!(burden, time(100, 130, TimeUnit::Minute));
    let far = without(with(collect(), "place", json!("far")), "window");
    let burden = value(vec![apply(), decide(minutes(5, 5)), far], MeasureKind::Burden);
    assert_eq!(burden, time(60 + 40 + 120, 70 + 60 + 120, TimeUnit::Minute));
}

#[test]
fn of_orders_with_as_few_visits_the_one_with_the_least_travel_counts() {
    let at = |key: &str, place: &str, after: Json| {
        let step = with(with(with(collect(), "key", json!(key)), "place", json!(place)), "after", after);
        if place == "near" { step } else { without(step, "window") }
    };
    // Near, far, near is 60 + 120 + 60 on the way; far, near, far would be 120 + 60 + 120.
    let steps = vec![
        at("f1", "far", json!([])),
        at("n1", "near", json!([])),
        at("n2", "near", json!(["f1"])),
        at("f2", "far", json!(["n1"])),
    ];
    let backwards: Vec<Json> = steps.iter().rev().cloned().collect();
    for steps in [steps, backwards] {
        assert_eq!(value(steps.clone(), MeasureKind::Visits), Value::Count { min: 3, max: 3 });
        assert_eq!(value(steps, MeasureKind::Burden), time(40 + 200, 40 + 240, TimeUnit::Minute));
    }
}

#[test]
fn a_burden_with_an_unknown_part_is_unknown_and_says_which() {
    for field in ["prepare", "queue", "counter"] {
        let steps = vec![apply(), decide(days(3, 3)), without(collect(), field)];
        assert_eq!(
            value(steps, MeasureKind::Burden),
            unknown(WhyUnknown::UnknownOwnTime(step_key("collect"))),
            "{field}"
        );
    }
    let in_days = vec![with(apply(), "prepare", days(1, 2)), decide(days(3, 3)), collect()];
    assert_eq!(value(in_days, MeasureKind::Burden), unknown(WhyUnknown::OwnTimeInDays(step_key("apply"))));
    for place in ["nowhere", "abroad"] {
        let elsewhere = without(with(apply(), "place", json!(place)), "window");
        assert_eq!(
            value(vec![elsewhere], MeasureKind::Burden),
            unknown(WhyUnknown::UnknownTravel(place.parse().expect("a key")))
        );
    }
}

#[test]
fn the_burden_of_a_year_is_in_whole_hours() {
    let mut document = document(vec![apply(), decide(days(3, 3)), collect()]);
    let burden = taken(&document, MeasureKind::Burden);
    assert_eq!(yearly_burden_hours(&read(&document), &burden), None);
    document["cases_a_year"] = json!(1_000);
    // 140 000 minutes are 2333⅓ hours, 190 000 are 3166⅔.
    assert_eq!(yearly_burden_hours(&read(&document), &burden), Some((2_333, 3_167)));
    let visits = taken(&document, MeasureKind::Visits);
    assert_eq!(yearly_burden_hours(&read(&document), &visits), None);
    document["versions"][0]["steps"] = json!([]);
    let unknown = taken(&document, MeasureKind::Burden);
    assert_eq!(yearly_burden_hours(&read(&document), &unknown), None);
}

#[test]
fn the_whole_time_adds_own_time_and_waits_where_none_is_in_days() {
    // 50–60 for handing in, an hour and a half of waiting, 10 for fetching.
    let wait = json!({"min": 90, "unit": "minute"});
    let whole = taken(&document(vec![apply(), decide(wait), collect()]), MeasureKind::WholeTime);
    assert_eq!(whole.value, time(150, 160, TimeUnit::Minute));
    assert_eq!(sum_of_parts(&whole), 160);
    assert_eq!(whole.evidence, Some(EvidenceKind::SelfReported));
    let hours = json!({"min": 2, "max": 3, "unit": "hour"});
    let whole = value(vec![apply(), decide(hours), collect()], MeasureKind::WholeTime);
    assert_eq!(whole, time(60 + 120, 70 + 180, TimeUnit::Minute));
}

#[test]
fn the_whole_time_is_in_days_alone_where_anything_is() {
    let kind = MeasureKind::WholeTime;
    let whole = taken(&document(vec![apply(), decide(days(3, 5)), collect()]), kind);
    assert_eq!(whole.value, time(3, 5, TimeUnit::WorkingDay));
    assert_eq!(sum_of_parts(&whole), 5);
    // Getting ready for two days comes before the three to five.
    let ready = with(apply(), "prepare", days(2, 2));
    let whole = taken(&document(vec![ready, decide(days(3, 5)), collect()]), kind);
    assert_eq!(whole.value, time(5, 7, TimeUnit::WorkingDay));
    assert_eq!(sum_of_parts(&whole), 7);
    // Unlike the computed limit it goes on after the decision, and takes the longer of two ways.
    let beside = with(with(decide(days(6, 6)), "key", json!("beside")), "after", json!(["apply"]));
    let last = with(collect(), "after", json!(["decide", "beside"]));
    let last = with(last, "wait", days(1, 1));
    let whole = value(vec![apply(), decide(days(3, 5)), beside, last], kind);
    assert_eq!(whole, time(7, 7, TimeUnit::WorkingDay));
}

#[test]
fn a_whole_time_with_an_unknown_or_another_kind_of_day_is_unknown() {
    let kind = MeasureKind::WholeTime;
    let no_wait = without(decide(days(1, 1)), "wait");
    assert_eq!(
        value(vec![apply(), no_wait, collect()], kind),
        unknown(WhyUnknown::UnknownWait(step_key("decide")))
    );
    let no_queue = vec![without(apply(), "queue"), decide(days(1, 1)), collect()];
    assert_eq!(value(no_queue, kind), unknown(WhyUnknown::UnknownOwnTime(step_key("apply"))));
    let natural = json!({"min": 2, "unit": "natural_day"});
    let mixed = vec![with(apply(), "prepare", natural), decide(days(1, 1)), collect()];
    assert_eq!(value(mixed, kind), unknown(WhyUnknown::MixedDays));
    let all_optional = vec![with(apply(), "optional", json!(true))];
    assert_eq!(value(all_optional, kind), unknown(WhyUnknown::NoSteps));
}

#[test]
fn fees_are_added_where_they_are_stated() {
    let fee = |min: u32, max: u32| json!({"min_yuan": min, "max_yuan": max});
    let kind = MeasureKind::Fees;
    assert_eq!(value(vec![apply(), decide(days(1, 1))], kind), unknown(WhyUnknown::NotStated));
    let steps =
        vec![with(apply(), "fee", fee(60, 80)), decide(days(1, 1)), with(collect(), "fee", fee(0, 15))];
    let fees = taken(&document(steps), kind);
    assert_eq!(fees.value, Value::Money { min_yuan: 60, max_yuan: 95 });
    assert_eq!(fees.parts.len(), 2);
    // The step behind the counter states none, so its weak evidence is no part of the sum.
    assert_eq!(fees.evidence, Some(EvidenceKind::Computed));
    let free = value(vec![with(apply(), "fee", fee(0, 0))], kind);
    assert_eq!(free, Value::Money { min_yuan: 0, max_yuan: 0 });
    let too_much = vec![with(apply(), "fee", fee(0, u32::MAX)), with(decide(days(1, 1)), "fee", fee(1, 1))];
    assert_eq!(value(too_much, kind), unknown(WhyUnknown::TooLarge));
}

#[test]
fn a_measured_limit_is_told_with_the_number_of_cases() {
    let mut document = document(Vec::new());
    assert_eq!(taken(&document, MeasureKind::MeasuredLimit).value, unknown(WhyUnknown::NotStated));
    document["versions"][0]["measured_limit"] =
        json!({"time": days(4, 4), "evidence": {"kind": "measured", "n": 37}});
    let limit = taken(&document, MeasureKind::MeasuredLimit);
    assert_eq!(limit.value, time(4, 4, TimeUnit::WorkingDay));
    assert_eq!(limit.evidence, Some(EvidenceKind::Measured));
    assert!(
        matches!(&limit.parts[..], [Part::Stated { evidence: domain::Evidence::Measured { n: 37 }, .. }]),
        "{limit:?}"
    );
    // Measuring takes the place of no promise.
    assert!(!taken(&document, MeasureKind::PromisedLimit).value.is_known());
}

#[test]
fn declared_visits_are_flagged_only_where_the_count_rules_them_out() {
    let flagged = |declared: Option<u32>, wait: Json| {
        let mut document = document(vec![apply(), decide(wait), collect()]);
        if let Some(declared) = declared {
            document["declared_visits"] = json!(declared);
        }
        declared_visits_differ(&read(&document), &taken(&document, MeasureKind::Visits))
    };
    assert_eq!(flagged(Some(1), days(3, 3)), Some(DeclaredVisits { declared: 1, min: 2, max: 2 }));
    assert_eq!(flagged(Some(0), days(0, 2)), Some(DeclaredVisits { declared: 0, min: 1, max: 2 }));
    assert_eq!(flagged(Some(2), days(3, 3)), None);
    assert_eq!(flagged(Some(1), days(0, 2)), None);
    assert_eq!(flagged(None, days(3, 3)), None);
    let mut of_nothing = document(Vec::new());
    of_nothing["declared_visits"] = json!(1);
    let service = read(&of_nothing);
    assert_eq!(declared_visits_differ(&service, &taken(&of_nothing, MeasureKind::Visits)), None);
    assert_eq!(declared_visits_differ(&service, &taken(&of_nothing, MeasureKind::Places)), None);
}

/// Fetching it, or having it sent for 15 yuan; only who has a signboard goes to the far office first.
fn with_choice_and_question() -> Vec<Json> {
    let signboard = without(with(with(apply(), "key", json!("signboard")), "place", json!("far")), "window");
    let signboard = with(signboard, "when", json!({"situation": "q", "any_of": ["yes"]}));
    let signboard = with(signboard, "materials", json!(["licence"]));
    let fetch =
        with(with(collect(), "choice", json!("delivery")), "fee", json!({"min_yuan": 0, "max_yuan": 0}));
    let sent = with(
        with(with(collect(), "key", json!("sent")), "channel", json!("post")),
        "choice",
        json!("delivery"),
    );
    let sent = with(sent, "fee", json!({"min_yuan": 15, "max_yuan": 15}));
    vec![signboard, with(apply(), "materials", json!(["card"])), decide(days(3, 3)), fetch, sent]
}

fn answer(answer: &str) -> Answers {
    Answers::from([("q".parse().expect("a key"), answer.parse().expect("a key"))])
}

#[test]
fn over_all_walks_a_measure_is_the_range_of_them() {
    let none = Answers::new();
    let all = |kind| over_all(with_choice_and_question(), kind, &none);
    assert_eq!(all(MeasureKind::Visits), Value::Count { min: 1, max: 3 });
    assert_eq!(all(MeasureKind::Places), Value::Count { min: 1, max: 2 });
    assert_eq!(all(MeasureKind::Fees), Value::Money { min_yuan: 0, max_yuan: 15 });
    // Sent: 60–70 of one's own, 40–60 on the way. Fetched, with the signboard: 110–130 of one's own,
    // 80–120 and two hours on the way.
    assert_eq!(all(MeasureKind::Burden), time(100, 370, TimeUnit::Minute));
    assert_eq!(
        all(MeasureKind::WaivedShare),
        Value::Share { least: Share { part: 0, whole: 1 }, most: Share { part: 1, whole: 2 } }
    );
    // The easiest walk alone says less.
    assert_eq!(value(with_choice_and_question(), MeasureKind::Visits).range(), Some((1, 1)));
}

#[test]
fn an_answer_narrows_the_range_and_leaves_the_choice_open() {
    let visits = |given: &Answers| over_all(with_choice_and_question(), MeasureKind::Visits, given);
    assert_eq!(visits(&answer("no")), Value::Count { min: 1, max: 2 });
    assert_eq!(visits(&answer("yes")), Value::Count { min: 2, max: 3 });
}

#[test]
fn what_is_unknown_on_one_walk_is_unknown_over_all() {
    let mut steps = with_choice_and_question();
    steps[0] = without(steps[0].clone(), "queue");
    let burden = |given: &Answers| over_all(steps.clone(), MeasureKind::Burden, given);
    assert_eq!(burden(&Answers::new()), unknown(WhyUnknown::UnknownOwnTime(step_key("signboard"))));
    assert!(burden(&answer("no")).is_known());
    let service = read(&document(Vec::new()));
    let nothing = measure_over_all(&service, &service.versions[0], &Answers::new()).expect("one walk");
    assert_eq!(nothing.len(), MeasureKind::ALL.len());
    assert!(nothing.iter().all(|(_, value)| !value.is_known()), "{nothing:?}");
}

#[test]
fn over_all_walks_minutes_are_no_day_and_two_kinds_of_day_have_no_range() {
    let quick = with(with(decide(minutes(20, 20)), "key", json!("quick")), "choice", json!("how"));
    let slow = |wait: Json| with(decide(wait), "choice", json!("how"));
    let whole = |steps| over_all(steps, MeasureKind::WholeTime, &Answers::new());
    let either = vec![apply(), quick, slow(days(3, 3))];
    assert_eq!(whole(either), time(0, 3, TimeUnit::WorkingDay));
    let natural = with(
        with(decide(json!({"min": 2, "unit": "natural_day"})), "key", json!("n")),
        "choice",
        json!("how"),
    );
    assert_eq!(whole(vec![apply(), natural, slow(days(3, 3))]), unknown(WhyUnknown::MixedDays));
}

#[test]
fn too_many_walks_are_refused_in_words() {
    let mut steps = Vec::new();
    for choice in 0..11 {
        for way in ["a", "b"] {
            let step = without(decide(days(1, 1)), "after");
            let step = with(step, "key", json!(format!("{way}{choice}")));
            steps.push(with(step, "choice", json!(format!("c{choice}"))));
        }
    }
    let service = read(&document(steps));
    let refused = measure_over_all(&service, &service.versions[0], &Answers::new()).expect_err("2048 walks");
    assert!(refused.to_string().contains("more than 1024 walks"), "{refused}");
}

#[test]
fn none_of_one_and_none_of_two_are_as_large_and_the_order_of_the_file_takes_neither() {
    let way = |key: &str, materials: Json| {
        let way =
            with(with(with(collect(), "key", json!(key)), "choice", json!("way")), "materials", materials);
        with(way, "after", json!([]))
    };
    let steps = vec![way("one", json!(["card"])), way("two", json!(["card", "photo"]))];
    let backwards: Vec<Json> = steps.iter().rev().cloned().collect();
    let share = |steps| over_all(steps, MeasureKind::WaivedShare, &Answers::new());
    assert_eq!(share(steps), share(backwards));
}
