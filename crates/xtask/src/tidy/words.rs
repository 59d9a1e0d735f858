//! Sentences: all in the catalogue, and none in the catalogue that nobody reads.

use super::Violations;
use super::repository::{Repository, SourceFile};
use std::collections::HashSet;

pub fn sentences_outside_catalogue(repository: &Repository) -> Violations {
    let mut violations = Vec::new();
    for file in repository.below("src/", ".rs").filter(|file| !is_catalogue(file)) {
        // Not only strings: a view may also contain bare text.
        for (index, line) in file.rust().without_comments.lines().enumerate() {
            if let Some(start) = line.find(is_chinese) {
                let sentence: String =
                    line[start..].chars().take_while(|character| is_chinese(*character)).collect();
                violations.push(format!("{}:{}: move {sentence:?} to src/words.rs", file.path, index + 1));
            }
        }
    }
    Ok(violations)
}

pub fn unused_sentences(repository: &Repository) -> Violations {
    let mut used = HashSet::new();
    // The server says some of them: in the files that it makes.
    for file in ["src/", "crates/server/src/"].into_iter().flat_map(|within| repository.below(within, ".rs"))
    {
        used.extend(field_accesses(&file.rust().code));
    }
    let mut violations = Vec::new();
    for file in repository.below("src/", ".rs").filter(|file| is_catalogue(file)) {
        for (line, field) in public_fields(&file.rust().code) {
            if !used.contains(&field) {
                violations.push(format!("{}:{line}: no page says `{field}`: use it or remove it", file.path));
            }
        }
    }
    Ok(violations)
}

fn is_catalogue(file: &SourceFile) -> bool {
    file.path == "src/words.rs" || file.path.starts_with("src/words/")
}

/// Han characters and the punctuation and full-width forms that come with them.
fn is_chinese(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The names after a dot, also when the dot begins the next line.
fn field_accesses(code: &str) -> impl Iterator<Item = String> {
    code.split('.').skip(1).map(|after| {
        after
            .trim_start()
            .chars()
            .take_while(|character| character.is_alphanumeric() || *character == '_')
            .collect()
    })
}

/// Lines like `pub title: &'static str,`.
fn public_fields(code: &str) -> impl Iterator<Item = (usize, String)> {
    code.lines().enumerate().filter_map(|(index, line)| {
        let (name, _) = line.trim_start().strip_prefix("pub ")?.split_once(':')?;
        let is_name =
            !name.is_empty() && name.chars().all(|character| character.is_alphanumeric() || character == '_');
        is_name.then(|| (index + 1, name.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_told_in_code_and_allowed_in_comments_and_catalogue() {
        let repository = Repository::of(&[
            ("src/a.rs", "//! 跑一次\n// 材料\nlet a = \"材料\";\nview! { <p>办理</p> }\n"),
            ("src/words/zh.rs", "\"材料\""),
            ("crates/domain/src/a.rs", "\"材料\""),
        ]);
        let told = sentences_outside_catalogue(&repository).unwrap();
        assert_eq!(
            told,
            ["src/a.rs:3: move \"材料\" to src/words.rs", "src/a.rs:4: move \"办理\" to src/words.rs"]
        );
    }

    #[test]
    fn a_sentence_that_nobody_reads_is_told() {
        let repository = Repository::of(&[
            (
                "src/words.rs",
                "pub struct Words {\n    pub title: &'static str,\n    pub count: fn(u32) -> String,\n    pub lost: &'static str,\n}\npub fn of(a: b) {}",
            ),
            ("src/words/zh.rs", "Words { title: \"a\", count, lost: \"b\" }"),
            ("src/a.rs", "words.title; (words\n    .count)(3)"),
        ]);
        let told = unused_sentences(&repository).unwrap();
        assert_eq!(told, ["src/words.rs:4: no page says `lost`: use it or remove it"]);
    }
}
