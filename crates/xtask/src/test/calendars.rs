//! Our working days against two calendars that others keep: PyPI `chinesecalendar` and npm `chinese-days`.
//!
//! Only `--thorough` asks for this, because it fetches both packages. They are installed below cargo's
//! target directory and are no part of the product. Every published day is compared, and where a limit of
//! some working days ends that begins on it.

use super::Tally;
use crate::progress::{note, step};
use crate::workspace::Workspace;
use crate::{cargo, command, machine};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

/// To be raised when the calendar gets a year, to versions that have it.
const CHINESECALENDAR: &str = "1.11.0";
const CHINESE_DAYS: &str = "1.5.7";

/// Limits that are compared, in working days: from none to four weeks, without a gap.
const LIMITS: RangeInclusive<usize> = 0..=20;

/// At most so many differences are shown of each calendar.
const SHOWN: usize = 10;

/// The one rule in which they differ; the comparison holds each to what is said here.
const EXPLANATION: &str = "\
where a limit begins on a day on which nobody works, two ways of counting are about:
  ours, and chinesecalendar: the application is accepted on the next working day, which is not counted
  chinese-days: that next working day is itself the first, so a limit of 1 or more ends a working day sooner
from Saturday 2026-11-21, 1 working day ends on Tuesday 24 here and on Monday 23 there; 0 are Monday in both
the day of acceptance is not counted by law (民法典 第二百零一条), so ours stays";

pub fn run(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let mut example = cargo::command(&workspace.root);
    example.args(["run", "--quiet", "-p", "domain", "--example", "working_days", "--"]).args(numbers());
    let ours = days(&command::read(&mut example)?)?;
    let (Some(first), Some(last)) = (ours.first(), ours.last()) else {
        bail!("the example working_days prints no day");
    };
    let asked: Vec<String> = [first.date.clone(), last.date.clone()].into_iter().chain(numbers()).collect();

    let name = format!("chinesecalendar {CHINESECALENDAR}");
    let theirs = chinesecalendar(workspace, &asked);
    report(tally, &name, &ours, theirs, |day, number| day.end(number));

    let name = format!("chinese-days {CHINESE_DAYS}");
    let theirs = chinese_days(workspace, &asked);
    report(tally, &name, &ours, theirs, |day, number| match number {
        1.. if day.rests => day.end(number - 1),
        _ => day.end(number),
    });
    note(EXPLANATION);
    Ok(())
}

fn numbers() -> impl Iterator<Item = String> {
    LIMITS.map(|days| days.to_string())
}

/// What one calendar says of one day.
#[derive(Debug, PartialEq, Eq)]
struct Day {
    date: String,
    rests: bool,
    /// Where the limits of [`LIMITS`] end; `-` in a year without a notice.
    ends: Vec<String>,
}

impl Day {
    /// Where a limit of so many working days ends; empty for one that was not asked for.
    fn end(&self, number: usize) -> &str {
        self.ends.get(number).map_or("", String::as_str)
    }
}

/// Reads lines like `2026-11-21 rest 2026-11-23 2026-11-24`.
fn days(text: &str) -> Result<Vec<Day>> {
    let day = |line: &str| {
        let mut words = line.split_whitespace().map(str::to_owned);
        let (date, kind) = (words.next()?, words.next()?);
        let rests = match kind.as_str() {
            "work" => false,
            "rest" => true,
            _ => return None,
        };
        Some(Day { date, rests, ends: words.collect() }).filter(|day| day.ends.len() == LIMITS.count())
    };
    text.lines().map(|line| day(line).with_context(|| format!("`{line}` is no day"))).collect()
}

fn report(
    tally: &mut Tally,
    name: &str,
    ours: &[Day],
    theirs: Result<Vec<Day>>,
    expected_end: impl Fn(&Day, usize) -> &str,
) {
    let check = format!("calendars: {name}");
    match theirs.and_then(|theirs| differences(ours, &theirs, expected_end)) {
        Ok(found) if found.is_empty() => {
            let limits = ours.len() * LIMITS.count();
            tally.pass(&format!("{check}: {} days and {limits} limits compared", ours.len()));
        }
        Ok(found) => {
            let shown = found.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n");
            let what = format!(
                "{} of {} days differ; read the State Council's notice and mend whoever is wrong:\n{shown}",
                found.len(),
                ours.len()
            );
            tally.fail(&check, &what);
        }
        Err(error) => tally.fail(&check, &format!("{error:#}")),
    }
}

