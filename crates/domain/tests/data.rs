//! The process files that ship with the product, and the one in the description of the format,
//! against what they must say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::evidence::LONGEST_QUOTE;
use domain::reported::{ToldChange, Unit};
use domain::run::ProblemState;
use domain::service::InForceState;
use domain::step::Side;
use domain::{
    Action, Answers, ChangeKind, Direction, Evidence, EvidenceKind, MeasureKind, Relation, Run, Service,
    TimeUnit, Version, compare, measure,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of a folder of `data`: stem and text, sorted by name.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(root().join("data").join(folder))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let stem = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            (stem, fs::read_to_string(&path).expect("it can be read"))
        })
        .collect();
    found.sort();
    found
}

fn services(folder: &str) -> Vec<Service> {
    let files = files(folder);
    let of_services = files.iter().filter(|(stem, _)| stem != "action" && !stem.starts_with("run-"));
    of_services
        .map(|(stem, text)| {
            let service = Service::parse(text).unwrap_or_else(|error| panic!("{folder}/{stem}: {error}"));
            assert_eq!(service.id.as_str(), stem);
            service
        })
        .collect()
}

fn runs(folder: &str) -> Vec<Run> {
    let files = files(folder);
    let of_runs = files.iter().filter_map(|(stem, text)| Some((stem.strip_prefix("run-")?, text)));
    of_runs
        .map(|(stem, text)| {
            let run = Run::parse(text).unwrap_or_else(|error| panic!("{folder}/run-{stem}: {error}"));
            assert_eq!(run.id.as_str(), stem);
            run
        })
        .collect()
}

fn action() -> Action {
    let text = fs::read_to_string(root().join("data/real/action.json")).expect("it can be read");
    Action::parse(&text).unwrap_or_else(|error| panic!("action: {error}"))
}

fn service(folder: &str, id: &str) -> Service {
    services(folder).into_iter().find(|s| s.id.as_str() == id).unwrap_or_else(|| panic!("no {id}"))
}

fn version<'a>(service: &'a Service, id: &str) -> &'a Version {
    service.versions.iter().find(|v| v.id.as_str() == id).unwrap_or_else(|| panic!("no version {id}"))
}

fn answers(given: &[(&str, &str)]) -> Answers {
    given.iter().map(|(q, a)| (q.parse().expect("a key"), a.parse().expect("a key"))).collect()
}

fn exact(service: &Service, version: &Version, kind: MeasureKind, answers: &Answers) -> u32 {
    let measures = measure(service, version, answers);
    let found = measures.iter().find(|m| m.kind == kind).expect("every measure is taken");
    let at = format!("{kind:?} of {} {}", service.id, version.id);
    if let Some(unit) = found.value.time_unit() {
        assert_eq!(unit, TimeUnit::WorkingDay, "{at}");
    }
    match found.value.range() {
        Some((min, max)) if min == max => min,
        other => panic!("{at} is {other:?}"),
    }
}

#[test]
fn the_report_gives_seven_services_three_runs_and_two_totals() {
    let ids: Vec<String> = services("real").iter().map(|s| s.id.to_string()).collect();
    let expected = [
        "community-bus",
        "customs-logistics",
        "enterprise-relocation",
        "investment-filing",
        "linhu-tcm-clinic",
        "talent-apartment",
        "tax-hall",
    ];
    assert_eq!(ids, expected);
    let ids: Vec<String> = runs("real").iter().map(|r| r.id.to_string()).collect();
    assert_eq!(ids, ["new-farmers", "qionglong-mountain", "talent-apartment"]);
    let action = action();
    let totals: Vec<(&str, u32)> = action.totals.iter().map(|t| (t.key.as_str(), t.value)).collect();
    assert_eq!(totals, [("runs", 491), ("problems-solved", 273)]);
    assert_eq!((action.questions.len(), action.moves.len(), action.aims.len()), (5, 4, 3));
}

