//! The dated timeline: dates that a person with a calendar on the wall comes to, and what holds for all.

use domain::calendar::{is_working_day, natural_days_from, next_working_day, working_days_from};
use domain::office_hours::OfficeHoursError;
use domain::timeline::{Case, Deadline};
use domain::walk::easiest_walk;
use domain::{Answers, OfficeHours, Service, Timeline, TimelineError, timeline, visits};
use jiff::civil::{DateTime, date, time};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn minutes(min: u32, max: u32) -> Json {
    json!({"min": min, "max": max, "unit": "minute"})
}

fn working_days(min: u32, max: u32) -> Json {
    json!({"min": min, "max": max, "unit": "working_day"})
}

fn natural_days(n: u32) -> Json {
    json!({"min": n, "unit": "natural_day"})
}

fn step(key: &str, side: &str, channel: &str) -> Json {
    json!({"key": key, "name": key, "actor": "applicant", "side": side, "channel": channel,
        "prepare": "none", "queue": "none", "counter": "none", "wait": "none",
        "evidence": {"kind": "self_reported", "by": "office"}})
}

/// A step at the counter of a place.
fn at(key: &str, place: &str, counter: Json) -> Json {
    let mut step = step(key, "external", "counter");
    (step["place"], step["window"], step["counter"]) = (json!(place), json!("w"), counter);
    step
}

fn online(key: &str, counter: Json) -> Json {
    let mut step = step(key, "external", "online");
    step["counter"] = counter;
    step
}

/// Work behind the counter that is told by its wait alone.
fn behind(key: &str, wait: Json) -> Json {
    let mut step = step(key, "internal", "counter");
    step["wait"] = wait;
    step
}

fn in_a_row(mut steps: Vec<Json>) -> Vec<Json> {
    for i in 1..steps.len() {
        let before = steps[i - 1]["key"].clone();
        steps[i]["after"] = json!([before]);
    }
    steps
}

/// A service with two places that are no way apart, and no limits.
fn document(steps: Vec<Json>) -> Json {
    let place = |key: &str| json!({"key": key, "name": key, "travel": "none", "windows": [{"key": "w", "name": "窗"}]});
    json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [place("a"), place("b")],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"},
            "editorial": "published", "steps": steps}]
    })
}

fn limit(time: Json) -> Json {
    json!({"time": time, "evidence": {"kind": "self_reported", "by": "office"}})
}

fn dated_in(
    document: &Json,
    start: &str,
    hours: &OfficeHours,
    case: Case,
) -> Result<Timeline, TimelineError> {
    let service = Service::parse(&document.to_string()).expect("a valid service");
    let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("a small version");
    timeline(&walk, domain::day::moment::parse(start).expect("a moment"), hours, case)
}

fn dated(document: &Json, start: &str, case: Case) -> Timeline {
    dated_in(document, start, &OfficeHours::default(), case).expect("it has dates")
}

fn written(moment: DateTime) -> String {
    moment.strftime("%m-%d %H:%M").to_string()
}

/// `key begins–ends` of every step, on one line each.
fn told(timeline: &Timeline) -> Vec<String> {
    let line = |step: &domain::timeline::DatedStep| {
        format!("{} {}–{}", step.step, written(step.begins), step.ends.strftime("%H:%M"))
    };
    timeline.steps.iter().map(line).collect()
}

/// `number place date: steps` of every visit.
fn trips(timeline: &Timeline) -> Vec<String> {
    let line = |visit: &domain::timeline::DatedVisit| {
        let steps: Vec<&str> = visit.steps.iter().map(|step| step.as_str()).collect();
        format!("{} {} {}: {}", visit.number, visit.place, visit.date.strftime("%m-%d"), steps.join(" "))
    };
    timeline.visits.iter().map(line).collect()
}

fn path(timeline: &Timeline) -> Vec<&str> {
    timeline.critical_path.iter().map(|step| step.as_str()).collect()
}

