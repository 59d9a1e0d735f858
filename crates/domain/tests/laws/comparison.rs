//! What holds of any two versions beside each other.

use crate::beside::{Beside, any_two, two_named_versions, two_services, two_versions};
use crate::disguise::{Respelling, same, shuffled};
use crate::some;
use crate::waterfall::told;
use domain::align::papers::PaperGroup;
use domain::align::{Pin, PinError};
use domain::compare::Relation;
use domain::walk::Walk;
use domain::{ChangeKind, Comparison, Direction, MeasureKind, Part, Reason, StepGroup, StepKey};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(some(80))]

    #[test]
    fn a_version_beside_itself_keeps_everything_and_changes_nothing(beside in two_versions()) {
        let (service, at) = &beside.second;
        let itself = Beside { first: beside.second.clone(), second: beside.second.clone(), ..beside.clone() };
        let told = itself.compared();
        prop_assert_eq!(told.relation, Relation::Same);
        for group in &told.steps {
            prop_assert_eq!(&group.kinds, &[ChangeKind::Kept], "{:?}", group);
            prop_assert_eq!(&group.first, &group.second);
            prop_assert!(group.fields.is_empty());
        }
        for paper in &told.papers {
            prop_assert!(paper.changes.is_empty() && paper.first == paper.second, "{:?}", paper);
        }
        prop_assert!(!told.documents_fell_by_bundling);
        prop_assert_eq!(told.first_standard, told.second_standard);
        for change in told.measures {
            prop_assert_eq!(&change.first, &change.second);
            let goes = change.difference.map(|difference| difference.direction);
            prop_assert!(matches!(goes, None | Some(Direction::Same)), "{:?}", change);
        }
        prop_assert_eq!(&service.versions[*at].id, &told.first);
    }

    #[test]
    fn a_version_beside_its_copy_in_a_foreign_file_keeps_everything(beside in two_services()) {
        let mut copy = (*beside.first.0).clone();
        copy.id = "copy".parse().expect("a key");
        let copy = domain::Service::try_from(copy).expect("a valid service");
        let told = Beside { second: (copy, 0), ..beside }.compared();
        for group in &told.steps {
            prop_assert_eq!(&group.kinds, &[ChangeKind::Kept], "{:?}", group);
            prop_assert_eq!(&group.first, &group.second);
        }
    }

    #[test]
    fn exchanging_the_sides_mirrors_what_became_of_every_step(beside in any_two()) {
        let (one_way, other_way) = (beside.compared(), beside.exchanged().compared());
        let mirrored: Vec<StepGroup> = one_way.steps.into_iter().map(mirrored).collect();
        same(&mirrored, &other_way.steps)?;
    }

    #[test]
    fn exchanging_the_sides_mirrors_what_became_of_every_paper(beside in any_two()) {
        let (one_way, other_way) = (beside.compared(), beside.exchanged().compared());
        let mirror = |group: PaperGroup| PaperGroup {
            changes: group.changes.iter().map(|change| change.mirror()).collect(),
            first: group.second,
            second: group.first,
            ..group
        };
        let mirrored: Vec<PaperGroup> = one_way.papers.into_iter().map(mirror).collect();
        same(&mirrored, &other_way.papers)?;
    }

    #[test]
    fn exchanging_the_sides_mirrors_the_relation_and_every_difference(beside in any_two()) {
        let (one_way, other_way) = (beside.compared(), beside.exchanged().compared());
        let relation = match one_way.relation {
            Relation::BeforeAfter => Relation::AfterBefore,
            Relation::AfterBefore => Relation::BeforeAfter,
            same @ (Relation::TwoWays | Relation::Same) => same,
        };
        prop_assert_eq!(other_way.relation, relation);
        prop_assert_eq!(one_way.first_standard, other_way.second_standard);
        prop_assert_eq!(one_way.second_standard, other_way.first_standard);
        let measured = one_way.measures.iter().zip(&other_way.measures).map(|(a, b)| (a.difference, b.difference));
        let reported = one_way.reported.iter().zip(&other_way.reported).map(|(a, b)| (a.difference, b.difference));
        for (there, back) in measured.chain(reported) {
            prop_assert_eq!(there.map(|d| (d.min, d.max)), back.map(|d| (-d.max, -d.min)));
            let mirror = |direction| match direction {
                Direction::Less => Direction::More,
                Direction::More => Direction::Less,
                same @ (Direction::Same | Direction::Unclear) => same,
            };
            prop_assert_eq!(there.map(|d| mirror(d.direction)), back.map(|d| d.direction));
        }
        for (a, b) in one_way.measures.iter().zip(&other_way.measures) {
            prop_assert_eq!((&a.first, &a.second), (&b.second, &b.first));
        }
    }

    #[test]
    fn each_step_is_in_exactly_one_group_of_one_or_several_beside_one(beside in any_two()) {
        let told = beside.compared();
        let [first, second] = beside.walks();
        prop_assert_eq!(in_groups(&told, |group| &group.first), steps_of(&first));
        prop_assert_eq!(in_groups(&told, |group| &group.second), steps_of(&second));
        for group in &told.steps {
            prop_assert!(group.first.len().min(group.second.len()) <= 1, "{:?}", group);
            prop_assert!(group.first.len() + group.second.len() >= 1, "{:?}", group);
        }
    }

    #[test]
    fn each_paper_that_is_asked_for_is_in_exactly_one_group(beside in any_two()) {
        let told = beside.compared();
        let asked = |walk: &Walk<'_>| {
            let keys = walk.steps.iter().flat_map(|step| &step.materials);
            let papers = keys.filter_map(|key| walk.version.material(key));
            papers.map(|material| walk.version.paper(material)).collect::<BTreeSet<_>>()
        };
        let [first, second] = beside.walks().map(|walk| asked(&walk).into_iter().collect::<Vec<_>>());
        let mut found: [Vec<_>; 2] = [
            told.papers.iter().filter_map(|group| group.first.clone()).collect(),
            told.papers.iter().filter_map(|group| group.second.clone()).collect(),
        ];
        found.iter_mut().for_each(|keys| keys.sort_unstable());
        prop_assert_eq!(found, [first, second]);
    }

    #[test]
    fn the_kinds_of_a_group_agree_with_its_shape(beside in any_two()) {
        for group in beside.compared().steps {
            let has = |kind| group.kinds.contains(&kind);
            let (before, after) = (group.first.len(), group.second.len());
            prop_assert!(!group.kinds.is_empty() && group.kinds.is_sorted_by(|a, b| a < b), "{:?}", group);
            prop_assert_eq!(has(ChangeKind::Dropped), after == 0, "{:?}", group);
            prop_assert_eq!(has(ChangeKind::Added), before == 0, "{:?}", group);
            prop_assert_eq!(has(ChangeKind::Merged), before > 1 && after == 1, "{:?}", group);
            prop_assert_eq!(has(ChangeKind::Split), before == 1 && after > 1, "{:?}", group);
            for alone in [ChangeKind::Kept, ChangeKind::Dropped, ChangeKind::Added, ChangeKind::Adjusted] {
                prop_assert!(!has(alone) || group.kinds.len() == 1, "{:?}", group);
            }
            prop_assert!(!has(ChangeKind::Kept) || group.fields.is_empty(), "{:?}", group);
            for kind in &group.kinds {
                let is_symmetric = kind.mirror() == *kind;
                // Cheaper and dearer at once is neither; longer here and shorter there may be both.
                let may_be_both = matches!(kind, ChangeKind::Shortened | ChangeKind::Lengthened
                    | ChangeKind::FewerMaterials | ChangeKind::MoreMaterials
                    | ChangeKind::MadeParallel | ChangeKind::MadeSequential);
                prop_assert!(is_symmetric || may_be_both || !has(kind.mirror()), "{:?}", group);
            }
        }
    }

    #[test]
    fn confidence_is_a_share_and_whole_where_a_key_or_a_person_says_so(beside in any_two()) {
        let told = beside.compared();
        for group in &told.steps {
            prop_assert!(group.confidence <= 1_000);
            if group.reasons.contains(&Reason::SameKey) {
                prop_assert!(beside.is_one_service());
                prop_assert_eq!(group.confidence, 1_000);
            }
            if group.first.is_empty() || group.second.is_empty() {
                prop_assert!(group.reasons.is_empty(), "{:?}", group);
            }
        }
        prop_assert!(told.papers.iter().all(|group| group.confidence <= 1_000));
    }

    #[test]
    fn a_kept_key_is_a_kept_correspondence(beside in two_versions()) {
        let told = beside.compared();
        let [first, second] = beside.walks().map(|walk| steps_of(&walk));
        for key in first.iter().filter(|key| second.contains(key)) {
            let together = told.steps.iter().any(|g| g.first.contains(key) && g.second.contains(key));
            prop_assert!(together, "{} is on both sides and in two groups", key);
        }
    }

    #[test]
    fn the_books_balance_in_steps_and_in_every_measure_that_adds_up(beside in any_two()) {
        let told = beside.compared();
        let is_of = |keys: &[StepKey], part: &Part| match part {
            Part::Step { step } | Part::Submission { step, .. } | Part::OwnTime { step, .. } | Part::Fee { step, .. } => {
                keys.contains(step)
            }
            // The way there and back is of the visit and of no step.
            _ => false,
        };
        for change in &told.measures {
            let adds_up = [MeasureKind::ApplicantSteps, MeasureKind::BackOfficeSteps, MeasureKind::Submissions,
                MeasureKind::Burden, MeasureKind::Fees];
            let (Some(first), Some(second)) = (change.first.value.range(), change.second.value.range()) else { continue };
            if !adds_up.contains(&change.first.kind) {
                continue;
            }
            let of_groups: i64 = told.steps.iter().map(|group| {
                let had = change.first.parts.iter().filter(|part| is_of(&group.first, part));
                let has = change.second.parts.iter().filter(|part| is_of(&group.second, part));
                has.map(most_of).sum::<i64>() - had.map(most_of).sum::<i64>()
            }).sum();
            let travel = |parts: &[Part]| {
                parts.iter().filter(|part| matches!(part, Part::Travel { .. })).map(most_of).sum::<i64>()
            };
            let of_visits = travel(&change.second.parts) - travel(&change.first.parts);
            prop_assert_eq!(of_groups + of_visits, i64::from(second.1) - i64::from(first.1), "{:?}", change);
        }
    }

    #[test]
    fn the_order_of_lists_does_not_matter_to_a_comparison(beside in any_two(), seeds in any::<(u64, u64)>()) {
        let again = Beside {
            first: (shuffled(&beside.first.0, seeds.0), beside.first.1),
            second: (shuffled(&beside.second.0, seeds.1), beside.second.1),
            answers: beside.answers.clone(),
        };
        same(&told(&again.compared()), &told(&beside.compared()))?;
    }

    #[test]
    fn renaming_the_keys_of_one_service_changes_nothing_to_another(beside in two_services(), seed: u64) {
        let mut respelling = Respelling::new(seed);
        let again = Beside {
            second: (respelling.service(&beside.second.0), 0),
            ..beside.clone()
        };
        // Answers are given to questions of both, and the questions of the second have other keys now.
        prop_assume!(beside.answers.is_empty());
        same(&respelling.undone(told(&again.compared())), &told(&beside.compared()))?;
    }

    #[test]
    fn renaming_the_keys_of_both_versions_alike_changes_nothing(beside in two_named_versions(), seed: u64) {
        let mut respelling = Respelling::new(seed);
        let service = respelling.service(&beside.first.0);
        let again = Beside {
            first: (service.clone(), 0),
            second: (service, 1),
            answers: respelling.answers(&beside.answers),
        };
        same(&respelling.undone(told(&again.compared())), &told(&beside.compared()))?;
    }

    #[test]
    fn pins_are_obeyed_and_everything_else_is_found_around_them(
        beside in any_two(),
        drawn in prop::collection::vec((any::<u8>(), any::<u8>(), 0..4_u8), 1..4),
    ) {
        let pins = pins(&beside, &drawn);
        let told = beside.pinned(&pins).expect("the pins are possible");
        let [first, second] = beside.walks();
        prop_assert_eq!(in_groups(&told, |group| &group.first), steps_of(&first));
        prop_assert_eq!(in_groups(&told, |group| &group.second), steps_of(&second));
        let set = |keys: &[StepKey]| keys.iter().cloned().collect::<BTreeSet<_>>();
        for pin in &pins {
            let obeyed = told.steps.iter().any(|g| set(&g.first) == set(&pin.first) && set(&g.second) == set(&pin.second));
            prop_assert!(obeyed, "{:?} is not among {:?}", pin, told.steps);
        }
        for group in &told.steps {
            let pinned = pins.iter().any(|pin| {
                !pin.first.is_empty() && !pin.second.is_empty() && set(&pin.first) == set(&group.first)
            });
            prop_assert_eq!(group.reasons.contains(&Reason::Pinned), pinned, "{:?}", group);
        }
    }

    #[test]
    fn pinning_what_was_found_changes_nothing_but_the_reason(beside in any_two()) {
        let told = beside.compared();
        let pins: Vec<Pin> = told.steps.iter()
            .map(|group| Pin { first: group.first.clone(), second: group.second.clone() })
            .collect();
        let again = beside.pinned(&pins).expect("what was found is possible");
        let changes = |comparison: &Comparison| -> Vec<(Vec<StepKey>, Vec<StepKey>, Vec<ChangeKind>)> {
            let each = |group: &StepGroup| (group.first.clone(), group.second.clone(), group.kinds.clone());
            comparison.steps.iter().map(each).collect()
        };
        same(&changes(&again), &changes(&told))?;
    }

    #[test]
    fn pins_that_contradict_each_other_or_name_nothing_are_refused(beside in any_two(), at: u8) {
        let [first, second] = beside.walks().map(|walk| steps_of(&walk));
        prop_assume!(!first.is_empty() && !second.is_empty());
        let (step, other) = (&first[usize::from(at) % first.len()], &second[usize::from(at) % second.len()]);
        let pin = |first: &[&StepKey], second: &[&StepKey]| Pin {
            first: first.iter().map(|key| (*key).clone()).collect(),
            second: second.iter().map(|key| (*key).clone()).collect(),
        };
        let refused = |pins: &[Pin]| beside.pinned(pins).err();
        let nobody: StepKey = "nobody".parse().expect("a key");
        prop_assert_eq!(refused(&[pin(&[&nobody], &[other])]), Some(PinError::UnknownStep(nobody.clone())));
        prop_assert_eq!(refused(&[pin(&[step], &[other]), pin(&[step], &[])]), Some(PinError::PinnedTwice(step.clone())));
        prop_assert_eq!(refused(&[pin(&[], &[])]), Some(PinError::NoGroup));
        prop_assert_eq!(refused(&[pin(&[step, step], &[other, other])]), Some(PinError::NoGroup));
    }

    #[test]
    fn a_comparison_reads_back_as_it_was_written(beside in any_two()) {
        let told = beside.compared();
        let text = serde_json::to_string(&told).expect("it can be written");
        prop_assert_eq!(serde_json::from_str::<Comparison>(&text).expect("it can be read"), told);
    }
}