/// Every figure of the report, and no other: service, subject, before, after, unit or change.
#[test]
fn the_reported_figures_are_those_of_the_report() {
    let figures: Vec<String> = services("real")
        .iter()
        .flat_map(|service| {
            service.reported.iter().map(|r| {
                let side = |figure: &Option<domain::reported::Figure>| match figure {
                    Some(figure) => figure.value.to_string(),
                    None => "?".to_owned(),
                };
                let told = match (&r.change, &r.unit) {
                    (Some(ToldChange::Percent(percent)), _) => format!("{percent:+}%"),
                    (Some(ToldChange::Words(words)), _) => words.clone(),
                    (None, Some(Unit::Time(unit))) => format!("{unit:?}"),
                    (None, Some(Unit::Counted(counter))) => counter.clone(),
                    (None, None) => String::new(),
                };
                format!("{} {} {}→{} {told}", service.id, r.subject, side(&r.before), side(&r.after))
            })
        })
        .collect();
    let expected = [
        "community-bus 确定的站点 ?→7 个站点",
        "community-bus 可到达的周边地铁站 ?→2 个地铁站",
        "community-bus 到地铁站的换乘 ?→0 次换乘",
        "customs-logistics 企业通关物流成本 ?→? 降低",
        "enterprise-relocation 企业迁移要跑的次数 ?→1 次",
        "enterprise-relocation 办理快慢 ?→? 迅速办",
        "enterprise-relocation 企业「跨省换乘」 ?→? 更轻松",
        "investment-filing 审批办结时限 7→5 WorkingDay",
        "investment-filing 审批时限 7→3 WorkingDay",
        "linhu-tcm-clinic 患者候诊时间 ?→? 进一步压缩",
        "tax-hall 纳税人平均等候时长 ?→2 Minute",
        "tax-hall 复杂业务办理效率 ?→? +16%",
    ];
    assert_eq!(figures, expected);
}

#[test]
fn seven_to_five_and_seven_to_three_have_a_rate_and_five_beside_three_has_none() {
    let filing = service("real", "investment-filing");
    let between = |first: &str, second: &str| {
        compare(&filing, version(&filing, first), version(&filing, second), &Answers::new())
    };
    for (second, days, permille) in [("online", 5, 286), ("platform", 3, 571)] {
        let comparison = between("before", second);
        assert_eq!(comparison.relation, Relation::BeforeAfter);
        assert_eq!(comparison.reported.len(), 1);
        let limit = &comparison.reported[0];
        assert_eq!((limit.first, limit.second), (Some(7), Some(days)));
        assert_eq!(limit.unit, Some(Unit::Time(TimeUnit::WorkingDay)));
        let difference = limit.difference.expect("both sides are reported");
        assert_eq!((difference.direction, difference.reduction_permille), (Direction::Less, Some(permille)));
        let quote = limit.evidence[0].quote().expect("it is published");
        assert!(quote.contains("7个工作日") && quote.contains(&format!("{days}个工作日")), "{quote}");
    }
    let two_ways = between("online", "platform");
    assert_eq!(two_ways.relation, Relation::TwoWays);
    let limit = &two_ways.reported[0];
    assert_eq!((limit.first, limit.second), (Some(5), Some(3)));
    assert_eq!(limit.difference.expect("both sides are reported").reduction_permille, None);
    let (first, last) = filing.default_pair().expect("it has versions");
    assert_eq!((first.id.as_str(), last.id.as_str()), ("before", "platform"));
}

#[test]
fn a_real_service_carries_only_what_was_reported() {
    for service in services("real") {
        assert!(!service.illustrative, "{}", service.id);
        assert!(service.places.is_empty() && service.situations.is_empty(), "{}", service.id);
        assert!(service.phone.is_none() && service.authority.is_none(), "{}", service.id);
        assert!(service.legal_limit.is_none() && service.declared_visits.is_none(), "{}", service.id);
        for version in &service.versions {
            let nothing_of_its_own =
                version.steps.is_empty() && version.materials.is_empty() && version.promised_limit.is_none();
            assert!(nothing_of_its_own, "{} {}", service.id, version.id);
            assert_eq!(version.in_force.from, None, "{} {}", service.id, version.id);
        }
    }
    let bus = service("real", "community-bus");
    assert_eq!(bus.versions[0].in_force.state, InForceState::Planned);
}

/// Every evidence in a document, wherever it stands.
fn evidence_in(value: &serde_json::Value, found: &mut Vec<Evidence>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                if name == "evidence" {
                    found.push(serde_json::from_value(field.clone()).expect("it is evidence"));
                } else {
                    evidence_in(field, found);
                }
            }
        }
        serde_json::Value::Array(entries) => entries.iter().for_each(|entry| evidence_in(entry, found)),
        _ => {}
    }
}

#[test]
fn everything_real_has_its_clause_and_everything_made_up_its_mark() {
    for folder in ["real", "examples"] {
        for (stem, text) in files(folder) {
            let mut found = Vec::new();
            evidence_in(&serde_json::from_str(&text).expect("it is JSON"), &mut found);
            for evidence in found {
                if folder == "examples" {
                    assert_eq!(evidence.kind(), EvidenceKind::Example, "{stem}");
                    continue;
                }
                let quote = evidence.quote().unwrap_or_else(|| panic!("{stem}: {evidence:?}"));
                assert!((1..=LONGEST_QUOTE).contains(&quote.chars().count()), "{stem}: {quote}");
                // In the source's own words: its quotation marks, no pronunciation marks.
                assert!(!quote.contains(['「', '」', '(', ')']), "{stem}: {quote}");
            }
        }
    }
}

