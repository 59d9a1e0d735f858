//! The data that this release carries, held to the rules that make them fit together.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::{Run, Service};
use server::seeds;
use store::Seed;

struct Data {
    services: BTreeMap<String, (String, Service)>,
    runs: Vec<(String, Run)>,
    actions: Vec<String>,
}

fn data() -> Data {
    let mut data = Data { services: BTreeMap::new(), runs: Vec::new(), actions: Vec::new() };
    for file in seeds::files() {
        let path = file.path;
        match file.seed.unwrap_or_else(|error| panic!("data/{path}: {error}")) {
            Seed::Service(service) => {
                let twice = data.services.insert(service.id.to_string(), (path.clone(), *service));
                assert!(twice.is_none(), "data/{path}: its id is another service's");
            }
            Seed::Run(run) => data.runs.push((path, *run)),
            Seed::Action(_) => data.actions.push(path),
        }
    }
    data
}

fn stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap().trim_end_matches(".json")
}

#[test]
fn the_program_carries_the_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut there = BTreeSet::new();
    for folder in ["real", "examples"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".json") {
                there.insert(format!("{folder}/{name}"));
            }
        }
    }
    let carried: BTreeSet<String> = seeds::files().into_iter().map(|file| file.path).collect();
    assert_eq!(carried, there, "the build has missed a file");
}

#[test]
fn there_is_one_action_and_it_is_real() {
    assert_eq!(data().actions, ["real/action.json"]);
}

#[test]
fn ids_are_file_names() {
    let data = data();
    for (path, service) in data.services.values() {
        assert_eq!(stem(path), service.id.as_str(), "data/{path}");
    }
    let mut ids = BTreeSet::new();
    for (path, run) in &data.runs {
        assert_eq!(stem(path).strip_prefix("run-"), Some(run.id.as_str()), "data/{path}");
        assert!(ids.insert(run.id.as_str()), "data/{path}: its id is another run's");
    }
}

#[test]
fn what_is_made_up_lies_apart_and_says_so() {
    let data = data();
    let services = data.services.values().map(|(path, service)| (path, service.illustrative));
    for (path, illustrative) in services.chain(data.runs.iter().map(|(path, run)| (path, run.illustrative))) {
        assert_eq!(path.starts_with("examples/"), illustrative, "data/{path}");
    }
}

#[test]
fn what_points_somewhere_points_to_something() {
    let data = data();
    for (path, service) in data.services.values() {
        if let Some(other) = &service.illustrated_by {
            let found = data.services.get(other.as_str());
            assert!(
                found.is_some_and(|(_, other)| other.illustrative),
                "data/{path}: illustrated_by {other}"
            );
        }
    }
    for (path, run) in &data.runs {
        if let Some(id) = &run.service {
            let (_, service) =
                data.services.get(id.as_str()).unwrap_or_else(|| panic!("data/{path}: no service {id}"));
            run.check_against(service).unwrap_or_else(|error| panic!("data/{path}: {error}"));
        }
    }
}
