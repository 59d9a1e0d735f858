//! The one list of endpoints, and the router that is made of it.

use api::ErrorCode;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower::ServiceExt;

use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::headers::Always;
use crate::kept::Kept;
use crate::pages::Pages;
use crate::state::AppState;
use crate::web::Earlier;
use crate::{endpoints, headers, health, kept, limits, logs, representation, web};

/// Every endpoint of the JSON interface.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        endpoints::home::endpoint(),
        endpoints::index::endpoint(),
        endpoints::search::endpoint(),
        endpoints::services::endpoint(),
        endpoints::service::endpoint(),
        endpoints::comparison::endpoint(),
        endpoints::visits_calendar::endpoint(),
        endpoints::card::wide(),
        endpoints::card::tall(),
        endpoints::table::rows(),
        endpoints::table::csv(),
        endpoints::table::xlsx(),
        endpoints::chances::endpoint(),
        endpoints::runs::endpoint(),
        endpoints::run::endpoint(),
        endpoints::problems::endpoint(),
        endpoints::action::endpoint(),
        endpoints::calendar::endpoint(),
        endpoints::openapi::endpoint(),
    ]
}

/// Everything this server answers.
pub fn router(state: AppState) -> Router {
    let earlier = state.earlier;
    let pages = Pages::of(&state, interface().with_state(state.clone())).router();
    let kept = Kept::nothing(&state);
    let pages = around_answers(pages, &kept);
    let (pictures, answers) = endpoints().into_iter().partition(Endpoint::is_a_picture);
    let routes = around_answers(routed(answers), &kept)
        .merge(around_pictures(routed(pictures), &Kept::no_pictures(&state)))
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready))
        .fallback(move |request| file_or_page(pages.clone(), earlier, request));
    Router::new()
        .fallback_service(around(routes, &state).with_state(state))
        .layer(from_fn_with_state(kept, kept::at_the_door))
}

/// The JSON interface, with nothing around it.
pub(crate) fn interface() -> Router<AppState> {
    routed(endpoints())
}

fn routed(endpoints: Vec<Endpoint>) -> Router<AppState> {
    let add = |router: Router<AppState>, endpoint: Endpoint| router.route(endpoint.path, endpoint.route);
    endpoints.into_iter().fold(Router::new(), add)
}

/// What lies around what is answered from the data.
fn around_answers<S: Clone + Send + Sync + 'static>(routes: Router<S>, kept: &Kept) -> Router<S> {
    routes
        .layer(representation::compressed())
        .layer(from_fn(representation::tagged))
        .layer(from_fn_with_state(kept.clone(), kept::answer))
        .layer(from_fn(representation::sent_once))
}

/// What lies around pictures, which are small as they are and have a room of their own: they are larger than other
/// answers, and would drive those out.
fn around_pictures(routes: Router<AppState>, kept: &Kept) -> Router<AppState> {
    routes
        .layer(from_fn(representation::tagged))
        .layer(from_fn_with_state(kept.clone(), kept::answer))
        .layer(from_fn(representation::sent_once))
        .layer(from_fn(representation::as_it_is))
}

/// What lies around every route, from the inside out.
fn around(routes: Router<AppState>, state: &AppState) -> Router<AppState> {
    routes
        // Nothing that is answered today has a body; what comes later should have to ask for room.
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(from_fn(limits::in_time))
        .layer(limits::catching_panics())
        .layer(from_fn_with_state(Always::of(state), headers::always))
        .layer(from_fn(logs::each_request))
}

/// An address that no route has: a file, a page, or a mistake of a program.
async fn file_or_page(pages: Router, earlier: Earlier, request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return Failure::from(ErrorCode::NotFound).into_response();
    }
    if let Some(response) = web::answer(&request, earlier) {
        return response;
    }
    if !web::is_for_a_page(&request) {
        return (StatusCode::NOT_FOUND, "Not found.\n").into_response();
    }
    let Ok(response) = pages.oneshot(request).await;
    response
}
