//! Puts what the program has drawn in the place of what the server has sent, in one frame, and keeps what
//! somebody has already done there: focus, typed words, choices, opened details, a pressed button.
//!
//! The two are the same views of the same data, so what stands at a place in one stands there in the other.
//! Until the program has drawn, and where it can't, the page that was sent works by itself: its links and
//! forms are the browser's. All of this is `crates/xtask/src/bundle/takeover.js`, which is there before the
//! program and goes on without it; here is how the program speaks to it. Nothing of it is called while a view is built.

// The attribute writes the foreign calls.
#![allow(unsafe_code)]

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A place for the program to draw in, out of sight, while the page that was sent is shown.
    #[wasm_bindgen(js_namespace = takeover)]
    pub fn drawn() -> web_sys::HtmlElement;

    /// What the server has sent with the page, if it is what the interface says at this path: nothing
    /// (`undefined`), that there is not what was asked for (`null`), or the answer. It is given once: who comes
    /// back to the page later wants to know what is true then.
    #[wasm_bindgen(js_namespace = takeover)]
    pub fn answer(path: &str) -> JsValue;

    /// Whether the page that was sent is still shown.
    #[wasm_bindgen(js_namespace = takeover, js_name = isWaiting)]
    pub fn is_waiting() -> bool;

    #[cfg(feature = "csr")]
    #[wasm_bindgen(js_namespace = takeover)]
    fn moment() -> js_sys::Promise;

    /// Comes when there is somebody for whom to draw the page: at once where the page that was sent is a mere
    /// shell, otherwise at the first sign of them, or after a while.
    #[cfg(feature = "csr")]
    #[wasm_bindgen(js_namespace = takeover)]
    pub fn somebody() -> js_sys::Promise;

    /// The drawn page is whole: it takes the place of the other. Tells whether it does; later calls do nothing.
    #[wasm_bindgen(js_namespace = takeover)]
    pub fn finish() -> bool;

    /// The program could not draw the page. One that was sent finished stays as it is, and says so; tells
    /// whether there is one. Instead of a mere shell the program shows what is the matter.
    #[wasm_bindgen(js_namespace = takeover, js_name = giveUp)]
    pub fn give_up() -> bool;
}

/// Lets whatever else waits for the browser have its turn first: before there is somebody, nothing keeps a weak phone
/// busy for long at once.
#[cfg(feature = "csr")]
pub async fn a_moment() {
    // Where a browser has no such moment to give, there is nothing to wait for.
    wasm_bindgen_futures::JsFuture::from(moment()).await.ok();
}
