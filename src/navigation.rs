//! Moves between pages without loading them anew: the address bar, links, back and forward.
//!
//! [`crate::route::Route`] alone decides what an address means; here is only how the address
//! changes. A whole router crate would bring matching, nesting and data loading that nothing uses.

use leptos::prelude::*;

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
        let pairs = self.query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let (_, value) = pairs.into_iter().find(|(key, _)| *key == name)?;
        let value = value.replace('+', " ");
        Some(percent_encoding::percent_decode_str(&value).decode_utf8_lossy().into_owned())
    }
}

/// The current address, for every component.
#[derive(Clone, Copy)]
pub struct Navigation {
    address: RwSignal<Address>,
}

impl Navigation {
    /// Somebody is at this address; natively, that is all there is to it.
    pub fn at(address: Address) -> Navigation {
        Navigation { address: RwSignal::new(address) }
    }

    /// The current address.
    pub fn address(&self) -> Address {
        self.address.get()
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
        window_event_listener(leptos::ev::popstate, move |_| navigation.arrive());
        window_event_listener(leptos::ev::click, move |event| {
            if let Some(href) = browser::link_within(&event) {
                event.prevent_default();
                let elsewhere =
                    navigation.address.with_untracked(|address| !browser::leads_to(&href, address));
                navigation.go(&href);
                if elsewhere {
                    browser::scroll_to_top();
                }
            }
        });
        navigation
    }

    fn arrive(&self) {
        let address = browser::address();
        if self.address.with_untracked(|here| *here != address) {
            self.address.set(address);
        }
    }
}

/// The navigation of the page.
pub fn use_navigation() -> Navigation {
    expect_context::<Navigation>()
}

/// What only a browser can tell. All of it is called from events, never while a view is built.
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue};

    use super::Address;

    pub fn address() -> Address {
        let location = window().location();
        // Neither can fail for a document that was loaded from an address.
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default();
        Address { path, query: query.trim_start_matches('?').to_owned() }
    }

    pub fn push(href: &str) {
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

    pub fn leads_to(href: &str, here: &Address) -> bool {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        path == here.path
    }

    pub fn scroll_to_top() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
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
