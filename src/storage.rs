//! What stays on this phone and nowhere else: the only file that touches browser storage. Where a browser keeps
//! nothing (a private window, an old kernel), everything works as on a first visit.
//!
//! Each thing is kept as a line of text under the name of the service, because its keys need no escaping.

use std::collections::{BTreeMap, BTreeSet};

use domain::key::MaterialKey;
use domain::{PlaceKey, ServiceId, VersionId};
use leptos::prelude::*;

/// Whether the browser keeps anything. Some have a storage and refuse to write to it, so one writes to know.
pub fn keeps() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(TRIED, "").is_ok() && storage.remove_item(TRIED).is_ok())
}

const TRIED: &str = "paoyici.tried";

/// The papers of a version that are ready.
pub fn ticked(service: &ServiceId, version: &VersionId) -> BTreeSet<MaterialKey> {
    let line = read(&ticked_at(service, version)).unwrap_or_default();
    line.split(',').filter_map(|key| key.parse().ok()).collect()
}

/// Keeps which papers of a version are ready.
pub fn keep_ticked(service: &ServiceId, version: &VersionId, papers: &BTreeSet<MaterialKey>) {
    let keys: Vec<String> = papers.iter().map(ToString::to_string).collect();
    write(&ticked_at(service, version), &keys.join(","));
}

/// How many minutes the reader needs to places of a service and back.
pub fn ways(service: &ServiceId) -> BTreeMap<PlaceKey, u32> {
    let line = read(&ways_at(service)).unwrap_or_default();
    let pair = |pair: &str| {
        let (place, minutes) = pair.split_once('=')?;
        Some((place.parse().ok()?, minutes.parse().ok()?))
    };
    line.split(',').filter_map(pair).collect()
}

/// Keeps how many minutes the reader needs to places of a service and back.
pub fn keep_ways(service: &ServiceId, ways: &BTreeMap<PlaceKey, u32>) {
    let pairs: Vec<String> = ways.iter().map(|(place, minutes)| format!("{place}={minutes}")).collect();
    write(&ways_at(service), &pairs.join(","));
}

fn ticked_at(service: &ServiceId, version: &VersionId) -> String {
    format!("paoyici.ticked.{service}.{version}")
}

fn ways_at(service: &ServiceId) -> String {
    format!("paoyici.ways.{service}")
}

fn read(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

fn write(name: &str, line: &str) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    // What can't be kept is lost with the page, as in a browser that keeps nothing.
    let kept = if line.is_empty() { storage.remove_item(name) } else { storage.set_item(name, line) };
    kept.unwrap_or(());
}
