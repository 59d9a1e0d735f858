//! Moves between pages without loading them anew: the address bar, links, back and forward.
//!
//! [`crate::route::Route`] alone decides what an address means; here is only how the address
//! changes. A whole router crate would bring matching, nesting and data loading that nothing uses.

use leptos::prelude::*;

use crate::takeover;

/// Where somebody is: the path, and the query without its `?`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The path, percent-encoded as in the address bar.
    pub path: String,
    /// The query, percent-encoded as in the address bar.
    pub query: String,
}

impl Address {
    /// The value of the first parameter with this name, decoded.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.parameters().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// All parameters: names as they are written, values decoded.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, String)> {
        let pairs = self.query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs.map(|(name, value)| {
            let value = value.replace('+', " ");
            (name, percent_encoding::percent_decode_str(&value).decode_utf8_lossy().into_owned())
        })
    }
}

/// Where on a page to look, once the page is there.
#[derive(Debug, Clone, PartialEq)]
enum Place {
    /// Where the browser put it.
    Any,
    /// So many pixels down, where somebody was before.
    Down(f64),
    /// At the element with this id.
    Element(String),
}

/// The current address, for every component.
#[derive(Clone, Copy)]
pub struct Navigation {
    address: RwSignal<Address>,
    place: StoredValue<Place>,
}

impl Navigation {
    /// Somebody is at this address; natively, that is all there is to it.
    pub fn at(address: Address) -> Navigation {
        Navigation { address: RwSignal::new(address), place: StoredValue::new(Place::Any) }
    }

    /// The current address.
    pub fn address(&self) -> Address {
        self.address.get()
    }

    /// The current address, for an event that does not follow it.
    pub fn address_untracked(&self) -> Address {
        self.address.get_untracked()
    }

    /// Goes to an address of the product, as a link would.
    pub fn go(&self, href: &str) {
        browser::push(href);
        self.arrive();
    }

    /// Changes the address of the page that is shown, without a step to go back to.
    pub fn replace(&self, href: &str) {
        browser::replace(href);
        self.arrive();
    }

    /// Follows the browser: its address now, and whenever a link, back or forward changes it.
    pub fn follow_browser() -> Navigation {
        let navigation = Navigation::at(browser::address());
        navigation.place.set_value(browser::place());
        window_event_listener(leptos::ev::popstate, move |_| navigation.arrive());
        // So that a page that is loaded anew shows the same place.
        window_event_listener(leptos::ev::pagehide, |_| browser::remember_place());
        window_event_listener(leptos::ev::click, move |event| {
            if let Some(href) = browser::link_within(&event).filter(|_| !takeover::is_waiting()) {
                event.prevent_default();
                let before = navigation.address.with_untracked(|address| address.path.clone());
                navigation.go(&href);
                if navigation.address.with_untracked(|address| address.path != before) {
                    browser::scroll_to_top();
                }
            }
        });
        navigation
    }

    fn arrive(&self) {
        let address = browser::address();
        let (other_page, other) =
            self.address.with_untracked(|here| (here.path != address.path, *here != address));
        if other_page {
            self.place.set_value(browser::place());
        }
        if other {
            self.address.set(address);
        }
    }

    /// Shows the place on the page that was gone to. What a page shows may arrive after the browser
    /// has looked for the place, so the page says when it is there; on a page that was there before, the
    /// browser has found it by itself.
    pub fn show_place(&self, was_there: bool) {
        match self.place.get_value() {
            _ if was_there => {}
            Place::Any => {}
            Place::Down(y) => browser::scroll_down_to(y),
            Place::Element(id) => browser::scroll_to_element(&id),
        }
        self.place.set_value(Place::Any);
    }
}

/// Where the browser is.
#[cfg(feature = "csr")]
pub fn here() -> Address {
    browser::address()
}

/// The navigation of the page.
pub fn use_navigation() -> Navigation {
    expect_context::<Navigation>()
}

/// What only a browser can tell. All of it is called from events, never while a view is built.
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Address, Place};

    /// The place that the address names, or where somebody was when they left it.
    pub fn place() -> Place {
        let state = window().history().and_then(|history| history.state()).ok();
        let hash = window().location().hash().unwrap_or_default();
        match (state.and_then(|state| state.as_f64()), hash.strip_prefix('#')) {
            (Some(y), _) => Place::Down(y),
            (None, Some(id)) => Place::Element(id.to_owned()),
            (None, None) => Place::Any,
        }
    }

    /// Keeps where the page is scrolled to with its address, for who comes back.
    pub fn remember_place() {
        let y = window().scroll_y().unwrap_or_default();
        // Without a memory one comes back to the top.
        let state = JsValue::from_f64(y);
        window().history().and_then(|history| history.replace_state(&state, "")).unwrap_or(());
    }

    pub fn address() -> Address {
        let location = window().location();
        // Neither can fail for a document that was loaded from an address.
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default();
        Address { path, query: query.trim_start_matches('?').to_owned() }
    }

    pub fn push(href: &str) {
        remember_place();
        change(href, web_sys::History::push_state_with_url);
    }

    pub fn replace(href: &str) {
        change(href, web_sys::History::replace_state_with_url);
    }

    type Change = fn(&web_sys::History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

    fn change(href: &str, change: Change) {
        let changed = window().history().and_then(|history| change(&history, &JsValue::NULL, "", Some(href)));
        if changed.is_err() {
            // A browser refuses when it is asked too often; loading the page anew still arrives.
            window().location().set_href(href).unwrap_or(());
        }
    }

    /// Where a click leads, if it is a plain click on a link within the product.
    pub fn link_within(event: &web_sys::MouseEvent) -> Option<String> {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return None;
        }
        let clicked = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let link = clicked.closest("a[href]").ok()??.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
        let opens_here = link.target().is_empty() && !link.has_attribute("download");
        let same_site = window().location().origin().ok()? == link.origin();
        // A place on the page that is shown is the browser's own business.
        let on_this_page = !link.hash().is_empty() && link.pathname() == address().path;
        (opens_here && same_site && !on_this_page)
            .then(|| format!("{}{}{}", link.pathname(), link.search(), link.hash()))
    }

    pub fn scroll_to_top() {
        scroll_down_to(0.0);
    }

    pub fn scroll_down_to(y: f64) {
        window().scroll_to_with_x_and_y(0.0, y);
    }

    pub fn scroll_to_element(id: &str) {
        // An id that is nowhere on the page is like none.
        if let Some(element) = document().get_element_by_id(id) {
            element.scroll_into_view();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_decoded_and_the_first_one_counts() {
        let address =
            Address { path: "/".into(), query: "q=%E5%A4%87%E6%A1%88+%E8%AF%81&q=x&from&bad=%ff".into() };
        assert_eq!(address.parameter("q").as_deref(), Some("备案 证"));
        assert_eq!(address.parameter("from").as_deref(), Some(""));
        assert_eq!(address.parameter("to"), None);
        assert_eq!(address.parameter("bad").as_deref(), Some("\u{fffd}"));
    }
}