#[test]
fn no_official_is_named() {
    for folder in ["real", "examples"] {
        for (stem, text) in files(folder) {
            for office in ["书记", "区长", "市长", "镇长", "局长", "主任", "同志"] {
                assert!(!text.contains(office), "{folder}/{stem} has {office}");
            }
        }
    }
}

#[test]
fn examples_say_what_they_are() {
    for service in services("examples") {
        assert!(service.illustrative && service.id.as_str().starts_with("example-"), "{}", service.id);
        assert!(service.name.ends_with("（示例）"), "{}", service.name);
        assert!(service.area.contains("示例"), "{}", service.id);
        for place in &service.places {
            assert!(place.name.starts_with("示例"), "{}", place.name);
        }
    }
    for run in runs("examples") {
        assert!(run.illustrative && run.id.as_str().starts_with("example-"), "{}", run.id);
        assert!(run.title.ends_with("（示例）"), "{}", run.title);
    }
    for service in services("real") {
        if let Some(id) = &service.illustrated_by {
            assert!(services("examples").iter().any(|example| example.id == *id), "{id}");
        }
    }
}

/// What the first screen of each example says, with the default answers.
#[test]
fn the_numbers_of_the_examples_come_out() {
    use MeasureKind::*;
    let kinds = [Places, Windows, Visits, ApplicantSteps, Documents, PromisedLimit, ComputedLimit];
    let table = [
        ("example-enterprise-relocation before", [5, 9, 8, 9, 13, 12, 10]),
        ("example-enterprise-relocation joined", [2, 4, 3, 6, 9, 8, 7]),
        ("example-enterprise-relocation bundle", [1, 1, 1, 5, 5, 5, 4]),
        ("example-investment-filing before", [3, 5, 5, 6, 8, 7, 7]),
        ("example-investment-filing online", [1, 2, 2, 5, 6, 5, 5]),
        ("example-investment-filing platform", [1, 1, 1, 5, 3, 3, 3]),
        ("example-investment-filing repaired", [0, 0, 0, 5, 2, 3, 3]),
        ("example-small-restaurant before", [5, 7, 7, 9, 12, 15, 13]),
        ("example-small-restaurant parallel", [3, 3, 4, 7, 11, 10, 8]),
        ("example-small-restaurant bundle", [2, 2, 2, 6, 8, 7, 6]),
        ("example-small-restaurant repaired", [1, 1, 1, 6, 4, 5, 4]),
        ("example-talent-apartment before", [3, 5, 5, 7, 7, 10, 8]),
        ("example-talent-apartment simplified", [1, 1, 1, 7, 3, 5, 4]),
        ("example-talent-apartment self-check-in", [1, 1, 1, 7, 2, 3, 3]),
    ];
    let mut measured = Vec::new();
    for service in services("examples") {
        for version in &service.versions {
            let numbers = kinds.map(|kind| exact(&service, version, kind, &Answers::new()));
            measured.push((format!("{} {}", service.id, version.id), numbers));
        }
    }
    let expected: Vec<(String, [u32; 7])> = table.iter().map(|(at, n)| ((*at).to_owned(), *n)).collect();
    assert_eq!(measured, expected);
}

#[test]
fn an_answer_can_add_places_and_a_choice_can_spare_a_visit() {
    let restaurant = service("examples", "example-small-restaurant");
    let both = answers(&[("open-fire", "yes"), ("signboard", "yes")]);
    let before = version(&restaurant, "before");
    assert_eq!(exact(&restaurant, before, MeasureKind::Places, &both), 7);
    assert_eq!(exact(&restaurant, before, MeasureKind::Visits, &both), 10);
    let repaired = version(&restaurant, "repaired");
    assert_eq!(exact(&restaurant, repaired, MeasureKind::Places, &both), 1);

    let filing = service("examples", "example-investment-filing");
    let walks = domain::walk::walks(&filing, version(&filing, "repaired"), &Answers::new());
    let visits: BTreeSet<u32> = walks
        .expect("there are few")
        .iter()
        .map(|walk| domain::visits::fewest(walk).expect("there are few steps").max)
        .collect();
    assert_eq!(visits, BTreeSet::from([0, 1]));
}

