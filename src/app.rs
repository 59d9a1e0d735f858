//! The frame around every page: menu, content, footer, and who is told of a new page.

use leptos::prelude::*;

use crate::components::chinese::told;
use crate::components::page_heading::Announcer;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::navigation::Navigation;
use crate::pages::not_found::NotFoundPage;
use crate::parts::{HomePage, drawn_later};
use crate::route::{Route, anchor, use_route};

/// Loads what the first page is drawn by, and draws the app out of sight once there is somebody to see it; it takes
/// the place of the page that was sent when that page is whole.
#[cfg(feature = "csr")]
pub fn mount() {
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    use crate::takeover;

    spawn_local(async {
        takeover::a_moment().await;
        crate::parts::come(&crate::navigation::here()).await;
        // It only ever comes.
        JsFuture::from(takeover::somebody()).await.ok();
        let app = || view! { <App navigation=Navigation::follow_browser()/> };
        leptos::mount::mount_to(takeover::drawn(), app).forget();
    });
}

/// The whole product.
#[component]
pub fn App(navigation: Navigation) -> impl IntoView {
    provide_context(navigation);
    provide_context(Announcer::default());
    view! { <Frame><CurrentPage/></Frame> }
}

/// What stands around every page.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! {
        <Announcement/>
        <SiteHeader/>
        <main class="page" id=anchor::CONTENT tabindex="-1">
            {children()}
        </main>
        <SiteFooter/>
    }
}

#[component]
fn CurrentPage() -> impl IntoView {
    let route = use_route();
    move || match route.get() {
        Route::Home => view! { <HomePage/> }.into_any(),
        route => drawn_later(&route).unwrap_or_else(|| view! { <NotFoundPage/> }.into_any()),
    }
}

/// Says the name of a new page to those who can't see it change.
#[component]
fn Announcement() -> impl IntoView {
    let announcer = expect_context::<Announcer>();
    view! { <p class="visually-hidden" role="status" aria-live="polite">{move || told(announcer.title())}</p> }
}
