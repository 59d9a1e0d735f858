//! What a file looks like to somebody who opens it for the first time.

use super::Violations;
use super::repository::Repository;

/// More is no longer read from top to bottom.
const LONGEST: usize = 500;

pub fn prefaces(repository: &Repository) -> Violations {
    let rust = repository.below("", ".rs").filter(|file| !file.text.starts_with("//!"));
    Ok(rust.map(|file| format!("{}: open the file with `//!` and why it exists", file.path)).collect())
}

pub fn lengths(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for ending in [".rs", ".css", ".mjs"] {
        for file in repository.below("", ending) {
            let lines = file.without_tests().lines().count();
            if lines > LONGEST {
                violations.push(format!(
                    "{}: {lines} lines; split it where its concepts part ({LONGEST} at most)",
                    file.path
                ));
            }
        }
    }
    Ok(violations)
}

/// What draws more than this draws more than one thing.
const LONGEST_COMPONENT: usize = 200;

pub fn component_lengths(repository: &Repository) -> Violations {
    let drawing = ["src/components/", "src/pages/"].into_iter();
    let files = drawing.flat_map(|folder| repository.below(folder, ".rs"));
    let long = files.map(|file| (&file.path, file.without_tests().lines().count()));
    let long = long.filter(|(_, lines)| *lines > LONGEST_COMPONENT);
    Ok(long
        .map(|(path, lines)| {
            format!(
                "{path}: {lines} lines; a component has {LONGEST_COMPONENT} at most, so part it by meaning"
            )
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_preface_is_told() {
        let repository = Repository::of(&[("src/a.rs", "//! A.\n"), ("src/b.rs", "fn b() {}\n")]);
        let told = prefaces(&repository).unwrap();
        assert!(told.len() == 1 && told[0].starts_with("src/b.rs"), "{told:?}");
    }

    #[test]
    fn tests_do_not_make_a_file_long() {
        let (code, tests) =
            ("fn a() {}\n".repeat(501), "\n#[cfg(test)]\nmod tests {\n".to_owned() + &"//\n".repeat(600));
        assert_eq!(lengths(&Repository::of(&[("src/a.rs", &code)])).unwrap().len(), 1);
        assert_eq!(lengths(&Repository::of(&[("src/a.rs", &tests)])).unwrap().len(), 0);
    }

    #[test]
    fn a_component_is_short() {
        let code = "fn a() {}\n".repeat(201);
        let repository = Repository::of(&[("src/components/a.rs", &code), ("src/diagram/a.rs", &code)]);
        let told = component_lengths(&repository).unwrap();
        assert!(told.len() == 1 && told[0].starts_with("src/components/a.rs"), "{told:?}");
    }
}