#[test]
fn apply_on_friday_and_collect_after_the_weekend() {
    let mut apply = at("apply", "a", minutes(20, 20));
    (apply["prepare"], apply["queue"]) = (minutes(15, 30), minutes(10, 30));
    let mut collect = at("collect", "a", minutes(5, 5));
    collect["queue"] = minutes(0, 10);
    let mut document = document(in_a_row(vec![apply, behind("decide", working_days(2, 3)), collect]));
    document["places"][0]["travel"] = minutes(30, 40);

    let best = dated(&document, "2026-11-20T09:00", Case::Best);
    assert_eq!(
        told(&best),
        ["apply 11-20 09:30–10:00", "decide 11-20 10:00–10:00", "collect 11-24 09:15–09:20"]
    );
    assert_eq!(trips(&best), ["1 a 11-20: apply", "2 a 11-24: collect"]);
    let worst = dated(&document, "2026-11-20T09:00", Case::Worst);
    assert_eq!(
        told(&worst),
        ["apply 11-20 09:50–10:40", "decide 11-20 10:40–10:40", "collect 11-25 09:20–09:35"]
    );
    assert_eq!(path(&worst), ["apply", "decide", "collect"]);
    assert_eq!((best.more_visits_than_fewest, worst.more_visits_than_fewest), (None, None));
}

#[test]
fn over_the_national_holiday_days_pass_but_no_working_days() {
    let mut document = document(in_a_row(vec![
        at("apply", "a", minutes(30, 30)),
        behind("decide", working_days(3, 3)),
        at("collect", "a", minutes(10, 10)),
    ]));
    document["legal_limit"] = limit(working_days(5, 5));
    let version = &mut document["versions"][0];
    version["promised_limit"] = limit(natural_days(5));
    version["special_procedures"] = json!(["专家评审"]);
    (version["accepted_at"], version["decided_at"]) = (json!("apply"), json!("decide"));

    let timeline = dated(&document, "2026-09-30T14:00", Case::Worst);
    // Off from 1 to 7 October; Thursday 8, Friday 9 and the make-up Saturday 10 are the three days.
    assert_eq!(trips(&timeline), ["1 a 09-30: apply", "2 a 10-10: collect"]);
    assert_eq!(timeline.accepted_on, Some(date(2026, 9, 30)));
    assert_eq!(timeline.decided_on, Some(date(2026, 10, 10)));
    // 8, 9, 10, 12, 13 October.
    assert_eq!(timeline.legal, Deadline::On { date: date(2026, 10, 13) });
    // The fifth natural day is 5 October, a holiday: 8 October.
    assert_eq!(timeline.promised, Deadline::On { date: date(2026, 10, 8) });
    assert_eq!(timeline.special_procedures, ["专家评审"]);
}

#[test]
fn an_application_in_the_spring_festival_is_accepted_on_the_first_working_day() {
    let mut post = step("receive", "external", "post");
    post["wait"] = natural_days(2);
    let mut document = document(in_a_row(vec![
        online("apply", minutes(10, 10)),
        behind("decide", working_days(5, 5)),
        post,
    ]));
    let version = &mut document["versions"][0];
    version["promised_limit"] = limit(working_days(5, 5));
    (version["accepted_at"], version["decided_at"]) = (json!("apply"), json!("decide"));

    let timeline = dated(&document, "2026-02-21T20:00", Case::Worst);
    assert_eq!(told(&timeline)[0], "apply 02-21 20:00–20:10");
    assert_eq!(timeline.accepted_on, Some(date(2026, 2, 24)));
    // 25, 26, 27 February, the make-up Saturday 28, Monday 2 March.
    assert_eq!(timeline.promised, Deadline::On { date: date(2026, 3, 2) });
    assert_eq!(timeline.decided_on, Some(date(2026, 3, 2)));
    assert_eq!(written(timeline.ends), "03-04 09:00");
    assert!(timeline.visits.is_empty());
    assert_eq!(timeline.legal, Deadline::NotStated);
}

#[test]
fn what_does_not_fit_before_closing_is_done_in_one_go_the_next_day() {
    let document = document(in_a_row(vec![at("x", "a", minutes(60, 60)), at("y", "a", minutes(60, 60))]));
    let one_go = ["x 11-25 09:00–10:00", "y 11-25 10:00–11:00"];
    assert_eq!(told(&dated(&document, "2026-11-24T16:30", Case::Worst)), one_go);
    assert_eq!(told(&dated(&document, "2026-11-24T15:30", Case::Worst)), one_go);
    let same_day = dated(&document, "2026-11-24T15:00", Case::Worst);
    assert_eq!(told(&same_day), ["x 11-24 15:00–16:00", "y 11-24 16:00–17:00"]);
    assert_eq!(trips(&same_day), ["1 a 11-24: x y"]);
}