/// One sentence for each day on which a calendar does not say what ours makes us expect.
fn differences(
    ours: &[Day],
    theirs: &[Day],
    expected_end: impl Fn(&Day, usize) -> &str,
) -> Result<Vec<String>> {
    ensure!(ours.len() == theirs.len(), "it tells {} days and we tell {}", theirs.len(), ours.len());
    let mut found = Vec::new();
    for (our, their) in ours.iter().zip(theirs) {
        if our.date != their.date || our.rests != their.rests {
            let word = |day: &Day| if day.rests { "rest" } else { "work" };
            found.push(format!("{}: {} here, {} {} there", our.date, word(our), their.date, word(their)));
            continue;
        }
        let mut limits = LIMITS;
        if let Some(number) = limits.find(|number| expected_end(our, *number) != their.end(*number)) {
            let (expected, told) = (expected_end(our, number), their.end(number));
            found.push(format!("{} + {number}: {expected} expected, {told} there", our.date));
        }
    }
    Ok(found)
}

fn chinesecalendar(workspace: &Workspace, asked: &[String]) -> Result<Vec<Day>> {
    let Some(python) = ["python3", "python"].into_iter().find_map(machine::find_program) else {
        bail!("Python is missing: install Python 3 with venv (Debian: `apt install python3-venv`)");
    };
    let folder = workspace.target.join("calendars").join("python");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let package = format!("chinesecalendar=={CHINESECALENDAR}");
    step(&format!("installing {package}"), || {
        command::read(Command::new(python).args(["-m", "venv"]).arg(&folder))?;
        let mut pip = Command::new(programs.join("python"));
        command::read(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package]))
    })?;
    let script = script(workspace, "chinesecalendar.py");
    days(&command::read(Command::new(programs.join("python")).arg(script).args(asked))?)
}

fn chinese_days(workspace: &Workspace, asked: &[String]) -> Result<Vec<Day>> {
    let (Some(node), Some(npm)) = (machine::find_program("node"), machine::find_program("npm")) else {
        bail!("Node is missing: install Node 20 or newer with npm (https://nodejs.org)");
    };
    let folder = workspace.target.join("calendars").join("node");
    let package = format!("chinese-days@{CHINESE_DAYS}");
    step(&format!("installing {package}"), || {
        own_project(&folder)?;
        let mut install = Command::new(npm);
        install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", &package]);
        command::read(install.current_dir(&folder))
    })?;
    let mut node = Command::new(node);
    node.arg(script(workspace, "chinese_days.cjs")).args(asked);
    days(&command::read(node.env("NODE_PATH", folder.join("node_modules")))?)
}

/// Without a package.json of its own npm would install into the first parent that has one.
fn own_project(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(folder.join("package.json"), "{\"private\": true}\n"))
        .with_context(|| format!("cannot write to {}", folder.display()))
}

fn script(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.root.join("crates/xtask/src/test/calendars").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day on which nobody works, with ends that are all the same but the last.
    fn a_saturday() -> String {
        format!("2026-11-21 rest {} 2026-12-21\n", ["2026-11-23"; 20].join(" "))
    }

    #[test]
    fn the_same_days_do_not_differ_and_another_one_is_named() {
        let ours = days(&a_saturday()).unwrap();
        let found = |theirs: &str| differences(&ours, &days(theirs).unwrap(), |day, n| day.end(n)).unwrap();
        assert!(found(&a_saturday()).is_empty());
        assert!(found(&a_saturday().replace("rest", "work"))[0].contains("rest here"));
        let told = found(&a_saturday().replace("2026-12-21", "2026-12-18"));
        assert_eq!(told, ["2026-11-21 + 20: 2026-12-21 expected, 2026-12-18 there"]);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        assert!(days("2026-11-21 maybe").is_err());
        assert!(days("2026-11-21 rest 2026-11-23").is_err());
    }

    #[test]
    fn a_calendar_with_fewer_days_is_no_agreement() {
        let ours = days(&a_saturday()).unwrap();
        assert!(differences(&ours, &[], |day, n| day.end(n)).is_err());
    }
}
