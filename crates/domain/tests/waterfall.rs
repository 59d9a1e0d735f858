//! Which change saved what: the laws, over every version that ships and every pair of the alignment set,
//! and what a reader would say of single reforms.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::compare::{Side, compare_sides};
use domain::{
    Answers, Cause, Comparison, MeasureKind, NoWaterfall, Part, Service, StepKey, TimeUnit, WhyUnknown,
    compare,
};
use serde_json::{Value as Json, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every process file of the demonstration district and of the alignment set, by its path.
fn files() -> Vec<PathBuf> {
    let entries = |folder: &str| -> Vec<PathBuf> {
        let folder = fs::read_dir(root().join(folder)).expect("the folder is there");
        folder.map(|entry| entry.expect("it can be listed").path()).collect()
    };
    let is_service =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("example-"));
    let mut files: Vec<PathBuf> = entries("data/examples").into_iter().filter(is_service).collect();
    let pairs = entries("tests/alignment/pairs").into_iter();
    files.extend(pairs.flat_map(|pair| [pair.join("before.json"), pair.join("after.json")]));
    files.sort();
    files
}

fn read(path: &Path) -> Json {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

fn parse(document: &Json) -> Service {
    Service::parse(&document.to_string()).expect("a valid service")
}

/// Every version with the next ones of its file, and with those of the next file.
fn all_pairs<'a>(services: &'a [Service]) -> Vec<(Side<'a>, Side<'a>)> {
    let versions =
        |service: &'a Service| service.versions.iter().map(move |version| Side { service, version });
    let mut pairs = Vec::new();
    for (at, service) in services.iter().enumerate() {
        let next = services.get(at + 1);
        for (i, first) in versions(service).enumerate() {
            pairs.extend(versions(service).skip(i + 1).map(|second| (first, second)));
            pairs.extend(next.into_iter().flat_map(versions).map(|second| (first, second)));
        }
    }
    assert!(pairs.len() > 100, "{}", pairs.len());
    pairs
}

fn compared(first: Side<'_>, second: Side<'_>) -> Comparison {
    compare_sides(first, second, &Answers::new(), &[]).expect("no pins")
}

fn most(comparison: &Comparison, kind: MeasureKind) -> [i64; 2] {
    let change = comparison.measures.iter().find(|change| change.first.kind == kind).expect("every measure");
    [&change.first, &change.second].map(|side| i64::from(side.value.range().expect("it is known").1))
}

#[test]
fn the_rows_sum_up_to_the_difference_and_exchanging_the_sides_only_exchanges_gone_and_new() {
    let services: Vec<Service> = files().iter().map(|file| parse(&read(file))).collect();
    for (first, second) in all_pairs(&services) {
        let comparison = compared(first, second);
        let back = compared(second, first);
        assert_eq!(told(&comparison, false), told(&back, true), "{} {}", first.service.id, first.version.id);
        for waterfall in &comparison.waterfalls {
            let [before, after] = most(&comparison, waterfall.kind);
            assert_eq!(waterfall.total, after - before);
            let sum: i64 = waterfall.rows.iter().map(|row| row.amount).sum();
            assert_eq!(sum, waterfall.total, "{:?}: {:?}", comparison.service, waterfall);
            for row in &waterfall.rows {
                assert!(!row.gone.is_empty() || !row.new.is_empty(), "a row without parts: {row:?}");
                assert!(is_stated(waterfall.kind) || matches!(row.cause, Cause::Change(_)), "{row:?}");
            }
        }
        let with_difference = comparison.measures.iter().filter(|change| change.difference.is_some());
        assert!(
            with_difference
                .map(|change| change.first.kind)
                .eq(comparison.waterfalls.iter().map(|waterfall| waterfall.kind))
        );
    }
}

fn is_stated(kind: MeasureKind) -> bool {
    use MeasureKind::*;
    matches!(kind, LegalLimit | PromisedLimit | MeasuredLimit)
}

/// A waterfall in a form that no order of groups, steps or parts shows in: rows by what they are of.
type Told = BTreeMap<(MeasureKind, String), (i64, Vec<String>, Vec<String>, Vec<String>)>;

