//! Whether the alignment set is fit to judge an aligner by.

use std::collections::{BTreeMap, BTreeSet};

use domain::step::Side;
use domain::{Evidence, Span, Step, TimeUnit, Version};

use super::pairs::{Group, pairs};

/// The kinds of change that labels may name.
const KINDS: [&str; 21] = [
    "kept",
    "dropped",
    "added",
    "merged",
    "split",
    "renamed",
    "made_parallel",
    "made_sequential",
    "reordered",
    "moved_online",
    "moved_offline",
    "moved_to_back_office",
    "moved_to_applicant",
    "shortened",
    "lengthened",
    "fewer_materials",
    "more_materials",
    "cheaper",
    "dearer",
    "relocated",
    "legal_basis_changed",
];

impl Group {
    fn shape(&self) -> (usize, usize) {
        (self.first.len(), self.second.len())
    }
}

fn step_keys(version: &Version) -> Vec<&str> {
    version.steps.iter().map(|step| step.key.as_str()).collect()
}

#[test]
fn each_file_holds_one_made_up_version() {
    for pair in pairs() {
        for ((service, version), id) in pair.sides().into_iter().zip(["before", "after"]) {
            let at = format!("{}/{id}", pair.name);
            assert_eq!(service.versions.len(), 1, "{at}");
            assert_eq!(version.id.as_str(), id, "{at}");
            assert!(service.illustrative && service.name.ends_with("（示例）"), "{at}");
            assert!((4..=40).contains(&version.steps.len()), "{at}: {} steps", version.steps.len());
            for step in &version.steps {
                let at = format!("{at}: {}", step.key.as_str());
                assert_eq!(step.evidence, Evidence::Example {}, "{at}");
                for time in [step.prepare, step.queue, step.counter, step.wait] {
                    assert!(time.is_some(), "{at}: a time is left out");
                }
                assert!(!step.optional && step.choice.is_none() && step.when.is_none(), "{at}");
            }
            let fees = version.steps.iter().filter(|step| step.fee.is_some()).count();
            assert!(fees == 0 || fees == version.steps.len(), "{at}: some fees are left out");
        }
    }
}

#[test]
fn keys_say_nothing() {
    for pair in pairs() {
        let [before, after] = pair.sides().map(|(service, version)| {
            let mut keys: BTreeSet<(&str, &str)> = BTreeSet::new();
            keys.extend(version.steps.iter().map(|step| ("step", step.key.as_str())));
            keys.extend(version.materials.iter().map(|material| ("material", material.key.as_str())));
            for place in &service.places {
                keys.insert(("place", place.key.as_str()));
                keys.extend(place.windows.iter().map(|window| ("window", window.key.as_str())));
            }
            keys
        });
        let shared: Vec<_> = before.intersection(&after).collect();
        assert!(shared.is_empty(), "{}: {shared:?} on both sides", pair.name);
    }
}

#[test]
fn each_step_is_in_one_group() {
    for pair in pairs() {
        let name = &pair.name;
        assert!(!pair.labels.covers.is_empty(), "{name}");
        let groups = &pair.labels.groups;
        for group in groups {
            let shape = group.shape();
            assert!(matches!(shape, (1, 0) | (0, 1) | (1.., 1) | (1, 1..)), "{name}: {shape:?}");
        }
        let listed = [
            groups.iter().flat_map(|group| &group.first).collect::<Vec<_>>(),
            groups.iter().flat_map(|group| &group.second).collect(),
        ];
        for ((_, version), mut listed) in pair.sides().into_iter().zip(listed) {
            let mut keys = step_keys(version);
            keys.sort();
            listed.sort();
            assert_eq!(listed, keys, "{name}");
        }
    }
}

