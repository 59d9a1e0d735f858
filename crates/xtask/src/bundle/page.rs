//! `index.html` as it is served: the template refers to sources, the served page to the bundle's files.

use super::Asset;
use anyhow::{Result, ensure};

const STYLE_OF_TEMPLATE: &str = r#"<link rel="stylesheet" href="/style/main.css">"#;

/// Puts the bundle's files in the place of the template's style sheet.
pub fn refer_to_assets(
    template: &str,
    style: &Asset,
    script: &Asset,
    loader: &Asset,
    module: &Asset,
) -> Result<String> {
    ensure!(
        template.matches(STYLE_OF_TEMPLATE).count() == 1,
        "index.html must contain the line `{STYLE_OF_TEMPLATE}` exactly once; the bundle's files are put there"
    );
    // The module is asked for while the script is still on its way: it is the largest file and needed last.
    // Without `integrity`, which browsers refuse here: it is checked when the script takes the module up.
    let tags = [
        format!(r#"<link rel="stylesheet" href="{}" integrity="{}">"#, style.url, style.integrity),
        format!(
            r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{}">"#,
            module.url
        ),
        format!(
            r#"<link rel="modulepreload" crossorigin href="{}" integrity="{}">"#,
            loader.url, loader.integrity
        ),
        format!(
            r#"<script type="module" crossorigin src="{}" integrity="{}"></script>"#,
            script.url, script.integrity
        ),
    ];
    Ok(template.replace(STYLE_OF_TEMPLATE, &tags.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(ending: &str) -> Asset {
        Asset { url: format!("/assets/app-1.{ending}"), integrity: format!("sha384-{ending}") }
    }

    #[test]
    fn the_page_refers_to_the_bundle_and_to_nothing_else() {
        let template = format!("<head>{STYLE_OF_TEMPLATE}</head>");
        let page =
            refer_to_assets(&template, &asset("css"), &asset("js"), &asset("parts.js"), &asset("wasm"))
                .unwrap();
        for ending in ["css", "js", "wasm"] {
            assert!(page.contains(&format!("/assets/app-1.{ending}")), "{page}");
        }
        for checked in ["css", "js"] {
            assert!(page.contains(&format!(r#"integrity="sha384-{checked}""#)), "{page}");
        }
        assert!(!page.contains("/style/"), "{page}");
    }

    #[test]
    fn a_template_without_the_style_sheet_is_refused() {
        let refused =
            refer_to_assets("<head></head>", &asset("css"), &asset("js"), &asset("parts.js"), &asset("wasm"));
        assert!(refused.unwrap_err().to_string().contains("index.html"));
    }
}
