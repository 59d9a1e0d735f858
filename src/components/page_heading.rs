//! The heading of a page: names the page in the window's title, takes the focus after a navigation,
//! and has the new page announced.

use leptos::html;
use leptos::prelude::*;

use crate::components::chinese::{chinese, told};
use crate::navigation::Navigation;
use crate::takeover;
use crate::words::words;

/// Remembers which page was announced last.
#[derive(Clone, Copy)]
pub struct Announcer {
    title: RwSignal<String>,
    /// Whether a page was shown before: the first page of a visit leaves the focus where it is.
    visited: StoredValue<bool>,
    /// What the page is called that was drawn natively, where no window says it.
    #[cfg(feature = "ssr")]
    drawn: StoredValue<String>,
}

impl Default for Announcer {
    fn default() -> Announcer {
        Announcer {
            title: RwSignal::new(String::new()),
            visited: StoredValue::new(false),
            #[cfg(feature = "ssr")]
            drawn: StoredValue::new(String::new()),
        }
    }
}

impl Announcer {
    /// The title of the current page, once it is not the first.
    pub fn title(&self) -> String {
        self.title.get()
    }

    /// The name of the window that the page that was drawn natively is for.
    #[cfg(feature = "ssr")]
    pub fn window_title(&self) -> String {
        self.drawn.with_value(|title| (words().site.page_title)(title))
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
    /// Whether the data call it so.
    #[prop(optional)]
    of_data: bool,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let announcer = use_context::<Announcer>();
    let navigation = use_context::<Navigation>();
    let name = {
        let title = title.clone();
        move || if supposed.get() { (words().site.supposed_page)(&title) } else { title.clone() }
    };
    #[cfg(feature = "ssr")]
    if let Some(announcer) = announcer {
        announcer.drawn.set_value(name());
    }
    Effect::new(move |_| {
        let (Some(heading), Some(announcer)) = (heading.get(), announcer) else { return };
        let was_there = takeover::finish();
        if let Some(navigation) = navigation {
            navigation.show_place(was_there);
        }
        if announcer.arrive(&name()) {
            // Where the page is scrolled to is settled; the heading only takes the focus.
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element that can't be focused is still read; there is nothing else to do.
            heading.focus_with_options(&options).unwrap_or(());
        }
    });
    let title = if of_data { chinese(title) } else { told(title) };
    view! { <h1 class=format!("page-heading {class}") tabindex="-1" node_ref=heading>{title}</h1> }
}
