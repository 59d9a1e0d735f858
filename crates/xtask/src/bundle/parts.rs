//! Takes the module apart at the pages: what 首页 needs stays together, each other page becomes a part
//! that is loaded when somebody goes there (`src/parts.rs` of the app says where the parts begin).
//!
//! The parts, the script that loads them and the script of the page refer to each other, so no name can be
//! the hash of its own file: one hash over all of them is in the name of each.

use super::{Asset, digest};
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::{ExportSection, RawSection};
use wasmparser::{Export, Parser, Payload};

/// The name under which the page's script imports the script that loads parts.
pub const LOADER_IMPORT: &str = "./__wasm_split.js";

/// The name under which the script that loads parts imports the page's script.
const PAGE_SCRIPT_IMPORT: &str = "./main.js";

/// What stands in the script that loads parts, and what stands there instead.
const INSTEAD: [(&str, &str); 4] = [
    // That a part is on its way is no reason to keep a phone busy with it before there is somebody (`takeover.js`).
    (
        "await Promise.all(parallelStuff);",
        "await Promise.all([laterStyle(), takeover.somebody(), ...parallelStuff]);",
    ),
    ("import { initSync } from", "import { initSync, takeover } from"),
    // A small file is not streamed.
    ("WebAssembly.instantiateStreaming(src, imports)", "ready(src, imports)"),
    // A part that did not come is told on the page, with 重试; the console is for what nobody expected.
    ("console.error(e);", ""),
];

/// The style sheet of the pages that are loaded later comes with the page that was sent, or with the first
/// part; one that did not come is asked for again with the next.
const LATER_STYLE: &str = r#"
let styled = document.querySelector('link[href="{{href}}"]')?.sheet ?? undefined;
function laterStyle() {
    styled ??= new Promise((come, gone) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = "{{href}}";
        link.integrity = "{{integrity}}";
        link.onload = come;
        link.onerror = () => {
            styled = undefined;
            link.remove();
            gone(new Error("no style"));
        };
        document.head.append(link);
    });
    return styled;
}
"#;

/// What two parts share is set apart into dozens of files, most of them of a few hundred bytes, which are not
/// worth a request each: those below so many bytes travel in one. Above, whoever goes to a small page would wait for
/// too much that only large ones need.
const SMALL: usize = 8 * 1024;

/// Takes one of the small files out of the one they travel in; one that did not come is asked for again.
const SMALL_FILES: &str = r#"
let small;
function smallFile(from, to) {
    small ??= calmly(() => fetch(new URL("./{{file}}", import.meta.url), { integrity: "{{integrity}}" }))
        .then((answer) => answer.arrayBuffer());
    small.catch(() => (small = undefined));
    return small.then((all) => new Uint8Array(all, from, to - from));
}
async function ready(coming, imports) {
    const part = await coming;
    return part instanceof Response ? WebAssembly.instantiateStreaming(part, imports) : WebAssembly.instantiate(part, imports);
}
"#;

/// Asks for files. Twenty questions in one breath keep a weak phone busy, so that before there is somebody each has a
/// moment of its own.
const CALMLY: &str = r#"
let last = Promise.resolve();
function calmly(ask) {
    if (!takeover.isWaiting()) return ask();
    last = last.then(takeover.moment);
    return last.then(ask);
}
"#;

/// A module that was taken apart.
pub struct Parts {
    /// What everything begins with; the glue is made for it.
    pub main: PathBuf,
    /// What is loaded later.
    pub later: Vec<Part>,
    loader: String,
}

/// A part that is loaded later.
pub struct Part {
    name: String,
    /// WebAssembly, which may yet be optimised.
    pub module: Vec<u8>,
}

/// Takes `module` apart, with files of its own in `scratch`.
pub fn take_apart(module: &Path, scratch: &Path) -> Result<Parts> {
    let whole = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let whole = without_offers(&whole).with_context(|| format!("cannot read {}", module.display()))?;
    let main = scratch.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = scratch;
    options.main_out_path = &main;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the module cannot be taken apart: {report:#}"))?;
    let loader = scratch.join(LOADER_IMPORT);
    let loader = fs::read_to_string(&loader).with_context(|| format!("cannot read {}", loader.display()))?;
    let mut later = Vec::new();
    for path in split.split_modules {
        let name = path.file_stem().context("a part has no name")?.to_string_lossy().into_owned();
        let module = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        later.push(Part { name, module });
    }
    Ok(Parts { main, later, loader })
}

/// The module without what crates offer to JavaScript, where nobody calls any of it: what is exported is never left
/// out, and the streams of Leptos' server functions would be 3 KB of every first load.
fn without_offers(module: &[u8]) -> Result<Vec<u8>> {
    const DESCRIBED: &str = "__wbindgen_describe_";
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(exports) = payload? {
            for export in exports {
                names.insert(export?.name);
            }
        }
    }
    let is_described = |name: &str| names.contains(&*format!("{DESCRIBED}{name}"));
    // What is imported is described too, and not exported.
    let describes = |name: &str| name.strip_prefix(DESCRIBED).is_some_and(|name| names.contains(name));
    let frees = |name: &str| name.starts_with("__wbg_") && name.contains("_free_");
    let mut kept = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::ExportSection(exports) = payload {
            let mut section = ExportSection::new();
            for export in exports {
                let Export { name, kind, index } = export?;
                if !is_described(name) && !describes(name) && !frees(name) {
                    section.export(name, kind.into(), index);
                }
            }
            kept.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            kept.section(&RawSection { id, data: &module[range] });
        }
    }
    Ok(kept.finish())
}

