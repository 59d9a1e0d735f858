//! The description of the interface and the interface itself, held against each other.

use serde_json::{Map, Value, json};

use crate::site::Site;

/// Every path of [`api::endpoint`], with an address that answers and one that does not.
const SAMPLES: [(&str, &str, &str); 19] = [
    (api::endpoint::HOME, "/api/home", "/api/home?x=1"),
    (api::endpoint::INDEX, "/api/index", "/api/index?x=1"),
    (api::endpoint::SEARCH, "/api/search?q=beian", "/api/search?q=x&audience=nobody"),
    (api::endpoint::SERVICES, "/api/services", "/api/services?x=1"),
    (api::endpoint::SERVICE, "/api/services/filing", "/api/services/nobody"),
    (
        api::endpoint::COMPARISON,
        "/api/services/filing/comparison?from=before&to=online",
        "/api/services/filing/comparison?from=before&to=never",
    ),
    (
        api::endpoint::VISITS_CALENDAR,
        "/api/services/example-talent-apartment/visits.ics?start=2026-02-12",
        "/api/services/nobody/visits.ics?start=2026-02-12",
    ),
    (api::endpoint::CARD_WIDE, "/cards/filing/wide.png?from=before&to=online", "/cards/nobody/wide.png"),
    (api::endpoint::CARD_TALL, "/cards/filing/tall.png", "/cards/filing/tall.png?to=never"),
    (api::endpoint::TABLE, "/api/table?audience=legal_person", "/api/table?audience=nobody"),
    (api::endpoint::TABLE_CSV, "/api/table.csv", "/api/table.csv?columns=x"),
    (api::endpoint::TABLE_XLSX, "/api/table.xlsx", "/api/table.xlsx?sort=x"),
    (api::endpoint::CHANCES, "/api/chances", "/api/chances?x=1"),
    (api::endpoint::RUNS, "/api/runs", "/api/runs?x=1"),
    (api::endpoint::RUN, "/api/runs/tax-run", "/api/runs/nobody"),
    (api::endpoint::PROBLEMS, "/api/problems", "/api/problems?service=nobody"),
    (api::endpoint::ACTION, "/api/action", "/api/action?x=1"),
    (api::endpoint::CALENDAR, "/api/calendar/2026", "/api/calendar/1900"),
    (api::endpoint::OPENAPI, "/api/openapi.json", "/api/openapi.json?x=1"),
];

/// No small document has steps with times, of which days are made.
async fn of_the_release() -> Site {
    Site::with(&server::seeds::readable(), store::Examples::Shown, None).await
}

async fn document(site: &Site) -> Value {
    site.get(api::endpoint::OPENAPI).await.json()
}

#[tokio::test]
async fn every_address_is_described_and_every_description_has_an_address() {
    let site = Site::new().await;
    let document = document(&site).await;
    assert_eq!(document["openapi"], "3.1.0");
    let described: Vec<&String> = document["paths"].as_object().unwrap().keys().collect();
    let mut known: Vec<&str> = SAMPLES.iter().map(|(path, _, _)| *path).collect();
    known.sort();
    assert_eq!(described, known);

    let source = include_str!("../../../api/src/endpoint.rs");
    assert_eq!(source.matches(": &str = \"/").count(), SAMPLES.len(), "each path has a sample");
    for path in described {
        let operation = &document["paths"][path]["get"];
        for name in path.split(['{', '}']).skip(1).step_by(2) {
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|one| one["name"] == name && one["in"] == "path"), "{path}");
        }
    }
}

#[tokio::test]
async fn every_answer_is_what_the_description_promises() {
    let site = Site::new().await;
    let release = of_the_release().await;
    let document = document(&site).await;
    for (path, good, bad) in SAMPLES {
        let site = if path == api::endpoint::VISITS_CALENDAR { &release } else { &site };
        let responses = &document["paths"][path]["get"]["responses"];
        let (answer, promised) = (site.get(good).await, &responses["200"]["content"]);
        match promised.get("application/json") {
            Some(json) => assert_valid(&document, &json["schema"], &answer.json(), good),
            None => assert!(promised.get(answer.header("content-type")).is_some(), "{good}: {promised}"),
        }

        let refused = site.get(bad).await;
        let (status, code, _) = refused.problem();
        let promised = &responses[status.to_string()];
        assert!(promised["description"].as_str().unwrap().contains(&code), "{bad}: {code} is not promised");
        let schema = &promised["content"]["application/problem+json"]["schema"];
        assert_valid(&document, schema, &serde_json::from_slice(&refused.body).unwrap(), bad);
    }
}

/// The data of the release use more of the format than the small documents do.
#[tokio::test]
async fn the_data_of_this_release_are_what_the_description_promises() {
    let site = Site::with(&server::seeds::readable(), store::Examples::Shown, None).await;
    let document = document(&site).await;
    let mut addresses = vec![
        (api::endpoint::HOME, "/api/home".to_owned()),
        (api::endpoint::TABLE, api::endpoint::TABLE.to_owned()),
        (api::endpoint::CHANCES, api::endpoint::CHANCES.to_owned()),
    ];
    for service in site.store.services().await.unwrap() {
        addresses.push((api::endpoint::SERVICE, api::endpoint::service(&service.id)));
        if let Some((from, to)) = service.default_pair() {
            let address = api::endpoint::comparison(&service.id, &from.id, &to.id);
            addresses.push((api::endpoint::COMPARISON, address));
        }
    }
    for run in site.store.runs().await.unwrap() {
        addresses.push((api::endpoint::RUN, api::endpoint::run(&run.id)));
    }
    for (path, address) in addresses {
        let responses = &document["paths"][path]["get"]["responses"];
        let schema = &responses["200"]["content"]["application/json"]["schema"];
        assert_valid(&document, schema, &site.get(&address).await.json(), &address);
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    let document = document(&Site::new().await).await;
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    assert!(references.len() > 50, "{}", references.len());
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference} leads outside"));
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn every_endpoint_answers_what_it_is_asked() {
    let (site, release) = (Site::new().await, of_the_release().await);
    for (path, good, _) in SAMPLES {
        let site = if path == api::endpoint::VISITS_CALENDAR { &release } else { &site };
        let answer = site.get(good).await;
        assert_eq!(answer.status, 200, "{good}: {}", String::from_utf8_lossy(&answer.body));
    }
}

fn assert_valid(document: &Value, schema: &Value, answer: &Value, address: &str) {
    let mut whole = Map::new();
    whole.insert("components".to_owned(), document["components"].clone());
    whole.insert("allOf".to_owned(), json!([schema]));
    let validator = jsonschema::draft202012::new(&Value::Object(whole)).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(answer).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{address}: {errors:#?}");
}

fn collect_references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "$ref" => found.push(reference),
                    other => collect_references(other, found),
                }
            }
        }
        Value::Array(members) => members.iter().for_each(|member| collect_references(member, found)),
        _ => {}
    }
}
