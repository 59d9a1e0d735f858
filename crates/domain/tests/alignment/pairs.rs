//! The pairs of the alignment set with their labels, as the files have them.

use std::fs;
use std::path::{Path, PathBuf};

use domain::compare::Side;
use domain::{Service, Version};
use serde::Deserialize;

/// The labels of a pair.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// What the pair tests, in words.
    pub covers: Vec<String>,
    /// Whether it only measures and nobody looks at it while building.
    #[serde(default)]
    pub held_out: bool,
    /// Every step of either side once.
    pub groups: Vec<Group>,
}

/// Steps that correspond, by key, and what changed between them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Steps of the first side.
    pub first: Vec<String>,
    /// Steps of the second side.
    pub second: Vec<String>,
    /// Kinds of change.
    pub kinds: Vec<String>,
}

/// Two versions of one service, and what a careful reader says of them.
pub struct Pair {
    /// The name of its folder.
    pub name: String,
    before: Service,
    after: Service,
    /// What the reader says.
    pub labels: Labels,
}

impl Pair {
    fn read(folder: &Path) -> Pair {
        let name = folder.file_name().expect("it has a name").to_string_lossy().into_owned();
        let text = |file: &str| {
            fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{name}/{file}: {error}"))
        };
        let service =
            |file: &str| Service::parse(&text(file)).unwrap_or_else(|error| panic!("{name}/{file}: {error}"));
        let (before, after) = (service("before.json"), service("after.json"));
        let labels = serde_json::from_str(&text("groups.json"))
            .unwrap_or_else(|error| panic!("{name}/groups.json: {error}"));
        Pair { name, before, after, labels }
    }

    /// The service and its only version, of either side.
    pub fn sides(&self) -> [(&Service, &Version); 2] {
        [&self.before, &self.after].map(|service| (service, &service.versions[0]))
    }

    /// The same, as they are compared.
    pub fn compared_sides(&self) -> [Side<'_>; 2] {
        self.sides().map(|(service, version)| Side { service, version })
    }
}

/// All pairs, sorted by name.
pub fn pairs() -> Vec<Pair> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/alignment/pairs");
    let mut folders: Vec<PathBuf> = fs::read_dir(root)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    folders.sort();
    folders.iter().map(|folder| Pair::read(folder)).collect()
}
