//! Reads a part of the page aloud, where the browser can. The voice is the browser's, and nothing is sent.

use leptos::prelude::*;
use web_sys::SpeechSynthesis;

use crate::components::focus::element;
use crate::language::Language;
use crate::words::words;

/// A button that reads what is within the element with this id, and stops when it is tapped again; nothing where
/// the browser has no voice.
#[component]
pub fn ReadAloud(
    /// Of what is read.
    of: &'static str,
    /// Which of several things stands there; when another comes, the first is not read on.
    at: Memo<usize>,
) -> impl IntoView {
    let can = RwSignal::new(false);
    // Only the browser knows, once the page is there.
    Effect::new(move |_| {
        at.track();
        can.set(voice().is_some());
        on_cleanup(|| {
            if let Some(voice) = voice() {
                voice.cancel();
            }
        });
    });
    let words = &words().elder;
    let read = move |_| {
        let Some(voice) = voice() else { return };
        if voice.speaking() {
            return voice.cancel();
        }
        // What is not shown is not read.
        let text = element(of).map(|element| element.inner_text());
        // A browser that can't make a saying of a text reads nothing.
        let Some(Ok(said)) = text.map(|text| web_sys::SpeechSynthesisUtterance::new_with_text(&text)) else {
            return;
        };
        said.set_lang(Language::current().tag());
        voice.speak(&said);
    };
    move || {
        can.get().then(|| {
            view! { <button class="button read-aloud" type="button" on:click=read>{words.read_aloud}</button> }
        })
    }
}

/// The voice of the browser; an old one has none.
fn voice() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|voice| !voice.is_undefined())
}
