//! The one list of endpoints, and the router that is made of it.

use api::ErrorCode;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower::ServiceExt;

use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;
use crate::{endpoints, headers, health, limits, logs, representation, web};

/// Every endpoint of the JSON interface.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        endpoints::home::endpoint(),
        endpoints::services::endpoint(),
        endpoints::service::endpoint(),
        endpoints::comparison::endpoint(),
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
    let api = endpoints()
        .into_iter()
        .fold(Router::new(), |router, endpoint| router.route(endpoint.path, endpoint.route))
        .layer(representation::compressed())
        .layer(from_fn(representation::tagged));
    let pages = web::files();
    let routes = Router::new()
        .merge(api)
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready))
        .fallback(move |request| pages_or_problem(pages.clone(), request));
    around(routes, &state).with_state(state)
}

/// What lies around every route, from the inside out.
fn around(routes: Router<AppState>, state: &AppState) -> Router<AppState> {
    routes
        // Nothing that is answered today has a body; what comes later should have to ask for room.
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(from_fn(limits::in_time))
        .layer(limits::catching_panics())
        .layer(from_fn_with_state(headers::Always::of(state), headers::always))
        .layer(from_fn(logs::each_request))
}

/// An address that no route has: a page or a file, or below `/api` a mistake of a program.
async fn pages_or_problem(pages: Router, request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return Failure::from(ErrorCode::NotFound).into_response();
    }
    match pages.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
