//! What holds of everything that may stand in a file.

use crate::beside::{any_two, two_versions};
use crate::disguise::json_of;
use crate::some;
use domain::{Action, ParseError, Run, Service};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value as Json, json};

proptest! {
    #![proptest_config(some(128))]

    #[test]
    fn a_service_reads_back_as_it_was_written(beside in any_two()) {
        for service in [&beside.first.0, &beside.second.0] {
            for text in [serde_json::to_string(service), serde_json::to_string_pretty(service)] {
                prop_assert_eq!(&Service::parse(&text.expect("it can be written")).expect("it can be read"), service);
            }
        }
    }

    #[test]
    fn the_door_is_one_for_text_and_for_values(beside in two_versions(), at: Index, slip in a_slip()) {
        let broken = broken(&beside.first.0, at, &slip);
        let as_text = Service::parse(&broken.to_string());
        let as_value = serde_json::from_value::<Service>(broken);
        prop_assert_eq!(as_text.is_ok(), as_value.is_ok());
    }

    #[test]
    fn whatever_is_wrong_has_a_place_and_a_reason(beside in two_versions(), at: Index, slip in a_slip()) {
        let broken = broken(&beside.first.0, at, &slip);
        match Service::parse(&broken.to_string()) {
            Ok(service) => prop_assert_eq!(json_of(&service)["id"].clone(), broken["id"].clone()),
            Err(error) => has_place(&error, &broken)?,
        }
    }

    #[test]
    fn a_text_that_breaks_off_is_told_by_line_and_column(beside in two_versions(), at: Index) {
        let text = serde_json::to_string_pretty(&beside.first.0).expect("it can be written");
        let cut = text.floor_char_boundary(at.index(text.len()));
        let error = Service::parse(&text[..cut]).expect_err("half a document is none");
        prop_assert!(error.at.starts_with("line "), "{}", error);
        prop_assert!(!error.fault.is_empty());
    }

    #[test]
    fn any_text_at_all_is_read_or_refused_with_a_place(text: String, json in any_json()) {
        for text in [text, json.to_string()] {
            let errors = [Service::parse(&text).err(), Run::parse(&text).err(), Action::parse(&text).err()];
            for error in errors.into_iter().flatten() {
                prop_assert!(!error.at.is_empty() && !error.fault.is_empty(), "{:?}", error);
            }
        }
    }
}

/// The place begins with a field of the document, or is a line and column; and what is wrong is said.
fn has_place(error: &ParseError, document: &Json) -> Result<(), TestCaseError> {
    let field = error.at.split(['.', '[']).next().unwrap_or_default();
    let known = document.as_object().is_some_and(|fields| fields.contains_key(field))
        // What is left out has the place where it should be.
        || ["name", "area", "summary", "format", "id"].contains(&field)
        || error.at.starts_with("line ");
    prop_assert!(known && !error.fault.is_empty(), "{:?}", error);
    Ok(())
}

/// What a slip of the hand puts where something else should be; `None` takes it out.
fn a_slip() -> impl Strategy<Value = Option<Json>> {
    proptest::option::weighted(
        0.7,
        prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            Just(json!(0)),
            Just(json!(4_000_000_000_u32)),
            Just(json!("")),
            Just(json!("s0")),
            Just(json!("nobody")),
            Just(json!("example")),
            Just(json!("两\u{202e}行")),
            Just(json!("字".repeat(1_001))),
            Just(json!([])),
            Just(json!(["s0", "s0"])),
            Just(json!({})),
            Just(json!({"min": 3, "max": 1, "unit": "minute"})),
        ],
    )
}

/// The document with a slip at one of its places.
fn broken(service: &Service, at: Index, slip: &Option<Json>) -> Json {
    let mut json = json_of(service);
    let places = count(&json);
    let mut left = at.index(places);
    slip_in(&mut json, &mut left, slip);
    json
}

/// How many values there are below this one.
fn count(json: &Json) -> usize {
    match json {
        Json::Array(items) => items.iter().map(|item| 1 + count(item)).sum(),
        Json::Object(fields) => fields.values().map(|value| 1 + count(value)).sum(),
        _ => 0,
    }
}

/// Puts the slip in the place of the value that `left` more values stand before.
fn slip_in(json: &mut Json, left: &mut usize, slip: &Option<Json>) -> bool {
    match json {
        Json::Array(items) => {
            for i in 0..items.len() {
                if *left == 0 {
                    match slip {
                        Some(slip) => items[i] = slip.clone(),
                        None => drop(items.remove(i)),
                    }
                    return true;
                }
                *left -= 1;
                if slip_in(&mut items[i], left, slip) {
                    return true;
                }
            }
        }
        Json::Object(fields) => return slip_into(fields, left, slip),
        _ => {}
    }
    false
}

fn slip_into(fields: &mut Map<String, Json>, left: &mut usize, slip: &Option<Json>) -> bool {
    let names: Vec<String> = fields.keys().cloned().collect();
    for name in names {
        if *left == 0 {
            match slip {
                Some(slip) => fields.insert(name, slip.clone()),
                None => fields.remove(&name),
            };
            return true;
        }
        *left -= 1;
        if fields.get_mut(&name).is_some_and(|value| slip_in(value, left, slip)) {
            return true;
        }
    }
    false
}

/// Any JSON, of the words of the format and of others.
fn any_json() -> impl Strategy<Value = Json> {
    let word = prop_oneof![
        Just("format".to_owned()),
        Just("versions".to_owned()),
        Just("steps".to_owned()),
        Just("key".to_owned()),
        Just("none".to_owned()),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        word.clone().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let fields = proptest::collection::vec((word.clone(), inner.clone()), 0..5);
        prop_oneof![
            proptest::collection::vec(inner, 0..5).prop_map(Json::from),
            fields.prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}
