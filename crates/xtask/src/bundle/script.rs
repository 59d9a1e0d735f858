//! The scripts of a page: what runs before anything is painted, the glue between JavaScript and WebAssembly with
//! what starts it, and what keeps pages for when there is no network.

use super::parts::LOADER_IMPORT;
use super::{Asset, Assets, Program};
use crate::languages::{LANGUAGES, Language};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What is there before the module, and what starts it. The glue finds both, as they are one script.
const BOOT: [&str; 2] = [include_str!("takeover.js"), include_str!("boot.js")];

const PREFERENCES: &str = include_str!("preferences.js");

const OFFLINE: &str = include_str!("offline.js");

/// What every page begins with and is asked for by name.
const NAMED_FILES: [&str; 2] = ["/icon.svg", "/without-program.css"];

/// A module and the glue it needs.
pub struct Glued {
    pub module: Vec<u8>,
    pub glue: String,
    /// JavaScript that crates bring along, by the path under which the glue imports it.
    snippets: BTreeMap<String, String>,
}

/// Makes the glue; `readable` keeps the names that stack traces are read by.
pub fn glue(module: &Path, readable: bool) -> Result<Glued> {
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                // The parts use the memory and the function table of the module.
                .keep_lld_exports(true)
                .remove_name_section(!readable)
                .remove_producers_section(!readable)
                .generate_output()
        })
        .with_context(|| format!("the glue for {} cannot be made", module.display()))?;
    if let Some(package) = output.npm_dependencies().keys().next() {
        bail!(
            "a crate imports the npm package `{package}`, which the pages cannot load; use a crate that does without"
        );
    }
    let mut snippets = BTreeMap::new();
    for (owner, texts) in output.snippets() {
        for (number, text) in texts.iter().enumerate() {
            snippets.insert(format!("./snippets/{owner}/inline{number}.js"), text.clone());
        }
    }
    for (path, text) in output.local_modules() {
        snippets.insert(format!("./snippets/{path}"), text.clone());
    }
    let glue = output.js().to_owned();
    Ok(Glued { module: output.wasm_mut().emit_wasm(), glue, snippets })
}

/// The finished script for `module`; `loader` loads its later parts; snippets become files of their
/// own.
pub fn with_boot(glued: &Glued, module: &Asset, loader: &Asset, assets: &Assets) -> Result<String> {
    // The module goes on asking for the import by its old name; only where it comes from changes.
    let imported = format!(r#"from "{LOADER_IMPORT}""#);
    ensure!(
        glued.glue.contains(&imported),
        "the glue imports the script that loads parts in another way than it used to"
    );
    let mut glue = glued.glue.replace(&imported, &format!(r#"from "{}""#, loader.url));
    for (path, text) in &glued.snippets {
        ensure!(
            !text.contains("from './") && !text.contains("from \"./"),
            "the snippet {path} imports another file, which the bundle cannot follow; use a crate that does without"
        );
        let snippet = assets.write("snippet", "js", text.as_bytes())?;
        glue = glue.replace(path.as_str(), &snippet.url);
    }
    Ok(without_comments(&(glue + &boot(module))))
}

/// Everything of the script that the glue does not have: a change of it is a change of the script's name.
pub fn added(glued: &Glued) -> String {
    BOOT.into_iter().chain(glued.snippets.values().map(String::as_str)).collect()
}

fn boot(module: &Asset) -> String {
    BOOT.concat().replace("{{module}}", &module.url).replace("{{integrity}}", &module.integrity)
}

/// The script that comes before anything is painted.
pub fn preferences() -> String {
    without_comments(PREFERENCES)
}

/// The script that keeps pages for when there is no network: what every page begins with, and what those of each
/// language do, with the shell that the server draws.
pub fn offline(build: &str, styles: &[&Asset], programs: &[(Language, Program)]) -> String {
    let mut files = NAMED_FILES.map(str::to_owned).to_vec();
    files.extend(styles.iter().map(|asset| asset.url.clone()));
    let languages = LANGUAGES.map(|language| {
        let shell = format!("{}/shell.html", language.home().trim_end_matches('/'));
        let program = programs.iter().find(|(of, _)| *of == language);
        let program =
            program.iter().flat_map(|(_, program)| [&program.script, &program.loader, &program.module]);
        let first: Vec<String> =
            [shell, language.manifest()].into_iter().chain(program.map(|asset| asset.url.clone())).collect();
        format!("{:?}: {first:?}", language.home())
    });
    let languages = format!("{{ {} }}", languages.join(", "));
    let offline = OFFLINE.replace("{{build}}", build).replace("{{files}}", &format!("{files:?}"));
    without_comments(&offline.replace("{{languages}}", &languages))
}

/// Leaves out the lines that are only comment, which each browser would load.
pub fn without_comments(glue: &str) -> String {
    let mut kept = String::with_capacity(glue.len());
    let mut inside_comment = false;
    for line in glue.lines() {
        let text = line.trim_start();
        inside_comment |= text.starts_with("/*");
        if !inside_comment && !text.starts_with("//") && !text.is_empty() {
            kept += line;
            kept.push('\n');
        }
        inside_comment &= !text.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_on_lines_of_their_own_are_left_out() {
        let glue = "/**\n * @returns {string}\n */\nexport function f() {\n    // why\n    return '//'; /* here */\n}\n\n";
        assert_eq!(without_comments(glue), "export function f() {\n    return '//'; /* here */\n}\n");
    }

    #[test]
    fn the_boot_part_names_the_module_and_its_checksum() {
        let module = Asset { url: "/assets/app-1.wasm".into(), integrity: "sha384-x".into() };
        let boot = boot(&module);
        assert!(boot.contains(r#"fetch("/assets/app-1.wasm", { integrity: "sha384-x" })"#), "{boot}");
        assert!(!boot.contains("{{"), "{boot}");
    }

    #[test]
    fn what_is_kept_first_is_named() {
        let style = Asset { url: "/assets/app-1.css".into(), integrity: "sha384-x".into() };
        let asset = |name: &str| Asset { url: format!("/assets/{name}"), integrity: "sha384-x".into() };
        let program =
            Program { script: asset("app-2.js"), loader: asset("parts-2.js"), module: asset("app-2.wasm") };
        let offline = offline("b1", &[&style], &[(LANGUAGES[2], program)]);
        assert!(offline.contains(r#""paoyici-b1""#) && !offline.contains("{{"), "{offline}");
        for kept in [
            r#"["/icon.svg", "#,
            r#""/assets/app-1.css"]"#,
            r#""/": ["/shell.html", "/app.webmanifest"]"#,
            r#""/en": ["/en/shell.html", "/app.en.webmanifest", "/assets/app-2.js", "/assets/parts-2.js""#,
        ] {
            assert!(offline.contains(kept), "{kept} is not in {offline}");
        }
    }
}
