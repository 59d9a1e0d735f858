//! One door per kind of thing: what may be spelled or reached in one place only.

use super::Violations;
use super::repository::{Repository, SourceFile};
use super::rust_text::RustText;

pub fn inline_markup(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("src/", ".rs") {
        let code = file.rust().code;
        for (line, text) in numbered(&code) {
            if has_style_attribute(text) {
                violations.push(told(
                    file,
                    line,
                    "an inline style, which the content policy blocks: use a class or an SVG attribute",
                ));
            }
            if has_word(text, "inner_html") {
                violations.push(told(
                    file,
                    line,
                    "raw HTML, which lets data become markup: build the elements",
                ));
            }
        }
    }
    Ok(violations)
}

pub fn endpoints(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("src/", ".rs") {
        for (line, string) in file.rust().strings {
            if string.starts_with("/api") {
                violations.push(told(
                    file,
                    line,
                    &format!("the endpoint {string:?}: take it from crates/api, where the server takes it"),
                ));
            }
        }
    }
    Ok(violations)
}

pub fn addresses(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("src/", ".rs").filter(|file| file.path != "src/route.rs") {
        for (line, string) in file.rust().strings {
            let starts_address = string.strip_prefix('/').is_some_and(|rest| {
                rest.starts_with(|first: char| first.is_ascii_alphabetic() || first == '{')
            });
            // What `build.rs` has made is no page.
            if starts_address && !string.starts_with("/api") && !string.ends_with(".rs") {
                violations.push(told(
                    file,
                    line,
                    &format!("the address {string:?}: make it with src/route.rs"),
                ));
            }
        }
        let text = file.rust();
        for (line, code) in numbered(&text.code) {
            if code.contains("href=\"") && !is_link_within_page(&text, line) {
                violations.push(told(
                    file,
                    line,
                    "an address written into a view: make it with src/route.rs",
                ));
            }
        }
    }
    Ok(violations)
}

/// `href="#main"` names an element of the same page, not a page.
fn is_link_within_page(text: &RustText, line: usize) -> bool {
    text.strings.iter().any(|(at, string)| *at == line && string.starts_with('#'))
}

pub fn network(repository: &Repository) -> Violations {
    Ok(only_behind(
        repository,
        "src/",
        &["src/api.rs", "src/api/"],
        &["gloo_net", "fetch_with_str", "fetch_with_request"],
    ))
}

pub fn browser_storage(repository: &Repository) -> Violations {
    let words = ["local_storage", "session_storage", "indexed_db"];
    Ok(only_behind(repository, "src/", &["src/storage.rs", "src/storage/"], &words))
}

pub fn sql(repository: &Repository) -> Violations {
    let mut violations =
        only_behind(repository, "", &["crates/store/"], &["sqlx", "libsqlite3_sys", "rusqlite"]);
    for manifest in repository.below("crates/", "Cargo.toml") {
        if !manifest.path.starts_with("crates/store/")
            && manifest.text.lines().any(|line| line.starts_with("sqlx"))
        {
            violations.push(format!("{}: depends on sqlx, which only crates/store may know", manifest.path));
        }
    }
    Ok(violations)
}

/// Every use of one of the `words` in code below `place` that is not behind one of the `doors`.
fn only_behind(repository: &Repository, place: &str, doors: &[&str], words: &[&str]) -> Vec<String> {
    let mut violations = Vec::new();
    for file in
        repository.below(place, ".rs").filter(|file| !doors.iter().any(|door| file.path.starts_with(door)))
    {
        let code = file.rust().code;
        for (line, text) in numbered(&code) {
            for word in words.iter().filter(|word| has_word(text, word)) {
                violations.push(told(
                    file,
                    line,
                    &format!("`{word}` may be used only in {}: call that instead", doors[0]),
                ));
            }
        }
    }
    violations
}

/// `style="…"`, `style={…}` and `style:width=…`, but not `let style = …` or `style::bundle`.
fn has_style_attribute(code: &str) -> bool {
    let after = |end: usize| code[end..].bytes().next().unwrap_or(b' ');
    word_ends(code, "style").any(|end| match after(end) {
        b'=' => after(end + 1) != b'=' && after(end + 1) != b'>',
        b':' => after(end + 1).is_ascii_alphabetic() || after(end + 1) == b'-',
        _ => false,
    })
}

fn has_word(code: &str, word: &str) -> bool {
    word_ends(code, word).next().is_some()
}

/// Where `word` ends in `code`, wherever it stands alone.
fn word_ends<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part_of_word = |character: char| character.is_alphanumeric() || character == '_';
    code.match_indices(word).filter_map(move |(start, _)| {
        let end = start + word.len();
        let alone = !code[..start].ends_with(part_of_word) && !code[end..].starts_with(part_of_word);
        alone.then_some(end)
    })
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

fn told(file: &SourceFile, line: usize, what: &str) -> String {
    format!("{}:{line}: {what}", file.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&Repository) -> Violations, path: &str, source: &str, violations: usize) {
        let told = rule(&Repository::of(&[(path, source)])).unwrap();
        assert_eq!(told.len(), violations, "{told:?}");
    }

    #[test]
    fn styles_in_views_are_told_and_other_styles_are_not() {
        check(
            inline_markup,
            "src/a.rs",
            "view! { <p style=\"color: red\" style:width=width inner_html=x/> }",
            2,
        );
        check(
            inline_markup,
            "src/a.rs",
            "let style = style::of(a); // style=\"\"\nlet b = font_style == c;",
            0,
        );
        check(inline_markup, "crates/a/src/lib.rs", "style=\"\"", 0);
    }

    #[test]
    fn endpoints_and_addresses_have_their_places() {
        check(endpoints, "src/a.rs", "get(\"/api/home\")", 1);
        check(endpoints, "crates/api/src/lib.rs", "\"/api/home\"", 0);
        check(addresses, "src/a.rs", "format!(\"/services/{key}\")", 1);
        check(addresses, "src/a.rs", "view! { <a href=\"/\">b</a> }", 1);
        check(addresses, "src/a.rs", "view! { <a href=\"#main\" class=\"skip\">b</a> } path.split(\"/\")", 0);
        check(addresses, "src/route.rs", "\"/services\"", 0);
    }

    #[test]
    fn words_count_in_code_only_and_as_a_whole() {
        check(sql, "crates/server/src/a.rs", "use sqlx::query;", 1);
        check(sql, "crates/server/src/a.rs", "// sqlx\nlet a = \"sqlx\"; my_sqlx();", 0);
        check(sql, "crates/server/Cargo.toml", "[dependencies]\nsqlx = \"0.9\"\n", 1);
        check(network, "src/api.rs", "use gloo_net::http;", 0);
        check(network, "src/pages/a.rs", "use gloo_net::http;", 1);
        check(browser_storage, "src/a.rs", "window().local_storage()", 1);
    }
}
