//! 长辈版: the same pages with large letters, the essentials only, one thing at a time. It is a segment of the path
//! behind the language (`/elder`, `/en/elder/about`), so it can be passed on, every link keeps it, and the server
//! draws it; who has chosen it once comes back to it (crates/xtask/src/bundle/preferences.js).

/// How the pages are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// Whole.
    Usual,
    /// 长辈版
    Elder,
}

impl Edition {
    /// The segment of 长辈版.
    pub const SEGMENT: &'static str = "elder";

    /// Whether what is drawn is 长辈版.
    pub fn is_elder() -> bool {
        Edition::current() == Edition::Elder
    }

    /// The other one.
    pub fn other(self) -> Edition {
        match self {
            Edition::Usual => Edition::Elder,
            Edition::Elder => Edition::Usual,
        }
    }

    /// The edition of the page that the browser has loaded; another is another load.
    #[cfg(not(feature = "ssr"))]
    pub fn current() -> Edition {
        *LOADED.get_or_init(|| {
            crate::route::edition_of(&leptos::prelude::window().location().pathname().unwrap_or_default())
        })
    }

    /// The edition of the page being drawn, otherwise the usual one.
    #[cfg(feature = "ssr")]
    pub fn current() -> Edition {
        DRAWN.get()
    }
}

#[cfg(not(feature = "ssr"))]
static LOADED: std::sync::OnceLock<Edition> = std::sync::OnceLock::new();

#[cfg(feature = "ssr")]
thread_local! {
    static DRAWN: std::cell::Cell<Edition> = const { std::cell::Cell::new(Edition::Usual) };
}

/// What comes of `draw`, in an edition. As of languages, a page is drawn on one thread without a pause.
#[cfg(feature = "ssr")]
pub fn drawing<T>(edition: Edition, draw: impl FnOnce() -> T) -> T {
    /// Gives back the edition that was drawn before, also where drawing panics.
    struct Before(Edition);
    impl Drop for Before {
        fn drop(&mut self) {
            DRAWN.set(self.0);
        }
    }
    let _before = Before(DRAWN.replace(edition));
    draw()
}
