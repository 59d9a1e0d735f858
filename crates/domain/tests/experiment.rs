//! 假设: what each edit makes of a version, and what no edit may make of one.

use domain::experiment::{MOST_EDITS, TimePart, Waiver, WhyRefused};
use domain::material::MaterialOrigin;
use domain::service::InForceState;
use domain::walk::easiest_walk;
use domain::{
    Answers, ChangeKind, Edit, EvidenceKind, Experiment, MeasureKind, Relation, Service, StepKey, VersionId,
};
use serde_json::{Value as Json, json};

fn key<K: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> K {
    text.parse().expect("a key")
}

/// A step at a window, after the one named: key, window, after.
fn at(key: &str, window: &str, after: &[&str]) -> Json {
    json!({"key": key, "name": key, "actor": "applicant", "side": "external", "channel": "counter",
        "place": "hall", "window": window, "after": after, "prepare": "none", "queue": "none",
        "counter": {"min": 10, "unit": "minute"}, "wait": "none",
        "evidence": {"kind": "published", "source": "rules", "quote": "到窗口办理"}})
}

/// Work behind the counter that takes so many working days.
fn behind(key: &str, days: u32, after: &[&str]) -> Json {
    json!({"key": key, "name": key, "actor": "department", "side": "internal", "channel": "counter",
        "after": after, "wait": {"min": 1, "max": days, "unit": "working_day"},
        "evidence": {"kind": "measured", "n": 9}})
}

/// Apply, review, pay and fetch, one after the other; of review two days at most.
fn steps() -> Vec<Json> {
    let mut apply = at("apply", "w1", &[]);
    apply["materials"] = json!(["form", "card"]);
    let mut pay = at("pay", "w2", &["review"]);
    pay["materials"] = json!(["card-again"]);
    vec![apply, behind("review", 5, &["apply"]), pay, at("fetch", "w2", &["pay"])]
}

fn service_of(steps: Vec<Json>) -> Service {
    let document = json!({
        "format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "sources": [{"key": "rules", "title": "办法", "publisher": "中心"}],
        "places": [{"key": "hall", "name": "大厅",
            "windows": [{"key": "w1", "name": "一窗"}, {"key": "w2", "name": "二窗"}]}],
        "situations": [{"key": "q", "question": "有没有？",
            "answers": [{"key": "yes", "label": "有"}, {"key": "no", "label": "没有"}]}],
        "versions": [{"id": "now", "label": "现行", "in_force": {"state": "in_force"}, "editorial": "published",
            "accepted_at": "apply", "decided_at": "review",
            "promised_limit": {"time": {"min": 7, "unit": "working_day"},
                "evidence": {"kind": "published", "source": "rules", "quote": "七个工作日"}},
            "materials": [
                {"key": "form", "name": "申请表", "form": "original", "origin": "own", "provision": "submitted"},
                {"key": "card", "name": "身份证", "form": "original", "origin": "issued", "provision": "submitted"},
                {"key": "card-again", "name": "身份证复印件", "form": "copy", "origin": "issued",
                    "provision": "submitted", "same_as": "card"}],
            "steps": steps}]
    });
    Service::parse(&document.to_string()).expect("a valid service")
}

fn untold() -> Service {
    let mut document = serde_json::to_value(service_of(steps())).expect("a document");
    let version = document["versions"][0].as_object_mut().expect("an object");
    version.retain(|field, _| !["steps", "accepted_at", "decided_at"].contains(&field.as_str()));
    Service::parse(&document.to_string()).expect("a valid service")
}

fn of(steps: Vec<Json>) -> Experiment {
    Experiment::of(&service_of(steps), &key("now")).expect("its steps are told")
}

fn read(edit: &str) -> Edit {
    edit.parse().expect("an edit")
}

fn with(steps: Vec<Json>, edits: &[&str]) -> Experiment {
    let edits = edits.iter().map(|edit| read(edit));
    edits.fold(of(steps), |experiment, edit| experiment.with(edit).expect("it can be"))
}

