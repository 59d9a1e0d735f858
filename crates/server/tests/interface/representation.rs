//! How answers travel: compressed, tagged, and not at all where the client has them.

use axum::http::Method;

use crate::site::{Answer, Site};

const PATH: &str = "/api/openapi.json";

#[tokio::test]
async fn asked_again_with_its_tag_nothing_is_sent() {
    let site = Site::new().await;
    let first = site.get(PATH).await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() == 26, "strong: {tag}");
    assert_eq!(first.header("cache-control"), "no-cache");
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = site.get_with(PATH, "if-none-match", &known).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{known}");
        assert_eq!(again.header("etag"), tag);
        assert_eq!(again.header("vary"), first.header("vary"));
        assert_eq!(again.header("content-type"), "");
    }
    let other = site.get_with(PATH, "if-none-match", "\"other\"").await;
    assert_eq!(other.body, first.body);
}

#[tokio::test]
async fn the_tag_changes_with_the_answer_only() {
    let site = Site::new().await;
    let tag = async || site.get("/api/services/tax").await.header("etag").to_owned();
    let before = tag().await;
    assert_eq!(tag().await, before);
    let service = site.store.service(&"tax".parse().unwrap()).await.unwrap().unwrap();
    let mut document = (*service).clone();
    document.name = "税务".to_owned();
    site.store.save_service(&document.try_into().unwrap()).await.unwrap();
    assert_ne!(tag().await, before);
}

#[tokio::test]
async fn what_is_kept_is_answered_like_the_first_time() {
    let site = Site::new().await;
    for path in [PATH, "/api/services?q=%E5%A4%87%E6%A1%88", "/robots.txt"] {
        let [first, again] = [site.get(path).await, site.get(path).await];
        assert_eq!((again.status, &again.body), (first.status, &first.body), "{path}");
        let headers = |answer: &Answer| {
            let mut headers = answer.headers.clone();
            // Whether the length is told here or by the connection makes no difference.
            headers.remove("content-length");
            let id = headers.remove("x-request-id").map(|id| id.len());
            (headers, id)
        };
        assert_eq!(headers(&again), headers(&first), "{path}");
    }
}

#[tokio::test]
async fn compressed_for_those_who_accept_it_each_with_a_tag_of_its_own() {
    let site = Site::new().await;
    let plain = site.get(PATH).await;
    assert_eq!(plain.header("content-encoding"), "");
    let mut tags = vec![plain.header("etag").to_owned()];
    for (accepted, used) in [("br", "br"), ("gzip, deflate", "gzip"), ("gzip, br", "br")] {
        let answer = site.get_with(PATH, "accept-encoding", accepted).await;
        assert_eq!(answer.header("content-encoding"), used);
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert!(answer.body.len() * 4 < plain.body.len(), "{} of {}", answer.body.len(), plain.body.len());
        tags.push(answer.header("etag").to_owned());
    }
    assert_eq!(tags[1], tags[3], "br is br");
    tags.dedup();
    assert!(tags[0] != tags[1] && tags[1] != tags[2], "{tags:?}");
    let again = site.get_with(PATH, "if-none-match", &tags[0]).await;
    assert_eq!(again.status, 304);
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let site = Site::new().await;
    for path in ["/api/home", "/api/services/nobody"] {
        let (get, head) = (site.get(path).await, site.ask(Method::HEAD, path).await);
        assert_eq!(head.status, get.status);
        assert!(head.body.is_empty());
        for header in ["etag", "content-type", "cache-control"] {
            assert_eq!(head.header(header), get.header(header), "{path}: {header}");
        }
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn failures_are_not_kept() {
    let site = Site::new().await;
    let answer = site.get("/api/services/nobody").await;
    assert_eq!((answer.header("cache-control"), answer.header("etag")), ("no-store", ""));
}

#[tokio::test]
async fn what_is_kept_is_the_same_and_goes_with_the_data() {
    let site = Site::new().await;
    for path in ["/api/services", "/api/home"] {
        for encoding in ["br", "gzip", "identity"] {
            let first = site.get_with(path, "accept-encoding", encoding).await;
            let again = site.get_with(path, "accept-encoding", encoding).await;
            assert_eq!(first.body, again.body, "{path} {encoding}");
            for name in ["etag", "content-encoding", "content-type", "vary"] {
                assert_eq!(first.header(name), again.header(name), "{path} {encoding}");
            }
        }
    }
    let before = site.get("/api/services").await;
    let mut service = site.store.services().await.unwrap()[0].clone();
    service = {
        let mut document = serde_json::to_value(&service).unwrap();
        document["name"] = "换了名字".into();
        serde_json::from_value(document).unwrap()
    };
    site.store.save_service(&service).await.unwrap();
    let after = site.get("/api/services").await;
    assert_ne!(before.body, after.body);
    assert!(String::from_utf8(after.body).unwrap().contains("换了名字"));
}