impl Parts {
    /// The hash that stands in the name of everything that refers to a part: over the module, what the scripts
    /// are made of, the `style` they load, and how all of it is made.
    pub fn hash(&self, main: &[u8], scripts: [&str; 2], style: &str, recipe: &str) -> String {
        let mut all = main.to_vec();
        let more = [style, recipe, LATER_STYLE, SMALL_FILES, CALMLY, &self.loader];
        let more = more.into_iter().chain(INSTEAD.into_iter().map(|(_, instead)| instead));
        for text in scripts.into_iter().chain(more) {
            all.extend(text.as_bytes());
        }
        for part in &self.later {
            all.extend(&part.module);
        }
        digest::short_hex(&all)
    }

    /// The files that the script loads, by their names.
    pub fn files(&self, hash: &str) -> Vec<(String, Vec<u8>)> {
        let (small, large): (Vec<&Part>, Vec<&Part>) = self.later.iter().partition(|part| part.is_small());
        let together = small.into_iter().flat_map(|part| part.module.iter().copied()).collect();
        let mut files = vec![(small_files(hash), together)];
        files.extend(large.into_iter().map(|part| (part.file(hash), part.module.clone())));
        files
    }

    /// The script that loads parts, naming the files it loads and what they are checked against; it
    /// brings `style` along.
    pub fn loader(&self, hash: &str, style: &Asset) -> Result<String> {
        let mut loader = self.loader.replace(PAGE_SCRIPT_IMPORT, &format!("./app-{hash}.js"));
        for (known, instead) in INSTEAD {
            loader = replaced(&loader, known, instead)?;
        }
        let with_style =
            LATER_STYLE.replace("{{href}}", &style.url).replace("{{integrity}}", &style.integrity);
        loader.push_str(&with_style);
        let (mut from, mut together) = (0, Vec::new());
        for part in &self.later {
            let fetched = format!(r#"fetch(new URL("./{}.wasm", import.meta.url))"#, part.name);
            let instead = if part.is_small() {
                let to = from + part.module.len();
                together.extend(&part.module);
                format!("smallFile({}, {to})", std::mem::replace(&mut from, to))
            } else {
                let integrity = digest::integrity(&part.module);
                format!(
                    r#"calmly(() => fetch(new URL("./{}", import.meta.url), {{ integrity: "{integrity}" }}))"#,
                    part.file(hash)
                )
            };
            loader = replaced(&loader, &fetched, &instead)?;
        }
        let small = SMALL_FILES
            .replace("{{file}}", &small_files(hash))
            .replace("{{integrity}}", &digest::integrity(&together));
        loader.push_str(&small);
        loader.push_str(CALMLY);
        Ok(super::script::without_comments(&loader))
    }
}

/// The script that loads parts with `instead` where `known` stands: a newer splitter may write another script.
fn replaced(loader: &str, known: &str, instead: &str) -> Result<String> {
    ensure!(loader.contains(known), "the script that loads parts has no `{known}` any more");
    Ok(loader.replace(known, instead))
}

impl Part {
    fn is_small(&self) -> bool {
        self.module.len() < SMALL
    }

    /// The name of its file.
    fn file(&self, hash: &str) -> String {
        format!("{}-{hash}.wasm", self.name)
    }
}

/// The name of the file in which the small ones travel.
fn small_files(hash: &str) -> String {
    format!("chunks-{hash}.bin")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(sizes: [usize; 3]) -> Parts {
        let part = |(at, size)| Part { name: format!("part_{at}"), module: vec![at as u8; size] };
        let later: Vec<Part> = sizes.into_iter().enumerate().map(part).collect();
        let fetched =
            |part: &Part| format!("const src = fetch(new URL(\"./{}.wasm\", import.meta.url));\n", part.name);
        let fetches: String = later.iter().map(fetched).collect();
        let known = INSTEAD.map(|(known, _)| known).join("\n");
        let loader = format!("{fetches}{known}\n");
        Parts { main: PathBuf::new(), later, loader }
    }

    #[test]
    fn what_nobody_calls_is_not_kept() {
        let names =
            ["main", "s_pull", "__wbindgen_describe_s_pull", "__wbindgen_describe___wbg_x", "__wbg_s_free_1"];
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut functions = wasm_encoder::FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in names {
            exports.export(name, wasm_encoder::ExportKind::Func, 0);
        }
        let mut code = wasm_encoder::CodeSection::new();
        let mut function = wasm_encoder::Function::new([]);
        function.instructions().end();
        code.function(&function);
        let module = module.section(&types).section(&functions).section(&exports).section(&code);
        let kept = without_offers(&module.clone().finish()).unwrap();
        wasmparser::validate(&kept).unwrap();
        let text = String::from_utf8_lossy(&kept);
        let kept: Vec<&str> = names.into_iter().filter(|name| text.contains(name)).collect();
        assert_eq!(kept, ["main", "__wbindgen_describe___wbg_x"]);
    }

    #[test]
    fn small_parts_travel_together_and_are_found_again() {
        let parts = parts([10, SMALL, 20]);
        let files = parts.files("h");
        assert_eq!(files[0].0, "chunks-h.bin");
        assert_eq!(files[0].1, [vec![0; 10], vec![2; 20]].concat());
        assert_eq!((files[1].0.as_str(), files.len()), ("part_1-h.wasm", 2));

        let style = Asset { url: "/assets/later.css".into(), integrity: "sha384-s".into() };
        let loader = parts.loader("h", &style).unwrap();
        for part in ["smallFile(0, 10)", "smallFile(10, 30)", "./part_1-h.wasm", "./chunks-h.bin"] {
            assert!(loader.contains(part), "{part} is not in {loader}");
        }
        assert!(!loader.contains("part_0") && !loader.contains("{{"), "{loader}");
    }
}
