//! Findings: for each kind a process that has it and a near miss that has not, and what is found in the
//! demonstration district.

use std::fs;
use std::path::Path;

use domain::findings::{of_change, of_version};
use domain::walk::easiest_walk;
use domain::{Answers, Finding, FindingKind, Service, Suggestion};
use serde_json::{Value as Json, json};

/// A step of the applicant at a window of a place: `hall/w1`; away from any counter: `online`.
fn step(key: &str, at: &str, after: &[&str]) -> Json {
    let mut step = json!({"key": key, "name": key, "actor": "applicant", "side": "external", "after": after,
        "channel": at, "wait": "none", "legal_basis": "办法", "evidence": {"kind": "self_reported", "by": "办"}});
    if let Some((place, window)) = at.split_once('/') {
        step["channel"] = json!("counter");
        step["place"] = json!(place);
        step["window"] = json!(window);
    }
    step
}

fn with(mut step: Json, fields: &[(&str, Json)]) -> Json {
    for (field, value) in fields {
        step[*field] = value.clone();
    }
    step
}

fn material(key: &str, name: &str, origin: &str, provision: &str) -> Json {
    json!({"key": key, "name": name, "form": "original", "origin": origin, "provision": provision})
}

fn document(materials: Vec<Json>, steps: Vec<Json>) -> Json {
    let windows = json!([{"key": "w1", "name": "一窗"}, {"key": "w2", "name": "二窗"}]);
    json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "places": [{"key": "hall", "name": "大厅", "windows": windows}, {"key": "tax", "name": "税厅", "windows": windows}],
        "versions": [{"id": "v", "label": "现行", "in_force": {"state": "in_force"}, "editorial": "published",
            "materials": materials, "steps": steps}]
    })
}

fn found_in(document: &Json) -> Vec<Finding> {
    let service = Service::parse(&document.to_string()).expect("a valid service");
    of_version(&service, &service.versions[0], &Answers::new()).expect("few walks")
}

fn only(kind: FindingKind, found: Vec<Finding>) -> Vec<Finding> {
    found.into_iter().filter(|finding| finding.kind() == kind).collect()
}

fn keys<K: std::fmt::Display>(list: impl IntoIterator<Item = K>) -> Vec<String> {
    list.into_iter().map(|key| key.to_string()).collect()
}