fn why(steps: Vec<Json>, edit: &str) -> WhyRefused {
    of(steps).with(read(edit)).expect_err("it can't be")
}

/// What became of each step: `kinds first → second`, without those that were kept.
fn changes(experiment: &Experiment) -> Vec<String> {
    let names = |keys: &[StepKey]| keys.iter().map(StepKey::as_str).collect::<Vec<_>>().join(" ");
    let comparison = experiment.comparison(&Answers::new()).expect("both versions are there");
    let changed = comparison.steps.iter().filter(|group| group.kinds != [ChangeKind::Kept]);
    changed
        .map(|group| format!("{:?} {} → {}", group.kinds, names(&group.first), names(&group.second)))
        .collect()
}

/// The longest of each time, or the count, of a measure before and after.
fn measured(experiment: &Experiment, kind: MeasureKind) -> (Option<u32>, Option<u32>) {
    let comparison = experiment.comparison(&Answers::new()).expect("both versions are there");
    let change = comparison.measures.into_iter().find(|change| change.first.kind == kind);
    let change = change.expect("every measure is taken");
    (change.first.value.range().map(|r| r.1), change.second.value.range().map(|r| r.1))
}

#[test]
fn no_edit_changes_nothing_but_that_nobody_promises_it() {
    let experiment = of(steps());
    assert!(changes(&experiment).is_empty());
    let comparison = experiment.comparison(&Answers::new()).expect("both versions are there");
    assert_eq!(comparison.relation, Relation::BeforeAfter);
    for change in &comparison.measures {
        match change.first.kind {
            MeasureKind::PromisedLimit => assert!(!change.second.value.is_known()),
            _ => assert_eq!(change.first.value, change.second.value, "{:?}", change.first.kind),
        }
    }
}

#[test]
fn each_edit_makes_exactly_its_kind_of_change() {
    for (edit, expected) in [
        ("drop:pay", vec!["[Dropped] pay → "]),
        ("online:apply", vec!["[MovedOnline] apply → apply"]),
        ("merge:pay:fetch", vec!["[Merged] pay fetch → pay"]),
        ("merge:fetch:pay", vec!["[Merged] pay fetch → fetch"]),
        ("wait:review:2", vec!["[Shortened] review → review"]),
        ("counter:apply:5", vec!["[Shortened] apply → apply"]),
        // One paper, asked for in two ways.
        ("share:card", vec!["[FewerMaterials] apply → apply", "[FewerMaterials] pay → pay"]),
        ("licence:card-again", vec!["[FewerMaterials] apply → apply", "[FewerMaterials] pay → pay"]),
    ] {
        assert_eq!(changes(&with(steps(), &[edit])), expected, "{edit}");
    }
}

#[test]
fn what_came_after_a_dropped_step_comes_after_what_it_came_after() {
    let experiment = with(steps(), &["drop:review", "drop:pay"]);
    let version = experiment.service().version(experiment.version()).expect("it is there");
    assert_eq!(version.step(&key("fetch")).expect("it stays").after, [key::<StepKey>("apply")]);
    assert_eq!(changes(&experiment), ["[Dropped] review → ", "[Dropped] pay → "]);
    // Nobody says which step would be 办结 then.
    assert_eq!(measured(&experiment, MeasureKind::ComputedLimit), (Some(5), None));
}

#[test]
fn a_dropped_step_is_not_mistaken_for_a_part_of_its_twin() {
    let mut twin = at("pay-again", "w2", &["pay"]);
    twin["name"] = json!("pay");
    let mut all = steps();
    all.push(twin);
    assert_eq!(changes(&with(all, &["drop:pay-again"])), ["[Dropped] pay-again → "]);
}

#[test]
fn an_option_that_is_left_alone_is_no_choice() {
    let mut all = steps();
    for way in ["by-hand", "by-kiosk"] {
        let mut option = at(way, "w1", &["apply"]);
        option["choice"] = json!("way");
        all.push(option);
    }
    let experiment = with(all, &["drop:by-hand"]);
    let version = experiment.service().version(experiment.version()).expect("it is there");
    assert_eq!(version.step(&key("by-kiosk")).expect("it stays").choice, None);
}

