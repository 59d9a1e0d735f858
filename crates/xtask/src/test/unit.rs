//! All tests written in Rust, documentation included.

use super::Tally;
use crate::workspace::Workspace;
use crate::{cargo, command, machine};
use anyhow::Result;

/// Separate runs, so that nothing is built with the features of something else.
const RUNS: [&[&str]; 3] = [
    &["-p", "domain", "-p", "api", "-p", "store", "-p", "server", "--features", "domain/schema,api/schema"],
    &["-p", "xtask"],
    &["-p", "app", "--features", "ssr"],
];

/// Properties are tried with so many cases when it is to be thorough; proptest reads it from the environment.
const THOROUGH_CASES: (&str, &str) = ("PROPTEST_CASES", "10000");

/// So many cases take hours unoptimised, so they have a profile of their own in the workspace's `Cargo.toml`.
const THOROUGH_PROFILE: [&str; 2] = ["--profile", "thorough"];

pub fn run(workspace: &Workspace, thorough: bool, tally: &mut Tally) -> Result<()> {
    machine::require_c_compiler()?;
    for arguments in RUNS {
        let mut cargo = cargo::command(&workspace.root);
        cargo.args(["test", "--no-fail-fast"]).args(arguments);
        if thorough {
            cargo.args(THOROUGH_PROFILE).env(THOROUGH_CASES.0, THOROUGH_CASES.1);
        }
        let finished = command::show(&mut cargo)?;
        let counted = count(&finished.stdout);
        let silent_failure = !finished.success && counted.failed.is_empty();
        let failed = counted.failed.into_iter().map(|name| format!("unit: {name}"));
        tally.add(counted.passed, failed);
        if silent_failure {
            tally.fail(
                "unit",
                &format!("`{}` did not get to its end; its output above says why", command::spelled(&cargo)),
            );
        }
    }
    Ok(())
}

struct Counted {
    passed: usize,
    failed: Vec<String>,
}

/// Reads what Rust's test runner prints: `test name ... FAILED` and `test result: ok. 8 passed; …`.
fn count(output: &str) -> Counted {
    let passed = output.lines().filter(|line| line.starts_with("test result:")).filter_map(passed_of).sum();
    let failed = output.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    Counted { passed, failed: failed.map(str::to_owned).collect() }
}

fn passed_of(result: &str) -> Option<usize> {
    let (before, _) = result.split_once(" passed")?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_binaries_are_summed() {
        let output = "test a::b ... ok\ntest c - should panic ... FAILED\n\
            test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        let counted = count(output);
        assert_eq!(counted.passed, 13);
        assert_eq!(counted.failed, ["c - should panic"]);
    }
}