#[test]
fn a_visit_that_is_longer_than_a_day_is_two_and_says_so() {
    let long = |key| at(key, "a", minutes(200, 200));
    let timeline =
        dated(&document(in_a_row(vec![long("x"), long("y"), long("z")])), "2026-11-24T10:00", Case::Worst);
    assert_eq!(trips(&timeline), ["1 a 11-25: x y", "2 a 11-26: z"]);
    assert_eq!(timeline.more_visits_than_fewest, Some(1));
    assert_eq!(timeline.steps[2].visit, Some(2));
}

#[test]
fn the_counter_pauses_over_lunch_and_so_does_work_behind_it() {
    let hours =
        OfficeHours::new(time(9, 0, 0, 0), time(17, 0, 0, 0), Some((time(12, 0, 0, 0), time(13, 30, 0, 0))))
            .expect("hours");
    let mut check = behind("check", json!({"min": 4, "unit": "hour"}));
    check["counter"] = minutes(30, 30);
    let document = document(in_a_row(vec![at("x", "a", minutes(60, 60)), check]));
    let timeline = dated_in(&document, "2026-11-24T11:30", &hours, Case::Worst).expect("it has dates");
    assert_eq!(told(&timeline), ["x 11-24 11:30–14:00", "check 11-24 14:00–14:30"]);
    // Two and a half hours until closing, one and a half the next morning.
    assert_eq!(written(timeline.ends), "11-25 10:30");
    let at_noon = dated_in(&document, "2026-11-24T12:00", &hours, Case::Worst).expect("it has dates");
    assert_eq!(told(&at_noon)[0], "x 11-24 13:30–14:30");
}

#[test]
fn there_and_elsewhere_and_back_takes_the_way_between() {
    let quick = |key, place| at(key, place, minutes(10, 10));
    let mut document = document(in_a_row(vec![quick("x", "a"), quick("y", "b"), quick("z", "a")]));
    document["places"][0]["travel"] = minutes(20, 20);
    document["places"][1]["travel"] = minutes(41, 41);
    let timeline = dated(&document, "2026-11-24T08:00", Case::Worst);
    // Home is 10 minutes from one place and 21 from the other.
    assert_eq!(told(&timeline), ["x 11-24 09:00–09:10", "y 11-24 09:41–09:51", "z 11-24 10:22–10:32"]);
    assert_eq!(trips(&timeline), ["1 a 11-24: x", "2 b 11-24: y", "3 a 11-24: z"]);
}

#[test]
fn a_visit_waits_for_what_its_last_step_needs() {
    let mut online = online("certify", minutes(5, 5));
    online["wait"] = working_days(2, 2);
    let mut check = behind("check", minutes(60, 60));
    check["after"] = json!(["x", "certify"]);
    let mut z = at("z", "a", minutes(20, 20));
    z["after"] = json!(["check"]);
    let document = document(vec![at("x", "a", minutes(20, 20)), online, check, z]);
    let timeline = dated(&document, "2026-11-23T09:00", Case::Worst);
    assert_eq!(trips(&timeline), ["1 a 11-25: x z"]);
    assert_eq!(path(&timeline), ["certify", "x", "check", "z"]);
    assert_eq!(written(timeline.ends), "11-25 10:40");
}

#[test]
fn what_nobody_knows_is_no_date() {
    let refused = |change: &dyn Fn(&mut Json)| {
        let mut document =
            document(in_a_row(vec![at("x", "a", minutes(5, 5)), behind("decide", working_days(1, 1))]));
        change(&mut document);
        dated_in(&document, "2026-12-30T09:00", &OfficeHours::default(), Case::Best).map(|t| written(t.ends))
    };
    let without = |step: usize, time: &'static str| {
        move |document: &mut Json| {
            let step = document["versions"][0]["steps"][step].as_object_mut().expect("a step");
            step.remove(time);
        }
    };
    let key = |key: &str| key.parse().expect("a key");
    assert_eq!(refused(&|_| {}), Ok("12-31 09:00".to_owned()));
    assert_eq!(refused(&without(1, "wait")), Err(TimelineError::UnknownWait { step: key("decide") }));
    assert_eq!(refused(&without(0, "queue")), Err(TimelineError::UnknownTime { step: key("x") }));
    assert_eq!(refused(&without(1, "queue")), Ok("12-31 09:00".to_owned()));
    let no_travel = |document: &mut Json| {
        document["places"][0].as_object_mut().expect("a place").remove("travel");
    };
    let place = "a".parse().expect("a key");
    assert_eq!(refused(&no_travel), Err(TimelineError::UnknownTravel { place }));
    let no_steps = |document: &mut Json| document["versions"][0]["steps"] = json!([]);
    assert_eq!(refused(&no_steps), Err(TimelineError::NoSteps));
    let too_long = |document: &mut Json| {
        document["versions"][0]["steps"][0]["counter"] = minutes(481, 481);
    };
    assert_eq!(refused(&too_long), Err(TimelineError::LongerThanOfficeDay { step: key("x") }));
    let next_year = |document: &mut Json| {
        document["versions"][0]["steps"][1]["wait"] = working_days(2, 2);
    };
    assert_eq!(refused(&next_year), Err(TimelineError::Unpublished { year: 2027 }));
}