#[test]
fn merging_spares_a_queue_and_a_window_and_no_work() {
    let mut all = steps();
    for (at, step) in all.iter_mut().enumerate().filter(|(at, _)| *at != 1) {
        step["queue"] = json!({"min": 5 + at, "unit": "minute"});
        step["wait"] = json!({"min": 1, "unit": "working_day"});
    }
    let experiment = with(all, &["merge:pay:fetch"]);
    let version = experiment.service().version(experiment.version()).expect("it is there");
    let merged = version.step(&key("pay")).expect("it stays");
    assert_eq!((merged.name.as_str(), &merged.after), ("pay + fetch", &vec![key("review")]));
    let longest = |part: TimePart| part.of(merged).map(|span| span.max());
    assert_eq!(TimePart::ALL.map(longest), [Some(0), Some(7), Some(20), Some(2)]);
    assert_eq!(changes(&experiment), ["[Merged, Shortened] pay fetch → pay"]);
}

#[test]
fn waits_beside_each_other_are_not_shorter_when_they_are_one() {
    let reviews = |after: &str| {
        vec![at("apply", "w1", &[]), behind("review", 5, &["apply"]), behind("survey", 4, &[after])]
    };
    // Beside each other one waits five days for both, before and after.
    assert_eq!(
        changes(&with(reviews("apply"), &["merge:review:survey"])),
        ["[Merged] review survey → review"]
    );
    // One after the other they were nine days, and are nine as one.
    assert_eq!(
        changes(&with(reviews("review"), &["merge:review:survey"])),
        ["[Merged] review survey → review"]
    );
}

#[test]
fn three_steps_become_one_and_then_none() {
    let three = with(steps(), &["drop:review", "merge:apply:pay", "merge:apply:fetch"]);
    assert_eq!(changes(&three), ["[Merged] apply pay fetch → apply", "[Dropped] review → "]);
    assert_eq!(measured(&three, MeasureKind::ApplicantSteps), (Some(3), Some(1)));
    let mut all = steps();
    all.push(at("other", "w1", &[]));
    let none = with(all, &["merge:pay:fetch", "drop:pay"]);
    assert_eq!(changes(&none), ["[Dropped] pay → ", "[Dropped] fetch → "]);
}

#[test]
fn a_step_that_moved_online_is_at_no_window_and_in_no_queue() {
    let mut all = steps();
    all[0]["queue"] = json!({"min": 30, "unit": "minute"});
    all[0]["window"] = json!("w1");
    let experiment = with(all, &["online:apply"]);
    assert_eq!(changes(&experiment), ["[MovedOnline, Shortened] apply → apply"]);
    assert_eq!(measured(&experiment, MeasureKind::Windows), (Some(2), Some(1)));
    assert_eq!(measured(&experiment, MeasureKind::Visits), (Some(2), Some(1)));
}

#[test]
fn a_paper_that_is_waived_counts_no_more() {
    assert_eq!(measured(&with(steps(), &["share:card"]), MeasureKind::Documents), (Some(2), Some(1)));
    assert_eq!(measured(&with(steps(), &["share:card"]), MeasureKind::Submissions), (Some(3), Some(1)));
}

