//! What programs that read pages are told: which pages there are, and that they may read them.

use api::{RunList, ServiceList, endpoint};
use app::language::Language;
use app::route::Route;
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use crate::failure::Failure;
use crate::public_url::PublicUrl;

use super::template::Known;

/// `robots.txt`: everything may be read but the interface, whose answers the pages show.
pub fn rules(public_url: Option<&PublicUrl>) -> Response {
    let mut rules = String::from("User-agent: *\nAllow: /\nDisallow: /api/\n");
    if let Some(url) = public_url {
        rules.push_str(&format!("Sitemap: {url}/sitemap.xml\n"));
    }
    typed("text/plain; charset=utf-8", rules)
}

/// `sitemap.xml`: the pages of the real district, in every language. The demonstration district may be found, because
/// its mark is in every title, but nobody is sent there. Without a public address there is no address to write
/// down.
pub async fn sitemap(interface: &Router, public_url: Option<&PublicUrl>) -> Response {
    let Some(url) = public_url else {
        return (StatusCode::NOT_FOUND, "Start the server with --public-url to have a sitemap.\n")
            .into_response();
    };
    match routes(interface).await {
        Ok(routes) => {
            let known = |route| Language::ALL.map(|language| Known::of(url, route, language).entry());
            let entries: String = routes.iter().flat_map(known).collect();
            let map = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                 <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                 xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
            );
            typed("application/xml", map)
        }
        Err(failure) => failure.into_response(),
    }
}

async fn routes(interface: &Router) -> Result<Vec<Route>, Failure> {
    let services: ServiceList = ask(interface, endpoint::SERVICES).await?;
    let runs: RunList = ask(interface, endpoint::RUNS).await?;
    let services = services.services.into_iter().filter(|service| !service.illustrative);
    let runs = runs.runs.into_iter().filter(|run| !run.illustrative);
    let mut routes = vec![Route::Home, Route::Table, Route::Chances, Route::Runs, Route::About];
    routes.extend(services.map(|service| Route::Service(service.id)));
    routes.extend(runs.map(|run| Route::Run(run.id)));
    Ok(routes)
}

async fn ask<T: DeserializeOwned>(interface: &Router, path: &str) -> Result<T, Failure> {
    let (_, answer) = super::ask(interface, path).await?;
    serde_json::from_slice(&answer).map_err(|error| Failure::Broken(error.to_string()))
}

fn typed(content_type: &'static str, text: String) -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static(content_type))], text).into_response()
}
