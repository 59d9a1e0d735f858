//! Processes of any length for measuring: those of the alignment set, one after the other.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Service;
use serde_json::{Map, Value, json};

/// One side of every pair that is not held out.
pub struct Processes {
    files: Vec<Value>,
}

impl Processes {
    /// Reads the side `before` or `after`.
    pub fn read(side: &str) -> Processes {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/alignment/pairs");
        let folders = fs::read_dir(root).expect("the set is there");
        let mut folders: Vec<PathBuf> =
            folders.map(|folder| folder.expect("it can be listed").path()).collect();
        folders.sort();
        let read = |path: &Path| -> Value {
            serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("it is JSON")
        };
        let open = |folder: &&PathBuf| read(&folder.join("groups.json"))["held_out"] != true;
        let file = format!("{side}.json");
        Processes { files: folders.iter().filter(open).map(|folder| read(&folder.join(&file))).collect() }
    }

    /// A process of so many steps: begun at the pair that `seed` says, each pair behind the one before it.
    pub fn of(&self, size: usize, seed: usize) -> Service {
        put_together(&self.files, size, seed)
    }
}

fn put_together(files: &[Value], size: usize, seed: usize) -> Service {
    let mut service = files[seed % files.len()].clone();
    let (mut places, mut materials, mut steps): (Vec<Value>, Vec<Value>, Vec<Value>) = Default::default();
    // A longer seed takes the same files in another order.
    let stride = 1 + seed / files.len();
    for nth in 0.. {
        if steps.len() >= size {
            break;
        }
        let file = &files[(seed + nth * stride) % files.len()];
        let version = &file["versions"][0];
        let renamed = |value: &Value| json!(format!("n{nth}-{}", text(value)));
        let last = steps.last().map(|step: &Value| step["key"].clone());
        for place in list(&file["places"]) {
            let mut place = with_key(place, &renamed);
            for window in place.get_mut("windows").and_then(Value::as_array_mut).into_iter().flatten() {
                window["key"] = renamed(&window["key"]);
            }
            places.push(Value::Object(place));
        }
        for material in list(&version["materials"]) {
            let mut material = with_key(material, &renamed);
            if let Some(same) = material.get_mut("same_as") {
                *same = renamed(same);
            }
            materials.push(Value::Object(material));
        }
        for step in in_order(list(&version["steps"])).into_iter().take(size - steps.len()) {
            let mut step = with_key(&step, &renamed);
            for field in ["place", "window"] {
                if let Some(key) = step.get_mut(field) {
                    *key = renamed(key);
                }
            }
            for field in ["after", "materials"] {
                if let Some(keys) = step.get_mut(field).and_then(Value::as_array_mut) {
                    keys.iter_mut().for_each(|key| *key = renamed(key));
                }
            }
            let begins = step.get("after").is_none_or(|after| list(after).is_empty());
            if let Some(last) = last.clone().filter(|_| begins) {
                step.insert("after".to_owned(), json!([last]));
            }
            steps.push(Value::Object(step));
        }
    }
    service["id"] = json!(format!("process-{seed}-{size}"));
    service["places"] = json!(places);
    service["versions"][0]["materials"] = json!(materials);
    service["versions"][0]["steps"] = json!(steps);
    Service::parse(&service.to_string()).expect("it is a service")
}

fn with_key(value: &Value, renamed: &impl Fn(&Value) -> Value) -> Map<String, Value> {
    let mut object = value.as_object().expect("it is an object").clone();
    object["key"] = renamed(&value["key"]);
    object
}

/// The steps, each behind those that it comes after, so that any number of the first is a process.
fn in_order(steps: &[Value]) -> Vec<Value> {
    let mut ordered: Vec<Value> = Vec::new();
    while ordered.len() < steps.len() {
        let done = |key: &Value| ordered.iter().any(|step| step["key"] == *key);
        let next = |step: &&Value| !done(&step["key"]) && list(&step["after"]).iter().all(done);
        let next = steps.iter().find(next).expect("no step comes after itself").clone();
        ordered.push(next);
    }
    ordered
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("it is a key")
}
