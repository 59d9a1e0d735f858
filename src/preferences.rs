//! How the reader wants pages to look. It is kept on the phone and stands as `data-theme`, `data-size` and
//! `data-motion` on the document, where style/tokens.css and style/base.css follow it; a script of a few lines puts
//! it there before anything is painted (crates/xtask/src/bundle/preferences.js).

use leptos::prelude::*;

use crate::storage;

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// Light or dark.
    Theme,
    /// How large letters are.
    Size,
    /// Whether anything moves.
    Motion,
}

impl Preference {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Preference; 3] = [Preference::Size, Preference::Theme, Preference::Motion];

    /// Its name, on the document and on the phone.
    pub fn name(self) -> &'static str {
        match self {
            Preference::Theme => "theme",
            Preference::Size => "size",
            Preference::Motion => "motion",
        }
    }

    /// What can be chosen; the first is to leave it to the browser.
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Preference::Theme => &["", "light", "dark"],
            Preference::Size => &["", "large", "huge"],
            Preference::Motion => &["", "less"],
        }
    }

    /// What was chosen; empty where nothing was.
    pub fn chosen(self) -> String {
        storage::preference(self.name())
            .filter(|chosen| self.choices().contains(&chosen.as_str()))
            .unwrap_or_default()
    }

    /// Puts a choice into effect and keeps it.
    pub fn choose(self, choice: &str) {
        storage::keep_preference(self.name(), choice);
        let name = format!("data-{}", self.name());
        if let Some(root) = document().document_element() {
            // Both names are valid, so neither fails.
            let changed = if choice.is_empty() {
                root.remove_attribute(&name)
            } else {
                root.set_attribute(&name, choice)
            };
            changed.unwrap_or(());
        }
    }
}
