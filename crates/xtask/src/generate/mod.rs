//! `cargo xtask generate`: a large demonstration district, as process files for `paoyici serve --files DIR`,
//! so that what is promised of thousands of services can be looked at and measured.
//!
//! Everything in it is made up, and says so: each name ends with （示例）, each number is 示例. The same seed
//! gives the same files, and a service is the same in a small district as in a large one.

mod dice;
mod names;
mod process;

use crate::progress::note;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Options {
    /// How many services
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    services: u32,
    /// Another seed is another district
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where to write the files [default: district in cargo's target directory]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<()> {
    let out = match &options.out {
        Some(out) => out.clone(),
        None => Workspace::find()?.target.join("district"),
    };
    write(&out, options.services, options.seed)?;
    let out = out.display();
    note(&format!(
        "{} services are in {out}: look at them with `paoyici serve --files {out}`",
        options.services
    ));
    Ok(())
}

/// Writes a district of so many services, and takes out what a former one has left there.
pub fn write(out: &Path, services: u32, seed: u64) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    take_out_former(out)?;
    for number in 0..services {
        let id = id(number);
        let service = process::service(&id, number, &mut dice::Dice::of(seed, number));
        let path = out.join(format!("{id}.json"));
        let text = serde_json::to_string_pretty(&service)?;
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn id(number: u32) -> String {
    format!("{PREFIX}{number:05}")
}

/// How every file begins that this command has written, and no other.
const PREFIX: &str = "district-";

fn take_out_former(out: &Path) -> Result<()> {
    let listing = || format!("cannot list {}", out.display());
    let entries = fs::read_dir(out).with_context(listing)?;
    let paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>().with_context(listing)?;
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(PREFIX) && name.ends_with(".json")
    };
    if let Some(other) = paths.iter().find(|path| !is_ours(path)) {
        ensure!(false, "{} is not of a generated district: choose a directory of its own", other.display());
    }
    for path in paths {
        fs::remove_file(&path).with_context(|| format!("cannot take out {}", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::HashSet;

    fn district(services: u32, seed: u64) -> Vec<Value> {
        (0..services)
            .map(|number| process::service(&id(number), number, &mut dice::Dice::of(seed, number)))
            .collect()
    }

    #[test]
    fn the_same_seed_is_the_same_district_and_another_is_another() {
        assert_eq!(district(40, 7), district(40, 7));
        assert_eq!(district(40, 7)[..20], district(20, 7)[..]);
        assert_ne!(district(40, 7), district(40, 8));
    }

    #[test]
    fn every_name_is_marked_and_no_two_of_an_area_are_alike() {
        let mut known = HashSet::new();
        for service in district(5_000, 1) {
            let text = |key: &str| service[key].as_str().expect("a text").to_owned();
            assert!(text("name").ends_with("（示例）"), "{}", text("name"));
            assert!(text("area").contains("示例"), "{}", text("area"));
            assert_eq!(service["illustrative"], true);
            assert!(known.insert((text("area"), text("name"))), "{} twice", text("name"));
        }
    }

    #[test]
    fn nothing_rests_on_other_evidence_than_being_made_up() {
        fn evidence(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::Object(fields) => {
                    for (name, value) in fields {
                        if name == "evidence" {
                            found.push(value["kind"].to_string());
                        }
                        evidence(value, found);
                    }
                }
                Value::Array(values) => values.iter().for_each(|value| evidence(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        district(200, 1).iter().for_each(|service| evidence(service, &mut found));
        assert!(found.len() > 2_000);
        assert!(found.iter().all(|kind| kind == "\"example\""));
    }

    #[test]
    fn a_smaller_district_takes_the_place_of_a_larger_one_and_of_nothing_else() {
        let directory = tempfile::tempdir().expect("a directory");
        write(directory.path(), 12, 1).expect("it is written");
        write(directory.path(), 3, 1).expect("it is written again");
        assert_eq!(fs::read_dir(directory.path()).expect("it is there").count(), 3);
        fs::write(directory.path().join("mine.json"), "{}").expect("a file");
        let error = write(directory.path(), 3, 1).expect_err("somebody's file is there").to_string();
        assert!(error.contains("mine.json"), "{error}");
    }
}