#[test]
fn what_cannot_be_says_why() {
    let step = key::<StepKey>;
    let paper = key::<domain::key::MaterialKey>;
    let mut in_situation = steps();
    in_situation[3]["when"] = json!({"situation": "q", "any_of": ["yes"]});
    let mut unstated = steps();
    unstated[1].as_object_mut().expect("an object").remove("wait");
    for (all, edit, expected) in [
        (steps(), "drop:gone", WhyRefused::NoSuchStep(step("gone"))),
        (steps(), "merge:pay:gone", WhyRefused::NoSuchStep(step("gone"))),
        (steps(), "share:gone", WhyRefused::NoSuchPaper(paper("gone"))),
        (steps(), "online:review", WhyRefused::NotOnSite(step("review"))),
        (steps(), "merge:pay:pay", WhyRefused::WithItself(step("pay"))),
        (steps(), "merge:apply:pay", WhyRefused::ComesBetween(step("review"))),
        (steps(), "merge:pay:apply", WhyRefused::ComesBetween(step("review"))),
        (steps(), "merge:apply:review", WhyRefused::FrontAndBack),
        (in_situation, "merge:pay:fetch", WhyRefused::NotTakenTogether),
        (unstated, "wait:review:0", WhyRefused::TimeNotTold(step("review"), TimePart::Wait)),
        (steps(), "wait:review:5", WhyRefused::NotShorter(step("review"), TimePart::Wait)),
        (steps(), "wait:apply:0", WhyRefused::NotShorter(step("apply"), TimePart::Wait)),
        (steps(), "licence:form", WhyRefused::NotIssued(paper("form"))),
    ] {
        assert_eq!(why(all, edit), expected, "{edit}");
    }
    let waived = with(steps(), &["share:card"]);
    assert_eq!(waived.with(read("licence:card")), Err(WhyRefused::AlreadyWaived(paper("card"))));
    let one = with(steps(), &["drop:apply", "drop:pay", "drop:fetch"]);
    assert_eq!(one.with(read("drop:review")), Err(WhyRefused::LastStep));
    assert_eq!(one.with(read("share:card")), Err(WhyRefused::NoSuchPaper(paper("card"))));
}

#[test]
fn an_edit_that_cannot_be_leaves_the_others() {
    let edits = ["drop:pay", "drop:pay", "online:fetch"].map(read);
    let (experiment, refused) = of(steps()).with_all(edits);
    assert_eq!(experiment.edits(), ["drop:pay", "online:fetch"].map(read));
    assert_eq!(refused, [(read("drop:pay"), WhyRefused::NoSuchStep(key("pay")))]);
}

#[test]
fn an_address_cannot_ask_for_endless_work() {
    let mut long = steps();
    long[1] = behind("review", 99, &["apply"]);
    let edits = (0..99).rev().map(|n| read(&format!("wait:review:{n}")));
    let (experiment, refused) = of(long).with_all(edits);
    assert_eq!((experiment.edits().len(), refused.len()), (MOST_EDITS, 99 - MOST_EDITS));
    assert!(refused.iter().all(|(_, why)| *why == WhyRefused::TooManyEdits));
}

#[test]
fn a_version_without_steps_is_no_start() {
    let service = untold();
    assert_eq!(Experiment::of(&service, &key("now")), Err(WhyRefused::NoSteps));
    let gone: VersionId = key("gone");
    assert_eq!(Experiment::of(&service, &gone), Err(WhyRefused::NoSuchVersion(gone)));
}

#[test]
fn a_supposition_is_neither_measured_nor_published_nor_promised() {
    let experiment = with(steps(), &["wait:review:2", "share:card"]);
    let version = experiment.service().version(experiment.version()).expect("it is there");
    let kinds: Vec<EvidenceKind> = version.steps.iter().map(|step| step.evidence.kind()).collect();
    use EvidenceKind::{Computed, Published};
    assert_eq!(kinds, [Computed, Computed, Computed, Published], "fetch is as it was");
    assert_eq!((&version.promised_limit, &version.measured_limit), (&None, &None));
    assert_eq!(version.in_force.state, InForceState::Unknown);
}

fn examples() -> Vec<Service> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/examples");
    let files =
        std::fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("a file").path());
    let services =
        files.filter(|path| !path.file_name().expect("a name").to_string_lossy().starts_with("run-"));
    services
        .map(|path| Service::parse(&std::fs::read_to_string(path).expect("a text")).expect("a valid service"))
        .collect()
}

