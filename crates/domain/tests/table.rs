//! 对比总表: which rows a service has, in which order rows stand, and what they come to, worked out by hand.

use domain::table::column::{Order, sort};
use domain::table::filter::{Filter, Reality};
use domain::table::sums::sums;
use domain::table::{Judgement, Known, TableRow, rows_of};
use domain::{MeasureKind, Relation, Service};
use serde_json::{Value as Json, json};

/// A step at a counter of its own place, with so many minutes there.
fn step(place: &str, minutes: u32) -> Json {
    json!({"key": place, "name": place, "actor": "applicant", "side": "external", "channel": "counter",
        "place": place, "window": "w", "prepare": "none", "queue": "none",
        "counter": {"min": minutes, "unit": "minute"}, "wait": "none",
        "evidence": {"kind": "self_reported", "by": "中心"}})
}

fn version(id: &str, from: Option<&str>, state: &str, steps: Vec<Json>) -> Json {
    let mut version = json!({"id": id, "label": id, "in_force": {"state": state}, "editorial": "published", "steps": steps});
    if let Some(from) = from {
        version["derived_from"] = json!(from);
    }
    version
}

fn document(id: &str, versions: Vec<Json>) -> Json {
    let place = |key: &str| json!({"key": key, "name": key, "travel": {"min": 20, "unit": "minute"}, "windows": [{"key": "w", "name": "窗"}]});
    json!({"format": 1, "id": id, "name": id, "area": "片区", "summary": "一件事。",
        "places": [place("a"), place("b"), place("c")], "versions": versions})
}

fn parse(document: &Json) -> Service {
    Service::parse(&document.to_string()).expect("a valid service")
}

fn rows(document: &Json) -> Vec<TableRow> {
    rows_of(&parse(document))
}

fn pairs(rows: &[TableRow]) -> Vec<String> {
    let id = |side: &Option<domain::table::TableVersion>| {
        side.as_ref().map_or("-".to_owned(), |version| version.id.to_string())
    };
    rows.iter()
        .map(|row| format!("{}>{}{}", id(&row.first), id(&row.second), if row.main { "!" } else { "" }))
        .collect()
}

#[test]
fn first_and_last_then_every_version_beside_the_one_it_came_from() {
    let versions = vec![
        version("old", None, "ended", vec![]),
        version("mid", Some("old"), "ended", vec![]),
        version("new", Some("mid"), "in_force", vec![]),
        version("next", Some("new"), "planned", vec![]),
        version("other", None, "in_force", vec![]),
    ];
    let rows = rows(&document("s", versions));
    assert_eq!(pairs(&rows), ["old>new!", "old>mid", "mid>new", "new>next", "->other"]);
    assert!(rows[..4].iter().all(|row| row.relation == Some(Relation::BeforeAfter)));
    assert_eq!(rows[4].relation, None);
}

#[test]
fn a_service_without_versions_and_one_with_one_have_one_row() {
    assert_eq!(pairs(&rows(&document("s", vec![]))), ["->-!"]);
    assert_eq!(pairs(&rows(&document("s", vec![version("only", None, "in_force", vec![])]))), ["->only!"]);
}

#[test]
fn what_nobody_has_published_is_in_no_row() {
    let mut draft = version("draft", Some("old"), "planned", vec![]);
    draft["editorial"] = json!("draft");
    assert_eq!(
        pairs(&rows(&document("s", vec![version("old", None, "in_force", vec![]), draft]))),
        ["->old!"]
    );
}

/// From three places to one.
fn three_to_one(id: &str) -> Json {
    let versions = vec![
        version("old", None, "ended", vec![step("a", 60), step("b", 40), step("c", 20)]),
        version("new", Some("old"), "in_force", vec![step("a", 40)]),
    ];
    let mut document = document(id, versions);
    document["cases_a_year"] = json!(30);
    document
}

#[test]
fn a_row_says_what_the_comparison_says() {
    let row = rows(&three_to_one("s")).remove(0);
    let visits = row.figure(MeasureKind::Visits).expect("it is counted");
    assert_eq!((visits.first, visits.second), (Some(Known::Count(3, 3)), Some(Known::Count(1, 1))));
    let difference = visits.difference(row.relation).expect("both are known");
    assert_eq!((difference.min, difference.reduction_permille), (-2, Some(667)));
    assert!(row.figure(MeasureKind::PromisedLimit).is_none(), "nobody promised anything");
    let standards =
        [&row.first, &row.second].map(|version| version.as_ref().expect("there are two").standard);
    assert_eq!(standards, [Judgement::NotMet, Judgement::Met]);
    // 180 minutes of 30 cases, and 60 minutes of 30 cases.
    let hours = row.yearly_hours.expect("everything is told");
    assert_eq!(
        (hours.first, hours.second, hours.difference()),
        (Some((90, 90)), Some((30, 30)), Some((-60, -60)))
    );
    let counted: u32 = row.changes.iter().map(|change| change.count).sum();
    assert!(counted >= 3, "every step is in a group that carries a kind");
}

