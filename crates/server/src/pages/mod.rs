//! The pages: finished HTML at every address of a page, drawn natively by the components that draw it in the
//! browser, from what the JSON interface answers for it.
//!
//! What a page is drawn from travels with it, so that a browser that takes the page over asks for nothing
//! twice. A page that cannot be drawn is sent as the bare shell: the browser asks for itself, and can tell
//! of a failure and try again.

mod for_robots;
mod template;

use std::sync::Arc;

use app::document::in_language;
use app::finished::{self, Finished};
use app::language::Language;
use app::navigation::Address;
use app::route::{Route, language_of};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;

use crate::failure::Failure;
use crate::public_url::PublicUrl;
use crate::state::AppState;
use crate::turns::Turns;
use crate::web;
use template::{Known, Sent, Shared, Template};

/// Draws pages; a clone is the same drawing-room.
#[derive(Clone)]
pub struct Pages {
    /// In the order of [`Language::ALL`].
    templates: Arc<[Option<Template>; 3]>,
    interface: Router,
    public_url: Option<PublicUrl>,
    drawing: Turns,
}

impl Pages {
    /// Pages that are drawn from what `interface` answers, into the documents that were built in.
    pub fn of(state: &AppState, interface: Router) -> Pages {
        let built = |language| std::str::from_utf8(web::index(language)?).ok();
        Pages::into(Language::ALL.map(built), state, interface)
    }

    /// The same, with a document for each language.
    fn into(documents: [Option<&str>; 3], state: &AppState, interface: Router) -> Pages {
        let template = |at: usize| Template::read(&in_language(documents[at]?, Language::ALL[at]));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Pages {
            templates: Arc::new([0, 1, 2].map(template)),
            interface,
            public_url: state.public_url.clone(),
            drawing: Turns::at_once(cores),
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
        let Some(template) = &self.templates[language_of(request.uri().path()) as usize] else {
            return (StatusCode::NOT_FOUND, WITHOUT_PAGES).into_response();
        };
        if is_shell(request.uri().path()) {
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
        let (route, language) = (Route::parse(&address.path), language_of(&address.path));
        let known = self.public_url.as_ref().map(|url| Known::of(url, &route, language));
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
        let known = known.filter(|_| finished.found && finished.for_searches);
        let status = if finished.found { StatusCode::OK } else { StatusCode::NOT_FOUND };
        Ok((status, template.page(&finished, &sent, known.as_ref(), shared.as_ref())))
    }

    async fn draw(&self, address: Address, sent: &[Sent]) -> Result<Finished, Failure> {
        let answers: Vec<Option<Bytes>> = sent.iter().map(|sent| sent.answer.clone()).collect();
        let drawn = self.drawing.turn().await?.spend(move || {
            let answers: Vec<Option<&[u8]>> = answers.iter().map(Option::as_deref).collect();
            finished::draw(address, &answers)
        });
        drawn.await?.map_err(|error| Failure::Broken(error.to_string()))
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

/// Whether it is the page, in any language, that browsers keep for when there is no network
/// (crates/xtask/src/bundle/offline.js).
fn is_shell(path: &str) -> bool {
    let within = path.strip_suffix("/shell.html");
    within.is_some_and(|within| within == Route::Home.path_in(language_of(path)).trim_end_matches('/'))
}

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
