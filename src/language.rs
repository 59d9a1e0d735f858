//! The languages of the interface, and which of them is spoken.
//!
//! In the browser that is settled when the program is compiled: there is one program for each language, so that
//! nobody loads the sentences of another. Natively all are there, and who draws a page says in which
//! ([`speaking`]). What the data say is Chinese in each of them (`components/chinese.rs`).

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 简体中文, in which the sentences are written.
    ZhHans,
    /// 繁體中文, made of 简体 by `build.rs`.
    ZhHant,
    /// English.
    En,
}

#[cfg(all(feature = "en", feature = "zh-hant", not(feature = "ssr")))]
compile_error!(
    "a program for the browser speaks one language: build app with `en`, with `zh-hant` or with neither"
);

/// The language of a program for the browser.
#[cfg(not(feature = "ssr"))]
const COMPILED: Language = if cfg!(feature = "en") {
    Language::En
} else if cfg!(feature = "zh-hant") {
    Language::ZhHant
} else {
    Language::ZhHans
};

impl Language {
    /// All of them, in the order in which they are offered. The first is spoken where no other is asked for.
    pub const ALL: [Language; 3] = [Language::ZhHans, Language::ZhHant, Language::En];

    /// The tag by which browsers and search engines know it (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Language::ZhHans => "zh-Hans",
            Language::ZhHant => "zh-Hant",
            Language::En => "en",
        }
    }

    /// The tag that an address has to say; none for the language that is spoken where no other is asked for.
    pub fn asked_tag(self) -> Option<&'static str> {
        (self != Language::ALL[0]).then(|| self.tag())
    }

    /// The language that is spoken.
    #[cfg(not(feature = "ssr"))]
    pub const fn current() -> Language {
        COMPILED
    }

    /// The language that is spoken: that of the page being drawn, otherwise 简体.
    #[cfg(feature = "ssr")]
    pub fn current() -> Language {
        native::SPOKEN.get()
    }
}

#[cfg(feature = "ssr")]
pub use native::speaking;

#[cfg(feature = "ssr")]
mod native {
    use std::cell::Cell;

    use super::Language;

    thread_local! {
        pub static SPOKEN: Cell<Language> = const { Cell::new(Language::ZhHans) };
    }

    /// What comes of `draw`, spoken in `language`. A page is drawn on one thread without a pause, so no other
    /// page can be drawn meanwhile in a language that is not its own.
    pub fn speaking<T>(language: Language, draw: impl FnOnce() -> T) -> T {
        /// Gives back the language that was spoken before, also where drawing panics.
        struct Before(Language);
        impl Drop for Before {
            fn drop(&mut self) {
                SPOKEN.set(self.0);
            }
        }
        let _before = Before(SPOKEN.replace(language));
        draw()
    }
}
