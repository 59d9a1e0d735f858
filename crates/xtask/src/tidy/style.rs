//! Style sheets: what old browsers cannot read, what small print must not do, and where colours live.

use super::Violations;
use super::repository::Repository;

const TOKENS: &str = "style/tokens.css";

/// Functions that spell a colour; `color-mix()` and `light-dark()` combine tokens and are fine.
const COLOUR_FUNCTIONS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "oklab(", "oklch("];

pub fn forbidden_css(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("style/", ".css") {
        for (line, statement) in statements(&file.text) {
            let dense: String = statement.text.split_whitespace().collect();
            let imports_layer = dense.starts_with("@import")
                && ["\"layer", ")layer", "'layer"].iter().any(|end| dense.contains(end));
            if dense.starts_with("@layer") || imports_layer {
                violations.push(format!(
                    "{}:{line}: `@layer` hides the whole style from older phones: order the imports",
                    file.path
                ));
            }
            if dense.contains("text-size-adjust:none") {
                violations.push(format!(
                    "{}:{line}: `text-size-adjust: none` takes away large print: use 100%",
                    file.path
                ));
            }
        }
    }
    Ok(violations)
}

pub fn colours(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("style/", ".css").filter(|file| file.path != TOKENS) {
        for (line, statement) in statements(&file.text) {
            if statement.is_declaration && spells_colour(&statement.text) {
                let told = statement.text.trim();
                violations.push(format!(
                    "{}:{line}: `{told}` spells a colour: name it in {TOKENS} and use the name",
                    file.path
                ));
            }
        }
    }
    Ok(violations)
}

pub fn component_names(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("style/components/", ".css") {
        let name =
            file.path.trim_start_matches("style/components/").trim_end_matches(".css").replace('-', "_");
        let places = ["components", "pages", "diagram"];
        let exists = places.iter().any(|place| {
            let paths = [
                format!("src/{place}/{name}.rs"),
                format!("src/{place}/{name}/mod.rs"),
                format!("src/{name}.rs"),
            ];
            repository.files.iter().any(|other| paths.contains(&other.path))
        });
        if !exists {
            violations.push(format!(
                "{}: there is no {name}.rs in src/components, src/pages or src/diagram",
                file.path
            ));
        }
    }
    Ok(violations)
}

/// What stands between braces and semicolons.
struct Statement {
    text: String,
    /// A property with its value, not a selector.
    is_declaration: bool,
}

/// The statements with the lines they begin on; comments are left out.
fn statements(sheet: &str) -> Vec<(usize, Statement)> {
    let mut statements = Vec::new();
    let (mut text, mut begin, mut line) = (String::new(), 1, 1);
    for character in without_comments(sheet).chars() {
        if matches!(character, '{' | '}' | ';') {
            let is_declaration = character != '{' && text.contains(':');
            statements.push((begin, Statement { text: std::mem::take(&mut text), is_declaration }));
        } else if text.is_empty() && character.is_whitespace() {
            line += usize::from(character == '\n');
        } else {
            if text.is_empty() {
                begin = line;
            }
            line += usize::from(character == '\n');
            text.push(character);
        }
    }
    statements
}

fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        kept += before;
        kept.extend(comment.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    kept + rest
}

fn spells_colour(declaration: &str) -> bool {
    let value = declaration.split_once(':').map_or("", |(_, value)| value);
    let function = COLOUR_FUNCTIONS.iter().any(|name| {
        value.match_indices(name).any(|(start, _)| {
            !value[..start].ends_with(|before: char| before.is_alphanumeric() || before == '-')
        })
    });
    function
        || value
            .match_indices('#')
            .any(|(start, _)| !value[..start].ends_with("url(") && is_hex_colour(&value[start + 1..]))
}

fn is_hex_colour(after_hash: &str) -> bool {
    let digits = after_hash.chars().take_while(char::is_ascii_hexdigit).count();
    let ends =
        !after_hash[digits..].starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
    matches!(digits, 3 | 4 | 6 | 8) && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&Repository) -> Violations, sheet: &str, told: &[&str]) {
        let violations = rule(&Repository::of(&[("style/a.css", sheet)])).unwrap();
        let places: Vec<_> =
            violations.iter().map(|violation| violation.split(": ").next().unwrap()).collect();
        assert_eq!(places, told, "{violations:?}");
    }

    #[test]
    fn colours_are_told_in_values_only() {
        check(
            colours,
            "a {\n  color: #fff;\n  border: 1px solid rgb(0 0 0)\n}",
            &["style/a.css:2", "style/a.css:3"],
        );
        check(
            colours,
            "#add { fill: url(#fade); color: var(--ink); background: color-mix(in srgb, var(--a), var(--b)) }",
            &[],
        );
        check(colours, "/* #fff\n */\n@media print { a { color: #000000 } }", &["style/a.css:3"]);
    }

    #[test]
    fn layers_and_fixed_print_are_told() {
        check(
            forbidden_css,
            "@layer a, b;\n@import \"b.css\" layer(c);",
            &["style/a.css:1", "style/a.css:2"],
        );
        check(forbidden_css, "html {\n -webkit-text-size-adjust : none }", &["style/a.css:2"]);
        check(forbidden_css, "html { text-size-adjust: 100% } .layer { margin: 0 }", &[]);
    }

    #[test]
    fn a_style_without_a_component_is_told() {
        let repository = Repository::of(&[
            ("style/components/step-list.css", ""),
            ("style/components/lost.css", ""),
            ("src/components/step_list.rs", ""),
        ]);
        let told = component_names(&repository).unwrap();
        assert!(told.len() == 1 && told[0].starts_with("style/components/lost.css"), "{told:?}");
    }
}