fn mirrored(group: StepGroup) -> StepGroup {
    StepGroup {
        kinds: group.kinds.iter().map(|kind| kind.mirror()).collect(),
        first: group.second,
        second: group.first,
        ..group
    }
}

/// The steps that are in the groups, sorted; one that is in two groups is there twice.
fn in_groups(told: &Comparison, side: impl Fn(&StepGroup) -> &Vec<StepKey>) -> Vec<StepKey> {
    let mut keys: Vec<StepKey> = told.steps.iter().flat_map(|group| side(group).clone()).collect();
    keys.sort_unstable();
    keys
}

fn steps_of(walk: &Walk<'_>) -> Vec<StepKey> {
    let mut keys: Vec<StepKey> = walk.steps.iter().map(|step| step.key.clone()).collect();
    keys.sort_unstable();
    keys
}

/// How much a part adds to the most of its measure.
fn most_of(part: &Part) -> i64 {
    match part {
        Part::OwnTime { time, .. } | Part::Travel { time, .. } => {
            time.in_minutes().map_or(0, |(_, most)| most.into())
        }
        Part::Fee { fee, .. } => fee.max_yuan.into(),
        _ => 1,
    }
}

/// Pins that don't contradict each other: one beside one, several beside one, one beside several, alone.
fn pins(beside: &Beside, drawn: &[(u8, u8, u8)]) -> Vec<Pin> {
    let [mut first, mut second] = beside.walks().map(|walk| steps_of(&walk));
    let take = |from: &mut Vec<StepKey>, at: u8, most: usize| -> Vec<StepKey> {
        let count = most.min(from.len());
        (0..count).map(|_| from.remove(usize::from(at) % from.len())).collect()
    };
    let pins = drawn.iter().map(|(i, j, shape)| {
        let (of_first, of_second) = [(1, 1), (2, 1), (1, 2), (1, 0)][usize::from(*shape)];
        let (mut a, mut b) = (take(&mut first, *i, of_first), take(&mut second, *j, of_second));
        // Of one side there may be no more steps.
        if a.is_empty() {
            b.truncate(1);
        }
        if b.is_empty() {
            a.truncate(1);
        }
        Pin { first: a, second: b }
    });
    pins.filter(|pin| !pin.first.is_empty() || !pin.second.is_empty()).collect()
}
