//! A number that can be called.

use leptos::prelude::*;

use crate::components::chinese::chinese;

/// A link that calls; words that are no number are only told.
pub fn telephone(number: String) -> AnyView {
    match number.chars().any(|c| c.is_ascii_digit()) {
        true => view! { <a href=format!("tel:{}", number.replace(' ', ""))>{number.clone()}</a> }.into_any(),
        false => chinese(number).into_any(),
    }
}
