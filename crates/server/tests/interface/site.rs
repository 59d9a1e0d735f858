//! A server with a database of its own, asked without a network.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use server::overview::Overview;
use server::routes;
use server::state::AppState;
use server::turns::Turns;
use server::web::Earlier;
use store::{Examples, Seed, Store};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::documents;

pub struct Site {
    pub directory: TempDir,
    pub store: Store,
    pub aside: Turns,
    router: Router,
}

impl Site {
    /// With the small documents of these tests.
    pub async fn new() -> Site {
        Site::with(&documents::all(), Examples::Shown, None).await
    }

    pub async fn with(seeds: &[Seed], examples: Examples, public_url: Option<&str>) -> Site {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path(), examples).await.unwrap();
        store.load(seeds).await.unwrap();
        Site::on(directory, store, public_url)
    }

    pub fn on(directory: TempDir, store: Store, public_url: Option<&str>) -> Site {
        let public_url = public_url.map(|url| url.parse().unwrap());
        let aside = Turns::at_once(1);
        let router = routes::router(AppState {
            store: store.clone(),
            overview: Overview::default(),
            public_url,
            aside: aside.clone(),
            earlier: Earlier::default(),
        });
        Site { directory, store, aside, router }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_with(&self, path: &str, header: &str, value: &str) -> Answer {
        self.send(Request::get(path).header(header, value).body(Body::empty()).unwrap()).await
    }

    pub async fn ask(&self, method: Method, path: &str) -> Answer {
        self.send(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: head.status, headers: head.headers, body }
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// What was answered, which must be JSON and a success.
    pub fn json(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.header("content-type"), "application/json");
        serde_json::from_slice(&self.body).unwrap()
    }

    /// What was answered, which must be a problem: its status, its code and the parameter it names.
    pub fn problem(&self) -> (u16, String, Option<String>) {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem["status"], self.status.as_u16());
        let code = problem["code"].as_str().unwrap().to_owned();
        assert_eq!(problem["type"], format!("urn:paoyici:problem:{code}"));
        (self.status.as_u16(), code, problem["parameter"].as_str().map(str::to_owned))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A problem as [`Answer::problem`] gives it.
pub fn problem(status: u16, code: &str, parameter: Option<&str>) -> (u16, String, Option<String>) {
    (status, code.to_owned(), parameter.map(str::to_owned))
}
