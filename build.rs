//! Makes the sentences in 繁體中文 of those in 简体中文: whole files, as the code in them has no Chinese characters.
//!
//! Characters and phrases are converted as Open Chinese Convert does it for Taiwan, without its vocabulary.
//! `src/words/zh_hant_exceptions.txt` says what that gets wrong; a line that changes nothing stops the build.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use std::path::{Path, PathBuf};
use std::{env, fs};

const WRITTEN: &str = "src/words/zh_hans";
const EXCEPTIONS: &str = "src/words/zh_hant_exceptions.txt";

fn main() {
    for input in ["build.rs", "src/words/zh_hans.rs", WRITTEN, EXCEPTIONS] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let converter = OpenCC::from_config(BuiltinConfig::S2tw).expect("the dictionaries are in the crate");
    let converted = with_exceptions(&converter.convert(&written()));
    fs::write(out.join("zh_hant.rs"), converted).expect("OUT_DIR is writable");
}

/// All files of the catalogue as one, each module within its parent.
fn written() -> String {
    let mut catalogue = without_preface(&read(Path::new("src/words/zh_hans.rs")));
    let mut files: Vec<PathBuf> = fs::read_dir(WRITTEN)
        .expect("the catalogue is readable")
        .map(|entry| entry.expect("the catalogue is readable").path())
        .collect();
    files.sort();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("modules have plain names");
        let declared = format!("mod {name};\n");
        assert!(catalogue.contains(&declared), "src/words/zh_hans.rs has no line `mod {name};`");
        let within = format!("mod {name} {{\n{}}}\n", without_preface(&read(&file)));
        catalogue = catalogue.replace(&declared, &within);
    }
    catalogue
}

/// A file that is included can't open with what is said of the whole of it.
fn without_preface(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("//!")).map(|line| format!("{line}\n")).collect()
}

/// Lines like `what the converter writes → what is right`.
fn with_exceptions(converted: &str) -> String {
    let exceptions = read(Path::new(EXCEPTIONS));
    let lines = exceptions.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.fold(converted.to_owned(), |text, line| {
        let (wrong, right) =
            line.split_once(" → ").unwrap_or_else(|| panic!("{EXCEPTIONS}: `{line}` has no ` → `"));
        assert!(text.contains(wrong), "{EXCEPTIONS}: nothing is written `{wrong}` any more; remove the line");
        text.replace(wrong, right)
    })
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}
