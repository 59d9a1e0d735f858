//! 查一件事, as far as 首页 has it from the start: what was typed, and when to ask for the rest.
//!
//! What finds and draws is a part of the module ([`crate::parts`]), and it searches an index. Both are asked for
//! when somebody first goes to the field, so whoever only reads 首页 loads neither. A page that was sent with
//! something found brings what it found; the part is there before such a page is drawn.

use std::pin::Pin;
use std::sync::Arc;

use ::api::endpoint;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::loaded::Draw;
use crate::navigation::{Navigation, use_navigation};
use crate::parts;
use crate::route::use_asked_search;
use crate::words::words;

/// What somebody types.
#[derive(Clone, Copy)]
pub struct Searched {
    /// What is in the field.
    pub typed: RwSignal<String>,
    /// The field.
    pub field: NodeRef<html::Input>,
    /// Where what was submitted lives.
    pub navigation: Navigation,
    /// Counts how often somebody has shown that they search.
    wanted: RwSignal<u32>,
}

/// What the part hands out: it finds, and draws what it has found.
#[derive(Clone)]
pub struct Finding {
    /// Draws what was found, and keeps it true.
    pub draw: Draw,
    /// How much was found, in words; nothing as long as it is not known.
    pub told: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    /// Takes the index; tells whether it is one.
    pub learn: Arc<dyn Fn(JsValue) -> bool + Send + Sync>,
}

/// Begins to find what somebody types.
pub type Begin = Arc<dyn Fn(Searched) -> Finding + Send + Sync>;

/// What there is to draw while something is typed.
#[derive(Clone, Copy)]
pub struct Search {
    searched: Searched,
    finding: RwSignal<Option<Finding>>,
    searching: Memo<bool>,
    failed: RwSignal<bool>,
}

impl Searched {
    /// A field with the words in it that the address looks for.
    pub fn here() -> Searched {
        let typed = RwSignal::new(use_asked_search().get_untracked());
        Searched { typed, field: NodeRef::new(), navigation: use_navigation(), wanted: RwSignal::new(0) }
    }

    /// Somebody searches: what that needs is asked for, unless it is there or under way.
    pub fn want(&self) {
        self.wanted.update(|times| *times += 1);
    }

    /// Somebody types. What did not come is not asked for again at every key press.
    pub fn type_in(&self, words: String) {
        if self.wanted.get_untracked() == 0 {
            self.want();
        }
        self.typed.set(words);
    }
}

impl Search {
    /// A search that has already `begun` where a page was sent with something found.
    pub fn of(searched: Searched, begun: Option<Begin>) -> Search {
        let finding = RwSignal::new(begun.map(|begin| begin(searched)));
        let failed = RwSignal::new(false);
        let searching = Memo::new(move |_| !searched.typed.read().trim().is_empty());
        let search = Search { searched, finding, searching, failed };
        let asked = StoredValue::new(false);
        Effect::new(move |_| {
            let wanted = searched.wanted.get() > 0;
            // Whoever comes back to a search finds it again.
            let begins = || finding.with_untracked(Option::is_none) && searching.get_untracked();
            if asked.get_value() || !(wanted || begins()) {
                return;
            }
            asked.set_value(true);
            failed.set(false);
            let answered: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async move {
                if !search.prepare().await {
                    // The page may be gone meanwhile.
                    asked.try_set_value(false);
                    failed.try_set(true);
                }
            });
            spawn_local(answered);
        });
        search
    }

    async fn prepare(self) -> bool {
        let Ok((begin, index)) = parts::search(endpoint::INDEX.to_owned()).await else { return false };
        let Some(known) = self.finding.try_get_untracked() else { return true };
        let Some(finding) = known.or_else(|| Some(begin(None)?(self.searched))) else { return false };
        let learned = (finding.learn)(index);
        if learned && self.finding.with_untracked(Option::is_none) {
            self.finding.set(Some(finding));
        }
        learned
    }

    /// What finds, while something is typed and once it is there.
    pub fn finding(&self) -> Option<Finding> {
        self.finding.get().filter(|_| self.searching.get())
    }

    /// What there is to say about the search.
    pub fn told(&self) -> String {
        if !self.searching.get() {
            return String::new();
        }
        let known = self.finding.get().and_then(|finding| (finding.told)());
        let failed = self.failed.get();
        let otherwise = if failed { words().home.search_failed } else { words().loading.under_way };
        known.unwrap_or_else(|| otherwise.to_owned())
    }
}
