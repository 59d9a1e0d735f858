//! The languages of the interface, as the app has them (`src/language.rs` there): the program is built once for
//! each, so that nobody loads the sentences of another.

/// A language, and how the app is built for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its tag, which begins the addresses of its pages; that of the first begins none.
    pub tag: &'static str,
    /// The features of the app.
    pub features: &'static str,
}

/// All of them; the first is that of a quick build.
pub const LANGUAGES: [Language; 3] = [
    Language { tag: "zh-Hans", features: "csr" },
    Language { tag: "zh-Hant", features: "csr,zh-hant" },
    Language { tag: "en", features: "csr,en" },
];

impl Language {
    /// The path of its first page.
    pub fn home(self) -> String {
        if self == LANGUAGES[0] { "/".to_owned() } else { format!("/{}", self.tag) }
    }

    /// The path of what says how it looks on a home screen, in `public/`.
    pub fn manifest(self) -> String {
        if self == LANGUAGES[0] {
            "/app.webmanifest".to_owned()
        } else {
            format!("/app.{}.webmanifest", self.tag)
        }
    }

    /// Where the page around its pages lies in the bundle.
    pub fn page(self) -> String {
        format!("{}/index.html", self.home().trim_end_matches('/')).trim_start_matches('/').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_has_no_segment() {
        assert_eq!(LANGUAGES.map(Language::home), ["/", "/zh-Hant", "/en"]);
        assert_eq!(LANGUAGES.map(Language::page), ["index.html", "zh-Hant/index.html", "en/index.html"]);
    }
}