fn told(comparison: &Comparison, mirrored: bool) -> Told {
    let ends = |first: &[StepKey], second: &[StepKey]| {
        let sorted = |keys: &[StepKey]| {
            let mut keys: Vec<&str> = keys.iter().map(StepKey::as_str).collect();
            keys.sort_unstable();
            keys.join("+")
        };
        match mirrored {
            true => format!("{} → {}", sorted(second), sorted(first)),
            false => format!("{} → {}", sorted(first), sorted(second)),
        }
    };
    let group = |at: usize| ends(&comparison.steps[at].first, &comparison.steps[at].second);
    let parts = |parts: &[Part]| {
        let mut parts: Vec<String> = parts.iter().map(part).collect();
        parts.sort_unstable();
        parts
    };
    let mut rows = Told::new();
    for waterfall in &comparison.waterfalls {
        for row in &waterfall.rows {
            let cause = match row.cause {
                Cause::Change(at) => group(at),
                Cause::Stated => "stated".to_owned(),
            };
            let mut with: Vec<String> = row.with.iter().map(|at| group(*at)).collect();
            with.sort_unstable();
            let (gone, new) = (parts(&row.gone), parts(&row.new));
            let row = match mirrored {
                true => (-row.amount, new, gone, with),
                false => (row.amount, gone, new, with),
            };
            assert!(rows.insert((waterfall.kind, cause), row).is_none(), "a cause has one row");
        }
    }
    rows
}

/// A part without the order of its steps.
fn part(part: &Part) -> String {
    let mut told = serde_json::to_value(part).expect("JSON");
    if let Some(steps) = told.get_mut("steps").and_then(Json::as_array_mut) {
        steps.sort_by_key(|step| step.to_string());
    }
    // The order of visits that nothing ties is open.
    told.as_object_mut().expect("an object").remove("number");
    told.to_string()
}

/// Turns every list around whose order means nothing.
fn turned_around(document: &mut Json) {
    for list in ["places", "situations"] {
        turn(&mut document[list]);
    }
    for place in document["places"].as_array_mut().into_iter().flatten() {
        turn(&mut place["windows"]);
    }
    for version in document["versions"].as_array_mut().into_iter().flatten() {
        turn(&mut version["materials"]);
        turn(&mut version["steps"]);
        for step in version["steps"].as_array_mut().into_iter().flatten() {
            for list in ["after", "materials", "outputs"] {
                turn(&mut step[list]);
            }
        }
    }
}

fn turn(list: &mut Json) {
    match list.as_array_mut() {
        Some(list) => list.reverse(),
        None => *list = json!([]),
    }
}

#[test]
fn the_order_of_lists_in_a_file_decides_nothing() {
    let documents: Vec<Json> = files().iter().map(|file| read(file)).collect();
    let services: Vec<Service> = documents.iter().map(parse).collect();
    let turned: Vec<Service> = documents
        .into_iter()
        .map(|mut document| {
            turned_around(&mut document);
            parse(&document)
        })
        .collect();
    let mut compared_at_all = 0;
    for ((first, second), (other_first, other_second)) in
        all_pairs(&services).into_iter().zip(all_pairs(&turned))
    {
        // Between choices that are equally easy the order of the file decides.
        if [first, second].iter().any(|side| side.version.steps.iter().any(|step| step.choice.is_some())) {
            continue;
        }
        let (as_written, around) = (compared(first, second), compared(other_first, other_second));
        assert_eq!(
            told(&as_written, false),
            told(&around, false),
            "{} {}",
            first.service.id,
            first.version.id
        );
        compared_at_all += 1;
    }
    assert!(compared_at_all > 80, "{compared_at_all}");
}

fn minutes(n: u32) -> Json {
    json!({"min": n, "unit": "minute"})
}

fn days(n: u32) -> Json {
    json!({"min": n, "unit": "working_day"})
}

/// A step at a window, ten minutes at the counter, `changed` in some fields; `null` takes one away.
fn step(key: &str, after: &[&str], at: (&str, &str), changed: Json) -> Json {
    let mut step = json!({"key": key, "name": format!("步骤{key}"), "actor": "applicant", "side": "external",
        "channel": "counter", "place": at.0, "window": at.1, "after": after, "prepare": "none", "queue": "none",
        "counter": minutes(10), "wait": "none", "evidence": {"kind": "self_reported", "by": "中心"}});
    for (field, value) in changed.as_object().expect("an object") {
        match value {
            Json::Null => step.as_object_mut().expect("an object").remove(field),
            value => step.as_object_mut().expect("an object").insert(field.clone(), value.clone()),
        };
    }
    step
}

/// The same behind the counter, where nobody has to go.
fn behind(key: &str, after: &[&str], changed: Json) -> Json {
    let mut behind = json!({"side": "internal", "actor": "department", "channel": "automatic", "place": null,
        "window": null, "counter": null, "queue": null, "prepare": null});
    let fields = behind.as_object_mut().expect("an object");
    fields.extend(changed.as_object().expect("an object").clone());
    step(key, after, ("hall", "w1"), behind)
}

