//! Makes the files that browsers load: for each language a page, its script, its WebAssembly module and the parts
//! that are loaded later, and for all of them the style sheets, and everything in `public/`. What the page refers
//! to carries its content's hash in its name and is checked by the browser; nothing is inline, so the server's
//! content policy can be strict.
//!
//! A bundle appears whole or not at all: it is made beside its place and then renamed. It is made again
//! only when something it is made from has changed, so that cargo sees unchanged files and builds nothing.

mod compress;
pub mod digest;
mod optimize;
mod page;
mod parts;
mod script;
mod stamp;
mod style;

use crate::cargo::{self, Compiler};
use crate::languages::{LANGUAGES, Language};
use crate::machine::note_skipped;
use crate::progress::{note, step};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use optimize::Optimizer;
use parts::Parts;
use rayon::prelude::*;
use script::Glued;
use std::fs;
use std::path::{Path, PathBuf};

/// How much work goes into a bundle.
pub enum Recipe {
    /// Built in a minute, needs no Node, serves raw files.
    Quick,
    /// What ships: small code and precompressed files; optimised further where wasm-opt can run.
    Shipped(Option<Optimizer>),
    /// The same, by a nightly compiler: smaller still.
    Smallest(Optimizer),
}

impl Recipe {
    /// The shipped recipe; without Node it is an error.
    pub fn shipped(workspace: &Workspace) -> Result<Recipe> {
        Ok(Recipe::Shipped(Some(Optimizer::find(workspace)?)))
    }

    /// The shipped recipe with a nightly compiler; without Node it is an error.
    pub fn smallest(workspace: &Workspace) -> Result<Recipe> {
        Ok(Recipe::Smallest(Optimizer::find(workspace)?))
    }

    /// The shipped recipe; without Node the pages are larger.
    pub fn shipped_if_possible(workspace: &Workspace) -> Recipe {
        let optimizer = Optimizer::find(workspace).inspect_err(|why| note_skipped("wasm-opt", why));
        Recipe::Shipped(optimizer.ok())
    }

    fn cargo_profile(&self) -> &'static str {
        match self {
            Recipe::Quick => "wasm-dev",
            Recipe::Shipped(_) | Recipe::Smallest(_) => "wasm",
        }
    }

    fn compiler(&self) -> Compiler {
        match self {
            Recipe::Quick | Recipe::Shipped(_) => Compiler::Stable,
            Recipe::Smallest(_) => Compiler::Nightly,
        }
    }

    fn optimizer(&self) -> Option<&Optimizer> {
        match self {
            Recipe::Quick => None,
            Recipe::Shipped(optimizer) => optimizer.as_ref(),
            Recipe::Smallest(optimizer) => Some(optimizer),
        }
    }

    /// A script as this recipe ships it.
    fn script(&self, script: String) -> Result<String> {
        match self.optimizer() {
            Some(optimizer) => optimizer.minify(&script),
            None => Ok(script),
        }
    }

    /// Where its bundle is made. One by another compiler takes no other's place.
    fn place(&self) -> &'static str {
        match self {
            Recipe::Quick => "wasm-dev",
            Recipe::Shipped(_) => "wasm",
            Recipe::Smallest(_) => "wasm-nightly",
        }
    }

    /// Tells bundles apart that are made differently from the same files.
    fn name(&self) -> &'static str {
        match self {
            Recipe::Quick => "quick",
            Recipe::Shipped(None) => "shipped without wasm-opt",
            Recipe::Shipped(Some(_)) => "shipped",
            Recipe::Smallest(_) => "smallest",
        }
    }
}

/// Brings the bundle of `recipe` up to date and returns its directory. In a language that is not among
/// `languages` pages are there too, without a program.
pub fn make(workspace: &Workspace, recipe: &Recipe, languages: &[Language]) -> Result<PathBuf> {
    let profile = recipe.cargo_profile();
    let mut modules = Vec::new();
    for language in languages {
        let what = format!("building the pages ({profile}, {})", language.tag);
        let build = || cargo::build_pages(workspace, recipe.compiler(), profile, *language);
        modules.push(step(&what, build)?);
    }

    let place = workspace.target.join("web").join(recipe.place());
    let stamp = stamp::of_inputs(workspace, &modules, recipe.name())?;
    let stamp_file = place.with_extension("stamp");
    if place.is_dir() && fs::read_to_string(&stamp_file).is_ok_and(|made_from| made_from == stamp) {
        note("bundling the pages: nothing has changed");
        return Ok(place);
    }
    step("bundling the pages", || {
        let beside = place.with_extension("partial");
        remove_directory(&beside)?;
        write_bundle(workspace, recipe, languages.iter().copied().zip(modules).collect(), &beside)?;
        // From here until the new stamp is written, the next start makes the bundle again.
        if stamp_file.exists() {
            fs::remove_file(&stamp_file)
                .with_context(|| format!("cannot remove {}", stamp_file.display()))?;
        }
        remove_directory(&place)?;
        fs::rename(&beside, &place)
            .with_context(|| format!("cannot move the bundle to {}", place.display()))?;
        write_file(&stamp_file, stamp.as_bytes())
    })?;
    Ok(place)
}

