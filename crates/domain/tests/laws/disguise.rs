//! The same service written otherwise: its lists in another order, its keys in another spelling. And what
//! is told of a service with what must not matter taken off.

use domain::{Answers, Service};
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// The lists of a process file whose order means nothing.
const LISTS: [&str; 9] =
    ["steps", "materials", "places", "windows", "situations", "answers", "after", "outputs", "any_of"];

/// The service with its lists in another order, which `seed` decides.
pub fn shuffled(service: &Service, seed: u64) -> Service {
    let mut json = json_of(service);
    shuffle(&mut json, &mut Dice(seed));
    read(json)
}

fn shuffle(json: &mut Json, dice: &mut Dice) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(|item| shuffle(item, dice)),
        Json::Object(fields) => {
            for (name, value) in fields {
                shuffle(value, dice);
                if let (Json::Array(items), true) = (value, LISTS.contains(&name.as_str())) {
                    for last in (1..items.len()).rev() {
                        items.swap(last, dice.roll(last + 1));
                    }
                }
            }
        }
        _ => {}
    }
}

/// Knuth's multiplier: as random as the order of a list need be.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Another spelling for every key of steps, papers, places, windows, questions, answers and choices.
pub struct Respelling {
    seed: u64,
    former: BTreeMap<String, String>,
}

impl Respelling {
    pub fn new(seed: u64) -> Respelling {
        Respelling { seed, former: BTreeMap::new() }
    }

    pub fn service(&mut self, service: &Service) -> Service {
        let mut json = json_of(service);
        for_each_text(&mut json, &mut |text| self.spell(text));
        read(json)
    }

    pub fn answers(&mut self, answers: &Answers) -> Answers {
        let spelled = answers.iter().map(|(question, answer)| {
            let (mut question, mut answer) = (question.to_string(), answer.to_string());
            self.spell(&mut question);
            self.spell(&mut answer);
            (question.parse().expect("a key"), answer.parse().expect("a key"))
        });
        spelled.collect()
    }

    /// What was told of the service, in the spelling that its keys had before.
    pub fn undone(&self, mut told: Json) -> Json {
        for_each_text(&mut told, &mut |text| {
            if let Some(former) = self.former.get(text) {
                text.clone_from(former);
            }
        });
        told
    }

    /// Drawn keys are one letter and a number, and nothing else in a drawn service is.
    fn spell(&mut self, text: &mut String) {
        let digits = text.get(1..).unwrap_or_default();
        let is_key = !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
            && text.starts_with(|c: char| c.is_ascii_lowercase());
        if is_key {
            // FNV-1a, begun with the seed.
            let hash = text
                .bytes()
                .fold(self.seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211));
            let spelled = format!("{hash:016x}");
            self.former.insert(spelled.clone(), std::mem::replace(text, spelled));
        }
    }
}

fn for_each_text(json: &mut Json, change: &mut impl FnMut(&mut String)) {
    match json {
        Json::String(text) => change(text),
        Json::Array(items) => items.iter_mut().for_each(|item| for_each_text(item, change)),
        Json::Object(fields) => fields.values_mut().for_each(|value| for_each_text(value, change)),
        _ => {}
    }
}

/// What is told, with every list as a set, and without which of several unknown things was named.
pub fn as_sets(told: &impl Serialize) -> Json {
    let mut json = json_of(told);
    sort(&mut json);
    json
}

fn sort(json: &mut Json) {
    match json {
        Json::Array(items) => {
            items.iter_mut().for_each(sort);
            items.sort_by_cached_key(Json::to_string);
        }
        Json::Object(fields) => {
            forget_why_unknown(fields);
            fields.values_mut().for_each(sort);
        }
        _ => {}
    }
}

fn forget_why_unknown(value: &mut Map<String, Json>) {
    if value.get("is").is_some_and(|is| is == "unknown") {
        value.remove("why");
    }
}

/// Fails with what differs, and with no more, where two tellings are not the same as sets.
pub fn same(one: &impl Serialize, other: &impl Serialize) -> Result<(), TestCaseError> {
    let (one, other) = (as_sets(one), as_sets(other));
    match difference(&one, &other) {
        None => Ok(()),
        Some(told) => Err(TestCaseError::fail(told)),
    }
}

/// The first place where they differ, going down.
fn difference(one: &Json, other: &Json) -> Option<String> {
    match (one, other) {
        (Json::Object(a), Json::Object(b)) if a.len() == b.len() => {
            a.iter().zip(b.values()).find_map(|((name, x), y)| Some(format!("{name}: {}", difference(x, y)?)))
        }
        (Json::Array(a), Json::Array(b)) => {
            let gone: Vec<&Json> = a.iter().filter(|item| !b.contains(item)).collect();
            let new: Vec<&Json> = b.iter().filter(|item| !a.contains(item)).collect();
            (a != b).then(|| format!("{gone:#?} and not {new:#?}"))
        }
        (a, b) => (a != b).then(|| format!("{a} and not {b}")),
    }
}

pub fn json_of(told: &impl Serialize) -> Json {
    serde_json::to_value(told).expect("what is told can be written")
}

fn read(json: Json) -> Service {
    serde_json::from_value(json).expect("written otherwise it is valid still")
}
