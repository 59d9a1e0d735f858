//! The fixtures (`tests/fixtures`): a folder's name says what it shows, `before.json` and `after.json` are
//! two versions of a process, and `expected.json` is what a careful reader makes of them by the rules.
//! The README of the folder says how an expectation is written and what has to be in it.

mod fixture;

use std::collections::BTreeSet;

use domain::findings::of_change;
use domain::walk::easiest_walk;
use domain::{ChangeKind, FindingKind, Relation, compare};
use fixture::{Joined, all};
use serde::Serialize;

/// Every counting example that the rules name, and what else must not be counted wrong.
const COUNTED: [&str; 17] = [
    "count-accept-and-collect",
    "count-choices-and-situations",
    "count-in-any-order",
    "count-kiosk-is-a-window",
    "count-no-steps-told",
    "count-one-paper-at-three-windows",
    "count-online-and-post",
    "count-optional-steps",
    "count-special-procedure-outside-the-limit",
    "count-standard-met",
    "count-there-and-back",
    "count-three-windows-in-one-hall",
    "count-unknown-is-never-zero",
    "count-wait-of-none-to-two-days",
    "count-waived-papers",
    "count-what-it-costs",
    "count-working-and-natural-days",
];

/// A kind or a finding as a folder is named after it.
fn folder_name(named: impl Serialize) -> String {
    let name = serde_json::to_value(named).expect("it has a name");
    name.as_str().expect("it is a word").replace('_', "-")
}

fn kind(name: &str) -> Option<ChangeKind> {
    ChangeKind::ALL.into_iter().find(|kind| folder_name(kind) == name)
}

#[test]
fn every_folder_comes_out_as_expected() {
    let different: Vec<String> = all().iter().filter_map(|fixture| fixture.differences()).collect();
    assert!(different.is_empty(), "{} folders differ\n\n{}", different.len(), different.join("\n"));
}

#[test]
fn exchanging_before_and_after_mirrors_every_change() {
    for fixture in all() {
        let there = fixture.comparison();
        let back = fixture.comparison_backwards();
        let name = &fixture.name;
        let mut mirrored: Vec<_> = back
            .steps
            .iter()
            .map(|group| {
                let mut kinds: Vec<ChangeKind> = group.kinds.iter().map(|kind| kind.mirror()).collect();
                kinds.sort_unstable();
                (group.second.clone(), group.first.clone(), kinds, group.fields.clone(), group.confidence)
            })
            .collect();
        let mut told: Vec<_> = there
            .steps
            .iter()
            .map(|group| {
                let (first, second) = (group.first.clone(), group.second.clone());
                (first, second, group.kinds.clone(), group.fields.clone(), group.confidence)
            })
            .collect();
        mirrored.sort();
        told.sort();
        assert_eq!(told, mirrored, "{name}: the steps");
        let mut mirrored: Vec<_> = back
            .papers
            .iter()
            .map(|group| {
                let mut changes: Vec<_> = group.changes.iter().map(|change| change.mirror()).collect();
                changes.sort_unstable();
                (group.second.clone(), group.first.clone(), changes)
            })
            .collect();
        let mut told: Vec<_> = there
            .papers
            .iter()
            .map(|group| (group.first.clone(), group.second.clone(), group.changes.clone()))
            .collect();
        mirrored.sort();
        told.sort();
        assert_eq!(told, mirrored, "{name}: the papers");
        for (there, back) in there.measures.iter().zip(&back.measures) {
            assert_eq!((&there.first, &there.second), (&back.second, &back.first), "{name}");
            let sizes = there
                .difference
                .zip(back.difference)
                .map(|(there, back)| ((there.min, there.max), (-back.max, -back.min)));
            assert!(sizes.is_none_or(|(there, back)| there == back), "{name}: {sizes:?}");
            assert_eq!(there.difference.is_some(), back.difference.is_some(), "{name}");
        }
        let expected = match there.relation {
            Relation::BeforeAfter => Relation::AfterBefore,
            same => same,
        };
        assert_eq!(back.relation, expected, "{name}");
        assert_eq!(
            (there.first_standard, there.second_standard),
            (back.second_standard, back.first_standard)
        );
    }
}

#[test]
fn the_books_balance_in_steps_and_in_every_measure() {
    for fixture in all() {
        let (there, back) = (fixture.comparison(), fixture.comparison_backwards());
        let name = &fixture.name;
        let walks = fixture.sides().map(|(service, version)| {
            easiest_walk(service, version, &fixture.expected.answers).expect("few walks")
        });
        let mut told = [Vec::new(), Vec::new()];
        for group in &there.steps {
            told[0].extend(group.first.iter());
            told[1].extend(group.second.iter());
        }
        for (mut told, walk) in told.into_iter().zip(&walks) {
            let mut steps: Vec<_> = walk.steps.iter().map(|step| &step.key).collect();
            told.sort();
            steps.sort();
            assert_eq!(told, steps, "{name}: each step is in one group");
        }
        for waterfall in &there.waterfalls {
            let booked: i64 = waterfall.rows.iter().map(|row| row.amount).sum();
            assert_eq!(booked, waterfall.total, "{name}: {:?}", waterfall.kind);
            let mirrored = back.waterfall(waterfall.kind).expect("it is there backwards too");
            assert_eq!(mirrored.total, -waterfall.total, "{name}: {:?}", waterfall.kind);
        }
        let with_difference = there.measures.iter().filter(|change| change.difference.is_some());
        assert_eq!(with_difference.count(), there.waterfalls.len(), "{name}");
    }
}