/// Everything that a menu would offer.
fn every_edit(experiment: &Experiment) -> Vec<Edit> {
    let version = experiment.service().version(experiment.version()).expect("it is there");
    let of_steps = version.steps.iter().flat_map(|step| {
        let key = || step.key.clone();
        let shorter = TimePart::ALL.map(|part| Edit::Shorten { step: key(), part, to: 0 });
        let others =
            version.steps.iter().map(move |other| Edit::Merge { into: key(), step: other.key.clone() });
        [Edit::Drop { step: key() }, Edit::MoveOnline { step: key() }]
            .into_iter()
            .chain(shorter)
            .chain(others)
    });
    let of_papers = version.materials.iter().flat_map(|material| {
        [Waiver::Sharing, Waiver::Licence].map(|by| Edit::Waive { material: material.key.clone(), by })
    });
    of_steps.chain(of_papers).filter(|edit| experiment.allows(edit)).collect()
}

#[test]
fn every_edit_that_a_menu_offers_can_be_made_and_told() {
    for service in examples() {
        let untouched = Experiment::of(&service, &service.versions[0].id).expect("its steps are told");
        assert_eq!(changes(&untouched), Vec::<String>::new());
        for edit in every_edit(&untouched) {
            let experiment = untouched.with(edit.clone()).expect("the menu offers it");
            // What is optional, or not on the easiest way, is in no comparison.
            let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("few walks");
            let walked = |touched: &String| match touched.strip_prefix("paper ") {
                Some(paper) => walk.steps.iter().any(|step| step.materials.contains(&key(paper))),
                None => walk.steps.iter().any(|step| step.key == key(touched)),
            };
            let is_walked = touches(&edit).iter().all(walked);
            assert!(!is_walked || !changes(&experiment).is_empty(), "{edit} changes something");
            let version = experiment.service().version(experiment.version()).expect("it is there");
            let example = |step: &domain::Step| step.evidence.kind() == EvidenceKind::Example;
            assert!(version.steps.iter().all(example), "示例 stays 示例");
            assert_eq!(edit.to_string().parse(), Ok(edit));
        }
    }
}

/// The steps that an edit speaks of.
fn touches(edit: &Edit) -> Vec<String> {
    match edit {
        Edit::Drop { step } | Edit::MoveOnline { step } | Edit::Shorten { step, .. } => {
            vec![step.to_string()]
        }
        Edit::Merge { into, step } => vec![into.to_string(), step.to_string()],
        Edit::Waive { material, .. } => vec![format!("paper {material}")],
    }
}

#[test]
fn the_order_of_independent_edits_does_not_matter() {
    let mut pairs = 0;
    for service in examples() {
        let base = Experiment::of(&service, &service.versions[0].id).expect("its steps are told");
        // Every fifth, because there are thousands of pairs.
        let edits: Vec<Edit> = every_edit(&base).into_iter().step_by(5).collect();
        for (at, a) in edits.iter().enumerate() {
            let first = base.with(a.clone()).expect("the menu offers it");
            for b in edits[at + 1..].iter().filter(|b| touches(b).iter().all(|x| !touches(a).contains(x))) {
                // Where the one makes the other impossible, or possible, they are not independent.
                let second = base.with(b.clone()).expect("the menu offers it");
                let (Ok(a_then_b), Ok(b_then_a)) = (first.with(b.clone()), second.with(a.clone())) else {
                    continue;
                };
                assert_eq!(a_then_b.service(), b_then_a.service(), "{a} and {b}");
                pairs += 1;
            }
        }
    }
    assert!(pairs > 100, "{pairs}");
}

#[test]
fn what_is_no_edit_is_named() {
    for text in
        ["", "drop", "drop:", "drop:A", "drop:a:b", "wait:a", "wait:a:b", "wait:a:-1", "x:a", "merge:a"]
    {
        assert_eq!(text.parse::<Edit>().map_err(|no| no.0), Err(text.to_owned()));
    }
}

#[test]
fn own_papers_have_no_licence() {
    for service in examples() {
        for version in &service.versions {
            let experiment = Experiment::of(&service, &version.id).expect("its steps are told");
            for paper in version.materials.iter().filter(|paper| paper.origin == MaterialOrigin::Own) {
                let licence = Edit::Waive { material: paper.key.clone(), by: Waiver::Licence };
                assert!(!experiment.allows(&licence), "{}", paper.key);
            }
        }
    }
}
