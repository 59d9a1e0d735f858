//! The repository as the rules see it: its text files, read once.

use super::rust_text::{self, RustText};
use crate::cargo;
use crate::command;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that rules look at.
pub struct Repository {
    root: PathBuf,
    /// What cargo knows about our own crates.
    pub metadata: Value,
    pub files: Vec<SourceFile>,
}

/// A text file, named by its path from the root with `/` between the parts.
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

impl Repository {
    pub fn read(workspace: &Workspace) -> Result<Repository> {
        let mut files = Vec::new();
        for directory in ["src", "crates", "style", "tests", ".ci"] {
            collect(&workspace.root, &workspace.root.join(directory), &mut files)?;
        }
        for document in documents_of(&workspace.root)? {
            read_into(&workspace.root, &document, &mut files)?;
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Repository { root: workspace.root.clone(), metadata: workspace.metadata()?, files })
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Result<&str> {
        let file = self.files.iter().find(|file| file.path == path);
        Ok(&file.with_context(|| format!("{path} is missing"))?.text)
    }

    /// The files below a directory (`src/`) whose names end so (`.rs`).
    pub fn below<'a>(&'a self, directory: &'a str, ending: &'a str) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter(move |file| file.path.starts_with(directory) && file.path.ends_with(ending))
    }

    /// What `cargo tree` says about a package.
    pub fn dependency_tree(&self, arguments: &[&str]) -> Result<String> {
        let mut cargo = cargo::command(&self.root);
        command::read(cargo.args(["tree", "--prefix", "none", "--edges", "normal,features"]).args(arguments))
    }

    /// The versions of a package in Cargo.lock.
    pub fn locked_versions(&self, package: &str) -> Result<Vec<String>> {
        let name = format!("name = \"{package}\"");
        let lock = self.text("Cargo.lock")?;
        let entries = lock.split("[[package]]").filter(|entry| entry.lines().any(|line| line == name));
        let version =
            |entry: &str| entry.lines().find_map(|line| line.strip_prefix("version = ").map(str::to_owned));
        Ok(entries.filter_map(version).map(|version| version.trim_matches('"').to_owned()).collect())
    }
}

impl SourceFile {
    /// The file without its tests, told apart into code, strings and comments.
    pub fn rust(&self) -> RustText {
        rust_text::split(self.without_tests())
    }

    /// The text before the tests; nothing when the whole file is one.
    pub fn without_tests(&self) -> &str {
        if self.is_test() {
            return "";
        }
        let end = self.text.find("\n#[cfg(test)]\nmod ").map_or(self.text.len(), |newline| newline + 1);
        &self.text[..end]
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.starts_with("tests/") || self.path.contains("/tests/")
    }
}

fn documents_of(root: &Path) -> Result<Vec<PathBuf>> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(root).with_context(|| format!("cannot list {}", root.display()))? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && ["md", "toml", "lock", "html", ""].contains(&ending.as_str()) {
            documents.push(path);
        }
    }
    Ok(documents)
}

fn collect(root: &Path, directory: &Path, files: &mut Vec<SourceFile>) -> Result<()> {
    if !directory.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(directory).with_context(|| format!("cannot list {}", directory.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            read_into(root, &path, files)?;
        }
    }
    Ok(())
}

/// Files that are not text have no rules.
fn read_into(root: &Path, path: &Path, files: &mut Vec<SourceFile>) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.strip_prefix(root).context("the file is outside of the repository")?;
    if let Ok(text) = String::from_utf8(bytes) {
        files.push(SourceFile { path: name.to_string_lossy().replace('\\', "/"), text });
    }
    Ok(())
}

#[cfg(test)]
impl Repository {
    /// A repository of these files.
    pub fn of(files: &[(&str, &str)]) -> Repository {
        let file = |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
        Repository { root: PathBuf::new(), metadata: Value::Null, files: files.iter().map(file).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_cut_off() {
        let repository = Repository::of(&[
            ("src/a.rs", "//! A.\nfn a() {}\n\n#[cfg(test)]\nmod tests {}\n"),
            ("src/b/tests.rs", "//! B.\n"),
        ]);
        assert_eq!(repository.files[0].without_tests(), "//! A.\nfn a() {}\n\n");
        assert_eq!(repository.files[1].without_tests(), "");
    }

    #[test]
    fn locked_versions_are_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n";
        let repository = Repository::of(&[("Cargo.lock", lock)]);
        assert_eq!(repository.locked_versions("a").unwrap(), ["1.0.0"]);
    }
}
