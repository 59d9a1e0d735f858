//! The focus, where what had it goes away with what it did.

use leptos::prelude::*;

/// Gives the focus to the element with this id, once what changed is drawn and if nothing has it any more.
pub fn keep_focus(id: &'static str) {
    use wasm_bindgen::JsCast;
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let element = document().get_element_by_id(id).filter(|_| is_lost);
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // What can't be focused is still read.
            element.focus().unwrap_or(());
        }
    });
}
