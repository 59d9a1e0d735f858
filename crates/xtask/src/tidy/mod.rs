//! The rules of `ARCHITECTURE.md` and `CONTRIBUTING.md` that no compiler checks.
//!
//! A rule reads the repository and returns its violations, one sentence each, with file and line where
//! there is one. A rule that is not listed in [`RULES`] does not run.

mod direction;
mod documents;
mod doors;
mod repository;
mod rust_text;
mod shape;
mod style;
mod words;

use crate::test::Tally;
use crate::workspace::Workspace;
use anyhow::Result;
use repository::Repository;

/// What is against a rule, one sentence each.
type Violations = Result<Vec<String>>;

/// A rule by its name.
struct Rule {
    name: &'static str,
    check: fn(&Repository) -> Violations,
}

const RULES: &[Rule] = &[
    Rule { name: "crates depend on each other as drawn", check: direction::edges },
    Rule {
        name: "the app has no default features and is no default member",
        check: direction::app_is_opt_in,
    },
    Rule { name: "csr and ssr never meet", check: direction::renderings_stay_apart },
    Rule { name: "one version of wasm-bindgen and its glue", check: direction::wasm_bindgen_versions },
    Rule { name: "one SQLite", check: direction::one_sqlite },
    Rule { name: "every Rust file opens with its purpose", check: shape::prefaces },
    Rule { name: "no file is too long to read", check: shape::lengths },
    Rule { name: "no component is longer than 200 lines", check: shape::component_lengths },
    Rule { name: "sentences live in the catalogue", check: words::sentences_outside_catalogue },
    Rule { name: "every sentence of the catalogue is used", check: words::unused_sentences },
    Rule { name: "no inline styles and no raw HTML in views", check: doors::inline_markup },
    Rule { name: "endpoints are spelled in crates/api", check: doors::endpoints },
    Rule { name: "addresses are spelled in src/route.rs", check: doors::addresses },
    Rule { name: "the network is behind src/api.rs", check: doors::network },
    Rule { name: "browser storage is behind src/storage.rs", check: doors::browser_storage },
    Rule { name: "SQL is behind crates/store", check: doors::sql },
    Rule { name: "style sheets use what old browsers and small print allow", check: style::forbidden_css },
    Rule { name: "colours are tokens", check: style::colours },
    Rule { name: "a component's style has the component's name", check: style::component_names },
    Rule { name: "the documents exist", check: documents::exist },
    Rule { name: "README and CI use the same commands", check: documents::commands },
];

/// Checks all rules; each counts once.
pub fn run(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let repository = Repository::read(workspace)?;
    for rule in RULES {
        let violations =
            (rule.check)(&repository).unwrap_or_else(|error| vec![format!("cannot be checked: {error:#}")]);
        if violations.is_empty() {
            tally.pass(&format!("tidy: {}", rule.name));
            continue;
        }
        tally.fail(&format!("tidy: {}", rule.name), &violations.join("\n"));
    }
    Ok(())
}
