//! The documents that a newcomer looks for, and the commands in them.

use super::Violations;
use super::repository::Repository;

const DOCUMENTS: [&str; 6] =
    ["README.md", "ARCHITECTURE.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"];

const SERVE: &str = "cargo xtask serve";
const TEST: &str = "cargo xtask test";

pub fn exist(repository: &Repository) -> Violations {
    let missing = DOCUMENTS.iter().filter(|document| repository.text(document).is_err());
    Ok(missing.map(|document| format!("{document} is missing: write it")).collect())
}

pub fn commands(repository: &Repository) -> Violations {
    let expected = [("README.md", SERVE), ("README.md", TEST), (".ci/run", TEST)];
    let silent = expected
        .iter()
        .filter(|(file, command)| !repository.text(file).is_ok_and(|text| text.contains(command)));
    Ok(silent
        .map(|(file, command)| format!("{file} does not say `{command}`: that is the command everybody uses"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_documents_and_commands_are_told() {
        let repository =
            Repository::of(&[("README.md", "cargo xtask serve"), (".ci/run", "exec cargo xtask test")]);
        assert_eq!(exist(&repository).unwrap().len(), 5);
        assert_eq!(
            commands(&repository).unwrap(),
            ["README.md does not say `cargo xtask test`: that is the command everybody uses"]
        );
    }
}