fn write_bundle(
    workspace: &Workspace,
    recipe: &Recipe,
    modules: Vec<(Language, PathBuf)>,
    into: &Path,
) -> Result<()> {
    let assets = Assets { into };
    copy_public_files(&workspace.root.join("public"), into)?;
    let style =
        assets.write("app", "css", style::bundle(&workspace.root.join("style/main.css"))?.as_bytes())?;
    let later_style = style::bundle(&workspace.root.join("style/later.css"))?;
    let later_style = assets.write("later", "css", later_style.as_bytes())?;

    let preferences = recipe.script(script::preferences())?;
    let preferences = assets.write("preferences", "js", preferences.as_bytes())?;

    let template = read_text(&workspace.root.join("index.html"))?;
    let programs = write_programs(recipe, modules, &later_style, into)?;
    let mut pages = Vec::new();
    for language in LANGUAGES {
        let program = programs.iter().find(|(of, _)| *of == language).map(|(_, program)| program);
        let page = page::refer_to_assets(&template, &style, &later_style, &preferences, program)?;
        write_file(&into.join(language.page()), page.as_bytes())?;
        pages.push(page);
    }
    // The pages refer to everything that every page begins with.
    let build = digest::short_hex(pages.concat().as_bytes());
    let offline = script::offline(&build, &[&style, &later_style, &preferences], &programs);
    write_file(&into.join("sw.js"), recipe.script(offline)?.as_bytes())?;

    if !matches!(recipe, Recipe::Quick) {
        compress::beside_each_file(into)?;
    }
    Ok(())
}

/// What the program of a language begins with.
struct Program {
    script: Asset,
    loader: Asset,
    module: Asset,
}

/// Writes the program of each language, with the parts that are loaded later.
fn write_programs(
    recipe: &Recipe,
    modules: Vec<(Language, PathBuf)>,
    later_style: &Asset,
    into: &Path,
) -> Result<Vec<(Language, Program)>> {
    let take_apart = |(language, module): (Language, PathBuf)| {
        let scratch = tempfile::tempdir().context("there is no room for temporary files")?;
        let parts = parts::take_apart(&module, scratch.path())?;
        let glued = script::glue(&parts.main, matches!(recipe, Recipe::Quick))?;
        anyhow::Ok((language, glued, parts))
    };
    let mut taken = modules.into_par_iter().map(take_apart).collect::<Result<Vec<_>>>()?;
    if let Some(optimizer) = recipe.optimizer() {
        let modules = taken.iter_mut().flat_map(|(_, glued, parts)| {
            parts.later.iter_mut().map(|part| &mut part.module).chain([&mut glued.module])
        });
        optimizer.optimize(modules.collect())?;
    }
    let write = |(language, glued, parts): (Language, Glued, Parts)| {
        Ok((language, write_program(recipe, &glued, &parts, later_style, into)?))
    };
    taken.into_iter().map(write).collect()
}

fn write_program(
    recipe: &Recipe,
    glued: &Glued,
    parts: &Parts,
    later_style: &Asset,
    into: &Path,
) -> Result<Program> {
    let assets = Assets { into };
    let scripts = [glued.glue.as_str(), &script::added(glued)];
    let hash = parts.hash(&glued.module, scripts, &later_style.url, recipe.name());
    for (file, content) in parts.files(&hash) {
        assets.write_as(file, &content)?;
    }
    let loader = recipe.script(parts.loader(&hash, later_style)?)?;
    let loader = assets.write_as(format!("parts-{hash}.js"), loader.as_bytes())?;
    let module = assets.write_as(format!("app-{hash}.wasm"), &glued.module)?;
    let script = recipe.script(script::with_boot(glued, &module, &loader, &assets)?)?;
    let script = assets.write_as(format!("app-{hash}.js"), script.as_bytes())?;
    Ok(Program { script, loader, module })
}

/// A file under `/assets/`: where it is, and what a browser checks it against.
struct Asset {
    url: String,
    integrity: String,
}

/// Writes files whose names say what is in them.
struct Assets<'a> {
    into: &'a Path,
}

impl Assets<'_> {
    fn write(&self, name: &str, ending: &str, content: &[u8]) -> Result<Asset> {
        self.write_as(format!("{name}-{}.{ending}", digest::short_hex(content)), content)
    }

    /// Writes a file under a name that says already what is in it.
    fn write_as(&self, file: String, content: &[u8]) -> Result<Asset> {
        write_file(&self.into.join("assets").join(&file), content)?;
        Ok(Asset { url: format!("/assets/{file}"), integrity: digest::integrity(content) })
    }
}

/// `public/` keeps its names: these files are asked for by name (`/robots.txt`, `/icon.svg`).
fn copy_public_files(public: &Path, into: &Path) -> Result<()> {
    let of_languages = LANGUAGES.map(|language| language.page());
    let taken = of_languages.iter().map(|page| page.split_once('/').map_or(&**page, |(folder, _)| folder));
    for taken in taken.chain(["assets"]) {
        ensure!(
            !public.join(taken).exists(),
            "public/{taken} would hide what the bundle makes; give it another name"
        );
    }
    for file in files_below(public)? {
        let name = file.strip_prefix(public).context("a file of public/ is outside of it")?;
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        write_file(&into.join(name), &content)?;
    }
    Ok(())
}

/// All files below a directory, sorted by path; hidden files are not ours.
fn files_below(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !directory.is_dir() {
        return Ok(files);
    }
    for entry in fs::read_dir(directory).with_context(|| format!("cannot list {}", directory.display()))? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match path.is_dir() {
            _ if hidden => {}
            true => files.extend(files_below(&path)?),
            false => files.push(path),
        }
    }
    files.sort();
    Ok(files)
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write_file(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

fn remove_directory(directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory).with_context(|| format!("cannot remove {}", directory.display()))?;
    }
    Ok(())
}