#[test]
fn what_one_window_issues_another_asks_for() {
    let process = |name: &str, origin: &str, provision: &str, after: &[&str]| {
        let steps = vec![
            with(step("prove", "hall/w1", &[]), &[("outputs", json!(["无房证明"]))]),
            with(step("apply", "hall/w2", after), &[("materials", json!(["proof"]))]),
        ];
        let found = found_in(&document(vec![material("proof", name, origin, provision)], steps));
        only(FindingKind::CarriedBetweenWindows, found)
    };
    let found = process("无房证明（近一个月）", "issued", "submitted", &["prove"]);
    let [Finding::CarriedBetweenWindows { from, output, to, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((from.as_str(), output.as_str(), keys(to)), ("prove", "无房证明", vec!["apply".to_owned()]));
    // Its own paper, a waived one, a promise in its stead, another one, and one that is asked for before it
    // is there.
    assert_eq!(process("无房证明", "own", "submitted", &["prove"]), []);
    assert_eq!(process("无房证明", "issued", "waived_by_sharing", &["prove"]), []);
    assert_eq!(process("无房证明", "issued", "commitment", &["prove"]), []);
    assert_eq!(process("无房证明", "issued", "later", &["prove"]).len(), 1, "it is still owed");
    assert_eq!(process("收入证明", "issued", "submitted", &["prove"]), []);
    assert_eq!(process("无房证明", "issued", "submitted", &[]), []);
}

#[test]
fn one_paper_at_two_steps() {
    let process = |second: Json| {
        let steps = vec![
            with(step("apply", "hall/w1", &[]), &[("materials", json!(["card"]))]),
            with(step("collect", "hall/w1", &["apply"]), &[("materials", json!([second["key"]]))]),
        ];
        let materials = vec![material("card", "身份证", "issued", "submitted"), second];
        only(FindingKind::SubmittedTwice, found_in(&document(materials, steps)))
    };
    let again = with(material("copy", "身份证复印件", "own", "submitted"), &[("same_as", json!("card"))]);
    let found = process(again.clone());
    let [Finding::SubmittedTwice { material: paper, steps }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((paper.as_str(), keys(steps)), ("card", vec!["apply".to_owned(), "collect".to_owned()]));
    assert_eq!(process(with(again, &[("provision", json!("waived_by_licence"))])), []);
    assert_eq!(process(material("form", "申请表", "own", "submitted")), []);
}

/// Hall, tax hall and hall again, the last of which needs the licence of the first, and perhaps the
/// tax paper of the second.
fn hall_tax_hall(last_needs: &[&str], tax: &[(&str, Json)]) -> Json {
    let materials = vec![
        material("form", "报到表", "own", "submitted"),
        material("licence", "营业执照", "issued", "waived_by_licence"),
        material("receipt", "清税凭证", "issued", "waived_by_sharing"),
    ];
    let steps = vec![
        with(step("register", "hall/w1", &[]), &[("outputs", json!(["营业执照"]))]),
        with(
            step("pay", "tax/w1", &["register"]),
            &[("materials", json!(["form", "licence"])), ("outputs", json!(["清税凭证"]))],
        ),
        with(step("seal", "hall/w2", &["pay"]), &[("materials", json!(last_needs))]),
    ];
    let [first, second, last]: [Json; 3] = steps.try_into().expect("three steps");
    document(materials, vec![first, with(second, tax), last])
}

#[test]
fn two_visits_to_one_place_that_nothing_keeps_apart() {
    let visits = |document: Json| only(FindingKind::TwoVisitsCouldBeOne, found_in(&document));
    let found = visits(hall_tax_hall(&["licence"], &[]));
    let [Finding::TwoVisitsCouldBeOne { places, steps, visits: now, possible, orders }] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!((keys(places), *now, *possible), (vec!["hall".to_owned()], 3, 2));
    assert_eq!(keys(steps), ["register", "seal"]);
    assert_eq!((orders[0].first.as_str(), orders[0].second.as_str()), ("pay", "seal"));
    // Only the order that keeps the visits apart is told, not another that nobody needs either.
    let mut longer = hall_tax_hall(&["licence"], &[]);
    let more = with(step("post", "tax/w2", &["seal", "pay"]), &[("materials", json!(["form"]))]);
    longer["versions"][0]["steps"].as_array_mut().expect("a list").push(more);
    let found = visits(longer);
    let [Finding::TwoVisitsCouldBeOne { orders, .. }] = found.as_slice() else { panic!("{found:?}") };
    let told: Vec<_> = orders.iter().map(|o| (o.first.as_str(), o.second.as_str())).collect();
    assert_eq!(told, [("pay", "seal")]);
    // The paper of the tax hall is needed; the tax hall does not say what it hands out.
    assert_eq!(visits(hall_tax_hall(&["licence", "receipt"], &[])), []);
    assert_eq!(visits(hall_tax_hall(&["licence"], &[("outputs", json!([]))])), []);
    // A day of the authority's own between the two: the process could not join them.
    let mut waiting = hall_tax_hall(&["licence"], &[]);
    waiting["versions"][0]["steps"][0]["wait"] = json!({"min": 1, "unit": "working_day"});
    assert_eq!(visits(waiting), []);
}

#[test]
fn a_counter_beside_a_way_online() {
    let choice = |channel: &str| {
        let member = |step| with(step, &[("choice", json!("way"))]);
        let steps = vec![member(step("counter", "hall/w1", &[])), member(step("other", channel, &[]))];
        only(FindingKind::PaperStepWithOnlineTwin, found_in(&document(vec![], steps)))
    };
    let found = choice("online");
    let [Finding::PaperStepWithOnlineTwin { on_site, online, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((keys(on_site), keys(online)), (vec!["counter".to_owned()], vec!["other".to_owned()]));
    assert_eq!(choice("post"), []);
    assert_eq!(choice("hall/w2"), []);
}

#[test]
fn what_is_declared_beside_what_is_counted() {
    let declared = |times: u32, wait: Json, state: &str| {
        let steps = vec![
            with(step("apply", "hall/w1", &[]), &[("wait", wait)]),
            step("collect", "hall/w1", &["apply"]),
        ];
        let mut document = document(vec![], steps);
        document["declared_visits"] = json!(times);
        document["versions"][0]["in_force"]["state"] = json!(state);
        only(FindingKind::DeclaredVisitsDiffer, found_in(&document))
    };
    let days = |min, max| json!({"min": min, "max": max, "unit": "working_day"});
    let found = declared(1, days(3, 3), "in_force");
    assert_eq!(found, [Finding::DeclaredVisitsDiffer { declared: 1, min: 2, max: 2 }]);
    assert_eq!(found[0].suggestion(), Suggestion::DeclareVisits { min: 2, max: 2 });
    assert_eq!(declared(2, days(3, 3), "in_force"), []);
    assert_eq!(declared(1, days(0, 2), "in_force"), [], "once or twice: nobody can say");
    assert_eq!(declared(1, days(3, 3), "ended"), [], "what is declared is not declared of the past");
    let mut untold = document(vec![], vec![]);
    untold["declared_visits"] = json!(1);
    assert_eq!(found_in(&untold), [], "without steps nothing is counted");
}

#[test]
fn a_promise_above_the_law() {
    let promised = |promise: Json| {
        let limit = |time: Json| json!({"time": time, "evidence": {"kind": "self_reported", "by": "办"}});
        let mut document = document(vec![], vec![]);
        document["legal_limit"] = limit(json!({"min": 5, "unit": "working_day"}));
        document["versions"][0]["promised_limit"] = limit(promise);
        keys(found_in(&document).iter().map(|finding| finding.kind().term()))
    };
    assert_eq!(promised(json!({"min": 7, "unit": "working_day"})), ["承诺长于法定"]);
    assert_eq!(promised(json!({"min": 3, "max": 6, "unit": "working_day"})), ["承诺长于法定"]);
    assert!(promised(json!({"min": 5, "unit": "working_day"})).is_empty());
    assert!(promised(json!({"min": 7, "unit": "natural_day"})).is_empty());
}

#[test]
fn steps_in_a_row_that_need_nothing_of_each_other() {
    let process = |first_hands_out: &[&str], second_takes_in: &[&str], at: &str| {
        let materials = vec![
            material("seal", "公章", "own", "submitted"),
            material("form", "社保变更表", "own", "submitted"),
        ];
        let steps = vec![
            with(step("carve", "hall/w1", &[]), &[("outputs", json!(first_hands_out))]),
            with(step("social", at, &["carve"]), &[("materials", json!(second_takes_in))]),
        ];
        only(FindingKind::CouldRunSideBySide, found_in(&document(materials, steps))).len()
    };
    assert_eq!(process(&["公章一套"], &["form"], "tax/w1"), 1);
    assert_eq!(process(&["公章一套"], &["form", "seal"], "tax/w1"), 0, "it needs the seal");
    assert_eq!(process(&[], &["form"], "tax/w1"), 0, "nobody says what the first hands out");
    assert_eq!(process(&["公章一套"], &[], "tax/w1"), 0, "nobody says what the second takes in");
    assert_eq!(process(&["公章一套"], &["form"], "hall/w1"), 0, "one counter serves one after the other");
    // Behind the counter a decision may be awaited that hands out no paper.
    let decided = vec![
        with(
            step("decide", "counter", &[]),
            &[("side", json!("internal")), ("outputs", json!(["资格通知"]))],
        ),
        with(step("pick", "tax/w1", &["decide"]), &[("materials", json!(["form"]))]),
    ];
    let materials = vec![material("form", "选房表", "own", "submitted")];
    assert_eq!(only(FindingKind::CouldRunSideBySide, found_in(&document(materials, decided))), []);
}

#[test]
fn an_order_that_others_keep_is_not_called_needless() {
    let materials =
        vec![material("x", "甲证明", "issued", "submitted"), material("y", "乙证明", "issued", "submitted")];
    let steps = vec![
        with(step("a", "hall/w1", &[]), &[("outputs", json!(["甲证明"]))]),
        with(step("b", "tax/w1", &["a"]), &[("materials", json!(["x"])), ("outputs", json!(["乙证明"]))]),
        with(step("c", "hall/w2", &["a", "b"]), &[("materials", json!(["y"]))]),
    ];
    assert_eq!(only(FindingKind::CouldRunSideBySide, found_in(&document(materials, steps))), []);
}

#[test]
fn a_step_that_no_rule_asks_for() {
    let silent = |changes: &[(&str, Json)]| {
        let mut bare = with(step("ask", "online", &[]), changes);
        bare.as_object_mut().expect("an object").remove("legal_basis");
        keys(
            only(FindingKind::NoLegalBasis, found_in(&document(vec![], vec![bare])))
                .iter()
                .flat_map(Finding::steps),
        )
    };
    assert_eq!(silent(&[]), ["ask"]);
    assert!(silent(&[("optional", json!(true))]).is_empty());
    assert!(silent(&[("side", json!("internal"))]).is_empty());
    assert_eq!(found_in(&document(vec![], vec![step("ask", "online", &[])])), []);
}

/// Three papers, and then what the second version asks for.
fn bundled(second: Vec<Json>, derived: bool) -> (Service, Vec<Finding>) {
    let first = ["表甲", "表乙", "表丙"].map(|name| material(key_of(name), name, "own", "submitted"));
    let steps = vec![
        with(step("x", "hall/w1", &[]), &[("materials", json!(["a", "b"]))]),
        with(step("y", "hall/w1", &["x"]), &[("materials", json!(["c"]))]),
    ];
    let mut document = document(first.to_vec(), steps);
    let asked: Vec<Json> = second.iter().map(|material| material["key"].clone()).collect();
    let mut changed = document["versions"][0].clone();
    changed["id"] = json!("w");
    if derived {
        changed["derived_from"] = json!("v");
    }
    changed["materials"] = json!(second);
    changed["steps"] = json!([with(step("z", "hall/w1", &[]), &[("materials", json!(asked))])]);
    document["versions"] = json!([document["versions"][0], changed]);
    let service = Service::parse(&document.to_string()).expect("a valid service");
    let walk = |i: usize| easiest_walk(&service, &service.versions[i], &Answers::new()).expect("few walks");
    let found = of_change(&walk(0), &walk(1));
    (service, found)
}

fn key_of(name: &str) -> &'static str {
    match name {
        "表甲" => "a",
        "表乙" => "b",
        "表丙" => "c",
        _ => "other",
    }
}

#[test]
fn documents_that_fell_only_by_bundling() {
    let own = |name: &str| material(key_of(name), name, "own", "submitted");
    let inside = |name: &str| with(own(name), &[("same_as", json!("a"))]);
    let (service, found) = bundled(vec![own("表甲"), inside("表乙"), inside("表丙")], true);
    let [finding @ Finding::OnlyBundled { before: 3, after: 1, materials }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(keys(materials), ["b", "c"]);
    let told = finding.sentence(&service, &service.versions[0]);
    assert_eq!(told, "材料从 3 份变成 1 份，但表乙、表丙只是并进了别的材料，要的内容没有少。");
    // One new form that names the three it is made of; and one of which nobody can tell what is in it.
    assert_eq!(bundled(vec![own("综合表（表甲、表乙、表丙）")], true).1.len(), 1);
    assert_eq!(bundled(vec![own("综合表")], true).1, []);
    // The same paper under another key stays, and is not among those that are gone.
    let stays =
        bundled(vec![material("new-key", "表甲", "own", "submitted"), own("综合表（表乙、表丙）")], true).1;
    assert_eq!(keys(stays.iter().flat_map(Finding::materials)), ["b", "c"]);
    // One of them is truly no longer asked for, or by sharing.
    assert_eq!(bundled(vec![own("表甲"), inside("表乙")], true).1, []);
    let shared = material("c", "表丙", "own", "waived_by_sharing");
    assert_eq!(bundled(vec![own("表甲"), inside("表乙"), shared], true).1, []);
    // Nothing fell; and between two ways nothing falls.
    assert_eq!(bundled(vec![own("表甲"), own("表乙"), own("表丙")], true).1, []);
    assert_eq!(bundled(vec![own("表甲"), inside("表乙"), inside("表丙")], false).1, []);
}

fn example(name: &str) -> Service {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/examples").join(name);
    Service::parse(&fs::read_to_string(path).expect("a file")).expect("a valid service")
}

/// The findings of one version in words.
fn sentences(service: &Service, id: &str) -> Vec<String> {
    let version = service.version(&id.parse().expect("an id")).expect("a version");
    let found = of_version(service, version, &Answers::new()).expect("few walks");
    found
        .iter()
        .map(|finding| format!("{}：{}", finding.kind().term(), finding.sentence(service, version)))
        .collect()
}

#[track_caller]
fn says(told: &[String], sentence: &str) {
    assert!(told.iter().any(|other| other == sentence), "{told:#?}");
}

#[test]
fn of_two_windows_that_issue_it_side_by_side_the_order_of_the_file_names_neither() {
    let issues = |key: &str| with(step(key, "hall/w1", &[]), &[("outputs", json!(["无房证明"]))]);
    let apply = with(step("apply", "hall/w2", &["one", "two"]), &[("materials", json!(["proof"]))]);
    let carried = |steps: Vec<Json>| {
        let papers = vec![material("proof", "无房证明", "issued", "submitted")];
        only(FindingKind::CarriedBetweenWindows, found_in(&document(papers, steps)))
    };
    let found = carried(vec![issues("one"), issues("two"), apply.clone()]);
    assert_eq!(found.len(), 1);
    assert_eq!(found, carried(vec![issues("two"), issues("one"), apply]));
}

#[test]
fn of_two_papers_of_one_step_the_one_of_that_name_is_carried_in_whatever_order_they_stand() {
    let outputs = ["备案申请表（含承诺书）", "申请表"];
    for [one, two] in [outputs, [outputs[1], outputs[0]]] {
        let issue = with(step("issue", "hall/w1", &[]), &[("outputs", json!([one, two]))]);
        let apply = with(step("apply", "hall/w2", &["issue"]), &[("materials", json!(["form"]))]);
        let papers = vec![material("form", "申请表", "issued", "submitted")];
        let found = only(FindingKind::CarriedBetweenWindows, found_in(&document(papers, vec![issue, apply])));
        let called = found.iter().map(|finding| match finding {
            Finding::CarriedBetweenWindows { output, .. } => output.as_str(),
            _ => "",
        });
        assert_eq!(called.collect::<Vec<_>>(), ["申请表"]);
    }
}

#[test]
fn what_a_reader_finds_in_the_demonstration_district() {
    let relocation = example("example-enterprise-relocation.json");
    let before = sentences(&relocation, "before");
    says(
        &before,
        "办出来又要交上去：「核对并结清税费」出的清税凭证，办「申请迁出登记」、「税务迁入报到」时又要申请人交。",
    );
    says(&before, "可以并行：「变更社保、公积金账户」排在「换刻公章」之后，却用不上它的结果。");
    says(&before, "未写明依据：2 个要申请人办的环节没有写明依据：「问清迁出迁入要办什么」、「换刻公章」。");
    says(
        &sentences(&relocation, "bundle"),
        "现场办有网上办法：「换刻公章」要到现场，也可以网上办「申领电子印章」。",
    );

    let apartment = example("example-talent-apartment.json");
    says(
        &sentences(&apartment, "before"),
        "办出来又要交上去：「开无房证明」出的无房证明，办「提交入住申请」时又要申请人交。",
    );
    says(
        &sentences(&apartment, "simplified"),
        "现场办有网上办法：「到窗口缴押金和首月租金」要到现场，也可以网上办「缴押金和首月租金」。",
    );

    let restaurant = example("example-small-restaurant.json");
    let carried: Vec<_> =
        sentences(&restaurant, "before").into_iter().filter(|told| told.contains("出的营业执照")).collect();
    assert_eq!(carried.len(), 1, "one paper is one finding, at however many windows: {carried:?}");

    let filing = example("example-investment-filing.json");
    let before = sentences(&filing, "before");
    says(&before, "办出来又要交上去：「开具用地意见」出的用地意见，办「提交备案申请」时又要申请人交。");
    assert!(before.iter().any(|told| told.starts_with("重复提交：营业执照要交 ")), "{before:#?}");
    let repaired = sentences(&filing, "repaired");
    assert!(!repaired.iter().any(|told| told.starts_with("办出来又要交上去")), "{repaired:#?}");
}

#[test]
fn nothing_is_found_where_nothing_was_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/real/investment-filing.json");
    let service = Service::parse(&fs::read_to_string(path).expect("a file")).expect("a valid service");
    for version in &service.versions {
        assert_eq!(of_version(&service, version, &Answers::new()).expect("few walks"), []);
    }
}

#[test]
fn every_suggestion_is_a_sentence_with_names() {
    for file in ["enterprise-relocation", "investment-filing", "small-restaurant", "talent-apartment"] {
        let service = example(&format!("example-{file}.json"));
        for version in &service.versions {
            for finding in of_version(&service, version, &Answers::new()).expect("few walks") {
                let told = finding.suggestion().sentence(&service, version);
                assert!(told.ends_with('。'), "{told}");
                for key in finding.steps() {
                    assert!(version.step(key).is_some(), "{key} is no step of {}", version.id);
                    assert!(!told.contains(key.as_str()), "a key instead of a name: {told}");
                }
                assert!(finding.materials().iter().all(|key| version.material(key).is_some()));
                assert!(finding.places().iter().all(|key| service.place(key).is_some()));
            }
        }
    }
}