#[test]
fn without_its_authors_word_one_service_in_two_files_has_the_same_changes_and_no_before() {
    for fixture in all() {
        let Some(Joined { service, first, second }) = fixture.joined() else { continue };
        let joined = compare(service, first, second, &fixture.expected.answers);
        let apart = fixture.comparison_of_files();
        assert_eq!((joined.steps, joined.papers), (apart.steps, apart.papers), "{}", fixture.name);
        assert_eq!(apart.relation, Relation::TwoWays, "{}", fixture.name);
    }
}

#[test]
fn every_kind_of_change_has_a_folder_of_its_own_and_so_has_its_mirror() {
    let fixtures = all();
    let named = |kind: ChangeKind| fixtures.iter().find(|fixture| fixture.name == folder_name(kind));
    for kind in ChangeKind::ALL {
        let fixture = named(kind).unwrap_or_else(|| panic!("no folder is named {}", folder_name(kind)));
        assert!(named(kind.mirror()).is_some(), "the mirror of {} has no folder", fixture.name);
        let found: BTreeSet<ChangeKind> = fixture.kinds().flatten().copied().collect();
        let mut possible = vec![ChangeKind::Kept, kind];
        // The time that somebody spent is saved with the step that they no longer take.
        possible.extend(match kind {
            ChangeKind::MovedToBackOffice => Some(ChangeKind::Shortened),
            ChangeKind::MovedToApplicant => Some(ChangeKind::Lengthened),
            _ => None,
        });
        assert!(found.contains(&kind), "{} does not show its kind", fixture.name);
        let others: Vec<_> = found.iter().filter(|kind| !possible.contains(kind)).collect();
        assert!(others.is_empty(), "{} shows more than its kind: {others:?}", fixture.name);
    }
}

#[test]
fn eight_folders_and_more_combine_several_kinds_in_one_group() {
    let mut combined = 0;
    for fixture in all().iter().filter(|fixture| fixture.name.contains('+')) {
        let named: Vec<ChangeKind> = fixture
            .name
            .split('+')
            .map(|name| kind(name).unwrap_or_else(|| panic!("{}: {name} is no kind", fixture.name)))
            .collect();
        assert!(named.is_sorted(), "{}: kinds are named in the order in which they are told", fixture.name);
        let carries_all = |kinds: &Vec<ChangeKind>| named.iter().all(|kind| kinds.contains(kind));
        assert!(fixture.kinds().any(carries_all), "{}: no group carries all of them", fixture.name);
        combined += 1;
    }
    assert!(combined >= 8, "{combined} folders");
}

#[test]
fn every_finding_has_a_folder_in_which_it_is_found_and_mended() {
    let fixtures = all();
    for kind in FindingKind::ALL {
        let name = format!("finding-{}", folder_name(kind));
        let fixture = fixtures.iter().find(|fixture| fixture.name == name);
        let fixture = fixture.unwrap_or_else(|| panic!("no folder is named {name}"));
        let found = &fixture.expected.findings;
        let of_kind = |finding: &&serde_json::Value| finding["kind"] == serde_json::json!(kind);
        let told: Vec<_> = found.before.iter().chain(&found.change).filter(of_kind).collect();
        assert!(!told.is_empty(), "{name} does not show its finding");
        assert!(told.iter().all(|finding| !finding["suggestion"].is_null()), "{name}: what to do about it?");
        assert!(found.after.iter().find(of_kind).is_none(), "{name}: it is not mended");
    }
}

#[test]
fn every_counting_example_is_there_and_every_folder_has_a_meaning() {
    let names: Vec<&str> = all().iter().map(|fixture| fixture.name.as_str()).collect();
    for name in COUNTED {
        assert!(names.contains(&name), "{name} is missing");
    }
    for name in names {
        let finding =
            FindingKind::ALL.into_iter().any(|kind| name == format!("finding-{}", folder_name(kind)));
        let known = COUNTED.contains(&name) || finding || name.split('+').all(|part| kind(part).is_some());
        assert!(known, "nobody knows what {name} shows");
    }
}

#[test]
fn each_file_is_small_and_made_up() {
    for fixture in all() {
        for (service, version) in fixture.files() {
            let at = format!("{}/{}", fixture.name, version.id);
            assert!(service.illustrative && service.name.ends_with("（示例）"), "{at}");
            assert_eq!(service.versions.len(), 1, "{at}");
            let least = usize::from(fixture.name != "count-no-steps-told");
            assert!((least..=8).contains(&version.steps.len()), "{at}: {} steps", version.steps.len());
        }
        assert!(fixture.expected.shows.ends_with('。'), "{}: what does it show?", fixture.name);
    }
}

#[test]
fn the_comparison_warns_of_bundling_where_the_finding_does() {
    for fixture in all() {
        let comparison = fixture.comparison();
        let [first, second] = fixture.sides().map(|(service, version)| {
            easiest_walk(service, version, &fixture.expected.answers).expect("few walks")
        });
        let found = !of_change(&first, &second).is_empty();
        assert_eq!(comparison.documents_fell_by_bundling, found, "{}", fixture.name);
    }
}
