//! What the marks of the strips of time mean.

use leptos::prelude::*;

use crate::diagram::marks::{HomeDiamond, VisitDisc};
use crate::words::comparison_words;

/// The marks and boxes, and with dates the hatchings.
#[component]
pub fn StripLegend(is_dated: bool) -> impl IntoView {
    let words = &comparison_words().strips;
    let days_off = is_dated.then(|| {
        [("url(#strip-weekend)", words.legend_weekend), ("url(#strip-holiday)", words.legend_holiday)].map(
            |(fill, text)| {
                entry(view! { <rect x="-10" y="-8" width="20" height="16" fill=fill/> }.into_any(), text)
            },
        )
    });
    view! {
        <ul class="strips__legend">
            {entry(view! { <VisitDisc x=0.0 y=0.0 radius=8.5 number=1/> }.into_any(), words.legend_visit)}
            {entry(view! { <HomeDiamond x=0.0 y=0.0 radius=8.0/> }.into_any(), words.legend_home)}
            {entry(
                view! { <rect class="strip__wait" x="-10" y="-9" width="20" height="18"/> }.into_any(),
                words.legend_wait,
            )}
            {entry(
                view! { <rect class="strip__wait strip__wait--beside" x="-10" y="-6" width="20" height="12"/> }.into_any(),
                words.legend_beside,
            )}
            {days_off}
        </ul>
    }
}

fn entry(sign: AnyView, text: &'static str) -> AnyView {
    view! {
        <li>
            <svg width="24" height="22" viewBox="-12 -11 24 22" aria-hidden="true">{sign}</svg>
            {text}
        </li>
    }
    .into_any()
}
