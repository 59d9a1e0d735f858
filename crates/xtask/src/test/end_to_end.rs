//! Journeys through the packed server in a real browser: `tests/e2e/*.test.mjs`.

use super::{Tally, browser};
use crate::workspace::Workspace;
use crate::{command, node};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Walks all journeys; with `update` they write down anew what is read aloud of every page.
pub fn run(workspace: &Workspace, server: &Path, update: bool, tally: &mut Tally) -> Result<()> {
    let node = node::with_packages(workspace)?;
    let browser = browser::require()?;
    let journeys = journeys(&workspace.root.join("tests/e2e"))?;

    let mut command = Command::new(node);
    command.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(&journeys);
    // One browser at a time, and no colours in what is counted below.
    command
        .current_dir(&workspace.root)
        .env("PAOYICI_BIN", server)
        .env("CHROME", browser)
        .env("NO_COLOR", "1");
    if update {
        command.env("UPDATE_SNAPSHOTS", "1");
    }
    let finished = command::show(&mut command)?;

    let counted = count(&finished.stdout);
    let silent_failure = !finished.success && counted.failed.is_empty();
    tally.add(counted.passed, counted.failed.into_iter().map(|name| format!("e2e: {name}")));
    if silent_failure {
        tally.fail("e2e", "the test runner did not get to its end; its output above says why");
    }
    Ok(())
}

fn journeys(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut journeys = Vec::new();
    // Without the directory there is nothing to walk either.
    let entries = fs::read_dir(directory).into_iter().flatten();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list {}", directory.display()))?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            journeys.push(path);
        }
    }
    ensure!(!journeys.is_empty(), "tests/e2e has no *.test.mjs: at least the main journey must be walked");
    journeys.sort();
    Ok(journeys)
}

struct Counted {
    passed: usize,
    failed: Vec<String>,
}

/// Reads the spec reporter: `ℹ pass 3`, and `✖ name (12ms)` for each failure, which are listed again
/// after the counts. Tests that were cancelled or ran out of time are failures.
fn count(output: &str) -> Counted {
    let number = |label: &str| {
        let of_line = |line: &str| {
            line.strip_prefix(['ℹ', '#'])?.trim_start().strip_prefix(label)?.trim().parse::<usize>().ok()
        };
        output.lines().filter_map(of_line).next_back().unwrap_or_default()
    };
    let passed = number("pass ");
    let expected = number("fail ") + number("cancelled ");
    let (_, listed) = output.split_once("failing tests:").unwrap_or_default();
    let names = listed.lines().filter_map(|line| line.strip_prefix("✖ "));
    let mut failed: Vec<String> = names.map(|name| name.trim().to_owned()).collect();
    failed.resize_with(expected, || "a journey that stopped; the output above says which".to_owned());
    Counted { passed, failed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_failed_and_cancelled_journeys_are_counted() {
        let output = "✔ starts (3ms)\n✖ compares (5ms)\nℹ tests 3\nℹ pass 1\nℹ fail 1\nℹ cancelled 1\n\n\
            ✖ failing tests:\n\ntest at tests/e2e/a.test.mjs:1:1\n✖ compares (5ms)\n  Error\n";
        let counted = count(output);
        assert_eq!(counted.passed, 1);
        assert_eq!(counted.failed.len(), 2);
        assert_eq!(counted.failed[0], "compares (5ms)");
    }

    #[test]
    fn other_reporters_are_understood() {
        assert_eq!(count("# tests 2\n# pass 2\n# fail 0\n").passed, 2);
    }
}
