//! Reads a part of the page aloud, where the browser can. The voice is the browser's, and nothing is sent.

use leptos::prelude::*;

use crate::language::Language;
use crate::words::words;

/// A button that reads what is within the element with this id, and stops when it is tapped again; nothing where
/// the browser has no voice.
#[component]
pub fn ReadAloud(
    /// Of what is read.
    of: &'static str,
) -> impl IntoView {
    let can = RwSignal::new(false);
    // Only the browser knows, once the page is there; what is left is not read on.
    Effect::new(move |_| {
        can.set(window().speech_synthesis().is_ok());
        on_cleanup(|| {
            if let Ok(voice) = window().speech_synthesis() {
                voice.cancel();
            }
        });
    });
    let words = &words().elder;
    let read = move |_| {
        let Ok(voice) = window().speech_synthesis() else { return };
        if voice.speaking() {
            return voice.cancel();
        }
        let text = document().get_element_by_id(of).and_then(|element| element.text_content());
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
