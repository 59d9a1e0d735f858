//! The heading of a page: names the page in the window's title, takes the focus after a navigation,
//! and has the new page announced.

use leptos::html;
use leptos::prelude::*;

use crate::navigation::Navigation;
use crate::words::words;

/// Remembers which page was announced last.
#[derive(Clone, Copy)]
pub struct Announcer {
    title: RwSignal<String>,
    /// Whether a page was shown before: the first page of a visit leaves the focus where it is.
    visited: StoredValue<bool>,
}

impl Default for Announcer {
    fn default() -> Announcer {
        Announcer { title: RwSignal::new(String::new()), visited: StoredValue::new(false) }
    }
}

impl Announcer {
    /// The title of the current page, once it is not the first.
    pub fn title(&self) -> String {
        self.title.get()
    }

    fn arrive(&self, title: &str) -> bool {
        document().set_title(&(words().site.page_title)(title));
        let returning = self.visited.get_value();
        self.visited.set_value(true);
        if returning {
            self.title.set(title.to_owned());
        }
        returning
    }
}

/// The one `h1` of a page.
#[component]
pub fn PageHeading(
    /// What the page is called.
    title: String,
    /// Extra class of the heading.
    #[prop(optional)]
    class: &'static str,
    /// Whether the page supposes something, which its name then says.
    #[prop(optional, into)]
    supposed: Signal<bool>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let announcer = use_context::<Announcer>();
    let navigation = use_context::<Navigation>();
    let name = title.clone();
    Effect::new(move |_| {
        let (Some(heading), Some(announcer)) = (heading.get(), announcer) else { return };
        if let Some(navigation) = navigation {
            navigation.show_place();
        }
        let name = if supposed.get() { (words().site.supposed_page)(&name) } else { name.clone() };
        if announcer.arrive(&name) {
            // Where the page is scrolled to is settled; the heading only takes the focus.
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element that can't be focused is still read; there is nothing else to do.
            heading.focus_with_options(&options).unwrap_or(());
        }
    });
    view! { <h1 class=format!("page-heading {class}") tabindex="-1" node_ref=heading>{title}</h1> }
}