fn online(key: &str, after: &[&str]) -> Json {
    step(key, after, ("hall", "w1"), json!({"channel": "online", "place": null, "window": null}))
}

/// A reform from some steps to others; the way to the hall takes 60 minutes, to the office 90.
fn reform(before: Vec<Json>, after: Vec<Json>) -> Comparison {
    let windows: Vec<Json> =
        (1..=5).map(|n| json!({"key": format!("w{n}"), "name": format!("{n}号窗")})).collect();
    let papers: Vec<Json> = ["card", "form", "proof"]
        .map(|key| json!({"key": key, "name": key, "form": "original", "origin": "own", "provision": "submitted"}))
        .to_vec();
    let place = |key: &str, name: &str, travel: u32| json!({"key": key, "name": name, "travel": minutes(travel), "windows": windows});
    let version = |id: &str, steps: Vec<Json>| {
        json!({"id": id, "label": id, "in_force": {"state": "in_force"}, "editorial": "published",
            "materials": papers, "steps": steps})
    };
    let mut second = version("after", after);
    second["derived_from"] = json!("before");
    let document = json!({"format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [place("hall", "大厅", 60), place("office", "分局", 90)],
        "versions": [version("before", before), second]});
    let service = parse(&document);
    compare(&service, &service.versions[0], &service.versions[1], &Answers::new())
}

/// The rows of a measure: the steps that the cause is, the amount, and the others that had a share.
fn rows(comparison: &Comparison, kind: MeasureKind) -> Vec<(String, i64, Vec<String>)> {
    let name = |at: usize| {
        let group = &comparison.steps[at];
        let keys = |keys: &[StepKey]| keys.iter().map(StepKey::as_str).collect::<Vec<_>>().join("+");
        match (keys(&group.first), keys(&group.second)) {
            (first, second) if first == second => first,
            (first, second) => format!("{first} → {second}"),
        }
    };
    let waterfall = comparison.waterfall(kind).expect("it has one");
    let row = |row: &domain::Booking| {
        let cause = match row.cause {
            Cause::Change(at) => name(at),
            Cause::Stated => "stated".to_owned(),
        };
        (cause, row.amount, row.with.iter().map(|at| name(*at)).collect())
    };
    waterfall.rows.iter().map(row).collect()
}

fn row(cause: &str, amount: i64, with: &[&str]) -> (String, i64, Vec<String>) {
    (cause.to_owned(), amount, with.iter().map(|other| (*other).to_owned()).collect())
}

const HALL: (&str, &str) = ("hall", "w1");
const OFFICE: (&str, &str) = ("office", "w1");

#[test]
fn each_of_five_windows_is_owed_to_the_step_that_left_it() {
    let at = |n: usize, steps: &str| (format!("step{n}"), steps.to_owned());
    let five: Vec<Json> = (1..=5)
        .map(|n| {
            let (key, window) = at(n, &format!("w{n}"));
            step(&key, &[], ("hall", &window), json!({"name": format!("第{n}件事")}))
        })
        .collect();
    let mut one = five.clone();
    one.iter_mut().for_each(|step| step["window"] = json!("w1"));
    let comparison = reform(five, one);
    let told = rows(&comparison, MeasureKind::Windows);
    let expected: Vec<_> = (2..=5).map(|n| row(&format!("step{n}"), -1, &[])).collect();
    assert_eq!(told, expected);
    assert_eq!(rows(&comparison, MeasureKind::Visits), [], "it was one visit before");
}

#[test]
fn a_visit_to_fetch_it_later_is_owed_to_the_wait_that_fell_away() {
    let steps = |wait: Json| {
        vec![
            step("apply", &[], HALL, json!({})),
            behind("review", &["apply"], json!({"wait": wait})),
            step("collect", &["review"], HALL, json!({})),
        ]
    };
    let comparison = reform(steps(days(3)), steps(minutes(20)));
    assert_eq!(rows(&comparison, MeasureKind::Visits), [row("review", -1, &["collect"])]);
    assert_eq!(rows(&comparison, MeasureKind::Burden), [row("review", -60, &["collect"])], "the way there");
    let worse = reform(steps(minutes(20)), steps(days(3)));
    assert_eq!(rows(&worse, MeasureKind::Visits), [row("review", 1, &["collect"])]);
}

