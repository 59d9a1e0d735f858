//! What is done with a text that may be a process file: it is read, and everything is asked of what was
//! read. Nothing may panic, and a refusal has a place. Shared with `crates/domain/tests/corpus.rs`, which
//! does the same on stable with every file of the corpus.

use domain::compare::{Side, compare_sides};
use domain::timeline::Case;
use domain::walk::easiest_walk;
use domain::{Action, Answers, OfficeHours, ParseError, Run, Service, Version, findings, schedule};

/// Reads a text as each kind of file, and asks everything of the service that it may be. Says whether it
/// is one.
pub fn exercise(text: &str) -> bool {
    let read = Service::parse(text);
    for refusal in [read.as_ref().err(), Run::parse(text).err().as_ref(), Action::parse(text).err().as_ref()]
    {
        has_place(refusal);
    }
    let Ok(service) = read else { return false };
    let written = serde_json::to_string(&service).expect("what was read can be written");
    assert_eq!(Service::parse(&written).as_ref(), Ok(&service), "it reads back as it was written");
    for version in &service.versions {
        ask(&service, version);
    }
    // Each beside the one before it, and the last beside the first.
    let others = service.versions.iter().skip(1).chain(service.versions.first());
    for (first, second) in service.versions.iter().zip(others) {
        put_beside(&service, first, second);
    }
    true
}

fn has_place(refusal: Option<&ParseError>) {
    assert!(refusal.is_none_or(|error| !error.at.is_empty() && !error.fault.is_empty()), "{refusal:?}");
}

fn ask(service: &Service, version: &Version) {
    let open = Answers::new();
    domain::measure(service, version, &open);
    // What is beyond the bounds is refused politely; that is an answer too.
    let _ = domain::measure_over_all(service, version, &open);
    let _ = findings::of_version(service, version, &open);
    let Ok(walk) = easiest_walk(service, version, &open) else { return };
    let _ = schedule::schedule(&walk);
    let start = domain::Date::constant(2025, 9, 28).at(9, 0, 0, 0);
    for case in [Case::Best, Case::Worst] {
        let _ = domain::timeline(&walk, start, &OfficeHours::default(), case);
    }
}

fn put_beside(service: &Service, first: &Version, second: &Version) {
    let [first, second] = [first, second].map(|version| Side { service, version });
    let told = compare_sides(first, second, &Answers::new(), &[]).expect("without pins none is wrong");
    for waterfall in &told.waterfalls {
        let booked: i64 = waterfall.rows.iter().map(|row| row.amount).sum();
        assert_eq!(booked, waterfall.total, "{:?} does not sum up", waterfall.kind);
    }
    let open = Answers::new();
    if let (Ok(a), Ok(b)) =
        (easiest_walk(service, first.version, &open), easiest_walk(service, second.version, &open))
    {
        findings::of_change(&a, &b);
    }
}
