//! Drawing anew only what an answer changes, and nobody waiting for what is out of sight: each part of the
//! page draws from its own facts, and the parts below the numbers follow in the frames after the first.

use std::time::Duration;

use leptos::prelude::*;

use super::Compared;

/// What a part of the page says of the comparison; it changes only when that does. `None` where there is
/// nothing to say.
pub fn facts_of<T>(
    compared: Signal<Option<Compared>>,
    facts: impl Fn(&Compared) -> Option<T> + Send + Sync + 'static,
) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| compared.with(|compared| facts(compared.as_ref()?)))
}

/// What `source` is, from the frame after the one in which it changed. At first it is what `source` is, so
/// that a page is drawn whole, natively too.
///
/// This copies a signal, where everything else is derived: that it is late is all that it is for.
pub fn following(source: Signal<Option<Compared>>) -> Signal<Option<Compared>> {
    let shown = RwSignal::new(source.get_untracked());
    Effect::new(move |_| {
        if source.get() != shown.get_untracked() {
            // Meanwhile the page may have been left, or something newer asked for.
            after_paint(move || drop(source.try_get_untracked().map(|now| shown.try_set(now))));
        }
    });
    let is_another = |one: Option<&Option<Compared>>, another: Option<&Option<Compared>>| match (
        one.and_then(Option::as_ref),
        another.and_then(Option::as_ref),
    ) {
        (Some(one), Some(another)) => !one.is_drawn_like(another),
        (one, another) => one.is_some() || another.is_some(),
    };
    Memo::new_with_compare(move |_| shown.get(), is_another).into()
}

/// In a task of its own, once the next frame is painted.
fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}
