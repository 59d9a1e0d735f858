//! The document around every page in each language: `index.html` names its sentences, and here they are put in.
//! The server does it once for each language, when it starts.

use crate::language::{Language, speaking};
use crate::route::{Route, manifest};
use crate::words::{document_words, words};

/// `index.html` in a language.
pub fn in_language(document: &str, language: Language) -> String {
    speaking(language, || {
        let said = document_words();
        let named: [(&str, &str); 13] = [
            ("language", language.tag()),
            ("home", &Route::Home.path()),
            ("manifest", &manifest(language)),
            ("name", words().site.name),
            ("description", said.description),
            ("not_running", said.not_running),
            ("opening", said.opening),
            ("needs_program", said.needs_program),
            ("kept_before", said.kept.0),
            ("kept_behind", said.kept.1),
            ("open_again", said.open_again),
            ("new_build", said.new_build),
            ("take_new_build", said.take_new_build),
        ];
        named.into_iter().fold(document.to_owned(), |document, (name, sentence)| {
            document.replace(&format!("{{{{{name}}}}}"), sentence)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_everything_in_its_language() {
        for language in Language::ALL {
            let document = in_language(include_str!("../index.html"), language);
            assert!(!document.contains("{{") && !document.contains("}}"), "{document}");
            assert!(document.contains(&format!("<html lang=\"{}\">", language.tag())));
        }
        let english = in_language(include_str!("../index.html"), Language::En);
        assert!(
            english.contains("Opening, one moment please.") && english.is_ascii() || english.contains('“')
        );
    }
}