#[test]
fn kinds_fit_their_groups() {
    for pair in pairs() {
        for group in &pair.labels.groups {
            let at = format!("{}: {:?} and {:?}", pair.name, group.first, group.second);
            let kinds: BTreeSet<&str> = group.kinds.iter().map(String::as_str).collect();
            assert_eq!(kinds.len(), group.kinds.len(), "{at}: a kind is there twice");
            assert!(!kinds.is_empty() && kinds.iter().all(|kind| KINDS.contains(kind)), "{at}: {kinds:?}");
            let has = |kind: &str| kinds.contains(kind);
            let (first, second) = group.shape();
            assert_eq!(has("dropped"), second == 0, "{at}");
            assert_eq!(has("added"), first == 0, "{at}");
            assert_eq!(has("merged"), first > 1, "{at}");
            assert_eq!(has("split"), second > 1, "{at}");
            for alone in ["dropped", "added", "kept"] {
                assert!(!has(alone) || kinds.len() == 1, "{at}: {alone} stands by itself");
            }
            for one_to_one in ["kept", "renamed"] {
                assert!(!has(one_to_one) || (first, second) == (1, 1), "{at}: {one_to_one}");
            }
            for (kind, mirror) in [("moved_online", "moved_offline"), ("cheaper", "dearer")] {
                assert!(!(has(kind) && has(mirror)), "{at}: {kind} and {mirror}");
            }
        }
    }
}

#[test]
fn renamed_is_what_reads_otherwise() {
    let plain = |name: &str| -> String { name.chars().filter(|c| c.is_alphanumeric()).collect() };
    for pair in pairs() {
        let [(_, before), (_, after)] = pair.sides();
        for group in &pair.labels.groups {
            let ([first], [second]) = (group.first.as_slice(), group.second.as_slice()) else { continue };
            let name = |version: &Version, key: &String| {
                version.steps.iter().find(|step| step.key.as_str() == key).map(|step| plain(&step.name))
            };
            let renamed = group.kinds.iter().any(|kind| kind == "renamed");
            assert_eq!(renamed, name(before, first) != name(after, second), "{}: {first}", pair.name);
        }
    }
}

/// The labels that the rules of `tests/alignment/README.md` decide once the groups are known, worked
/// out afresh: a slip of the hand in a mended label doesn't pass unseen.
#[test]
fn ways_times_fees_and_order_follow_the_rules() {
    for pair in pairs() {
        let [(_, before), (_, after)] = pair.sides();
        let groups: Vec<_> =
            pair.labels.groups.iter().filter(|g| g.shape().0 > 0 && g.shape().1 > 0).collect();
        let sides: Vec<[Vec<&Step>; 2]> =
            groups.iter().map(|g| [steps(before, &g.first), steps(after, &g.second)]).collect();
        let ancestors = [ancestors(before), ancestors(after)];
        for (i, (group, [first, second])) in groups.iter().zip(&sides).enumerate() {
            let at = format!("{}: {:?} and {:?}", pair.name, group.first, group.second);
            let expect = |kind: &str, holds: bool| {
                assert_eq!(group.kinds.iter().any(|k| k == kind), holds, "{at}: {kind}");
            };
            let most = |steps: &[&Step], is: fn(&Step) -> bool| {
                steps.iter().filter(|step| is(step)).count() * 2 > steps.len()
            };
            let moved =
                |from: fn(&Step) -> bool, to: fn(&Step) -> bool| most(first, from) && most(second, to);
            let remote = |step: &Step| step.side == Side::External && !step.on_site();
            expect("moved_online", moved(Step::on_site, remote));
            expect("moved_offline", moved(remote, Step::on_site));
            expect("moved_to_back_office", moved(external, |step| !external(step)));
            expect("moved_to_applicant", moved(|step| !external(step), external));

            let own = own_minutes(first).cmp(&own_minutes(second));
            let wait = wait(first).compare(&wait(second)).expect("one unit");
            expect("shortened", own.is_gt() || wait.is_gt());
            expect("lengthened", own.is_lt() || wait.is_lt());

            let fee = fee(first).cmp(&fee(second));
            expect("cheaper", fee.is_gt());
            expect("dearer", fee.is_lt());

            let order = |side: usize, j: usize| order(&ancestors[side], &sides[i][side], &sides[j][side]);
            let others = || (0..sides.len()).filter(|j| *j != i).map(|j| (order(0, j), order(1, j)));
            let one_way = |order| matches!(order, Order::Before | Order::After);
            expect("made_parallel", others().any(|(a, b)| one_way(a) && b == Order::Parallel));
            expect("made_sequential", others().any(|(a, b)| a == Order::Parallel && one_way(b)));
            expect("reordered", others().any(|(a, b)| one_way(a) && one_way(b) && a != b));
        }
    }
}