#[test]
fn going_there_and_back_is_owed_to_what_made_one_go() {
    let ends = [step("ask", &[], HALL, json!({})), step("apply", &["proof"], HALL, json!({}))];
    let with = |proof: Json| vec![ends[0].clone(), proof, ends[1].clone()];
    let comparison =
        reform(with(step("proof", &["ask"], OFFICE, json!({}))), with(online("proof", &["ask"])));
    assert_eq!(rows(&comparison, MeasureKind::Visits), [row("proof", -2, &["apply"])]);
    assert_eq!(rows(&comparison, MeasureKind::Places), [row("proof", -1, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Burden), [row("proof", -150, &["apply"])]);
}

#[test]
fn a_visit_is_owed_to_what_people_came_for() {
    let papers = json!({"materials": ["card", "form"]});
    let before = vec![
        step("ask", &[], HALL, json!({})),
        step("apply", &["ask"], HALL, papers.clone()),
        step("collect", &["apply"], HALL, json!({})),
    ];
    let mut after = vec![online("ask", &[]), online("apply", &["ask"]), online("collect", &["apply"])];
    after[1]["materials"] = papers["materials"].clone();
    let comparison = reform(before, after);
    assert_eq!(rows(&comparison, MeasureKind::Visits), [row("apply", -1, &["ask", "collect"])]);
    assert_eq!(rows(&comparison, MeasureKind::Documents), []);
}

#[test]
fn what_it_cost_elsewhere_stands_beside_what_was_saved() {
    let fee = |yuan: u32| json!({"min_yuan": yuan, "max_yuan": yuan});
    let before = vec![step("apply", &[], HALL, json!({"materials": ["card", "proof"], "fee": fee(20)}))];
    let after = vec![
        step("apply", &[], HALL, json!({"materials": ["card"], "fee": fee(0)})),
        step("sign", &["apply"], OFFICE, json!({"materials": ["form"], "fee": fee(5)})),
    ];
    let comparison = reform(before, after);
    assert_eq!(rows(&comparison, MeasureKind::Documents), [row("apply", -1, &[]), row(" → sign", 1, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Fees), [row("apply", -20, &[]), row(" → sign", 5, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Visits), [row(" → sign", 1, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Burden), [row(" → sign", 100, &[])]);
}

#[test]
fn one_thing_in_the_place_of_another_is_told_though_nothing_was_saved() {
    let at = |place| vec![step("apply", &[], place, json!({"materials": ["card"]}))];
    let mut other = at(OFFICE);
    other[0]["materials"] = json!(["proof"]);
    let comparison = reform(at(HALL), other);
    assert_eq!(rows(&comparison, MeasureKind::Places), [row("apply", 0, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Documents), [row("apply", 0, &[])]);
    assert_eq!(rows(&comparison, MeasureKind::Visits), [], "it is the same visit, to another place");
    let burden = comparison.waterfall(MeasureKind::Burden).expect("it has one");
    assert_eq!((burden.unit, burden.total), (Some(TimeUnit::Minute), 30));
    assert_eq!(rows(&comparison, MeasureKind::Burden), [row("apply", 30, &[])], "a longer way");
}

#[test]
fn what_has_no_difference_has_no_waterfall_and_says_why() {
    let document = read(&root().join("data/examples/example-talent-apartment.json"));
    let service = parse(&document);
    let [first, second] = [&service.versions[0], &service.versions[1]];
    let comparison = compare(&service, first, second, &Answers::new());
    assert_eq!(comparison.waterfall(MeasureKind::WaivedShare), Err(NoWaterfall::Share));
    assert_eq!(
        comparison.waterfall(MeasureKind::MeasuredLimit),
        Err(NoWaterfall::Unknown(WhyUnknown::NotStated))
    );
    let mut promised = document;
    let evidence = promised["versions"][0]["steps"][0]["evidence"].clone();
    for (version, unit) in [(0, "working_day"), (1, "natural_day")] {
        promised["versions"][version]["promised_limit"] =
            json!({"time": {"min": 5, "unit": unit}, "evidence": evidence});
    }
    let service = parse(&promised);
    let comparison = compare(&service, &service.versions[0], &service.versions[1], &Answers::new());
    assert_eq!(comparison.waterfall(MeasureKind::PromisedLimit), Err(NoWaterfall::OtherUnit));
}

#[test]
fn a_stated_limit_is_owed_to_who_states_it() {
    let service = parse(&read(&root().join("data/examples/example-enterprise-relocation.json")));
    let version =
        |id: &str| service.versions.iter().find(|version| version.id.as_str() == id).expect("a version");
    let comparison = compare(&service, version("before"), version("bundle"), &Answers::new());
    assert_eq!(rows(&comparison, MeasureKind::PromisedLimit), [row("stated", -7, &[])]);
}
