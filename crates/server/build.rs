//! Puts the files that browsers load into the program, so that one file is all there is to deploy.
//!
//! `PAOYICI_WEB` names the directory of a finished bundle; `cargo xtask` sets it. Without it the server
//! builds as well, and says on its pages that they are missing.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-env-changed=PAOYICI_WEB");
    println!("cargo::rerun-if-changed=build.rs");
    // `include_dir!` notices a changed file, but not a new one.
    println!("cargo::rerun-if-changed=../../data");
    let mut table = String::from("static EMBEDDED: &[WebFile] = &[\n");
    if let Some(bundle) = env::var_os("PAOYICI_WEB").map(PathBuf::from) {
        assert!(bundle.is_dir(), "PAOYICI_WEB is not a directory: build with `cargo xtask serve`");
        println!("cargo::rerun-if-changed={}", bundle.display());
        let mut files = Vec::new();
        collect(&bundle, &bundle, &mut files);
        files.sort();
        for file in &files {
            write_entry(&mut table, &bundle, file, &files);
        }
    }
    table += "];\n";
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("web_files.rs");
    fs::write(out, table).expect("OUT_DIR is writable");
}

/// The paths below `bundle`, with `/` between their parts.
fn collect(bundle: &Path, directory: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(directory).expect("the bundle is readable") {
        let path = entry.expect("the bundle is readable").path();
        if path.is_dir() {
            collect(bundle, &path, files);
        } else {
            let name = path.strip_prefix(bundle).expect("the file is in the bundle");
            files.push(name.to_str().expect("the bundle's names are UTF-8").replace('\\', "/"));
        }
    }
}

/// One entry for a file and its compressed companions `name.br` and `name.gz`.
fn write_entry(table: &mut String, bundle: &Path, file: &str, files: &[String]) {
    if is_companion(file, files) {
        return;
    }
    let companion = |suffix: &str| {
        let name = format!("{file}.{suffix}");
        if files.contains(&name) {
            format!("Some({})", included(&bundle.join(name)))
        } else {
            "None".to_owned()
        }
    };
    let content = fs::read(bundle.join(file)).expect("the bundle is readable");
    let hash: String = Sha256::digest(&content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    writeln!(
        table,
        "    WebFile {{ path: {:?}, content_type: {:?}, immutable: {}, hash: {hash:?}, raw: {}, br: {}, gzip: {} }},",
        format!("/{file}"),
        content_type(file),
        file.starts_with("assets/"),
        included(&bundle.join(file)),
        companion("br"),
        companion("gz"),
    )
    .expect("a string takes everything");
}

fn is_companion(file: &str, files: &[String]) -> bool {
    let original = file.strip_suffix(".br").or_else(|| file.strip_suffix(".gz"));
    original.is_some_and(|original| files.iter().any(|other| other == original))
}

fn included(path: &Path) -> String {
    println!("cargo::rerun-if-changed={}", path.display());
    format!("include_bytes!({:?})", path.to_str().expect("the bundle's names are UTF-8"))
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
