//! The data that this release carries: the files of `data/`, in the program itself.
//!
//! A test holds every file to the rules, so a file that can't be read here is one that somebody is
//! editing right now: it is named in the log and left out, and the server starts all the same.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use domain::{Action, ParseError, Run, Service};
use include_dir::{Dir, include_dir};
use store::Seed;

static DATA: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// A file of `data/` by its path in there, with what is in it or why it can't be read.
pub struct SeedFile {
    /// `real/investment-filing.json`
    pub path: String,
    /// What it holds.
    pub seed: Result<Seed, ParseError>,
}

/// All files, real ones first, in the order of their names: the order in which everything is shown.
pub fn files() -> Vec<SeedFile> {
    ["real", "examples"].into_iter().filter_map(|folder| DATA.get_dir(folder)).flat_map(in_folder).collect()
}

/// What can be read of them; the rest is named in the log.
pub fn readable() -> Vec<Seed> {
    let read = |file: SeedFile| match file.seed {
        Ok(seed) => Some(seed),
        Err(error) => {
            tracing::error!(file = file.path, %error, "a file of the data is left out");
            None
        }
    };
    files().into_iter().filter_map(read).collect()
}

/// What is in the process files of a directory, in the order of their names. Unlike a file of this release,
/// which a test has held to the rules, one of somebody else's may be wrong, and then says where.
pub fn of_directory(directory: &Path) -> Result<Vec<Seed>, UnreadableFile> {
    let at = |path: &Path| {
        let path = path.display().to_string();
        move |why: &dyn fmt::Display| UnreadableFile { path: path.clone(), why: why.to_string() }
    };
    let entries = fs::read_dir(directory).map_err(|error| at(directory)(&error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| at(directory)(&error))?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).map_err(|error| at(&path)(&error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parse(&name, &text).map_err(|error| at(&path)(&error))
    };
    paths.into_iter().map(read).collect()
}

/// A file that cannot be read, and why not.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}")]
pub struct UnreadableFile {
    path: String,
    why: String,
}

fn in_folder(folder: &'static Dir) -> Vec<SeedFile> {
    let json = folder.files().filter(|file| file.path().extension().is_some_and(|e| e == "json"));
    let mut files: Vec<SeedFile> = json
        .map(|file| {
            let name = file.path().file_name().unwrap_or_default().to_string_lossy();
            // Text that is not UTF-8 is no JSON: the parser says so.
            let text = String::from_utf8_lossy(file.contents());
            SeedFile { path: file.path().display().to_string(), seed: parse(&name, &text) }
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Reads one file, which is of the kind that its name says.
pub(crate) fn parse(name: &str, text: &str) -> Result<Seed, ParseError> {
    if name == "action.json" {
        Action::parse(text).map(|action| Seed::Action(Box::new(action)))
    } else if name.starts_with("run-") {
        Run::parse(text).map(|run| Seed::Run(Box::new(run)))
    } else {
        Service::parse(text).map(|service| Seed::Service(Box::new(service)))
    }
}

impl fmt::Debug for SeedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}