#[test]
fn real_ones_come_first_and_the_unknown_last_in_either_direction() {
    let with_visits = |id: &str, places: &[&str], illustrative: bool| {
        let steps = places.iter().map(|place| step(place, 10)).collect();
        let mut document = document(id, vec![version("v", None, "in_force", steps)]);
        if illustrative {
            document["illustrative"] = json!(true);
            document["area"] = json!("示例区");
            document["name"] = json!(format!("{id}（示例）"));
            for step in document["versions"][0]["steps"].as_array_mut().expect("steps") {
                step["evidence"] = json!({"kind": "example"});
            }
        }
        rows(&document).remove(0)
    };
    let all = [
        with_visits("untold", &[], false),
        with_visits("three", &["a", "b", "c"], false),
        with_visits("example", &["a", "b"], true),
        with_visits("one", &["a"], false),
    ];
    let order = |spelled: &str| -> Vec<&str> {
        let mut rows: Vec<&TableRow> = all.iter().collect();
        sort(&mut rows, Order::read(spelled), |row| *row);
        rows.iter().map(|row| row.service.as_str()).collect()
    };
    assert_eq!(order("visits.second"), ["one", "three", "untold", "example"]);
    assert_eq!(order("-visits.second"), ["three", "one", "untold", "example"]);
    assert_eq!(order("no such order"), ["untold", "three", "one", "example"], "the order of the data");
}

#[test]
fn times_are_ordered_by_unit_before_number() {
    let promised = |id: &str, most: u32, unit: &str| {
        let mut version = version("v", None, "in_force", vec![]);
        version["promised_limit"] = json!({"time": {"min": most, "unit": unit},
            "evidence": {"kind": "self_reported", "by": "中心"}});
        rows(&document(id, vec![version])).remove(0)
    };
    let all = [
        promised("days", 2, "working_day"),
        promised("hours", 30, "hour"),
        promised("more", 9, "working_day"),
    ];
    let mut rows: Vec<&TableRow> = all.iter().collect();
    sort(&mut rows, Order::read("promised_limit.second"), |row| *row);
    let told: Vec<&str> = rows.iter().map(|row| row.service.as_str()).collect();
    assert_eq!(told, ["hours", "days", "more"]);
}

#[test]
fn a_service_counts_once_and_a_side_that_is_unknown_in_no_sum() {
    let mut versions = three_to_one("s")["versions"].as_array().expect("versions").clone();
    versions.push(version("newer", Some("new"), "in_force", vec![step("a", 10)]));
    let three_rows = rows(&document("s", versions));
    let untold = rows(&document(
        "t",
        vec![
            version("old", None, "ended", vec![]),
            version("new", Some("old"), "in_force", vec![step("a", 1)]),
        ],
    ));
    let all: Vec<&TableRow> = three_rows.iter().chain(&untold).collect();
    assert_eq!(all.len(), 4);
    let sums = sums(&all);
    assert_eq!((sums.real.services, sums.examples.services), (2, 0));
    let (_, visits) =
        sums.real.measures.iter().find(|(kind, _)| *kind == MeasureKind::Visits).expect("it is summed");
    assert_eq!((visits.first, visits.second, visits.known, visits.unknown), ((3, 3), (1, 1), 1, 1));
    // Of the service without a before nobody knows both sides.
    let standard = sums.real.standard;
    assert_eq!((standard.first, standard.second, standard.known, standard.unknown), (0, 1, 1, 1));
    assert_eq!(sums.real.yearly_hours.unknown, 2, "nobody knows how many cases there are");
}

#[test]
fn a_filter_keeps_what_is_true_of_a_row() {
    let mut document = three_to_one("s");
    document["aliases"] = json!(["开店"]);
    document["audience"] = json!("both");
    let row = rows(&document).remove(0);
    let keeps = |change: &dyn Fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        filter.keeps(&row)
    };
    assert!(keeps(&|_| {}));
    assert!(keeps(&|filter| filter.words = "开店 new".to_owned()));
    assert!(!keeps(&|filter| filter.words = "开店 搬家".to_owned()));
    assert!(keeps(&|filter| filter.area = Some("片区".to_owned())));
    assert!(!keeps(&|filter| filter.area = Some("片".to_owned())), "an area is a whole word");
    assert!(keeps(&|filter| filter.audience = Some(domain::service::Audience::LegalPerson)), "both is each");
    assert!(keeps(&|filter| filter.change = Some(domain::ChangeKind::Dropped)));
    assert!(!keeps(&|filter| filter.change = Some(domain::ChangeKind::MovedOnline)));
    assert!(keeps(&|filter| filter.evidence = Some(domain::EvidenceKind::SelfReported)));
    assert!(!keeps(&|filter| filter.evidence = Some(domain::EvidenceKind::Example)));
    assert!(!keeps(&|filter| filter.reality = Some(Reality::Example)));
}
