//! A number that can be called.

use leptos::prelude::*;

/// A link that calls; words that are no number are only told, as `tell` tells them.
pub fn telephone<V: IntoAny>(tell: fn(String) -> V, number: String) -> AnyView {
    match number.chars().any(|c| c.is_ascii_digit()) {
        true => view! { <a href=format!("tel:{}", number.replace(' ', ""))>{number.clone()}</a> }.into_any(),
        false => tell(number).into_any(),
    }
}