#[test]
fn a_limit_that_ends_in_an_unpublished_year_spoils_no_other_date() {
    let mut document = document(vec![at("x", "a", minutes(5, 5))]);
    document["legal_limit"] = limit(working_days(40, 40));
    document["versions"][0]["promised_limit"] = limit(working_days(3, 3));
    let nowhere = dated(&document, "2026-11-24T09:30", Case::Best);
    assert_eq!((nowhere.accepted_on, nowhere.promised), (None, Deadline::NoAcceptance));
    document["versions"][0]["accepted_at"] = json!("x");
    let timeline = dated(&document, "2026-11-24T09:30", Case::Best);
    assert_eq!(timeline.legal, Deadline::Unpublished { year: 2027 });
    assert_eq!(timeline.promised, Deadline::On { date: date(2026, 11, 27) });

    let json = serde_json::to_value(&timeline).expect("it serialises");
    assert_eq!(json["steps"][0]["begins"], "2026-11-24T09:30");
    assert_eq!(json["promised"], json!({"is": "on", "date": "2026-11-27"}));
    assert_eq!(serde_json::from_value::<Timeline>(json).expect("it reads back"), timeline);
}

#[test]
fn hours_that_are_none_are_refused() {
    let read = |text: &str| serde_json::from_str::<OfficeHours>(text);
    let text = r#"{"opens":"09:00","closes":"17:00","lunch":{"from":"12:00","to":"13:30"}}"#;
    let hours = read(text).expect("hours");
    assert_eq!(serde_json::to_string(&hours).expect("it serialises"), text);
    assert_eq!(hours.minutes_a_day(), 390);
    assert!(read(r#"{"opens":"9:00","closes":"17:00"}"#).is_err());
    assert!(read(r#"{"opens":"17:00","closes":"09:00"}"#).is_err());
    assert!(read(r#"{"opens":"09:00","closes":"17:00","lunch":{"from":"16:00","to":"17:00"}}"#).is_err());
    let seconds = OfficeHours::new(time(9, 0, 30, 0), time(17, 0, 0, 0), None);
    assert_eq!(seconds, Err(OfficeHoursError::NoTime));
}

#[test]
fn every_example_can_be_dated() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/examples");
    let mut dated = 0;
    for entry in std::fs::read_dir(folder).expect("the examples") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        // Runs and actions are no services.
        let Ok(service) = Service::parse(&text) else { continue };
        for version in &service.versions {
            let walk = easiest_walk(&service, version, &Answers::new()).expect("a small version");
            let start = date(2026, 9, 28).at(9, 0, 0, 0);
            let [best, worst] = [Case::Best, Case::Worst].map(|case| {
                timeline(&walk, start, &OfficeHours::default(), case)
                    .unwrap_or_else(|error| panic!("{} {}: {error}", service.id, version.id))
            });
            assert!(best.ends <= worst.ends, "{} {}", service.id, version.id);
            assert!(matches!(worst.legal, Deadline::On { .. }), "{} {}", service.id, version.id);
            dated += 1;
        }
    }
    assert!(dated >= 8, "only {dated} versions were found");
}

/// Some step that takes so long, after some of those before it.
fn a_step() -> impl Strategy<Value = (u8, u32, u32, u32, u32, u8)> {
    (0..5_u8, 0..300_u32, 0..180_u32, 0..3_u32, 0..3_u32, any::<u8>())
}

fn steps_of(drawn: &[(u8, u32, u32, u32, u32, u8)]) -> Vec<Json> {
    let mut steps: Vec<Json> = Vec::new();
    for (i, (kind, counter, more, days, more_days, after)) in drawn.iter().enumerate() {
        let (key, counter) = (format!("s{i}"), minutes(*counter, counter + more));
        let mut step = match kind {
            0 | 1 => at(&key, "a", counter),
            2 => at(&key, "b", counter),
            3 => online(&key, counter),
            _ => behind(&key, working_days(*days, days + more_days)),
        };
        // Every other wait is in hours, natural days, or none.
        match after % 4 {
            0 => step["wait"] = json!({"min": days, "max": days + more_days, "unit": "hour"}),
            1 => step["wait"] = json!({"min": days, "max": days + more_days, "unit": "natural_day"}),
            _ => {}
        }
        let before = (0..i).filter(|p| after >> p & 1 == 1).map(|p| format!("s{p}"));
        step["after"] = json!(before.collect::<Vec<_>>());
        steps.push(step);
    }
    steps
}

proptest! {
    #[test]
    fn every_timeline_keeps_order_hours_and_limits(
        drawn in prop::collection::vec(a_step(), 1..8),
        (day, minute) in (0..250_i64, 0..1_440_i64),
        travel in 0..90_u32,
        days in 0..30_u32,
    ) {
        let mut document = document(steps_of(&drawn));
        document["places"][0]["travel"] = minutes(travel, travel * 2);
        document["places"][1]["travel"] = minutes(travel / 2, travel);
        document["legal_limit"] = limit(working_days(days, days));
        let version = &mut document["versions"][0];
        version["promised_limit"] = limit(json!({"min": days, "unit": "natural_day"}));
        version["accepted_at"] = json!("s0");
        let service = Service::parse(&document.to_string()).expect("a valid service");
        let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("a small version");
        let fewest = visits::fewest(&walk).expect("a small walk");
        let start = date(2026, 1, 1).at(0, 0, 0, 0) + jiff::SignedDuration::from_mins(day * 1_440 + minute);
        let hours = OfficeHours::default();
        let [best, worst] =
            [Case::Best, Case::Worst].map(|case| timeline(&walk, start, &hours, case).expect("it has dates"));
        prop_assert!(best.ends <= worst.ends, "{best:#?} {worst:#?}");
        for (timeline, fewest) in [(best, fewest.min), (worst, fewest.max)] {
            let moments = |key| timeline.steps.iter().find(|step| step.step == key).expect("it is dated");
            prop_assert_eq!(timeline.steps.len(), walk.steps.len());
            for (step, after) in walk.steps.iter().zip(&walk.after) {
                let this = moments(step.key.clone());
                prop_assert!(this.begins >= start && this.begins <= this.ends && this.ends <= this.ready);
                for before in after {
                    prop_assert!(moments(walk.steps[*before].key.clone()).ready <= this.begins);
                }
                prop_assert_eq!(this.visit.is_some(), step.on_site());
            }
            let mut free = start;
            for visit in &timeline.visits {
                prop_assert_eq!(is_working_day(visit.date), Ok(true));
                for key in &visit.steps {
                    let this = moments(key.clone());
                    prop_assert!(this.begins >= free, "the applicant is at two counters at once");
                    prop_assert_eq!((this.begins.date(), this.ends.date()), (visit.date, visit.date));
                    prop_assert!(this.begins.time() >= time(9, 0, 0, 0) && this.ends.time() <= time(17, 0, 0, 0));
                    free = this.ends;
                }
            }
            let more = timeline.more_visits_than_fewest.unwrap_or(0);
            prop_assert_eq!(timeline.visits.len(), (fewest + more) as usize);
            prop_assert_eq!(timeline.steps.iter().map(|step| step.ready).max(), Some(timeline.ends));
            let last = timeline.critical_path.last().expect("a walk has a last step").clone();
            prop_assert_eq!(moments(last).ready, timeline.ends);

            let received = moments("s0".parse().expect("a key")).ends.date();
            prop_assert_eq!(timeline.accepted_on, next_working_day(received).ok());
            let on = |date| Deadline::On { date };
            prop_assert_eq!(timeline.legal, on(working_days_from(received, days).expect("in 2026")));
            prop_assert_eq!(timeline.promised, on(natural_days_from(received, days).expect("in 2026")));
        }
    }
}
