//! Which crate may know which, and which versions must be one.

use super::Violations;
use super::repository::Repository;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;

/// Every edge between our crates; the drawing in `ARCHITECTURE.md` shows the same.
const EDGES: [(&str, &str); 9] = [
    ("api", "domain"),
    ("app", "api"),
    ("app", "domain"),
    ("server", "api"),
    ("server", "app"),
    ("server", "cards"),
    ("server", "domain"),
    ("server", "store"),
    ("store", "domain"),
];

pub fn edges(repository: &Repository) -> Violations {
    let mut found = BTreeSet::new();
    for package in packages(repository)? {
        for dependency in package["dependencies"].as_array().context("a package without dependencies")? {
            // A test may look at more; what ships may not.
            if dependency["path"].is_string() && dependency["kind"].is_null() {
                found.insert((text(&package["name"])?, text(&dependency["name"])?));
            }
        }
    }
    Ok(differences(&found))
}

fn differences(found: &BTreeSet<(&str, &str)>) -> Vec<String> {
    let drawn = BTreeSet::from(EDGES);
    let added = found.difference(&drawn).map(|(from, to)| {
        format!("{from} depends on {to}, which ARCHITECTURE.md does not draw: remove the dependency, or draw it there and in tidy/direction.rs")
    });
    let missing = drawn.difference(found).map(|(from, to)| {
        format!("{from} no longer depends on {to}: remove the edge from ARCHITECTURE.md and from tidy/direction.rs")
    });
    added.chain(missing).collect()
}

pub fn app_is_opt_in(repository: &Repository) -> Violations {
    let app = package(repository, "app")?;
    let mut violations = Vec::new();
    if app["features"]["default"].as_array().is_some_and(|features| !features.is_empty()) {
        violations.push("app has default features: each build of it must say `csr` or `ssr`".to_owned());
    }
    let members = repository.metadata["workspace_default_members"].as_array();
    if members.context("cargo metadata names no default members")?.contains(&app["id"]) {
        violations.push(
            "app is a default member: a plain `cargo build` would build it without a rendering".to_owned(),
        );
    }
    Ok(violations)
}

pub fn renderings_stay_apart(repository: &Repository) -> Violations {
    const WASM: &str = "wasm32-unknown-unknown";
    let builds: [(&[&str], &str, &str); 3] = [
        (&["--package", "server"], "leptos feature \"csr\"", "the server"),
        (&["--package", "app", "--features", "ssr"], "leptos feature \"csr\"", "the app with ssr"),
        (
            &["--package", "app", "--features", "csr", "--target", WASM],
            "leptos feature \"ssr\"",
            "the app with csr",
        ),
    ];
    let mut violations = Vec::new();
    for (arguments, forbidden, build) in builds {
        if repository.dependency_tree(arguments)?.lines().any(|line| line.starts_with(forbidden)) {
            violations.push(format!(
                "{build} turns on the {forbidden}: effects or event handlers would die at runtime"
            ));
        }
    }
    let library: String = repository.text("src/lib.rs")?.split_whitespace().collect();
    if !library.contains("#[cfg(all(feature=\"csr\",feature=\"ssr\"))]compile_error!") {
        violations.push(
            "src/lib.rs does not refuse csr and ssr together: put the `compile_error!` back".to_owned(),
        );
    }
    Ok(violations)
}

pub fn wasm_bindgen_versions(repository: &Repository) -> Violations {
    let library = repository.locked_versions("wasm-bindgen")?;
    let glue = repository.locked_versions("wasm-bindgen-cli-support")?;
    let equal = library == glue && library.len() == 1;
    let violation = || {
        format!(
            "Cargo.lock has wasm-bindgen {} and wasm-bindgen-cli-support {}: set the one in crates/xtask/Cargo.toml to the other",
            library.join(", "),
            glue.join(", ")
        )
    };
    Ok((!equal).then(violation).into_iter().collect())
}

pub fn one_sqlite(repository: &Repository) -> Violations {
    let versions = repository.locked_versions("libsqlite3-sys")?;
    let violation = || {
        format!(
            "Cargo.lock has libsqlite3-sys in the versions {:?}: exactly one may be linked",
            versions.join(", ")
        )
    };
    Ok((versions.len() != 1).then(violation).into_iter().collect())
}

fn packages(repository: &Repository) -> Result<&Vec<Value>> {
    repository.metadata["packages"].as_array().context("cargo metadata lists no packages")
}

fn package<'a>(repository: &'a Repository, name: &str) -> Result<&'a Value> {
    let named = packages(repository)?.iter().find(|package| package["name"] == name);
    named.with_context(|| format!("there is no package {name}"))
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("cargo metadata has a name that is no text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_added_and_a_missing_edge_are_both_told() {
        let mut found = BTreeSet::from(EDGES);
        assert!(differences(&found).is_empty());
        found.insert(("domain", "store"));
        found.remove(&("store", "domain"));
        let told = differences(&found);
        assert!(told[0].starts_with("domain depends on store"), "{told:?}");
        assert!(told[1].starts_with("store no longer depends on domain"), "{told:?}");
    }

    #[test]
    fn two_versions_are_told() {
        let entry =
            |name: &str, version: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n");
        let lock = entry("wasm-bindgen", "0.2.130") + &entry("wasm-bindgen-cli-support", "0.2.129");
        let repository = Repository::of(&[("Cargo.lock", &lock)]);
        assert_eq!(wasm_bindgen_versions(&repository).unwrap().len(), 1);
        assert_eq!(one_sqlite(&repository).unwrap().len(), 1);
    }
}
