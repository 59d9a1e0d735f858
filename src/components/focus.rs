//! The focus, where what had it goes away with what it did.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Goes to the element with this id, once what changed is drawn.
pub fn go_to(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = element(id) {
            // What can't be focused is still read.
            element.focus().unwrap_or(());
            element.scroll_into_view();
        }
    });
}

/// Gives the focus to the element with this id, once what changed is drawn and if nothing has it any more.
pub fn keep_focus(id: &'static str) {
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let Some(element) = element(id).filter(|_| is_lost) {
            // What can't be focused is still read.
            element.focus().unwrap_or(());
        }
    });
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
