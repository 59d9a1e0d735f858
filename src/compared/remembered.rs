//! The last comparisons that were made on a page: an answer often leads to a walk that was there before, and
//! finding out which step became which is the most that a tap costs.

use std::sync::Arc;

use domain::{Answers, Service, VersionId};
use leptos::prelude::*;

use super::Compared;

/// As many as there are answers to the questions of most services; each is some ten kilobytes.
const MOST: usize = 8;

/// The last comparisons, latest first.
#[derive(Clone, Copy)]
pub struct Remembered(StoredValue<Vec<Compared>>);

impl Remembered {
    /// None yet.
    #[expect(clippy::new_without_default, reason = "it belongs to the page that makes it")]
    pub fn new() -> Remembered {
        Remembered(StoredValue::new(Vec::new()))
    }

    /// See [`Compared::new`].
    pub fn compare(
        self,
        first: (Arc<Service>, &VersionId),
        second: (Arc<Service>, &VersionId),
        answers: Answers,
    ) -> Option<Compared> {
        let compared = self.0.with_value(|earlier| Compared::beside(first, second, answers, earlier))?;
        self.0.update_value(|earlier| {
            earlier.retain(|other| !other.is_drawn_like(&compared));
            earlier.insert(0, compared.clone());
            earlier.truncate(MOST);
        });
        Some(compared)
    }
}
