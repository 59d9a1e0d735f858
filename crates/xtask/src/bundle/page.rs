//! `index.html` as it is served: the template refers to sources, the served page to the bundle's files.

use super::{Asset, Program};
use anyhow::{Result, ensure};

const STYLE_OF_TEMPLATE: &str = r#"<link rel="stylesheet" href="/style/main.css">"#;
const LATER_STYLE_OF_TEMPLATE: &str = r#"<link rel="stylesheet" href="/style/later.css">"#;

/// Where the server puts what belongs to one page (crates/server/src/pages/template.rs).
const MARKS: [&str; 7] = [
    "<!--head-->",
    "<!--/head-->",
    "<!--later-->",
    "<!--/later-->",
    "<!--page-->",
    "<!--/page-->",
    "<!--answers-->",
];

/// What a page without a program is drawn with.
const WITHOUT_PROGRAM: &str = r#"<link rel="stylesheet" href="/without-program.css">"#;

/// Puts the bundle's files in the place of the template's style sheet.
pub fn refer_to_assets(
    template: &str,
    style: &Asset,
    later_style: &Asset,
    preferences: &Asset,
    program: Option<&Program>,
) -> Result<String> {
    for line in [STYLE_OF_TEMPLATE, LATER_STYLE_OF_TEMPLATE] {
        ensure!(
            template.matches(line).count() == 1,
            "index.html must contain the line `{line}` exactly once; the bundle's files are put there"
        );
    }
    for mark in MARKS {
        ensure!(
            template.matches(mark).count() == 1,
            "index.html must contain `{mark}` exactly once: the server draws pages into it"
        );
    }
    let tags = match program {
        None => vec![sheet(style), WITHOUT_PROGRAM.to_owned()],
        Some(program) => tags(style, preferences, program),
    };
    let page = template.replace(STYLE_OF_TEMPLATE, &tags.join("\n"));
    Ok(page.replace(LATER_STYLE_OF_TEMPLATE, &sheet(later_style)))
}

fn tags(style: &Asset, preferences: &Asset, Program { script, loader, module }: &Program) -> Vec<String> {
    // The module is asked for while the script is still on its way: it is the largest file and needed last.
    // Without `integrity`, which browsers refuse here: it is checked when the script takes the module up. The
    // page reads without any of it, so none of it may hold up the page: on slow 4G the largest paint came 5 to
    // 9 % sooner for it.
    vec![
        // Nothing may be painted before it is known in which colours and how large.
        format!(r#"<script src="{}" integrity="{}"></script>"#, preferences.url, preferences.integrity),
        sheet(style),
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" fetchpriority="low" crossorigin href="{}">"#,
            module.url
        ),
        format!(
            r#"<link rel="modulepreload" fetchpriority="low" crossorigin href="{}" integrity="{}">"#,
            loader.url, loader.integrity
        ),
        format!(
            r#"<script type="module" fetchpriority="low" crossorigin src="{}" integrity="{}"></script>"#,
            script.url, script.integrity
        ),
    ]
}

fn sheet(style: &Asset) -> String {
    format!(r#"<link rel="stylesheet" href="{}" integrity="{}">"#, style.url, style.integrity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(ending: &str) -> Asset {
        Asset { url: format!("/assets/app-1.{ending}"), integrity: format!("sha384-{ending}") }
    }

    #[test]
    fn the_page_refers_to_the_bundle_and_to_nothing_else() {
        let template = format!("<head>{STYLE_OF_TEMPLATE}{LATER_STYLE_OF_TEMPLATE}</head>{}", MARKS.concat());
        let [style, later, script, loader, module] =
            ["css", "later.css", "js", "parts.js", "wasm"].map(asset);
        let program = Program { script, loader, module };
        let page =
            refer_to_assets(&template, &style, &later, &asset("preferences.js"), Some(&program)).unwrap();
        for ending in ["css", "later.css", "js", "wasm"] {
            assert!(page.contains(&format!("/assets/app-1.{ending}")), "{page}");
        }
        for checked in ["css", "js"] {
            assert!(page.contains(&format!(r#"integrity="sha384-{checked}""#)), "{page}");
        }
        assert!(!page.contains("/style/"), "{page}");
    }

    #[test]
    fn a_page_without_a_program_has_the_style_of_one() {
        let template = format!("<head>{STYLE_OF_TEMPLATE}{LATER_STYLE_OF_TEMPLATE}</head>{}", MARKS.concat());
        let [style, later] = ["css", "later.css"].map(asset);
        let page = refer_to_assets(&template, &style, &later, &asset("preferences.js"), None).unwrap();
        assert!(page.contains("/without-program.css") && !page.contains("<script"), "{page}");
    }

    #[test]
    fn a_template_without_the_style_sheet_is_refused() {
        let [style, later] = ["css", "later.css"].map(asset);
        let refused = refer_to_assets("<head></head>", &style, &later, &asset("preferences.js"), None);
        assert!(refused.unwrap_err().to_string().contains("index.html"));
    }
}
