//! The pages: finished HTML at every address of a page, drawn natively by the components that draw it in the
//! browser, from what the JSON interface answers for it.
//!
//! What a page is drawn from travels with it, so that a browser that takes the page over asks for nothing
//! twice. A page that cannot be drawn is sent as the bare shell: the browser asks for itself, and can tell
//! of a failure and try again.

mod for_robots;
mod template;

use std::sync::Arc;

use app::finished::{self, Finished};
use app::navigation::Address;
use app::route::Route;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;
use tower::ServiceExt;

use crate::failure::Failure;
use crate::public_url::PublicUrl;
use crate::state::AppState;
use crate::web;
use template::{Sent, Shared, Template};

/// Draws pages; a clone is the same drawing-room.
#[derive(Clone)]
pub struct Pages {
    template: Option<Arc<Template>>,
    interface: Router,
    public_url: Option<PublicUrl>,
    drawing: Arc<Semaphore>,
}

impl Pages {
    /// Pages that are drawn from what `interface` answers, into the document that was built in.
    pub fn of(state: &AppState, interface: Router) -> Pages {
        let built = web::index().and_then(|page| std::str::from_utf8(page).ok());
        Pages::into(built, state, interface)
    }

    fn into(document: Option<&str>, state: &AppState, interface: Router) -> Pages {
        // Drawing takes a core for itself; more at once would only make each slower.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Pages {
            template: document.and_then(Template::read).map(Arc::new),
            interface,
            public_url: state.public_url.clone(),
            drawing: Arc::new(Semaphore::new(cores)),
        }
    }

    /// The answers at the addresses that no other route has.
    pub fn router(self) -> Router {
        Router::new().fallback(move |request: Request| {
            let pages = self.clone();
            async move { pages.answer(request).await }
        })
    }

    async fn answer(&self, request: Request) -> Response {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
        }
        match request.uri().path() {
            "/robots.txt" => return for_robots::rules(self.public_url.as_ref()),
            "/sitemap.xml" => return for_robots::sitemap(&self.interface, self.public_url.as_ref()).await,
            _ => {}
        }
        let Some(template) = &self.template else {
            return (StatusCode::NOT_FOUND, WITHOUT_PAGES).into_response();
        };
        if request.uri().path() == SHELL {
            return html(StatusCode::OK, template.shell());
        }
        let uri = request.uri();
        let address =
            Address { path: uri.path().to_owned(), query: uri.query().unwrap_or_default().to_owned() };
        match self.page(template, address).await {
            Ok((status, page)) => html(status, page),
            Err(failure) => {
                // What failed is logged with the answer that a program would get; a person gets the shell.
                let status = failure.into_response().status();
                html(status, template.shell())
            }
        }
    }

    async fn page(&self, template: &Template, address: Address) -> Result<(StatusCode, String), Failure> {
        let mut sent = Vec::new();
        for path in finished::asks(&address) {
            let (status, answer) = ask(&self.interface, &path).await?;
            match status {
                StatusCode::OK => sent.push(Sent { path, answer: Some(answer) }),
                StatusCode::NOT_FOUND => sent.push(Sent { path, answer: None }),
                // The browser asks again, and says what is the matter.
                _ => return Ok((status, template.shell())),
            }
        }
        let canonical =
            self.public_url.as_ref().map(|url| format!("{url}{}", Route::parse(&address.path).path()));
        let within = match address.query.as_str() {
            "" => address.path.clone(),
            query => format!("{}?{query}", address.path),
        };
        let finished = self.draw(address, &sent).await?;
        let shared = self.public_url.as_ref().zip(finished.card.as_ref()).map(|(url, card)| Shared {
            page: format!("{url}{within}"),
            picture: format!("{url}{}", card.path),
            alternative: card.alternative.clone(),
        });
        let canonical = canonical.filter(|_| finished.found && finished.for_searches);
        let status = if finished.found { StatusCode::OK } else { StatusCode::NOT_FOUND };
        Ok((status, template.page(&finished, &sent, canonical.as_deref(), shared.as_ref())))
    }

    async fn draw(&self, address: Address, sent: &[Sent]) -> Result<Finished, Failure> {
        let broken = |error: &dyn std::fmt::Display| Failure::Broken(error.to_string());
        let answers: Vec<Option<Bytes>> = sent.iter().map(|sent| sent.answer.clone()).collect();
        let turn = self.drawing.clone().acquire_owned().await.map_err(|error| broken(&error))?;
        let drawn = tokio::task::spawn_blocking(move || {
            // Who asked may be gone; the core is taken until the page is drawn.
            let _turn = turn;
            let answers: Vec<Option<&[u8]>> = answers.iter().map(Option::as_deref).collect();
            finished::draw(address, &answers)
        });
        drawn.await.map_err(|error| broken(&error))?.map_err(|error| broken(&error))
    }
}

/// What the interface answers at a path.
async fn ask(interface: &Router, path: &str) -> Result<(StatusCode, Bytes), Failure> {
    let broken = |error: &dyn std::fmt::Display| Failure::Broken(error.to_string());
    let request = Request::get(path).body(Body::empty()).map_err(|error| broken(&error))?;
    let Ok(response) = interface.clone().oneshot(request).await;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.map_err(|error| broken(&error))?;
    Ok((status, body))
}

/// The page that browsers keep for when there is no network (crates/xtask/src/bundle/offline.js).
const SHELL: &str = "/shell.html";

const WITHOUT_PAGES: &str = "The pages are not part of this build: only the API answers. Start `cargo xtask serve` to build them in.\n";

fn html(status: StatusCode, page: String) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    (status, headers, page).into_response()
}

#[cfg(test)]
mod tests;
