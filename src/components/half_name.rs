//! What a half of a comparison is called above its numbers and pictures; of what is supposed that is its
//! mark.

use leptos::prelude::*;

use crate::compared::{Compared, Which};
use crate::components::chinese::chinese;
use crate::components::hypothesis_mark::HypothesisMark;

/// The name of a half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfName {
    /// In words.
    pub label: String,
    /// Whether the half is only supposed.
    pub is_supposed: bool,
}

impl HalfName {
    /// The name of one half.
    pub fn of(compared: &Compared, which: Which) -> HalfName {
        let is_supposed = which == Which::Second && compared.supposed().is_some();
        HalfName { label: compared.half(which).label().to_owned(), is_supposed }
    }

    /// The names of the halves that are drawn.
    pub fn of_drawn(compared: &Compared) -> Vec<HalfName> {
        compared.drawn().iter().map(|which| HalfName::of(compared, *which)).collect()
    }

    /// Draws it.
    pub fn view(&self) -> AnyView {
        match self.is_supposed {
            true => view! { <HypothesisMark/> }.into_any(),
            false => chinese(self.label.clone()).into_any(),
        }
    }
}