#[test]
fn every_example_gets_better_and_hides_nothing() {
    for service in services("examples") {
        let (first, last) = service.default_pair().expect("it has versions");
        assert_eq!(last.in_force.state, InForceState::InForce, "{}", service.id);
        let comparison = compare(&service, first, last, &Answers::new());
        assert_eq!(comparison.relation, Relation::BeforeAfter);
        for kind in [
            MeasureKind::Places,
            MeasureKind::Windows,
            MeasureKind::Visits,
            MeasureKind::ComputedLimit,
            MeasureKind::Submissions,
            MeasureKind::WholeTime,
            MeasureKind::Burden,
        ] {
            let change = comparison.measures.iter().find(|m| m.first.kind == kind).expect("it is taken");
            let difference = change.difference.expect("both sides are known");
            assert_eq!(difference.direction, Direction::Less, "{} {kind:?}", service.id);
        }
        assert!(comparison.second_standard.is_met(), "{}", service.id);
        let kinds: BTreeSet<ChangeKind> = comparison.steps.iter().flat_map(|g| g.kinds.clone()).collect();
        for kind in [
            ChangeKind::MovedOnline,
            ChangeKind::MovedToBackOffice,
            ChangeKind::Shortened,
            ChangeKind::FewerMaterials,
        ] {
            assert!(kinds.contains(&kind), "{} has no {kind:?}", service.id);
        }
        // What got worse is there too.
        assert!(kinds.contains(&ChangeKind::Added) && kinds.contains(&ChangeKind::Lengthened));
    }
    let filing = service("examples", "example-investment-filing");
    let online = compare(&filing, version(&filing, "before"), version(&filing, "online"), &Answers::new());
    assert!(online.steps.iter().any(|group| group.kinds.contains(&ChangeKind::Relocated)));
}

#[test]
fn every_step_of_an_example_is_told_in_full() {
    for service in services("examples") {
        assert!(service.legal_limit.is_some() && service.declared_visits.is_some(), "{}", service.id);
        assert_eq!(service.situations.len(), 2, "{}", service.id);
        for place in &service.places {
            assert!(place.travel.is_some() && place.hours.is_some() && place.address.is_some());
        }
        for version in &service.versions {
            for step in &version.steps {
                let at = format!("{} {} {}", service.id, version.id, step.key);
                let times = [step.prepare, step.queue, step.counter, step.wait];
                assert!(times.iter().all(Option::is_some), "{at}");
                assert!(step.stage.is_some(), "{at}");
                assert!(!step.on_site() || step.window.is_some(), "{at}");
                assert!(step.side == Side::External || step.window.is_none(), "{at}");
            }
            let walk = domain::walk::easiest_walk(&service, version, &Answers::new()).expect("few walks");
            assert!(domain::schedule::schedule(&walk).is_ok(), "{} {}", service.id, version.id);
        }
    }
    let everything: Vec<_> = services("examples").iter().flat_map(|s| s.versions.clone()).collect();
    let has = |test: fn(&domain::Step) -> bool| everything.iter().any(|v| v.steps.iter().any(test));
    assert!(
        has(|step| step.choice.is_some()) && has(|step| step.optional) && has(|step| step.when.is_some())
    );
}

/// From a run to a problem at a step, to its repair, to the version that mended it.
#[test]
fn the_chain_from_a_run_to_a_mended_version_is_unbroken() {
    let mut codes = BTreeSet::new();
    for folder in ["real", "examples"] {
        for run in runs(folder) {
            let all_new = run.problems.iter().all(|p| codes.insert(p.code.clone()));
            assert!(all_new, "a problem code of {} is taken", run.id);
            if let Some(id) = &run.service {
                let service = service(folder, id.as_str());
                run.check_against(&service).unwrap_or_else(|error| panic!("{}: {error}", run.id));
            }
        }
    }
    for run in runs("examples") {
        let service = service("examples", run.service.as_ref().expect("it ran a service").as_str());
        let ran = run.version.as_ref().expect("it ran a version");
        assert!(run.scores.is_some() && !run.steps.is_empty() && !run.repairs.is_empty(), "{}", run.id);
        assert!(run.result.is_some(), "{}", run.id);
        let mended = run.problems.iter().filter(|problem| {
            let by_descendant = problem.resolved_by.as_ref().is_some_and(|by| service.descends(by, ran));
            problem.step.is_some() && by_descendant && problem.state() == ProblemState::Verified
        });
        assert!(mended.count() >= 2, "{}", run.id);
        for problem in &run.problems {
            assert!(problem.lead_unit.is_some(), "{}", problem.code);
            let days: Vec<_> = problem.history.iter().map(|entry| entry.on.expect("it is dated")).collect();
            assert!(days.is_sorted() && run.on.is_some_and(|on| on == days[0]), "{}", problem.code);
        }
    }
}

/// The report's own word is no more than that.
#[test]
fn no_real_problem_counts_as_verified() {
    for run in runs("real") {
        for problem in &run.problems {
            assert!(matches!(problem.state(), ProblemState::Found | ProblemState::Repaired));
            if problem.state() == ProblemState::Repaired {
                let note = problem.history.last().and_then(|entry| entry.note.as_deref());
                assert!(note.is_some_and(|note| note.contains("未经核验")), "{}", problem.code);
            }
        }
    }
    let told: Vec<bool> = runs("real").iter().map(|run| run.result.is_some()).collect();
    assert_eq!(told, [false, true, false]);
}