fn external(step: &Step) -> bool {
    step.side == Side::External
}

fn steps<'v>(version: &'v Version, keys: &[String]) -> Vec<&'v Step> {
    let find = |key: &String| version.steps.iter().find(|step| step.key.as_str() == key);
    keys.iter().map(|key| find(key).expect("the step is there")).collect()
}

/// The applicant's own time, the longest first.
fn own_minutes(steps: &[&Step]) -> (u32, u32) {
    let parts = steps.iter().flat_map(|step| [step.prepare, step.queue, step.counter].map(Option::unwrap));
    let (min, max) = parts
        .map(|part| part.in_minutes().expect("own time is in minutes"))
        .fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    (max, min)
}

fn wait(steps: &[&Step]) -> Span {
    let waits = steps.iter().map(|step| step.wait.unwrap()).filter(|wait| !wait.is_none());
    waits.fold(Span::NONE, |sum, wait| match (sum.is_none(), sum.in_minutes(), wait.in_minutes()) {
        (true, _, _) => wait,
        (_, Some(a), Some(b)) => Span::new(a.0 + b.0, a.1 + b.1, TimeUnit::Minute).unwrap(),
        _ => {
            assert_eq!(sum.unit(), wait.unit(), "waits of one group share a unit");
            Span::new(sum.min() + wait.min(), sum.max() + wait.max(), sum.unit()).unwrap()
        }
    })
}

/// The fee, the most first.
fn fee(steps: &[&Step]) -> (u32, u32) {
    let fees = steps.iter().filter_map(|step| step.fee);
    fees.fold((0, 0), |sum, fee| (sum.0 + fee.max_yuan, sum.1 + fee.min_yuan))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Order {
    Before,
    After,
    Parallel,
    Both,
}

fn order(ancestors: &BTreeMap<&str, BTreeSet<&str>>, group: &[&Step], other: &[&Step]) -> Order {
    let before = |a: &[&Step], b: &[&Step]| {
        b.iter().any(|late| a.iter().any(|early| ancestors[late.key.as_str()].contains(early.key.as_str())))
    };
    match (before(group, other), before(other, group)) {
        (true, false) => Order::Before,
        (false, true) => Order::After,
        (false, false) => Order::Parallel,
        (true, true) => Order::Both,
    }
}

/// Of each step, all the steps that come before it.
fn ancestors(version: &Version) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    // No chain is longer than there are steps.
    for _ in &version.steps {
        for step in &version.steps {
            let direct = step.after.iter().map(|key| key.as_str());
            let all =
                direct.flat_map(|key| found.get(key).cloned().unwrap_or_default().into_iter().chain([key]));
            let all = all.collect();
            found.insert(step.key.as_str(), all);
        }
    }
    found
}

#[test]
fn each_kind_is_in_four_pairs() {
    let mut found: BTreeMap<&str, usize> = KINDS.into_iter().map(|kind| (kind, 0)).collect();
    for pair in pairs() {
        let kinds: BTreeSet<String> = pair.labels.groups.into_iter().flat_map(|group| group.kinds).collect();
        for kind in kinds {
            *found.get_mut(kind.as_str()).expect("it is known") += 1;
        }
    }
    let rare: Vec<_> = found.into_iter().filter(|(_, pairs)| *pairs < 4).collect();
    assert!(rare.is_empty(), "{rare:?}");
}

#[test]
fn a_third_is_held_out() {
    let pairs = pairs();
    assert!(pairs.len() >= 42, "{} pairs", pairs.len());
    for pair in &pairs {
        let number: u32 = pair.name[..2].parse().expect("a pair's name begins with its number");
        assert_eq!(pair.labels.held_out, (29..=44).contains(&number), "{}", pair.name);
    }
    let held_out = pairs.iter().filter(|pair| pair.labels.held_out).count();
    assert!(held_out * 3 >= pairs.len(), "{held_out} of {}", pairs.len());
}
