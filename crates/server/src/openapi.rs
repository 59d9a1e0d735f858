//! The description of the JSON interface in OpenAPI 3.1, made of the same list as the router.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use api::{ErrorCode, Problem};
use app::language::Language;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::asked::{Kind, LONGEST_LIST, LONGEST_TEXT, Parameter, Place};
use crate::endpoint::{Answers, COMMON_FAILURES, Endpoint, PNG};
use crate::failure::Told;
use crate::routes;

/// The description; it is the same for as long as the program runs.
pub fn document() -> &'static Map<String, Value> {
    static DOCUMENT: LazyLock<Map<String, Value>> = LazyLock::new(|| describe(&routes::endpoints()));
    &DOCUMENT
}

fn describe(endpoints: &[Endpoint]) -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut schemas = settings.into_generator();
    let paths: Map<String, Value> = endpoints
        .iter()
        .map(|endpoint| (endpoint.path.to_owned(), json!({"get": operation(endpoint, &mut schemas)})))
        .collect();
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "paoyici",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "How public services changed: steps, places, windows, trips and days, before and after",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas.take_definitions(true)},
    });
    match document {
        Value::Object(document) => document,
        // The macro above makes an object.
        _ => Map::new(),
    }
}

fn operation(endpoint: &Endpoint, schemas: &mut SchemaGenerator) -> Value {
    let mut responses = Map::new();
    responses.insert(
        "200".to_owned(),
        json!({
            "description": endpoint.summary,
            "headers": {"ETag": {"schema": {"type": "string"}}},
            "content": content(endpoint, schemas),
        }),
    );
    responses.insert("304".to_owned(), json!({"description": "You have it already (If-None-Match)"}));
    for (status, codes) in by_status(endpoint.failures.iter().chain(COMMON_FAILURES)) {
        let schema = schemas.subschema_for::<Problem>();
        responses.insert(
            status.to_string(),
            json!({
                "description": codes.join(", "),
                "content": {"application/problem+json": {"schema": schema}},
            }),
        );
    }
    json!({
        "operationId": operation_id(endpoint.path),
        "summary": endpoint.summary,
        "parameters": endpoint.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "responses": responses,
    })
}

fn content(endpoint: &Endpoint, schemas: &mut SchemaGenerator) -> Value {
    match endpoint.answers {
        Answers::Json(schema) => json!({"application/json": {"schema": schema(schemas)}}),
        Answers::Picture => json!({PNG: {"schema": {"type": "string", "format": "binary"}}}),
        Answers::File(kind) => json!({kind.media_type(): {"schema": {"type": "string", "format": "binary"}}}),
    }
}

fn by_status<'a>(codes: impl Iterator<Item = &'a ErrorCode>) -> BTreeMap<u16, Vec<&'static str>> {
    let mut statuses: BTreeMap<u16, Vec<&'static str>> = BTreeMap::new();
    for told in codes.map(|code| Told::of(*code)) {
        statuses.entry(told.status.as_u16()).or_default().push(told.name);
    }
    statuses
}

fn parameter(parameter: &Parameter) -> Value {
    let schema = match parameter.kind {
        Kind::Key => json!({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"}),
        Kind::Year => json!({"type": "string", "pattern": "^[0-9]{4}$"}),
        Kind::Text => json!({"type": "string", "maxLength": LONGEST_TEXT}),
        Kind::Language => json!({"type": "string", "enum": Language::ALL.map(Language::tag)}),
        Kind::LongText => json!({"type": "string", "maxLength": LONGEST_LIST}),
    };
    json!({
        "name": parameter.name,
        "in": if parameter.place == Place::Path { "path" } else { "query" },
        "required": parameter.place != Place::Optional,
        "description": parameter.about,
        "schema": schema,
    })
}

/// `/api/services/{id}/comparison` is `get_services_id_comparison`.
fn operation_id(path: &str) -> String {
    let words = path.trim_start_matches("/api/").split(['/', '.']);
    let words = words.map(|word| word.trim_matches(['{', '}']));
    words.fold("get".to_owned(), |id, word| format!("{id}_{word}"))
}
